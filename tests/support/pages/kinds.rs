//! A document of everything that the Northwind policy lacks, and a small one that is written from right to left.

use avouch::document::model::{
    Answer, Block, Cell, Direction, Document, Inline, Item, Labels, Metadata, Note, Paragraph, Publisher,
    Row, Section, Table, TableStyle, Target, TitleBlock,
};
use avouch::document::prose;

use super::{english, line, section, table};

/// What an author might write in a section of prose.
const PROSE: &str = "\
## Before you write\n\n\
Say *what* you did, **what** you saw,\\\nand what you `expected`.\n\n\
#### In one request\n\n\
1. One fault\n   - with its log,\n   - and its release.\n2. No passwords.\n\n\
> A closed request is not yet a happy customer.\n>\n> - from the handbook\n\n\
```sh\nnorthwind --version  # wrapped on the page, however long the line of a command may become, so that nothing scrolls\n```\n\n\
---\n\n\
|  | Meaning |\n|---|---|\n| ! | Write at once |\n| ? | Ask first |\n";

/// Texts that would leave their place if they were not escaped.
pub const HOSTILE: &str =
    "</title><script>alert(1)</script> \" onload=\"x ' & &amp; *a* [b](c) `d` | e \u{1b}[31m";

/// Every kind of block that the policy of Northwind lacks.
pub fn document() -> Document {
    let read = prose::read(PROSE, &mut |_, _| None);
    assert_eq!(read.problems, []);
    let sections = vec![
        section("1", "prose", "Prose", read.blocks, vec![]),
        section("2", "tables", "Tables", tables(), vec![]),
        section("3", "hostile", HOSTILE, hostile(), vec![]),
        deep(4),
    ];
    Document {
        language: "en".into(),
        direction: Direction::LeftToRight,
        window_title: HOSTILE.into(),
        description: Some(HOSTILE.into()),
        title: title("Kinds"),
        glance: None,
        sections,
        notes: vec![
            Note { content: line("Referred to twice.") },
            Note { content: line("Referred to once.") },
        ],
        colophon: vec![],
        metadata: Metadata { version: Some(HOSTILE.into()), ..Metadata::default() },
        labels: english(),
    }
}

fn tables() -> Vec<Block> {
    let long_words = table(
        TableStyle::Matrix,
        "Zusagen",
        "Zusage | Basis | Standard | Premium",
        &[" | Reaktionszeit | Bereitschaftszeit | Geschäftsstunden | Dreißig Minuten"],
    );
    let header = |words: &str| Cell::header(line(words));
    let cell = |words: &str| Cell::data(line(words));
    let spans = Block::Table(Table {
        anchor: None,
        caption: line("Spans"),
        style: TableStyle::Plain,
        columns: ["Product", "Severity", "Reply", "Update"].map(|words| vec![words.into()]).into(),
        rows: vec![
            Row::new(vec![header("Server").down(2), cell("High"), cell("4 hours"), cell("Daily")]),
            Row::new(vec![cell("Low"), cell("None promised").across(2)]),
            Row::new(vec![header("Cloud"), cell("Any"), cell("1 hour"), cell("Hourly")]),
        ],
    });
    let mut first = line("One");
    first.extend([
        Inline::NoteRef(0),
        " two".into(),
        Inline::NoteRef(1),
        " three".into(),
        Inline::NoteRef(0),
    ]);
    vec![long_words, spans, Block::paragraph(first)]
}

fn hostile() -> Vec<Block> {
    let unsafe_links = [
        Inline::link(Target::Web("javascript:alert(1)".into()), "script"),
        Inline::link(Target::Document("data:text/html,x".into()), "data"),
        Inline::link(Target::Web("https://x.example/a b?c=\"d\"&e=<f>".into()), "odd"),
    ];
    let nested = Inline::Link {
        target: Target::anchor("prose"),
        content: vec!["a link in ".into(), Inline::link(Target::anchor("tables"), "a link")],
    };
    let mut items: Vec<Item> = unsafe_links.into_iter().map(|link| Item::plain(vec![link])).collect();
    items.push(Item::plain(vec![nested]));
    items.push(Item::clause("clause \"x\"", HOSTILE, vec![Inline::Code(HOSTILE.into()), HOSTILE.into()]));
    vec![Block::bullets(items), Block::numbered(vec![Item::plain(vec!["1. a".into()])])]
}

/// Sections within sections, beyond the levels that HTML has.
fn deep(number: usize) -> Section {
    let mut inner = section("", "level-8", "Level 8", vec![Block::paragraph(line("The end."))], vec![]);
    for level in (2..8).rev() {
        inner = section("", &format!("level-{level}"), &format!("Level {level}"), vec![], vec![inner]);
    }
    inner.number = Some(number.to_string());
    inner
}

/// A page in Hebrew.
pub fn right_to_left() -> Document {
    let labels = Labels {
        colon: ":".into(),
        stop: ".".into(),
        aside: " ({words})".into(),
        skip: "דילוג לתוכן".into(),
        languages: "שפות".into(),
        contents: "תוכן".into(),
        link_to_section: "קישור לסעיף {number}, {title}".into(),
        link_to_heading: "קישור אל {title}".into(),
        link_to_clause: "קישור לסעיף זה: {name}".into(),
        scroll_hint: "בטבלה {columns} עמודות; היא נגללת לצדדים.".into(),
        table: "טבלה".into(),
        notes: "הערות".into(),
        note: "הערה {number}".into(),
        back_to_text: "חזרה לטקסט של הערה {number}".into(),
    };
    let mark = |answer: Answer, word: &str| Cell::data(vec![Inline::Mark { answer, word: word.into() }]);
    let hours = Block::Table(Table {
        anchor: None,
        caption: line("שעות פתיחה"),
        style: TableStyle::Plain,
        columns: ["יום", "בוקר", "צהריים", "ערב", "לילה"].map(|words| vec![words.into()]).into(),
        rows: vec![Row::new(vec![
            Cell::header(line("ראשון")),
            mark(Answer::Yes, "כן"),
            mark(Answer::Yes, "כן"),
            mark(Answer::No, "לא"),
            mark(Answer::No, "לא"),
        ])],
    });
    let clause = Item::clause(
        "call",
        "התקשרו אלינו",
        vec!["התקשרו אלינו: ".into(), Inline::telephone("+972 2 555 0100")],
    );
    Document {
        language: "he".into(),
        direction: Direction::RightToLeft,
        window_title: "מדיניות תמיכה".into(),
        description: None,
        title: title("מדיניות תמיכה"),
        glance: None,
        sections: vec![section(
            "1",
            "hours",
            "מתי אנחנו פתוחים",
            vec![hours, Block::bullets(vec![clause])],
            vec![],
        )],
        notes: vec![],
        colophon: vec![Paragraph::small(line("Northwind"))],
        metadata: Metadata::default(),
        labels,
    }
}

fn title(words: &str) -> TitleBlock {
    TitleBlock {
        publisher: Publisher { name: "Northwind Software".into(), link: None },
        languages: vec![],
        kicker: None,
        title: words.into(),
        lead: vec![],
        facts: vec![],
        forms: vec![],
    }
}
