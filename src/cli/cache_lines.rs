//! The form of the cache of checks: a text with a line for each policy, of which only what is asked for is read.
//!
//! In: what a policy came to, or the text of a cache. Out: lines, and their parts. A line has what is needed to count findings and
//! to put them in order; what they say in full stands in a second file, so that a finding that is not shown is not read. A text in
//! which anything is amiss is no cache.

use std::fmt::Write as _;

use super::cache_details::{Place, digest, written_summary};
use super::stamp::Stamp;
use super::trace::Trace;
use crate::analysis::{Analysis, Counts};
use crate::diagnostic::{Diagnostic, Fix, Level, Suppressed, Suppression, fixes, registry};
use crate::source::{FileId, Source, Span};

/// How the first line begins; the key stands behind it.
const HEAD: &str = "avouch/cache 4 ";
/// How the line behind the policies begins; their number stands behind it, and how long all is that they came to. What changed
/// later stands in lines after that.
const END: &str = "end ";
/// Between the parts of a line.
const PART: u8 = b'\x1f';
const BETWEEN: &str = "\u{1f}";
/// Between the things of which a part lists several.
const ITEM: u8 = b'\x1e';

/// A text that is read word by word. It is asked for every file, so it is read by bytes.
pub struct Words<'t>(pub &'t str);

impl<'t> Words<'t> {
    /// What stands before the next mark; all that is left where there is none.
    pub fn until(&mut self, mark: u8) -> Option<&'t str> {
        let text = self.0;
        let end = memchr::memchr(mark, text.as_bytes());
        let (word, rest) = end.map_or((text, ""), |end| (&text[..end], &text[end + 1..]));
        self.0 = rest;
        (!text.is_empty()).then_some(word)
    }

    /// The next word of a few letters.
    pub fn short(&mut self) -> Option<&'t str> {
        let text = self.0;
        let end = text.bytes().position(|byte| byte == b' ');
        let (word, rest) = end.map_or((text, ""), |end| (&text[..end], &text[end + 1..]));
        self.0 = rest;
        (!text.is_empty()).then_some(word)
    }

    /// The next word, a number.
    pub fn number<N: TryFrom<i128>>(&mut self) -> Option<N> {
        let word = self.short()?;
        let (digits, sign) = word.strip_prefix('-').map_or((word, 1), |digits| (digits, -1));
        N::try_from(sign * i128::from(natural(digits)?)).ok()
    }
}

/// A number of digits alone. There are a dozen in each line, so nothing is asked of a digit that need not be.
fn natural(digits: &str) -> Option<u64> {
    // The largest number of so many digits has room.
    const PLAIN: usize = 19;
    if digits.is_empty() || digits.len() > PLAIN {
        return digits.parse().ok();
    }
    digits.bytes().try_fold(0, |number: u64, digit| {
        let digit = digit.wrapping_sub(b'0');
        (digit < 10).then_some(number * 10 + u64::from(digit))
    })
}

/// The things that a part lists.
fn items(part: &str) -> impl Iterator<Item = &str> {
    let mut words = Words(part);
    std::iter::from_fn(move || words.until(ITEM))
}

/// The text of a cache, taken apart into lines.
#[derive(Debug, Default)]
pub struct Lines<'t> {
    /// Digests of policies between which there is no difference, each a word.
    pub silent: &'t str,
    /// The paths of the policies in their order, and their lines.
    pub policies: Vec<(&'t str, &'t str)>,
    /// How long all was that they came to in full, when the text was written anew.
    pub length: u64,
    /// How many lines were added since then, each in place of what stood there of its policy.
    pub later: usize,
}

impl<'t> Lines<'t> {
    /// Takes a text apart; none if it has another key or is not whole.
    pub fn of(text: &'t str, key: &str) -> Option<Self> {
        let text = text.strip_prefix(HEAD)?.strip_prefix(key)?.strip_prefix('\n')?;
        let (silent, text) = text.split_once('\n')?;
        // A line that was not written to its end is none.
        let mut lines = Words(text.strip_suffix('\n')?);
        let mut policies: Vec<(&str, &str)> = Vec::new();
        let mut end = loop {
            let line = lines.until(b'\n')?;
            match Words(line).until(PART)? {
                path if path.len() == line.len() => break Words(line.strip_prefix(END)?),
                path => policies.push((path, line)),
            }
        };
        let (count, length) = (end.number::<usize>()?, end.number()?);
        let ordered = policies.windows(2).all(|pair| pair[0].0 < pair[1].0);
        if !ordered || count != policies.len() {
            return None;
        }
        let mut later = 0;
        while let Some(line) = lines.until(b'\n') {
            let path = Words(line).until(PART)?;
            match policies.binary_search_by(|(known, _)| (*known).cmp(path)) {
                Ok(at) => policies[at].1 = line,
                Err(at) => policies.insert(at, (path, line)),
            }
            later += 1;
        }
        Some(Self { silent, policies, length, later })
    }

    /// The line of a policy, which is looked for first at the place where it stood if none was added or taken away.
    pub fn find(&self, path: &str, guess: usize) -> Option<&'t str> {
        let found = self.policies.get(guess).filter(|(known, _)| *known == path);
        let (_, line) = found.or_else(|| {
            let at = self.policies.binary_search_by(|(known, _)| (*known).cmp(path)).ok()?;
            self.policies.get(at)
        })?;
        Some(line)
    }

    /// A text from lines, which come in the order of their paths, and how long all is that they came to in full.
    pub fn text(key: &str, silent: &str, lines: &[impl AsRef<str>], of_use: u64) -> String {
        let head = format!("{HEAD}{key}\n{silent}\n");
        // Megabytes would be copied each time that the text grew.
        let length: usize = lines.iter().map(|line| line.as_ref().len() + 1).sum();
        let mut text = String::with_capacity(head.len() + length + END.len() + 48);
        text.push_str(&head);
        for line in lines {
            text.push_str(line.as_ref());
            text.push('\n');
        }
        text + &format!("{END}{} {of_use}\n", lines.len())
    }
}

/// A file that a policy was made of.
#[derive(Clone, Copy, Debug)]
pub struct Input<'t> {
    /// What the system said of it.
    pub stamp: Stamp,
    /// The digest of its text.
    pub digest: &'t str,
    /// The path by which it was asked for.
    pub path: &'t str,
    /// Where that leads, from the root of the workspace.
    pub place: &'t str,
}

impl<'t> Input<'t> {
    /// Reads one.
    pub fn of(item: &'t str) -> Option<Self> {
        let mut words = Words(item);
        let stamp = Stamp::read(&mut words)?;
        let (digest, length) = (words.until(b' ')?, words.number()?);
        let (path, place) = words.0.split_at_checked(length)?;
        Some(Self { stamp, digest, path, place })
    }

    fn write(&self, out: &mut String) {
        let Self { stamp, digest, path, place } = self;
        // Writing to a string cannot fail.
        let _ = write!(out, "{stamp} {digest} {} {path}{place}", path.len());
    }
}

/// The line of a policy.
#[derive(Clone, Copy, Debug)]
pub struct Line<'t> {
    path: &'t str,
    numbers: &'t str,
    inputs: &'t str,
    counted: &'t str,
    uncounted: &'t str,
    /// Who makes its promises; empty where it is not held against others.
    pub publisher: &'t str,
    /// A digest of what it is held against others by.
    pub summary: &'t str,
    place: &'t str,
}

impl<'t> Line<'t> {
    /// Takes a line apart.
    pub fn of(whole: &'t str) -> Option<Self> {
        let mut words = Words(whole);
        let mut part = || words.until(PART);
        let (path, numbers, inputs, counted, uncounted) = (part()?, part()?, part()?, part()?, part()?);
        let (publisher, summary) = (part()?, part()?);
        Some(Self { path, numbers, inputs, counted, uncounted, publisher, summary, place: words.0 })
    }

    /// Where what it came to stands in full; none for a line that is not kept yet.
    pub fn place(&self) -> Option<Place> {
        Place::read(self.place)
    }

    /// The files that the policy was made of, those first in which something is shown.
    pub fn inputs(&self) -> impl Iterator<Item = &'t str> {
        items(self.inputs)
    }

    /// The line with another place.
    pub fn at(&self, place: Place) -> String {
        let Self { path, numbers, inputs, counted, uncounted, publisher, summary, place: _ } = *self;
        [path, numbers, inputs, counted, uncounted, publisher, summary, &place.to_string()].join(BETWEEN)
    }

    /// The line with other inputs.
    pub fn with<'i>(&self, inputs: impl Iterator<Item = Input<'i>>) -> String {
        let mut written = String::new();
        list(&mut written, inputs, |input, out| input.write(out));
        let Self { path, numbers, counted, uncounted, publisher, summary, place, inputs: _ } = *self;
        [path, numbers, &written, counted, uncounted, publisher, summary, place].join(BETWEEN)
    }

    /// How many of the files that it was made of are texts of the policy. They come first.
    pub fn texts(&self) -> Option<usize> {
        let mut numbers = Words(self.numbers);
        let (_library, _broken) = (numbers.short()?, numbers.short()?);
        numbers.number()
    }

    /// What is known of the policy, with what was found as far as it is counted and put in order.
    pub fn analysis(&self, inputs: &[Input<'_>]) -> Option<Analysis> {
        let mut numbers = Words(self.numbers);
        let mut next = || numbers.number::<usize>();
        let (library, broken, texts) = (next()? == 1, next()? == 1, next()?);
        let counts = Counts {
            policies: next()?,
            promises: next()?,
            examples: next()?,
            tests_passed: next()?,
            tests_failed: next()?,
            ensures_proved: next()?,
            ensures_refuted: next()?,
        };
        let mut analysis = Analysis { broken, ..Analysis::unopened(self.path, counts, library) };
        for input in inputs.get(..texts)? {
            analysis.sources.add(Source::new(input.path, ""));
        }
        for item in items(self.counted) {
            analysis.findings.push(brief(item, texts)?);
        }
        for item in items(self.uncounted) {
            let by = Suppression::Excuse { reason: String::new(), span: Span::default() };
            analysis.suppressed.push(Suppressed { finding: brief(item, texts)?, by });
        }
        Some(analysis)
    }
}

/// The line of a policy that was checked, at the end of which its place is missing; none if what it depends on cannot be said, or
/// not in a line.
pub fn line(analysis: &Analysis, trace: &Trace) -> Option<String> {
    let paths: Vec<&str> = analysis.sources.iter().map(|(_, source)| source.path()).collect();
    let others = trace.paths.keys().map(String::as_str).filter(|path| !paths.contains(path));
    let inputs: Option<Vec<Input<'_>>> = paths
        .iter()
        .copied()
        .chain(others)
        .map(|path| {
            let place = trace.paths.get(path)?;
            let read = trace.files.get(place)?;
            Some(Input { stamp: read.stamp, digest: &read.digest, path, place })
        })
        .collect();
    let inputs = inputs.filter(|_| !trace.lost)?;
    let counts = analysis.counts;
    let numbers = [
        usize::from(analysis.library),
        usize::from(analysis.broken),
        paths.len(),
        counts.policies,
        counts.promises,
        counts.examples,
        counts.tests_passed,
        counts.tests_failed,
        counts.ensures_proved,
        counts.ensures_refuted,
    ];
    let [mut written, mut counted, mut uncounted] = [const { String::new() }; 3];
    list(&mut written, inputs.into_iter(), |input, out| input.write(out));
    list(&mut counted, analysis.findings.iter(), shorten);
    list(&mut uncounted, analysis.suppressed.iter().map(|one| &one.finding), shorten);
    let summary = analysis.summary.as_ref();
    let parts = [
        analysis.path.clone(),
        numbers.map(|number| number.to_string()).join(" "),
        written,
        counted,
        uncounted,
        summary.map_or_else(String::new, |summary| summary.publisher.clone()),
        format!("{:016x}", digest(&written_summary(analysis)?)),
        String::new(),
    ];
    let line = parts.join(BETWEEN);
    // A path or a message with a line break or one of the marks would be taken for something else.
    let steers = |byte: &u8| *byte < b' ';
    let marks = line.bytes().filter(steers).count();
    let expected = 7
        + trace.paths.len().saturating_sub(1)
        + analysis.findings.len().saturating_sub(1)
        + analysis.suppressed.len().saturating_sub(1);
    (marks == expected).then_some(line)
}

fn list<T>(out: &mut String, all: impl Iterator<Item = T>, mut write: impl FnMut(T, &mut String)) {
    for (at, one) in all.enumerate() {
        if at > 0 {
            out.push(char::from(ITEM));
        }
        write(one, out);
    }
}

/// What is needed to count a finding and to put it in order.
fn shorten(finding: &Diagnostic, out: &mut String) {
    let Span { file, start, end } = finding.span;
    let mended = u8::from(fixes::of(finding, false).is_some());
    let (level, rule, message) = (finding.level.word(), finding.code.name, &finding.message);
    // Writing to a string cannot fail.
    let _ = write!(out, "{} {start} {end} {level} {mended} {rule} {message}", file.0);
}

/// A finding as far as it is needed to count it and to put it in order.
fn brief(item: &str, texts: usize) -> Option<Diagnostic> {
    let mut words = Words(item);
    let file = words.number().filter(|file| usize::from(*file) < texts)?;
    let span = Span { file: FileId(file), start: words.number()?, end: words.number()? };
    let level = words.until(b' ')?;
    let level = [Level::Error, Level::Warning, Level::Advice].into_iter().find(|one| one.word() == level)?;
    let mended = words.until(b' ')? == "1";
    let mut finding = Diagnostic::new(registry::find(words.until(b' ')?)?, span, words.0);
    finding.level = level;
    if mended {
        finding.fixes.push(Fix { title: String::new(), safe: true, edits: Vec::new() });
    }
    Some(finding)
}

#[cfg(test)]
#[path = "cache_lines_tests.rs"]
mod tests;
