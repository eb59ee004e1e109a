//! Clauses: names, anchors, audiences, and words.

use super::super::RulesError;
use super::context::Context;
use crate::emit::rules::types::{Audience, Clause, Reference, True};
use crate::hir;
use crate::hir::Cond;
use crate::source::Span;
use smol_str::SmolStr;

/// A declaration or statement with its own condition.
pub fn clause(cx: &Context<'_>, said: &hir::Clause) -> Result<Clause, RulesError> {
    with_cond(cx, said, said.when.as_ref())
}

/// A line of a set, whose condition stands beside its clause.
pub fn with_cond(cx: &Context<'_>, said: &hir::Clause, when: Option<&Cond>) -> Result<Clause, RulesError> {
    let cases = cx.view.cond(when)?;
    Ok(Clause { cases, ..plain(cx, said, said.name.text.clone(), said.span) })
}

/// A clause under an id, without a condition.
pub fn plain(cx: &Context<'_>, said: &hir::Clause, id: SmolStr, span: Span) -> Clause {
    Clause {
        id,
        title: said.title.as_ref().map(|text| cx.texts(text)),
        means: said.means.iter().map(|text| cx.texts(text)).collect(),
        text: cx.notes(&said.prose),
        notes: cx.notes(&said.notes),
        because: said.because.iter().map(|text| cx.texts(text)).collect(),
        see: references(cx, &said.see),
        formerly: said.formerly.iter().map(ToString::to_string).collect(),
        unfilled: said.unfilled.then_some(True),
        cases: None,
        audience: audience(&said.audience),
        anchor: said.anchor.clone(),
        source: cx.source(span),
    }
}

/// References to what the audience sees.
pub fn references(cx: &Context<'_>, references: &[hir::Ref]) -> Vec<Reference> {
    references.iter().filter(|reference| !cx.hidden.reference(reference)).map(reference).collect()
}

/// A reference.
pub fn reference(reference: &hir::Ref) -> Reference {
    Reference { kind: SmolStr::new_static(reference.keyword), id: reference.name.text.clone() }
}

/// An audience.
pub fn audience(audience: &hir::Audience) -> Audience {
    match audience {
        hir::Audience::Everybody => Audience::Everybody,
        hir::Audience::Internal => Audience::Internal,
        hir::Audience::Party(name) => Audience::Party(name.to_string()),
    }
}
