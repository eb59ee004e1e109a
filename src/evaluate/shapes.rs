//! Values in the shapes of the machine formats: lengths of time in ISO 8601, promises, limits, measures.
//!
//! They are those of the rule set, so that a reader of the one can read the other.

use crate::hir::Program;
use crate::value::{
    Clock, Day, Decimal, Duration, Measure, Period, Promise, Quantity, ReleaseStep, Stated, Strength, Which,
};
use serde_json::{Map, Value, json};

/// So many seconds, in hours, minutes and seconds; for working time, which has no days of 24 hours.
pub fn iso_seconds(seconds: i64) -> String {
    let sign = if seconds < 0 { "-" } else { "" };
    let whole = seconds.unsigned_abs();
    let (hours, minutes, rest) = (whole / 3600, whole / 60 % 60, whole % 60);
    let mut text = format!("{sign}PT");
    for (count, letter) in [(hours, 'H'), (minutes, 'M'), (rest, 'S')] {
        if count > 0 {
            text.push_str(&format!("{count}{letter}"));
        }
    }
    if whole == 0 {
        text.push_str("0S");
    }
    text
}

/// A decimal without zeros at its end.
pub fn decimal(number: Decimal) -> String {
    number.shortest().to_string()
}

fn clocked(program: &Program, mut fields: Map<String, Value>, clock: &Clock) -> Value {
    let (word, calendar) = match clock {
        Clock::Elapsed => ("elapsed", None),
        Clock::Business(_) => ("business", program.policy.business_calendar().map(ToString::to_string)),
        Clock::Calendar(name) => ("calendar", Some(name.to_string())),
    };
    fields.insert("clock".to_owned(), json!(word));
    if let Some(calendar) = calendar {
        fields.insert("calendar".to_owned(), json!(calendar));
    }
    Value::Object(fields)
}

/// A length of time with its clock.
pub fn length(program: &Program, name: &str, duration: &Duration) -> Value {
    let fields = Map::from_iter([(name.to_owned(), json!(duration.iso()))]);
    clocked(program, fields, &duration.clock)
}

/// The same for one that may not be known yet.
pub fn stated(program: &Program, name: &str, stated: &Stated) -> Value {
    match stated {
        Stated::Known(duration) => length(program, name, duration),
        Stated::Unfilled(_) => json!({ "unfilled": true }),
    }
}

/// What is promised.
pub fn promise(program: &Program, promise: &Promise) -> Value {
    match promise {
        Promise::Within { from, to } => {
            let mut fields = Map::from_iter([("within".to_owned(), json!(to.iso()))]);
            if let Some(from) = from {
                fields.insert("from".to_owned(), json!(from.iso()));
            }
            clocked(program, fields, &to.clock)
        }
        Promise::By(day) => json!({ "by": self::day(program, day) }),
        Promise::Release(step) => {
            let step = match step {
                ReleaseStep::Next => "next",
                ReleaseStep::SecondNext => "secondNext",
            };
            json!({ "release": step })
        }
        Promise::Every(duration) => length(program, "every", duration),
        Promise::BestEffort => json!({ "effort": "best" }),
        Promise::None => json!({ "none": true }),
        Promise::No => json!({ "no": true }),
        Promise::AsAgreed(name) => json!({ "agreed": name.as_str() }),
        Promise::AsDecided(name) => json!({ "decided": name.as_str() }),
        Promise::Unfilled => json!({ "unfilled": true }),
    }
}

fn day(program: &Program, day: &Day) -> Value {
    let which = match day.which {
        Which::Same => "same",
        Which::Next => "next",
    };
    let mut fields = Map::from_iter([("day".to_owned(), json!(which))]);
    if let Some(time) = day.time {
        fields.insert("time".to_owned(), json!(time.to_string()));
    }
    clocked(program, fields, &day.clock)
}

/// How firmly something is promised.
pub fn strength(strength: Strength) -> &'static str {
    match strength {
        Strength::Usual => "usual",
        Strength::Target => "target",
        Strength::Guaranteed => "guaranteed",
    }
}

/// For how many of what.
pub fn measure(measure: &Measure) -> Value {
    match &measure.what {
        Period::Time(unit) => json!({ "every": measure.every, "unit": unit.word() }),
        Period::Thing(name) => json!({ "every": measure.every, "thing": name.as_str() }),
    }
}

/// How much of something.
pub fn limit(quantity: &Quantity) -> Value {
    let mut fields = Map::new();
    match quantity.count {
        Some(count) => fields.insert("count".to_owned(), json!(decimal(count))),
        None => fields.insert("unlimited".to_owned(), json!(true)),
    };
    if let Some(unit) = quantity.unit {
        fields.insert("unit".to_owned(), json!(unit.word()));
    }
    if let Some(per) = &quantity.per {
        fields.insert("per".to_owned(), measure(per));
    }
    if quantity.at_a_time {
        fields.insert("atATime".to_owned(), json!(true));
    }
    if let Some(most) = quantity.at_most {
        fields.insert("atMost".to_owned(), json!(decimal(most)));
    }
    Value::Object(fields)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seconds_are_said_in_hours_minutes_and_seconds() {
        assert_eq!(iso_seconds(1800), "PT30M");
        assert_eq!(iso_seconds(30 * 3600 + 61), "PT30H1M1S");
        assert_eq!(iso_seconds(0), "PT0S");
        assert_eq!(iso_seconds(-60), "-PT1M");
    }
}
