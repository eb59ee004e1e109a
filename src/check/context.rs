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
use crate::diagnostic::{Code, Diagnostic, Related, nearest, registry};
use crate::hir::{Audience, Legend, Ref};
use crate::resolve::{Resolved, Symbol, Symbols, built_in, narrower, usual_name};
use crate::resolve::{difference, one};
use crate::source::Span;
use crate::syntax::cell::{Read, not_known_yet};
use crate::value::{BusinessWord, Name};
use rustc_hash::FxBuildHasher;
use smol_str::SmolStr;
use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

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
    pub headers: Headers,
    /// The facts, in the order of the dimensions.
    pub facts: ByName<Rc<FactInfo<'a>>>,
    /// Which plans extend which.
    pub extends: Rc<Extends>,
    /// The space of cases.
    pub space: Space,
    /// The words for it.
    pub legend: Legend,
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
        facts: ByName<Rc<FactInfo<'a>>>,
        space: Space,
        legend: Legend,
    ) -> Self {
        // Most clauses are declarations, their lines and the cells of their tables.
        let expected = resolved.declarations.len() * 4;
        Self {
            resolved,
            findings: Vec::new(),
            headers,
            facts,
            extends: Rc::new(Extends::of(resolved)),
            space,
            legend,
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
            anchors: Taken::with_capacity_and_hasher(expected, FxBuildHasher),
            paths: Taken::with_capacity_and_hasher(expected, FxBuildHasher),
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

    /// Whether there is something of one of these kinds with this name; reports when there is not.
    pub fn known(&mut self, kinds: &[&'static str], name: &Name) -> bool {
        self.find(kinds, name).is_some()
    }

    /// The kind of what has this name, among these kinds.
    pub fn find(&mut self, kinds: &[&'static str], name: &Name) -> Option<&'static str> {
        let symbols = self.symbols();
        if let Some(symbol) = symbols.first_of(kinds, name.as_str()) {
            self.names_symbol(symbol, name);
            return Some(symbol.keyword);
        }
        if let Some(kind) = kinds.iter().find(|kind| built_in(kind).contains(&name.as_str())) {
            self.always |= *kind == "calendar";
            return Some(kind);
        }
        if kinds.contains(&"event")
            && let Some((fact, _)) = name.as_str().split_once(' ')
        {
            return self.fact(&Name::new(fact, name.span)).map(|_| "event");
        }
        let finding = not_known_yet(name).unwrap_or_else(|| self.absent(kinds, name));
        if finding.code == &registry::UNKNOWN_NAME {
            self.report_absent(name, finding);
        } else {
            self.report(finding);
        }
        None
    }

    /// The names of a list that exist.
    pub fn names(&mut self, kinds: &[&'static str], names: &[Name]) -> Vec<Name> {
        names.iter().filter(|name| self.known(kinds, name)).cloned().collect()
    }

    /// The name, if it exists.
    pub fn name(&mut self, kinds: &[&'static str], name: &Name) -> Option<Name> {
        self.known(kinds, name).then(|| name.clone())
    }

    /// What has this name among these kinds, if it exists.
    pub fn one_of(&mut self, kinds: &[&'static str], name: &Name) -> Option<Ref> {
        self.find(kinds, name).map(|keyword| Ref { keyword, name: name.clone() })
    }

    /// What something of any kind is that has this name, sections last.
    pub fn any(&mut self, name: &Name) -> Option<Ref> {
        let named = self.symbols().named(name.as_str());
        let found = named.iter().find(|symbol| symbol.keyword != "section").or(named.first());
        if let Some(symbol) = found {
            self.names_symbol(symbol, name);
            return Some(Ref { keyword: symbol.keyword, name: name.clone() });
        }
        if let Some(slip) = not_known_yet(name) {
            self.report(slip);
            return None;
        }
        let finding =
            Diagnostic::new(&registry::UNKNOWN_NAME, name.span, format!("nothing here is called `{name}`"));
        let finding = suggested(finding, name, self.sparingly(self.symbols().all_names()));
        self.report_absent(name, finding);
        None
    }

    /// The finding about a name that nothing of these kinds has.
    fn absent(&self, kinds: &[&'static str], name: &Name) -> Diagnostic {
        let expected = kinds.first().copied().unwrap_or("name");
        let elsewhere = self.symbols().named(name.as_str());
        if let Some(other) = elsewhere.first() {
            return Diagnostic::new(
                &registry::WRONG_KIND,
                name.span,
                format!("`{name}` is {}, but {} is expected here", one(other.keyword), one(expected)),
            )
            .label(format!("not {}", one(expected)))
            .related(other.name.span, format!("declared here as {}", one(other.keyword)));
        }
        let there = kinds.iter().flat_map(|kind| {
            let declared = self.symbols().of(kind).map(|symbol| symbol.name.as_str());
            declared.chain(built_in(kind).iter().copied())
        });
        let finding = Diagnostic::new(
            &registry::UNKNOWN_NAME,
            name.span,
            format!("there is no {expected} called `{name}`"),
        );
        if let Some(meant) = kinds.iter().find_map(|kind| usual_name(kind, name.as_str())) {
            return offered(finding, name, meant);
        }
        let finding = suggested(finding, name, self.sparingly(there));
        if finding.help.is_some() {
            return finding;
        }
        if expected == "event" && matches!(name.as_str(), "breach" | "breached" | "missed") {
            let of = self.symbols().of("commitment").map(|symbol| symbol.name.as_str()).next();
            let of = of.unwrap_or("first-response");
            return finding.help(format!("say which promise: `on breach of {of} …`"));
        }
        if expected == "state" {
            return finding.help(format!("put `state {name} \"…\"` into a `process`"));
        }
        // A state stands in a process, and is not declared on its own.
        let declared = kinds.iter().filter(|kind| **kind != "state");
        let forms: Vec<String> = declared.map(|kind| format!("`{kind} {name} \"…\"`")).collect();
        match forms.as_slice() {
            [all @ .., last] if (1..4).contains(&all.len()) => {
                finding.help(format!("declare it, as {} or {last}", all.join(", ")))
            }
            _ => finding.help(format!("declare it: `{expected} {name} \"…\"`")),
        }
    }

    /// Notes that a clause relies on what is declared.
    fn names_symbol(&mut self, symbol: &Symbol<'_>, name: &Name) {
        symbol.named.set(true);
        if self.audience != Audience::Internal {
            symbol.named_outside.set(true);
        }
        self.reach(symbol.keyword, name, &symbol.audience, symbol.name.span);
    }

    /// Reports when what a clause relies on is for fewer readers than the clause.
    pub fn reach(&mut self, keyword: &str, name: &Name, target: &Audience, declared: Span) {
        let seen = match (target, &self.audience) {
            (Audience::Everybody, _) | (_, Audience::Internal) => true,
            (Audience::Party(target), Audience::Party(reader)) => target == reader,
            (Audience::Party(_) | Audience::Internal, Audience::Everybody)
            | (Audience::Internal, Audience::Party(_)) => false,
        };
        // Readers that do not exist were reported.
        let known = |audience: &Audience| match audience {
            Audience::Everybody | Audience::Internal => true,
            Audience::Party(party) => {
                built_in("party").contains(&party.as_str())
                    || self.symbols().get("party", party.as_str()).is_some()
            }
        };
        if seen || !known(target) || !known(&self.audience) {
            return;
        }
        let readers = |audience: &Audience| match audience {
            Audience::Everybody => "everybody".to_owned(),
            Audience::Party(party) => format!("`{party}`"),
            Audience::Internal => "our own people".to_owned(),
        };
        let finding = Diagnostic::new(
            &registry::LEAK,
            name.span,
            format!(
                "a clause for {} relies on the {keyword} `{name}`, which is only for {}",
                readers(&self.audience),
                readers(target)
            ),
        )
        .label("its readers may not see this")
        .related(declared, format!("only for {}", readers(target)))
        .help("make both clauses for the same readers, or leave the name out");
        self.report(finding);
    }

    /// Whether something names what is declared with this keyword and name.
    pub fn is_named(&self, keyword: &str, name: &Name) -> bool {
        let declared = self.symbols().get(keyword, name.as_str()).is_some_and(|symbol| symbol.named.get());
        declared
            || self
                .facts
                .get(keyword)
                .is_some_and(|fact| fact.value(name).is_some_and(|value| value.named.get()))
    }

    /// Whether something names what is declared with this keyword and name, and all that does is for us alone.
    pub fn is_named_inside_only(&self, keyword: &str, name: &Name) -> bool {
        let symbol = self.symbols().get(keyword, name.as_str());
        symbol.is_some_and(|symbol| symbol.named.get() && !symbol.named_outside.get())
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

    /// The names to compare one with that nothing has, as far as the work for that goes.
    pub fn sparingly<'n>(&self, names: impl IntoIterator<Item = &'n str>) -> impl Iterator<Item = &'n str> {
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

/// Adds the nearest of the names that there are, as help and as a fix.
pub fn suggested<'n>(
    finding: Diagnostic,
    name: &Name,
    there: impl IntoIterator<Item = &'n str>,
) -> Diagnostic {
    // A few letters may also be the beginning of one name, `severity` for `sev`.
    let short = name.as_str();
    let (mut whole, mut others) = (None, 0);
    let there = there.into_iter().inspect(|longer| {
        if short.len() > 2 && longer.starts_with(short) {
            whole = Some(*longer);
            others += 1;
        }
    });
    match nearest(short, there).or(whole.filter(|_| others == 1)) {
        Some(near) => offered(finding, name, near),
        None => finding.label("not declared"),
    }
}

/// Offers a name in the place of one that is not declared.
fn offered(finding: Diagnostic, name: &Name, near: &str) -> Diagnostic {
    finding
        .label(difference(name.as_str(), near).unwrap_or_else(|| format!("did you mean `{near}`?")))
        .help(format!("change it to `{near}`"))
        .fix(format!("change it to `{near}`"), false, name.span, near)
}
