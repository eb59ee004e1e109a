//! What a quotation in a text becomes: a title with a link, a field in words, or the value of a rule.
//!
//! In: a quotation as it was read, and what the resolver found for its place. Out: a line. What the reader may not see
//! never gets here: the checker refuses texts that quote something narrower than themselves.

use super::context::Context;
use super::line::{Line, capitalised, joined};
use super::{channel, clause, condition, offer, plan, values, week};
use crate::document::model::Inline;
use crate::hir::{Notice, Quote, Ref, RuleSet};
use crate::value::{Quotation, Text};

/// The words for a quotation; `None` when the resolver knows nothing of it.
pub fn line(cx: &Context<'_>, quotation: &Quotation, starts_sentence: bool) -> Option<Line> {
    let words = match cx.program.quotations.get(&quotation.span)? {
        Quote::Title(to) => title(cx, to)?,
        Quote::Field(of, field) => {
            let waits = || {
                let header = of.keyword == "policy" && cx.program.policy.unfilled.contains(&field.as_str());
                let unfilled = header || cx.refers(of).is_some_and(|clause| clause.unfilled);
                unfilled.then(|| cx.say("not-known-yet", &[]))
            };
            let title = || cx.refers(of).map(|clause| cx.link(clause));
            self::field(cx, of, field).or_else(waits).or_else(title)?
        }
        Quote::Value { of, path, .. } => value(cx, of, path)?,
    };
    Some(if starts_sentence { capitalised(words) } else { words })
}

fn title(cx: &Context<'_>, to: &Ref) -> Option<Line> {
    if to.keyword == "section"
        && let Some(words) = super::section::link(cx, to.name.as_str())
    {
        return Some(words);
    }
    cx.refers(to).map(|clause| cx.link(clause))
}

/// A field of something, in words.
fn field(cx: &Context<'_>, of: &Ref, field: &str) -> Option<Line> {
    let name = of.name.as_str();
    let policy = &cx.program.policy;
    match (of.keyword, field) {
        ("calendar", "open") => Some(week::weekly_line(cx, cx.program.calendars.get(name)?)),
        ("channel", "address") => {
            let addresses = cx.program.channels.get(name)?.addresses.iter();
            several(
                addresses.map(|(address, cond)| {
                    condition::behind(cx, channel::address(cx, address), cond.as_ref())
                }),
            )
        }
        ("channel", "open") => Some(channel::hours_line(cx, cx.program.channels.get(name)?)),
        ("plan", "price") => Some(plan::price_line(cx, cx.program.plans.get(name)?)),
        ("offer", "rate") => Some(offer::rates_line(cx, cx.program.offers.get(name)?)),
        ("role", "address") => addresses(cx, &cx.program.roles.get(name)?.addresses),
        ("party", "address") => addresses(cx, &cx.program.parties.get(name)?.addresses),
        ("document", "address") => addresses(cx, &cx.program.documents.get(name)?.addresses),
        ("policy", "version") => policy.version.as_ref().map(|text| super::text::inline(cx, text)),
        ("policy", "publisher") => policy.publisher.as_ref().map(|text| super::text::inline(cx, text)),
        ("policy", "effective") => policy.effective.map(|date| vec![cx.words.marked_date(date)]),
        ("policy", "edition") => policy.edition.map(|number| vec![Inline::text(number.to_string())]),
        ("policy", "timezone") => policy.zone.as_ref().map(|zone| vec![Inline::text(zone.city())]),
        ("availability", "at-least" | "at least") => {
            let rules = &cx.program.availabilities.get(name)?.shares;
            each_rule(cx, rules, |(share, ..)| vec![Inline::text(cx.words.share(*share))])
        }
        ("product", "notice") => {
            each_rule(cx, &cx.program.products.get(name)?.notices, |notice| ahead(cx, notice))
        }
        ("maintenance", "notice") => {
            each_rule(cx, &cx.program.maintenances.get(name)?.notices, |notice| ahead(cx, notice))
        }
        ("changes", "notice") => {
            each_rule(cx, &cx.program.changes.as_ref()?.notices, |notice| ahead(cx, notice))
        }
        ("changes", "review") => {
            cx.program.changes.as_ref()?.review.as_ref().map(|every| values::duration(cx, every))
        }
        (_, "means") => cx.refers(of)?.means.first().map(|text| super::text::inline(cx, text)),
        (_, "title") => cx.refers(of).map(|clause| cx.title(clause)),
        _ => cx.refers(of).map(|clause| cx.link(clause)),
    }
}

/// Some values in one line; `None` when there are none.
fn several(lines: impl Iterator<Item = Line>) -> Option<Line> {
    let line = joined(lines, "; ");
    (!line.is_empty()).then_some(line)
}

fn addresses(cx: &Context<'_>, addresses: &[Text]) -> Option<Line> {
    several(addresses.iter().map(|address| channel::address(cx, address)))
}

/// The value of each rule that the reader may see, with its condition.
fn each_rule<V>(cx: &Context<'_>, rules: &RuleSet<V>, say: impl Fn(&V) -> Line) -> Option<Line> {
    let shown = rules.rules.iter().filter(|rule| cx.shows(&rule.clause));
    several(shown.map(|rule| clause::conditioned(cx, &rule.clause, say(&rule.value))))
}

fn ahead(cx: &Context<'_>, notice: &Notice) -> Line {
    match notice {
        Notice::Ahead(duration, _) => values::stated(cx, duration),
        Notice::None => cx.say("quote-no-notice", &[]),
    }
}

/// Whether a rule is not known yet.
fn waits(cx: &Context<'_>, of: &Ref, path: &str) -> bool {
    fn among<V>(set: Option<&RuleSet<V>>, path: &str) -> bool {
        set.is_some_and(|set| set.waiting.iter().any(|rule| rule.path == path))
    }
    let (program, name) = (cx.program, of.name.as_str());
    match of.keyword {
        "commitment" => among(program.commitments.get(name).map(|said| &said.rules), path),
        "entitlement" => among(program.entitlements.get(name).map(|said| &said.rules), path),
        "price" => among(program.prices.get(name).map(|said| &said.rules), path),
        "plan" => among(program.plans.get(name).map(|said| &said.price), path),
        _ => false,
    }
}

/// The value of the rule that decides, with a link to it.
fn value(cx: &Context<'_>, of: &Ref, path: &str) -> Option<Line> {
    let name = of.name.as_str();
    let program = cx.program;
    if waits(cx, of, path) {
        return Some(cx.say("not-known-yet", &[]));
    }
    let words = match of.keyword {
        "commitment" => {
            let rules = &program.commitments.get(name)?.rules.rules;
            values::figure(cx, &rules.iter().find(|rule| rule.path == path)?.value)
        }
        "entitlement" => {
            let rules = &program.entitlements.get(name)?.rules.rules;
            values::grant(cx, &rules.iter().find(|rule| rule.path == path)?.value)
        }
        "price" => {
            let price = program.prices.get(name)?;
            let rule = price.rules.rules.iter().find(|rule| rule.path == path)?;
            super::price::worked_out(cx, price, &rule.value)
                .map_or_else(|| values::amount(cx, &rule.value), |rate| values::rate(cx, &rate))
        }
        "plan" => {
            let rules = &program.plans.get(name)?.price.rules;
            values::amount(cx, &rules.iter().find(|rule| rule.path == path)?.value)
        }
        _ => return None,
    };
    Some(cx.find("rule", path).map_or_else(|| words.clone(), |clause| cx.link_words(clause, words.clone())))
}
