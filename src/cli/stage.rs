//! Putting files into place whole: each is written beside its place first and then moved there, so that no reader ever
//! sees half of one, and a failure on the way leaves everything as it was.

use std::fs::{self, File};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use tempfile::TempDir;

/// How the name of every stage begins; [`RANDOM`] letters and digits follow.
const PREFIX: &str = ".avouch-stage-";
const RANDOM: usize = 6;
/// The file in a stage that its build holds a lock on, and the name that it has until then.
const IN_USE: &str = "in-use";
const COMING: &str = "coming";
/// No build takes this long, so a stage that is older was left by one that was interrupted.
const ABANDONED: Duration = Duration::from_secs(60 * 60);

/// Makes a folder to stage in, which is removed when it is dropped.
pub fn stage_in(folder: &Path) -> io::Result<TempDir> {
    tempfile::Builder::new().prefix(PREFIX).rand_bytes(RANDOM).tempdir_in(folder)
}

/// A folder to stage in of which others see that it is in use, for as long as this process lives.
pub struct Stage {
    /// The system takes the lock away however the process ends; a file that is open cannot be removed everywhere, so it goes
    /// first.
    _in_use: Option<File>,
    folder: TempDir,
}

impl Stage {
    /// Makes one, which is removed when it is dropped.
    pub fn in_use(around: &Path) -> io::Result<Self> {
        let folder = stage_in(around)?;
        let coming = folder.path().join(COMING);
        let lock = || {
            let file = File::create(&coming)?;
            file.lock()?;
            // Whoever finds it finds it locked.
            fs::rename(&coming, folder.path().join(IN_USE))?;
            Ok::<_, io::Error>(file)
        };
        // Where the system knows no locks, age tells.
        let in_use = lock().ok();
        Ok(Self { _in_use: in_use, folder })
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        self.folder.path()
    }
}

/// Removes stages that builds left in a folder when they were interrupted, as far as the system lets it.
pub fn remove_abandoned(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    let now = SystemTime::now();
    for entry in entries.flatten() {
        let name = entry.file_name();
        let random = name.to_str().and_then(|name| name.strip_prefix(PREFIX));
        let ours = random.is_some_and(|text| {
            text.len() == RANDOM && text.bytes().all(|byte| byte.is_ascii_alphanumeric())
        });
        // A link is neither followed nor removed.
        let old = |about: fs::Metadata| {
            let age = about.modified().ok().and_then(|modified| now.duration_since(modified).ok());
            about.is_dir() && age.is_some_and(|age| age > ABANDONED)
        };
        let left = |stage: &Path| File::open(stage.join(IN_USE)).is_ok_and(|file| file.try_lock().is_ok());
        if ours && entry.metadata().is_ok_and(|about| about.is_dir() && left(&entry.path()) || old(about)) {
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}

/// What to do about a file with several names.
pub const APART: &str = "copy it, and move the copy into its place";

/// Whether what an author wrote may be replaced; otherwise why not. A file with several names would be one under this name and
/// stay the old one under the others, and written in place it could be lost half way.
pub fn may_be_rewritten(path: &Path) -> io::Result<()> {
    let about = fs::metadata(path)?;
    if about.permissions().readonly() {
        return Err(io::Error::new(ErrorKind::PermissionDenied, "it may only be read"));
    }
    if has_other_names(&about) {
        return Err(io::Error::other("it has another name too (a hard link), which would keep the old text"));
    }
    Ok(())
}

#[cfg(unix)]
fn has_other_names(about: &fs::Metadata) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    about.nlink() > 1
}

/// Elsewhere the system is not asked.
#[cfg(not(unix))]
fn has_other_names(_: &fs::Metadata) -> bool {
    false
}

/// Gives a staged file to whom the one in its place belongs, as far as the system lets us: only an administrator may give files
/// to others.
#[cfg(unix)]
fn keep_owner(staged: &Path, about: &fs::Metadata) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt as _, chown};
    let (owner, group) = (about.uid(), about.gid());
    let now = fs::metadata(staged)?;
    if (now.uid(), now.gid()) != (owner, group) && chown(staged, Some(owner), Some(group)).is_err() {
        // Who may not give it away may still be of its group.
        let _ = chown(staged, None, Some(group));
    }
    Ok(())
}

/// Elsewhere a file belongs to its folder.
#[cfg(not(unix))]
fn keep_owner(_: &Path, _: &fs::Metadata) -> io::Result<()> {
    Ok(())
}

/// Replaces one file that exists, following links.
pub fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let real = fs::canonicalize(path)?;
    if fs::metadata(&real)?.permissions().readonly() {
        return Err(io::Error::new(ErrorKind::PermissionDenied, "it may only be read"));
    }
    let (Some(folder), Some(name)) = (real.parent(), real.file_name()) else {
        return Err(io::Error::from(ErrorKind::IsADirectory));
    };
    move_in(folder, &[(name.to_string_lossy().into_owned(), bytes)]).map_err(|(_, error)| error)
}

/// Stages all files beside the folder's own, then moves each into place. A failure while staging changes nothing.
pub fn move_in(folder: &Path, files: &[(String, &[u8])]) -> Result<(), (String, io::Error)> {
    if files.is_empty() {
        return Ok(());
    }
    let stage = stage_in(folder);
    let first = files.first().map(|(path, _)| path.clone()).unwrap_or_default();
    let stage = stage.map_err(|error| (first, error))?;
    for (index, (path, bytes)) in files.iter().enumerate() {
        let staged = stage.path().join(index.to_string());
        let result = fs::write(&staged, bytes).and_then(|()| match fs::metadata(folder.join(path)) {
            // Whose a file is and who may read it is not ours to change; a new owner can take permissions away.
            Ok(about) => {
                keep_owner(&staged, &about).and_then(|()| fs::set_permissions(&staged, about.permissions()))
            }
            Err(_) => Ok(()),
        });
        result.map_err(|error| (path.clone(), error))?;
    }
    let staged: Vec<(String, PathBuf)> = files
        .iter()
        .enumerate()
        .map(|(at, (path, _))| (path.clone(), stage.path().join(at.to_string())))
        .collect();
    move_staged(folder, &staged)
}

/// Moves staged files into place, each by its path in the folder. The first failure undoes what was moved before it.
pub fn move_staged(folder: &Path, files: &[(String, PathBuf)]) -> Result<(), (String, io::Error)> {
    let mut created = Vec::new();
    for (path, _) in files {
        match folder.join(path).parent().map_or(Ok(Vec::new()), create_folders) {
            Ok(new) => created.extend(new),
            Err(error) => {
                remove_empty(&created);
                return Err((path.clone(), error));
            }
        }
    }
    let mut moved: Vec<(PathBuf, Option<PathBuf>)> = Vec::new();
    for (at, (path, staged)) in files.iter().enumerate() {
        let place = folder.join(path);
        let kept = staged.with_extension("old");
        // Nothing that comes after the last one can fail.
        let had = if at + 1 < files.len() { keep(&place, &kept) } else { Ok(false) };
        let result = had.and_then(|had| {
            fs::rename(staged, &place)?;
            moved.push((place, had.then_some(kept)));
            Ok(())
        });
        if let Err(error) = result {
            move_back(moved);
            remove_empty(&created);
            return Err((path.clone(), error));
        }
    }
    Ok(())
}

/// Gives a file a second name, so that it can be put back without ever having been away; says whether there was one.
fn keep(place: &Path, kept: &Path) -> io::Result<bool> {
    match fs::hard_link(place, kept) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(false),
        // Not every file system knows second names.
        Err(_) => fs::copy(place, kept).map(|_| true),
    }
}

/// Undoes what was moved, as far as the system lets it; the first failure is what the reader is told about.
fn move_back(moved: Vec<(PathBuf, Option<PathBuf>)>) {
    for (place, kept) in moved.into_iter().rev() {
        let _ = match kept {
            Some(kept) => fs::rename(kept, place),
            None => fs::remove_file(place),
        };
    }
}

/// Makes a folder and those above it; returns the ones that were not there, outermost first.
pub fn create_folders(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut missing: Vec<PathBuf> = folder
        .ancestors()
        .take_while(|path| !path.as_os_str().is_empty() && !path.exists())
        .map(Path::to_owned)
        .collect();
    missing.reverse();
    fs::create_dir_all(folder)?;
    Ok(missing)
}

/// Removes folders that are empty, innermost first; one that is not empty stays, which is right.
pub fn remove_empty(folders: &[PathBuf]) {
    for folder in folders.iter().rev() {
        let _ = fs::remove_dir(folder);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_replaced_with_its_permissions_and_behind_its_link() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.policy");
        fs::write(&path, "old").unwrap();
        replace(&path, b"new").unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "new");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
            let link = folder.path().join("link.policy");
            std::os::unix::fs::symlink("a.policy", &link).unwrap();
            replace(&link, b"newer").unwrap();
            assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
            assert_eq!(fs::read_to_string(&path).unwrap(), "newer");
            assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o640);
        }
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), if cfg!(unix) { 2 } else { 1 });
    }

    #[cfg(unix)]
    #[test]
    fn a_file_is_replaced_with_its_owner_where_the_system_lets_us() {
        use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, chown};
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.policy");
        fs::write(&path, "old").unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
        // Only an administrator can try it with another owner.
        let _ = chown(&path, Some(4711), Some(4712));
        let owner = |about: fs::Metadata| (about.uid(), about.gid(), about.permissions().mode() & 0o7777);
        let before = owner(fs::metadata(&path).unwrap());
        replace(&path, b"new").unwrap();
        assert_eq!(owner(fs::metadata(&path).unwrap()), before);
        assert_eq!(fs::read_to_string(&path).unwrap(), "new");
    }

    #[cfg(unix)]
    #[test]
    fn what_has_several_names_is_not_rewritten_under_one_of_them() {
        let folder = tempfile::tempdir().unwrap();
        let (path, other) = (folder.path().join("a.policy"), folder.path().join("b.policy"));
        fs::write(&path, "old").unwrap();
        assert!(may_be_rewritten(&path).is_ok());
        fs::hard_link(&path, &other).unwrap();
        assert!(may_be_rewritten(&path).unwrap_err().to_string().contains("another name"));
        fs::remove_file(&other).unwrap();
        assert!(may_be_rewritten(&path).is_ok());
    }

    #[cfg(unix)]
    #[test]
    fn only_stages_that_were_left_long_ago_are_removed() {
        let folder = tempfile::tempdir().unwrap();
        let old =
            [".avouch-stage-aB3xyz", ".avouch-stage-mine-too", "stage"].map(|name| folder.path().join(name));
        for path in &old {
            fs::create_dir(path).unwrap();
            fs::write(path.join("0"), "text").unwrap();
            let long_ago = SystemTime::now() - 2 * ABANDONED;
            fs::File::open(path).unwrap().set_modified(long_ago).unwrap();
        }
        let running = stage_in(folder.path()).unwrap();
        remove_abandoned(folder.path());
        assert_eq!(old.map(|path| path.exists()), [false, true, true]);
        assert!(running.path().exists());
    }

    #[test]
    fn a_stage_whose_build_is_gone_is_removed_and_one_in_use_is_not() {
        let folder = tempfile::tempdir().unwrap();
        let running = Stage::in_use(folder.path()).unwrap();
        let left = folder.path().join(".avouch-stage-aB3xyz");
        fs::create_dir(&left).unwrap();
        fs::write(left.join(IN_USE), "").unwrap();
        remove_abandoned(folder.path());
        assert_eq!((left.exists(), running.path().exists()), (false, true));
    }

    #[test]
    fn a_file_that_may_only_be_read_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.policy");
        fs::write(&path, "old").unwrap();
        let mut permissions = fs::metadata(&path).unwrap().permissions();
        permissions.set_readonly(true);
        fs::set_permissions(&path, permissions).unwrap();
        assert_eq!(replace(&path, b"new").unwrap_err().kind(), ErrorKind::PermissionDenied);
        assert_eq!(fs::read_to_string(&path).unwrap(), "old");
    }
}
