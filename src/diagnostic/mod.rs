//! Findings as plain data: what is wrong, where, the other places, a case that shows it, and what to do.
//!
//! In: facts from every later room, built where they are known. Out: [`Diagnostic`]s, and their forms for people and
//! machines in [`render`]. Text of the source is looked up only when rendering. This room judges nothing itself.

mod code;
mod fingerprint;
pub mod fixes;
mod nearest;
pub mod registry;
pub mod render;
mod suppressed;

pub use code::{Code, Level, Profile};
pub use fingerprint::fingerprints;
pub use nearest::{nearest, neighbours};
pub use suppressed::{Suppressed, Suppression};

use serde::{Deserialize, Serialize};

use crate::source::Span;

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Diagnostic {
    /// Which finding it is.
    #[serde(with = "code::by_name")]
    pub code: &'static Code,
    /// How grave it is, after settings.
    pub level: Level,
    /// What is wrong: one line, lower case, no full stop, in the author's words.
    pub message: String,
    /// What is wrong right here, beside the marked text.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub label: String,
    /// The smallest piece of source that is wrong.
    pub span: Span,
    /// Other places that matter ("first declared here").
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub related: Vec<Related>,
    /// A concrete case that shows it: names of facts and of their values, in the order of the facts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub case: Vec<(String, String)>,
    /// The same case or cases in words ("severity Normal, plan Basic or Standard").
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub case_text: Option<String>,
    /// Whether those words speak of more than one case.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub several_cases: bool,
    /// The instant that shows it, in RFC 3339; the message says it in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instant: Option<String>,
    /// Something to do about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub help: Option<String>,
    /// Why it is so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Changes of the source that would mend it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fixes: Vec<Fix>,
}

/// Another place that a finding speaks of.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Related {
    /// Where.
    pub span: Span,
    /// What is there.
    pub message: String,
}

/// A change that mends a finding.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Fix {
    /// What it does, as an instruction: "change it to `closed`".
    pub title: String,
    /// Whether it keeps what the author meant without doubt.
    pub safe: bool,
    /// The edits, which do not overlap.
    pub edits: Vec<Edit>,
}

/// A piece of source and what to put in its place.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Edit {
    /// The text to take out.
    pub span: Span,
    /// The text to put in.
    pub text: String,
}

/// Most policies are right, so that what makes findings is marked as rare: the compiler puts it, and all that leads to it, out of
/// the way of the rest.
impl Diagnostic {
    /// A finding at its usual level, with what is wrong and where. A title that the message names is
    /// written in one line, and cut when it is long.
    #[cold]
    pub fn new(code: &'static Code, span: Span, message: impl Into<String>) -> Self {
        Self {
            code,
            level: code.level,
            message: readable(message.into(), QUOTED),
            label: String::new(),
            span,
            related: Vec::new(),
            case: Vec::new(),
            case_text: None,
            several_cases: false,
            instant: None,
            help: None,
            note: None,
            fixes: Vec::new(),
        }
    }

    /// Says what is wrong right here.
    #[must_use]
    #[cold]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = readable(label.into(), QUOTED);
        self
    }

    /// Shows another place.
    #[must_use]
    #[cold]
    pub fn related(mut self, span: Span, message: impl Into<String>) -> Self {
        self.related.push(Related { span, message: readable(message.into(), QUOTED) });
        self
    }

    /// Says what to do.
    #[must_use]
    #[cold]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(readable(help.into(), SHOWN));
        self
    }

    /// Says why.
    #[must_use]
    #[cold]
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.note = Some(note.into());
        self
    }

    /// Shows the case: facts and values by name, and in words.
    #[must_use]
    #[cold]
    pub fn case(mut self, case: Vec<(String, String)>, text: impl Into<String>) -> Self {
        self.case = case;
        self.case_text = Some(text.into());
        self
    }

    /// Shows one case by name, and in words the several cases that it stands for.
    #[must_use]
    #[cold]
    pub fn cases(mut self, witness: Vec<(String, String)>, text: impl Into<String>) -> Self {
        self.several_cases = true;
        self.case(witness, text)
    }

    /// Names the instant that shows it, for machines.
    #[must_use]
    #[cold]
    pub fn instant(mut self, instant: impl Into<String>) -> Self {
        self.instant = Some(instant.into());
        self
    }

    /// Offers to put `text` in the place of `span`; the title also serves as help when there is none.
    #[must_use]
    #[cold]
    pub fn fix(mut self, title: impl Into<String>, safe: bool, span: Span, text: impl Into<String>) -> Self {
        self.fixes.push(Fix { title: title.into(), safe, edits: vec![Edit { span, text: text.into() }] });
        self
    }
}

/// How many characters of a name or a title a message repeats.
const QUOTED: usize = 80;
/// How many of them the help repeats, which shows whole forms.
const SHOWN: usize = 400;

/// A text in one line, in which long names and titles between backticks are cut: the excerpt shows them whole.
fn readable(text: String, most: usize) -> String {
    let text = if text.contains(['\n', '\r']) { in_one_line(&text) } else { text };
    if text.len() <= most {
        return text;
    }
    let parts = text
        .split('`')
        .enumerate()
        .map(|(at, part)| if at % 2 == 1 { cut(part, most) } else { part.to_owned() });
    parts.collect::<Vec<_>>().join("`")
}

fn cut(part: &str, most: usize) -> String {
    if part.chars().count() <= most {
        return part.to_owned();
    }
    let begin: String = part.chars().take(most / 2).collect();
    format!("{begin}…")
}

/// A text without line breaks and what stands around them.
fn in_one_line(text: &str) -> String {
    let lines: Vec<&str> = text.split(['\n', '\r']).map(str::trim).filter(|line| !line.is_empty()).collect();
    lines.join(" ")
}

/// Puts findings in the order in which people and machines see them: by file, place, then name.
pub fn sort(findings: &mut [Diagnostic]) {
    findings.sort_by(|a, b| (a.span, a.code.name, &a.message).cmp(&(b.span, b.code.name, &b.message)));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_that_names_a_title_of_several_lines_is_one_line() {
        let finding =
            Diagnostic::new(&registry::SYNTAX, Span::default(), "`- one\n  - two\r\n\n` is wrong\n");
        assert_eq!(finding.message, "`- one - two ` is wrong");
    }

    #[test]
    fn a_long_name_is_cut_in_messages() {
        let long = "é".repeat(5_000);
        let finding =
            Diagnostic::new(&registry::SYNTAX, Span::default(), format!("`{long}` and `short` are wrong"));
        assert_eq!(finding.message, format!("`{}…` and `short` are wrong", "é".repeat(40)));
    }
}
