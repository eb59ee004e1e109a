//! The support policy of Northwind Software: head, summary and the sections on what is covered, when and how.

use avouch::document::model::{
    Anchor, Block, Cell, ContactPoint, Direction, Document, Fact, Figure, FormLink, Hours, Inline, Item,
    LanguageLink, Metadata, Note, Organization, Paragraph, Publisher, Question, Row, Section, Table,
    TableStyle, Target, TitleBlock, Tone,
};
use jiff::civil::{Weekday, date, time};

use super::{english, line, northwind_service, paragraph, section, table, term};

/// The whole policy.
pub fn document() -> Document {
    let mut sections = vec![words(), scope(), plans(), channels(), response()];
    sections.extend(northwind_service::sections());
    Document {
        language: "en".into(),
        direction: Direction::LeftToRight,
        window_title: "Northwind Support, version 2026.2 – Northwind Software".into(),
        description: Some("What Northwind Software promises when you ask for support.".into()),
        title: title(),
        glance: Some(glance()),
        sections,
        notes: notes(),
        colophon: colophon(),
        metadata: metadata(),
        labels: english(),
    }
}

fn title() -> TitleBlock {
    let fact = |name: &str, value: Inline| Fact { name: name.into(), value: vec![value] };
    let form = |label: &str, target: Target, media_type: Option<&str>| FormLink {
        label: label.into(),
        target,
        media_type: media_type.map(str::to_owned),
    };
    let language = |tag: &str, name: &str, file: &str| LanguageLink {
        tag: tag.into(),
        direction: Direction::LeftToRight,
        name: name.into(),
        target: Target::Document(file.into()),
        current: tag == "en",
    };
    TitleBlock {
        publisher: Publisher {
            name: "Northwind Software".into(),
            link: Some(Target::Web("https://northwind.example".into())),
        },
        languages: vec![
            language("en", "English", "northwind.html"),
            language("nl", "Nederlands", "northwind.nl.html"),
        ],
        kicker: Some("Support policy, edition 2026".into()),
        title: "Northwind Support".into(),
        lead: line(
            "What you may expect of us when you ask for help with a Northwind product, how soon, and what it costs.",
        ),
        facts: vec![
            fact("Version", "2026.2".into()),
            fact("In effect from", Inline::time("2026-03-01", "1\u{a0}March 2026")),
            fact("Status", "Published".into()),
            fact("Time zone", "Amsterdam".into()),
            fact("Next review", Inline::time("2027-03-01", "1\u{a0}March 2027")),
        ],
        forms: vec![
            form("Earlier versions", Target::Document("versions.html".into()), None),
            form("What is new", Target::anchor("changes"), None),
            form(
                "Rule set (JSON)",
                Target::Document("northwind.rules.json".into()),
                Some("application/json"),
            ),
            form("Markdown", Target::Document("northwind.md".into()), Some("text/markdown")),
        ],
    }
}

fn glance() -> Section {
    let promises = table(
        TableStyle::Matrix,
        "What we promise, by plan",
        "Promise | Basic | Standard | Premium",
        &[
            " | [Critical: first reply](#first-response) | 1~business day | 4~business hours | 30~minutes",
            " | [High: first reply](#first-response) | 2~business days | 1~business day | 4~business hours",
            " | [Normal: first reply](#first-response) | Best effort | 2~business days | 1~business day",
            " | [Telephone](#channel-phone) | no | Office hours | Office hours; critical at any time",
            " | [Requests](#plans) | Up to 10 per year | Unlimited | Unlimited",
            " | [Price](#prices) | In the licence | EUR~1,000 for 1~year | From EUR~10,000 per year",
        ],
    );
    let remark = "A summary. Where it is shorter than the numbered sections, those sections count.";
    let blocks = vec![promises, Block::Paragraph(Paragraph::small(line(remark)))];
    section("", "glance", "At a glance", blocks, vec![])
}

fn words() -> Section {
    let terms = Block::Terms(vec![
        term(
            "customer",
            "You, we",
            &["You are the organisation that holds a Northwind licence. We are Northwind Software."],
        ),
        term(
            "request",
            "Request",
            &["One question or one fault that you report. Two faults are two requests."],
        ),
        term("business-hour", "Business hour", &["An hour during which [the office is open](#office)."]),
        term(
            "business-day",
            "Business day",
            &[
                "A day on which the office is open. The day of receipt does not count, and the period ends when the \
               office closes on the last day.",
            ],
        ),
        term("named-contact", "Named contact", &["A person whom you have told us may make requests."]),
    ]);
    section("1", "definitions", "Words we use", vec![terms], vec![])
}

fn scope() -> Section {
    let incidents = line("**incidents**: the software does not do what its manual says;");
    let questions =
        line("**questions**: what a function does, what a message means, where the manual explains it.");
    let blocks = vec![
        paragraph(
            "We support Northwind Studio, Northwind Server and Northwind Cloud, on every plan, in each release that is \
             in full support or in maintenance. We take:",
        ),
        Block::bullets(vec![
            Item::clause("covers-incident", "incidents", incidents),
            Item::clause("covers-question", "questions", questions),
        ]),
        table(
            TableStyle::Pair,
            "Not covered, and what you can do instead",
            "Not covered | Instead",
            &[
                "set-up | Set-up: “How do I set the software up so that …?” | [Advisory services](#advisory), at a price \
                 agreed first",
                "third-party | Products of others, even where they connect to ours | The support desk of their maker",
                "training | Training | The [course calendar](https://northwind.example/courses)",
                "old-releases | Releases past the end of maintenance | An upgrade to [a supported release](#lifecycle), \
                 included in your licence",
            ],
        ),
        paragraph(
            "If a request turns out not to be covered, we say so before any cost arises, and tell you which line of \
             this table applies.",
        ),
    ];
    section("2", "scope", "What is covered", blocks, vec![])
}

fn plans() -> Section {
    let blocks = vec![
        paragraph(
            "Each plan includes everything in the plan before it. A plan belongs to a licence, not to a person: all \
             your named contacts have the same rights.",
        ),
        table(
            TableStyle::Matrix,
            "What each plan includes",
            "Included | Basic | Standard | Premium",
            &[
                "grant-email | E-mail and portal | yes | yes | yes",
                "grant-phone | Telephone | no | yes | yes // at any time if critical",
                "grant-requests | Requests | Up to 10 per year | Unlimited | Unlimited",
                "grant-contacts | Named contacts | 1 | 3 | 10",
                "grant-remote | Remote sessions | no | Up to 4 per year | Unlimited",
                "grant-advice | Hours of advice | no | 2 per quarter // unused hours lapse | 6 per quarter // unused \
                 hours lapse",
                "grant-review | Service review | no | no | yes // twice a year",
            ],
        ),
        paragraph(
            "If you move up a plan, the new figures apply to requests that we receive from the next midnight on.",
        ),
    ];
    section("3", "plans", "Plans and entitlements", blocks, vec![])
}

fn channels() -> Section {
    let mut email =
        term("channel-email", "E-mail", &["x", "All plans. Write at any time; we read it in office hours."]);
    email.descriptions[0].content = vec![Inline::mail("support@northwind.example")];
    let mut phone = term(
        "channel-phone",
        "Telephone",
        &[
            "x",
            "Standard and Premium, in office hours. On Premium, for \
                                                                critical requests, at any time.",
        ],
    );
    phone.descriptions[0].content = vec![Inline::telephone("+31 20 555 0100")];
    let portal = term(
        "channel-portal",
        "Support portal",
        &[
            "[support.northwind.example](https://support.northwind.example)",
            "All plans. Follow your requests and send large files safely.",
        ],
    );
    for term in [&mut email, &mut phone] {
        term.descriptions[1].tone = Tone::Small;
    }
    let blocks = vec![
        Block::Terms(vec![email, portal, phone]),
        paragraph("We answer in Dutch and English. Outside office hours we answer in English."),
    ];
    section("4", "channels", "How to reach us", blocks, vec![opening_hours()])
}

fn opening_hours() -> Section {
    let day = |machine: &str, words: &str, occasion: &str, closed: &str| {
        Row::new(vec![
            Cell::header(vec![Inline::time(machine, words)]),
            Cell::data(line(occasion)),
            Cell::data(line(closed)),
        ])
    };
    let mut rows = vec![
        day("2026-04-06", "Mon 6 Apr 2026", "Easter Monday", "All day"),
        day("2026-04-27", "Mon 27 Apr 2026", "King’s Day", "All day"),
        day("2026-12-24", "Thu 24 Dec 2026", "Christmas Eve", "From 13:00"),
        day("2026-12-25", "Fri 25 Dec 2026", "Christmas Day", "All day"),
        day("2026-12-26", "Sat 26 Dec 2026", "Second day of Christmas", "All day"),
    ];
    rows[4].cells[1].content.push(Inline::NoteRef(0));
    let closed = Block::Table(Table {
        anchor: None,
        caption: line("Days on which the office is closed, March to December 2026"),
        style: TableStyle::Days,
        columns: vec![vec!["Date".into()], vec!["Occasion".into()], vec!["Closed".into()]],
        rows,
    });
    let hours = table(
        TableStyle::Plain,
        "Opening hours, local time in Amsterdam",
        "Calendar | Mon to Fri | Sat, Sun, holidays",
        &[
            "office | Office hours | 09:00 to 17:30 | Closed",
            "phone-critical | Telephone, Premium, critical | At any time | At any time",
        ],
    );
    let last = paragraph(
        "In other years we keep the public holidays of the Netherlands, and publish next year’s list by 1~December.",
    );
    section("", "opening-hours", "Opening hours", vec![hours, closed, last], vec![])
}

fn response() -> Section {
    let cells = |severity: &str, promises: [&str; 3]| {
        let mut cells = vec![Cell::header(vec![Inline::text(severity)])];
        for (plan, promise) in ["basic", "standard", "premium"].into_iter().zip(promises) {
            let anchor = format!("first-response-{}-{plan}", severity.to_lowercase());
            cells.push(Cell::data(line(promise)).named(anchor));
        }
        Row::new(cells)
    };
    let first = Block::Table(Table {
        anchor: None,
        caption: line("First response, by severity and plan"),
        style: TableStyle::Matrix,
        columns: ["Severity", "Basic", "Standard", "Premium"].map(|words| vec![words.into()]).into(),
        rows: vec![
            cells("Critical", ["1~business day", "4~business hours", "30~minutes"]),
            cells("High", ["2~business days", "1~business day", "4~business hours"]),
            cells("Normal", ["Best effort", "2~business days", "1~business day"]),
        ],
    });
    let mut target = line("These are targets, and we meet them for 95% of requests each month.");
    target.push(Inline::NoteRef(1));
    let severity = Block::Terms(vec![
        term("severity-critical", "Critical", &["Production use has stopped and there is no way around it."]),
        term("severity-high", "High", &["A main function fails; work goes on with difficulty."]),
        term("severity-normal", "Normal", &["Anything else, questions included."]),
    ]);
    let reply = paragraph(
        "A reply from an engineer; the automatic receipt does not count. The time runs from the moment we receive your \
         request until that reply.",
    );
    let parts = vec![
        section("", "severity", "How severe is it?", vec![severity], vec![]),
        section("", "first-response", "First response", vec![reply, first, Block::paragraph(target)], vec![]),
        section("", "counting", "How we count time", counting(), vec![]),
    ];
    section("5", "response-times", "Response times", vec![], parts)
}

fn counting() -> Vec<Block> {
    let rules = [
        "**Minutes and hours** run on the clock, day and night.",
        "**Business hours** run only while the office is open. They stop at closing time and go on at the next opening.",
        "The clock for updates **pauses** while we wait for you.",
        "All times are local time in Amsterdam.",
    ];
    let counted = table(
        TableStyle::Plain,
        "What counts, day by day",
        "Day | Counted | Why",
        &[
            " | Thu 24 Dec | 1~hour 30~minutes | The office closes at 13:00",
            " | Fri 25 to Sun 27 Dec | nothing | Christmas and the weekend",
            " | Mon 28 Dec | 2~hours 30~minutes | From 09:00 to 11:30",
        ],
    );
    vec![
        Block::Note(vec![Block::bullets(rules.map(|rule| Item::plain(line(rule))).into())]),
        Block::Figure(Figure {
            anchor: Some(Anchor::new("counting-example")),
            caption: line("Four business hours across Christmas"),
            blocks: vec![
                paragraph(
                    "A high request on Premium arrives on Thursday 24~December 2026 at 11:30. The reply is due on 28~December at 11:30.",
                ),
                counted,
            ],
        }),
    ]
}

fn notes() -> Vec<Note> {
    [
        "Falls on a Saturday, so it changes nothing.",
        "Measured over all requests received in a calendar month, for each plan. The figures are published in the \
         [portal](https://support.northwind.example).",
        "The clocks change during this window. On 29~March 2026 it lasts one hour, on 25~October 2026 three.",
    ]
    .map(|words| Note { content: line(words) })
    .into()
}

fn colophon() -> Vec<Paragraph> {
    vec![
        Paragraph::plain(line(
            "Published by Northwind Software. Generated from `northwind.policy`, version 2026.2, by Avouch 1.0.",
        )),
        Paragraph::small(line("Source `sha256:9c41f0d27be3a815`, rule set `sha256:27d8b6aae05c9f34`")),
    ]
}

fn metadata() -> Metadata {
    let week = [Weekday::Monday, Weekday::Tuesday, Weekday::Wednesday, Weekday::Thursday, Weekday::Friday];
    let office = Hours {
        days: week.into(),
        open: Some((time(9, 0, 0, 0), time(17, 30, 0, 0))),
        valid_from: None,
        valid_through: None,
    };
    let christmas = Hours {
        days: vec![],
        open: None,
        valid_from: Some(date(2026, 12, 25)),
        valid_through: Some(date(2026, 12, 25)),
    };
    Metadata {
        canonical: Some("https://northwind.example/support/policy".into()),
        version: Some("2026.2".into()),
        effective: Some(date(2026, 3, 1)),
        organization: Some(Organization {
            name: "Northwind Software".into(),
            url: Some("https://northwind.example".into()),
            contact_points: vec![ContactPoint {
                kind: "customer support".into(),
                telephone: Some("+31 20 555 0100".into()),
                email: Some("support@northwind.example".into()),
                url: None,
                languages: vec!["nl".into(), "en".into()],
                areas: vec!["NL".into()],
                hours: vec![office, christmas],
            }],
        }),
        questions: vec![Question {
            question: "Does support cost anything?".into(),
            answer: "Basic comes with the licence. Standard and Premium have a yearly price.".into(),
        }],
    }
}
