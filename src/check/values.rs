//! Values that name something: clocks, documents, people, prices.
//!
//! In: durations, promises and amounts as they were written. Out: whether everything that they name exists, and findings
//! about figures that mean nothing.

use super::context::Context;
use super::measure::seconds;
use crate::diagnostic::{Diagnostic, registry};
use crate::source::Span;
use crate::value::{Amount, Clock, Duration, Figure, Promise, Unit};

/// The kinds that may stand where somebody is named.
pub const PEOPLE: [&str; 2] = ["role", "party"];

/// What something can be included in.
const INCLUDING: [&str; 6] = ["document", "plan", "price", "offer", "product", "entitlement"];

impl Context<'_> {
    /// Checks a length of time.
    pub fn duration(&mut self, duration: &Duration) -> bool {
        if duration.amount == 0 {
            let finding = Diagnostic::new(
                &registry::ZERO_DURATION,
                duration.span,
                "a length of time of 0 promises nothing",
            )
            .label("0")
            .help("write how long it is; in a cell of a commitment, `none` says that nothing is promised");
            self.report(finding);
            return false;
        }
        self.clock(&duration.clock, duration.span)
    }

    fn clock(&mut self, clock: &Clock, span: Span) -> bool {
        match clock {
            Clock::Elapsed => true,
            Clock::Business(_) => {
                self.missing.entry("business hours").or_insert(span);
                true
            }
            Clock::Calendar(name) => self.known(&["calendar"], name),
        }
    }

    /// Checks a promise; `None` when something in it is wrong.
    pub fn promise(&mut self, promise: &Promise, span: Span, what: &str) -> Option<()> {
        let good = match promise {
            Promise::Within { from, to } => {
                let near = from.as_deref().is_none_or(|from| self.duration(from));
                let far = self.duration(to);
                near && far && self.range(from.as_deref(), to, span)
            }
            Promise::By(day) => {
                if day.time.is_some() {
                    self.missing.entry("zone").or_insert(span);
                }
                self.clock(&day.clock, span)
            }
            Promise::Every(every) => self.duration(every),
            Promise::Release(_) | Promise::BestEffort | Promise::None | Promise::No => true,
            Promise::AsAgreed(document) => self.known(&["document"], document),
            Promise::AsDecided(party) => self.known(&PEOPLE, party),
            Promise::Unfilled => {
                self.unfilled.push((span, what.to_owned()));
                true
            }
        };
        good.then_some(())
    }

    fn range(&mut self, from: Option<&Duration>, to: &Duration, span: Span) -> bool {
        let Some(from) = from else { return true };
        let length = |duration: &Duration| {
            seconds(&Duration { clock: Clock::Elapsed, ..duration.clone() }).unwrap_or_default()
        };
        // Days of a calendar have a length of their own, so only like is compared with like.
        let alike = from.unit == to.unit || !(working(from) || working(to));
        if alike && length(from) >= length(to) {
            self.error(
                &registry::OUT_OF_RANGE,
                span,
                "a range goes from the shorter time to the longer one",
                "the second is not longer than the first",
            );
            return false;
        }
        true
    }

    /// Checks a figure.
    pub fn figure(&mut self, figure: &Figure, what: &str) -> Option<()> {
        self.promise(&figure.promise, figure.span, what)
    }

    /// Checks an amount; `rows` says whether it may name a row of its own price.
    pub fn amount(&mut self, amount: &Amount, what: &str, rows: &dyn Fn(&Amount) -> bool) -> Option<()> {
        let good = match amount {
            Amount::Rate(..) | Amount::None(_) | Amount::No(_) => true,
            Amount::Share { of, .. } => self.known(&["price"], of),
            Amount::Times(_, span) => {
                self.error(
                    &registry::RATE_WITHOUT_BASE,
                    *span,
                    "`times` belongs in a rate of an offer that has a wider rate",
                    "times what?",
                );
                false
            }
            Amount::Pick { of, .. } => {
                let parts: Vec<bool> =
                    of.iter().map(|part| self.amount(part, what, rows).is_some()).collect();
                parts.into_iter().all(|good| good)
            }
            Amount::Named(name) => rows(amount) || self.known(&["price"], name),
            Amount::Term(term) => {
                let known = rows(amount);
                if !known {
                    self.error(
                        &registry::UNKNOWN_NAME,
                        term.span,
                        format!("this price has no row for {}", crate::hir::say::written(term)),
                        "no such row",
                    );
                }
                known
            }
            Amount::Included(name, _) => self.known(&INCLUDING, name),
            Amount::AsAgreed(document, _) => self.known(&["document"], document),
            Amount::AsDecided(party, _) => self.known(&PEOPLE, party),
            Amount::Unfilled(span) => {
                self.unfilled.push((*span, what.to_owned()));
                true
            }
        };
        good.then_some(())
    }

    /// A whole number from a number as written.
    pub fn whole(
        &mut self,
        number: crate::source::Spanned<crate::value::Decimal>,
        least: u32,
    ) -> Option<u32> {
        let short = number.value.shortest();
        let whole = u32::try_from(short.units).ok().filter(|whole| short.scale == 0 && *whole >= least);
        if whole.is_none() {
            self.error(
                &registry::OUT_OF_RANGE,
                number.span,
                format!("a whole number from {least} up belongs here"),
                "not such a number",
            );
        }
        whole
    }

    /// A share between 0 and 100 per cent.
    pub fn share(&mut self, share: crate::value::Decimal, span: Span) -> Option<crate::value::Decimal> {
        let good = share.units > 0 && share <= crate::value::Decimal::whole(100);
        if !good {
            self.error(
                &registry::OUT_OF_RANGE,
                span,
                "a share lies above 0% and is at most 100%",
                "out of range",
            );
        }
        good.then_some(share)
    }
}

/// Whether a length of time runs on a calendar, or on days and months that differ in length.
fn working(duration: &Duration) -> bool {
    !matches!(duration.clock, Clock::Elapsed)
        && !matches!(duration.unit, Unit::Second | Unit::Minute | Unit::Hour)
}
