//! Every fix that a finding offers is tried: the page of the finding shows what it makes of the example to avoid, and
//! `tests/fixes/NAME.policy` holds further cases, a text and what it becomes. In each of them what comes out can be laid out, has
//! no other error, does not have what was mended, and, where both texts have a meaning, differs in the rule set only as shown.
//!
//! `AVOUCH_UPDATE=1 cargo test --test fixes` writes the parts of the pages and of the cases that follow from the others; read
//! what changed. A fix that is written in the source and tried nowhere fails the last test.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop where the tool may not")]

#[path = "fixes/sites.rs"]
mod sites;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use avouch::analysis::{Analysis, Memory, analyse};
use avouch::config::Settings;
use avouch::diagnostic::fixes::{self, Change};
use avouch::diagnostic::{Code, Diagnostic, Fix, Level, Profile, registry};
use avouch::emit::rules;
use avouch::format;
use avouch::hir::{Audience, Published};
use avouch::time::Date;

const CASE: &str = "# --- ";
const THEN: &str = "# becomes\n";
/// A fixture that many cases begin with.
const SHARED: &str = "# with the head\n";

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn found(text: &str) -> Analysis {
    let mut files = Memory::default().on(Date::new(2026, 11, 22));
    files.insert("support.policy", text);
    files.insert(
        "common.policy",
        "calendar office \"Office hours\" { open Mon..Fri 09:00..17:00; open on holidays }\n",
    );
    analyse("support.policy", &files, &Settings { asked: Some(Profile::Strict), ..Settings::default() })
}

fn changes(fix: &Fix) -> Vec<Change<()>> {
    let change = |edit: &avouch::diagnostic::Edit| Change {
        file: (),
        range: edit.span.range(),
        text: edit.text.clone(),
    };
    fix.edits.iter().map(change).collect()
}

/// The text with the fixes of one finding carried out until nothing is left to do; safe ones alone, or all that need no choice.
fn mended(text: &str, code: &Code, unsafe_too: bool) -> String {
    let mut text = text.to_owned();
    for _ in 0..8 {
        let all = found(&text).findings;
        let of_this = all.iter().filter(|finding| finding.code == code);
        let of_this =
            of_this.filter_map(|finding| fixes::of(finding, unsafe_too)).filter(|fix| unsafe_too || fix.safe);
        let chosen: Vec<Change<()>> = fixes::together(of_this.map(changes)).into_iter().flatten().collect();
        if chosen.is_empty() {
            return text;
        }
        text = fixes::apply(&text, &chosen);
    }
    panic!("{}: its fixes never come to an end:\n{text}", code.name)
}

/// The rule set of a text, if it can have one. A slip is understood, so that it keeps none of it back.
fn rule_set(analysis: &Analysis) -> Option<serde_json::Value> {
    // What could not be read is in no rule set.
    let program = analysis.program.as_ref().filter(|program| program.complete)?;
    let public = Published { audience: Audience::Everybody };
    let set = rules::rules(program, &public, &analysis.sources).ok()?;
    let mut set = serde_json::from_str(&rules::json(&set).ok()?).ok()?;
    without_words(&mut set);
    Some(set)
}

/// Takes out the words that people read, which a fix may change, and digests of the text.
fn without_words(value: &mut serde_json::Value) {
    match value {
        serde_json::Value::Object(members) => {
            members.retain(|name, value| {
                let words = value.as_object().is_some_and(|by_language| by_language.contains_key("en"));
                !words && !matches!(name.as_str(), "quotations" | "digest")
            });
            members.values_mut().for_each(without_words);
        }
        serde_json::Value::Array(all) => all.iter_mut().for_each(without_words),
        _ => {}
    }
}

/// What is wrong with what a fix makes.
fn judged(code: &Code, before: &str, after: &str, safe: bool, wrong: &mut Vec<String>) {
    let name = code.name;
    let (was, is) = (found(before), found(after));
    let of = |analysis: &Analysis| analysis.findings.iter().filter(|finding| finding.code == code).count();
    if of(&is) >= of(&was) {
        wrong.push(format!("{name}: its fix leaves what it should mend:\n{after}"));
    }
    let errors = |analysis: &Analysis| -> Vec<&'static str> {
        let grave = analysis.findings.iter().filter(|it| it.code.level == Level::Error && it.code != code);
        grave.map(|finding| finding.code.name).collect()
    };
    if errors(&is).len() > errors(&was).len() {
        wrong.push(format!("{name}: its fix makes {:?}:\n{after}", errors(&is)));
    }
    match format::format(after) {
        Ok(laid_out) => {
            let again = found(&laid_out.text).findings.into_iter().map(|finding| finding.code.name);
            let again: Vec<&str> = again.filter(|other| *other != "untidy-layout").collect();
            let now: Vec<&str> = is
                .findings
                .iter()
                .map(|finding| finding.code.name)
                .filter(|other| *other != "untidy-layout")
                .collect();
            if again != now {
                wrong.push(format!(
                    "{name}: laid out, what its fix makes has {again:?} and not {now:?}:\n{}",
                    laid_out.text
                ));
            }
        }
        Err(fault) => {
            wrong.push(format!("{name}: what its fix makes cannot be laid out: {fault:?}:\n{after}"));
        }
    }
    if let (true, Some(was), Some(is)) = (safe, rule_set(&was), rule_set(&is))
        && was != is
    {
        wrong.push(format!("{name}: its safe fix changes the meaning:\n{after}"));
    }
}

/// The first example under a heading of a page.
fn example<'p>(page: &'p str, heading: &str) -> Option<&'p str> {
    let section = page.split_once(&format!("\n## {heading}\n"))?.1.split("\n## ").next()?;
    Some(section.split_once("```policy\n")?.1.split_once("```")?.0)
}

fn updating() -> bool {
    std::env::var_os("AVOUCH_UPDATE").is_some()
}

/// The part of a page that shows what a fix makes, as it is laid out.
fn part(code: &Code, after: &str, safe: bool) -> String {
    let laid_out = format::format(after).map_or_else(|_| after.to_owned(), |laid_out| laid_out.text);
    let option = if safe { "--fix" } else { "--unsafe-fixes" };
    let also =
        if laid_out == after || code.name == "untidy-layout" { "" } else { ", laid out by `avouch fmt`" };
    format!(
        "\n## Mended\n\n`avouch check {option}` makes this of the first example{also}:\n\n```policy\n{laid_out}```\n"
    )
}

#[test]
fn every_page_shows_what_the_fix_of_its_finding_makes() {
    let mut wrong = Vec::new();
    let mut shown = 0;
    for code in registry::ALL {
        let name = code.name;
        let path = root().join(format!("docs/findings/{name}.md"));
        let page = fs::read_to_string(&path).unwrap();
        let own = page.split_once("\n## Mended\n").map_or(page.as_str(), |(before, _)| before).trim_end();
        let mut expected = format!("{own}\n");
        if let Some(avoid) = example(&page, "Avoid") {
            let safely = mended(avoid, code, false);
            let after = mended(avoid, code, true);
            if after != avoid {
                shown += 1;
                judged(code, avoid, &after, safely == after, &mut wrong);
                expected.push_str(&part(code, &after, safely == after));
            }
        }
        if expected != page {
            if updating() {
                fs::write(&path, expected).unwrap();
            } else {
                wrong.push(format!(
                    "{name}: its page does not show what its fix makes; run with AVOUCH_UPDATE=1 and read it"
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n\n"));
    assert!(shown > 20, "only {shown} pages show a fix");
}

/// A case: the finding, its name, a text, and what it becomes.
struct Case {
    code: &'static Code,
    title: String,
    text: String,
    becomes: String,
}

fn paths() -> Vec<PathBuf> {
    let entries = fs::read_dir(root().join("tests/fixes")).unwrap().map(|entry| entry.unwrap().path());
    let mut paths: Vec<PathBuf> =
        entries.filter(|path| path.extension().is_some_and(|end| end == "policy")).collect();
    paths.sort();
    paths
}

/// The cases of a file, without what their text begins with.
fn cases(path: &Path) -> Vec<Case> {
    let name = path.file_stem().unwrap().to_str().unwrap();
    let code = registry::find(name).unwrap_or_else(|| panic!("{name} is no finding"));
    let text = fs::read_to_string(path).unwrap();
    let parts = text.split(CASE).skip(1);
    let case = |part: &str| {
        let (title, rest) = part.split_once('\n').expect("a case has a text");
        let (text, becomes) = rest.split_once(THEN).unwrap_or((rest, ""));
        Case { code, title: title.to_owned(), text: text.to_owned(), becomes: becomes.to_owned() }
    };
    parts.map(case).collect()
}

fn whole(part: &str) -> String {
    let head = include_str!("fixes/head.txt");
    part.strip_prefix(SHARED).map_or_else(|| part.to_owned(), |rest| format!("{head}{rest}"))
}

#[test]
fn every_case_becomes_what_stands_under_it() {
    let mut wrong = Vec::new();
    for path in paths() {
        let mut written = String::new();
        for Case { code, title, text, becomes } in cases(&path) {
            let before = whole(&text);
            let offers = found(&before)
                .findings
                .into_iter()
                .filter(|finding| finding.code == code && !finding.fixes.is_empty());
            let offers: Vec<Diagnostic> = offers.collect();
            let after = mended(&before, code, true);
            let safe = mended(&before, code, false) == after;
            let mut made = after.clone();
            if after != before {
                judged(code, &before, &after, safe, &mut wrong);
            } else if offers.is_empty() {
                wrong.push(format!(
                    "{}, {title}: offers no fix; found {:?}",
                    code.name,
                    found(&before).findings.iter().map(|it| (it.code.name, &it.message)).collect::<Vec<_>>()
                ));
            } else {
                // Of several the author has to choose: each of them mends it.
                made.clear();
                for fix in offers.iter().flat_map(|finding| &finding.fixes) {
                    let after = fixes::apply(&before, &changes(fix));
                    judged(code, &before, &after, false, &mut wrong);
                    made.push_str(&shown(&text, &after));
                }
            }
            let made = if after == before { made } else { shown(&text, &made) };
            if made != becomes && !updating() {
                wrong.push(format!("{}, {title}: becomes\n{made}", code.name));
            }
            written.push_str(&format!("{CASE}{title}\n{text}{THEN}{made}"));
        }
        if updating() {
            fs::write(&path, written).unwrap();
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n\n"));
}

/// What a case becomes, without the head that it shares.
fn shown(text: &str, after: &str) -> String {
    let head = include_str!("fixes/head.txt");
    let own = if text.starts_with(SHARED) {
        after.strip_prefix(head).expect("the head is as it was")
    } else {
        after
    };
    format!("{}\n", own.trim_end())
}

/// The texts in which fixes are tried, here and in `tests/slips.rs`, each with the titles of the fixes that it offers.
fn tried() -> Vec<(&'static str, String)> {
    let mut texts: Vec<String> =
        registry::ALL.iter().filter_map(|code| Some(example(code.page, "Avoid")?.to_owned())).collect();
    texts.extend(paths().iter().flat_map(|path| cases(path)).map(|case| whole(&case.text)));
    for list in [include_str!("slips/habits.txt"), include_str!("slips/statements.txt")] {
        let lines = list.lines().filter(|line| !line.is_empty() && !line.starts_with("# "));
        texts.extend(lines.filter_map(|line| {
            let mut parts = line.split(" | ");
            let (keyword, wrong) = (parts.next()?, parts.next()?);
            Some(format!(
                "{keyword} {} {{\n  {wrong}\n}}\n",
                if matches!(keyword, "changes" | "scope") { "" } else { "x \"X\"" }
            ))
        }));
    }
    let mut titles = Vec::new();
    for text in texts {
        let all = found(&text).findings;
        let of_one: BTreeSet<(&'static str, String)> = all
            .into_iter()
            .flat_map(|finding| finding.fixes.into_iter().map(move |fix| (finding.code.name, fix.title)))
            .collect();
        titles.extend(of_one);
    }
    titles
}

#[test]
fn no_fix_in_the_source_is_forgotten() {
    let tried = tried();
    let mut sites: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for site in sites::all(&root().join("src")) {
        sites.entry(site.title).or_default().push(site.place);
    }
    let mut wrong = Vec::new();
    for (title, places) in &sites {
        let titles = tried.iter().filter(|(_, tried)| sites::fits(title, tried)).count();
        if titles < places.len() {
            wrong.push(format!(
                "a fix called {title} is attached in {} and tried {titles} times: add a case to tests/fixes",
                places.join(", ")
            ));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    assert!(sites.len() > 20, "the source is read");
}

#[test]
fn every_finding_that_offers_a_fix_shows_it_on_its_page_or_in_a_case() {
    let shown: BTreeSet<&str> = registry::ALL
        .iter()
        .filter(|code| code.page.contains("\n## Mended\n"))
        .map(|code| code.name)
        .collect();
    let with_cases: BTreeSet<String> =
        paths().iter().map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned()).collect();
    let missing: BTreeSet<&str> = tried()
        .into_iter()
        .map(|(name, _)| name)
        .filter(|name| !shown.contains(name) && !with_cases.contains(*name))
        .collect();
    assert!(missing.is_empty(), "no test shows what the fixes of these make: {missing:?}");
}
