//! What is offered for words that are known elsewhere or under another name: one finding for each, which names what is meant.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop where the tool may not")]

#[path = "suggestions/elsewhere.rs"]
mod elsewhere;
#[path = "suggestions/hasty.rs"]
mod hasty;
#[path = "suggestions/order.rs"]
mod order;
#[path = "suggestions/titles.rs"]
mod titles;
#[path = "suggestions/tongues.rs"]
mod tongues;

use avouch::analysis::{Memory, analyse, artifacts};
use avouch::config::Settings;
use avouch::diagnostic::{Diagnostic, Level};
use avouch::emit::{BuildOptions, Form};

const BASE: &str = "policy a \"A\" {\n  version \"1\"\n  effective 2026-01-01\n  publisher \"N\"\n  timezone Europe/Amsterdam\n  \
    business hours office\n}\ncalendar office \"Office\" { open Mon..Fri 09:00..17:30; open on holidays }\n\
    severity critical \"Critical\" { means \"Nothing works.\" }\nseverity normal \"Normal\" { means \"The rest.\" }\n\
    channel mail \"Mail\" { address \"a@b.example\"; open office }\n";

fn found(text: &str) -> Vec<Diagnostic> {
    let mut files = Memory::default();
    files.insert("a.policy", text);
    let mut findings = analyse("a.policy", &files, &Settings::default()).findings;
    findings.retain(|finding| finding.level > Level::Advice);
    findings
}

/// What the only finding about a declaration says, and what it offers: its help, or else its fixes.
fn said(declaration: &str) -> [String; 2] {
    let findings = found(&format!("{BASE}{declaration}\n"));
    let [finding] = findings.as_slice() else { panic!("one finding, and not {findings:#?}") };
    let fixes: Vec<&str> = finding.fixes.iter().map(|fix| fix.title.as_str()).collect();
    [finding.message.clone(), finding.help.clone().unwrap_or_else(|| fixes.join("; "))]
}

fn commitment(lines: &str) -> String {
    format!("commitment reply \"Reply\" {{\n  {lines}\n}}")
}

#[test]
fn events_and_parties_are_known_by_the_words_that_people_use() {
    assert_eq!(
        said(&commitment("from receipt; until responded; within 4 hours")),
        ["there is no event called `receipt`", "change it to `received`"]
    );
    assert_eq!(
        said(&commitment("from received; until answered; within 4 hours")),
        ["there is no event called `answered`", "change it to `responded`"]
    );
    assert_eq!(
        said("clients price fee \"Fee\" { EUR 5 per month }"),
        ["there is no party called `clients`", "did you mean `customer`?"]
    );
    assert_eq!(
        said(&commitment("from received; until confirmed-by-us; within 4 hours")),
        ["there is no event called `confirmed-by-us`", "declare it: `event confirmed-by-us \"…\"`"]
    );
}

#[test]
fn a_value_in_front_of_a_promise_becomes_its_condition() {
    let help = |value: &str| format!("write `when severity is {value}` at the end of the line");
    let message = |value: &str| format!("`{value}` is a severity, and stands in front of what holds for it");
    let two = found(&format!(
        "{BASE}{}",
        commitment("from received; until responded; critical within 4 hours; normal within 8 hours")
    ));
    // That two rules for every request contradict each other would only be a consequence.
    let two: Vec<_> =
        two.into_iter().map(|finding| (finding.message, finding.help.unwrap_or_default())).collect();
    assert_eq!(two, ["critical", "normal"].map(|value| (message(value), help(value))));
    assert_eq!(
        said(&commitment("from received; until responded; normal within 8 hours when severity is critical"))
            [0],
        "there is no party called `normal`"
    );
    assert_eq!(
        said(&commitment("from received; until responded; within 4 hours; target")),
        [
            "`target` is not a word of a commitment",
            "write `target` or `guaranteed` behind each figure, as in `within 4 business hours target`"
        ]
    );
}

#[test]
fn a_value_in_the_place_of_a_condition_is_one_of_its_fact_whatever_else_has_its_name() {
    assert_eq!(
        said("kind script \"Scripts\"\nscope { excludes script \"Writing scripts\" when script }"),
        ["`script` is a kind, not a fact", "write `kind is script`"]
    );
    assert_eq!(
        said(
            "fact site \"Site\" { north \"North\"; south \"South\" }\nscope { covers north \"Faults\" when north }"
        ),
        ["`north` is a site, not a fact", "write `site is north`"]
    );
}

#[test]
fn days_without_hours_ask_for_them() {
    assert_eq!(
        said("calendar desk \"Desk\" { open Mon..Fri; open on holidays }"),
        [
            "after `open Mon..Fri` come hours such as `09:00..17:30`, but the line ends",
            "write the hours, as `09:00..17:30`, or `?` until they are known"
        ]
    );
}

#[test]
fn a_fact_that_is_not_declared_is_declared_with_its_values() {
    let help = "declare it with its values: `fact environment \"…\" { … }`";
    assert_eq!(
        said("scope { covers software \"Software\" when environment is production }"),
        ["there is no fact called `environment`", help]
    );
    assert_eq!(
        said("environment production \"Production\""),
        [
            "`environment` does not begin a declaration",
            "write `fact environment \"…\" { … }` with a line for each value"
        ]
    );
}

#[test]
fn a_single_column_is_headed_by_the_name_of_its_commitment() {
    for head in ["hours", "within", "target"] {
        let rows =
            format!("| severity | {head} |\n  |---|---|\n  | critical | 2 hours |\n  | normal | 3 hours |");
        let [message, help] = said(&commitment(&format!("from received\n  until responded\n  {rows}")));
        assert!(message.starts_with(&format!("`{head}` is not a fact")), "{message}");
        assert_eq!(help, "head it `reply`");
    }
}

#[test]
fn a_header_that_is_not_filled_in_is_not_missing_as_well() {
    let unfilled = BASE.replace("Europe/Amsterdam", "?").replace("hours office", "hours ?");
    let text = format!(
        "{unfilled}{}\nexample \"One\" {{\n  given severity is critical, channel is mail\n  \
         received 2026-03-03 10:00\n  expect reply 4 business hours\n}}\n",
        commitment("from received; until responded; within 4 business hours")
    );
    let codes: Vec<&str> = found(&text).iter().map(|finding| finding.code.name).collect();
    assert_eq!(codes, ["unfilled", "unfilled"]);
}

#[test]
fn what_is_promised_in_a_process_belongs_in_a_commitment() {
    let process = "process life \"Life\" { state new \"New\"; state known \"Known\"; new becomes known within 1 business day }";
    let [message, help] = said(process);
    assert_eq!(message, "`within` says how long an event still counts, and this line has no event");
    assert!(help.ends_with("is a `commitment`"), "{help}");
}

#[test]
fn where_no_severity_exists_it_is_named_as_the_cause() {
    let policy = BASE.replace("{ means", "{ only when plan is at least gold; means");
    let text = format!(
        "{policy}plan basic \"Basic\" {{ price EUR 5 per month }}\nplan gold \"Gold\" {{ extends basic }}\n"
    );
    let findings = found(&text);
    let finding = findings.iter().find(|finding| finding.code.name == "unreachable-rule").expect("a finding");
    assert_eq!(finding.label, "here no severity exists, so no case is left");
    assert_eq!(finding.help.as_deref(), Some("let one severity exist here, or leave the line out"));
}

#[test]
fn a_declaration_of_an_unknown_kind_with_statements_is_no_fact() {
    let label = |text: &str| {
        let all = found(&format!("{BASE}{text}"));
        all.iter().find(|all| all.message.contains("does not begin")).map(|finding| finding.label.clone())
    };
    let values = "environment production \"Production\" {\n  live \"Live\"\n}\n";
    assert_eq!(label(values).as_deref(), Some("is this a fact with values?"));
    let statements = "gizmo d \"D\" {\n  within 4 hours\n}\n";
    assert_eq!(label(statements).as_deref(), Some("no declaration begins with this"));
}

#[test]
fn a_slip_in_business_names_the_word_and_no_new_calendar() {
    for figure in ["within 2 bussiness hours", "by next busines day"] {
        let [message, help] = said(&commitment(&format!("from received; until responded; {figure}")));
        assert!(message.starts_with("there is no calendar called `bus"), "{message}");
        assert_eq!(help, "change it to `business`");
    }
    let elsewhere = commitment("from received; until responded; within 2 extended hours");
    assert_eq!(said(&elsewhere)[1], "declare it: `calendar extended \"…\"`");
}

#[test]
fn another_place_of_a_series_is_declared_and_not_replaced() {
    let rows = "| severity | reply |\n  |---|---|\n  | critical | 2 hours |\n  | p1, normal | 3 hours |\n  | p2 | 4 hours |";
    let text = format!(
        "{BASE}severity p1 \"P1\" {{ means \"A main part fails.\" }}\n{}\n",
        commitment(&format!("from received\n  until responded\n  {rows}"))
    );
    let findings = found(&text);
    let [finding] = findings.as_slice() else { panic!("one finding, and not {findings:#?}") };
    assert_eq!(finding.message, "there is no severity called `p2`");
    assert!(finding.fixes.is_empty(), "{finding:#?}");
    assert_eq!(
        finding.help.as_deref(),
        Some("declare it: `severity p2 \"…\"`; so far it can be `critical`, `normal` or `p1`")
    );
}

#[test]
fn what_a_price_is_counted_for_is_looked_up_and_may_be_a_plain_word() {
    let counted = |per: &str| {
        let text = format!(
            "{BASE}fact devices \"Devices\" {{ is a number }}\nentitlement contacts \"Contacts\" {{}}\n\
             price fee \"Fee\" {{ EUR 5 per {per} }}\nplan gold \"Gold\" {{ grants 3 contacts per {per} }}\n"
        );
        found(&text)
            .iter()
            .map(|finding| format!("{} {:?}", finding.message, finding.help))
            .collect::<Vec<_>>()
    };
    for word in ["devices", "device", "50 devices", "visit", "user"] {
        assert_eq!(counted(word), Vec::<String>::new(), "{word}");
    }
    assert_eq!(
        counted("devcies"),
        ["nothing that is counted is called `devcies` Some(\"change it to `devices`\")"]
    );
}

#[test]
fn a_circle_of_plans_hides_nothing_that_is_missing_elsewhere() {
    let hours = BASE.replace("; open on holidays", "");
    let circle = "plan one \"One\" { extends two }\nplan two \"Two\" { extends one }\n";
    let codes: Vec<&str> =
        found(&format!("{hours}{circle}")).iter().map(|finding| finding.code.name).collect();
    assert_eq!(codes, ["holidays-unsaid", "cyclic-extends"]);
}

#[test]
fn a_quoted_field_that_waits_is_published_as_not_known_yet() {
    let waits = "channel post \"Post\" { address ?; open office }\nsection letters \"Letters\" { \"\"\"Ours: {post address}.\"\"\" }\n";
    let mut files = Memory::default();
    files.insert("a.policy", format!("{BASE}{waits}"));
    let analysis = analyse("a.policy", &files, &Settings::default());
    let codes: Vec<&str> = analysis.findings.iter().map(|finding| finding.code.name).collect();
    assert_eq!(codes, ["unfilled"]);
    let options = BuildOptions {
        forms: vec![Form::Markdown],
        audiences: vec!["public".to_owned()],
        languages: Vec::new(),
    };
    let made = artifacts(&analysis, &options).expect("a document");
    let said = String::from_utf8(made[0].bytes.clone()).expect("a text");
    assert!(said.contains("Ours: not known yet."), "{said}");
}

/// What the only finding about lines of a calendar says, and its one fix: its title, and whether it is safe.
fn calendar(line: &str) -> (String, Option<(String, bool)>) {
    let findings = found(&format!(
        "{BASE}calendar shop \"Shop\" {{\n  open Sat 09:00..17:00\n  open on holidays\n  {line}\n}}\n"
    ));
    let [finding] = findings.as_slice() else { panic!("one finding, and not {findings:#?}") };
    let fix = finding.fixes.first().map(|fix| (fix.title.clone(), fix.safe));
    (finding.message.clone(), fix)
}

#[test]
fn days_off_in_one_line_get_a_line_each_with_what_is_said_of_all() {
    for (line, meant) in [
        ("closed 24 and 31 December \"Eves\"", ["Dec 24 \"Eves\"", "Dec 31 \"Eves\""]),
        ("closed 24 and 31 December 13:00..24:00", ["Dec 24 13:00..24:00", "Dec 31 13:00..24:00"]),
        ("closed 24 & 31 December 2026 \"Eves\"", ["2026-12-24 \"Eves\"", "2026-12-31 \"Eves\""]),
        ("closed Dec 24, 31 13:00..24:00 \"x\"", ["Dec 24 13:00..24:00 \"x\"", "Dec 31 13:00..24:00 \"x\""]),
    ] {
        let title = format!("write `closed {}`, `closed {}`", meant[0], meant[1]);
        let (message, fix) = calendar(line);
        assert_eq!(
            (message.as_str(), fix),
            ("each day off has a line of its own", Some((title, true))),
            "{line}"
        );
    }
    // Which year the first day is meant for is not said.
    assert_eq!(calendar("closed 24 December and 31 December 2026").1, None);
}

#[test]
fn hours_in_a_calendar_stand_behind_open() {
    for (line, meant) in [
        ("hours 24/7", "open always"),
        ("hours: 24x7", "open always"),
        ("hours Sun 10:00..12:00", "open Sun 10:00..12:00"),
        ("opening hours: Sun 10:00..12:00 in Jul 1..Aug 31", "open Sun 10:00..12:00 in Jul 1..Aug 31"),
    ] {
        assert_eq!(calendar(line).1, Some((format!("change it to `{meant}`"), true)), "{line}");
    }
    let (message, fix) = calendar("hours nine to five");
    assert_eq!((message.as_str(), fix), ("`hours` is not a word of a calendar", None));
}

#[test]
fn a_step_that_comes_again_is_understood_by_other_words_for_every() {
    let up = |word: &str| {
        let text = format!(
            "{BASE}{}\nrole boss \"Boss\"\n",
            commitment("from received; until responded; within 4 hours")
        );
        let up = format!(
            "escalation up \"Up\" {{ at 50% of reply notify boss\n{word} after breach of reply notify boss }}\n"
        );
        let mut findings = found(&format!("{text}{up}"));
        findings.retain(|finding| finding.level == Level::Error);
        let [finding] = findings.as_slice() else { panic!("one finding, and not {findings:#?}") };
        (finding.fixes[0].title.clone(), finding.fixes[0].safe)
    };
    assert_eq!(up("each hour"), ("change `each` to `every`".to_owned(), true));
    assert_eq!(up("hourly"), ("change `hourly` to `every hour`".to_owned(), true));
}

#[test]
fn a_column_may_not_be_called_by_the_beginning_of_a_fact_but_is_understood() {
    let table = "from received; until responded\n| sev | reply |\n|---|---|\n| critical | 1 hour |\n| normal | 2 hours |";
    let [message, help] = said(&commitment(table));
    assert_eq!(message, "the first column of a table is about a fact, and `sev` is none");
    assert_eq!(help, "change it to `severity`");
}

#[test]
fn yes_and_no_are_understood_in_any_letters() {
    let fact = "fact workaround \"Way round\" { yes or no }\nfact vip \"VIP\" {\n  yes or no\n  | workaround | vip |\n|-|-|\n| Yes | YES |\n| NO | No |\n}\n";
    let findings = found(&format!("{BASE}{fact}"));
    let fixes: Vec<(&str, bool)> =
        findings.iter().map(|one| (one.fixes[0].title.as_str(), one.fixes[0].safe)).collect();
    let change = |from: &str, to: &str| format!("change `{from}` to `{to}`");
    let all = [change("Yes", "yes"), change("YES", "yes"), change("NO", "no"), change("No", "no")];
    assert_eq!(fixes, all.iter().map(|title| (title.as_str(), true)).collect::<Vec<_>>());
}

#[test]
fn a_season_begins_and_ends_on_a_day() {
    let lines =
        |line: &str| found(&format!("{BASE}calendar shop \"Shop\" {{\n  open on holidays\n  {line}\n}}\n"));
    let fixes = |line: &str| -> Vec<(String, bool)> {
        let fixes = lines(line).into_iter().flat_map(|finding| finding.fixes);
        fixes.map(|fix| (fix.title, fix.safe)).collect()
    };
    assert_eq!(
        fixes("open Mon 09:00..17:00 from Jun 1..Aug 31"),
        [("change `from` to `in`".to_owned(), true)]
    );
    // From a day on is no season.
    assert_eq!(fixes("open Mon 09:00..17:00 from Jun 1"), []);
    let summer = lines("open Mon 09:00..17:00 in summer");
    assert_eq!(summer[0].help.as_deref(), Some("write the days of each year, as `in Jun 1..Aug 31`"));
}

#[test]
fn business_time_has_a_unit() {
    let table = "from received; until responded\n| severity | reply |\n|---|---|\n| critical | 8 business |\n| normal | 2 hours |";
    let [message, _] = said(&commitment(table));
    assert_eq!(message, "`8 business` can be read as `8 business hours` or as `8 business days`");
}

#[test]
fn words_without_their_beginning_get_it() {
    let fix = |declaration: &str| -> String { said(declaration).into_iter().next_back().unwrap() };
    assert_eq!(
        fix("kind fault \"Fault\" { something does not work }"),
        "write `means \"something does not work\"`"
    );
    assert_eq!(
        fix("question pack \"What is in it?\" { 1 or 5 years of care }"),
        "write `answer \"1 or 5 years of care\"`"
    );
    assert_eq!(
        fix("entitlement visits \"Visits\"\nplan gold \"Gold\" { 10 visits }"),
        "put `grants` before it"
    );
    assert_eq!(
        fix("plan gold \"Gold\" { term 1 year }"),
        "write `runs 12 months`, or `runs 12 months, then renews, notice 1 month`"
    );
    assert_eq!(fix(&commitment("from received; until responded\n  daily")), "change `daily` to `every day`");
    assert_eq!(fix("calendar world \"World\" { 24x7 }"), "change it to `open always`");
    assert_eq!(fix("channel chat \"Chat\" { address \"chat\"; hours office }"), "change it to `open office`");
    assert_eq!(
        fix("process work \"Work\" {\n  states: new, done\n}"),
        "write `state pending \"Pending\"`, and so on for each of them"
    );
}

#[test]
fn what_stands_behind_a_title_is_a_statement_where_its_declaration_has_one_for_it() {
    let fix = |declaration: &str| said(declaration)[1].clone();
    assert_eq!(fix("price fee \"Fee\" = EUR 10"), "write `EUR 10` between braces");
    assert_eq!(fix("price fee \"Fee\": EUR 10 per month"), "write `EUR 10 per month` between braces");
    assert_eq!(fix("offer help \"Help\": EUR 10 per hour"), "write `rate EUR 10 per hour` between braces");
    assert_eq!(
        fix("channel fax \"Fax\": +31 20 555 0100"),
        "write `address \"+31 20 555 0100\"` between braces"
    );
    assert_eq!(
        fix("kind fault \"Fault\": 2 broken things"),
        "write `means \"2 broken things\"` between braces"
    );
}

#[test]
fn public_holidays_without_a_country_ask_for_it() {
    let title = "write `closed on holidays ?`, and the code of the country or region, as `NL`, for `?`";
    for days in ["public holidays", "on bank holidays", "on all public holidays"] {
        let found = said(&format!("calendar desk \"Desk\" {{ open Mon 09:00..17:30; closed {days} }}"));
        assert_eq!(found[1], title, "{days}");
    }
}

#[test]
fn a_heading_with_prose_under_it_is_no_comment() {
    let under = |heading: &str, line: &str| {
        let findings = found(&format!("{BASE}{heading}\n\n{line}\n"));
        let [finding] = findings.as_slice() else { panic!("one finding, and not {findings:#?}") };
        (finding.related.len(), finding.help.clone().unwrap_or_default())
    };
    let prose = "We answer within 4 hours.";
    assert_eq!(
        under("# Response times", prose),
        (
            1,
            "a promise of time is a `commitment`, as `commitment first-response \"First response\" { … }`"
                .to_owned()
        )
    );
    assert_eq!(
        under("## Our house", prose),
        (1, "a heading with text under it is written `section our-house \"Our house\" { \"…\" }`".to_owned())
    );
    // These are comments: a sentence, a line that was taken out, and one before a keyword with a slip.
    assert_eq!(under("# This is still to be agreed.", prose).0, 0);
    assert_eq!(under("# plan gold \"Gold\" { }", prose).0, 0);
    assert_eq!(under("# Channels", "chanel chat \"Chat\" { address \"b@b.example\"; open office }").0, 0);
    assert_eq!(under("# Channels", "kontakt chat \"Chat\" { address \"b@b.example\"; open office }").0, 0);
}
