//! Which form a report is printed in, and which files get it in other forms.
//!
//! In: `--format`, `--output FORM=FILE` and the environment. Out: forms from the table in `diagnostic::render`, and whole files.

use std::ffi::OsStr;
use std::path::PathBuf;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};

use super::disk::slashed;
use super::failure::Failure;
use super::report::Report;
use super::whole::put;
use crate::diagnostic::nearest;
use crate::diagnostic::render::{FORMS, Form, Look, form};

/// What people get when they say nothing.
pub static PRETTY: &Form = &FORMS[0];

/// Set by GitHub in every step of a workflow.
const IN_GITHUB: &str = "GITHUB_ACTIONS";

/// Reads the name of a form on the command line.
#[derive(Clone)]
pub struct FormOf;

impl TypedValueParser for FormOf {
    type Value = &'static Form;

    fn parse_ref(
        &self,
        command: &clap::Command,
        argument: Option<&clap::Arg>,
        value: &OsStr,
    ) -> Result<&'static Form, clap::Error> {
        let name = PossibleValuesParser::new(values()).parse_ref(command, argument, value)?;
        form(&name).ok_or_else(|| clap::Error::new(clap::error::ErrorKind::InvalidValue))
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new(values()))
    }
}

fn values() -> impl Iterator<Item = PossibleValue> {
    FORMS.iter().map(|form| PossibleValue::new(form.name).help(form.about))
}

/// The form of standard output: what was asked for, and inside a workflow of GitHub its annotations.
pub fn chosen(asked: Option<&'static Form>) -> &'static Form {
    let inside = || std::env::var(IN_GITHUB).is_ok_and(|value| value == "true");
    asked.or_else(|| if inside() { form("github") } else { None }).unwrap_or(PRETTY)
}

/// A form and the file that gets it.
#[derive(Debug)]
pub struct Output {
    form: &'static Form,
    path: PathBuf,
}

/// Reads `FORM=FILE`, each file once.
pub fn outputs(written: &[String]) -> Result<Vec<Output>, Failure> {
    const HELP: &str = "write `--output sarif=report.sarif`";
    let mut outputs: Vec<Output> = Vec::new();
    for written in written {
        let (name, path) = written.split_once('=').filter(|(_, path)| !path.is_empty()).ok_or_else(|| {
            Failure::new(format!("`--output {written}` names no form or no file")).help(HELP)
        })?;
        let form = form(name).ok_or_else(|| {
            let failure = Failure::new(format!("there is no form of report named `{name}`"));
            if let Some(near) = nearest(name, FORMS.iter().map(|form| form.name)) {
                failure.help(format!("did you mean `{near}`?"))
            } else {
                let names: Vec<String> = FORMS.iter().map(|form| format!("`{}`", form.name)).collect();
                failure.help(format!("the forms are {}", names.join(", ")))
            }
        })?;
        let path = PathBuf::from(path);
        if outputs.iter().any(|other| other.path == path) {
            return Err(Failure::new(format!("`{}` cannot hold two reports", slashed(&path)))
                .help("give each form its own file"));
        }
        outputs.push(Output { form, path });
    }
    Ok(outputs)
}

impl Output {
    /// Refuses to write over what is read; `read` are paths with all links followed.
    pub fn apart(&self, read: impl IntoIterator<Item = PathBuf>) -> Result<(), Failure> {
        let Ok(real) = std::fs::canonicalize(&self.path) else { return Ok(()) };
        if !read.into_iter().any(|path| path == real) {
            return Ok(());
        }
        let message =
            format!("`{}` is read in this check, so no report is written to it", slashed(&self.path));
        Err(Failure::new(message).help("give the report another name"))
    }

    /// Puts the report into the file, whole.
    pub fn write(&self, report: &Report<'_>) -> Result<(), Failure> {
        // A file is no terminal, and what it holds is all there is.
        let look = Look { colour: false, ascii: false, width: 100 };
        let text = report.text(look, self.form, 0)?;
        put(&self.path, text.as_bytes())
    }
}
