//! "24/7" and its like in the words of a channel or a calendar that closes, or in a sentence that speaks of one.
//!
//! What can be sent or read at any hour is no claim about hours of work, and a channel that is open all day in some cases
//! may speak of those. A sentence about our answers speaks of all channels, and the words of a plan of those that it has.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::{Calendar, Channel, Clause, Line, Opening, Program};
use crate::lint::prose::{Passage, Role, Tag, speaks, words_of};
use crate::lint::reach;
use crate::value::Name;

/// What limits "around the clock" to some days or cases, or to what can be sent at any hour.
const SILENT: [Tag; 11] = [
    Tag::Not,
    Tag::Receive,
    Tag::Limit,
    Tag::Weekdays,
    Tag::Monday,
    Tag::Tuesday,
    Tag::Wednesday,
    Tag::Thursday,
    Tag::Friday,
    Tag::Saturday,
    Tag::Sunday,
];

/// Looks at every "around the clock".
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let program = context.program;
    for passage in context.prose().with(Tag::AroundTheClock) {
        let name = &passage.place.owner.name;
        let title = passage.place.role == Role::Title;
        let mut before = None;
        for mark in passage.marks(Tag::AroundTheClock) {
            // What is said of a sentence once is not said again.
            if before.replace(mark.sentence()) == Some(mark.sentence())
                || passage.tokens().says(mark.sentence(), &SILENT)
            {
                continue;
            }
            let closing = match passage.place.keyword {
                "calendar" => program.calendars.get(name).filter(|calendar| closes(calendar)),
                "channel" => of_channel(program, name),
                "plan" if !title => of_plan(program, name),
                _ if !title => of_sentence(program, passage, mark.sentence()),
                _ => None,
            };
            let Some(closing) = closing else { continue };
            let written = passage.written(mark.tokens());
            findings.push(
                Diagnostic::new(
                    &registry::AROUND_THE_CLOCK,
                    passage.span(mark.tokens()),
                    format!("`{written}` stands beside hours that close"),
                )
                .label("day and night")
                .related(closing.clause.span, "these hours close")
                .help("quote the hours, as in `{office open}`, or open the channel at all times with `open always`"),
            );
        }
    }
}

/// The hours of all channels of a plan, where each of them closes.
fn of_plan<'a>(program: &'a Program, name: &Name) -> Option<&'a Calendar> {
    let dim = program.space.dim("plan")?;
    let plan = program.space.is(dim, program.space.class(dim, name.as_str()));
    all_close(program, |channel| reach::exists(program, channel).overlaps(&plan))
}

/// The hours that a sentence speaks of: those of the one channel or calendar that it names, or of all where it speaks of our
/// answers and names none.
fn of_sentence<'a>(program: &'a Program, passage: &Passage<'_>, sentence: usize) -> Option<&'a Calendar> {
    let mut named = program.channels.values().filter(|channel| names(passage, sentence, &channel.clause));
    let calendar = program.calendars.values().find(|calendar| names(passage, sentence, &calendar.clause));
    match (named.next(), named.next(), calendar) {
        (Some(channel), None, None) => of_channel(program, &channel.clause.name),
        (None, None, Some(calendar)) => Some(calendar).filter(|calendar| closes(calendar)),
        (None, None, None) if speaks(passage, sentence, Tag::Respond, &[Tag::WeRespond]) => {
            all_close(program, |_| true)
        }
        _ => None,
    }
}

/// Whether a sentence has the title of something.
fn names(passage: &Passage<'_>, sentence: usize, clause: &Clause) -> bool {
    let Some(title) = &clause.title else { return false };
    let title = words_of(&title.in_language(passage.language).content);
    let tokens = passage.tokens();
    let words = tokens.all.get(tokens.sentence(sentence)).unwrap_or(&[]);
    !title.is_empty()
        && words
            .windows(title.len())
            .any(|part| part.iter().zip(&title).all(|(token, word)| token.text == *word))
}

/// A calendar by which some channels are open, if each of those that people answer closes.
fn all_close(program: &Program, which: impl Fn(&Channel) -> bool) -> Option<&Calendar> {
    let mut closing = None;
    for (name, channel) in &program.channels {
        if !channel.self_service && which(channel) {
            closing = Some(of_channel(program, name)?);
        }
    }
    closing
}

/// A calendar that closes and by which a channel is open, where it is open by no other.
fn of_channel<'a>(program: &'a Program, name: &Name) -> Option<&'a Calendar> {
    let channel = program.channels.get(name)?;
    if channel.self_service {
        return None;
    }
    let mut closing = None;
    for line in &channel.hours.lines {
        match &line.value {
            Opening::Calendars(names) => {
                for name in names {
                    closing = Some(program.calendars.get(name).filter(|calendar| closes(calendar))?);
                }
            }
            Opening::AsDecided(_) => return None,
            Opening::No => {}
        }
    }
    closing
}

/// Whether a calendar has weekly hours of its own that leave a part of the week out.
fn closes(calendar: &Calendar) -> bool {
    calendar.clause.name != "always"
        && calendar.lines.iter().any(|line| matches!(line.line, Line::Weekly { .. }))
        && calendar.lines.iter().all(|line| match &line.line {
            Line::Weekly { hours, days, .. } => {
                !hours.is_empty() || days.iter().any(|span| span.days().len() < 7)
            }
            Line::Monthly { .. } | Line::Dates { .. } | Line::Instants { .. } | Line::Within(_) => true,
            Line::WeekSpan { .. } | Line::Calendars { .. } => false,
        })
}
