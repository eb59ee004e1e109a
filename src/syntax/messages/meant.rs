//! What can only be meant where the words of a statement come to an end too early: days of a country in plain words,
//! a rate for some hours, a telephone number without its quotes.
//!
//! In: where nothing fitted any more, and what would have fitted. Out: the finding with what to write instead; none where
//! more than one thing can be meant.

use super::{elsewhere, found, habits, rates, scope};
use crate::diagnostic::{Diagnostic, Edit, Fix, registry};
use crate::syntax::failure::Expected;
use crate::syntax::grammar::{R, prefix, whole};
use crate::syntax::head::Head;
use crate::syntax::schema::SlotType;
use crate::syntax::slips;
use crate::time::holidays::{Area, areas};

/// What people write by habit where one thing can only be meant.
pub(super) fn habit(
    head: Head<'_>,
    at: usize,
    expected: &[Expected],
    finding: &Diagnostic,
) -> Option<Diagnostic> {
    let word = found(head, at);
    let before = head.text[..at].trim_end();
    if expected.contains(&Expected::Value(SlotType::Weekdays))
        && before.ends_with(',')
        && word.starts_with(|c: char| c.is_ascii_digit())
    {
        let comma = head.span(before.len() - 1, before.len());
        let message = "a comma does not belong between days and hours";
        let finding = Diagnostic::new(&registry::SYNTAX, comma, message).label("it is left out");
        return Some(finding.fix("take it out", true, comma, ""));
    }
    if expected.contains(&Expected::Word("must")) && habits::is_advice(word) {
        let finding = finding.clone().label("advice decides nothing");
        return Some(finding.help("say it in a text, or write `must` or `may`"));
    }
    if let ("covers" | "excludes", [Expected::Value(SlotType::Text)]) = (head.word(0), expected) {
        return Some(scope::without_words(head, before));
    }
    if let Some(finding) = season(word, expected, finding) {
        return Some(finding);
    }
    let days =
        expected.contains(&Expected::Word("holidays")) || expected.contains(&Expected::Value(SlotType::Area));
    if days && let Some(finding) = public_holidays(head, at, finding.clone()) {
        return Some(finding);
    }
    if let Some(finding) = half_of_hours(head, at, expected, finding) {
        return Some(finding);
    }
    let readings =
        if head.word(0) == "open" { slips::over_days(&head.text["open".len()..]) } else { Vec::new() };
    if !readings.is_empty() {
        let place = head.span(0, head.text.trim_end().len());
        let message =
            "a stretch over several days begins with `from`, and hours of each day stand behind the days";
        let finding = Diagnostic::new(&registry::SYNTAX, place, message)
            .label("on each of these days, or without a break?");
        return Some(readings.into_iter().fold(finding, |finding, hours| {
            finding.fix(format!("write `open {hours}`"), false, place, format!("open {hours}"))
        }));
    }
    let other = without_saying(head, at, expected)
        .or_else(|| rates::of_amount(head, at, expected, finding))
        .or_else(|| holidays_of_nobody(head, word, finding));
    if other.is_some() {
        return other;
    }
    if expected.contains(&Expected::Word("then"))
        && let Some(finding) = elsewhere::renewal(head, at, finding)
    {
        return Some(finding);
    }
    if let ("from", "to" | "till") = (head.word(0), word)
        && expected.contains(&Expected::Condition)
    {
        let place = head.span(before.len(), at + word.len());
        let message = "when the clock stops is a statement of its own";
        let finding = Diagnostic::new(&registry::SYNTAX, head.span(at, at + word.len()), message);
        return Some(finding.label("`until` begins it").fix(
            "begin a new line with `until`",
            false,
            place,
            "\n  until",
        ));
    }
    if let Some(finding) =
        limited(head, at, word, finding).filter(|_| expected.contains(&Expected::Condition))
    {
        return Some(finding);
    }
    let other = zone_of_hours(head, at, expected)
        .or_else(|| usually_inside(head, at, word, expected))
        .or_else(|| unnamed_holidays(head, at, expected, finding))
        .or_else(|| closing(head, at, expected, finding));
    if other.is_some() {
        return other;
    }
    if expected.contains(&Expected::Value(SlotType::Weekdays))
        && word.starts_with(|c: char| c.is_ascii_digit())
        && let Some((hours, days)) = head.text[at..].trim_end().split_once(' ')
        && (prefix(SlotType::Weekdays.rule(), days).is_some() || slips::begins_with_days(days))
    {
        let meant = format!("{} {hours}", days.trim_start());
        let place = head.span(at, at + head.text[at..].trim_end().len());
        let message = "the days stand before the hours";
        let finding = Diagnostic::new(&registry::SYNTAX, place, message).label("the other way round");
        return Some(finding.fix(format!("change it to `{meant}`"), false, place, meant));
    }
    if expected.contains(&Expected::Value(SlotType::Text))
        && word.starts_with(|c: char| c.is_alphanumeric())
        && expected.iter().all(|what| matches!(what, Expected::Value(SlotType::Text) | Expected::Word("not")))
    {
        return Some(finding.clone().label("a text stands between quotes"));
    }
    None
}

/// `open Mon..Fri` without hours, or `open 09:00..17:00` without days.
fn half_of_hours(
    head: Head<'_>,
    at: usize,
    expected: &[Expected],
    finding: &Diagnostic,
) -> Option<Diagnostic> {
    let awaits =
        |kind: SlotType| matches!(head.word(0), "open" | "on") && expected.contains(&Expected::Value(kind));
    let ends =
        || matches!(found(head, at).chars().next(), None | Some('"')) || head.has(at, "when").is_some();
    if awaits(SlotType::Hours) && ends() {
        let finding = finding.clone().label("from when until when?");
        return Some(finding.help("write the hours, as `09:00..17:30`, or `?` until they are known"));
    }
    let hours = whole(R::hours, head.text[at..].trim_end()).filter(|_| awaits(SlotType::Weekdays))?;
    let help = format!("write the days before the hours, as `open Mon..Fri {}`", hours.as_str());
    Some(finding.clone().label("on which days?").help(help))
}

/// What begins a line with a figure. Only of these the narrower line wins; hours, ways and what is covered add up.
const FIGURES: [&str; 8] = ["within", "usually", "every", "by", "grants", "notice", "price", "rate"];

/// `EUR 15 otherwise`: a condition for the rest of the cases.
fn without_saying(head: Head<'_>, at: usize, expected: &[Expected]) -> Option<Diagnostic> {
    let word = found(head, at);
    // What stands behind it would be no line of its own, or a condition that contradicts it.
    let last = head.text[at..].trim_end() == word;
    if !matches!(word, "otherwise" | "else") || !last || !expected.contains(&Expected::Condition) {
        return None;
    }
    let place = head.span(at, at + word.len());
    let first = head.word(0);
    if !FIGURES.contains(&first) && !first.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()) {
        let finding = Diagnostic::new(&registry::SYNTAX, place, format!("`{word}` is no condition"));
        let help = "write for which cases this line is meant, as `when severity is not critical`";
        return Some(finding.label("which cases are these?").help(help));
    }
    let before = head.text[..at].trim_end().len();
    let message = "a line without a condition holds wherever no narrower line does";
    let finding = Diagnostic::new(&registry::SYNTAX, place, message);
    let gap = head.span(before, at + word.len());
    Some(finding.label("this goes without saying").fix(format!("take `{word}` out"), true, gap, ""))
}

/// `when severity other`, `when severity is other`: the cases that no other line is for.
pub(super) fn the_others(
    before: &str,
    word: &str,
    expected: &[Expected],
    finding: &Diagnostic,
) -> Option<Diagnostic> {
    let in_condition = expected.iter().any(|what| matches!(what, Expected::Within(_)));
    if !in_condition || !matches!(word, "other" | "others" | "otherwise" | "else") {
        return None;
    }
    let fact = before.trim_end_matches(" is").rsplit(' ').next()?;
    Some(finding.clone().label("which ones are these?").help(format!(
        "a line without a condition holds wherever no narrower line does, so take the condition out; or say which ones are not meant, as `{fact} is not low`"
    )))
}

/// `open office only plan gold`, `only for plan gold`: which requests a line is for, without `when`.
fn limited(head: Head<'_>, at: usize, word: &str, finding: &Diagnostic) -> Option<Diagnostic> {
    if head.word(0) == "only" && at > 0 && !word.is_empty() {
        let finding = finding.clone().label("a condition belongs here");
        return Some(finding.help(
            "write `only when …`, as `only when plan is premium and severity is critical`; what is no fact of a request is said in words, as `note \"…\"`",
        ));
    }
    let limits = ["for", "only", "just", "solo", "sólo", "nur", "alleen", "seulement"];
    limits.contains(&word).then(|| {
        let finding = finding.clone();
        if head.word(0) == "notice" {
            finding
                .label("which changes it is for stands behind `when`")
                .help("write a condition, as `when change is weaker`. What no fact tells apart is said in words, as `note \"…\"`.")
        } else {
            finding
                .label("which requests it is for stands behind `when`")
                .help("write a condition, as `when severity is critical` or `when plan is premium`")
        }
    })
}

/// `closed on university holidays`: holidays of nobody whose days are known.
fn unnamed_holidays(
    head: Head<'_>,
    at: usize,
    expected: &[Expected],
    finding: &Diagnostic,
) -> Option<Diagnostic> {
    let word = found(head, at);
    if expected.contains(&Expected::Word("holidays"))
        && matches!(word.to_lowercase().as_str(), "public" | "bank" | "national" | "official" | "all")
    {
        return Some(finding.clone().label("public holidays are those of a country or region").help(
            "name it by its code, as `holidays NL` for the Netherlands or `holidays DE-BE` for Berlin",
        ));
    }
    if expected.contains(&Expected::Word("holidays")) && head.text[at..].contains("holidays") {
        let finding = Diagnostic { message: DAYS_OFF.to_owned(), ..finding.clone() };
        return Some(finding.label("whose days are these?").help(
            "name each day, as `closed 2026-12-24`, or a file with the days: `closed on holidays from \"holidays.ics\"`",
        ));
    }
    None
}

/// `open … in summer`: a season that nobody said the days of.
fn season(word: &str, expected: &[Expected], finding: &Diagnostic) -> Option<Diagnostic> {
    let season = ["summer", "winter", "spring", "autumn", "fall", "season"].contains(&word);
    (season && expected.contains(&Expected::Value(SlotType::Dates))).then(|| {
        let finding = finding.clone().label("from which day to which?");
        finding.help("write the days of each year, as `in Jun 1..Aug 31`")
    })
}

/// `open on holidays NL`: days that are like any other are those of no country.
fn holidays_of_nobody(head: Head<'_>, word: &str, finding: &Diagnostic) -> Option<Diagnostic> {
    let area = head.text.starts_with("open on holidays ") && whole(SlotType::Area.rule(), word).is_some();
    area.then(|| {
        finding.clone().label("whose days these are is said where another calendar is closed").help(
            "`open on holidays` makes public holidays days like any other; `closed on holidays NL` closes on them",
        )
    })
}

/// What days off are.
const DAYS_OFF: &str = "days off are given by their dates, or as the holidays of a country or region";

/// `open Mon..Fri 09:00..17:00 ET`: the zone of hours.
fn zone_of_hours(head: Head<'_>, at: usize, expected: &[Expected]) -> Option<Diagnostic> {
    let text = head.text.trim_end();
    let zone = &text[at.min(text.len())..];
    let behind = [SlotType::Text, SlotType::Hours, SlotType::Dates];
    let hours = matches!(head.word(0), "open" | "closed" | "on")
        && behind.iter().any(|kind| expected.contains(&Expected::Value(*kind)));
    if hours && let Some(customers) = slips::local_time(zone) {
        let message = "whose clock hours follow has a line of its own, and holds for all of them";
        let finding = Diagnostic::new(&registry::SYNTAX, head.span(at, text.len()), message)
            .label("not behind the hours");
        return Some(finding.help(if customers {
            "leave it out, and write `timezone of customer` in the same braces"
        } else {
            "leave it out if the header names your zone; where each customer has hours in their own zone, write `timezone of customer` in the same braces"
        }));
    }
    (hours && slips::names_zone(zone)).then(|| {
        let message = "the zone of hours has a line of its own, and holds for all of them";
        Diagnostic::new(&registry::SYNTAX, head.span(at, text.len()), message).label("not behind the hours").help(
            "leave it out if the header names this zone; for another one, write `timezone America/New_York` in the same braces",
        )
    })
}

/// `we will usually "…"`: how firm a duty is stands before all of it.
fn usually_inside(head: Head<'_>, at: usize, word: &str, expected: &[Expected]) -> Option<Diagnostic> {
    let usual = word == "usually" || habits::is_usual(word);
    if !usual
        || !expected.contains(&Expected::Value(SlotType::Text))
        || !expected.contains(&Expected::Word("not"))
    {
        return None;
    }
    let place = head.span(at, at + word.len());
    let finding = Diagnostic::new(&registry::SYNTAX, place, "`usually` stands before the whole duty")
        .label("not between its words");
    let edits = vec![
        Edit { span: head.span(0, 0), text: "usually ".to_owned() },
        Edit { span: head.span(at, head.skip(at + word.len())), text: String::new() },
    ];
    let title = format!("write `usually {} …`", head.text[..at].trim_end());
    Some(Diagnostic { fixes: vec![Fix { title, safe: false, edits }], ..finding })
}

/// `closed on Sundays`, `closed Christmas`: which days can be closed, and with a fix where these are days of the week.
fn closing(head: Head<'_>, at: usize, expected: &[Expected], finding: &Diagnostic) -> Option<Diagnostic> {
    let days = [Expected::Word("holidays"), Expected::Value(SlotType::Dates)];
    if head.word(0) != "closed" || !days.iter().any(|what| expected.contains(what)) {
        return None;
    }
    let finding = Diagnostic { message: DAYS_OFF.to_owned(), ..finding.clone() }.label("which days?").help(
        "write dates, as `closed 2026-12-24`; days of every year, as `closed Dec 24`; days of the week, as `closed Sun`; \
         or public holidays, as `closed on holidays NL`",
    );
    let week = prefix(SlotType::Weekdays.rule(), &head.text[at..]).is_some()
        || slips::begins_with_days(&head.text[at..]);
    let rest = head.text[at..].trim().to_lowercase();
    if let "weekends" | "the weekend" | "the weekends" | "weekend" = rest.as_str() {
        let (place, meant) = (head.span(0, head.text.trim_end().len()), "closed Sat..Sun");
        return Some(finding.fix(format!("change it to `{meant}`"), false, place, meant));
    }
    let on = head.has(head.skip("closed".len()), "on").filter(|end| week && head.skip(*end) == at);
    Some(match on {
        Some(end) => finding.fix("take `on` out", true, head.span(end - "on".len(), at), ""),
        None => finding,
    })
}

/// `closed on US federal holidays`, `closed on holidays Berlin`: the country or region in plain words.
pub(super) fn public_holidays(head: Head<'_>, at: usize, finding: Diagnostic) -> Option<Diagnostic> {
    let text = head.text.trim_end();
    let plain =
        text.chars().all(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '.' | '\'' | '’' | '(' | ')'));
    let more = text.split(' ').any(|word| matches!(word, "when" | "unless" | "as"));
    let holidays = text.to_lowercase().contains("holiday") || speaks_of_holidays(text);
    if !holidays || !plain || more {
        return None;
    }
    let area = area_named(&text[at..])?;
    let meant = format!("closed on holidays {}", area.code());
    let finding = finding.label(format!("{} is `{}`", area.english(), area.code()));
    Some(finding.fix(format!("change the line to `{meant}`"), false, head.span(0, text.len()), meant))
}

/// Whether words of another language speak of public holidays.
pub(super) fn speaks_of_holidays(text: &str) -> bool {
    const WORDS: [&str; 7] = ["festivos", "feriados", "feiertag", "feestdag", "fériés", "festivi", "祝日"];
    let text = text.to_lowercase();
    WORDS.iter().any(|word| text.contains(word))
}

/// The one country or region that a text names, by its name or by its code; of two names the longer one counts.
pub(super) fn area_named(text: &str) -> Option<Area> {
    let tokens = |text: &str| -> Vec<String> {
        text.split(|c: char| !c.is_alphanumeric() && c != '-').map(str::to_owned).collect()
    };
    let written = tokens(text);
    let small = tokens(&text.to_lowercase());
    let length = |area: &Area| -> usize {
        let code = written.iter().any(|word| word == area.code());
        let names = [area.name(), area.english()].into_iter().filter(|name| {
            let name = tokens(&name.to_lowercase());
            small.windows(name.len()).any(|words| words == name)
        });
        names.map(str::len).max().unwrap_or(if code { 2 } else { 0 })
    };
    let other = [("USA", "US"), ("UK", "GB")];
    let code = other.iter().find(|(word, _)| written.iter().any(|token| token == word));
    if let Some((_, code)) = code {
        return Area::new(code);
    }
    let longest = areas().map(|area| length(&area)).max().filter(|longest| *longest > 0)?;
    let mut found = areas().filter(|area| length(area) == longest);
    found.next().filter(|_| found.next().is_none())
}

/// `effective date 1 March`: a date of which a part is not said.
pub(super) fn unsaid_of_date(head: Head<'_>) -> Option<Diagnostic> {
    let word = "effective";
    let form = slips::phrase(head.text, word).or_else(|| slips::word(head.text, word));
    let end = form.map(|(length, _)| length).or_else(|| head.has(0, word))?;
    let at = head.skip(end + usize::from(head.text[end..].starts_with([':', '='])));
    let date = head.text[at..].trim_end();
    let unsaid = slips::unsaid_of_date(date)?;
    let place = head.span(at, at + date.len());
    let message =
        format!("the {unsaid} of this date {} missing", if unsaid.contains(' ') { "are" } else { "is" });
    let finding = Diagnostic::new(&registry::SYNTAX, place, message).label("not a whole date");
    Some(finding.help("write the whole date: the year, the month and the day, such as `2026-03-01`"))
}
