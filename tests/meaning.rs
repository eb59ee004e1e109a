//! What policies mean: small policies, and what the checker makes of them.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop where the tool may not")]

#[path = "meaning/layout.rs"]
mod layout;

use avouch::cases::Case;
use avouch::check;
use avouch::diagnostic::Diagnostic;
use avouch::hir::{Grant, Program, Rule, RuleSet};
use avouch::source::{FileId, Source, Sources};
use avouch::syntax::{self, ast};
use avouch::value::{Amount, Figure, Name, Promise};

/// The policy of a text with a header, and what is wrong with it.
fn checked(text: &str) -> (Option<Program>, Vec<Diagnostic>) {
    let header = "policy northwind \"Northwind\" { timezone Europe/Amsterdam; business hours office }\n\
                  calendar office \"Office\" { open Mon..Fri 09:00..17:00; closed on holidays NL }\n";
    files(&[&format!("{header}{text}")])
}

fn files(texts: &[&str]) -> (Option<Program>, Vec<Diagnostic>) {
    let mut sources = Sources::default();
    let parsed: Vec<(FileId, ast::File)> = texts
        .iter()
        .map(|text| {
            let id = sources.add(Source::new("support.policy", *text));
            let parsed = syntax::parse(id, sources.get(id));
            assert!(parsed.findings.is_empty(), "the text does not parse: {:?}", parsed.findings);
            (id, parsed.file)
        })
        .collect();
    let trees: Vec<(FileId, &ast::File)> = parsed.iter().map(|(id, file)| (*id, file)).collect();
    let checked = check::program(&trees);
    (checked.program, checked.findings)
}

/// The program of a text in which nothing is wrong.
fn program(text: &str) -> Program {
    let (program, findings) = checked(text);
    assert!(findings.is_empty(), "{findings:#?}");
    program.expect("a text with a header is a policy")
}

/// What is wrong with a text: code and message.
fn wrong(text: &str) -> Vec<String> {
    let (_, findings) = checked(text);
    findings.iter().map(|finding| format!("{}: {}", finding.code.name, finding.message)).collect()
}

/// The case with these values, and for all other facts their first value.
fn case(program: &Program, values: &[(&str, &str)]) -> Case {
    let mut set = program.space.possible().clone();
    for (fact, value) in values {
        let dim = program.space.dim(fact).expect("there is such a fact");
        let class = program.space.class(dim, value).expect("there is such a value");
        set = set.and(&program.space.is(dim, [class]));
    }
    set.witness(&program.space).expect("the case can exist")
}

fn decided<'p, V>(program: &Program, rules: &'p RuleSet<V>, values: &[(&str, &str)]) -> Option<&'p Rule<V>> {
    rules.decide(&case(program, values))
}

fn figures<'p>(program: &'p Program, name: &str) -> &'p RuleSet<Figure> {
    &program.commitments.get(name).expect("there is such a commitment").rules
}

fn grants<'p>(program: &'p Program, name: &str) -> &'p RuleSet<Grant> {
    &program.entitlements.get(name).expect("there is such an entitlement").rules
}

const PLANS: &str = "plan basic \"Basic\"\nplan standard \"Standard\" { extends basic }\n\
                     plan premium \"Premium\" { extends standard }\n\
                     severity critical \"Critical\"\nseverity high \"High\"\nseverity normal \"Normal\"\n";

#[test]
fn each_cell_of_a_matrix_is_a_rule_with_its_keys_as_path() {
    let program = program(&format!(
        "{PLANS}commitment reply \"Reply\" {{
           from received; until responded
           | severity | basic  | standard, premium |
           |----------|--------|-------------------|
           | critical | 1 day  | 4 hours           |
           | other    | 2 days | 1 day             |
         }}"
    ));
    let rules = figures(&program, "reply");
    let paths: Vec<&str> = rules.rules.iter().map(|rule| rule.path.as_str()).collect();
    assert_eq!(
        paths,
        [
            "reply/critical/basic",
            "reply/critical/standard-and-premium",
            "reply/other/basic",
            "reply/other/standard-and-premium"
        ]
    );
    let rule = decided(&program, rules, &[("severity", "normal"), ("plan", "premium")]);
    assert_eq!(rule.map(|rule| rule.path.as_str()), Some("reply/other/standard-and-premium"));
    assert!(rules.gaps.is_empty());
}

#[test]
fn a_table_sets_several_commitments_side_by_side() {
    let program = program(&format!(
        "{PLANS}table targets \"Targets\" {{
           | severity | reply   | repair      |
           |----------|---------|-------------|
           | critical | 1 hour  | 8 hours     |
           | other    | 1 day   | best effort |
         }}
         commitment reply  \"Reply\"  {{ from received; until responded }}
         commitment repair \"Repair\" {{ from received; until resolved }}"
    ));
    let rule = decided(&program, figures(&program, "repair"), &[("severity", "high")]).unwrap();
    assert_eq!((rule.path.as_str(), &rule.value.promise), ("repair/other", &Promise::BestEffort));
    assert!(figures(&program, "reply").gaps.is_empty());
}

#[test]
fn an_exception_stands_above_the_table_and_a_narrower_one_above_a_wider() {
    let program = program(&format!(
        "{PLANS}channel phone \"Telephone\" {{ address \"+31 20 555 0100\"; open office }}
         channel email \"E-mail\" {{ address \"a@b.example\"; open office }}
         commitment reply \"Reply\" {{
           from received; until responded
           within 1 day
           except within 2 hours as by-phone when channel is phone
           except within 1 hour  as grave    when channel is phone and severity is critical
         }}"
    ));
    let rules = figures(&program, "reply");
    let path = |values: &[(&str, &str)]| decided(&program, rules, values).map(|rule| rule.path.clone());
    assert_eq!(path(&[("channel", "email")]).as_deref(), Some("reply/1"));
    assert_eq!(path(&[("channel", "phone"), ("severity", "high")]).as_deref(), Some("reply/by-phone"));
    assert_eq!(path(&[("channel", "phone"), ("severity", "critical")]).as_deref(), Some("reply/grave"));
}

#[test]
fn a_plans_own_grant_replaces_the_inherited_one() {
    let program = program(
        "entitlement contacts \"Contacts\"
         entitlement fixes \"Fixes\"
         plan basic    \"Basic\"    { grants 1 contacts }
         plan standard \"Standard\" { extends basic; grants fixes }
         plan premium  \"Premium\"  { extends standard; grants 10 contacts }",
    );
    let count = |plan: &str| match decided(&program, grants(&program, "contacts"), &[("plan", plan)]) {
        Some(Rule { value: Grant::Limit { quantity, .. }, .. }) => quantity.count.map(|count| count.units),
        _ => None,
    };
    assert_eq!([count("basic"), count("standard"), count("premium")], [Some(1), Some(1), Some(10)]);
    assert!(decided(&program, grants(&program, "fixes"), &[("plan", "basic")]).is_none());
    let inherited = decided(&program, grants(&program, "fixes"), &[("plan", "premium")]).unwrap();
    assert_eq!(inherited.path, "fixes/premium");
}

#[test]
fn two_plans_below_that_grant_differently_conflict() {
    let found = wrong(
        "entitlement contacts \"Contacts\"
         plan one   \"One\"   { grants 1 contacts }
         plan two   \"Two\"   { grants 2 contacts }
         plan three \"Three\" { extends one, two }",
    );
    assert_eq!(
        found,
        ["conflicting-rules: two rules say different things about `Contacts` for the same case"]
    );
}

#[test]
fn entitlements_and_channels_may_be_rows_of_a_table() {
    let program = program(&format!(
        "{PLANS}entitlement visits \"Visits\"
         channel chat \"Chat\" {{ address \"https://a.example\" }}
         channel mail \"Mail\" {{ address \"a@b.example\"; open office }}
         table rights \"Rights\" {{
           | entitlement by plan | basic | other            |
           |---------------------|-------|------------------|
           | visits              | no    | up to 2 per year |
         }}
         table hours \"Hours\" {{
           | channel by plan | basic | standard | premium |
           |-----------------|-------|----------|---------|
           | chat            | no    | office   | always  |
         }}"
    ));
    let rule = decided(&program, grants(&program, "visits"), &[("plan", "basic")]).unwrap();
    assert_eq!((rule.path.as_str(), &rule.value), ("visits/basic", &Grant::No));
    let chat = program.channels.get("chat").unwrap();
    assert_eq!(chat.hours.lines.len(), 3);
    assert!(program.calendars.contains_key("always"));
    // No request on Basic comes by chat.
    let plan = program.space.dim("plan").unwrap();
    let channel = program.space.dim("channel").unwrap();
    let absent = program.space.is(plan, [0]).and(&program.space.is(channel, [0]));
    assert!(!absent.overlaps(program.space.possible()));
}

#[test]
fn a_table_without_by_needs_columns_of_one_fact() {
    let ambiguous = "plan gold \"Gold\"\nkind gold \"Gold\"\nseverity critical \"Critical\"\n\
                     commitment reply \"Reply\" { from received; until responded\n\
                     | severity | gold   |\n|---|---|\n| critical | 1 hour |\n}";
    assert_eq!(wrong(ambiguous), ["unreadable-table: these columns are values of `plan` and of `kind`"]);
    assert!(wrong(&ambiguous.replace("| severity |", "| severity by kind |")).is_empty());
}

#[test]
fn a_derived_fact_decides_what_can_exist() {
    let program = program(
        "fact impact  \"Impact\"  { everyone \"Everyone\"; some \"Some\" }
         fact urgency \"Urgency\" { now \"Now\"; soon \"Soon\" }
         severity critical \"Critical\"
         severity high     \"High\"
         severity normal   \"Normal\"
         fact severity \"Severity\" {
           proposed by customer
           confirmed by us
           | impact by urgency | now      | soon   |
           |-------------------|----------|--------|
           | everyone          | critical | high   |
           | some              | high     | normal |
         }",
    );
    assert_eq!(program.space.possible().count(&program.space), 4);
    let case = case(&program, &[("severity", "normal")]);
    assert_eq!(program.space.label(program.space.dim("urgency").unwrap(), case.classes[1]).unwrap(), "soon");
    let severity = program.facts.get("severity").unwrap();
    assert_eq!((severity.decided.len(), severity.ordered, severity.declared), (2, true, true));
}

#[test]
fn dates_numbers_and_terms_are_cut_where_the_policy_names_them() {
    let program = program(
        "fact nodes \"Nodes\" { is a number }
         price licence \"Licence\" {
           EUR 100
           except EUR 90 when nodes is at least 500
           except EUR 80 when received is before 2026-07-01 and nodes is less than 500
         }
         price contract \"Contract\" {
           | term    | price                         |
           |---------|-------------------------------|
           | 1 year  | EUR 1_000                     |
           | 2 years | average of 12 months and 3 years |
           | 3 years | EUR 2_600                     |
         }",
    );
    let labels = |name: &str| {
        let dim = program.space.dim(name).unwrap();
        program.space.dimensions()[dim.index()].classes.join("; ")
    };
    assert_eq!(labels("nodes"), "less than 500; 500; more than 500");
    assert_eq!(labels("received"), "before 2026-07-01; 2026-07-01; after 2026-07-01");
    assert_eq!(
        labels("term"),
        "less than 1 year; 1 year; between 1 year and 2 years; 2 years; between 2 years and 3 years; 3 years; more than 3 years"
    );
}

#[test]
fn the_graver_severity_and_the_higher_plan_are_more() {
    let program = program(&format!(
        "{PLANS}commitment reply \"Reply\" {{
           from received; until responded
           within 1 hour as one when severity is at least high and plan is more than basic
           within 1 day  as two when severity is less than high or plan is at most basic
         }}"
    ));
    let rules = figures(&program, "reply");
    let name = |severity: &str, plan: &str| {
        decided(&program, rules, &[("severity", severity), ("plan", plan)])
            .map(|rule| rule.clause.name.to_string())
    };
    assert_eq!(name("critical", "standard").as_deref(), Some("one"));
    assert_eq!(name("critical", "basic").as_deref(), Some("two"));
    assert_eq!(name("normal", "premium").as_deref(), Some("two"));
}

#[test]
fn what_is_covered_can_be_asked_for() {
    let program = program(
        "kind fault \"Fault\"
         kind wish  \"Wish\"
         fact paid \"It is paid for\" { yes or no }
         scope {
           covers faults \"Faults\" when kind is fault
           excludes unpaid \"What is not paid for\" when not paid
         }
         commitment repair \"Repair\" { only when covered; from received; until resolved; best effort }",
    );
    let scope = program.scope.as_ref().unwrap();
    assert_eq!(scope.covered.and(program.space.possible()).count(&program.space), 1);
    assert_eq!(figures(&program, "repair").domain, scope.covered);
}

#[test]
fn times_is_worked_out_of_the_wider_rate() {
    let program = program("offer advice \"Advice\" { rate EUR 150 per hour; rate 1.5 times outside office }");
    let rates = &program.offers.get("advice").unwrap().rates;
    let Amount::Rate(rate, _) = &rates[1].amount else {
        panic!("the rate is not money: {:?}", rates[1].amount)
    };
    assert_eq!(
        (rate.money.amount.to_string().as_str(), rates[1].outside.as_ref()),
        ("225", Some(&name("office")))
    );
}

fn name(text: &str) -> Name {
    Name::new(text, avouch::source::Span::default())
}

#[test]
fn a_file_without_a_header_lends_what_it_has_and_misses_nothing() {
    let (program, findings) =
        files(&["channel mail \"Mail\" { address \"a@b.example\"; open office-of-the-other-file }"]);
    assert!(program.is_none() && findings.is_empty(), "{findings:?}");
}

#[test]
fn a_policy_has_what_the_files_that_it_uses_declare() {
    let (program, findings) = files(&[
        "policy a \"A\" { timezone Europe/Amsterdam }\nuse \"b.policy\"\nchannel mail \"Mail\" { address \"a@b.example\"; open office }",
        "calendar office \"Office\" { open Mon..Fri 09:00..17:00; closed on holidays NL }",
    ]);
    assert!(findings.is_empty(), "{findings:?}");
    assert!(program.unwrap().calendars.contains_key("office"));
}

#[test]
fn one_mistake_is_one_finding() {
    let name = "role desk \"Desk\"\ncommitment reply \"Reply\" { from received; until responded; within 1 day }\n\
                escalation late \"Late\" { at 50% of reply notify dessk; on breach of reply notify dessk }\n\
                section contact \"Contact\" { \"Ask the {dessk}.\" }";
    assert_eq!(wrong(name), ["unknown-name: there is no role called `dessk`"]);
    let column = format!(
        "{PLANS}commitment reply \"Reply\" {{ from received; until responded\n| severity | basic | standrad | premium |\n\
         |---|---|---|---|\n| critical | 1 day | 1 hour | 1 hour |\n| other | 1 day | 1 day | 1 day |\n\
         except within 30 minutes when severity is critical and plan is standard\n}}"
    );
    assert_eq!(wrong(&column), ["unknown-value: there is no plan called `standrad`"]);
}

#[test]
fn what_stands_in_something_narrower_is_narrower() {
    let text = "party partner \"Partner\"
        internal section staff \"For us\" { role night \"Night desk\"; note \"Call {night}.\" }
        partner price special \"Special\" { EUR 10 }
        section contact \"Contact\" { \"Ask {night} for the {special}.\"; internal note \"Ask {night}.\" }";
    assert_eq!(
        wrong(text),
        [
            "leak: a clause for everybody relies on the role `night`, which is only for our own people",
            "leak: a clause for everybody relies on the price `special`, which is only for `partner`",
        ]
    );
}

#[test]
fn a_test_may_speak_of_what_is_internal() {
    let text = "internal role night \"Night desk\"\nrole day \"Day desk\"
        commitment reply \"Reply\" { from received; until responded; within 1 day }
        internal escalation late \"Late\" { on breach of reply notify night }
        test \"Somebody is told\" { received 2026-03-02 10:00; expect late notifies night at 2026-03-03 10:00 }";
    assert!(wrong(text).is_empty());
}

#[test]
fn anchors_are_unique() {
    let program = program(
        "plan support \"Support\"\nkind support \"Support\"\nproduct support \"Support\"\nprice support \"Support\" { EUR 1 }\n\
         section support \"Support\" { we will \"help\" as support }\n\
         scope { covers help \"Help\" when kind is support }",
    );
    let mut anchors: Vec<&str> = vec![
        &program.plans.get("support").unwrap().clause.anchor,
        &program.products.get("support").unwrap().clause.anchor,
        &program.prices.get("support").unwrap().clause.anchor,
        &program.prices.get("support").unwrap().rules.rules[0].clause.anchor,
    ];
    anchors.extend(program.layout.iter().map(|section| section.clause.anchor.as_str()));
    anchors.extend(
        program
            .facts
            .values()
            .flat_map(|fact| fact.values().iter().skip(1).map(|value| value.clause.anchor.as_str())),
    );
    let all = anchors.len();
    anchors.sort_unstable();
    anchors.dedup();
    assert_eq!(anchors.len(), all, "{anchors:?}");
}

#[test]
fn a_large_table_decides_as_the_same_table_with_an_exception_does() {
    let mut text = String::from(PLANS);
    for at in 0..30 {
        text.push_str(&format!("kind k{at} \"Kind {at}\"\n"));
    }
    text.push_str("commitment reply \"Reply\" { from received; until responded\n");
    text.push_str("| kind | basic | standard | premium |\n|---|---|---|---|\n");
    for at in 0..29 {
        text.push_str(&format!("| k{at} | {} hours | 2 hours | 1 hour |\n", at + 3));
    }
    let plain = program(&format!("{text}}}"));
    let excepted = program(&format!(
        "{text}except within 5 minutes as at-once when kind is k3 and plan is premium and severity is critical\n}}"
    ));
    let (one, two) = (figures(&plain, "reply"), figures(&excepted, "reply"));
    assert_eq!((one.rules.len(), one.regions.len()), (87, 87));
    assert_eq!(one.gaps, two.gaps);
    for kind in ["k0", "k3", "k28", "k29"] {
        for plan in ["basic", "premium"] {
            let values = [("kind", kind), ("plan", plan), ("severity", "normal")];
            let path = |program: &Program, rules: &RuleSet<Figure>| {
                decided(program, rules, &values).map(|rule| rule.path.clone())
            };
            assert_eq!(path(&plain, one), path(&excepted, two), "{kind} {plan}");
        }
    }
}
