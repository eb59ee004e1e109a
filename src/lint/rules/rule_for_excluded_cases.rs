//! A promise that holds only for cases that the scope excludes.

use super::Context;
use crate::cases::CaseSet;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::say;
use crate::value::Promise;

/// Looks at the promises of every commitment.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let program = context.program;
    let Some(scope) = program.scope.as_ref().filter(|scope| !scope.excludes.is_empty()) else { return };
    let all = scope.excludes.iter().fold(CaseSet::nothing(), |all, line| all.or(&line.when.cases));
    let excluded = all.minus(&scope.covered);
    let nobody = excluded.or(&program.space.possible().not());
    // That nothing is covered is one finding, of the scope.
    let by_one = || scope.excludes.iter().any(|line| program.space.possible().is_subset_of(&line.when.cases));
    if program.space.possible().is_subset_of(&nobody) && (!scope.covers.is_empty() || by_one()) {
        return;
    }
    for commitment in program.commitments.values() {
        for region in &commitment.rules.regions {
            let Some(rule) = commitment.rules.rules.get(region.rule) else { continue };
            let promises = match rule.value.promise {
                Promise::Within { .. } | Promise::By(_) | Promise::Release(_) | Promise::Every(_) => true,
                Promise::BestEffort
                | Promise::None
                | Promise::No
                | Promise::AsAgreed(_)
                | Promise::AsDecided(_)
                | Promise::Unfilled => false,
            };
            if !promises || !region.cases.is_subset_of(&nobody) {
                continue;
            }
            let Some(case) = region.cases.witness(&program.space) else { continue };
            let (names, words) = context.legend().case(&program.space, &case, &region.cases);
            let mut finding = Diagnostic::new(
                &registry::RULE_FOR_EXCLUDED_CASES,
                rule.span,
                format!("`{}` is promised only for cases that the policy excludes", say::figure(&rule.value)),
            )
            .label("nobody who is covered gets it")
            .case(names, words)
            .help("leave it out, or cover these cases");
            let line = scope.excludes.iter().find(|line| line.when.cases.contains(&case));
            if let Some(line) = line {
                finding = finding.related(line.span, "excluded here");
            }
            findings.push(finding);
        }
    }
}
