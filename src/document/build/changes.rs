//! How the policy changes: notice, review, and what holds for open requests.
//!
//! In: the `changes` declaration. Out: sentences; the same form of notice serves planned maintenance.

use super::clause;
use super::context::Context;
use super::line::{Line, spaced};
use super::{condition, values};
use crate::document::model::Block;
use crate::hir::life;
use crate::hir::{Changes, Cond, Notice, Program};
use crate::time::Date;

/// The changes as blocks.
pub fn blocks(cx: &Context<'_>) -> Vec<Block> {
    let Some(changes) = &cx.program.changes else { return Vec::new() };
    let mut more = Vec::new();
    for rule in changes.notices.rules.iter().filter(|rule| cx.shows(&rule.clause)) {
        let notice = notice(cx, &rule.value, "changes", rule.clause.when.as_ref());
        more.push(clause::around(cx, &rule.clause, notice));
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
pub fn notice(cx: &Context<'_>, notice: &Notice, of: &'static str, cond: Option<&Cond>) -> Line {
    let when = cond.and_then(|when| condition::when(cx, when)).unwrap_or_default();
    let of_change =
        |cond: &Cond| cx.program.space.dim("change").is_some_and(|dim| cond.cases.dims().contains(&dim));
    let conditioned = match cond {
        Some(cond) if of == "changes" && of_change(cond) => "change",
        _ if when.is_empty() => "no",
        _ => "yes",
    };
    let line = match notice {
        Notice::Ahead(duration, channels) => {
            let channels_line = cx.and(channels.iter().map(|name| super::channel::the(cx, name)).collect());
            let args = [
                ("of", of.into()),
                ("duration", values::stated(cx, duration).into()),
                ("via", if channels.is_empty() { "no" } else { "yes" }.into()),
                ("channels", channels_line.into()),
                ("conditioned", conditioned.into()),
                ("when", when.into()),
            ];
            let known = duration.known().is_some();
            cx.say(if known { "changes-notice" } else { "changes-notice-unfilled" }, &args)
        }
        Notice::None => {
            let args = [("of", of.into()), ("conditioned", conditioned.into()), ("when", when.into())];
            cx.say("changes-no-notice", &args)
        }
    };
    super::line::capitalised(line)
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
    life::later(program.policy.effective?, every)
}
