//! Entitlements: what they are, as the rows of the table of plans or as terms of their own.
//!
//! In: an entitlement. Out: the head of its row, with what it is in small print; an item; or a term.

use super::clause;
use super::context::Context;
use super::line::{Line, capitalised, joined, push_all, push_words, spaced};
use crate::document::model::{Answer, Block, Cell, Inline, Item, Term, plain_text};
use crate::hir::{Entitlement, Grant};
use crate::value::Name;

/// The entitlements that some plan grants, in order.
pub fn granted<'a>(cx: &Context<'a>) -> Vec<(&'a Name, &'a Entitlement)> {
    let all = cx.program.entitlements.iter().filter(|(_, entitlement)| cx.shows(&entitlement.clause));
    all.filter(|(_, entitlement)| is_granted_by_plans(cx, entitlement)).collect()
}

/// Whether lines that the reader sees grant it, and the plan makes a difference to that or is the only one. Where only lines
/// for others grant it, "No" would be wrong and "Yes" would tell what they say.
fn is_granted_by_plans(cx: &Context<'_>, entitlement: &Entitlement) -> bool {
    let Some(dim) = cx.program.space.dim("plan") else { return false };
    let alone = cx.program.plans.len() == 1;
    let mut grants = entitlement.rules.rules.iter().filter(|rule| rule.value != Grant::No);
    grants.any(|rule| cx.shows(&rule.clause) && (alone || rule.when.cases.dims().contains(&dim)))
}

/// The head of its row.
pub fn head(cx: &Context<'_>, entitlement: &Entitlement) -> Cell {
    let mut title = capitalised(cx.title(&entitlement.clause));
    push_all(&mut title, clause::marks(cx, &entitlement.clause.notes));
    Cell::header(title).with_small(small(cx, entitlement))
}

/// What is said of it, in one line.
fn small(cx: &Context<'_>, entitlement: &Entitlement) -> Line {
    let lines = clause::descriptions_without_notes(cx, &entitlement.clause);
    spaced(lines)
}

/// An item for the list of a single plan.
pub fn item(cx: &Context<'_>, entitlement: &Entitlement, (content, limit): (Line, Line)) -> Item {
    let title = cx.title(&entitlement.clause);
    let name = plain_text(&title);
    let mut line = vec![clause::strong(capitalised(title))];
    push_all(&mut line, clause::marks(cx, &entitlement.clause.notes));
    let is_yes = matches!(content.as_slice(), [Inline::Mark { answer: Answer::Yes, .. }]);
    let content = if is_yes { Line::new() } else { content };
    let granted = joined([content, limit], ", ");
    if !granted.is_empty() {
        push_words(&mut line, ": ");
        push_all(&mut line, cx.small(granted));
    }
    push_words(&mut line, ".");
    Item::clause(&entitlement.clause.anchor, name, spaced([line, small(cx, entitlement)]))
}

/// Entitlements that no plan grants and about which the policy says something: their table shows the rest.
pub fn loose(cx: &Context<'_>, names: &[&Name]) -> Option<Block> {
    let terms: Vec<Term> = names
        .iter()
        .filter_map(|name| cx.program.entitlements.get(*name))
        .filter(|entitlement| !is_granted_by_plans(cx, entitlement))
        .filter(|entitlement| entitlement.rules.rules.is_empty())
        .filter_map(|entitlement| super::role::described(cx, &entitlement.clause, Vec::new()))
        .collect();
    (!terms.is_empty()).then_some(Block::Terms(terms))
}
