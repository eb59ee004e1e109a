//! What a file says once and its slips are read by: its language, and its zone where that is one of a country whose weekend is
//! another. `Di` is a day of the language, and `working days` are those of the country.
//!
//! In: the text of a file, then slips in weekdays. Out: the slip, or a choice where `Mon..Fri` may not be what is meant.

use super::Slip;
use super::days::{WEEKENDS, WORKING_DAYS};
use super::tongues::language_of;

/// The language and the week of a file.
#[derive(Debug, Default)]
pub(in crate::syntax) struct Locale {
    language: Option<String>,
    /// The week, where it is not the usual one.
    week: Option<Week>,
}

/// A week with another weekend.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Week {
    worked: &'static str,
    weekend: &'static str,
}

impl Locale {
    /// That of a file, whose header stands at its beginning.
    pub(in crate::syntax) fn of(text: &str) -> Self {
        const HEADER: usize = 20_000;
        let header = text.get(..HEADER).unwrap_or(text);
        Self { language: language_of(header).map(str::to_owned), week: week_of(header) }
    }

    /// The language that the policy is written in first.
    pub(super) fn language(&self) -> Option<&str> {
        self.language.as_deref()
    }

    /// A slip in weekdays at the beginning of `rest`, as it is read where this week is worked.
    pub(super) fn days(&self, slip: Slip, rest: &str) -> Slip {
        let (Some(week), [usual]) = (self.week, slip.meant.as_slice()) else { return slip };
        let written = &rest[..slip.length];
        let is_one_of = |words: &[&str]| words.iter().any(|word| word.eq_ignore_ascii_case(written));
        let other = if is_one_of(&WORKING_DAYS) {
            week.worked
        } else if is_one_of(&WEEKENDS) {
            week.weekend
        } else {
            return slip;
        };
        Slip::doubtful(written, vec![other.to_owned(), usual.clone()])
    }
}

/// The zones of countries whose offices do not work from Monday to Friday, by their week.
const WEEKS: [(Week, &[&str]); 3] = [
    (
        Week { worked: "Sun..Thu", weekend: "Fri, Sat" },
        &[
            "Africa/Algiers",
            "Africa/Cairo",
            "Africa/Khartoum",
            "Africa/Tripoli",
            "Asia/Aden",
            "Asia/Amman",
            "Asia/Baghdad",
            "Asia/Bahrain",
            "Asia/Damascus",
            "Asia/Dhaka",
            "Asia/Gaza",
            "Asia/Hebron",
            "Asia/Jerusalem",
            "Asia/Kuwait",
            "Asia/Muscat",
            "Asia/Qatar",
            "Asia/Riyadh",
            "Asia/Tel_Aviv",
            "Indian/Maldives",
        ],
    ),
    (Week { worked: "Sat..Wed", weekend: "Thu, Fri" }, &["Asia/Kabul", "Asia/Tehran"]),
    (Week { worked: "Sun..Fri", weekend: "Sat" }, &["Asia/Kathmandu"]),
];

/// The week of a policy whose header names its zone, if it is another one.
fn week_of(header: &str) -> Option<Week> {
    let (_, rest) = header.split_once("timezone ")?;
    let rest = rest.trim_start();
    let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || "/_-".contains(c))).unwrap_or(rest.len());
    WEEKS.into_iter().find(|(_, zones)| zones.contains(&&rest[..end])).map(|(week, _)| week)
}

#[cfg(test)]
mod tests {
    use super::super::days::weekdays;
    use super::Locale;

    #[test]
    fn working_days_are_a_choice_where_friday_is_off() {
        for (zone, line, meant) in [
            ("Asia/Riyadh", "working days 09:00", "Sun..Thu or Mon..Fri"),
            ("Asia/Tehran", "weekends 09:00", "Thu, Fri or Sat..Sun"),
            ("Asia/Dubai", "working days 09:00", "Mon..Fri"),
            ("Asia/Riyadh", "Monday-Friday 09:00", "Mon..Fri"),
            ("Asia/Riyadh", "every day 09:00", "Mon..Sun"),
        ] {
            let locale = Locale::of(&format!("policy a \"A\" {{\n  timezone  {zone}\n}}\n"));
            let slip = locale.days(weekdays(line).expect("a slip"), line);
            assert_eq!(slip.meant.join(" or "), meant, "{line} in {zone}");
            assert_eq!(slip.safe, slip.meant.len() == 1, "{line} in {zone}");
        }
    }

    #[test]
    fn each_zone_of_another_week_is_one() {
        let all = super::WEEKS.iter().flat_map(|(_, zones)| *zones);
        for zone in all {
            assert!(crate::time::Zone::new(zone).is_some(), "{zone}");
        }
    }
}
