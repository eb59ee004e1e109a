//! What examples and tests try, as a page: each matrix with its cells marked, then what else is tried and what is not.
//!
//! In: a policy and what its cases try. Out: one page of HTML that needs nothing else. It is for those who write policies, in
//! English like findings; a mark is a word as well as a colour.

use super::html::escape::push_text;
use crate::evaluate::tried::{Kind, Thing, Tried};
use crate::hir::{Column, Label, Program, Ref, Table, spoken};
use crate::value::Name;
use std::collections::BTreeMap;

const STYLE: &str = "body{font:16px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem}\
table{border-collapse:collapse;margin:1rem 0}td,th{border:1px solid #888;padding:.3rem .6rem;text-align:left}\
.tried{background:#d8f0d8;color:#123}.missed{background:#f6d5d0;color:#311}";

/// A page for some policies, each with its path.
pub fn coverage(policies: &[(&str, &Program, &Tried)]) -> String {
    let mut page = String::from("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    page.push_str("<meta name=\"viewport\" content=\"width=device-width\">\n");
    page.push_str("<title>What examples and tests try</title>\n");
    page.push_str(&format!(
        "<style>{STYLE}</style>\n</head>\n<body>\n<h1>What examples and tests try</h1>\n"
    ));
    for (path, program, tried) in policies {
        page.push_str("<h2>");
        push_text(&mut page, path);
        page.push_str("</h2>\n<ul>\n");
        for (what, all, missed) in tried.sums().into_iter().filter(|(_, all, _)| *all > 0) {
            page.push_str(&format!("<li>{} of {all} {what}</li>\n", all - missed));
        }
        page.push_str("</ul>\n");
        let cells: BTreeMap<&str, bool> =
            tried.things.iter().map(|thing| (thing.anchor.as_str(), thing.tried)).collect();
        for (title, table) in tables(program) {
            matrix(&mut page, &title, table, &cells);
        }
        rest(&mut page, tried);
    }
    page.push_str("</body>\n</html>\n");
    page
}

/// The tables whose cells are rules, each with the title of what it stands in.
fn tables(program: &Program) -> Vec<(String, &Table)> {
    let title = |clause: &crate::hir::Clause| spoken(clause.title.as_deref(), &clause.name).to_owned();
    let commitments = program
        .commitments
        .values()
        .flat_map(|of| of.tables.iter().map(|table| (title(&of.clause), table)).collect::<Vec<_>>());
    let prices = program
        .prices
        .values()
        .flat_map(|of| of.tables.iter().map(|table| (title(&of.clause), table)).collect::<Vec<_>>());
    let own = program
        .tables
        .values()
        .flat_map(|of| of.tables.iter().map(|table| (title(&of.clause), table)).collect::<Vec<_>>());
    commitments.chain(prices).chain(own).collect()
}

fn matrix(page: &mut String, title: &str, table: &Table, cells: &BTreeMap<&str, bool>) {
    let known =
        table.rows.iter().flat_map(|row| &row.cells).any(|cell| cells.contains_key(cell.anchor.as_str()));
    if !known {
        return;
    }
    page.push_str("<table>\n<caption>");
    push_text(page, title);
    page.push_str("</caption>\n<tr>");
    let head = |page: &mut String, text: &str| {
        page.push_str("<th>");
        push_text(page, text);
        page.push_str("</th>");
    };
    table.keys.iter().for_each(|key| head(page, keyed(key)));
    table.columns.iter().for_each(|column| head(page, &column_name(column)));
    page.push_str("</tr>\n");
    for row in &table.rows {
        page.push_str("<tr>");
        row.labels.iter().for_each(|label| head(page, &label_name(label)));
        for cell in &row.cells {
            match cells.get(cell.anchor.as_str()) {
                Some(true) => page.push_str("<td class=\"tried\">tried</td>"),
                Some(false) => page.push_str("<td class=\"missed\">not tried</td>"),
                None => page.push_str("<td></td>"),
            }
        }
        page.push_str("</tr>\n");
    }
    page.push_str("</table>\n");
}

fn keyed(key: &Ref) -> &str {
    if key.keyword == "fact" { key.name.as_str() } else { key.keyword }
}

fn column_name(column: &Column) -> String {
    match column {
        Column::Values(label) => label_name(label),
        Column::Sets(of) => of.name.to_string(),
    }
}

fn label_name(label: &Label) -> String {
    match label {
        Label::Values(names) => names.iter().map(Name::as_str).collect::<Vec<_>>().join(", "),
        Label::Other(_) => "other".to_owned(),
        Label::Any => "any".to_owned(),
    }
}

/// Everything that stands in no table.
fn rest(page: &mut String, tried: &Tried) {
    let others: Vec<&Thing> = tried.things.iter().filter(|thing| thing.kind != Kind::Cell).collect();
    if others.is_empty() {
        return;
    }
    page.push_str("<table>\n<tr><th>what</th><th>name</th><th></th></tr>\n");
    for thing in others {
        let (class, word) = if thing.tried { ("tried", "tried") } else { ("missed", "not tried") };
        page.push_str(&format!("<tr><td>{}</td><td>", thing.kind.one()));
        push_text(page, &thing.name);
        page.push_str(&format!("</td><td class=\"{class}\">{word}</td></tr>\n"));
    }
    page.push_str("</table>\n");
}
