//! The scope: what is covered, what is not, and what can be had instead.
//!
//! In: the `scope` declaration. Out: its lines with their cases, and exactly the covered cases.

use super::context::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::{Clause, Cond, Exclusion, Scope, SetLine};
use crate::syntax::ast::{self, Decl, Inner, Statement};
use crate::value::{Condition, Name};
use std::sync::Arc;

/// What can be turned to instead of what is not covered.
pub const INSTEAD: [&str; 3] = ["offer", "party", "document"];

/// The scope; the covered cases were worked out with the space.
pub fn scope<'a>(context: &mut Context<'a>, decl: &'a Decl<ast::Scope>) -> Scope {
    let clause = context.declaration(decl);
    let mut scope = Scope {
        clause,
        covers: Vec::new(),
        excludes: Vec::new(),
        covered: context.covered.clone(),
        may_cover: false,
        may_exclude: false,
    };
    let mut number = 0;
    for statement in decl.body.own() {
        context.inside(statement.audience.as_ref(), |context| {
            line(context, statement, &mut scope, &mut number);
        });
    }
    if let Some(domain) = &scope.clause.when {
        let span = domain.written.as_deref().map_or(scope.clause.span, Condition::span);
        context.error(
            &registry::NOT_USED_HERE,
            span,
            "a scope speaks of every case, so `only when` has no meaning in it",
            "say it in `covers`",
        );
    }
    scope
}

fn line<'a>(
    context: &mut Context<'a>,
    statement: &'a Statement<ast::Scope>,
    scope: &mut Scope,
    number: &mut usize,
) {
    let Some(kind) = &statement.kind else {
        scope.may_cover |= statement.tag == "covers";
        scope.may_exclude |= statement.tag == "excludes";
        return;
    };
    if let Some(condition) = &statement.when
        && let Some(test) = condition.tests().into_iter().find(|test| test.fact.as_str() == "covered")
    {
        context.error(
            &registry::CIRCULAR_FACT,
            test.span,
            "what is covered cannot depend on what is covered",
            "this is what the scope says",
        );
        return;
    }
    match kind {
        ast::Scope::Covers { name, text } => {
            let named = name.clone().or_else(|| statement.name.clone());
            let name = named.unwrap_or_else(|| {
                *number += 1;
                Name::new(number.to_string(), statement.span)
            });
            let Some(mut clause) = clause(context, "coverage", &name, statement) else { return };
            clause.title = text.clone().map(Arc::new);
            let when = clause.when.clone().unwrap_or_else(Cond::always);
            scope.covers.push(SetLine { value: (), clause, when, span: statement.span });
        }
        ast::Scope::Excludes { name, text } => {
            let mut instead = Vec::new();
            context.inner(statement.body.as_deref(), |context, inner, kind| match kind {
                Inner::Instead { name } => {
                    let to = context.one_of(&INSTEAD, name);
                    let when = context.limited(inner, "`instead`");
                    if let (Some(to), Ok(when)) = (to, when) {
                        instead.push((to, when));
                    }
                }
                Inner::Item { .. } | Inner::Lists { .. } | Inner::Holds { .. } => {
                    misplaced(context, inner);
                }
            });
            let Some(mut clause) = clause(context, "exclusion", name, statement) else { return };
            clause.title = Some(Arc::new(text.clone()));
            let when = clause.when.clone().unwrap_or_else(Cond::always);
            scope.excludes.push(SetLine { value: Exclusion { instead }, clause, when, span: statement.span });
        }
    }
}

fn clause<'a>(
    context: &mut Context<'a>,
    keyword: &'static str,
    name: &Name,
    statement: &'a Statement<ast::Scope>,
) -> Option<Clause> {
    context.statement(keyword, name.clone(), &["scope-", name.as_str()].concat(), statement)
}

/// A statement in a body where it means nothing; the schema lets it through only by mistake.
pub fn misplaced(context: &mut Context<'_>, statement: &Statement<Inner>) {
    let finding = Diagnostic::new(
        &registry::NOT_USED_HERE,
        statement.span,
        format!("`{}` has no meaning between these braces", statement.tag),
    );
    context.report(finding.label("not used"));
}
