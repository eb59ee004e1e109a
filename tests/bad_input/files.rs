//! Files that are not there, cannot be read, or are no text.

use crate::program::{GOOD, avouch, checked, ended, folder, shown};
use insta::assert_snapshot;
use std::fs;
use std::io::Write as _;
use std::process::Stdio;

#[test]
fn a_file_that_is_missing() {
    let folder = folder([("b.policy", GOOD)]);
    assert_snapshot!(shown(folder.path(), "check a.policy"));
}

#[test]
fn a_folder_in_the_place_of_a_file() {
    let folder = folder([("a.policy/readme.txt", "")]);
    assert_snapshot!(shown(folder.path(), "check a.policy") + &shown(folder.path(), "rules a.policy"));
}

#[cfg(unix)]
#[test]
fn a_link_to_nothing_and_a_link_to_itself() {
    let folder = folder([("b.policy", GOOD)]);
    std::os::unix::fs::symlink("gone.policy", folder.path().join("a.policy")).unwrap();
    std::os::unix::fs::symlink("self.policy", folder.path().join("self.policy")).unwrap();
    let named = shown(folder.path(), "check a.policy") + &shown(folder.path(), "check self.policy");
    assert_snapshot!(named + &shown(folder.path(), "check"));
}

#[cfg(unix)]
#[test]
fn a_socket_in_the_place_of_a_file() {
    let folder = folder([("b.policy", GOOD)]);
    let _socket = std::os::unix::net::UnixListener::bind(folder.path().join("a.policy")).unwrap();
    assert_snapshot!(shown(folder.path(), "check a.policy"));
}

#[test]
fn a_picture_and_other_binary_files() {
    assert_snapshot!(checked(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\xff\xd8"));
    assert_snapshot!(checked(b"PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0\x9a\xf7word/document.xml"));
    assert_snapshot!(checked([0_u8; 64]));
}

#[test]
fn a_text_in_windows_1252() {
    assert_snapshot!(checked(b"policy cafe \"Caf\xe9\" {\n  written in en\n}\n"));
}

/// A text as UTF-16, the lower byte first.
fn utf16(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

#[test]
fn a_text_in_utf_16() {
    assert_snapshot!(checked([b"\xff\xfe".as_slice(), &utf16(GOOD)].concat()));
    let other: Vec<u8> = GOOD.encode_utf16().flat_map(u16::to_be_bytes).collect();
    assert_snapshot!(checked([b"\xfe\xff".as_slice(), &other].concat()));
}

#[test]
fn a_text_in_utf_16_without_a_mark() {
    assert_snapshot!(checked(utf16(GOOD)));
}

#[test]
fn a_byte_order_mark_is_no_part_of_the_text() {
    assert_snapshot!(checked(format!("\u{feff}{GOOD}")));
    assert_snapshot!(checked(format!("\u{feff}{}", GOOD.replace("written", "wirtten"))));
    assert_snapshot!(checked(format!("{GOOD}\u{feff}role lead \"Lead\"\n")));
}

#[test]
fn lines_may_end_as_in_windows_and_as_in_old_macs() {
    for ending in ["\r\n", "\r"] {
        assert_snapshot!(checked(GOOD.replace('\n', ending)));
        assert_snapshot!(checked(GOOD.replace("written", "wirtten").replace('\n', ending)));
    }
}

#[test]
fn an_empty_file_and_one_of_nothing_but_space() {
    assert_snapshot!(checked(""));
    assert_snapshot!(checked("\u{feff}"));
    assert_snapshot!(checked(" \n\t\r\n\n"));
    assert_snapshot!(checked("# to be written\n"));
    let folder = folder([("a.policy", "")]);
    assert_snapshot!(shown(folder.path(), "build a.policy") + &shown(folder.path(), "rules a.policy"));
}

#[test]
fn zero_bytes_in_a_text() {
    assert_snapshot!(checked("policy sm\0all \"Sm\0all\" {\n  written\0in en\n}\n\0"));
}

#[test]
fn a_file_that_is_too_large() {
    let folder = folder([("b.policy", GOOD)]);
    let file = fs::File::create(folder.path().join("a.policy")).unwrap();
    file.set_len(17_000_000).unwrap();
    assert_snapshot!(shown(folder.path(), "check a.policy"));
}

#[test]
fn bad_files_do_not_hide_good_ones() {
    let folder = folder([("a.policy", "policy \"\n"), ("c.policy", GOOD)]);
    fs::write(folder.path().join("b.policy"), b"\xff\xff").unwrap();
    assert_snapshot!(shown(folder.path(), "check --format concise") + &shown(folder.path(), "build"));
    assert!(!folder.path().join("site").exists());
}

#[cfg(target_os = "linux")]
#[test]
fn a_name_that_is_no_text_or_steers_a_terminal() {
    use std::os::unix::ffi::OsStrExt as _;

    let folder = folder([("\u{1b}[31mred\n\u{202e}.policy", "policy a\n")]);
    assert_snapshot!(shown(folder.path(), "check --format concise") + &shown(folder.path(), "check"));
    fs::write(folder.path().join(std::ffi::OsStr::from_bytes(b"\xff.policy")), GOOD).unwrap();
    assert_snapshot!(shown(folder.path(), "check"));
}

#[test]
fn standard_input_that_is_no_text() {
    let folder = folder([("input", b"\xff\xfep\0")]);
    let mut command = avouch(folder.path(), "check -");
    command.stdin(fs::File::open(folder.path().join("input")).unwrap());
    assert_snapshot!(ended(folder.path(), "check - < input", command));
}

#[cfg(unix)]
#[test]
fn a_reader_that_goes_away_is_no_fault() {
    let folder = folder([("a.policy", "nonsense\n".repeat(2_000))]);
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let mut command = avouch(folder.path(), "check --max-findings 0");
    command.stdout(writer);
    assert_snapshot!(ended(folder.path(), "check --max-findings 0 | true", command));
}

#[cfg(unix)]
#[test]
fn a_reader_of_answers_that_goes_away_ends_the_run() {
    let policy = "policy a \"A\" {\n  edition  2026\n  timezone Europe/Amsterdam\n}\n\
        severity high \"High\"\ncommitment reply \"Reply\" {\n  from received\n  until responded\n  within 4 hours\n}\n";
    let folder = folder([("a.policy", policy)]);
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let (rows, mut cases) = std::io::pipe().unwrap();
    let mut command = avouch(folder.path(), "evaluate a.policy -");
    let mut child = command.stdin(rows).stdout(writer).stderr(Stdio::null()).spawn().unwrap();
    drop(command);
    cases.write_all(b"severity,received\n").unwrap();
    // Far more rows than lie in the pipes and in the pieces that are worked on.
    let piece = "high,2026-04-10T17:00\n".repeat(50_000);
    let ended = (0..200).any(|_| cases.write_all(piece.as_bytes()).is_err());
    drop(cases);
    assert_eq!(child.wait().unwrap().code(), Some(0));
    assert!(ended, "the rest of the rows is not read");
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_behind_standard_output() {
    let folder = folder([("a.policy", GOOD)]);
    let mut command = avouch(folder.path(), "rules a.policy");
    command.stdout(fs::File::options().write(true).open("/dev/full").unwrap());
    assert_snapshot!(ended(folder.path(), "rules a.policy > /dev/full", command));
}
