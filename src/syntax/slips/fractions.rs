//! Lengths of time with figures behind a mark: `1.5 hours`, and `1,000 hours`, which is a thousand for one and one for another.

use super::Slip;

/// What a length with a fraction means, said in a smaller unit; with three figures behind the mark, both things that it can
/// mean. `written` is the whole of it, `whole` and `fraction` are its figures, `unit` is what it counts, with a blank before it.
pub(super) fn length(written: &str, whole: &str, fraction: &str, unit: &str) -> Option<Slip> {
    let smaller = in_smaller_unit(whole, fraction, unit);
    if fraction.len() != 3 || whole.len() > 3 || whole.starts_with('0') {
        return Slip::new("a length of time", written.len(), written, smaller?);
    }
    let thousands = format!("{whole}_{fraction}{unit}");
    let one = if whole == "1" { unit.trim_end_matches('s') } else { unit };
    let even = (fraction == "000").then(|| format!("{whole}{one}"));
    if let Some(few) = even.or(smaller) {
        return Some(Slip::doubtful(written, vec![thousands, few]));
    }
    let message = format!("`{written}` can be read as `{thousands}` or as `{whole}.{fraction}{unit}`");
    Some(Slip { length: written.len(), meant: Vec::new(), message, safe: false })
}

/// `1` and `5` of hours as 90 minutes, where that is a whole number of them.
fn in_smaller_unit(whole: &str, fraction: &str, unit: &str) -> Option<String> {
    let (calendar, unit) = unit.rsplit_once(' ')?;
    let (parts, smaller) = match unit {
        "hours" => (60, "minutes"),
        "minutes" => (60, "seconds"),
        _ => return None,
    };
    let scale = 10_u64.checked_pow(u32::try_from(fraction.len()).ok()?)?;
    let whole = whole.parse::<u64>().ok()?.checked_mul(parts)?.checked_mul(scale)?;
    let total = whole.checked_add(fraction.parse::<u64>().ok()?.checked_mul(parts)?)?;
    (total % scale == 0).then(|| format!("{}{calendar} {smaller}", total / scale))
}

#[cfg(test)]
mod tests {
    use super::length;

    fn meant(written: &str, unit: &str) -> Option<(Vec<String>, bool)> {
        let (whole, fraction) = written.split_once([',', '.'])?;
        length(&format!("{written}{unit}"), whole, fraction, unit).map(|slip| (slip.meant, slip.safe))
    }

    #[test]
    fn three_figures_behind_a_mark_are_a_thousand_or_a_fraction_and_nobody_knows_which() {
        for (written, unit, readings) in [
            ("1,000", " hours", &["1_000 hours", "1 hour"][..]),
            ("1.000", " hours", &["1_000 hours", "1 hour"]),
            ("10,000", " hours", &["10_000 hours", "10 hours"]),
            ("2,500", " minutes", &["2_500 minutes", "150 seconds"]),
            ("1,500", " business hours", &["1_500 business hours", "90 business minutes"]),
            ("1,000", " days", &["1_000 days", "1 day"]),
            ("1,500", " days", &[]),
        ] {
            let readings: Vec<String> = readings.iter().map(|reading| (*reading).to_owned()).collect();
            assert_eq!(meant(written, unit), Some((readings, false)), "{written}{unit}");
        }
    }

    #[test]
    fn other_fractions_are_said_in_a_smaller_unit_where_there_is_a_whole_number_of_it() {
        for (written, unit, reading) in [
            ("1,5", " hours", "90 minutes"),
            ("1.25", " support hours", "75 support minutes"),
            ("0,500", " hours", "30 minutes"),
        ] {
            assert_eq!(meant(written, unit), Some((vec![reading.to_owned()], true)), "{written}{unit}");
        }
        for (written, unit) in [("1,55555", " hours"), ("1,5", " days")] {
            assert_eq!(meant(written, unit), None, "{written}{unit}");
        }
    }
}
