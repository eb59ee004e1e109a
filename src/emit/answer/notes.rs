//! What the reader of an answer should know about how it was found, in the language of the policy.

use super::Speaker;
use crate::document::words::Arg;
use crate::evaluate::{Note, Unused};
use crate::hir::Program;

/// Notes as lines of plain text; in English where the policy does not have the language.
pub fn notes(program: &Program, notes: &[Note], language: Option<&str>) -> Vec<String> {
    let speaker = Speaker::new(program, None, language).ok();
    let told = |note: &Note| match &speaker {
        Some(speaker) => speaker.say("answer-note", &[("note", said(speaker, note).into())]),
        None => format!("note: {note}"),
    };
    notes.iter().map(told).collect()
}

fn said(speaker: &Speaker<'_>, note: &Note) -> String {
    let say = |key: &str, args: &[(&str, &str)]| {
        let args: Vec<(&str, Arg)> =
            args.iter().map(|(name, text)| (*name, Arg::from((*text).to_owned()))).collect();
        speaker.plain(&speaker.words.say(key, &args))
    };
    match note {
        Note::Parts(text) => say("note-parts", &[("text", text)]),
        Note::Twice { time, zone, first, second } => {
            let city = speaker.words.zone(zone);
            say("note-twice", &[("time", time), ("city", &city), ("first", first), ("second", second)])
        }
        Note::NotReceived => say("note-not-received", &[]),
        Note::Order => say("note-order", &[]),
        Note::Unused(of, why) => {
            let why = speaker.word(match why {
                Unused::Nobody => "note-used-nobody",
                Unused::NotGranted => "note-used-not-granted",
                Unused::Depends => "note-used-depends",
                Unused::Per => "note-used-per",
                Unused::Unlimited => "note-used-unlimited",
            });
            say("note-used", &[("of", of), ("why", &why)])
        }
        Note::NoClock => say("note-no-clock", &[]),
        Note::NoZone(zone) => say("note-no-zone", &[("zone", zone)]),
        Note::NoCustomer(zone) => say("note-no-customer", &[("zone", zone)]),
        Note::Waits(of) => say("note-waits", &[("of", of)]),
        Note::Over(over) => {
            let on = over.on.to_string();
            let (product, release) = (over.product.as_str(), over.release.as_str());
            let args = [
                ("product", product),
                ("release", release),
                ("phase", over.phase.as_str()),
                ("date", on.as_str()),
            ];
            say("note-over", &args)
        }
        Note::NoHolidays => say("note-no-holidays", &[]),
    }
}
