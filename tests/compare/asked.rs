//! What a comparison says of deadlines, held against questions about single cases of both versions.

use super::{Policy, Random, base, compared, wanted};
use avouch::cases::Case;
use avouch::compare::{Area, Common, Direction};
use avouch::evaluate::{Context, Question, Typed, answer};
use avouch::hir::FactKind;
use avouch::time::{Instant, Moment};

/// When a promise of a case is due, as `avouch ask` says it.
fn due(context: &Context<'_>, facts: &[String], received: &str, commitment: &str) -> Option<Instant> {
    let typed = Typed { facts, received: Some(received), ..Typed::default() };
    let question = Question::typed(context, typed).ok()?;
    let answer = answer(context, &question).ok()?;
    let found = answer.commitments.into_iter().find(|found| found.id == commitment)?;
    instant(found.due.as_deref()?)
}

fn instant(text: &str) -> Option<Instant> {
    match Moment::parse(text) {
        Ok(Moment::Instant(at)) => Some(at),
        Ok(Moment::Local(_)) | Err(_) => None,
    }
}

/// One case of the common space, by names, and as it is typed.
fn some_case(common: &Common<'_>, random: &mut Random) -> Option<(Case, Vec<String>)> {
    let space = &common.space;
    let mut left = space.possible().clone();
    let mut facts = Vec::new();
    for (dim, (name, fact)) in space.dims().zip(&common.facts) {
        let open: Vec<usize> =
            (0..space.size(dim)).filter(|class| left.overlaps(&space.is(dim, [*class]))).collect();
        let class = *open.get(random.below(open.len()))?;
        left = left.and(&space.is(dim, [class]));
        let named = matches!(fact.kind, FactKind::Values(_) | FactKind::YesNo) && fact.derived.is_none();
        let settable = !["received", "change"].contains(&name.as_str());
        if named && settable && !common.new.program().processes.contains_key(name) {
            facts.push(format!("{name}={}", space.label(dim, class)?));
        }
    }
    Some((left.witness(space)?, facts))
}

/// Holds what a comparison says of deadlines against questions about single cases; gives how many were asked.
fn asked(old: &Policy, new: &Policy, random: &mut Random, place: &str) -> usize {
    let count = compared(old.version(), new.version(), wanted(), |comparison, _| {
        let common = &comparison.common;
        let (before, after) = (common.old.context, common.new.context);
        let told = |id: &str, case: &Case, direction: Direction| {
            comparison.changes.iter().any(|change| {
                change.subject.name == *id
                    && change.kind.area == Area::Commitment
                    && (change.direction == direction || change.direction == Direction::Mixed)
                    && change.cases.contains(case)
            })
        };
        let mut count = 0;
        for _ in 0..15 {
            let Some((case, facts)) = some_case(common, random) else { continue };
            let (from, to) = (comparison.horizon.0.seconds(), comparison.horizon.1.seconds());
            let span = usize::try_from(to - from).unwrap_or(1);
            let at = Instant::new(from + i64::try_from(random.below(span)).unwrap_or(0)).expect("an instant");
            let received = after.rfc(at);
            for id in common.new.program().commitments.keys() {
                let (was, is) =
                    (due(before, &facts, &received, id.as_str()), due(after, &facts, &received, id.as_str()));
                let (Some(was), Some(is)) = (was, is) else { continue };
                count += 1;
                let direction = match is.cmp(&was) {
                    std::cmp::Ordering::Less => Direction::Stronger,
                    std::cmp::Ordering::Equal => continue,
                    std::cmp::Ordering::Greater => Direction::Weaker,
                };
                assert!(
                    told(id.as_str(), &case, direction),
                    "{place}: {id} {facts:?} {received} is {direction:?}, and nothing says so"
                );
            }
        }
        // What is shown as a proof is what a customer is told.
        for change in &comparison.changes {
            for witness in &change.witnesses {
                let (Some(received), Some(was), Some(is)) = (witness.received, witness.before, witness.after)
                else {
                    continue;
                };
                let facts: Vec<String> = common
                    .space
                    .dims()
                    .zip(&common.facts)
                    .filter(|(_, (name, fact))| {
                        let named = matches!(fact.kind, FactKind::Values(_) | FactKind::YesNo);
                        named
                            && fact.derived.is_none()
                            && !common.new.program().processes.contains_key(*name)
                            && **name != "change"
                    })
                    .filter_map(|(dim, (name, _))| {
                        Some(format!("{name}={}", common.space.label(dim, witness.case.class(dim)?)?))
                    })
                    .collect();
                let name = change.subject.name.as_str();
                let text = after.rfc(received);
                if let (Some(first), Some(second)) =
                    (due(before, &facts, &text, name), due(after, &facts, &text, name))
                {
                    assert_eq!((first, second), (was, is), "{place}: {name} {facts:?} {text}");
                    count += 1;
                }
            }
        }
        count
    });
    count.expect("two policies").expect("not too complex")
}

#[test]
fn what_a_comparison_says_of_deadlines_is_what_customers_are_told() {
    let mut count = 0;
    let base = base();
    let old = Policy::new(&base);
    let mut random = Random(7);
    for edit in [
        ("| 4 business hours | 30 minutes", "| 1 day | 45 minutes"),
        ("open   Mon..Fri 09:00..17:30", "open   Mon..Thu 08:00..18:00"),
        ("closed on holidays NL\n}\ncalendar workshop", "closed on holidays DE-BY\n}\ncalendar workshop"),
        ("timezone       Europe/Amsterdam", "timezone       America/New_York"),
        (
            "closed on holidays NL\n}\ncalendar workshop",
            "closed on holidays NL\n  cut-off 15:00\n  business days keep the time\n}\ncalendar workshop",
        ),
        ("within 3 days when remote", "within 1 business day when remote"),
        ("within 5 days", "within 1 week"),
    ] {
        let text = base.replacen(edit.0, edit.1, 1);
        assert_ne!(text, base, "{edit:?}");
        let new = Policy::new(&text);
        // That an example expects what was promised before is no matter here.
        assert!(new.analysis.program.as_ref().is_some_and(|program| program.complete), "{edit:?}");
        count += asked(&old, &new, &mut random, edit.1);
        count += asked(&new, &old, &mut random, edit.0);
    }
    assert!(count > 300, "{count} were asked");
}
