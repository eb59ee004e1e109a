//! Changes of policies that nobody would make on purpose, drawn from a number: the same number, the same change.
//!
//! In: a text and a number. Out: another text. Nothing here knows what is right.

mod hostile;

use hostile::hostile;

/// A small generator of numbers (`SplitMix64`), so that a case is told by its number alone.
pub struct Dice(u64);

impl Dice {
    /// The dice of one case.
    pub fn new(case: u64) -> Self {
        Self(case.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ 0x5bd1_e995)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `bound`; 0 when there is none.
    pub fn below(&mut self, bound: usize) -> usize {
        let bound = u64::try_from(bound).expect("a small number").max(1);
        usize::try_from(self.next() % bound).expect("a small number")
    }

    fn of<'a>(&mut self, all: &[&'a str]) -> &'a str {
        all[self.below(all.len())]
    }
}

const WORDS: &[&str] = &[
    "policy",
    "section",
    "fact",
    "severity",
    "priority",
    "plan",
    "extends",
    "grants",
    "channel",
    "calendar",
    "open",
    "closed",
    "commitment",
    "within",
    "none",
    "except",
    "when",
    "and",
    "or",
    "not",
    "only",
    "at",
    "least",
    "most",
    "is",
    "one",
    "of",
    "from",
    "until",
    "received",
    "responded",
    "paused",
    "while",
    "process",
    "state",
    "becomes",
    "on",
    "after",
    "check",
    "sends",
    "event",
    "escalation",
    "notify",
    "price",
    "product",
    "release",
    "maintenance",
    "availability",
    "changes",
    "role",
    "party",
    "document",
    "question",
    "answer",
    "catalogue",
    "example",
    "test",
    "ensure",
    "given",
    "expect",
    "scope",
    "covers",
    "excludes",
    "instead",
    "queue",
    "order",
    "met",
    "for",
    "each",
    "month",
    "business",
    "days",
    "hours",
    "every",
    "up",
    "to",
    "best effort",
    "unlimited",
    "always",
    "customer",
    "us",
    "internal",
    "means",
    "note",
    "because",
    "see",
    "formerly",
    "as",
    "by",
    "within 1 day",
    "nl:",
    "en:",
    "in all languages",
    "?",
    "decided",
    "yes or no",
    "holidays NL",
    "timezone",
    "on breach of",
    "50%",
    "earlier of",
    "higher of",
    "plus",
    "per",
    "year",
    "runs",
    "then renews",
    "ranks",
    "{",
    "}",
    "(",
    ")",
    ",",
    ";",
    "|",
];

const FIGURES: &[&str] = &[
    "0",
    "1",
    "2",
    "00",
    "31",
    "59",
    "60",
    "99",
    "100",
    "101",
    "1,000",
    "65536",
    "1_000_000_000",
    "1000000000",
    "4294967296",
    "9223372036854775807",
    "99999999999999999999",
    "0.5",
    "99.999999",
    "1.005",
];

const DATES: &[&str] = &[
    "1970-01-01",
    "2100-12-31",
    "0001-01-01",
    "9999-12-31",
    "2028-02-29",
    "2027-02-29",
    "2026-13-01",
    "2026-00-00",
    "2026-03-29 02:30",
    "2026-10-25 02:30",
    "9999-12-31 24:00",
];

/// Changes a text one to five times. Every other case keeps to texts and figures, so that much of it stays a policy that
/// documents are made from.
pub fn mutated(text: &str, dice: &mut Dice) -> String {
    let mut text = text.to_owned();
    let gentle = dice.below(2) == 0;
    for _ in 0..=dice.below(5) {
        let kind = if gentle { dice.below(6) } else { dice.below(22) };
        text = match kind {
            0..=3 => with_hostile_text(&text, dice),
            4 => with_figure(&text, dice),
            5 => with_other_name(&text, dice, true),
            6 => with_other_name(&text, dice, false),
            7..=12 => with_other_lines(&text, dice),
            13..=15 => with_other_words(&text, dice),
            16..=18 => with_other_cells(&text, dice),
            19 => with_other_column(&text, dice),
            20 => inside_section(&text, dice),
            _ => with_mark(&text, dice),
        };
    }
    text
}

fn lines(text: &str) -> Vec<String> {
    text.split_inclusive('\n').map(str::to_owned).collect()
}

/// The texts in quotes: where they begin and end, without the quotes, and whether they are of several lines.
fn texts(text: &str) -> Vec<(usize, usize, bool)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find('"').map(|length| at + length) {
        let block = text[start..].starts_with("\"\"\"");
        let quote = if block { "\"\"\"" } else { "\"" };
        let inner = start + quote.len();
        let Some(end) = text[inner..].find(quote).map(|length| inner + length) else { break };
        found.push((inner, end, block));
        at = end + quote.len();
    }
    found
}

fn with_hostile_text(text: &str, dice: &mut Dice) -> String {
    let texts = texts(text);
    if texts.is_empty() {
        return text.to_owned();
    }
    let (start, end, block) = texts[dice.below(texts.len())];
    let long = dice.below(3) == 0;
    let inner = hostile(dice, block || long);
    let inner = match (block, long) {
        (true, _) => format!("\n{inner}\n"),
        (false, true) => format!("\"\"\n{inner}\n\"\""),
        (false, false) => inner,
    };
    let inner = if dice.below(3) == 0 { format!("{} {inner}", &text[start..end]) } else { inner };
    format!("{}{inner}{}", &text[..start], &text[end..])
}

/// The runs of characters that satisfy a test.
fn runs(text: &str, holds: impl Fn(char) -> bool) -> Vec<(usize, usize)> {
    let mut found: Vec<(usize, usize)> = Vec::new();
    for (at, character) in text.char_indices().filter(|(_, character)| holds(*character)) {
        match found.last_mut() {
            Some((_, end)) if *end == at => *end += character.len_utf8(),
            _ => found.push((at, at + character.len_utf8())),
        }
    }
    found
}

fn with_figure(text: &str, dice: &mut Dice) -> String {
    let figures = runs(text, |c| c.is_ascii_digit() || c == '-' || c == ':' || c == '.');
    let figures: Vec<_> = figures
        .into_iter()
        .filter(|(start, end)| text[*start..*end].contains(|c: char| c.is_ascii_digit()))
        .collect();
    if figures.is_empty() {
        return text.to_owned();
    }
    let (start, end) = figures[dice.below(figures.len())];
    let date = text[start..end].contains('-') != (dice.below(8) == 0);
    let new = dice.of(if date { DATES } else { FIGURES });
    format!("{}{new}{}", &text[..start], &text[end..])
}

fn with_other_name(text: &str, dice: &mut Dice, everywhere: bool) -> String {
    let names = runs(text, |c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
    if names.is_empty() {
        return text.to_owned();
    }
    let (start, end) = names[dice.below(names.len())];
    let (other, until) = names[dice.below(names.len())];
    let new = match dice.below(5) {
        0 => "zz-new",
        1 => dice.of(WORDS),
        2 => dice.of(&[
            "x", "always", "plan", "term", "release", "change", "us", "a-b-c", "é", "con", "index", "-",
        ]),
        _ => &text[other..until],
    };
    if !everywhere {
        return format!("{}{new}{}", &text[..start], &text[end..]);
    }
    let old = &text[start..end];
    let mut changed = String::new();
    let mut at = 0;
    for (start, end) in names {
        if &text[start..end] == old {
            changed.push_str(&text[at..start]);
            changed.push_str(new);
            at = end;
        }
    }
    changed.push_str(&text[at..]);
    changed
}

fn with_other_lines(text: &str, dice: &mut Dice) -> String {
    let mut lines = lines(text);
    if lines.is_empty() {
        return text.to_owned();
    }
    let (one, other) = (dice.below(lines.len()), dice.below(lines.len()));
    let count = (1 + dice.below(12)).min(lines.len() - one);
    match dice.below(5) {
        0 => drop(lines.drain(one..one + count)),
        1 => {
            let again = lines[one..one + count].to_vec();
            lines.splice(other..other, again);
        }
        2 => lines.swap(one, other),
        3 => {
            let moved: Vec<String> = lines.drain(one..one + count).collect();
            let place = other.min(lines.len());
            lines.splice(place..place, moved);
        }
        _ => drop(lines.remove(one)),
    }
    lines.concat()
}

fn with_other_words(text: &str, dice: &mut Dice) -> String {
    let words = runs(text, |c| !c.is_whitespace());
    if words.is_empty() {
        return text.to_owned();
    }
    let (start, end) = words[dice.below(words.len())];
    let (other, until) = words[dice.below(words.len())];
    let old = &text[start..end];
    let new = match dice.below(6) {
        0 => String::new(),
        1 => format!("{old} {old}"),
        2 => text[other..until].to_owned(),
        3 => format!("{} {old}", dice.of(WORDS)),
        4 => "?".to_owned(),
        _ => dice.of(WORDS).to_owned(),
    };
    format!("{}{new}{}", &text[..start], &text[end..])
}

/// The numbers of the lines that are rows of tables.
fn rows(lines: &[String]) -> Vec<usize> {
    let row = |line: &String| line.trim_start().starts_with('|');
    (0..lines.len()).filter(|at| row(&lines[*at])).collect()
}

fn with_other_cells(text: &str, dice: &mut Dice) -> String {
    let mut lines = lines(text);
    let rows = rows(&lines);
    if rows.is_empty() {
        return with_other_words(text, dice);
    }
    let at = rows[dice.below(rows.len())];
    let mut cells: Vec<String> = lines[at].split('|').map(str::to_owned).collect();
    let (one, other) = (dice.below(cells.len()), dice.below(cells.len()));
    match dice.below(6) {
        0 => drop(cells.remove(one)),
        1 => cells.insert(one, cells[other].clone()),
        2 => cells.swap(one, other),
        3 => {
            cells[one] = format!(
                " {} ",
                dice.of(&[
                    "?",
                    "none",
                    "best effort",
                    "-",
                    "",
                    "0 days",
                    "every 0 hours",
                    "EUR 0",
                    "all",
                    "any",
                    "\"",
                    "not x"
                ])
            );
        }
        4 => cells[one] = format!(" {} ", hostile(dice, false).replace('|', "")),
        _ => cells[one] = format!(" {} {}", dice.of(WORDS), cells[one]),
    }
    lines[at] = cells.join("|");
    lines.concat()
}

fn with_other_column(text: &str, dice: &mut Dice) -> String {
    let mut lines = lines(text);
    let rows = rows(&lines);
    if rows.is_empty() {
        return with_other_lines(text, dice);
    }
    let chosen = rows[dice.below(rows.len())];
    let (mut first, mut last) = (chosen, chosen);
    while first > 0 && rows.contains(&(first - 1)) {
        first -= 1;
    }
    while rows.contains(&(last + 1)) {
        last += 1;
    }
    let (one, kind) = (dice.below(8), dice.below(3));
    for line in &mut lines[first..=last] {
        let mut cells: Vec<String> = line.split('|').map(str::to_owned).collect();
        let at = one % cells.len();
        match kind {
            0 => drop(cells.remove(at)),
            1 => cells.insert(at, cells[at].clone()),
            _ => {
                let with = (at + 1) % cells.len();
                cells.swap(at, with);
            }
        }
        *line = cells.join("|");
    }
    lines.concat()
}

fn inside_section(text: &str, dice: &mut Dice) -> String {
    let mut lines = lines(text);
    if lines.is_empty() {
        return text.to_owned();
    }
    let start = dice.below(lines.len());
    let end = (start + 1 + dice.below(40)).min(lines.len());
    let most = if dice.below(10) == 0 { 70 } else { 4 };
    let deep = 1 + dice.below(most);
    lines.insert(end, "}\n".repeat(deep));
    lines.insert(start, (0..deep).map(|depth| format!("section zz-{depth} \"Part {depth}\" {{\n")).collect());
    lines.concat()
}

fn with_mark(text: &str, dice: &mut Dice) -> String {
    let mut lines = lines(text);
    if lines.is_empty() {
        return text.to_owned();
    }
    let at = dice.below(lines.len());
    let line = lines[at].trim_start().to_owned();
    let mark = dice.of(&[
        "internal ",
        "customer ",
        "us ",
        "mediator ",
        "partner ",
        "except ",
        "internal except ",
        "not ",
        "? ",
    ]);
    lines[at] = format!("  {mark}{line}");
    lines.concat()
}
