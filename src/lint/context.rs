//! What every lint has at hand: the program, its texts, the day, and clocks and calendars for those that count time.
//!
//! What several lints need and none should work out twice is kept here and made when it is first asked for.

use super::deadlines;
use super::prose::{Claim, Prose, claims};
use super::rules::{Rules, all_rules};
use super::sequence;
use crate::evaluate::{self, Customer, Lists};
use crate::hir::{Legend, Program};
use crate::source::Sources;
use crate::time::Date;
use smol_str::SmolStr;
use std::cell::{OnceCell, RefCell};
use std::collections::BTreeMap;

/// A program and what surrounds it.
pub struct Context<'a> {
    /// The policy.
    pub program: &'a Program,
    /// Its text and the texts that it uses.
    pub sources: &'a Sources,
    /// The day on which it is looked at, for what is overdue; nothing is where it is not known.
    pub today: Option<Date>,
    lists: &'a Lists<'a>,
    time: OnceCell<evaluate::Context<'a>>,
    rules: OnceCell<Vec<Rules<'a>>>,
    legend: OnceCell<Legend>,
    /// Deadlines that were worked out, for `deadlines` alone.
    pub(super) deadlines: RefCell<deadlines::Known>,
    /// Calendars that are, or are not, the same in every case.
    pub(super) fixed: RefCell<BTreeMap<SmolStr, bool>>,
    prose: OnceCell<Prose<'a>>,
    claims: OnceCell<Vec<Claim<'a>>>,
    sequence: OnceCell<Vec<sequence::Found<'a>>>,
}

impl<'a> Context<'a> {
    /// Around a program; `lists` gives the text of a list of holidays that a line names.
    pub fn new(
        program: &'a Program,
        sources: &'a Sources,
        today: Option<Date>,
        lists: &'a Lists<'a>,
    ) -> Self {
        Self {
            program,
            sources,
            today,
            lists,
            time: OnceCell::new(),
            rules: OnceCell::new(),
            legend: OnceCell::new(),
            deadlines: RefCell::default(),
            fixed: RefCell::default(),
            prose: OnceCell::new(),
            claims: OnceCell::new(),
            sequence: OnceCell::new(),
        }
    }

    /// The clocks and calendars of the policy, for a customer of whom nothing is known.
    pub fn time(&self) -> &evaluate::Context<'a> {
        self.time.get_or_init(|| {
            evaluate::Context::new(self.program, self.sources, Customer::default(), self.lists)
        })
    }

    /// Every set of rules that has any.
    pub fn rules(&self) -> &[Rules<'a>] {
        self.rules.get_or_init(|| all_rules(self.program))
    }

    /// The words for cases.
    pub fn legend(&self) -> &Legend {
        self.legend.get_or_init(|| Legend::of(&self.program.facts))
    }

    /// Deadlines before those that they come after.
    pub(super) fn sequence(&self) -> &[sequence::Found<'a>] {
        self.sequence.get_or_init(|| sequence::look(self))
    }

    /// Everything that the policy says in words.
    pub(super) fn prose(&self) -> &Prose<'a> {
        self.prose.get_or_init(|| Prose::read(self.program))
    }

    /// What its words claim of its promises.
    pub(super) fn claims(&self) -> &[Claim<'a>] {
        self.claims.get_or_init(|| claims(self.program, self.prose()))
    }
}
