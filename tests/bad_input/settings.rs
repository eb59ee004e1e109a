//! Settings that cannot be used.

use crate::program::{GOOD, folder, shown};
use insta::assert_snapshot;

fn with(settings: impl AsRef<[u8]>) -> String {
    let folder = folder([("avouch.toml", settings.as_ref()), ("a.policy", GOOD.as_bytes())]);
    shown(folder.path(), "check")
}

#[test]
fn settings_that_are_no_toml() {
    assert_snapshot!(with("levels = [\n"));
    assert_snapshot!(with("[levels\nx = 1\n"));
    assert_snapshot!(with("\"\u{202e}\u{1b}[31m\" = 1\n"));
}

#[test]
fn settings_that_are_no_text() {
    assert_snapshot!(with(b"output = \"\xff\"\n"));
    assert_snapshot!(with(b"\xff\xfeo\0u\0t\0"));
    assert_snapshot!(with("output = \"a\0b\"\n"));
}

#[test]
fn settings_with_a_byte_order_mark_or_nothing_in_them() {
    assert_snapshot!(with("\u{feff}output = \"out\"\r\n"));
    assert_snapshot!(with(""));
}

#[test]
fn settings_of_another_kind_and_unknown_ones() {
    assert_snapshot!(with("output = 7\nfail-on = \"never\"\nunknown = 1\n[levels]\nsyntax = true\n"));
}

#[test]
fn huge_settings() {
    assert_snapshot!(with(format!("x = \"{}\"\n", "a".repeat(2_000_000))));
    assert_snapshot!(with(format!("x = {}{}\n", "[".repeat(10_000), "]".repeat(10_000))));
    assert_snapshot!(with("# nothing\n".repeat(2_000_000)));
}

#[test]
fn a_folder_in_the_place_of_the_settings() {
    let folder = folder([("avouch.toml/x", ""), ("a.policy", GOOD)]);
    assert_snapshot!(shown(folder.path(), "check"));
}

#[cfg(unix)]
#[test]
fn settings_that_are_a_link_to_nothing_or_to_a_device() {
    use std::os::unix::fs::symlink;

    let folder = folder([("a.policy", GOOD)]);
    symlink("gone.toml", folder.path().join("avouch.toml")).unwrap();
    assert_snapshot!(shown(folder.path(), "check"));
    std::fs::remove_file(folder.path().join("avouch.toml")).unwrap();
    symlink("/dev/zero", folder.path().join("avouch.toml")).unwrap();
    assert_snapshot!(shown(folder.path(), "check"));
}
