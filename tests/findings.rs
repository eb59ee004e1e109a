//! The pages of the findings of meaning: the example to avoid has the finding, and no other kind of error; the example to
//! prefer has none at all. What a person sees of the first is kept as a snapshot.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop where the tool may not")]

use avouch::diagnostic::render::{Found, Look, pretty};
use avouch::diagnostic::{Diagnostic, Profile, registry};
use avouch::source::{Source, Sources};
use avouch::time::Date;
use avouch::{check, lint, syntax};

/// The findings of a text, from its form to its lints.
fn findings(text: &str) -> (Sources, Vec<Diagnostic>) {
    let mut sources = Sources::default();
    let id = sources.add(Source::new("support.policy", text));
    let parsed = syntax::parse(id, sources.get(id));
    let mut checked = check::program(&[(id, &parsed.file)]);
    let mut all = parsed.findings;
    all.append(&mut checked.findings);
    if let Some(program) = &checked.program {
        let lists = |_, path: &str| Err(format!("there is no file `{path}`"));
        let today = Date::new(2026, 11, 22);
        all.extend(lint::run(&lint::Context::new(program, &sources, today, &lists)));
    }
    (sources, all)
}

fn rendered(sources: &Sources, findings: &[Diagnostic]) -> String {
    let look = Look { colour: false, ascii: false, width: 100 };
    let parts: Vec<String> =
        findings.iter().map(|finding| pretty(Found { sources, finding }, look)).collect();
    parts.join("\n")
}

/// The first example under a heading of a page.
fn example<'p>(page: &'p str, heading: &str) -> &'p str {
    let under = page.split_once(&format!("## {heading}\n")).expect("the page has the heading").1;
    let fenced = under.split_once("```policy\n").expect("the heading has an example").1;
    fenced.split_once("```").expect("the example ends").0
}

/// Checks the page of a finding and keeps what people see.
fn page(name: &str) {
    let code = registry::find(name).expect("there is such a finding");
    // Examples are small, so that what only strict policies have is not missed in them.
    let relevant = |found: &Diagnostic| found.code.profile != Profile::Strict || found.code.name == name;
    let (sources, mut found) = findings(example(code.page, "Avoid"));
    found.retain(relevant);
    let text = rendered(&sources, &found);
    assert!(!found.is_empty(), "{name}: nothing is found in the example to avoid");
    assert!(
        found.iter().all(|finding| finding.code.name == name),
        "{name}: the example to avoid has\n{text}"
    );
    insta::assert_snapshot!(name, text);
    let (sources, mut found) = findings(example(code.page, "Prefer"));
    found.retain(relevant);
    assert!(found.is_empty(), "{name}: the example to prefer has\n{}", rendered(&sources, &found));
}

macro_rules! pages {
    ($($test:ident $name:literal;)*) => {
        $(
            #[test]
            fn $test() {
                page($name);
            }
        )*
    };
}

pages! {
    nothing_expected_is_explained "nothing-expected";
    misplaced_step_is_explained "misplaced-step";
    empty_escalation_is_explained "empty-escalation";
    holds_too_few_is_explained "holds-too-few";
    unknown_name_is_explained "unknown-name";
    wrong_kind_is_explained "wrong-kind";
    duplicate_name_is_explained "duplicate-name";
    repeated_declaration_is_explained "repeated-declaration";
    severity_and_priority_is_explained "severity-and-priority";
    unknown_fact_is_explained "unknown-fact";
    unknown_value_is_explained "unknown-value";
    wrong_type_is_explained "wrong-type";
    unordered_comparison_is_explained "unordered-comparison";
    unrelated_plans_is_explained "unrelated-plans";
    conflicting_rules_is_explained "conflicting-rules";
    missing_commitment_is_explained "missing-commitment";
    impossible_condition_is_explained "impossible-condition";
    exception_outside_base_is_explained "exception-outside-base";
    exception_without_effect_is_explained "exception-without-effect";
    unmarked_exception_is_explained "unmarked-exception";
    adds_nothing_is_explained "adds-nothing";
    unreachable_rule_is_explained "unreachable-rule";
    case_without_value_is_explained "case-without-value";
    partial_fact_is_explained "partial-fact";
    overlapping_labels_is_explained "overlapping-labels";
    unreadable_table_is_explained "unreadable-table";
    plan_without_channel_is_explained "plan-without-channel";
    entitlement_for_nobody_is_explained "entitlement-for-nobody";
    channel_for_nobody_is_explained "channel-for-nobody";
    severity_without_meaning_is_explained "severity-without-meaning";
    rule_for_excluded_cases_is_explained "rule-for-excluded-cases";
    state_left_at_once_is_explained "state-left-at-once";
    state_never_entered_is_explained "state-never-entered";
    state_never_left_is_explained "state-never-left";
    clock_stops_at_start_is_explained "clock-stops-at-start";
    step_never_reached_is_explained "step-never-reached";
    message_never_sent_is_explained "message-never-sent";
    step_before_start_is_explained "step-before-start";
    late_escalation_is_explained "late-escalation";
    steps_out_of_order_is_explained "steps-out-of-order";
    circular_escalation_is_explained "circular-escalation";
    misnumbered_levels_is_explained "misnumbered-levels";
    covered_and_excluded_is_explained "covered-and-excluded";
    covers_everything_is_explained "covers-everything";
    excluded_with_no_way_on_is_explained "excluded-with-no-way-on";
    overlapping_phases_is_explained "overlapping-phases";
    gap_between_phases_is_explained "gap-between-phases";
    reversed_phases_is_explained "reversed-phases";
    rhythm_beside_deadline_is_explained "rhythm-beside-deadline";
    endless_phase_is_explained "endless-phase";
    promise_past_end_is_explained "promise-past-end";
    dearer_longer_term_is_explained "dearer-longer-term";
    mixed_currencies_is_explained "mixed-currencies";
    queue_ignores_severity_is_explained "queue-ignores-severity";
    shared_title_is_explained "shared-title";
    catch_all_name_is_explained "catch-all-name";
    notice_longer_than_term_is_explained "notice-longer-than-term";
    falling_credit_is_explained "falling-credit";
    credit_while_kept_is_explained "credit-while-kept";
    promised_twice_is_explained "promised-twice";
    fixed_offset_zone_is_explained "fixed-offset-zone";
    flat_ladder_is_explained "flat-ladder";
    promise_for_no_case_is_explained "promise-for-no-case";
    unreachable_escalation_is_explained "unreachable-escalation";
    billed_without_rate_is_explained "billed-without-rate";
    billed_without_step_is_explained "billed-without-step";
    billed_without_consent_is_explained "billed-without-consent";
    mixed_clocks_is_explained "mixed-clocks";
    no_promise_said_is_explained "no-promise-said";
    check_without_outcome_is_explained "check-without-outcome";
    slower_on_higher_plan_is_explained "slower-on-higher-plan";
    slower_on_graver_severity_is_explained "slower-on-graver-severity";
    less_on_higher_plan_is_explained "less-on-higher-plan";
    resolution_before_response_is_explained "resolution-before-response";
    crossing_deadlines_is_explained "crossing-deadlines";
    cadence_beyond_deadline_is_explained "cadence-beyond-deadline";
    unattended_hours_is_explained "unattended-hours";
    due_while_closed_is_explained "due-while-closed";
    hours_without_rate_is_explained "hours-without-rate";
    overlapping_rates_is_explained "overlapping-rates";
    numbered_text_is_explained "numbered-text";
    numbered_title_is_explained "numbered-title";
    run_on_list_is_explained "run-on-list";
    hours_without_effect_is_explained "hours-without-effect";
    longer_than_opening_is_explained "longer-than-opening";
    circular_fact_is_explained "circular-fact";
    circular_price_is_explained "circular-price";
    circular_calendar_is_explained "circular-calendar";
    cyclic_extends_is_explained "cyclic-extends";
    ambiguous_quotation_is_explained "ambiguous-quotation";
    unknown_quotation_is_explained "unknown-quotation";
    leak_is_explained "leak";
    unfilled_is_explained "unfilled";
    holidays_unsaid_is_explained "holidays-unsaid";
    holidays_end_is_explained "holidays-end";
    unreadable_holidays_is_explained "unreadable-holidays";
    calendar_never_opens_is_explained "calendar-never-opens";
    repeated_subject_is_explained "repeated-subject";
    reversed_hours_is_explained "reversed-hours";
    channel_without_address_is_explained "channel-without-address";
    unused_declaration_is_explained "unused-declaration";
    missing_translation_is_explained "missing-translation";
    undeclared_language_is_explained "undeclared-language";
    competing_transitions_is_explained "competing-transitions";
    case_ruled_out_is_explained "case-ruled-out";
    no_header_is_explained "no-header";
    missing_zone_is_explained "missing-zone";
    missing_business_hours_is_explained "missing-business-hours";
    zero_duration_is_explained "zero-duration";
    out_of_range_is_explained "out-of-range";
    repeated_statement_is_explained "repeated-statement";
    not_used_here_is_explained "not-used-here";
    rate_without_base_is_explained "rate-without-base";
    contradicted_figure_is_explained "contradicted-figure";
    unquoted_figure_is_explained "unquoted-figure";
    vague_promise_is_explained "vague-promise";
    best_effort_with_figure_is_explained "best-effort-with-figure";
    around_the_clock_is_explained "around-the-clock";
    placeholder_is_explained "placeholder";
    whose_local_time_is_explained "whose-local-time";
    several_only_exceptions_is_explained "several-only-exceptions";
    resolution_wording_is_explained "resolution-wording";
    floor_as_ceiling_is_explained "floor-as-ceiling";
    plain_http_is_explained "plain-http";
    misleading_link_is_explained "misleading-link";
    vague_link_is_explained "vague-link";
    personal_address_is_explained "personal-address";
    mixed_alphabets_is_explained "mixed-alphabets";
    untranslated_text_is_explained "untranslated-text";
    other_language_is_explained "other-language";
    repeated_word_is_explained "repeated-word";
    long_sentence_is_explained "long-sentence";
    numbered_reference_is_explained "numbered-reference";
    dated_wording_is_explained "dated-wording";
    review_overdue_is_explained "review-overdue";
    date_without_version_is_explained "date-without-version";
    case_before_policy_is_explained "case-before-policy";
    release_ended_is_explained "release-ended";
    past_closing_is_explained "past-closing";
    no_escalation_is_explained "no-escalation";
    no_complaint_route_is_explained "no-complaint-route";
    no_change_notice_is_explained "no-change-notice";
    no_review_is_explained "no-review";
    no_contact_is_explained "no-contact";
    no_other_way_is_explained "no-other-way";
    channel_without_hours_is_explained "channel-without-hours";
    commitment_without_meaning_is_explained "commitment-without-meaning";
    unanswered_question_is_explained "unanswered-question";
    missing_section_is_explained "missing-section";
    mergeable_rows_is_explained "mergeable-rows";
    seasonal_zone_is_explained "seasonal-zone";
    section_order_is_explained "section-order";
    swapped_name_is_explained "swapped-name";
    question_mark_is_explained "question-mark";
    two_cut_offs_is_explained "two-cut-offs";
    two_words_for_one_is_explained "two-words-for-one";
    unused_definition_is_explained "unused-definition";
    undefined_term_is_explained "undefined-term";
    unquoted_address_is_explained "unquoted-address";
    contradicted_share_is_explained "contradicted-share";
    best_effort_beside_figure_is_explained "best-effort-beside-figure";
    contradicted_hours_is_explained "contradicted-hours";
    contradicted_notice_is_explained "contradicted-notice";
    undefined_hours_is_explained "undefined-hours";
    other_address_is_explained "other-address";
    empty_link_is_explained "empty-link";
    repeated_text_is_explained "repeated-text";
    all_capitals_is_explained "all-capitals";
    and_beside_or_is_explained "and-beside-or";
    contradicted_example_is_explained "contradicted-example";
    contradicted_price_is_explained "contradicted-price";
    document_without_address_is_explained "document-without-address";
    hedged_duty_is_explained "hedged-duty";
    mixed_form_of_address_is_explained "mixed-form-of-address";
    no_effective_date_is_explained "no-effective-date";
    personal_number_is_explained "personal-number";
    repeated_number_is_explained "repeated-number";
    shorter_on_higher_plan_is_explained "shorter-on-higher-plan";
}
