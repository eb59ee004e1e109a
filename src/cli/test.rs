//! `avouch test`: the examples and tests of policies, and what none of them tries.

use std::path::PathBuf;
use std::time::Instant;

use clap::Args;

use super::Outcome;
use super::discover::discover;
use super::failure::Failure;
use super::form::{FormOf, PRETTY, chosen};
use super::report::{Report, outcome};
use super::run::analyse_all;
use super::terminal::Terminal;
use super::whole::put;
use crate::analysis::{Analysis, Counts, inquire};
use crate::diagnostic::render::{Form, escape};
use crate::diagnostic::{Level, registry};
use crate::emit::coverage::coverage as page;
use crate::evaluate::Customer;
use crate::evaluate::tried::{Tried, tried};

#[derive(Args, Debug)]
pub struct Arguments {
    /// Files and folders; the current folder when none is given
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// The form of what is found (pretty; github inside GitHub Actions)
    #[arg(long, value_parser = FormOf, env = "AVOUCH_FORMAT")]
    format: Option<&'static Form>,
    /// List the rules, cells, special days and steps that no example or test tries
    #[arg(long)]
    coverage: bool,
    /// Write the same as a page, each matrix with its cells marked
    #[arg(long, value_name = "FILE")]
    coverage_html: Option<PathBuf>,
}

pub fn run(arguments: &Arguments, terminal: &mut Terminal) -> Result<Outcome, Failure> {
    let start = Instant::now();
    let targets = discover(&arguments.paths, terminal.look_err())?;
    let mut analyses = analyse_all(&targets);
    // Warnings and advice are for `check`; an error is why nothing could be tried.
    for analysis in &mut analyses {
        let told = [&registry::FAILED_EXPECTATION, &registry::ENSURE_REFUTED];
        analysis.findings.retain(|finding| told.contains(&finding.code) || finding.level == Level::Error);
    }
    let report = Report::new(&analyses);
    let form = chosen(arguments.format);
    report.print(terminal, form, 0)?;
    if std::ptr::eq(form, PRETTY) {
        for analysis in analyses.iter().filter(|analysis| !analysis.proved.is_empty()) {
            terminal.print(&proofs(analysis));
        }
    }
    if arguments.coverage || arguments.coverage_html.is_some() {
        let mut found = Vec::new();
        for (analysis, target) in analyses.iter().zip(&targets.files) {
            let files = &targets.workspaces[target.workspace].files;
            if let (Some(tried), Some(program)) =
                (inquire(analysis, files, Customer::default(), tried), analysis.program.as_deref())
            {
                found.push((analysis, program, tried));
            }
        }
        if arguments.coverage {
            for (analysis, _, tried) in &found {
                terminal.print(&coverage(analysis, tried));
            }
        }
        if let Some(path) = &arguments.coverage_html {
            let pages: Vec<_> = found
                .iter()
                .map(|(analysis, program, tried)| (analysis.path.as_str(), *program, tried))
                .collect();
            put(path, page(&pages).as_bytes())?;
        }
    }
    if !form.sums_up {
        let mut counts = Counts::default();
        for analysis in &analyses {
            counts += analysis.counts;
        }
        let (passed, failed) = (counts.tests_passed, counts.tests_failed);
        let tried = |counts: Counts| counts.tests_failed + counts.ensures_refuted > 0;
        let broken = analyses.iter().filter(|analysis| analysis.broken && !tried(analysis.counts)).count();
        let mut words = match (passed, failed) {
            (0, 0) if broken > 0 => "no example and no test was tried because of the errors".to_owned(),
            (0, 0) => "there is no example and no test".to_owned(),
            (passed, 0) => format!("{}: all passed", cases(passed)),
            (0, failed) => format!("{}: all failed", cases(failed)),
            (passed, failed) => format!("{}: {passed} passed, {failed} failed", cases(passed + failed)),
        };
        words.push_str(&match (counts.ensures_proved, counts.ensures_refuted) {
            (0, 0) => String::new(),
            (1, 0) => ", 1 proof".to_owned(),
            (proved, 0) => format!(", {proved} proofs"),
            (proved, refuted) => format!(", {proved} proved, {refuted} refuted"),
        });
        if broken > 0 && passed + failed > 0 {
            words = format!("{words}; {broken} with errors not tried");
        }
        terminal.say(&format!("{words} ({} ms)", start.elapsed().as_millis()));
    }
    Ok(outcome(&analyses, &targets, None))
}

fn cases(count: usize) -> String {
    if count == 1 { "1 example or test".to_owned() } else { format!("{count} examples and tests") }
}

/// What was proved, and for how much, for people.
fn proofs(analysis: &Analysis) -> String {
    let mut text = String::new();
    for proved in &analysis.proved {
        let source = analysis.sources.get(proved.span.file);
        let line = source.line_column(proved.span.start).line;
        text.push_str(&format!(
            "{}:{line}: proved \"{}\" ({})\n",
            escape(source.path()),
            escape(&proved.title),
            escape(&proved.extent)
        ));
    }
    text
}

/// What is tried and what is not, for people.
fn coverage(analysis: &Analysis, tried: &Tried) -> String {
    let of = |(what, all, missed): (&str, usize, usize)| format!("{} of {all} {what}", all - missed);
    let sums: Vec<String> = tried.sums().into_iter().filter(|(_, all, _)| *all > 0).map(of).collect();
    let sums = if sums.is_empty() { "nothing to try".to_owned() } else { sums.join(", ") };
    let mut text = format!("{}: {sums} tried\n", escape(&analysis.path));
    for missed in tried.missed() {
        let source = analysis.sources.get(missed.span.file);
        let line = source.line_column(missed.span.start).line;
        text.push_str(&format!(
            "  {}:{line}: {} {}\n",
            escape(source.path()),
            missed.kind.one(),
            escape(&missed.name)
        ));
    }
    text
}
