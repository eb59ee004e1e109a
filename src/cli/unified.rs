//! What changes in a file, as a unified diff that `patch` and `git apply` take.
//!
//! In: two texts and the path that both stand at. Out: hunks with three lines around each change. A line ends with a line
//! feed and nothing else, as those tools see it.

use std::fmt::Write as _;
use std::ops::Range;

use similar::{DiffOp, DiffTag, TextDiff, group_diff_ops};

/// How many lines that stay are shown around a change.
const AROUND: usize = 3;

/// The changes from one text to another one; empty if there are none.
pub fn unified(path: &str, old: &str, new: &str) -> String {
    let (old, new): (Vec<&str>, Vec<&str>) =
        (old.split_inclusive('\n').collect(), new.split_inclusive('\n').collect());
    let diff = TextDiff::configure().diff_slices(&old, &new);
    let mut out = String::new();
    for hunk in group_diff_ops(in_step(diff.ops()), AROUND) {
        let (Some(first), Some(last)) = (hunk.first(), hunk.last()) else { continue };
        if out.is_empty() {
            let _ = writeln!(out, "--- {path}\n+++ {path}");
        }
        let removed = numbers(&(first.old_range().start..last.old_range().end));
        let added = numbers(&(first.new_range().start..last.new_range().end));
        let _ = writeln!(out, "@@ -{removed} +{added} @@");
        for step in &hunk {
            if step.tag() == DiffTag::Equal {
                lines(&mut out, ' ', &old[step.old_range()]);
            } else {
                lines(&mut out, '-', &old[step.old_range()]);
                lines(&mut out, '+', &new[step.new_range()]);
            }
        }
    }
    out
}

/// The same steps, each beginning where the one before it ends: the library moves a step past equal lines without moving
/// its place in the other text.
fn in_step(steps: &[DiffOp]) -> Vec<DiffOp> {
    let (mut old_index, mut new_index) = (0, 0);
    let step = |step: &DiffOp| {
        let (old_len, new_len) = (step.old_range().len(), step.new_range().len());
        let moved = match step.tag() {
            DiffTag::Equal => DiffOp::Equal { old_index, new_index, len: old_len },
            DiffTag::Delete => DiffOp::Delete { old_index, old_len, new_index },
            DiffTag::Insert => DiffOp::Insert { old_index, new_index, new_len },
            DiffTag::Replace => DiffOp::Replace { old_index, old_len, new_index, new_len },
        };
        old_index += old_len;
        new_index += new_len;
        moved
    };
    steps.iter().map(step).collect()
}

/// The numbers of lines as the head of a hunk has them; of none, the line before.
fn numbers(lines: &Range<usize>) -> String {
    match lines.len() {
        0 => format!("{},0", lines.start),
        1 => format!("{}", lines.start + 1),
        count => format!("{},{count}", lines.start + 1),
    }
}

fn lines(out: &mut String, sign: char, lines: &[&str]) {
    for line in lines {
        out.push(sign);
        out.push_str(line);
        if !line.ends_with('\n') {
            out.push_str("\n\\ No newline at end of file\n");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a diff makes of a text, read as `patch` reads it: every number in the head of a hunk has to be right.
    fn patched(old: &str, diff: &str) -> String {
        let old: Vec<&str> = old.split_inclusive('\n').collect();
        let (mut at, mut new) = (0, Vec::new());
        let mut left = diff.strip_prefix("--- f\n+++ f\n").unwrap_or(diff).split_inclusive('\n').peekable();
        while let Some(head) = left.next() {
            let span = |sign: &str| -> Range<usize> {
                let (_, rest) = head.split_once(sign).unwrap();
                let (first, count) = rest
                    .split(' ')
                    .next()
                    .unwrap()
                    .split_once(',')
                    .unwrap_or((rest.split(' ').next().unwrap(), "1"));
                let (first, count): (usize, usize) = (first.parse().unwrap(), count.parse().unwrap());
                let start = if count == 0 { first } else { first - 1 };
                start..start + count
            };
            let (removed, added) = (span(" -"), span(" +"));
            new.extend(old[at..removed.start].iter().map(|line| (*line).to_owned()));
            at = removed.start;
            assert_eq!(new.len(), added.start, "{diff}");
            while let Some(line) = left.next_if(|line| !line.starts_with("@@")) {
                let (sign, line) = line.split_at(1);
                let ends = left.next_if(|line| line.starts_with('\\')).is_none();
                let line = if ends { line } else { line.strip_suffix('\n').unwrap() };
                if sign != "+" {
                    assert_eq!(old[at], line, "{diff}");
                    at += 1;
                }
                if sign != "-" {
                    new.push(line.to_owned());
                }
            }
            assert_eq!((at, new.len()), (removed.end, added.end), "{diff}");
        }
        new.extend(old[at..].iter().map(|line| (*line).to_owned()));
        new.concat()
    }

    #[test]
    fn a_line_that_becomes_its_neighbour_keeps_the_numbers_right() {
        let diff = unified("f", "a  b\na b\nc\n", "a b\na b\nc\n");
        assert_eq!(diff.lines().nth(2), Some("@@ -1,3 +1,3 @@"), "{diff}");
    }

    #[test]
    fn a_line_without_an_end_says_so() {
        assert_eq!(
            unified("f", "a\rb", "a\rb\n"),
            "--- f\n+++ f\n@@ -1 +1 @@\n-a\rb\n\\ No newline at end of file\n+a\rb\n"
        );
        assert_eq!(unified("f", "a\n", "a\n"), "");
    }

    #[test]
    fn every_diff_makes_the_new_text() {
        // Texts of up to 24 lines of which many are alike, with every kind of end.
        let text = |seed: u32, shift: u32| -> String {
            let mut state = seed.wrapping_mul(2_654_435_761).wrapping_add(1);
            let mut draw = |below: u32| {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                (state >> 16) % below
            };
            let count = draw(25);
            let lines: String = (0..count)
                .map(|_| ["a\n", "b\n", "\n", "\r\n", "a\rb\n", "c\n"][(draw(3) + draw(shift)) as usize % 6])
                .collect();
            if draw(4) == 0 { lines.trim_end_matches('\n').to_owned() } else { lines }
        };
        for seed in 0..4000 {
            let (old, new) = (text(seed, 1), text(seed + 9_000, 1 + seed % 4));
            assert_eq!(patched(&old, &unified("f", &old, &new)), new, "{old:?}");
        }
    }
}
