//! The one policy that a question is about: found, analysed, and free of mistakes that would make an answer worthless.

use std::path::PathBuf;

use clap::Args;

use super::Outcome;
use super::discover::{Targets, discover};
use super::failure::Failure;
use super::report::outcome;
use super::run::understand_all;
use super::terminal::Terminal;
use crate::analysis::{Analysis, Files, inquire};
use crate::diagnostic::render::{Found, escape, pretty};
use crate::diagnostic::{Diagnostic, Level};
use crate::evaluate::{Context, Customer, Problem, area, zone};

/// What a question says of the customer beyond the facts of the case.
#[derive(Args, Debug)]
pub struct Whose {
    /// The time zone of the customer, for calendars that follow it
    #[arg(long, value_name = "ZONE")]
    zone: Option<String>,
    /// Where the customer keeps holidays, as `NL` or `DE-BY`, for calendars that follow them
    #[arg(long, value_name = "AREA")]
    holidays: Option<String>,
}

impl Whose {
    /// The same, looked up.
    pub fn customer(&self) -> Result<Customer, Failure> {
        let zone = self.zone.as_deref().map(zone).transpose().map_err(failure)?;
        let area = self.holidays.as_deref().map(area).transpose().map_err(failure)?;
        Ok(Customer { zone, area })
    }
}

/// A policy that can be asked.
pub struct Policy {
    targets: Targets,
    analyses: Vec<Analysis>,
}

impl Policy {
    /// Opens a policy file. What is wrong with it is said on standard error, and then there is only how the command ended.
    pub fn open(
        file: &PathBuf,
        what: &str,
        terminal: &mut Terminal,
    ) -> Result<Result<Self, Outcome>, Failure> {
        if file.is_dir() {
            let named = super::disk::slashed(file);
            return Err(Failure::new(format!("`{named}` is a folder")).help("name one policy file"));
        }
        let targets = discover(std::slice::from_ref(file), terminal.look_err())?;
        let analyses = understand_all(&targets);
        // Examples and proofs were not looked at: that one of them fails is a reason to ask, not to refuse an answer.
        let grave = |finding: &&Diagnostic| finding.code.level == Level::Error;
        if let Some(analysis) = analyses.iter().find(|analysis| analysis.findings.iter().any(|f| grave(&f))) {
            for finding in analysis.findings.iter().filter(grave) {
                let found = Found { sources: &analysis.sources, finding };
                terminal.say(&pretty(found, terminal.look_err()));
            }
            terminal.say(&format!("there is no {what}: {} has errors", escape(&analysis.path)));
            return Ok(Err(outcome(&analyses, &targets, None).max(Outcome::Findings)));
        }
        if let Some(analysis) = analyses.iter().find(|analysis| analysis.program.is_none()) {
            return Err(Failure::new(format!(
                "`{}` declares no policy, so it cannot be asked",
                analysis.path
            ))
            .help("name a file that begins with `policy some-name \"Title\" { … }`"));
        }
        Ok(Ok(Self { targets, analyses }))
    }

    /// Asks the policy.
    pub fn ask<T>(
        &self,
        customer: &Customer,
        ask: impl FnOnce(&Context<'_>) -> Result<T, Problem>,
    ) -> Result<T, Problem> {
        let nothing = || Problem::new("there is no policy to ask");
        let analysis = self.analyses.first().ok_or_else(nothing)?;
        let target = self.targets.files.first().ok_or_else(nothing)?;
        let files: &dyn Files = &self.targets.workspaces[target.workspace].files;
        let asked = inquire(analysis, files, customer.clone(), |context| {
            context.lists_are_there()?;
            ask(context)
        });
        asked.unwrap_or_else(|| Err(nothing()))
    }
}

/// Why a question has no answer, as the reason for which a command was not carried out.
pub fn failure(problem: Problem) -> Failure {
    let failure = Failure::new(problem.message);
    match problem.help {
        Some(help) => failure.help(help),
        None => failure,
    }
}

/// That a policy is not written in a language.
pub fn no_language(asked: Option<&str>, known: &[String]) -> Problem {
    let asked = asked.unwrap_or_default();
    let problem = Problem::new(format!("this policy is not written in `{asked}`"));
    match known {
        [] => problem,
        known => problem.help(format!("it is written in {}", known.join(", "))),
    }
}
