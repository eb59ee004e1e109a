//! Lines of maintenance, availability, products and prices in words of the author's own.
//!
//! In: a line that fits nothing. Out: the finding with what to write instead; none where that is not known.

use super::habits::stranger;
use crate::diagnostic::{Diagnostic, registry};
use crate::syntax::grammar::{R, prefix, whole};
use crate::syntax::head::Head;
use crate::syntax::matcher::{self, Filled};
use crate::syntax::schema::{self, Schema};
use crate::syntax::slips;

/// `every Sunday 02:00-04:00` in a maintenance.
pub(super) fn times_of_maintenance(head: Head<'_>, schema: &'static Schema) -> Option<Diagnostic> {
    let word = head.word(0);
    let days = || slips::begins_with_days(head.text) || prefix(R::weekdays, head.text).is_some();
    let at = match word {
        "every" | "each" | "weekly" | "time" | "times" | "window" => head.skip(word.len()),
        // No Wednesday, but those who speak.
        "we" => {
            let finding = stranger(head, schema.keyword).label("when maintenance is done stands behind `on`");
            return Some(finding.help(
                "write days and hours, as `on Sun 02:00..04:00`; what else there is to say is said in words: `note \"…\"`",
            ));
        }
        _ if days() => 0,
        _ => return None,
    };
    let meant = format!("on {}", head.text[at..].trim_end());
    let patterns = schema::tried(schema, None);
    let place = head.span(0, at);
    let finding = Diagnostic::new(
        &registry::SYNTAX,
        head.span(0, word.len()),
        "when maintenance is done stands behind `on`",
    );
    let finding = finding.label("`on` belongs here");
    let text = Head { text: &meant, ..head };
    let mut filled = Filled::default();
    let fits = matcher::find(text, patterns, &mut filled).is_ok()
        || matcher::find_softly(text, patterns, &mut filled).is_some();
    Some(if fits {
        finding.fix("write `on` before the days", false, place, "on ")
    } else {
        finding.help(
            "write days and hours, as `on Sun 02:00..04:00` or `on first Sun of each month 02:00..04:00`",
        )
    })
}

/// `99.9% uptime per month`, `credit 10% if below 99.9%` in an availability.
pub(super) fn share_of_availability(head: Head<'_>) -> Option<Diagnostic> {
    let word = head.word(0);
    let text = head.text.trim_end();
    if matches!(word, "credit" | "credits" | "penalty" | "refund") {
        let finding = stranger(head, "availability").label("what is credited stands in a table");
        return Some(finding.help(
            "write it with a row for each limit, under a line `| below | credit |` and a line of dashes: `| 99.9% | 10% of monthly-fee |`",
        ));
    }
    let begins = word.starts_with(|c: char| c.is_ascii_digit());
    if !begins
        && !matches!(word, "uptime" | "target" | "availability" | "available" | "guaranteed" | "minimum")
    {
        return None;
    }
    let at = text.find(|c: char| c.is_ascii_digit())?;
    let strict = prefix(R::share, &text[at..]).map(|share| share.as_str().trim_end().to_owned());
    let share = strict.or_else(|| slips::share_called(&text[at..]))?;
    let period = ["year", "quarter"].into_iter().find(|period| text.contains(period)).unwrap_or("month");
    let meant = format!("at least {share} of each {period}");
    let place = head.span(0, text.len());
    let finding =
        Diagnostic::new(&registry::SYNTAX, place, "an availability is promised as a share of a period");
    Some(finding.label(format!("`{meant}`")).fix(format!("write `{meant}`"), false, place, meant))
}

/// `warranty 3 months` in a product: a phase with its length.
pub(super) fn phase_of_product(head: Head<'_>) -> Option<Diagnostic> {
    let name = head.word(0);
    let at = head.skip(name.len()).min(head.text.len());
    let rest = head.text[at..].trim();
    let rest =
        ["for ", "lasts ", "is ", "runs "].iter().find_map(|word| rest.strip_prefix(word)).unwrap_or(rest);
    whole(R::name, name).filter(|found| found.as_str() == name)?;
    let length = whole(R::duration, rest)?.as_str().trim_end();
    let meant = format!("{name} ends {length} after release");
    let place = head.span(0, head.text.trim_end().len());
    let finding = Diagnostic::new(&registry::SYNTAX, place, "a product says when each of its phases ends");
    Some(finding.label("from when on?").fix(format!("write `{meant}`"), false, place, meant))
}

/// `price on request`: words in the place of a figure.
pub(super) fn no_price(head: Head<'_>) -> Option<Diagnostic> {
    const WORDS: [&str; 3] = ["custom", "contact us", "contact sales"];
    let at = head.has(0, "price").map_or(0, |end| head.skip(end));
    let words = head.text[at..].trim_end();
    let place = head.span(at, at + words.len());
    if words == "as agreed" {
        let finding = Diagnostic::new(&registry::SYNTAX, place, "what is agreed stands in a document");
        return Some(finding.label("in which one?").help(
            "write `as agreed in order-form`, and say beside it what that is: `document order-form \"Order form\"`",
        ));
    }
    if !WORDS.contains(&words.to_lowercase().as_str()) {
        return None;
    }
    let finding = Diagnostic::new(&registry::SYNTAX, place, format!("`{words}` is no amount"));
    Some(finding.label("no figure").help(
        "leave it out and say it in words, as `note \"The price is told on request.\"`, or write `?` here until it is known",
    ))
}
