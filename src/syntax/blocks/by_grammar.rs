//! The outline as the rule `file` of the grammar gives it.

use super::{Block, Blocks, Body, Clause, Open, Table};
use crate::syntax::grammar::{Pair, R, prefix};
use std::ops::Range;

/// The outline of a whole text.
pub(super) fn file(text: &str) -> Option<Blocks> {
    let pair = prefix(R::file, text)?;
    let comments = pair.clone().into_inner().flatten().filter(|part| part.as_rule() == R::comment);
    let comments = comments.map(|comment| place(&comment, 0)).collect();
    Some(Blocks { parts: parts(pair), comments })
}

/// The words of the clause that begins at an offset: their end, the comments in them, and the first text without end.
pub(super) fn head(
    text: &str,
    start: usize,
    comments: &mut Vec<Range<usize>>,
) -> Option<(usize, Option<Open>)> {
    let pair = prefix(R::head, &text[start..])?;
    let end = start + pair.as_span().end();
    let open = self::open(pair.clone(), start);
    let inner = pair.into_inner().filter(|part| part.as_rule() == R::comment);
    comments.extend(inner.map(|comment| place(&comment, start)));
    Some((end, open))
}

fn place(pair: &Pair<'_>, offset: usize) -> Range<usize> {
    let span = pair.as_span();
    offset + span.start()..offset + span.end()
}

fn open(head: Pair<'_>, offset: usize) -> Option<Open> {
    let open = head.into_inner().find(|part| part.as_rule() != R::comment)?;
    Some(Open { block: open.as_rule() == R::open_block, place: place(&open, offset) })
}

fn parts(pair: Pair<'_>) -> Vec<Block> {
    pair.into_inner().filter_map(block).collect()
}

fn block(pair: Pair<'_>) -> Option<Block> {
    let at = place(&pair, 0);
    Some(match pair.as_rule() {
        R::clause => Block::Clause(clause(pair)),
        R::table => {
            let rows = pair.into_inner().filter(|part| part.as_rule() == R::row);
            Block::Table(Table { place: at, rows: rows.map(|row| place(&row, 0)).collect() })
        }
        R::orphan => Block::Orphan(at),
        R::stray_close => Block::StrayClose(at),
        R::comment => Block::Comment(at),
        R::unclosed => Block::Unclosed(at),
        _ => return None,
    })
}

fn clause(pair: Pair<'_>) -> Clause {
    let mut clause = Clause { head: 0..0, open: None, body: None };
    for part in pair.into_inner() {
        let at = place(&part, 0);
        match part.as_rule() {
            R::head => {
                clause.head = at.start..at.start + part.as_str().trim_end().len();
                clause.open = open(part, 0);
            }
            R::body => clause.body = Some(Body { place: at, parts: parts(part) }),
            _ => {}
        }
    }
    clause
}
