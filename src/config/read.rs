//! `avouch.toml` into [`Settings`]. Each key is looked at in place, so that a slip is shown where it stands and with the
//! nearest name; what is right is kept even when something else is wrong.

use std::borrow::Cow;
use std::ops::Range;
use std::path::Component;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{Choice, Folder, Levels, Settings, level, profile};
use crate::diagnostic::{Code, Diagnostic, Level, Profile, nearest, registry};
use crate::source::{FileId, Source, Span};

type Key<'i> = Spanned<Cow<'i, str>>;
type Value<'i> = Spanned<DeValue<'i>>;

/// The settings of a file and the findings about it.
pub fn read(source: &Source, file: FileId) -> (Settings, Vec<Diagnostic>) {
    let mut reader = Reader { file, findings: Vec::new() };
    let (table, errors) = DeTable::parse_recoverable(source.text());
    for error in errors {
        let place = reader.span(&error.span().unwrap_or(0..0));
        let finding =
            Diagnostic::new(&registry::SETTINGS_SYNTAX, place, "these settings are not in the form of TOML")
                .label(error.message().replace('\n', ", "))
                .help("write each setting as `name = \"value\"`, below the heading that it belongs to");
        reader.findings.push(finding);
    }
    // What is left after a fault of form may lack half of its keys; finding fault with that would be noise.
    if !reader.findings.is_empty() {
        crate::diagnostic::sort(&mut reader.findings);
        return (Settings::default(), reader.findings);
    }
    let settings = reader.settings(table.get_ref());
    crate::diagnostic::sort(&mut reader.findings);
    (settings, reader.findings)
}

struct Reader {
    file: FileId,
    findings: Vec<Diagnostic>,
}

impl Reader {
    fn settings(&mut self, table: &DeTable<'_>) -> Settings {
        let mut settings = Settings::default();
        for (key, value) in table {
            match key.get_ref().as_ref() {
                "levels" => settings.levels = self.levels(value),
                "folder" => settings.folders = self.folders(value),
                "fail-on" => settings.fail_on = self.fail_on(value),
                "output" => settings.output = self.output(value),
                "profile" => settings.profile = self.profile(value),
                _ => self.unknown_key(key, &["profile", "levels", "folder", "fail-on", "output"]),
            }
        }
        settings
    }

    fn levels(&mut self, value: &Value<'_>) -> Levels {
        let mut levels = Levels::new();
        let DeValue::Table(table) = value.get_ref() else {
            self.wrong(
                value,
                "`levels` holds one line for each finding",
                "write `[levels]` and below it `finding-name = \"warning\"`",
            );
            return levels;
        };
        for (key, value) in table {
            let Some(code) = registry::find(key.get_ref()) else {
                self.unknown_rule(key);
                continue;
            };
            let choice = text(value).and_then(|word| match word {
                "off" => Some(Choice::Off),
                word => level(word).map(Choice::At),
            });
            match choice {
                Some(choice) => drop(levels.insert(code.name, choice)),
                None => self.wrong_level(
                    value,
                    &format!("the level of `{}`", code.name),
                    &["error", "warning", "advice", "off"],
                ),
            }
        }
        levels
    }

    fn folders(&mut self, value: &Value<'_>) -> Vec<Folder> {
        const HELP: &str = "write `[[folder]]`, then `path = \"drafts\"` and `profile` or `levels = { finding-name = \"off\" }`";
        let DeValue::Array(entries) = value.get_ref() else {
            self.wrong(value, "each `folder` is a heading in double brackets", HELP);
            return Vec::new();
        };
        let mut folders = Vec::new();
        for entry in entries {
            let DeValue::Table(table) = entry.get_ref() else {
                self.wrong(entry, "each `folder` is a heading in double brackets", HELP);
                continue;
            };
            let (mut path, mut profile, mut levels, mut named) = (None, None, Levels::new(), false);
            for (key, value) in table {
                match key.get_ref().as_ref() {
                    "path" => (path, named) = (self.folder_path(value), true),
                    "profile" => profile = self.profile(value),
                    "levels" => levels = self.levels(value),
                    _ => self.unknown_key(key, &["path", "profile", "levels"]),
                }
            }
            if !named {
                self.wrong(entry, "this folder has no `path`", HELP);
            }
            folders.extend(path.map(|path| Folder { path, profile, levels }));
        }
        folders
    }

    fn folder_path(&mut self, value: &Value<'_>) -> Option<String> {
        let path = text(value).and_then(|text| {
            let parts: Vec<&str> = text.split('/').filter(|part| !part.is_empty() && *part != ".").collect();
            let inside = !text.starts_with('/') && !text.contains('\\') && !parts.contains(&"..");
            inside.then(|| parts.join("/"))
        });
        if path.is_none() {
            self.wrong(
                value,
                "`path` is a folder inside the workspace",
                "write it from the folder of avouch.toml, with `/`: `path = \"policies/drafts\"`",
            );
        }
        path
    }

    fn fail_on(&mut self, value: &Value<'_>) -> Option<Level> {
        let level = text(value).and_then(level);
        if level.is_none() {
            self.wrong_level(value, "`fail-on`", &["error", "warning", "advice"]);
        }
        level
    }

    fn profile(&mut self, value: &Value<'_>) -> Option<Profile> {
        let found = text(value).and_then(profile);
        if found.is_none() {
            self.wrong_level(value, "`profile`", &Profile::ALL.map(Profile::word));
        }
        found
    }

    fn output(&mut self, value: &Value<'_>) -> Option<String> {
        let folder = text(value).filter(|text| !text.is_empty()).map(str::to_owned);
        if folder.is_none() {
            self.wrong(
                value,
                "`output` is the folder that builds are written to",
                "write it in quotes: `output = \"site\"`",
            );
        }
        let outside = |folder: &String| {
            let path = std::path::Path::new(folder);
            path.has_root()
                || path.components().any(|part| !matches!(part, Component::Normal(_) | Component::CurDir))
        };
        if folder.as_ref().is_some_and(outside) {
            self.wrong(
                value,
                "`output` is a folder beside the settings or below them",
                "write a path without `..`; `avouch build -o <folder>` writes anywhere",
            );
            return None;
        }
        folder
    }

    fn wrong_level(&mut self, value: &Value<'_>, what: &str, words: &[&str]) {
        let listed = words.iter().map(|word| format!("`\"{word}\"`")).collect::<Vec<_>>();
        let (last, first) = listed.split_last().map_or(("", &[][..]), |(last, first)| (last.as_str(), first));
        let mut finding = self.finding(
            &registry::WRONG_SETTING,
            value.span(),
            format!("{what} can be {} or {last}", first.join(", ")),
        );
        if let Some(near) = text(value).and_then(|text| nearest(text, words.iter().copied())) {
            finding = finding.label(format!("did you mean `\"{near}\"`?"));
        }
        self.findings.push(finding);
    }

    fn wrong(&mut self, value: &Value<'_>, message: &str, help: &str) {
        let finding = self.finding(&registry::WRONG_SETTING, value.span(), message.to_owned()).help(help);
        self.findings.push(finding);
    }

    fn unknown_key(&mut self, key: &Key<'_>, known: &[&str]) {
        let name = key.get_ref();
        let finding =
            self.finding(&registry::UNKNOWN_SETTING, key.span(), format!("`{name}` is not a setting"));
        let listed = known.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
        self.findings.push(match nearest(name, known.iter().copied()) {
            Some(near) => finding.label(format!("did you mean `{near}`?")),
            None => {
                finding.label("not known here").help(format!("the settings that may stand here are {listed}"))
            }
        });
    }

    fn unknown_rule(&mut self, key: &Key<'_>) {
        let name = key.get_ref();
        let finding = self.finding(
            &registry::UNKNOWN_SETTING,
            key.span(),
            format!("there is no finding named `{name}`"),
        );
        let near = nearest(name, registry::ALL.iter().map(|code| code.name));
        self.findings.push(match near {
            Some(near) => finding.label(format!("did you mean `{near}`?")),
            None => finding.label("not known").help("`avouch explain` lists all findings"),
        });
    }

    fn finding(&self, code: &'static Code, range: Range<usize>, message: String) -> Diagnostic {
        Diagnostic::new(code, self.span(&range), message)
    }

    fn span(&self, range: &Range<usize>) -> Span {
        Span::new(self.file, range.start, range.end)
    }
}

fn text<'v>(value: &'v Value<'_>) -> Option<&'v str> {
    value.get_ref().as_str()
}

#[cfg(test)]
#[path = "read_tests.rs"]
mod tests;
