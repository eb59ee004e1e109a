//! A value of which a part is not known yet and the rest is in another form: `TBD hrs`, `? working hrs`, `9am-TBD`.
//!
//! In: a text in which such a value stands. Out: how long it is, and how it is written with a `?`. Where only the words for what is
//! not known are in another form, it is left to others.

use super::clock::one_time;
use super::open::is_no_name;
use super::weekdays::weekday;
use super::{FOREIGN_DASHES, Slip, business, figures, joined_by, through};
use crate::syntax::grammar::{R, prefix};
use crate::syntax::schema::SlotType;

/// The slip of a value of this kind.
pub(super) fn slip(kind: SlotType, rest: &str) -> Option<Slip> {
    match kind {
        SlotType::Duration | SlotType::Lapse | SlotType::Cadence | SlotType::Expected => length(rest),
        SlotType::Hours => hours(rest),
        SlotType::Weekdays => weekdays(rest),
        _ => None,
    }
}

/// `TBD hrs`, `? uur`: read as any figure would be in the place of the mark.
fn length(rest: &str) -> Option<Slip> {
    let hole = hole(rest)?;
    let text = format!("2{}", &rest[hole..]);
    let slip =
        figures::duration(&text).or_else(|| business::length(&text)).or_else(|| business::duration(&text))?;
    let [meant] = slip.meant.as_slice() else { return None };
    let meant = format!("?{}", meant.strip_prefix('2')?);
    let holed = Slip::new("a length of time", slip.length - 1 + hole, rest, meant)?;
    Some(if slip.safe { holed } else { holed.unsafely() })
}

/// `9am-TBD`, `TBD to 17:00`, `9am..?`.
fn hours(rest: &str) -> Option<Slip> {
    let (from, first, opens) = end(rest)?;
    let (tail, gap) = through(&rest[first..]).or_else(|| joined_by(&rest[first..], &FOREIGN_DASHES))?;
    let (to, second, closes) = end(tail)?;
    // `09:00..TBD`: the word alone is in another form.
    let right = |end: &str, written: &str| end == "?" || end == written;
    if rest[first..].starts_with("..") && right(&from, &rest[..first]) && right(&to, &tail[..second]) {
        return None;
    }
    let open = [&from, &to].iter().filter(|end| end.as_str() == "?").count() == 1;
    let slip = Slip::many("hours", first + gap + second, rest, format!("{from}..{to}")).filter(|_| open)?;
    Some(if opens && closes { slip } else { slip.unsafely() })
}

/// `Mon-TBD`, `TBD to Friday`.
fn weekdays(rest: &str) -> Option<Slip> {
    let day = |text: &str| hole(text).map(|hole| ("?", hole)).or_else(|| weekday(text));
    let (from, first) = day(rest)?;
    let (tail, gap) = through(&rest[first..]).or_else(|| joined_by(&rest[first..], &FOREIGN_DASHES))?;
    let (to, second) = day(tail)?;
    // `Mon..TBD`: the word alone is in another form.
    let right = |end: &str, written: &str| end == "?" || end == written;
    if rest[first..].starts_with("..") && right(from, &rest[..first]) && right(to, &tail[..second]) {
        return None;
    }
    let open = [from, to].iter().filter(|end| **end == "?").count() == 1;
    Slip::many("days", first + gap + second, rest, format!("{from}..{to}")).filter(|_| open)
}

/// One end of hours: a time in our form, how long it is, and whether it is before or after noon beyond doubt.
fn end(rest: &str) -> Option<(String, usize, bool)> {
    if let Some(hole) = hole(rest) {
        return Some(("?".to_owned(), hole, true));
    }
    if let Some(time) = prefix(R::time, rest) {
        return Some((time.as_str().to_owned(), time.as_str().len(), true));
    }
    // `9` alone is a time where hours belong.
    let digits = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    let hour = || Some((format!("{:0>2}:00", rest.get(..digits)?), digits));
    let hour = || hour().filter(|(time, _)| matches!(digits, 1 | 2) && prefix(R::time, time).is_some());
    let (time, length) = one_time(rest).or_else(hour)?;
    let said = rest[..length].to_lowercase().contains(['m', 'h', 'u']) || time.as_str() >= "13:00";
    Some((time, length, said))
}

/// How long the mark or the word is at the beginning that stands for what is not known.
fn hole(rest: &str) -> Option<usize> {
    if rest.starts_with('?') {
        return Some(1);
    }
    let word = &rest[..rest.find(|c: char| !(c.is_ascii_alphabetic() || c == '.')).unwrap_or(rest.len())];
    let word = word.split("..").next().unwrap_or(word);
    is_no_name(word).then_some(word.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meant(kind: SlotType, rest: &str) -> Option<String> {
        slip(kind, rest).map(|slip| slip.meant.join(" or "))
    }

    #[test]
    fn what_is_known_around_a_mark_is_brought_into_its_form() {
        for (kind, written, right) in [
            (SlotType::Lapse, "TBD hrs", "? hours"),
            (SlotType::Lapse, "? uur", "? hours"),
            (SlotType::Lapse, "TBC business hrs target", "? business hours"),
            (SlotType::Lapse, "?h", "? hours"),
            (SlotType::Hours, "9am-TBD", "09:00..?"),
            (SlotType::Hours, "9am..tba", "09:00..?"),
            (SlotType::Hours, "TBD-5pm", "?..17:00"),
            (SlotType::Hours, "09:00 to ?", "09:00..?"),
            (SlotType::Hours, "9-TBD", "09:00..?"),
            (SlotType::Weekdays, "Mon-TBD", "Mon..?"),
            (SlotType::Weekdays, "tba to Friday", "?..Fri"),
        ] {
            assert_eq!(meant(kind, written).as_deref(), Some(right), "{written}");
        }
        for right in ["? hours", "?", "TBD hours", "TBD"] {
            assert_eq!(meant(SlotType::Lapse, right), None, "{right}");
        }
        for right in ["09:00..?", "09:00..TBD", "?..17:00", "?", "TBD-TBD", "9-5"] {
            assert_eq!(meant(SlotType::Hours, right), None, "{right}");
        }
    }
}
