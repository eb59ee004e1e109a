//! The order of work.
//!
//! In: the queue. Out: a sentence for each of its lines, and the words about it.

use super::clause;
use super::context::Context;
use super::line::Line;
use super::{table, text};
use crate::document::model::{Block, Inline};
use crate::hir::FactKind;
use crate::value::Name;

/// The queue as blocks.
pub fn blocks(cx: &Context<'_>) -> Vec<Block> {
    let Some(queue) = &cx.program.queue else { return Vec::new() };
    let mut blocks: Vec<Block> = clause::opening(cx, &queue.clause, Vec::new()).into_iter().collect();
    for rule in queue.orders.rules.iter().filter(|rule| cx.shows(&rule.clause)) {
        let said = &rule.value;
        let orders: Vec<Line> = said.facts.iter().map(|fact| order(cx, fact)).collect();
        let orders = orders
            .into_iter()
            .reduce(|first, next| cx.say("queue-then", &[("first", first.into()), ("next", next.into())]));
        let usually = if said.usually { "yes" } else { "no" };
        let args = [("orders", orders.unwrap_or_default().into()), ("usually", usually.into())];
        let mut line = cx.say("queue-order", &args);
        if let Some(except) = &said.except {
            let except = cx.say("queue-except", &[("except", text::inline(cx, except).into())]);
            line = super::line::spaced([line, super::line::sentence(except)]);
        }
        blocks.push(clause::paragraph(&rule.clause.anchor, clause::statement(cx, &rule.clause, line)));
    }
    blocks.extend(clause::closing(cx, &queue.clause));
    blocks
}

/// `the gravest first`, `the oldest first`.
fn order(cx: &Context<'_>, fact: &Name) -> Line {
    match fact.as_str() {
        "received" => cx.say("queue-received", &[]),
        "severity" if cx.wording().name_for_words(fact) == "severity" => cx.say("queue-severity", &[]),
        "priority" if cx.wording().name_for_words(fact) == "priority" => cx.say("queue-priority", &[]),
        "plan" => cx.say("queue-plan", &[]),
        name => {
            let title = cx
                .small(vec![Inline::text(crate::document::model::plain_text(&table::fact_title(cx, name)))]);
            let kind = cx.program.facts.get(fact).map(|fact| &fact.kind);
            let key = match kind {
                Some(FactKind::Number(_)) => "queue-number",
                Some(FactKind::Date(_)) => "queue-date",
                // The first of them is the most.
                Some(FactKind::Values(_)) if matches!(name, "severity" | "priority") => "queue-level",
                Some(FactKind::Values(_) | FactKind::YesNo | FactKind::Duration(_)) | None => "queue-fact",
            };
            cx.say(key, &[("fact", title.into())])
        }
    }
}
