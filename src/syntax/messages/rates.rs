//! What stands behind an amount or in its place: the hours that a rate is for, a surcharge as a share, taxes, words about it.
//!
//! In: where the words of an amount came to an end. Out: the finding with what to write instead; none where that is not known.

use super::{agreed, found};
use crate::diagnostic::{Diagnostic, registry};
use crate::syntax::failure::Expected;
use crate::syntax::grammar::{R, whole};
use crate::syntax::head::Head;
use crate::syntax::schema::SlotType;

/// What is meant by words about an amount.
pub(super) fn of_amount(
    head: Head<'_>,
    at: usize,
    expected: &[Expected],
    finding: &Diagnostic,
) -> Option<Diagnostic> {
    let amount = expected.contains(&Expected::Value(SlotType::Amount));
    let surcharge = || surcharge(head, at, finding).filter(|_| amount);
    tax(head, at, finding)
        .or_else(surcharge)
        .or_else(|| rate_hours(head, at, finding))
        .or_else(|| more_words(head, at, expected, finding))
}

/// `rate as quoted`, `rate on request`: no rate at all, since each piece of work is quoted.
pub(super) fn on_request(head: Head<'_>) -> Option<Diagnostic> {
    let text = head.text.trim_end();
    let said = text.strip_prefix("rate ")?.trim();
    let (word, rest) = said.split_once(' ').unwrap_or((said, ""));
    let quoted = ["quot", "propos", "request", "estimat", "offer"];
    let quoted = matches!(word, "as" | "on" | "by" | "upon" | "per")
        && quoted.iter().any(|part| rest.starts_with(part));
    if !quoted && (!agreed::is_saying(said) || said == "as agreed") {
        return None;
    }
    let place = head.span(text.len() - said.len(), text.len());
    let finding = Diagnostic::new(&registry::SYNTAX, place, format!("`{}` is no amount", super::shown(said)));
    let finding = finding.label("an amount such as `EUR 150 per hour` belongs here");
    let whole = head.span(0, text.len());
    Some(finding.fix("write `proposal first`, if you quote before any work", false, whole, "proposal first"))
}

/// `rate 150% during nights`: a share of the usual rate.
fn surcharge(head: Head<'_>, at: usize, finding: &Diagnostic) -> Option<Diagnostic> {
    let word = found(head, at);
    let share = word.strip_suffix('%')?;
    let (raised, share) = share.strip_prefix('+').map_or((false, share), |share| (true, share));
    let share: u32 = share.parse().ok().filter(|share| (1..=1000).contains(share))?;
    if head.word(0) != "rate" {
        return None;
    }
    let finding = finding.clone().label("how many times the usual rate?");
    // `50%` may be what is added, or half.
    if share <= 100 && !raised {
        return Some(finding.help("write `1.5 times` for half as much again, or `0.5 times` for half of it"));
    }
    let share = if raised { share + 100 } else { share };
    let times = format!("{}.{:02}", share / 100, share % 100);
    let times = format!("{} times", times.trim_end_matches('0').trim_end_matches('.'));
    let place = head.span(at, at + word.len());
    Some(finding.fix(format!("write `{times}`"), false, place, times))
}

/// `rate EUR 500 per hour on holidays`: which hours a rate is for.
fn rate_hours(head: Head<'_>, at: usize, finding: &Diagnostic) -> Option<Diagnostic> {
    let rest = head.text[at..].to_lowercase();
    let begins =
        ["on ", "in ", "at ", "after ", "for ", "out of ", "out-of-", "off ", "evening", "weekend", "night"];
    let hours = ["hours", "holiday", "weekend", "night", "evening", "sunday", "saturday"];
    let meant =
        begins.iter().any(|word| rest.starts_with(word)) && hours.iter().any(|word| rest.contains(word));
    if head.word(0) != "rate" {
        return None;
    }
    // `2 times in weekend`, where a calendar is named.
    let (first, name) = head.text[at..].trim_end().split_once(' ').unwrap_or_default();
    if let "in" | "on" | "at" = first
        && whole(R::name, name).is_some()
        && !matches!(name, "holidays" | "weekends" | "nights" | "evenings" | "saturdays" | "sundays")
    {
        let place = head.span(at, at + first.len());
        let finding = finding.clone().label("which hours a rate is for is said by a calendar");
        return Some(finding.fix(
            format!("write `during {name}`, if `{name}` is a calendar"),
            false,
            place,
            "during",
        ));
    }
    meant.then(|| {
        finding.clone().label("which hours a rate is for is said by a calendar").help(
            "write `outside office` for all but the hours of `calendar office`, or declare a calendar of these hours and write `during` with its name",
        )
    })
}

/// `excl. VAT` behind an amount: a figure knows nothing of taxes.
fn tax(head: Head<'_>, at: usize, finding: &Diagnostic) -> Option<Diagnostic> {
    let rest = head.text[at..].trim_end().to_lowercase();
    let taxes = ["vat", "tax", "taxes", "btw", "mwst", "mwst.", "ust", "tva", "iva", "gst", "消費税"];
    let words: Vec<&str> = rest.split(|c: char| c.is_whitespace() || "(),".contains(c)).collect();
    let named = words.iter().any(|word| taxes.contains(word)) && words.len() <= 5;
    let amount = head.text[..at].contains(|c: char| c.is_ascii_digit());
    (named && amount).then(|| {
        finding.clone().label("an amount says nothing of taxes").help(
            "say it in words, as `note \"Prices are without VAT.\"`, once for all of them or between the braces of this one",
        )
    })
}

/// `EUR 5 per year, billed a year ahead`: what else there is to say.
fn more_words(head: Head<'_>, at: usize, expected: &[Expected], finding: &Diagnostic) -> Option<Diagnostic> {
    let rest = head.text[at..].trim();
    let amount = head.text[..at].contains(|c: char| c.is_ascii_digit()) && expected.contains(&Expected::End);
    let words =
        rest.strip_prefix(',').map(str::trim).filter(|words| words.starts_with(char::is_alphabetic))?;
    let whole = head.word(0).starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    (amount && whole && !words.contains('"')).then(|| {
        finding.clone().label("an amount says no more").help(format!(
            "say the rest in a text of its own, as `note \"{}.\"`",
            super::scope::capitalised(words)
        ))
    })
}
