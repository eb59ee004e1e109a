//! One version of policies, wherever it is: files and folders on the disk, or a revision of the git repository.
//!
//! In: what was named on the command line. Out: the analyses of its policies, each with its path from there and with a way to
//! read its files. What is named is looked for on the disk first; with a colon in it, it can be a revision and a path.

use std::path::{Path, PathBuf};

use super::discover::{Targets, discover};
use super::disk::slashed;
use super::failure::Failure;
use super::git::{self, Listed, Revision};
use super::report::outcome;
use super::run::{in_order, understand_all};
use super::terminal::Terminal;
use super::{Outcome, day};
use crate::analysis::versions::Version;
use crate::analysis::{Analysis, Files, understand};
use crate::config::Settings;
use crate::diagnostic::render::{Found, Look, escape, pretty};
use crate::diagnostic::{Diagnostic, Level};

/// A version that was named.
pub struct Named {
    /// As it was named.
    pub name: String,
    /// Whether it is a folder.
    pub folder: bool,
    place: Place,
    analyses: Vec<Analysis>,
    paths: Vec<String>,
}

enum Place {
    Disk(Targets),
    Revision(Revision),
}

impl Named {
    /// Reads what was named, whatever is wrong with it.
    pub fn open(name: &Path, look: Look) -> Result<Self, Failure> {
        let text = slashed(name);
        if name.exists() {
            return Self::on_disk(&text, name, look);
        }
        match text.split_once(':') {
            Some((revision, path)) => Self::in_revision(revision, path, path),
            None => Err(Failure::new(format!("there is no file or folder `{text}`"))
                .help("a revision is named with a path behind a colon: `HEAD~1:policies/`")),
        }
    }

    /// Reads the path of a version in another revision.
    pub fn beside(revision: &str, version: &Path) -> Result<Self, Failure> {
        let text = slashed(version);
        if !version.exists()
            && let Some((_, path)) = text.split_once(':')
        {
            return Self::in_revision(revision, path, path);
        }
        let from_here = match version.canonicalize().ok().filter(|_| version.is_absolute()) {
            Some(real) => {
                let top = git::top()?;
                let below = real.strip_prefix(top.canonicalize().unwrap_or(top)).map(slashed);
                below.map_err(|_| Failure::new(format!("`{text}` lies outside the repository")))?
            }
            None => format!("./{text}"),
        };
        Self::in_revision(revision, &text, &from_here)
    }

    /// Reads a path of a revision, which is shown as it was named.
    fn in_revision(revision: &str, shown: &str, path: &str) -> Result<Self, Failure> {
        let mut found = Revision::open(revision, day::today()?)?;
        let Listed { files, folder } = found.below(path)?;
        let settings = Settings::default();
        let analyses = in_order(files.len(), |index| understand(&files[index].0, &found, &settings));
        let name = format!("{revision}:{shown}");
        let paths = files.into_iter().map(|(_, below)| below).collect();
        Ok(Self { name, folder, place: Place::Revision(found), analyses, paths })
    }

    fn on_disk(text: &str, name: &Path, look: Look) -> Result<Self, Failure> {
        let folder = name.is_dir();
        let targets = discover(&[PathBuf::from(name)], look)?;
        let analyses = understand_all(&targets);
        let base = crate::analysis::normal(text);
        let paths = targets.files.iter().map(|target| {
            let below = target.path.strip_prefix(&base).map(|below| below.trim_start_matches('/'));
            let last = || target.path.rsplit('/').next().unwrap_or(&target.path);
            match below {
                Some(below) if folder && !below.is_empty() => below.to_owned(),
                Some(_) | None if folder => target.path.clone(),
                Some(_) | None => last().to_owned(),
            }
        });
        let paths = paths.collect();
        Ok(Self { name: text.to_owned(), folder, place: Place::Disk(targets), analyses, paths })
    }

    /// Itself, if nothing is wrong with it that would make a comparison worthless. What is wrong is said on standard error, and
    /// then there is only how the command ended.
    pub fn sound(self, terminal: &mut Terminal) -> Result<Self, Outcome> {
        // Examples and proofs were not looked at: that one of them fails does not change what is promised.
        let grave = |finding: &&Diagnostic| finding.code.level == Level::Error;
        let mut wrong = false;
        for analysis in &self.analyses {
            let mut found = analysis.findings.iter().filter(grave).peekable();
            if found.peek().is_none() {
                continue;
            }
            wrong = true;
            for finding in found {
                let found = Found { sources: &analysis.sources, finding };
                terminal.say(&pretty(found, terminal.look_err()));
            }
            let of = match &self.place {
                Place::Disk(_) => String::new(),
                Place::Revision(revision) => format!(" in {}", escape(&revision.name)),
            };
            terminal.say(&format!("nothing can be compared: {}{of} has errors", escape(&analysis.path)));
        }
        if wrong {
            if let Place::Disk(targets) = &self.place {
                return Err(outcome(&self.analyses, targets, None).max(Outcome::Failed));
            }
            return Err(Outcome::Failed);
        }
        Ok(self)
    }

    /// Its policies.
    pub fn versions(&self) -> Vec<Version<'_>> {
        let files = |index: usize| -> &dyn Files {
            match &self.place {
                Place::Disk(targets) => &targets.workspaces[targets.files[index].workspace].files,
                Place::Revision(revision) => revision,
            }
        };
        let all = self.analyses.iter().zip(&self.paths).enumerate();
        all.map(|(index, (analysis, path))| Version { analysis, path, files: files(index) }).collect()
    }

    /// Whether it has any policy.
    pub fn has_policies(&self) -> bool {
        self.analyses.iter().any(|analysis| analysis.program.is_some())
    }
}
