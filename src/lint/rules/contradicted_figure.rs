//! A sentence that states another figure than the rule it speaks of.
//!
//! Which rule that is, and whether a sentence claims anything at all, is decided in [`crate::lint::prose`]; a loose
//! figure that is true of all cases is left alone. The time to claim what a missed promise gives is no promise to answer, and is
//! looked for by the words of claiming.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::{Clause, Rule, spoken};
use crate::lint::prose::{Claim, Compared, Passage, Stated, Tag, Verdict};
use crate::value::{Duration, Figure, Promise};

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
    for passage in context.prose().perhaps_with(Tag::Claim) {
        let lengths = passage.lengths();
        let alone =
            |stated: &Stated| lengths.iter().filter(|one| one.sentence == stated.sentence).count() == 1;
        let claims = lengths.iter().filter(|stated| alone(stated) && is_of_claims(passage, stated));
        findings.extend(claims.filter_map(|stated| other_claim(context, passage, stated)));
    }
}

/// Words that may stand between a length of time and the word of claiming beside it. What was claimed is paid out within other times.
const BESIDE: usize = 1;

/// Whether a sentence says by when something is claimed, and nothing before it limits that.
fn is_of_claims(passage: &Passage<'_>, stated: &Stated) -> bool {
    const OTHER: [Tag; 8] = [
        Tag::Not,
        Tag::Hedge,
        Tag::Respond,
        Tag::Response,
        Tag::Resolve,
        Tag::Resolution,
        Tag::Complaint,
        Tag::BestEffort,
    ];
    let tokens = passage.tokens();
    let limited = tokens
        .marks_in(stated.sentence)
        .any(|mark| mark.tag == Tag::Limit && mark.tokens().start < stated.tokens.start);
    let beside = tokens.marks_in(stated.sentence).filter(|mark| mark.tag == Tag::Claim).any(|mark| {
        mark.tokens().end + BESIDE >= stated.tokens.start && stated.tokens.end + BESIDE >= mark.tokens().start
    });
    stated.deadline && !limited && beside && !tokens.says(stated.sentence, &OTHER)
}

/// Another time to claim something than the clause says in which it stands.
fn other_claim(context: &Context<'_>, passage: &Passage<'_>, stated: &Stated) -> Option<Diagnostic> {
    let program = context.program;
    let commitments = program.commitments.values().map(|one| (&one.clause, one.claimed.as_deref()));
    let services = program.availabilities.values().map(|one| (&one.clause, one.claimed.as_ref()));
    let known: Vec<(&Clause, &Duration)> =
        commitments.chain(services).filter_map(|(clause, claim)| Some((clause, &claim?.within))).collect();
    let place = &passage.place;
    let own =
        known.iter().filter(|(clause, _)| clause.keyword == place.keyword && clause.name == place.owner.name);
    // Elsewhere travel costs, defects and much else are claimed as well.
    let asked: Vec<&(&Clause, &Duration)> = own.collect();
    let (clause, first) = asked.first()?;
    let differs =
        |promised: &Duration| matches!(stated.compare(promised), Compared::Shorter | Compared::Longer);
    if !asked.iter().all(|(_, promised)| differs(promised)) {
        return None;
    }
    let written = passage.written(stated.tokens.clone());
    let title = spoken(clause.title.as_deref(), &clause.name);
    let promised = context.sources.slice(first.span);
    let message = format!("the text says {written}, and `{title}` gives {promised} to claim");
    Some(
        Diagnostic::new(&registry::CONTRADICTED_FIGURE, passage.span(stated.tokens.clone()), message)
            .label("not what the rule says")
            .related(first.span, "the time to claim")
            .help("correct the one that is wrong, or leave the figure out of the text"),
    )
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
