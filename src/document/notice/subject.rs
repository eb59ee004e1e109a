//! What changes, in the words of readers: the thing, and what of it.
//!
//! In: a change. Out: its name, with the part of it where the values do not say so; and the aspect, where its name alone does not
//! say what of it changes.

use super::super::words::{Arg, Wording, capitalised};
use super::Notice;
use crate::compare::{Change, LEAST, STEPS, Said};
use crate::hir::Standard;
use crate::value::Name;

impl Notice<'_> {
    /// What something is called.
    pub(super) fn subject(&self, change: &Change) -> String {
        let (keyword, name) = (change.subject.keyword, &change.subject.name);
        let known = |wording: &Wording<'_>| wording.clause(keyword, name).is_some();
        // What its readers may not read any more is called as it was.
        let newer = known(&self.new) && (change.shows_new() || !known(&self.old));
        let wording = if newer { &self.new } else { &self.old };
        let words = match keyword {
            "policy" => self.new.title_of(&self.program().policy.clause),
            "scope" => self.words.word("section-scope"),
            "changes" => self.new.standard_section(Standard::Changes),
            "fact" if change.value().is_some() => {
                let value = Name::new(change.subject.part.as_str(), name.span);
                self.cases.value(name, &value)
            }
            "fact" => self.cases.fact(name),
            "duty" => {
                let (before, after) = change.published();
                let words = |said: Option<&Said>, wording: &Wording<'_>| match said? {
                    Said::Text(text) => Some(wording.text(text).to_owned()),
                    Said::Duty(duty) => Some(wording.text(&duty.text).to_owned()),
                    _ => None,
                };
                let said = words(after, &self.new).or_else(|| words(before, &self.old));
                said.unwrap_or_else(|| self.title_of_duty(change))
            }
            _ => wording.plain_title(keyword, name),
        };
        let words = capitalised(&words);
        match self.part(change) {
            Some(part) => format!("{words}, {part}"),
            None => words,
        }
    }

    /// What of a product changes, where its dates alone do not say so: the release, and the phase.
    fn part(&self, change: &Change) -> Option<String> {
        let part = change.subject.part.as_str();
        let phase = |name: &str| {
            let [fact, value] = ["phase", name].map(|name| Name::new(name, change.subject.name.span));
            self.cases.value(&fact, &value)
        };
        match change.kind.id.split_once('-')?.0 {
            "phase" => {
                let (release, of) = part.rsplit_once(' ')?;
                Some(format!("{release}, {}", phase(of)))
            }
            "life" => Some(phase(part)),
            _ => None,
        }
    }

    /// The words of a duty that only changed in strength or time.
    fn title_of_duty(&self, change: &Change) -> String {
        let (side, wording, span) = if change.shows_new() {
            (&self.comparison.common.new, &self.new, change.new)
        } else {
            (&self.comparison.common.old, &self.old, change.old)
        };
        let duties = side.program().duties();
        let found = duties.into_iter().find(|duty| Some(duty.clause.span) == span);
        let unknown = || {
            if change.is_open() { change.subject.title.clone() } else { self.words.word("notice-changed") }
        };
        found.map_or_else(unknown, |duty| wording.text(&duty.text).to_owned())
    }

    pub(super) fn aspect(&self, change: &Change) -> Option<String> {
        aspect_of(change).map(|aspect| self.words.say("notice-aspect", &[("aspect", Arg::from(aspect))]))
    }
}

/// What of a thing changes: of what is charged for time, what is shown of it.
pub(super) fn aspect_of(change: &Change) -> Option<&'static str> {
    let id = change.kind.id;
    if change.is_at_some_hours() {
        return Some("rate-at-hours");
    }
    if change.subject.keyword == "plan" && id.starts_with("price-") {
        return Some("price");
    }
    if !id.starts_with("rate-") && !id.starts_with("minimum-") {
        return aspect(id);
    }
    Some(match change.subject.part.as_str() {
        part if part.ends_with(STEPS) => "steps",
        part if part.ends_with(LEAST) => "minimum",
        _ => "rate",
    })
}

/// What of a thing changes, where its title alone does not say so.
fn aspect(kind: &str) -> Option<&'static str> {
    let of = |prefix: &str| kind.starts_with(prefix);
    Some(match kind {
        _ if of("instead-") => "instead",
        _ if of("address-") => "address",
        _ if of("prerequisite-") || of("alternative-") => "others",
        _ if of("channel-staffed") || of("channel-unstaffed") => "staff",
        _ if of("hours-")
            || of("maintenance-longer")
            || of("maintenance-shorter")
            || of("maintenance-moved") =>
        {
            "hours"
        }
        _ if of("cut-off-") => "cut-off",
        _ if of("clock-") => "clock",
        _ if of("pause-") => "pause",
        _ if of("restart-") => "restart",
        _ if of("met-") => "met",
        _ if of("credit-") => "credit",
        _ if of("claim-") => "claim",
        _ if of("lapse-") => "lapse",
        _ if of("step-") => "step",
        _ if of("answer-s") || of("answer-f") || of("answer-r") => "answer",
        _ if of("route-") => "route",
        _ if of("proposal-") => "proposal",
        _ if of("term-") => "term",
        _ if of("renewal-") => "renewal",
        _ if of("ending-") => "ending",
        _ if of("state-") || of("check-") || of("transition-") || of("timer-") || of("window-") => "process",
        _ if of("message-") => "message",
        _ if of("phase-notice-channel-") || of("maintenance-notice-channel-") => "announcement",
        _ if of("phase-notice-") => "ahead",
        _ if of("release") || of("phase-") || of("life-") => "release",
        _ if of("maintenance-notice-") => "ahead",
        _ if of("exemption-") => "exemption",
        _ if of("notice-") => "notice",
        _ if of("review-") => "review",
        _ if of("version-") || of("open-requests-") => "open",
        _ if of("audience-") => "audience",
        _ if of("language-") => "language",
        _ if of("precedence-") => "precedence",
        _ if of("obligation-") => "obligation",
        _ if of("permission-") => "permission",
        _ if of("duty-") => "duty",
        _ if of("right-") => "right",
        _ => return None,
    })
}
