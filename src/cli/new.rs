//! `avouch new`: a policy to start from, with `?` where figures are due.
//!
//! In: a name and the choice of a template. Out: one new file, never in the place of another, and what to do next. The
//! templates are policies themselves (`templates/`, beside this file), in which only the header is changed.

use std::fs::{self, OpenOptions};
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use super::Outcome;
use super::disk::slashed;
use super::failure::{Failure, reason};
use super::terminal::Terminal;
use crate::analysis::{Memory, analyse};
use crate::config::Settings;
use crate::diagnostic::registry;
use crate::diagnostic::render::escape;

/// How the header of every template begins.
const HEADER: &str = "policy new-policy \"New policy\" {";
/// Words of logic and value, which are no names.
const RESERVED: [&str; 16] = [
    "and",
    "or",
    "not",
    "when",
    "unless",
    "is",
    "any",
    "other",
    "every",
    "none",
    "yes",
    "no",
    "always",
    "unlimited",
    "only",
    "except",
];

#[derive(Args, Debug)]
pub struct Arguments {
    /// What the policy is called in links and file names: small letters, digits and hyphens, as `acme-support`
    name: String,
    /// What to start from
    #[arg(long, value_enum, default_value_t)]
    template: Template,
    /// The file to write, NAME.policy unless said; `-` for standard output
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Template {
    /// A full policy in thirteen sections, from introduction to contact
    #[default]
    Outline,
    /// A small software company with two plans and office hours
    Vendor,
    /// An open-source project whose people work for nothing
    OpenSource,
    /// The help desk of an organisation, for its own people
    Internal,
}

impl Template {
    fn text(self) -> &'static str {
        match self {
            Self::Outline => include_str!("templates/outline.policy"),
            Self::Vendor => include_str!("templates/vendor.policy"),
            Self::OpenSource => include_str!("templates/open-source.policy"),
            Self::Internal => include_str!("templates/internal.policy"),
        }
    }
}

pub fn run(arguments: &Arguments, terminal: &mut Terminal) -> Result<Outcome, Failure> {
    let name: String = arguments.name.nfc().collect();
    check_name(&name)?;
    let text = filled(arguments.template, &name);
    if arguments.output.as_deref().is_some_and(|output| output.as_os_str() == "-") {
        terminal.print(&text);
        return Ok(Outcome::Clean);
    }
    let place = arguments.output.clone().unwrap_or_else(|| PathBuf::from(format!("{name}.policy")));
    write(&place, &name, &text)?;
    let shown = escape(&slashed(&place)).into_owned();
    let quoted = if shown.contains(' ') { format!("\"{shown}\"") } else { shown.clone() };
    terminal.say(&format!("{shown} is there, with {} places to fill in, each marked `?`", unfilled(&text)));
    terminal.say(&format!("  avouch check {quoted}   lists them"));
    terminal.say(&format!("  avouch build {quoted}   makes the web page, at any time"));
    Ok(Outcome::Clean)
}

/// The template under a name, with a title made of it.
fn filled(template: Template, name: &str) -> String {
    let words = name.replace('-', " ");
    let mut letters = words.chars();
    let title: String = letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect();
    template.text().replacen(HEADER, &format!("policy {name} \"{title}\" {{"), 1)
}

/// How many places are marked `?`.
fn unfilled(text: &str) -> usize {
    let mut files = Memory::default();
    files.insert("new.policy", text);
    let analysis = analyse("new.policy", &files, &Settings::default());
    analysis.findings.iter().filter(|finding| finding.code.name == registry::UNFILLED.name).count()
}

/// Refuses what the language would not read as a name, with a name that it would.
fn check_name(name: &str) -> Result<(), Failure> {
    if is_name(name) {
        return Ok(());
    }
    let failure = Failure::new(format!("`{name}` cannot be the name of a policy"));
    Err(if RESERVED.contains(&name) {
        failure.help("it is a word of the language; a name of two words will do, as `acme-support`")
    } else if let Some(near) = near_name(name) {
        failure.help(format!(
            "try `{near}`: small letters, digits and single hyphens; the title can be anything"
        ))
    } else {
        failure.help("a name is of small letters, digits and single hyphens, and begins with a letter, as `acme-support`")
    })
}

/// As the grammar has it: words of letters and digits joined by single hyphens, beginning with a letter that is no capital.
fn is_name(name: &str) -> bool {
    let letter = |c: char| c.is_alphabetic() || is_combining_mark(c);
    let part = |part: &str| !part.is_empty() && part.chars().all(|c| letter(c) || c.is_ascii_digit());
    name.starts_with(|c: char| c.is_alphabetic() && !c.is_uppercase())
        && name.split('-').all(part)
        && !RESERVED.contains(&name)
}

/// The name that somebody may have meant: of `Acme Support.policy`, `acme-support`.
fn near_name(name: &str) -> Option<String> {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let stem = file.strip_suffix(".policy").unwrap_or(file);
    let kept = |c: char| if c.is_alphanumeric() || is_combining_mark(c) { c } else { ' ' };
    let spaced: String = stem.to_lowercase().chars().map(kept).collect();
    let near = spaced.split_whitespace().collect::<Vec<_>>().join("-");
    let near = near.trim_start_matches(|c: char| !c.is_alphabetic());
    is_name(near).then(|| near.to_owned())
}

/// Writes a file that is not there yet.
fn write(place: &Path, name: &str, text: &str) -> Result<(), Failure> {
    let shown = slashed(place);
    if place.is_dir() {
        return Err(Failure::new(format!("`{shown}` is a folder"))
            .help(format!("name a file in it, as `-o {}`", slashed(&place.join(format!("{name}.policy"))))));
    }
    if place.extension().is_none_or(|ending| ending != "policy") {
        return Err(Failure::new(format!(
            "`{shown}` does not end in `.policy`, so no command would find it"
        ))
        .help(format!("try `-o {}`", slashed(&place.with_extension("policy")))));
    }
    let cannot =
        |error: &std::io::Error| Failure::new(format!("`{shown}` cannot be written: {}", reason(error)));
    if let Some(folder) = place.parent() {
        fs::create_dir_all(folder).map_err(|error| cannot(&error))?;
    }
    let mut file = match OpenOptions::new().write(true).create_new(true).open(place) {
        Ok(file) => file,
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            return Err(Failure::new(format!("`{shown}` is there already, and is left as it is"))
                .help("choose another name, or another file with `-o`"));
        }
        Err(error) => return Err(cannot(&error)),
    };
    file.write_all(text.as_bytes()).map_err(|error| {
        // Half a policy would be in the way of the next try; if it cannot be removed either, the message stands.
        let _ = fs::remove_file(place);
        cannot(&error)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Level;

    #[test]
    fn every_template_begins_with_the_header_that_is_changed() {
        for template in Template::value_variants() {
            assert_eq!(template.text().matches(HEADER).count(), 1, "{template:?}");
        }
        let text = filled(Template::Vendor, "école-support");
        assert!(text.contains("policy école-support \"École support\" {"), "{text}");
    }

    #[test]
    fn names_are_those_of_the_language() {
        for good in ["acme", "acme-support", "a1", "サポート", "école", "plan-9"] {
            assert!(is_name(good), "{good}");
            let text = filled(Template::Outline, good);
            let mut files = Memory::default();
            files.insert("new.policy", text.as_str());
            let analysis = analyse("new.policy", &files, &Settings::default());
            let errors = analysis.findings.iter().filter(|finding| finding.level == Level::Error);
            let errors: Vec<&str> = errors.map(|finding| finding.message.as_str()).collect();
            assert_eq!(errors, [""; 0], "{good}");
        }
        for bad in
            ["", "Acme", "acme support", "acme--x", "-a", "a-", "9a", "a_b", "always", "a\"b", "a.policy"]
        {
            assert!(!is_name(bad), "{bad}");
        }
    }

    #[test]
    fn a_name_that_is_no_good_is_answered_with_one_that_is() {
        let near = |name| near_name(name);
        assert_eq!(near("Acme Support").as_deref(), Some("acme-support"));
        assert_eq!(near("policies/acme_support.policy").as_deref(), Some("acme-support"));
        assert_eq!(near("24 hours").as_deref(), Some("hours"));
        assert_eq!(near("!"), None);
        assert_eq!(near("Always"), None);
    }
}
