//! Times of which it is not said whether they are before or after noon: `1-5`, `9-5`, `7-9`.
//!
//! In: times as they were read, with what was written for them. Out: what they can mean; one thing alone where the hours are
//! counted up to 24, or where which half is meant is said or follows.

/// A time and how it was written.
struct Side<'t> {
    time: &'t str,
    hour: u32,
    /// Whether the half of the day is said: `9am`, `midnight`.
    half: bool,
    /// Whether nobody who counts up to twelve writes it so: `09:00`, `17`, `9h`.
    to_24: bool,
    /// Whether it has the word of languages that mostly count up to 24: `9.00 uur`.
    word: bool,
}

impl<'t> Side<'t> {
    fn new(time: &'t str, written: &str) -> Option<Self> {
        let written = written.trim().to_lowercase();
        let hour = time.get(..2)?.parse().ok()?;
        let word = written.contains("uur") || written.contains("uhr");
        let french = written.contains('h') && !word && written.contains(|c: char| c.is_ascii_digit());
        let noon = ["noon", "midday"].iter().any(|word| written.contains(word));
        let half = noon || written.contains('m');
        let to_24 = !half && (written.starts_with('0') || hour == 0 || hour > 12 || french);
        Some(Self { time, hour, half, to_24, word })
    }

    /// The same time in the other half of the day.
    fn later(&self) -> String {
        let minute = self.time.get(2..).unwrap_or("");
        format!("{:02}{minute}", self.hour + 12)
    }

    /// Whether it may be meant after noon, though it was read before it.
    fn open(&self) -> bool {
        !self.half && !self.to_24 && (1..12).contains(&self.hour)
    }
}

/// The later time that one time alone can mean: `5:00`. Hardly anything ends so early in the morning, and from seven on a time
/// is taken as it stands.
pub(super) fn of_time(time: &str, written: &str) -> Option<String> {
    let side = Side::new(time, written)?;
    (side.open() && side.hour < 7).then(|| side.later())
}

/// What hours can mean, the likeliest first.
pub(super) fn of_hours(from: &str, begin: &str, to: &str, end: &str) -> Vec<String> {
    let as_read = format!("{from}..{to}");
    let (Some(opens), Some(closes)) = (Side::new(from, begin), Side::new(to, end)) else {
        return vec![as_read];
    };
    let mut readings = Vec::new();
    let mut add = |from: &str, to: &str| readings.push(format!("{from}..{to}"));
    if closes.half {
        let late = opens.later();
        if opens.open() && (to <= from || late.as_str() < to) {
            add(&late, to);
        } else if opens.hour == 12 && !opens.half && to <= from {
            add(&format!("00{}", from.get(2..).unwrap_or("")), to);
        }
        add(from, to);
        return readings;
    }
    let late = closes.later();
    if to <= from {
        // Whoever writes `20:00` counts the hours up to 24.
        let counted = from >= "13:00" && !opens.half;
        let twelve = opens.hour == 12 && closes.hour == 12;
        if twelve {
            add("12:00", "24:00");
            add("00:00", "12:00");
            return readings;
        }
        if (1..12).contains(&closes.hour) && !counted && from < late.as_str() {
            add(from, &late);
        }
        add(from, to);
        return readings;
    }
    if opens.half || opens.to_24 || closes.to_24 {
        add(from, to);
        if opens.half && closes.open() {
            add(from, &late);
        }
        return readings;
    }
    // Both are counted up to twelve, and the first is the lower one.
    let early = opens.hour < 7;
    if early && (closes.open() || to == "12:00") {
        add(&opens.later(), &late);
        add(from, to);
    } else if closes.open() && !opens.word && !closes.word {
        add(from, to);
        add(from, &late);
    } else {
        add(from, to);
    }
    readings
}

#[cfg(test)]
mod tests {
    use super::{of_hours, of_time};

    fn hours(from: &str, begin: &str, to: &str, end: &str) -> String {
        of_hours(from, begin, to, end).join(" or ")
    }

    #[test]
    fn hours_that_do_not_say_their_half_of_the_day_are_a_choice() {
        for ([from, begin, to, end], readings) in [
            (["01:00", "1", "05:00", "5"], "13:00..17:00 or 01:00..05:00"),
            (["01:00", "1:00", "05:00", "5:00"], "13:00..17:00 or 01:00..05:00"),
            (["02:00", "2", "06:00", "6"], "14:00..18:00 or 02:00..06:00"),
            (["06:00", "6", "12:00", "12"], "18:00..24:00 or 06:00..12:00"),
            (["07:00", "7", "09:00", "9"], "07:00..09:00 or 07:00..21:00"),
            (["08:30", "8:30", "11:30", "11:30"], "08:30..11:30 or 08:30..23:30"),
            (["09:00", "9", "05:00", "5"], "09:00..17:00 or 09:00..05:00"),
            (["07:00", "7", "07:00", "7"], "07:00..19:00 or 07:00..07:00"),
            (["12:00", "12", "05:00", "5"], "12:00..17:00 or 12:00..05:00"),
            (["12:00", "12", "12:00", "12"], "12:00..24:00 or 00:00..12:00"),
            (["01:00", "1", "17:00", "5pm"], "13:00..17:00 or 01:00..17:00"),
            (["08:00", "8", "23:00", "11pm"], "20:00..23:00 or 08:00..23:00"),
            (["11:00", "11", "01:00", "1am"], "23:00..01:00 or 11:00..01:00"),
            (["12:00", "12", "08:00", "8am"], "00:00..08:00 or 12:00..08:00"),
            (["09:00", "9am", "11:00", "11"], "09:00..11:00 or 09:00..23:00"),
            (["09:00", "9am", "05:00", "5"], "09:00..17:00 or 09:00..05:00"),
            (["13:00", "1pm", "05:00", "5"], "13:00..17:00 or 13:00..05:00"),
        ] {
            assert_eq!(hours(from, begin, to, end), readings, "{begin}-{end}");
        }
    }

    #[test]
    fn hours_that_say_it_or_are_counted_up_to_24_are_none() {
        for [from, begin, to, end] in [
            ["09:00", "9", "17:00", "17"],
            ["01:00", "1", "17:00", "17"],
            ["09:00", "9", "12:00", "12"],
            ["09:00", "9:00", "12:30", "12:30"],
            ["01:00", "01:00", "05:00", "05:00"],
            ["01:00", "0100", "05:00", "0500"],
            ["22:00", "22", "06:00", "6"],
            ["23:00", "11pm", "05:00", "5"],
            ["09:00", "9", "17:00", "5pm"],
            ["09:00", "9", "11:00", "11am"],
            ["01:00", "1am", "05:00", "5am"],
            ["09:00", "9", "12:00", "noon"],
            ["09:00", "9h", "11:00", "11h"],
            ["09:00", "9.00", "11:00", "11.00 uur"],
            ["12:00", "12", "17:00", "5pm"],
            ["00:00", "0", "05:00", "5"],
        ] {
            assert_eq!(hours(from, begin, to, end), format!("{from}..{to}"), "{begin}-{end}");
        }
    }

    #[test]
    fn an_early_time_alone_may_be_one_of_the_afternoon() {
        assert_eq!(of_time("05:00", "5:00").as_deref(), Some("17:00"));
        assert_eq!(of_time("04:30", "4.30 uur").as_deref(), Some("16:30"));
        for (time, written) in
            [("09:00", "9:00"), ("05:00", "5am"), ("05:00", "5h"), ("05:00", "0500"), ("17:00", "17")]
        {
            assert_eq!(of_time(time, written), None, "{written}");
        }
    }
}
