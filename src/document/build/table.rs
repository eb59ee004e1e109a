//! Tables, as the author wrote them.
//!
//! In: a table with its keys, columns and typed cells. Out: a table of the document, in which equal cells of a row are
//! joined, and each row and cell has its permanent name.

use super::context::Context;
use super::line::{Line, capitalised};
use super::{clause, values};
use crate::document::model::{Anchor, Block, Cell, CellRole, Inline, Row, Section, Table, TableStyle};
use crate::hir::{self, CellValue, Column, Label, Ref};
use crate::value::Name;

/// The section of a table that is declared on its own.
pub fn section(cx: &Context<'_>, name: &Name) -> Option<Section> {
    let declared = cx.program.tables.get(name)?;
    let mut section = Section::new(&declared.clause.anchor, "");
    section.title = capitalised(cx.title(&declared.clause));
    section.blocks.extend(clause::opening(cx, &declared.clause, Vec::new()));
    for own in &declared.tables {
        section.blocks.push(block(cx, own, capitalised(cx.title(&declared.clause)), None));
    }
    section.blocks.extend(clause::closing(cx, &declared.clause));
    Some(section)
}

/// A table with the title of what it belongs to as its caption.
pub fn block(cx: &Context<'_>, table: &hir::Table, title: Line, anchor: Option<&str>) -> Block {
    build(cx, table, title, anchor, None)
}

/// The table that a fact follows from.
pub fn derived(cx: &Context<'_>, table: &hir::Table, title: Line, fact: &str) -> Block {
    build(cx, table, title, None, Some(fact))
}

fn build(
    cx: &Context<'_>,
    table: &hir::Table,
    title: Line,
    anchor: Option<&str>,
    fact: Option<&str>,
) -> Block {
    let mut columns: Vec<Line> = table.keys.iter().map(|key| key_head(cx, key)).collect();
    columns.extend(table.columns.iter().map(|column| column_head(cx, table, column)));
    let rows = table.rows.iter().map(|row| self::row(cx, table, row, fact)).collect();
    let keys: Vec<Line> = table
        .keys
        .iter()
        .chain(table.by.as_deref())
        .filter(|key| cx.fact(key.name.as_str()).is_some())
        .map(|key| cx.small(plain(&key_head(cx, key))))
        .collect();
    let caption = if keys.is_empty() || fact.is_some() {
        title
    } else {
        cx.say("table-caption", &[("title", title.into()), ("facts", cx.and(keys).into())])
    };
    Block::Table(Table {
        anchor: anchor.map(Anchor::new),
        caption,
        style: if table.keys.len() == 1 && table.columns.len() > 1 {
            TableStyle::Matrix
        } else {
            TableStyle::Plain
        },
        columns,
        rows,
    })
}

fn plain(line: &[Inline]) -> Line {
    vec![Inline::text(crate::document::model::plain_text(line))]
}

/// The head of a key column: the title of its fact, or of what its rows name.
fn key_head(cx: &Context<'_>, key: &Ref) -> Line {
    match key.name.as_str() {
        "entitlement" => cx.say("table-entitlement", &[]),
        _ => fact_title(cx, key.name.as_str()),
    }
}

/// The title of a fact, its own or that of the language.
pub fn fact_title(cx: &Context<'_>, fact: &str) -> Line {
    let own = cx.fact(fact).filter(|fact| fact.clause.title.is_some());
    own.map_or_else(
        || vec![Inline::text(cx.wording().fact(&Name::new(fact, crate::source::Span::default())))],
        |fact| title_of(cx, fact),
    )
}

/// The title of a fact as it stands for itself.
pub fn title_of(cx: &Context<'_>, fact: &hir::Fact) -> Line {
    let question = cx.wording().fact_as_question(&fact.clause.name);
    question.map_or_else(|| cx.title(&fact.clause), |question| vec![Inline::Text(question)])
}

fn column_head(cx: &Context<'_>, table: &hir::Table, column: &Column) -> Line {
    match column {
        Column::Values(label) => {
            let fact = table.by.as_ref().map_or("", |by| by.name.as_str());
            capitalised(self::label(cx, fact, label))
        }
        Column::Sets(of) => match of.name.as_str() {
            "price" => cx.say("table-price", &[]),
            "primary" => cx.say("table-primary", &[]),
            "secondary" => cx.say("table-secondary", &[]),
            "below" => cx.say("table-below", &[]),
            "credit" => cx.say("table-credit", &[]),
            name if cx.fact(name).is_some() => capitalised(fact_title(cx, name)),
            _ => cx.head(of),
        },
    }
}

/// What a label says, as a title.
pub fn label(cx: &Context<'_>, key: &str, label: &Label) -> Line {
    match label {
        Label::Values(names) => cx.words.commas(names.iter().map(|name| value(cx, key, name))).into(),
        Label::Other(names) if names.is_empty() || names.len() > 4 => cx.say("table-other", &[]),
        Label::Other(names) => {
            let names: Line = cx.words.commas(names.iter().map(|name| value(cx, key, name))).into();
            cx.say("table-other-values", &[("values", names.into())])
        }
        Label::Any => cx.say("table-any", &[]),
    }
}

/// A value of a fact, or an entitlement or channel that a row names.
fn value(cx: &Context<'_>, key: &str, name: &Name) -> Line {
    match key {
        "entitlement" => cx
            .find("entitlement", name.as_str())
            .map_or_else(|| cx.named("entitlement", name), |found| cx.title(found)),
        "channel" => cx
            .find("channel", name.as_str())
            .map_or_else(|| cx.named("channel", name), |found| cx.title(found)),
        "term" => super::price::term_label(cx, name),
        _ => {
            let found =
                cx.fact(key).and_then(|fact| fact.values().iter().find(|value| value.clause.name == *name));
            match found {
                Some(found) if found.clause.title.is_some() => cx.title(&found.clause),
                _ => vec![Inline::text(cx.wording().value(&Name::new(key, name.span), name))],
            }
        }
    }
}

fn row(cx: &Context<'_>, table: &hir::Table, row: &hir::Row, fact: Option<&str>) -> Row {
    let mut cells: Vec<Cell> = Vec::new();
    for (key, label) in table.keys.iter().zip(&row.labels) {
        let words = capitalised(self::label(cx, key.name.as_str(), label));
        let mut cell = Cell::header(words);
        if key.name.as_str() == "entitlement"
            && let Label::Values(names) = label
        {
            for name in names {
                if let Some(clause) = cx.find("entitlement", name.as_str()) {
                    cx.stand_in(&clause.anchor, &row.anchor);
                    cell.small =
                        super::line::spaced([cell.small, clause::means(cx, clause), clause::see(cx, clause)]);
                    super::line::push_all(&mut cell.content, clause::marks(cx, &clause.notes));
                }
            }
        }
        cells.push(cell);
    }
    for (at, cell) in row.cells.iter().enumerate() {
        let (content, small) = content(cx, &cell.value, fact);
        let matrix = matches!(table.columns.get(at), Some(Column::Values(_)));
        match cells.last_mut() {
            Some(last)
                if at > 0
                    && matrix
                    && last.role == CellRole::Data
                    && last.content == content
                    && last.small == small
                    && super::plan::is_wide(&content, &small) =>
            {
                last.columns += 1;
                if let Some(anchor) = &last.anchor {
                    cx.stand_in(&cell.anchor, anchor.as_str());
                }
            }
            _ => cells.push(Cell::data(content).named(&cell.anchor).with_small(small)),
        }
    }
    let mut row = Row { anchor: Some(Anchor::new(&row.anchor)), cells };
    // A row with one cell has one place, whose name is that of the cell.
    if row.cells.iter().any(|cell| cell.anchor == row.anchor) {
        row.anchor = None;
    }
    row
}

/// What a cell says, and its small print.
fn content(cx: &Context<'_>, value: &CellValue, fact: Option<&str>) -> (Line, Line) {
    match value {
        CellValue::Figure(figure) => (capitalised(values::figure(cx, figure)), Line::new()),
        CellValue::Amount(amount) => (capitalised(values::amount(cx, amount)), Line::new()),
        CellValue::Grant(grant) => values::grant_cell(cx, grant),
        CellValue::Calendars(names) if names.is_empty() => (vec![mark(cx, false)], Line::new()),
        CellValue::Calendars(names) => (capitalised(cx.named_and("calendar", names)), Line::new()),
        CellValue::Value(name) => (capitalised(self::value(cx, fact.unwrap_or_default(), name)), Line::new()),
        CellValue::People(names) => {
            let people = names.iter().map(|name| super::role::person(cx, name)).collect();
            (capitalised(cx.and(people)), Line::new())
        }
        CellValue::Share(share) => (vec![Inline::text(cx.words.share(*share))], Line::new()),
        CellValue::Unfilled => (capitalised(cx.say("not-known-yet", &[])), Line::new()),
    }
}

/// "Yes" or "No" with its mark.
pub fn mark(cx: &Context<'_>, yes: bool) -> Inline {
    if yes { cx.words.yes() } else { cx.words.no() }
}
