//! Scope, plans, prices, maintenance, availability, changes, catalogues.

use super::{check, check_dutch};

#[test]
fn plans_inherit_and_limits_and_conditions_stand_in_their_cells() {
    let policy = r#"
phase full "Full support" nl: "Volledige ondersteuning"
phase ended "Ended" nl: "Beëindigd"
entitlement requests "Requests" nl: "Verzoeken"
entitlement fixes "Hot fixes" nl: "Fixes" { means "A repair." nl: "Een herstel." }
entitlement advice "Advice" nl: "Advies"
plan basic "Basic" in all languages { grants up to 10 requests per year; price EUR 0 per year }
plan premium "Premium" in all languages {
  extends basic
  grants unlimited requests
  grants fixes when phase is full
  grants 2 hours of advice per quarter, unused lapse
  runs 1 year, then renews, notice 1 month
}
"#;
    check(
        policy,
        &[
            "Premium: Includes everything in Basic.",
            "table: What each plan includes",
            "| Included | Basic | Premium |",
            "| Requests | Up to 10 per year | Unlimited |",
            "| Hot fixes (A repair.) | No | Yes (in full support) |",
            "| Advice | No | 2 hours per quarter (unused hours lapse) |",
            "| Price | Free of charge | Not stated |",
            "| Term | Not stated | 1 year, renewed unless cancelled at least 1 month before the end |",
        ],
    );
    check_dutch(policy, &["| Advies | Nee | 2 uur per kwartaal (ongebruikte uren vervallen) |"]);
}

#[test]
fn one_plan_is_a_list() {
    check(
        r#"
entitlement updates "Updates" { means "New versions." }
entitlement calls "Calls"
plan only-one "The contract" { grants updates; grants up to 3 calls per year; price EUR 500 per year }
"#,
        &[
            "The contract: EUR 500 per year.",
            "The contract includes:",
            "- Updates. New versions.",
            "- Calls: up to 3 per year.",
        ],
    );
}

#[test]
fn each_of_several_quotas_is_said_with_its_own_cases() {
    check(
        r#"
entitlement contacts "Contacts"
fact estate "Estate" { servers "Servers"; appliances "Devices" }
plan basic "Basic"
plan premium "Premium" {
  extends basic
  grants 5 contacts when estate is servers
  grants 3 contacts when estate is appliances
}
"#,
        &["| Contacts | No | 5 if Estate is Servers; 3 if Estate is Devices |"],
    );
}

#[test]
fn a_condition_is_said_where_the_words_beside_it_leave_it_open() {
    let policy = r#"
kind fault "Fault" nl: "Probleem"
kind wish "Wish" nl: "Wens" { means "Something that our software cannot do yet." }
kind visit "Visit" nl: "Bezoek"
product others "Things of others" nl: "Dingen van anderen"
product own "Our software" nl: "Onze software"
scope {
  covers faults "Faults" nl: "Problemen" when kind is fault and product is not others
  covers help "Help" nl: "Hulp" when kind is visit and product is not others
  excludes others "Things of others" nl: "Dingen van anderen" when product is others
  excludes future "What our software cannot do yet" nl: "Wensen" when kind is wish
}
price hour "An hour of a visit" nl: "Een uur bezoek" { only when kind is visit; EUR 100 }
"#;
    check(
        policy,
        &[
            "- Faults.",
            "- Help. This holds if the kind of request is visit.",
            "We do not cover:",
            "- Things of others.",
            "- What our software cannot do yet.",
            "Products named in this policy: Things of others and our software.",
            "An hour of a visit: EUR 100.",
        ],
    );
    check_dutch(
        policy,
        &[
            "- Problemen.",
            "- Hulp. Dit geldt als het soort verzoek bezoek is.",
            "Dit valt er niet onder:",
            "- Dingen van anderen.",
            "- Wensen.",
        ],
    );
}

#[test]
fn amounts_that_follow_from_figures_are_worked_out() {
    check(
        r#"
price contract "Contract" {
  | term    | price                         |
  |---------|-------------------------------|
  | 1 year  | EUR 1_000                     |
  | 2 years | average of 1 year and 3 years |
  | 3 years | EUR 2_700                     |
}
price fee "Fee" { as agreed in form }
price care "Care" { higher of 20% of fee and EUR 100 per year }
document form "Order form" { address "https://p.example/form" }
role helper "Helper"
offer advice "Advice" {
  rate EUR 150 per hour, in steps of 15 minutes, at least 1 hour
  rate 1.5 times outside office
  by helper
  proposal first
  invoiced monthly
}
"#,
        &[
            "table: Contract, by term",
            "| Term | Price |",
            "| 1 year | EUR 1,000 |",
            "| 2 years | EUR 1,850 (the average of the price for 1 year and the price for 3 years) |",
            "Fee: As agreed in the order form.",
            "Care: The higher of 20% of the fee and EUR 100 per year.",
            "### Advice",
            "This is done by the helper. You get a proposal first. You get an invoice every month.",
            "- EUR 150 per hour, at least 1 hour, in steps of 15 minutes.",
            "- EUR 225 per hour outside office hours.",
        ],
    );
}

#[test]
fn what_is_counted_has_its_title() {
    check(
        "entitlement technical-contacts \"Technical contacts\"\nprice premier \"Premier\" { EUR 35_000 per 3 technical-contacts }\n",
        &["Premier: EUR 35,000 for each 3 technical contacts."],
    );
}

#[test]
fn outages_are_worked_out_and_maintenance_is_announced() {
    check(
        r#"
channel email "E-mail" { address "a@p.example"; open office }
price monthly-fee "Monthly fee" { EUR 100 }
maintenance weekly "Maintenance" { on Sun 02:00..04:00; notice 5 days via email }
availability cloud "The Cloud" {
  at least 99.9% of each month, outside weekly
  | below | credit             |
  |-------|--------------------|
  | 99.9% | 10% of monthly-fee |
  | 99%   | 25% of monthly-fee |
  claimed within 30 days
}
"#,
        &[
            "It takes place at this time: Sunday, 02:00 to 04:00, local time in Amsterdam. We announce the maintenance at least 5 days ahead, via e-mail.",
            "Available for at least 99.9% of each month. Maintenance does not count against it.",
            "| Available in the month | Out of service, in 30 days | Credit |",
            "| 99.9% or more | up to 43 minutes and 12 seconds | None |",
            "| 99% to below 99.9% | up to 7 hours and 12 minutes | 10% of the monthly fee |",
            "| Below 99% | longer than 7 hours and 12 minutes | 25% of the monthly fee |",
            "Claim a credit within 30 days.",
        ],
    );
}

#[test]
fn what_is_not_covered_says_what_can_be_done_instead() {
    let policy = r#"
kind fault "Fault" nl: "Fout"
kind how-to "Set-up" nl: "Inrichting"
scope {
  covers faults "Faults in our software" nl: "Fouten in onze software" when kind is fault
  excludes set-up "How do I set it up?" nl: "Hoe richt ik het in?" when kind is how-to { instead course }
  excludes foreign "Other software" nl: "Andere software" when kind is foreign { instead maker; instead guide when severity is normal }
}
severity critical "Critical" nl: "Kritiek"
severity normal "Normal" nl: "Normaal"
kind foreign "Other" nl: "Ander"
party maker "Its maker" nl: "De maker" { third party }
document guide "The guide" nl: "De gids" { address "https://p.example/guide" }
offer course "A course" nl: "Een cursus" { "Twice a year." nl: "Tweemaal per jaar." }
"#;
    check(
        policy,
        &[
            "We cover:",
            "- Faults in our software.",
            "table: Not covered, and what you can do instead",
            "| Not covered | Instead |",
            "| How do I set it up? | A course |",
            "A course: Twice a year.",
        ],
    );
    check_dutch(
        policy,
        &[
            "Dit valt eronder:",
            "- Fouten in onze software.",
            "table: Wat er niet onder valt, en wat u dan kunt doen",
        ],
    );
}

#[test]
fn what_is_not_covered_says_its_condition_shortly_and_once() {
    check(
        r#"
kind fault "Fault"
kind wish "Wish"
plan free "Free"
plan basic "Basic" { extends free }
plan premium "Premium" { extends basic }
severity critical "Critical"
severity normal "Normal"
scope {
  covers faults "Faults" when kind is fault
  excludes wishes "Wishes on Free and Basic" when kind is wish and plan is at most basic
  excludes dreams "Dreams on Free" when kind is wish and plan is at most basic
  excludes old "Old databases" when plan is free
  excludes slow "What can wait" when severity is normal and kind is not fault
}
"#,
        &[
            "- Wishes on Free and Basic.",
            "- Dreams on Free if the kind of request is wish and your plan is Free or Basic.",
            "- Old databases on Free.",
            "- What can wait if the severity is normal and the kind of request is not fault.",
        ],
    );
}

#[test]
fn changes_are_announced_and_reviewed() {
    check(
        r#"
channel email "E-mail" { address "a@p.example"; open office }
changes "How this policy changes" {
  notice 30 days via email when change is weaker
  notice none when change is not weaker
  review every 12 months
  open requests keep their version
}
"#,
        &[
            "Next review: 1 March 2027",
            "## 2 How this policy changes",
            "If a change leaves our promises weaker, we announce it at least 30 days before it takes effect, via e-mail. If a change does not leave our promises weaker, it can take effect without notice. Open requests keep the version under which they were made. We review the whole policy every 12 months. The next review is due by 1 March 2027.",
        ],
    );
    check(
        r#"
changes "How this policy changes" { notice 30 days; review every 6 months; open requests follow the new version }
"#,
        &[
            "## 2 How this policy changes",
            "We announce a change at least 30 days before it takes effect. A new version holds for open requests too. We review the whole policy every 6 months. The next review is due by 1 September 2026.",
        ],
    );
}

#[test]
fn groups_of_a_catalogue_say_how_many_they_hold() {
    check(
        r#"
document closing "Closing a request" { address "https://p.example/closing" }
catalogue all "Policies" { group cloud "Cloud" { holds 7 policies }; group rest "Others" { holds 26 policies; lists closing } }
"#,
        &[
            "## 3 Policies",
            "- Cloud: 7 policies",
            "- Others: 26 policies, among them:",
            "  - Closing a request",
        ],
    );
}

#[test]
fn a_field_that_is_quoted_says_its_value_in_each_case() {
    check(
        r#"
kind incident "Incident"
plan basic "Basic"
plan premium "Premium" { extends basic; price EUR 1_200 per year }
channel mail "E-mail" { address "help@p.example"; address "soon@p.example" when plan is premium }
offer advice "Advice" { rate EUR 100 per hour; rate EUR 150 per hour outside office, in steps of 15 minutes }
maintenance weekly "Maintenance" { on Sun 02:00..04:00; notice 5 days via mail }
changes { notice 30 days when change is weaker; notice none when change is neutral }
section said "Said" {
  "Premium is {premium price}. Advice is {advice rate}."
  "Mail {mail address}."
  "Told {weekly notice} ahead, or {changes notice}."
}
"#,
        &[
            "Premium is EUR 1,200 per year. Advice is EUR 100 per hour; EUR 150 per hour outside office hours, in steps of 15 minutes.",
            "Mail help@p.example; soon@p.example if your plan is Premium.",
            "Told 5 days ahead, or 30 days if a change leaves our promises weaker; no notice if a change leaves our promises unchanged.",
        ],
    );
}

#[test]
fn a_list_of_some_plans_names_all_of_them_first() {
    let policy = |basic: &str| {
        format!(
            "plan self-help \"Self-help\"\nplan basic \"Basic\" {{ {basic} }}\nplan premium \"Premium\" {{ extends self-help }}\n"
        )
    };
    check(
        &policy(""),
        &["The plans are Self-help, Basic and Premium.", "Premium: Includes everything in Self-help."],
    );
    check(&policy("price EUR 5 per month"), &["| Terms | Self-help | Basic | Premium |"]);
}

#[test]
fn the_word_of_a_level_is_said_once() {
    let policy = r#"
severity one "Severity 1"
severity two "Severity 2"
severity rest "Severity, any other"
section duties "What we ask of you" {
  customer must "call us" when severity is one of one, two
  customer must "wait" when severity is rest
}
"#;
    check(
        policy,
        &[
            "You must:",
            "- Call us if the severity is 1 or 2.",
            "- Wait if the severity is “Severity, any other”.",
        ],
    );
}
