//! Rules that give a value: which of them decides which case, and what is wrong with them.
//!
//! In: the rules of one declaration, with the cases of each, and its domain. Out: a [`RuleSet`], and findings about rules
//! that promise different things for one case and exceptions that are none. Rules that do nothing are only noted; the
//! lints speak of them.

use super::context::Context;
use super::grid::Place;
use crate::cases::{self, CaseSet, TooComplex};
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::say;
use crate::hir::{Clause, Cond, Idle, IdleWhy, Layer, LineWords, Origin, Region, Rule, RuleSet};
use crate::source::Span;
use crate::syntax::ast::{Body, Carried};
use crate::value::{Amount, Name};
use smol_str::SmolStr;
use thin_vec::ThinVec;

/// The rules of one declaration while they are collected.
#[derive(Debug)]
pub struct Draft<V> {
    /// The rules, in the order of the source.
    pub rules: Vec<Rule<V>>,
    /// Whether one was left out because something in it is wrong.
    pub broken: bool,
    /// Lines of which nobody knows yet when they hold.
    pub waiting: ThinVec<Rule<V>>,
}

impl<V> Default for Draft<V> {
    fn default() -> Self {
        Self { rules: Vec::new(), broken: false, waiting: ThinVec::new() }
    }
}

impl<V> Draft<V> {
    /// Adds a rule, or notes that one is missing.
    pub fn add(&mut self, rule: Option<Rule<V>>) {
        match rule {
            Some(rule) => self.rules.push(rule),
            None => self.broken = true,
        }
    }

    /// Adds a rule of which nobody knows when it holds, so that nobody knows either what is missing.
    pub fn wait(&mut self, rule: Rule<V>) {
        self.broken = true;
        self.waiting.push(rule);
    }
}

/// Notes that nobody knows yet when a whole declaration speaks, `only when ?`.
pub fn unfilled_domain<S, V>(
    (owner, clause): (&str, &Clause),
    body: &Body<S>,
    value: V,
    draft: &mut Draft<V>,
) {
    if let Some(only) = body.waits_for_domain() {
        let name = Name::new(owner, only.span);
        draft.wait(waiting(owner.into(), name, clause, Layer::Except, only.span, value));
    }
}

/// A rule of which nobody knows when it holds; it is not published, so its clause is that of its declaration.
fn waiting<V>(path: SmolStr, name: Name, of: &Clause, layer: Layer, span: Span, value: V) -> Rule<V> {
    let clause = Clause::silent("rule", name, of.anchor.clone(), of.audience.clone(), span);
    Rule { path, value, clause, words: None, when: Cond::always(), layer, origin: Origin::Line, span }
}

impl<'a> Context<'a> {
    /// The rule of a line: its path is `owner/name`, or `owner/` and its number among the lines without a name.
    pub fn line<V>(
        &mut self,
        owner: &str,
        statement: &'a Carried,
        number: &mut usize,
        value: V,
    ) -> Option<Rule<V>> {
        let (name, path) = self.line_path(owner, statement, number);
        let clause = self.statement("rule", name, &path, statement)?;
        let when = clause.when.clone().unwrap_or_else(Cond::always);
        let layer = if statement.except.is_some() { Layer::Except } else { Layer::Base };
        let words = LineWords {
            span: statement.span,
            audience: statement.audience.is_some(),
            body: statement.body.is_some(),
        };
        let (words, origin, span) = (Some(Box::new(words)), Origin::Line, statement.span);
        Some(Rule { path, value, clause, words, when, layer, origin, span })
    }

    /// Adds the rule of a line in which a `?` stands: for its cases it says that nothing is known. Where the cases are not
    /// known either, it waits. `owner` is what its path begins with and the clause that it belongs to.
    pub fn unfilled_line<V>(
        &mut self,
        (owner, clause): (&str, &Clause),
        statement: &'a Carried,
        number: &mut usize,
        value: V,
        draft: &mut Draft<V>,
    ) {
        if !statement.waits {
            draft.add(self.line(owner, statement, number, value));
            return;
        }
        let (name, path) = self.line_path(owner, statement, number);
        let layer = if statement.except.is_some() { Layer::Except } else { Layer::Base };
        draft.wait(waiting(path, name, clause, layer, statement.span, value));
    }

    /// The name of a line and its path, which an example can name; a name that another line of its owner has is reported.
    pub fn line_path(&mut self, owner: &str, statement: &Carried, number: &mut usize) -> (Name, SmolStr) {
        let name = statement.name.clone().unwrap_or_else(|| {
            *number += 1;
            Name::new(number.to_string(), statement.span)
        });
        let wanted = [owner, "/", name.as_str()].concat();
        let path = self.path(&wanted);
        if statement.name.is_some() && path != wanted {
            let finding = Diagnostic::new(
                &registry::DUPLICATE_NAME,
                name.span,
                format!("there is already a rule called `{wanted}`"),
            )
            .label("named again")
            .help("give one of them another name");
            self.report(finding);
        }
        (name, path)
    }

    /// The rule of a cell at a place.
    pub fn cell_rule<V>(&mut self, place: Place<'_>, value: V, origin: Origin) -> Rule<V> {
        let span = place.cell.span;
        let path = self.path(place.path);
        let anchor = if path == place.path {
            self.anchor(place.hyphened)
        } else {
            self.anchor(&path.replace('/', "-"))
        };
        let clause = Clause::cell(anchor, &self.audience, span);
        let when = Cond { written: None, cases: place.cases };
        Rule { path, value, clause, words: None, when, layer: Layer::Base, origin, span }
    }

    /// Resolves the rules of a declaration; `what` it sets is said in findings, and `say` puts a value in words.
    pub fn resolve<V>(
        &mut self,
        what: &dyn Fn() -> String,
        domain: Option<&Cond>,
        draft: Draft<V>,
        same: impl Fn(&V, &V) -> bool,
        say: impl Fn(&V) -> String,
        mark: Span,
    ) -> RuleSet<V> {
        let domain = domain.map_or_else(CaseSet::everything, |cond| cond.cases.clone());
        let field = domain.and(self.space.possible());
        let answer = apart(&self.space, &field, &draft.rules);
        let answer = answer.map_or_else(|| layered(&self.space, &domain, &draft.rules, same), Ok);
        let Some(found) = self.decided(answer, mark) else {
            return RuleSet {
                domain: field,
                rules: draft.rules,
                waiting: draft.waiting,
                ..RuleSet::default()
            };
        };
        if draft.broken {
            self.broken.insert(mark);
        }
        self.conflicts(what, &draft.rules, &found, &say);
        if !draft.broken {
            self.exceptions(what, &draft.rules, &found);
        }
        let idle = if draft.broken { ThinVec::new() } else { idle(&draft.rules, &found).into() };
        let gaps = if draft.broken { CaseSet::nothing() } else { found.gaps };
        let regions = found
            .regions
            .into_iter()
            .map(|region| Region { cases: region.cases, rule: region.rule })
            .collect();
        RuleSet { domain: field, rules: draft.rules, regions, gaps, idle, waiting: draft.waiting }
    }

    /// The same for what is to be paid: two lines of which neither is an exception may both be due.
    pub fn resolve_amounts(
        &mut self,
        what: &dyn Fn() -> String,
        domain: Option<&Cond>,
        draft: Draft<Amount>,
        mark: Span,
    ) -> RuleSet<Amount> {
        let known = self.findings.len();
        let rules = self.resolve(what, domain, draft, Amount::same_as, say::amount, mark);
        let rule = |span: Span| rules.rules.iter().find(|rule| rule.span == span);
        for finding in self.findings.iter_mut().skip(known) {
            if finding.code.name != registry::CONFLICTING_RULES.name {
                continue;
            }
            let first = finding.related.first().and_then(|place| rule(place.span));
            let Some((first, second)) = first.zip(rule(finding.span)) else { continue };
            let Some((one, two)) = first.value.rate().zip(second.value.rate()) else { continue };
            if one.money.currency == two.money.currency && may_except(second) {
                let sum = format!("sum of {} and {}", say::amount(&first.value), say::amount(&second.value));
                finding.help = Some(format!("{AN_EXCEPTION}; if both are due, write them as one: `{sum}`"));
            }
        }
        rules
    }

    fn conflicts<V>(
        &mut self,
        what: &dyn Fn() -> String,
        rules: &[Rule<V>],
        found: &cases::Resolution,
        say: &impl Fn(&V) -> String,
    ) {
        for conflict in &found.conflicts {
            let (Some(first), Some(second)) = (rules.get(conflict.first), rules.get(conflict.second)) else {
                continue;
            };
            // The later place is the one to change; a cell comes before a line wherever it stands.
            let (first, second) = match (first.origin, second.origin) {
                (Origin::Line, Origin::Cell | Origin::Table { .. }) => (second, first),
                _ => (first, second),
            };
            let (names, words) = self.legend.case(&self.space, &conflict.witness, &conflict.cases);
            let help = match second.origin {
                Origin::Line if may_except(second) => AN_EXCEPTION,
                Origin::Line => "narrow the condition of one of them",
                Origin::Cell | Origin::Table { .. } | Origin::Inherited => {
                    "keep one of the two, or make their cases different"
                }
            };
            let finding = Diagnostic::new(
                &registry::CONFLICTING_RULES,
                second.span,
                format!("two rules say different things about {} for the same case", what()),
            )
            .label(say(&second.value))
            .related(first.span, say(&first.value))
            .case(names, words)
            .help(help);
            self.report(finding);
        }
    }

    fn exceptions<V>(&mut self, what: &dyn Fn() -> String, rules: &[Rule<V>], found: &cases::Resolution) {
        for part in &found.exceptions_outside_base {
            let (Some(rule), Some(case)) = (rules.get(part.rule), part.cases.witness(&self.space)) else {
                continue;
            };
            let (names, words) = self.legend.case(&self.space, &case, &part.cases);
            let finding = Diagnostic::new(
                &registry::EXCEPTION_OUTSIDE_BASE,
                rule.span,
                format!(
                    "this exception also speaks of cases for which {} has no rule to except from",
                    what()
                ),
            )
            .label("an exception to nothing there")
            .case(names, words)
            .help("narrow its condition to cases that have a rule, or leave out `except`");
            self.report(finding);
        }
    }
}

/// Whether a rule could be made an exception to another.
fn may_except<V>(rule: &Rule<V>) -> bool {
    matches!(rule.origin, Origin::Line) && rule.layer == Layer::Base
}

/// What can be done about two lines for one case.
const AN_EXCEPTION: &str = "if the second is an exception, begin it with `except`";

/// The answer for base rules of which no two hold for one case, as the cells of one table: each decides where it is active.
fn apart<V>(space: &cases::Space, field: &CaseSet, rules: &[Rule<V>]) -> Option<cases::Resolution> {
    if rules.iter().any(|rule| rule.layer == Layer::Except) {
        return None;
    }
    let mut regions = Vec::with_capacity(rules.len());
    let (mut impossible, mut outside_domain) = (Vec::new(), Vec::new());
    for (at, rule) in rules.iter().enumerate() {
        let cases = rule.when.cases.try_and(field).ok()?;
        if cases.is_empty() {
            let known = rule.when.cases.overlaps(space.possible());
            if known {
                outside_domain.push(at);
            } else {
                impossible.push(at);
            }
            continue;
        }
        regions.push(cases::Region { cases, rule: at });
    }
    let union = CaseSet::union_of_apart(regions.iter().map(|region| &region.cases))?;
    Some(cases::Resolution {
        regions,
        conflicts: Vec::new(),
        gaps: field.try_minus(&union).ok()?,
        unreachable: Vec::new(),
        repeated: Vec::new(),
        impossible,
        outside_domain,
        exceptions_outside_base: Vec::new(),
        exceptions_without_effect: Vec::new(),
        adds_nothing: Vec::new(),
    })
}

/// The answer for any rules, by their layers and by which of them give the same value.
fn layered<V>(
    space: &cases::Space,
    domain: &CaseSet,
    rules: &[Rule<V>],
    same: impl Fn(&V, &V) -> bool,
) -> Result<cases::Resolution, TooComplex> {
    let mut kinds: Vec<usize> = Vec::new();
    let mut plain = Vec::with_capacity(rules.len());
    for (at, rule) in rules.iter().enumerate() {
        let kind = kinds.iter().position(|kind| same(&rules[*kind].value, &rule.value));
        let value = kind.unwrap_or_else(|| {
            kinds.push(at);
            kinds.len() - 1
        });
        let layer = match rule.layer {
            Layer::Base => cases::Layer::Base,
            Layer::Except => cases::Layer::Except,
        };
        plain.push(cases::Rule { when: rule.when.cases.clone(), layer, value });
    }
    cases::resolve(space, domain, &plain)
}

/// The rules that do nothing, and why.
fn idle<V>(rules: &[Rule<V>], found: &cases::Resolution) -> Vec<Idle> {
    let mut idle = Vec::new();
    let mut add = |rule: usize, why: IdleWhy, by: &[usize]| {
        idle.push(Idle { rule, why, by: by.to_vec() });
    };
    for redundant in &found.unreachable {
        add(redundant.rule, IdleWhy::Hidden, &redundant.by);
    }
    for rule in &found.outside_domain {
        add(*rule, IdleWhy::OutsideDomain, &[]);
    }
    for redundant in &found.repeated {
        add(redundant.rule, IdleWhy::Repeated, &redundant.by);
    }
    for rule in &found.exceptions_without_effect {
        add(*rule, IdleWhy::ExceptionWithoutEffect, &[]);
    }
    for redundant in &found.adds_nothing {
        add(redundant.rule, IdleWhy::AddsNothing, &redundant.by);
    }
    // A cell stands where its table needs one, and what is inherited is not written here.
    idle.retain(|idle| {
        let line = rules.get(idle.rule).is_some_and(|rule| rule.origin == Origin::Line);
        line || idle.why == IdleWhy::OutsideDomain || idle.why == IdleWhy::Hidden
    });
    idle.retain(|idle| rules.get(idle.rule).is_some_and(|rule| rule.origin != Origin::Inherited));
    idle.sort_by_key(|idle| idle.rule);
    idle.dedup_by_key(|idle| idle.rule);
    idle
}
