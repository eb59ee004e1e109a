//! Plans and entitlements: what each plan costs, how long it runs, and what it grants, with what it inherits.
//!
//! In: the `plan` and `entitlement` declarations and the rules that tables give. Out: plans, and for each entitlement the
//! rules of its grants. A plan's own grant of a thing replaces what it would inherit of that thing.

use super::commitments::title;
use super::context::Context;
use super::order::{Extends, MOST_BELOW};
use super::rules::Draft;
use super::space::readers;
use super::tables::TableRules;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::say;
use crate::hir::{Clause, Cond, Entitlement, Grant, Layer, Origin, Plan, Rule, RuleSet, Runs};
use crate::source::Spanned;
use crate::syntax::ast::{self, Decl, Declaration, Open, Statement};
use crate::value::{Amount, Decimal, Measure, Name, Named, Quantity};
use std::collections::{BTreeSet, VecDeque};
use std::sync::Arc;

/// The grants of all plans before anything is inherited.
#[derive(Debug, Default)]
pub struct Grants {
    /// Of each entitlement the rules that each plan has itself.
    own: Named<Named<Vec<Rule<Grant>>>>,
    /// Of each entitlement the lines of plans of which nobody knows yet when they hold.
    waiting: Named<Vec<(Name, Rule<Grant>)>>,
    broken: bool,
}

/// All plans, and what they grant themselves.
pub fn plans(context: &mut Context<'_>) -> (Named<Plan>, Grants) {
    let extends = Arc::clone(&context.extends);
    circles(context, &extends);
    too_high(context, &extends);
    let mut plans = Named::default();
    let mut grants = Grants::default();
    for placed in &context.resolved.declarations {
        if let Declaration::Plan(decl) = placed.declaration {
            let plan = context.reading(readers(placed), |context| plan(context, decl, &extends, &mut grants));
            if let Some(plan) = plan {
                plans.entry(plan.clause.name.clone()).or_insert(plan);
            }
        }
    }
    (plans, grants)
}

fn circles(context: &mut Context<'_>, extends: &Extends) {
    for plan in extends.circles() {
        let finding = Diagnostic::new(
            &registry::CYCLIC_EXTENDS,
            plan.span,
            format!("the plan `{plan}` extends itself in the end"),
        )
        .label("part of a circle")
        .help("let the lowest plan extend nothing");
        context.report(finding);
    }
}

fn too_high(context: &mut Context<'_>, extends: &Extends) {
    for plan in &extends.too_high {
        let finding = Diagnostic::new(
            &registry::TOO_DEEP,
            plan.span,
            format!("the plan `{plan}` stands above more than {MOST_BELOW} others"),
        )
        .label("extends too many, one by one or all at once")
        .help("let it extend fewer plans; what is no plan of its own can be a term, a product or a fact");
        context.report(finding);
    }
}

fn plan<'a>(
    context: &mut Context<'a>,
    decl: &'a Decl<ast::Plan>,
    extends: &Extends,
    grants: &mut Grants,
) -> Option<Plan> {
    let name = decl.name.clone()?;
    let clause = context.declaration(decl);
    let mut right_below = Vec::new();
    let mut runs = Vec::new();
    let mut price = Draft::default();
    let mut number = 0;
    let owner = ["plan/", name.as_str(), "/price"].concat();
    for statement in decl.body.own() {
        context.inside(statement.audience.as_ref(), |context| match &statement.kind {
            None if statement.tag == "price" => {
                let amount = Amount::Unfilled(statement.span);
                context.unfilled_line((&owner, &clause), statement, &mut number, amount, &mut price);
            }
            None => {
                grants.broken = true;
                waits(context, (&name, &clause), statement, grants);
            }
            Some(ast::Plan::Extends { plan }) => {
                context.bare(statement, "`extends`");
                right_below.extend(context.names(&["plan"], plan));
            }
            Some(ast::Plan::Price { amount }) => {
                let good = context.amount(amount, name.as_str(), &|_| false);
                let rule =
                    context.pricing(|context| context.line(&owner, statement, &mut number, amount.clone()));
                price.add(good.and(rule));
            }
            Some(ast::Plan::Grants { entitlement }) => {
                for thing in entitlement {
                    own(context, &name, thing, Grant::Yes, statement, grants);
                }
            }
            Some(ast::Plan::GrantsLimit {
                limit,
                of: _,
                entitlement,
                measure,
                at_a_time,
                at_most,
                unused_lapse,
            }) => {
                let quantity = quantity(limit, measure.as_ref(), (*at_a_time, at_most.as_ref()));
                let per = quantity.as_ref().and_then(|quantity| quantity.per.as_ref());
                let counted = context.inside(statement.audience.as_ref(), |context| context.counted(per));
                let grant = match quantity {
                    Some(quantity) if counted => Grant::Limit { quantity, unused_lapse: *unused_lapse },
                    Some(_) | None => Grant::Unfilled,
                };
                own(context, &name, entitlement, grant, statement, grants);
            }
            Some(ast::Plan::Runs { duration, then_renews, notice, channel }) => {
                let good = context.stated(duration);
                let known = notice.as_ref().is_none_or(|notice| context.stated(notice));
                let via = context.names(&["channel"], channel);
                let known = known && via.len() == channel.len();
                let clause = context.statement("runs", name.clone(), &format!("plan-{name}-runs"), statement);
                if let (true, true, Some(clause)) = (good, known, clause) {
                    runs.push(Runs {
                        duration: duration.clone(),
                        renews: *then_renews,
                        notice: notice.clone(),
                        via,
                        clause,
                    });
                }
            }
        });
    }
    let what = || format!("the price of {}", title(decl.title.as_deref(), &name));
    let domain = context.value("plan", name.as_str()).map(|cases| Cond { written: None, cases });
    let price = context.resolve_amounts(&what, domain.as_ref(), price, name.span);
    let below = extends.below(name.as_str());
    let below =
        below.into_iter().filter(|plan| context.symbols().get("plan", plan.as_str()).is_some()).collect();
    Some(Plan { clause, extends: right_below, below, price, runs })
}

/// How much is granted; none while a part of it is not known.
fn quantity(
    limit: &Open<Quantity>,
    measure: Option<&Open<Measure>>,
    (at_a_time, at_most): (bool, Option<&Open<Spanned<Decimal>>>),
) -> Option<Quantity> {
    let limit = limit.known()?;
    let per = measure.map_or(Some(None), |measure| measure.known().cloned().map(Some))?;
    let most = at_most.map_or(Some(None), |most| most.known().map(|most| Some(most.value)))?;
    Some(Quantity {
        per: per.or_else(|| limit.per.clone()),
        at_a_time: at_a_time || limit.at_a_time,
        at_most: most.or(limit.at_most),
        ..limit.clone()
    })
}

/// Keeps what a line grants of which nobody knows yet when it holds.
fn waits<'a>(
    context: &mut Context<'a>,
    (plan, clause): (&Name, &Clause),
    statement: &'a Statement<ast::Plan>,
    grants: &mut Grants,
) {
    let things: &[Name] = match statement.held.as_deref() {
        Some(ast::Plan::Grants { entitlement }) => entitlement,
        Some(ast::Plan::GrantsLimit { entitlement, .. }) => std::slice::from_ref(entitlement),
        Some(ast::Plan::Extends { .. } | ast::Plan::Price { .. } | ast::Plan::Runs { .. }) | None => return,
    };
    for thing in things {
        if !context.known(&["entitlement"], thing) {
            continue;
        }
        let mut draft = Draft::default();
        let owner = (thing.as_str(), clause);
        context.unfilled_line(owner, statement, &mut 0, Grant::Unfilled, &mut draft);
        let rules = draft.waiting.into_iter().map(|rule| (plan.clone(), rule));
        grants.waiting.entry(thing.clone()).or_default().extend(rules);
    }
}

fn own<'a>(
    context: &mut Context<'a>,
    plan: &Name,
    entitlement: &Name,
    grant: Grant,
    statement: &'a Statement<ast::Plan>,
    grants: &mut Grants,
) {
    let known = context.known(&["entitlement"], entitlement);
    let last = statement.name.as_ref().unwrap_or(plan);
    let path = context.path(&[entitlement.as_str(), "/", last.as_str()].concat());
    let clause = context.statement("rule", Name::new(last.as_str(), statement.mark()), &path, statement);
    let (true, Some(clause)) = (known, clause) else {
        grants.broken = true;
        return;
    };
    let is = context.value("plan", plan.as_str());
    let Some(is) = is else { return };
    let written = clause.when.as_ref().and_then(|cond| cond.written.clone());
    let cases = clause.when.as_ref().map_or_else(|| is.clone(), |cond| cond.cases.and(&is));
    let layer = if statement.except.is_some() { Layer::Except } else { Layer::Base };
    let rule = Rule {
        path,
        value: grant,
        clause,
        // A line that grants several things is not taken out for one of them.
        words: None,
        when: Cond { written, cases },
        layer,
        origin: Origin::Line,
        span: statement.span,
    };
    let own = grants.own.entry(entitlement.clone()).or_default();
    own.entry(plan.clone()).or_default().push(rule);
}

/// An entitlement with the grants of all plans.
pub fn entitlement<'a>(
    context: &mut Context<'a>,
    decl: &'a Decl<ast::Plain>,
    plans: &Named<Plan>,
    grants: &Grants,
    tables: &mut TableRules,
) -> Option<Entitlement> {
    let name = decl.name.clone()?;
    let clause = context.declaration(decl);
    let mut draft = tables.grants(&name);
    draft.broken |= grants.broken;
    let mut in_plans: Vec<Rule<Grant>> = Vec::new();
    draft.broken |= !context.extends.too_high.is_empty();
    if let Some(own) = grants.own.get(&name).filter(|_| context.extends.too_high.is_empty()) {
        // Only plans that grant it, and plans above these, can have it.
        let mut can_have = vec![false; plans.len()];
        for plan in own.keys() {
            let above = context.extends.above(plan.as_str());
            for at in above.iter().chain([plan]).filter_map(|plan| plans.get_index_of(plan)) {
                can_have[at] = true;
            }
        }
        for (plan, _) in plans.keys().zip(can_have).filter(|(_, can_have)| *can_have) {
            if let Some(own) = own.get(plan) {
                in_plans.extend(own.iter().cloned());
                continue;
            }
            for from in givers(plans, own, plan) {
                inherit(context, (plan, &name), from, &mut in_plans);
            }
        }
    }
    draft.rules.extend(in_plans);
    for (plan, rule) in grants.waiting.get(&name).into_iter().flatten() {
        // It is inherited like every grant, by plans that say nothing of the thing themselves.
        let silent = |plan: &&Name| grants.own.get(&name).is_none_or(|own| !own.contains_key(*plan));
        let above = context.extends.above(plan.as_str());
        let whose: Vec<&Name> = std::iter::once(plan).chain(above.iter().filter(silent)).collect();
        for whose in whose {
            let Some(cases) = context.value("plan", whose.as_str()) else { continue };
            draft.waiting.push(Rule { when: Cond { written: None, cases }, ..rule.clone() });
        }
    }
    let what = || title(decl.title.as_deref(), &name);
    let domain = clause.when.clone();
    let rules: RuleSet<Grant> =
        context.resolve(&what, domain.as_ref(), draft, |a, b| a == b, say::grant, name.span);
    Some(Entitlement { clause, rules })
}

/// The grants of a thing that a plan inherits: of each plan right below it those that count there.
fn givers<'g>(plans: &Named<Plan>, own: &'g Named<Vec<Rule<Grant>>>, plan: &Name) -> Vec<&'g Rule<Grant>> {
    let right_below = |plan: &Name| plans.get(plan).map(|plan| plan.extends.clone()).unwrap_or_default();
    let mut found = Vec::new();
    let mut seen: BTreeSet<Name> = BTreeSet::from([plan.clone()]);
    let mut waiting: VecDeque<Name> = right_below(plan).into();
    while let Some(below) = waiting.pop_front() {
        if seen.contains(&below) {
            continue;
        }
        match own.get(&below) {
            Some(rules) => found.extend(rules),
            None => waiting.extend(right_below(&below)),
        }
        seen.insert(below);
    }
    found
}

/// Adds the rule of a plan below for a plan, of an entitlement.
fn inherit(
    context: &mut Context<'_>,
    (plan, entitlement): (&Name, &Name),
    from: &Rule<Grant>,
    rules: &mut Vec<Rule<Grant>>,
) {
    let Some(is) = context.value("plan", plan.as_str()) else { return };
    let path = context.path(&[entitlement.as_str(), "/", plan.as_str()].concat());
    let anchor = context.anchor(&path);
    let cases = from.clause.when.as_ref().map_or_else(|| is.clone(), |cond| cond.cases.and(&is));
    let mut rule = from.clone();
    rule.path = path;
    rule.clause.anchor = anchor;
    rule.clause.name = plan.clone();
    rule.when.cases = cases;
    rule.origin = Origin::Inherited;
    rules.push(rule);
}
