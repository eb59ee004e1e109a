//! What must hold for all cases, in words of the author's own: `never slower on higher plan`.
//!
//! In: a line that fits nothing, in an `ensure` or where such a sentence does not belong. Out: the sentence as it is written, or the
//! place that it belongs to.

use crate::diagnostic::{Diagnostic, registry};
use crate::syntax::grammar::{R, whole};
use crate::syntax::head::{Head, is_reserved};
use crate::syntax::slips;

/// What never happens, with what people say for it, and what a sentence is about then.
const RELATIONS: [(&str, &[&str], &str); 3] = [
    ("slower", &["slower", "later", "longer"], "first-response"),
    ("less", &["less", "fewer"], "visits"),
    ("dearer", &["dearer", "costlier", "pricier", "expensive"], "hour"),
];

/// A sentence about the order of cases, as far as its words say it.
struct Sentence {
    /// What it is about, and whether that is a name as it stands.
    subject: Option<(String, bool)>,
    /// What it is about for example.
    example: &'static str,
    /// All that stands behind the subject.
    said: String,
    /// Whether what never happens stands there in its own word.
    plain: bool,
}

impl Sentence {
    fn of(text: &str) -> Option<Self> {
        let lower = text.to_lowercase();
        let words: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric() && c != '-').collect();
        let never = words.iter().position(|word| *word == "never")?;
        if text.contains(['"', '{', ';', '\n']) {
            return None;
        }
        let said = |all: &[&str]| words[never..].iter().any(|word| all.contains(word));
        let (relation, _, example) = RELATIONS.into_iter().find(|(_, all, _)| said(all))?;
        let along = [
            ("plan", "higher plan"),
            ("plans", "higher plan"),
            ("severity", "graver severity"),
            ("severities", "graver severity"),
            ("priority", "graver priority"),
            ("priorities", "graver priority"),
        ];
        let (_, order) = along.into_iter().find(|(word, _)| words[never..].contains(word))?;
        let before = text[..lower.find("never")?].trim();
        let before = before.strip_suffix(" is").unwrap_or(before);
        let name = whole(R::name, before).is_some_and(|name| name.as_str() == before) && !is_reserved(before);
        let subject = if name { Some(before.to_owned()) } else { slips::short_name(before) };
        Some(Self {
            subject: subject.map(|subject| (subject, name)),
            example,
            said: format!("never {relation} on a {order}"),
            plain: words.contains(&relation),
        })
    }

    /// The whole sentence.
    fn written(&self) -> String {
        let subject = self.subject.as_ref().map_or(self.example, |(name, _)| name);
        format!("{subject} {}", self.said)
    }
}

/// A line of an `ensure`.
pub(super) fn of_ensure(head: Head<'_>) -> Option<Diagnostic> {
    let text = head.text.trim_end();
    let sentence = Sentence::of(text)?;
    let meant = sentence.written();
    let place = head.span(0, text.len());
    let message = format!("this sentence is written `… {}`", sentence.said);
    let finding = Diagnostic::new(&registry::SYNTAX, place, message);
    Some(match sentence.subject {
        Some((_, name)) => finding.label(format!("`{meant}`")).fix(
            format!("change it to `{meant}`"),
            name && sentence.plain,
            place,
            meant,
        ),
        None => finding
            .label("what is this about?")
            .help(format!("begin it with the name of what it is about, as `{meant}`")),
    })
}

/// A line where no such sentence belongs.
pub(super) fn elsewhere(head: Head<'_>) -> Option<Diagnostic> {
    let text = head.text.trim_end();
    let meant = Sentence::of(text)?.written();
    let message = "what must hold for all cases stands in an `ensure`";
    let finding = Diagnostic::new(&registry::UNKNOWN_WORD, head.span(0, text.len()), message);
    Some(finding.label("a sentence about all cases").help(format!(
        "write it outside of all braces, as `ensure \"Paying more is never worse\" {{ {meant} }}`"
    )))
}
