//! How the policy changes: notice, review, and what holds for open requests.
//!
//! In: the `changes` declaration. Out: sentences; the same form of notice serves planned maintenance.

use super::clause;
use super::context::Context;
use super::line::{Line, spaced};
use super::{product, values};
use crate::document::model::Block;
use crate::hir::{Changes, Notice, Program};
use crate::time::Date;

/// The changes as blocks.
pub fn blocks(cx: &Context<'_>) -> Vec<Block> {
    let Some(changes) = &cx.program.changes else { return Vec::new() };
    let mut more = Vec::new();
    for rule in changes.notices.rules.iter().filter(|rule| cx.shows(&rule.clause)) {
        more.push(clause::statement(cx, &rule.clause, notice(cx, &rule.value, "changes")));
    }
    let by_change = |cond: &crate::hir::Cond| {
        cx.program.space.dim("change").is_some_and(|dim| cond.cases.dims().contains(&dim))
    };
    if changes.notices.rules.iter().any(|rule| cx.shows(&rule.clause) && by_change(&rule.when)) {
        more.push(cx.say("changes-words", &[]));
    }
    if let Some(keep) = changes.keep_version {
        let keep = if keep { "yes" } else { "no" };
        more.push(cx.say("changes-open-requests", &[("keep", keep.into())]));
    }
    more.push(review(cx, changes));
    let mut blocks: Vec<Block> = clause::opening(cx, &changes.clause, more).into_iter().collect();
    blocks.extend(clause::closing(cx, &changes.clause));
    blocks
}

/// How long ahead, and how; `of` says what is announced.
pub fn notice(cx: &Context<'_>, notice: &Notice, of: &str) -> Line {
    match notice {
        Notice::Ahead(duration, channels) => {
            let channels_line = cx.and(channels.iter().map(|name| cx.named("channel", name)).collect());
            let args = [
                ("of", of.into()),
                ("duration", values::duration(cx, duration).into()),
                ("via", if channels.is_empty() { "no" } else { "yes" }.into()),
                ("channels", channels_line.into()),
            ];
            cx.say("changes-notice", &args)
        }
        Notice::None => cx.say("changes-no-notice", &[("of", of.into())]),
    }
}

fn review(cx: &Context<'_>, changes: &Changes) -> Line {
    let Some(every) = &changes.review else { return Line::new() };
    let duration = values::every(cx, every);
    let reviewed = cx.say("changes-review", &[("every", duration.into())]);
    let next = next_review(cx.program).map_or_else(Line::new, |date| {
        cx.say("changes-next-review", &[("date", vec![cx.words.marked_date(date)].into())])
    });
    spaced([reviewed, next])
}

/// The day by which the policy is reviewed, counted from the day on which it takes effect.
pub fn next_review(program: &Program) -> Option<Date> {
    let every = program.changes.as_ref()?.review.as_ref()?;
    product::later(program.policy.effective?, every)
}
