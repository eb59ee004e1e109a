//! Output that cannot be written: what was there before is still there, and nothing is left half written.

use crate::program::{GOOD, avouch, ended, folder, shown};
use insta::assert_snapshot;
use std::fs;
use std::path::Path;

/// Every path below a folder with its text, in order.
fn contents(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.push((path.display().to_string(), Vec::new()));
            found.extend(contents(&path));
        } else {
            found.push((path.display().to_string(), fs::read(&path).unwrap()));
        }
    }
    found.sort();
    found
}

#[test]
fn an_output_folder_that_is_a_file_or_lies_below_one() {
    let folder = folder([("a.policy", GOOD), ("taken", "mine")]);
    let both = shown(folder.path(), "build a.policy -o taken")
        + &shown(folder.path(), "build a.policy -o taken/site");
    assert_snapshot!(both);
    assert_eq!(fs::read_to_string(folder.path().join("taken")).unwrap(), "mine");
}

#[test]
fn a_folder_and_a_file_of_somebody_else_where_output_has_to_be() {
    let folder = folder([
        ("a.policy", GOOD),
        ("one/small.html/x", ""),
        ("two/small.html", "mine"),
        ("three/.avouch-build.json", "{"),
    ]);
    let before = contents(folder.path());
    let mut all = String::new();
    for place in ["one", "two", "three"] {
        all += &shown(folder.path(), &format!("build a.policy -o {place}"));
    }
    assert_snapshot!(all);
    assert_eq!(contents(folder.path()), before);
}

#[cfg(unix)]
#[test]
fn an_output_folder_behind_links() {
    use std::os::unix::fs::symlink;

    let folder = folder([("a.policy", GOOD), ("real/keep", "mine"), ("elsewhere/small.html", "mine")]);
    symlink("real", folder.path().join("site")).unwrap();
    symlink("loop", folder.path().join("loop")).unwrap();
    fs::create_dir(folder.path().join("out")).unwrap();
    symlink("../elsewhere/small.html", folder.path().join("out/small.html")).unwrap();
    let mut all = String::new();
    for place in ["site", "loop", "out"] {
        all += &shown(folder.path(), &format!("build a.policy -o {place}"));
    }
    assert_snapshot!(all);
    assert_eq!(fs::read_to_string(folder.path().join("elsewhere/small.html")).unwrap(), "mine");
    assert_eq!(fs::read_to_string(folder.path().join("real/keep")).unwrap(), "mine");
}

/// The program as a user who may not write here, and the same for whoever runs this test.
#[cfg(unix)]
fn unprivileged(folder: &Path, arguments: &str) -> std::process::Command {
    use std::os::unix::process::CommandExt as _;

    let mut command = avouch(folder, arguments);
    let probe = tempfile::tempdir().unwrap();
    forbid(probe.path());
    if fs::write(probe.path().join("x"), "").is_ok() {
        // An administrator may write everywhere, so the program is run as nobody, from where that user can reach it.
        let program = folder.join(".program");
        // Copied by another process: a program cannot be run while one that another test starts still holds it open to write.
        let copied =
            std::process::Command::new("cp").arg(env!("CARGO_BIN_EXE_avouch")).arg(&program).status();
        assert!(copied.unwrap().success());
        allow(&program);
        allow(folder);
        command = std::process::Command::new(&program);
        command.args(arguments.split_whitespace()).current_dir(folder).env_clear().uid(65_534).gid(65_534);
    }
    command
}

#[cfg(unix)]
fn forbid(path: &Path) {
    use std::os::unix::fs::PermissionsExt as _;
    fs::set_permissions(path, fs::Permissions::from_mode(0o555)).unwrap();
}

#[cfg(unix)]
fn allow(path: &Path) {
    use std::os::unix::fs::PermissionsExt as _;
    fs::set_permissions(path, fs::Permissions::from_mode(0o755)).unwrap();
}

#[cfg(unix)]
#[test]
fn a_folder_that_may_not_be_written() {
    let folder = folder([("a.policy", GOOD)]);
    assert!(shown(folder.path(), "build a.policy").ends_with("exit code 0\n"));
    let before = contents(&folder.path().join("site"));
    fs::write(folder.path().join("a.policy"), GOOD.replace("\"Small\"", "\"Large\"")).unwrap();
    forbid(&folder.path().join("site"));
    let command = unprivileged(folder.path(), "build a.policy");
    assert_snapshot!(ended(folder.path(), "build a.policy", command));
    allow(&folder.path().join("site"));
    assert_eq!(contents(&folder.path().join("site")), before);
}

#[cfg(unix)]
#[test]
fn a_folder_that_may_not_be_read() {
    use std::os::unix::fs::PermissionsExt as _;

    let folder = folder([("a.policy", GOOD), ("b.policy", GOOD), ("closed/c.policy", GOOD)]);
    for name in ["a.policy", "closed"] {
        fs::set_permissions(folder.path().join(name), fs::Permissions::from_mode(0o000)).unwrap();
    }
    let command = unprivileged(folder.path(), "check a.policy");
    let file = ended(folder.path(), "check a.policy", command);
    let command = unprivileged(folder.path(), "check");
    assert_snapshot!(file + &ended(folder.path(), "check", command));
    allow(&folder.path().join("closed"));
}

/// A limit on the size of files stands for a disk that fills up while it is written.
#[cfg(unix)]
#[test]
fn a_disk_that_fills_up() {
    let folder = folder([("a.policy", GOOD)]);
    assert!(shown(folder.path(), "build a.policy").ends_with("exit code 0\n"));
    let before = contents(&folder.path().join("site"));
    let long = "A sentence of a policy that goes on for some time. ".repeat(400);
    fs::write(folder.path().join("a.policy"), format!("{GOOD}section s \"Text\" {{ \"{long}\" }}\n"))
        .unwrap();
    let mut command = std::process::Command::new("sh");
    let program = env!("CARGO_BIN_EXE_avouch");
    command.arg("-c").arg(format!("trap '' XFSZ; ulimit -f 8; exec '{program}' build a.policy"));
    command.current_dir(folder.path()).env_clear();
    assert_snapshot!(ended(folder.path(), "build a.policy", command));
    assert_eq!(contents(&folder.path().join("site")), before);
    assert!(shown(folder.path(), "build a.policy").ends_with("exit code 0\n"));
}

#[cfg(target_os = "linux")]
#[test]
fn a_device_in_the_place_of_the_output_folder() {
    let folder = folder([("a.policy", GOOD)]);
    assert_snapshot!(
        shown(folder.path(), "build a.policy -o /dev/full")
            + &shown(folder.path(), "build a.policy -o /proc/site")
    );
}

#[test]
fn names_that_are_one_file_on_some_disks() {
    let named = |name: &str| GOOD.replace("small", name);
    let cases = [("caf\u{e9}", "cafe\u{301}"), ("small", "small")];
    let mut all = String::new();
    for (one, other) in cases {
        let folder = folder([("a.policy", named(one)), ("b.policy", named(other))]);
        all += &shown(folder.path(), "build");
        assert!(!folder.path().join("site").exists());
    }
    assert_snapshot!(all);
}

#[test]
fn a_file_name_of_a_thousand_letters() {
    let folder = folder([("a.policy", GOOD.replace("small", &("long-".repeat(200) + "name")))]);
    assert_snapshot!(shown(folder.path(), "build"));
    assert!(!folder.path().join("site").exists());
}
