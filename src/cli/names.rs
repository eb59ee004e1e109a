//! Which names files can have in an output folder: they stay inside it and are different files on every system.

use std::borrow::Cow;
use std::collections::HashMap;

use unicode_normalization::UnicodeNormalization as _;

use super::failure::Failure;
use super::list::LIST;
use super::record::RECORD;

/// Whether a path is one that a build can write to.
pub fn check_path(path: &str) -> Result<(), Failure> {
    let folded = folded(path);
    if !is_inside(path) || folded == LIST || folded == RECORD {
        return Err(Failure::new(format!("`{path}` cannot be the name of a file in the output folder")));
    }
    Ok(())
}

/// Whether paths, each given once, are different files everywhere.
pub fn check_paths(paths: &[&str]) -> Result<(), Failure> {
    let mut seen: HashMap<Cow<'_, str>, &str> = HashMap::with_capacity(paths.len());
    for path in paths {
        if let Some(other) = seen.insert(folded(path), path) {
            return Err(collision(other, path));
        }
    }
    for path in paths.iter().filter(|path| path.contains('/')) {
        let folded = folded(path);
        let parents = folded.match_indices('/').map(|(end, _)| &folded[..end]);
        if let Some(file) = parents.into_iter().find_map(|parent| seen.get(parent)) {
            return Err(Failure::new(format!("`{file}` would be a file, and a folder for `{path}`"))
                .help("give one of the policies another name"));
        }
    }
    Ok(())
}

/// Two policies that would write one file.
pub fn collision(one: &str, other: &str) -> Failure {
    let message = if one == other {
        format!("two policies would both write `{one}`")
    } else {
        format!("`{one}` and `{other}` are one file on some systems")
    };
    Failure::new(message).help("give one of the policies another name")
}

/// Whether a path leads to a file inside the folder, on every system.
pub fn is_inside(path: &str) -> bool {
    let part = |part: &str| !part.is_empty() && part != "." && part != "..";
    path.split('/').all(part) && !path.contains(['\\', ':', '\0'])
}

/// The form in which paths are compared: systems differ in whether case and composition of letters count.
pub fn folded(path: &str) -> Cow<'_, str> {
    if !path.is_ascii() {
        path.nfc().collect::<String>().to_lowercase().nfc().collect()
    } else if path.bytes().any(|byte| byte.is_ascii_uppercase()) {
        Cow::Owned(path.to_ascii_lowercase())
    } else {
        Cow::Borrowed(path)
    }
}
