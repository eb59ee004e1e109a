//! All passes in order, and the program that they make.
//!
//! In: the trees of one policy, the file that was asked for first. Out: the program, if the files are a policy, and what
//! is wrong. A file without a header only lends its declarations to others: it is looked at as far as it goes, and what
//! it may get from a policy that uses it is not missed.

use super::context::Context;
use super::declared::{self, MANY, Plans};
use super::describe;
use super::space::readers;
use super::{
    arrange, composed, ensures, examples, header, languages, left_out, plans, prices, quotations, space,
    tables, unused,
};
use crate::diagnostic::{Diagnostic, Level, registry, sort};
use crate::hir::{Audience, Clause, Policy, Program};
use crate::resolve::{ALWAYS, Resolved, resolve};
use crate::source::{FileId, Span};
use crate::syntax::ast::{self, Declaration};
use crate::together;
use crate::value::Name;
use std::collections::BTreeMap;

/// What checking gives.
#[derive(Debug)]
pub struct Checked {
    /// The program; none when the files have no header, or are too many facts to look at.
    pub program: Option<Program>,
    /// What is wrong, in order.
    pub findings: Vec<Diagnostic>,
}

impl Checked {
    /// Takes out what may be wrong only because some line could not be read: names that such a line may have declared,
    /// cases that it may have covered. `explained` tells for the place of an unknown name whether a lost line mentions it.
    /// A name that is close to another one stays, since it is a slip of its own.
    pub fn without_consequences(&mut self, explained: impl Fn(Span) -> bool) {
        let names = [
            &registry::UNKNOWN_NAME,
            &registry::WRONG_KIND,
            &registry::UNKNOWN_FACT,
            &registry::UNKNOWN_VALUE,
            &registry::UNKNOWN_QUOTATION,
        ];
        let absence = [
            &registry::AMBIGUOUS_QUOTATION,
            &registry::UNREADABLE_TABLE,
            &registry::PARTIAL_FACT,
            &registry::IMPOSSIBLE_CONDITION,
            &registry::EXCEPTION_OUTSIDE_BASE,
            &registry::CASE_RULED_OUT,
            &registry::CASE_WITHOUT_VALUE,
            &registry::NOTHING_EXPECTED,
            &registry::EMPTY_ESCALATION,
            &registry::MISPLACED_STEP,
            &registry::MISSING_BUSINESS_HOURS,
            &registry::MISSING_ZONE,
            &registry::MISSING_TRANSLATION,
            &registry::UNDECLARED_LANGUAGE,
            &registry::NO_HEADER,
            &registry::EMPTY_FILE,
            &registry::RATE_WITHOUT_BASE,
            &registry::NOT_USED_HERE,
            &registry::UNUSED_DECLARATION,
        ];
        self.findings.retain(|finding| {
            let follows =
                absence.contains(&finding.code) || names.contains(&finding.code) && explained(finding.span);
            !follows || !finding.fixes.is_empty()
        });
        if let Some(program) = &mut self.program {
            program.complete = false;
        }
    }
}

/// Checks a policy: the file that was asked for first, then the files that it uses.
pub fn program(files: &[(FileId, &ast::File)]) -> Checked {
    let mut resolved = resolve(files);
    let mut findings = std::mem::take(&mut resolved.findings);
    let Some((context, derived)) = space::build(&resolved, &mut findings) else {
        return Checked { program: None, findings };
    };
    let mut context = context;
    let header = resolved.declarations.iter().find_map(|placed| {
        let Declaration::Policy(decl) = placed.declaration else { return None };
        Some(header::header(&mut context, decl))
    });
    let library = header.is_none();
    let mut program = Program::new(header.unwrap_or_else(|| nobody(&mut context)), context.space.clone());
    let left_out = fill(&mut context, &mut program, derived, files);
    if library {
        headless(&mut context, &resolved);
        nothing_in(&mut context, files);
    } else {
        languages::languages(&mut context, &program.policy.languages);
        context.findings.extend(left_out);
        clocks(&mut context);
        unused::unused(&mut context);
    }
    findings.append(&mut context.findings);
    sort(&mut findings);
    findings.dedup();
    program.unfilled = context.unfilled;
    program.complete = !findings.iter().any(takes_away);
    Checked { program: (!library).then_some(program), findings }
}

/// Whether a finding is of an error that may have taken something out of the program, so that it is not missed there.
fn takes_away(finding: &Diagnostic) -> bool {
    let all_there = [
        &registry::CYCLIC_EXTENDS,
        &registry::LEAK,
        &registry::UNKNOWN_QUOTATION,
        &registry::AMBIGUOUS_QUOTATION,
        &registry::UNDECLARED_LANGUAGE,
    ];
    finding.code.level == Level::Error && !all_there.contains(&finding.code)
}

/// The header of a file that has none.
fn nobody(context: &mut Context<'_>) -> Policy {
    let anchor = context.anchor("policy");
    let nowhere = Span::default();
    let name = Name::new("policy", nowhere);
    Policy::new(Clause::silent("policy", name, anchor, Audience::Everybody, nowhere))
}

/// Understands everything that is declared, and finds what documents leave out.
fn fill<'a>(
    context: &mut Context<'a>,
    program: &mut Program,
    derived: super::derived::Tables,
    files: &[(FileId, &'a ast::File)],
) -> Vec<Diagnostic> {
    let mut rules = tables::tables(context);
    let (plans, grants) = plans::plans(context);
    let clauses = describe::value_clauses(context);
    declared::declared(context, program, &Plans { all: &plans, grants: &grants }, &mut rules);
    program.plans = plans;
    program.tables = std::mem::take(&mut rules.declarations);
    program.routing = tables::routing(context, &mut rules);
    let resolved = context.resolved;
    let ((), left_out) = together::both(
        resolved.declarations.len() >= MANY,
        || around(context, program, clauses, derived, files),
        || left_out::left_out(resolved),
    );
    left_out
}

/// Understands what speaks of all that is declared; examples last, since they speak of all the rest.
fn around<'a>(
    context: &mut Context<'a>,
    program: &mut Program,
    clauses: describe::ValueClauses,
    derived: super::derived::Tables,
    files: &[(FileId, &'a ast::File)],
) {
    program.facts = describe::facts(context, program, clauses, derived);
    program.layout = arrange::arrange(context, files);
    for info in context.facts.values() {
        if let Some(fact) = program.facts.get_mut(&info.name) {
            fact.only_prices = info.only_prices();
        }
    }
    composed::circles(context, &program.calendars);
    prices::circles(context, &program.prices);
    let (mut examples, mut tests) = (BTreeMap::new(), BTreeMap::new());
    for placed in &context.resolved.declarations {
        if let Declaration::Example(decl) = placed.declaration {
            let case = context
                .reading(readers(placed), |context| examples::case(context, decl, program, &mut examples));
            program.examples.push(case);
        }
        // Tests and proofs are never published, so they may rely on anything.
        if let Declaration::Test(decl) = placed.declaration {
            let case = context
                .reading(Audience::Internal, |context| examples::case(context, decl, program, &mut tests));
            program.tests.push(case);
        }
        if let Declaration::Ensure(decl) = placed.declaration {
            let ensure = context.reading(Audience::Internal, |context| ensures::ensure(context, decl));
            program.ensures.push(ensure);
        }
    }
    program.quotations = quotations::quotations(context, program);
    arrange::leave_out_unnamed(context, files, program);
    arrange::inside(context, program);
    program.former = std::mem::take(&mut context.former);
    if context.always {
        let always = composed::always(context);
        program.calendars.insert(Name::new(ALWAYS, Span::default()), always);
    }
}

/// A clock or a zone that is asked for and that the header does not name.
fn clocks(context: &mut Context<'_>) {
    let business = context.missing.business_hours;
    if let (Some(span), false) = (business, context.business) {
        let calendars: Vec<&str> =
            context.symbols().of("calendar").map(|symbol| symbol.name.as_str()).collect();
        let help = match calendars.as_slice() {
            [] => "declare a calendar, as `calendar office \"Office hours\" { … }`, and write `business hours office` in the header".to_owned(),
            [one] => format!("write `business hours {one}` in the header"),
            [one, ..] => format!("write `business hours {one}` in the header, or the name of another calendar"),
        };
        let finding = Diagnostic::new(
            &registry::MISSING_BUSINESS_HOURS,
            span,
            "business time is promised, and the header does not say when business hours are",
        )
        .label("hours of which calendar?")
        .help(help);
        context.report(finding);
    }
    let zone = context.missing.zone;
    if let (Some(span), false) = (zone, context.zone) {
        let finding = Diagnostic::new(
            &registry::MISSING_ZONE,
            span,
            "a time is named, and the header does not say in which zone",
        )
        .label("whose time?")
        .help("write `timezone Europe/Amsterdam` in the header, with your zone");
        context.report(finding);
    }
}

/// A file that was asked for and declares nothing.
fn nothing_in(context: &mut Context<'_>, files: &[(FileId, &ast::File)]) {
    if let Some((id, file)) = files.first()
        && file.items.is_empty()
    {
        let finding =
            Diagnostic::new(&registry::EMPTY_FILE, Span::new(*id, 0, 0), "this file declares nothing");
        context.report(finding.help("a policy begins with `policy some-name \"Title\" { … }`"));
    }
}

/// A file without a header: what only a whole policy can have needs one, and what may be declared elsewhere is not missed.
fn headless(context: &mut Context<'_>, resolved: &Resolved<'_>) {
    let elsewhere = [
        &registry::UNKNOWN_NAME,
        &registry::WRONG_KIND,
        &registry::UNKNOWN_FACT,
        &registry::UNKNOWN_VALUE,
        &registry::UNKNOWN_QUOTATION,
        &registry::UNREADABLE_TABLE,
        &registry::PARTIAL_FACT,
        &registry::CASE_WITHOUT_VALUE,
    ];
    context.findings.retain(|finding| elsewhere.iter().all(|code| *finding.code != **code));
    let whole = resolved.declarations.iter().find(|placed| {
        matches!(
            placed.declaration,
            Declaration::Scope(_)
                | Declaration::Queue(_)
                | Declaration::Changes(_)
                | Declaration::Example(_)
                | Declaration::Test(_)
                | Declaration::Ensure(_)
        )
    });
    if let Some(placed) = whole {
        let finding = Diagnostic::new(
            &registry::NO_HEADER,
            placed.declaration.mark(),
            "this file is a policy without a header",
        )
        .label("only a whole policy has this")
        .help("begin the file with `policy some-name \"Title\" { … }`");
        context.report(finding);
    }
}
