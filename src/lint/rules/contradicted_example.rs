//! An example in a text that breaks the rule it is an example of: "for example, who writes on Friday at 16:00 is answered by
//! Monday at 11:00", where four business hours end later.
//!
//! The sentence says "for example", names two weekdays with their times, or one and a time on "the same day", and no other time, says "by" or its like, and speaks of one
//! commitment, or stands in the words of one. It is wrong only if no rule that it may speak of leads from one to the other,
//! in any of some weeks.

use super::Context;
use crate::cases::CaseSet;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::{Commitment, Program, spoken};
use crate::lint::deadlines;
use crate::lint::prose::{Mentions, Moment, Passage, Tag};
use crate::time::{ClockTime, DateTime, Instant};

/// What keeps an example from being of the rule alone.
const SILENT: [Tag; 3] = [Tag::Not, Tag::Hedge, Tag::BestEffort];
const DAY: i64 = 86_400;
/// Holidays move a deadline in some weeks and not in all.
const WEEKS: i64 = 8;

/// Looks at every "for example".
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let program = context.program;
    if program.commitments.is_empty() {
        return;
    }
    for passage in context.prose().with(Tag::ForExample) {
        let moments = passage.moments();
        for mark in passage.marks(Tag::ForExample) {
            // "For example: you write on Friday at 16:00. We answer by Monday at 11:00."
            let near =
                moments.iter().filter(|it| (mark.sentence()..=mark.sentence() + 2).contains(&it.sentence));
            let mut near: Vec<Moment> = near.cloned().collect();
            near.extend(near.first().filter(|_| near.len() == 1).and_then(|it| same_day(passage, it)));
            let [received, due] = near.as_slice() else { continue };
            let sentences = mark.sentence()..=due.sentence;
            let tokens = passage.tokens();
            let times = sentences.clone().map(|sentence| passage.times(sentence).len()).sum::<usize>();
            if times != 2
                || !tokens.says(due.sentence, &[Tag::Due])
                || sentences.clone().any(|sentence| tokens.says(sentence, &SILENT))
            {
                continue;
            }
            let mentions = Mentions::of(program, passage.language);
            let named = sentences.filter_map(|sentence| mentions.subject(program, passage, sentence)).last();
            let subject =
                named.map(|subject| (subject.commitment, subject.cases)).or_else(|| owner(program, passage));
            let Some((commitment, cases)) = subject else { continue };
            findings.extend(judge(context, passage, (received, due), commitment, &cases));
        }
    }
}

/// The time behind a moment that is on the same day: "on Friday at 16:00 … by 18:00 the same day".
fn same_day(passage: &Passage<'_>, received: &Moment) -> Option<Moment> {
    let within = received.sentence..=received.sentence + 1;
    let mut sentences = within.filter(|sentence| passage.tokens().says(*sentence, &[Tag::SameDay]));
    let sentence = sentences.next()?;
    let times = passage.times(sentence);
    let (minutes, tokens) = times.into_iter().find(|(_, tokens)| tokens.start >= received.tokens.end)?;
    Some(Moment { day: received.day, minutes, tokens, sentence })
}

/// The commitment in whose words a text stands.
fn owner<'p>(program: &'p Program, passage: &Passage<'_>) -> Option<(&'p Commitment, CaseSet)> {
    let place = &passage.place;
    let quoted = !passage.piece.quotations.is_empty();
    let commitment = program.commitments.get(&place.owner.name);
    commitment.filter(|_| place.keyword == "commitment" && !quoted).map(|it| (it, CaseSet::everything()))
}

/// The finding, if no rule leads from the one moment to the other.
fn judge(
    context: &Context<'_>,
    passage: &Passage<'_>,
    (received, stated): (&Moment, &Moment),
    commitment: &Commitment,
    cases: &CaseSet,
) -> Option<Diagnostic> {
    let program = context.program;
    let asked = cases.and(program.space.possible());
    let receipts = receipts(context, received)?;
    let turned = self::receipts(context, stated)?;
    let mut shown = None;
    for region in &commitment.rules.regions {
        let here = region.cases.and(&asked);
        let Some(case) = here.witness(&program.space) else { continue };
        let rule = commitment.rules.rules.get(region.rule)?;
        let alone = deadlines::alone(&program.space, &case);
        for (at, receipt) in receipts.iter().enumerate() {
            // A promise without a figure may be kept in any way.
            let due = deadlines::due(context, &rule.value.promise, &alone, *receipt)?;
            let other = deadlines::due(context, &rule.value.promise, &alone, *turned.get(at)?)?;
            if is(context, due, stated) || is(context, other, received) {
                return None;
            }
            if at == 0 && shown.is_none() {
                shown = Some((rule, *receipt, due, case.clone(), here.clone()));
            }
        }
    }
    let (rule, receipt, due, case, here) = shown?;
    let title = spoken(commitment.clause.title.as_deref(), &commitment.clause.name);
    let told = |at| deadlines::told(context, at);
    let finding = Diagnostic::new(
        &registry::CONTRADICTED_EXAMPLE,
        passage.span(stated.tokens.clone()),
        format!("received {}, `{title}` is due {}", told(receipt), told(due)),
    )
    .label("not what the rule makes of it")
    .related(rule.span, "the rule")
    .instant(context.time().rfc(receipt))
    .help("correct the sentence, or write it as an `example`, which is worked out and published");
    let (names, words) = context.legend().case(&program.space, &case, &here);
    Some(if words == "every case" { finding } else { finding.case(names, words) })
}

/// The moment in each of some weeks.
fn receipts(context: &Context<'_>, moment: &Moment) -> Option<Vec<Instant>> {
    let (monday, _) = deadlines::weeks(context)?;
    let clock = &context.time().clock;
    let day = i64::try_from(moment.day.index()).ok()?;
    let time = ClockTime::from_seconds(i64::from(moment.minutes) * 60);
    (0..WEEKS)
        .map(|week| {
            let noon = monday.plus((week * 7 + day) * DAY + DAY / 2)?;
            clock.instant(DateTime { date: clock.local(noon).date, time })
        })
        .collect()
}

/// Whether an instant is on that day of the week at that time.
fn is(context: &Context<'_>, at: Instant, moment: &Moment) -> bool {
    let local = context.time().clock.local(at);
    local.date.weekday() == moment.day && local.time.seconds() / 60 == moment.minutes
}
