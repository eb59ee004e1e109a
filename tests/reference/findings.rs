//! Which findings have to do with which declaration: those whose example to avoid has its mistake in one.

use std::collections::BTreeMap;

use avouch::analysis::{Memory, analyse};
use avouch::config::Settings;
use avouch::diagnostic::{Level, Profile, registry};
use avouch::source::{FileId, Source};
use avouch::syntax::{Form, fits};

use super::page::file;

/// Findings about the form of a text, which may be in any declaration.
pub const ANYWHERE: &[&str] = &[
    "syntax",
    "unknown-word",
    "unclosed-body",
    "unclosed-text",
    "empty-text",
    "slip",
    "impossible-value",
    "too-deep",
    "too-large",
    "unreadable-file",
    "unknown-name",
    "wrong-kind",
    "duplicate-name",
    "missing-translation",
    "repeated-translation",
    "undeclared-language",
    "unfilled",
    "unknown-quotation",
    "not-used-here",
    "excuse-form",
    "excuse-of-error",
    "excuse-without-reason",
    "unknown-excuse",
    "unused-excuse",
];

/// The names of the findings of each keyword.
pub fn by_declaration() -> BTreeMap<&'static str, Vec<&'static str>> {
    let mut found: BTreeMap<&'static str, Vec<&'static str>> = BTreeMap::new();
    for code in registry::ALL.iter().filter(|code| !ANYWHERE.contains(&code.name)) {
        let Some(text) = avoid(code.page) else { continue };
        let mut files = Memory::default();
        files.insert("page.policy", text);
        let settings = Settings { asked: Some(Profile::Strict), ..Settings::default() };
        let analysis = analyse("page.policy", &files, &settings);
        let fits = fits(FileId(0), &Source::new("page.policy", text));
        for finding in analysis.findings.iter().filter(|finding| finding.code.name == code.name) {
            let mut around = fits.iter().filter(|fit| fit.form == Form::Head).filter(|fit| {
                let whole = fit.body.map_or(fit.words, |body| fit.words.to(body));
                whole.start <= finding.span.start && finding.span.end <= whole.end
            });
            // A declaration in a section stands behind the section.
            if let Some(fit) = around.next_back() {
                let names = found.entry(fit.declaration).or_default();
                if !names.contains(&code.name) {
                    names.push(code.name);
                }
            }
        }
    }
    for names in found.values_mut() {
        names.sort_unstable();
    }
    found
}

fn avoid(page: &'static str) -> Option<&'static str> {
    page.split_once("\n## Avoid\n")?.1.split_once("```policy\n")?.1.split("```").next()
}

/// The first sentence of the page of a finding.
pub fn summary(name: &str) -> String {
    let page = registry::find(name).unwrap().page;
    page.lines().nth(2).unwrap_or("").trim_end_matches('.').to_owned()
}

/// The list of all findings, by level, each with where it is found.
pub fn index(found: &BTreeMap<&'static str, Vec<&'static str>>) -> String {
    let mut out = "# The findings\n\nEverything that `avouch check` can say about a policy, each with a page that shows it; `avouch explain NAME` \
                   prints the same page. [Settings](../language/files.md#settings) can make each an error, a warning or advice, or \
                   turn it off; a [profile](../what-counts.md#levels-and-profiles) reports what those before it report, and more.\n"
        .to_owned();
    let levels = [
        (Level::Error, "Errors", "The policy has no meaning, or two."),
        (Level::Warning, "Warnings", "The policy has a meaning that is probably not the one intended."),
        (Level::Advice, "Advice", "The policy could be better."),
    ];
    for (level, title, meaning) in levels {
        out.push_str(&format!(
            "\n## {title}\n\n{meaning}\n\n| finding | what it says | about | from the profile |\n|---|---|---|---|\n"
        ));
        let mut codes: Vec<_> = registry::ALL.iter().filter(|code| code.level == level).collect();
        codes.sort_by_key(|code| code.name);
        for code in codes {
            let name = code.name;
            let about: Vec<String> = found
                .iter()
                .filter(|(_, names)| names.contains(&name))
                .map(|(keyword, _)| format!("[{keyword}]({}.md)", file(keyword)))
                .collect();
            let about = if ANYWHERE.contains(&name) { "anything".to_owned() } else { about.join(", ") };
            out.push_str(&format!(
                "| [{name}](../findings/{name}.md) | {} | {about} | {} |\n",
                summary(name).replace('|', "\\|"),
                code.profile.word()
            ));
        }
    }
    out
}
