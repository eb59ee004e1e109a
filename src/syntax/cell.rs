//! Cells of tables, read as the type that their column asks for.
//!
//! In: a cell. Out: its value, and what is wrong with it. Which type a column asks for is known only when names are looked up,
//! so cells are read on demand.

mod behind;

use super::ast::Cell;
use super::build::{amounts, dates, durations};
use super::grammar::{Builder, Built, Pair, R, whole};
use super::holes;
use super::messages;
use super::scan::{self, Scan};
use super::slips::{self, Mended};
use crate::diagnostic::{Diagnostic, registry};
use crate::source::Span;
use crate::value::{Amount, Decimal, Duration, Figure, Name, PhaseDates, Quantity};
use behind::{day_and_night, half_read, left_over, needless_clock};

/// A word of a label: a value by its name, a release, a term, a number, or everything else.
#[derive(Clone, Debug)]
pub enum LabelWord {
    /// A name.
    Name(Name),
    /// A text in quotes, as of a release.
    Text(String, Span),
    /// A length of time, as of a contract.
    Duration(Duration),
    /// A number.
    Number(Decimal, Span),
    /// `yes` or `no`.
    Bool(bool, Span),
    /// `any`: the fact does not matter.
    Any(Span),
    /// `other`: every value not named in the column.
    Other(Span),
}

impl LabelWord {
    /// Where it stands.
    pub fn span(&self) -> Span {
        match self {
            Self::Name(name) => name.span,
            Self::Duration(duration) => duration.span,
            Self::Text(_, span)
            | Self::Number(_, span)
            | Self::Bool(_, span)
            | Self::Any(span)
            | Self::Other(span) => *span,
        }
    }
}

/// A header cell: what the column holds, and the fact that a matrix runs over.
#[derive(Clone, Debug)]
pub struct Header {
    /// Its words.
    pub words: Vec<LabelWord>,
    /// `by plan`.
    pub by: Option<Name>,
}

/// What a cell grants.
#[derive(Clone, Debug)]
pub enum GrantCell {
    /// `yes`.
    Yes,
    /// `no`.
    No,
    /// `?`.
    Unfilled,
    /// A limit, and whether what is not used lapses.
    Quantity(Quantity, bool),
}

/// What a cell says, and what is wrong with it: nothing, a slip beside the value that is meant, or a mistake that leaves no
/// value.
#[derive(Debug)]
pub struct Read<T> {
    /// The value, if there is one.
    pub value: Option<T>,
    /// What is wrong.
    pub findings: Vec<Diagnostic>,
}

impl<T> Read<T> {
    fn found(value: T) -> Self {
        Self { value: Some(value), findings: Vec::new() }
    }

    fn of(built: Built<T>) -> Self {
        match built {
            Ok(value) => Self::found(value),
            Err(finding) => Self { value: None, findings: vec![*finding] },
        }
    }
}

/// What a cell says, read by hand if that is enough.
fn quick<T>(cell: &Cell, read: impl FnOnce(&Builder, &str) -> Scan<T>) -> Option<T> {
    let builder = Builder::new(cell.span.file, cell.span.start as usize);
    read(&builder, &cell.text).ok().map(|(found, _)| found)
}

fn read<T>(
    cell: &Cell,
    rule: R,
    expected: &str,
    build: impl FnOnce(&mut Builder, Pair<'_>) -> Built<T>,
) -> Read<T> {
    if let Some(pair) = whole(rule, &cell.text) {
        let mut builder = Builder::new(cell.span.file, cell.span.start as usize);
        return Read::of(build(&mut builder, pair));
    }
    // A part that is not known yet leaves the whole unknown.
    let with_holes = |text: &str| holes::is_whole(rule, text).then(|| whole(rule, "?")).flatten();
    if let Some(pair) = with_holes(&cell.text) {
        return Read::of(build(&mut Builder::at(cell.span), pair));
    }
    if (holes::open(&cell.text).next().is_some() || slips::is_open(&cell.text))
        && let Some(finding) = messages::nameless(rule, cell)
    {
        return Read { value: None, findings: vec![finding] };
    }
    if let Some(finding) = messages::in_cell(rule, cell) {
        return Read { value: None, findings: vec![finding] };
    }
    // A slip is named as what it is, and read as what is meant.
    if let Some(Mended { meant, finding }) = slips::of_cell(rule, &cell.text, cell.span) {
        let pair = meant.as_deref().and_then(|meant| whole(rule, meant).or_else(|| with_holes(meant)));
        let Some(pair) = pair else {
            let half = meant.and_then(|meant| half_read(rule, cell, &finding, meant));
            return Read { value: None, findings: vec![half.unwrap_or(*finding)] };
        };
        return match build(&mut Builder::at(cell.span), pair) {
            Ok(value) => Read { value: Some(value), findings: vec![*finding] },
            // In its right form it is still wrong, which is said instead.
            Err(wrong) => Read { value: None, findings: vec![*wrong] },
        };
    }
    if let Some(read) = day_and_night(rule, &cell.text)
        && let Some(pair) = whole(rule, read)
        && let Ok(value) = build(&mut Builder::at(cell.span), pair)
    {
        return Read { value: Some(value), findings: vec![needless_clock(cell, read)] };
    }
    if let Some(finding) = left_over(rule, cell) {
        return Read { value: None, findings: vec![finding] };
    }
    let finding = messages::wrong_cell(rule, cell, expected);
    Read { value: None, findings: vec![finding] }
}

/// A header cell.
pub fn header(cell: &Cell) -> Read<Header> {
    quick(cell, scan::header).map_or_else(|| header_by_grammar(cell), Read::found)
}

pub(super) fn header_by_grammar(cell: &Cell) -> Read<Header> {
    read(cell, R::header, "a name, values of a fact, or `… by …`", |b, pair| {
        let mut header = Header { words: Vec::new(), by: None };
        for part in pair.into_inner() {
            match part.as_rule() {
                R::labels => header.words = words(b, part)?,
                R::name => header.by = Some(b.name(&part)),
                _ => {}
            }
        }
        Ok(header)
    })
}

/// `any` or `other`, for another word that people write for it where nothing is called so.
pub fn every_or_rest(word: &str) -> Option<&'static str> {
    slips::every_or_rest(&word.to_lowercase())
}

/// The days of the week that a name means, in any language that people mix in: `sunday`, `lun-vie`.
pub fn weekdays_called(name: &str) -> Option<String> {
    slips::weekdays_called(name)
}

/// The days of the week that all of some names mean, in one language; none for a name of which that is not sure.
pub fn all_weekdays_called(names: &[&str]) -> Option<Vec<Option<String>>> {
    slips::all_weekdays_called(names)
}

/// What to write for a name that says that an amount is told when it is asked for: `negotiable`.
pub fn instead_of_amount(name: &str) -> Option<&'static str> {
    let known = matches!(name, "poa" | "upon-request") || messages::is_saying(&name.replace('-', " "));
    known.then_some(messages::NO_AMOUNT)
}

/// Whether a name says how somebody answers, and not when: `best-effort`.
pub fn says_no_hours(name: &str) -> bool {
    messages::says_no_hours(&name.replace('-', " "))
}

/// The slip of a name that means that nothing is known yet, as `tbd`.
pub fn not_known_yet(name: &Name) -> Option<Diagnostic> {
    slips::is_no_name(name.as_str()).then(|| slips::stands_for_mark(name.as_str(), name.span))
}

/// The number that a name says, as `two`.
pub fn number_called(name: &Name) -> Option<u32> {
    slips::in_words(name.as_str())
}

/// A label in a key column.
pub fn labels(cell: &Cell) -> Read<Vec<LabelWord>> {
    quick(cell, scan::labels).map_or_else(|| labels_by_grammar(cell), Read::found)
}

pub(super) fn labels_by_grammar(cell: &Cell) -> Read<Vec<LabelWord>> {
    read(cell, R::labels, "a value, a list of values, `other` or `any`", |b, pair| words(b, pair))
}

fn words(b: &Builder, pair: Pair<'_>) -> Built<Vec<LabelWord>> {
    let mut words = Vec::new();
    for part in pair.into_inner() {
        let span = b.span(&part);
        match part.as_rule() {
            R::any => words.push(LabelWord::Any(span)),
            R::other => words.push(LabelWord::Other(span)),
            _ => {
                let Some(inner) = part.into_inner().next() else { continue };
                words.push(match inner.as_rule() {
                    R::duration => LabelWord::Duration(durations::duration(b, inner)?),
                    R::number => LabelWord::Number(durations::number(b, &inner)?, span),
                    R::yes => LabelWord::Bool(true, span),
                    R::no => LabelWord::Bool(false, span),
                    R::value_text => LabelWord::Text(inner.as_str().trim_matches('"').to_owned(), span),
                    _ => LabelWord::Name(b.name(&inner)),
                });
            }
        }
    }
    Ok(words)
}

/// A promise.
pub fn figure(cell: &Cell) -> Read<Figure> {
    quick(cell, scan::figure).map_or_else(|| figure_by_grammar(cell), Read::found)
}

pub(super) fn figure_by_grammar(cell: &Cell) -> Read<Figure> {
    let expected = "a promise such as `4 business hours`, `best effort` or `none`";
    read(cell, R::figure, expected, |b, pair| durations::figure(b, pair))
}

/// A price.
pub fn amount(cell: &Cell) -> Read<Amount> {
    read(cell, R::amount, "an amount such as `EUR 150` or `20% of licence-fee`", |b, pair| {
        amounts::amount(b, pair)
    })
}

/// A grant.
pub fn grant(cell: &Cell) -> Read<GrantCell> {
    read(cell, R::grant, "`yes`, `no` or a limit such as `up to 10 per year`", |b, pair| {
        let Some(inner) = pair.into_inner().next() else { return Ok(GrantCell::Unfilled) };
        Ok(match inner.as_rule() {
            R::yes => GrantCell::Yes,
            R::no => GrantCell::No,
            R::quantity => {
                let (quantity, lapses) = amounts::quantity(b, inner)?;
                GrantCell::Quantity(quantity, lapses)
            }
            _ => GrantCell::Unfilled,
        })
    })
}

/// Names, joined by commas.
pub fn names(cell: &Cell) -> Read<Vec<Name>> {
    read(cell, R::names, "a name or several names", |b, pair| {
        Ok(pair.into_inner().map(|part| b.name(&part)).collect())
    })
}

/// The dates of a phase.
pub fn phase(cell: &Cell) -> Read<PhaseDates> {
    let expected = "a span such as `2024-04-01..2026-03-31`, `until` and a date, or `from then on`";
    let mut read = read(cell, R::phase_dates, expected, |b, pair| dates::phase_dates(b, pair));
    for finding in read.findings.iter_mut().filter(|finding| finding.code == &registry::WRONG_CELL) {
        let help = "write the first and the last day, or `until` and the last day; `from 2026-01-01 on` or `from then on` if it has no end. Write `no` if the release never has this phase, and `?` while it is not known";
        finding.help.get_or_insert_with(|| help.to_owned());
    }
    read
}

/// A share.
pub fn share(cell: &Cell) -> Read<Decimal> {
    read(cell, R::share, "a share such as `99.9%`", |b, pair| durations::share(b, pair))
}
