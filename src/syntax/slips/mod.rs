//! What people type by habit or paste from a word processor: understood, reported with the right form, never misread.
//!
//! In: a slot that nothing fitted and the text there. Out: the value that is meant, and the finding that says how it is
//! written; where two values may be meant, only the finding. Each slip is a stretch of text and what to write instead,
//! which is then read as any other value.

mod afternoon;
mod business;
mod cells;
mod clock;
mod conditions;
mod dated;
mod days;
mod facts;
mod feasts;
mod figures;
mod foreign;
mod fractions;
mod holed;
mod languages;
mod money;
mod months;
mod neighbours;
mod numbers;
mod open;
mod over_days;
mod qualifiers;
mod sayings;
mod spoken;
mod strength;
mod tongues;
mod weekdays;
mod weeks;
mod words;
mod zones;

pub(super) use cells::{Mended, every_or_rest, of_cell};
pub(super) use conditions::condition;
pub(super) use facts::kind_of_fact;
pub(super) use feasts::{day_of_feast, is_feast};
pub(super) use figures::{in_words, is_unit};
pub(super) use foreign::{english, english_declaration, length_in_words, of_word};
pub(super) use neighbours::join;
pub(super) use numbers::two_readings;
pub(super) use open::{in_marks, is_no_name, is_open, stands_for_mark};
pub(super) use over_days::over_days;
pub(super) use qualifiers::qualifier;
use sayings::{always, area, day, no_figure};
pub(super) use strength::strength;
use tongues::language_of;
pub(super) use words::{name, phrase, short_name, stands_for, unquoted, word};
pub(super) use zones::{local_time, names_zone};

use super::ast::Capture;
use super::grammar::{Builder, prefix, whole};
use super::head::Head;
use super::schema::SlotType;
use crate::diagnostic::{Diagnostic, registry};
use crate::source::Span;

/// What a finding about a word of another language begins with.
pub(super) const IN_ENGLISH: &str = "the words of a policy are English in every language";

/// A slip: how long it is, and what it may mean.
#[derive(Debug, PartialEq, Eq)]
struct Slip {
    length: usize,
    /// What is meant; several when it can be read in several ways, none when it cannot be read.
    meant: Vec<String>,
    message: String,
    /// Whether what is meant is beyond doubt.
    safe: bool,
}

impl Slip {
    /// A slip with one meaning: `what` is written `meant`.
    fn new(what: &str, length: usize, rest: &str, meant: String) -> Option<Self> {
        let written = rest[..length].trim_end();
        let message = format!("{what} is written `{meant}`, not `{written}`");
        (meant != written).then(|| Self { length: written.len(), meant: vec![meant], message, safe: true })
    }

    /// The same with a verb for many things.
    fn many(what: &str, length: usize, rest: &str, meant: String) -> Option<Self> {
        let written = rest[..length].trim_end();
        let message = format!("{what} are written `{meant}`, not `{written}`");
        (meant != written).then(|| Self { length: written.len(), meant: vec![meant], message, safe: true })
    }

    /// Something that can be read in two ways.
    fn doubtful(written: &str, readings: Vec<String>) -> Self {
        let shown: Vec<String> = readings.iter().map(|reading| format!("`{reading}`")).collect();
        let message = format!("`{written}` can be read as {}", shown.join(" or as "));
        Self { length: written.len(), meant: readings, message, safe: false }
    }

    fn unsafely(self) -> Self {
        Self { safe: false, ..self }
    }
}

/// What a slip comes to.
pub(super) enum Understood {
    /// One value is meant; the position behind it.
    Value(usize, Capture, Diagnostic),
    /// It stands for something that is not known yet.
    Unfilled(usize, Diagnostic),
    /// It can be read in several ways, or in none.
    Doubtful(Diagnostic),
}

/// What was meant where nothing fitted; `whole` is the file, whose language may tell.
pub(super) fn understand(kind: SlotType, head: Head<'_>, at: usize, whole: &str) -> Option<Understood> {
    let rest = &head.text[at..];
    if let Some(length) = open::not_known(rest) {
        let slip = open::stands_for_mark(&rest[..length], head.span(at, at + length));
        return Some(Understood::Unfilled(at + length, slip));
    }
    if kind == SlotType::Weekdays
        && let Some((end, finding)) = holed(kind, head, at)
    {
        return Some(Understood::Unfilled(end, finding));
    }
    let slip = slip(kind, rest)?;
    let days = matches!(kind, SlotType::Weekdays | SlotType::Weekday);
    // Which language the file is in, and which days are worked, is asked for days alone.
    let read =
        |slip| weeks::read_in(tongues::read_in(slip, rest, head.text, language_of(whole)), rest, whole);
    made(kind, head, at, if days { read(slip) } else { slip })
}

/// `3 hrs of advice` and `1 000 incidents` where a limit belongs, which is right as far as its first figures go.
pub(super) fn granted(head: Head<'_>, at: usize) -> Option<Understood> {
    let rest = &head.text[at..];
    made(SlotType::Limit, head, at, figures::granted_time(rest).or_else(|| numbers::grouped_limit(rest))?)
}

/// `4 hours (business)` and `4 horas hábiles`, of which the beginning alone would be another promise.
pub(super) fn in_business_time(kind: SlotType, head: Head<'_>, at: usize) -> Option<Understood> {
    made(kind, head, at, business::length(&head.text[at..])?)
}

/// `TBD hrs`, `9am-TBD`: a value of which a part is not known yet, and the rest in another form; the position behind it.
pub(super) fn holed(kind: SlotType, head: Head<'_>, at: usize) -> Option<(usize, Diagnostic)> {
    let rest = &head.text[at..];
    let slip = holed::slip(kind, rest)?;
    let [meant] = slip.meant.as_slice() else { return None };
    let span = head.span(at, at + slip.length);
    let finding = Diagnostic::new(&registry::SLIP, span, slip.message);
    Some((at + slip.length, fixed(finding, span, &rest[..slip.length], meant, slip.safe)))
}

/// What something is counted for, with its `per`: `p.m.`, `/month`, `a month`, `monthly`.
pub(super) fn per_measure(head: Head<'_>, at: usize) -> Option<Understood> {
    let rest = &head.text[at..];
    let (meant, length, safe) = money::per(rest)?;
    let measure = meant.strip_prefix(" per ")?;
    let written = rest[..length].trim_end();
    let span = head.span(at, at + written.len());
    let pair = whole(SlotType::Measure.rule(), measure)?;
    let capture = SlotType::Measure.build(&mut Builder::at(span), pair).ok()?;
    let meant = meant.trim_start();
    let finding =
        Diagnostic::new(&registry::SLIP, span, format!("this is written `{meant}`, not `{written}`"));
    // A stroke may touch what is counted, and a word may not.
    let blank = if head.text[..at].ends_with(char::is_whitespace) { "" } else { " " };
    let finding = finding.label(format!("`{meant}`"));
    let title = format!("change `{written}` to `{meant}`");
    let finding = finding.fix(title, safe, span, format!("{blank}{meant}"));
    Some(Understood::Value(at + written.len(), capture, finding))
}

/// A slip with the value that is meant, if it is one.
fn made(kind: SlotType, head: Head<'_>, at: usize, slip: Slip) -> Option<Understood> {
    let rest = &head.text[at..];
    let end = at + slip.length;
    let span = head.span(at, end);
    let written = &rest[..slip.length];
    let mut finding = Diagnostic::new(&registry::SLIP, span, slip.message);
    if let [meant] = slip.meant.as_slice() {
        let pair = whole(kind.rule(), meant)?;
        let mut builder = Builder::at(span);
        return match kind.build(&mut builder, pair) {
            Ok(capture) => {
                Some(Understood::Value(end, capture, fixed(finding, span, written, meant, slip.safe)))
            }
            // In its right form it is still wrong, as the 32nd of a month; that is said instead.
            Err(wrong) => Some(Understood::Doubtful(*wrong)),
        };
    }
    finding = choice(finding, &slip.meant, span);
    Some(Understood::Doubtful(finding))
}

/// Offers the readings of what can be read in several ways.
fn choice(finding: Diagnostic, readings: &[String], span: Span) -> Diagnostic {
    let label = if readings.is_empty() { "this cannot be taken as it is" } else { "which one is meant?" };
    readings.iter().fold(finding.label(label), |finding, meant| {
        finding.fix(format!("change it to `{meant}`"), false, span, meant.as_str())
    })
}

/// Whether a text begins with weekdays in another form, as `Monday-Friday`.
pub(super) fn begins_with_days(rest: &str) -> bool {
    weekdays::weekdays(rest).is_some()
}

/// The weekdays that a whole text means.
pub(super) fn weekdays_called(text: &str) -> Option<String> {
    let slip = weekdays::weekdays(text).filter(|slip| slip.length == text.len() && slip.safe)?;
    slip.meant.into_iter().next()
}

/// The days of the week that all of some words mean, in one language; none for a word of which that is not sure.
pub(super) fn all_weekdays_called(words: &[&str]) -> Option<Vec<Option<String>>> {
    let line = words.join(" ");
    let slips: Option<Vec<Slip>> =
        words.iter().map(|word| weekdays::weekdays(word).filter(|slip| slip.length == word.len())).collect();
    let read = |(word, slip): (&&str, Slip)| {
        let slip = tongues::read_in(slip, word, &line, None);
        if slip.safe { slip.meant.into_iter().next() } else { None }
    };
    Some(words.iter().zip(slips?).map(read).collect())
}

/// The tag of a language, for its tag or its name: `nl` for `Dutch`.
pub(super) fn tag_of_language(name: &str) -> Option<String> {
    let two = name.find(|c: char| !c.is_alphabetic()).unwrap_or(name.len()) == 2;
    if two && whole(SlotType::Language.rule(), name).is_some() {
        return Some(name.to_owned());
    }
    let slip = languages::language(name).filter(|slip| slip.length == name.len() && slip.safe)?;
    slip.meant.into_iter().next()
}

/// The length of time that a whole text is in another form.
pub(super) fn length_called(text: &str) -> Option<String> {
    let slip = slip(SlotType::Duration, text).filter(|slip| slip.length == text.len())?;
    let [length] = slip.meant.as_slice() else { return None };
    Some(length.clone())
}

/// The value that a text begins with in another form, how long that is there, and whether it can mean nothing else.
pub(super) fn value_called(kind: SlotType, text: &str) -> Option<(String, usize, bool)> {
    let slip = slip(kind, text)?;
    let [value] = slip.meant.as_slice() else { return None };
    Some((value.clone(), slip.length, slip.safe))
}

/// The share that a text begins with in another form, as `99,5 %`.
pub(super) fn share_called(text: &str) -> Option<String> {
    let slip = figures::share(text)?;
    let [share] = slip.meant.as_slice() else { return None };
    Some(share.clone())
}

/// The one day that a text is in another form, as `24 December`.
pub(super) fn one_day(text: &str) -> Option<String> {
    let slip = days::dates(text).filter(|slip| slip.length == text.len() && slip.safe)?;
    let [day] = slip.meant.as_slice() else { return None };
    Some(day.clone())
}

/// What is not said of a date, where a text is the rest of one: `1 March`, `March 2026`.
pub(super) fn unsaid_of_date(text: &str) -> Option<&'static str> {
    match months::is_month(text) {
        Some(true) => Some("day"),
        Some(false) => Some("day and the year"),
        None => days::is_yearly(text).then_some("year"),
    }
}

/// `by June 2026`: the last day of the month.
pub(super) fn by_month(head: Head<'_>, at: usize) -> Option<Understood> {
    made(SlotType::Dates, head, at, months::by_month(&head.text[at..])?)
}

/// Whether a text says in other words that something is open at all times, as `24/7`.
pub(super) fn is_always(text: &str) -> bool {
    text == "always" || always(text).is_some_and(|slip| slip.length == text.len() && slip.safe)
}

/// The slip that a text begins with where a value of this type belongs.
fn slip(kind: SlotType, rest: &str) -> Option<Slip> {
    match kind {
        SlotType::Time => clock::time(rest),
        SlotType::Hours => clock::hours(rest),
        SlotType::Date => days::date(rest),
        SlotType::Dates => days::dates(rest),
        SlotType::Instant => days::instant(rest),
        SlotType::Instants => days::instants(rest),
        SlotType::Weekdays | SlotType::Weekday => weekdays::weekdays(rest),
        SlotType::Duration | SlotType::Lapse | SlotType::Cadence | SlotType::Expected => {
            let known = figures::duration(rest).or_else(|| business::length(rest));
            known.or_else(|| business::duration(rest)).or_else(|| business::one(rest))
        }
        SlotType::Frequency => figures::frequency(rest),
        SlotType::Amount => money::money(rest),
        SlotType::Share => figures::share(rest),
        SlotType::Number => numbers::number(rest),
        SlotType::Limit => numbers::limit(rest),
        SlotType::Measure => figures::measure(rest),
        SlotType::Day => day(rest),
        SlotType::NoFigure => no_figure(rest),
        SlotType::Zone => zones::zone(rest),
        SlotType::Area => area(rest),
        SlotType::Language => languages::language(rest),
        SlotType::Ref("calendar") => always(rest),
        _ => None,
    }
    .or_else(|| capitals(kind, rest))
}

pub(super) fn fixed(finding: Diagnostic, span: Span, written: &str, meant: &str, safe: bool) -> Diagnostic {
    finding.label(format!("`{meant}`")).fix(format!("change `{written}` to `{meant}`"), safe, span, meant)
}

/// A stretch of an author's text, cut where it is too long for a message.
fn shortened(text: &str) -> String {
    let text: Vec<&str> = text.split_whitespace().collect();
    let text = text.join(" ");
    if text.chars().count() > 60 {
        format!("{}…", text.chars().take(60).collect::<String>().trim_end())
    } else {
        text
    }
}

/// The first word: up to white space or punctuation.
fn token(rest: &str) -> &str {
    let end = rest.find(|c: char| c.is_whitespace() || ",;{}()|\"".contains(c)).unwrap_or(rest.len());
    &rest[..end]
}

/// What stands behind one of these words in any case, and how long the word and the blanks before it are.
pub(super) fn after_word<'t>(rest: &'t str, words: &[&str]) -> Option<(&'t str, usize)> {
    let trimmed = rest.trim_start_matches([' ', '\u{a0}']);
    words.iter().find_map(|word| {
        let head = trimmed.get(..word.len())?;
        let tail = &trimmed[word.len()..];
        let joined = word.ends_with(char::is_alphabetic) && tail.starts_with(char::is_alphanumeric);
        (head.eq_ignore_ascii_case(word) && !joined).then_some((tail, rest.len() - tail.len()))
    })
}

/// What stands between the two ends of a span.
const DASHES: [&str; 14] =
    ["...", "..", "-", "–", "—", "~", "to", "till", "until", "through", "bis", "tot en met", "tot", "t/m"];

/// What stands there between days or hours in other languages, where `a` would be one thing elsewhere.
const FOREIGN_DASHES: [&str; 9] = ["hasta el", "hasta", "al", "a", "au", "à", "bis zum", "〜", "～"];

/// What stands between the values of a list by habit, in the place of a comma.
pub(super) const JOINERS: [&str; 9] = ["and", "&", "or", "und", "et", "y", "plus", "+", "/"];

/// A dash or a word between the two ends of a span, with the blanks around it; and what follows.
fn through(rest: &str) -> Option<(&str, usize)> {
    joined_by(rest, &DASHES)
}

/// One of some words between the two ends of a span, with the blanks around it; and what follows.
fn joined_by<'t>(rest: &'t str, words: &[&str]) -> Option<(&'t str, usize)> {
    let (tail, length) = after_word(rest, words)?;
    let trimmed = tail.trim_start_matches([' ', '\u{a0}']);
    Some((trimmed, length + tail.len() - trimmed.len()))
}

/// `Monthly`, `Next Business Day`: what is in the vocabulary, with capitals.
fn capitals(kind: SlotType, rest: &str) -> Option<Slip> {
    let vocabulary = matches!(
        kind,
        SlotType::Frequency
            | SlotType::Strength
            | SlotType::Period
            | SlotType::NoFigure
            | SlotType::Day
            | SlotType::Cadence
            | SlotType::Lapse
            | SlotType::Duration
            | SlotType::Limit
            | SlotType::Measure
            | SlotType::DateRule
            | SlotType::Amount
    );
    if !vocabulary || !rest.starts_with(|c: char| c.is_ascii_alphanumeric()) {
        return None;
    }
    let lower = rest.to_ascii_lowercase();
    let length = prefix(kind.rule(), &lower)?.as_str().len();
    Slip::new("this", length, rest, lower[..length].to_owned())
}
