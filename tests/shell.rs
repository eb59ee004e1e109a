//! For the shell: completions and manual pages know every command, and name what its help names.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::fs;
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

fn avouch(folder: &TempDir, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_avouch"))
        .args(arguments)
        .current_dir(folder.path())
        .env_clear()
        .stdin(Stdio::null())
        .output()
        .unwrap()
}

fn out(folder: &TempDir, arguments: &[&str]) -> String {
    let output = avouch(folder, arguments);
    assert_eq!(output.status.code(), Some(0), "{arguments:?}");
    String::from_utf8(output.stdout).unwrap()
}

/// The commands that the help lists.
fn commands(folder: &TempDir) -> Vec<String> {
    let help = out(folder, &["--help"]);
    let listed = help.split_once("Commands:\n").unwrap().1;
    let lines = listed.lines().take_while(|line| !line.is_empty());
    lines.filter_map(|line| line.split_whitespace().next()).map(str::to_owned).collect()
}

#[test]
fn every_shell_completes_every_command() {
    let folder = tempfile::tempdir().unwrap();
    let commands = commands(&folder);
    assert!(commands.len() > 7, "{commands:?}");
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = out(&folder, &["completions", shell]);
        for command in &commands {
            assert!(script.contains(command.as_str()), "{shell}: {command}");
        }
        assert!(script.contains("template"), "{shell}: options");
    }
}

#[test]
fn bash_reads_its_completions() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("avouch.bash"), out(&folder, &["completions", "bash"])).unwrap();
    let script = "source ./avouch.bash && COMP_WORDS=(avouch che) COMP_CWORD=1 && _avouch avouch che avouch \
                  && echo \"${COMPREPLY[@]}\"";
    let Ok(answer) = Command::new("bash").args(["-c", script]).current_dir(folder.path()).output() else {
        eprintln!("there is no bash here");
        return;
    };
    assert_eq!(String::from_utf8_lossy(&answer.stdout).trim(), "check", "{answer:?}");
}

#[test]
fn an_unknown_shell_is_answered_with_those_that_are_known() {
    let folder = tempfile::tempdir().unwrap();
    let output = avouch(&folder, &["completions", "cmd"]);
    assert_eq!(output.status.code(), Some(2));
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        assert!(told.contains(shell), "{told}");
    }
}

#[test]
fn there_is_a_manual_page_for_each_command() {
    let folder = tempfile::tempdir().unwrap();
    let main = out(&folder, &["man"]);
    assert!(main.contains(".TH avouch 1"), "{main}");
    drop(out(&folder, &["man", "-o", "man"]));
    let mut expected = vec!["avouch.1".to_owned()];
    for command in commands(&folder) {
        assert!(main.contains(&format!("avouch\\-{command}(1)")), "{command} is named on the main page");
        expected.push(format!("avouch-{command}.1"));
    }
    expected.sort();
    let mut pages: Vec<String> = fs::read_dir(folder.path().join("man"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    pages.sort();
    assert_eq!(pages, expected);
    assert_eq!(fs::read_to_string(folder.path().join("man/avouch.1")).unwrap(), main);
    let check = fs::read_to_string(folder.path().join("man/avouch-check.1")).unwrap();
    assert!(check.contains("\\-\\-fail\\-on"), "{check}");
}
