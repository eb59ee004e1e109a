//! The workflow files that people copy: they are YAML, have the keys that their systems ask for, and run commands that there are.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::Value;

fn parsed(path: &str) -> Value {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap();
    serde_yaml::from_str(&text).unwrap()
}

/// The commands in a list of scripts that run avouch, without what stands before it.
fn commands<'v>(scripts: impl Iterator<Item = &'v Value>) -> Vec<Vec<String>> {
    let lines = scripts.filter_map(Value::as_str).flat_map(str::lines);
    let own = lines.filter_map(|line| line.trim().strip_prefix("avouch "));
    own.map(|line| line.split_whitespace().map(str::to_owned).collect()).collect()
}

/// Runs the commands on a policy; each must be understood.
fn run(commands: &[Vec<String>], expected: &[&str]) {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.policy"), "policy a \"A\" {\n  edition 2026\n}\n").unwrap();
    assert!(!commands.is_empty());
    for command in commands {
        let mut avouch = Command::new(env!("CARGO_BIN_EXE_avouch"));
        avouch.args(command).current_dir(folder.path()).env_clear().stdin(Stdio::null());
        let output = avouch.output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
    }
    for file in expected {
        assert!(folder.path().join(file).is_file(), "{file} is written");
    }
}

#[test]
fn the_workflow_for_github_runs() {
    let workflow = parsed("docs/guide/workflows/github.yml");
    assert!(workflow["on"].is_object() && workflow["permissions"]["security-events"] == "write");
    let steps = workflow["jobs"]["check"]["steps"].as_array().unwrap();
    assert!(steps.iter().all(|step| step["uses"].is_string() != step["run"].is_string()), "{steps:?}");
    run(&commands(steps.iter().map(|step| &step["run"])), &["avouch.sarif"]);
    let upload = steps.iter().find(|step| step["with"]["sarif_file"].is_string()).unwrap();
    assert_eq!(upload["with"]["sarif_file"], "avouch.sarif");
    assert_eq!(upload["if"], "always()", "findings are handed on even if they fail the check");
}

#[test]
fn the_workflow_for_gitlab_runs() {
    let job = &parsed("docs/guide/workflows/gitlab.yml")["policies"];
    let reports = &job["artifacts"]["reports"];
    let files = [&reports["codequality"], &reports["junit"]].map(|file| file.as_str().unwrap());
    run(&commands(job["script"].as_array().unwrap().iter()), &files);
    assert_eq!(job["artifacts"]["when"], "always");
}

#[test]
fn the_action_runs() {
    let action = parsed("action.yml");
    assert_eq!(action["runs"]["using"], "composite");
    let steps = action["runs"]["steps"].as_array().unwrap();
    assert!(
        steps.iter().all(|step| step["run"].is_null() || step["shell"].is_string()),
        "each command names its shell"
    );
    let script: String = steps.iter().filter_map(|step| step["run"].as_str()).collect();
    let inputs = action["inputs"].as_object().unwrap();
    for (name, input) in inputs {
        assert!(input["description"].is_string() && input["default"].is_string(), "{name}");
        let used = format!("inputs.{name} }}}}");
        assert!(steps.iter().any(|step| step.to_string().contains(&used)), "{name} is used");
    }
    assert!(!script.contains("${{"), "what others write reaches the shell as variables only: {script}");
}
