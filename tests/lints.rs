//! Where findings of meaning and time begin and end: pairs of small policies of which one has the finding and the other, which
//! differs in a word, has not.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop where the tool may not")]

#[path = "lints/deadlines.rs"]
mod deadlines;
#[path = "lints/lines.rs"]
mod lines;
#[path = "lints/phases.rs"]
mod phases;
#[path = "lints/states.rs"]
mod states;

use avouch::analysis::{self, Memory};
use avouch::config::Settings;
use avouch::diagnostic::{Diagnostic, Profile};
use avouch::time::Date;

const HEAD: &str = "policy northwind \"Northwind Support\" { timezone Europe/Amsterdam; business hours office }\n\
    calendar office \"Office hours\" { open Mon..Fri 09:00..17:00; closed on holidays NL }\n";
const PLANS: &str = "plan basic \"Basic\"\nplan premium \"Premium\" { extends basic }\n";
const GRAVE: &str = "severity critical \"Critical\"\nseverity normal \"Normal\"\n";

/// One kind of finding in a policy.
fn findings(name: &str, text: &str) -> Vec<Diagnostic> {
    findings_of(name, text, &Settings::default())
}

/// The same with these settings.
fn findings_of(name: &str, text: &str, settings: &Settings) -> Vec<Diagnostic> {
    let mut files = Memory::default().on(Date::new(2026, 11, 22));
    files.insert("support.policy", format!("{HEAD}{text}"));
    let analysis = analysis::analyse("support.policy", &files, settings);
    let of = |finding: &&Diagnostic| finding.code.name == name;
    analysis.findings.iter().filter(of).cloned().collect()
}

/// Its messages.
fn messages(name: &str, text: &str) -> Vec<String> {
    findings(name, text).into_iter().map(|finding| finding.message).collect()
}

fn has(name: &str, text: &str) -> bool {
    !messages(name, text).is_empty()
}

fn answer(rules: &str) -> String {
    format!("commitment answer \"Answer\" {{\n  from received\n  until responded\n{rules}\n}}\n")
}

fn by_plan(basic: &str, premium: &str) -> String {
    let table = format!("  | severity | basic | premium |\n  |---|---|---|\n  | any | {basic} | {premium} |");
    format!("{PLANS}{GRAVE}{}", answer(&table))
}

fn by_severity(critical: &str, normal: &str) -> String {
    let table =
        format!("  | severity | answer |\n  |---|---|\n  | critical | {critical} |\n  | normal | {normal} |");
    format!("{GRAVE}{}", answer(&table))
}

#[test]
fn a_promise_by_the_clock_needs_somebody_at_that_hour() {
    let with = |channel: &str, promise: &str| {
        let text = format!("channel email \"E-mail\" {{ address \"a@northwind.example\"; {channel} }}\n");
        messages("unattended-hours", &format!("{text}{}", answer(&format!("  within {promise}"))))
    };
    assert_eq!(
        with("open office", "4 hours"),
        ["no channel is open for 4 hours from Sunday 2026-11-29 03:00 on"]
    );
    assert!(with("open always", "4 hours").is_empty());
    assert!(with("open office", "4 business hours").is_empty());
    assert!(with("open office", "30 days").is_empty());
    assert!(with("means \"Any time.\"", "4 hours").is_empty());
    let second = "open office }\nchannel phone \"Telephone\" { address \"+31 20 555 0100\"; open always";
    assert!(with(second, "4 hours").is_empty());
    let forum = "open office }\nchannel forum \"Forum\" { address \"https://northwind.example\"; open always; self-service";
    assert!(!with(forum, "4 hours").is_empty());
}

#[test]
fn a_channel_that_only_some_cases_have_does_not_help_the_others() {
    let text = |phone: &str| {
        format!(
            "{GRAVE}channel email \"E-mail\" {{ address \"a@northwind.example\"; open office }}\n\
             channel phone \"Telephone\" {{ address \"+31 20 555 0100\"; open always{phone} }}\n{}",
            answer("  within 4 hours")
        )
    };
    assert!(!has("unattended-hours", &text("")));
    assert!(has("unattended-hours", &text(" when severity is critical")));
}

#[test]
fn rates_for_all_hours_together_leave_nothing_out() {
    let offer =
        |rates: &str| format!("role us-two \"We\"\noffer help \"Help\" {{ {rates}; proposal first }}\n");
    let gap = |rates| messages("hours-without-rate", &offer(rates));
    assert!(gap("rate EUR 100 per hour during office; rate EUR 150 per hour outside office").is_empty());
    assert!(gap("rate EUR 100 per hour; rate EUR 150 per hour during office").is_empty());
    assert_eq!(
        gap("rate EUR 100 per hour during office"),
        ["`help` has no price on Monday 2026-11-23 00:00"]
    );
}

#[test]
fn two_rates_for_hours_of_their_own_do_not_count_at_once() {
    let weekend = "calendar weekend \"Weekend\" { open Sat..Sun 00:00..24:00; open on holidays }\n";
    let offer = |rates: &str| {
        format!("{weekend}{GRAVE}offer help \"Help\" {{ rate EUR 100 per hour; {rates}; proposal first }}\n")
    };
    let both = |rates| messages("overlapping-rates", &offer(rates));
    assert_eq!(
        both("rate 1.5 times outside office; rate 2 times during weekend"),
        ["two rates of `help` count on Saturday 2026-11-28 00:00"]
    );
    assert!(both("rate 2 times during weekend; rate 3 times during office").is_empty());
    assert!(both("rate 2 times outside office; rate 2 times during weekend").is_empty());
    let apart = "rate 1.5 times outside office when severity is normal; rate 2 times during weekend when severity is critical";
    assert!(both(apart).is_empty());
}

#[test]
fn a_figure_here_and_another_in_a_contract_are_two_promises() {
    let with = |promise: &str| {
        let order = "document order \"Order form\" { address \"https://northwind.example/order\" }\n";
        let other = format!("commitment reply \"Reply\" {{ from received; until responded; {promise} }}\n");
        has("promised-twice", &format!("{order}{}{other}", answer("  within 4 hours")))
    };
    assert!(with("as agreed in order"));
    assert!(with("within 8 hours"));
    assert!(!with("none"));
    assert!(!with("usually within 2 hours"));
}

/// Of many that promise the same the first is told, however many stand between; each for its own cases.
#[test]
fn what_contradicts_one_of_many_promises_is_told_beside_the_first() {
    let same: String = (0..100)
        .map(|at| {
            format!("commitment c{at} \"C{at}\" {{ from received; until responded; within 4 hours }}\n")
        })
        .collect();
    let reply = |more: &str| {
        format!("commitment reply \"Reply\" {{ from received; until responded; within 8 hours{more} }}\n")
    };
    let told = |text: &str| messages("promised-twice", text);
    let said =
        "from `received` until `responded` both 4 hours and 8 hours are promised, by `c0` and by `reply`";
    assert_eq!(told(&format!("{same}{}", reply(""))), [said]);
    assert_eq!(told(&format!("{GRAVE}{same}{}", reply(" when severity is critical"))), [said]);
    assert!(told(&same).is_empty());
    let parted = same.replace("4 hours", "4 hours when severity is normal");
    assert!(told(&format!("{GRAVE}{parted}{}", reply(" when severity is critical"))).is_empty());
}

#[test]
fn sections_and_promises_for_everybody_have_titles_of_their_own() {
    let twice = |second: &str| {
        has(
            "shared-title",
            &format!("section one \"Plans\" {{ \"One.\" }}\n{second}section two \"Plans\" {{ \"Two.\" }}\n"),
        )
    };
    assert!(twice(""));
    assert!(!twice("internal "));
}

#[test]
fn a_line_of_a_calendar_has_an_effect_if_it_opens_or_closes_a_minute() {
    let with = |line: &str| {
        let calendar =
            format!("calendar desk \"Desk\" {{ open Mon..Fri 09:00..17:00; {line}; open on holidays }}\n");
        has("hours-without-effect", &calendar)
    };
    assert!(with("open Mon 10:00..12:00"));
    assert!(!with("open Mon 10:00..17:30"));
    assert!(!with("open Sat 10:00..12:00"));
    // 26 December 2026 is a Saturday.
    assert!(with("closed 2026-12-26 13:00..24:00"));
    assert!(!with("closed 2026-12-24 13:00..24:00"));
    assert!(with("closed 2026-12-24 17:00..24:00"));
}

#[test]
fn updates_come_before_the_deadline_that_they_lead_up_to() {
    let two = |every: &str, within: &str| {
        let text = format!(
            "commitment update \"Update\" {{ from responded; until resolved; every {every} }}\n\
             commitment repair \"Repair\" {{ from received; until resolved; within {within} }}\n"
        );
        has("cadence-beyond-deadline", &text)
    };
    assert!(two("2 days", "1 day"));
    assert!(two("8 business hours", "4 hours"));
    assert!(!two("1 business day", "8 hours"));
    assert!(!two("1 day", "1 day"));
}

#[test]
fn less_of_something_is_less_only_if_it_is_counted_alike() {
    let less = |basic: &str, premium: &str| {
        let text = format!(
            "entitlement visits \"Visits\"\nplan basic \"Basic\" {{ grants {basic} }}\n\
             plan premium \"Premium\" {{ extends basic; grants {premium} }}\n"
        );
        has("less-on-higher-plan", &text)
    };
    assert!(less("4 visits per year", "3 visits per year"));
    assert!(less("unlimited visits", "3 visits per year"));
    assert!(!less("4 visits per year", "3 visits per quarter"));
    assert!(!less("3 visits per year", "unlimited visits"));
}

#[test]
fn a_gap_of_one_day_is_a_gap_and_the_next_day_is_none() {
    let phases = |full: &str, limited: &str| {
        let text = format!(
            "phase full \"Full\"\nphase limited \"Limited\"\nproduct server \"Server\" {{\n  | release | full | limited |\n  |---|---|---|\n  | \"7\" | {full} | {limited} |\n}}\n"
        );
        ["gap-between-phases", "overlapping-phases", "reversed-phases"].map(|name| has(name, &text))
    };
    assert_eq!(phases("2026-01-01..2026-12-31", "2027-01-01..2027-12-31"), [false, false, false]);
    assert_eq!(phases("2026-01-01..2026-12-31", "2027-01-02..2027-12-31"), [true, false, false]);
    assert_eq!(phases("2026-01-01..2026-12-31", "2026-12-31..2027-12-31"), [false, true, false]);
    assert_eq!(phases("2026-01-01..2026-12-31", "until 2026-06-30"), [false, false, true]);
}

#[test]
fn days_of_two_kinds_are_asked_about_where_the_grave_ones_are_the_short_ones() {
    assert!(has("mixed-clocks", &by_severity("2 business days", "5 days")));
    assert!(!has("mixed-clocks", &by_severity("1 day", "3 business days")));
    assert!(!has("mixed-clocks", &by_severity("2 business days", "5 business days")));
}

#[test]
fn a_line_that_excludes_every_request_is_found_once_however_much_is_covered() {
    let found = |excludes: &str| {
        messages(
            "covered-and-excluded",
            &format!(
                "kind fault \"Fault\"\nkind training \"Training\"\nscope {{\n  covers faults \"Faults\" when kind is fault\n  \
                 covers all \"Whatever else\"\n  {excludes}\n}}\n"
            ),
        )
    };
    assert_eq!(found("excludes training \"Training\""), ["this line excludes every request"]);
    assert_eq!(found("excludes training \"Training\" when kind is training"), [""; 0]);
    assert_eq!(
        found("excludes faults-too \"Faults\" when kind is fault"),
        ["all that this line covers is excluded again"]
    );
}

#[test]
fn a_scope_that_only_excludes_and_never_says_when_is_told_line_by_line() {
    let text = "commitment answer \"Answer\" { from received; until responded; within 2 days }\n\
        scope {\n  excludes training \"Training\"\n  excludes hardware \"Hardware\"\n}\n";
    assert_eq!(messages("covered-and-excluded", text), ["this line excludes every request"; 2]);
    assert!(!has("rule-for-excluded-cases", text), "what is one mistake was told twice");
}

#[test]
fn hours_of_work_can_end_after_the_same_business_day() {
    let two = |answer: &str, repair: &str| {
        let text = format!(
            "commitment answer \"Answer\" {{ from received; until responded; within {answer} }}\n\
             commitment repair \"Repair\" {{ from received; until resolved; {repair} }}\n"
        );
        has("crossing-deadlines", &text)
    };
    assert!(two("2 business hours", "by same business day"));
    assert!(two("1 business hour", "by same business day"));
    assert!(!two("2 business hours", "by next business day"));
}

#[test]
fn what_is_done_every_year_may_speak_of_the_next() {
    let strict = |line: &str| {
        let mut files = Memory::default().on(Date::new(2026, 11, 22));
        files.insert("support.policy", format!("{HEAD}section dates \"Dates\" {{ {line} }}\n"));
        let settings = Settings { asked: Some(Profile::Strict), ..Settings::default() };
        let findings = analysis::analyse("support.policy", &files, &settings).findings;
        findings.iter().any(|finding| finding.code.name == "dated-wording")
    };
    assert!(!strict("we will \"tell you on which days we are closed next year\" every year"));
    assert!(!strict("we will \"tell you on which days we are closed next year\" by Dec 1"));
    assert!(strict("we will \"open an office in your town next year\""));
    assert!(strict("we will \"open an office in your town next year\" by 2027-03-01"));
    assert!(strict("we will \"send what we currently have\" every year"));
}

#[test]
fn what_is_not_known_yet_is_never_the_same_as_something_else() {
    let same = |rules: &str| {
        let text = format!("{GRAVE}{}", answer(rules));
        has("exception-without-effect", &text) || has("adds-nothing", &text)
    };
    assert!(same("within 4 hours; except within 4 hours when severity is critical"));
    assert!(!same("within ? hours; except within ? days when severity is critical"));
    assert!(same("within 4 hours; within 4 hours when severity is critical"));
    assert!(!same("within ? hours; within ? hours when severity is critical"));
    let fee = |first: &str, second: &str| {
        let lines = format!("{first}; except {second} when severity is critical");
        has("exception-without-effect", &format!("{GRAVE}price fee \"Fee\" {{ {lines} }}\n"))
    };
    assert!(fee("EUR 4 per month", "EUR 4 per month"));
    assert!(!fee("EUR ? per month", "EUR ? per year"));
}

#[test]
fn of_a_rhythm_and_a_deadline_the_rarer_one_is_found() {
    let found = |critical: &str, normal: &str, more: &str| {
        let table = format!(
            "  | severity | answer |\n  |---|---|\n  | critical | {critical} |\n  | normal | {normal} |\n{more}"
        );
        messages("rhythm-beside-deadline", &format!("{PLANS}{GRAVE}{}", answer(&table)))
    };
    let rhythm = "`answer` is a rhythm here, `every 2 hours`, and a deadline elsewhere, ";
    let deadline = "`answer` is a deadline here, `1 business day`, and a rhythm elsewhere, `every 2 hours`";
    assert_eq!(found("every 2 hours", "every business day", ""), Vec::<String>::new());
    assert_eq!(found("every 2 hours", "none", ""), Vec::<String>::new());
    assert_eq!(found("every 2 hours", "1 business day", ""), [deadline]);
    assert_eq!(found("1 business day", "every 2 hours", ""), [format!("{rhythm}`1 business day`")]);
    let except = "  except by next business day when plan is basic and severity is normal";
    assert_eq!(found("every 2 hours", "4 hours", except), [format!("{rhythm}`4 hours`")]);
    assert_eq!(found("4 hours", "every 2 hours", except), [format!("{rhythm}`4 hours`")]);
    let internal = "  except every 2 hours when plan is basic and severity is normal";
    assert_eq!(found("every 2 hours", "1 business day", internal), [deadline]);
}

#[test]
fn an_entitlement_is_for_nobody_where_nothing_may_grant_it() {
    let nobody =
        |more: &str| has("entitlement-for-nobody", &format!("entitlement visits \"Visits\"\n{more}"));
    assert!(nobody("") && nobody(PLANS));
    assert!(nobody(&format!(
        "{PLANS}entitlement portal \"Portal\"\nplan works \"Works\" {{ grants portal }}\n"
    )));
    let table = |cells: &str| {
        format!(
            "{PLANS}table has \"Has\" {{\n  | entitlement by plan | basic | premium |\n  |---|---|---|\n  | visits | {cells} |\n}}\n"
        )
    };
    for said in [
        "plan works \"Works\" { grants up to 2 visits per year }\n",
        "severity grave \"Grave\"\nplan works \"Works\" { grants visits when severity is grave }\n",
        "plan works \"Works\" { grants ? visits }\n",
        "plan works \"Works\" { grants visits when ? }\n",
        "plan works \"Works\" { grants ? }\n",
        &table("no | yes"),
        &table("no | ?"),
        &table("no | no"),
        "price visit \"A visit\" { EUR 150 per visits }\n",
        "price travel \"Travel\" { included in visits }\n",
        "offer visiting \"Visiting\" { rate EUR 150 per visits }\n",
    ] {
        assert!(!nobody(said), "{said}");
    }
}

#[test]
fn hours_of_a_calendar_that_lost_a_line_or_is_not_filled_in_are_not_judged() {
    let policy = |line: &str| {
        format!(
            "{PLANS}calendar long \"Long\" {{ {line}; open on holidays }}\n\
             channel phone \"Telephone\" {{\n  address \"+31 20 555 0100\"\n  open office when plan is basic\n  \
             open long when plan is premium\n}}\n"
        )
    };
    assert!(has("shorter-on-higher-plan", &policy("open Mon 09:00..10:00")));
    assert!(!has("shorter-on-higher-plan", &policy("opn Mon..Fri 00:00..24:00; open Mon 09:00..10:00")));
    assert!(!has("shorter-on-higher-plan", &policy("opn Mon..Fri 00:00..24:00")));
    assert!(!has("shorter-on-higher-plan", &policy("open Mon..Fri ?")));
    let due = |line: &str| {
        let promise = answer("  by next business day 18:00");
        let office =
            "calendar office \"Office hours\" { open Mon..Fri 09:00..17:00; closed on holidays NL }\n";
        let own = format!("calendar office \"Office hours\" {{ {line}; closed on holidays NL }}\n");
        let head = HEAD.replace(office, &own);
        assert!(head.contains(line));
        let mut files = Memory::default().on(Date::new(2026, 11, 22));
        files.insert("support.policy", format!("{head}{promise}"));
        let findings = analysis::analyse("support.policy", &files, &Settings::default()).findings;
        findings.iter().any(|finding| finding.code.name == "due-while-closed")
    };
    assert!(due("open Mon..Fri 09:00..17:00"));
    assert!(!due("open Mon..Fri 09:00..17:00; opn Mon..Fri 17:00..19:00"));
}

#[test]
fn a_plan_is_held_against_the_next_ones_below_it() {
    let plans = |steps: usize| {
        let plan = |at: usize| format!("plan p{at} \"Plan {at}\" {{ extends p{} }}\n", at - 1);
        let above: String = (1..=steps).map(plan).collect();
        let rules = format!("  within 2 hours when plan is p{steps}\n  within 1 hour when plan is p0");
        format!("plan p0 \"Plan 0\"\n{above}{}", answer(&rules))
    };
    assert!(has("slower-on-higher-plan", &plans(1)));
    assert!(has("slower-on-higher-plan", &plans(32)));
    assert!(!has("slower-on-higher-plan", &plans(33)), "of very many plans those far below are left out");
}

#[test]
fn calendars_that_are_made_of_each_other_in_many_ways_have_an_answer() {
    const WIDE: usize = 10;
    let layers = |first: &str| -> String {
        let all = |layer: usize| (0..WIDE).map(|at| format!("c{layer}x{at}")).collect::<Vec<_>>().join(", ");
        let line =
            |layer: usize| if layer == 0 { first.to_owned() } else { format!("open {}", all(layer - 1)) };
        let one = |(layer, at)| format!("calendar c{layer}x{at} \"C {layer} {at}\" {{ {} }}\n", line(layer));
        (0..12).flat_map(|layer| (0..WIDE).map(move |at| (layer, at))).map(one).collect()
    };
    let policy = |first: &str| format!("{}{}", layers(first), by_severity("2 c11x1 hours", "3 c11x2 hours"));
    // There are ten to the eleventh ways down.
    assert!(!has("calendar-never-opens", &policy("open Mon..Fri 09:00..17:00 in Jan 1..Jun 30")));
    assert!(!has("calendar-never-opens", &policy("open Mon..Fri 09:00..17:00")));
    let never = messages("calendar-never-opens", &policy("closed Mon..Fri"));
    assert_eq!(never.len(), WIDE, "{never:?}");
}

#[test]
fn exceptions_that_lie_within_each_other_are_looked_at_where_they_decide() {
    let severities: String = (0..400).map(|at| format!("severity s{at} \"Severity {at}\"\n")).collect();
    let line = |at: usize| {
        let days = if at == 7 { 900 } else { at + 2 };
        format!("  except within {days} days when severity is at least s{at}\n")
    };
    let rules: String = (0..400).rev().map(line).collect();
    let told = messages(
        "slower-on-graver-severity",
        &format!("{severities}{}", answer(&format!("  within 800 days\n{rules}"))),
    );
    assert!(told.iter().all(|message| message.starts_with("900 days for `s7` is slower than")), "{told:?}");
    assert!(told[0].ends_with("10 days for `s8`"), "{told:?}");
}

#[test]
fn a_line_covers_every_request_only_beside_others_that_cover_something() {
    let found = |kinds: &str, lines: &str| {
        let lines = format!("{kinds}scope {{\n{lines}}}\n");
        findings("covers-everything", &lines)
            .into_iter()
            .map(|finding| finding.help.unwrap())
            .collect::<Vec<_>>()
    };
    let kinds = "kind fault \"Fault\"\nkind question \"Question\"\n";
    let one = |lines: &str| {
        let [help] = &found(kinds, lines)[..] else { panic!("one finding for {lines}") };
        help.split(';').next().unwrap().to_owned()
    };
    let other = "  covers faults \"Faults\" when kind is fault\n";
    assert_eq!(
        one(&format!("  covers question \"Questions\"\n{other}")),
        "give it a condition, as `when kind is question`"
    );
    assert_eq!(
        one(&format!("{other}  covers rest \"The rest\"\n")),
        "give it a condition, as `when kind is …`"
    );
    assert_eq!(
        one(&format!("  covers\n{other}")),
        "leave the other lines out, or give this one a condition, as `when kind is …`"
    );
    let plain = "  covers faults \"Faults\"\n  covers questions \"Questions\"\n";
    one(plain);
    assert!(found("", plain)[0].starts_with("declare what it is about, as `kind faults \"…\"`"));
    for said in [
        "  covers\n",
        "  covers faults \"Faults\"\n",
        "  covers faults \"Faults\"\n  excludes questions \"Questions\" when kind is question\n",
        "  covers faults \"Faults\" when ?\n  covers questions \"Questions\" when kind is question\n",
        "  covers faults \"Faults\" when kind is fault\n  covers questions \"Questions\" when kind is question\n",
    ] {
        assert!(found(kinds, said).is_empty(), "{said}");
    }
}
