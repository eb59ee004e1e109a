//! The disk as the compiler sees it: the files of one workspace and no other, links followed before that is decided.

use rustc_hash::FxHashMap;
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::time::SystemTime;

use super::failure::reason;
use super::large_pages;
use super::stamp::Stamp;
use crate::analysis::{Files, MAX_BYTES, ReadError, decode, normal};
use crate::emit::rules::sha256_hex;
use crate::time::Date;

/// Where a path leads: the folder of this number, and of the path what follows this byte.
#[derive(Clone, Copy, Debug)]
struct Known {
    folder: usize,
    below: usize,
}

/// A file as it was read.
#[derive(Debug)]
pub struct Taken {
    /// What it held.
    pub text: String,
    /// What the system said of it before it was read.
    pub stamp: Stamp,
    /// When the system was asked.
    pub at: SystemTime,
    digest: OnceLock<String>,
}

impl Taken {
    /// The digest of its text, worked out once.
    pub fn digest(&self) -> &str {
        self.digest.get_or_init(|| sha256_hex(self.text.as_bytes()))
    }
}

/// The files below a root.
#[derive(Debug)]
pub struct Disk {
    /// The root, with all links followed.
    root: PathBuf,
    /// Texts that stand for files, by key: one from standard input, and those of files while they are mended.
    overlay: BTreeMap<String, Result<String, ReadError>>,
    /// What is known already of where paths lead, by the paths as they are shown.
    known: FxHashMap<String, Known>,
    /// Folders in which files were found, with all links followed.
    folders: Vec<PathBuf>,
    /// The day on which they are looked at.
    today: Option<Date>,
    /// The files that were read, by the paths that were asked for; what they held only from the second time on.
    taken: Mutex<FxHashMap<String, Option<Arc<Taken>>>>,
}

impl Disk {
    /// The files below a root, which must be a path with all links followed.
    pub fn new(root: PathBuf) -> Self {
        Self {
            root,
            overlay: BTreeMap::new(),
            known: FxHashMap::default(),
            folders: Vec::new(),
            today: None,
            taken: Mutex::default(),
        }
    }

    /// The same files, looked at on a day.
    pub fn on(self, today: Option<Date>) -> Self {
        Self { today, ..self }
    }

    /// Makes room for what will be known of so many paths.
    pub fn expect(&mut self, count: usize) {
        self.known.reserve(count);
    }

    /// Keeps that a path leads to where its end says, from a folder with all links followed, so that the system is not asked again.
    pub fn know(&mut self, folder: &Path, below: &str, path: &str) {
        // A name that is shown otherwise than it is written is asked for when it is needed.
        let Some(start) = path.strip_suffix(below).map(str::len) else { return };
        if self.folders.last().is_none_or(|last| last != folder) {
            self.folders.push(folder.to_owned());
        }
        self.known.insert(path.to_owned(), Known { folder: self.folders.len() - 1, below: start });
    }

    /// Whether a path leads to a place below the root, if that is known without asking the system.
    pub fn leads_to(&self, path: &str, place: &str) -> Option<bool> {
        let Known { folder, below } = *self.known.get(path)?;
        let folder = self.folders[folder].to_str()?.strip_prefix(self.root.to_str()?)?;
        let inside = match folder {
            "" => place,
            folder => place.strip_prefix(folder.strip_prefix('/')?)?.strip_prefix('/')?,
        };
        Some(inside == &path[below..])
    }

    /// A path with all links followed.
    pub fn real(&self, path: &str) -> io::Result<PathBuf> {
        match self.known.get(path) {
            Some(known) => Ok(self.folders[known.folder].join(&path[known.below..])),
            None => fs::canonicalize(path),
        }
    }

    /// Lets these bytes stand for a path.
    #[must_use]
    pub fn with(mut self, path: &str, bytes: Vec<u8>) -> Self {
        self.overlay.insert(self.key(path), decode(bytes));
        self
    }

    /// Lets a text stand for a path from now on.
    pub fn put(&mut self, path: &str, text: String) {
        self.overlay.insert(self.key(path), Ok(text));
    }

    /// Whether a text stands for a path.
    pub fn stands_for(&self, path: &str) -> bool {
        self.overlaid(path).is_some()
    }

    fn overlaid(&self, path: &str) -> Option<&Result<String, ReadError>> {
        // The disk is asked for the key only where a text can stand for a file at all.
        if self.overlay.is_empty() { None } else { self.overlay.get(&self.key(path)) }
    }
}

impl Disk {
    /// A file below the root by its path with all links followed, from there.
    pub fn below<'a>(&self, real: &'a Path) -> Option<&'a Path> {
        real.strip_prefix(&self.root).ok()
    }

    /// A file as it was read. What is asked for again is kept, so that a file that many others use is read twice at most.
    pub fn take(&self, path: &str) -> Result<Arc<Taken>, ReadError> {
        let lock = || self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        let known = lock().get(path).cloned();
        if let Some(Some(taken)) = known {
            return Ok(taken);
        }
        let taken = Arc::new(self.take_now(path)?);
        lock().insert(path.to_owned(), known.map(|_| Arc::clone(&taken)));
        Ok(taken)
    }

    fn take_now(&self, path: &str) -> Result<Taken, ReadError> {
        let at = SystemTime::now();
        let real = self.real(path).map_err(|error| unread(path, &error))?;
        if !real.starts_with(&self.root) {
            // A path that looks as if it were inside surprises whoever did not make the link.
            let whole = std::path::absolute(path).map(|path| normal(&slashed(&path)));
            let inside = whole.is_ok_and(|path| Path::new(&path).starts_with(&self.root));
            return Err(if inside { ReadError::LeadsOutside } else { ReadError::OutsideWorkspace });
        }
        let about = fs::metadata(&real).map_err(|error| unread(path, &error))?;
        if about.is_dir() {
            return Err(ReadError::IsFolder);
        }
        // A pipe or a device could keep the reader waiting for ever.
        if !about.is_file() {
            return Err(ReadError::Unreadable("it is not an ordinary file".to_owned()));
        }
        if about.len() > MAX_BYTES {
            return Err(ReadError::TooLarge { bytes: about.len() });
        }
        large_pages::for_policy(about.len());
        let text = decode(fs::read(&real).map_err(|error| unread(path, &error))?)?;
        Ok(Taken { text, stamp: Stamp::of(&about), at, digest: OnceLock::new() })
    }
}

impl Files for Disk {
    fn read(&self, path: &str) -> Result<String, ReadError> {
        match self.overlaid(path) {
            Some(text) => text.clone(),
            None => self.take(path).map(|taken| match Arc::try_unwrap(taken) {
                Ok(own) => own.text,
                Err(kept) => kept.text.clone(),
            }),
        }
    }

    fn key(&self, path: &str) -> String {
        let real = self.real(path).or_else(|_| std::path::absolute(path));
        let inside = real.ok().and_then(|real| real.strip_prefix(&self.root).ok().map(slashed));
        inside.unwrap_or_else(|| normal(path))
    }

    fn today(&self) -> Option<Date> {
        self.today
    }
}

/// A path with `/` between its parts, whatever the system writes.
pub fn slashed(path: &Path) -> String {
    let text = path.to_string_lossy();
    if std::path::MAIN_SEPARATOR == '/' {
        text.into_owned()
    } else {
        text.replace(std::path::MAIN_SEPARATOR, "/")
    }
}

fn unread(path: &str, error: &io::Error) -> ReadError {
    match error.kind() {
        io::ErrorKind::NotFound if leads_nowhere(Path::new(path)) => {
            ReadError::Unreadable(NOWHERE.to_owned())
        }
        io::ErrorKind::NotFound => ReadError::Missing,
        io::ErrorKind::IsADirectory => ReadError::IsFolder,
        // The system takes no name with a zero byte.
        io::ErrorKind::InvalidInput => ReadError::Unreadable("no file can have this name".to_owned()),
        _ => ReadError::Unreadable(reason(error)),
    }
}

/// Why a link cannot be read whose file is gone.
pub const NOWHERE: &str = "it is a link to a file that is not there";

/// Whether a path that cannot be followed is a link.
pub fn leads_nowhere(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|about| about.is_symlink())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn workspace() -> (tempfile::TempDir, PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().canonicalize().unwrap().join("w");
        fs::create_dir_all(root.join("sub")).unwrap();
        fs::write(root.join("sub/a.policy"), "a").unwrap();
        fs::write(root.parent().unwrap().join("secret.policy"), "secret").unwrap();
        (folder, root)
    }

    fn at(root: &Path, path: &str) -> String {
        slashed(&root.join(path))
    }

    #[test]
    fn reading_stays_inside_the_workspace() {
        let (_keep, root) = workspace();
        let disk = Disk::new(root.clone());
        assert_eq!(disk.read(&at(&root, "sub/../sub/a.policy")), Ok("a".to_owned()));
        assert_eq!(disk.read(&at(&root, "../secret.policy")), Err(ReadError::OutsideWorkspace));
        assert_eq!(disk.read(&at(&root, "none.policy")), Err(ReadError::Missing));
        assert_eq!(disk.read(&at(&root, "sub")), Err(ReadError::IsFolder));
    }

    #[cfg(unix)]
    #[test]
    fn a_link_does_not_lead_out() {
        let (_keep, root) = workspace();
        std::os::unix::fs::symlink("../secret.policy", root.join("link.policy")).unwrap();
        std::os::unix::fs::symlink("..", root.join("up")).unwrap();
        std::os::unix::fs::symlink("sub/a.policy", root.join("inside.policy")).unwrap();
        let disk = Disk::new(root.clone());
        assert_eq!(disk.read(&at(&root, "link.policy")), Err(ReadError::LeadsOutside));
        assert_eq!(disk.read(&at(&root, "up/secret.policy")), Err(ReadError::LeadsOutside));
        assert_eq!(disk.read(&at(&root, "inside.policy")), Ok("a".to_owned()));
        assert_eq!(disk.key(&at(&root, "inside.policy")), "sub/a.policy");
    }

    #[test]
    fn where_a_found_file_leads_is_known_without_asking() {
        let (_keep, root) = workspace();
        let mut disk = Disk::new(root.clone());
        disk.know(&root.join("sub"), "a.policy", "w/sub/a.policy");
        disk.know(&root, "gone.policy", "w/gone.policy");
        let beside = root.with_file_name("w2");
        disk.know(&beside, "b.policy", "w2/b.policy");
        disk.know(&root, "written.policy", "w/shown.policy");
        assert_eq!(disk.leads_to("w/sub/a.policy", "sub/a.policy"), Some(true));
        assert_eq!(disk.leads_to("w/sub/a.policy", "sub/b.policy"), Some(false));
        assert_eq!(disk.leads_to("w/gone.policy", "gone.policy"), Some(true));
        assert_eq!(disk.leads_to("w/gone.policy", "sub/gone.policy"), Some(false));
        assert_ne!(disk.leads_to("w2/b.policy", "b.policy"), Some(true), "it lies beside the root");
        assert_eq!(disk.leads_to("w/shown.policy", "written.policy"), None);
        assert_eq!(disk.real("w/gone.policy").unwrap(), root.join("gone.policy"));
        assert!(disk.real("w/shown.policy").is_err());
    }

    #[test]
    fn a_file_that_is_too_large_is_not_read() {
        let (_keep, root) = workspace();
        let file = fs::File::create(root.join("large.policy")).unwrap();
        file.set_len(MAX_BYTES + 1).unwrap();
        let expected = Err(ReadError::TooLarge { bytes: MAX_BYTES + 1 });
        assert_eq!(Disk::new(root.clone()).read(&at(&root, "large.policy")), expected);
    }

    #[test]
    fn a_file_is_the_same_all_through_a_run_once_it_is_used_again() {
        let (_keep, root) = workspace();
        let path = at(&root, "sub/a.policy");
        let disk = Disk::new(root.clone());
        let first = disk.take(&path).unwrap();
        let second = disk.take(&path).unwrap();
        assert!(!Arc::ptr_eq(&first, &second), "what is read once is not kept");
        fs::write(&path, "b").unwrap();
        let third = disk.take(&path).unwrap();
        assert!(Arc::ptr_eq(&second, &third));
        assert_eq!((third.text.as_str(), third.digest()), ("a", sha256_hex(b"a").as_str()));
        assert_eq!(Disk::new(root).read(&path), Ok("b".to_owned()), "the next run reads anew");
    }

    #[test]
    fn a_text_can_stand_for_a_path() {
        let (_keep, root) = workspace();
        let path = at(&root, "sub/a.policy");
        let disk = Disk::new(root).with(&path, b"new".to_vec());
        assert_eq!(disk.read(&path), Ok("new".to_owned()));
        assert_eq!(disk.key(&path), "sub/a.policy");
    }
}
