//! Dates in the life of a release, and the rules that lead to them.
//!
//! In: date rules and the dates of phases. Out: `5 years after release`, `1 April 2024 to 31 March 2026`.

use super::{Arg, Phrase, Wording};
use crate::value::{DateRule, PhaseDates, ReleaseStep};

impl Wording<'_> {
    /// A rule that leads to a date: `the end of Full support`, `one year after the second next release`.
    pub fn date_rule(&self, rule: &DateRule) -> Phrase {
        self.date_rule_in(rule, "yes")
    }

    /// A rule that stands alone, or behind "after", where some languages put an article before a date.
    fn date_rule_in(&self, rule: &DateRule, alone: &'static str) -> Phrase {
        let words = self.words;
        let phase = |name| Arg::from(self.title("phase", name));
        match rule {
            DateRule::On(date) => {
                let args = [("date", Arg::from(words.marked_date(*date))), ("alone", alone.into())];
                words.phrase("rule-on", &args)
            }
            DateRule::Release => words.phrase("rule-release", &[]),
            DateRule::Later(ReleaseStep::Next) => words.phrase("rule-next", &[]),
            DateRule::Later(ReleaseStep::SecondNext) => words.phrase("rule-second-next", &[]),
            DateRule::StartOf(name) => words.phrase("rule-start", &[("phase", phase(name))]),
            DateRule::EndOf(name) => words.phrase("rule-end", &[("phase", phase(name))]),
            DateRule::After(duration, other) => {
                let args = [
                    ("duration", Arg::from(self.duration(duration))),
                    ("rule", self.date_rule_in(other, "no").into()),
                ];
                words.phrase("rule-after", &args)
            }
            DateRule::FirstAfter(day, other) => {
                let mut args = vec![("day", Arg::from(words.yearly_day(*day)))];
                let key = if let DateRule::After(duration, from) = &**other {
                    args.push(("duration", self.duration(duration).into()));
                    args.push(("rule", self.date_rule_in(from, "no").into()));
                    "rule-first-later-than"
                } else {
                    args.push(("rule", self.date_rule_in(other, "no").into()));
                    "rule-first-after"
                };
                words.phrase(key, &args)
            }
            DateRule::Earlier(one, other) => words.phrase("rule-earlier", &self.both(one, other)),
            DateRule::LaterOf(one, other) => words.phrase("rule-later", &self.both(one, other)),
            DateRule::Unfilled => words.phrase("not-known-yet", &[]),
        }
    }

    fn both(&self, one: &DateRule, other: &DateRule) -> [(&'static str, Arg); 2] {
        [("first", self.date_rule(one).into()), ("second", self.date_rule(other).into())]
    }

    /// When a phase runs, for a cell.
    pub fn phase_dates(&self, dates: &PhaseDates) -> Phrase {
        match dates {
            PhaseDates::Span(span, _) => self.words.date_span(*span).into(),
            PhaseDates::Until(rule, _) => {
                self.words.phrase("phase-until", &[("rule", self.date_rule(rule).into())])
            }
            PhaseDates::From(Some(from), _) => {
                self.words.phrase("phase-from", &[("date", self.words.marked_date(*from).into())])
            }
            PhaseDates::From(None, _) => self.words.phrase("phase-onwards", &[]),
            PhaseDates::No(_) => self.words.phrase("phase-no", &[]),
            PhaseDates::Unfilled(_) => self.words.phrase("not-known-yet", &[]),
        }
    }
}
