//! Comparisons as people say them: `between 8 and 28`, `neither a nor b`, `plan basic ist`.
//!
//! In: a condition from the place of such words on. Out: how far they go, and what is written in their place.

use super::conditions::Repair;
use super::words::as_name;
use crate::syntax::head::is_reserved;

/// `days-late is between 8 and 28`: how far it goes, and the two comparisons that it is. Whether the numbers themselves are
/// meant too is for the author to say.
pub(super) fn between(written: &str, at: usize) -> Option<(usize, Repair)> {
    let fact = written[..at].trim_end().strip_suffix("is")?.trim_end();
    let fact = fact.rsplit([' ', '(']).next().filter(|fact| !fact.is_empty())?;
    let (low, behind) = written[at..].strip_prefix("between ")?.split_once(" and ")?;
    let length = [" and ", " or ", ",", ")"].iter().filter_map(|end| behind.find(end)).min();
    let high = behind[..length.unwrap_or(behind.len())].trim_end();
    let number = |text: &str| text.starts_with(|c: char| c.is_ascii_digit()) && !text.contains('-');
    if !number(low) || !number(high) {
        return None;
    }
    let text = format!("at least {low} and {fact} is at most {high}");
    let length = "between ".len() + low.len() + " and ".len() + high.len();
    let message = "what lies between two values is said with `is at least` and `is at most`".to_owned();
    Some((length, Repair { range: at..at + length, text, message, safe: false }))
}

/// `kind is neither a nor b`: how far it goes, and the list that it is.
pub(super) fn neither(rest: &str, at: usize) -> Option<(usize, Repair)> {
    let mut names = Vec::new();
    let mut end = "neither ".len();
    loop {
        let tail = rest.get(end..)?;
        let length =
            tail.find(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '_'))).unwrap_or(tail.len());
        names.push(as_name(&tail[..length]).filter(|name| !is_reserved(name))?);
        end += length;
        match tail[length..].strip_prefix(" nor ") {
            Some(_) => end += " nor ".len(),
            None => break,
        }
    }
    let text = format!("not one of {}", names.join(", "));
    let message = format!("in a condition `{}` is written `{text}`", &rest[..end]);
    (names.len() > 1).then(|| (end, Repair { range: at..at + end, text, message, safe: true }))
}

/// `plan basic ist`, as German and Dutch put it: how far it goes, and what is written in its place.
pub(super) fn verb_last(rest: &str, at: usize) -> Option<(usize, Repair)> {
    let mut words = rest.splitn(3, ' ');
    let (fact, value, behind) = (as_name(words.next()?)?, as_name(words.next()?)?, words.next()?);
    let verb = behind.split(' ').next()?;
    if !matches!(verb, "ist" | "is") || is_reserved(&fact) || is_reserved(&value) {
        return None;
    }
    let next = behind[verb.len()..].trim_start();
    if !(next.is_empty()
        || ["und ", "oder ", "en ", "of ", "and ", "or "].iter().any(|word| next.starts_with(word)))
    {
        return None;
    }
    let length = rest.len() - behind.len() + verb.len();
    let text = format!("{fact} is {value}");
    let message = format!("in a condition `{}` is written `{text}`", &rest[..length]);
    Some((length, Repair { range: at..at + length, text, message, safe: true }))
}
