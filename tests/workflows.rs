//! The workflow files that people copy: they are in the form that their systems ask for, and run commands that do what is meant.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::{Value, json};

fn text(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

fn parsed(path: &str) -> Value {
    serde_yaml::from_str(&text(path)).unwrap()
}

/// What the systems say of the parts that are written here, so that whatever else appears is noticed.
#[track_caller]
fn in_form(path: &str, schema: &Value) -> Value {
    let file = parsed(path);
    let errors: Vec<String> = jsonschema::validator_for(schema)
        .unwrap()
        .iter_errors(&file)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert_eq!(errors, [] as [String; 0], "{path}");
    file
}

fn object(required: &Value, properties: &Value) -> Value {
    json!({ "type": "object", "required": required, "additionalProperties": false, "properties": properties })
}

fn texts() -> Value {
    json!({ "type": "object", "additionalProperties": { "type": "string" } })
}

/// A workflow of GitHub.
fn github(path: &str) -> Value {
    let step = json!({ "oneOf": [
        object(&json!(["uses"]), &json!({
            "name": { "type": "string" }, "if": { "type": "string" }, "uses": { "pattern": "^[a-z-]+/[a-z-]+(/[a-z-]+)?@v[0-9]+$" },
            "with": { "type": "object", "additionalProperties": { "type": ["string", "integer"] } } })),
        object(&json!(["run"]), &json!({
            "name": { "type": "string" }, "if": { "type": "string" }, "run": { "type": "string" }, "env": texts() })),
    ] });
    let job = object(
        &json!(["runs-on", "steps"]),
        &json!({ "runs-on": { "const": "ubuntu-latest" }, "steps": { "type": "array", "items": step } }),
    );
    let event = json!({ "enum": ["push", "pull_request"] });
    let on = json!({ "oneOf": [event, { "type": "object", "propertyNames": event }] });
    let rights = json!({ "type": "object", "additionalProperties": { "enum": ["read", "write", "none"] },
        "propertyNames": { "enum": ["contents", "security-events"] } });
    let jobs = json!({ "type": "object", "minProperties": 1, "additionalProperties": job });
    let properties = json!({ "name": { "type": "string" }, "on": on, "permissions": rights, "jobs": jobs });
    in_form(path, &object(&json!(["name", "on", "permissions", "jobs"]), &properties))
}

/// A file of GitLab with one job.
fn gitlab(path: &str) -> Value {
    let lines = json!({ "type": "array", "minItems": 1, "items": { "type": "string" } });
    let reports =
        object(&json!([]), &json!({ "codequality": { "type": "string" }, "junit": { "type": "string" } }));
    let artifacts = object(
        &json!(["when"]),
        &json!({ "when": { "enum": ["on_success", "on_failure", "always"] }, "paths": lines, "reports": reports }),
    );
    let job = object(
        &json!(["script"]),
        &json!({
            "stage": { "const": "test" }, "image": { "type": "string" }, "variables": texts(),
            "rules": { "type": "array", "items": object(&json!(["if"]), &json!({ "if": { "type": "string" } })) },
            "cache": object(&json!(["key", "paths"]), &json!({ "key": { "type": "string" }, "paths": lines })),
            "before_script": lines, "script": lines, "artifacts": artifacts,
        }),
    );
    in_form(
        path,
        &json!({ "type": "object", "minProperties": 1, "maxProperties": 1, "additionalProperties": job }),
    )
}

/// The commands of scripts that run avouch.
fn commands<'v>(scripts: impl Iterator<Item = &'v Value>) -> Vec<&'v str> {
    let lines = scripts.filter_map(Value::as_str).flat_map(str::lines).map(str::trim);
    let own: Vec<&str> = lines.filter(|line| line.starts_with("avouch ")).collect();
    assert!(!own.is_empty());
    own
}

/// Runs a command as the systems do; gives the exit code and what it printed.
fn shell(folder: &Path, command: &str) -> (i32, String) {
    let tool = Path::new(env!("CARGO_BIN_EXE_avouch")).parent().unwrap();
    let paths = format!("{}:{}", tool.display(), std::env::var("PATH").unwrap());
    let mut shell = Command::new("sh");
    shell.args(["-e", "-c", command]).current_dir(folder).env_clear().env("PATH", paths);
    shell
        .env("AVOUCH_TODAY", "2026-11-22")
        .envs([("BASE", "main"), ("CI_MERGE_REQUEST_TARGET_BRANCH_NAME", "main")]);
    shell.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_NOSYSTEM", "1");
    for who in ["AUTHOR", "COMMITTER"] {
        shell.env(format!("GIT_{who}_NAME"), "A").env(format!("GIT_{who}_EMAIL"), "a@b.example");
    }
    let output = shell.stdin(Stdio::null()).output().unwrap();
    let said = [output.stdout, output.stderr].concat();
    (output.status.code().unwrap(), String::from_utf8(said).unwrap())
}

/// Runs the commands on a policy; each must be understood.
fn run(commands: &[&str], expected: &[&str]) {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.policy"), "policy a \"A\" {\n  edition 2026\n}\n").unwrap();
    for command in commands {
        let (code, said) = shell(folder.path(), command);
        assert_eq!(code, 0, "{command}: {said}");
    }
    for file in expected {
        assert!(folder.path().join(file).is_file(), "{file} is written");
    }
}

#[test]
fn the_workflow_for_github_runs() {
    let workflow = github("docs/guide/workflows/github.yml");
    assert_eq!(workflow["permissions"]["security-events"], "write");
    let steps = workflow["jobs"]["check"]["steps"].as_array().unwrap();
    run(&commands(steps.iter().map(|step| &step["run"])), &["avouch.sarif"]);
    let upload = steps.iter().find(|step| step["with"]["sarif_file"].is_string()).unwrap();
    assert_eq!(upload["with"]["sarif_file"], "avouch.sarif");
    assert_eq!(upload["if"], "always()", "findings are handed on even if they fail the check");
}

#[test]
fn the_workflow_for_gitlab_runs() {
    let job = &gitlab("docs/guide/workflows/gitlab.yml")["policies"];
    let reports = &job["artifacts"]["reports"];
    let files = [&reports["codequality"], &reports["junit"]].map(|file| file.as_str().unwrap());
    run(&commands(job["script"].as_array().unwrap().iter()), &files);
    assert_eq!(job["artifacts"]["when"], "always");
}

/// A policy with a promise and a day from which on it counts.
fn policy(promise: &str, effective: &str) -> String {
    format!(
        "policy a \"A\" {{\n  timezone Europe/Amsterdam\n  effective {effective}\n}}\n\
         commitment reply \"Reply\" {{\n  from received\n  until responded\n  within {promise}\n}}\n\
         changes {{\n  notice 30 days\n}}\n"
    )
}

/// A repository in which customers have a version that the branch `main` has too.
fn repository() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("policies")).unwrap();
    fs::write(folder.path().join("policies/a.policy"), policy("4 hours", "2026-01-01")).unwrap();
    let (code, said) = shell(
        folder.path(),
        "git init -q -b work; git add .; git commit -q -m one; git tag published; git update-ref refs/remotes/origin/main HEAD",
    );
    assert_eq!(code, 0, "{said}");
    folder
}

#[test]
fn the_workflows_for_changes_judge_them() {
    let github = github("docs/guide/workflows/changes-github.yml");
    let steps = github["jobs"]["changes"]["steps"].as_array().unwrap();
    assert_eq!(steps[0]["with"]["fetch-depth"], 0, "all revisions are fetched");
    let gitlab = gitlab("docs/guide/workflows/changes-gitlab.yml");
    let job = &gitlab["policy-changes"];
    assert_eq!(job["variables"]["GIT_DEPTH"], "0", "all revisions are fetched");
    let of_github = commands(steps.iter().map(|step| &step["run"]));
    let of_gitlab = commands(job["script"].as_array().unwrap().iter());
    let folder = repository();
    let at = folder.path();
    let judged = |promise: &str, effective: &str, code: i32| {
        fs::write(at.join("policies/a.policy"), policy(promise, effective)).unwrap();
        let seen = [of_github[0], of_gitlab[0]].map(|command| shell(at, command));
        assert!(seen.iter().all(|seen| seen.0 == code), "{seen:?}");
        seen[0].1.clone()
            + &fs::read_to_string(at.join(job["artifacts"]["paths"][0].as_str().unwrap())).unwrap()
    };
    let late = judged("8 hours", "2026-12-01", 1);
    assert!(late.contains("::error ") && late.contains("## A\n\n1 weaker"), "{late}");
    judged("8 hours", "2027-01-01", 0);
    judged("2 hours", "2026-12-01", 0);
}

#[test]
fn the_guide_shows_what_the_workflows_do() {
    let guide = text("docs/guide/changing-a-policy.md");
    let shown = guide.split("```yaml\n").nth(1).unwrap().split("```").next().unwrap();
    assert!(text("docs/guide/workflows/changes-github.yml").contains(shown), "{shown}");
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
