//! What can be had for money and what it costs now, in the language of the policy.

use super::Speaker;
use super::column::{Sheet, aligned};
use crate::evaluate::{Answer, Offer};
use crate::source::Span;
use crate::value::{Amount, Clock, Decimal, Duration, Measure, Money, Name, Period, Rate, Unit};
use serde_json::Value;

/// Adds a row for each offer of which something is said; of a case that is not covered, only for what it can have instead.
pub fn offers(speaker: &Speaker<'_>, answer: &Answer, sheet: &mut Sheet) {
    let label = speaker.word("answer-offers");
    let mut rows = Vec::new();
    let coverage = &answer.coverage;
    let offered = |said: &&Offer| {
        let instead = coverage.instead.iter().any(|to| to.kind == "offer" && to.id == said.id);
        instead || coverage.covered != Some(false)
    };
    for said in answer.offers.iter().filter(offered) {
        let offer = speaker.program.offers.get(said.id.as_str());
        let rate = said.rate.as_ref().and_then(|rate| rate_in_words(speaker, rate)).unwrap_or_default();
        let proposal = if said.proposal_first { speaker.word("answer-proposal") } else { String::new() };
        if rate.is_empty() && proposal.is_empty() {
            continue;
        }
        rows.push(vec![speaker.title(offer.map(|of| &of.clause), &said.id), rate, proposal]);
    }
    for (index, row) in aligned(&rows).iter().enumerate() {
        if index == 0 { sheet.row(&label, row) } else { sheet.more(row) }
    }
}

/// `EUR 225 per hour, at least 1 hour, in steps of 15 minutes`.
fn rate_in_words(speaker: &Speaker<'_>, rate: &Value) -> Option<String> {
    if rate.get("unfilled").is_some() {
        return Some(speaker.word("not-known-yet"));
    }
    let amount = amount(rate)?;
    let mut parts = vec![speaker.text(&speaker.wording.amount(&amount))];
    if let Some(least) = length(rate, "atLeast") {
        let least = speaker.text(&speaker.wording.duration(&least));
        parts.push(speaker.say("offer-least", &[("duration", least.into())]));
    }
    if let Some(steps) = length(rate, "inStepsOf") {
        parts.push(speaker.say("offer-steps", &speaker.wording.duration_args(&steps)));
    }
    Some(speaker.plain(&speaker.words.commas(parts).text()))
}

/// The amount that an answer tells.
pub fn amount(rate: &Value) -> Option<Amount> {
    let span = Span::default();
    let name = |key: &str| Some(Name::new(rate.get(key)?.as_str()?, span));
    if let Some(money) = rate.get("money") {
        let per = rate.get("per");
        let money = Money {
            currency: money.get("currency")?.as_str()?.into(),
            amount: Decimal::parse(money.get("amount")?.as_str()?)?,
        };
        let per = match per {
            Some(per) => Some(measure(per)?),
            None => None,
        };
        return Some(Amount::Rate(Rate { money, per }, span));
    }
    if rate.get("none").is_some() {
        return Some(Amount::None(span));
    }
    if rate.get("no").is_some() {
        return Some(Amount::No(span));
    }
    let included = name("included").map(|name| Amount::Included(name, span));
    let agreed = || name("agreed").map(|name| Amount::AsAgreed(name, span));
    let decided = || name("decided").map(|name| Amount::AsDecided(name, span));
    included.or_else(agreed).or_else(decided)
}

fn measure(per: &Value) -> Option<Measure> {
    let every = u32::try_from(per.get("every")?.as_u64()?).ok()?;
    let unit = per.get("unit").and_then(Value::as_str).and_then(Unit::from_word).map(Period::Time);
    let thing = || Some(Period::Thing(Name::new(per.get("thing")?.as_str()?, Span::default())));
    Some(Measure { every, what: unit.or_else(thing)? })
}

/// A length of time of one unit in ISO 8601.
fn length(rate: &Value, key: &str) -> Option<Duration> {
    let iso = rate.get(key)?.as_str()?;
    let (time, number) = match iso.strip_prefix("PT") {
        Some(number) => (true, number),
        None => (false, iso.strip_prefix('P')?),
    };
    let unit = match (time, number.chars().next_back()?) {
        (true, 'S') => Unit::Second,
        (true, 'M') => Unit::Minute,
        (true, 'H') => Unit::Hour,
        (false, 'D') => Unit::Day,
        (false, 'W') => Unit::Week,
        (false, 'M') => Unit::Month,
        (false, 'Y') => Unit::Year,
        _ => return None,
    };
    let amount = number.get(..number.len() - 1)?.parse().ok()?;
    Some(Duration { amount, unit, clock: Clock::Elapsed, span: Span::default() })
}
