//! Reports for machines: each form is what its readers expect, several are written at once, and each file whole.
//!
//! `AVOUCH_SARIF_SCHEMA` names a copy of the schema of SARIF 2.1.0; then the report is held against all of it.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::{Value, json};
use tempfile::TempDir;

/// A policy with one finding of each level, one that is excused, and one that can be mended.
const POLICY: &str = "policy a \"A\" {\n  timezone Europe/Amsterdam\n}\n\
severity high \"Höchste\"\nseverity low \"Low\"\n\
calendar office \"Office hours\" { open Mon..Fri 9am..17:00; closed on holidays NL }\n\
channel phone \"Telephone\" { open office }\n\
commitment reply \"Reply\" {\n  from received\n  until responded\n\
  within ? when severity is high # avouch: allow(unfilled) reason: sales & law decide\n\
  within ? when severity is low\n}\n";

struct Run {
    code: i32,
    out: String,
    err: String,
}

fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

fn run(folder: &Path, arguments: &[&str], variables: &[(&str, &str)]) -> Run {
    let mut command = Command::new(env!("CARGO_BIN_EXE_avouch"));
    command.args(arguments).current_dir(folder).env_clear().stdin(Stdio::null());
    command.env("AVOUCH_TODAY", "2026-11-22").envs(variables.iter().copied());
    let output = command.output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Run { code: output.status.code().unwrap(), out: text(output.stdout), err: text(output.stderr) }
}

fn report(form: &str) -> Run {
    let folder = folder(&[("a b.policy", POLICY), ("clean.policy", "policy c \"C\" {\n  edition 2026\n}\n")]);
    run(folder.path(), &["check", "--format", form], &[])
}

fn parsed(form: &str) -> Value {
    serde_json::from_str(&report(form).out).unwrap()
}

/// What the standard says of the parts of SARIF 2.1.0 that are written here, so that whatever else appears is noticed.
fn sarif_schema() -> Value {
    let text = || {
        json!({ "type": "object", "required": ["text"], "additionalProperties": false,
        "properties": { "text": { "type": "string", "minLength": 1 }, "markdown": { "type": "string" } } })
    };
    let number = || json!({ "type": "integer", "minimum": 1 });
    let object = |required: Value, properties: Value| json!({ "type": "object", "required": required, "additionalProperties": false, "properties": properties });
    let many = |items: Value| json!({ "type": "array", "items": items, "uniqueItems": true });
    let some = |items: Value| json!({ "type": "array", "items": items, "minItems": 1 });
    let level = json!({ "enum": ["none", "note", "warning", "error"] });
    let region = object(
        json!(["startLine", "startColumn", "endLine", "endColumn"]),
        json!({ "startLine": number(), "startColumn": number(), "endLine": number(), "endColumn": number() }),
    );
    let artifact = object(
        json!(["uri"]),
        json!({ "uri": { "type": "string", "format": "uri-reference", "pattern": "^[A-Za-z0-9/._~%-]+$|^file:///" },
                "uriBaseId": { "type": "string" } }),
    );
    let physical = object(
        json!(["artifactLocation", "region"]),
        json!({ "artifactLocation": artifact, "region": region }),
    );
    let location = object(
        json!(["physicalLocation"]),
        json!({ "id": { "type": "integer", "minimum": -1 }, "physicalLocation": physical, "message": text() }),
    );
    let replacement = object(
        json!(["deletedRegion"]),
        json!({ "deletedRegion": region, "insertedContent": object(json!(["text"]), json!({ "text": { "type": "string" } })) }),
    );
    let change = object(
        json!(["artifactLocation", "replacements"]),
        json!({ "artifactLocation": artifact, "replacements": some(replacement) }),
    );
    let fix =
        object(json!(["artifactChanges"]), json!({ "description": text(), "artifactChanges": some(change) }));
    let suppression = object(
        json!(["kind"]),
        json!({ "kind": { "enum": ["inSource", "external"] }, "status": { "enum": ["accepted", "underReview", "rejected"] },
                "justification": { "type": "string" }, "location": location }),
    );
    let result = object(
        json!([
            "ruleId",
            "ruleIndex",
            "level",
            "message",
            "locations",
            "partialFingerprints",
            "suppressions"
        ]),
        json!({ "ruleId": { "type": "string" }, "ruleIndex": { "type": "integer", "minimum": 0 }, "level": level,
                "message": text(), "locations": some(location.clone()), "relatedLocations": many(location),
                "partialFingerprints": { "type": "object", "additionalProperties": { "type": "string" } },
                "fixes": many(fix), "suppressions": many(suppression), "properties": { "type": "object" } }),
    );
    let rule = object(
        json!(["id"]),
        json!({ "id": { "type": "string" }, "shortDescription": text(), "fullDescription": text(), "help": text(),
                "defaultConfiguration": object(json!([]), json!({ "level": level })) }),
    );
    let driver = object(
        json!(["name"]),
        json!({ "name": { "type": "string" }, "version": { "type": "string", "pattern": "[0-9]" },
                "semanticVersion": { "type": "string" }, "rules": many(rule) }),
    );
    let run = object(
        json!(["tool", "results"]),
        json!({ "tool": object(json!(["driver"]), json!({ "driver": driver })),
                "columnKind": { "enum": ["utf16CodeUnits", "unicodeCodePoints"] },
                "results": { "type": "array", "items": result } }),
    );
    object(
        json!(["version", "runs"]),
        json!({ "$schema": { "type": "string", "format": "uri" }, "version": { "const": "2.1.0" }, "runs": some(run) }),
    )
}

#[test]
fn sarif_is_in_the_form_of_the_standard() {
    let log = parsed("sarif");
    let schema = jsonschema::validator_for(&sarif_schema()).unwrap();
    let errors: Vec<String> =
        schema.iter_errors(&log).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert_eq!(errors, [] as [String; 0]);
    // The whole schema of the standard, where somebody has it.
    if let Some(path) = std::env::var_os("AVOUCH_SARIF_SCHEMA") {
        let whole: Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
        assert!(jsonschema::is_valid(&whole, &log), "the report is in the form of the whole schema");
    }
    let run = &log["runs"][0];
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    let results = run["results"].as_array().unwrap();
    assert!(results.len() >= 4, "{results:?}");
    for result in results {
        let rule = &rules[usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap()];
        assert_eq!(rule["id"], result["ruleId"]);
        assert!(rule["help"]["markdown"].as_str().unwrap().contains("## Avoid"));
        assert_eq!(result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"], "a%20b.policy");
    }
    assert!(results.iter().any(|result| !result["fixes"].as_array().unwrap().is_empty()));
    let levels: Vec<&str> = results.iter().map(|result| result["level"].as_str().unwrap()).collect();
    assert!(["error", "warning", "note"].iter().all(|level| levels.contains(level)), "{levels:?}");
}

#[test]
fn what_is_excused_stays_in_sarif_and_json_and_counts_nowhere() {
    let log = parsed("sarif");
    let results = log["runs"][0]["results"].as_array().unwrap();
    let excused: Vec<&Value> =
        results.iter().filter(|result| !result["suppressions"].as_array().unwrap().is_empty()).collect();
    assert_eq!(excused.len(), 1);
    assert_eq!(excused[0]["suppressions"][0]["kind"], "inSource");
    assert_eq!(excused[0]["suppressions"][0]["justification"], "sales & law decide");
    let findings = parsed("json");
    assert_eq!(findings["suppressed"][0]["rule"], "unfilled");
    assert_eq!(findings["suppressed"][0]["suppression"]["reason"], "sales & law decide");
    assert_eq!(findings["summary"]["excused"], 1);
    for (form, each) in [("github", 2), ("gitlab", 1)] {
        assert_eq!(
            report(form).out.matches("unfilled").count(),
            each,
            "{form} tells of one and not of the other"
        );
    }
    assert_eq!(report("concise").out.lines().filter(|line| line.contains("[unfilled]")).count(), 1);
    assert!(report("concise").err.contains("; 1 excused"), "{}", report("concise").err);
}

#[test]
fn columns_count_characters() {
    let policy = "policy a \"A\" {\n  edition 2026\n}\nsection s \"Ééé\" { \"{wombat}\" }\n";
    let folder = folder(&[("a.policy", policy)]);
    let log: Value =
        serde_json::from_str(&run(folder.path(), &["check", "--format=sarif"], &[]).out).unwrap();
    let region = &log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"];
    let column = usize::try_from(region["startColumn"].as_u64().unwrap()).unwrap();
    let before: String = policy.lines().nth(3).unwrap().chars().take(column - 1).collect();
    assert!(
        policy.lines().nth(3).unwrap()[before.len()..].trim_start_matches('{').starts_with("wombat"),
        "{region}"
    );
    assert_eq!(log["runs"][0]["columnKind"], "unicodeCodePoints");
}

#[test]
fn gitlab_gets_a_list_with_places_and_fingerprints() {
    let list = parsed("gitlab");
    let schema = json!({ "type": "array", "minItems": 3, "items": { "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": { "description": { "type": "string" }, "check_name": { "type": "string" },
            "fingerprint": { "type": "string", "pattern": "^[0-9a-f]{32}$" },
            "severity": { "enum": ["info", "minor", "major", "critical", "blocker"] },
            "location": { "type": "object", "required": ["path", "lines"], "properties": {
                "path": { "const": "a b.policy" },
                "lines": { "type": "object", "required": ["begin"], "properties": { "begin": { "type": "integer" } } } } } } } });
    assert!(jsonschema::is_valid(&schema, &list), "{list}");
    let prints: std::collections::BTreeSet<&str> =
        list.as_array().unwrap().iter().map(|entry| entry["fingerprint"].as_str().unwrap()).collect();
    assert_eq!(prints.len(), list.as_array().unwrap().len());
}

#[test]
fn github_gets_one_command_for_each_finding() {
    let run = report("github");
    assert!(
        run.out
            .lines()
            .all(|line| ["::error ", "::warning ", "::notice "].iter().any(|begin| line.starts_with(begin)))
    );
    assert_eq!(run.out.lines().count(), report("concise").out.lines().count());
    assert!(run.out.contains("file=a b.policy,line=12,endLine=12,col="), "{}", run.out);
}

#[test]
fn junit_counts_what_fails_the_run() {
    let policy = POLICY.replace("9am", "09:00");
    let folder = folder(&[("a.policy", &policy), ("clean.policy", "policy c \"C\" {\n  edition 2026\n}\n")]);
    let of = |arguments: &[&str]| run(folder.path(), arguments, &[]).out;
    let lenient = of(&["check", "--format=junit"]);
    assert!(lenient.contains(" failures=\"0\" errors=\"0\">\n  <testsuite name=\"a.policy\""), "{lenient}");
    assert!(lenient.contains("<testcase name=\"avouch check\" classname=\"clean.policy\"/>"), "{lenient}");
    let strict = of(&["check", "--format=junit", "--fail-on=warning"]);
    assert!(strict.contains("<failure type=\"unfilled\""), "{strict}");
}

#[test]
fn inside_github_annotations_are_chosen_unless_something_else_is_said() {
    let folder = folder(&[("a.policy", POLICY)]);
    let actions = ("GITHUB_ACTIONS", "true");
    assert!(run(folder.path(), &["check"], &[actions]).out.starts_with("::"));
    assert!(run(folder.path(), &["check", "--format=concise"], &[actions]).out.starts_with("a.policy:"));
    assert!(
        run(folder.path(), &["check"], &[actions, ("AVOUCH_FORMAT", "concise")]).out.starts_with("a.policy:")
    );
    assert!(!run(folder.path(), &["check"], &[("GITHUB_ACTIONS", "false")]).out.starts_with("::"));
}

#[test]
fn several_reports_are_written_at_once() {
    let folder = folder(&[("a.policy", POLICY), ("old.json", "what stood there")]);
    let outputs = ["--output", "sarif=a.sarif", "--output", "json=old.json", "--output=junit=a.xml"];
    let run = run(folder.path(), &[&["check"], &outputs[..]].concat(), &[]);
    assert_eq!(run.code, 1);
    assert!(run.out.contains("error:"), "standard output has the usual form: {}", run.out);
    let read = |path: &str| fs::read_to_string(folder.path().join(path)).unwrap();
    assert!(read("a.sarif").contains("\"2.1.0\"") && read("a.xml").starts_with("<?xml"));
    assert!(read("old.json").contains("avouch/findings"));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 4, "nothing else is left");
}

#[test]
fn an_output_that_makes_no_sense_is_refused_before_anything_is_done() {
    let folder = folder(&[("a.policy", POLICY), ("sub/b.policy", POLICY)]);
    for (output, expected) in [
        (
            "a.sarif",
            "error: `--output a.sarif` names no form or no file\n  help: write `--output sarif=report.sarif`\n",
        ),
        ("sarf=a", "error: there is no form of report named `sarf`\n  help: did you mean `sarif`?\n"),
        (
            "xml=a",
            "error: there is no form of report named `xml`\n  help: the forms are `pretty`, `concise`, `json`, `sarif`, `github`, `gitlab`, `junit`\n",
        ),
        (
            "json=",
            "error: `--output json=` names no form or no file\n  help: write `--output sarif=report.sarif`\n",
        ),
        ("json=sub", "error: `sub` cannot be written: it is a folder\n"),
        ("json=none/a.json", "error: `none/a.json` cannot be written: no such file or directory\n"),
    ] {
        let run = run(folder.path(), &["check", "a.policy", "--output", output], &[]);
        assert_eq!((run.code, run.out.as_str(), run.err.as_str()), (2, "", expected));
    }
    let over = run(folder.path(), &["check", "--output=json=./sub/b.policy"], &[]);
    let refused = "error: `./sub/b.policy` is read in this check, so no report is written to it\n  help: give the report another name\n";
    assert_eq!((over.code, over.err.as_str()), (2, refused));
    assert_eq!(fs::read_to_string(folder.path().join("sub/b.policy")).unwrap(), POLICY);
    let twice = run(folder.path(), &["check", "--output=json=a", "--output=sarif=a"], &[]);
    assert_eq!(
        (twice.code, twice.err.as_str()),
        (2, "error: `a` cannot hold two reports\n  help: give each form its own file\n")
    );
}
