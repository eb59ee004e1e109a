//! Which policy a file in the output folder was made of, so that building one policy leaves what was made of another.
//!
//! In: the policies of a build with what was made of each, and what the list says of earlier builds. Out: which files of
//! earlier builds stay, and what the list says next. Policies are named by their way from the output folder, so that it
//! does not matter where a build is started.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Component, Path, PathBuf};

use super::discover::Targets;
use super::disk::slashed;
use super::list::Listed;
use super::output::Made;
use super::trace::place;

/// The policies of a build, and what was made of each.
#[derive(Debug, Default)]
pub struct Owners {
    folder: PathBuf,
    made: BTreeMap<String, BTreeSet<String>>,
}

impl Owners {
    /// The policies of a build, in the order of their targets, with what was made of each.
    pub fn new<'m>(folder: &Path, targets: &Targets, made: impl IntoIterator<Item = &'m [Made]>) -> Self {
        let folder = real(folder);
        let mut owners = Self { folder, made: BTreeMap::new() };
        for (target, made) in targets.files.iter().zip(made) {
            let Some(workspace) = targets.workspaces.get(target.workspace) else { continue };
            let Some(inside) = place(&workspace.files, &target.path) else { continue };
            let name = way(&owners.folder, &workspace.root.join(inside));
            owners.made.entry(name).or_default().extend(made.iter().map(|made| made.path.clone()));
        }
        owners
    }

    /// The files of earlier builds that stay: those of a policy that was not asked for and is still there.
    pub fn kept<'l>(&self, old: &'l Listed) -> BTreeSet<&'l str> {
        let others = old.policies.iter().filter(|(policy, _)| self.stays(policy));
        others.flat_map(|(_, files)| files.iter().map(String::as_str)).collect()
    }

    /// Whether nothing stands there of policies that were not asked for; if something does, each build looks whether they are
    /// still there.
    pub fn alone(&self, old: &Listed) -> bool {
        !old.policies.keys().any(|policy| self.stays(policy))
    }

    /// What the list says after this build: its own files, and those that stay.
    pub fn listed(&self, digests: &BTreeMap<String, String>, old: &Listed) -> Listed {
        let mut listed = Listed { files: digests.clone(), policies: self.made.clone() };
        for (policy, files) in old.policies.iter().filter(|(policy, _)| self.stays(policy)) {
            // A file that this build has made anew from something else is no longer theirs.
            let theirs =
                |path: &&String| digests.get(*path).is_none_or(|new| old.files.get(*path) == Some(new));
            let files: BTreeSet<String> = files.iter().filter(theirs).cloned().collect();
            for path in &files {
                if let Some(digest) = old.files.get(path) {
                    listed.files.entry(path.clone()).or_insert_with(|| digest.clone());
                }
            }
            listed.policies.insert(policy.clone(), files);
        }
        listed.policies.retain(|_, files| !files.is_empty());
        listed
    }

    fn stays(&self, policy: &str) -> bool {
        !self.made.contains_key(policy)
            && fs::metadata(self.folder.join(policy)).is_ok_and(|about| about.is_file())
    }
}

/// A path with all links followed, as far as it is there.
fn real(path: &Path) -> PathBuf {
    let mut ancestors = path.ancestors();
    let found = ancestors.find_map(|around| {
        let named = if around.as_os_str().is_empty() { Path::new(".") } else { around };
        Some(fs::canonicalize(named).ok()?.join(path.strip_prefix(around).ok()?))
    });
    found.unwrap_or_else(|| path.to_owned())
}

/// The way from a folder to a file, with `/`; the file as it is where no way leads to it.
fn way(folder: &Path, file: &Path) -> String {
    let shared = folder.components().zip(file.components()).take_while(|(one, other)| one == other).count();
    if shared == 0 {
        return slashed(file);
    }
    let up = folder.components().skip(shared).map(|_| Component::ParentDir);
    slashed(&up.chain(file.components().skip(shared)).collect::<PathBuf>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_way_goes_up_and_down() {
        let way = |folder: &str, file: &str| way(Path::new(folder), Path::new(file));
        assert_eq!(way("/home/a/site", "/home/a/one.policy"), "../one.policy");
        assert_eq!(way("/home/a/site/new", "/home/b/deep/one.policy"), "../../../b/deep/one.policy");
        assert_eq!(way("/home/a", "/home/a/one.policy"), "one.policy");
    }

    #[test]
    fn a_folder_that_is_not_there_yet_has_a_real_path() {
        let folder = tempfile::tempdir().unwrap();
        let there = fs::canonicalize(folder.path()).unwrap();
        assert_eq!(real(&folder.path().join("new/site")), there.join("new/site"));
    }
}
