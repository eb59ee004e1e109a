//! What people expect to say in the header of a policy, and where it is said instead.
//!
//! In: a line of the header that fits nothing, or its first word. Out: the finding with the line to write; none where that is not
//! known.

use super::habits::stranger;
use super::meant::area_named;
use crate::diagnostic::{Diagnostic, registry};
use crate::syntax::grammar::{R, prefix, whole};
use crate::syntax::head::{Head, is_reserved};
use crate::syntax::slips;

/// Words that begin a line of the header by habit; in their help stand `{text}`, `{date}`, `{area}`, `{zone}`, `{open}` and `{calendar}` for what
/// the author wrote.
struct Expected {
    words: &'static [&'static str],
    label: &'static str,
    help: &'static str,
}

const EXPECTED: &[Expected] = &[
    Expected {
        words: &[
            "language",
            "languages",
            "lang",
            "locale",
            "locales",
            "translations",
            "translated",
            "translation",
            "idioma",
            "idiomas",
            "taal",
            "talen",
            "sprache",
            "sprachen",
            "langue",
            "langues",
            "lingua",
        ],
        label: "the languages of the document stand behind `written in`",
        help: "write `written in en`, or `written in en, nl` with the first language first",
    },
    Expected {
        words: &["title", "subtitle", "heading", "headline", "document", "type", "subject"],
        label: "the title stands behind the name of the policy",
        help: "write it in the first line, as `policy northwind \"Northwind Support\" {`; what stands under the title is a text alone: `{text}`",
    },
    Expected {
        words: &["name"],
        label: "the name of the policy stands in its first line, and that of your organisation behind `publisher`",
        help: "write `publisher {text}` if this is your organisation; the name of the policy is changed in its first line, as `policy northwind \"Northwind Support\" {`",
    },
    Expected {
        words: &["id", "slug", "number", "code", "reference", "ref"],
        label: "the name of a policy stands in its first line",
        help: "write it there, as `policy northwind \"Northwind Support\" {`; which text of it this is stands behind `version`, as `version \"2026.2\"`",
    },
    Expected {
        words: &[
            "agency",
            "brand",
            "department",
            "division",
            "entity",
            "firm",
            "institution",
            "issuer",
            "legal",
            "team",
            "university",
        ],
        label: "who makes the promises stands behind `publisher`",
        help: "write `publisher {text}`",
    },
    Expected {
        words: &[
            "author",
            "authors",
            "owner",
            "owners",
            "owned",
            "editor",
            "maintainer",
            "manager",
            "responsible",
            "approver",
            "approved",
            "prepared",
        ],
        label: "the header names who makes the promises, and nobody else",
        help: "write `publisher \"…\"` with your organisation; who looks after the text is said in words, as `internal note \"Looked after by Jo.\"`",
    },
    Expected {
        words: &[
            "begin",
            "begins",
            "commencement",
            "created",
            "date",
            "dated",
            "from",
            "issued",
            "published",
            "since",
            "start",
            "starts",
            "starting",
        ],
        label: "the day from which the policy holds stands behind `effective`",
        help: "write `effective {date}` if it holds from this day; another date stands in a text, as `note \"Last reviewed on 1 March 2026.\"`",
    },
    Expected {
        words: &["last", "updated", "reviewed", "modified", "revised", "changed"],
        label: "the header has one date, from which the policy holds",
        help: "write `effective {date}` if it holds from this day, and `version \"2026.2\"` to tell this text from others; another date stands in a text, as `note \"Last reviewed on 1 March 2026.\"`",
    },
    Expected {
        words: &["end", "ends", "expires", "expiry", "expiration", "until", "valid", "validity"],
        label: "a policy holds until a newer version of it does",
        help: "leave it out, or say it in words, as `note \"This policy ends on 31 December 2027.\"`",
    },
    Expected {
        words: &["review", "next"],
        label: "how often a policy is reviewed is said by `changes`",
        help: "write `changes \"Changes to this policy\" { review every 12 months }` below these braces",
    },
    Expected {
        words: &[
            "status",
            "state",
            "stage",
            "draft",
            "final",
            "confidential",
            "confidentiality",
            "classification",
        ],
        label: "the header has no word for this",
        help: "say it with the version, as `version \"1 (draft)\"`, or in words for your own people, as `internal note \"This is a draft.\"`",
    },
    Expected {
        words: &["supersedes", "superseded", "replaces"],
        label: "the header says nothing of earlier texts",
        help: "leave it out, or say it in words, as `note \"This text replaces version 1.\"`",
    },
    Expected {
        words: &["contact", "contacts", "email", "e-mail", "mail", "helpdesk", "help"],
        label: "how customers reach you is a channel",
        help: "declare it below these braces, as `channel email \"E-mail\" { address {text}; open always }`",
    },
    Expected {
        words: &["phone", "telephone", "tel", "hotline", "fax"],
        label: "how customers reach you is a channel",
        help: "declare it below these braces, as `channel phone \"Telephone\" { address {text}; open always }`",
    },
    Expected {
        words: &["website", "web", "url", "link", "portal", "homepage", "chat"],
        label: "how customers reach you is a channel",
        help: "declare it below these braces, as `channel portal \"Portal\" { address {text}; open always }`; a page to read is named in a text, as `note \"More: https://northwind.example\"`",
    },
    Expected {
        words: &["address", "location", "city", "headquarters"],
        label: "how customers reach you is a channel",
        help: "declare it below these braces, as `channel post \"Post\" { address {text}; open always }`, or say where you are in words, as `note \"Our office is in Utrecht.\"`",
    },
    Expected {
        words: &["country", "countries", "jurisdiction", "territory"],
        label: "a policy belongs to no country",
        help: "its clock is `timezone Europe/Amsterdam`, in the header; public holidays are `closed on holidays {area}`, in a `calendar`; where it holds is said in words, as `note \"…\"`",
    },
    Expected {
        words: &["region", "regions"],
        label: "a region is declared on its own",
        help: "declare it below these braces, as `region europe \"Europe\"`; where the policy holds is said in words, as `note \"…\"`",
    },
    Expected {
        words: &["zone", "tz", "clock", "time-zone"],
        label: "the clock that the policy goes by stands behind `timezone`",
        help: "write `timezone {zone}`, with a place whose clock you go by",
    },
    Expected {
        words: &["holidays", "holiday", "bank", "public"],
        label: "public holidays are those of a calendar",
        help: "write `closed on holidays {area}` in the `calendar`, as `calendar office \"Office hours\" { open Mon..Fri 09:00..17:00; closed on holidays {area} }`",
    },
    Expected {
        words: &[
            "hours",
            "opening",
            "office",
            "support",
            "service",
            "desk",
            "open",
            "opened",
            "weekdays",
            "calendar",
            "schedule",
            "horaires",
            "horaire",
            "heures",
            "horario",
            "horarios",
            "öffnungszeiten",
            "geschäftszeiten",
            "bürozeiten",
            "servicezeiten",
            "openingstijden",
            "kantooruren",
            "kantoortijden",
            "werktijden",
        ],
        label: "hours are those of a calendar",
        help: "declare one below these braces, as `calendar {calendar} \"Office hours\" { open {open} }`, and write `business hours {calendar}` here",
    },
    Expected {
        words: &["currency", "currencies"],
        label: "a currency stands before each amount",
        help: "leave it out, and write it where you name a price, as `price EUR 100 per month`",
    },
    Expected {
        words: &["vat", "tax", "taxes"],
        label: "an amount says nothing of taxes",
        help: "say it in words, as `note \"Prices are without VAT.\"`",
    },
    Expected {
        words: &["audience", "audiences", "applies", "users", "customers", "readers"],
        label: "a policy is for all of its readers",
        help: "say in words whom it is for, as `note \"This policy is for all customers.\"`; a line that only some may read begins with `internal` or the name of a party",
    },
    Expected {
        words: &["scope", "coverage", "covers", "excludes"],
        label: "what is covered is said by a `scope`",
        help: "declare it below these braces, as `scope \"What we help with\" { covers faults \"Faults\" when kind is fault }`, or say it in words, as `note \"…\"`",
    },
    Expected {
        words: &["copyright", "licence", "license", "disclaimer", "footer", "terms"],
        label: "the header has no word for this",
        help: "say it in words: `note {text}`, or a `section` of its own below these braces",
    },
    Expected {
        words: &["logo", "image", "icon", "theme", "style", "css", "font", "colour", "color", "template"],
        label: "a policy says nothing of how its pages look",
        help: "leave it out; the pages that are built share a file `policy.css`",
    },
];

/// What a line of the header is meant to be.
pub(super) fn of(head: Head<'_>) -> Option<Diagnostic> {
    if let Some(finding) = of_clock(head) {
        return Some(finding);
    }
    let word = head.word(0);
    let plain = word.trim_end_matches([':', '=']).to_lowercase();
    // `written en`, `written by "Jo"`.
    let plain = if plain != "written" {
        plain
    } else if head.text[head.skip(word.len())..].starts_with("by ") {
        "author".to_owned()
    } else {
        "language".to_owned()
    };
    // `published "Northwind"` is the publisher.
    let publisher = matches!(plain.as_str(), "published" | "issued") && head.text.contains('"');
    let expected = expected(&plain).filter(|_| !publisher)?;
    let finding = stranger(head, "policy").label(expected.label);
    if expected.help.starts_with("write `written in ")
        && let Some(meant) = languages(&head.text[head.skip(word.len())..])
    {
        let (place, meant) = (head.span(0, head.text.trim_end().len()), format!("written in {meant}"));
        return Some(finding.fix(format!("write `{meant}`"), false, place, meant));
    }
    Some(finding.help(filled(expected.help, &head.text[word.len()..])))
}

/// `title "Support"`, which could be a text for a party of this name, and no party has it.
pub(in crate::syntax) fn expected_in_header(word: &str, text: &str) -> Option<(&'static str, String)> {
    expected(word).map(|expected| (expected.label, filled(expected.help, &format!("\"{text}\""))))
}

fn expected(word: &str) -> Option<&'static Expected> {
    EXPECTED.iter().find(|expected| expected.words.contains(&word))
}

/// A help with what the author wrote in its places, or with examples.
fn filled(help: &str, rest: &str) -> String {
    let rest = rest.trim_matches([' ', ':', '=']);
    let quoted =
        rest.find('"').and_then(|at| prefix(R::text, &rest[at..])).map(|text| text.as_str().trim_end());
    let text = quoted.filter(|text| text.len() < 60 && !text.contains('\n')).unwrap_or("\"…\"");
    let last = rest.rsplit(' ').next().unwrap_or("");
    let digits = rest.find(|c: char| c.is_ascii_digit()).map(|at| &rest[at..]);
    let date = digits
        .and_then(|date| whole(R::date, date).map(|_| date.to_owned()).or_else(|| slips::one_day(date)));
    let area = area_named(rest).map_or("NL", |area| area.code());
    let name = whole(R::name, last).is_some() && !is_reserved(last) && last != "hours";
    let zone = Some(last).filter(|last| last.contains('/') && whole(R::zone, last).is_some());
    // What the author wrote may have such places of its own, so it comes last.
    help.replace("{zone}", zone.unwrap_or("Europe/Amsterdam"))
        .replace("{date}", date.as_deref().unwrap_or("2026-03-01"))
        .replace("{area}", area)
        .replace("{calendar}", if name { last } else { "office" })
        .replace("{open}", opening(rest))
        .replace("{text}", text)
}

/// `en, nl`, `English and Dutch`, `into Dutch`: the tags of languages.
fn languages(rest: &str) -> Option<String> {
    let rest = rest.trim_matches([' ', ':', '=']);
    let rest = ["into ", "in ", "is "].iter().find_map(|word| rest.strip_prefix(word)).unwrap_or(rest);
    let list = rest.replace(" and ", ",").replace([';', '&', '/'], ",");
    let tags = list.split(',').map(|name| slips::tag_of_language(name.trim().trim_matches('"')));
    let tags: Vec<String> = tags.collect::<Option<_>>()?;
    (!tags.is_empty()).then(|| tags.join(", "))
}

/// `business hours Mon..Fri 09:00..17:00`, `business days office`: hours in the place of the calendar that has them, or other words
/// before its name.
fn of_clock(head: Head<'_>) -> Option<Diagnostic> {
    let clock = Some(head.word(0)).filter(|word| matches!(*word, "business" | "working"))?;
    let second = head.skip(clock.len());
    let word = head.word(second);
    if !matches!(word, "hours" | "days" | "time" | "week" | "calendar") {
        return None;
    }
    let at = head.skip(second + word.len());
    let rest = head.text[at..].trim_end();
    if word != "hours" && whole(R::name, rest).is_some() {
        let place = head.span(second, second + word.len());
        let message = format!("the calendar that is counted by stands behind `{clock} hours`");
        let finding = Diagnostic::new(&registry::SYNTAX, place, message).label("`hours`");
        return Some(finding.fix(format!("write `{clock} hours {rest}`"), false, place, "hours"));
    }
    let days = prefix(R::weekdays, rest).is_some() || slips::begins_with_days(rest);
    if !days && !rest.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let place = head.span(at, at + rest.len());
    let finding = Diagnostic::new(&registry::SYNTAX, place, format!("{clock} hours are those of a calendar"));
    let open = opening(rest);
    Some(finding.label("the name of a calendar belongs here").help(format!(
        "declare it below these braces, as `calendar office \"Office hours\" {{ open {open} }}`, and write `{clock} hours office` here"
    )))
}

/// Days with hours as the author wrote them, or an example of both.
fn opening(rest: &str) -> &str {
    let plain = prefix(R::weekdays, rest)
        .is_some_and(|days| prefix(R::hours, rest[days.as_str().len()..].trim_start()).is_some());
    if plain { rest } else { "Mon..Fri 09:00..17:00" }
}
