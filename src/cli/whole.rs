//! A file that somebody asked for by its name: written whole or not at all.
//!
//! In: a path and what the file holds. Out: the file, new or in the place of the one that was there, behind a link too; or why
//! it could not be written, with the old one as it was. Reports, notices and manual pages are written so.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;

use super::disk::slashed;
use super::failure::{Failure, reason};
use super::stage;

/// Writes a file whole: whoever reads it meanwhile sees the old one or the new one.
pub fn put(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let shown = slashed(path);
    written(path, bytes)
        .map_err(|error| Failure::new(format!("`{shown}` cannot be written: {}", reason(&error))))
}

fn written(path: &Path, bytes: &[u8]) -> io::Result<()> {
    match fs::metadata(path) {
        Ok(about) if about.is_dir() => Err(io::Error::other("it is a folder")),
        Ok(about) if about.is_file() => stage::replace(path, bytes),
        // A device or a pipe takes what it is given.
        Ok(_) => fs::write(path, bytes),
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error),
        // A link that leads to nothing yet says where the file is to be.
        Err(_) if fs::symlink_metadata(path).is_ok() => fs::write(path, bytes),
        Err(_) => {
            let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
            let name = path.file_name().ok_or_else(|| io::Error::other("it names no file"))?;
            let files = [(name.to_string_lossy().into_owned(), bytes)];
            stage::move_in(folder.unwrap_or(Path::new(".")), &files).map_err(|(_, error)| error)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_new_or_replaced_and_nothing_else_is_touched() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("report.md");
        for text in ["one", "two"] {
            put(&path, text.as_bytes()).unwrap();
            assert_eq!(fs::read_to_string(&path).unwrap(), text);
        }
        let refused = put(folder.path(), b"three").unwrap_err().message;
        assert!(refused.contains("cannot be written") && refused.contains("folder"), "{refused}");
        assert!(put(&folder.path().join("none/report.md"), b"three").is_err());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_stays_one() {
        let folder = tempfile::tempdir().unwrap();
        let (path, link) = (folder.path().join("report.md"), folder.path().join("latest.md"));
        std::os::unix::fs::symlink("report.md", &link).unwrap();
        for text in ["one", "two"] {
            put(&link, text.as_bytes()).unwrap();
            assert_eq!(fs::read_to_string(&path).unwrap(), text);
            assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        }
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_device_says_that_it_is_full() {
        let refused = put(Path::new("/dev/full"), b"text").unwrap_err().message;
        assert!(refused.starts_with("`/dev/full` cannot be written"), "{refused}");
    }
}
