//! A small program with titles in both languages.

use crate::cases::{Dimension, Space};
use crate::document::model::Target;
use crate::document::words::{Links, Wording, Words};
use crate::hir::{
    Audience, BusinessDays, Calendar, Check, Clause, Duty, Event, Fact, FactKind, FactValue, Interval, Plan,
    Policy, PolicyDocument, Price, Process, Program, Ref, Role, RuleSet, Section, SectionItem, State,
    Subject, Verb,
};
use crate::source::{Span, Spanned};
use crate::time::Date;
use crate::value::{Name, Named, Piece, Text, Translation};
use std::sync::Arc;
use thin_vec::{ThinVec, thin_vec};

pub fn name(text: &str) -> Name {
    Name::new(text, Span::default())
}

fn piece(content: &str) -> Piece {
    Piece {
        content: content.into(),
        block: false,
        quotations: ThinVec::new(),
        origins: smallvec::SmallVec::new(),
        span: Span::default(),
    }
}

pub fn text(english: &str, dutch: &str) -> Text {
    let nl = Translation { language: "nl".into(), span: Span::default(), piece: piece(dutch) };
    Text { original: piece(english), translations: thin_vec![nl], everywhere: false, span: Span::default() }
}

/// A clause with its title in English and Dutch; no title when the text is empty.
fn clause(keyword: &'static str, id: &str, titles: &str) -> Clause {
    let title = titles.split_once('|').map(|(english, dutch)| text(english, dutch));
    let mut clause = Clause::silent(keyword, name(id), id.into(), Audience::Everybody, Span::default());
    clause.title = title.map(Arc::new);
    clause
}

fn values(keyword: &'static str, all: &[(&str, &str)]) -> FactKind {
    FactKind::Values(
        all.iter().map(|(id, titles)| FactValue { clause: clause(keyword, id, titles) }).collect(),
    )
}

fn intervals(bounds: &[(Option<i64>, Option<i64>)]) -> Vec<Interval> {
    bounds.iter().map(|&(low, high)| Interval { label: String::new(), low, high }).collect()
}

fn days(from: &str) -> i64 {
    date(from).number()
}

pub fn date(text: &str) -> Date {
    let mut parts = text.split('-').map(|part| part.parse::<i16>().unwrap());
    let mut next = || parts.next().unwrap();
    let (year, month, day) = (next(), next(), next());
    Date::new(year, u8::try_from(month).unwrap(), u8::try_from(day).unwrap()).unwrap()
}

#[expect(clippy::too_many_lines, reason = "a table")]
fn facts() -> Named<Fact> {
    let billion = 1_000_000_000;
    let year = 31_557_600;
    let all = [
        (
            "plan",
            "",
            values(
                "plan",
                &[
                    ("basic", "Basic|Basis"),
                    ("standard", "Standard|Standaard"),
                    ("premium", "Premium|Premium"),
                ],
            ),
        ),
        (
            "severity",
            "",
            values(
                "severity",
                &[
                    ("critical", "Critical|Kritiek"),
                    ("high", "High|Hoog"),
                    ("normal", "Normal|Normaal"),
                    ("low", "Low|Laag"),
                    ("trivial", "Trivial|Klein"),
                ],
            ),
        ),
        ("channel", "", values("channel", &[("email", "E-mail|E-mail"), ("phone", "Telephone|Telefoon")])),
        ("kind", "", values("kind", &[("question", "Question|Vraag"), ("incident", "Incident|Storing")])),
        ("product", "", values("product", &[("studio", "Studio|Studio"), ("server", "Server|Server")])),
        (
            "release",
            "",
            values("value", &[("7.0", ""), ("8.0", ""), ("9.0", ""), ("10.0", ""), ("11.0", "")]),
        ),
        (
            "phase",
            "",
            values(
                "phase",
                &[
                    ("full", "Full support|Volledige support"),
                    ("limited", "Limited support|Beperkte support"),
                ],
            ),
        ),
        (
            "term",
            "",
            FactKind::Duration(intervals(&[
                (None, Some(2 * year - 1)),
                (Some(2 * year), Some(2 * year)),
                (Some(2 * year + 1), None),
            ])),
        ),
        ("region", "", values("region", &[("eu", "Europe|Europa"), ("us", "America|Amerika")])),
        ("language", "", values("language", &[("nl", ""), ("en", "")])),
        (
            "received",
            "",
            FactKind::Date(intervals(&[
                (None, Some(days("2026-04-30"))),
                (Some(days("2026-05-01")), Some(days("2026-05-31"))),
                (Some(days("2026-06-01")), None),
            ])),
        ),
        ("change", "", values("value", &[("weaker", ""), ("stronger", "")])),
        (
            "nodes",
            "Nodes|Knooppunten",
            FactKind::Number(intervals(&[
                (None, Some(500 * billion - 1)),
                (Some(500 * billion), Some(500 * billion)),
                (Some(500 * billion + 1), None),
            ])),
        ),
        (
            "software-assurance",
            "Software Assurance|Software Assurance",
            values("value", &[("current", "Current|Actueel"), ("lapsed", "Lapsed|Vervallen")]),
        ),
        ("customer-since", "Customer since|Klant sinds", FactKind::Date(intervals(&[(None, None)]))),
        ("workaround", "There is a workaround|Er is een omweg", FactKind::YesNo),
        ("backup", "A backup|Een reservekopie", FactKind::YesNo),
        ("covered", "", FactKind::YesNo),
        ("complete", "Is the request complete?|Is het verzoek volledig?", FactKind::YesNo),
        ("call", "", FactKind::YesNo),
        ("courtesy", "", FactKind::YesNo),
        ("discretion", "", FactKind::YesNo),
        (
            "intake",
            "From request to case|Van verzoek tot zaak",
            values("state", &[("new", "New|Nieuw"), ("waiting-for-customer", "Waiting for you|Wacht op u")]),
        ),
    ];
    let fact = |(id, titles, kind): (&str, &str, FactKind)| {
        let clause = clause("fact", id, titles);
        (
            name(id),
            Fact {
                clause,
                declared: false,
                kind,
                decided: Vec::new(),
                derived: None,
                ordered: false,
                only_prices: false,
            },
        )
    };
    all.into_iter().map(fact).collect()
}

fn space(facts: &Named<Fact>) -> Space {
    let dimension = |(id, fact): (&Name, &Fact)| {
        let count = match &fact.kind {
            FactKind::Values(values) => values.len(),
            FactKind::YesNo => 2,
            FactKind::Date(cuts) | FactKind::Number(cuts) | FactKind::Duration(cuts) => cuts.len(),
        };
        Dimension {
            name: id.text.clone(),
            classes: (0..count).map(|class| class.to_string().into()).collect(),
        }
    };
    Space::new(facts.iter().map(dimension).collect()).unwrap()
}

fn duty(id: &str, subject: Subject, not: bool, said: Text) -> SectionItem {
    SectionItem::Duty(Box::new(Duty {
        clause: clause("duty", id, ""),
        named: true,
        subject,
        verb: Verb::Must,
        not,
        usually: false,
        text: said.into(),
        on: None,
        every: None,
        by: None,
        within: None,
        except: None,
        items: Vec::new(),
    }))
}

fn calendar(id: &str, titles: &str) -> (Name, Calendar) {
    let calendar = Calendar {
        clause: clause("calendar", id, titles),
        zone: None,
        zone_of_customer: false,
        lines: Vec::new(),
        holidays: None,
        cut_off: None,
        business_days: Spanned { value: BusinessDays::EndAtClose, span: Span::default() },
        business_days_said: false,
        inside: false,
    };
    (name(id), calendar)
}

fn plan(id: &str, titles: &str, below: &[&str]) -> (Name, Plan) {
    let plan = Plan {
        clause: clause("plan", id, titles),
        extends: below.iter().take(1).map(|id| name(id)).collect(),
        below: below.iter().map(|id| name(id)).collect(),
        price: RuleSet::default(),
        runs: Vec::new(),
    };
    (name(id), plan)
}

fn event(id: &str, titles: &str) -> (Name, Event) {
    (name(id), Event { clause: clause("event", id, titles) })
}

fn price(id: &str, titles: &str) -> (Name, Price) {
    (name(id), Price { clause: clause("price", id, titles), rules: RuleSet::default(), tables: Vec::new() })
}

fn intake() -> Process {
    let states = [("new", "New|Nieuw"), ("waiting-for-customer", "Waiting for you|Wacht op u")];
    let check = Check {
        clause: clause("check", "complete", "Is the request complete?|Is het verzoek volledig?"),
        by: None,
        otherwise: None,
    };
    Process {
        clause: clause("process", "intake", "From request to case|Van verzoek tot zaak"),
        states: states.map(|(id, titles)| State { clause: clause("state", id, titles) }).into(),
        checks: vec![check],
        transitions: Vec::new(),
        sendings: Vec::new(),
    }
}

pub fn program() -> Program {
    let facts = facts();
    let customer = || Subject::Party(name("customer"));
    let inner = Section {
        clause: clause("section", "inner", "Inside|Binnenin"),
        standard: None,
        items: vec![
            duty("courtesy", Subject::Us, false, text("be polite", "beleefd zijn")),
            duty(
                "discretion",
                Subject::Us,
                true,
                text("discuss your request with others", "uw verzoek met anderen bespreken"),
            ),
        ],
    };
    let conduct = Section {
        clause: clause("section", "conduct", "How we work with you|Hoe wij samenwerken"),
        standard: None,
        items: vec![
            SectionItem::Section(Box::new(inner)),
            duty("call", customer(), false, text("telephone us as well", "ons ook bellen")),
        ],
    };
    let eula = PolicyDocument {
        clause: clause("document", "eula", "Licence agreement|Licentieovereenkomst"),
        addresses: Vec::new(),
        precedence: None,
    };
    let director = Role {
        clause: clause("role", "support-director", "Support director|Supportdirecteur"),
        addresses: Vec::new(),
    };
    let policy = Policy::new(clause("policy", "northwind", "Northwind Support|Northwind Support"));
    let space = space(&facts);
    Program {
        facts,
        calendars: [calendar("extended", "Extended hours|Ruime openingstijden"), calendar("always", "")]
            .into_iter()
            .collect(),
        plans: [
            plan("basic", "Basic|Basis", &[]),
            plan("standard", "Standard|Standaard", &["basic"]),
            plan("premium", "Premium|Premium", &["standard", "basic"]),
        ]
        .into_iter()
        .collect(),
        processes: [(name("intake"), intake())].into_iter().collect(),
        prices: [price("licence-fee", "Licence fee|Licentieprijs")].into_iter().collect(),
        events: [
            event("noticed", "You notice it|U merkt het"),
            event("delivery", "Delivery of the parts|Levering van de onderdelen"),
        ]
        .into_iter()
        .collect(),
        roles: [(name("support-director"), director)].into_iter().collect(),
        documents: [(name("eula"), eula)].into_iter().collect(),
        layout: vec![conduct],
        complete: true,
        ..Program::new(policy, space)
    }
}

/// A page that shows nothing but text.
struct Unlinked;

impl Links for Unlinked {
    fn target(&self, _: &Ref) -> Option<Target> {
        None
    }
}

/// What a language makes of something, with plain blanks for no-break spaces so that the tables can be read.
pub fn said(tag: &str, informal: bool, say: impl Fn(&Wording<'_>) -> String) -> String {
    let program = program();
    let wording = Wording::new(Words::load(tag, informal).unwrap(), &program, tag, &Unlinked);
    say(&wording).replace('\u{A0}', " ")
}

/// Checks what both languages make of each thing of a table.
pub fn both<T>(table: &[(T, &str, &str)], say: impl Fn(&Wording<'_>, &T) -> String) {
    for (thing, english, dutch) in table {
        assert_eq!(said("en", false, |wording| say(wording, thing)), *english);
        assert_eq!(said("nl", false, |wording| say(wording, thing)), *dutch);
    }
}
