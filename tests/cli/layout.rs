//! `avouch fmt` from outside.

use super::{BAD, avouch, command, folder};
use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::Stdio;

/// A policy that is not laid out, and the same in the one layout.
const LOOSE: &str = "policy small \"Small\" {\n edition 2026;  written in en\n\n\n}\n";
const LAID_OUT: &str = "policy small \"Small\" {\n  edition    2026\n  written in en\n}\n";

#[test]
fn files_are_laid_out_and_then_stay_as_they_are() {
    let folder = folder(&[("a.policy", LOOSE.as_bytes()), ("sub/b.policy", LAID_OUT.as_bytes())]);
    let run = avouch(&folder, &["fmt", "--check"]);
    assert_eq!(
        (run.code, run.out.as_str(), run.err.as_str()),
        (1, "a.policy\n", "1 file would change, 1 unchanged\n")
    );
    let run = avouch(&folder, &["fmt", "--diff"]);
    assert_eq!(run.code, 0);
    insta::assert_snapshot!(run.out);
    assert_eq!(fs::read_to_string(folder.path().join("a.policy")).unwrap(), LOOSE);
    let run = avouch(&folder, &["fmt"]);
    assert_eq!((run.code, run.out.as_str(), run.err.as_str()), (0, "", "1 file laid out, 1 unchanged\n"));
    assert_eq!(fs::read_to_string(folder.path().join("a.policy")).unwrap(), LAID_OUT);
    let run = avouch(&folder, &["fmt", "--check"]);
    assert_eq!((run.code, run.out.as_str(), run.err.as_str()), (0, "", "2 files: all in the one layout\n"));
}

/// What comes of bytes on standard input.
fn piped(folder: &Path, arguments: &[&str], bytes: &[u8]) -> (i32, Vec<u8>, String) {
    let mut command = command(folder, arguments);
    let mut child =
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(bytes).unwrap();
    let output = child.wait_with_output().unwrap();
    (output.status.code().unwrap(), output.stdout, String::from_utf8(output.stderr).unwrap())
}

#[test]
fn what_cannot_be_laid_out_comes_back_byte_for_byte() {
    let folder = folder(&[]);
    for bytes in [b"role  a \"Caf\xe9\"\r\n".as_slice(), b"\xff", b"\xff\xfer\0o\0", b"role  a\r\rrole b\r"] {
        let (code, out, err) = piped(folder.path(), &["fmt", "-"], bytes);
        assert_eq!((code, out.as_slice()), (2, bytes), "{err}");
        assert!(!err.contains("fault of avouch"), "{err}");
        let (code, out, _) = piped(folder.path(), &["fmt", "-", "--check"], bytes);
        assert_eq!(
            (code, out.as_slice()),
            (2, b"".as_slice()),
            "nothing is laid out, and no text was asked for"
        );
    }
}

#[test]
fn standard_input_is_laid_out_on_standard_output() {
    let folder = folder(&[]);
    let laid_out = |text: &str, arguments: &[&str]| {
        let (code, out, err) = piped(folder.path(), arguments, text.as_bytes());
        (code, String::from_utf8(out).unwrap(), err)
    };
    assert_eq!(laid_out(LOOSE, &["fmt", "-"]), (0, LAID_OUT.to_owned(), String::new()));
    let run = laid_out(LOOSE, &["fmt", "-", "--check", "--stdin-filename", "a.policy"]);
    assert_eq!(run, (1, "a.policy\n".to_owned(), "1 file would change, 0 unchanged\n".to_owned()));
    let bad = "policy small \"Small\" {\nediton 2026\n}\n";
    let told =
        "1 file: all in the one layout; 1 place could not be read and stays as it is, see `avouch check`\n";
    assert_eq!(laid_out(bad, &["fmt", "-"]), (0, bad.to_owned(), told.to_owned()));
}

#[test]
fn a_file_that_cannot_be_read_does_not_keep_others_from_being_laid_out() {
    let folder = folder(&[("a.policy", BAD), ("b.policy", LOOSE.as_bytes())]);
    let run = avouch(&folder, &["fmt"]);
    assert_eq!((run.code, run.out.as_str()), (2, ""));
    insta::assert_snapshot!(run.err);
    assert_eq!(fs::read_to_string(folder.path().join("b.policy")).unwrap(), LAID_OUT);
}

#[cfg(unix)]
#[test]
fn a_file_with_several_names_is_left_as_it_is() {
    let folder = folder(&[("a.policy", LOOSE.as_bytes()), ("c.policy", LOOSE.as_bytes())]);
    fs::create_dir(folder.path().join("kept")).unwrap();
    let (path, other) = (folder.path().join("a.policy"), folder.path().join("kept/a.txt"));
    fs::hard_link(&path, &other).unwrap();
    let run = avouch(&folder, &["fmt"]);
    assert_eq!(
        (run.code, run.err.as_str()),
        (
            2,
            "error: `a.policy` cannot be written: it has another name too (a hard link), which would keep the old text\n  \
             help: copy it, and move the copy into its place\n1 file laid out, 0 unchanged, 1 left alone\n"
        )
    );
    assert_eq!(fs::read_to_string(&path).unwrap(), LOOSE);
    fs::remove_file(&other).unwrap();
    assert_eq!(avouch(&folder, &["fmt"]).code, 0);
    assert_eq!(fs::read_to_string(&path).unwrap(), LAID_OUT);
}
