//! The queue: in which order requests are taken up.
//!
//! In: the `queue` declaration. Out: its orders, each a list of facts, the first one first. Two orders for the same case
//! are settled as all rules are: the narrower one wins, and what is left is an error.

use super::context::Context;
use super::rules::Draft;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::say;
use crate::hir::{Order, Queue};
use crate::syntax::ast::{self, Decl};
use crate::value::Name;

/// Facts that every request has, whether or not a condition asks for them.
const ALWAYS_KNOWN: [&str; 2] = ["received", "term"];

/// The queue.
pub fn queue<'a>(context: &mut Context<'a>, decl: &'a Decl<ast::Queue>) -> Queue {
    let clause = context.declaration(decl);
    let mut draft = Draft::default();
    let mut number = 0;
    for statement in decl.body.own() {
        context.inside(statement.audience.as_ref(), |context| {
            let Some(ast::Queue::Order { fact, except }) = &statement.kind else { return };
            let facts = facts(context, fact);
            let order = Order { facts, except: except.clone(), usually: statement.usually.is_some() };
            let rule = context.line("queue", statement, &mut number, order);
            draft.add(rule.filter(|rule| rule.value.facts.len() == fact.len()));
        });
    }
    let domain = clause.when.clone();
    let orders = context.resolve(
        &|| "the order of work".to_owned(),
        domain.as_ref(),
        draft,
        Order::same_as,
        |order| format!("order {}", say::names(&order.facts)),
        decl.mark(),
    );
    Queue { clause, orders }
}

fn facts(context: &mut Context<'_>, names: &[Name]) -> Vec<Name> {
    let mut found: Vec<Name> = Vec::new();
    for name in names {
        if let Some(first) = found.iter().find(|known| *known == name) {
            let finding = Diagnostic::new(
                &registry::REPEATED_STATEMENT,
                name.span,
                format!("`{name}` decides this order already"),
            )
            .label("named again")
            .related(first.span, "named first here")
            .help("name each fact once");
            context.report(finding);
            continue;
        }
        if ALWAYS_KNOWN.contains(&name.as_str()) || context.fact(name).is_some() {
            found.push(name.clone());
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use crate::check::trial::{BASE, check, codes};

    #[test]
    fn orders_are_lists_of_facts_and_received_is_always_known() {
        assert_eq!(codes(&format!("{BASE}queue {{ order severity, received }}\n")), Vec::<String>::new());
        assert_eq!(codes(&format!("{BASE}queue {{ order sevrity, received }}\n")), ["unknown-fact sevrity"]);
    }

    #[test]
    fn a_fact_named_twice_is_reported() {
        let text = format!("{BASE}queue {{ order received, severity, received }}\n");
        assert_eq!(codes(&text), ["repeated-statement received"]);
    }

    #[test]
    fn two_orders_for_one_case_conflict() {
        let text = format!("{BASE}queue {{ order severity, received\norder received }}\n");
        assert_eq!(codes(&text), ["conflicting-rules order received"]);
    }

    #[test]
    fn a_hedge_is_kept() {
        let text = format!("{BASE}queue {{ usually order received, except \"an easy one\" }}\n");
        let program = check(&text).program.expect("the text has a header");
        let hedges = program.queue.map(|queue| queue.orders.rules.iter().all(|rule| rule.value.usually));
        assert_eq!(hedges, Some(true));
    }
}
