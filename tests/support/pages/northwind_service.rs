//! The later sections of the Northwind policy: process, duties, availability, prices, life cycle, examples, questions.

use avouch::document::model::{
    Anchor, Arrangement, Block, Cell, Example, Inline, Item, List, ListKind, Paragraph, Row, Section, Step,
    Table, TableStyle,
};

use super::{line, paragraph, section, table, term};

/// Sections 6 to 14.
pub fn sections() -> Vec<Section> {
    vec![
        process(),
        complaints(),
        conduct(),
        availability(),
        prices(),
        lifecycle(),
        examples(),
        changes(),
        questions(),
    ]
}

fn process() -> Section {
    let step = |anchor: &str, title: &str, content: &str| Step {
        anchor: Some(Anchor::new(anchor)),
        title: line(title),
        content: line(content),
    };
    let steps = Block::Steps(vec![
        step(
            "step-send",
            "You send the request",
            "You get an automatic receipt with its number within minutes.",
        ),
        step(
            "step-covered",
            "Does the plan cover it?",
            "The support manager checks. If not, we offer [advisory services](#advisory), and you decide.",
        ),
        step("step-respond", "An engineer replies", "This is the first response. It confirms the severity."),
        step("step-close", "We close it with your agreement", "We check that you are satisfied."),
    ]);
    let states = ["Accepted, once complete and covered.", "We need something from you.", "You reply."];
    let ends = [
        "Closed after 14~days without a reply.",
        "Solved, or you withdraw it.",
        "Opened again within 30~days.",
    ];
    let group = |start: u64, lines: [&str; 3]| {
        let items = lines.map(|words| Item::plain(line(words))).into();
        let kind = ListKind::Numbered { start };
        vec![Block::List(List { kind, items })]
    };
    let beside = Block::Beside(vec![group(1, states), group(4, ends)]);
    let part = section("", "states", "Where a request stands", vec![beside], vec![]);
    section("6", "process", "How a request is handled", vec![steps], vec![part])
}

fn complaints() -> Section {
    let steps = Block::numbered(vec![
        Item::clause(
            "complaint-director",
            "support director",
            line(
                "Write to the support director at <director@northwind.example>, with the number of your request.",
            ),
        ),
        Item::clause(
            "complaint-mediator",
            "mediator",
            line("If that does not settle it, either of us may ask for a mediator, whom we choose together."),
        ),
    ]);
    let blocks = vec![
        steps,
        Block::Paragraph(Paragraph {
            anchor: Some(Anchor::new("complaint-speed")),
            ..Paragraph::plain(line("A complaint never slows your request down."))
        }),
    ];
    section("7", "complaint", "Complaints", blocks, vec![])
}

fn conduct() -> Section {
    let part = |anchor: &str, title: &str, clauses: [(&str, &str, &str); 2]| {
        let items = clauses.map(|(anchor, name, words)| Item::clause(anchor, name, line(words)));
        section("", anchor, title, vec![Block::bullets(items.into())], vec![])
    };
    let parts = vec![
        part(
            "duties",
            "What we ask of you",
            [
                (
                    "call",
                    "telephone us as well",
                    "**Telephone us as well** when a request is critical, if your plan has telephone support.",
                ),
                ("backups", "backup", "Make a backup before you try a fix."),
            ],
        ),
        part(
            "we-may-ask",
            "What we may ask you for",
            [
                ("ask-system", "operating system", "Your operating system and its version"),
                ("ask-logs", "log files", "Log files from the hour before the fault"),
            ],
        ),
        part(
            "we-will",
            "What we will do",
            [
                ("courtesy", "courtesy", "Be polite, friendly and professional."),
                (
                    "satisfied",
                    "check that you are satisfied",
                    "Check that you are satisfied when we close a request.",
                ),
            ],
        ),
        part(
            "we-will-not",
            "What we will not do",
            [
                ("discretion", "discretion", "Discuss your request with another customer."),
                ("passwords", "passwords", "Ask for your password, ever."),
            ],
        ),
    ];
    Section {
        arrangement: Arrangement::Beside,
        ..section("8", "conduct", "How we work together", vec![], parts)
    }
}

fn availability() -> Section {
    let mut window =
        line("Northwind Cloud may be unavailable on Sundays from 02:00 to 04:00, Amsterdam time.");
    window.push(Inline::NoteRef(2));
    window.extend(line("x We tell you by e-mail at least 5~days ahead.").into_iter().map(
        |inline| match inline {
            Inline::Text(words) => Inline::text(words.trim_start_matches('x')),
            other => other,
        },
    ));
    let credit = table(
        TableStyle::Plain,
        "Credit for a month of Northwind Cloud",
        "Available in the month | Out of service, in 30 days | Credit",
        &[
            "credit-none | 99.9% or more | up to 43~minutes | None",
            "credit-10 | 99% up to 99.9% | up to 7~hours 12~minutes | 10% of the monthly fee",
            "credit-25 | Below 99% | longer | 25% of the monthly fee",
        ],
    );
    let claim =
        paragraph("Claim a credit within 30~days of the end of the month. It comes off your next invoice.");
    let parts = vec![
        section("", "maintenance", "Planned maintenance", vec![Block::paragraph(window)], vec![]),
        section("", "cloud", "Availability of Northwind Cloud", vec![credit, claim], vec![]),
    ];
    section("9", "availability", "Maintenance and availability", vec![], parts)
}

fn prices() -> Section {
    let header = |words: &str| Cell::header(line(words));
    let cell = |words: &str| Cell::data(line(words));
    let contract = Block::Table(Table {
        anchor: None,
        caption: line("Price of a support contract"),
        style: TableStyle::Matrix,
        columns: ["Plan", "1 year", "2 years", "3 years"].map(|words| vec![words.into()]).into(),
        rows: vec![
            Row::new(vec![header("Basic"), cell("Included in the licence").across(3)]),
            Row::named(
                "price-standard",
                vec![header("Standard"), cell("EUR~1,000"), cell("EUR~1,800"), cell("EUR~2,600")],
            ),
            Row::named(
                "price-premium",
                vec![
                    header("Premium"),
                    cell("20% of the licence fee each year, at least EUR~10,000").across(3),
                ],
            ),
        ],
    });
    let rates = ["EUR~150 per hour in office hours", "EUR~225 per hour at other times"];
    let advice = vec![
        paragraph("What support does not cover, our consultants can often do. You get a proposal first."),
        Block::bullets(rates.map(|rate| Item::plain(line(rate))).into()),
    ];
    let blocks = vec![paragraph("Prices are without VAT."), contract];
    section(
        "10",
        "prices",
        "Prices",
        blocks,
        vec![section("", "advisory", "Advisory services", advice, vec![])],
    )
}

fn lifecycle() -> Section {
    let dates = table(
        TableStyle::Plain,
        "Dates of support, by release",
        "Release | Out since | Full support until | Maintenance until | On 1 March 2026",
        &[
            "server-7-0 | Server 7.0 | 1~Apr 2024 | 31~Mar 2026 | 31~Mar 2027 | Full support",
            "server-8-0 | Server 8.0 | 1~Jan 2026 | 31~Mar 2028 | 31~Mar 2029 | Full support",
            "studio-13 | Studio 13 | 1~Apr 2026 | 31~Mar 2028 | 31~Mar 2029 | Announced",
        ],
    );
    let blocks = vec![
        paragraph(
            "In **full support** a release gets all fixes. In **maintenance** it gets security fixes and answers, and \
             for everything else we ask you to upgrade.",
        ),
        dates,
    ];
    section("11", "lifecycle", "Product life cycle", blocks, vec![])
}

fn examples() -> Section {
    let example = |anchor: &str, title: &str, case: &str, answer: &str, reason: &str| {
        let terms =
            vec![term("", "The case", &[case]), term("", "Answer", &[answer]), term("", "Why", &[reason])];
        Block::Example(Example {
            anchor: Anchor::new(anchor),
            title: line(title),
            blocks: vec![Block::Terms(terms)],
        })
    };
    let blocks = vec![
        paragraph("Each example was worked out from the rules of this version when this page was made."),
        example(
            "example-christmas-call",
            "A critical call on Christmas Eve",
            "Premium, critical, by telephone, on Thursday 24~December 2026 at 16:45",
            "**First response by 17:15, the same day**",
            "The office closed at 13:00, but the [telephone](#channel-phone) is open at any time for critical requests \
             on Premium, and [30~minutes](#first-response-critical-premium) run on the clock.",
        ),
        example(
            "example-set-up",
            "“How do I set up Server behind our proxy?”",
            "Standard, a question about set-up",
            "**Not covered. Instead: advisory services**",
            "[Set-up](#set-up) is excluded on every plan.",
        ),
    ];
    section("12", "examples", "Worked examples", blocks, vec![])
}

fn changes() -> Section {
    let blocks = vec![
        paragraph(
            "If a change makes a promise weaker, we tell you by e-mail at least 30~days before it takes effect. Better \
             terms may start at once.",
        ),
        table(
            TableStyle::Pair,
            "New in version 2026.2",
            "Change | For you",
            &[
                "change-critical | Premium, critical: first response in 30~minutes, before 1~hour | Better",
                "change-christmas | Christmas Eve: the office closes at 13:00, before 17:30 | Weaker",
            ],
        ),
    ];
    section("13", "changes", "Changes to this policy", blocks, vec![])
}

fn questions() -> Section {
    let parts = vec![
        section(
            "",
            "question-cost",
            "Does support cost anything?",
            vec![paragraph(
                "Basic comes with the licence. Standard and Premium have [a yearly price](#prices). [Advisory \
                 services](#advisory) are charged by the hour.",
            )],
            vec![],
        ),
        section(
            "",
            "question-language",
            "May we write in German or French?",
            vec![paragraph("You may, and we shall translate.")],
            vec![],
        ),
    ];
    section("14", "questions", "Questions and answers", vec![], parts)
}
