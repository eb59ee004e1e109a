//! Two commitments that run from one event to another and promise different times for one case.

use super::Context;
use crate::cases::{CaseSet, Near};
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::{Commitment, Rule, say};
use crate::value::{Figure, Name, Promise};
use std::cell::OnceCell;
use std::collections::{BTreeMap, HashSet};

/// A rule by which something is due, and the cases in which it decides.
struct Told<'p> {
    /// The place of its commitment among those with the same ends.
    place: usize,
    commitment: &'p Commitment,
    rule: &'p Rule<Figure>,
    cases: &'p CaseSet,
}

/// Two of them that promise different times, and the cases of both.
struct Found<'t, 'p> {
    one: &'t Told<'p>,
    two: &'t Told<'p>,
    both: CaseSet,
}

/// Of more rules than this those that may share a case are looked up.
const MANY: usize = 48;

/// Looks at every two commitments with the same ends; each is told once, beside the first that promises another time.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let mut alike: BTreeMap<(&Name, &Name), Vec<&Commitment>> = BTreeMap::new();
    for commitment in context.program.commitments.values() {
        if let (Some(from), Some(until)) = (&commitment.from, &commitment.until) {
            alike.entry((from, until)).or_default().push(commitment);
        }
    }
    for ((from, until), commitments) in alike.iter().filter(|(_, commitments)| commitments.len() > 1) {
        let told: Vec<Told<'_>> = commitments.iter().enumerate().flat_map(|(at, it)| told(at, it)).collect();
        let firsts = firsts(&told);
        let near = OnceCell::new();
        let mut first: BTreeMap<usize, Found<'_, '_>> = BTreeMap::new();
        for second in &told {
            let known = first.get(&second.place).map_or(second.place, |found| found.one.place);
            let pair = |one| meet(context, one, second);
            let soon = firsts.iter().copied().take(MANY).take_while(|one| one.place < known);
            let found = soon.into_iter().find_map(pair).or_else(|| {
                // Of many only those that may share a case are looked at.
                firsts.get(MANY).filter(|next| next.place < known)?;
                let near = near.get_or_init(|| Near::new(firsts.iter().map(|told| told.cases.clone())));
                let rest = near.to(second.cases).into_iter().filter_map(|at| firsts.get(at).copied());
                rest.take_while(|one| one.place < known).find_map(pair)
            });
            first.extend(found.map(|found| (second.place, found)));
        }
        findings.extend(first.values().filter_map(|found| finding(context, (from, until), found)));
    }
}

/// The first of all that promise the same, as firmly, for the same cases: what contradicts another of these contradicts it.
fn firsts<'t, 'p>(told: &'t [Told<'p>]) -> Vec<&'t Told<'p>> {
    let mut seen = HashSet::new();
    let is_new = |told: &&Told<'_>| {
        let Figure { promise, .. } = &told.rule.value;
        seen.insert((say::promise(promise), told.rule.value.firmness(), told.cases.clone()))
    };
    told.iter().filter(is_new).collect()
}

fn told(place: usize, commitment: &Commitment) -> impl Iterator<Item = Told<'_>> {
    commitment.rules.regions.iter().filter_map(move |region| {
        let rule = commitment.rules.rules.get(region.rule).filter(|rule| is_told(&rule.value))?;
        Some(Told { place, commitment, rule, cases: &region.cases })
    })
}

fn meet<'t, 'p>(context: &Context<'_>, one: &'t Told<'p>, two: &'t Told<'p>) -> Option<Found<'t, 'p>> {
    let earlier = one.place < two.place && differ(context, one.rule, two.rule);
    let both = earlier.then(|| two.cases.and(one.cases))?;
    both.witness(&context.program.space)?;
    Some(Found { one, two, both })
}

/// Whether only one of two promises can be meant.
fn differ(context: &Context<'_>, one: &Rule<Figure>, two: &Rule<Figure>) -> bool {
    // What is usual and what is guaranteed are two promises, and both are kept.
    let agreed = [one, two].map(|rule| matches!(rule.value.promise, Promise::AsAgreed(_)));
    let as_firm = one.value.firmness() == two.value.firmness() || agreed[0] != agreed[1];
    let office = context.program.policy.business_calendar();
    as_firm && agreed != [true, true] && !one.value.same_as(&two.value, office)
}

fn finding(
    context: &Context<'_>,
    (from, until): (&Name, &Name),
    Found { one, two, both }: &Found<'_, '_>,
) -> Option<Diagnostic> {
    let program = context.program;
    let case = both.witness(&program.space)?;
    let (names, words) = context.legend().case(&program.space, &case, both);
    let finding = Diagnostic::new(
        &registry::PROMISED_TWICE,
        two.rule.span,
        format!(
            "from `{from}` until `{until}` both {} and {} are promised, by `{}` and by `{}`",
            say::promise(&one.rule.value.promise),
            say::promise(&two.rule.value.promise),
            one.commitment.clause.name,
            two.commitment.clause.name
        ),
    );
    Some(
        finding
            .label("which of the two counts?")
            .related(one.rule.span, "the other promise")
            .case(names, words)
            .help("keep one of the two, or let them end with different events"),
    )
}

/// Whether something is due once, by a figure here or by one in another document.
fn is_told(figure: &Figure) -> bool {
    match figure.promise {
        Promise::Within { .. } | Promise::By(_) | Promise::AsAgreed(_) => true,
        Promise::Release(_)
        | Promise::Every(_)
        | Promise::BestEffort
        | Promise::None
        | Promise::No
        | Promise::AsDecided(_)
        | Promise::Unfilled => false,
    }
}
