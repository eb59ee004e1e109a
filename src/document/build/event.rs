//! Events that the policy declares.
//!
//! In: the name of an event. Out: a term, when the policy says more of it than its title; the title stands wherever the
//! event does.

use super::context::Context;
use super::role;
use crate::document::model::Term;
use crate::value::Name;

/// A declared event as a term; `None` when there is nothing to say of it.
pub fn term(cx: &Context<'_>, name: &Name) -> Option<Term> {
    role::described(cx, &cx.program.events.get(name)?.clause, Vec::new())
}
