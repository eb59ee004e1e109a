//! How firm a figure is, in words of the author's own behind it: `(not guaranteed)`, `, unverbindlich`, `(best effort)`.
//!
//! In: what stands behind a figure. Out: the word of the language, `target` or `guaranteed`; for words that promise no figure
//! at all, the question which of the two is meant.

use super::{Understood, choice};
use crate::diagnostic::{Diagnostic, registry};
use crate::source::Span;
use crate::syntax::ast::Capture;
use crate::syntax::grammar::{Builder, R, prefix, whole};
use crate::syntax::head::Head;
use crate::syntax::schema::SlotType;

/// What people write for a figure that is meant and not owed, and whether it can mean nothing else.
const TARGET: &[(&str, bool)] = &[
    ("not guaranteed", true),
    ("no guarantee", true),
    ("no guarantees", true),
    ("not a guarantee", true),
    ("without guarantee", true),
    ("target", true),
    ("as a target", true),
    ("target only", true),
    ("niet gegarandeerd", true),
    ("geen garantie", true),
    ("zonder garantie", true),
    ("nicht garantiert", true),
    ("ohne garantie", true),
    ("ohne gewähr", true),
    ("non garanti", true),
    ("non garantie", true),
    ("non garantis", true),
    ("sans garantie", true),
    ("no garantizado", true),
    ("no garantizada", true),
    ("sin garantía", true),
    ("sin garantia", true),
    ("if possible", false),
    ("where possible", false),
    ("when possible", false),
    ("indien mogelijk", false),
    ("wenn möglich", false),
    ("si possible", false),
    ("si es posible", false),
    ("non-binding", false),
    ("not binding", false),
    ("indicative", false),
    ("goal", false),
    ("aim", false),
    ("objective", false),
    ("streefwaarde", false),
    ("streeftijd", false),
    ("richttijd", false),
    ("indicatief", false),
    ("unverbindlich", false),
    ("angestrebt", false),
    ("zielwert", false),
    ("richtwert", false),
    ("objectif", false),
    ("indicatif", false),
    ("à titre indicatif", false),
    ("objetivo", false),
    ("orientativo", false),
];

/// What people write for a figure that is owed.
const GUARANTEED: &[(&str, bool)] = &[
    ("guaranteed", true),
    ("is guaranteed", true),
    ("gegarandeerd", true),
    ("garantiert", true),
    ("garanti", true),
    ("garantizado", true),
    ("garantizada", true),
    ("binding", false),
    ("committed", false),
    ("verbindlich", false),
    ("vinculante", false),
];

/// What promises no figure at all.
const NO_FIGURE: &[&str] = &["best effort", "best efforts", "best-effort", "best-efforts", "on best effort"];

/// What the words behind a figure say of it.
enum Said {
    Firm(&'static str, bool),
    NoFigure,
}

/// The words that stand there up to a condition or the end, how long they are with their brackets, and what they say.
fn said(rest: &str) -> Option<(usize, Said)> {
    let end = [" when ", " unless ", ", because ", ", see "].iter().filter_map(|word| rest.find(word)).min();
    let written = rest[..end.unwrap_or(rest.len())].trim_end();
    let bare = written.trim_start_matches([',', ';', '-', '–', '—', ':', ' ']);
    let bare = bare.strip_prefix('(').map_or(bare, |inner| inner.strip_suffix(')').unwrap_or(bare));
    let lower = bare.trim().to_lowercase();
    let among = |words: &[(&str, bool)]| words.iter().find(|(word, _)| *word == lower).map(|(_, safe)| *safe);
    let found = among(TARGET).map(|safe| Said::Firm("target", safe));
    let found = found.or_else(|| among(GUARANTEED).map(|safe| Said::Firm("guaranteed", safe)));
    let found = found.or_else(|| NO_FIGURE.contains(&lower.as_str()).then_some(Said::NoFigure))?;
    Some((written.len(), found))
}

/// The finding about words behind a figure, and the word that is meant.
fn judged(written: &str, said: &Said) -> (String, &'static str, bool) {
    let bare = written.trim_matches([',', ';', '-', '–', '—', ':', ' ', '(', ')']);
    match said {
        Said::Firm(word, safe) if bare == *word => {
            (format!("`{word}` stands behind its figure with no sign around it"), *word, *safe)
        }
        Said::Firm("target", safe) => {
            (format!("a figure that is not guaranteed says `target`, not `{bare}`"), "target", *safe)
        }
        Said::Firm(word, safe) => {
            (format!("a figure that is guaranteed says `{word}`, not `{bare}`"), *word, *safe)
        }
        Said::NoFigure => (TWO_PROMISES.to_owned(), "target", false),
    }
}

/// What is wrong with a figure and words that promise none.
const TWO_PROMISES: &str = "`best effort` promises no figure, and here is one";

/// Words where a line has room for `target` or `guaranteed`.
pub(in crate::syntax) fn strength(head: Head<'_>, at: usize) -> Option<Understood> {
    let rest = &head.text[at..];
    let (length, said) = said(rest)?;
    let written = &rest[..length];
    let (message, meant, safe) = judged(written, &said);
    let span = head.span(at, at + length);
    let pair = whole(SlotType::Strength.rule(), meant).filter(|_| written != meant)?;
    let capture: Capture = SlotType::Strength.build(&mut Builder::at(span), pair).ok()?;
    // A comma may touch the figure, and a word may not.
    let blank = if head.text[..at].ends_with(char::is_whitespace) { "" } else { " " };
    let finding = Diagnostic::new(&registry::SLIP, span, message);
    let finding = match said {
        Said::Firm(..) => finding.label(format!("`{meant}`")),
        Said::NoFigure => finding.label("is the figure meant?").help(
            "write `target` for it if the figure is meant, or `best effort` alone on the line if none is",
        ),
    };
    let finding = finding.fix(format!("write `{meant}` for it"), safe, span, format!("{blank}{meant}"));
    Some(Understood::Value(at + length, capture, finding))
}

/// The same around the figure of a cell: all of what is meant, if that is one thing, and the finding.
pub(super) fn of_cell(text: &str, at: Head<'_>) -> Option<(Option<String>, Diagnostic)> {
    if let Some(found) = before_figure(text, at) {
        return Some(found);
    }
    let figure = prefix(R::figure, text)?.as_str().trim_end();
    let rest = &text[figure.len()..];
    let start = text.len() - rest.trim_start().len();
    let choice_of = |figure: &str, place: Span| {
        let meant = format!("{figure} target");
        whole(R::figure, &meant)?;
        let finding = Diagnostic::new(&registry::SLIP, place, TWO_PROMISES);
        Some((None, choice(finding, &[meant, "best effort".to_owned()], at.span(0, text.len()))))
    };
    if whole(R::no_figure, figure).is_some() {
        let inner = rest.trim_matches([',', ';', '-', '–', '—', ':', ' ', '(', ')']);
        whole(R::lapse, inner).filter(|_| figure == "best effort")?;
        return choice_of(inner, at.span(start, text.len()));
    }
    let (length, said) = said(&text[start..]).filter(|(length, _)| start + length == text.len())?;
    let written = &text[start..start + length];
    let place = at.span(start, start + length);
    let (message, word, safe) = judged(written, &said);
    if let Said::NoFigure = said {
        return choice_of(figure, place);
    }
    let meant = format!("{figure} {word}");
    whole(R::figure, &meant)?;
    let finding = Diagnostic::new(&registry::SLIP, place, message).label(format!("`{word}`"));
    let gap = at.span(figure.len(), text.len());
    Some((Some(meant), finding.fix(format!("write `{word}` for it"), safe, gap, format!(" {word}"))))
}

/// `target 4 hours`, `target: 4 hours`: the words before their figure.
fn before_figure(text: &str, at: Head<'_>) -> Option<(Option<String>, Diagnostic)> {
    let digit = text.find(|c: char| c.is_ascii_digit()).filter(|digit| *digit > 0)?;
    let figure = &text[digit..];
    let words = text[..digit].trim_end_matches([' ', ':', ',']).trim_end_matches(" within");
    let (_, said) = said(words)?;
    let Said::Firm(word, safe) = said else { return None };
    let meant = format!("{figure} {word}");
    whole(R::figure, &meant)?;
    let message = format!("`{word}` stands behind its figure, and not before it");
    let finding = Diagnostic::new(&registry::SLIP, at.span(0, words.len()), message);
    let finding = finding.label("the other way round");
    let finding = finding.fix(format!("write `{meant}`"), safe, at.span(0, text.len()), meant.clone());
    Some((Some(meant), finding))
}
