//! The small policies of `tests/language/`, what is published from them, and what they would be with a line more or less.
//!
//! A line that cannot be taken away alone has a comment behind it, `# or: until closed`, with what may stand there
//! instead.

use avouch::analysis::{Memory, analyse, artifacts};
use avouch::config::{Choice, Settings};
use avouch::emit::{BuildOptions, Form as Output};
use avouch::source::{FileId, Source, Span};
use avouch::syntax::{self, Fit, Form, Value};
use std::collections::BTreeSet;
use std::ops::Range;
use std::path::Path;

/// A pattern, by declaration and tag, or an optional part of it as the schema writes it.
pub type Triple = (&'static str, Form, &'static str);

/// A name is for paths and comparisons, and its clause need not have a place of its own on the page.
pub const NAME: &str = "a name";
/// An earlier name keeps the anchors of a declaration, which only the page has.
pub const FORMER: &str = "formerly";

/// One small policy.
pub struct Example {
    /// The name of its file.
    pub name: String,
    /// Its text.
    pub text: String,
    fits: Vec<Fit>,
}

/// What is published from a policy: each file with a name and its text, without digests.
pub struct Published(Vec<(String, String)>);

/// Declarations at the end of a policy that lines can be given to rely on.
const MORE: &str = "\nfact marker-fact \"Marker fact\" { yes or no }\nsection marker-section \"Marker section\" { \"Text.\" }\n";

fn folder() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/language")
}

/// The policies of `tests/language/`, without the files that one of them uses.
pub fn examples() -> Vec<Example> {
    let mut names: Vec<String> = std::fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .filter(|name| name.ends_with(".policy"))
        .collect();
    names.sort();
    let example = |name: String| {
        let text = std::fs::read_to_string(folder().join(&name)).unwrap();
        let fits = syntax::fits(FileId(0), &Source::new(name.as_str(), text.clone()));
        Example { name, text, fits }
    };
    names.into_iter().map(example).collect()
}

impl Published {
    /// How many files there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// The files that are the same in both.
    pub fn same_as(&self, other: &Self) -> Vec<&str> {
        let same = |(name, text): &&(String, String)| {
            other.0.iter().any(|(known, again)| known == name && again == text)
        };
        self.0.iter().filter(same).map(|(name, _)| name.as_str()).collect()
    }
}

impl Published {
    /// The files in which none of these stands.
    pub fn without_any(&self, words: &[&str]) -> Vec<&str> {
        let without = |(_, text): &&(String, String)| !words.iter().any(|word| text.contains(word));
        self.0.iter().filter(without).map(|(name, _)| name.as_str()).collect()
    }
}

impl Example {
    /// Whether it is there to show this declaration.
    pub fn is_about(&self, declaration: &str) -> bool {
        let first = self.text.lines().next().unwrap_or_default();
        first.contains(&format!("`{declaration}`"))
    }

    /// Each pattern and optional part that it uses.
    pub fn triples(&self) -> Vec<Triple> {
        triples(&self.fits)
    }

    /// Each pattern and optional part that another text in its place uses.
    pub fn laid_out(&self, text: &str) -> Vec<Triple> {
        triples(&syntax::fits(FileId(0), &Source::new(self.name.as_str(), text)))
    }

    /// Whether a statement of this pattern has this word.
    pub fn uses(&self, declaration: &str, tag: &str, word: &str) -> bool {
        let own = |fit: &&Fit| fit.declaration == declaration && fit.form.tag() == Some(tag);
        let alternative = |fit: &Fit| self.alternative(fit).unwrap_or_default();
        self.fits.iter().filter(own).any(|fit| {
            let words = format!("{} {}", self.at(fit.words), alternative(fit));
            words.split_whitespace().any(|known| known == word)
        })
    }

    fn at(&self, span: Span) -> &str {
        &self.text[span.start as usize..span.end as usize]
    }

    /// What the comment behind a statement says that may stand there instead.
    fn alternative(&self, fit: &Fit) -> Option<&str> {
        let end = fit.body.unwrap_or(fit.words).end as usize;
        let line = self.text[end..].lines().next()?;
        line.trim_start().strip_prefix("# or: ")
    }

    /// Its text without each line and each optional part, one at a time. What is gone leaves blanks, so that the places
    /// of the rest stay.
    pub fn without(&self) -> Vec<(Triple, String)> {
        let mut texts = Vec::new();
        for fit in &self.fits {
            let (declaration, form) = (fit.declaration, fit.form);
            let whole = fit.body.map_or(fit.words, |body| fit.words.to(body));
            let text = match self.alternative(fit) {
                Some(alternative) => self.replaced(fit.words, alternative),
                None => self.replaced(whole, ""),
            };
            texts.push(((declaration, form, ""), text));
            for part in &fit.parts {
                texts.push(((declaration, form, part.written), self.replaced(part.span, "")));
            }
        }
        texts
    }

    fn replaced(&self, span: Span, by: &str) -> String {
        let (before, after) = (&self.text[..span.start as usize], &self.text[span.end as usize..]);
        let blank: String = self.at(span).chars().map(|c| if c == '\n' { '\n' } else { ' ' }).collect();
        let blank = if by.is_empty() { blank.as_str() } else { by };
        format!("{before}{blank}{after}")
    }

    /// Its text with the declarations that lines can be given to rely on.
    pub fn grown(&self) -> String {
        format!("{}{MORE}", self.text)
    }

    /// Its text with one thing more on one line, or one line more in one body: of each pattern its first
    /// line.
    pub fn with_more(&self) -> Vec<(&'static str, Triple, String)> {
        let behind = [
            (NAME, " as marker-name"),
            ("a reason", ", because \"Marker reason.\""),
            ("see", ", see marker-section"),
            ("a condition", " when marker-fact"),
        ];
        let before = [("an audience", "internal "), ("usually", "usually "), ("except", "except ")];
        let inside = [
            ("means", "means \"Marker meaning.\""),
            ("a note", "note \"Marker note.\""),
            ("only when", "only when marker-fact"),
            ("because", "because \"Marker cause.\""),
            ("see in a body", "see marker-section"),
            (FORMER, "formerly marker-former"),
            ("prose", "\"Marker prose.\""),
        ];
        let mut texts = Vec::new();
        let mut seen = BTreeSet::new();
        for fit in &self.fits {
            let triple = (fit.declaration, fit.form, "");
            if fit.form == Form::Table || !self.is_about(triple.0) || !seen.insert(triple) {
                continue;
            }
            let (start, end) = (fit.words.start as usize, fit.words.end as usize);
            let mut add = |what, at: usize, more: String| {
                let text = format!("{}{more}{}{MORE}", &self.text[..at], &self.text[at..]);
                texts.push((what, triple, text));
            };
            if fit.form != Form::Head {
                for (what, more) in behind {
                    add(what, end, more.to_owned());
                }
            }
            for (what, more) in before {
                add(what, start, more.to_owned());
            }
            for (what, more) in inside {
                match fit.body {
                    Some(body) => add(what, body.start as usize + 1, format!(" {more};")),
                    None => add(what, end, format!(" {{ {more} }}")),
                }
            }
        }
        texts
    }

    /// Its text with a `?` in the place of one to three words, be they a value or not: of each pattern its first line, and
    /// every cell of a table.
    pub fn with_unknown(&self) -> Vec<(Triple, String)> {
        let mut texts = Vec::new();
        let mut seen = BTreeSet::<Triple>::new();
        for fit in &self.fits {
            let triple = (fit.declaration, fit.form, "");
            let is_new = fit.form == Form::Table || seen.insert(triple);
            if fit.form == Form::Head || !self.is_about(triple.0) || !is_new {
                continue;
            }
            let start = fit.words.start as usize;
            let found = values(self.at(fit.words), fit.form == Form::Table);
            for (at, first) in found.iter().enumerate() {
                let most = if fit.form == Form::Table { 1 } else { 3 };
                for last in found[at..].iter().take(most) {
                    let (from, to) = (start + first.start, start + last.end);
                    texts.push((triple, format!("{}?{}", &self.text[..from], &self.text[to..])));
                }
            }
        }
        texts
    }

    /// Its text with a `?` in the place of each value of a statement, one at a time, with the line that it makes.
    pub fn with_unknown_values(&self) -> Vec<(Triple, String, String)> {
        let mut texts = Vec::new();
        for fit in &self.fits {
            if matches!(fit.form, Form::Head | Form::Table) || !self.is_about(fit.declaration) {
                continue;
            }
            for Value { slot, span: value } in &fit.values {
                let text =
                    format!("{}?{}", &self.text[..value.start as usize], &self.text[value.end as usize..]);
                let (before, after) =
                    (Span { end: value.start, ..fit.words }, Span { start: value.end, ..fit.words });
                let line = format!("{}?{}", self.at(before), self.at(after));
                texts.push(((fit.declaration, fit.form, *slot), line, text));
            }
        }
        texts
    }

    /// Its text with one line more at the beginning of the body of the first declaration of a kind.
    pub fn with_line(&self, declaration: &str, line: &str) -> String {
        let is_head = |fit: &&Fit| fit.declaration == declaration && fit.form == Form::Head;
        let body = self.fits.iter().find(is_head).and_then(|fit| fit.body).unwrap();
        let at = body.start as usize + 1;
        format!("{} {line};{}", &self.text[..at], &self.text[at..])
    }

    /// What is wrong with a text in its place, as messages with their lines.
    pub fn findings(&self, text: &str, language: &str) -> Vec<String> {
        let analysis = self.analysis(text, language);
        let said = |finding: &avouch::diagnostic::Diagnostic| {
            let source = analysis.sources.get(finding.span.file).text();
            let line = source[..finding.span.start as usize].matches('\n').count() + 1;
            format!("{}:{line}: {} ({})", self.name, finding.message, finding.code.name)
        };
        analysis.findings.iter().map(said).collect()
    }

    fn analysis(&self, text: &str, language: &str) -> avouch::analysis::Analysis {
        let mut files = Memory::default();
        files.insert(&self.name, text.replace("written in     en", &format!("written in     {language}")));
        for part in ["parts/words.policy", "parts/other-words.policy", "holidays.ics"] {
            files.insert(part, std::fs::read_to_string(folder().join(part)).unwrap());
        }
        // Every form of promise is shown, whether or not it suits the others.
        let off = [
            "unattended-hours",
            "crossing-deadlines",
            "slower-on-higher-plan",
            "other-language",
            "hours-without-rate",
        ];
        let levels = off.map(|name| (name, Choice::Off)).into_iter().collect();
        analyse(&self.name, &files, &Settings { levels, ..Settings::default() })
    }

    /// What is published from a text in its place; nothing when something is wrong with it.
    pub fn published(&self, text: &str, languages: &[&str]) -> Option<Published> {
        let mut published = Vec::new();
        for language in languages {
            let analysis = self.analysis(text, language);
            analysis.program.as_ref()?;
            let mut forms = vec![Output::Html, Output::Markdown];
            if published.is_empty() {
                forms.push(Output::Rules);
            }
            let options = BuildOptions { forms, audiences: Vec::new(), languages: Vec::new() };
            for artifact in artifacts(&analysis, &options).ok()? {
                let text = String::from_utf8(artifact.bytes).unwrap();
                let ending = artifact.path.rsplit('.').next().unwrap_or_default().to_owned();
                if ending != "css" {
                    published.push((format!("{ending} {language}"), undigested(&text)));
                }
            }
        }
        Some(Published(published))
    }
}

/// The words and texts of a line, or the cells of a table below its head.
fn values(line: &str, table: bool) -> Vec<Range<usize>> {
    let ends = |c: char| if table { c == '|' || c == '\n' } else { c.is_whitespace() || c == ',' };
    let mut found: Vec<Range<usize>> = Vec::new();
    let (mut quoted, mut open) = (false, None);
    for (at, c) in line.char_indices().chain([(line.len(), '\n')]) {
        if !quoted && (ends(c) || at == line.len()) {
            found.extend(open.take().map(|start: usize| start..start + line[start..at].trim_end().len()));
        } else if open.is_none() && !c.is_whitespace() {
            open = Some(at);
        }
        quoted ^= c == '"';
    }
    let body = if table { line.find("--").unwrap_or_default() } else { 0 };
    found.retain(|value| value.start >= body && !line[value.clone()].starts_with("--"));
    found
}

fn triples(fits: &[Fit]) -> Vec<Triple> {
    let of = |fit: &Fit| {
        let (declaration, form) = (fit.declaration, fit.form);
        let parts = fit.parts.iter().map(move |part| (declaration, form, part.written));
        std::iter::once((declaration, form, "")).chain(parts).collect::<Vec<_>>()
    };
    fits.iter().flat_map(of).collect()
}

/// A text without the digests in it, which change with every letter of the source.
fn undigested(text: &str) -> String {
    let mut parts = text.split("sha256:");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| text + part.get(64..).unwrap_or_default())
}
