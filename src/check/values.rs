//! Values that name something: clocks, documents, people, prices.
//!
//! In: durations, promises and amounts as they were written. Out: whether everything that they name exists, and findings
//! about figures that mean nothing.

use super::context::Context;
use super::facts::Values;
use super::lookup::suggested;
use super::measure::seconds;
use crate::diagnostic::{Diagnostic, nearest, registry};
use crate::hir::say;
use crate::resolve::ALWAYS;
use crate::source::Span;
use crate::syntax::cell::number_called;
use crate::value::{
    Amount, BusinessWord, Clock, Duration, Figure, Measure, Name, Period, Promise, Stated, Unit,
};

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
        if let (Clock::Business(word), Some((header, place))) = (&duration.clock, self.business_word)
            && *word != header
        {
            self.other_word(duration, header, place);
        }
        // `every other day`, where one is left out between two, and `every two days`.
        if let Clock::Calendar(name) = &duration.clock
            && let Some(amount) = if name.as_str() == "other" { Some(2) } else { number_called(name) }
            && name.span.start == duration.span.start
            && self.symbols().named(name.as_str()).is_empty()
        {
            self.number_in_words(name, duration, amount);
            return false;
        }
        self.clock(&duration.clock, duration.span)
    }

    /// A length of time with a word in the place of its number, where a calendar could be named.
    fn number_in_words(&mut self, name: &Name, duration: &Duration, amount: u32) {
        let meant = say::duration(&Duration { amount, clock: Clock::Elapsed, ..duration.clone() });
        let finding = Diagnostic::new(
            &registry::UNKNOWN_NAME,
            name.span,
            format!("a length of time begins with its number in figures, and `{name}` is no calendar"),
        );
        let finding = finding.label(format!("`{meant}`"));
        self.report_absent(name, finding.fix(format!("write `{meant}`"), false, duration.span, meant));
    }

    /// `2 working days` where the header says business hours.
    fn other_word(&mut self, duration: &Duration, header: BusinessWord, place: Span) {
        let meant = say::duration(&Duration { clock: Clock::Business(header), ..duration.clone() });
        let message = format!("`{}` here, and `{}` in the header", say::duration(duration), header.word());
        let finding = Diagnostic::new(&registry::TWO_WORDS_FOR_ONE, duration.span, message)
            .label("another word for the same time")
            .related(place, "the word of the policy");
        self.report(finding.fix(format!("write `{meant}`"), true, duration.span, meant));
    }

    fn clock(&mut self, clock: &Clock, span: Span) -> bool {
        match clock {
            Clock::Elapsed => true,
            Clock::Business(_) => {
                self.missing.business_hours.get_or_insert(span);
                true
            }
            Clock::Calendar(name) => self.clock_of(name),
        }
    }

    /// Checks the name before a unit: a calendar, or the word for the business hours with a slip in it.
    fn clock_of(&mut self, name: &Name) -> bool {
        let symbols = self.symbols();
        if symbols.named(name.as_str()).is_empty() && is_added(name.as_str()) {
            let message = format!("`{name}` stands where a calendar is named");
            let place = Span { end: name.span.end + 1, ..name.span };
            let finding = Diagnostic::new(&registry::UNKNOWN_NAME, name.span, message);
            let finding = finding.label("it adds nothing to the length");
            self.report_absent(name, finding.fix(format!("leave out `{name}`"), false, place, ""));
            return false;
        }
        if symbols.named(name.as_str()).is_empty() {
            let words = [BusinessWord::Business.word(), BusinessWord::Working.word()];
            let calendars = symbols.of("calendar").map(|symbol| symbol.name.as_str()).chain([ALWAYS]);
            let near = nearest(name.as_str(), words.into_iter().chain(self.sparingly(calendars)));
            if let Some(meant) = near.filter(|near| words.contains(near)) {
                let message = format!("there is no calendar called `{name}`");
                let finding = Diagnostic::new(&registry::UNKNOWN_NAME, name.span, message);
                self.report_absent(name, suggested(finding, name, [meant]));
                return false;
            }
        }
        self.known(&["calendar"], name)
    }

    /// The same, where a `?` may stand; what is not known yet is reported where it was read.
    pub fn stated(&mut self, stated: &Stated) -> bool {
        stated.known().is_none_or(|duration| self.duration(duration))
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
                    self.missing.zone.get_or_insert(span);
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
            Amount::None(_) | Amount::No(_) => true,
            Amount::Rate(rate, _) => self.counted(rate.per.as_ref()),
            Amount::Share { of, per, .. } => {
                let counted = self.counted(per.as_ref());
                self.known(&["price"], of) && counted
            }
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
                if !known && matches!(&term.clock, Clock::Calendar(name) if **name == *"per") {
                    let unit = term.unit.word();
                    self.error(
                        &registry::WRONG_TYPE,
                        term.span,
                        format!("an amount begins with its currency, as `EUR {} per {unit}`", term.amount),
                        "of which currency?",
                    );
                } else if !known {
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

    /// Checks what something is counted for: a fact, an entitlement, or a plain word such as `request`. A word that is
    /// close to what is declared is a slip.
    pub fn counted(&mut self, per: Option<&Measure>) -> bool {
        let Some(Measure { what: Period::Thing(name), .. }) = per else { return true };
        if self.facts.contains_key(&name.text) {
            return self.fact(name).is_some();
        }
        let symbols = self.symbols();
        if symbols.get("entitlement", name.as_str()).is_some() {
            return self.known(&["entitlement"], name);
        }
        // Short words are close to too many others.
        if name.as_str().chars().count() < 5 {
            return true;
        }
        let one = |word: &str| word.trim_end_matches('s').to_owned();
        let numbers = self.facts.values().filter(|fact| matches!(fact.values, Values::Cut(..)));
        let there: Vec<&str> = numbers
            .map(|fact| fact.name.as_str())
            .chain(symbols.of("entitlement").map(|symbol| symbol.name.as_str()))
            .collect();
        if there.iter().any(|known| one(known) == one(name.as_str())) {
            return true;
        }
        let Some(near) = nearest(name.as_str(), self.sparingly(there)) else { return true };
        let finding = Diagnostic::new(
            &registry::UNKNOWN_NAME,
            name.span,
            format!("nothing that is counted is called `{name}`"),
        );
        self.report_absent(name, suggested(finding, name, [near]));
        false
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

/// Whether a word is one of those by which people say that a length comes on top of another: `7 more days`.
fn is_added(word: &str) -> bool {
    matches!(word, "more" | "further" | "additional" | "extra" | "another" | "other")
}

/// Whether a length of time runs on a calendar, or on days and months that differ in length.
fn working(duration: &Duration) -> bool {
    !matches!(duration.clock, Clock::Elapsed)
        && !matches!(duration.unit, Unit::Second | Unit::Minute | Unit::Hour)
}

#[cfg(test)]
mod tests {
    use crate::check::trial::{BASE, check, only};

    #[test]
    fn an_amount_without_its_currency_is_not_taken_for_a_length_of_time() {
        let text = format!("{BASE}plan basic \"Basic\" {{ price 150 per month }}\n");
        assert_eq!(only(&text).message, "an amount begins with its currency, as `EUR 150 per month`");
    }

    #[test]
    fn every_other_day_leaves_one_out_between_two() {
        let fix = |line: &str| {
            let text =
                format!("{BASE}commitment news \"News\" {{ from received; until resolved; {line} }}\n");
            only(&text).fixes[0].edits[0].text.clone()
        };
        assert_eq!(fix("every other day"), "2 days");
        assert_eq!(fix("every other week target"), "2 weeks");
        assert_eq!(fix("within 1 other day"), "");
    }

    #[test]
    fn days_are_called_by_the_word_of_the_header() {
        let promise = |days: &str| {
            let text = format!(
                "{BASE}commitment reply \"Reply\" {{ from received; until responded; within {days} }}\n"
            );
            let found = check(&text).findings;
            found.into_iter().filter(|finding| finding.code.name == "two-words-for-one").collect::<Vec<_>>()
        };
        assert_eq!(promise("2 business days"), []);
        let found = promise("2 working days");
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].fixes[0].edits[0].text, "2 business days");
    }
}
