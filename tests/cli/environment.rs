//! What variables of the environment stand for.

use super::{BAD, avouch, command, finish, folder};

#[test]
fn the_command_line_stands_above_the_environment_and_that_above_the_file() {
    let settings = b"fail-on = \"advice\"\n[levels]\nunreadable-file = \"advice\"\n";
    let folder = folder(&[("avouch.toml", settings), ("a.policy", BAD)]);
    assert_eq!(avouch(&folder, &["check"]).code, 1);
    let with = |value: &str, arguments: &[&str]| {
        let mut command = command(folder.path(), arguments);
        command.env("AVOUCH_FAIL_ON", value);
        finish(command, folder.path()).code
    };
    assert_eq!(with("warning", &["check"]), 0);
    assert_eq!(with("warning", &["check", "--fail-on", "advice"]), 1);
}

#[test]
fn a_value_that_nothing_can_have_is_said_of_its_variable() {
    let folder = folder(&[("a.policy", BAD)]);
    let said = |name: &str, value: &str, arguments: &[&str]| {
        let mut command = command(folder.path(), arguments);
        command.env(name, value);
        let run = finish(command, folder.path());
        assert_eq!(run.code, 2, "{}", run.err);
        run.err.lines().next().unwrap_or_default().to_owned()
    };
    let never = said("AVOUCH_FAIL_ON", "never", &["check"]);
    assert_eq!(never, "error: `never` is no value of `AVOUCH_FAIL_ON`");
    let written = said("AVOUCH_FAIL_ON", "error", &["check", "--fail-on=never"]);
    assert_eq!(written, "error: `never` is no value of `--fail-on`");
    let few = said("AVOUCH_MAX_FINDINGS", "few", &["check"]);
    assert_eq!(few, "error: `few` is no value of `AVOUCH_MAX_FINDINGS`");
}

#[test]
fn a_build_says_that_errors_were_lowered() {
    let settings = b"[levels]\nunreadable-file = \"off\"\n";
    let folder = folder(&[("avouch.toml", settings), ("a.policy", BAD)]);
    let run = avouch(&folder, &["build", "a.policy"]);
    assert_eq!(run.code, 1, "{}", run.err);
    let end = "there are errors in a.policy, which `[levels]` in `avouch.toml` turns off or lowers\n";
    assert!(run.err.ends_with(end), "{}", run.err);
}

#[test]
fn a_variable_that_is_set_to_nothing_counts_as_not_set() {
    let folder = folder(&[("a.policy", BAD)]);
    let names = [
        "AVOUCH_BASELINE",
        "AVOUCH_COLOR",
        "AVOUCH_EMIT",
        "AVOUCH_FAIL_ON",
        "AVOUCH_FORMAT",
        "AVOUCH_MAX_FINDINGS",
        "AVOUCH_OUTPUT",
        "AVOUCH_PROFILE",
        "AVOUCH_TODAY",
    ];
    for arguments in [["check"], ["test"], ["build"]] {
        let plain = avouch(&folder, &arguments);
        for name in names {
            let mut command = command(folder.path(), &arguments);
            command.env(name, "");
            let run = finish(command, folder.path());
            assert_eq!((run.code, &run.out, &run.err), (plain.code, &plain.out, &plain.err), "{name}");
        }
    }
}

#[test]
fn colour_follows_the_command_line_and_the_environment() {
    let folder = folder(&[("a.policy", BAD)]);
    let coloured = |variables: &[(&str, &str)], arguments: &[&str]| {
        let mut command = command(folder.path(), arguments);
        command.envs(variables.iter().copied());
        finish(command, folder.path()).out.contains('\u{1b}')
    };
    assert!(!coloured(&[], &["check"]));
    assert!(coloured(&[], &["check", "--color=always"]));
    assert!(coloured(&[("FORCE_COLOR", "1")], &["check"]));
    assert!(coloured(&[("CLICOLOR_FORCE", "1")], &["check"]));
    assert!(!coloured(&[("FORCE_COLOR", "1"), ("NO_COLOR", "1")], &["check"]));
    assert!(coloured(&[("FORCE_COLOR", "1"), ("NO_COLOR", "")], &["check"]));
    assert!(!coloured(&[("FORCE_COLOR", "1")], &["check", "--color=never"]));
    assert!(coloured(&[("AVOUCH_COLOR", "always")], &["check"]));
}
