//! Words about changes or maintenance that state another notice than the one that is promised.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::{Notice, Rule};
use crate::lint::prose::{Compared, Passage, Stated, Tag};

/// Words that may stand between a length of time and what makes a notice of it.
const NEAR: usize = 3;

/// Looks at the words of the clause about changes, and of each maintenance.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let program = context.program;
    for passage in context.prose().perhaps_with(Tag::Ahead) {
        let rules = match passage.place.keyword {
            "changes" => program.changes.as_ref().map(|changes| &changes.notices.rules),
            "maintenance" => program
                .maintenances
                .get(&passage.place.owner.name)
                .map(|maintenance| &maintenance.notices.rules),
            "product" => {
                program.products.get(&passage.place.owner.name).map(|product| &product.notices.rules)
            }
            _ => None,
        };
        let Some([rule]) = rules.map(Vec::as_slice) else { continue };
        let lengths = passage.lengths();
        for stated in &lengths {
            let alone = lengths.iter().filter(|other| other.sentence == stated.sentence).count() == 1;
            let silent = [Tag::Not, Tag::Hedge, Tag::You];
            if alone && is_notice(passage, stated) && !passage.tokens().says(stated.sentence, &silent) {
                findings.extend(contradicted(context, passage, stated, rule));
            }
        }
    }
}

/// Whether "in advance" or its like stands right before or behind a length of time.
fn is_notice(passage: &Passage<'_>, stated: &Stated) -> bool {
    let around = stated.tokens.start.saturating_sub(NEAR)..stated.tokens.end + NEAR;
    passage
        .tokens()
        .marks_in(stated.sentence)
        .any(|mark| mark.tag == Tag::Ahead && around.contains(&mark.tokens.start))
}

fn contradicted(
    context: &Context<'_>,
    passage: &Passage<'_>,
    stated: &Stated,
    rule: &Rule<Notice>,
) -> Option<Diagnostic> {
    let Notice::Ahead(promised, _) = &rule.value else { return None };
    let promised = promised.known()?;
    if !matches!(stated.compare(promised), Compared::Shorter | Compared::Longer) {
        return None;
    }
    let written = passage.written(stated.tokens.clone());
    let promised = context.sources.slice(promised.span);
    Some(
        Diagnostic::new(
            &registry::CONTRADICTED_NOTICE,
            passage.span(stated.tokens.clone()),
            format!("the text says {written}, and the notice is {promised}"),
        )
        .label("not what is promised")
        .related(rule.span, "the notice")
        .help("quote it, as in `{changes notice}`, so that both always say the same"),
    )
}
