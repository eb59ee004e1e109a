//! Requests are worked on as they come in, though graver ones are promised an answer sooner.

use super::Context;
use crate::cases::Dim;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::{Commitment, Fact, Program};
use crate::lint::clauses::{gravity, is_explained};
use crate::lint::prose::{Little, Mark, Passage, Role, Tag, is_request};
use crate::source::Span;
use crate::value::Figure;

/// Looks at the order of work beside the promises.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let program = context.program;
    let mut said = context.prose().with(Tag::InOrder).flat_map(orders_of_work).peekable();
    if program.queue.is_none() && said.peek().is_none() {
        return;
    }
    let Some((dim, fact)) = gravity(program) else { return };
    let Some(commitment) = program.commitments.values().find(|one| is_graver_first(one, dim)) else { return };
    for rule in orders(program, fact, dim) {
        findings.push(
            finding(rule, commitment, fact).help(format!("write `order {}, received`", fact.clause.name)),
        );
    }
    for span in said {
        findings.push(
            finding(span, commitment, fact)
                .help(format!("say that it holds for requests of one {}, or take it out", fact.clause.name)),
        );
    }
}

fn finding(span: Span, commitment: &Commitment, fact: &Fact) -> Diagnostic {
    let message = format!(
        "first come, first served, though `{}` depends on the {}",
        commitment.clause.name, fact.clause.name
    );
    Diagnostic::new(&registry::QUEUE_IGNORES_SEVERITY, span, message)
        .label("a grave request waits behind all that came before it")
        .related(commitment.clause.name.span, format!("promised by {}", fact.clause.name))
}

/// The lines of the queue that put all requests in the order of their receipt.
fn orders<'a>(program: &'a Program, fact: &'a Fact, dim: Dim) -> impl Iterator<Item = Span> {
    let queue = program.queue.iter().filter(|queue| !is_explained(&queue.clause));
    let rules = queue.flat_map(|queue| &queue.orders.rules);
    let found = rules.filter(move |rule| {
        let order = &rule.value;
        let by_receipt = order.facts.first().is_some_and(|fact| *fact == "received");
        let named = order.facts.contains(&fact.clause.name);
        let plain = order.except.is_none() && !order.usually && !is_explained(&rule.clause);
        // A line for some severities only has told them apart.
        by_receipt && !named && plain && !rule.when.cases.dims().contains(&dim)
    });
    found.map(|rule| rule.span)
}

/// Where a text says it of all requests: what is sold or explained has an order of its own, and who names an exception has told
/// them apart.
fn orders_of_work<'p>(passage: &'p Passage<'_>) -> impl Iterator<Item = Span> + 'p {
    const APART: [Tag; 7] =
        [Tag::Not, Tag::Limit, Tag::Hedge, Tag::Severity, Tag::Priority, Tag::OnlyException, Tag::Level];
    let (place, tokens) = (&passage.place, passage.tokens());
    let work = matches!(place.keyword, "policy" | "section" | "queue" | "commitment" | "process" | "scope");
    let explains = place.keyword == "queue" && is_explained(place.owner) || place.role == Role::Title;
    let hedged = place.duty.is_some_and(|duty| duty.usually || duty.not || duty.except.is_some());
    let marks = passage.marks(Tag::InOrder).filter(move |mark| {
        work && !explains
            && !hedged
            && !passage.has(Tag::OnlyException)
            && !tokens.says(mark.sentence(), &APART)
            && (names_requests(passage, mark.sentence()) || is_of_all_work(passage, mark.sentence()))
    });
    marks.map(|mark| passage.span(mark.tokens()))
}

/// Whether a sentence says of requests that they come in an order, and not of claims at an insurer.
fn names_requests(passage: &Passage<'_>, sentence: usize) -> bool {
    let tokens = passage.tokens();
    let said = tokens.all.get(tokens.sentence(sentence)).unwrap_or(&[]);
    let japanese = ["お問い合わせ", "問合せ", "依頼", "リクエスト", "チケット", "サポート"];
    let written = passage.piece.content.get(tokens.range(tokens.sentence(sentence))).unwrap_or("");
    japanese.iter().any(|word| written.contains(word)) || said.iter().any(|token| is_request(&token.text))
}

/// Whether a sentence says of all work that it is done in an order, and nothing else: "We work in order of arrival."
fn is_of_all_work(passage: &Passage<'_>, sentence: usize) -> bool {
    let marks = passage.tokens().marks_in(sentence);
    let known: Vec<_> =
        marks.filter(|mark| matches!(mark.tag, Tag::InOrder | Tag::Every)).map(Mark::tokens).collect();
    // Without a verb it may be of whatever is given out.
    let of_work = matches!(passage.place.keyword, "queue" | "commitment")
        || passage.tokens().says(sentence, &[Tag::We])
        || passage.says_little(sentence, &[Little::Helping]);
    of_work && passage.says_only(sentence, &[Little::Queued], &known)
}

/// Whether the figure depends on how grave a request is.
fn is_graver_first(commitment: &Commitment, dim: Dim) -> bool {
    let figures: Vec<&Figure> = commitment
        .rules
        .regions
        .iter()
        .filter(|region| region.cases.dims().contains(&dim))
        .filter_map(|region| commitment.rules.rules.get(region.rule))
        .map(|rule| &rule.value)
        .filter(|figure| figure.promise.is_due_once())
        .collect();
    figures.windows(2).any(|pair| matches!(pair, [one, other] if one != other))
}
