//! Which names a line that could not be read may have declared.
//!
//! In: the findings of form. Out: whether hours were lost with one; and the words of the lines that they stand in, so that a name which is missing only because
//! of them is not reported as well. A name that no such line mentions is still reported.

use crate::diagnostic::{Code, Diagnostic, Level, registry};
use crate::source::{Sources, Span};
use crate::syntax::ast::{Declaration, Entry, File, Item};
use std::collections::BTreeSet;

/// Whether a finding left its clause in the tree: a slip does, unless it can be read in several ways.
fn understood(finding: &Diagnostic) -> bool {
    finding.code == &registry::SLIP && finding.fixes.len() == 1
}

/// Leaves out what is only said because a cell is empty, which is said of the same place.
pub(super) fn of_empty_cells(findings: &mut Vec<Diagnostic>) {
    inside(findings, &registry::EMPTY_CELL, |finding| finding.code != &registry::EMPTY_CELL);
}

/// Leaves out that something is not known yet where it is said how that is written, and another word for working time in a figure that
/// the header's word is offered for.
pub(super) fn of_slips(findings: &mut Vec<Diagnostic>) {
    inside(findings, &registry::SLIP, |finding| {
        finding.code == &registry::UNFILLED || finding.code == &registry::TWO_WORDS_FOR_ONE
    });
    // `TBD hours` is a figure of which a part is such a slip.
    let marks: Vec<Span> = findings.iter().filter(|finding| is_mark(finding)).map(|slip| slip.span).collect();
    if !marks.is_empty() {
        let around = |place: Span| marks.iter().any(|mark| place.contains(*mark));
        findings.retain(|finding| finding.code != &registry::UNFILLED || !around(finding.span));
    }
}

/// Whether a slip is a name as it stands, but for its capitals and the signs between its words.
fn is_of_name(finding: &Diagnostic) -> bool {
    let written = finding.message.rsplit_once(", not ").map(|(_, written)| written);
    finding.code == &registry::SLIP && written.map(in_small) == Some(in_small(&finding.label))
}

fn in_small(text: &str) -> String {
    text.to_lowercase().replace([' ', '_'], "-")
}

/// Leaves out how a name is written where nothing has it: that nothing does is said of the same word, and names the right form
/// when it is mended.
pub(super) fn of_names_of_nothing(findings: &mut Vec<Diagnostic>) {
    let unknown = |finding: &Diagnostic| {
        finding.code == &registry::UNKNOWN_NAME
            || finding.code == &registry::UNKNOWN_FACT
            || finding.code == &registry::UNKNOWN_VALUE
    };
    let mut places: Vec<(Span, usize)> = findings
        .iter()
        .enumerate()
        .filter(|(_, finding)| unknown(finding))
        .flat_map(|(at, finding)| {
            let others = finding.related.iter().map(|other| other.span);
            std::iter::once(finding.span).chain(others).map(move |span| (span, at))
        })
        .collect();
    if places.is_empty() || !findings.iter().any(|finding| finding.code == &registry::SLIP) {
        return;
    }
    places.sort_unstable();
    let mut narrowed = Vec::new();
    let mut keep: Vec<bool> = Vec::with_capacity(findings.len());
    for finding in findings.iter() {
        let span = finding.span;
        let before =
            places.partition_point(|(place, _)| (place.file, place.start) <= (span.file, span.start));
        let around = before.checked_sub(1).and_then(|at| places.get(at));
        let around = around.filter(|(place, _)| place.contains(span) && is_of_name(finding));
        let of_it = |(_, at): &&(Span, usize)| {
            findings.get(*at).is_some_and(|of| in_small(&of.message).contains(&in_small(&finding.label)))
        };
        let about = around.filter(of_it);
        keep.push(about.is_none());
        narrowed.extend(about.map(|(place, at)| (*at, *place, span)));
    }
    // Of a condition with a slip, the whole may be marked.
    for (at, place, span) in narrowed {
        let of_fact = |finding: &&mut Diagnostic| finding.code == &registry::UNKNOWN_FACT;
        let Some(finding) = findings.get_mut(at).filter(of_fact) else { continue };
        let others = finding.related.iter_mut().map(|other| &mut other.span);
        if let Some(whole) = std::iter::once(&mut finding.span).chain(others).find(|known| **known == place) {
            *whole = span;
        }
    }
    let mut keep = keep.into_iter();
    findings.retain(|_| keep.next().unwrap_or(true));
}

/// Whether a finding says that a word stands where a `?` belongs.
fn is_mark(finding: &Diagnostic) -> bool {
    finding.code == &registry::SLIP
        && matches!(finding.fixes.as_slice(), [fix] if fix.edits.iter().all(|edit| edit.text == "?"))
}

/// Leaves out that nothing depends on something where a line waits, since it may be what the line waits for.
pub(super) fn of_what_waits(findings: &mut Vec<Diagnostic>) {
    if findings.iter().any(|finding| finding.code == &registry::UNFILLED) {
        findings.retain(|finding| finding.code != &registry::UNUSED_DECLARATION);
    }
}

/// Leaves out those of some findings that stand inside a place of this code.
fn inside(findings: &mut Vec<Diagnostic>, code: &Code, some: impl Fn(&Diagnostic) -> bool) {
    let of_code = findings.iter().filter(|finding| finding.code == code);
    let mut places: Vec<Span> = of_code.map(|finding| finding.span).collect();
    places.sort_unstable();
    let inside = |span: Span| {
        let before = places.partition_point(|place| (place.file, place.start) <= (span.file, span.start));
        before
            .checked_sub(1)
            .and_then(|at| places.get(at))
            .is_some_and(|place| place.file == span.file && span.end <= place.end.max(place.start + 1))
    };
    if !places.is_empty() {
        findings.retain(|finding| !some(finding) || !inside(finding.span));
    }
}

/// Whether a line of a calendar could not be read, so that nobody knows its hours.
pub(super) fn loses_hours<'f>(findings: &[Diagnostic], files: impl Iterator<Item = &'f File>) -> bool {
    let lost: Vec<Span> = findings
        .iter()
        .filter(|finding| finding.code.level == Level::Error && !understood(finding))
        .map(|finding| finding.span)
        .collect();
    let all = |file: &'f File| {
        file.items.iter().filter_map(|item| match item {
            Item::Declaration(declaration) => Some(declaration),
            Item::Use(_) => None,
        })
    };
    !lost.is_empty() && files.flat_map(all).any(|declaration| is_lost_in(declaration, &lost))
}

/// Whether one of some places lies in a calendar, which may stand in a section.
fn is_lost_in(declaration: &Declaration, lost: &[Span]) -> bool {
    match declaration {
        Declaration::Calendar(decl) => lost.iter().any(|place| decl.body.span.contains(*place)),
        Declaration::Section(decl) => decl.body.entries.iter().any(|entry| match entry {
            Entry::Declaration(inner) => is_lost_in(inner, lost),
            Entry::Own(_) | Entry::Common(_) | Entry::Table(_) => false,
        }),
        _ => false,
    }
}

/// What was lost to mistakes of form.
pub(super) struct Lost {
    /// The words of the lost lines.
    words: BTreeSet<String>,
    /// Whether a whole file or an unknown stretch of one was lost.
    all: bool,
}

impl Lost {
    /// From the findings of form; `None` when every clause was understood. A slip keeps its clause.
    pub(super) fn to(findings: &[Diagnostic], sources: &Sources) -> Option<Self> {
        let whole = [
            &registry::UNREADABLE_FILE,
            &registry::CYCLIC_USE,
            &registry::TOO_DEEP,
            &registry::TOO_LARGE,
            &registry::UNCLOSED_TEXT,
            &registry::UNCLOSED_BODY,
        ];
        let mut lost = Self { words: BTreeSet::new(), all: false };
        let mut any = false;
        let mut read = BTreeSet::new();
        for finding in
            findings.iter().filter(|finding| finding.code.level == Level::Error && !understood(finding))
        {
            any = true;
            lost.all |= whole.contains(&finding.code);
            let source = sources.get(finding.span.file);
            let index = source.lines();
            let (first, last) =
                (index.line_of(finding.span.start as usize), index.line_of(finding.span.end as usize));
            for line in (first..=last).filter(|line| read.insert((finding.span.file, *line))) {
                let text = source.text().get(index.line_range(line)).unwrap_or("");
                lost.words.extend(words(text).map(str::to_owned));
            }
        }
        any.then_some(lost)
    }

    /// Whether what stands at a place may be missing only because of what was lost.
    pub(super) fn may_explain(&self, sources: &Sources, place: Span) -> bool {
        self.all || words(sources.slice(place)).any(|word| self.words.contains(word))
    }
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !(c.is_alphanumeric() || c == '-')).filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use crate::analysis::{Memory, analyse};
    use crate::config::Settings;

    fn found(text: &str) -> Vec<&'static str> {
        let mut files = Memory::default();
        files.insert("a.policy", format!("policy a \"A\" {{\n  timezone Europe/Amsterdam\n}}\n{text}"));
        let findings = analyse("a.policy", &files, &Settings::default()).findings;
        findings
            .into_iter()
            .map(|finding| finding.code.name)
            .filter(|name| *name != "missing-header-field")
            .collect()
    }

    #[test]
    fn a_declaration_that_cannot_be_read_is_not_missed_by_others() {
        let text = "severty normal \"Normal\"\nseverity high \"High\"\ncommitment reply \"Reply\" {\n  within 2 days when severity is normal\n}\n";
        assert_eq!(found(text), ["unknown-word"]);
    }

    #[test]
    fn a_name_that_no_lost_line_mentions_is_still_missed() {
        let text =
            "severty normal \"Normal\"\nchannel mail \"Mail\" { address \"a@b.example\"; open nights }\n";
        assert_eq!(found(text), ["unknown-word", "unknown-name"]);
    }
}
