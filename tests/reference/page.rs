//! One page of the reference, in Markdown.

use avouch::syntax::schema::{self, Element, Pattern, Schema};

use super::material::{Example, Material};
use super::{findings, outcome, slots};

/// The name of the page of a keyword, without its ending.
pub fn file(keyword: &str) -> &str {
    if keyword == "body" { "every-body" } else { keyword }
}

fn title(keyword: &str) -> &str {
    if keyword == "body" { "What every body knows" } else { keyword }
}

/// The page of a declaration.
pub fn page(schema: &'static Schema, material: &Material, found: &[&str], wrong: &mut Vec<String>) -> String {
    let keyword = schema.keyword;
    let mut out = format!("# {}\n\n{}\n", title(keyword), schema.description());
    if !material.prose.is_empty() {
        out.push_str(&format!("\n{}\n", material.prose));
    }
    if keyword != "body" {
        out.push_str(&format!(
            "\n## How it is written\n\n{}",
            fenced(
                "policy",
                &format!("<!-- from: grammar/declarations/{keyword}.schema -->\n"),
                &schema.example()
            )
        ));
        out.push_str(&head(schema));
    }
    if !schema.statements.is_empty() {
        out.push_str("\n## Its statements\n");
        for pattern in &schema.statements {
            out.push_str(&statement(schema, pattern, material, wrong));
        }
    }
    if let Some(table) = schema.table {
        out.push_str(&format!(
            "\n## Its table\n\nThe columns: {table}. See [tables](../language/tables.md).\n"
        ));
        let tables = material.tables();
        if tables.is_empty() {
            wrong.push(format!("nothing shows a table of `{keyword}`"));
        }
        for table in tables {
            out.push_str(&format!("\n{}", fenced("policy", FROM, &table)));
        }
    }
    if keyword != "body" && keyword != "use" {
        out.push_str(&common(schema));
    }
    if !material.rest.is_empty() {
        out.push_str(&format!("\n{}\n", without_marks(&material.rest)));
    }
    if let Some(example) = material.examples.first().or(material.walk.as_ref()) {
        out.push_str(&what_comes_out(keyword, material, example, wrong));
    }
    if !found.is_empty() {
        out.push_str("\n## Findings\n\nWhat is found about it, beside [mistakes of form and unknown names](findings.md):\n\n");
        for name in found {
            out.push_str(&format!("- [{name}](../findings/{name}.md): {}.\n", findings::summary(name)));
        }
    }
    out
}

/// Said above lines that were taken out of a policy which another test runs.
const FROM: &str = "<!-- from: a policy of the tests -->\n";

fn fenced(language: &str, comment: &str, text: &str) -> String {
    format!("{comment}```{language}\n{}\n```\n", text.trim_end())
}

fn head(schema: &Schema) -> String {
    let words: Vec<String> = schema.head.iter().map(in_head).collect();
    let has = |name: &str| {
        schema.head.iter().any(|element| matches!(element, Element::Slot(slot) if slot.name == name))
    };
    let optional = schema.head.iter().any(|element| matches!(element, Element::Optional { .. }));
    let mut said = Vec::new();
    if has("name") {
        said.push("The **name** is what other lines, links and the rule set use");
    }
    if optional {
        said.push("the **title**, which may be left out, is what readers see");
    } else if has("title") {
        said.push("the **title** is what readers see");
    }
    let said = said.join("; ");
    let mut letters = said.chars();
    let said: String = letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect();
    format!(
        "\n`{}`\n{}",
        words.join(" "),
        if said.is_empty() { String::new() } else { format!("\n{said}.\n") }
    )
}

fn in_head(element: &Element) -> String {
    match element {
        Element::Word(word) => (*word).to_owned(),
        Element::Comma => ",".to_owned(),
        Element::Slot(slot) if slot.name == "name" => "name".to_owned(),
        Element::Slot(slot) if slot.name == "title" => "\"Title\"".to_owned(),
        Element::Slot(slot) => format!("<{}>", slot.name),
        Element::Choice { name, .. } => format!("<{name}>"),
        Element::Optional { elements, .. } => {
            format!("[{}]", elements.iter().map(in_head).collect::<Vec<_>>().join(" "))
        }
    }
}

fn statement(
    schema: &'static Schema,
    pattern: &Pattern,
    material: &Material,
    wrong: &mut Vec<String>,
) -> String {
    let mut out = format!("\n### {}\n\n{}\n", heading(pattern), pattern.description());
    let lines = slots::lines(pattern.elements());
    if !lines.is_empty() {
        out.push_str(&format!("\n{}\n", lines.join("\n")));
    }
    let mut marks = Vec::new();
    match (pattern.gives_value, pattern.hedged) {
        (true, true) => {
            marks.push("It gives a value, so that `except` or `usually` may stand before it.".to_owned());
        }
        // Of two rates the narrower one counts, with nothing before it.
        (true, false) if schema.keyword == "offer" => {}
        (true, false) => marks.push("It gives a value, so that `except` may stand before it.".to_owned()),
        (false, true) => marks.push("`usually` may stand before it.".to_owned()),
        (false, false) => {}
    }
    let inner: Vec<String> =
        schema::own(schema, Some(pattern)).iter().map(|inner| format!("`{}`", inner.written)).collect();
    if !inner.is_empty() {
        marks.push(format!("In braces behind it: {}.", inner.join(", ")));
    }
    if !marks.is_empty() {
        out.push_str(&format!("\n{}\n", marks.join(" ")));
    }
    let lines = material.lines(pattern);
    if lines.is_empty() {
        wrong.push(format!(
            "no example shows `{}` of `{}`; add a line to tests/language/{}.policy",
            pattern.tag, schema.keyword, schema.keyword
        ));
    }
    out.push_str(&format!("\n{}", fenced("policy", FROM, &lines.join("\n"))));
    out
}

/// The pattern as a heading: `notice <duration> [via <channel>]`, without the types of its slots.
fn heading(pattern: &Pattern) -> String {
    fn write(elements: &[Element], out: &mut String) {
        for element in elements {
            if !matches!(element, Element::Comma) && !out.is_empty() && !out.ends_with('[') {
                out.push(' ');
            }
            match element {
                Element::Word(word) => out.push_str(word),
                Element::Comma => out.push(','),
                Element::Slot(slot) => {
                    out.push_str(&format!("<{}{}>", slot.name, if slot.list { ", …" } else { "" }));
                }
                Element::Choice { words, .. } => out.push_str(&words.join("/")),
                Element::Optional { elements, .. } => {
                    let mut inner = String::new();
                    write(elements, &mut inner);
                    out.push_str(&format!("[{inner}]"));
                }
            }
        }
    }
    let mut out = String::new();
    write(pattern.elements(), &mut out);
    format!("`{out}`")
}

fn common(schema: &Schema) -> String {
    let also = if schema.holds_declarations {
        " It may also hold declarations, which are published where they stand."
    } else {
        ""
    };
    if schema.statements.is_empty() && schema.table.is_none() {
        format!(
            "\nIts body has no statements of its own; it knows [what every body knows](every-body.md).{also}\n"
        )
    } else {
        format!(
            "\nIts body also knows [what every body knows](every-body.md), and each statement may end in `as …`, `, because …`, `, see …` and \
             [a condition](../language/conditions.md).{also}\n"
        )
    }
}

/// What a comment of the prose says under a key.
fn mark<'a>(rest: &'a str, key: &str) -> Option<&'a str> {
    let start = rest.find(&format!("<!-- {key}: "))? + key.len() + 7;
    rest[start..].split(" -->").next()
}

/// The prose without the marks that are only for this page's making.
fn without_marks(rest: &str) -> String {
    let kept = rest
        .lines()
        .filter(|line| !["published", "rules"].iter().any(|key| line.starts_with(&format!("<!-- {key}: "))));
    kept.collect::<Vec<_>>().join("\n").trim_end().to_owned()
}

fn what_comes_out(keyword: &str, material: &Material, example: &Example, wrong: &mut Vec<String>) -> String {
    let mut out = String::new();
    let asked = mark(&material.rest, "published");
    match outcome::published(example, keyword, asked) {
        Some(text) => out.push_str(&format!("\n## What it publishes\n\n{}", fenced("markdown", "", &text))),
        None if asked.is_some_and(|asked| asked != "nothing") => {
            wrong.push(format!("{keyword}.md: no heading `{}`", asked.unwrap_or("")));
        }
        None => {}
    }
    let pointer = mark(&material.rest, "rules");
    match outcome::rules(example, keyword, pointer.filter(|pointer| *pointer != "nothing")) {
        Some((list, text)) => out.push_str(&format!(
            "\n## In the rule set\n\nUnder `{list}` of [the rule set](../rules.md), without the `source`, `anchor` and `audience` that every \
             clause has:\n\n{}",
            fenced("json", "", &text)
        )),
        None if pointer.is_some_and(|pointer| pointer != "nothing") => {
            wrong.push(format!("{keyword}.md: nothing is at `{}`", pointer.unwrap_or("")));
        }
        None => {}
    }
    out
}

/// The list of all pages.
pub fn index(keywords: &[&'static str]) -> String {
    let mut out = "# The declarations\n\nOne page for each thing that a policy can declare: what it is for, what it can say, what is \
                   published and what systems get. They are made from the [schemas](../../grammar/declarations/) that the tool itself \
                   reads.\n\n| declaration | what it is for |\n|---|---|\n"
        .to_owned();
    for keyword in keywords {
        let schema = schema::of(keyword).unwrap();
        let description = schema.description();
        let first = description.split(". ").next().unwrap_or("").trim_end_matches('.');
        out.push_str(&format!("| [{}]({}.md) | {first} |\n", title(keyword), file(keyword)));
    }
    out
}
