//! The real program in a fresh folder: what it prints, and how it ends.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use tempfile::TempDir;

/// A policy that nothing is wrong with.
pub const GOOD: &str = "policy small \"Small\" {\n  written in en\n}\n";

/// A fresh folder with these files.
pub fn folder<'a, B: AsRef<[u8]> + 'a>(files: impl IntoIterator<Item = (&'a str, B)>) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (path, bytes) in files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().expect("a folder around it")).expect("a folder");
        fs::write(path, bytes).expect("a file");
    }
    folder
}

/// The program in a folder, with these words behind its name.
pub fn avouch(folder: &Path, arguments: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_avouch"));
    command.args(arguments.split_whitespace()).current_dir(folder).env_clear().stdin(Stdio::null());
    command
}

/// What the program prints for these words, and its exit code; standard output and standard error as a person sees them.
pub fn shown(folder: &Path, arguments: &str) -> String {
    ended(folder, arguments, avouch(folder, arguments))
}

/// The same of a command that was prepared otherwise.
pub fn ended(folder: &Path, arguments: &str, mut command: Command) -> String {
    let output = command.output().expect("the program runs");
    let code = output.status.code().unwrap_or_else(|| panic!("ended by a signal: {}", output.status));
    assert!(
        code <= 2,
        "an exit code of the command line: {code}\n{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let mut text = format!("$ avouch {arguments}\n");
    for stream in [output.stdout, output.stderr] {
        let stream = String::from_utf8(stream).expect("UTF-8");
        assert!(!stream.contains("panicked"), "{stream}");
        for line in stream.replace(folder.to_str().expect("UTF-8"), "DIR").lines() {
            text.push_str(without_time(line));
            text.push('\n');
        }
    }
    text + &format!("exit code {code}\n")
}

/// How long a run took is the only thing that differs from run to run.
fn without_time(line: &str) -> &str {
    match line.rfind(" (") {
        Some(at) if line.ends_with(" ms)") => &line[..at],
        Some(_) | None => line,
    }
}

/// What `check` shows of one file.
pub fn checked(bytes: impl AsRef<[u8]>) -> String {
    let folder = folder([("a.policy", bytes)]);
    shown(folder.path(), "check a.policy")
}
