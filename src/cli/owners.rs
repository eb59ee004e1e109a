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
use crate::emit::html;

/// The name of all policies whose way is not text, which a list cannot name. Whether such a policy is still there cannot be
/// known, so what was made of it stays.
const NAMELESS: &str = "";

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
            let inside = place(&workspace.files, &target.path);
            let name = inside.and_then(|inside| way(&owners.folder, &workspace.root.join(inside)));
            let name = name.unwrap_or_else(|| NAMELESS.to_owned());
            owners.made.entry(name).or_default().extend(made.iter().map(|made| made.path.clone()));
        }
        owners
    }

    /// The files of earlier builds that stay: those of a policy that was not asked for and is still there.
    pub fn kept<'l>(&self, old: &'l Listed) -> BTreeSet<&'l str> {
        let others = old.policies.iter().filter(|(policy, _)| self.stays(policy));
        others.flat_map(|(_, files)| files.iter().map(String::as_str)).collect()
    }

    /// A policy that was not asked for and is still there, of which a file was made that this build makes otherwise. The style
    /// sheet is of every policy.
    pub fn other<'l>(&self, made: &BTreeMap<String, String>, old: &'l Listed) -> Option<(&'l str, &'l str)> {
        let replaced = |path: &str| {
            path != html::STYLE_SHEET_NAME
                && made
                    .get(path)
                    .is_some_and(|digest| old.files.get(path).is_some_and(|known| known != digest))
        };
        let others = old.policies.iter().filter(|(policy, _)| *policy != NAMELESS);
        let mut files = others.filter_map(|(policy, files)| {
            let file = files.iter().find(|path| replaced(path))?;
            self.stays(policy).then_some((policy.as_str(), file.as_str()))
        });
        files.next()
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
            // A file of which this build has made something else is still theirs too: their pages may need it.
            for path in files {
                if let Some(digest) = old.files.get(path) {
                    listed.files.entry(path.clone()).or_insert_with(|| digest.clone());
                }
            }
            listed.policies.entry(policy.clone()).or_default().extend(files.iter().cloned());
        }
        for files in listed.policies.values_mut() {
            files.retain(|path| listed.files.contains_key(path));
        }
        listed.policies.retain(|_, files| !files.is_empty());
        listed
    }

    fn stays(&self, policy: &str) -> bool {
        let there = || fs::metadata(self.folder.join(policy)).is_ok_and(|about| about.is_file());
        policy == NAMELESS || (!self.made.contains_key(policy) && there())
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

/// The way from a folder to a file, with `/`; the file as it is where no way leads to it, and none where that is not text.
fn way(folder: &Path, file: &Path) -> Option<String> {
    let shared = folder.components().zip(file.components()).take_while(|(one, other)| one == other).count();
    let way = if shared == 0 {
        file.to_owned()
    } else {
        let up = folder.components().skip(shared).map(|_| Component::ParentDir);
        up.chain(file.components().skip(shared)).collect::<PathBuf>()
    };
    way.to_str().is_some().then(|| slashed(&way))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_way_goes_up_and_down() {
        let way = |folder: &str, file: &str| way(Path::new(folder), Path::new(file)).unwrap();
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
