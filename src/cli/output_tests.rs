//! Each test builds into a fresh folder and looks at what stands there afterwards.

use super::*;
use std::time::{Duration, SystemTime};

/// Brings the folder to hold these artifacts.
fn write(folder: &Path, artifacts: &[Artifact]) -> Result<Written, Failure> {
    let sink = Sink::open(folder)?;
    let made: Vec<Made> = artifacts.iter().map(|artifact| sink.put(artifact)).collect::<Result<_, _>>()?;
    sink.finish(&made, &Owners::default(), |_, _| None)
}

fn artifact(path: &str, text: &str) -> Artifact {
    Artifact { path: path.to_owned(), bytes: text.as_bytes().to_vec() }
}

fn folder() -> (tempfile::TempDir, PathBuf) {
    let keep = tempfile::tempdir().unwrap();
    let site = keep.path().join("site");
    (keep, site)
}

/// Paths and texts below a folder, without the list of the build.
fn contents(folder: &Path) -> Vec<(String, String)> {
    fn walk(base: &Path, folder: &Path, into: &mut Vec<(String, String)>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(base, &path, into);
            } else if path.file_name().unwrap() != LIST {
                let text = fs::read_to_string(&path).unwrap();
                into.push((slashed(path.strip_prefix(base).unwrap()), text));
            }
        }
    }
    let mut found = Vec::new();
    walk(folder, folder, &mut found);
    found.sort();
    found
}

fn pairs(expected: &[(&str, &str)]) -> Vec<(String, String)> {
    expected.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect()
}

fn failure(result: Result<Written, Failure>, keep: &tempfile::TempDir) -> String {
    let failure = result.unwrap_err();
    let text = format!("{}\n{}", failure.message, failure.help.unwrap_or_default());
    text.replace(&slashed(keep.path()), "DIR")
}

#[test]
fn a_first_build_writes_everything() {
    let (_keep, site) = folder();
    let written = write(&site, &[artifact("a/index.html", "A"), artifact("a/rules.json", "{}")]).unwrap();
    assert_eq!(written.files, ["a/index.html", "a/rules.json"]);
    assert_eq!(written.in_words("site"), "site: 2 written, 0 unchanged");
    assert_eq!(contents(&site), pairs(&[("a/index.html", "A"), ("a/rules.json", "{}")]));
}

#[test]
fn an_unchanged_file_keeps_its_time() {
    let (_keep, site) = folder();
    write(&site, &[artifact("a.html", "A"), artifact("b.html", "B")]).unwrap();
    let long_ago = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
    for name in ["a.html", "b.html", LIST] {
        fs::File::options().write(true).open(site.join(name)).unwrap().set_modified(long_ago).unwrap();
    }
    let modified = |name: &str| fs::metadata(site.join(name)).unwrap().modified().unwrap();

    let written = write(&site, &[artifact("a.html", "A"), artifact("b.html", "B")]).unwrap();
    assert_eq!(written, Written { unchanged: 2, ..Written::default() });
    assert_eq!(modified(LIST), long_ago);

    let written = write(&site, &[artifact("a.html", "A"), artifact("b.html", "B2")]).unwrap();
    assert_eq!(written.in_words("site"), "site: 1 written, 1 unchanged");
    assert_eq!(modified("a.html"), long_ago);
    assert_ne!(modified("b.html"), long_ago);
}

#[test]
fn files_that_are_no_longer_made_are_removed_and_others_are_not() {
    let (_keep, site) = folder();
    write(&site, &[artifact("a.html", "A"), artifact("old/deep/b.html", "B"), artifact("c.html", "C")])
        .unwrap();
    fs::write(site.join("own.txt"), "mine").unwrap();
    fs::write(site.join("c.html"), "changed by hand").unwrap();

    let written = write(&site, &[artifact("a.html", "A")]).unwrap();
    assert_eq!(written.in_words("site"), "site: 0 written, 1 unchanged, 1 removed");
    assert_eq!(written.removed, ["old/deep/b.html"]);
    assert_eq!(
        contents(&site),
        pairs(&[("a.html", "A"), ("c.html", "changed by hand"), ("own.txt", "mine")])
    );
    assert!(!site.join("old").exists());
    assert!(!fs::read_to_string(site.join(LIST)).unwrap().contains("deep"));
}

#[test]
fn a_file_that_no_build_wrote_is_not_replaced() {
    let (keep, site) = folder();
    fs::create_dir(&site).unwrap();
    fs::write(site.join("b.html"), "mine").unwrap();
    assert_eq!(
        failure(write(&site, &[artifact("a.html", "A"), artifact("b.html", "B")]), &keep),
        "`DIR/site/b.html` was not written by a build, so it is not replaced\n\
         move it away, or build into another folder with `-o`"
    );
    assert_eq!(contents(&site), pairs(&[("b.html", "mine")]));
}

#[test]
fn a_file_in_the_place_of_the_folder_is_an_error() {
    let (keep, site) = folder();
    fs::write(&site, "a file").unwrap();
    assert_eq!(
        failure(write(&site, &[artifact("a.html", "A")]), &keep),
        "`DIR/site` is not a folder, so a build cannot be written to `DIR/site`\n\
         move it away, or build into another folder with `-o`"
    );
    assert_eq!(fs::read_to_string(&site).unwrap(), "a file");
}

#[test]
fn a_folder_that_cannot_be_made_leaves_no_trace() {
    let (keep, site) = folder();
    fs::create_dir(&site).unwrap();
    fs::write(site.join("sub"), "a file").unwrap();
    assert_eq!(
        failure(write(&site, &[artifact("a.html", "A"), artifact("sub/b.html", "B")]), &keep),
        "`DIR/site/sub` stands where a folder has to be\n"
    );
    assert_eq!(contents(&site), pairs(&[("sub", "a file")]));
}

#[test]
fn a_folder_in_the_place_of_a_file_leaves_the_old_build() {
    let (keep, site) = folder();
    write(&site, &[artifact("a.html", "A")]).unwrap();
    fs::create_dir(site.join("b.html")).unwrap();
    assert_eq!(
        failure(write(&site, &[artifact("a.html", "A2"), artifact("b.html", "B")]), &keep),
        "`DIR/site/b.html` is a folder, and a file has to be there\n"
    );
    assert_eq!(contents(&site), pairs(&[("a.html", "A")]));
}

#[test]
fn a_move_that_fails_half_way_is_undone() {
    let (_keep, site) = folder();
    fs::create_dir_all(site.join("taken")).unwrap();
    fs::write(site.join("a.html"), "old").unwrap();
    let files = ["a.html", "new/b.html", "taken"].map(|path| (path.to_owned(), b"new".as_slice()));
    let (path, _) = move_in(&site, &files).unwrap_err();
    assert_eq!(path, "taken");
    assert_eq!(contents(&site), pairs(&[("a.html", "old")]));
    assert!(!site.join("new").exists());
}

#[cfg(target_os = "linux")]
#[test]
fn a_disk_that_takes_nothing_leaves_no_half_build() {
    let (keep, _) = folder();
    // No file or folder can be made below `/proc`, whoever runs the test.
    assert_eq!(
        failure(write(Path::new("/proc/avouch"), &[artifact("a.html", "A")]), &keep),
        "`/proc/avouch` cannot be written: no such file or directory\nwhat earlier builds wrote is still there"
    );
    assert_eq!(
        failure(write(Path::new("/proc"), &[artifact("a.html", "A")]), &keep),
        "`/proc/.avouch-build.json` cannot be written: no such file or directory\nwhat earlier builds wrote is still there"
    );
}

#[cfg(unix)]
#[test]
fn a_link_is_never_written_through() {
    let (keep, site) = folder();
    let elsewhere = keep.path().join("elsewhere");
    fs::create_dir_all(&elsewhere).unwrap();
    fs::create_dir(&site).unwrap();
    std::os::unix::fs::symlink(&elsewhere, site.join("sub")).unwrap();
    assert_eq!(
        failure(write(&site, &[artifact("sub/a.html", "A")]), &keep),
        "`DIR/site/sub` stands where a folder has to be\n"
    );
    assert!(contents(&elsewhere).is_empty());
}

#[test]
fn names_that_are_one_file_somewhere_collide() {
    let (keep, site) = folder();
    let one = |a: &str, b: &str| failure(write(&site, &[artifact(a, "1"), artifact(b, "2")]), &keep);
    let help = "\ngive one of the policies another name";
    assert_eq!(one("a/x.html", "a/x.html"), format!("two policies would both write `a/x.html`{help}"));
    assert_eq!(
        one("Basic.html", "basic.html"),
        format!("`Basic.html` and `basic.html` are one file on some systems{help}")
    );
    assert_eq!(
        one("caf\u{e9}.html", "cafe\u{301}.html"),
        format!("`caf\u{e9}.html` and `cafe\u{301}.html` are one file on some systems{help}")
    );
    assert_eq!(one("a", "A/b.html"), format!("`a` would be a file, and a folder for `A/b.html`{help}"));
    assert!(!site.exists());
}

#[test]
fn names_cannot_leave_the_folder() {
    let (keep, site) = folder();
    for path in ["../a", "/a", "a/../../b", "", "a//b", "C:a", "a\\b", ".Avouch-build.json"] {
        assert_eq!(
            failure(write(&site, &[artifact(path, "")]), &keep),
            format!("`{path}` cannot be the name of a file in the output folder\n")
        );
    }
}

#[test]
fn a_list_that_is_not_ours_is_an_error() {
    let (keep, site) = folder();
    fs::create_dir(&site).unwrap();
    fs::write(site.join(LIST), "{}").unwrap();
    assert_eq!(
        failure(write(&site, &[artifact("a", "")]), &keep),
        "`DIR/site/.avouch-build.json` is not a list that a build wrote\n\
         remove it together with what earlier builds wrote, or build into another folder with `-o`"
    );
}

#[test]
fn a_list_cannot_make_a_build_remove_files_elsewhere() {
    let (keep, site) = folder();
    fs::create_dir(&site).unwrap();
    fs::write(keep.path().join("precious"), "x").unwrap();
    let files = BTreeMap::from([("../precious".to_owned(), sha256_hex(b"x"))]);
    let list = list::bytes(Listed { files, ..Listed::default() }).unwrap();
    fs::write(site.join(LIST), list).unwrap();
    assert_eq!(write(&site, &[]).unwrap().removed, Vec::<String>::new());
    assert!(keep.path().join("precious").exists());
}

#[cfg(unix)]
#[test]
fn a_file_behind_a_link_is_never_removed() {
    let (keep, site) = folder();
    let outside = keep.path().join("outside");
    fs::create_dir_all(&outside).unwrap();
    fs::write(outside.join("x"), "x").unwrap();
    write(&site, &[artifact("a", "A"), artifact("sub/x", "x")]).unwrap();
    fs::remove_dir_all(site.join("sub")).unwrap();
    std::os::unix::fs::symlink("../outside", site.join("sub")).unwrap();
    assert_eq!(write(&site, &[artifact("a", "A")]).unwrap().removed, Vec::<String>::new());
    assert_eq!(contents(&outside), pairs(&[("x", "x")]));
}

#[test]
fn no_stage_is_left_behind() {
    let (_keep, site) = folder();
    write(&site, &[artifact("a.html", "A")]).unwrap();
    write(&site, &[artifact("a.html", "B")]).unwrap();
    let names: Vec<_> = fs::read_dir(&site).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names.len(), 2, "{names:?}");
}

#[test]
fn a_file_of_somebody_else_with_the_same_bytes_is_never_removed() {
    let (_keep, site) = folder();
    fs::create_dir(&site).unwrap();
    fs::write(site.join("mine.html"), "M").unwrap();
    let written = write(&site, &[artifact("a.html", "A"), artifact("mine.html", "M")]).unwrap();
    assert_eq!(written.in_words("site"), "site: 1 written, 1 unchanged");
    let written = write(&site, &[]).unwrap();
    assert_eq!(written.removed, ["a.html"]);
    assert_eq!(contents(&site), pairs(&[("mine.html", "M")]));
}

#[test]
fn a_build_beside_another_is_not_written_and_loses_nothing_of_it() {
    for first in ["early.html", "other.html"] {
        let (keep, site) = folder();
        if first == "early.html" {
            write(&site, &[artifact(first, "E")]).unwrap();
        }
        let sink = Sink::open(&site).unwrap();
        let made = [sink.put(&artifact("a.html", "A")).unwrap()];
        write(&site, &[artifact("early.html", "E"), artifact("other.html", "O")]).unwrap();
        assert_eq!(
            failure(sink.finish(&made, &Owners::default(), |_, _| None), &keep),
            "another build has written to `DIR/site` meanwhile, so this one has not
run it again"
        );
        assert_eq!(contents(&site), pairs(&[("early.html", "E"), ("other.html", "O")]));
        assert_eq!(write(&site, &[]).unwrap().removed, ["early.html", "other.html"]);
    }
}

#[test]
fn what_a_record_says_of_a_file_that_is_not_listed_does_not_make_it_ours() {
    let (_keep, site) = folder();
    write(&site, &[artifact("a.html", "A")]).unwrap();
    fs::write(site.join("mine.html"), "M").unwrap();
    let about = fs::metadata(site.join("mine.html")).unwrap();
    let kept = Some(Stamp::of(&about));
    let made = [Made { path: "mine.html".to_owned(), digest: sha256_hex(b"M"), kept }];
    let sink = Sink::open(&site).unwrap();
    assert!(sink.finish(&made, &Owners::default(), |_, _| None).is_err());
    assert_eq!(contents(&site), pairs(&[("a.html", "A"), ("mine.html", "M")]));
}

#[test]
fn the_stamps_of_what_was_moved_in_are_those_on_the_disk() {
    let (_keep, site) = folder();
    write(&site, &[artifact("a.html", "A"), artifact("old.html", "O")]).unwrap();
    let sink = Sink::open(&site).unwrap();
    let made = [sink.put(&artifact("a.html", "A2")).unwrap()];
    let mut seen = None;
    sink.finish(&made, &Owners::default(), |list, stamps| {
        seen = Some((list, stamps.clone()));
        None
    })
    .unwrap();
    let about = |name: &str| Stamp::of(&fs::metadata(site.join(name)).unwrap());
    assert_eq!(seen.unwrap(), (about(LIST), BTreeMap::from([("a.html".to_owned(), about("a.html"))])));
}

#[test]
fn a_name_that_is_taken_where_letters_of_both_cases_are_one_is_a_collision() {
    let (_keep, site) = folder();
    let sink = Sink::open(&site).unwrap();
    sink.put(&artifact("Basic.html", "1")).unwrap();
    // Stands for a disk on which the first file has the name of the second too.
    let second = sink.stage().unwrap().join("whole/basic.html");
    if !second.exists() {
        fs::write(&second, "1").unwrap();
    }
    let failure = sink.put(&artifact("basic.html", "2")).unwrap_err();
    assert_eq!(failure.message, "`Basic.html` and `basic.html` are one file on some systems");
}
