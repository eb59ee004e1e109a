//! Policies of any size, for finding out how work grows with it.
//!
//! In: the name of a shape and a size. Out: files, of which `large.policy` is the one to check.

#![allow(clippy::format_collect, reason = "texts are put together where a reader would read them")]

use std::fmt::Write as _;

/// One declaration of a shape, by its number.
type One = fn(usize) -> String;

/// Shapes of many declarations that are alike.
const ALIKE: &[(&str, One)] = &[
    ("severities", |at| format!("severity s{at} \"Severity {at}\"\n")),
    ("kinds", |at| format!("kind k{at} \"Kind {at}\"\n")),
    ("regions", |at| format!("region g{at} \"Region {at}\"\n")),
    ("phases", |at| format!("phase f{at} \"Phase {at}\"\n")),
    ("facts", |at| {
        if at < 100 {
            format!("fact f{at} \"Fact {at}\" {{ yes or no }}\n")
        } else {
            format!("event v{at} \"Event {at}\"\n")
        }
    }),
    ("entitlements", |at| format!("entitlement n{at} \"Thing {at}\"\n")),
    ("definitions", |at| format!("definition d{at} \"Word {at}\" {{ means \"What it means.\" }}\n")),
    ("roles", |at| format!("role r{at} \"Role {at}\"\n")),
    ("parties", |at| format!("party y{at} \"Party {at}\"\n")),
    ("documents", |at| {
        format!("document o{at} \"Document {at}\" {{ address \"https://a.example/{at}\" }}\n")
    }),
    ("events", |at| format!("event v{at} \"Event {at}\"\n")),
    ("calendars", |at| {
        format!(
            "calendar c{at} \"Hours {at}\" {{ open Mon..Fri 09:00..17:00; closed 2026-01-01 \"New Year\" }}\n"
        )
    }),
    ("channels", |at| {
        format!("channel h{at} \"Channel {at}\" {{ address \"{at}@a.example\"; open office }}\n")
    }),
    ("plans", |at| {
        format!(
            "plan p{at} \"Plan {at}\" {{ extends {}; price EUR {} per year }}\n",
            if at % 100 == 0 { "premium".to_owned() } else { format!("p{}", at - 1) },
            at + 2
        )
    }),
    ("grants", |at| format!("plan p{at} \"Plan {at}\" {{ grants up to {} seats per year }}\n", at + 2)),
    ("offers", |at| format!("offer o{at} \"Offer {at}\" {{ rate EUR 150 per hour }}\n")),
    ("commitments", commitment),
    ("tables", |at| {
        format!(
            "commitment c{at} \"Promise {at}\" {{ from received; until responded }}\ntable t{at} \"Table {at}\" {{\n  | severity | c{at} |\n  |---|---|\n  | high | 1 day |\n  | low | 2 days |\n}}\n"
        )
    }),
    ("escalations", |at| {
        format!("escalation e{at} \"Escalation {at}\" {{ on breach of some notify lead as late-{at} }}\n")
    }),
    ("processes", |at| {
        format!(
            "process p{at} \"Process {at}\" {{ state new-{at} \"New\"; state old-{at} \"Old\"; new-{at} becomes old-{at} after 1 day }}\n"
        )
    }),
    ("prices", |at| {
        format!(
            "price p{at} \"Price {at}\" {{\n  | term | price |\n  |---|---|\n  | 1 year | EUR {} |\n  | 2 years | EUR {} |\n}}\n",
            at + 1,
            at + 2
        )
    }),
    ("products", |at| format!("product p{at} \"Product {at}\"\n")),
    ("maintenances", |at| {
        format!("maintenance m{at} \"Maintenance {at}\" {{ on Sun 02:00..04:00; notice 5 days }}\n")
    }),
    ("availabilities", |at| {
        format!("availability a{at} \"Service {at}\" {{ at least 99.9% of each month }}\n")
    }),
    ("other-ways", |at| {
        let other = if at == 0 { String::new() } else { format!("; alternative h{}", at - 1) };
        format!(
            "channel h{at} \"Channel {at}\" {{ address \"{at}@a.example\"; open office; only when plan is premium{other} }}\n"
        )
    }),
    ("sections", section),
    ("questions", |at| {
        format!("question q{at} \"What about {at}?\" {{ about office; answer \"It is {{office}}.\" }}\n")
    }),
    ("titles-alike", |at| format!("section s{at} \"Title\" {{ \"Text.\" }}\n")),
    ("quotations", |at| {
        format!(
            "definition d{at} \"Word {at}\" {{ means \"As {{office}} and {{d{}}} and {{plan premium}}.\" }}\n",
            at / 2
        )
    }),
    ("examples", |at| {
        format!(
            "example \"Example {at}\" {{\n  given plan is basic, severity is high\n  received 2026-03-02 10:00\n  expect some 3 days, under some/high/basic\n}}\n"
        )
    }),
    ("tests", |at| {
        format!(
            "test \"Test {at}\" {{\n  given plan is basic, severity is high\n  received 2026-03-02 10:00\n  expect some 3 days\n}}\n"
        )
    }),
    ("ensures", |at| format!("ensure \"Ensure {at}\" {{ some never slower on a higher plan }}\n")),
    ("errors", error),
    ("unknown-names", |at| {
        format!(
            "role some-long-role-{at} \"Role\"\nsection s{at} \"Section\" {{ \"See {{nowhere-{at}}}.\"; see absent-{at} }}\n"
        )
    }),
    ("repeated-names", |_| "definition same \"Same\" { means \"The same.\" }\n".to_owned()),
    ("looks-alike", |at| format!("role r\u{430}-{at} \"Role\"\n")),
];

/// Shapes of one declaration that is large.
const ONE: &[(&str, One)] = &[
    ("table", table),
    ("rules", rules),
    ("thresholds", thresholds),
    ("conflicts", conflicts),
    ("terms", |size| {
        with(
            size,
            "price fee \"Fee\" {\n  | term | price |\n  |---|---|\n",
            |at| format!("  | {} months | EUR {} |\n", at + 1, at + 1000),
            "}\n",
        )
    }),
    ("errors-of-a-line", |size| with(size, "section s \"Section\" { ", |_| "sea office; ".to_owned(), "}\n")),
    ("releases", releases),
    ("condition", condition),
    ("process", process),
    ("states", |size| with(size, "fact f \"Fact\" {\n", |at| format!("  v{at} \"Value {at}\"\n"), "}\n")),
    ("values", |size| {
        with(
            size,
            "calendar days \"Days\" {\n  open Mon..Sun 09:00..17:00\n  open on holidays\n",
            |at| {
                format!(
                    "  closed 20{:02}-{:02}-{:02} \"Day {at}\"\n",
                    at / 336 % 100,
                    at / 28 % 12 + 1,
                    at % 28 + 1
                )
            },
            "}\n",
        )
    }),
    ("words", |size| {
        with(
            size,
            "section s \"Section\" {\n  \"\"\"\n",
            |_| {
                "  A sentence of ordinary *length* that a reader would [read](https://a.example).\n"
                    .to_owned()
            },
            "  \"\"\"\n}\n",
        )
    }),
    ("markdown", |size| {
        with(
            size,
            "section s \"Section\" {\n  \"\"\"\n  | a | b |\n  |---|---|\n",
            |at| format!("  | {at} | {{office}} |\n"),
            "  \"\"\"\n}\n",
        )
    }),
    ("sees", |size| with(size, "section s \"Section\" {\n", |_| "  see office\n".to_owned(), "}\n")),
    ("duties", |size| {
        with(
            size,
            "section s \"Section\" {\n",
            |at| format!("  customer must \"do this {at}\" as duty-{at}\n"),
            "}\n",
        )
    }),
    ("line", |size| with(size, "section s \"Section\" { \"", |_| "word ".repeat(200), "\" }\n")),
    ("lost-lines", |size| {
        with(size, "section s \"Section\" {\n", |at| format!("  sea office-{at}\n"), "}\n")
    }),
];

/// Shapes of many files.
const FILES: &[&str] = &["deep-use", "wide-use"];

const HEADER: &str = "policy large \"Large\" {\n  version \"1\"\n  effective 2026-01-01\n  publisher \"We\"\n  \
                      timezone Europe/Amsterdam\n  business hours office\n}\n\
                      calendar office \"Office hours\" { open Mon..Fri 09:00..17:00; open on holidays }\n\
                      severity high \"High\"\nseverity low \"Low\"\nplan basic \"Basic\"\n\
                      plan premium \"Premium\" { extends basic }\nrole lead \"Lead\"\n";

/// Shapes that are wrong on purpose.
const WRONG: &[&str] = &[
    "errors",
    "unknown-names",
    "repeated-names",
    "looks-alike",
    "conflicts",
    "lost-lines",
    "errors-of-a-line",
];

/// Whether a shape is wrong on purpose.
pub fn is_wrong(shape: &str) -> bool {
    WRONG.contains(&shape)
}

/// The names of all shapes.
pub fn shapes() -> impl Iterator<Item = &'static str> {
    ALIKE.iter().chain(ONE).map(|(name, _)| *name).chain(FILES.iter().copied())
}

/// The files of a shape at a size.
pub fn files(shape: &str, size: usize) -> Vec<(String, String)> {
    if FILES.contains(&shape) {
        return used(size, shape == "deep-use");
    }
    let mut text = HEADER.to_owned();
    if shape == "grants" {
        text.push_str("entitlement seats \"Seats\"\n");
    }
    if ["examples", "tests", "ensures", "escalations"].contains(&shape) {
        text.push_str(&commitment(0).replace("c0", "some"));
    }
    if let Some((_, one)) = ALIKE.iter().find(|(name, _)| *name == shape) {
        text.extend((0..size).map(one));
    }
    if let Some((_, whole)) = ONE.iter().find(|(name, _)| *name == shape) {
        text.push_str(&whole(size));
    }
    vec![("large.policy".to_owned(), text)]
}

/// Lines between a beginning and an end.
fn with(size: usize, begin: &str, line: One, end: &str) -> String {
    let lines: String = (0..size).map(line).collect();
    format!("{begin}{lines}{end}")
}

fn section(at: usize) -> String {
    let prose = "This is a sentence of ordinary length that a reader would read. ".repeat(8);
    format!(
        "section s{at} \"Section {at}\" {{\n  \"\"\"\n  {prose}\n\n  - one\n  - two\n  \"\"\"\n  {}\n}}\n",
        commitment(at).trim_end().replace('\n', "\n  ")
    )
}

fn commitment(at: usize) -> String {
    format!(
        "commitment c{at} \"Promise {at}\" {{\n  from received\n  until responded\n\n  | severity | basic | premium |\n  |---|---|---|\n  \
         | high | {} days | 4 business hours |\n  | low | best effort | 2 days |\n}}\n",
        at % 50 + 3
    )
}

fn error(at: usize) -> String {
    match at % 4 {
        0 => format!("calendar c{at} {{ clsed always }}\n"),
        1 => format!(
            "commitment x{at} \"X\" {{ from received; until responded; within {at} days when severity is hgh{at} }}\n"
        ),
        2 => format!("channel y{at} \"Y\" {{ open nights-{at} }}\n"),
        _ => format!("role z{at} \"Z\" {{ address 1 }}\n"),
    }
}

fn table(size: usize) -> String {
    let mut text: String = (0..size).map(|at| format!("kind k{at} \"Kind {at}\"\n")).collect();
    text.push_str("commitment wide \"Wide\" {\n  from received\n  until responded\n\n  | kind | basic | premium |\n  |---|---|---|\n");
    text.extend((0..size).map(|at| format!("  | k{at} | {} days | {} days |\n", at % 40 + 1, at % 39 + 2)));
    text + "}\n"
}

fn rules(size: usize) -> String {
    let mut text: String = (0..size).map(|at| format!("kind k{at} \"Kind {at}\"\n")).collect();
    text.push_str("commitment c \"Promise\" {\n  from received\n  until responded\n  within 90 days\n");
    text.extend(
        (0..size).map(|at| {
            format!("  except within {} days when kind is k{at} and severity is high\n", at % 80 + 1)
        }),
    );
    text + "}\n"
}

fn thresholds(size: usize) -> String {
    let line: One = |at| {
        format!(
            "  except within {} days when seats is at least {} and seats is at most {}\n",
            at % 80 + 1,
            at * 10,
            at * 10 + 5
        )
    };
    with(
        size,
        "fact seats \"Seats\" { is a number }\ncommitment c \"Promise\" {\n  from received\n  until responded\n  within 90 days\n",
        line,
        "}\n",
    )
}

fn conflicts(size: usize) -> String {
    with(
        size,
        "commitment c \"Promise\" {\n  from received\n  until responded\n",
        |at| format!("  within {} days\n", at + 1),
        "}\n",
    )
}

fn releases(size: usize) -> String {
    let line: One = |at| {
        let year = 1990 + at % 80;
        format!("  | \"{at}.0\" | {year}-01-01..{}-12-31 | until {}-06-30 |\n", year + 1, year + 3)
    };
    let begin = "phase full \"Full\"\nphase maintenance \"Maintenance\"\nproduct app \"App\" {\n  | release | full | maintenance |\n  |---|---|---|\n";
    with(size, begin, line, "  supports latest 2 releases\n}\n")
}

fn condition(size: usize) -> String {
    let facts: String =
        (0..size.min(100)).map(|at| format!("fact f{at} \"Fact {at}\" {{ yes or no }}\n")).collect();
    let parts: Vec<String> = (0..size)
        .map(|at| format!("f{} and not f{}", at % size.min(100), (at + 1) % size.min(100)))
        .collect();
    let when = parts.iter().map(|part| format!("({part})")).collect::<Vec<_>>().join(" or ");
    format!(
        "{facts}commitment c \"Promise\" {{ from received; until responded; within 3 days; except within 1 day when {when} }}\n"
    )
}

fn process(size: usize) -> String {
    let mut text =
        with(size, "process p \"Process\" {\n", |at| format!("  state s{at} \"State {at}\"\n"), "");
    for at in 1..size {
        let _ = writeln!(text, "  s{} becomes s{at} after {at} days", at - 1);
    }
    text + "}\n"
}

fn used(size: usize, deep: bool) -> Vec<(String, String)> {
    let mut files = vec![("large.policy".to_owned(), String::new())];
    for at in 0..size {
        let next =
            if deep && at + 1 < size { format!("use \"part-{}.policy\"\n", at + 1) } else { String::new() };
        files.push((
            format!("part-{at}.policy"),
            format!("{next}definition d{at} \"Word {at}\" {{ means \"It.\" }}\n"),
        ));
    }
    let uses: String =
        (0..if deep { 1 } else { size }).map(|at| format!("use \"part-{at}.policy\"\n")).collect();
    files[0].1 = format!("{uses}{HEADER}");
    files
}
