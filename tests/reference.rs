//! The reference of the language is made from the schemas: `AVOUCH_UPDATE=1 cargo test --test reference` writes
//! `docs/reference/` anew.
//!
//! In: `grammar/declarations/*.schema` with the prose beside each (`*.md`), the small policies of `tests/language/`, and the
//! examples of the findings. Out: one page for each declaration, whose examples have been run.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop where the tool may not")]

#[path = "reference/findings.rs"]
mod findings;
#[path = "reference/material.rs"]
mod material;
#[path = "reference/outcome.rs"]
mod outcome;
#[path = "reference/page.rs"]
mod page;
#[path = "reference/slots.rs"]
mod slots;

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use avouch::syntax::ast::Declaration;
use avouch::syntax::schema;

use material::Material;

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("docs/reference")
}

/// The keywords of all pages: `use`, every declaration, and what every body knows.
fn keywords() -> Vec<&'static str> {
    let mut all = vec!["use"];
    all.extend(Declaration::KEYWORDS);
    all.push("body");
    all
}

/// All pages by file name, and what is wrong with their sources.
fn pages() -> (BTreeMap<String, String>, Vec<String>) {
    let found = findings::by_declaration();
    let mut wrong = Vec::new();
    let mut pages = BTreeMap::new();
    for keyword in keywords() {
        let schema = schema::of(keyword).unwrap();
        let material = Material::of(schema);
        wrong.extend(material.problems());
        let shown = found.get(keyword).map_or(&[][..], Vec::as_slice);
        pages.insert(format!("{}.md", page::file(keyword)), page::page(schema, &material, shown, &mut wrong));
    }
    pages.insert("README.md".to_owned(), page::index(&keywords()));
    pages.insert("findings.md".to_owned(), findings::index(&found));
    (pages, wrong)
}

#[test]
fn the_reference_is_what_the_schemas_say() {
    let (pages, wrong) = pages();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let folder = folder();
    if std::env::var_os("AVOUCH_UPDATE").is_some() {
        fs::create_dir_all(&folder).unwrap();
        for (name, text) in &pages {
            fs::write(folder.join(name), text).unwrap();
        }
    }
    for (name, text) in &pages {
        let there = fs::read_to_string(folder.join(name)).unwrap_or_default();
        assert!(
            there == *text,
            "docs/reference/{name} is not what the schema says; `AVOUCH_UPDATE=1 cargo test --test reference` writes it anew"
        );
    }
    for entry in fs::read_dir(folder).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        assert!(pages.contains_key(&name), "docs/reference/{name} belongs to no declaration");
    }
}

#[test]
fn prose_stands_beside_a_schema() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("grammar/declarations");
    for entry in fs::read_dir(folder).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        if let Some(keyword) = name.strip_suffix(".md") {
            assert!(keywords().contains(&keyword), "{name} belongs to no page");
        }
    }
}
