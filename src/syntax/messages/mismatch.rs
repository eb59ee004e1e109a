//! Words that fit no pattern: up to where they could be read, what would have followed, and what follows instead.

use super::agreed;
use super::asides;
use super::elsewhere;
use super::expected::{alternatives, another_name, comes, last_words, readable, symbol, why_no_name};
use super::habits::{self, Around};
use super::hours;
use super::lines;
use super::meant;
use super::moments;
use super::names;
use super::quotes;
use super::titles;
use super::unknown::{Known, unknown_word};
use super::{found, or_list, shown};
use crate::diagnostic::{Diagnostic, nearest, registry};
use crate::syntax::failure::{Expected, Failure};
use crate::syntax::head::Head;
use crate::syntax::matcher::{self, Filled};
use crate::syntax::schema::{self, Element, Pattern, Schema, SlotType};
use crate::syntax::slips;

/// A form of so many letters says too much about what is wrong with a line.
const LONG: usize = 60;

/// Words of a sentence that nobody calls a fact.
const NO_FACTS: [&str; 9] = ["the", "a", "an", "we", "it", "they", "you", "our", "your"];

/// A clause that no pattern of its declaration fits.
pub(in crate::syntax) fn no_fit(
    head: Head<'_>,
    around: Around<'_>,
    schema: &'static Schema,
    statement: Option<&'static Pattern>,
    failure: &Failure,
) -> Diagnostic {
    let patterns = schema::tried(schema, statement);
    if let Some(finding) = names::word_twice(head, patterns) {
        return finding;
    }
    // What is wrong with the first of several days is that others follow.
    let days = || lines::days_off(head, around, schema);
    let date = || meant::unsaid_of_date(head).filter(|_| schema.keyword == "policy");
    if let Some(finding) = statement.is_none().then(|| days().or_else(date)).flatten() {
        return finding;
    }
    if let Some((at, finding)) = &failure.bad
        && *at >= failure.at
    {
        return (**finding).clone();
    }
    let settled = || agreed::of_line(head, around, schema);
    if let Some(finding) =
        statement.is_none().then(|| settled().or_else(|| habits::of(head, around, schema))).flatten()
    {
        return finding;
    }
    if let Some(finding) = behind_joiner(head, failure, patterns) {
        return finding;
    }
    if let Some(finding) = hours::business_hours(head, around.hours, patterns) {
        return finding;
    }
    let first = head.word(0);
    let known = Known::new(schema, statement);
    let second = head.skip(first.len());
    // Only patterns that begin with a name came as far as the second word: the first may be a misspelt word.
    if failure.at == 0
        || failure.at <= second && !known.words.contains(&first) && known.near(first).is_some()
        || head.text.is_empty()
    {
        return unknown_word(head, &known);
    }
    if let Some(finding) = lines::run_together(head, around, &known, patterns)
        .or_else(|| names::several_words(head, failure, patterns))
    {
        return finding;
    }
    if failure.at == second
        && let Some(finding) = elsewhere::line_of_other(head, schema, statement)
    {
        return finding;
    }
    if statement.is_none()
        && let Some(finding) = elsewhere::said_of_line(head, failure.at, around.body, schema)
    {
        return finding;
    }
    if failure.at == second && statement.is_none() && asides::is_aside(head, schema) {
        return asides::between_quotes(head, schema);
    }
    if let Some(finding) = titles::in_place_of_name(head, failure, around.titles) {
        return finding;
    }
    let finding = deepest(head, failure);
    // `open office only plan gold`: half of a condition is no statement.
    let limits = found(head, failure.at) == "only" && !head.text[failure.at..].starts_with("only when ");
    // `"One sentence." "Another one."`
    let texts = head.text.starts_with('"') && head.text[failure.at..].starts_with('"');
    if failure.expected.contains(&Expected::End)
        && !limits
        && (texts || known.words.contains(&found(head, failure.at)))
        && failure.expected.iter().all(|what| !matches!(what, Expected::Word(_)))
    {
        let gap = head.text[..failure.at].trim_end().len();
        let finding = finding.help("a new statement begins on a line of its own, or behind `;`");
        // What stands before both, or behind them, may be meant for each of them or for one.
        return if around.body || !around.before.is_empty() {
            finding
        } else {
            finding.fix("begin a new line here", false, head.span(gap, failure.at), "\n  ")
        };
    }
    with_form(head, schema, statement, failure, finding)
}

/// A finding with the forms that its line could have, where nothing else is offered.
fn with_form(
    head: Head<'_>,
    schema: &'static Schema,
    statement: Option<&'static Pattern>,
    failure: &Failure,
    finding: Diagnostic,
) -> Diagnostic {
    let first = head.word(0);
    let second = head.skip(first.len());
    let known = |pattern: &&Pattern| pattern.first_words().contains(&first) && pattern.elements().len() > 1;
    // What begins with a name of the author's own is known by the word that belongs behind it.
    let wanted = |pattern: &&Pattern| {
        let second_word = pattern.elements().get(1).is_some_and(|element| match element {
            Element::Word(word) => failure.expected.contains(&Expected::Word(word)),
            Element::Choice { words, .. } => {
                words.iter().any(|word| failure.expected.contains(&Expected::Word(word)))
            }
            Element::Slot(_) | Element::Comma | Element::Optional { .. } => false,
        });
        let nothing_else = failure.expected.iter().all(|what| matches!(what, Expected::Word(_)));
        failure.at == second
            && second_word
            && nothing_else
            && pattern.first_words().is_empty()
            && pattern.written.len() < LONG
    };
    let forms: Vec<String> = schema::own(schema, statement)
        .into_iter()
        .chain(schema::common())
        .filter(|pattern| known(pattern) || wanted(pattern))
        .map(|pattern| format!("`{}`", readable(pattern.written)))
        .collect();
    // The form of the statement says nothing about a mistake in its condition.
    let in_condition = failure
        .expected
        .iter()
        .any(|what| matches!(what, Expected::Within(_) | Expected::Value(SlotType::Condition)));
    if forms.is_empty()
        || forms.len() > 4
        || finding.help.is_some()
        || !finding.fixes.is_empty()
        || in_condition
    {
        finding
    } else {
        let optional = if forms.iter().any(|form| form.contains('[')) {
            "; what stands between `[` and `]` may be left out"
        } else {
            ""
        };
        finding.help(format!("the form is {}{optional}", or_list(&forms)))
    }
}

/// `9-12 and 1-5`: not the word between two values is in doubt, which is understood, but the second of them.
fn behind_joiner(head: Head<'_>, failure: &Failure, patterns: &[&'static Pattern]) -> Option<Diagnostic> {
    let rest = head.text.get(failure.at..)?;
    let (_, length) = slips::after_word(rest, &slips::JOINERS)
        .filter(|_| failure.expected.contains(&Expected::Another) && !rest.starts_with(' '))?;
    let before = &head.text[..failure.at];
    let text = format!("{before},{}{}", " ".repeat(length - 1), &rest[length..]);
    let failed = matcher::find(Head { text: &text, ..head }, patterns, &mut Filled::default()).err()?;
    failed.bad.filter(|(at, _)| *at > failure.at).map(|(_, finding)| *finding)
}

/// A declaration whose own words do not fit.
pub(in crate::syntax) fn bad_head(
    head: Head<'_>,
    schema: &'static Schema,
    body: bool,
    failure: &Failure,
) -> Diagnostic {
    if let Some((at, finding)) = &failure.bad
        && *at >= failure.at
    {
        return (**finding).clone();
    }
    if let Some(finding) = lines::meaning_behind(head, failure.at, schema, body) {
        return finding;
    }
    if let Some(finding) = elsewhere::statement_behind(head, failure.at, schema, body) {
        return finding;
    }
    if let Some(finding) = names::name_of_several_words(head, failure.at, schema) {
        return finding;
    }
    if let Some(finding) = names::needless_name(head, failure.at, schema) {
        return finding;
    }
    let finding = deepest(head, failure);
    if finding.help.is_some() {
        return finding;
    }
    let title = if schema.has_name() { " name \"Title\"" } else { " \"Title\"" };
    let title = if schema.keyword == "use" { " \"folder/file.policy\"" } else { title };
    finding.help(format!("the form is `{}{title}`", schema.keyword))
}

/// Where the patterns came to an end, what would have fitted there, and what stands there.
fn deepest(head: Head<'_>, failure: &Failure) -> Diagnostic {
    let at = failure.at;
    if let Some(finding) = quotes::within_text(head, at) {
        return finding;
    }
    let mut expected = failure.expected.clone();
    expected.sort();
    let word = found(head, at);
    let (span, found_text) = if word.is_empty() {
        (head.span(0, head.text.len()).after(), "but the line ends".to_owned())
    } else {
        (head.span(at, at + word.len()), format!("not `{}`", shown(word)))
    };
    let symbol = match word {
        "if" | "where" | "whenever" => Some("when").filter(|_| expected.contains(&Expected::Condition)),
        sign => symbol(sign).filter(|_| expected.iter().any(|what| matches!(what, Expected::Within(_)))),
    };
    let words = expected.iter().flat_map(|what| match what {
        Expected::Word(word) => std::slice::from_ref(word),
        Expected::Value(kind) => kind.words(),
        Expected::Within(_)
        | Expected::Another
        | Expected::Qualifier(_)
        | Expected::Condition
        | Expected::End => &[],
    });
    let words = words.copied();
    let near = nearest(word, words).filter(|near| *near != word && word.chars().count() > 1);
    let named: Vec<String> = match near.or(symbol) {
        Some(near) => vec![format!("`{near}`")],
        None => alternatives(&expected),
    };
    let before: Vec<&str> = head.text[..at].split_whitespace().collect();
    let before = before.join(" ");
    let after = match head.word(0) {
        first if before.chars().count() > 60 => match last_words(&before) {
            Some(last) => format!("`… {last}`"),
            None => format!("`{first} …`"),
        },
        _ => format!("`{before}`"),
    };
    let finding = Diagnostic::new(
        &registry::SYNTAX,
        span,
        format!("after {after} {} {}, {found_text}", comes(&named), or_list(&named)),
    );
    if let Some(near) = near.or(symbol) {
        return finding.label(format!("did you mean `{near}`?")).fix(
            format!("change it to `{near}`"),
            near.eq_ignore_ascii_case(word),
            span,
            near,
        );
    }
    if word.is_empty() {
        return meant::habit(head, at, &expected, &finding)
            .unwrap_or_else(|| finding.label("something is missing here"));
    }
    if expected.iter().any(|what| matches!(what, Expected::Within(_)))
        && let Some(finding) = moments::of_the_clock(head, at)
    {
        return finding;
    }
    if let Some(finding) = meant::the_others(&before, word, &expected, &finding) {
        return finding;
    }
    // `severity 1`, where `is` is missing.
    let fact = before.rsplit(' ').next().unwrap_or_default();
    if expected.contains(&Expected::Within("`is`"))
        && word.chars().all(|c| c.is_alphanumeric() || c == '-')
        && !NO_FACTS.contains(&fact)
    {
        let meant = format!("{fact} is {word}");
        let finding = finding.label("does `is` belong before this?");
        return finding.fix(format!("write `{meant}`"), false, span, format!("is {word}"));
    }
    if expected.iter().any(|what| matches!(what, Expected::Within(_))) {
        return finding.label("this does not fit here").help(
            "a condition is written as `severity is critical and (plan is premium or channel is phone)`",
        );
    }
    if let Some(finding) = meant::habit(head, at, &expected, &finding) {
        return finding;
    }
    let digits = word.find(|c: char| !c.is_ascii_digit()).unwrap_or(word.len());
    if digits > 0
        && word[digits..].chars().all(char::is_alphabetic)
        && expected.contains(&Expected::Value(SlotType::Number))
        && digits < word.len()
    {
        let apart = format!("{} {}", &word[..digits], &word[digits..]);
        return finding.label("a number stands apart from the next word").fix(
            format!("change it to `{apart}`"),
            true,
            span,
            apart,
        );
    }
    no_name(head, at, &expected, &finding).unwrap_or_else(|| finding.label("this does not fit here"))
}

/// What is wrong with a word that stands where only a name can.
fn no_name(head: Head<'_>, at: usize, expected: &[Expected], finding: &Diagnostic) -> Option<Diagnostic> {
    let values = || expected.iter().filter(|what| matches!(what, Expected::Value(_)));
    let is_name = |what: &Expected| matches!(what, Expected::Value(SlotType::Ref(_)));
    if values().next().is_none() || !values().all(is_name) {
        return None;
    }
    let word = found(head, at);
    let (label, help) = why_no_name(word)?;
    if let Some(finding) = names::title_first(head, at, finding) {
        return Some(finding);
    }
    let finding = finding.clone().label(label);
    let span = head.span(at, at + word.len());
    Some(match help {
        Some(name) => finding.fix(format!("change it to `{name}`"), false, span, name),
        None => finding.help(another_name(head, expected, word)),
    })
}
