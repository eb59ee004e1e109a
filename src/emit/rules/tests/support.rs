//! Small programs by hand: what the checker would make of a few lines.

use crate::cases::{self, CaseSet, Dimension, Space};
use crate::hir::{
    Audience, Clause, Cond, DocumentLanguage, Fact, FactKind, FactValue, Layer, Origin, Policy, Program,
    Region, Rule, RuleSet,
};
use crate::source::{FileId, Source, Sources, Span};
use crate::value::{Clock, Duration, Figure, Name, Piece, Promise, Text, Unit};
use thin_vec::ThinVec;

/// One file of twenty lines, ten bytes each.
pub fn sources() -> Sources {
    let mut sources = Sources::default();
    sources.add(Source::new("small.policy", "123456789\n".repeat(20)));
    sources
}

/// The start of a line of that file.
pub fn line(number: usize) -> Span {
    Span::new(FileId(0), (number - 1) * 10, (number - 1) * 10 + 1)
}

pub fn name(text: &str) -> Name {
    Name::new(text, line(1))
}

pub fn text(content: &str) -> Text {
    let original = Piece {
        content: content.into(),
        block: false,
        quotations: ThinVec::new(),
        origins: smallvec::SmallVec::new(),
        span: line(1),
    };
    Text { original, translations: ThinVec::new(), everywhere: false, span: line(1) }
}

pub fn clause(keyword: &'static str, named: &str) -> Clause {
    Clause::silent(keyword, name(named), named.replace('/', "-").into(), Audience::Everybody, line(1))
}

pub fn internal(mut clause: Clause) -> Clause {
    clause.audience = Audience::Internal;
    clause
}

pub fn values(named: &str, values: &[&str]) -> Fact {
    let value = |value: &&str| FactValue { clause: clause("value", value) };
    fact(named, FactKind::Values(values.iter().map(value).collect()))
}

pub fn fact(named: &str, kind: FactKind) -> Fact {
    Fact {
        clause: clause("fact", named),
        declared: true,
        kind,
        decided: Vec::new(),
        derived: None,
        ordered: false,
        only_prices: false,
    }
}

fn labels(kind: &FactKind) -> Vec<smol_str::SmolStr> {
    match kind {
        FactKind::Values(values) => values.iter().map(|value| value.clause.name.text.clone()).collect(),
        FactKind::YesNo => vec!["yes".into(), "no".into()],
        FactKind::Date(cuts) | FactKind::Number(cuts) | FactKind::Duration(cuts) => {
            cuts.iter().map(|cut| cut.label.as_str().into()).collect()
        }
    }
}

/// A policy with these facts and nothing else, in which every combination can occur.
pub fn program(facts: Vec<Fact>) -> Program {
    let dimension =
        |fact: &Fact| Dimension { name: fact.clause.name.text.clone(), classes: labels(&fact.kind) };
    let space = Space::new(facts.iter().map(dimension).collect()).unwrap();
    let policy = Policy {
        clause: clause("policy", "small"),
        edition: None,
        version: None,
        effective: None,
        publisher: None,
        languages: vec![DocumentLanguage { tag: "en".into(), informal: false, span: line(1) }],
        zone: crate::time::Zone::new("Europe/Amsterdam"),
        business: None,
        unfilled: Vec::new(),
    };
    let facts = facts.into_iter().map(|fact| (fact.clause.name.clone(), fact)).collect();
    Program { facts, complete: true, ..Program::new(policy, space) }
}

/// The cases in which a fact has one of these values.
pub fn is(space: &Space, fact: &str, values: &[&str]) -> CaseSet {
    let dim = space.dim(fact).unwrap();
    space.is(dim, values.iter().map(|value| space.class(dim, value).unwrap()))
}

pub fn cond(cases: CaseSet) -> Cond {
    Cond { written: None, cases }
}

pub fn within(amount: u32, unit: Unit) -> Figure {
    let to = Duration { amount, unit, clock: Clock::Elapsed, span: line(1) };
    Figure { promise: Promise::Within { from: None, to }, strength: None, span: line(1) }
}

pub fn rule<V>(path: &str, at: usize, value: V, layer: Layer, cases: CaseSet) -> Rule<V> {
    Rule {
        path: path.into(),
        value,
        clause: clause("rule", path),
        words: None,
        when: cond(cases),
        layer,
        origin: Origin::Line,
        span: line(at),
    }
}

/// The rules resolved, each value taken to be its own.
pub fn rule_set<V>(space: &Space, domain: &CaseSet, rules: Vec<Rule<V>>) -> RuleSet<V> {
    let plain = |(value, rule): (usize, &Rule<V>)| {
        let layer = match rule.layer {
            Layer::Base => cases::Layer::Base,
            Layer::Except => cases::Layer::Except,
        };
        cases::Rule { when: rule.when.cases.clone(), layer, value }
    };
    let plain: Vec<cases::Rule> = rules.iter().enumerate().map(plain).collect();
    let resolution = cases::resolve(space, domain, &plain).unwrap();
    let region = |region: cases::Region| Region { cases: region.cases, rule: region.rule };
    RuleSet {
        domain: domain.and(space.possible()),
        rules,
        regions: resolution.regions.into_iter().map(region).collect(),
        gaps: resolution.gaps,
        idle: ThinVec::new(),
        waiting: ThinVec::new(),
    }
}
