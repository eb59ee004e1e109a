//! Lines of a scope that end too early: without the words that are published, or with names in their place.
//!
//! In: the words of a line that begins with `covers` or `excludes`. Out: the finding with what to write instead.

use super::habits::denies;
use crate::diagnostic::{Diagnostic, registry};
use crate::syntax::head::{Head, is_reserved};
use crate::syntax::slips;

/// `covers faults, questions`: names of what it is about, which a condition says.
pub(super) fn list_of_names(head: Head<'_>) -> Option<Diagnostic> {
    let keyword = head.word(0);
    if !matches!(keyword, "covers" | "excludes") {
        return None;
    }
    let start = head.skip(keyword.len());
    let (list, more) = match head.text[start..].split_once(" when ") {
        Some((list, when)) => (list, format!(" and {}", when.trim_end())),
        None => (&head.text[start..], String::new()),
    };
    let list = list.trim_end().trim_end_matches(',');
    if list.contains(['"', '“', '„', '«', '?', '#', '\n']) {
        return None;
    }
    // `covers too …` adds a line to others, as every line does.
    let listed = ["too ", "also "].iter().find_map(|more| list.strip_prefix(more)).unwrap_or(list);
    let apart = listed.replace(" and ", ",").replace(" or ", ",");
    let parts = apart.split(',').map(str::trim).filter(|part| !part.is_empty());
    // Whoever goes on for longer writes a sentence.
    let brief = |part: &&str| part.split_whitespace().count() <= 3;
    let names = parts.map(|part| slips::short_name(Some(part).filter(brief)?));
    let names: Vec<String> = names.collect::<Option<_>>()?;
    let name = match names.len() {
        0 | 1 => return None,
        _ if keyword == "covers" => "general",
        _ => "others",
    };
    let names = names.join(", ");
    let message = format!("behind `{keyword}` comes one name, and the words that are published");
    let finding = Diagnostic::new(&registry::SYNTAX, head.span(start, start + list.len()), message);
    Some(finding.label("which requests it is about stands behind `when`").help(format!(
        "write `{keyword} {name} \"…\" when kind is one of {names}{more}`, with your words between the quotes, and declare each \
         of these names as a `kind` of request if it is not declared yet"
    )))
}

/// `covers kind is fault`, `excludes when kind is training`: a condition right behind the word, with no name and no words.
pub(super) fn bare_condition(head: Head<'_>) -> Option<Diagnostic> {
    let keyword = head.word(0);
    if !matches!(keyword, "covers" | "excludes") || head.text.contains('"') {
        return None;
    }
    let start = head.skip(keyword.len());
    let rest = head.text[start..].trim_end();
    let condition = match rest.strip_prefix("when ") {
        Some(condition) if keyword == "excludes" => condition,
        None if rest.split_whitespace().nth(1) == Some("is") => rest,
        _ => return None,
    };
    let place = head.span(start, start + rest.len());
    if keyword == "covers" {
        let finding = Diagnostic::new(&registry::SYNTAX, place, "a condition stands behind `when`");
        let meant = format!("covers when {condition}");
        let all = head.span(0, start + rest.len());
        return Some(finding.label("`when` is missing").fix(
            format!("write `{meant}`"),
            true,
            all,
            meant.clone(),
        ));
    }
    let value = condition.split([',', ' ']).rfind(|word| !word.is_empty())?;
    let one = !condition.contains([',', '(']) && !condition.contains(" or ") && !condition.contains(" and ");
    let name = slips::short_name(value).filter(|_| one && !condition.contains(" not "));
    let (name, words) = name.map_or_else(
        || ("others".to_owned(), "…".to_owned()),
        |name| {
            let title = as_title(&name);
            (name, title)
        },
    );
    let message = "what is excluded has a name, and words that are published";
    let finding = Diagnostic::new(&registry::SYNTAX, place, message).label("only its condition is here");
    Some(finding.help(format!(
        "write `excludes {name} \"{words}\" when {condition}`, with your words between the quotes"
    )))
}

/// What says that something is covered, in the languages of the document.
const COVERS: [&str; 18] = [
    "cover", "covers", "covered", "include", "includes", "included", "cubre", "cubren", "incluye",
    "incluido", "couvre", "couvrons", "comprend", "deckt", "umfasst", "enthält", "dekt", "omvat",
];

/// Words around it that say nothing more.
const AROUND: [&str; 28] = [
    "does", "do", "is", "are", "we", "it", "policy", "support", "the", "this", "our", "se", "el", "la",
    "los", "las", "le", "les", "de", "des", "das", "die", "der", "den", "het", "ne", "wir", "wij",
];

/// `no cubre cambios`, `does not cover training`: what is not covered.
pub(super) fn not_covered(head: Head<'_>) -> Option<Diagnostic> {
    let text = head.text.trim_end();
    if text.contains(['"', '\n', '{', '|']) || matches!(head.word(0), "covers" | "excludes") {
        return None;
    }
    let words: Vec<&str> = text.split_whitespace().map(|word| word.trim_matches([',', ':', '.'])).collect();
    let covers = |word: &&str| COVERS.contains(&word.to_lowercase().as_str());
    if !words.iter().any(|word| denies(word)) || !words.iter().any(covers) {
        return None;
    }
    let around = |word: &&str| covers(word) || denies(word) || AROUND.contains(&word.to_lowercase().as_str());
    let thing: Vec<&str> = words.into_iter().filter(|word| !around(word)).collect();
    let thing = thing.join(" ");
    let name = slips::short_name(&thing)?;
    let finding = Diagnostic::new(
        &registry::SYNTAX,
        head.span(0, text.len()),
        "what is not covered stands behind `excludes`",
    );
    Some(finding.label("a name, the words that are published, and which requests it is for").help(format!(
        "write `excludes {name} \"{}\" when …`, with which requests it is for, as `when kind is {name}`",
        capitalised(&thing)
    )))
}

/// `covers server-software`, without the words that are published.
pub(super) fn without_words(head: Head<'_>, before: &str) -> Diagnostic {
    let place = head.span(before.len(), before.len());
    let name = before.rsplit(char::is_whitespace).next().unwrap_or(before);
    let text = format!("\"{}\"", as_title(name));
    let message = format!("`{name}` has no words that are published");
    let finding = Diagnostic::new(&registry::SYNTAX, place, message).label("its text belongs here");
    let behind = head.word(head.skip(before.len()));
    if behind.is_empty() || is_reserved(behind) && !matches!(behind, "and" | "or") {
        return finding.fix(format!("put {text} here"), false, place, format!(" {text}"));
    }
    // Words without quotes: with the title alone the line would still fit nothing.
    let keyword = head.word(0);
    let words = head.text[head.skip(keyword.len())..].split(" when ").next().unwrap_or(name).trim_end();
    if let Some(text) = words.split('"').nth(1) {
        return finding.help(format!("put the text right behind its name, as `{keyword} {name} \"{text}\"`"));
    }
    finding.help(format!("write them between quotes, as `{keyword} {name} \"{}\"`", capitalised(words)))
}

/// `server-software` as `Server software`.
fn as_title(name: &str) -> String {
    capitalised(&name.replace('-', " "))
}

pub(super) fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
