//! A plan whose words promise best effort only, and for which the rules promise figures.

use super::Context;
use crate::cases::CaseSet;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::{Program, Rule, spoken};
use crate::lint::prose::{Role, Tag};
use crate::value::{Figure, Promise};

/// Looks at the words of every plan.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let program = context.program;
    for passage in context.prose().with(Tag::BestEffort) {
        let place = &passage.place;
        if place.keyword != "plan" || !matches!(place.role, Role::Title | Role::Means | Role::Free) {
            continue;
        }
        for mark in passage.marks(Tag::BestEffort) {
            let silent = [Tag::Not, Tag::Limit, Tag::Resolve, Tag::Resolution];
            if passage.tokens().says(mark.sentence(), &silent) {
                continue;
            }
            let Some(rule) = promised(program, place.owner.name.as_str()) else { continue };
            let title = spoken(place.owner.title.as_deref(), &place.owner.name);
            findings.push(
                Diagnostic::new(
                    &registry::BEST_EFFORT_BESIDE_FIGURE,
                    passage.span(mark.tokens()),
                    format!(
                        "`{title}` promises `{}` in words and {} in figures",
                        passage.written(mark.tokens()),
                        context.sources.slice(rule.span)
                    ),
                )
                .label("this promises no figure")
                .related(rule.span, "and this is one")
                .help("write `best effort` in the table too, or leave the words out"),
            );
        }
    }
}

/// A figure that is promised on a plan, where nothing else is promised on it.
fn promised<'a>(program: &'a Program, plan: &str) -> Option<&'a Rule<Figure>> {
    let dim = program.space.dim("plan")?;
    let class = program.space.class(dim, plan)?;
    let cases: CaseSet = program.space.is(dim, [class]).and(program.space.possible());
    let mut found = None;
    for commitment in program.commitments.values() {
        for region in commitment.rules.regions.iter().filter(|region| region.cases.overlaps(&cases)) {
            let rule = commitment.rules.rules.get(region.rule)?;
            match rule.value.promise {
                Promise::Within { .. } | Promise::By(_) => found = found.or(Some(rule)),
                Promise::None | Promise::No => {}
                Promise::Release(_)
                | Promise::Every(_)
                | Promise::BestEffort
                | Promise::AsAgreed(_)
                | Promise::AsDecided(_)
                | Promise::Unfilled => return None,
            }
        }
    }
    found
}
