//! What is settled only when somebody asks, in words where a value belongs: `by agreement`, `on request`, `in overleg`, `nach
//! Vereinbarung`.
//!
//! In: a cell or a line that could not be read. Out: the finding with the words that the language has for it; none where something
//! else is said.

use super::habits::Around;
use super::scope;
use crate::diagnostic::{Diagnostic, registry};
use crate::source::Span;
use crate::syntax::ast::Cell;
use crate::syntax::grammar::R;
use crate::syntax::head::Head;
use crate::syntax::matcher::{self, Filled};
use crate::syntax::schema::{self, Schema};
use crate::syntax::slips;

/// What people write where nothing is settled before it is asked for, in small letters.
const SAYINGS: &[&str] = &[
    "as agreed",
    "as arranged",
    "by agreement",
    "by mutual agreement",
    "by appointment",
    "on appointment",
    "by arrangement",
    "by request",
    "on request",
    "upon request",
    "at request",
    "on demand",
    "on application",
    "by quote",
    "on quotation",
    "case by case",
    "case-by-case",
    "on a case-by-case basis",
    "in consultation",
    "individually agreed",
    "individual agreement",
    "negotiable",
    "subject to agreement",
    "in overleg",
    "in onderling overleg",
    "na overleg",
    "naar overleg",
    "volgens afspraak",
    "op afspraak",
    "op aanvraag",
    "op verzoek",
    "nader overeen te komen",
    "nach vereinbarung",
    "nach absprache",
    "in absprache",
    "nach rücksprache",
    "nach verhandlung",
    "laut vereinbarung",
    "gemäß vereinbarung",
    "auf anfrage",
    "auf wunsch",
    "auf anforderung",
    "individuell",
    "sur demande",
    "à la demande",
    "sur devis",
    "sur rendez-vous",
    "à convenir",
    "selon accord",
    "d'un commun accord",
    "d’un commun accord",
    "au cas par cas",
    "a convenir",
    "de mutuo acuerdo",
    "previo acuerdo",
    "según acuerdo",
    "bajo petición",
    "bajo demanda",
    "a petición",
    "con cita previa",
    "caso por caso",
    "a combinar",
    "sob consulta",
    "su richiesta",
    "da concordare",
    "応相談",
    "要相談",
];

/// Whether a text says no more than that something is settled when it is asked for.
pub(in crate::syntax) fn is_saying(text: &str) -> bool {
    let text = text.trim().trim_end_matches('.').trim_matches(['(', ')']).to_lowercase();
    // `in overleg met klant`
    let with = |rest: &str| WITH.iter().any(|word| rest.starts_with(word));
    SAYINGS.iter().any(|saying| text.strip_prefix(saying).is_some_and(|rest| rest.is_empty() || with(rest)))
}

/// Words before whom something is settled with.
const WITH: [&str; 6] = [" with ", " met ", " mit ", " avec ", " con ", " com "];

/// Words before the document that says something.
const SAID_IN: [&str; 21] = [
    "see the",
    "see",
    "as per the",
    "as per",
    "as in the",
    "per the",
    "according to the",
    "according to",
    "subject to the",
    "subject to",
    "zie",
    "volgens",
    "conform",
    "siehe",
    "laut",
    "gemäß",
    "voir",
    "selon",
    "véase",
    "ver",
    "según",
];

/// `see contract`: what a document says, in the place of a promise or an amount.
fn in_document(cell: &Cell) -> Option<Diagnostic> {
    let text = cell.text.trim_end_matches('.');
    let (rest, _) = slips::after_word(text, &SAID_IN)?;
    let brief = rest.split_whitespace().count() <= 3
        && !rest.contains(|c: char| !c.is_alphanumeric() && c != ' ' && c != '-');
    let name = slips::short_name(rest.trim()).filter(|_| brief)?;
    let meant = format!("as agreed in {name}");
    let message = format!("what a document says is written `{meant}`");
    let finding = Diagnostic::new(&registry::WRONG_CELL, cell.span, message).label("this is no value");
    let help = format!(
        "write `{meant}`, with the name of a `document` that you declare, as `document {name} \"…\"`"
    );
    Some(finding.help(help).fix(format!("write `{meant}`"), false, cell.span, meant))
}

/// A cell that is such a saying, or a `yes` with one behind it.
pub(in crate::syntax) fn in_cell(rule: R, cell: &Cell) -> Option<Diagnostic> {
    let text = cell.text.as_str();
    if !is_saying(text) {
        return match rule {
            R::grant => granted_on_request(cell),
            R::figure | R::amount => in_document(cell),
            _ => None,
        };
    }
    let finding = |message: String| Diagnostic::new(&registry::WRONG_CELL, cell.span, message);
    Some(match rule {
        R::figure => no_figure(&registry::WRONG_CELL, cell.span, text),
        R::amount => finding(format!("`{text}` is no amount")).label("who says how much?").help(NO_AMOUNT),
        R::grant => finding("a cell of what plans have says `yes`, `no` or how many".to_owned())
            .label("do customers get it when they ask?")
            .help(format!("write `yes` if they do; how it is asked for is said where it is declared, as `{}`", note(text))),
        R::names => finding(format!("`{text}` is no name"))
            .label("which calendar or role is it?")
            .help(format!("write its name, or `no`; what is arranged each time is said where the row is declared, as `{}`", note(text))),
        _ => return None,
    })
}

/// `yes, on request`.
fn granted_on_request(cell: &Cell) -> Option<Diagnostic> {
    let text = cell.text.as_str();
    let rest = text.strip_prefix("yes").map(|rest| rest.trim_start_matches([',', ';', ' ']))?;
    let start = cell.span.start as usize + text.len() - rest.len();
    let place = Span::new(cell.span.file, start, start + rest.len());
    is_saying(rest).then(|| {
        Diagnostic::new(
            &registry::WRONG_CELL,
            place,
            "a cell of what plans have says `yes`, `no` or how many",
        )
        .label("this is said in words")
        .help(format!("leave it out here, and say it where the row is declared, as `{}`", note(rest)))
    })
}

/// How the language says that no amount is known ahead.
pub(in crate::syntax) const NO_AMOUNT: &str = "write `as decided by us` where you quote each time, `as agreed in order-form` where a `document` that \
    you declare says it, or `?` until it is known";

/// A saying in the place of a promise.
fn no_figure(code: &'static crate::diagnostic::Code, place: Span, text: &str) -> Diagnostic {
    Diagnostic::new(code, place, format!("`{}` does not say how soon", text.trim()))
        .label("who decides it, or where is it agreed?")
        .help(
            "write `as decided by us` where you settle it each time, `as agreed in contract` where a `document` that you declare \
             says it, or `none` where nothing is promised",
        )
}

/// A saying as a text for readers.
fn note(text: &str) -> String {
    let text = text.trim().trim_end_matches('.').trim_matches(['(', ')']);
    format!("note \"{}.\"", scope::capitalised(text))
}

/// A line that is such a saying, or that ends in one.
pub(super) fn of_line(head: Head<'_>, around: Around<'_>, schema: &'static Schema) -> Option<Diagnostic> {
    let (said, _) = head.text.split_once(" when ").unwrap_or((head.text, ""));
    let said = said.trim_end();
    if schema.keyword == "commitment" {
        let at = head.has(0, "within").map_or(0, |end| head.skip(end));
        let place = || head.span(at, said.len());
        return said
            .get(at..)
            .filter(|said| is_saying(said))
            .map(|said| no_figure(&registry::SYNTAX, place(), said));
    }
    if let "plan" | "price" = schema.keyword {
        let at = head.has(0, "price").map_or(0, |end| head.skip(end));
        let words = said.get(at..).filter(|said| is_saying(said) && *said != "as agreed");
        if let Some(words) = words.filter(|_| schema.keyword == "price" || at > 0) {
            let place = head.span(at, said.len());
            let finding = Diagnostic::new(&registry::SYNTAX, place, format!("`{words}` is no amount"));
            return Some(finding.label("who says how much?").help(NO_AMOUNT));
        }
    }
    behind(head, around, schema)
}

/// `grants portal on request`: a line that is right as far as this.
fn behind(head: Head<'_>, around: Around<'_>, schema: &'static Schema) -> Option<Diagnostic> {
    let text = head.text.trim_end();
    if !matches!(schema.keyword, "plan" | "channel" | "offer") {
        return None;
    }
    let mut ends = text.match_indices([' ', ',']).map(|(at, _)| text.split_at(at));
    let (line, rest) = ends.find(|(_, rest)| is_saying(rest.trim_start_matches([',', ' '])))?;
    let said = rest.trim_start_matches([',', ' ']);
    let tried = Head { text: line, ..head };
    matcher::find(tried, schema::tried(schema, None), &mut Filled::default()).ok()?;
    let place = head.span(text.len() - said.len(), text.len());
    let message = format!("`{}` is no part of what the line says", super::shown(said));
    let finding = Diagnostic::new(&registry::SYNTAX, place, message).label("this is said in words");
    let note = note(said);
    if around.body {
        return Some(finding.help(format!("take it out, and put `{note}` between the braces")));
    }
    let gap = head.span(line.len(), text.len());
    Some(finding.fix(format!("write `{{ {note} }}`"), false, gap, format!(" {{ {note} }}")))
}
