//! A program with something in every area, and beside it something that is for us only, whose every text is `hush`.

use super::support::{
    clause, cond, fact, internal, is, line, name, program, rule, rule_set, text, values, within,
};
use crate::cases::CaseSet;
use crate::hir::{
    Audience, Business, BusinessDays, Calendar, CalendarLine, Changes, Channel, ChannelHours, Clause,
    Commitment, Duty, Effect, Entitlement, Escalation, Exclusion, FactKind, Grant, Holidays, Layer, Line,
    Moment, Note, Notice, Offer, Opening, Plan, Price, Program, Quote, Rate, Ref, Role, Rung, Scope, Section,
    SectionItem, SetLine, Standard, Subject, Verb,
};
use crate::source::Spanned;
use crate::time::{ClockTime, Date, MonthDay, Weekday};
use crate::value::{
    Amount, BusinessWord, Clock, ClockSpan, DatePoint, DateSpan, Decimal, Duration, Measure, Money, Period,
    Quantity, Quotation, Quoted, Stated, Unit, WeekdaySpan,
};
use std::sync::Arc;
use thin_vec::ThinVec;

/// The text of all that is for us only.
pub const HUSH: &str = "hush";

fn secret(keyword: &'static str, part: &str) -> Clause {
    let note = Note { audience: Audience::Internal, text: text(HUSH).into() };
    let mut secret = internal(clause(keyword, &format!("{HUSH}-{part}")));
    secret.title = Some(Arc::new(text(HUSH)));
    secret.notes.push(note);
    secret
}

fn time(hour: u8) -> ClockTime {
    ClockTime::new(hour, 0, 0).unwrap()
}

fn business(amount: u32, unit: Unit) -> Duration {
    Duration { amount, unit, clock: Clock::Business(BusinessWord::Business), span: line(1) }
}

pub fn euros(amount: i64, per: Option<Unit>) -> Amount {
    let money = Money { currency: "EUR".into(), amount: Decimal::whole(amount) };
    let per = per.map(|unit| Measure { every: 1, what: Period::Time(unit) });
    Amount::Rate(crate::value::Rate { money, per }, line(1))
}

fn calendar_line(named: &str, line_of: Line) -> CalendarLine {
    CalendarLine {
        line: line_of,
        clause: clause("line", named),
        occasion: None,
        when: cond(CaseSet::everything()),
        span: line(1),
    }
}

fn calendar() -> Calendar {
    let hours = |from, to| vec![ClockSpan { from: time(from), to: time(to) }];
    let eve = DatePoint::Full(Date::new(2026, 12, 24).unwrap());
    let yearly = |month, day| DatePoint::Yearly(MonthDay::new(month, day).unwrap());
    let mut hidden = calendar_line("x", Line::Within(name("hush-hours")));
    hidden.clause = secret("line", "line");
    // Written in an order that is not the one in which they count.
    let lines = vec![
        calendar_line(
            "eve",
            Line::Dates {
                effect: Effect::Closed,
                dates: DateSpan { from: eve, to: eve },
                hours: hours(13, 24),
            },
        ),
        calendar_line(
            "years",
            Line::Dates {
                effect: Effect::Closed,
                dates: DateSpan { from: yearly(12, 28), to: yearly(1, 3) },
                hours: Vec::new(),
            },
        ),
        calendar_line(
            "week",
            Line::Weekly {
                effect: Effect::Open,
                days: vec![WeekdaySpan { from: Weekday::Monday, to: Weekday::Wednesday }],
                hours: hours(9, 17),
                season: None,
            },
        ),
        hidden,
    ];
    Calendar {
        clause: clause("calendar", "office"),
        zone: None,
        zone_of_customer: false,
        lines,
        holidays: Some(Holidays::Areas(vec![Spanned::new("NL".into(), line(1))])),
        cut_off: Some(time(15)),
        business_days: Spanned::new(BusinessDays::Hours(Decimal::whole(8)), line(1)),
        business_days_said: true,
        inside: false,
    }
}

fn commitment(named: Clause, rules: crate::hir::RuleSet<crate::value::Figure>) -> Commitment {
    Commitment {
        clause: named,
        from: Some(name("received")),
        until: Some(name("responded")),
        paused: ThinVec::new(),
        pauses_wait: false,
        restarts: ThinVec::new(),
        rules,
        tables: Vec::new(),
        met: ThinVec::new(),
        credits: ThinVec::new(),
        claimed: Some(crate::hir::Claim { within: business(2, Unit::Quarter), of: None }.into()),
    }
}

fn one<T>(named: &str, thing: T) -> crate::value::Named<T> {
    std::iter::once((name(named), thing)).collect()
}

/// A program with something in every area that has rules.
pub fn full() -> Program {
    let mut kinds = values("kind", &["incident", "how-to"]);
    if let FactKind::Values(values) = &mut kinds.kind {
        values.push(crate::hir::FactValue { clause: secret("value", "kind") });
    }
    let mut vip = fact("hush-vip", FactKind::YesNo);
    vip.clause = secret("fact", "vip");
    let mut program = program(vec![values("plan", &["basic", "premium"]), kinds, vip]);
    let space = program.space.clone();
    let vips = is(&space, "hush-vip", &["yes"]);
    let premium = is(&space, "plan", &["premium"]);
    let all = CaseSet::everything();

    program.policy.business =
        Some(Business { word: Spanned::new(BusinessWord::Business, line(1)), calendar: name("office") });
    program.calendars = one("office", calendar());
    program.plans = plans(&program);

    let mut faster =
        rule("first-response/hush-vips", 9, within(5, Unit::Minute), Layer::Except, vips.clone());
    faster.clause = secret("rule", "vips");
    let promise =
        vec![rule("first-response/all", 4, within(1, Unit::Hour), Layer::Base, all.clone()), faster];
    let set = rule_set(&space, &all, promise);
    program.commitments =
        one("first-response", commitment(clause("commitment", "first-response"), set.clone()));
    program.commitments.insert(name("hush-response"), commitment(secret("commitment", "response"), set));

    let limit = Grant::Limit {
        quantity: Quantity {
            count: Some(Decimal::whole(5)),
            unit: None,
            per: Some(Measure { every: 500, what: Period::Thing(name("nodes")) }),
            at_a_time: false,
            at_most: Some(Decimal::whole(15)),
            span: line(1),
        },
        unused_lapse: true,
    };
    let grants = vec![
        rule("contacts/premium", 5, limit, Layer::Base, premium.clone()),
        rule("contacts/basic", 6, Grant::No, Layer::Base, premium.not()),
    ];
    let rules = rule_set(&space, &all, grants);
    program.entitlements = one("contacts", Entitlement { clause: clause("entitlement", "contacts"), rules });

    program.channels = one("phone", channel(&premium));
    let mut hidden = channel(&premium);
    hidden.clause = secret("channel", "channel");
    program.channels.insert(hidden.clause.name.clone(), hidden);
    program.scope = Some(scope(&space));
    program.offers = one("advice", offer());
    program.escalations = one("stalled", escalation());
    let fee = rule_set(&space, &all, vec![rule("fee/all", 7, euros(100, None), Layer::Base, all.clone())]);
    program.prices = one("fee", Price { clause: clause("price", "fee"), rules: fee, tables: Vec::new() });
    let notice = Notice::Ahead(Stated::Known(business(30, Unit::Day)), vec![name("phone")]);
    program.changes = Some(Changes {
        clause: clause("changes", "changes"),
        notices: rule_set(&space, &all, vec![rule("changes/notice", 8, notice, Layer::Base, all.clone())]),
        review: Some(business(12, Unit::Month)),
        keep_version: Some(true),
    });
    program.roles =
        one("lead", Role { clause: clause("role", "lead"), addresses: vec![text("+31 20 555 0100")] });
    program
        .roles
        .insert(name("hush-lead"), Role { clause: secret("role", "lead"), addresses: vec![text(HUSH)] });
    layout(&mut program);
    program
}

fn plans(program: &Program) -> crate::value::Named<Plan> {
    let empty = rule_set(&program.space, &CaseSet::nothing(), Vec::new());
    let plan = |named: &str, extends: &[&str]| Plan {
        clause: clause("plan", named),
        extends: extends.iter().map(|below| name(below)).collect(),
        below: extends.iter().map(|below| name(below)).collect(),
        price: empty.clone(),
        runs: Vec::new(),
    };
    [(name("basic"), plan("basic", &[])), (name("premium"), plan("premium", &["basic"]))]
        .into_iter()
        .collect()
}

fn channel(premium: &CaseSet) -> Channel {
    let open = |named: Clause, calendar: &str, cases: &CaseSet| SetLine {
        value: Opening::Calendars(vec![name(calendar)]),
        clause: named,
        when: cond(cases.clone()),
        span: line(1),
    };
    Channel {
        clause: clause("channel", "phone"),
        addresses: vec![(text("+31 20 555 0100"), None)],
        hours: ChannelHours {
            lines: vec![
                open(clause("line", "phone/1"), "office", &CaseSet::everything()),
                open(secret("line", "night"), "hush-night", premium),
            ],
            regions: vec![(premium.clone(), vec![0, 1]), (premium.not(), vec![0])],
            waiting: CaseSet::nothing(),
        },
        after: Vec::new(),
        alternatives: vec![(name("hush-channel"), None)],
        self_service: false,
    }
}

fn scope(space: &crate::cases::Space) -> Scope {
    let how_to = is(space, "kind", &["how-to"]);
    let exclusion = SetLine {
        value: Exclusion { instead: vec![(Ref { keyword: "offer", name: name("advice") }, None)] },
        clause: clause("exclusion", "set-up"),
        when: cond(how_to.clone()),
        span: line(1),
    };
    Scope {
        clause: clause("scope", "scope"),
        covers: vec![SetLine {
            value: (),
            clause: clause("rule", "all"),
            when: cond(CaseSet::everything()),
            span: line(1),
        }],
        excludes: vec![exclusion],
        covered: how_to.not(),
        may_cover: false,
        may_exclude: false,
    }
}

fn offer() -> Offer {
    let rate = |named: &str, amount: Amount, outside: Option<&str>| Rate {
        amount,
        during: None,
        outside: outside.map(name),
        steps: None,
        least: None,
        clause: clause("rate", named),
        span: line(1),
    };
    Offer {
        clause: clause("offer", "advice"),
        rates: vec![
            rate("advice/1", euros(150, Some(Unit::Hour)), None),
            rate("advice/2", Amount::Times(Decimal::parse("1.50").unwrap(), line(1)), Some("office")),
        ],
        waits: false,
        proposal: Some(clause("line", "advice/3")),
        invoiced: Some(Measure { every: 1, what: Period::Time(Unit::Month) }),
        by: vec![name("lead"), name("hush-lead")],
    }
}

fn escalation() -> Escalation {
    let rung = |moment, people: &[&str]| Rung {
        moment,
        people: people.iter().map(|person| name(person)).collect(),
        clause: clause("step", "stalled/1"),
        span: line(1),
    };
    let half = Decimal::whole(50);
    Escalation {
        clause: clause("escalation", "stalled"),
        waits: false,
        rungs: vec![
            rung(Moment::Share(half, name("first-response")), &["lead", "hush-lead"]),
            rung(Moment::Turn(Some(Stated::Known(business(5, Unit::Day)))), &["lead"]),
        ],
        raised: Vec::new(),
    }
}

fn layout(program: &mut Program) {
    let mut quoting = text("We answer within {first-response}.");
    let span = line(12);
    quoting.original.quotations.push(Quotation {
        range: 17..33,
        span,
        kind: None,
        target: name("first-response"),
        what: Quoted::Title,
    });
    let of = Ref { keyword: "commitment", name: name("first-response") };
    program.quotations.insert(span, Quote::Title(of.clone()));
    let duty = |named: Clause, what: crate::value::Text| Duty {
        clause: named,
        named: false,
        subject: Subject::Us,
        verb: Verb::Will,
        not: false,
        usually: false,
        text: what.into(),
        on: None,
        every: None,
        by: None,
        within: Some((Stated::Known(business(1, Unit::Week)), Some(name("received"))).into()),
        except: None,
        items: Vec::new(),
    };
    let hidden = Section {
        clause: secret("section", "section"),
        standard: None,
        items: vec![SectionItem::Prose(Audience::Everybody, text(HUSH).into())],
    };
    program.layout = vec![
        Section {
            clause: clause("section", "response"),
            standard: Some(Standard::Response),
            items: vec![
                SectionItem::Declaration(of),
                SectionItem::Declaration(Ref { keyword: "role", name: name("hush-lead") }),
                SectionItem::Prose(Audience::Everybody, quoting.into()),
                SectionItem::Note(Audience::Internal, text(HUSH).into()),
                SectionItem::Duty(Box::new(duty(clause("duty", "duty-1"), text("be kind")))),
                SectionItem::Duty(Box::new(duty(secret("duty", "duty"), text(HUSH)))),
            ],
        },
        Section {
            clause: clause("section", "hours"),
            standard: Some(Standard::Channels),
            items: vec![SectionItem::Declaration(Ref { keyword: "calendar", name: name("office") })],
        },
        hidden,
    ];
}
