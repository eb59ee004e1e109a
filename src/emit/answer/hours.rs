//! The hours of a calendar in the language of the policy.

use super::column::{Sheet, aligned};
use super::{Speaker, working};
use crate::document::words::Arg;
use crate::evaluate::hours::{Around, Hours};
use crate::hir::Program;
use crate::source::Span;
use crate::value::Name;

/// The hours as plain text, or the tags of the languages that there are. The length is what was added or subtracted, as it
/// was typed.
pub fn hours(
    program: &Program,
    hours: &Hours,
    length: Option<&str>,
    language: Option<&str>,
) -> Result<String, Vec<String>> {
    let speaker = Speaker::new(program, Some(&hours.timezone), language)?;
    let name = Name::new(hours.calendar.as_str(), Span::default());
    let title = speaker.plain(&speaker.wording.plain_title("calendar", &name));
    let zone = speaker.plain(&speaker.words.zone(speaker.clock.zone()));
    let mut text = speaker.with_aside(&super::column::first_capital(&title), &zone);
    text.push('\n');
    if hours.unfilled {
        text.push_str(&format!("\n  {}\n", speaker.word("not-known-yet")));
    }
    if let Some(listed) = &hours.listed {
        let rows: Vec<Vec<String>> =
            listed.open.iter().filter_map(|open| working::open(&speaker, &open.from, &open.to)).collect();
        text.push('\n');
        for row in aligned(&rows) {
            text.push_str(&format!("  {}\n", row.join("   ").trim_end()));
        }
        let total = listed.total.trim_start_matches("PT").trim_end_matches('S').parse().unwrap_or(0);
        let total = Arg::from(working::seconds(total));
        text.push_str(&format!("  {}\n", speaker.say("answer-total", &[("time", total)])));
    }
    if let Some(around) = &hours.around {
        text.push('\n');
        text.push_str(&doors(&speaker, around, &title, length));
    }
    Ok(text)
}

fn doors(speaker: &Speaker<'_>, around: &Around, title: &str, length: Option<&str>) -> String {
    let mut sheet = Sheet::default();
    let channel = || [("channel", Arg::from(title.to_owned()))];
    let state = match (around.is_open, &around.next_closing, &around.next_opening) {
        (true, Some(at), _) => {
            let [title] = channel();
            speaker.say("answer-open-until", &[title, ("at", speaker.short(at).into())])
        }
        (true, None, _) => speaker.say("answer-open-always", &channel()),
        (false, _, Some(at)) => {
            let [title] = channel();
            speaker.say("answer-shut-until", &[title, ("at", speaker.short(at).into())])
        }
        (false, _, None) => speaker.say("answer-shut", &channel()),
    };
    sheet.row(&speaker.short(&around.at), &[state]);
    for (key, at) in [
        ("answer-opened", &around.previous_opening),
        ("answer-shut-since", &around.previous_closing),
        ("answer-opens", &around.next_opening),
        ("answer-closes", &around.next_closing),
    ] {
        if let Some(at) = at {
            sheet.row(&speaker.word(key), &[speaker.short(at)]);
        }
    }
    if let Some(length) = length {
        let at = around.result.as_ref().map_or_else(|| speaker.word("not-known-yet"), |at| speaker.long(at));
        sheet.row(length, &[at]);
    }
    sheet.lines()
}
