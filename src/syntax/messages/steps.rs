//! Lines of a process that people write in their own words: a state that is left for ever, an event told as a sentence,
//! how often something is sent.
//!
//! In: a line that fits nothing. Out: the finding with what to write instead; none where that is not known.

use super::habits::stranger;
use crate::diagnostic::{Diagnostic, registry};
use crate::source::Span;
use crate::syntax::grammar::{R, prefix};
use crate::syntax::head::Head;

/// `solved becomes closed 7 days later`, `closed is final`, `solved becomes open when the customer replies`.
pub(super) fn step_of_process(head: Head<'_>, body: bool) -> Option<Diagnostic> {
    let words: Vec<&str> = head.text.split_whitespace().collect();
    match words.as_slice() {
        ["states" | "states:", ..] => {
            let finding = stranger(head, "process").label("each state has a line of its own");
            Some(finding.help("write `state pending \"Pending\"`, and so on for each of them"))
        }
        [_, sign @ ("->" | "→" | "=>" | "⇒" | "-->" | "goes" | "moves"), ..] => {
            let start = head.text.find(*sign)?;
            let end = start + sign.len();
            let to = head.has(head.skip(end), "to").filter(|_| sign.chars().all(char::is_alphabetic));
            let end = to.unwrap_or(end);
            let place = head.span(start, end);
            let message = format!("this is written `becomes`, not `{}`", &head.text[start..end]);
            let finding = Diagnostic::new(&registry::SYNTAX, place, message).label("`becomes`");
            Some(finding.fix("change it to `becomes`", false, place, "becomes"))
        }
        [_, "is", "final" | "last"] | [_, "never", "reopens", ..] | [_, "reopens", "never"] => {
            Some(needless(head, "no step leads out of this state").help(
                "leave it out: a state that no line leads out of is the last one; for readers, say it in the state: `note \"…\"`",
            ))
        }
        [_, "never" | "cannot" | "can't" | "won't", ..] | [_, "can" | "does" | "do" | "will" | "may" | "must", "not" | "never", ..] => {
            Some(needless(head, "only what a line says can happen").help(
                "leave it out: a request goes no way that no line leads; for readers, say it in the state: `note \"…\"`",
            ))
        }
        [_, "may" | "can" | "must" | "should", ..] => {
            let finding = Diagnostic::new(&registry::SYNTAX, whole(head), "a process says how requests move on");
            Some(finding.label("who may or must do something stands outside it").help(
                "put this line into a `section`, or say the step that it leads to: `… becomes … on replied`",
            ))
        }
        [state, "reopens", "on" | "when" | "if" | "after", ..] => {
            let finding = Diagnostic::new(
                &registry::SYNTAX,
                head.span(state.len() + 1, state.len() + 1 + "reopens".len()),
                "a step names the state that a request goes back to",
            );
            Some(finding.label("to which state?").help(format!("write `{state} becomes … on replied`")))
        }
        [.., "later"] => later(head),
        _ => event_in_words(head).or_else(|| aside(head).filter(|_| !body)).or_else(|| often(head)),
    }
}

/// All that the line says.
fn whole(head: Head<'_>) -> Span {
    head.span(0, head.text.trim_end().len())
}

/// A line that says what holds anyway.
fn needless(head: Head<'_>, label: &str) -> Diagnostic {
    Diagnostic::new(&registry::SYNTAX, whole(head), "this needs no line").label(label)
}

/// `solved becomes closed 7 days later`.
fn later(head: Head<'_>) -> Option<Diagnostic> {
    let at = head.text.find(|c: char| c.is_ascii_digit())?;
    let length = prefix(R::duration, &head.text[at..])?.as_str().trim_end();
    let plain = head.text[at + length.len()..].trim() == "later" && head.text.contains(" becomes ");
    let (place, meant) = (head.span(at, head.text.trim_end().len()), format!("after {length}"));
    let finding = Diagnostic::new(&registry::SYNTAX, place, "how long a state lasts stands behind `after`");
    plain.then(|| {
        finding.label(format!("`{meant}`")).fix(format!("change it to `{meant}`"), true, place, meant)
    })
}

/// `solved becomes open when the customer replies`: an event that is told as a sentence.
fn event_in_words(head: Head<'_>) -> Option<Diagnostic> {
    const JOINERS: [&str; 7] = ["as soon as", "whenever", "when", "once", "until", "if", "on"];
    let step = head.text.find(" becomes ")?;
    let (at, joiner) = JOINERS.iter().find_map(|joiner| {
        let found = head.text[step..].find(&format!(" {joiner} "))?;
        Some((step + found + 1, joiner))
    })?;
    let end = head.text.trim_end().len();
    let sentence = head.text.get(at + joiner.len()..end)?;
    let place = head.span(at, end);
    let finding =
        Diagnostic::new(&registry::SYNTAX, place, "an event that a step waits for stands behind `on`");
    let Some(event) = event_called(sentence) else {
        return is_deed(sentence).then(|| {
            finding.label("which event?").help(
                "write `on` and a name, as `on asked`, and say beside the process what it is: `event asked \"We ask you something\"`",
            )
        });
    };
    let meant = format!("on {event}");
    Some(finding.label(format!("`{meant}`")).fix(format!("change it to `{meant}`"), false, place, meant))
}

/// Whether a sentence tells what somebody does, and asks for no fact of a request.
fn is_deed(sentence: &str) -> bool {
    const WHO: [&str; 9] = ["we", "you", "they", "somebody", "someone", "nobody", "the", "our", "a"];
    let mut words = sentence.split_whitespace();
    words.next().is_some_and(|first| WHO.contains(&first)) && !words.any(|word| word == "is" || word == "not")
}

/// The event that a sentence of few words tells: `the customer replies`, `we answer`, `it is resolved`.
fn event_called(sentence: &str) -> Option<&'static str> {
    const ASIDE: [&str; 16] = [
        "the", "a", "an", "our", "your", "is", "was", "has", "been", "gets", "again", "it", "to", "us",
        "them", "back",
    ];
    let lower = sentence.to_lowercase();
    let mut words = lower.split_whitespace();
    let who = words.find(|word| !matches!(*word, "the" | "a" | "an" | "our" | "your"))?;
    let mut said = words.filter(|word| !ASIDE.contains(word));
    let done = said.next().filter(|_| said.next().is_none())?;
    let is = |verbs: &[&str]| verbs.contains(&done);
    let answers = is(&[
        "reply",
        "replies",
        "replied",
        "answer",
        "answers",
        "answered",
        "respond",
        "responds",
        "responded",
    ]);
    let settles =
        is(&["resolve", "resolves", "resolved", "solve", "solves", "solved", "fix", "fixes", "fixed"]);
    let confirms = is(&["acknowledge", "acknowledges", "acknowledged", "confirm", "confirms", "confirmed"]);
    match who {
        "customer" | "client" | "requester" | "user" if answers => Some("replied"),
        "we" | "support" | "agent" | "team" if answers => Some("responded"),
        "we" | "support" | "agent" | "team" | "it" | "request" | "ticket" | "case" | "problem" if settles => {
            Some("resolved")
        }
        "we" | "support" | "agent" | "team" | "it" | "request" | "ticket" | "case" if confirms => {
            Some("acknowledged")
        }
        _ => None,
    }
}

/// `pending becomes closed after 7 days (two reminders)`: words in round brackets behind a line.
fn aside(head: Head<'_>) -> Option<Diagnostic> {
    let end = head.text.trim_end().len();
    let inner = head.text[..end].strip_suffix(')')?;
    let (before, words) = inner.rsplit_once('(')?;
    // In a condition round brackets hold what belongs together.
    let step = before.contains(" becomes ") || before.contains(" sends ");
    if !step || before.contains(" when ") || words.contains(['"', '(', ')']) || words.trim().is_empty() {
        return None;
    }
    let (place, meant) = (head.span(before.len(), end), format!("{{ note \"{}\" }}", words.trim()));
    let finding = Diagnostic::new(&registry::SYNTAX, place, "words beside a line stand in a text");
    Some(finding.label("for readers").fix(format!("write `{meant}`"), false, place, meant))
}

/// `pending sends "a reminder" twice`: each time that something is sent has a line of its own.
fn often(head: Head<'_>) -> Option<Diagnostic> {
    let at = head.text.rfind('"').filter(|_| head.text.contains(" sends "))? + 1;
    let text = &head.text[at..];
    let last =
        ["twice", "three times", "repeatedly", "weekly", "daily", "every"].iter().find_map(|often| {
            let found = text.find(&format!(" {often}"))? + 1;
            Some(at + found)
        })?;
    let (state, _) = head.text.split_once(' ')?;
    let what = head.text.find('"').map(|start| &head.text[start..at])?;
    let place = head.span(last, head.text.trim_end().len());
    let finding =
        Diagnostic::new(&registry::SYNTAX, place, "each time that something is sent has a line of its own");
    Some(finding.label("when is each of them sent?").help(format!(
        "write `{state} sends {what} after 3 days` for the first, with your figure, and such a line for each other"
    )))
}
