//! Slips in numbers and limits: marks and blanks between thousands, numbers in words, what is counted for a stretch of time.
//!
//! In: a text that begins where a number belongs. Out: how long the slip is and what is meant; two readings where a mark may
//! stand between thousands or before a fraction.

use super::figures::figure;
use super::money::per;
use super::{Slip, after_word};
use crate::syntax::grammar::{R, prefix};

/// `1 000`, `1.000,00`, `three`; `1,000` and `1.000` can be read in two ways.
pub(super) fn number(rest: &str) -> Option<Slip> {
    if let Some((inside, _)) = rest.strip_prefix('"').and_then(|inner| inner.split_once('"'))
        && inside.len() < 20
        && prefix(R::number, inside).is_some_and(|pair| pair.as_str() == inside)
    {
        return Slip::new("a number", inside.len() + 2, rest, inside.to_owned());
    }
    let (meant, length) = counted(rest)?;
    if let [one] = meant.as_slice() {
        return Slip::new("this number", length, rest, one.clone());
    }
    Some(Slip::doubtful(&rest[..length], meant))
}

/// The same behind `up to`, or with other words for it.
pub(super) fn limit(rest: &str) -> Option<Slip> {
    let words = ["up to", "at most", "max.", "max", "maximum", "no more than"];
    let (tail, skipped) = after_word(rest, &words).unwrap_or((rest, 0));
    let tail = tail.trim_start();
    let start = rest.len() - tail.len();
    if skipped == 0 {
        return number(rest);
    }
    let (meant, length) =
        counted(tail).or_else(|| figure(tail).map(|(number, length)| (vec![number], length)))?;
    match meant.as_slice() {
        [one] => Slip::new("a limit", start + length, rest, format!("up to {one}")),
        _ => Some(Slip::doubtful(
            &rest[..start + length],
            meant.iter().map(|one| format!("up to {one}")).collect(),
        )),
    }
}

/// `10/year`, `10 p.a.`, `10x per month`, `max. 10 a year`: what a cell grants; and `∞`.
pub(super) fn granted(rest: &str) -> Option<Slip> {
    if let Some((_, length)) = after_word(rest, &["∞", "no limit", "without limit", "infinite", "any number"])
    {
        return Slip::new("this", length, rest, "unlimited".to_owned());
    }
    let (tail, before) = after_word(rest, &["up to", "at most", "max.", "max", "maximum", "no more than"])
        .unwrap_or((rest, 0));
    let tail = tail.trim_start();
    let start = rest.len() - tail.len();
    let (number, length) = figure(tail)?;
    let behind = &tail[length..];
    let times = after_word(behind, &["x", "×", "times"]).map_or(0, |(_, length)| length);
    let (per, more, safe) = per(&behind[times..])?;
    let words = if before > 0 { "up to " } else { "" };
    let slip = Slip::new("this", start + length + times + more, rest, format!("{words}{number}{per}"))?;
    Some(if safe { slip } else { slip.unsafely() })
}

/// A number with marks between its thousands, or in words; two readings where the mark may be a decimal one.
fn counted(rest: &str) -> Option<(Vec<String>, usize)> {
    if !rest.starts_with(|c: char| c.is_ascii_digit()) {
        return figure(rest).map(|(number, length)| (vec![number], length));
    }
    let length = figures(rest);
    let written = &rest[..length];
    let meant = readings(written)?;
    (meant.len() > 1 || meant.first().is_some_and(|one| one != written)).then_some((meant, length))
}

/// A whole number whose thousands can only be thousands, as they should be written: `1 000`, `1'000`, `1.000.000`.
pub(super) fn grouped(rest: &str) -> Option<(String, usize)> {
    let length = rest.starts_with(|c: char| c.is_ascii_digit()).then(|| figures(rest))?;
    let written = &rest[..length];
    let meant = readings(written)?;
    let [one] = meant.as_slice() else { return None };
    (one != written && !one.contains('.')).then(|| (one.clone(), length))
}

/// `1 000 incidents`, `up to 1 000`: a limit of which the first figures alone are one as well.
pub(super) fn grouped_limit(rest: &str) -> Option<Slip> {
    let (tail, before) = after_word(rest, &["up to"]).unwrap_or((rest, 0));
    let start = before + tail.len() - tail.trim_start().len();
    let (number, length) = grouped(&rest[start..])?;
    let words = if before > 0 { "up to " } else { "" };
    Slip::new("this number", start + length, rest, format!("{words}{number}"))
}

/// How many bytes of a text are figures with marks or blanks between groups of them.
pub(super) fn figures(rest: &str) -> usize {
    let mut length = 0;
    for (at, c) in rest.char_indices() {
        let behind = &rest[at + c.len_utf8()..];
        let group = || {
            let end = behind.find(|c: char| !c.is_ascii_digit()).unwrap_or(behind.len());
            end == 3
        };
        let goes_on = match c {
            '0'..='9' => true,
            '.' | ',' | '_' | '\'' => behind.starts_with(|c: char| c.is_ascii_digit()),
            ' ' | '\u{a0}' | '\u{202f}' => length > 0 && group(),
            _ => false,
        };
        if !goes_on {
            break;
        }
        length = at + c.len_utf8();
    }
    length
}

/// What a number with marks can mean: `4.500,00` and `1,234,567` one thing, `1.200` and `1,200` two.
pub(super) fn readings(written: &str) -> Option<Vec<String>> {
    let is_mark = |c: char| !c.is_ascii_digit();
    let parts: Vec<&str> = written.split(is_mark).collect();
    let marks: Vec<char> = written.chars().filter(|c| is_mark(*c)).collect();
    let thousands = |parts: &[&str]| {
        parts.first().is_some_and(|part| !part.is_empty() && part.len() <= 3)
            && parts[1..].iter().all(|part| part.len() == 3)
    };
    match marks.as_slice() {
        [] => Some(vec![written.to_owned()]),
        ['.' | ','] => match parts.as_slice() {
            [whole, fraction] if fraction.len() == 3 && whole.len() <= 3 && *whole != "0" => {
                let [grouped, decimal] = two_readings(whole, fraction);
                Some(vec![grouped, decimal])
            }
            [whole, fraction] if !whole.is_empty() && !fraction.is_empty() => {
                Some(vec![format!("{whole}.{fraction}")])
            }
            _ => None,
        },
        [all @ .., last] => {
            let first = *all.first().unwrap_or(last);
            if all.iter().any(|mark| *mark != first) {
                return None;
            }
            if *last == first {
                return thousands(&parts).then(|| vec![parts.join("_")]);
            }
            let (groups, fraction) = parts.split_at(parts.len() - 1);
            let fits = thousands(groups) && matches!(last, '.' | ',') && fraction[0].len() <= 2;
            fits.then(|| vec![format!("{}.{}", groups.join("_"), fraction[0])])
        }
    }
}

/// What `1.200` can mean: `1_200`, or `1.2`, in a form that is not read in two ways again.
pub(in crate::syntax) fn two_readings(whole: &str, fraction: &str) -> [String; 2] {
    let short = fraction.trim_end_matches('0');
    let decimal = match short.len() {
        0 => whole.to_owned(),
        3 => format!("{whole}.{short}0"),
        _ => format!("{whole}.{short}"),
    };
    [format!("{whole}_{fraction}"), decimal]
}
