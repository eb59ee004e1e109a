//! How the policy itself changes: notices, reviews, and which version open requests follow.
//!
//! In: the `changes` clauses of both versions. Out: changes.

use super::change::{Change, Readers, Said};
use super::finder::{Finder, subject};
use super::kinds;
use super::lengths::{NOTICE, REVIEW};
use super::services::notices;
use super::wording;
use crate::cases::TooComplex;
use crate::value::Stated;

/// Compares what is said of changes.
pub fn compare(finder: &mut Finder<'_>) -> Result<(), TooComplex> {
    let (old, new) = (finder.common.old.program(), finder.common.new.program());
    let (was, is) = match (&old.changes, &new.changes) {
        (None, None) => return Ok(()),
        (Some(gone), None) => {
            let change = Change::new(&kinds::NOTICE_SAID.back, subject(&gone.clause));
            let change = change.at(Some(gone.clause.span), None);
            return finder.add(Change { readers: Readers::of(&gone.clause.audience), ..change });
        }
        (None, Some(fresh)) => {
            let change = Change::new(&kinds::NOTICE_SAID.forth, subject(&fresh.clause));
            let change = change.at(None, Some(fresh.clause.span));
            return finder.add(Change { readers: Readers::of(&fresh.clause.audience), ..change });
        }
        (Some(was), Some(is)) => (was, is),
    };
    let of = subject(&is.clause);
    wording::clauses(finder, &was.clause, &is.clause)?;
    notices(finder, &of, &was.notices, &is.notices, (&NOTICE, &kinds::NOTICE_CHANNEL))?;
    let readers = Readers::between(&was.clause.audience, &is.clause.audience);
    let span = (Some(was.clause.span), Some(is.clause.span));
    let [before, after] = [was, is].map(|changes| changes.review.clone().map(Stated::Known));
    let change = REVIEW.change(of.clone());
    let change = change.from_to(before.clone().map(Said::Length), after.clone().map(Said::Length));
    let change = Change { readers: readers.clone(), ..change.at(span.0, span.1) };
    let shared = finder.common.shared().clone();
    // A line that waits may be the one that says it.
    let waits = before.is_none() && was.clause.unfilled || after.is_none() && is.clause.unfilled;
    if !waits {
        finder.length(&REVIEW, &shared, before.as_ref(), after.as_ref(), &change)?;
    }
    let kind = match (was.keep_version, is.keep_version) {
        (Some(true), Some(false)) => &kinds::KEEP.back,
        (Some(false), Some(true)) => &kinds::KEEP.forth,
        (None, Some(_)) | (Some(_), None) => &kinds::VERSION_RULE,
        (None, None) | (Some(true), Some(true)) | (Some(false), Some(false)) => return Ok(()),
    };
    let change = Change::new(kind, of);
    let change = change.from_to(was.keep_version.map(Said::Keep), is.keep_version.map(Said::Keep));
    finder.add(Change { readers, ..change.at(span.0, span.1) })
}
