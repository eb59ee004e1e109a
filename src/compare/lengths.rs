//! How long something is, compared with what it was, in every part of the cases.
//!
//! In: two lengths of time, and what a longer one is to the customer. Out: changes: one for each part of the cases that goes one
//! way, and one that says both where some instants make a length longer and others shorter. A length that is counted from an
//! instant on ends as a deadline does, so that nothing is sampled here either.

use super::change::{Change, Direction, Waits, Witness};
use super::clocks::{Contest, conditions, timed_length};
use super::finder::Finder;
use super::kinds::{self, Kind, Twin};
use crate::cases::{CaseSet, TooComplex};
use crate::hir::say;
use crate::value::{Clock, Duration, Stated};
use std::mem::swap;

/// How long something is, compared with what it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lengths {
    /// As long.
    Same,
    /// Never shorter, at times longer.
    Longer,
    /// Never longer, at times shorter.
    Shorter,
    /// Longer from some instants on and shorter from others, or nobody can tell.
    Either,
}

impl Lengths {
    /// What the contest of two ends says.
    fn of(contest: &Contest) -> Self {
        match contest.direction() {
            None => Self::Same,
            Some(Direction::Weaker) => Self::Longer,
            Some(Direction::Stronger) => Self::Shorter,
            Some(Direction::Mixed | Direction::Neutral) => Self::Either,
        }
    }

    /// Two parts of the cases taken together.
    fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Same, one) | (one, Self::Same) => one,
            (one, other) if one == other => one,
            _ => Self::Either,
        }
    }
}

/// What it means that a length is not said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Unsaid {
    /// There is no end to it.
    Endless,
    /// There is no such time at all.
    None,
}

/// What a length of time is to the customer: the kinds of its changes.
pub struct Scale {
    twin: &'static Twin,
    either: &'static Kind,
    longer_is_worse: bool,
    unsaid: Unsaid,
    /// Whether it is counted back from a deadline, so that no instant from which it is counted on shows what moves.
    counted_back: bool,
}

/// In which something that was missed can be claimed.
pub static CLAIM: Scale = Scale {
    twin: &kinds::CLAIM,
    either: &kinds::CLAIM_EITHER,
    longer_is_worse: false,
    unsaid: Unsaid::Endless,
    counted_back: false,
};

/// In which a request can still go a way.
pub static WINDOW: Scale = Scale {
    twin: &kinds::WINDOW,
    either: &kinds::WINDOW_EITHER,
    longer_is_worse: false,
    unsaid: Unsaid::Endless,
    counted_back: false,
};

/// After which a message is sent; otherwise it is sent at once.
pub static SENDING: Scale = Scale {
    twin: &kinds::SENDING_TIME,
    either: &kinds::SENDING_EITHER,
    longer_is_worse: true,
    unsaid: Unsaid::None,
    counted_back: false,
};

/// By which somebody is told before a promise is missed.
pub static STEP_BEFORE: Scale = Scale {
    twin: &kinds::STEP_TIME,
    either: &kinds::STEP_EITHER,
    longer_is_worse: false,
    unsaid: Unsaid::None,
    counted_back: true,
};

/// After which somebody is told that a promise was missed.
pub static STEP_AFTER: Scale = Scale {
    twin: &kinds::STEP_TIME,
    either: &kinds::STEP_EITHER,
    longer_is_worse: true,
    unsaid: Unsaid::None,
    counted_back: false,
};

/// In which a step of a complaint is answered.
pub static ANSWER: Scale = Scale {
    twin: &kinds::ANSWER,
    either: &kinds::ANSWER_EITHER,
    longer_is_worse: true,
    unsaid: Unsaid::Endless,
    counted_back: false,
};

/// By which the end of a contract is announced.
pub static ENDING: Scale = Scale {
    twin: &kinds::ENDING,
    either: &kinds::ENDING_EITHER,
    longer_is_worse: true,
    unsaid: Unsaid::None,
    counted_back: false,
};

/// By which the end of a phase is announced.
pub static PHASE_NOTICE: Scale = Scale {
    twin: &kinds::PHASE_NOTICE,
    either: &kinds::PHASE_NOTICE_EITHER,
    longer_is_worse: false,
    unsaid: Unsaid::None,
    counted_back: false,
};

/// By which maintenance is announced.
pub static MAINTENANCE_NOTICE: Scale = Scale {
    twin: &kinds::MAINTENANCE_NOTICE,
    either: &kinds::MAINTENANCE_NOTICE_EITHER,
    longer_is_worse: false,
    unsaid: Unsaid::None,
    counted_back: false,
};

/// By which changes are announced.
pub static NOTICE: Scale = Scale {
    twin: &kinds::NOTICE,
    either: &kinds::NOTICE_EITHER,
    longer_is_worse: false,
    unsaid: Unsaid::None,
    counted_back: false,
};

/// After which the policy is looked at again; otherwise it never is.
pub static REVIEW: Scale = Scale {
    twin: &kinds::REVIEW,
    either: &kinds::REVIEW_EITHER,
    longer_is_worse: true,
    unsaid: Unsaid::Endless,
    counted_back: false,
};

/// In which we do something.
pub static DUTY: Scale = Scale {
    twin: &kinds::DUTY_TIME,
    either: &kinds::DUTY_EITHER,
    longer_is_worse: true,
    unsaid: Unsaid::Endless,
    counted_back: false,
};

/// In which the customer does something.
pub static OBLIGATION: Scale = Scale {
    twin: &kinds::OBLIGATION_TIME,
    either: &kinds::OBLIGATION_EITHER,
    longer_is_worse: false,
    unsaid: Unsaid::Endless,
    counted_back: false,
};

impl Scale {
    /// A change of such a length; which way it goes is seen when it is added.
    pub fn change(&self, subject: super::change::Subject) -> Change {
        Change::new(self.either, subject)
    }

    /// The kind of a change that goes this way.
    pub fn kind(&self, lengths: Lengths) -> Option<&'static Kind> {
        let worse = match lengths {
            Lengths::Same => return None,
            Lengths::Either => return Some(self.either),
            Lengths::Longer => self.longer_is_worse,
            Lengths::Shorter => !self.longer_is_worse,
        };
        Some(if worse { &self.twin.back } else { &self.twin.forth })
    }

    /// The waits with the worst for the customer, and those who show which way it goes.
    fn shown(&self, change: Change, contest: &Contest, case: &crate::cases::Case) -> Change {
        let mut waits: Waits = contest.waits;
        if !self.longer_is_worse {
            for reach in [&mut waits.before, &mut waits.after].into_iter().flatten() {
                swap(&mut reach.worst, &mut reach.best);
            }
        }
        let (worse, better) = if self.longer_is_worse {
            (contest.later, contest.sooner)
        } else {
            (contest.sooner, contest.later)
        };
        let both = [(worse, Direction::Weaker), (better, Direction::Stronger)].into_iter();
        let witnesses = both.filter_map(|(found, direction)| {
            let (received, before, after) = found?;
            let [received, before, after] = [received, before, after].map(Some);
            Some(Witness { direction, case: case.clone(), received, before, after })
        });
        Change { waits, witnesses: witnesses.collect(), ..change }
    }
}

impl Finder<'_> {
    /// How long a length of time is, compared with what it was, in any case.
    pub fn lengths(&self, old: &Duration, new: &Duration) -> Result<Lengths, TooComplex> {
        let shared = self.common.shared().clone();
        let parts = self.measured(&shared, old, new)?;
        Ok(parts.iter().fold(Lengths::Same, |all, (_, contest)| all.and(Lengths::of(contest))))
    }

    /// The same where one may not be known yet, or is not said and then the longest.
    pub fn stated(&self, old: Option<&Stated>, new: Option<&Stated>) -> Result<Lengths, TooComplex> {
        match (old, new) {
            (Some(Stated::Known(old)), Some(Stated::Known(new))) => self.lengths(old, new),
            (old, new) => Ok(one_sided(Unsaid::Endless, old, new)),
        }
    }

    /// The contest of two lengths in every part of the cases in which it is the same; none where both are seen to be alike.
    fn measured(
        &self,
        cases: &CaseSet,
        old: &Duration,
        new: &Duration,
    ) -> Result<Vec<(CaseSet, Contest)>, TooComplex> {
        // The same length on the wall ends on the same day in every zone.
        let wall = [&old.clock, &new.clock].iter().all(|clock| matches!(clock, Clock::Elapsed));
        let same = wall || self.same_clock(&old.clock, &new.clock);
        if old.amount == new.amount && old.unit == new.unit && same {
            return Ok(Vec::new());
        }
        let (before, after) = (self.common.old.context, self.common.new.context);
        let parts = self.parts(cases, &conditions(before, &old.clock), &conditions(after, &new.clock))?;
        let contest = |part: CaseSet| {
            let case = part.witness(&self.common.space)?;
            let was = timed_length(before, old, &self.common.old.own(&case))?;
            let is = timed_length(after, new, &self.common.new.own(&case))?;
            Some((part, self.clocks.contest(&was, &is)))
        };
        Ok(parts.into_iter().filter_map(contest).collect())
    }

    /// Adds the changes of a length in some cases: what goes both ways at once is said once, what goes one way in some cases and
    /// the other way in others is said of each.
    pub fn length(
        &mut self,
        scale: &Scale,
        cases: &CaseSet,
        old: Option<&Stated>,
        new: Option<&Stated>,
        change: &Change,
    ) -> Result<(), TooComplex> {
        let (Some(Stated::Known(before)), Some(Stated::Known(after))) = (old, new) else {
            let lengths = one_sided(scale.unsaid, old, new);
            let Some(kind) = scale.kind(lengths) else { return Ok(()) };
            return self.add(change.as_kind(kind, Some(lengths)).within(cases.clone()));
        };
        let cases = cases.try_and(self.common.shared())?;
        // Where the words differ and go one way they say it themselves.
        let same_words = say::duration(before) == say::duration(after);
        for (part, contest) in self.measured(&cases, before, after)? {
            let lengths = Lengths::of(&contest);
            let Some(kind) = scale.kind(lengths) else { continue };
            let mut found = change.as_kind(kind, Some(lengths));
            if (same_words || lengths == Lengths::Either)
                && !scale.counted_back
                && let Some(case) = part.witness(&self.common.space)
            {
                found = scale.shown(found, &contest, &case);
            }
            self.add(found.within(part))?;
        }
        Ok(())
    }
}

/// Two lengths of which one is not said; one that is filled in changes nothing that was promised.
fn one_sided(unsaid: Unsaid, old: Option<&Stated>, new: Option<&Stated>) -> Lengths {
    let waits = |length: Option<&Stated>| matches!(length, Some(Stated::Unfilled(_)));
    if waits(old) || waits(new) || old.is_some() == new.is_some() {
        return Lengths::Same;
    }
    // One that comes is longer than none, and shorter than one without end.
    if new.is_some() == (unsaid == Unsaid::None) { Lengths::Longer } else { Lengths::Shorter }
}
