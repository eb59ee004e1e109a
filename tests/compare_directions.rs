//! Changes whose direction is easy to get wrong: worked out by hand, and said in one line each.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop where the tool may not")]

#[path = "support/compared.rs"]
mod compared;

use compared::{FIRST, HEAD, OFFICE, Policy, both_ways, compare, compare_with};

#[test]
fn hours_that_become_the_customers_own_are_a_change_for_those_elsewhere() {
    let old = Policy::new(&[OFFICE, FIRST]);
    let zone = OFFICE.replace("{ open", "{ timezone of customer; open");
    assert_eq!(
        both_ways(&old, &Policy::new(&[&zone, FIRST])),
        [
            "mixed hours-moved: E-mail: Mon..Fri 09:00..17:00 becomes Mon..Fri 09:00..17:00 on the clocks of the customer",
            "mixed hours-moved: Portal: Mon..Fri 09:00..17:00 becomes Mon..Fri 09:00..17:00 on the clocks of the customer",
            "mixed commitment-reclocked: First response: 4 business hours as before, but due earlier at times and later at others",
        ]
    );
    let holidays = OFFICE.replace("17:00 }", "17:00; closed on holidays of customer }");
    let new = Policy::new(&[&holidays, FIRST]);
    assert_eq!(
        both_ways(&old, &new),
        [
            "weaker hours-shorter: E-mail: Mon..Fri 09:00..17:00 becomes Mon..Fri 09:00..17:00, closed on their holidays",
            "weaker hours-shorter: Portal: Mon..Fri 09:00..17:00 becomes Mon..Fri 09:00..17:00, closed on their holidays",
            "weaker commitment-slower: First response: 4 business hours as before, but due later",
        ]
    );
    let note = compare(&old, &new).note;
    assert_eq!(
        note.as_deref(),
        Some("hours and deadlines were compared for customers without holidays of their own")
    );
    assert_eq!(compare(&old, &old).note, None);
}

#[test]
fn another_zone_is_said_with_the_hours_and_changes_no_contract_term() {
    let rest = [OFFICE, FIRST, "changes { notice 1 month via email; review every 12 months }\n"].concat();
    let old = HEAD.replace("grants GRANT", "runs 1 year, then renews, notice 1 month") + &rest;
    let new = old.replace("Europe/Amsterdam", "Europe/London");
    let found = both_ways(&Policy::of(&old), &Policy::of(&new));
    assert_eq!(
        found[..2],
        [
            "mixed hours-moved: E-mail: Mon..Fri 09:00..17:00 in Europe/Amsterdam becomes Mon..Fri 09:00..17:00 in Europe/London",
            "mixed hours-moved: Portal: Mon..Fri 09:00..17:00 in Europe/Amsterdam becomes Mon..Fri 09:00..17:00 in Europe/London",
        ]
    );
    assert_eq!(
        found[2..],
        [
            "mixed commitment-reclocked: First response: 4 business hours as before, but due earlier at times and later at others",
            "neutral header-changed: Support, timezone: Europe/Amsterdam becomes Europe/London",
        ]
    );
}

#[test]
fn a_channel_that_one_notice_loses_is_not_lost_by_the_others() {
    let with = |premium: &str, critical: &str, rest: &str| {
        let lines = format!(
            "changes {{\n  notice 30 days via {premium} when plan is premium\n  notice 30 days via {critical} when plan is basic \
             and severity is critical\n  notice 30 days via {rest} when plan is basic and severity is normal\n}}\n"
        );
        Policy::new(&[OFFICE, FIRST, &lines])
    };
    let old = with("email, portal", "email, portal", "email, portal");
    let found = both_ways(&old, &with("email", "email", "email, portal"));
    assert_eq!(
        found,
        [
            "weaker notice-channel-removed: changes, severity Critical; plan Premium: changes are announced by one channel less (portal)"
        ]
    );
}

#[test]
fn a_way_that_stays_in_some_cases_is_lost_in_the_others_only() {
    let process = |covers: &str| {
        let lines = format!(
            "kind question \"Question\"\nkind fault \"Fault\"\nkind wish \"Wish\"\nscope {{ covers a \"All of it\" when {covers} }}\n\
             process way \"Way\" {{\n  state new \"New\"\n  state work \"Work\"\n  state done \"Done\"\n  new becomes work when covered\n  \
             new becomes done when not covered\n  work becomes done\n}}\n"
        );
        Policy::new(&[OFFICE, FIRST, &lines])
    };
    let found = both_ways(&process("kind is one of question, fault"), &process("kind is fault"));
    assert_eq!(
        found,
        [
            "weaker coverage-removed: Coverage, kind Question: covered becomes not covered",
            "mixed transition-removed: Way, kind Question: a way from one state to another is gone (new becomes work)",
            "mixed transition-added: Way, kind Question: there is a new way from one state to another (new becomes done)",
        ]
    );
}

#[test]
fn credits_are_compared_for_every_share() {
    let credits = |rows: &str| {
        let lines = format!(
            "price fee \"Fee\" {{ EUR 100 per month }}\navailability cloud \"Cloud\" {{\n  at least 99.9% of each month\n  | below | credit |\n  |---|---|\n{rows}}}\n"
        );
        Policy::new(&[OFFICE, FIRST, &lines])
    };
    let old = credits("  | 99.9% | 10% of fee |\n  | 99% | 25% of fee |\n");
    assert_eq!(
        both_ways(&old, &credits("  | 99.8% | 10% of fee |\n  | 99% | 25% of fee |\n")),
        [
            "weaker credit-removed: Cloud, below 99.9%, down to 99.8%: what is given for a missed promise is gone (10% of fee)"
        ]
    );
    assert_eq!(
        both_ways(&old, &credits("  | 99.9% | 10% of fee |\n")),
        ["weaker credit-lowered: Cloud, below 99%: 25% of fee becomes 10% of fee"]
    );
    assert_eq!(
        both_ways(&old, &credits("  | 99.9% | 5% of fee |\n  | 99% | 30% of fee |\n")),
        [
            "weaker credit-lowered: Cloud, below 99.9%: 10% of fee becomes 5% of fee",
            "stronger credit-raised: Cloud, below 99%: 25% of fee becomes 30% of fee",
        ]
    );
}

#[test]
fn a_share_of_requests_over_a_longer_time_is_less() {
    let met = |words: &str| {
        let first = FIRST.replace("hours\n}", &format!("hours\n  met for {words}\n}}"));
        Policy::new(&[OFFICE, &first])
    };
    let from_to = |old: &str, new: &str| both_ways(&met(old), &met(new));
    assert_eq!(
        from_to("95% of requests each month", "90% of requests each quarter"),
        ["weaker met-lowered: First response, met for: 95% each month becomes 90% each quarter"]
    );
    assert_eq!(
        from_to("95% of requests each month", "95% of requests each year"),
        ["weaker met-lowered: First response, met for: 95% each month becomes 95% each year"]
    );
    assert_eq!(
        from_to("95% of requests each month", "99% of requests each quarter"),
        ["mixed met-changed: First response, met for: 95% each month becomes 99% each quarter"]
    );
}

#[test]
fn what_can_be_used_under_one_limit_is_held_against_the_other() {
    let grants = |words: &str| Policy::of(&(HEAD.replace("GRANT", words) + OFFICE + FIRST));
    let from_to = |old: &str, new: &str| both_ways(&grants(old), &grants(new));
    assert_eq!(from_to("1 hour of advice per month", "60 minutes of advice per month"), [""; 0]);
    assert_eq!(
        from_to("3 hours of advice per year", "1 hour of advice per quarter"),
        ["mixed entitlement-changed: Advice, plan Premium: 3 hours per year becomes 1 hour per quarter"]
    );
    assert_eq!(
        from_to("4 hours of advice per year", "1 hour of advice per quarter"),
        ["weaker entitlement-lowered: Advice, plan Premium: 4 hours per year becomes 1 hour per quarter"]
    );
    assert_eq!(
        from_to("up to 2 advice per month", "up to 20 advice per year"),
        ["mixed entitlement-changed: Advice, plan Premium: 2 per month becomes 20 per year"]
    );
}

#[test]
fn a_step_after_the_breach_comes_later_than_one_before_it() {
    let step = |moment: &str| {
        let lines =
            format!("escalation up \"Up\" {{\n  at 50% of first notify lead\n  {moment} notify boss\n}}\n");
        Policy::new(&[OFFICE, FIRST, &lines])
    };
    let from_to = |old: &str, new: &str| both_ways(&step(old), &step(new));
    assert_eq!(
        from_to("on breach of first", "1 hour after breach of first"),
        ["weaker step-later: Up, boss: on breach of first becomes 1 hour after breach of first"]
    );
    assert_eq!(
        from_to("at 75% of first", "1 hour after breach of first"),
        ["weaker step-later: Up, boss: at 75% of first becomes 1 hour after breach of first"]
    );
    assert_eq!(
        from_to("30 minutes before breach of first", "on breach of first"),
        ["weaker step-later: Up, boss: 30 minutes before breach of first becomes on breach of first"]
    );
    assert_eq!(
        from_to("at 75% of first", "30 minutes before breach of first"),
        ["mixed step-changed: Up, boss: at 75% of first becomes 30 minutes before breach of first"]
    );
}

#[test]
fn a_step_that_comes_again_is_stronger_the_sooner_and_the_more_often_it_comes() {
    let step = |moment: &str, most: &str| {
        let lines =
            format!("escalation up \"Up\" {{\n  {moment} after breach of first notify boss{most}\n}}\n");
        Policy::new(&[OFFICE, FIRST, &lines])
    };
    let from_to = |old: (&str, &str), new: (&str, &str)| {
        let found = both_ways(&step(old.0, old.1), &step(new.0, new.1));
        found.iter().map(|line| line.split(':').next().unwrap_or_default().to_owned()).collect::<Vec<_>>()
    };
    let (hourly, three) = ("every hour", ", at most 3 times");
    assert_eq!(from_to((hourly, ""), ("every 60 minutes", "")), [""; 0]);
    assert_eq!(from_to((hourly, ""), ("every 2 hours", "")), ["weaker step-later"]);
    assert_eq!(from_to((hourly, ""), (hourly, three)), ["weaker step-later"]);
    assert_eq!(from_to((hourly, three), ("1 hour", "")), ["weaker step-later"]);
    assert_eq!(from_to((hourly, three), ("2 hours", "")), ["weaker step-later"]);
    assert_eq!(from_to((hourly, three), ("30 minutes", "")), ["mixed step-changed"]);
    assert_eq!(from_to((hourly, three), ("every 2 hours", "")), ["mixed step-changed"]);
    let breach =
        Policy::new(&[OFFICE, FIRST, "escalation up \"Up\" {\n  on breach of first notify boss\n}\n"]);
    let found = both_ways(&breach, &step(hourly, ""));
    assert_eq!(
        found,
        ["mixed step-changed: Up, boss: on breach of first becomes every hour after breach of first"]
    );
}

#[test]
fn a_phase_without_an_end_is_longer_than_any_other() {
    let product = |full: &str, late: &str| {
        let lines = format!(
            "phase full \"Full\"\nphase late \"Late\"\nproduct server \"Server\" {{\n| release | full | late |\n|-|-|-|\n| 7 | {full} | {late} |\n}}\n"
        );
        Policy::new(&[OFFICE, FIRST, &lines])
    };
    let full = "2024-04-01..2026-03-31";
    assert_eq!(
        both_ways(&product(full, "from then on"), &product(full, "until 2090-03-31")),
        ["weaker phase-shortened: Server, 7 late: from then on becomes until 2090-03-31"]
    );
    let from = |day: &str| product(&format!("from {day} on"), "no");
    assert_eq!(
        both_ways(&from("2026-01-01"), &from("2027-01-01")),
        ["weaker phase-shortened: Server, 7 full: from 2026-01-01 on becomes from 2027-01-01 on"]
    );
}

#[test]
fn a_commitment_that_promises_nothing_is_no_loss() {
    let none = FIRST
        .replace("first \"First response\"", "fix \"Resolution\"")
        .replace("within 4 business hours", "none");
    assert_eq!(
        both_ways(&Policy::new(&[OFFICE, FIRST, &none]), &Policy::new(&[OFFICE, FIRST])),
        ["neutral commitment-restated: Resolution: none becomes not mentioned"]
    );
}

#[test]
fn shares_of_a_price_that_nobody_knows_are_compared_as_shares() {
    let price = |words: &str| {
        let lines = format!(
            "document form \"Order form\" {{ address \"https://support.example/form\" }}\nprice licence \"Licence\" {{ as agreed in form }}\nprice fee \"Fee\" {{ {words} }}\n"
        );
        Policy::new(&[OFFICE, FIRST, &lines])
    };
    let from_to = |old: &str, new: &str| both_ways(&price(old), &price(new));
    assert_eq!(
        from_to("20% of licence", "22% of licence"),
        ["weaker price-raised: Fee: 20% of licence becomes 22% of licence"]
    );
    assert_eq!(
        from_to("higher of 20% of licence and EUR 100", "higher of 22% of licence and EUR 100"),
        [
            "weaker price-raised: Fee: higher of 20% of licence and EUR 100 becomes higher of 22% of licence and EUR 100"
        ]
    );
    assert_eq!(
        from_to("higher of 20% of licence and EUR 100", "higher of 22% of licence and EUR 90"),
        [
            "mixed price-changed: Fee: higher of 20% of licence and EUR 100 becomes higher of 22% of licence and EUR 90"
        ]
    );
}

#[test]
fn a_change_that_only_we_can_read_does_not_hide_the_same_for_customers() {
    let figure = |internal: &str, public: &str| {
        let first = FIRST.replace(
            "within 4 business hours",
            &format!("internal within {internal} when plan is premium\n  within {public} when plan is basic"),
        );
        Policy::new(&[OFFICE, &first])
    };
    let found = compare(
        &figure("4 business hours", "4 business hours"),
        &figure("6 business hours", "6 business hours"),
    );
    let audiences: Vec<&str> = found.changes.iter().map(|change| change.audience.as_str()).collect();
    assert_eq!(audiences, ["internal", "public"]);
}

#[test]
fn receipts_that_show_a_change_come_at_full_hours_where_others_do_as_well() {
    let new = FIRST.replace("4 business", "8 business");
    let found = compare(&Policy::new(&[OFFICE, FIRST]), &Policy::new(&[OFFICE, &new]));
    let witness = found.changes[0].witness.as_ref().expect("a witness");
    assert_eq!(
        (witness.received.as_deref(), witness.before.as_deref(), witness.after.as_deref()),
        (
            Some("2027-10-29T10:00:00+02:00"),
            Some("2027-10-29T14:00:00+02:00"),
            Some("2027-11-01T10:00:00+01:00")
        )
    );
}

#[test]
fn what_only_some_days_of_receipt_are_promised_is_compared_on_those_days() {
    let until = |amount: u8, day: &str| {
        let first = FIRST.replace(
            "hours\n}",
            &format!("hours\n  except within {amount} business hours when received is before {day}\n}}"),
        );
        Policy::new(&[OFFICE, &first])
    };
    let old = until(2, "2027-04-01");
    let found = compare(&old, &until(3, "2027-04-01"));
    let [change] = found.changes.as_slice() else { panic!("one change: {:?}", found.changes) };
    assert_eq!(
        change.message,
        "First response, received before 2027-04-01: 2 business hours becomes 3 business hours"
    );
    let received =
        change.witness.as_ref().and_then(|witness| witness.received.as_deref()).unwrap_or_default();
    assert!(received < "2027-04-01", "{received}");
    // Days before the policy takes effect have their own receipts.
    let past = compare(&until(2, "2026-06-01"), &until(3, "2026-06-01"));
    assert_eq!(past.changes[0].direction, "weaker");
    let longer = compare(&old, &until(2, "2027-06-01"));
    let received = longer.changes[0]
        .witness
        .as_ref()
        .and_then(|witness| witness.received.as_deref())
        .unwrap_or_default();
    assert!(("2027-04-01".."2027-06-01").contains(&received), "{received}");
}

#[test]
fn who_has_no_channel_left_has_lost_one() {
    let only = HEAD
        .replace("; grants GRANT", "")
        .replace("channel portal \"Portal\" { address \"https://support.example\"; open office }\n", "");
    let closed = only.replace("open office }", "only when plan is premium; open office }");
    let rest = [OFFICE, FIRST].concat();
    let (old, new) = (Policy::of(&(only + &rest)), Policy::of(&(closed + &rest)));
    assert_eq!(
        both_ways(&old, &new),
        ["weaker channel-withdrawn: E-mail, plan Basic: a channel no longer exists for some requests"]
    );
}

#[test]
fn a_promise_that_is_softened_says_so_beside_its_figure() {
    let new = FIRST.replace("within 4", "usually within 3");
    assert_eq!(
        both_ways(&Policy::new(&[OFFICE, FIRST]), &Policy::new(&[OFFICE, &new])),
        [
            "weaker commitment-softened: First response: 4 business hours becomes usually 3 business hours, which is meant less firmly",
            "stronger commitment-faster: First response: 4 business hours becomes usually 3 business hours",
        ]
    );
}

#[test]
fn values_that_come_and_go_are_named_once() {
    let old = HEAD.replace("; grants GRANT", "") + OFFICE + FIRST;
    let new = old
        .replace("severity critical \"Critical\"", "severity urgent \"Urgent\"")
        .replace("  effective      2026-12-01\n", "");
    assert_eq!(
        both_ways(&Policy::of(&old), &Policy::of(&new)),
        [
            "weaker value-removed: severity: requests that the policy spoke of are not in it any more (critical)",
            "stronger value-added: severity: the policy speaks of requests that were not in it (urgent)",
            "neutral header-changed: Support, effective: no longer 2026-12-01",
        ]
    );
}

#[test]
fn what_we_will_not_do_any_more_is_the_opposite_of_what_we_did() {
    let conduct = |words: &str| {
        Policy::new(&[OFFICE, FIRST, &format!("section conduct \"Conduct\" {{\n  {words} as call\n}}\n")])
    };
    assert_eq!(
        both_ways(&conduct("we will \"call you back\""), &conduct("we will not \"call you back\"")),
        [
            "weaker duty-removed: call you back: something that we said we do is gone (we will call you back)",
            "stronger duty-added: call you back: we say of something new that we do it (we will not call you back)",
        ]
    );
    assert_eq!(
        both_ways(&conduct("we will \"call you back\""), &conduct("usually we will \"call you back\"")),
        ["weaker duty-softened: call you back: we will call you back becomes usually we will call you back"]
    );
}

#[test]
fn what_no_case_is_both_is_said_before_and_after() {
    let kinds = "fact type \"Type\" { wish \"Wish\" { only when severity is normal }; bug \"Bug\" { only when severity is normal } }\n";
    let policy = |both: &str| {
        Policy::new(&[OFFICE, FIRST, kinds, &format!("ensure \"None\" {{ no case is both {both} }}\n")])
    };
    let old = policy("severity is critical and type is wish");
    assert_eq!(
        both_ways(&old, &policy("severity is critical and type is bug")),
        [
            "neutral ensure-changed: None: no case is both severity Critical, type Wish becomes no case is both severity Critical, type Bug"
        ]
    );
    assert_eq!(
        both_ways(&old, &policy("severity is critical and type is wish when plan is basic")),
        [
            "neutral ensure-weakened: None: no case is both severity Critical, type Wish becomes no case is both severity Critical, plan Basic, type Wish"
        ]
    );
    assert_eq!(both_ways(&old, &policy("type is wish and severity is critical")), [""; 0]);
}

#[test]
fn tests_are_found_again_by_their_titles_in_any_order() {
    let one = "test \"One\" { given plan is basic; expect covered }\n";
    let other = "test \"Other\" { given plan is premium; expect covered }\n";
    let edited = other.replace("premium", "basic");
    let old = Policy::new(&[OFFICE, FIRST, one, other]);
    assert_eq!(both_ways(&old, &Policy::new(&[OFFICE, FIRST, other, one])), [""; 0]);
    let report = compare(&old, &Policy::new(&[OFFICE, FIRST, &edited, one]));
    let found: Vec<_> = report.changes.iter().map(|change| change.id).collect();
    assert_eq!(found, ["test-changed"]);
}

#[test]
fn tests_are_compared_for_those_who_ask_for_them_and_examples_for_all() {
    let shown = |keyword: &str| format!("{keyword} \"One\" {{ given plan is basic; expect covered }}\n");
    let old = Policy::new(&[OFFICE, FIRST, &shown("test"), &shown("example")]);
    let new = Policy::new(&[OFFICE, FIRST]);
    let found = |tests: bool| -> Vec<&str> {
        compare_with(&old, &new, tests).changes.iter().map(|change| change.id).collect()
    };
    assert_eq!(found(true), ["example-removed", "test-removed"]);
    assert_eq!(found(false), ["example-removed"]);
}

#[test]
fn a_line_says_of_what_its_values_are() {
    let with = |claim: &str, review: &str, credit: &str| {
        let first = FIRST.replace(
            "hours\n}",
            &format!(
                "hours\n  credit {credit} of fee after 3 breaches each month\n  claimed within {claim}\n}}"
            ),
        );
        let rest = format!(
            "price fee \"Fee\" {{ EUR 100 per month }}\nchanges {{ notice 30 days; review every {review} }}\n"
        );
        Policy::new(&[OFFICE, &first, &rest])
    };
    assert_eq!(
        both_ways(&with("30 days", "6 months", "10%"), &with("20 days", "12 months", "5%")),
        [
            "weaker credit-lowered: First response, credit: 10% of fee after 3 breaches each month becomes 5% of fee after 3 breaches each month",
            "weaker claim-shortened: First response, claimed within: 30 days becomes 20 days",
            "weaker review-rarer: changes, review every: 6 months becomes 12 months",
        ]
    );
}
