//! Plans and entitlements: what each plan costs, how long it runs, and what it grants, with what it inherits.
//!
//! In: the `plan` and `entitlement` declarations and the rules that tables give. Out: plans, and for each entitlement the
//! rules of its grants. A plan's own grant of a thing replaces what it would inherit of that thing.

use super::commitments::title;
use super::context::Context;
use super::order::plans_below;
use super::rules::Draft;
use super::say;
use super::space::readers;
use super::tables::TableRules;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::{Cond, Entitlement, Grant, Layer, Origin, Plan, Rule, RuleSet, Runs};
use crate::syntax::ast::{self, Decl, Declaration, Statement};
use crate::value::{Amount, Name, Quantity};
use indexmap::IndexMap;

/// The grants of all plans before anything is inherited.
#[derive(Debug, Default)]
pub struct Grants {
    own: Vec<Own>,
    broken: bool,
}

/// A grant as a plan says it.
#[derive(Clone, Debug)]
struct Own {
    plan: Name,
    entitlement: Name,
    rule: Rule<Grant>,
}

/// All plans, and what they grant themselves.
pub fn plans(context: &mut Context<'_>) -> (IndexMap<Name, Plan>, Grants) {
    let extends = context.extends();
    circles(context, &extends);
    let mut plans = IndexMap::new();
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

fn circles(context: &mut Context<'_>, extends: &[(Name, Vec<Name>)]) {
    let mut told: Vec<Name> = Vec::new();
    for (plan, _) in extends {
        let below = plans_below(extends, plan.as_str());
        // A plan is left out of what lies below itself, so the circle shows in those right below.
        let closes = extends
            .iter()
            .any(|(other, right)| right.contains(plan) && (other == plan || below.contains(other)));
        if closes && !told.contains(plan) {
            told.push(plan.clone());
            told.extend(
                below.into_iter().filter(|other| plans_below(extends, other.as_str()).contains(plan)),
            );
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
}

fn plan<'a>(
    context: &mut Context<'a>,
    decl: &'a Decl<ast::Plan>,
    extends: &[(Name, Vec<Name>)],
    grants: &mut Grants,
) -> Option<Plan> {
    let name = decl.name.clone()?;
    let clause = context.declaration(decl);
    let mut right_below = Vec::new();
    let mut runs = Vec::new();
    let mut price = Draft::default();
    let mut number = 0;
    for statement in decl.body.own() {
        context.inside(statement.audience.as_ref(), |context| match &statement.kind {
            None => match statement.tag {
                "price" => {
                    let amount = Amount::Unfilled(statement.span);
                    price.add(context.line(&format!("plan/{name}/price"), statement, &mut number, amount));
                }
                _ => grants.broken = true,
            },
            Some(ast::Plan::Extends { plan }) => {
                context.bare(statement, "`extends`");
                right_below.extend(context.names(&["plan"], plan));
            }
            Some(ast::Plan::Price { amount }) => {
                context.unhedged(statement, "a price");
                let good = context.amount(amount, name.as_str(), &|_| false);
                let rule =
                    context.line(&format!("plan/{name}/price"), statement, &mut number, amount.clone());
                price.add(good.and(rule));
            }
            Some(ast::Plan::Grants { entitlement }) => {
                context.unhedged(statement, "a grant");
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
                context.unhedged(statement, "a grant");
                let quantity = Quantity {
                    per: measure.clone().or_else(|| limit.per.clone()),
                    at_a_time: *at_a_time || limit.at_a_time,
                    at_most: at_most.map(|most| most.value).or(limit.at_most),
                    ..limit.clone()
                };
                let grant = Grant::Limit { quantity, unused_lapse: *unused_lapse };
                own(context, &name, entitlement, grant, statement, grants);
            }
            Some(ast::Plan::Runs { duration, then_renews, notice }) => {
                let good = context.duration(duration);
                let known = notice.as_ref().is_none_or(|notice| context.duration(notice));
                let clause = context.statement("runs", name.clone(), &format!("plan-{name}-runs"), statement);
                if let (true, true, Some(clause)) = (good, known, clause) {
                    runs.push(Runs {
                        duration: duration.clone(),
                        renews: *then_renews,
                        notice: notice.clone(),
                        clause,
                    });
                }
            }
        });
    }
    let what = format!("the price of {}", title(decl.title.as_ref(), &name));
    let domain = context.value("plan", name.as_str()).map(|cases| Cond { written: None, cases });
    let price = context.resolve(&what, domain.as_ref(), price, Amount::same_as, say::amount, name.span);
    let below = plans_below(extends, name.as_str());
    let below =
        below.into_iter().filter(|plan| context.symbols().get("plan", plan.as_str()).is_some()).collect();
    Some(Plan { clause, extends: right_below, below, price, runs })
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
    let path = context.path(format!("{entitlement}/{last}"));
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
        when: Cond { written, cases },
        layer,
        origin: Origin::Line,
        span: statement.span,
    };
    grants.own.push(Own { plan: plan.clone(), entitlement: entitlement.clone(), rule });
}

/// An entitlement with the grants of all plans.
pub fn entitlement<'a>(
    context: &mut Context<'a>,
    decl: &'a Decl<ast::Plain>,
    plans: &IndexMap<Name, Plan>,
    grants: &Grants,
    tables: &mut TableRules,
) -> Option<Entitlement> {
    let name = decl.name.clone()?;
    let clause = context.declaration(decl);
    let mut draft = tables.grants(&name);
    draft.broken |= grants.broken;
    let mut in_plans: Vec<Rule<Grant>> = Vec::new();
    for plan in plans.keys() {
        let own = own_of(grants, plan, &name);
        if !own.is_empty() {
            in_plans.extend(own.iter().map(|own| own.rule.clone()));
            continue;
        }
        for from in givers(plans, grants, plan, &name) {
            inherit(context, plan, from, &mut in_plans);
        }
    }
    draft.rules.extend(in_plans);
    let what = title(decl.title.as_ref(), &name);
    let domain = clause.when.clone();
    let rules: RuleSet<Grant> =
        context.resolve(&what, domain.as_ref(), draft, |a, b| a == b, say::grant, name.span);
    Some(Entitlement { clause, rules })
}

fn own_of<'g>(grants: &'g Grants, plan: &Name, entitlement: &Name) -> Vec<&'g Own> {
    grants.own.iter().filter(|own| own.plan == *plan && own.entitlement == *entitlement).collect()
}

/// The grants that a plan inherits: of each plan right below it those that count there.
fn givers<'g>(
    plans: &IndexMap<Name, Plan>,
    grants: &'g Grants,
    plan: &Name,
    entitlement: &Name,
) -> Vec<&'g Own> {
    let mut found: Vec<&Own> = Vec::new();
    let mut seen = vec![plan.clone()];
    let mut waiting: Vec<Name> = plans.get(plan).map(|plan| plan.extends.clone()).unwrap_or_default();
    while !waiting.is_empty() {
        let below = waiting.remove(0);
        if seen.contains(&below) {
            continue;
        }
        let own = own_of(grants, &below, entitlement);
        if own.is_empty() {
            waiting.extend(plans.get(&below).map(|plan| plan.extends.clone()).unwrap_or_default());
        }
        found.extend(own);
        seen.push(below);
    }
    found
}

fn inherit(context: &mut Context<'_>, plan: &Name, from: &Own, rules: &mut Vec<Rule<Grant>>) {
    let Some(is) = context.value("plan", plan.as_str()) else { return };
    let path = context.path(format!("{}/{plan}", from.entitlement));
    let anchor = context.anchor(&path);
    let cases = from.rule.clause.when.as_ref().map_or_else(|| is.clone(), |cond| cond.cases.and(&is));
    let mut rule = from.rule.clone();
    rule.path = path;
    rule.clause.anchor = anchor;
    rule.clause.name = plan.clone();
    rule.when.cases = cases;
    rule.origin = Origin::Inherited;
    rules.push(rule);
}
