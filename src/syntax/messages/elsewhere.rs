//! What stands where it cannot stand, and has a place elsewhere in its declaration or in another: a statement behind a title, a
//! thing that a plan has, a zone that is nobody's.
//!
//! In: a line that fits nothing. Out: the finding with what to write instead; none where that is not known.

use super::habits::{Around, denies, stranger};
use super::{asides, is_near, or_list, this};
use crate::diagnostic::{Diagnostic, registry};
use crate::syntax::grammar::{R, whole};
use crate::syntax::head::Head;
use crate::syntax::matcher::{self, Filled};
use crate::syntax::schema::{self, Pattern, Schema};
use crate::syntax::slips;

/// `plan gold "Gold" extends basic`: a statement behind the title.
pub(super) fn statement_behind(
    head: Head<'_>,
    at: usize,
    schema: &'static Schema,
    body: bool,
) -> Option<Diagnostic> {
    let rest = head.text[at..].trim();
    let place = head.span(at, at + head.text[at..].trim_end().len());
    if schema.keyword == "entitlement" && rest.contains("plan") {
        let finding = Diagnostic::new(&registry::SYNTAX, place, "a plan says itself what it grants");
        return Some(finding.label("not here").help("write `grants` and this name in the plan that has it"));
    }
    // What begins with `;` was meant for a body, or for the next declaration.
    let rest = rest.trim_start_matches([';', ' ']);
    let first = rest.split_whitespace().next().filter(|first| schema::knows(schema, None, first))?;
    let message = format!("what {} says stands between braces", this(schema.keyword));
    let start = head.text.trim_end().len() - rest.len();
    let finding = Diagnostic::new(&registry::SYNTAX, head.span(start, start + first.len()), message)
        .label("it belongs between its braces");
    let fits = |text: &str| {
        let statement = Head { text: text.trim(), ..head };
        matcher::find(statement, schema::tried(schema, None), &mut Filled::default()).is_ok()
    };
    let all = statements(rest).iter().all(|text| fits(text));
    Some(if !all {
        finding.help("put it between braces, with each statement on a line of its own")
    } else if body {
        finding.help(format!("put `{rest}` between the braces"))
    } else {
        let gap = head.text[..at].trim_end().len();
        let place = head.span(gap, head.text.trim_end().len());
        finding.fix(format!("write `{{ {rest} }}`"), true, place, format!(" {{ {rest} }}"))
    })
}

/// `excludes travel "Travel"` in a section, where a line that begins with a name says what somebody must do: a line of another
/// declaration.
pub(super) fn line_of_other(
    head: Head<'_>,
    schema: &'static Schema,
    statement: Option<&'static Pattern>,
) -> Option<Diagnostic> {
    if schema.keyword != "section" || statement.is_some() {
        return None;
    }
    let first = head.word(0);
    // A word of its own is wrong further on.
    if schema::knows(schema, None, first) {
        return None;
    }
    let homes: Vec<&str> =
        schema::that_know(first).into_iter().filter(|home| !matches!(*home, "body" | "inner")).collect();
    let [home, ..] = homes.as_slice() else { return None };
    let listed: Vec<String> = homes.iter().take(4).map(|keyword| super::home(keyword)).collect();
    let message = format!("`{first}` is not a word of a section");
    let finding = Diagnostic::new(&registry::UNKNOWN_WORD, head.span(0, first.len()), message)
        .label(format!("this is a word of {}", or_list(&listed)));
    let named = schema::of(home).is_some_and(Schema::has_name);
    Some(match homes.len() {
        1 if named => finding.help(format!("put the line between the braces of {}", super::home(home))),
        1 => finding.help(format!("put the line between the braces of `{home} {{ … }}`")),
        _ => finding.help("put the line between the braces of what it speaks of"),
    })
}

/// `excludes travel "Travel" instead visits`: what is said about a line, without its braces.
pub(super) fn said_of_line(
    head: Head<'_>,
    at: usize,
    body: bool,
    schema: &'static Schema,
) -> Option<Diagnostic> {
    let (first, word) = (head.word(0), head.word(at));
    let known = |pattern: &&Pattern| pattern.first_words().contains(&first);
    let inner =
        schema::own(schema, None).into_iter().filter(known).flat_map(|own| schema::own(schema, Some(own)));
    let said: Vec<&Pattern> = inner.filter(|pattern| pattern.first_words().contains(&word)).collect();
    let rest = head.text[at..].trim();
    matcher::find(Head { text: rest, ..head }, &said, &mut Filled::default()).ok()?;
    let message = format!("what `{word}` says of this line stands between braces");
    let finding = Diagnostic::new(&registry::SYNTAX, head.span(at, at + word.len()), message);
    let finding = finding.label("behind all of the line");
    let place = head.span(at, at + head.text[at..].trim_end().len());
    if body {
        return Some(finding.help(format!("put `{rest}` between the braces")));
    }
    // A condition hardly ever is one of the braces alone: with it the line itself would lose its own.
    let condition = [" when ", " unless "].iter().filter_map(|word| rest.find(word)).min();
    let (said, when) = rest.split_at(condition.unwrap_or(rest.len()));
    let meant = format!("{} {{ {said} }}", when.trim_start()).trim_start().to_owned();
    Some(finding.fix(format!("write `{meant}`"), condition.is_none(), place, meant))
}

/// `runs 1 year, renews silently`: a contract that goes on.
pub(super) fn renewal(head: Head<'_>, at: usize, finding: &Diagnostic) -> Option<Diagnostic> {
    let mut end = at;
    for word in head.text[at..].split(',').next()?.split_whitespace() {
        if !matches!(
            word,
            "renews" | "renewed" | "renewable" | "automatically" | "silently" | "tacitly" | "and"
        ) {
            return None;
        }
        end = head.skip(end) + word.len();
    }
    let place = head.span(at, end);
    (end > at).then(|| {
        finding.clone().label("this is said in two words").fix(
            "write `then renews`",
            false,
            place,
            "then renews",
        )
    })
}

/// The statements of a line, with `;` between them.
fn statements(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let (mut start, mut quoted) = (0, false);
    for (at, sign) in text.char_indices() {
        quoted ^= sign == '"';
        if sign == ';' && !quoted {
            found.push(&text[start..at]);
            start = at + 1;
        }
    }
    found.push(&text[start..]);
    found
}

/// `account manager` in a plan: a thing that it has, without a word for it.
pub(super) fn thing_of_plan(head: Head<'_>, schema: &'static Schema) -> Option<Diagnostic> {
    const MOST_WORDS: usize = 4;
    const CHANNELS: [&str; 18] = [
        "phone",
        "telephone",
        "email",
        "e-mail",
        "mail",
        "chat",
        "portal",
        "web",
        "teléfono",
        "correo",
        "canales",
        "telefon",
        "telefoon",
        "téléphone",
        "courriel",
        "kanäle",
        "kanalen",
        "canaux",
    ];
    let words = head.text.trim();
    let plain = words.chars().all(|c| c.is_alphabetic() || c == ' ' || c == '-');
    let first = head.word(0);
    if !plain
        || words.split(' ').count() > MOST_WORDS
        || is_near(first, schema)
        || first.len() < 3 && !denies(first)
    {
        return None;
    }
    let finding = stranger(head, schema.keyword);
    if words.split(' ').any(|word| denies(word) || matches!(word, "excluded" | "excluding" | "except")) {
        let finding = asides::whole_line(head, schema).label("a plan has what it grants, and nothing else");
        let words = asides::in_words(schema, words);
        return Some(finding.help(format!("leave it out, or say it in words: {words}")));
    }
    if let Some(below) = ["everything in ", "everything from ", "everything of ", "all of ", "same as "]
        .iter()
        .find_map(|all| words.strip_prefix(all))
    {
        let below = slips::short_name(below)?;
        let finding = finding.label("what another plan has, this one has by `extends`");
        let (place, meant) = (head.span(0, head.text.trim_end().len()), format!("extends {below}"));
        return Some(finding.fix(format!("change it to `{meant}`"), false, place, meant));
    }
    if matches!(words, "monthly" | "yearly" | "annual" | "annually" | "quarterly" | "weekly" | "daily") {
        let help = "say it where it belongs, as `price EUR 100 per month` or `grants 2 visits per month`";
        return Some(finding.label("what is so often?").help(help));
    }
    if words.split(' ').any(|word| CHANNELS.contains(&word.to_lowercase().as_str())) {
        let finding = finding.label("a channel says which plans may use it");
        return Some(finding.help("write `only when plan is at least …` in the `channel`"));
    }
    let several: Vec<&str> = words.split(" and ").collect();
    if several.len() > 1 {
        let names: Option<Vec<String>> = several.iter().map(|one| slips::short_name(one)).collect();
        let lines: Vec<String> = names?.iter().map(|name| format!("`grants {name}`")).collect();
        let help = format!(
            "write {} on lines of their own; what is not called so yet is declared as well: `entitlement name \"…\"`",
            lines.join(" and ")
        );
        return Some(finding.label("what a plan has are entitlements that it grants").help(help));
    }
    let name = slips::short_name(words)?;
    let help = format!(
        "write `grants {name}`; if nothing is called so yet, declare it as well: `entitlement {name} \"…\"`"
    );
    Some(finding.label("what a plan has is an entitlement that it grants").help(help))
}

/// `timezone of customer` in the header.
pub(super) fn zone_of_nobody(head: Head<'_>) -> Option<Diagnostic> {
    let at = head.skip(head.has(0, "timezone")?);
    let zone = head.text[at..].trim();
    if !zone.starts_with("of ") || whole(R::zone, zone).is_some() {
        return None;
    }
    let message = "the header names one zone, in which the times of the policy are read";
    let finding = Diagnostic::new(&registry::SYNTAX, head.span(at, head.text.trim_end().len()), message);
    Some(finding.label("which one is yours?").help(
        "write it, as `timezone Europe/Amsterdam`; hours that follow the customer are those of a calendar with `timezone of customer`",
    ))
}

/// `desk -> senior engineer -> management` in an escalation: whom a request goes to, one after the other.
pub(super) fn chain_of_roles(head: Head<'_>) -> Option<Diagnostic> {
    let text = head.text.trim_end();
    let apart = ["->", "=>", "→", "⇒", ">"].iter().find(|sign| text.contains(**sign))?;
    // What also says when, or after what, is no role.
    let role = |name: &str| {
        let plain = name.split_whitespace().count() <= 3 && !name.contains(|c: char| c.is_ascii_digit());
        slips::short_name(name).filter(|_| plain)
    };
    let roles = |who: &str| {
        let who = who.trim().strip_prefix("to ").unwrap_or(who);
        let who = who.replace(" or ", ",").replace(" and ", ",");
        let names: Option<Vec<String>> = who.split(',').map(|name| role(name.trim())).collect();
        names.map(|names| names.join(", "))
    };
    let names: Option<Vec<String>> = text.split(apart).map(roles).collect();
    let names = names.filter(|_| !text.contains('"'))?;
    let steps: Vec<String> = names
        .iter()
        .enumerate()
        .map(|(at, name)| format!("`{} {name}`", if at == 0 { "to" } else { "then" }))
        .collect();
    let message = "whom a request goes to stands on a line for each, and is a role";
    let finding = Diagnostic::new(&registry::SYNTAX, head.span(0, text.len()), message);
    Some(finding.label("one after the other").help(format!(
        "write {}, with a role that is declared, as `role {} \"…\"`",
        steps.join(", "),
        names.first()?
    )))
}

/// `critical to campus` in a severity, `1 or 5 years` in a question: words without quotes, and without the word before them.
pub(super) fn bare_words(head: Head<'_>, around: Around<'_>, schema: &'static Schema) -> Option<Diagnostic> {
    let (word, label) = match schema.keyword {
        "severity" | "priority" | "kind" | "phase" | "region" | "definition" | "event" => {
            ("means", "what it means stands behind `means`")
        }
        "question" => ("answer", "the answer stands behind `answer`"),
        _ => return None,
    };
    let text = head.text.trim_end();
    let first = head.word(0);
    let several = text.split_whitespace().count() > 1;
    let begins = first.starts_with(char::is_alphanumeric) && !first.ends_with(':');
    let known = schema::knows(schema, None, first) || is_near(first, schema);
    if !several || !begins || known || text.contains(['"', '“', '”', '„', '|', '{', '\n']) {
        return None;
    }
    let meant = format!("{word} \"{text}\"");
    let finding = stranger(head, schema.keyword).label(label);
    if around.before.contains("internal") {
        let help = format!("what you say to yourselves is a note: `internal note \"{text}\"`");
        return Some(finding.label("a meaning is for every reader").help(help));
    }
    if !around.before.is_empty() {
        // `except` and `usually` limit what is said, so that they are a part of it.
        let all = format!("{word} \"{} {text}\"", around.before);
        return Some(finding.help(format!("write all of it as a text: `{all}`")));
    }
    Some(finding.fix(format!("write `{meant}`"), false, head.span(0, text.len()), meant))
}
