//! A sentence that states another figure than the rule it speaks of.
//!
//! Which rule that is, and whether a sentence claims anything at all, is decided in [`crate::lint::prose`]; a loose
//! figure that is true of all cases is left alone.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::{Rule, spoken};
use crate::lint::prose::{Claim, Verdict};
use crate::value::{Figure, Promise};

/// Looks at every claim of the texts.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for claim in context.claims() {
        let Verdict::Differs { rule, cases, alone, condition } = &claim.verdict else { continue };
        let passage = &context.prose().passages[claim.passage];
        let span = passage.span(claim.stated.tokens.clone());
        let stated = passage.written(claim.stated.tokens.clone());
        let clause = &claim.commitment.clause;
        let title = spoken(clause.title.as_deref(), &clause.name);
        let promised = promised(context, rule);
        let mut finding = Diagnostic::new(
            &registry::CONTRADICTED_FIGURE,
            span,
            format!("the text says {stated}, and `{title}` promises {promised}"),
        )
        .label("not what the rule says")
        .related(rule.span, "the rule");
        if let Some(case) = cases.witness(&context.program.space).filter(|_| !alone) {
            let (names, words) = context.legend().case(&context.program.space, &case, cases);
            finding = finding.case(names, words);
        }
        findings.push(quote(finding.help(help(claim)), claim, rule, condition.as_deref(), *alone, span));
    }
}

/// What a rule promises, as it was written.
fn promised(context: &Context<'_>, rule: &Rule<Figure>) -> String {
    match rule.value.promise {
        Promise::BestEffort => "only best effort".to_owned(),
        Promise::None => "no time".to_owned(),
        Promise::Within { .. }
        | Promise::By(_)
        | Promise::Release(_)
        | Promise::Every(_)
        | Promise::No
        | Promise::AsAgreed(_)
        | Promise::AsDecided(_)
        | Promise::Unfilled => context.sources.slice(rule.value.span).to_owned(),
    }
}

fn help(claim: &Claim<'_>) -> String {
    let name = &claim.commitment.clause.name;
    format!(
        "quote the rule, as in `{{{name} when …}}`, so that both always say the same; or correct the one that is wrong"
    )
}

fn quote(
    finding: Diagnostic,
    claim: &Claim<'_>,
    rule: &Rule<Figure>,
    condition: Option<&str>,
    alone: bool,
    span: crate::source::Span,
) -> Diagnostic {
    let Some(condition) = condition.filter(|_| alone && matches!(rule.value.promise, Promise::Within { .. }))
    else {
        return finding;
    };
    let name = &claim.commitment.clause.name;
    let quotation = format!("{{{name} when {condition}}}");
    finding.fix("quote the rule", false, span, quotation)
}
