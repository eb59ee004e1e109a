//! What comes of a declaration: its part of the document and of the rule set, cut out of what a build makes.

use avouch::analysis::{Memory, analyse, artifacts};
use avouch::config::Settings;
use avouch::emit::{BuildOptions, Form as Output};
use avouch::syntax::Form;
use serde_json::Value;

use super::material::Example;

/// What every clause of a rule set has, which would only be in the way here.
const EVERYWHERE: [&str; 3] = ["anchor", "audience", "source"];
/// Longer excerpts are cut.
const LONGEST: usize = 60;

fn built(example: &Example, output: Output) -> Option<String> {
    let mut files = Memory::default();
    files.insert("page.policy", example.text.as_str());
    let analysis = analyse("page.policy", &files, &Settings::default());
    let options = BuildOptions { forms: vec![output], audiences: Vec::new(), languages: Vec::new() };
    let artifacts = artifacts(&analysis, &options).ok()?;
    let ending = if output == Output::Rules { ".json" } else { ".md" };
    let made = artifacts.into_iter().find(|artifact| artifact.path.ends_with(ending))?;
    String::from_utf8(made.bytes).ok()
}

/// The part of the document under a heading; without one, under the title of the first declaration of the keyword.
pub fn published(example: &Example, keyword: &str, heading: Option<&str>) -> Option<String> {
    let page = built(example, Output::Markdown)?;
    let title = if let Some(heading) = heading {
        heading.to_owned()
    } else {
        let fit = example.fits.iter().find(|fit| fit.declaration == keyword && fit.form == Form::Head)?;
        let words = &example.text[fit.words.start as usize..fit.words.end as usize];
        words.split('"').nth(1)?.to_owned()
    };
    let mut out = String::new();
    let mut depth = 0;
    for line in page.lines() {
        let level = line.bytes().take_while(|byte| *byte == b'#').count();
        if level > 0 {
            let text = line[level..].trim();
            let text = text
                .split_once(". ")
                .filter(|(number, _)| number.parse::<u32>().is_ok())
                .map_or(text, |(_, text)| text);
            if depth == 0 && text == title && level > 1 {
                depth = level;
            } else if depth > 0 && level <= depth {
                break;
            }
        }
        if depth > 0 {
            if line == "---" {
                break;
            }
            out.push_str(line);
            out.push('\n');
        }
    }
    (!out.is_empty()).then(|| cut(out.trim_end()))
}

/// The part of the rule set at a pointer such as `/commitments/0`; without one, the first clause with the name of the first
/// declaration of the keyword.
pub fn rules(example: &Example, keyword: &str, pointer: Option<&str>) -> Option<(String, String)> {
    let rules: Value = serde_json::from_str(&built(example, Output::Rules)?).ok()?;
    let (list, found) = if let Some(pointer) = pointer {
        let list = pointer.trim_start_matches('/').split('/').next().unwrap_or("");
        (list.to_owned(), rules.pointer(pointer)?.clone())
    } else {
        let fit = example.fits.iter().find(|fit| fit.declaration == keyword && fit.form == Form::Head)?;
        let words = &example.text[fit.words.start as usize..fit.words.end as usize];
        let name = words.split_whitespace().nth(1).filter(|name| !name.starts_with('"'))?;
        let object = rules.as_object()?;
        object.iter().find_map(|(list, value)| {
            let of = |value: &&Value| value.get("id").and_then(Value::as_str) == Some(name);
            let found = value.as_array()?.iter().find(of)?;
            Some((list.clone(), found.clone()))
        })?
    };
    let short = without(found);
    Some((list, cut(&pretty(&short, 0))))
}

fn without(value: Value) -> Value {
    match value {
        Value::Object(fields) => fields
            .into_iter()
            .filter(|(name, _)| !EVERYWHERE.contains(&name.as_str()))
            .map(|(name, value)| (name, without(value)))
            .collect(),
        Value::Array(values) => values.into_iter().map(without).collect(),
        other => other,
    }
}

/// JSON in which what fits on a line stands on a line.
fn pretty(value: &Value, indent: usize) -> String {
    let flat = flat(value);
    if flat.chars().count() + indent <= 110 {
        return flat;
    }
    let pad = " ".repeat(indent + 2);
    let end = " ".repeat(indent);
    match value {
        Value::Object(fields) => {
            let lines: Vec<String> = fields
                .iter()
                .map(|(name, value)| format!("{pad}\"{name}\": {}", pretty(value, indent + 2)))
                .collect();
            format!("{{\n{}\n{end}}}", lines.join(",\n"))
        }
        Value::Array(values) => {
            let lines: Vec<String> =
                values.iter().map(|value| format!("{pad}{}", pretty(value, indent + 2))).collect();
            format!("[\n{}\n{end}]", lines.join(",\n"))
        }
        _ => flat,
    }
}

fn flat(value: &Value) -> String {
    match value {
        Value::Object(fields) if !fields.is_empty() => {
            let parts: Vec<String> =
                fields.iter().map(|(name, value)| format!("\"{name}\": {}", flat(value))).collect();
            format!("{{ {} }}", parts.join(", "))
        }
        Value::Array(values) => format!("[{}]", values.iter().map(flat).collect::<Vec<_>>().join(", ")),
        other => other.to_string(),
    }
}

fn cut(text: &str) -> String {
    let lines: Vec<&str> = text.lines().collect();
    if lines.len() <= LONGEST { text.to_owned() } else { format!("{}\n…", lines[..LONGEST].join("\n")) }
}
