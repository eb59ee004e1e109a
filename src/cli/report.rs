//! The findings of a run, each once, in the form that was asked for, and the line that sums them up.

use rustc_hash::FxHashSet;
use std::fmt::Write as _;
use std::time::Duration;

use super::Outcome;
use super::discover::Targets;
use super::failure::Failure;
use super::terminal::Terminal;
use crate::analysis::{Analysis, Counts, ReadError};
use crate::diagnostic::render::{Findings, Form, Found, Look, Summary, Unheeded};
use crate::diagnostic::{Diagnostic, Level, fixes};
use crate::source::Sources;

/// What to say behind that a policy has errors where none was shown as one: without its level an error is no less of one, since
/// the policy has no meaning there.
pub fn lowered(analysis: &Analysis) -> &'static str {
    let shown = analysis.findings.iter().any(|finding| finding.level == Level::Error);
    if shown { "" } else { ", which `[levels]` in `avouch.toml` turns off or lowers" }
}

/// How many policies with how many findings there are, and the findings.
pub struct Report<'a> {
    all: Findings<'a>,
    counts: Counts,
    policies: usize,
    /// Files that were asked for and only lend declarations.
    shared: usize,
}

impl<'a> Report<'a> {
    /// Gathers the findings. A file that several policies use is found fault with once, and what one of them finds there
    /// counts, whatever the others do.
    pub fn new(analyses: &'a [Analysis]) -> Self {
        // Nothing is read out of these but whether something is in them, and how much.
        let mut seen = FxHashSet::default();
        let mut files = FxHashSet::default();
        let mut counts = Counts::default();
        let (mut found, mut suppressed) = (Vec::new(), Vec::new());
        for analysis in analyses {
            counts += analysis.counts;
            files.extend(analysis.sources.iter().map(|(_, source)| source.path()));
            let new = analysis.findings.iter().filter(|finding| seen.insert(key(&analysis.sources, finding)));
            found.extend(new.map(|finding| Found { sources: &analysis.sources, finding }));
        }
        for Analysis { sources, suppressed: all, .. } in analyses {
            let new = all.iter().filter(|one| seen.insert(key(sources, &one.finding)));
            suppressed.extend(
                new.map(|one| Unheeded { found: Found { sources, finding: &one.finding }, by: &one.by }),
            );
        }
        found.sort_by(|a, b| place(*a).cmp(&place(*b)));
        suppressed.sort_by(|a, b| place(a.found).cmp(&place(b.found)));
        let mut all = Findings::new(found, suppressed);
        all.asked = analyses.iter().map(|analysis| analysis.path.as_str()).collect();
        all.summary = Summary {
            files: files.len(),
            tests_passed: counts.tests_passed,
            tests_failed: counts.tests_failed,
            ensures_proved: counts.ensures_proved,
            ensures_refuted: counts.ensures_refuted,
            ..all.summary
        };
        let policies = analyses.iter().filter(|analysis| !analysis.library).count();
        Self { all, counts, policies, shared: analyses.len() - policies }
    }

    /// Says from which level on findings make the run fail, for forms that show it.
    #[must_use]
    pub fn failing_at(mut self, level: Level) -> Self {
        self.all.fails_at = level;
        self
    }

    /// The findings in a form; at most `most` of them for people, the gravest first chosen.
    pub fn text(&self, look: Look, form: &Form, most: usize) -> Result<String, Failure> {
        let text = if form.for_people {
            (form.write)(&Findings { found: self.capped(most), ..self.all.clone() }, look)
        } else {
            (form.write)(&self.all, look)
        };
        text.map_err(|error| {
            Failure::new(format!("the findings cannot be written as {}: {error}", form.name))
        })
    }

    /// Prints the findings to standard output.
    pub fn print(&self, terminal: &mut Terminal, form: &Form, most: usize) -> Result<(), Failure> {
        let text = self.text(terminal.look, form, most)?;
        terminal.print(&text);
        Ok(())
    }

    /// Says in one line on standard error what the run came to.
    pub fn sum_up(&self, terminal: &mut Terminal, most: usize, took: Duration) {
        let hidden = if most == 0 { 0 } else { self.all.found.len().saturating_sub(most) };
        if !self.all.found.is_empty() && terminal.watched {
            terminal.say("");
        }
        if hidden > 0 {
            terminal.say(&format!("and {hidden} more (`--max-findings 0` shows all)"));
        }
        terminal.say(&format!("{} ({} ms)", self.in_words(), took.as_millis()));
    }

    fn in_words(&self) -> String {
        let policies = counted(self.policies, "policy", "policies");
        let Summary { errors, warnings, advice, .. } = self.all.summary;
        let mut parts = Vec::new();
        if self.all.found.is_empty() {
            let Counts { promises, examples, tests_passed, ensures_proved, .. } = self.counts;
            parts.push(policies);
            // Examples passed are counted among the tests that passed.
            let tests_passed = tests_passed.saturating_sub(examples);
            for (count, one, many) in [
                (promises, "promise", "promises"),
                (examples, "example", "examples"),
                (tests_passed, "test", "tests"),
                (ensures_proved, "proof", "proofs"),
            ] {
                parts.extend((count > 0).then(|| counted(count, one, many)));
            }
            let mut header = "";
            if self.policies == 0 {
                parts[0] =
                    format!("no policy, {}", counted(self.shared, "file", "files") + " for others to use");
                // Whoever meant one has forgotten how it begins.
                header = "; a policy begins with `policy some-name \"Title\" { … }`";
            }
            return format!("{}: all good{}{header}", parts.join(", "), self.unheeded());
        }
        for (count, one, many) in [
            (errors, "error", "errors"),
            (warnings, "warning", "warnings"),
            (advice, "piece of advice", "pieces of advice"),
        ] {
            parts.extend((count > 0).then(|| counted(count, one, many)));
        }
        let mut words = parts.join(", ");
        // Writing to a string cannot fail.
        let _ = write!(words, " in {policies}");
        let mended = self.all.found.iter().filter(|found| fixes::of(found.finding, false).is_some()).count();
        if mended > 0 {
            let _ = write!(words, "; `avouch check --fix` mends {mended}");
        }
        words + &self.unheeded()
    }

    /// What does not count, so that nothing is out of sight for good.
    fn unheeded(&self) -> String {
        let Summary { excused, baseline, .. } = self.all.summary;
        let said =
            |count: usize, how: &str| if count > 0 { format!("; {count} {how}") } else { String::new() };
        said(excused, "excused") + &said(baseline, "in the baseline")
    }

    fn capped(&self, most: usize) -> Vec<Found<'a>> {
        let mut found = self.all.found.clone();
        if most > 0 && found.len() > most {
            found.sort_by_key(|found| std::cmp::Reverse(found.finding.level));
            found.truncate(most);
            found.sort_by(|a, b| place(*a).cmp(&place(*b)));
        }
        found
    }
}

/// What tells a finding from others of a run.
fn key<'a>(sources: &'a Sources, finding: &'a Diagnostic) -> (&'a str, u32, u32, &'a str, &'a str) {
    place(Found { sources, finding })
}

/// Where a finding comes in the order of a report.
pub fn place(found: Found<'_>) -> (&str, u32, u32, &str, &str) {
    let finding = found.finding;
    (
        found.sources.get(finding.span.file).path(),
        finding.span.start,
        finding.span.end,
        finding.code.name,
        &finding.message,
    )
}

fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

/// How a run ended: a file that the system did not give is a failure, a finding that counts is a finding.
pub fn outcome(analyses: &[Analysis], targets: &Targets, fail_on: Option<Level>) -> Outcome {
    let of = |analysis: &Analysis, workspace: usize| {
        let unread = analysis.unread.as_ref().is_some_and(|error| match error {
            ReadError::Missing
            | ReadError::Unreadable(_)
            | ReadError::OutsideWorkspace
            | ReadError::LeadsOutside
            | ReadError::IsFolder => true,
            // What is wrong with these is in the file itself.
            ReadError::NotUtf8 { .. } | ReadError::TooLarge { .. } | ReadError::TooMany => false,
        });
        let least = fail_on.or(targets.workspaces[workspace].settings.fail_on).unwrap_or(Level::Error);
        if unread {
            Outcome::Failed
        } else if analysis.findings.iter().any(|finding| finding.level >= least) {
            Outcome::Findings
        } else {
            Outcome::Clean
        }
    };
    let all = analyses.iter().zip(&targets.files).map(|(analysis, target)| of(analysis, target.workspace));
    all.max().unwrap_or(Outcome::Clean)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Diagnostic, registry};
    use crate::source::{Source, Sources, Span};

    fn analysis(path: &str, levels: &[Level]) -> Analysis {
        let mut sources = Sources::default();
        sources.add(Source::new(path, "policy\n"));
        let shared = sources.add(Source::new("shared.policy", "one two three\n"));
        let findings = levels.iter().enumerate().map(|(at, &level)| {
            let mut finding =
                Diagnostic::new(&registry::SYNTAX, Span::new(shared, at, at + 1), "this is wrong");
            finding.level = level;
            finding
        });
        let findings = findings.collect();
        let counts = Counts { promises: 20, examples: 1, ensures_proved: 2, ..Counts::default() };
        Analysis {
            path: path.to_owned(),
            sources,
            findings,
            suppressed: Vec::new(),
            counts,
            proved: Vec::new(),
            summary: None,
            program: None,
            library: false,
            unread: None,
            broken: false,
        }
    }

    #[test]
    fn a_shared_file_is_found_fault_with_once() {
        let analyses = [analysis("a.policy", &[Level::Error]), analysis("b.policy", &[Level::Error])];
        let report = Report::new(&analyses);
        assert_eq!(report.all.found.len(), 1);
        assert_eq!((report.all.summary.errors, report.all.summary.files), (1, 3));
        assert_eq!(report.in_words(), "1 error in 2 policies");
    }

    #[test]
    fn the_line_names_what_there_is() {
        let analyses = [analysis("a.policy", &[]), analysis("b.policy", &[])];
        assert_eq!(
            Report::new(&analyses).in_words(),
            "2 policies, 40 promises, 2 examples, 4 proofs: all good"
        );
        let analyses =
            [analysis("a.policy", &[Level::Advice, Level::Warning, Level::Warning, Level::Advice])];
        assert_eq!(Report::new(&analyses).in_words(), "2 warnings, 2 pieces of advice in 1 policy");
    }

    #[test]
    fn a_cap_keeps_the_gravest_in_their_order() {
        let analyses = [analysis("a.policy", &[Level::Advice, Level::Error, Level::Warning, Level::Error])];
        let report = Report::new(&analyses);
        let kept =
            |most| report.capped(most).iter().map(|found| found.finding.span.start).collect::<Vec<_>>();
        assert_eq!(kept(2), [1, 3]);
        assert_eq!(kept(3), [1, 2, 3]);
        assert_eq!(kept(0), [0, 1, 2, 3]);
    }
}
