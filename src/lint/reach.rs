//! For whom there is which channel.
//!
//! In: a program. Out: sets of cases in which the channel by which a request came no longer matters.

use crate::cases::CaseSet;
use crate::hir::{Channel, Opening, Program};

/// The cases in which a channel exists.
pub fn exists(program: &Program, channel: &Channel) -> CaseSet {
    let space = &program.space;
    let mut cases =
        channel.clause.when.as_ref().map_or_else(CaseSet::everything, |domain| domain.cases.clone());
    for (region, lines) in &channel.hours.regions {
        let mut lines = lines.iter().filter_map(|line| channel.hours.lines.get(*line));
        if lines.any(|line| line.value == Opening::No) {
            cases = cases.minus(region);
        }
    }
    without_channel(
        program,
        &match space.dim("channel") {
            Some(dim) => space
                .is(dim, space.class(dim, channel.clause.name.as_str()))
                .and(&cases)
                .and(space.possible()),
            None => cases.and(space.possible()),
        },
    )
}

/// Whether a channel exists in some cases only.
pub fn is_limited(channel: &Channel) -> bool {
    channel.clause.when.is_some() || channel.hours.lines.iter().any(|line| line.value == Opening::No)
}

/// The same cases, by whichever channel they come.
pub fn without_channel(program: &Program, cases: &CaseSet) -> CaseSet {
    program.space.dim("channel").map_or_else(|| cases.clone(), |dim| cases.forget(dim))
}
