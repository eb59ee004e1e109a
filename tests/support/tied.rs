//! Whether a table ties every clause of a document to a policy.
//!
//! In: a table of clauses in four columns, and the source of a policy. Out: what is wrong with the table. Where a place is
//! in the policy is told by `clauses`; it must not use the compiler either.

use super::clauses::expressed;
use std::collections::BTreeSet;
use std::fs;

/// What is wrong with a table of clauses: a clause that it leaves out, a place that the policy lacks, a reason that is missing.
pub fn faults(path: &str, text: &str, clauses: usize) -> Vec<String> {
    let table = match fs::read_to_string(path) {
        Ok(table) => table,
        Err(error) => return vec![format!("{path}: {error}")],
    };
    let (mut wrong, mut seen) = (Vec::new(), BTreeSet::new());
    for (index, line) in table.lines().enumerate() {
        let mut fault = |what: &str| wrong.push(format!("{path}, line {}: {what}", index + 1));
        let columns: Vec<&str> = line.split('\t').collect();
        let [number, summary, place, remark] = columns[..] else {
            fault(&format!("four columns, not {}", columns.len()));
            continue;
        };
        if summary.is_empty() {
            fault("a clause has a summary");
        }
        // A fault of the document is numbered I1, I2, … and stands beside the clauses.
        match number.parse::<usize>() {
            Ok(number) => drop(seen.insert(number)),
            Err(_) if remark.starts_with("repaired: ") => {}
            Err(_) => fault("how is it repaired?"),
        }
        if place.is_empty() && !remark.starts_with("not expressed: ") {
            fault("why is it not expressed?");
        } else if !place.is_empty() && !expressed(text, place) {
            fault(&format!("`{place}` is not in the policy"));
        }
    }
    if !seen.iter().copied().eq(1..=clauses) {
        wrong.push(format!("{path}: the clauses are 1 to {clauses}, not {seen:?}"));
    }
    wrong
}
