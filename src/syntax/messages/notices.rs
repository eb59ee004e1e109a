//! How long ahead customers are told, and how often a policy is reviewed, in words of the author's own.
//!
//! In: a line of `changes` or of a maintenance that fits nothing. Out: the finding with the line to write.

use super::habits::denies;
use super::scope::capitalised;
use crate::diagnostic::{Diagnostic, registry};
use crate::syntax::grammar::{R, prefix, whole};
use crate::syntax::head::Head;

/// `notice via email`, `notice best effort`: customers are told, and nobody says how long ahead.
pub(super) fn of_no_length(head: Head<'_>) -> Option<Diagnostic> {
    if let Some(finding) = of_none(head) {
        return Some(finding);
    }
    let text = head.text.trim_end();
    let rest = text.strip_prefix("notice ").unwrap_or(text).trim_start();
    let unsaid =
        ["via ", "by ", "where ", "best effort", "as soon as", "asap", "where possible", "if possible"];
    let said = [
        "with notice",
        "with advance notice",
        "with prior notice",
        "announced ",
        "we announce ",
        "notified ",
        "notify ",
        "via ",
        "best effort",
    ];
    let lower = rest.to_lowercase();
    let begins = |words: &[&str]| words.iter().any(|word| lower.starts_with(word));
    if !(begins(&unsaid) && rest.len() < text.len() || begins(&said)) {
        return None;
    }
    let place = head.span(text.len() - rest.len(), text.len());
    let finding =
        Diagnostic::new(&registry::SYNTAX, place, "a notice says how long ahead customers are told");
    // `by email 5 days before` says it, behind the way.
    if let Some(meant) = length_behind_way(rest) {
        let (place, meant) = (head.span(0, text.len()), format!("notice {meant}"));
        let finding = finding.label("the length of time comes first");
        return Some(finding.fix(format!("change it to `{meant}`"), false, place, meant));
    }
    Some(finding.label("how long ahead?").help(
        "write `notice 5 days via email`, `notice none` where nothing is announced before, or `notice ?` until it is known; what has no figure is said in words, as `note \"We tell you by e-mail as early as we can.\"`",
    ))
}

/// `5 days via email` for `by email 5 days before`.
fn length_behind_way(rest: &str) -> Option<String> {
    let lower = rest.to_ascii_lowercase();
    let way =
        ["via ", "by ", "announced via ", "announced by "].iter().find(|way| lower.starts_with(**way))?;
    let way = &rest[way.len()..];
    let at = way.find(|c: char| c.is_ascii_digit())?;
    let channels = way[..at].trim_end().trim_end_matches(" at least").trim_end_matches(',');
    whole(R::names, channels)?;
    let length = prefix(R::duration, &way[at..])?.as_str().trim_end();
    // What it is ahead of is said by where the line stands.
    let behind = way[at + length.len()..].split_whitespace().next().unwrap_or("");
    let ahead = ["", "before", "ahead", "in", "beforehand", "prior", "earlier"];
    ahead.contains(&behind).then(|| format!("{length} via {channels}"))
}

/// `30 days' notice`: the notice stands before its length.
pub(super) fn behind(head: Head<'_>) -> Option<Diagnostic> {
    let text = head.text.trim_end();
    let at = text.find(|c: char| c.is_ascii_digit())?;
    let before = [
        "at",
        "least",
        "with",
        "a",
        "we",
        "give",
        "minimum",
        "of",
        "announce",
        "announced",
        "notify",
        "notified",
    ];
    if !text[..at].split_whitespace().all(|word| before.contains(&word.to_lowercase().as_str())) {
        return None;
    }
    let length = prefix(R::duration, &text[at..])?.as_str().trim_end();
    let behind = text[at + length.len()..].trim_start_matches(['\'', '’']).trim_start();
    let words =
        ["notice", "advance notice", "prior notice", "written notice", "in advance", "ahead", "before"];
    let ways = ["by", "via", "through", "over", "using"];
    let via = ways.iter().find_map(|way| {
        let (before, names) = behind.split_once(&format!(" {way} "))?;
        whole(R::names, names.trim()).filter(|_| words.contains(&before.trim_end()))?;
        Some(format!(" via {}", names.trim()))
    });
    (words.contains(&behind) || via.is_some()).then(|| {
        let meant = format!("notice {length}{}", via.unwrap_or_default());
        let place = head.span(0, text.len());
        let finding = Diagnostic::new(&registry::SYNTAX, place, "a notice begins with `notice`");
        finding.label(format!("`{meant}`")).fix(format!("change it to `{meant}`"), false, place, meant)
    })
}

/// `reviewed annually`.
pub(super) fn review_in_words(head: Head<'_>) -> Option<Diagnostic> {
    let text = head.text.trim_end();
    let words: Vec<&str> = text.split_whitespace().collect();
    let at = words.iter().position(|word| matches!(*word, "review" | "reviews" | "reviewed"))?;
    // Another word may deny it, or speak of something else that is reviewed.
    let before =
        ["we", "the", "this", "policy", "document", "it", "is", "are", "be", "will", "shall", "must"];
    if !words[..at].iter().all(|word| before.contains(&word.to_lowercase().as_str())) {
        return None;
    }
    let often = words[at + 1..].join(" ");
    let months = match often.as_str() {
        "annually" | "yearly" | "every year" | "each year" | "once a year" => 12,
        "twice a year" | "half-yearly" | "semi-annually" => 6,
        "quarterly" | "every quarter" | "each quarter" => 3,
        "monthly" | "every month" | "each month" => 1,
        _ => return None,
    };
    let meant = format!("review every {months} month{}", if months == 1 { "" } else { "s" });
    let place = head.span(0, text.len());
    let finding = Diagnostic::new(&registry::SYNTAX, place, format!("this is written `{meant}`"));
    Some(finding.label(format!("`{meant}`")).fix(format!("change it to `{meant}`"), false, place, meant))
}

/// `without notice`: nothing is announced before.
fn of_none(head: Head<'_>) -> Option<Diagnostic> {
    const SAYINGS: [&str; 14] = [
        "no notice",
        "no prior notice",
        "no advance notice",
        "no notice is given",
        "without notice",
        "without prior notice",
        "without advance notice",
        "without any notice",
        "notice is not given",
        "zonder aankondiging",
        "zonder voorafgaande kennisgeving",
        "ohne ankündigung",
        "sans préavis",
        "sin previo aviso",
    ];
    let text = head.text.trim_end();
    let said = text.trim_end_matches('.').to_lowercase();
    let (place, meant) = (head.span(0, text.len()), "notice none");
    SAYINGS.contains(&said.as_str()).then(|| {
        let finding = Diagnostic::new(&registry::SYNTAX, place, format!("this is written `{meant}`"));
        finding.label(format!("`{meant}`")).fix(format!("change it to `{meant}`"), true, place, meant)
    })
}

/// `we may change this policy without 30 days notice`: customers need not be told ahead; with another denial, they are.
fn without_notice(head: Head<'_>) -> Option<Diagnostic> {
    let text = head.text.trim_end();
    let denials: Vec<&str> = text.split_whitespace().filter(|word| denies(word)).collect();
    let at = text.find("without")?;
    let behind = text[at..].trim_end_matches('.');
    let told = ["notice", "announc", "warning", "telling", "informing", "notification"];
    if text.contains('"') || !told.iter().any(|word| behind.contains(word)) {
        return None;
    }
    let place = head.span(at, at + behind.len());
    let finding = |message: &str| Diagnostic::new(&registry::SYNTAX, place, message);
    let length = behind.find(|c: char| c.is_ascii_digit());
    let length = length.and_then(|from| Some(prefix(R::duration, &behind[from..])?.as_str().trim_end()));
    let words = format!("`note \"{}.\"`", capitalised(text.trim_end_matches('.')));
    Some(match (denials.as_slice(), length) {
        ([_], Some(length)) => {
            finding("a change without notice is one that customers are not told of ahead")
                .label(format!("this is the opposite of `notice {length}`"))
                .help(format!(
                    "write `notice none` if customers are not told before a change, or `notice` and a shorter time if they are; or say it in words: {words}"
                ))
        }
        ([_], None) => finding("that customers are told of nothing ahead is written `notice none`").label("`notice none`").help(format!(
            "write `notice none` on a line of its own, and the rest, if readers need it, in words: {words}"
        )),
        ([_, _], Some(length)) => finding("a notice begins with `notice`").label("how long ahead").help(format!(
            "write `notice {length}`, and all else that you want to say as a text between quotes"
        )),
        _ => return None,
    })
}

/// `we may change this policy`: that it may change, without how long ahead customers are told.
pub(super) fn change_in_words(head: Head<'_>) -> Option<Diagnostic> {
    let text = head.text.trim_end();
    let lower = text.to_lowercase();
    let may =
        ["we may ", "we can ", "we reserve ", "this policy may ", "the policy may ", "these terms may "];
    let change = ["change", "update", "amend", "modify", "revise", "alter"];
    let words = || lower.split(|c: char| !c.is_alphabetic());
    if !may.iter().any(|begins| lower.starts_with(begins))
        || !words().any(|word| change.contains(&word.trim_end_matches('d')))
    {
        return None;
    }
    let said = if text.contains('"') { "We may change these terms." } else { text.trim_end_matches('.') };
    let place = head.span(0, text.len());
    let message = "`changes` says how long ahead customers are told of a change";
    let finding = Diagnostic::new(&registry::UNKNOWN_WORD, place, message).label("how long ahead?");
    Some(finding.help(format!(
        "write `notice 30 days` with your figure, and all else in words: `note \"{}.\"`",
        capitalised(said.trim_end_matches('.'))
    )))
}

/// `we may change this policy with 30 days notice`: a sentence with the length in it.
pub(super) fn in_a_sentence(head: Head<'_>) -> Option<Diagnostic> {
    if let Some(finding) = without_notice(head) {
        return Some(finding);
    }
    let text = head.text.trim_end();
    let at = text.find(|c: char| c.is_ascii_digit()).filter(|_| !text.contains(['"', '{']))?;
    if text.split_whitespace().any(denies) {
        return None;
    }
    let length = prefix(R::duration, &text[at..])?.as_str().trim_end();
    let behind = text[at + length.len()..].trim_start_matches(['\'', '’']).trim_start();
    let ahead = ["notice", "advance", "prior", "before", "ahead", "in advance", "written"];
    if !ahead.iter().any(|word| behind.starts_with(word)) {
        return None;
    }
    let place = head.span(at, at + length.len());
    let finding = Diagnostic::new(&registry::SYNTAX, place, "a notice begins with `notice`");
    Some(
        finding.label("how long ahead").help(format!(
            "write `notice {length}`, and all else that you want to say as a text between quotes"
        )),
    )
}
