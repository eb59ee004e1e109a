//! The files of a git revision, read with the program `git` and never written.
//!
//! In: a revision and a path within the repository of the current folder. Out: the files below that path, and a way to read
//! every file of the revision. No shell is involved; nothing that a caller names can be taken for an option; no hook, filter or
//! editor runs, and nothing is fetched.

use std::collections::BTreeMap;
use std::io::{Read as _, Write as _};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Mutex;

use super::failure::{Failure, reason};
use crate::analysis::{Files, MAX_BYTES, ReadError, decode, normal};
use crate::time::Date;

/// How many links lead on from one another.
const MOST_LINKS: usize = 8;
/// The most files of policies that are read of a revision.
const MOST_FILES: usize = 20_000;

/// The policies that a path of a revision is or holds.
#[derive(Debug)]
pub struct Listed {
    /// Their paths, from the root of the repository and from there.
    pub files: Vec<(String, String)>,
    /// Whether it is a folder.
    pub folder: bool,
}

/// The tree of one revision.
#[derive(Debug)]
pub struct Revision {
    /// What it was called.
    pub name: String,
    /// The files, by their paths from the root of the repository.
    entries: BTreeMap<String, Entry>,
    /// The folder that `use` never leaves, with a `/` behind it; nothing is the whole repository.
    root: String,
    texts: Mutex<BTreeMap<String, Result<String, ReadError>>>,
    today: Option<Date>,
}

#[derive(Clone, Debug)]
struct Entry {
    object: String,
    link: bool,
    bytes: u64,
}

impl Revision {
    /// Opens a revision of the repository that the current folder is in.
    pub fn open(name: &str, today: Option<Date>) -> Result<Self, Failure> {
        // What is wrong with the repository is said before what is wrong with the name.
        top()?;
        // Nothing that is named may be taken for an option.
        if name.is_empty() || name.starts_with('-') {
            return Err(Failure::new(format!("`{name}` is no name of a revision"))
                .help("name one as `HEAD~1` or `v2`"));
        }
        let commit = format!("{name}^{{commit}}");
        let found = git(&["rev-parse", "--verify", "--quiet", &commit])?;
        let Some(commit) = found.text() else { return Err(unknown(name)) };
        let commit = commit.trim().to_owned();
        let listed = git(&["ls-tree", "-r", "-z", "-l", "--full-tree", &commit])?;
        let Some(listed) = listed.text() else {
            return Err(Failure::new(format!(
                "the files of the revision `{name}` cannot be listed: {}",
                listed.said()
            ))
            .help("if the clone is shallow or partial, fetch the rest: `git fetch --unshallow`"));
        };
        let entries = listed.split('\0').filter_map(entry).collect();
        let revision = Self {
            name: name.to_owned(),
            entries,
            root: String::new(),
            texts: Mutex::new(BTreeMap::new()),
            today,
        };
        Ok(revision)
    }

    /// The policy files below a path, with their paths from there; `use` stays in the workspace around it.
    pub fn below(&mut self, path: &str) -> Result<Listed, Failure> {
        let path = inside(path)?;
        let workspace = path.split('/').scan(String::new(), |folder, part| {
            let here = folder.clone();
            folder.push_str(part);
            folder.push('/');
            Some(here)
        });
        let mut folders: Vec<String> = workspace.collect();
        folders.push(format!("{path}/"));
        let with_settings =
            |folder: &&String| self.entries.contains_key(&normal(&format!("{folder}/avouch.toml")));
        if let Some(root) = folders.iter().rev().find(with_settings) {
            self.root = root.trim_start_matches('/').to_owned();
        }
        if self.entries.contains_key(&path) {
            self.fetch()?;
            let name = path.rsplit('/').next().unwrap_or(&path).to_owned();
            return Ok(Listed { files: vec![(path, name)], folder: false });
        }
        let folder = if path.is_empty() { String::new() } else { format!("{path}/") };
        let found: Vec<(String, String)> = self
            .entries
            .keys()
            .filter(|known| known.ends_with(".policy"))
            .filter_map(|known| Some((known.clone(), known.strip_prefix(&folder)?.to_owned())))
            // Hidden files and folders are left out, as they are on a disk.
            .filter(|(_, below)| !below.split('/').any(|part| part.starts_with('.')))
            .collect();
        if found.is_empty() {
            let there = self.entries.keys().any(|known| known.starts_with(&folder));
            let shown = if path.is_empty() { "." } else { path.as_str() };
            let message = if there {
                format!("there is no policy in `{shown}` in the revision `{}`", self.name)
            } else {
                format!("there is no file or folder `{shown}` in the revision `{}`", self.name)
            };
            return Err(Failure::new(message)
                .help("paths are those from the root of the repository, or from here with `./`"));
        }
        if found.len() > MOST_FILES {
            return Err(Failure::new(format!("more than {MOST_FILES} policies cannot be compared at once")));
        }
        self.fetch()?;
        Ok(Listed { files: found, folder: true })
    }

    /// Reads all policies of the workspace in one go, since each may use each.
    fn fetch(&mut self) -> Result<(), Failure> {
        let wanted: Vec<(String, Entry)> = self
            .entries
            .iter()
            .filter(|(path, _)| path.ends_with(".policy") && path.starts_with(&self.root))
            .filter(|(_, entry)| !entry.link && entry.bytes <= MAX_BYTES)
            .map(|(path, entry)| (path.clone(), entry.clone()))
            .take(MOST_FILES)
            .collect();
        let objects: Vec<&str> = wanted.iter().map(|(_, entry)| entry.object.as_str()).collect();
        let contents = batch(&objects)?;
        let mut texts = self.texts.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        for ((path, _), bytes) in wanted.into_iter().zip(contents) {
            texts.insert(path, decode(bytes));
        }
        Ok(())
    }

    fn found(&self, path: &str) -> Result<(String, Entry), ReadError> {
        let mut path = normal(path);
        for _ in 0..MOST_LINKS {
            if path.starts_with("..") || path.starts_with('/') || !path.starts_with(&self.root) {
                return Err(ReadError::OutsideWorkspace);
            }
            let Some(entry) = self.entries.get(&path) else {
                let folder = format!("{path}/");
                let is_folder = self.entries.keys().any(|known| known.starts_with(&folder));
                return Err(if is_folder { ReadError::IsFolder } else { ReadError::Missing });
            };
            if !entry.link {
                return Ok((path, entry.clone()));
            }
            let target = one(&entry.object).map_err(ReadError::Unreadable)?;
            path = crate::analysis::join(&path, &decode(target)?);
        }
        Err(ReadError::Unreadable("its links lead on for ever".to_owned()))
    }
}

impl Files for Revision {
    fn read(&self, path: &str) -> Result<String, ReadError> {
        let (path, entry) = self.found(path)?;
        let mut texts = self.texts.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if let Some(known) = texts.get(&path) {
            return known.clone();
        }
        if entry.bytes > MAX_BYTES {
            return Err(ReadError::TooLarge { bytes: entry.bytes });
        }
        let text = one(&entry.object).map_err(ReadError::Unreadable).and_then(decode);
        texts.insert(path, text.clone());
        text
    }

    fn today(&self) -> Option<Date> {
        self.today
    }
}

/// A path as git has it: from the root of the repository, or from the current folder where it begins with `./` or `../`.
fn inside(path: &str) -> Result<String, Failure> {
    if path.starts_with('/') {
        return Err(
            Failure::new(format!("`{path}` is no path within a repository")).help("name it from its root")
        );
    }
    let from_here = path == "." || path.starts_with("./") || path.starts_with("..");
    let prefix = if from_here {
        git(&["rev-parse", "--show-prefix"])?.text().unwrap_or_default()
    } else {
        String::new()
    };
    let path = normal(&format!("{}/{path}", prefix.trim())).trim_start_matches('/').to_owned();
    if path.starts_with("..") {
        return Err(Failure::new(format!("`{path}` lies outside the repository")));
    }
    Ok(path)
}

/// One line of `ls-tree -l`: mode, kind, object, size, and the path after a tab.
fn entry(line: &str) -> Option<(String, Entry)> {
    let (about, path) = line.split_once('\t')?;
    let mut words = about.split_whitespace();
    let (mode, kind, object, size) = (words.next()?, words.next()?, words.next()?, words.next()?);
    let entry = Entry { object: object.to_owned(), link: mode == "120000", bytes: size.parse().unwrap_or(0) };
    (kind == "blob").then(|| (path.to_owned(), entry))
}

fn unknown(name: &str) -> Failure {
    let failure = Failure::new(format!("there is no revision `{name}` in this repository"));
    let shallow = git(&["rev-parse", "--is-shallow-repository"]).ok().and_then(|said| said.text());
    if shallow.is_some_and(|said| said.trim() == "true") {
        return failure.help(
            "this clone holds only the latest revisions. Fetch the rest with `git fetch --unshallow`. \
             In a pipeline, let the checkout fetch all of them (`fetch-depth: 0`)",
        );
    }
    failure.help("name a commit, a branch or a tag that `git log` shows; fetch it first if it is elsewhere")
}

/// The root of the repository.
pub fn top() -> Result<std::path::PathBuf, Failure> {
    let found = git(&["rev-parse", "--show-toplevel"])?;
    if let Some(text) = found.text() {
        return Ok(Path::new(text.trim_end_matches('\n')).to_owned());
    }
    let said = found.said();
    if said.contains("not a git repository") {
        return Err(Failure::new("the current folder is in no git repository, so it has no revisions")
            .help("name files or folders instead, or run this within the repository"));
    }
    if said.contains("work tree") {
        return Err(Failure::new("this git repository has no files checked out")
            .help("run this in a clone with files"));
    }
    Err(Failure::new(format!("git cannot read this repository: {said}")))
}

/// What git answered.
struct Answer {
    ok: bool,
    out: Vec<u8>,
    err: Vec<u8>,
}

impl Answer {
    fn text(&self) -> Option<String> {
        self.ok.then(|| String::from_utf8_lossy(&self.out).into_owned())
    }

    /// What it said was wrong, in one line.
    fn said(&self) -> String {
        let text = String::from_utf8_lossy(&self.err).into_owned();
        let line = text.lines().find(|line| !line.trim().is_empty()).unwrap_or("it did not say why");
        line.trim_start_matches("fatal: ").to_owned()
    }
}

/// The program with settings under which it only reads what is there.
fn command() -> Command {
    let mut command = Command::new("git");
    command.arg("--no-pager").arg("--no-replace-objects");
    command.env("GIT_OPTIONAL_LOCKS", "0").env("GIT_TERMINAL_PROMPT", "0").env("GIT_NO_LAZY_FETCH", "1");
    command.env("LC_ALL", "C");
    command
}

fn failed(error: &std::io::Error) -> Failure {
    if error.kind() == std::io::ErrorKind::NotFound {
        return Failure::new("revisions need the program `git`, which is not there")
            .help("install git, or compare two files or folders");
    }
    Failure::new(format!("git cannot be run: {}", reason(error)))
}

fn git(arguments: &[&str]) -> Result<Answer, Failure> {
    let output = command().args(arguments).stdin(Stdio::null()).output().map_err(|error| failed(&error))?;
    Ok(Answer { ok: output.status.success(), out: output.stdout, err: output.stderr })
}

/// One object.
fn one(object: &str) -> Result<Vec<u8>, String> {
    let answer = git(&["cat-file", "blob", object]).map_err(|failure| failure.message)?;
    if answer.ok { Ok(answer.out) } else { Err(answer.said()) }
}

/// Many objects in one go, in their order.
fn batch(objects: &[&str]) -> Result<Vec<Vec<u8>>, Failure> {
    let mut child = command()
        .args(["cat-file", "--batch"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|error| failed(&error))?;
    let input = child.stdin.take();
    let mut asked = String::new();
    for object in objects {
        asked.push_str(object);
        asked.push('\n');
    }
    let mut out = Vec::new();
    // Both ends are served at once: either could be full while the other waits.
    let read = std::thread::scope(|scope| {
        scope.spawn(move || {
            if let Some(mut input) = input {
                // What cannot be written is missed when the answers are counted.
                let _ = input.write_all(asked.as_bytes());
            }
        });
        child.stdout.take().map_or(Ok(0), |mut output| output.read_to_end(&mut out))
    });
    let ended = child.wait();
    let broken = || {
        Failure::new("git did not give all files of the revision")
            .help("if the clone is partial, fetch the rest first")
    };
    read.and(ended).map_err(|error| failed(&error))?;
    let mut contents = Vec::with_capacity(objects.len());
    let mut rest = out.as_slice();
    for _ in objects {
        let end = memchr::memchr(b'\n', rest).ok_or_else(broken)?;
        let head = String::from_utf8_lossy(&rest[..end]).into_owned();
        let size: usize = head.rsplit(' ').next().and_then(|size| size.parse().ok()).ok_or_else(broken)?;
        let from = end + 1;
        let bytes = rest.get(from..from + size).ok_or_else(broken)?;
        contents.push(bytes.to_vec());
        rest = rest.get(from + size + 1..).unwrap_or_default();
    }
    Ok(contents)
}

#[cfg(test)]
mod tests {
    use super::entry;

    #[test]
    fn a_line_of_a_tree_is_read_with_blanks_in_its_path() {
        let (path, found) = entry("100644 blob 0123abcd     512\tpolicies/our support.policy").unwrap();
        assert_eq!(
            (path.as_str(), found.object.as_str(), found.bytes),
            ("policies/our support.policy", "0123abcd", 512)
        );
        assert!(!found.link);
        assert!(entry("120000 blob 0123abcd       9\tlink").unwrap().1.link);
        assert!(entry("160000 commit 0123abcd       -\tmodule").is_none());
    }
}
