//! An answer, or the words of a price or an offer, that state another amount than the price they speak of.
//!
//! Only a sentence about what something costs counts, with one amount and no other number, and only about a price all of whose
//! amounts are written out. What is an amount of something else ("with tax", "a discount") is left alone.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::{Program, Ref};
use crate::lint::prose::{Kind, Passage, Role, Sum, Tag};
use crate::source::Span;
use crate::value::{Amount, Decimal, Name};

/// What keeps a sentence from being about the price itself.
const SILENT: [Tag; 5] = [Tag::Not, Tag::Hedge, Tag::Ceiling, Tag::OtherAmount, Tag::ForExample];
/// The lengths of time that a price can be for.
const UNITS: [Tag; 6] = [Tag::Hour, Tag::Day, Tag::Week, Tag::Month, Tag::BusinessHour, Tag::BusinessDay];

/// A price with its amounts as they are written.
struct Known<'p> {
    name: &'p Name,
    amounts: Vec<&'p Amount>,
}

/// Looks at the words of every price and offer, and at the answers about one of them.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let program = context.program;
    if program.prices.is_empty()
        && program.offers.is_empty()
        && program.plans.values().all(|plan| plan.price.rules.is_empty())
    {
        return;
    }
    for passage in &context.prose().passages {
        let place = &passage.place;
        if matches!(place.role, Role::Title | Role::Address | Role::Header) {
            continue;
        }
        let Some(known) = of(program, passage) else { continue };
        let sums = passage.sums();
        for sum in &sums {
            let alone = sums.iter().filter(|other| other.sentence == sum.sentence).count() == 1;
            if alone && is_price(context, passage, sum) && !fits(passage, sum, &known.amounts) {
                findings.push(finding(context, passage, sum, &known));
            }
        }
    }
}

/// The one price that a text speaks of, if all its amounts are in words of its own.
fn of<'p>(program: &'p Program, passage: &Passage<'p>) -> Option<Known<'p>> {
    let place = &passage.place;
    if let ("price" | "offer", Role::Means | Role::Note | Role::Free) = (place.keyword, place.role) {
        return known(program, place.keyword, &place.owner.name);
    }
    let question = program.questions.get(&place.owner.name).filter(|_| place.role == Role::Answer)?;
    let [Ref { keyword, name }] = question.about.as_slice() else { return None };
    known(program, keyword, name)
}

fn known<'p>(program: &'p Program, keyword: &str, name: &Name) -> Option<Known<'p>> {
    let (name, amounts): (&Name, Vec<&Amount>) = match keyword {
        "price" => {
            let (_, name, price) = program.prices.get_full(name)?;
            (name, price.rules.rules.iter().map(|rule| &rule.value).collect())
        }
        "plan" => {
            let (_, name, plan) = program.plans.get_full(name)?;
            (name, plan.price.rules.iter().map(|rule| &rule.value).collect())
        }
        "offer" => {
            let (_, name, offer) = program.offers.get_full(name)?;
            (name, offer.rates.iter().map(|rate| &rate.amount).collect())
        }
        _ => return None,
    };
    let plain = |amount: &&Amount| matches!(amount, Amount::Rate(..) | Amount::None(_) | Amount::No(_));
    let stated = amounts.iter().any(|amount| matches!(amount, Amount::Rate(..)));
    (stated && amounts.iter().all(plain)).then_some(Known { name, amounts })
}

/// Whether a sentence says what something costs, in one number.
fn is_price(context: &Context<'_>, passage: &Passage<'_>, sum: &Sum) -> bool {
    let tokens = passage.tokens();
    let title = || {
        let owner = passage.place.owner.span;
        let mut titles = context.prose().with(Tag::Cost);
        titles.any(|it| {
            it.place.role == Role::Title && it.place.owner.span == owner && it.language == passage.language
        })
    };
    let numbers = tokens.sentence(sum.sentence).filter(|at| {
        let token = &tokens.all[*at];
        let word = || {
            passage.lexicon.and_then(|lexicon| lexicon.number(&token.text)).is_some_and(|number| number > 1)
        };
        token.kind == Kind::Number || word()
    });
    // "per hour" limits nothing where it says what the price is for.
    let limited = tokens
        .marks_in(sum.sentence)
        .any(|mark| mark.tag == Tag::Limit && mark.tokens().start != sum.tokens.end);
    !limited
        && !tokens.says(sum.sentence, &SILENT)
        && numbers.count() == 1
        && (tokens.says(sum.sentence, &[Tag::Cost]) || title())
}

/// Whether an amount is one of those that are known, or is worked out of one for another length of time.
fn fits(passage: &Passage<'_>, sum: &Sum, amounts: &[&Amount]) -> bool {
    let timed = passage.tokens().says(sum.sentence, &UNITS);
    let multiple = |one: Decimal, other: Decimal| {
        (2..=60).any(|times| {
            let many = Decimal { units: one.units.saturating_mul(times), scale: one.scale };
            many.shortest() == other.shortest()
        })
    };
    let mut rates = amounts.iter().filter_map(|amount| amount.rate());
    rates.any(|rate| {
        let known = rate.money.amount;
        rate.money.currency != sum.currency
            || known.shortest() == sum.amount.shortest()
            || (timed || rate.per.is_some()) && (multiple(known, sum.amount) || multiple(sum.amount, known))
    })
}

fn finding(context: &Context<'_>, passage: &Passage<'_>, sum: &Sum, known: &Known<'_>) -> Diagnostic {
    let written = |span: Span| context.sources.slice(span).to_owned();
    let mut amounts: Vec<String> = known.amounts.iter().map(|amount| written(amount.span())).collect();
    amounts.dedup();
    let name = known.name;
    let several = amounts.len() > 1;
    let costs = match amounts.as_slice() {
        [one] => format!("`{name}` costs {one}"),
        [one, other] => format!("`{name}` costs {one} or {other}"),
        _ => format!("no row of `{name}` says so"),
    };
    let finding = Diagnostic::new(
        &registry::CONTRADICTED_PRICE,
        passage.span(sum.tokens.clone()),
        format!("the text says {}, and {costs}", passage.written(sum.tokens.clone())),
    )
    .label(if several { "not one of these prices" } else { "not the price" });
    let finding = known
        .amounts
        .iter()
        .take(2)
        .fold(finding, |finding, amount| finding.related(amount.span(), "the price"));
    finding.help(format!("quote the price, as in `{{{name} when …}}`, so that both always say the same; or correct the one that is wrong"))
}
