//! Everything that is declared, one declaration after the other, or the first and the second half of them at the same time
//! where there are very many.
//!
//! In: a context in which the space of cases, the plans and the tables are known. Out: the program with each declaration under
//! its name. Whether one processor did it or two cannot be seen.

use super::context::Context;
use super::plans::Grants;
use super::space::readers;
use super::tables::TableRules;
use super::{
    calendars, catalogues, channels, commitments, escalations, offers, people, plans, prices, processes,
    products, queue, scope, services,
};
use crate::hir::{Plan, Program};
use crate::resolve::Placed;
use crate::syntax::ast::Declaration;
use crate::together;
use crate::value::{Name, Named};
use std::collections::BTreeSet;

/// So many declarations take some milliseconds, and a second processor a tenth of one.
pub const MANY: usize = 512;

/// The plans, with what they grant themselves.
#[derive(Clone, Copy)]
pub struct Plans<'p> {
    /// The plans.
    pub all: &'p Named<Plan>,
    /// What they grant.
    pub grants: &'p Grants,
}

/// Understands everything that is declared and has no pass of its own.
pub fn declared(context: &mut Context<'_>, program: &mut Program, plans: &Plans<'_>, rules: &mut TableRules) {
    let all = &context.resolved.declarations;
    if all.len() < MANY {
        understand(context, program, plans, rules, all);
        return;
    }
    let (first, second) = all.split_at(all.len() / 2);
    let names: BTreeSet<&Name> = second.iter().filter_map(|placed| placed.declaration.name()).collect();
    let mut fork = context.fork();
    let mut more = Program::new(program.policy.clone(), program.space.clone());
    let mut more_rules = rules.of(&names);
    together::both(
        true,
        || understand(context, program, plans, rules, first),
        || understand(&mut fork, &mut more, plans, &mut more_rules, second),
    );
    if context.join(fork) {
        append(program, more);
    } else {
        understand(context, program, plans, rules, second);
    }
}

fn understand<'a>(
    context: &mut Context<'a>,
    program: &mut Program,
    plans: &Plans<'_>,
    rules: &mut TableRules,
    declarations: &'a [Placed<'a>],
) {
    for placed in declarations {
        context.reading(readers(placed), |context| {
            declaration(context, program, placed.declaration, plans, rules);
        });
    }
}

/// Adds what was understood of later declarations: the first of a name counts, and the first of what there is one of.
fn append(program: &mut Program, more: Program) {
    // Whoever adds to a program is asked here what becomes of it.
    let Program {
        calendars,
        entitlements,
        channels,
        offers,
        commitments,
        escalations,
        processes,
        prices,
        products,
        maintenances,
        availabilities,
        events,
        roles,
        parties,
        documents,
        definitions,
        questions,
        catalogues,
        scope,
        queue,
        changes,
        policy: _,
        facts: _,
        space: _,
        plans: _,
        tables: _,
        routing: _,
        examples: _,
        tests: _,
        ensures: _,
        layout: _,
        former: _,
        quotations: _,
        unfilled: _,
        complete: _,
    } = more;
    add(&mut program.calendars, calendars);
    add(&mut program.entitlements, entitlements);
    add(&mut program.channels, channels);
    add(&mut program.offers, offers);
    add(&mut program.commitments, commitments);
    add(&mut program.escalations, escalations);
    add(&mut program.processes, processes);
    add(&mut program.prices, prices);
    add(&mut program.products, products);
    add(&mut program.maintenances, maintenances);
    add(&mut program.availabilities, availabilities);
    add(&mut program.events, events);
    add(&mut program.roles, roles);
    add(&mut program.parties, parties);
    add(&mut program.documents, documents);
    add(&mut program.definitions, definitions);
    add(&mut program.questions, questions);
    add(&mut program.catalogues, catalogues);
    program.scope = program.scope.take().or(scope);
    program.queue = program.queue.take().or(queue);
    program.changes = program.changes.take().or(changes);
}

fn add<T>(all: &mut Named<T>, more: Named<T>) {
    // A map that grows by itself makes room for up to twice as many.
    all.reserve_exact(more.len());
    for (name, one) in more {
        all.entry(name).or_insert(one);
    }
}

/// Puts what was understood under its name, the first of a name first.
fn put<T>(all: &mut Named<T>, name: Option<&Name>, one: Option<T>) {
    if let (Some(name), Some(one)) = (name, one) {
        all.entry(name.clone()).or_insert(one);
    }
}

fn declaration<'a>(
    context: &mut Context<'a>,
    program: &mut Program,
    declaration: &'a Declaration,
    plans: &Plans<'_>,
    rules: &mut TableRules,
) {
    let name = declaration.name();
    match declaration {
        Declaration::Calendar(decl) => put(&mut program.calendars, name, calendars::calendar(context, decl)),
        Declaration::Entitlement(decl) => {
            let entitlement = plans::entitlement(context, decl, plans.all, plans.grants, rules);
            put(&mut program.entitlements, name, entitlement);
        }
        Declaration::Channel(decl) => {
            put(&mut program.channels, name, channels::channel(context, decl, rules));
        }
        Declaration::Scope(decl) => {
            let scope = scope::scope(context, decl);
            program.scope.get_or_insert(scope);
        }
        Declaration::Offer(decl) => {
            let offer = context.pricing(|context| offers::offer(context, decl));
            put(&mut program.offers, name, offer);
        }
        Declaration::Commitment(decl) => {
            put(&mut program.commitments, name, commitments::commitment(context, decl, rules));
        }
        Declaration::Escalation(decl) => {
            put(&mut program.escalations, name, escalations::escalation(context, decl));
        }
        Declaration::Process(decl) => put(&mut program.processes, name, processes::process(context, decl)),
        Declaration::Queue(decl) => {
            let queue = queue::queue(context, decl);
            program.queue.get_or_insert(queue);
        }
        Declaration::Price(decl) => {
            let price = context.pricing(|context| prices::price(context, decl, rules));
            put(&mut program.prices, name, price);
        }
        Declaration::Product(decl) => put(&mut program.products, name, products::product(context, decl)),
        Declaration::Maintenance(decl) => {
            put(&mut program.maintenances, name, services::maintenance(context, decl));
        }
        Declaration::Availability(decl) => {
            put(&mut program.availabilities, name, services::availability(context, decl));
        }
        Declaration::Changes(decl) => {
            let changes = services::changes(context, decl);
            program.changes.get_or_insert(changes);
        }
        Declaration::Event(decl) => put(&mut program.events, name, Some(people::event(context, decl))),
        Declaration::Role(decl) => put(&mut program.roles, name, Some(people::role(context, decl))),
        Declaration::Party(decl) => put(&mut program.parties, name, Some(people::party(context, decl))),
        Declaration::Document(decl) => {
            put(&mut program.documents, name, Some(people::document(context, decl)));
        }
        Declaration::Definition(decl) => {
            put(&mut program.definitions, name, Some(people::plain(context, decl)));
        }
        Declaration::Question(decl) => {
            put(&mut program.questions, name, Some(people::question(context, decl)));
        }
        Declaration::Catalogue(decl) => {
            put(&mut program.catalogues, name, catalogues::catalogue(context, decl));
        }
        // These have passes of their own.
        Declaration::Policy(_)
        | Declaration::Severity(_)
        | Declaration::Priority(_)
        | Declaration::Kind(_)
        | Declaration::Region(_)
        | Declaration::Language(_)
        | Declaration::Phase(_)
        | Declaration::Fact(_)
        | Declaration::Plan(_)
        | Declaration::Table(_)
        | Declaration::Section(_)
        | Declaration::Example(_)
        | Declaration::Test(_)
        | Declaration::Ensure(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::MANY;
    use crate::check::trial::{BASE, check};
    use std::iter::repeat_n;

    /// What is found in these declarations, and the anchors and paths of their rules, with so many others before and behind them.
    fn told(declarations: &str, before: usize, behind: usize) -> (Vec<String>, Vec<String>) {
        let spare = |at: usize| format!("definition spare-{at} \"Spare {at}\" {{ means \"Nothing.\" }}\n");
        let before: String = (0..before).map(spare).collect();
        let behind: String = (0..behind).map(|at| spare(at + MANY)).collect();
        // Nobody says whose time is meant, so that this is asked for.
        let base = BASE.replace("  timezone Europe/Amsterdam\n  business hours office\n", "");
        let checked = check(&format!("{base}{before}{declarations}{behind}"));
        let start = base.len() + before.len();
        let place = |at: u32| (at as usize).checked_sub(start).ok_or(at);
        let findings = checked.findings.iter().map(|found| {
            let related: Vec<_> = found.related.iter().map(|related| place(related.span.start)).collect();
            format!("{} {:?} {} {related:?}", found.code.name, place(found.span.start), found.message)
        });
        let program = checked.program.expect("the policy has a header");
        let commitments = program.commitments.values().flat_map(|commitment| {
            let rules = commitment.rules.rules.iter();
            let rules = rules.map(|rule| format!("{} #{}", rule.path, rule.clause.anchor));
            [commitment.clause.anchor.to_string()].into_iter().chain(rules)
        });
        let examples = program.examples.iter().map(|example| example.clause.anchor.to_string());
        (findings.collect(), commitments.chain(examples).collect())
    }

    /// The same wherever the declarations are divided.
    fn same(declarations: &str) -> (Vec<String>, Vec<String>) {
        let alone = told(declarations, 0, 0);
        // The header and what stands with it are at most sixteen declarations, and these are too.
        let divided = (0..32).map(|shift| (MANY / 2 + shift - 24, MANY / 2));
        for (before, behind) in divided.chain([(MANY, 0), (0, MANY)]) {
            assert_eq!(told(declarations, before, behind), alone, "{before} before, {behind} behind");
        }
        alone
    }

    fn reply(name: &str) -> String {
        format!(
            "commitment {name} \"{name}\" {{\n  from received\n  until responded\n  | severity | {name} |\n  |---|---|\n  \
             | high | 4 hours |\n  | other | 8 hours |\n}}\n"
        )
    }

    #[test]
    fn two_processors_name_rules_as_one_does() {
        let example = "example \"Night\" { given severity is high; expect reply 4 hours }\n";
        let (found, rules) = same(
            &(["reply", "update", "reply-high", "repair", "example-night"].map(reply).concat() + example),
        );
        assert!(found.iter().all(|found| found.starts_with("missing-")), "{found:#?}");
        let anchors = ["reply", "reply/high #reply-high", "reply/other #reply-other", "update"];
        assert_eq!(rules[..4], anchors);
        assert_eq!(rules[6], "commitment-reply-high", "the anchor `reply-high` is a rule's");
        assert_eq!(rules.last().map(String::as_str), Some("example-night-2"), "{rules:#?}");
    }

    #[test]
    fn two_processors_find_what_one_finds() {
        let line = |name: &str, line: &str| {
            format!("commitment {name} \"{name}\" {{\n  from received\n  until responded\n  {line}\n}}\n")
        };
        let texts = [
            line("one", "within 4 hours when severity is grave"),
            line("two", "within 4 business hours"),
            "section words \"Words\" { \"We answer in {four when severity is high}.\" }\n".to_owned(),
            "calendar desk \"Desk\" { open Mon..Fri 09:00..17:00 }\n".to_owned(),
            line("three", "by next business day when severity is high"),
            line("four", "within 2 business hours when severity is grave"),
            line("five", "within 4 hours when severity is high\n  within 2 hours when severity is high"),
            "table all \"All\" {\n  | severity | six |\n  |---|---|\n  | high | 4 hours |\n  | other | 8 hours |\n}\n".to_owned(),
            "commitment six \"Six\" {\n  from received\n  until responded\n}\n".to_owned(),
            line("seven", "within 4 hours when severity is high\n  within 2 hours when severity is awful"),
            "section more \"More\" { \"We answer in {seven}.\" }\n".to_owned(),
            "example \"Case\" { given severity is awful; expect one 4 hours }\n".to_owned(),
        ];
        let (found, rules) = same(&texts.concat());
        for code in ["unknown-value", "missing-business-hours", "missing-zone", "conflicting-rules"] {
            assert!(found.iter().any(|found| found.starts_with(code)), "{code}: {found:#?}");
        }
        assert!(rules.iter().any(|rule| rule.starts_with("six/high")), "{rules:#?}");
        // What an example has wrong joins the finding about the same in either half.
        let awful = found.iter().filter(|found| found.contains("`awful`")).count();
        assert_eq!(awful, 1, "{found:#?}");
    }

    #[test]
    fn what_is_wrong_in_a_promise_is_not_told_again_of_what_quotes_it() {
        let promise = "commitment one \"One\" {\n  from received\n  until responded\n  within 4 hours when severity is \
                       high\n  within 8 hours when severity is low\n  except within 2 hours when severity is awful\n}\n";
        let text =
            "section words \"Words\" { \"We answer in {one when severity is high or severity is low}.\" }\n";
        let (found, _) = same(&[promise, text].concat());
        assert!(found.iter().any(|found| found.starts_with("unknown-value")), "{found:#?}");
        assert!(!found.iter().any(|found| found.starts_with("ambiguous-quotation")), "{found:#?}");
    }

    #[test]
    fn what_is_said_twice_counts_once_wherever_it_stands() {
        let texts = [reply("one"), reply("two"), reply("one"), "queue {\n}\n".to_owned(), reply("three")];
        let (_, rules) = same(&texts.concat());
        assert_eq!(rules.iter().filter(|rule| *rule == "one").count(), 1);
        let many: Vec<String> =
            repeat_n("definition again \"Again\" { means \"Nothing.\" }\n".to_owned(), 2).collect();
        same(&many.concat());
    }
}
