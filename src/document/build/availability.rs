//! How much of the time a service works, and what the customer gets when it does not.
//!
//! In: an availability. Out: a part with the share in words and minutes, and a table of credits. The minutes are worked
//! out exactly for 30 days.

use super::clause;
use super::context::Context;
use super::line::{Line, capitalised};
use super::{calendar, commitment, values};
use crate::document::model::{Block, Cell, Row, Section, Table, TableStyle};
use crate::hir::Availability;
use crate::value::{Decimal, Name, Unit};

/// The part of an availability.
pub fn section(cx: &Context<'_>, name: &Name) -> Option<Section> {
    let availability = cx.program.availabilities.get(name)?;
    let mut section = Section::new(&availability.clause.anchor, "");
    section.title = capitalised(cx.title(&availability.clause));
    section.blocks = blocks(cx, availability);
    Some(section)
}

fn blocks(cx: &Context<'_>, availability: &Availability) -> Vec<Block> {
    let mut more = Vec::new();
    for rule in availability.shares.rules.iter().filter(|rule| cx.shows(&rule.clause)) {
        let (share, period, outside) = &rule.value;
        let args = [("share", cx.words.share(*share).into()), ("period", cx.words.each(*period).into())];
        more.push(clause::statement(cx, &rule.clause, cx.say("availability-share", &args)));
        if !outside.is_empty() {
            let calendars = outside.iter().map(|name| calendar::reference(cx, name)).collect();
            let args =
                [("calendars", capitalised(cx.and(calendars)).into()), ("count", outside.len().into())];
            more.push(cx.say("availability-outside", &args));
        }
        if availability.credits.is_empty() {
            more.push(cx.say("availability-outage", &[("time", outage(cx, *share).into())]));
        }
    }
    let mut blocks: Vec<Block> = clause::opening(cx, &availability.clause, more).into_iter().collect();
    blocks.extend(credits(cx, availability));
    if let Some(claimed) = &availability.claimed {
        let line = commitment::claim(cx, claimed, "availability-claimed", "availability-claimed-after");
        blocks.push(Block::paragraph(line));
    }
    blocks.extend(clause::closing(cx, &availability.clause));
    blocks
}

/// The bands between the shares, from the best down: each with the outage that it stands for, and its credit.
fn credits(cx: &Context<'_>, availability: &Availability) -> Option<Block> {
    let first = availability.credits.first()?;
    let share = |share: Decimal| cx.words.share(share);
    let mut rows = vec![Row::new(vec![
        Cell::header(cx.say("availability-or-more", &[("share", share(first.0).into())])),
        Cell::data(cx.say("availability-up-to", &[("time", outage(cx, first.0).into())])),
        Cell::data(cx.say("availability-none", &[])),
    ])];
    for (at, (below, amount, anchor, _)) in availability.credits.iter().enumerate() {
        let next = availability.credits.get(at + 1).map(|credit| credit.0);
        let (band, time) = if let Some(next) = next {
            let args = [("low", share(next).into()), ("high", share(*below).into())];
            let time = cx.say("availability-up-to", &[("time", outage(cx, next).into())]);
            (cx.say("availability-band", &args), time)
        } else {
            let time = cx.say("availability-longer", &[("time", outage(cx, *below).into())]);
            (cx.say("availability-below", &[("share", share(*below).into())]), time)
        };
        let amount = capitalised(values::amount(cx, amount));
        rows.push(Row::named(anchor, vec![Cell::header(band), Cell::data(time), Cell::data(amount)]));
    }
    let period = availability.shares.rules.first().map_or(Unit::Month, |rule| rule.value.1);
    let columns = vec![
        cx.say(
            "availability-column",
            &[("period", cx.words.each(period).into()), ("unit", period.word().into())],
        ),
        cx.say("availability-column-outage", &[]),
        cx.say("table-credit", &[]),
    ];
    let caption = cx.say("availability-caption", &[("title", cx.title(&availability.clause).into())]);
    Some(Block::Table(Table { anchor: None, caption, style: TableStyle::Plain, columns, rows }))
}

/// The time out of service in 30 days that a share leaves, to the second.
fn outage(cx: &Context<'_>, share: Decimal) -> Line {
    let (whole, seconds) = outage_seconds(share);
    let units = [(Unit::Day, 86_400), (Unit::Hour, 3600), (Unit::Minute, 60), (Unit::Second, 1)];
    let mut rest = seconds;
    let mut parts = Vec::new();
    for (unit, length) in units {
        let count = rest / length;
        rest %= length;
        if count > 0 {
            parts.push(cx.words.elapsed(u32::try_from(count).unwrap_or(u32::MAX), unit));
        }
    }
    if parts.is_empty() {
        parts.push(cx.words.elapsed(0, Unit::Second));
    }
    let words: Line = cx.words.times(parts).into();
    if whole { words } else { cx.say("availability-about", &[("time", words.into())]) }
}

/// The seconds of 30 days that are not in a share, and whether they come out whole.
fn outage_seconds(share: Decimal) -> (bool, i64) {
    const SECONDS: i128 = 30 * 86_400;
    let power = 10_i128.pow(u32::from(share.scale.min(9)));
    let missing = (100 * power - i128::from(share.units)).max(0);
    let (seconds, rest) = (missing * SECONDS / (100 * power), missing * SECONDS % (100 * power));
    (rest == 0, i64::try_from(seconds).unwrap_or(i64::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn outages_of_thirty_days_are_exact() {
        let seconds = |share: &str| outage_seconds(Decimal::parse(share).unwrap());
        assert_eq!(seconds("99.9"), (true, 43 * 60 + 12));
        assert_eq!(seconds("99"), (true, 7 * 3600 + 12 * 60));
        assert_eq!(seconds("100"), (true, 0));
        assert_eq!(seconds("99.99999"), (false, 0));
    }
}
