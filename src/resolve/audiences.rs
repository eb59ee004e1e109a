//! For whom clauses are: an audience is `internal` or a party.
//!
//! In: the audiences that clauses name. Out: a finding for each that does not exist, and for a value in front of a promise, as in
//! `critical within 4 hours`, the condition that was meant.

use super::Resolved;
use super::symbols::{PARTIES, Symbols, usual_name};
use super::walk::Reader;
use super::words::one;
use crate::diagnostic::{Diagnostic, Edit, Fix, nearest, registry};
use crate::source::Span;
use crate::syntax;
use crate::value::Name;

impl Symbols<'_> {
    /// Whether clauses can be for somebody of this name.
    pub fn is_audience(&self, name: &str) -> bool {
        name == "internal" || PARTIES.contains(&name) || self.get("party", name).is_some()
    }
}

impl Resolved<'_> {
    /// Looks at the audiences of all clauses.
    pub(super) fn check_audiences(&mut self) {
        let unknown =
            self.parts.audiences.iter().filter(|reader| !self.symbols.is_audience(reader.name.as_str()));
        let findings: Vec<Diagnostic> = unknown.map(|reader| self.unknown(reader)).collect();
        self.findings.extend(findings);
    }

    fn unknown(&self, reader: &Reader<'_>) -> Diagnostic {
        let name = reader.name;
        let finding = |message| Diagnostic::new(&registry::UNKNOWN_NAME, name.span, message);
        if let Some(language) = name.as_str().strip_suffix(':') {
            return finding(format!("`{language}:` begins a translation, and there is no text before it"))
                .label("a translation of what?");
        }
        if let ([(fact, value), others @ ..], Some(end)) =
            (self.symbols.values(name.as_str()).as_slice(), reader.condition)
        {
            return in_front(name, fact, end, others.is_empty() && value.keyword != "value");
        }
        // `title "Support"`: a text of the header is hardly ever for one party.
        if reader.header
            && let Some(text) = reader.text
            && let Some((label, help)) = syntax::expected_in_header(name.as_str(), &text.original.content)
        {
            let message = format!("`{name}` is not a word of the header of a policy");
            return Diagnostic::new(&registry::UNKNOWN_WORD, name.span, message).label(label).help(help);
        }
        // `the customer must "…"`
        if let "the" | "our" | "your" | "a" | "an" | "all" | "each" = name.as_str() {
            let front = Span { end: name.span.end + 1, ..name.span };
            return finding(format!("there is no party called `{name}`"))
                .label("it is no part of a name")
                .fix(format!("take `{name}` out"), false, front, "");
        }
        // `elke 2 hours after breach …`
        if let Some(english) = syntax::in_english(name.as_str()) {
            let message =
                format!("the words of a policy are English in every language: `{english}`, not `{name}`");
            let finding = Diagnostic::new(&registry::UNKNOWN_WORD, name.span, message);
            return finding.label(format!("`{english}`")).fix(
                format!("change it to `{english}`"),
                false,
                name.span,
                english,
            );
        }
        let parties =
            self.symbols.of("party").map(|symbol| symbol.name.as_str()).chain(PARTIES).chain(["internal"]);
        let meant = usual_name("party", name.as_str()).or_else(|| nearest(name.as_str(), parties));
        let finding = finding(format!("there is no party called `{name}`")).label("whom this clause is for");
        match meant {
            Some(near) => finding.help(format!("did you mean `{near}`?")).fix(
                format!("change it to `{near}`"),
                false,
                name.span,
                near,
            ),
            None if reader.text.is_some() => finding.help(format!(
                "a text that everybody reads stands alone: take `{name}` out; one that only some read stands behind `internal` or the name of a party"
            )),
            None => finding.help("an audience is `internal` or the name of a party"),
        }
    }
}

/// A value that stands in front of what holds for it.
fn in_front(name: &Name, fact: &str, end: Span, certain: bool) -> Diagnostic {
    let condition = format!("when {fact} is {name}");
    // A blank stands behind it.
    let front = Span { end: name.span.end + 1, ..name.span };
    let edits =
        vec![Edit { span: front, text: String::new() }, Edit { span: end, text: format!(" {condition}") }];
    let mut finding = Diagnostic::new(
        &registry::UNKNOWN_NAME,
        name.span,
        format!("`{name}` is {}, and stands in front of what holds for it", one(fact)),
    )
    .label("which requests are meant is said at the end")
    .help(format!("write `{condition}` at the end of the line"));
    finding.fixes.push(Fix { title: format!("say `{condition}`"), safe: certain, edits });
    finding
}
