//! What a case may have, and what is left of it, in the language of the policy.

use super::column::{Sheet, aligned};
use super::{Speaker, working};
use crate::document::words::Arg;
use crate::evaluate::Entitlement;
use crate::hir::Grant;
use crate::value::{Decimal, Quantity, Unit};
use serde_json::Value;

/// Adds a row for each entitlement that the case has.
pub fn entitlements(speaker: &Speaker<'_>, entitlements: &[Entitlement], sheet: &mut Sheet) {
    let label = speaker.word("answer-entitlements");
    let mut rows = Vec::new();
    for said in entitlements.iter().filter(|said| said.granted == Some(true) || said.unfilled) {
        let entitlement = speaker.program.entitlements.get(said.id.as_str());
        let title = speaker.title(entitlement.map(|of| &of.clause), &said.id);
        let rule = entitlement.zip(said.rule.as_deref()).and_then(|(of, path)| of.rules.at(path));
        let limit = match (rule.map(|rule| &rule.value), &said.limit) {
            (Some(grant @ Grant::Limit { quantity, .. }), Some(limit)) => {
                granted(speaker, grant, quantity, limit)
            }
            _ if said.unfilled => speaker.word("not-known-yet"),
            _ => String::new(),
        };
        rows.push(vec![title, limit, left(speaker, said)]);
    }
    for (index, row) in aligned(&rows).iter().enumerate() {
        if index == 0 { sheet.row(&label, row) } else { sheet.more(row) }
    }
}

/// The limit: as it is written, and first what it comes to here where it is counted for something.
fn granted(speaker: &Speaker<'_>, grant: &Grant, quantity: &Quantity, limit: &Value) -> String {
    let written = speaker.text(&speaker.wording.grant(grant));
    let counted = quantity.per.is_some() && limit.get("per").is_none();
    match so_many(speaker, limit).filter(|_| counted) {
        Some(limit) => speaker.say("answer-counted", &[("limit", limit.into()), ("rule", written.into())]),
        None => written,
    }
}

/// What is left of the limit, and until when.
fn left(speaker: &Speaker<'_>, said: &Entitlement) -> String {
    if let Some(over) = said.over.as_ref().and_then(|over| so_many(speaker, over)) {
        return speaker.say("answer-over", &[("amount", over.into())]);
    }
    let Some(left) = &said.left else { return String::new() };
    let last = said.period.as_ref().and_then(|period| {
        let end = Speaker::instant(period.get("to")?.as_str()?)?;
        // The end is the midnight after the last day.
        Some(speaker.plain(&speaker.words.date(speaker.clock.local(end.plus(-1)?).date)))
    });
    let none = left.get("count").and_then(Value::as_str) == Some("0");
    match (none, last) {
        (true, Some(date)) => speaker.say("answer-used-up-until", &[("date", date.into())]),
        (true, None) => speaker.word("answer-used-up"),
        (false, last) => {
            let amount = Arg::from(so_many(speaker, left).unwrap_or_default());
            match last {
                Some(date) => speaker.say("answer-left-until", &[("amount", amount), ("date", date.into())]),
                None => speaker.say("answer-unused", &[("amount", amount)]),
            }
        }
    }
}

/// A number of something or of a unit of time: `3`, `9 hours`, `11:40`.
fn so_many(speaker: &Speaker<'_>, said: &Value) -> Option<String> {
    let count = Decimal::parse(said.get("count")?.as_str()?)?;
    let unit = match said.get("unit") {
        Some(unit) => Some(Unit::from_word(unit.as_str()?)?),
        None => None,
    };
    let minutes = (unit == Some(Unit::Minute) && count.scale == 0 && count.units >= 60)
        .then(|| working::seconds(count.units * 60));
    Some(minutes.unwrap_or_else(|| speaker.plain(&speaker.wording.so_many(count, unit))))
}
