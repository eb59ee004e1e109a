//! A covered case for which a commitment says nothing, not even that nothing is promised.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::spoken;

/// Looks at every commitment.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let program = context.program;
    for (name, commitment) in &program.commitments {
        let covered = program.scope.as_ref().map(|scope| &scope.covered);
        let gaps = covered
            .map_or_else(|| commitment.rules.gaps.clone(), |covered| commitment.rules.gaps.and(covered));
        let Some(case) = gaps.witness(&program.space) else { continue };
        let (names, words) = context.legend().case(&program.space, &case, &gaps);
        let (kinds, words) = context.legend().summary(&program.space, &gaps).unwrap_or((1, words));
        let title = spoken(commitment.clause.title.as_deref(), name).to_lowercase();
        let message = if commitment.rules.rules.is_empty() {
            format!("`{name}` promises nothing: it has no figure")
        } else {
            let many =
                if kinds == 1 { "1 kind of case".to_owned() } else { format!("{kinds} kinds of case") };
            format!("no {title} is promised for {many} that the policy covers")
        };
        let mut finding = Diagnostic::new(&registry::MISSING_COMMITMENT, name.span, message)
            .label("nothing here fits them")
            .case(names, words)
            .help("add them to the table, or say `none` if nothing is promised");
        finding.several_cases = kinds > 1;
        findings.push(finding);
    }
}
