//! Files that use files: in circles, out of the workspace, through links, and what is no policy.

use crate::program::{GOOD, folder, shown};
use insta::assert_snapshot;
use std::fmt::Write as _;

fn using(path: &str) -> String {
    format!("use \"{path}\"\n{GOOD}")
}

#[test]
fn a_file_that_uses_itself() {
    let folder = folder([("a.policy", using("a.policy")), ("p/b.policy", using("../p/./b.policy"))]);
    assert_snapshot!(shown(folder.path(), "check"));
}

#[test]
fn files_that_use_each_other_in_a_circle() {
    let lend = |next: &str| format!("use \"{next}\"\nrole of-{} \"A role\"\n", &next[..1]);
    let folder = folder([
        ("a.policy", using("b.policy")),
        ("b.policy", lend("c.policy")),
        ("c.policy", lend("b.policy")),
    ]);
    assert_snapshot!(shown(folder.path(), "check a.policy"));
}

#[test]
fn a_used_file_that_is_missing_a_folder_or_no_text() {
    let mut text = String::new();
    for path in
        ["none.policy", "sub", "text.policy", "", " ", ".", "..", "a\u{0}b.policy", "a\u{202e}.policy"]
    {
        let _ = writeln!(text, "use \"{path}\"");
    }
    let folder = folder([
        ("a.policy", (text + GOOD).into_bytes()),
        ("sub/x.policy", vec![]),
        ("text.policy", b"\xff\xfe".to_vec()),
    ]);
    assert_snapshot!(shown(folder.path(), "check a.policy"));
}

#[test]
fn a_used_file_outside_of_the_workspace() {
    let outside = folder([("secret.policy", "role secret \"Secret\"\n")]);
    let name = outside.path().file_name().unwrap().to_str().unwrap();
    let absolute = outside.path().join("secret.policy");
    let text = format!("use \"../{name}/secret.policy\"\nuse \"{}\"\n{GOOD}", absolute.to_str().unwrap());
    let folder = folder([("a.policy", text.as_str()), ("avouch.toml", "")]);
    let text = shown(folder.path(), "check a.policy");
    // The names of folders are drawn anew in each run, and lines grow with them.
    let text = text.replace(outside.path().to_str().unwrap(), "/OUTSIDE").replace(name, "OUTSIDE");
    assert_snapshot!(text.replace(['─', '┬'], ""));
}

#[test]
fn an_absolute_path_inside_of_the_workspace() {
    let folder = folder([("b.policy", "role lead \"Lead\"\n")]);
    let absolute = folder.path().join("b.policy");
    std::fs::write(folder.path().join("a.policy"), using(absolute.to_str().unwrap())).unwrap();
    assert_snapshot!(shown(folder.path(), "check a.policy"));
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_workspace_and_two_names_of_one_file() {
    use std::os::unix::fs::symlink;

    let outside = folder([("secret.policy", "role secret \"Secret\"\n")]);
    let text =
        format!("use \"out.policy\"\nuse \"b.policy\"\nuse \"same.policy\"\nuse \"loop.policy\"\n{GOOD}");
    let folder =
        folder([("a.policy", text.as_str()), ("b.policy", "role lead \"Lead\"\n"), ("avouch.toml", "")]);
    symlink(outside.path().join("secret.policy"), folder.path().join("out.policy")).unwrap();
    symlink("b.policy", folder.path().join("same.policy")).unwrap();
    symlink("loop.policy", folder.path().join("loop.policy")).unwrap();
    assert_snapshot!(shown(folder.path(), "check a.policy"));
}

#[test]
fn a_long_chain_of_used_files() {
    let mut files = vec![("a.policy".to_owned(), using("f0.policy"))];
    for at in 0..500 {
        files.push((
            format!("f{at}.policy"),
            format!("use \"f{}.policy\"\nrole r{at} \"Role {at}\"\n", at + 1),
        ));
    }
    files.push(("f500.policy".to_owned(), "role last \"Last\"\n".to_owned()));
    let folder = folder(files.iter().map(|(path, text)| (path.as_str(), text.as_str())));
    assert_snapshot!(shown(folder.path(), "check a.policy"));
}
