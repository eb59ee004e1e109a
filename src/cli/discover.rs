//! From the paths of the command line to the policy files that they mean, each once, in one order on every machine.

use rustc_hash::{FxHashMap, FxHashSet};
use std::borrow::Cow;
use std::collections::hash_map::Entry;
use std::ffi::OsString;
use std::fs;
use std::path::{Component, Path, PathBuf};

use ignore::WalkBuilder;

use super::Profile;
use super::disk::{NOWHERE, leads_nowhere, slashed};
use super::failure::{Failure, reason};
use super::workspace::{Workspace, shown};
use crate::analysis::normal;
use crate::config::FILE_NAME;
use crate::diagnostic::render::Look;

/// The ending of a policy file.
const ENDING: &str = ".policy";

/// A policy file and the workspace that it belongs to.
#[derive(Debug)]
pub struct Target {
    /// The path as it is shown.
    pub path: String,
    /// Its place in the list of workspaces.
    pub workspace: usize,
}

/// What a command works on.
#[derive(Debug)]
pub struct Targets {
    /// The workspaces, in the order in which they were met.
    pub workspaces: Vec<Workspace>,
    /// The policy files, by path.
    pub files: Vec<Target>,
}

impl Targets {
    /// Lets a profile stand above those of the settings.
    pub fn ask_for(&mut self, profile: Option<Profile>) {
        for workspace in &mut self.workspaces {
            workspace.settings.asked = profile.map(Profile::of_findings);
        }
    }
}

/// Finds the policy files of files and folders; of the current folder when none is given.
pub fn discover(paths: &[PathBuf], look: Look) -> Result<Targets, Failure> {
    let here = [PathBuf::from(".")];
    let paths = if paths.is_empty() { &here } else { paths };
    let mut targets = Targets { workspaces: Vec::new(), files: Vec::new() };
    let mut all = Vec::with_capacity(paths.len());
    let mut inner: FxHashMap<PathBuf, usize> = FxHashMap::default();
    let mut last: Option<Folder> = None;
    for path in paths {
        let about = fs::metadata(path).map_err(|error| missing(path, &error))?;
        let path = straight(path);
        let path = path.as_ref();
        let around = add(&mut targets.workspaces, Workspace::of(path, look)?);
        let found = if about.is_dir() { walk(path)? } else { Found::alone(path)? };
        if found.files.is_empty() {
            return Err(Failure::new(format!("there is no policy in `{}`", shown(path))).help(
                "a policy is a file whose name ends in `.policy`; hidden and git-ignored files are left out",
            ));
        }
        all.push((path.to_owned(), about.is_dir(), around, found));
    }
    let again = again(all.iter().map(|(.., found)| found));
    for (at, (path, is_dir, around, found)) in all.iter().enumerate() {
        targets.files.reserve(found.files.len());
        targets.workspaces[*around].files.expect(found.files.len());
        for (number, (name, plain)) in found.files.iter().enumerate() {
            if again.contains(&(at, number)) {
                continue;
            }
            let file = Path::new(name);
            let below = found.below(name).filter(|_| *plain);
            let (before, own) = name.split_at(name.rfind(std::path::is_separator).map_or(0, |at| at + 1));
            // The files of a folder come one after the other.
            let of = if let Some(same) = last.take().filter(|last| last.text == before) {
                same
            } else {
                let folder = if *is_dir { Path::new(before) } else { path.as_path() };
                let workspace = match inner.get(folder).copied() {
                    Some(known) => known,
                    None => within(&mut targets.workspaces, *around, folder, look)?,
                };
                inner.insert(folder.to_owned(), workspace);
                let whole = normal(&shown(file));
                let shown = whole.strip_suffix(own).unwrap_or_default().to_owned();
                Folder { text: before.to_owned(), shown, workspace }
            };
            let path = of.shown.clone() + own;
            if let Some((base, below)) = found.base.as_deref().zip(below) {
                targets.workspaces[of.workspace].files.know(base, below, &path);
            }
            targets.files.push(Target { path, workspace: of.workspace });
            last = Some(of);
        }
    }
    targets.files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(targets)
}

/// What was found of a file that is found elsewhere too, by its place: of a file and the links to it the file itself is taken, of
/// several links the shortest, and of those the first by name, whatever the order in which folders were named or read.
fn again<'f>(all: impl ExactSizeIterator<Item = &'f Found>) -> FxHashSet<(usize, usize)> {
    let mut again = FxHashSet::default();
    let single = all.len() == 1;
    let mut taken: FxHashMap<OsString, (Rank<'f>, (usize, usize))> = FxHashMap::default();
    for (at, found) in all.enumerate() {
        // In one folder without links no file comes twice.
        if single && found.files.iter().all(|(_, plain)| *plain) {
            break;
        }
        for (number, (name, plain)) in found.files.iter().enumerate() {
            let file = Path::new(name);
            let real = found.real(file, found.below(name).filter(|_| *plain));
            let link = std::path::absolute(file).map_or(true, |path| path != real);
            let (rank, place) = ((link, name.len(), name.as_str()), (at, number));
            match taken.entry(real.into_os_string()) {
                Entry::Vacant(free) => _ = free.insert((rank, place)),
                Entry::Occupied(mut known) if rank < known.get().0 => {
                    again.insert(known.insert((rank, place)).1);
                }
                Entry::Occupied(_) => _ = again.insert(place),
            }
        }
    }
    again
}

/// Of equals the least is taken: whether a link stands for it, how long its name is, and its name.
type Rank<'f> = (bool, usize, &'f str);

/// A path that leads where it did once each `..` is taken away with the name before it: behind a link to a folder it does not, and
/// the path with all links followed is taken.
fn straight(path: &Path) -> Cow<'_, Path> {
    if !path.components().any(|part| part == Component::ParentDir) {
        return Cow::Borrowed(path);
    }
    let plain = fs::canonicalize(normal(&slashed(path))).ok();
    match fs::canonicalize(path) {
        Ok(real) if Some(&real) != plain.as_ref() => Cow::Owned(real),
        Ok(_) | Err(_) => Cow::Borrowed(path),
    }
}

/// The place of a workspace in the list, where it is put if it is new.
fn add(workspaces: &mut Vec<Workspace>, new: Workspace) -> usize {
    workspaces.iter().position(|known| known.root == new.root).unwrap_or_else(|| {
        workspaces.push(new);
        workspaces.len() - 1
    })
}

/// The workspace of a folder that was met on the way: its own or a nearer one, otherwise the one around.
fn within(
    workspaces: &mut Vec<Workspace>,
    around: usize,
    folder: &Path,
    look: Look,
) -> Result<usize, Failure> {
    let root = workspaces[around].root.as_path();
    let real = fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned());
    let nearer = real
        .ancestors()
        .take_while(|folder| *folder != root)
        .any(|folder| fs::symlink_metadata(folder.join(FILE_NAME)).is_ok());
    if nearer && real.starts_with(root) {
        Ok(add(workspaces, Workspace::of(folder, look)?))
    } else {
        Ok(around)
    }
}

/// Where settings can stand that count for some paths: in their folder and in all above it.
pub fn settings_around(paths: &[PathBuf]) -> Vec<PathBuf> {
    let here = [PathBuf::from(".")];
    let paths = if paths.is_empty() { &here } else { paths };
    let real = paths.iter().filter_map(|path| fs::canonicalize(path).ok());
    real.flat_map(|real| real.ancestors().map(|folder| folder.join(FILE_NAME)).collect::<Vec<_>>()).collect()
}

/// The settings that stand below some paths.
pub fn settings_below(paths: &[PathBuf]) -> Vec<PathBuf> {
    let here = [PathBuf::from(".")];
    let paths = if paths.is_empty() { &here } else { paths };
    let entries = paths.iter().flat_map(|path| walker(path).build().flatten());
    entries.map(ignore::DirEntry::into_path).filter(|path| path.ends_with(FILE_NAME)).collect()
}

/// A walk that leaves out what the project itself says is no part of it, whatever the settings of whoever runs this. Links to
/// folders are not followed, so a loop cannot arise; links to files are taken as the files that they name.
fn walker(folder: &Path) -> WalkBuilder {
    let mut walk = WalkBuilder::new(folder);
    walk.follow_links(false).git_global(false);
    walk
}

/// A folder in which files were found.
struct Folder {
    /// What stands before the names of its files, and as it is shown.
    text: String,
    shown: String,
    workspace: usize,
}

/// The policy files that a path means.
struct Found {
    /// The folder that was walked through, and where it leads with all links followed.
    folder: PathBuf,
    base: Option<PathBuf>,
    /// The files, and of each whether no link stands for it.
    files: Vec<(String, bool)>,
}

impl Found {
    /// A file that was named.
    fn alone(path: &Path) -> Result<Self, Failure> {
        let name = path.to_str().ok_or_else(|| nameless(path))?;
        Ok(Self { folder: PathBuf::new(), base: None, files: vec![(name.to_owned(), false)] })
    }

    /// What of a file's path lies below the folder.
    fn below<'p>(&self, name: &'p str) -> Option<&'p str> {
        self.base.as_ref()?;
        let below = name.strip_prefix(self.folder.to_str()?)?.trim_start_matches(std::path::MAIN_SEPARATOR);
        (!below.is_empty()).then_some(below)
    }

    /// Where a file lies, with all links followed.
    fn real(&self, file: &Path, below: Option<&str>) -> PathBuf {
        let plain = self.base.as_ref().zip(below).map(|(base, below)| base.join(below));
        plain.unwrap_or_else(|| fs::canonicalize(file).unwrap_or_else(|_| file.to_owned()))
    }
}

/// The policy files below a folder.
fn walk(folder: &Path) -> Result<Found, Failure> {
    let mut files: Vec<(String, bool)> = Vec::new();
    let mut unreadable: Option<PathBuf> = None;
    for entry in walker(folder).build() {
        let entry = entry.map_err(|error| {
            let place = refused(&error).unwrap_or(folder);
            // The text of this error names the place again, so only its kind is said.
            let words = error.io_error().map(|error| reason(&error.kind().into()));
            let words = words.unwrap_or_else(|| error.to_string());
            Failure::new(format!("`{}` cannot be read: {words}", shown(place)))
        })?;
        // A name that is an ending and nothing else is hidden anyway.
        if !entry.path().as_os_str().as_encoded_bytes().ends_with(ENDING.as_bytes()) {
            continue;
        }
        let plain = entry.file_type().is_some_and(|kind| kind.is_file());
        if plain || is_policy(entry.path()) {
            match entry.into_path().into_os_string().into_string() {
                Ok(path) => files.push((path, plain)),
                Err(path) => unreadable = unreadable.into_iter().chain([path.into()]).min(),
            }
        }
    }
    if let Some(path) = unreadable {
        return Err(nameless(&path));
    }
    // In one order on every machine; names are held against each other as they stand, which is enough for that.
    files.sort_unstable();
    Ok(Found { folder: folder.to_owned(), base: fs::canonicalize(folder).ok(), files })
}

/// A file whose name nobody could write down.
fn nameless(path: &Path) -> Failure {
    Failure::new(format!("the name of `{}` is not text in UTF-8", slashed(path)))
}

/// The place that an error is about.
fn refused(error: &ignore::Error) -> Option<&Path> {
    match error {
        ignore::Error::WithPath { path, .. } => Some(path),
        ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => refused(err),
        ignore::Error::Loop { child, .. } => Some(child),
        ignore::Error::Partial(_)
        | ignore::Error::Io(_)
        | ignore::Error::Glob { .. }
        | ignore::Error::UnrecognizedFileType(_)
        | ignore::Error::InvalidDefinition => None,
    }
}

/// Whether a path with the ending of a policy is a file. A link that leads nowhere is one that was lost, which is said.
fn is_policy(path: &Path) -> bool {
    match fs::metadata(path) {
        Ok(about) => about.is_file(),
        Err(_) => leads_nowhere(path),
    }
}

fn missing(path: &Path, error: &std::io::Error) -> Failure {
    let named = slashed(path);
    if error.kind() == std::io::ErrorKind::NotFound && leads_nowhere(path) {
        Failure::new(format!("`{named}` cannot be read: {NOWHERE}"))
    } else if error.kind() == std::io::ErrorKind::NotFound {
        Failure::new(format!("there is no file or folder `{named}`"))
    } else {
        Failure::new(format!("`{named}` cannot be read: {}", reason(error)))
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn of_a_file_and_its_links_one_is_taken_whatever_the_order() {
        let folder = tempfile::tempdir().unwrap();
        let root = fs::canonicalize(folder.path()).unwrap();
        for (real, links) in [
            ("z/deep/real.policy", &["a.policy", "b/c.policy"][..]),
            ("lone/hidden/.real.policy", &["y.policy", "x.policy", "aa/first.policy"][..]),
        ] {
            for path in links.iter().chain([&real]) {
                fs::create_dir_all(root.join(path).parent().unwrap()).unwrap();
            }
            fs::write(root.join(real), "policy a").unwrap();
            for link in links {
                std::os::unix::fs::symlink(root.join(real), root.join(link)).unwrap();
            }
        }
        let found = |paths: &[&str]| -> Vec<String> {
            let paths: Vec<PathBuf> = paths.iter().map(|path| root.join(path)).collect();
            let found = discover(&paths, Look { colour: false, ascii: false, width: 80 }).unwrap();
            let below = |target: &Target| {
                Path::new(&target.path).strip_prefix(&root).map(slashed).unwrap_or_default()
            };
            found.files.iter().map(below).collect()
        };
        // The file itself; where it is hidden, the shortest link, and of those the first by name.
        assert_eq!(found(&[""]), ["x.policy", "z/deep/real.policy"]);
        assert_eq!(found(&["b", "z"]), ["z/deep/real.policy"]);
        assert_eq!(found(&["z", "b"]), ["z/deep/real.policy"]);
        assert_eq!(found(&["b", "a.policy"]), found(&["a.policy", "b"]));
        assert_eq!(found(&["aa", "y.policy", "x.policy"]), ["x.policy"]);
    }

    #[test]
    fn a_path_that_goes_up_out_of_a_link_is_taken_as_the_system_takes_it() {
        let folder = tempfile::tempdir().unwrap();
        let root = fs::canonicalize(folder.path()).unwrap();
        fs::create_dir_all(root.join("deep/inner")).unwrap();
        std::os::unix::fs::symlink("deep/inner", root.join("link")).unwrap();
        fs::write(root.join("a.policy"), "one").unwrap();
        fs::write(root.join("deep/a.policy"), "other").unwrap();
        assert_eq!(straight(&root.join("link/../a.policy")), root.join("deep/a.policy"));
        assert_eq!(straight(&root.join("link/..")), root.join("deep"));
        let plain = root.join("deep/../a.policy");
        assert_eq!(straight(&plain).as_os_str(), plain.as_os_str());
    }
}
