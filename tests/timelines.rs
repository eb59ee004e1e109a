//! The drawings of `docs/time.md`: each is made again from the answer of the policy on the page, so that what is drawn is what
//! is counted. `AVOUCH_UPDATE=1 cargo test --test timelines` draws them anew.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop where the tool may not")]

use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;

use avouch::time::{Date, DateTime, Moment};
use serde_json::Value;

/// How many letters a day has.
const DAY: usize = 12;
/// The seconds of a letter.
const LETTER: i64 = 7_200;

/// `<!-- timeline: readings.policy 2026-03-26 7 2026-03-26T15:00 severity=high -->`.
struct Drawing<'a> {
    policy: &'a str,
    first: Date,
    days: usize,
    received: &'a str,
    facts: Vec<&'a str>,
}

fn date(text: &str) -> Date {
    let parts: Vec<u16> = text.split('-').map(|part| part.parse().unwrap()).collect();
    let small = |part: u16| u8::try_from(part).unwrap();
    Date::new(i16::try_from(parts[0]).unwrap(), small(parts[1]), small(parts[2])).unwrap()
}

fn drawing(comment: &str) -> Drawing<'_> {
    let mut words = comment.split_whitespace();
    let mut next = || words.next().expect("a word of the comment");
    let (policy, first, days, received) = (next(), date(next()), next().parse().unwrap(), next());
    Drawing { policy, first, days, received, facts: words.collect() }
}

/// The local time of a text in RFC 3339, whatever its offset.
fn local(text: &str) -> DateTime {
    match Moment::parse(&text[..19.min(text.len())]) {
        Ok(Moment::Local(local)) => local,
        other => panic!("{text}: {other:?}"),
    }
}

/// What the policy of the page answers.
fn answer(page: &str, drawing: &Drawing<'_>) -> Value {
    let block = page.split_once(&format!("<!-- file: {} -->\n```policy\n", drawing.policy)).unwrap().1;
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("a.policy"), block.split_once("```").unwrap().0).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_avouch"));
    command.current_dir(folder.path()).args(["ask", "a.policy", "--format", "json", "--received"]);
    let output = command.arg(drawing.received).args(&drawing.facts).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// The open stretches of the calendar that a promise counts in.
fn open(page: &str, drawing: &Drawing<'_>, calendar: &str) -> Vec<(DateTime, DateTime)> {
    let block = page.split_once(&format!("<!-- file: {} -->\n```policy\n", drawing.policy)).unwrap().1;
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("a.policy"), block.split_once("```").unwrap().0).unwrap();
    let last = Date::from_number(drawing.first.number() + i64::try_from(drawing.days).unwrap() - 1).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_avouch"));
    command.current_dir(folder.path()).args(["hours", "a.policy", calendar, "--format", "json"]);
    let (from, to) = (drawing.first.to_string(), last.to_string());
    let output = command.args(["--from", &from, "--to", &to]).output().unwrap();
    let hours: Value = serde_json::from_slice(&output.stdout).unwrap();
    stretches(&hours["open"])
}

fn stretches(list: &Value) -> Vec<(DateTime, DateTime)> {
    let ends = |part: &Value| (local(part["from"].as_str().unwrap()), local(part["to"].as_str().unwrap()));
    list.as_array().unwrap().iter().map(ends).collect()
}

/// The letters of a row.
struct Row {
    first: i64,
    letters: Vec<char>,
}

impl Row {
    fn new(drawing: &Drawing<'_>) -> Self {
        Self { first: drawing.first.number() * 86_400, letters: vec![' '; drawing.days * DAY] }
    }

    /// The letter in which a time lies.
    fn place(&self, at: DateTime) -> usize {
        let seconds = at.date.number() * 86_400 + i64::from(at.time.seconds()) - self.first;
        usize::try_from(seconds / LETTER).unwrap()
    }

    fn fill(&mut self, (from, to): (DateTime, DateTime), letter: char) {
        let (from, to) = (self.place(from), self.place(to));
        let end = self.letters.len() - 1;
        self.letters[from..=to.min(end)].fill(letter);
    }

    fn mark(&mut self, at: DateTime, letter: char) {
        let place = self.place(at);
        self.letters[place] = letter;
    }

    fn text(&self) -> String {
        let days = self.letters.chunks(DAY).map(|day| day.iter().collect::<String>());
        days.collect::<Vec<_>>().join("│").trim_end().to_owned()
    }
}

fn drawn(page: &str, drawing: &Drawing<'_>) -> String {
    let answer = answer(page, drawing);
    let commitments = answer["commitments"].as_array().unwrap();
    let titles: Vec<String> = commitments
        .iter()
        .map(|one| {
            let id = one["id"].as_str().unwrap();
            let declared = page.split_once(&format!("commitment {id} ")).unwrap().1;
            declared.split('"').nth(1).unwrap().to_owned()
        })
        .collect();
    let margin = titles.iter().map(|title| title.chars().count()).max().unwrap() + 2;
    let mut text = " ".repeat(margin);
    for day in 0..drawing.days {
        let date = Date::from_number(drawing.first.number() + i64::try_from(day).unwrap()).unwrap();
        let named = format!("{} {}", date.weekday().code(), date.day());
        let _ = write!(text, "{named:<width$}", width = DAY + 1);
    }
    let mut lines = vec![text.trim_end().to_owned()];
    for (one, title) in commitments.iter().zip(&titles) {
        let mut row = Row::new(drawing);
        let calendar = one["promise"]["calendar"].as_str().expect("a promise of open time");
        let counted = stretches(&one["counted"]);
        for part in open(page, drawing, calendar) {
            row.fill(part, '─');
            let within = |counted: &(DateTime, DateTime)| (part.0.max(counted.0), part.1.min(counted.1));
            let counts = counted.iter().map(within).filter(|(from, to)| from < to);
            counts.for_each(|part| row.fill(part, '━'));
        }
        row.mark(local(drawing.received), '●');
        row.mark(local(one["due"].as_str().unwrap()), '◆');
        lines.push(format!("{title:<margin$}{}", row.text()));
    }
    lines.join("\n") + "\n"
}

#[test]
fn every_drawing_is_what_is_counted() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/time.md");
    let page = std::fs::read_to_string(&path).unwrap();
    let mut parts = page.split("<!-- timeline: ");
    let mut made = parts.next().unwrap().to_owned();
    let mut readings = 0;
    for part in parts {
        let (comment, rest) = part.split_once(" -->\n```text\n").expect("a drawing behind its comment");
        let (_, rest) = rest.split_once("```\n").expect("the end of the drawing");
        let drawn = drawn(&page, &drawing(comment));
        readings += drawn.matches('◆').count();
        let _ = write!(made, "<!-- timeline: {comment} -->\n```text\n{drawn}```\n{rest}");
    }
    assert!(readings >= 25, "each of eight readings is drawn for three receipts: {readings}");
    if std::env::var("AVOUCH_UPDATE").is_ok() {
        std::fs::write(&path, &made).unwrap();
    }
    assert_eq!(page, made, "run `AVOUCH_UPDATE=1 cargo test --test timelines`");
}

#[test]
fn a_letter_is_two_hours() {
    let drawing = drawing("a.policy 2026-03-26 1 2026-03-26T15:00 severity=high");
    assert_eq!(drawing.facts, ["severity=high"]);
    let mut row = Row::new(&drawing);
    row.fill((local("2026-03-26T09:00:00"), local("2026-03-26T17:00:00")), '─');
    row.mark(local("2026-03-26T15:00:00+01:00"), '●');
    assert_eq!(row.text(), "    ───●─");
}
