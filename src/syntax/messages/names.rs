//! Names of several words, names that stand twice or where none belongs, and words that cannot be a name.
//!
//! In: a line that fits nothing, or the head of a declaration. Out: the finding with the name that it could be, or that name
//! alone, so that what relies on it is not blamed.

use crate::diagnostic::{Diagnostic, Edit, Fix, registry};
use crate::source::Span;
use crate::syntax::ast::Declaration;
use crate::syntax::failure::{Expected, Failure};
use crate::syntax::grammar::{R, prefix, whole};
use crate::syntax::head::{Head, is_reserved};
use crate::syntax::matcher::{self, Filled};
use crate::syntax::schema::{self, Pattern, Schema};
use crate::syntax::slips;
use crate::value::Name;

/// Words between which no name goes on.
const BETWEEN: &[&str] = &[
    "a",
    "after",
    "as",
    "because",
    "see",
    "an",
    "and",
    "at",
    "before",
    "by",
    "during",
    "else",
    "every",
    "for",
    "from",
    "if",
    "in",
    "is",
    "of",
    "on",
    "or",
    "otherwise",
    "outside",
    "over",
    "per",
    "the",
    "then",
    "through",
    "to",
    "until",
    "via",
    "while",
    "with",
    "within",
];

/// `then senior engineer`: a name of several words, where the line fits once they are joined.
pub(super) fn several_words(
    head: Head<'_>,
    failure: &Failure,
    patterns: &[&'static Pattern],
) -> Option<Diagnostic> {
    let ends = |what: &Expected| {
        use Expected::{Another, Condition, End, Qualifier, Word};
        matches!(what, End | Another | Qualifier(_) | Condition | Word(_))
    };
    let is_name = |word: &str| {
        whole(R::name, word).is_some_and(|name| name.as_str() == word)
            && word.starts_with(char::is_alphabetic)
            && !is_reserved(word)
            && !BETWEEN.contains(&word)
    };
    let (before, rest) = head.text.split_at_checked(failure.at)?;
    let before = before.trim_end();
    let first = before.rsplit([' ', ',']).next().filter(|word| is_name(word))?;
    if !failure.expected.iter().all(ends) || before.len() == first.len() {
        return None;
    }
    let start = before.len() - first.len();
    // What is counted behind `per` is one thing, and what follows it is something else, as in `per user monthly`.
    if head.text[..start].trim_end().ends_with(" per") {
        return None;
    }
    let (mut joined, mut end) = (first.to_owned(), failure.at);
    for piece in rest.split_inclusive(' ').take(3) {
        let word = piece.trim_end_matches([' ', ',']);
        // What begins with a keyword is something else, as in `open office only plan gold`.
        if !is_name(word) || Declaration::KEYWORDS.contains(&word) {
            break;
        }
        if joined == word {
            return Some(doubled(head, end, word));
        }
        joined = format!("{joined}-{word}");
        end += word.len();
        let text = format!("{}{joined}{}", &head.text[..start], &head.text[end..]);
        let mut filled = Filled::default();
        let fits = match matcher::find(Head { text: &text, ..head }, patterns, &mut filled) {
            Ok(_) => filled.findings.is_empty(),
            // What stands behind the name may be wrong too.
            Err(other) => other.at > start + joined.len() + 1,
        };
        if fits {
            let place = head.span(start, end);
            let message = "a name is one word, or several that are joined by hyphens";
            let finding = Diagnostic::new(&registry::SYNTAX, place, message).label(format!("`{joined}`"));
            return Some(finding.fix(format!("change it to `{joined}`"), false, place, joined));
        }
        end += piece.len() - word.len();
    }
    None
}

/// `expect expect …`, `when plan plan is premium`: words that stand there twice, where the line fits once they stand there once.
pub(super) fn word_twice(head: Head<'_>, patterns: &[&'static Pattern]) -> Option<Diagnostic> {
    let (mut once, mut twice) = (String::new(), Vec::new());
    let (mut last, mut at, mut kept) = ("", 0, 0);
    while at < head.text.len() {
        let text = head.text[at..].starts_with('"').then(|| prefix(R::text, &head.text[at..])).flatten();
        let word = text.map_or_else(|| head.word(at), |text| text.as_str().trim_end());
        let end = at + word.len();
        if word == last && word.starts_with(char::is_alphabetic) {
            let before = head.text[..at].trim_end().len();
            once.push_str(&head.text[kept..before]);
            twice.push(Edit { span: head.span(before, end), text: String::new() });
            kept = end;
        }
        (last, at) = (word, head.skip(end));
    }
    once.push_str(&head.text[kept..]);
    let first = twice.first()?.span;
    matcher::find(Head { text: &once, ..head }, patterns, &mut Filled::default()).ok()?;
    let word = head.text[..(first.end as usize - head.offset)].split_whitespace().next_back()?;
    let place = Span { start: first.end - u32::try_from(word.len()).ok()?, ..first };
    let finding = Diagnostic::new(&registry::SYNTAX, place, format!("`{word}` stands here twice"));
    let fix = Fix { title: format!("take one `{word}` out"), safe: true, edits: twice };
    Some(Diagnostic { fixes: vec![fix], ..finding.label("once is enough") })
}

/// `until resolved resolved`: a word that stands there twice; `at` is where it does so again.
fn doubled(head: Head<'_>, at: usize, word: &str) -> Diagnostic {
    let before = head.text[..at].trim_end().len();
    let (again, gap) = (head.span(at, at + word.len()), head.span(before, at + word.len()));
    Diagnostic::new(&registry::SYNTAX, again, format!("`{word}` stands here twice"))
        .label("once is enough")
        .fix(format!("take one `{word}` out"), false, gap, "")
}

/// `channel "Phone" phone {`: a title before the name; both are swapped as they stand where nothing else does.
pub(super) fn title_first(head: Head<'_>, at: usize, finding: &Diagnostic) -> Option<Diagnostic> {
    let rest = head.text[at..].trim_end();
    let end = 1 + rest.strip_prefix('"')?.find('"')? + 1;
    let (title, behind) = rest.split_at(end);
    let written = behind.trim_start();
    let is_name =
        whole(R::name, written).is_some_and(|name| name.as_str() == written) && !is_reserved(written);
    let name = if is_name { written.to_owned() } else { slips::short_name(written)? };
    let (place, meant) = (head.span(at, at + rest.len()), format!("{name} {title}"));
    let finding = finding.clone().label("the name comes first, then the title in quotes");
    Some(finding.fix(format!("change it to `{meant}`"), is_name, place, meant))
}

/// `kind custom scripts "Custom scripts"`: a declaration whose name is several words.
pub(super) fn name_of_several_words(
    head: Head<'_>,
    at: usize,
    schema: &'static Schema,
) -> Option<Diagnostic> {
    let start = head.skip(head.has(0, schema.keyword)?);
    if !schema.has_name() || at <= start {
        return None;
    }
    let (mut last, mut place) = (schema.keyword, start);
    for word in head.text[start..].split('"').next().unwrap_or("").split_whitespace() {
        if word == last {
            return Some(doubled(head, place, word));
        }
        (last, place) = (word, head.skip(place + word.len()));
    }
    let Name { text: name, span: place } = joined_name(head, schema)?;
    let message = "a name is one word, or several that are joined by hyphens";
    let finding = Diagnostic::new(&registry::SYNTAX, place, message).label(format!("`{name}`"));
    Some(finding.fix(format!("change it to `{name}`"), false, place, name.as_str()))
}

/// The name of a declaration that was written as several words, joined, in their place.
pub(in crate::syntax) fn joined_name(head: Head<'_>, schema: &'static Schema) -> Option<Name> {
    let start = head.skip(head.has(0, schema.keyword)?);
    let end = head.text.find('"').unwrap_or(head.text.len());
    let words = head.text.get(start..end)?.trim_end();
    let plain = words.chars().all(|c| c.is_alphanumeric() || matches!(c, ' ' | '-'));
    let mut pairs = words.split_whitespace().zip(words.split_whitespace().skip(1));
    let twice =
        words.split_whitespace().next() == Some(schema.keyword) || pairs.any(|(one, next)| one == next);
    if !schema.has_name() || twice || !plain || !(2..=4).contains(&words.split_whitespace().count()) {
        return None;
    }
    // A word of its body would be lost in a name.
    if words
        .split_whitespace()
        .skip(1)
        .any(|word| schema::knows(schema, None, word) || BETWEEN.contains(&word))
    {
        return None;
    }
    let name = slips::short_name(words).filter(|name| name.split('-').count() > 1)?;
    Some(Name::new(name.as_str(), head.span(start, start + words.len())))
}

/// `severity other "Other"`: the name that is offered for one that cannot be a name, so that what relies on it is not blamed.
pub(in crate::syntax) fn stand_in(head: Head<'_>, keyword: &str) -> Option<Name> {
    let start = head.skip(keyword.len());
    let word = head.word(start);
    is_reserved(word).then(|| Name::new(format!("{keyword}-{word}"), head.span(start, start + word.len())))
}

/// `queue tickets "Tickets"`: a name before the title of something that there is once, and that has none.
pub(super) fn needless_name(head: Head<'_>, at: usize, schema: &'static Schema) -> Option<Diagnostic> {
    let word = head.word(at);
    let first = at == head.skip(head.has(0, schema.keyword)?);
    if schema.has_name() || schema.keyword == "use" || !first || whole(R::name, word).is_none() {
        return None;
    }
    let behind = head.skip(at + word.len());
    let title = head.text.get(behind..)?.trim_end();
    let quoted = title.len() > 1 && title.starts_with('"') && title.ends_with('"');
    if !quoted && !title.is_empty() {
        return None;
    }
    let place = head.span(at, at + word.len());
    let message = format!("`{}` is there once in a policy, and has no name", schema.keyword);
    let finding =
        Diagnostic::new(&registry::SYNTAX, place, message).label("at most a title in quotes stands here");
    let gap = if title.is_empty() { head.span(at - 1, at + word.len()) } else { head.span(at, behind) };
    Some(finding.fix(format!("take `{word}` out"), false, gap, ""))
}
