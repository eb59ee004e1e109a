//! The day on which policies are looked at: what `AVOUCH_TODAY` says, or the day of the system's clock, in UTC.
//!
//! Only findings about what is overdue, over or still to come look at it; what is built does not.

use std::env;
use std::time::{SystemTime, UNIX_EPOCH};

use super::failure::Failure;
use crate::time::{Date, worded};

/// The variable that stands for the system's clock, for checks that are to be repeated.
const VARIABLE: &str = "AVOUCH_TODAY";

/// The day; none where the system's clock is not set.
pub fn today() -> Result<Option<Date>, Failure> {
    match env::var(VARIABLE) {
        Ok(written) if !written.is_empty() => match date(&written) {
            Some(day) => Ok(Some(day)),
            None => Err(Failure::new(format!("`{VARIABLE}` is `{written}`, which is not a date"))
                .help("write a day such as 2026-11-22, or unset it to use the system's clock")),
        },
        Ok(_) | Err(_) => Ok(of_the_system()),
    }
}

fn of_the_system() -> Option<Date> {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).ok()?.as_secs();
    Date::from_number(i64::try_from(seconds / (24 * 60 * 60)).ok()?)
}

/// A day as it is written everywhere, `2026-11-22`.
pub fn date(written: &str) -> Option<Date> {
    let mut parts = written.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let plain = parts.next().is_none() && year.len() == 4 && month.len() == 2 && day.len() == 2;
    if !plain {
        return None;
    }
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

/// What is wrong with a day that is typed in another form, with the right one if it is known.
pub fn no_day(written: &str) -> Failure {
    let days: Vec<String> = match relative(written) {
        Some(day) => vec![format!("`{day}`")],
        None => worded(written).into_iter().map(|meant| format!("`{}`", meant.date)).collect(),
    };
    let failure = Failure::new(format!("`{written}` is not a date"));
    if days.is_empty() {
        failure.help("write a day such as `2026-11-22`")
    } else {
        failure.help(format!("write {}", days.join(" or ")))
    }
}

/// Refuses `today` and its like where a time is asked for: which clock they would be read on is not said.
pub fn refuse_words(option: &str, written: Option<&str>, day_will_do: bool) -> Result<(), Failure> {
    let Some((written, day)) = written.and_then(|written| Some((written, relative(written)?))) else {
        return Ok(());
    };
    Err(if day_will_do {
        Failure::new(format!("`{written}` is not a date such as 2026-12-24"))
            .help(format!("write the day itself: `{option} {day}`"))
    } else {
        Failure::new(format!("`{written}` is not a time such as 2026-12-24T16:45:00+01:00"))
            .help(format!("write the day and the time themselves: `{option} {day}T09:00`"))
    })
}

/// `today`, `tomorrow`: a day that is told from the present one.
fn relative(written: &str) -> Option<Date> {
    let days = match written.trim().to_lowercase().as_str() {
        "now" | "today" => 0,
        "tomorrow" => 1,
        "yesterday" => -1,
        _ => return None,
    };
    Date::from_number(today().ok()??.number() + days)
}

#[cfg(test)]
mod tests {
    use super::date;
    use crate::time::Date;

    #[test]
    fn days_are_written_as_everywhere_else() {
        assert_eq!(date("2026-11-22"), Date::new(2026, 11, 22));
        for wrong in
            ["", "2026", "2026-11", "2026-1-2", "2026-11-31", "22-11-2026", "2026-11-22-1", "tomorrow"]
        {
            assert_eq!(date(wrong), None, "{wrong}");
        }
    }
}
