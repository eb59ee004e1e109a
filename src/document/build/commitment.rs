//! A promise of time: what it is, how its clock runs, its figures, how firm they are, what follows when it is missed.
//!
//! In: a commitment. Out: a section with a table when its figures are a matrix and sentences when they are not.

use super::clause;
use super::context::Context;
use super::line::{Line, capitalised, sentence, spaced, unstopped};
use super::{condition, table, values};
use crate::document::model::{Block, Item, Section};
use crate::hir::{Claim, Commitment, Cond, Layer, Met, Origin, Rule};
use crate::value::{Figure, Name, Promise, Strength};

/// The section of a commitment.
pub fn section(cx: &Context<'_>, name: &Name) -> Option<Section> {
    let commitment = cx.program.commitments.get(name)?;
    let mut section = Section::new(&commitment.clause.anchor, "");
    section.title = capitalised(cx.title(&commitment.clause));
    section.blocks = blocks(cx, commitment);
    Some(section)
}

fn blocks(cx: &Context<'_>, commitment: &Commitment) -> Vec<Block> {
    let mut blocks: Vec<Block> =
        clause::opening(cx, &commitment.clause, vec![clock(cx, commitment)]).into_iter().collect();
    blocks.extend(figures(cx, commitment));
    let firmness = firmness(cx, commitment);
    match blocks.last_mut() {
        // A single figure and how firm it is belong together.
        Some(Block::Paragraph(last)) if last.anchor.is_some() => {
            last.content = spaced([std::mem::take(&mut last.content), firmness]);
        }
        _ if firmness.is_empty() => {}
        _ => blocks.push(Block::paragraph(firmness)),
    }
    blocks.extend(exceptions(cx, commitment));
    let remarks = spaced([nothing_promised(cx, commitment), change(cx, commitment)]);
    if !remarks.is_empty() {
        blocks.push(Block::paragraph(remarks));
    }
    blocks.extend(credits(cx, commitment));
    blocks.extend(clause::closing(cx, &commitment.clause));
    blocks
}

/// `The time runs from … until ….`, with the states in which it stands still.
fn clock(cx: &Context<'_>, commitment: &Commitment) -> Line {
    let cadence = commitment.rules.rules.iter().any(|rule| matches!(rule.value.promise, Promise::Every(_)));
    let promised = commitment.rules.rules.iter().any(|rule| is_figure(&rule.value));
    let kind = match (cadence, promised) {
        (true, _) => "rhythm",
        (false, true) => "deadline",
        (false, false) => "open",
    };
    let from: Line =
        commitment.from.as_ref().map_or_else(Line::new, |event| cx.wording().since(event).into());
    let until: Line =
        commitment.until.as_ref().map_or_else(Line::new, |event| cx.wording().until(event).into());
    let span = if from.is_empty() || until.is_empty() {
        spaced([from, until])
    } else {
        let closed = commitment.from.as_ref().is_some_and(|event| cx.wording().is_clause(event));
        let closed = ("closed", if closed { "yes" } else { "no" }.into());
        cx.say("span-of-time", &[("from", from.into()), ("until", until.into()), closed])
    };
    let runs = if span.is_empty() {
        Line::new()
    } else {
        cx.say("commitment-clock", &[("kind", kind.into()), ("span", span.into())])
    };
    let mut parts = vec![runs];
    let paused = |states: Vec<Line>| cx.say("commitment-paused", &[("state", cx.or(states).into())]);
    let state = |(state, _): &(Name, Option<Cond>)| super::process::state(cx, state);
    let (always, sometimes): (Vec<_>, Vec<_>) =
        commitment.paused.iter().partition(|(_, when)| when.is_none());
    if !always.is_empty() {
        parts.push(sentence(paused(always.into_iter().map(state).collect())));
    }
    for one in sometimes {
        parts.push(sentence(condition::behind(cx, unstopped(paused(vec![state(one)])), one.1.as_ref())));
    }
    spaced(parts)
}

/// The tables of the commitment, and its lines as sentences.
fn figures(cx: &Context<'_>, commitment: &Commitment) -> Vec<Block> {
    let mut blocks = Vec::new();
    for own in &commitment.tables {
        let anchor = format!("{}-table", commitment.clause.anchor);
        blocks.push(table::block(cx, own, capitalised(cx.title(&commitment.clause)), Some(&anchor)));
    }
    let mut lines: Vec<(String, Line)> = Vec::new();
    for rule in shown(cx, commitment).filter(|rule| rule.layer == Layer::Base && rule.origin == Origin::Line)
    {
        lines.push((
            rule.clause.anchor.to_string(),
            clause::statement(cx, &rule.clause, promise_sentence(cx, &rule.value)),
        ));
    }
    match lines.len() {
        0 => {}
        1 => blocks.extend(lines.into_iter().map(|(anchor, line)| clause::paragraph(&anchor, line))),
        _ => blocks.push(Block::bullets(
            lines
                .into_iter()
                .map(|(anchor, line)| {
                    let name = crate::document::model::plain_text(&line);
                    Item::clause(anchor, name, line)
                })
                .collect(),
        )),
    }
    let elsewhere = tables_elsewhere(cx, commitment);
    if !elsewhere.is_empty() {
        blocks
            .push(Block::paragraph(cx.say("commitment-elsewhere", &[("tables", cx.and(elsewhere).into())])));
    }
    blocks
}

/// The tables declared on their own that set figures of this commitment.
fn tables_elsewhere(cx: &Context<'_>, commitment: &Commitment) -> Vec<Line> {
    let mut found = Vec::new();
    for (index, table) in cx.program.tables.values().enumerate() {
        let sets =
            |rule: &Rule<Figure>| matches!(rule.origin, Origin::Table { table } if table as usize == index);
        if cx.shows(&table.clause) && commitment.rules.rules.iter().any(sets) {
            found.push(
                cx.link_words(&table.clause, cx.say("quoted", &[("text", cx.title(&table.clause).into())])),
            );
        }
    }
    found
}

/// The rules of a commitment that the reader may see.
pub fn shown<'c>(cx: &Context<'_>, commitment: &'c Commitment) -> impl Iterator<Item = &'c Rule<Figure>> {
    let published = cx.options.published.clone();
    commitment.rules.rules.iter().filter(move |rule| published.shows(&rule.clause.audience))
}

/// A figure as a sentence of its own.
fn promise_sentence(cx: &Context<'_>, figure: &Figure) -> Line {
    match &figure.promise {
        Promise::None => cx.say("commitment-none", &[]),
        Promise::No => cx.say("commitment-no", &[]),
        Promise::BestEffort => cx.say("commitment-best-effort", &[]),
        Promise::Unfilled => cx.say("commitment-unfilled", &[]),
        Promise::AsAgreed(_) | Promise::AsDecided(_) => {
            cx.say("commitment-as", &[("promise", values::promise_in_sentence(cx, &figure.promise).into())])
        }
        Promise::Within { .. } | Promise::By(_) | Promise::Release(_) | Promise::Every(_) => {
            let kind = if matches!(figure.promise, Promise::Every(_)) { "rhythm" } else { "deadline" };
            let strength = match figure.strength {
                Some(Strength::Usual) => "usual",
                Some(Strength::Guaranteed) => "guaranteed",
                Some(Strength::Target) | None => "target",
            };
            let promise = values::promise_in_sentence(cx, &figure.promise);
            let args = [("kind", kind.into()), ("strength", strength.into()), ("promise", promise.into())];
            cx.say("commitment-promise", &args)
        }
    }
}

/// Whether something is promised that can be kept or missed.
pub fn is_figure(figure: &Figure) -> bool {
    match figure.promise {
        Promise::Within { .. } | Promise::By(_) | Promise::Release(_) | Promise::Every(_) => true,
        Promise::BestEffort
        | Promise::None
        | Promise::No
        | Promise::AsAgreed(_)
        | Promise::AsDecided(_)
        | Promise::Unfilled => false,
    }
}

/// How firmly the figures are meant that do not say so themselves.
fn strength(cx: &Context<'_>, commitment: &Commitment) -> (&'static str, Line) {
    let figures: Vec<&Rule<Figure>> = shown(cx, commitment).filter(|rule| is_figure(&rule.value)).collect();
    let is = |rule: &&Rule<Figure>, strength| rule.value.strength.unwrap_or(Strength::Target) == strength;
    if figures.is_empty() {
        return ("none", Line::new());
    }
    let count = if figures.len() == 1 { "one" } else { "many" };
    let all = |strength| figures.iter().all(|rule| is(rule, strength));
    if all(Strength::Target) {
        let kind = if count == "many" { "targets" } else { "target" };
        (kind, cx.say("commitment-targets", &[("count", count.into())]))
    } else if all(Strength::Guaranteed) {
        ("guaranteed", cx.say("commitment-guaranteed", &[("count", count.into())]))
    } else if figures.iter().any(|rule| is(rule, Strength::Target)) {
        ("mixed", cx.say("count-target", &[]))
    } else {
        ("mixed", Line::new())
    }
}

/// How firmly the figures are meant, and for how many requests they are met.
fn firmness(cx: &Context<'_>, commitment: &Commitment) -> Line {
    let (count, strength) = strength(cx, commitment);
    let met: Vec<&Met> = commitment.met.iter().filter(|met| cx.shows(&met.clause)).collect();
    let together = count == "targets" && met.len() == 1;
    let lines = met.into_iter().map(|met| {
        let share = cx.words.share(met.share);
        let args = [("share", share.into()), ("period", cx.words.each(met.period).into())];
        let line =
            if together { cx.say("commitment-targets-met", &args) } else { cx.say("commitment-met", &args) };
        clause::statement(cx, &met.clause, line)
    });
    let lines: Vec<Line> = lines.collect();
    spaced(std::iter::once(if together { Line::new() } else { strength }).chain(lines))
}

/// The lines that stand above the base.
fn exceptions(cx: &Context<'_>, commitment: &Commitment) -> Vec<Block> {
    let rules: Vec<&Rule<Figure>> =
        shown(cx, commitment).filter(|rule| rule.layer == Layer::Except).collect();
    let one = |rule: &Rule<Figure>| {
        let promise = values::figure_in_sentence(cx, &rule.value);
        condition::behind(cx, promise, Some(&rule.when))
    };
    match rules.as_slice() {
        [] => Vec::new(),
        [rule] => {
            let lead = cx.say("commitment-one-exception", &[("exception", one(rule).into())]);
            vec![clause::paragraph(&rule.clause.anchor, clause::around(cx, &rule.clause, lead))]
        }
        several => {
            let items = several.iter().map(|rule| {
                let line = clause::around(cx, &rule.clause, capitalised(one(rule)));
                Item::clause(&rule.clause.anchor, crate::document::model::plain_text(&line), line)
            });
            vec![Block::paragraph(cx.say("commitment-exceptions", &[])), Block::bullets(items.collect())]
        }
    }
}

/// The covered cases of its domain for which no rule says anything.
fn nothing_promised(cx: &Context<'_>, commitment: &Commitment) -> Line {
    let covered = cx.program.scope.as_ref().map(|scope| &scope.covered);
    let gaps =
        covered.map_or_else(|| commitment.rules.gaps.clone(), |covered| commitment.rules.gaps.and(covered));
    if gaps.normal(&cx.program.space).is_empty() || commitment.rules.rules.is_empty() {
        return Line::new();
    }
    let few = gaps.summary(&cx.program.space).is_ok_and(|conditions| conditions.len() <= 2);
    match condition::on_cases(cx, &gaps).filter(|_| few) {
        Some(when) => {
            let gaps = crate::hir::Cond { written: None, cases: gaps };
            let form = if cx.wording().has_remark(&gaps) { "remark" } else { "clause" };
            cx.say("commitment-gap", &[("form", form.into()), ("when", capitalised(when).into())])
        }
        None => cx.say("commitment-gaps", &[]),
    }
}

/// How soon the customer must ask, and counted from what.
pub fn claim(cx: &Context<'_>, claim: &Claim, alone: &str, with_event: &str) -> Line {
    let duration = values::duration_args(cx, &claim.within);
    match &claim.of {
        Some(event) => {
            let after: Line = cx.wording().after_event(event).into();
            let mut args = Vec::from(duration);
            args.push(("after", after.into()));
            args.push(("closed", if cx.wording().is_clause(event) { "yes" } else { "no" }.into()));
            cx.say(with_event, &args)
        }
        None => cx.say(alone, &duration),
    }
}

/// What happens to the clock when a fact changes on the way.
fn change(cx: &Context<'_>, commitment: &Commitment) -> Line {
    let changed = commitment
        .restarts
        .iter()
        .map(|fact| Line::from(cx.wording().at_event(&Name::new(format!("{fact}-changed"), fact.span))));
    let changed = cx.or(changed.collect());
    if changed.is_empty() {
        return Line::new();
    }
    cx.say("commitment-restarts", &[("when", changed.into())])
}

/// Whether a change of a fact selects another figure and keeps the start of the clock.
pub fn keeps_start(cx: &Context<'_>, commitment: &Commitment, fact: &str) -> bool {
    let Some(dim) = cx.program.space.dim(fact) else { return false };
    let regions = &commitment.rules.regions;
    let matters = regions.len() > 1 && regions.iter().any(|region| region.cases.dims().contains(&dim));
    matters && commitment.from.is_some() && !commitment.restarts.iter().any(|name| name == fact)
}

fn credits(cx: &Context<'_>, commitment: &Commitment) -> Vec<Block> {
    let shown = commitment.credits.iter().filter(|credit| cx.shows(&credit.clause));
    let mut lines: Vec<Line> = shown
        .map(|credit| {
            let args = [
                ("amount", values::amount(cx, &credit.amount).into()),
                ("count", credit.breaches.into()),
                ("period", cx.words.each(credit.period).into()),
                ("unit", credit.period.word().into()),
            ];
            clause::statement(cx, &credit.clause, cx.say("commitment-credit", &args))
        })
        .collect();
    if let Some(claimed) = &commitment.claimed {
        lines.push(claim(cx, claimed, "commitment-claimed", "commitment-claimed-after"));
    }
    let line = spaced(lines);
    if line.is_empty() {
        return Vec::new();
    }
    let anchor = commitment.credits.first().map(|credit| credit.clause.anchor.as_str());
    vec![match anchor {
        Some(anchor) => clause::paragraph(anchor, line),
        None => Block::paragraph(line),
    }]
}
