//! Hours between two days with a time each: `Friday 17:00 to Monday 08:00`.
//!
//! In: what stands behind `open`. Out: what can be meant, as it is written; nothing where the words say something else.

use super::clock::one_time;
use super::through;
use super::weekdays::weekday;

/// What two days with a time each can mean, where nothing else is said: one stretch from the one to the other; and, where the
/// first time is the earlier one, the same hours on each of these days as well.
pub(in crate::syntax) fn over_days(rest: &str) -> Vec<String> {
    let read = || {
        let (first, opens, rest) = moment(rest)?;
        let (rest, _) = through(rest)?;
        let (last, closes, rest) = moment(rest)?;
        (first != last && rest.trim().is_empty()).then_some((first, opens, last, closes))
    };
    let Some((first, opens, last, closes)) = read() else { return Vec::new() };
    let mut readings = vec![format!("from {first} {opens} to {last} {closes}")];
    if opens < closes {
        readings.insert(0, format!("{first}..{last} {opens}..{closes}"));
    }
    readings
}

/// A day with a time behind it, and what follows.
fn moment(rest: &str) -> Option<(&'static str, String, &str)> {
    let rest = rest.trim_start();
    let (day, length) = weekday(rest)?;
    let rest = rest[length..].trim_start_matches([' ', ',']);
    let rest = rest.strip_prefix("at ").unwrap_or(rest);
    let (time, length) = one_time(rest)?;
    Some((day, time, &rest[length..]))
}

#[cfg(test)]
mod tests {
    use super::over_days;

    #[test]
    fn a_stretch_over_days_is_one_and_an_earlier_hour_may_be_of_every_day() {
        assert_eq!(over_days("Friday 17:00 to Monday 08:00"), ["from Fri 17:00 to Mon 08:00"]);
        assert_eq!(over_days("Fri 5pm - Mon 8am"), ["from Fri 17:00 to Mon 08:00"]);
        assert_eq!(
            over_days("Monday 09:00 to Friday 17:00"),
            ["Mon..Fri 09:00..17:00", "from Mon 09:00 to Fri 17:00"]
        );
        for other in
            ["Mon 09:00 to Mon 17:00", "Mon 09:00", "Mon to Fri 09:00", "Fri 17:00 to Mon 08:00 and more"]
        {
            assert!(over_days(other).is_empty(), "{other}");
        }
    }
}
