//! Lines whose words all fit, in another order than that of the language: `becomes done within 3 days on answered`, `notify lead on
//! breach of first-response`, `when severity is critical, within 4 hours`.
//!
//! In: a line that fits nothing. Out: the finding with the same words in their order; none where they do not fit in that order
//! either.

use super::habits::Around;
use crate::diagnostic::{Diagnostic, Edit, Fix, registry};
use crate::syntax::grammar::{R, prefix, whole};
use crate::syntax::head::{Head, is_reserved};
use crate::syntax::matcher::{self, Filled};
use crate::syntax::schema::{self, Schema};

/// `when severity is critical, within 4 hours`: what a line is for, before it. A line that begins so goes on from the one
/// before, so that there may be several.
pub(super) fn condition_first(head: Head<'_>, schema: &'static Schema) -> Option<Diagnostic> {
    let conditional = |at: &usize| matches!(head.word(*at), "when" | "unless" | "if");
    let lines = head.text.match_indices('\n').map(|(at, _)| head.skip(at)).filter(conditional);
    let mut starts: Vec<usize> = [0].into_iter().chain(lines).collect();
    starts.push(head.text.len());
    let mut edits: Vec<Edit> = Vec::new();
    let mut first = None;
    for piece in starts.windows(2) {
        let (start, line) = (piece[0], head.text[piece[0]..piece[1]].trim_end());
        if conditional(&start) {
            let (condition, meant) = behind_it(line)?;
            first = first.or(Some(head.span(start, start + condition)));
            edits.push(Edit { span: head.span(start, start + line.len()), text: meant });
        }
        let line =
            if conditional(&start) { edits.last().map_or(line, |edit| edit.text.as_str()) } else { line };
        if !fits(head, schema, line) {
            return None;
        }
    }
    let finding = Diagnostic::new(&registry::SYNTAX, first?, "a condition stands behind what it is for");
    let written: Vec<String> = edits.iter().map(|edit| format!("`{}`", edit.text)).collect();
    let fix = Fix { title: format!("write {}", written.join(", ")), safe: true, edits };
    Some(Diagnostic { fixes: vec![fix], ..finding.label("at the end of the line") })
}

/// How long the condition is that a line begins with, and the line with the condition at its end.
fn behind_it(line: &str) -> Option<(usize, String)> {
    let (word, rest) = line.split_once(' ')?;
    let condition = prefix(R::condition, rest.trim_start())?.as_str().trim_end();
    let end = line.find(condition)? + condition.len();
    let said = line[end..].trim_start_matches([' ', ',', ':']);
    let said = said.strip_prefix("then ").unwrap_or(said);
    let word = if word == "if" { "when" } else { word };
    Some((end, format!("{said} {word} {condition}")))
}

/// The words that begin each part of a line of a process, in their order.
const PARTS: [&str; 6] = ["becomes", "sends", "on", "after", "within", "when"];

/// `on answered waiting becomes done`, `becomes done after 3 days`.
pub(super) fn step_of_process(head: Head<'_>, schema: &'static Schema) -> Option<Diagnostic> {
    let mut parts = [""; PARTS.len()];
    let mut state = "";
    let mut at = 0;
    while at < head.text.len() {
        let word = head.word(at);
        let behind = head.skip(at + word.len());
        let end = if let Some(part) = PARTS.iter().position(|part| *part == word) {
            let end = behind + length_of(word, &head.text[behind..])?;
            if !std::mem::replace(&mut parts[part], head.text[at..end].trim_end()).is_empty() {
                return None;
            }
            end
        } else if matches!(word, "from" | "then" | "it" | "," | "and") {
            behind
        } else if state.is_empty() && is_name(word) {
            state = word;
            at + word.len()
        } else {
            return None;
        };
        at = head.skip(end);
    }
    let steps = parts.iter().any(|part| !part.is_empty());
    let [becomes, sends, ..] = parts;
    let goes = !becomes.is_empty() || !sends.is_empty();
    let said: Vec<&str> = parts.iter().copied().filter(|part| !part.is_empty()).collect();
    let said = said.join(" ");
    let from = if state.is_empty() { "…" } else { state };
    let meant = if goes { format!("{from} {said}") } else { format!("{from} becomes … {said}") };
    if !steps || meant == head.text.trim_end() || !fits(head, schema, &meant.replace('…', "x")) {
        return None;
    }
    let place = head.span(0, head.text.trim_end().len());
    let message = "a step says first which state it leaves, then what comes of it, and then when";
    let finding = Diagnostic::new(&registry::SYNTAX, place, message);
    Some(if state.is_empty() {
        finding.label("which state does it leave?").help(format!("write `{meant}`, with that state"))
    } else if goes {
        reordered(head, finding.label("in another order"), meant, true)
    } else {
        let entered = format!("… becomes {state} {said}");
        finding.label("to which state?").help(format!(
            "write `{meant}` if `{state}` is the state that it leaves, or `{entered}` if it is the one that it comes to"
        ))
    })
}

/// How long what stands behind a word of a step is.
fn length_of(word: &str, rest: &str) -> Option<usize> {
    let rule = match word {
        "becomes" | "on" => R::name,
        "sends" => R::text,
        "after" | "within" => R::duration,
        _ => R::condition,
    };
    prefix(rule, rest).map(|found| found.as_str().trim_end().len())
}

fn is_name(word: &str) -> bool {
    whole(R::name, word).is_some_and(|name| name.as_str() == word) && !is_reserved(word)
}

/// Words that people write for `notify`.
const TELLS: [&str; 11] = [
    "notify",
    "notifies",
    "tell",
    "tells",
    "inform",
    "informs",
    "alert",
    "alerts",
    "escalates to",
    "escalate to",
    "to",
];

/// What is told on a step that is counted from a breach.
const COUNTED: &str = "first-response";

/// `on request of customer notify lead`: what somebody outside begins, with the first who takes it up.
fn raised(head: Head<'_>, around: Around<'_>, schema: &'static Schema) -> Option<Diagnostic> {
    const ASKS: [&str; 12] = [
        "on request of ",
        "on request by ",
        "on request from ",
        "upon request of ",
        "upon request by ",
        "at request of ",
        "at the request of ",
        "on the request of ",
        "requested by ",
        "op verzoek van ",
        "auf wunsch von ",
        "à la demande de ",
    ];
    let text = head.text.trim_end();
    let lower = text.to_lowercase();
    let begins = ASKS.iter().find(|asks| lower.starts_with(**asks) && text.is_char_boundary(asks.len()))?;
    let rest = text[begins.len()..].trim_start();
    let rest = rest.strip_prefix("the ").unwrap_or(rest);
    let party = rest.split([' ', ',']).next().filter(|party| is_name(party))?;
    let told = rest[party.len()..].trim_start_matches([' ', ',']);
    let mut verbs = TELLS.iter();
    let roles = verbs.find_map(|verb| told.strip_prefix(*verb)?.strip_prefix(' ')).map(str::trim);
    let raised = format!("raised by {party}");
    let place = head.span(0, begins.trim_end().len());
    let message =
        "what somebody asks for begins with `raised by`, and who takes it up stands on a line of its own";
    let finding = Diagnostic::new(&registry::SYNTAX, place, message).label(format!("`{raised}`"));
    let to = roles.map(|roles| format!("to {roles}"));
    // What stands around them, or for whom or when they are, may be meant for both.
    let plain = around.before.is_empty() && !around.body && !text.contains(" when ");
    let lines_fit = |to: &String| plain && fits(head, schema, &raised) && fits(head, schema, to);
    Some(match to.filter(lines_fit) {
        Some(to) => {
            let title = format!("write `{raised}`, and `{to}` on a line of its own");
            finding.fix(title, false, head.span(0, text.len()), format!("{raised}\n  {to}"))
        }
        None => finding.help(format!("write `{raised}`, and under it `to` and the role that takes it up")),
    })
}

/// `notify lead on breach of first-response`, `sends "…" on breach of first-response`.
pub(super) fn step_of_escalation(
    head: Head<'_>,
    around: Around<'_>,
    schema: &'static Schema,
) -> Option<Diagnostic> {
    if let Some(finding) = raised(head, around, schema) {
        return Some(finding);
    }
    let text = head.text.trim_end();
    let (text, condition) = text.find(" when ").map_or((text, ""), |at| text.split_at(at));
    let words = text.match_indices(' ').map(|(at, _)| text.split_at(at));
    words.map(|(one, two)| (one.trim(), two.trim())).find_map(|(one, two)| {
        told(head, schema, (two, one), condition).or_else(|| told(head, schema, (one, two), condition))
    })
}

/// When somebody is told and who, if that is what two parts of a line say.
fn told(
    head: Head<'_>,
    schema: &'static Schema,
    (when, who): (&str, &str),
    condition: &str,
) -> Option<Diagnostic> {
    let verb = TELLS.iter().find(|verb| who.strip_prefix(**verb).is_some_and(|roles| roles.starts_with(' ')));
    let sent = who.starts_with("sends ") || who.starts_with("send ");
    let roles = match verb {
        Some(verb) => who[verb.len()..].trim(),
        None if sent => "…",
        None => who,
    };
    if whole(R::names, roles).is_none() && !sent {
        return None;
    }
    let place = head.span(0, head.text.trim_end().len());
    let finding =
        Diagnostic::new(&registry::SYNTAX, place, "a step says first when it is taken, and then who is told");
    // `lead after 4 hours`
    if let Some(length) = when.strip_prefix("after ").filter(|length| whole(R::duration, length).is_some()) {
        return Some(finding.label("after what?").help(format!(
            "write `{length} after breach of {COUNTED} notify {roles}`, with the promise that is missed; what is done before that is done `at 50% of {COUNTED}`"
        )));
    }
    let meant = format!("{when} notify {roles}{condition}");
    if meant == head.text.trim_end() || !fits(head, schema, &meant.replace('…', "x")) {
        return None;
    }
    Some(if sent {
        let message = "a step of an escalation tells somebody, and sends no text";
        Diagnostic::new(&registry::SYNTAX, place, message).label("who is told?").help(format!(
            "write `{meant}`, with a role; what a customer is sent is a line of a `process`, as `waiting sends \"…\" after 3 days`"
        ))
    } else {
        reordered(head, finding.label(format!("`{meant}`")), meant, verb == Some(&"notify"))
    })
}

/// Whether a line would fit.
fn fits(head: Head<'_>, schema: &'static Schema, line: &str) -> bool {
    matcher::find(Head { text: line, ..head }, schema::tried(schema, None), &mut Filled::default()).is_ok()
}

/// A finding with the line in its order.
fn reordered(head: Head<'_>, finding: Diagnostic, meant: String, safe: bool) -> Diagnostic {
    let place = head.span(0, head.text.trim_end().len());
    finding.fix(format!("write `{meant}`"), safe, place, meant)
}
