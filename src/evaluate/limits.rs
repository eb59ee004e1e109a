//! What is left of a limit: in which period it counts, and how much of it was used.
//!
//! In: a limit as it applies to the case, the day of the request, and what a person says was used. Out: the period with its two
//! ends, what was used and what is left, exactly. A quarter is that of the calendar, unless the first day of the contract is
//! known: then periods are counted from there. What one period leaves is never added to the next one.

use super::amounts::add;
use super::context::Context;
use super::problem::Problem;
use super::shapes;
use crate::time::{ClockTime, Date, DateTime};
use crate::value::{Decimal, Measure, Name, Period, Quantity, Unit};
use serde_json::{Map, Value, json};

/// What was used of an entitlement, as it was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Used {
    /// The entitlement.
    pub of: Name,
    /// How much.
    pub amount: Decimal,
    /// Of which unit of time, if one was said.
    pub unit: Option<Unit>,
}

/// What is left of a limit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rest {
    /// What was used.
    pub used: Value,
    /// What is left; nothing when more was used than there is.
    pub left: Value,
    /// What was used beyond the limit.
    pub over: Option<Value>,
}

/// Reads `advice=3 hours`, `remote-sessions=2`.
pub fn used(context: &Context<'_>, words: &str) -> Result<Used, Problem> {
    let form = "write it as `--used sessions=2` or `--used \"advice=3 hours\"`";
    let Some((name, amount)) = words.split_once('=') else {
        return Err(Problem::new(format!("`{words}` does not say how much was used")).help(form));
    };
    let (name, amount) = (name.trim(), amount.trim());
    let known = &context.program.entitlements;
    let Some((name, _)) = known.get_key_value(name) else {
        let problem = Problem::new(format!("this policy has no entitlement `{name}`"));
        return Err(problem.near(name, known.keys().map(Name::as_str)));
    };
    let (amount, unit) = length(amount)
        .ok_or_else(|| Problem::new(format!("`{amount}` is no amount that can be used")).help(form))?;
    Ok(Used { of: name.clone(), amount, unit })
}

/// `2`, `2.5 hours`, `PT90M`.
fn length(text: &str) -> Option<(Decimal, Option<Unit>)> {
    if text.starts_with('P') {
        let length = super::lengths::duration(text, &|_| None)?;
        return Some((Decimal::whole(i64::from(length.amount)), Some(length.unit)));
    }
    let mut words = text.split_whitespace();
    let number = words.next().filter(|number| number.starts_with(|c: char| c.is_ascii_digit()));
    let (amount, unit) = (Decimal::parse(number?)?, words.next());
    let unit = match unit {
        Some(word) => Some(Unit::from_word(word)?),
        None => None,
    };
    words.next().is_none().then_some((amount, unit))
}

/// The first day of the period in which a limit counts, and the day after its last; none where it has no period, or where
/// nothing says where its periods begin.
pub fn period(measure: &Measure, day: Date, since: Option<Date>) -> Option<(Date, Date)> {
    let Period::Time(unit) = measure.what else { return None };
    let every = i32::try_from(measure.every.max(1)).ok()?;
    let months = match unit {
        Unit::Month => every,
        Unit::Quarter => every.checked_mul(3)?,
        Unit::Year => every.checked_mul(12)?,
        Unit::Day | Unit::Week => {
            let days = i64::from(every) * if unit == Unit::Week { 7 } else { 1 };
            // A week of the calendar begins on Monday; two weeks begin nowhere.
            let monday = || day.number() - i64::try_from(day.weekday().index()).unwrap_or(0);
            let anchor = match (since, unit, every) {
                (Some(since), ..) => since.number(),
                (None, Unit::Week, 1) => monday(),
                (None, Unit::Day, 1) => day.number(),
                (None, ..) => return None,
            };
            let first = anchor + (day.number() - anchor).div_euclid(days) * days;
            return Some((Date::from_number(first)?, Date::from_number(first + days)?));
        }
        Unit::Second | Unit::Minute | Unit::Hour => return None,
    };
    let anchor = match since {
        Some(since) => since,
        None if 12 % months == 0 => Date::new(day.year(), 1, 1)?,
        None => return None,
    };
    let between = (i32::from(day.year()) - i32::from(anchor.year())) * 12 + i32::from(day.month())
        - i32::from(anchor.month());
    let mut step = between.div_euclid(months);
    // The day of the month decides whether the last of these periods has begun.
    if anchor.plus_months(step * months)? > day {
        step -= 1;
    }
    Some((anchor.plus_months(step * months)?, anchor.plus_months((step + 1) * months)?))
}

/// Both ends of a period as instants at midnight, for machines.
pub fn shape(context: &Context<'_>, (from, to): (Date, Date)) -> Option<Value> {
    let midnight = |date| {
        let at = context.clock.instant(DateTime { date, time: ClockTime::MIDNIGHT })?;
        Some(context.rfc(at))
    };
    Some(json!({ "from": midnight(from)?, "to": midnight(to)? }))
}

/// Whether a limit is counted for something of which the case does not say how many there are.
pub fn is_open(context: &Context<'_>, limit: &Quantity) -> bool {
    // What is no fact, such as a request, is the one in hand.
    let counted = |thing: &Name| context.program.space.dim(thing.as_str()).is_some();
    limit.per.as_ref().is_some_and(|per| matches!(&per.what, Period::Thing(thing) if counted(thing)))
}

/// What is left of a limit; none where it has no figure.
pub fn left(limit: &Quantity, used: &Used) -> Result<Option<Rest>, Problem> {
    let name = &used.of;
    let Some(count) = limit.count else { return Ok(None) };
    let wrong = |said: String, write: String| {
        Problem::new(format!("the limit of `{name}` is {said}"))
            .help(format!("write `--used \"{name}={write}\"`"))
    };
    let (used, unit) = match (limit.unit, used.unit) {
        (None, None) => (Spent::Count(used.amount, None), None),
        (None, Some(_)) => return Err(wrong("a number, without a unit of time".to_owned(), "2".to_owned())),
        (Some(unit), said) => {
            let said = said.unwrap_or(unit);
            match (seconds(unit), seconds(said)) {
                (Some(_), Some(length)) => (Spent::Time(used.amount.widened() * length), Some(unit)),
                _ if said == unit => (Spent::Count(used.amount, Some(unit)), Some(unit)),
                _ => {
                    let word = unit.word();
                    return Err(wrong(format!("in {word}s, not in {}s", said.word()), format!("2 {word}s")));
                }
            }
        }
    };
    Ok(match used {
        Spent::Count(used, unit) => {
            add(count, Decimal { units: -used.units, scale: used.scale }).map(|rest| {
                let nothing = Decimal::whole(0);
                Rest {
                    used: amount(used, unit),
                    left: amount(rest.max(nothing), unit),
                    over: (rest < nothing)
                        .then(|| amount(Decimal { units: -rest.units, scale: rest.scale }, unit)),
                }
            })
        }
        Spent::Time(used) => unit.and_then(|unit| {
            let rest = count.widened() * seconds(unit)? - used;
            let over = if rest < 0 { Some(time(-rest, unit)?) } else { None };
            Some(Rest { used: time(used, unit)?, left: time(rest.max(0), unit)?, over })
        }),
    })
}

/// What was used, in the terms of the limit.
enum Spent {
    /// A number of something, or of a unit of time that has no exact length.
    Count(Decimal, Option<Unit>),
    /// Billionths of a second.
    Time(i128),
}

/// The seconds of a unit that always has the same.
fn seconds(unit: Unit) -> Option<i128> {
    match unit {
        Unit::Second => Some(1),
        Unit::Minute => Some(60),
        Unit::Hour => Some(3600),
        Unit::Day | Unit::Week | Unit::Month | Unit::Quarter | Unit::Year => None,
    }
}

/// A number of something in the shape of a limit.
fn amount(count: Decimal, unit: Option<Unit>) -> Value {
    let mut fields = Map::from_iter([("count".to_owned(), json!(shapes::decimal(count)))]);
    if let Some(unit) = unit {
        fields.insert("unit".to_owned(), json!(unit.word()));
    }
    Value::Object(fields)
}

/// Billionths of a second in the unit of the limit where two places are enough for that, otherwise in a smaller one.
fn time(billionths: i128, unit: Unit) -> Option<Value> {
    const HUNDREDTH: i128 = 10_000_000;
    for unit in [unit, Unit::Minute, Unit::Second] {
        let step = seconds(unit)? * HUNDREDTH;
        if billionths % step == 0 {
            let count = Decimal { units: i64::try_from(billionths / step).ok()?, scale: 2 };
            return Some(amount(count, Some(unit)));
        }
    }
    Some(amount(Decimal { units: i64::try_from(billionths).ok()?, scale: 9 }, Some(Unit::Second)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Span;

    fn date(text: &str) -> Date {
        super::super::read::date(text).unwrap()
    }

    fn days(every: u32, unit: Unit, day: &str, since: Option<&str>) -> Option<String> {
        let measure = Measure { every, what: Period::Time(unit) };
        period(&measure, date(day), since.map(date)).map(|(from, to)| format!("{from} {to}"))
    }

    #[test]
    fn periods_are_those_of_the_calendar_or_of_the_contract() {
        let said = |every, unit, since| days(every, unit, "2026-12-24", since).unwrap_or_default();
        assert_eq!(said(1, Unit::Quarter, None), "2026-10-01 2027-01-01");
        assert_eq!(said(1, Unit::Year, None), "2026-01-01 2027-01-01");
        assert_eq!(said(2, Unit::Month, None), "2026-11-01 2027-01-01");
        assert_eq!(said(1, Unit::Week, None), "2026-12-21 2026-12-28");
        assert_eq!(said(1, Unit::Day, None), "2026-12-24 2026-12-25");
        assert_eq!(said(2, Unit::Year, None), "");
        assert_eq!(said(5, Unit::Month, None), "");
        assert_eq!(said(2, Unit::Week, None), "");
        assert_eq!(said(1, Unit::Year, Some("2024-12-25")), "2025-12-25 2026-12-25");
        assert_eq!(said(1, Unit::Year, Some("2024-12-24")), "2026-12-24 2027-12-24");
        assert_eq!(said(2, Unit::Year, Some("2023-03-01")), "2025-03-01 2027-03-01");
        assert_eq!(said(1, Unit::Month, Some("2026-01-31")), "2026-11-30 2026-12-31");
        assert_eq!(said(2, Unit::Week, Some("2026-12-01")), "2026-12-15 2026-12-29");
        assert_eq!(said(1, Unit::Hour, None), "");
    }

    fn rest(count: &str, unit: Option<Unit>, used: &str) -> String {
        let limit = Quantity {
            count: Decimal::parse(count),
            unit,
            per: None,
            at_a_time: false,
            at_most: None,
            span: Span::default(),
        };
        let (amount, unit) = length(used).unwrap();
        let used = Used { of: Name::new("advice", Span::default()), amount, unit };
        match left(&limit, &used) {
            Ok(Some(Rest { left, over, .. })) => match over {
                Some(over) => format!("{left} over {over}"),
                None => left.to_string(),
            },
            Ok(None) => String::new(),
            Err(problem) => problem.message,
        }
    }

    #[test]
    fn what_is_left_is_exact_in_the_unit_of_the_limit_or_a_smaller_one() {
        let hour = Some(Unit::Hour);
        assert_eq!(rest("12", hour, "3 hours"), r#"{"count":"9","unit":"hour"}"#);
        assert_eq!(rest("12", hour, "3"), r#"{"count":"9","unit":"hour"}"#);
        assert_eq!(rest("12", hour, "PT90M"), r#"{"count":"10.5","unit":"hour"}"#);
        assert_eq!(rest("12", hour, "20 minutes"), r#"{"count":"700","unit":"minute"}"#);
        assert_eq!(rest("1", hour, "1 second"), r#"{"count":"3599","unit":"second"}"#);
        assert_eq!(
            rest("2", hour, "2.5 hours"),
            r#"{"count":"0","unit":"hour"} over {"count":"0.5","unit":"hour"}"#
        );
        assert_eq!(rest("4", None, "4"), r#"{"count":"0"}"#);
        assert_eq!(rest("3", Some(Unit::Day), "0.5 days"), r#"{"count":"2.5","unit":"day"}"#);
    }

    #[test]
    fn a_day_is_not_taken_for_some_number_of_hours() {
        assert_eq!(rest("12", Some(Unit::Hour), "1 day"), "the limit of `advice` is in hours, not in days");
        assert_eq!(rest("3", Some(Unit::Day), "4 hours"), "the limit of `advice` is in days, not in hours");
        assert_eq!(rest("3", None, "4 hours"), "the limit of `advice` is a number, without a unit of time");
        assert_eq!(length("-3 hours"), None);
        assert_eq!(length("3 hours more"), None);
    }
}
