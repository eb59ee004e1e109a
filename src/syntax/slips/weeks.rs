//! Weeks of which other days are worked than Monday to Friday: `working days` are those of the country that the policy is of.
//!
//! In: a slip in weekdays, and its file. Out: the slip, or a choice where the zone of the policy is one of a country whose weekend
//! is another.

use super::Slip;
use super::tongues::header;
use super::weekdays::{WEEKENDS, WORKING_DAYS};

/// A week with another weekend.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Week {
    worked: &'static str,
    weekend: &'static str,
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

/// A slip in weekdays at the beginning of `rest`, as it is read in a file whose header may name its zone.
pub(super) fn read_in(slip: Slip, rest: &str, whole: &str) -> Slip {
    let written = &rest[..slip.length];
    let is_one_of = |words: &[&str]| words.iter().any(|word| word.eq_ignore_ascii_case(written));
    let (worked, weekend) = (is_one_of(&WORKING_DAYS), is_one_of(&WEEKENDS));
    let ([usual], true) = (slip.meant.as_slice(), worked || weekend) else { return slip };
    let Some(week) = week_of(whole) else { return slip };
    let other = if worked { week.worked } else { week.weekend };
    Slip::doubtful(written, vec![other.to_owned(), usual.clone()])
}

/// The week of a policy, or of one of its first calendars, whose zone is one of another week.
fn week_of(whole: &str) -> Option<Week> {
    let header = header(whole);
    let begins = |at: &usize| header[..*at].trim_end_matches([' ', '\t']).ends_with(['\n', ';', '{']);
    let zones = header.match_indices("timezone ").filter(|(at, _)| begins(at)).map(|(at, word)| {
        let rest = header[at + word.len()..].trim_start();
        let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || "/_-".contains(c)));
        &rest[..end.unwrap_or(rest.len())]
    });
    let week = |zone: &str| WEEKS.into_iter().find(|(_, zones)| zones.contains(&zone)).map(|(week, _)| week);
    zones.into_iter().find_map(week)
}

#[cfg(test)]
mod tests {
    use super::super::weekdays::weekdays;
    use super::read_in;

    #[test]
    fn working_days_are_a_choice_where_friday_is_off() {
        for (zone, line, meant) in [
            ("Asia/Riyadh", "working days 09:00", "Sun..Thu or Mon..Fri"),
            ("Asia/Tehran", "weekends 09:00", "Thu, Fri or Sat..Sun"),
            ("Asia/Dubai", "working days 09:00", "Mon..Fri"),
            ("Asia/Riyadh", "Monday-Friday 09:00", "Mon..Fri"),
            ("Asia/Riyadh", "every day 09:00", "Mon..Sun"),
        ] {
            let whole = format!("policy a \"A\" {{\n  timezone  {zone}\n}}\n");
            let slip = read_in(weekdays(line).expect("a slip"), line, &whole);
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
