//! Folders without policies, and links that lead in circles or out.

use crate::program::{GOOD, folder, shown};
use insta::assert_snapshot;

#[test]
fn a_folder_without_policies() {
    let folder = folder([("empty/notes.txt", "policy\n"), ("full/a.policy", GOOD)]);
    let both = shown(folder.path(), "check empty") + &shown(folder.path(), "check full empty");
    assert_snapshot!(both + &shown(folder.path(), "build empty"));
    assert!(!folder.path().join("site").exists());
}

#[cfg(unix)]
#[test]
fn links_between_folders_that_lead_in_a_circle() {
    use std::os::unix::fs::symlink;

    let folder = folder([("one/a.policy", GOOD), ("two/b.policy", &GOOD.replace("small", "large"))]);
    symlink("../two", folder.path().join("one/two")).unwrap();
    symlink("../one", folder.path().join("two/one")).unwrap();
    symlink("loop", folder.path().join("loop")).unwrap();
    let all = shown(folder.path(), "check");
    assert_snapshot!(
        all + &shown(folder.path(), "check one/two/one/two/one") + &shown(folder.path(), "check loop")
    );
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_out_of_the_workspace() {
    let outside = folder([("secret.policy", GOOD)]);
    let folder = folder([("avouch.toml", ""), ("a.policy", GOOD)]);
    std::os::unix::fs::symlink(outside.path().join("secret.policy"), folder.path().join("b.policy")).unwrap();
    assert_snapshot!(shown(folder.path(), "check"));
}
