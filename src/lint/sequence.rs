//! Two commitments that end with events of which one comes after the other: the response and the resolution.
//!
//! In: all commitments. Out: the pairs of figures for one case of which the one that comes last is due first, always or for some
//! receipt.

use super::Context;
use super::deadlines::{self, Rough};
use crate::cases::CaseSet;
use crate::diagnostic::{Code, Diagnostic};
use crate::hir::{Legend, Program, Rule};
use crate::time::Apart;
use crate::value::{Figure, Name, Promise};

/// The events that end a promise, in the order in which they come.
const EVENTS: [&str; 4] = ["acknowledged", "responded", "resolved", "closed"];

/// A deadline before the one that it comes after.
pub struct Found<'p> {
    /// The commitment whose event comes first, and its rule.
    pub earlier: (&'p Name, &'p Rule<Figure>),
    /// The commitment whose event comes last, and its rule.
    pub later: (&'p Name, &'p Rule<Figure>),
    /// What the later and the earlier one promise.
    pub said: (String, String),
    /// The receipt that shows it, if it is not always so.
    pub apart: Option<Apart>,
    cases: CaseSet,
}

/// A rule of a commitment that is due once, and the cases in which it decides.
#[derive(Clone, Copy)]
struct Due<'p> {
    name: &'p Name,
    rule: &'p Rule<Figure>,
    cases: &'p CaseSet,
    rough: Option<Rough>,
}

/// A promise with the rules that promise it, in order.
struct Promised<'p> {
    promise: &'p Promise,
    rough: Option<Rough>,
    places: Vec<usize>,
}

/// The rules of all commitments from one event until another.
struct Span<'p> {
    from: &'p str,
    /// The place of the other event among [`EVENTS`].
    until: usize,
    rules: Vec<Due<'p>>,
    /// What is promised, each once.
    promises: Vec<Promised<'p>>,
}

/// Looks at all pairs; each rule of the later commitment is given once, beside the first rule that it comes before.
pub fn look<'p>(context: &Context<'p>) -> Vec<Found<'p>> {
    let mut found = Vec::new();
    let spans = spans(context.program);
    for later in &spans {
        for last in &later.rules {
            let before =
                spans.iter().filter(|earlier| earlier.until < later.until && earlier.from == later.from);
            found.extend(before.filter_map(|earlier| of_one(context, earlier, last)));
        }
    }
    found
}

fn spans(program: &Program) -> Vec<Span<'_>> {
    let mut spans: Vec<Span<'_>> = Vec::new();
    for (name, commitment) in &program.commitments {
        let Some(until) = &commitment.until else { continue };
        let Some(until) = EVENTS.iter().position(|event| *until == *event) else { continue };
        let from = commitment.from.as_ref().map_or("received", Name::as_str);
        let known = spans.iter().position(|span| span.from == from && span.until == until);
        let at = known.unwrap_or_else(|| {
            spans.push(Span { from, until, rules: Vec::new(), promises: Vec::new() });
            spans.len() - 1
        });
        let span = &mut spans[at];
        for region in &commitment.rules.regions {
            let rule = commitment.rules.rules.get(region.rule);
            let Some(rule) = rule.filter(|rule| rule.value.promise.is_due_once()) else { continue };
            span.rules.push(Due { name, rule, cases: &region.cases, rough: Rough::of(&rule.value.promise) });
        }
    }
    // Where nothing comes after anything, nobody asks what is promised.
    if spans.len() > 1 {
        spans.iter_mut().for_each(Span::gather);
    }
    spans
}

impl Span<'_> {
    /// Puts the rules that promise the same together.
    fn gather(&mut self) {
        for (place, Due { rule, rough, .. }) in self.rules.iter().enumerate() {
            let promise = &rule.value.promise;
            match self.promises.iter_mut().find(|known| known.promise == promise) {
                Some(known) => known.places.push(place),
                None => self.promises.push(Promised { promise, rough: *rough, places: vec![place] }),
            }
        }
    }
}

/// The first rule of a span that is due after one of a later span.
fn of_one<'p>(context: &Context<'p>, earlier: &Span<'p>, last: &Due<'p>) -> Option<Found<'p>> {
    let end = &last.rule.value.promise;
    let mut first: Option<(usize, Found<'p>)> = None;
    for Promised { promise: begin, rough, places } in &earlier.promises {
        if let (Some(begin), Some(end)) = (rough, last.rough)
            && begin.is_far_before(end)
        {
            continue;
        }
        let always = deadlines::plainly(context, begin, end).is_some_and(std::cmp::Ordering::is_gt);
        if !always && !deadlines::depends(context, begin, end) {
            continue;
        }
        let sooner = places.iter().take_while(|place| first.as_ref().is_none_or(|(known, _)| *place < known));
        let found = sooner
            .filter_map(|place| Some((*place, earlier.rules.get(*place)?)))
            .find_map(|(place, before)| Some((place, of_two(context, before, last, always)?)));
        first = found.or(first);
    }
    first.map(|(_, found)| found)
}

fn of_two<'p>(context: &Context<'p>, earlier: &Due<'p>, later: &Due<'p>, always: bool) -> Option<Found<'p>> {
    let space = &context.program.space;
    if later.cases.plainly_apart(earlier.cases, None) {
        return None;
    }
    let cases = later.cases.and(earlier.cases);
    let case = cases.witness(space)?;
    let (begin, end) = (&earlier.rule.value.promise, &later.rule.value.promise);
    let apart = if always {
        None
    } else {
        let alone = deadlines::alone(space, &case);
        Some(deadlines::later(context, (begin, &alone), (end, &alone))?)
    };
    let said = (deadlines::called(end), deadlines::called(begin));
    let (earlier, later) = ((earlier.name, earlier.rule), (later.name, later.rule));
    Some(Found { earlier, later, said, apart, cases })
}

impl Found<'_> {
    /// The finding at the figure that is due too early.
    pub fn finding(&self, program: &Program, code: &'static Code, message: String) -> Diagnostic {
        let finding = Diagnostic::new(code, self.later.1.span, message)
            .related(self.earlier.1.span, format!("`{}` comes first", self.earlier.0));
        match self.cases.witness(&program.space) {
            Some(case) => {
                let (names, words) = Legend::of(&program.facts).case(&program.space, &case, &self.cases);
                finding.case(names, words)
            }
            None => finding,
        }
    }
}
