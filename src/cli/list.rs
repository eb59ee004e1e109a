//! The list of what builds wrote into a folder: paths, digests and policies, the same bytes for the same files.
//!
//! It says which files may be replaced, which may be taken away when they are no longer made, and of which policy each was
//! made.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::failure::Failure;
use super::standing::cannot;

/// The list, in the output folder.
pub const LIST: &str = ".avouch-build.json";
const FORMAT: &str = "avouch/build";

#[derive(Deserialize, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct List {
    format: String,
    format_version: u32,
    /// Paths with the SHA-256 digest of what was written.
    files: BTreeMap<String, String>,
    /// The policies, by their way from the output folder, with the files that were made of each.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    policies: BTreeMap<String, BTreeSet<String>>,
}

/// What a list says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listed {
    /// Paths with digests.
    pub files: BTreeMap<String, String>,
    /// Policies with the paths of what was made of each.
    pub policies: BTreeMap<String, BTreeSet<String>>,
}

/// The list as it stands on the disk; nothing where no build has been.
pub fn read(folder: &Path, named: &str) -> Result<Option<Vec<u8>>, Failure> {
    match fs::read(folder.join(LIST)) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(cannot(&format!("{named}/{LIST}"), &error)),
    }
}

/// What a list says.
pub fn of(bytes: &[u8], named: &str) -> Result<Listed, Failure> {
    let list = serde_json::from_slice::<List>(bytes).ok();
    let ours = list.filter(|list| list.format == FORMAT && list.format_version == 1);
    ours.map(|list| Listed { files: list.files, policies: list.policies }).ok_or_else(|| {
        Failure::new(format!("`{named}/{LIST}` is not a list that a build wrote"))
            .help("remove it together with what earlier builds wrote, or build into another folder with `-o`")
    })
}

/// The list as it stands on the disk.
pub fn bytes(Listed { files, policies }: Listed) -> Result<Vec<u8>, Failure> {
    let list = List { format: FORMAT.to_owned(), format_version: 1, files, policies };
    let mut bytes = serde_json::to_vec_pretty(&list)
        .map_err(|error| Failure::new(format!("the list of files cannot be written: {error}")))?;
    bytes.push(b'\n');
    Ok(bytes)
}
