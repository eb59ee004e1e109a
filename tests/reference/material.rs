//! What a page is made of beside its schema: prose, whole examples, and the lines that show each statement.

use std::cmp::Reverse;
use std::fs;
use std::path::PathBuf;

use avouch::analysis::{Memory, analyse};
use avouch::config::Settings;
use avouch::source::{FileId, Source};
use avouch::syntax::schema::{Pattern, Schema};
use avouch::syntax::{Fit, Form, fits};

/// A policy with the lines that it is made of.
pub struct Example {
    /// Its text.
    pub text: String,
    /// Its lines, each with the pattern that it fits.
    pub fits: Vec<Fit>,
}

/// The prose and the examples of a declaration.
pub struct Material {
    /// Its keyword.
    pub keyword: &'static str,
    /// What comes before the statements.
    pub prose: String,
    /// What comes after them: headings with whole policies.
    pub rest: String,
    /// The whole policies of the prose.
    pub examples: Vec<Example>,
    /// The policy in which every statement occurs.
    pub walk: Option<Example>,
}

impl Example {
    fn new(text: String) -> Self {
        let fits = fits(FileId(0), &Source::new("page.policy", text.clone()));
        Self { text, fits }
    }

    /// The words of a line, and its body.
    pub fn words(&self, fit: &Fit) -> &str {
        let end = fit.body.map_or(fit.words.end, |body| body.end);
        &self.text[fit.words.start as usize..end as usize]
    }
}

impl Material {
    /// Reads what lies beside a schema.
    pub fn of(schema: &Schema) -> Self {
        let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
        let beside = root.join(format!("grammar/declarations/{}.md", schema.keyword));
        let whole = fs::read_to_string(beside).unwrap_or_default();
        let (prose, rest) = match whole.find("## ") {
            Some(at) => (whole[..at].trim().to_owned(), whole[at..].trim().to_owned()),
            None => (whole.trim().to_owned(), String::new()),
        };
        let blocks = rest.split("```policy\n").skip(1).filter_map(|block| block.split("```").next());
        let examples: Vec<Example> = blocks.map(|text| Example::new(text.to_owned())).collect();
        let walk = fs::read_to_string(root.join(format!("tests/language/{}.policy", schema.keyword))).ok();
        Self { keyword: schema.keyword, prose, rest, examples, walk: walk.map(Example::new) }
    }

    /// What is wrong with the examples.
    pub fn problems(&self) -> Vec<String> {
        let check = |example: &Example| {
            let mut files = Memory::default();
            files.insert("page.policy", example.text.as_str());
            let analysis = analyse("page.policy", &files, &Settings::default());
            let found = analysis.findings.iter();
            found
                .map(|finding| format!("{}.md: {} ({})", self.keyword, finding.message, finding.code.name))
                .collect::<Vec<_>>()
        };
        let mut problems: Vec<String> = self.examples.iter().flat_map(check).collect();
        for example in &self.examples {
            let laid_out = avouch::format::format(&example.text).map(|formatted| formatted.text);
            if laid_out.as_ref() != Ok(&example.text) {
                let laid_out = laid_out.unwrap_or_default();
                problems.push(format!("{}.md: the layout of the example is\n{laid_out}", self.keyword));
            }
        }
        if self.prose.is_empty() {
            problems.push(format!(
                "grammar/declarations/{}.md is missing: say when to use the declaration and when not",
                self.keyword
            ));
        }
        problems
    }

    /// The lines that show a statement, at most two: the plainest, and the one that says most.
    pub fn lines(&self, pattern: &Pattern) -> Vec<String> {
        let own = |fit: &&Fit| match fit.form {
            Form::Own(tag) => fit.declaration == self.keyword && tag == pattern.tag,
            Form::Common(tag) => self.keyword == "body" && tag == pattern.tag,
            Form::Inner(_) | Form::Head | Form::Table => false,
        };
        self.show(own, pattern.gives_value)
    }

    /// The tables that show what the declaration knows, at most two.
    pub fn tables(&self) -> Vec<String> {
        let own = |fit: &&Fit| fit.declaration == self.keyword && fit.form == Form::Table;
        let all = self.all();
        let found = all.iter().flat_map(|example| {
            example
                .fits
                .iter()
                .filter(own)
                .map(|fit| dedented(&example.text, fit.words.start as usize, example.words(fit)))
        });
        let mut tables: Vec<String> = Vec::new();
        for table in found {
            if tables.len() < 2 && !tables.contains(&table) {
                tables.push(table);
            }
        }
        tables
    }

    fn all(&self) -> Vec<&Example> {
        self.examples.iter().chain(&self.walk).collect()
    }

    fn show(&self, own: impl Fn(&&Fit) -> bool, value: bool) -> Vec<String> {
        // What the prose shows comes before what the walk fills in.
        let mut found: Vec<(usize, usize, bool, String)> = Vec::new();
        for (rank, example) in self.all().into_iter().enumerate() {
            for fit in example.fits.iter().filter(&own) {
                let words = dedented(&example.text, fit.words.start as usize, example.words(fit));
                let marked = words.starts_with("except ") || words.starts_with("usually ");
                found.push((rank, fit.parts.len(), marked, words));
            }
        }
        let plainest =
            found.iter().min_by_key(|(rank, parts, marked, words)| (*marked, *rank, *parts, words.len()));
        let fullest = found.iter().max_by_key(|(rank, parts, marked, words)| {
            (value && *marked, *parts, Reverse(*rank), words.len())
        });
        let mut lines: Vec<String> =
            plainest.into_iter().chain(fullest).map(|(.., words)| words.clone()).collect();
        lines.dedup();
        lines
    }
}

/// Words over several lines, with the indentation of their first line taken away.
fn dedented(text: &str, start: usize, words: &str) -> String {
    let line = text[..start].rfind('\n').map_or(0, |at| at + 1);
    let indent = text[line..start].len() - text[line..start].trim_start().len();
    let mut lines = words.lines();
    let mut out = lines.next().unwrap_or("").to_owned();
    for line in lines {
        out.push('\n');
        out.push_str(line.get(indent..).unwrap_or_else(|| line.trim_start()));
    }
    let mut columns = String::new();
    for (index, line) in out.lines().enumerate() {
        if index > 0 {
            columns.push('\n');
        }
        columns.push_str(&squeezed(line));
    }
    columns
}

/// A line without the blanks that only line columns up, which mean nothing where it stands alone.
fn squeezed(line: &str) -> String {
    if line.trim_start().starts_with('|') {
        return line.to_owned();
    }
    let indent = line.len() - line.trim_start().len();
    let mut out = line[..indent].to_owned();
    let mut quoted = false;
    for c in line[indent..].chars() {
        quoted ^= c == '"';
        if quoted || c != ' ' || !out.ends_with(' ') {
            out.push(c);
        }
    }
    out
}
