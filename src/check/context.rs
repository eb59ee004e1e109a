//! What every pass of the checker shares: symbols, facts, the space of cases, and what has been found so far.
//!
//! In: what `resolve` collected. Out: look-ups that report a name which does not exist, is of another kind, or is for
//! fewer readers than the clause that relies on it. A look-up that fails gives nothing, and whoever asked stays silent.

use super::anchors::Taken;
use super::facts::{ByName, FactInfo};
use super::grid::Boxes;
use super::order::Extends;
use super::table::Headers;
use crate::cases::{CaseSet, Space, TooComplex};
use crate::diagnostic::{Code, Diagnostic, Related, registry};
use crate::hir::{Audience, Legend};
use crate::resolve::{Resolved, Symbols, narrower};
use crate::source::Span;
use crate::syntax::cell::Read;
use crate::value::{BusinessWord, Name};
use smol_str::SmolStr;
use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The state of checking one policy.
#[derive(Debug)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a fact of its own that one pass finds and another asks for"
)]
pub struct Context<'a> {
    /// What is declared.
    pub resolved: &'a Resolved<'a>,
    /// What is wrong so far.
    pub findings: Vec<Diagnostic>,
    /// The headers of tables.
    pub headers: Arc<Headers>,
    /// The facts, in the order of the dimensions.
    pub facts: ByName<Arc<FactInfo<'a>>>,
    /// Which plans extend which.
    pub extends: Arc<Extends>,
    /// The space of cases.
    pub space: Space,
    /// The words for it.
    pub legend: Arc<Legend>,
    /// Exactly the covered cases; everything until the scope is known.
    pub covered: CaseSet,
    /// Whether what can exist is known, so that a condition can be called impossible.
    pub settled: bool,
    /// For whom the clause is that is being understood.
    pub audience: Audience,
    /// Whether what is being understood is what something costs.
    pub pricing: bool,
    /// Whether the header names business hours.
    pub business: bool,
    /// The word that the header has for them, and where.
    pub business_word: Option<(BusinessWord, Span)>,
    /// The calendar whose hours are business hours, where the header names one.
    pub office: Option<Name>,
    /// Whether the calendar `always` is named somewhere.
    pub always: bool,
    /// Whether the header names a zone.
    pub zone: bool,
    /// Places of figures that are not known yet, and of which clause.
    pub unfilled: Vec<(Span, String)>,
    /// Where something of the header is asked for first.
    pub missing: Asked,
    /// The declarations of which a rule is absent, by the place of their name.
    pub broken: BTreeSet<Span>,
    /// Where the finding about a name is that nothing has.
    pub absent_names: BTreeMap<SmolStr, usize>,
    /// The anchors that clauses had under earlier names, by the anchors that they have.
    pub former: BTreeMap<String, Vec<String>>,
    /// Where the findings are that are joined by what they say.
    absent: BTreeMap<(&'static str, String), usize>,
    pub(super) anchors: Taken,
    pub(super) paths: Taken,
    /// The cases of cells.
    pub(super) boxes: Boxes,
    /// How many names may still be compared with names that nothing has.
    comparisons: Cell<usize>,
}

/// Where something of the header is asked for first, which may have none.
#[derive(Debug, Default)]
pub struct Asked {
    /// Business hours or days.
    pub business_hours: Option<Span>,
    /// The zone of a time.
    pub zone: Option<Span>,
}

/// How many names are compared with names that nothing has, in all: enough for every slip in a policy that people write,
/// and little beside the rest of the work in one that they do not.
const COMPARISONS: usize = 1_000_000;

impl<'a> Context<'a> {
    /// A context in which every case can exist.
    pub fn new(
        resolved: &'a Resolved<'a>,
        headers: Headers,
        facts: ByName<Arc<FactInfo<'a>>>,
        space: Space,
        legend: Legend,
    ) -> Self {
        // Most clauses are declarations, their lines and the cells of their tables.
        let expected = resolved.declarations.len() * 4;
        Self {
            resolved,
            findings: Vec::new(),
            headers: Arc::new(headers),
            facts,
            extends: Arc::new(Extends::of(resolved)),
            space,
            legend: Arc::new(legend),
            covered: CaseSet::everything(),
            settled: false,
            audience: Audience::Everybody,
            pricing: false,
            business: false,
            business_word: None,
            office: None,
            always: false,
            zone: false,
            unfilled: Vec::new(),
            missing: Asked::default(),
            broken: BTreeSet::new(),
            absent_names: BTreeMap::new(),
            former: BTreeMap::new(),
            absent: BTreeMap::new(),
            anchors: Taken::with_capacity(expected),
            paths: Taken::with_capacity(expected),
            boxes: Boxes::default(),
            comparisons: Cell::new(COMPARISONS),
        }
    }

    /// The symbols.
    pub fn symbols(&self) -> &'a Symbols<'a> {
        &self.resolved.symbols
    }

    /// Adds a finding. A name or value that is absent in many places is one mistake, so it is one finding.
    pub fn report(&mut self, finding: Diagnostic) {
        let absent = [
            &registry::UNKNOWN_NAME,
            &registry::UNKNOWN_VALUE,
            &registry::UNKNOWN_FACT,
            &registry::UNKNOWN_QUOTATION,
            &registry::UNRELATED_PLANS,
        ];
        if !absent.contains(&finding.code) {
            self.findings.push(finding);
            return;
        }
        let next = self.findings.len();
        let at = *self.absent.entry((finding.code.name, finding.message.clone())).or_insert(next);
        match self.findings.get_mut(at) {
            Some(first) => join(first, finding),
            None => self.findings.push(finding),
        }
    }

    /// Adds the finding that nothing has a name; a second one about the same name joins the first.
    pub fn report_absent(&mut self, name: &Name, finding: Diagnostic) {
        let first = self.absent_names.get(&name.text).and_then(|at| self.findings.get_mut(*at));
        match first {
            Some(first) if first.code.level == finding.code.level => join(first, finding),
            Some(_) | None => {
                let next = self.findings.len();
                self.absent_names.insert(name.text.clone(), next);
                self.absent.entry((finding.code.name, finding.message.clone())).or_insert(next);
                self.findings.push(finding);
            }
        }
    }

    /// What a cell says; what is wrong with it is reported.
    pub fn take<T>(&mut self, read: Read<T>) -> Option<T> {
        read.findings.into_iter().for_each(|finding| self.report(finding));
        read.value
    }

    /// The answer of the cases room, or the finding that there is none.
    pub fn decided<T>(&mut self, answer: Result<T, TooComplex>, span: Span) -> Option<T> {
        answer
            .map_err(|TooComplex| {
                self.report(
                    Diagnostic::new(
                        &registry::TOO_COMPLEX,
                        span,
                        "these conditions depend on too many facts at once to be decided",
                    )
                    .label("too many cases to look at")
                    .help("split the clause, or let its conditions name fewer facts"),
                );
            })
            .ok()
    }

    /// Does something for the readers that a clause inside the present one has.
    pub fn inside<T>(&mut self, own: Option<&Name>, then: impl FnOnce(&mut Self) -> T) -> T {
        if own.is_none() {
            return then(self);
        }
        let inner = narrower(&self.audience, own);
        self.reading(inner, then)
    }

    /// Does something for these readers.
    pub fn reading<T>(&mut self, audience: Audience, then: impl FnOnce(&mut Self) -> T) -> T {
        let before = std::mem::replace(&mut self.audience, audience);
        let result = then(self);
        self.audience = before;
        result
    }

    /// Does something that is about what something costs.
    pub fn pricing<T>(&mut self, then: impl FnOnce(&mut Self) -> T) -> T {
        let before = std::mem::replace(&mut self.pricing, true);
        let result = then(self);
        self.pricing = before;
        result
    }

    /// Does something without keeping what it finds wrong, or the names that it takes, since it is done again where that
    /// is reported.
    pub fn quietly<T>(&mut self, then: impl FnOnce(&mut Self) -> T) -> T {
        let findings = std::mem::take(&mut self.findings);
        let absent_names = std::mem::take(&mut self.absent_names);
        let absent = std::mem::take(&mut self.absent);
        let unfilled = std::mem::take(&mut self.unfilled);
        let anchors = std::mem::take(&mut self.anchors);
        let paths = std::mem::take(&mut self.paths);
        let result = then(self);
        (self.findings, self.absent_names, self.absent) = (findings, absent_names, absent);
        (self.unfilled, self.anchors, self.paths) = (unfilled, anchors, paths);
        result
    }

    /// The same context for somebody who understands other declarations at the same time, with nothing found yet.
    pub fn fork(&mut self) -> Self {
        Self {
            resolved: self.resolved,
            findings: Vec::new(),
            headers: Arc::clone(&self.headers),
            facts: self.facts.clone(),
            extends: Arc::clone(&self.extends),
            space: self.space.clone(),
            legend: Arc::clone(&self.legend),
            covered: self.covered.clone(),
            audience: self.audience.clone(),
            business_word: self.business_word,
            office: self.office.clone(),
            unfilled: Vec::new(),
            missing: Asked::default(),
            broken: BTreeSet::new(),
            absent_names: BTreeMap::new(),
            former: BTreeMap::new(),
            absent: BTreeMap::new(),
            anchors: self.anchors.fork(),
            paths: self.paths.fork(),
            boxes: Boxes::default(),
            comparisons: self.comparisons.clone(),
            ..*self
        }
    }

    /// Takes over what a fork found, as if it had been found here after all the rest; `false`, and nothing is taken over, where
    /// one has found or named what the other has too, so that one after the other would have done something else.
    pub fn join(&mut self, fork: Self) -> bool {
        let apart = fork.absent.keys().all(|known| !self.absent.contains_key(known))
            && fork.absent_names.keys().all(|known| !self.absent_names.contains_key(known));
        if !apart || self.anchors.clashes(&fork.anchors) || self.paths.clashes(&fork.paths) {
            return false;
        }
        let known = self.findings.len();
        self.absent.extend(fork.absent.into_iter().map(|(finding, at)| (finding, at + known)));
        self.absent_names.extend(fork.absent_names.into_iter().map(|(name, at)| (name, at + known)));
        self.findings.extend(fork.findings);
        self.unfilled.extend(fork.unfilled);
        self.missing.business_hours = self.missing.business_hours.or(fork.missing.business_hours);
        self.missing.zone = self.missing.zone.or(fork.missing.zone);
        self.always |= fork.always;
        self.broken.extend(fork.broken);
        self.former.extend(fork.former);
        self.anchors.join(fork.anchors);
        self.paths.join(fork.paths);
        true
    }

    /// The names to compare one with that nothing has, as far as the work for that goes.
    pub fn sparingly<N>(&self, names: impl IntoIterator<Item = N>) -> impl Iterator<Item = N> {
        names.into_iter().take_while(|_| {
            let left = self.comparisons.get();
            self.comparisons.set(left.saturating_sub(1));
            left > 0
        })
    }

    /// Reports what is said twice and can be said once; the first one counts.
    pub fn once<T>(
        &mut self,
        slot: &mut Option<T>,
        value: T,
        seen: &mut Option<Span>,
        span: Span,
        what: &str,
    ) {
        if let Some(first) = *seen {
            self.report(repeated(what, span, first));
            return;
        }
        *slot = Some(value);
        *seen = Some(span);
    }

    /// A finding of a code with a message and a label, at a place.
    pub fn error(&mut self, code: &'static Code, span: Span, message: impl Into<String>, label: &str) {
        self.report(Diagnostic::new(code, span, message).label(label));
    }
}

/// Joins a finding to an earlier one of which it is another place.
fn join(first: &mut Diagnostic, again: Diagnostic) {
    if first.span == again.span || first.related.iter().any(|related| related.span == again.span) {
        return;
    }
    for (fix, also) in first.fixes.iter_mut().zip(again.fixes) {
        fix.edits.extend(also.edits);
    }
    // A few places are enough to see that it is no slip of one line.
    if first.related.len() < 3 {
        first.related.push(Related { span: again.span, message: "and here".to_owned() });
    }
}

/// The finding about a statement that can stand once and stands again.
pub fn repeated(what: &str, span: Span, first: Span) -> Diagnostic {
    Diagnostic::new(&registry::REPEATED_STATEMENT, span, format!("{what} is said twice"))
        .label("said again")
        .related(first, "said first here")
        .help("keep one of them")
}
