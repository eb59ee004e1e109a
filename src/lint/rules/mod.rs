//! The lints, one file each, and what several of them need.

pub mod adds_nothing;
pub mod all_capitals;
pub mod and_beside_or;
pub mod around_the_clock;
pub mod best_effort_beside_figure;
pub mod best_effort_with_figure;
pub mod billed_without_consent;
pub mod billed_without_rate;
pub mod billed_without_step;
pub mod cadence_beyond_deadline;
pub mod calendar_never_opens;
pub mod case_before_policy;
pub mod catch_all_name;
pub mod channel_for_nobody;
pub mod channel_without_address;
pub mod channel_without_hours;
pub mod check_without_outcome;
pub mod circular_escalation;
pub mod clock_stops_at_start;
pub mod commitment_without_meaning;
pub mod contradicted_example;
pub mod contradicted_figure;
pub mod contradicted_hours;
pub mod contradicted_notice;
pub mod contradicted_price;
pub mod contradicted_share;
pub mod covered_and_excluded;
pub mod covers_everything;
pub mod credit_while_kept;
pub mod crossing_deadlines;
pub mod date_without_version;
pub mod dated_wording;
pub mod dearer_longer_term;
pub mod document_without_address;
pub mod due_while_closed;
pub mod empty_link;
pub mod endless_phase;
pub mod entitlement_for_nobody;
pub mod exception_without_effect;
pub mod excluded_with_no_way_on;
pub mod falling_credit;
pub mod fixed_offset_zone;
pub mod flat_ladder;
pub mod floor_as_ceiling;
pub mod gap_between_phases;
pub mod hedged_duty;
pub mod holidays_end;
pub mod holidays_unsaid;
pub mod hours_without_effect;
pub mod hours_without_rate;
pub mod late_escalation;
pub mod less_on_higher_plan;
pub mod long_sentence;
pub mod longer_than_opening;
pub mod malformed_address;
pub mod mergeable_rows;
pub mod message_never_sent;
pub mod misleading_link;
pub mod misnumbered_levels;
pub mod missing_case;
pub mod missing_commitment;
pub mod missing_section;
pub mod mixed_alphabets;
pub mod mixed_clocks;
pub mod mixed_currencies;
pub mod mixed_form_of_address;
pub mod no_change_notice;
pub mod no_complaint_route;
pub mod no_contact;
pub mod no_effective_date;
pub mod no_escalation;
pub mod no_other_way;
pub mod no_promise_said;
pub mod no_review;
pub mod notice_longer_than_term;
pub mod numbered_reference;
pub mod numbered_text;
pub mod numbered_title;
pub mod other_address;
pub mod other_language;
pub mod overlapping_phases;
pub mod overlapping_rates;
pub mod past_closing;
pub mod personal_address;
pub mod personal_number;
pub mod placeholder;
pub mod plain_http;
pub mod plan_without_channel;
pub mod promise_for_no_case;
pub mod promise_past_end;
pub mod promised_twice;
pub mod question_mark;
pub mod queue_ignores_severity;
pub mod release_ended;
pub mod repeated_number;
pub mod repeated_subject;
pub mod repeated_text;
pub mod repeated_word;
pub mod resolution_before_response;
pub mod resolution_wording;
pub mod reversed_hours;
pub mod reversed_phases;
pub mod review_overdue;
pub mod rhythm_beside_deadline;
pub mod rule_for_excluded_cases;
pub mod run_on_list;
pub mod seasonal_zone;
pub mod section_order;
pub mod several_only_exceptions;
pub mod severity_without_meaning;
pub mod shared_title;
pub mod shorter_on_higher_plan;
pub mod slower_on_graver_severity;
pub mod slower_on_higher_plan;
pub mod state_left_at_once;
pub mod state_never_entered;
pub mod state_never_left;
pub mod step_before_start;
pub mod step_never_reached;
pub mod steps_out_of_order;
pub mod swapped_name;
pub mod two_cut_offs;
pub mod two_words_for_one;
pub mod unanswered_question;
pub mod unattended_hours;
pub mod undefined_hours;
pub mod undefined_term;
pub mod unfilled;
pub mod unmarked_exception;
pub mod unquoted_address;
pub mod unquoted_figure;
pub mod unreachable_escalation;
pub mod unreachable_rule;
pub mod unreadable_holidays;
pub mod untranslated_text;
pub mod unused_definition;
pub mod vague_link;
pub mod vague_promise;
pub mod whose_local_time;

use super::Context;
use crate::cases::CaseSet;
use crate::diagnostic::Diagnostic;
use crate::hir::{Grant, Idle, Layer, LineWords, Notice, Origin, Program, Region, Rule, RuleSet};
use crate::source::Span;
use crate::value::{Amount, Figure, Promise, Stated};

/// Whether figures with a full stop behind them can count what follows in a language: `2. Ebene` is the second level.
fn has_ordinals_with_stops(language: &str) -> bool {
    const THESE: [&str; 20] = [
        "de", "da", "no", "nb", "nn", "is", "fi", "et", "lv", "pl", "cs", "sk", "sl", "hr", "bs", "sr", "hu",
        "tr", "lb", "fo",
    ];
    THESE.contains(&language.split('-').next().unwrap_or(language))
}

/// A rule without its value.
#[derive(Clone, Debug)]
pub struct Plain<'p> {
    /// Its path.
    pub path: &'p str,
    /// Its cases, before other rules are considered.
    pub cases: &'p CaseSet,
    /// Base or exception.
    pub layer: Layer,
    /// Where it comes from.
    pub origin: Origin,
    /// Its place.
    pub span: Span,
    /// The words of its statement, if it has one.
    pub words: Option<LineWords>,
    /// Whether its value is not known yet, and so is the same as that of no other rule.
    pub open: bool,
}

impl Plain<'_> {
    /// What a message calls it: its path, or, for a line without a name, what it is.
    fn called(&self, what: &str) -> String {
        let number =
            self.path.rsplit('/').next().is_some_and(|last| last.bytes().all(|byte| byte.is_ascii_digit()));
        if number { format!("this {what}") } else { format!("`{}`", self.path) }
    }

    /// Offers to take its line out, where nothing else stands in it.
    fn taken_out(&self, finding: Diagnostic) -> Diagnostic {
        match self.words {
            Some(words) if !words.body => finding.fix("take the line out", false, words.span, ""),
            Some(_) | None => finding,
        }
    }
}

/// A set of rules without their values.
pub struct Rules<'p> {
    /// The cases that it speaks of: `only when`.
    pub domain: &'p CaseSet,
    /// The rules.
    pub all: Vec<Plain<'p>>,
    /// Which decides where.
    pub regions: &'p [Region],
    /// Those that do nothing.
    pub idle: &'p [Idle],
    /// Whether two rules, by their places, give the same value.
    pub same: Box<dyn Fn(usize, usize) -> bool + 'p>,
}

fn plain<'p, V>(
    set: &'p RuleSet<V>,
    same: impl Fn(&V, &V) -> bool + 'p,
    open: impl Fn(&V) -> bool + 'p,
) -> Rules<'p> {
    let rules = set.rules.iter().map(move |rule: &Rule<V>| Plain {
        path: &rule.path,
        cases: &rule.when.cases,
        layer: rule.layer,
        origin: rule.origin,
        span: rule.span,
        words: rule.words.as_deref().copied(),
        open: open(&rule.value),
    });
    Rules {
        domain: &set.domain,
        all: rules.collect(),
        regions: &set.regions,
        idle: &set.idle,
        same: Box::new(move |one, two| match (set.rules.get(one), set.rules.get(two)) {
            (Some(one), Some(two)) => same(&one.value, &two.value),
            (None, _) | (_, None) => false,
        }),
    }
}

/// Every set of rules of a program that has any.
pub fn all_rules(program: &Program) -> Vec<Rules<'_>> {
    let mut all = Vec::new();
    let office = program.policy.business_calendar();
    let figures = move |a: &Figure, b: &Figure| a.same_as(b, office);
    let figure = |figure: &Figure| figure.promise == Promise::Unfilled;
    let amount = |amount: &Amount| matches!(amount, Amount::Unfilled(_));
    let notices = |set| plain(set, |a: &Notice, b: &Notice| a == b, is_open);
    all.extend(program.commitments.values().map(|commitment| plain(&commitment.rules, figures, figure)));
    let grants = |rules| plain(rules, |a: &Grant, b: &Grant| a == b, |grant| *grant == Grant::Unfilled);
    all.extend(program.entitlements.values().map(|entitlement| grants(&entitlement.rules)));
    all.extend(program.plans.values().map(|plan| plain(&plan.price, Amount::same_as, amount)));
    all.extend(program.prices.values().map(|price| plain(&price.rules, Amount::same_as, amount)));
    all.extend(program.routing.values().map(|routing| plain(routing, |a, b| a == b, |_| false)));
    all.extend(program.products.values().map(|product| notices(&product.notices)));
    all.extend(program.maintenances.values().map(|maintenance| notices(&maintenance.notices)));
    all.extend(
        program
            .availabilities
            .values()
            .map(|availability| plain(&availability.shares, |a, b| a == b, |_| false)),
    );
    all.extend(program.changes.iter().map(|changes| notices(&changes.notices)));
    all.retain(|set| !set.all.is_empty());
    all
}

/// Whether a notice is given, and nobody knows yet how long ahead.
fn is_open(notice: &Notice) -> bool {
    matches!(notice, Notice::Ahead(Stated::Unfilled(_), _))
}
