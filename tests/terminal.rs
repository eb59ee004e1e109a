//! Facts that `ask` asks for on a terminal, one by one, tried with a person's keys on a real pseudo terminal.
//!
//! The terminal is that of `script`, a program of util-linux. Where it is not there the tests say so and pass, except when `CI`
//! is `true`.

#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop where the tool may not")]

use std::io::{Read as _, Write as _};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

const POLICY: &str = r#"policy care "Care" { timezone Europe/Amsterdam; business hours office }
calendar office "Office" { open Mon..Fri 09:00..17:00; open on holidays }
severity critical "Critical"
severity normal   "Normal"
fact seats "Seats" { is a number }
commitment first-response "First response" {
  from  received
  until responded
  | severity | first-response   |
  |----------|------------------|
  | critical | 1 business hour  |
  | normal   | 4 business hours |
}
commitment visit "Visit" {
  within 5 business days when seats is at least 100
  within 9 business days when seats is less than 100
}
"#;

/// A terminal with a program in it.
struct Session {
    child: Child,
    keys: ChildStdin,
    shown: Receiver<u8>,
    text: String,
    _folder: tempfile::TempDir,
}

/// Whether there is a `script` that understands how it is called here.
fn has_script() -> bool {
    let version = Command::new("script").arg("--version").output();
    let there = version.is_ok_and(|output| String::from_utf8_lossy(&output.stdout).contains("util-linux"));
    if !there {
        let complaint = "there is no `script` of util-linux, so nothing is asked on a terminal here";
        assert!(std::env::var("CI").as_deref() != Ok("true"), "{complaint}");
        println!("{complaint}");
    }
    there
}

/// A program that an interrupt ends, even where these tests run in the background of a shell, which ignores interrupts and hands
/// that down.
fn with_interrupts(program: &str) -> Command {
    let mut command = Command::new("env");
    command.args(["--default-signal=INT", "true"]).stderr(Stdio::null());
    if command.status().is_ok_and(|status| status.success()) {
        let mut command = Command::new("env");
        command.args(["--default-signal=INT", program]);
        command
    } else {
        Command::new(program)
    }
}

/// Starts `avouch ask care.policy …` on a terminal.
fn session(arguments: &str) -> Session {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("care.policy"), POLICY).unwrap();
    let program = env!("CARGO_BIN_EXE_avouch");
    let line = format!("'{program}' ask care.policy {arguments}");
    let mut child = with_interrupts("script")
        .args(["--quiet", "--return", "--flush", "--command", &line, "/dev/null"])
        .current_dir(folder.path())
        .env("NO_COLOR", "1")
        .env("TERM", "xterm")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let keys = child.stdin.take().unwrap();
    let mut screen = child.stdout.take().unwrap();
    let (send, shown) = channel();
    std::thread::spawn(move || {
        let mut byte = [0];
        while screen.read(&mut byte).is_ok_and(|count| count == 1) && send.send(byte[0]).is_ok() {}
    });
    Session { child, keys, shown, text: String::new(), _folder: folder }
}

impl Session {
    /// Waits until something is on the screen, behind what was waited for before.
    fn wait_for(&mut self, words: &str) -> &mut Self {
        let mut bytes = Vec::new();
        loop {
            match self.shown.recv_timeout(Duration::from_secs(60)) {
                Ok(byte) => bytes.push(byte),
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => {
                    panic!("`{words}` does not come: {}{}", self.text, String::from_utf8_lossy(&bytes))
                }
            }
            if bytes.ends_with(words.as_bytes()) {
                self.text.push_str(&String::from_utf8_lossy(&bytes));
                return self;
            }
        }
    }

    fn press(&mut self, keys: &str) -> &mut Self {
        self.keys.write_all(keys.as_bytes()).unwrap();
        self.keys.flush().unwrap();
        self
    }

    /// Everything that was on the screen, without returns, and how the program ended.
    fn end(mut self) -> (String, Option<i32>) {
        let mut rest = Vec::new();
        loop {
            match self.shown.recv_timeout(Duration::from_secs(60)) {
                Ok(byte) => rest.push(byte),
                Err(RecvTimeoutError::Disconnected) => break,
                Err(RecvTimeoutError::Timeout) => {
                    let _ = self.child.kill();
                    panic!("it does not end: {}{}", self.text, String::from_utf8_lossy(&rest));
                }
            }
        }
        self.text.push_str(&String::from_utf8_lossy(&rest));
        let status = self.child.wait().unwrap();
        (self.text.replace('\r', ""), status.code())
    }
}

#[test]
fn a_fact_is_asked_for_by_name_and_by_number() {
    if !has_script() {
        return;
    }
    let mut session = session("--received 2026-04-10T10:00");
    session.wait_for("severity?").wait_for("severity = ").press("2\n");
    session.wait_for("Seats?").wait_for("seats = ").press("250\n");
    let (text, code) = session.end();
    assert_eq!(code, Some(0), "{text}");
    assert!(text.contains("  1  critical  Critical\n  2  normal  Normal\n"), "{text}");
    assert!(text.contains("Normal, Seats 250, received on Friday 10 April 2026 at 10:00"), "{text}");
    assert!(text.contains("First response   by Friday 10 April 2026 at 14:00"), "{text}");
    assert!(text.contains("Visit            by Friday 17 April 2026 at 17:00"), "{text}");
}

#[test]
fn a_wrong_answer_is_said_to_be_wrong_and_asked_for_again() {
    if !has_script() {
        return;
    }
    let mut session = session("seats=20 --received 2026-04-10T10:00");
    session.wait_for("severity = ").press("urgent\n");
    session.wait_for("`urgent` is no value of `severity`").wait_for("severity = ").press("3\n");
    session.wait_for("`3` is no value of `severity`").wait_for("severity = ").press("critical\n");
    let (text, code) = session.end();
    assert_eq!(code, Some(0), "{text}");
    assert!(text.contains("by Friday 10 April 2026 at 11:00"), "{text}");
}

#[test]
fn what_is_left_open_is_said_to_depend_on_it_and_the_rest_is_answered() {
    if !has_script() {
        return;
    }
    let mut session = session("--received 2026-04-10T10:00");
    session.wait_for("severity = ").press("\n").wait_for("seats = ").press("20\n");
    let (text, code) = session.end();
    assert_eq!(code, Some(0), "{text}");
    assert!(text.contains("First response   depends on Severity\n"), "{text}");
    assert!(text.contains("Visit            by Thursday 23 April 2026 at 17:00"), "{text}");
}

#[test]
fn the_end_of_input_is_the_end_of_the_questions() {
    if !has_script() {
        return;
    }
    let mut session = session("--received 2026-04-10T10:00");
    session.wait_for("severity = ").press("\u{4}");
    let (text, code) = session.end();
    assert_eq!(code, Some(2), "{text}");
    assert!(
        text.contains("\nerror: `first-response` depends on `severity`, which was not given\n"),
        "{text}"
    );
}

#[test]
fn an_interrupt_ends_it_without_an_answer() {
    if !has_script() {
        return;
    }
    let mut session = session("--received 2026-04-10T10:00");
    session.wait_for("severity = ").press("\u{3}");
    let (text, code) = session.end();
    // As every program that is interrupted: 128 and the number of the signal.
    assert_eq!(code, Some(130), "{text}");
    assert!(!text.contains("Covered"), "{text}");
}

#[test]
fn nothing_is_asked_where_nobody_can_answer() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("care.policy"), POLICY).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_avouch"));
    let output = command.current_dir(folder.path()).args(["ask", "care.policy"]).output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(said.contains("depends on `severity`") && !said.contains("Severity?"), "{said}");
}
