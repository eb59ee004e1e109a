//! The one form of everything that depends on the case: rules, and the regions of cases that each of them decides.

use super::{Clause, Cond, Program};
use crate::cases::CaseSet;
use crate::source::Span;
use crate::value::Name;
use smol_str::SmolStr;
use std::borrow::Cow;
use thin_vec::ThinVec;

/// Rules that give a value, resolved: each case of the domain has at most one.
#[derive(Clone, Debug)]
pub struct RuleSet<V> {
    /// The cases that it speaks of: `only when`, and what can exist at all.
    pub domain: CaseSet,
    /// All rules, in the order of the source.
    pub rules: Vec<Rule<V>>,
    /// Disjoint regions that cover the domain but for the gaps, in canonical order.
    pub regions: Vec<Region>,
    /// The cases of the domain that no rule decides.
    pub gaps: CaseSet,
    /// Rules that do nothing, in the order of the rules.
    pub idle: ThinVec<Idle>,
    /// Lines that may decide any of their cases, though nobody knows yet which, `when ?`. What they say is that nothing is
    /// known.
    pub waiting: ThinVec<Rule<V>>,
}

/// A rule that does nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Idle {
    /// The index of the rule.
    pub rule: usize,
    /// Why.
    pub why: IdleWhy,
    /// The rules because of which it does nothing.
    pub by: Vec<usize>,
}

/// Why a rule does nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum IdleWhy {
    /// Others stand above it in all of its cases.
    Hidden,
    /// Its declaration speaks of none of its cases.
    OutsideDomain,
    /// An earlier rule says the same of all of its cases.
    Repeated,
    /// An exception that says what would hold without it.
    ExceptionWithoutEffect,
    /// Narrower than another rule, with the same value.
    AddsNothing,
}

impl<V> Default for RuleSet<V> {
    fn default() -> Self {
        Self {
            domain: CaseSet::nothing(),
            rules: Vec::new(),
            regions: Vec::new(),
            gaps: CaseSet::nothing(),
            idle: ThinVec::new(),
            waiting: ThinVec::new(),
        }
    }
}

/// Some cases and the rule that decides them.
#[derive(Clone, Debug)]
pub struct Region {
    /// The cases.
    pub cases: CaseSet,
    /// The index of the rule.
    pub rule: usize,
}

/// A value with the cases it holds for.
#[derive(Clone, Debug)]
pub struct Rule<V> {
    /// Its path, `first-response/critical/premium`, unique within the policy.
    pub path: SmolStr,
    /// What it sets.
    pub value: V,
    /// Name, anchor, audience, words about it; `clause.when` holds its condition as written.
    pub clause: Clause,
    /// The words of the statement that gives it; none for a cell.
    pub words: Option<Box<LineWords>>,
    /// The cases, before other rules are considered.
    pub when: Cond,
    /// Base or exception.
    pub layer: Layer,
    /// Where it comes from.
    pub origin: Origin,
    /// The place of the value, to mark in a finding.
    pub span: Span,
}

/// Where the words of a statement stand, for a fix that changes them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LineWords {
    /// From the first word, an audience included, to the last.
    pub span: Span,
    /// Whether an audience stands first.
    pub audience: bool,
    /// Whether a body follows.
    pub body: bool,
}

/// Whether a rule stands above the base.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Layer {
    Base,
    Except,
}

/// Where a rule comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// A line of the declaration.
    Line,
    /// A cell of a table of the declaration.
    Cell,
    /// A cell of a table declared on its own.
    Table {
        /// The index of the table declaration in the program.
        table: u32,
    },
    /// Inherited from a plan below.
    Inherited,
}

/// A line of a set: lines add up or take away, none overrides another.
#[derive(Clone, Debug)]
pub struct SetLine<V> {
    /// What the line adds or takes away.
    pub value: V,
    /// Name, anchor, audience, words about it.
    pub clause: Clause,
    /// The cases of the line.
    pub when: Cond,
    /// The place to mark.
    pub span: Span,
}

impl Program {
    /// The paths of all rules that an example can name, in no order that means anything.
    pub fn rule_paths(&self) -> impl Iterator<Item = Cow<'_, str>> {
        fn of<V>(rules: &RuleSet<V>) -> impl Iterator<Item = Cow<'_, str>> {
            rules.rules.iter().chain(&rules.waiting).map(|rule| rule.path.as_str().into())
        }
        fn line<'c>(owner: &Name, clause: &Clause) -> Cow<'c, str> {
            [owner.as_str(), "/", clause.name.as_str()].concat().into()
        }
        let commitments = self.commitments.values().flat_map(|commitment| of(&commitment.rules));
        let entitlements = self.entitlements.values().flat_map(|entitlement| of(&entitlement.rules));
        let prices = self.prices.values().flat_map(|price| of(&price.rules));
        let rates = self
            .offers
            .iter()
            .flat_map(|(name, offer)| offer.rates.iter().map(move |rate| line(name, &rate.clause)));
        let rungs = self
            .escalations
            .iter()
            .flat_map(|(name, escalation)| escalation.rungs.iter().map(move |rung| line(name, &rung.clause)));
        commitments.chain(entitlements).chain(prices).chain(rates).chain(rungs)
    }
}

impl<V> RuleSet<V> {
    /// The rule that decides a case.
    pub fn decide(&self, case: &crate::cases::Case) -> Option<&Rule<V>> {
        let region = self.regions.iter().find(|region| region.cases.contains(case))?;
        self.rules.get(region.rule)
    }

    /// The rules by their paths, those included that wait.
    pub fn at(&self, path: &str) -> Option<&Rule<V>> {
        self.rules.iter().chain(&self.waiting).find(|rule| rule.path == path)
    }
}
