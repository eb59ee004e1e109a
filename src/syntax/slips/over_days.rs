//! Hours that run from one day into another: `Friday 17:00 to Monday 08:00`.
//!
//! In: what stands behind `open`. Out: the hours of each day, as they are written; nothing where the words say something else.

use super::clock::one_time;
use super::days::weekday;
use super::through;
use crate::time::Weekday;

/// The hours day by day, where two days with a time each begin and end them, and nothing else is said.
pub(in crate::syntax) fn over_days(rest: &str) -> Option<Vec<String>> {
    let (first, opens, rest) = moment(rest)?;
    let (rest, _) = through(rest)?;
    let (last, closes, rest) = moment(rest)?;
    let days = (last.index() + 7 - first.index()) % 7;
    if days == 0 || !rest.trim().is_empty() {
        return None;
    }
    let day = |after: usize| Weekday::ALL[(first.index() + after) % 7].code();
    let mut hours = vec![format!("{} {opens}..24:00", day(0))];
    match days - 1 {
        0 => {}
        1 => hours.push(format!("{} 00:00..24:00", day(1))),
        whole => hours.push(format!("{}..{} 00:00..24:00", day(1), day(whole))),
    }
    if closes != "00:00" {
        hours.push(format!("{} 00:00..{closes}", day(days)));
    }
    Some(hours)
}

/// A day with a time behind it, and what follows.
fn moment(rest: &str) -> Option<(Weekday, String, &str)> {
    let rest = rest.trim_start();
    let (code, length) = weekday(rest)?;
    let day = Weekday::from_code(code)?;
    let rest = rest[length..].trim_start_matches([' ', ',']);
    let rest = rest.strip_prefix("at ").unwrap_or(rest);
    let (time, length) = one_time(rest)?;
    Some((day, time, &rest[length..]))
}

#[cfg(test)]
mod tests {
    use super::over_days;

    #[test]
    fn each_day_has_its_hours() {
        let said = |text| over_days(text).map(|hours| hours.join("; ")).unwrap_or_default();
        let weekend = "Fri 17:00..24:00; Sat..Sun 00:00..24:00; Mon 00:00..08:00";
        assert_eq!(said("Friday 17:00 to Monday 08:00"), weekend);
        assert_eq!(said("Fri 5pm - Mon 8am"), weekend);
        assert_eq!(said("Sat 22:00 until Sun 06:00"), "Sat 22:00..24:00; Sun 00:00..06:00");
        assert_eq!(said("Fri 17:00 to Sun 24:00"), "Fri 17:00..24:00; Sat 00:00..24:00; Sun 00:00..24:00");
        assert_eq!(said("Sat 09:00 to Mon 00:00"), "Sat 09:00..24:00; Sun 00:00..24:00");
        for other in [
            "Mon 09:00 to Mon 17:00",
            "Mon 09:00",
            "Mon to Fri 09:00",
            "Friday 17:00 to Monday 08:00 and more",
        ] {
            assert_eq!(over_days(other), None, "{other}");
        }
    }
}
