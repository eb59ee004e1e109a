//! The types of slots: how each is called in a message, and which rule of the grammar reads it.

use crate::syntax::ast::{Capture, Expected, LanguageChoice};
use crate::syntax::build::amounts::{amount, frequency, limit, measure, quantity};
use crate::syntax::build::conditions::{condition, operand};
use crate::syntax::build::durations::{duration, plain_number, promise, share, strength, unit};
use crate::syntax::build::texts::{path, text};
use crate::syntax::build::unexpected;
use crate::syntax::build::{dates, places};
use crate::syntax::grammar::{Builder, Built, Pair, R, first};
use crate::value::{Name, Path};

/// What may stand in a slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the table below says it")]
pub enum SlotType {
    /// The name of something, of this kind; the kind is checked when names are looked up.
    Ref(&'static str),
    Text,
    Number,
    Share,
    Duration,
    Lapse,
    Day,
    Cadence,
    NoFigure,
    Strength,
    Amount,
    Limit,
    Measure,
    Frequency,
    Period,
    Date,
    Time,
    Weekday,
    Weekdays,
    Hours,
    Dates,
    Instant,
    Instants,
    Zone,
    Area,
    Path,
    Language,
    DateRule,
    Condition,
    Operand,
    Expected,
    RulePath,
}

/// Each type with its name in the schemas, its rule, and what a message calls it.
const TYPES: &[(&str, SlotType, R, &str)] = &[
    ("text", SlotType::Text, R::text, "a text in quotes"),
    ("number", SlotType::Number, R::number, "a number"),
    ("share", SlotType::Share, R::share, "a share such as `95%`"),
    (
        "duration",
        SlotType::Duration,
        R::duration,
        "a length of time such as `30 minutes` or `2 business days`",
    ),
    ("lapse", SlotType::Lapse, R::lapse, "a length of time such as `30 minutes` or `2 business days`"),
    ("day", SlotType::Day, R::day, "a day such as `next business day`"),
    ("cadence", SlotType::Cadence, R::cadence, "a length of time such as `2 hours`, or `business day`"),
    ("no-figure", SlotType::NoFigure, R::no_figure, "`best effort`, `none`, `no` or `as agreed in …`"),
    ("strength", SlotType::Strength, R::strength, "`guaranteed` or `target`"),
    ("amount", SlotType::Amount, R::amount, "an amount such as `EUR 150` or `20% of licence-fee`"),
    ("limit", SlotType::Limit, R::limit, "a limit such as `up to 10` or `unlimited`"),
    ("measure", SlotType::Measure, R::measure, "`year`, `month` or what is counted"),
    ("frequency", SlotType::Frequency, R::frequency, "`monthly` or another rhythm"),
    ("period", SlotType::Period, R::unit, "`month`, `quarter` or `year`"),
    ("date", SlotType::Date, R::date, "a date such as `2026-12-24`"),
    ("time", SlotType::Time, R::time, "a time such as `09:00`"),
    ("weekday", SlotType::Weekday, R::weekday, "a weekday such as `Mon`"),
    ("weekdays", SlotType::Weekdays, R::weekdays, "weekdays such as `Mon..Fri`"),
    ("hours", SlotType::Hours, R::hours, "hours such as `09:00..17:30`"),
    ("dates", SlotType::Dates, R::dates, "dates such as `2026-12-24` or `Dec 28..Jan 3`"),
    ("instant", SlotType::Instant, R::instant, "a date and time such as `2026-12-24 16:45`"),
    (
        "instants",
        SlotType::Instants,
        R::instants,
        "two dates with times, as `2026-12-24 13:00..2026-12-27 09:00`",
    ),
    ("zone", SlotType::Zone, R::zone, "a time zone such as `Europe/Amsterdam`"),
    ("area", SlotType::Area, R::area, "a country or region such as `NL` or `DE-BY`"),
    ("path", SlotType::Path, R::string, "a path in quotes"),
    ("language", SlotType::Language, R::language_choice, "a language such as `en` or `nl informal`"),
    ("date-rule", SlotType::DateRule, R::date_rule, "a date, or a rule such as `5 years after release`"),
    ("condition", SlotType::Condition, R::condition, "a condition such as `plan is premium`"),
    ("operand", SlotType::Operand, R::operand, "a value"),
    (
        "expected",
        SlotType::Expected,
        R::expected,
        "what it is, as `open`, `30 minutes`, `yes`, `10` or `EUR 1_000`",
    ),
    (
        "rule-path",
        SlotType::RulePath,
        R::rule_path,
        "the path of a rule, as `first-response/critical/premium`",
    ),
];

/// Kinds of names that slots ask for, beside the keywords of declarations.
const KINDS: &[&str] = &[
    "name",
    "calendar",
    "plan",
    "channel",
    "entitlement",
    "role",
    "party",
    "state",
    "event",
    "commitment",
    "offer",
    "fact",
    "escalation",
    "phase",
    "policy",
    "price",
    "priced",
];

/// A few texts of each type, as people write them; for tests of the schemas, completion and the reference.
const SAMPLES: &[(SlotType, &[&str])] = &[
    (
        SlotType::Text,
        &[
            "\"Office hours\"",
            "\"Critical\" nl: \"Kritiek\"",
            "\"New\" in all languages",
            "\"\"\"Some *words*.\"\"\"",
        ],
    ),
    (SlotType::Number, &["3", "4_500", "1.5"]),
    (SlotType::Share, &["95%", "99.9%"]),
    (SlotType::Duration, &["30 minutes", "4 business hours", "2 extended days"]),
    (SlotType::Lapse, &["30 minutes", "24 to 48 hours", "1 business day"]),
    (SlotType::Day, &["next business day", "same business day", "next business day 12:00", "next release"]),
    (SlotType::Cadence, &["2 hours", "business day", "week"]),
    (SlotType::NoFigure, &["best effort", "none", "no", "as agreed in eula", "as decided by us", "?"]),
    (SlotType::Strength, &["guaranteed", "target"]),
    (
        SlotType::Amount,
        &[
            "EUR 150 per hour",
            "20% of licence-fee",
            "1.5 times",
            "included in licence",
            "higher of fee and EUR 10_000 per year",
            "as agreed in eula",
        ],
    ),
    (SlotType::Limit, &["up to 10", "12 hours", "unlimited"]),
    (SlotType::Measure, &["year", "500 nodes"]),
    (SlotType::Frequency, &["monthly", "weekly", "every 2 weeks"]),
    (SlotType::Period, &["month", "quarter", "year"]),
    (SlotType::Date, &["2026-12-24"]),
    (SlotType::Time, &["09:00", "24:00", "17:30:15"]),
    (SlotType::Weekday, &["Mon"]),
    (SlotType::Weekdays, &["Mon..Fri", "Sat"]),
    (SlotType::Hours, &["09:00..17:30", "22:00..06:00"]),
    (SlotType::Dates, &["2026-12-24", "Dec 28..Jan 3", "2026-01-01..2026-03-31"]),
    (SlotType::Instant, &["2026-12-24 16:45"]),
    (SlotType::Instants, &["2026-12-24 13:00..2026-12-27 09:00"]),
    (SlotType::Zone, &["Europe/Amsterdam", "UTC"]),
    (SlotType::Area, &["NL", "DE-BY"]),
    (SlotType::Path, &["\"common/calendars.policy\""]),
    (SlotType::Language, &["en", "nl informal", "pt-BR"]),
    (
        SlotType::DateRule,
        &["release", "5 years after release", "end of full", "earlier of 2027-01-01 and next release"],
    ),
    (
        SlotType::Condition,
        &["severity is critical", "workaround and not (plan is basic or nodes is at least 3)"],
    ),
    (SlotType::Operand, &["critical", "3 hours", "yes"]),
    (SlotType::Expected, &["open", "EUR 100", "10", "none", "yes"]),
    (SlotType::RulePath, &["first-response/critical/premium"]),
];

impl SlotType {
    /// All types, and a name of each kind.
    pub fn all() -> impl Iterator<Item = Self> {
        TYPES.iter().map(|(_, kind, ..)| *kind).chain(KINDS.iter().map(|kind| Self::Ref(kind)))
    }

    /// A few texts of this type.
    pub fn samples(self) -> &'static [&'static str] {
        match self {
            Self::Ref("calendar") => &["office", "always"],
            Self::Ref("event") => &["one-name", "severity changed", "impact set"],
            Self::Ref(_) => &["one-name", "another"],
            _ => SAMPLES.iter().find(|(kind, _)| *kind == self).map_or(&[], |(_, samples)| samples),
        }
    }

    /// The words that this type is made of, where it is made of a few.
    pub fn words(self) -> &'static [&'static str] {
        match self {
            Self::Strength | Self::Period => self.samples(),
            Self::Frequency => &["daily", "weekly", "monthly", "quarterly", "yearly"],
            _ => &[],
        }
    }

    /// The type of this name.
    pub fn find(name: &'static str) -> Option<Self> {
        let typed = TYPES.iter().find(|(known, ..)| *known == name).map(|(_, kind, ..)| *kind);
        typed.or_else(|| KINDS.contains(&name).then_some(Self::Ref(name)))
    }

    /// What a message calls it.
    pub fn spoken(self) -> String {
        match self {
            Self::Ref("name") => "a name".to_owned(),
            Self::Ref("event") => "an event such as `received` or `severity changed`".to_owned(),
            Self::Ref("priced") => "the name of a price, a plan or an offer".to_owned(),
            Self::Ref(kind @ ("entitlement" | "offer" | "escalation")) => {
                format!("the name of an {kind}")
            }
            Self::Ref(kind) => format!("the name of a {kind}"),
            _ => {
                TYPES.iter().find(|(_, kind, ..)| *kind == self).map_or("", |(.., spoken)| spoken).to_owned()
            }
        }
    }

    /// The rule of the grammar that reads it.
    pub(in crate::syntax) fn rule(self) -> R {
        match self {
            Self::Ref("event") => R::event,
            Self::Ref(_) => R::name,
            _ => TYPES.iter().find(|(_, kind, ..)| *kind == self).map_or(R::name, |(_, _, rule, _)| *rule),
        }
    }

    /// What a pair of that rule holds.
    pub(in crate::syntax) fn build(self, b: &mut Builder, pair: Pair<'_>) -> Built<Capture> {
        let span = b.span(&pair);
        Ok(match self {
            // `severity  changed` is one event, however wide the gap in it.
            Self::Ref("event") => {
                let words: Vec<&str> = pair.as_str().split_whitespace().collect();
                Capture::Name(crate::syntax::grammar::name(&words.join(" "), span))
            }
            Self::Ref(_) => Capture::Name(b.name(&pair)),
            Self::Text => Capture::Text(text(b, pair)?),
            Self::Number => Capture::Number(dates::spanned(b, &pair, plain_number(b, &pair)?)),
            Self::Share => Capture::Share(dates::spanned(b, &pair.clone(), share(b, pair)?)),
            Self::Duration => Capture::Duration(duration(b, pair)?),
            Self::Lapse | Self::Day | Self::Cadence | Self::NoFigure => {
                Capture::Promise(dates::spanned(b, &pair.clone(), promise(b, pair)?))
            }
            Self::Strength => Capture::Strength(dates::spanned(b, &pair, strength(&pair))),
            Self::Amount => Capture::Amount(amount(b, pair)?),
            Self::Limit => Capture::Quantity(limit(b, pair)?),
            Self::Measure => Capture::Measure(measure(b, pair)?),
            Self::Frequency => Capture::Measure(frequency(b, pair)?),
            Self::Period => Capture::Unit(dates::spanned(b, &pair, unit(b, &pair)?)),
            Self::Date => Capture::Date(dates::spanned(b, &pair, dates::date(b, &pair)?)),
            Self::Time => Capture::Time(dates::spanned(b, &pair, dates::time(b, &pair)?)),
            Self::Weekday => Capture::Weekday(dates::spanned(b, &pair, dates::weekday(b, &pair)?)),
            Self::Weekdays => Capture::Weekdays(dates::spanned(b, &pair.clone(), dates::weekdays(b, pair)?)),
            Self::Hours => Capture::Hours(dates::spanned(b, &pair.clone(), dates::hours(b, pair)?)),
            Self::Dates => Capture::Dates(dates::spanned(b, &pair.clone(), dates::dates(b, pair)?)),
            Self::Instant => Capture::Instant(dates::spanned(b, &pair.clone(), dates::instant(b, pair)?)),
            Self::Instants => Capture::Instants(dates::spanned(b, &pair.clone(), dates::instants(b, pair)?)),
            Self::Zone => Capture::Zone(dates::spanned(b, &pair, dates::zone(b, &pair)?)),
            Self::Area => Capture::Code(dates::spanned(b, &pair, places::area(b, &pair)?)),
            Self::Path => Capture::Code(crate::source::Spanned::new(path(b, &pair)?, span)),
            Self::Language => {
                let mut parts = pair.clone().into_inner();
                let Some(tag) = parts.next() else { return unexpected(span, &pair) };
                let informal = parts.next().is_some_and(|form| form.as_str() == "informal");
                Capture::LanguageChoice(LanguageChoice {
                    tag: dates::spanned(b, &tag, places::language(b, &tag)?),
                    informal,
                })
            }
            Self::DateRule => Capture::DateRule(dates::spanned(b, &pair.clone(), dates::date_rule(b, pair)?)),
            Self::Condition => Capture::Condition(condition(b, pair)?),
            Self::Operand => Capture::Operand(operand(b, pair)?),
            Self::Expected => Capture::Expected(expected(b, pair)?),
            Self::RulePath => {
                let parts = pair.as_str().split('/').map(|part| Name::new(part, span)).collect();
                Capture::Path(Path { parts, span })
            }
        })
    }
}

#[expect(clippy::needless_pass_by_value, reason = "as everything that builds a value of a pair")]
fn expected(b: &Builder, pair: Pair<'_>) -> Built<Expected> {
    let span = b.span(&pair);
    let Some(inner) = first(pair.clone()) else { return unexpected(span, &pair) };
    Ok(match inner.as_rule() {
        R::is_open => Expected::Open(span),
        R::is_closed => Expected::Closed(span),
        R::yes => Expected::Yes(span),
        R::money_like => Expected::Amount(amount(b, inner)?),
        R::quantity => Expected::Quantity(quantity(b, inner)?.0),
        R::promise_like => {
            let Some(of) = inner.into_inner().find(|part| part.as_rule() != R::every) else {
                return unexpected(span, &pair);
            };
            Expected::Promise(dates::spanned(b, &of.clone(), promise(b, of)?))
        }
        _ => return unexpected(span, &pair),
    })
}
