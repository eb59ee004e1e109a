//! Rows of a table in columns.
//!
//! In: a batch of rows of a Parquet file, and how rows are to be written. Out: what became of it. Columns that stay in their form are
//! divided into the rows with an answer and the others, and are not looked into unless they say something of the case.

use super::super::problem::Problem;
use super::cell::Cell;
use super::columnar::{Batch, Cells, Leaf, Schema};
use super::form::Form;
use super::head::Content;
use super::mapping::Role;
use super::plan::Plan;
use super::rows::{Count, Made, reason};
use super::sheet::{Row, Sheet};
use super::worker::Worker;

/// Works out the rows of a batch.
pub fn work_batch(
    worker: &mut Worker<'_, '_>,
    plan: &Plan,
    schema: &Schema,
    batch: Batch,
) -> Result<Made, Problem> {
    let (mut answers, mut rejects) = (Sheet::answers(plan), Sheet::rejects(plan));
    let mut count = Count { rows: batch.rows as u64, rejected: 0 };
    let mut kept = Vec::with_capacity(batch.rows);
    let carried = answers.is_raw();
    let roles: Vec<&Role> = worker.mapping().roles().iter().collect();
    let days: Vec<bool> = roles.iter().map(|role| worker.is_day(role)).collect();
    let mut columns: Vec<Option<Cells<'_>>> = plan
        .head
        .columns
        .iter()
        .zip(&roles)
        .map(|(column, role)| match column.content {
            Content::Stored(leaf) if !carried || !rejects.is_raw() || **role != Role::Kept => {
                Some(batch.leaves.get(leaf)?.cells(schema.columns().get(leaf)?))
            }
            Content::Stored(_) | Content::Told(_) | Content::Several => None,
        })
        .collect();
    let mut cells: Vec<Cell<'_>> = vec![Cell::Nothing; columns.len()];
    let mut words: Vec<Vec<u8>> = vec![Vec::new(); columns.len()];
    for number in batch.first..batch.first + batch.rows as u64 {
        for (at, column) in columns.iter_mut().enumerate() {
            let Some(column) = column else { continue };
            cells[at] = column.following();
            words[at].clear();
            if *roles[at] != Role::Kept {
                cells[at].say(&mut words[at]);
            }
            if days[at] {
                shorten(&mut words[at]);
            }
        }
        let fields: smallvec::SmallVec<[&[u8]; 24]> = words.iter().map(Vec::as_slice).collect();
        let found = worker.row(&fields).and_then(|()| {
            let row = if carried { Row::Carried } else { Row::Cells(&cells) };
            answers.answer(row, worker)
        });
        kept.push(found.is_ok());
        if let Err(problem) = found {
            count.rejected += 1;
            let row = if rejects.is_raw() { Row::Carried } else { Row::Cells(&cells) };
            rejects.reject(row, number, &reason(&problem));
        }
    }
    drop((columns, cells));
    let (good, bad) =
        if count.rejected == 0 { (batch.leaves, Vec::new()) } else { divided(batch, schema, &kept) };
    let of = |sheet: &Sheet<'_>, leaves: Vec<Leaf>| if sheet.is_raw() { leaves } else { Vec::new() };
    let (good, bad) = (of(&answers, good), of(&rejects, bad));
    Ok(Made { answers: answers.part(good)?, rejects: rejects.part(bad)?, count })
}

/// The columns of the rows that are kept, and of the others.
fn divided(batch: Batch, schema: &Schema, kept: &[bool]) -> (Vec<Leaf>, Vec<Leaf>) {
    let leaves = batch.leaves.into_iter().zip(schema.columns());
    leaves
        .map(|(leaf, column)| {
            let [kept, others] = leaf.divide(column, kept);
            (kept, others)
        })
        .unzip()
}

/// A day that is stored as its midnight on some clock is a day.
fn shorten(words: &mut Vec<u8>) {
    const MIDNIGHT: &[u8] = b"T00:00:00";
    if words.ends_with(MIDNIGHT) {
        words.truncate(words.len() - MIDNIGHT.len());
    }
}

/// Whether a column that several values of a row may stand in is asked for one.
pub fn one_value_each(plan: &Plan, roles: &[Role]) -> Result<(), Problem> {
    let asked = plan.head.columns.iter().zip(roles);
    let wrong = asked.into_iter().find(|(column, role)| {
        plan.head.form == Form::Parquet && column.content == Content::Several && **role != Role::Kept
    });
    match wrong {
        None => Ok(()),
        Some((column, _)) => {
            Err(Problem::new(format!("`{}` holds several values in a row, and one is needed", column.name))
                .help(format!(
                    "leave it out with `--map \"{}=-\"`, or write one value in a column of its own",
                    column.name
                )))
        }
    }
}
