//! Commitments, tables of figures, how time is counted, escalations, the summary.

use super::{check, check_dutch, check_language};

const PLANS: &str = r#"
severity critical "Critical" nl: "Kritiek" { means "Work has stopped." nl: "Het werk ligt stil." }
severity normal "Normal" nl: "Normaal" { means "Anything else." nl: "Al het andere." }
plan basic "Basic" in all languages
plan premium "Premium" in all languages { extends basic }
channel phone "Telephone" nl: "Telefoon" { address "+31 20 555 0100"; open office }
channel email "E-mail" in all languages { address "a@p.example"; open office }
process intake "Intake" in all languages { state waiting "Waiting for you" nl: "Wacht op u" }
"#;

const MATRIX: &str = r#"
commitment first-response "First response" nl: "Eerste reactie" {
  means "A reply from a person." nl: "Een antwoord van een mens."
  from received
  until responded
  paused while waiting
  | severity | basic       | premium          |
  |----------|-------------|------------------|
  | critical | 4 business hours | 30 minutes  |
  | normal   | best effort | best effort      |
  except within 15 minutes as by-phone, because "we hear you at once" nl: "wij horen u meteen"
    when severity is critical and plan is premium and channel is phone
  met for 95% of requests each month { note "Measured by us." nl: "Gemeten door ons." }
}
"#;

#[test]
fn a_matrix_is_a_table_with_its_clock_its_strength_and_its_exception_as_sentences() {
    check(
        &format!("{PLANS}{MATRIX}"),
        &[
            "### First response",
            "A reply from a person. The time runs from the moment we receive your request until we respond. The clock stands still while your request is “Waiting for you”.",
            "table: First response, by severity and plan",
            "| Severity | Basic | Premium |",
            "| Critical | 4 business hours | 30 minutes |",
            "| Normal | Best effort | Best effort |",
            "These are targets, and we meet them for 95% of requests each month.[1]",
            "One exception: within 15 minutes if the severity is critical, your plan is Premium and the channel is telephone, because we hear you at once.",
            "[1] Measured by us.",
        ],
    );
    check_dutch(
        &format!("{PLANS}{MATRIX}"),
        &[
            "### Eerste reactie",
            "Een antwoord van een mens. De tijd loopt vanaf het moment dat wij uw verzoek ontvangen totdat wij reageren. De klok staat stil zolang uw verzoek de status ‘Wacht op u’ heeft.",
            "table: Eerste reactie, naar ernst en pakket",
            "Dit zijn streefwaarden; wij halen ze elke maand voor 95% van de verzoeken.[1]",
            "Eén uitzondering: binnen 15 minuten als de ernst kritiek is, uw pakket Premium is en het kanaal telefoon is, want wij horen u meteen.",
        ],
    );
}

#[test]
fn notes_end_as_sentences_and_those_of_a_bare_header_are_its_words() {
    let policy = |header: &str| {
        format!(
            "policy p \"Policy\" {{ written in en; {header} }}\nseverity low \"Low\" {{ means \"Anything\"; note \"every request is read\" }}\n"
        )
    };
    let said = |header: &str, expected: &[&str]| check_language(&policy(header), 0, expected);
    said(
        "note \"Read this first\"; note \"We mean it.\"",
        &["# Policy", "Read this first. We mean it.", "[1] Every request is read."],
    );
    said(
        "means \"How we help\"; note \"Read this first\"",
        &["# Policy", "How we help.[1]", "[1] Read this first."],
    );
}

#[test]
fn only_the_clocks_that_are_in_use_are_explained() {
    check(
        &format!("{PLANS}{MATRIX}"),
        &[
            "### How we count time",
            "> - Minutes and hours run on the clock, day and night.",
            "> - Business hours run only during office hours. They stop at closing time and go on at the next opening.",
            "> - When the severity changes, the figure for the new severity holds, counted from the same start.",
            "> - All times are local time in Amsterdam.",
        ],
    );
    let text = super::flat::text(&super::document(
        &super::program(&format!("{}{PLANS}{MATRIX}", super::HEADER)),
        crate::hir::Audience::Everybody,
        0,
    ));
    assert!(!text.contains("Business days") && !text.contains("Days, weeks"), "{text}");
}

#[test]
fn the_summary_shows_plain_promises_by_plan() {
    check(
        &format!("{PLANS}{MATRIX}"),
        &[
            "## At a glance",
            "| Promise | Basic | Premium |",
            "| Critical: first response | 4 business hours | 30 minutes |",
            "| Normal: first response | Best effort | Best effort |",
        ],
    );
}

#[test]
fn the_summary_leaves_out_what_goes_without_saying_on_a_plan() {
    check(
        r#"
severity critical "Critical" { only when plan is premium }
severity normal "Normal"
language english "English"
language dutch "Dutch"
plan basic "Basic"
plan standard "Standard" { extends basic }
plan premium "Premium" { extends standard }
channel chat "Chat" { only when plan is at least standard; address "https://p.example/chat"; open always when language is english; open office when language is dutch }
"#,
        &["| Chat | No | Open at any time in English; office hours in Dutch ×2 |"],
    );
}

#[test]
fn the_summary_says_no_other_hours_of_a_channel_that_is_always_open() {
    check(
        r#"
severity critical "Critical"
severity normal "Normal"
plan basic "Basic"
plan premium "Premium" { extends basic }
channel phone "Telephone" { only when plan is premium or severity is critical; address "+31 20 555 0100"; open office; open always when severity is critical }
"#,
        &["| Telephone | Open at any time | Office hours; open at any time for critical requests |"],
    );
}

#[test]
fn single_figures_and_missing_ones_are_said_plainly() {
    check(
        r#"
kind question "Question"
kind complaint "Complaint"
commitment answer "Answer" { from received; until responded; within 24 hours guaranteed when kind is question }
commitment solution "Solution" { from received; until resolved; none, because "it depends on the cause" }
commitment contact "Contact" { every 3 months }
"#,
        &[
            "We guarantee that this happens within 24 hours if the kind of request is question. This figure is guaranteed.",
            "If the kind of request is complaint, no time is promised.",
            "This is the time from the moment we receive your request until your request is resolved.",
            "We promise no time for this, because it depends on the cause.",
            "This happens every 3 months. This is a target.",
        ],
    );
}

#[test]
fn steps_of_an_escalation_name_their_moment_and_their_people() {
    check(
        &format!(
            "{PLANS}{MATRIX}{}",
            r#"
role lead "Team lead"
role director "Support director" { address "director@p.example" }
party mediator "The mediator" { third party }
escalation path "If it stalls" {
  only when severity is critical
  at 50% of first-response notify lead
  on breach of first-response notify director
  1 hour after breach of first-response notify director
  every 2 hours after breach of first-response notify lead, at most 5 times
}
escalation complaint "If you are not satisfied" {
  raised by customer via phone
  to director, answers within 5 business days
  then mediator
}
"#
        ),
        &[
            "### If it stalls",
            "This holds if the severity is critical.",
            "1. Half-way to the deadline for the first response — We notify the team lead.",
            "2. When the deadline for the first response passes — We notify the support director.",
            "3. 1 hour after the deadline for the first response — We notify the support director.",
            "4. Every 2 hours after the deadline for the first response, until the promise is kept, at most 5 times — We notify the team lead.",
            "The steps keep to the clock of that promise.",
            "### If you are not satisfied",
            "You can raise this via telephone.",
            "1. First turn to the support director (director@p.example); you have an answer within 5 business days.",
            "2. Then turn to the mediator (an independent third party).",
        ],
    );
}

#[test]
fn an_escalation_that_nobody_can_raise_passes_from_one_to_the_next() {
    let policy = r#"
role desk "Service desk" nl: "Servicedesk"
role lead "Team lead" nl: "Teamleider"
escalation path "Hand-over" nl: "Overdracht" {
  to desk, answers within 2 hours
  then lead
}
"#;
    let english = [
        "1. A request goes first to the service desk, with an answer within 2 hours.",
        "2. Then it goes to the team lead.",
    ];
    check(policy, &english);
    let dutch = [
        "1. Een verzoek gaat eerst naar de servicedesk, met een antwoord binnen 2 uur.",
        "2. Daarna gaat het naar de teamleider.",
    ];
    check_dutch(policy, &dutch);
}

#[test]
fn a_step_can_come_as_soon_as_something_happens_and_name_several() {
    let policy = r#"
role lead "Team lead" nl: "Teamleider"
party maker "The maker" nl: "De maker" { third party }
escalation path "At once" nl: "Meteen" {
  on received notify lead
  on severity changed notify lead, maker
}
escalation hand-over "Hand-over" nl: "Overdracht" {
  to lead
  then lead, maker
}
severity high "High" nl: "Hoog"
severity low "Low" nl: "Laag"
"#;
    let english = [
        "1. When we receive your request — We notify the team lead.",
        "2. When the severity changes — We notify the team lead and the maker.",
        "2. Then it goes to the team lead or the maker (an independent third party).",
    ];
    check(policy, &english);
    let dutch = [
        "1. Wanneer wij uw verzoek ontvangen — Wij waarschuwen de teamleider.",
        "2. Daarna gaat het naar de teamleider of de maker (een onafhankelijke derde).",
    ];
    check_dutch(policy, &dutch);
}

#[test]
fn an_event_whose_title_is_no_clause_is_quoted_in_small_letters() {
    let policy = r#"
event created "Ticket created"
severity high "High"
severity low "Low"
commitment reply "Reply" {
  from created
  until responded
  | severity | reply            |
  |----------|------------------|
  | high     | usually 4 hours  |
  | low      | 2 business hours |
}
"#;
    check(
        policy,
        &[
            "The time runs from the moment of “ticket created” until we respond.",
            "A figure with no other word beside it is a target.",
        ],
    );
}

#[test]
fn other_documents_have_a_place_of_their_own() {
    let policy = r#"
definition business-day "Business day" { means "A day on which the office is open." }
document eula "Licence agreement" { address "https://p.example/eula"; prevails over this policy }
"#;
    check(
        policy,
        &[
            "## 2 Words we use",
            "Business day: A day on which the office is open.",
            "## 3 Other documents",
            "Licence agreement: p.example/eula / Where this document and the policy differ, the document prevails.",
        ],
    );
}

#[test]
fn a_table_of_several_commitments_is_linked_from_each() {
    check(
        r#"
severity high "High"
severity low "Low"
table targets "Targets" {
  | severity | response         | resolution  |
  |----------|------------------|-------------|
  | high     | 4 business hours | best effort |
  | other    | none             | none        |
}
commitment response "Response" { from received; until responded }
commitment resolution "Resolution" { from received; until resolved }
"#,
        &[
            "table: Targets, by severity",
            "| Severity | Response | Resolution |",
            "| High | 4 business hours | Best effort |",
            "| Other: Low | None promised | None promised |",
            "### Response",
            "The figures stand in “Targets”.",
            "This is a target.",
        ],
    );
}

#[test]
fn each_reading_of_business_days_has_its_sentence() {
    for (reading, sentence) in [
        ("end at close", "The day of receipt does not count"),
        ("keep the time", "at the time of day at which it began, even if we are closed then"),
        ("keep the time, then the next opening", "or at the next opening if we are closed then"),
        ("keep the time, at most until close", "or at closing time if that is earlier"),
        ("roll to an opening first", "counts from the next opening"),
        ("include the day of receipt", "The day of receipt counts as the first"),
        ("are 8 hours", "is 8 business hours"),
        ("are one schedule day", "from opening to closing"),
    ] {
        let policy = format!(
            r#"
policy p "P" {{ business hours desk; timezone Europe/Berlin; written in en }}
calendar desk "Desk" {{ open Mon..Fri 09:00..17:00; cut-off 15:00; business days {reading}; open on holidays }}
commitment response "Response" {{ from received; until responded; within 2 business days }}
"#
        );
        let text =
            super::flat::text(&super::document(&super::program(&policy), crate::hir::Audience::Everybody, 0));
        let line = text.lines().find(|line| line.starts_with("> - Business days")).unwrap();
        assert!(line.contains(sentence), "{reading}: {line}");
        assert!(line.ends_with("What arrives after 15:00 is received on the next business day."), "{line}");
    }
}

#[test]
fn a_clock_that_starts_again_is_no_contradiction_to_those_that_go_on() {
    check(
        "severity high \"High\"\nseverity low \"Low\"\n\
         table times \"Times\" {\n  | severity | first | update |\n  |---|---|---|\n  \
         | high | 1 hour | every 2 hours |\n  | low | 2 hours | none |\n}\n\
         commitment first \"First\" { from received; until responded }\n\
         commitment update \"Update\" { from responded; until resolved; restarts on severity changed }\n",
        &[
            "> - When the severity changes, the figure for the new severity holds, counted from the same start. Where a clock \
             starts again instead, its promise says so.",
        ],
    );
}

#[test]
fn a_part_that_is_called_like_its_section_has_no_heading_of_its_own() {
    let policy = "section duties \"What we ask of you\" {\n  \
         customer must \"Be kind\"\n  customer must \"Be brief\"\n  we will \"Be kind\"\n  we will \"Be brief\"\n}\n";
    check(policy, &["## 2 What we ask of you", "- Be kind.", "### What we will do"]);
    let text = super::flat::text(&super::document(
        &super::program(&format!("{}{policy}", super::HEADER)),
        crate::hir::Audience::Everybody,
        0,
    ));
    assert!(!text.contains("### What we ask of you"), "{text}");
}
