//! Slips in conditions: signs in the place of words, capitals, and lists as other languages write them.
//!
//! The words are gone through one after the other; what is written in another way is replaced, and the whole is read again.

use super::spoken::{between, neither, verb_last};
use super::words::as_name;
use super::{Understood, after_word, is_no_name, shortened};
use crate::diagnostic::{Diagnostic, Edit, Fix, registry};
use crate::syntax::grammar::{Builder, R, prefix};
use crate::syntax::head::{Head, is_reserved};
use crate::syntax::schema::SlotType;
use std::ops::Range;

/// What is replaced in a condition.
pub(super) struct Repair {
    pub(super) range: Range<usize>,
    pub(super) text: String,
    pub(super) message: String,
    pub(super) safe: bool,
}

/// A condition that can be read once it is written in words and small letters; `None` when there is nothing to replace,
/// or when it cannot be read even so. In a list of conditions it ends before the last comma behind which it can end.
pub(in crate::syntax) fn condition(head: Head<'_>, at: usize, list: bool) -> Option<Understood> {
    let rest = &head.text[at..];
    let end = ends(rest);
    if let found @ Some(_) = up_to(head, at, end, list) {
        return found;
    }
    let commas = rest[..end].match_indices(',').map(|(comma, _)| comma);
    commas.rev().filter(|_| list).take(MOST_ENDS).find_map(|comma| up_to(head, at, comma, list))
}

/// At so many commas a condition in a list is tried to end; people write a handful.
const MOST_ENDS: usize = 32;

/// A condition that is read up to a position. Words are only joined to a list where it cannot be read without that:
/// what stands behind `and` or `or` may be a fact, and no name is known here.
fn up_to(head: Head<'_>, at: usize, end: usize, list: bool) -> Option<Understood> {
    let written = &head.text[at..at + end];
    let tried = if list { [Lists::Kept, Lists::Either] } else { [Lists::Kept, Lists::Joined] };
    tried.into_iter().find_map(|lists| read(head, at, end, &repairs(written, lists)))
}

/// The condition up to a position, once these repairs are carried out.
fn read(head: Head<'_>, at: usize, end: usize, repairs: &[Repair]) -> Option<Understood> {
    let written = &head.text[at..at + end];
    let first = first_of(written, repairs)?;
    let mut meant = String::with_capacity(written.len() + 16);
    let mut done = 0;
    for repair in repairs {
        meant.push_str(&written[done..repair.range.start]);
        meant.push_str(&repair.text);
        done = repair.range.end;
    }
    meant.push_str(&written[done..]);
    let whole =
        prefix(R::condition, &meant).filter(|pair| meant[pair.as_span().end()..].trim().is_empty())?;
    let span = head.span(at, at + end);
    let mut builder = Builder::at(span);
    let capture = SlotType::Condition.build(&mut builder, whole).ok()?;
    let place = |range: &Range<usize>| head.span(at + range.start, at + range.end);
    let edits =
        repairs.iter().map(|repair| Edit { span: place(&repair.range), text: repair.text.clone() }).collect();
    let label = match first.text.trim() {
        "" => "leave it out".to_owned(),
        text => format!("`{text}`"),
    };
    let mut finding =
        Diagnostic::new(&registry::SLIP, place(&first.range), first.message.clone()).label(label);
    finding.fixes.push(Fix {
        title: format!("change it to `{}`", shortened(&meant)),
        safe: repairs.iter().all(|repair| repair.safe),
        edits,
    });
    Some(Understood::Value(at + end, capture, finding))
}

/// The repair that is told first, with those that touch it: `Priority=Page` is one slip.
fn first_of(written: &str, repairs: &[Repair]) -> Option<Repair> {
    let first = repairs.first()?;
    let (mut end, mut text) = (first.range.end, first.text.clone());
    for next in repairs[1..].iter().take_while(|next| !next.text.is_empty()) {
        if next.range.start != end {
            break;
        }
        end = next.range.end;
        text.push_str(&next.text);
    }
    let range = first.range.start..end;
    let message = if end == first.range.end {
        first.message.clone()
    } else {
        format!("in a condition `{}` is written `{}`", &written[range.clone()], text.trim())
    };
    Some(Repair { range, text, message, safe: first.safe })
}

/// Where the condition ends: before a qualifier of the statement, or with it.
fn ends(rest: &str) -> usize {
    let mut quoted = false;
    for (at, c) in rest.char_indices() {
        match c {
            '"' => quoted = !quoted,
            ',' if !quoted => {
                let behind = rest[at + 1..].trim_start();
                if ["because ", "see ", "instead ", "under "].iter().any(|word| behind.starts_with(word)) {
                    return at;
                }
            }
            _ => {}
        }
    }
    let end = rest.trim_end().len();
    // A full stop ends a sentence and not a condition.
    if rest[..end].ends_with('.') { end - 1 } else { end }
}

/// Which values are joined to lists.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Lists {
    /// None.
    Kept,
    /// Those behind `either`: in a list of conditions a comma divides these, not their values.
    Either,
    /// All.
    Joined,
}

/// Everything that is written in another way, in order.
fn repairs(written: &str, lists: Lists) -> Vec<Repair> {
    let mut repairs = Vec::new();
    let mut at = 0;
    let mut last = String::new();
    // Brackets around the values of a list.
    let mut needless: Vec<usize> = Vec::new();
    while at < written.len() {
        let rest = &written[at..];
        let Some(c) = rest.chars().next() else { break };
        if matches!(c, '(' | '[') && matches!(last.as_str(), "in" | "of") {
            needless.extend(rest.find([')', ']']).map(|close| at + close));
            needless.push(at);
        }
        if needless.contains(&at) {
            let message = "the values of a condition stand without brackets".to_owned();
            repairs.push(Repair { range: at..at + 1, text: String::new(), message, safe: true });
            at += 1;
            continue;
        }
        if matches!(last.as_str(), "is" | "of")
            && let Some((length, repair)) = values(rest, at, last == "is", lists)
        {
            repairs.extend(repair);
            "value".clone_into(&mut last);
            at += length;
            continue;
        }
        if c == '"' {
            at += rest[1..].find('"').map_or(rest.len(), |end| end + 2);
            continue;
        }
        if let Some((length, text)) = sign(rest) {
            let after_is = last == "is";
            let text = if after_is {
                text.strip_prefix("is ").unwrap_or(if text == "is" { "" } else { text })
            } else {
                text
            };
            let blank = |c: Option<char>| c.is_some_and(|c| !c.is_whitespace());
            let before = if blank(written[..at].chars().next_back()) { " " } else { "" };
            let after = if blank(rest[length..].chars().next()) { " " } else { "" };
            let sign = rest[..length].trim();
            repairs.push(Repair {
                range: at..at + length,
                text: format!("{before}{text}{after}"),
                message: format!("in a condition `{sign}` is written in words, `{}`", text.trim()),
                safe: true,
            });
            text.rsplit(' ').next().unwrap_or("").clone_into(&mut last);
            at += length;
            continue;
        }
        let end = rest.find(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '_'))).unwrap_or(rest.len());
        if end == 0 {
            at += c.len_utf8();
            continue;
        }
        let word = &rest[..end];
        let lower = word.to_lowercase();
        if matches!(last.as_str(), "" | "and" | "or" | "und" | "oder" | "en" | "of")
            && let Some((length, repair)) = verb_last(rest, at)
        {
            repairs.push(repair);
            "value".clone_into(&mut last);
            at += length;
            continue;
        }
        if lower == "between"
            && last == "is"
            && let Some((length, repair)) = between(written, at)
        {
            repairs.push(repair);
            "value".clone_into(&mut last);
            at += length;
            continue;
        }
        if lower == "neither"
            && last == "is"
            && let Some((length, repair)) = neither(rest, at)
        {
            repairs.push(repair);
            "value".clone_into(&mut last);
            at += length;
            continue;
        }
        let (length, repair) = replaced(word, &lower, rest, &last, at);
        // Behind `one of`, however it was written, stands a list.
        let list = repair.as_ref().is_some_and(|repair| repair.text.ends_with("one of"));
        repairs.extend(repair);
        last = if list { "of".to_owned() } else { lower };
        at += length;
    }
    repairs
}

/// Several values behind `is` or `is one of`, as people write lists: `High, medium or Low`. How far they go, and what is
/// written in their place, if that differs; `None` where it is not sure that they are a list. The last of them may be a
/// fact, so they are never joined without asking.
fn values(rest: &str, at: usize, after_is: bool, lists: Lists) -> Option<(usize, Option<Repair>)> {
    let begins = after_is && rest.starts_with(char::is_alphabetic);
    let either = after_word(rest, &["either"]).filter(|(tail, _)| begins && tail.starts_with(' '));
    if lists == Lists::Kept || lists == Lists::Either && either.is_none() {
        return None;
    }
    let first = either.map_or(0, |(tail, _)| rest.len() - tail.trim_start().len());
    let (mut names, mut end, mut place) = (Vec::new(), first, first);
    let mut commas = false;
    loop {
        let item = &rest[place..];
        let length = match item.strip_prefix('"') {
            Some(inner) => inner.find('"')? + 2,
            None => {
                item.find(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '_'))).unwrap_or(item.len())
            }
        };
        let written = item[..length].trim_matches('"');
        let behind = item[length..].trim_start();
        let compares = behind.starts_with("is ") || behind.starts_with(['=', '<', '>', '!', '≥', '≤', '≠']);
        let name = as_name(written).filter(|_| !(compares || is_reserved(&written.to_lowercase())));
        let Some(name) = name else { break };
        names.push(name);
        end = place + length;
        let gap = item[length..].len() - behind.len();
        let comma = usize::from(behind.starts_with([',', '/']) && lists == Lists::Joined);
        let after = behind[comma..].trim_start();
        let joiners: &[&str] = if either.is_some() { &["or "] } else { &["or ", "and "] };
        let word = joiners.iter().find(|word| after.starts_with(**word)).map_or(0, |word| word.len());
        // Behind `one of` a word alone begins the next condition.
        if comma + word == 0 || comma == 0 && !after_is {
            break;
        }
        commas |= comma > 0;
        let blank = behind[comma..].len() - after.len();
        let next = after[word..].len() - after[word..].trim_start().len();
        place = end + gap + comma + blank + word + next;
    }
    if names.len() < 2 || !(commas || either.is_some()) {
        return None;
    }
    let one_of = if after_is { "one of " } else { "" };
    let text = format!("{one_of}{}", names.join(", "));
    let message = if after_is {
        "several values stand behind `is one of`"
    } else {
        "the values of a list are joined by commas"
    };
    let differs = rest[..end] != *text;
    let repair = Repair { range: at..at + end, text, message: message.to_owned(), safe: false };
    Some((end, differs.then_some(repair)))
}

/// How far a word goes, and what is written in its place if it is written in another way.
fn replaced(word: &str, lower: &str, rest: &str, last: &str, at: usize) -> (usize, Option<Repair>) {
    let repair = |length: usize, text: String, message: String, safe: bool| {
        (length, Some(Repair { range: at..at + length, text, message, safe }))
    };
    let instead = |length: usize, text: &str, safe: bool| {
        let message = format!("in a condition `{}` is written `{text}`", &rest[..length]);
        repair(length, text.to_owned(), message, safe)
    };
    // Behind a fact or a value these are words of the language in another one; elsewhere they may be names.
    let named = !matches!(last, "" | "is" | "of" | "and" | "or" | "not" | "one");
    match lower {
        "es" | "ist" | "est" if named => return instead(word.len(), "is", true),
        "y" | "und" | "et" if named => return instead(word.len(), "and", true),
        "o" | "oder" | "ou" if named => return instead(word.len(), "or", true),
        "equals" | "are" | "was" => return instead(word.len(), "is", true),
        "equal" if last == "is" => {
            let length = rest.get(..8).filter(|text| text.eq_ignore_ascii_case("equal to")).map_or(5, |_| 8);
            // The blank behind it goes too.
            let length = length + usize::from(rest[length..].starts_with(' '));
            return repair(
                length,
                String::new(),
                "in a condition `is equal to` is written `is`".to_owned(),
                true,
            );
        }
        "in" => return instead(word.len(), if last == "is" { "one of" } else { "is one of" }, true),
        "any" | "none" if last == "is" => {
            let of = word.len() + " of".len();
            if !rest.get(word.len()..of).is_some_and(|text| text.eq_ignore_ascii_case(" of")) {
                return (word.len(), None);
            }
            return instead(of, if lower == "any" { "one of" } else { "not one of" }, true);
        }
        _ => {}
    }
    if word == lower && !word.contains('_') || is_no_name(word) {
        return (word.len(), None);
    }
    let known = is_reserved(lower)
        || ["one", "of", "at", "least", "most", "more", "less", "than", "before", "after"].contains(&lower);
    if known {
        return repair(
            word.len(),
            lower.to_owned(),
            format!("this is written `{lower}`, not `{word}`"),
            true,
        );
    }
    if let Some(name) = as_name(word) {
        let message = format!("a name is written `{name}`, not `{word}`");
        return repair(word.len(), name, message, true);
    }
    (word.len(), None)
}

/// A sign, how long it is, and what it stands for.
fn sign(rest: &str) -> Option<(usize, &'static str)> {
    let signs = [
        ("!=", "is not"),
        ("<>", "is not"),
        ("≠", "is not"),
        (">=", "is at least"),
        ("=>", "is at least"),
        ("≥", "is at least"),
        ("<=", "is at most"),
        ("=<", "is at most"),
        ("≤", "is at most"),
        ("==", "is"),
        ("=", "is"),
        (":", "is"),
        (">", "is more than"),
        ("<", "is less than"),
        ("&&", "and"),
        ("&", "and"),
        ("||", "or"),
        ("|", "or"),
        ("+", "and"),
    ];
    signs.into_iter().find(|(sign, _)| rest.starts_with(sign)).map(|(sign, words)| (sign.len(), words))
}
