//! What happens when a file makes the library that reads it give up.
//!
//! Some faults of a Parquet file end the library in a panic rather than in an error. In: the path of the file that is read. Out: the same as for
//! every file that cannot be read: one line, no half of an output, exit code 2. Faults of our own are left as they are.

use std::io::Write as _;
use std::panic::PanicHookInfo;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use super::disk::slashed;

/// The files that have no name yet.
static UNNAMED: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

/// That a file is begun which may have to be taken away again.
pub fn begun(path: &Path) {
    UNNAMED.lock().unwrap_or_else(PoisonError::into_inner).push(path.to_owned());
}

/// From now on, that the library gives up is said of this file.
pub fn reads(path: &Path) {
    let message = format!("error: `{}` cannot be read: it is no whole Parquet file", slashed(path));
    let before = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |info| {
        if !is_of_library(info) {
            return before(info);
        }
        for path in UNNAMED.lock().unwrap_or_else(PoisonError::into_inner).drain(..) {
            // There is nobody left whom it could be told.
            let _ = std::fs::remove_file(path);
        }
        let _ = writeln!(
            std::io::stderr(),
            "{message}\n  help: it may be damaged, or cut off as it was copied; write or fetch it again"
        );
        std::process::exit(2);
    }));
}

fn is_of_library(info: &PanicHookInfo<'_>) -> bool {
    info.location().is_some_and(|place| names_library(place.file()))
}

/// Whether this is a file of the library, whose folder ends in its version.
fn names_library(file: &str) -> bool {
    file.split(['/', '\\']).any(|part| part.starts_with("parquet-"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn faults_of_our_own_are_not_those_of_the_library() {
        assert!(names_library("/home/one/.cargo/registry/src/index-1/parquet-60.1.0/src/column/reader.rs"));
        assert!(!names_library("src/cli/table.rs"));
        assert!(!names_library("src/evaluate/bulk/columnar/table.rs"));
    }
}
