//! Documents as plain lines, for tests to read: one line for a paragraph, an item, a row of a table.

use crate::document::model::{Block, Document, Inline, ListKind, Section, Table, Term, plain_text};

/// All that a document says.
pub fn text(document: &Document) -> String {
    let mut out = Vec::new();
    out.push(format!("# {}", document.title.title));
    out.push(line(&document.title.lead));
    for fact in &document.title.facts {
        out.push(format!("{}: {}", fact.name, line(&fact.value)));
    }
    for section in document.glance.iter().chain(&document.sections) {
        self::section(section, 2, &mut out);
    }
    for (index, note) in document.notes.iter().enumerate() {
        out.push(format!("[{}] {}", index + 1, line(&note.content)));
    }
    out.extend(document.colophon.iter().map(|paragraph| line(&paragraph.content)));
    out.push(document.window_title.clone());
    out.extend(
        document
            .metadata
            .questions
            .iter()
            .map(|question| format!("{}: {}", question.question, question.answer)),
    );
    out.join("\n").replace('\u{A0}', " ")
}

fn section(section: &Section, level: usize, out: &mut Vec<String>) {
    let number = section.number.as_ref().map_or_else(String::new, |number| format!("{number} "));
    out.push(format!("{} {number}{}", "#".repeat(level), line(&section.title)));
    blocks(&section.blocks, "", out);
    for part in &section.subsections {
        self::section(part, level + 1, out);
    }
}

fn blocks(blocks: &[Block], indent: &str, out: &mut Vec<String>) {
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) => out.push(format!("{indent}{}", line(&paragraph.content))),
            Block::Heading(heading) => out.push(format!("{indent}= {}", line(&heading.content))),
            Block::List(list) => {
                for (at, item) in list.items.iter().enumerate() {
                    let mark = match list.kind {
                        ListKind::Bulleted => "-".to_owned(),
                        ListKind::Numbered { .. } => format!("{}.", at + 1),
                    };
                    let mut inner = Vec::new();
                    self::blocks(&item.content, "", &mut inner);
                    let mut lines = inner.into_iter();
                    out.push(format!("{indent}{mark} {}", lines.next().unwrap_or_default()));
                    out.extend(lines.map(|line| format!("{indent}  {line}")));
                }
            }
            Block::Steps(steps) => {
                for (at, step) in steps.iter().enumerate() {
                    let content = line(&step.content);
                    let between = if content.is_empty() { "" } else { " — " };
                    out.push(format!("{indent}{}. {}{between}{content}", at + 1, line(&step.title)));
                }
            }
            Block::Terms(terms) => {
                out.extend(terms.iter().map(|term| format!("{indent}{}", self::term(term))));
            }
            Block::Table(table) => self::table(table, indent, out),
            Block::Note(inner) | Block::Quote(inner) => self::blocks(inner, &format!("{indent}> "), out),
            Block::Code(code) => out.push(format!("{indent}`{}`", code.text)),
            Block::Example(example) => {
                out.push(format!("{indent}example: {}", line(&example.title)));
                self::blocks(&example.blocks, indent, out);
            }
            Block::Figure(figure) => {
                out.push(format!("{indent}figure: {}", line(&figure.caption)));
                self::blocks(&figure.blocks, indent, out);
            }
            Block::Beside(groups) => groups.iter().for_each(|inner| self::blocks(inner, indent, out)),
            Block::Separator => out.push(format!("{indent}---")),
        }
    }
}

fn term(term: &Term) -> String {
    let descriptions: Vec<String> =
        term.descriptions.iter().map(|description| line(&description.content)).collect();
    format!("{}: {}", line(&term.name), descriptions.join(" / "))
}

fn table(table: &Table, indent: &str, out: &mut Vec<String>) {
    out.push(format!("{indent}table: {}", line(&table.caption)));
    let columns: Vec<String> = table.columns.iter().map(|column| line(column)).collect();
    out.push(format!("{indent}| {} |", columns.join(" | ")));
    for row in &table.rows {
        let cells = row.cells.iter().map(|cell| {
            let mut words = line(&cell.content);
            if !cell.small.is_empty() {
                words = format!("{words} ({})", line(&cell.small));
            }
            if cell.columns > 1 { format!("{words} ×{}", cell.columns) } else { words }
        });
        out.push(format!("{indent}| {} |", cells.collect::<Vec<_>>().join(" | ")));
    }
}

/// The words of a line, with ordinary blanks, and notes as numbers.
fn line(content: &[Inline]) -> String {
    let mut words = String::new();
    for inline in content {
        match inline {
            Inline::NoteRef(index) => words += &["[", &(index + 1).to_string(), "]"].concat(),
            Inline::Strong(inner)
            | Inline::Emphasis(inner)
            | Inline::NoBreak(inner)
            | Inline::Link { content: inner, .. }
            | Inline::Time { content: inner, .. }
            | Inline::Language { content: inner, .. } => words.push_str(&line(inner)),
            other => words.push_str(&plain_text(std::slice::from_ref(other))),
        }
    }
    words.replace('\u{A0}', " ")
}
