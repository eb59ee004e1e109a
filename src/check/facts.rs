//! The facts of a case as the checker knows them: what makes something a fact, its values, and where dates, numbers and
//! lengths of time are cut.
//!
//! There is one [`FactInfo`] for each dimension of the space, in the order in which the policy first speaks of them. What the
//! values mean beyond their names is left to later passes.

use super::measure::Measure;
use super::named::NamedValues;
use crate::cases::{Cuts, Dim};
use crate::hir::Audience;
use crate::resolve::Mark;
use crate::syntax::ast::{self, Decl, Statement};
use crate::value::{Name, Text};
use indexmap::IndexMap;
use rustc_hash::FxBuildHasher;
use smol_str::SmolStr;
use std::collections::BTreeMap;

/// A fact and its values.
#[derive(Clone, Debug)]
pub struct FactInfo<'a> {
    /// Its name.
    pub name: Name,
    /// Its dimension in the space.
    pub dim: Dim,
    /// Its values.
    pub values: Values<'a>,
    /// Where it comes from.
    pub origin: Origin<'a>,
    /// The clause that declares it with `fact`, if one does.
    pub declared: Option<(&'a Decl<ast::Fact>, Audience)>,
    /// For whom it is.
    pub audience: Audience,
    /// Whether some clause asks for it, as far as clauses are understood.
    pub asked: Mark,
    /// Whether a clause asks for it that is not about what something costs.
    pub weighs: Mark,
}

impl FactInfo<'_> {
    /// A clause asks for it, one about what something costs or another.
    pub fn ask(&self, pricing: bool) {
        self.asked.set();
        if !pricing {
            self.weighs.set();
        }
    }

    /// Whether all that it decides is what something costs.
    pub fn only_prices(&self) -> bool {
        self.asked.get() && !self.weighs.get()
    }
}

/// What makes something a fact.
#[derive(Clone, Debug)]
pub enum Origin<'a> {
    /// It is built in.
    BuiltIn,
    /// It is declared with `fact`.
    Declared,
    /// It is a process.
    Process(&'a Decl<ast::Process>),
    /// It is a check of a process.
    Check(&'a Statement<ast::Process>),
    /// It is a duty with a name.
    Duty(&'a Statement<ast::Section>),
}

/// The values of a fact.
#[derive(Clone, Debug)]
pub enum Values<'a> {
    /// Named values.
    Named(NamedValues<'a>),
    /// Yes or no.
    YesNo,
    /// Cut at thresholds.
    Cut(Measure, Cuts, BTreeMap<i64, String>),
}

/// Facts by their names, in the order of the dimensions.
pub type ByName<T> = IndexMap<SmolStr, T, FxBuildHasher>;

/// A named value.
#[derive(Clone, Debug)]
pub struct Value<'a> {
    /// Its name.
    pub name: Name,
    /// Its title.
    pub title: Option<&'a Text>,
    /// For whom it is.
    pub audience: Audience,
    /// Whether some clause names it, as far as clauses are understood.
    pub named: Mark,
}

impl<'a> Value<'a> {
    pub(super) fn new(name: Name, title: Option<&'a Text>, audience: Audience) -> Self {
        Self { name, title, audience, named: Mark::default() }
    }
}

impl<'a> FactInfo<'a> {
    /// The value of this name, where values have names.
    pub fn value(&self, name: &Name) -> Option<&Value<'a>> {
        match &self.values {
            Values::Named(values) => values.called(name),
            Values::YesNo | Values::Cut(..) => None,
        }
    }
}

/// The answer that a name is, if it is one.
pub(super) fn answer(name: &Name) -> Option<bool> {
    match name.as_str() {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    }
}
