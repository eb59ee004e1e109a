//! Writing a build into a folder: whole or not at all, nothing rewritten that has not changed, nothing touched that an
//! earlier build did not write.
//!
//! Files are put in while others are still being made: each is held against what is there and, where it differs, staged
//! beside its place. Only when all are made and nothing stands in the way is the stage moved in. What earlier builds wrote
//! stands in a small list in the output folder, with digests, so that files which are no longer made can be taken away and
//! everything else be left alone.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs::{self, Permissions};
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::disk::slashed;
use super::failure::Failure;
use super::list::{self, LIST, Listed};
use super::names::{check_path, check_paths, collision, folded};
use super::owners::Owners;
use super::record::RECORD;
use super::stage::{Stage, create_folders, move_in, move_staged, remove_abandoned, remove_empty};
use super::stamp::Stamp;
use super::standing::{There, cannot, stale, stands_in_the_way, there};
use super::written::Written;
use crate::emit::rules::sha256_hex;
use crate::emit::{Artifact, html};

/// A file that belongs to a build.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// Its path in the output folder.
    pub path: String,
    /// The digest of what it holds.
    pub digest: String,
    /// Its stamp, if it stands there from the last build and was not made again.
    pub kept: Option<Stamp>,
}

/// Where a file is that was put in.
#[derive(Clone, Copy, Debug)]
enum Place {
    /// Somebody is putting it in.
    Coming,
    /// It was there already.
    Same(Stamp),
    /// It was written into the folder that is not there yet.
    New(Stamp),
    /// It is staged under this number, and has this stamp there.
    Staged(usize, Stamp),
}

/// An output folder that a build is being put into. Until it is finished nothing in the folder changes.
pub struct Sink<'a> {
    folder: &'a Path,
    named: String,
    /// Whether the folder is not there yet. Then it is written beside its place and moved in as a whole.
    new: bool,
    /// What earlier builds wrote.
    pub old: Listed,
    /// The list that says so, as it stands on the disk.
    list: Option<Vec<u8>>,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    places: HashMap<String, (String, Place)>,
    staged: usize,
    /// The folder that is staged in, once there is something to stage.
    stage: Option<Stage>,
    /// The folders around it that were made for it.
    created: Vec<PathBuf>,
}

impl<'a> Sink<'a> {
    /// Looks at what is there.
    pub fn open(folder: &'a Path) -> Result<Self, Failure> {
        let named = slashed(folder);
        stands_in_the_way(folder, &named)?;
        let new = fs::symlink_metadata(folder).is_err_and(|error| error.kind() == ErrorKind::NotFound);
        let list = if new { None } else { list::read(folder, &named)? };
        let old = list.as_deref().map_or_else(|| Ok(Listed::default()), |list| list::of(list, &named))?;
        Ok(Self { folder, named, new, old, list, state: Mutex::default() })
    }

    /// Takes one file of the build. Of several with one path the first is taken; whether they are the same is seen at the
    /// end.
    pub fn put(&self, artifact: &Artifact) -> Result<Made, Failure> {
        let Artifact { path, bytes } = artifact;
        // Every page comes with the one style sheet.
        let sheet = if path == html::STYLE_SHEET_NAME { self.known(path) } else { None };
        if let Some(digest) = sheet {
            return Ok(Made { path: path.clone(), digest, kept: None });
        }
        check_path(path)?;
        let digest = sha256_hex(bytes);
        let made = Made { path: path.clone(), digest: digest.clone(), kept: None };
        {
            let mut state = self.state();
            if state.places.contains_key(path) {
                return Ok(made);
            }
            state.places.insert(path.clone(), (digest.clone(), Place::Coming));
        }
        let place = if self.new {
            let stage = self.stage()?;
            Place::New(
                write(&stage.join("whole").join(path), bytes, None)
                    .map_err(|error| self.cannot_be_new(path, &error))?,
            )
        } else {
            match there(self.folder, artifact, &self.old.files)? {
                There::Same(stamp) => Place::Same(stamp),
                There::Different(permissions) => {
                    let (number, stamp) = self.staged(path, bytes, permissions)?;
                    Place::Staged(number, stamp)
                }
            }
        };
        self.state().places.insert(path.clone(), (digest, place));
        Ok(made)
    }

    /// Moves in what was put in, and takes away what earlier builds made of the same policies and this one did not, or of
    /// policies that are gone. `all` is everything that belongs to the build, and `owners` of which policy it is; `record` makes
    /// what is remembered of it, of the stamps of the list and of all files.
    pub fn finish(
        self,
        all: &[Made],
        owners: &Owners,
        record: impl FnOnce(Stamp, &BTreeMap<String, Stamp>) -> Option<Vec<u8>>,
    ) -> Result<Written, Failure> {
        let mut files: BTreeMap<&str, &Made> = BTreeMap::new();
        let mut order = Vec::with_capacity(all.len());
        for made in all {
            match files.insert(&made.path, made) {
                None => order.push(made.path.as_str()),
                Some(other) if other.digest == made.digest => {}
                Some(_) => return Err(collision(&made.path, &made.path)),
            }
        }
        check_paths(&order)?;
        let places: HashMap<String, (String, Place)> = std::mem::take(&mut self.state().places);
        let mut result = Written::default();
        let mut stamps = BTreeMap::new();
        let mut staged = Vec::new();
        let mut digests = BTreeMap::new();
        for (path, made) in &files {
            let listed = self.old.files.get(*path);
            let ours = match places.get(*path).map(|(_, place)| *place) {
                Some(Place::Same(stamp)) => {
                    stamps.insert((*path).to_owned(), stamp);
                    // A file of the same bytes that no build wrote is still not ours to take away later.
                    listed.is_some()
                }
                Some(Place::New(stamp)) => {
                    stamps.insert((*path).to_owned(), stamp);
                    true
                }
                Some(Place::Staged(number, stamp)) => {
                    staged.push((*path, number, stamp));
                    true
                }
                Some(Place::Coming) | None if listed == Some(&made.digest) => {
                    stamps.extend(made.kept.map(|stamp| ((*path).to_owned(), stamp)));
                    true
                }
                // The record says that it stands there, and the list has changed since, or the record is not ours.
                Some(Place::Coming) | None => return Err(self.meanwhile()),
            };
            if ours {
                digests.insert(made.path.clone(), made.digest.clone());
            }
        }
        if let Some((policy, path)) = owners.other(&digests, &self.old) {
            let named = format!("{}/{path}", self.named);
            return Err(Failure::new(format!(
                "`{named}` is what an earlier build made of another policy, `{policy}`"
            ))
            .help("give one of the two policies another name, or build into another folder with `-o`"));
        }
        for path in order {
            match places.get(path) {
                Some((_, Place::New(_) | Place::Staged(..))) => result.files.push(path.to_owned()),
                Some((_, Place::Same(_) | Place::Coming)) | None => result.unchanged += 1,
            }
        }
        if self.new {
            self.move_whole(owners.listed(&digests, &self.old), &stamps, record)?;
        } else {
            let (removed, list) = self.move_staged(&files, &digests, owners, &staged)?;
            result.removed = removed;
            for (path, _, stamp) in &staged {
                stamps.insert((*path).to_owned(), self.moved(path, *stamp));
            }
            // Without a record the next build does all of the work again, which is no reason to fail.
            let list = if owners.alone(&self.old) { self.moved(LIST, list) } else { Stamp::NONE };
            if let Some(bytes) = record(list, &stamps) {
                let _ = move_in(self.folder, &[(RECORD.to_owned(), bytes.as_slice())]);
            }
        }
        Ok(result)
    }

    /// Moves in a folder that was not there.
    fn move_whole(
        &self,
        listed: Listed,
        stamps: &BTreeMap<String, Stamp>,
        record: impl FnOnce(Stamp, &BTreeMap<String, Stamp>) -> Option<Vec<u8>>,
    ) -> Result<(), Failure> {
        let whole = self.stage()?.join("whole");
        let list = list::bytes(listed)?;
        let list = write(&whole.join(LIST), &list, None).map_err(|error| self.cannot(LIST, &error))?;
        if let Some(bytes) = record(list, stamps)
            && fs::write(whole.join(RECORD), bytes).is_err()
        {
            let _ = fs::remove_file(whole.join(RECORD));
        }
        fs::rename(&whole, self.folder).map_err(|error| match error.kind() {
            ErrorKind::DirectoryNotEmpty | ErrorKind::AlreadyExists => self.meanwhile(),
            _ => cannot(&self.named, &error),
        })?;
        self.state().created.clear();
        Ok(())
    }

    /// Moves files into a folder that is there and takes away stale ones; returns those, and the stamp of the list.
    fn move_staged(
        &self,
        files: &BTreeMap<&str, &Made>,
        digests: &BTreeMap<String, String>,
        owners: &Owners,
        staged: &[(&str, usize, Stamp)],
    ) -> Result<(Vec<String>, Stamp), Failure> {
        let made: BTreeSet<_> = files.keys().map(|path| folded(path)).collect();
        let kept = owners.kept(&self.old);
        let stale =
            stale(self.folder, &self.old.files, |path| made.contains(&folded(path)) || kept.contains(path));
        let listed = owners.listed(digests, &self.old);
        // Should the machine stop half-way, the list names the files of both builds, and the next build takes over.
        let mut between = listed.clone();
        let gone = stale.iter().filter_map(|path| Some((path.clone(), self.old.files.get(path)?.clone())));
        between.files.extend(gone);
        let between = list::bytes(between)?;
        let mut files: Vec<(String, PathBuf)> = Vec::with_capacity(staged.len() + 1);
        let about = fs::symlink_metadata(self.folder.join(LIST)).ok();
        let mut list = about.map_or(Stamp::NONE, |about| Stamp::of(&about));
        if self.list.as_ref() != Some(&between) {
            let (number, stamp) = self.stage_list(&between)?;
            list = stamp;
            files.push((LIST.to_owned(), self.stage()?.join(number.to_string())));
        }
        for (path, number, _) in staged {
            files.push(((*path).to_owned(), self.stage()?.join(number.to_string())));
        }
        if list::read(self.folder, &self.named)? != self.list {
            return Err(self.meanwhile());
        }
        let move_in = |files: &[(String, PathBuf)]| {
            move_staged(self.folder, files).map_err(|(path, error)| self.cannot(&path, &error))
        };
        move_in(&files)?;
        for path in &stale {
            let place = self.folder.join(path);
            fs::remove_file(&place).map_err(|error| self.cannot(path, &error))?;
            let parents = place.ancestors().skip(1).take_while(|parent| *parent != self.folder);
            let mut parents: Vec<PathBuf> = parents.map(Path::to_owned).collect();
            parents.reverse();
            remove_empty(&parents);
        }
        if !stale.is_empty() {
            let (number, stamp) = self.stage_list(&list::bytes(listed)?)?;
            list = stamp;
            move_in(&[(LIST.to_owned(), self.stage()?.join(number.to_string()))])?;
        }
        Ok((stale, list))
    }

    /// The stamp of a file that was moved in, if it is still the one that was staged.
    fn moved(&self, path: &str, staged: Stamp) -> Stamp {
        let about = fs::symlink_metadata(self.folder.join(path));
        about.map_or(Stamp::NONE, |about| Stamp::of(&about).moved_from(staged))
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The digest of a file that was put in already.
    fn known(&self, path: &str) -> Option<String> {
        self.state().places.get(path).map(|(digest, _)| digest.clone())
    }

    /// Puts a file where it can be moved in from.
    fn staged(
        &self,
        path: &str,
        bytes: &[u8],
        permissions: Option<Permissions>,
    ) -> Result<(usize, Stamp), Failure> {
        let stage = self.stage()?;
        let number = {
            let mut state = self.state();
            state.staged += 1;
            state.staged
        };
        let stamp = write(&stage.join(number.to_string()), bytes, permissions)
            .map_err(|error| self.cannot(path, &error))?;
        Ok((number, stamp))
    }

    /// Puts a list where it can be moved in from.
    fn stage_list(&self, list: &[u8]) -> Result<(usize, Stamp), Failure> {
        let permissions = fs::metadata(self.folder.join(LIST)).ok().map(|about| about.permissions());
        self.staged(LIST, list, permissions)
    }

    /// The folder that is staged in, on the same disk.
    fn stage(&self) -> Result<PathBuf, Failure> {
        let mut state = self.state();
        if let Some(stage) = &state.stage {
            return Ok(stage.path().to_owned());
        }
        let outer =
            self.folder.parent().filter(|outer| !outer.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let (around, named) = if self.new {
            (outer, self.named.clone())
        } else {
            (self.folder, format!("{}/{LIST}", self.named))
        };
        if self.new {
            state.created = create_folders(around).map_err(|error| cannot(&named, &error))?;
        }
        // What was interrupted before there was a folder lies around it.
        remove_abandoned(outer);
        remove_abandoned(around);
        let stage = Stage::in_use(around).map_err(|error| cannot(&named, &error))?;
        let path = stage.path().to_owned();
        state.stage = Some(stage);
        if self.new {
            fs::create_dir(path.join("whole")).map_err(|error| cannot(&named, &error))?;
        }
        Ok(path)
    }

    /// Why a file of a new folder cannot be written: where letters of both cases are one, another file may have its name.
    fn cannot_be_new(&self, path: &str, error: &io::Error) -> Failure {
        let state = self.state();
        let is_other = |other: &&String| *other != path && folded(other) == folded(path);
        let other = state.places.keys().find(is_other).filter(|_| error.kind() == ErrorKind::AlreadyExists);
        // Which of the two came first differs from run to run.
        other.map_or_else(
            || self.cannot(path, error),
            |other| collision(path.min(other.as_str()), path.max(other.as_str())),
        )
    }

    fn meanwhile(&self) -> Failure {
        Failure::new(format!("another build has written to `{}` meanwhile, so this one has not", self.named))
            .help("run it again")
    }

    fn cannot(&self, path: &str, error: &io::Error) -> Failure {
        cannot(&format!("{}/{path}", self.named), error)
    }
}

impl Drop for Sink<'_> {
    fn drop(&mut self) {
        let mut state = self.state();
        drop(state.stage.take());
        remove_empty(&std::mem::take(&mut state.created));
    }
}

/// Writes a file that is not there yet, and the folders around it; says what the system then says of it.
fn write(place: &Path, bytes: &[u8], permissions: Option<Permissions>) -> io::Result<Stamp> {
    let mut file = match fs::File::create_new(place) {
        Err(error) if error.kind() == ErrorKind::NotFound => {
            place.parent().map_or(Ok(()), fs::create_dir_all)?;
            fs::File::create_new(place)?
        }
        file => file?,
    };
    file.write_all(bytes)?;
    if let Some(permissions) = permissions {
        // Who may read a file is not ours to change.
        file.set_permissions(permissions)?;
    }
    Ok(Stamp::of(&file.metadata()?))
}

#[cfg(test)]
#[path = "output_tests.rs"]
mod tests;
