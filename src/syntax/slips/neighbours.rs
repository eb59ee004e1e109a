//! Words of another language that say one thing between them, `tous les deux jours`: one finding about all of them.
//!
//! In: the slips of a line in their order. Out: the same, with those joined that stand side by side and can only be meant
//! together. No slip is joined that may be something else.

use super::IN_ENGLISH;
use crate::diagnostic::{Diagnostic, Edit, Fix};
use crate::syntax::head::Head;

/// What a finding about a length of time begins with.
const LENGTH: &str = "a length of time is written ";

/// Joins the slips of a line.
pub(in crate::syntax) fn join(findings: &mut Vec<Diagnostic>, head: Head<'_>) {
    if findings.len() < 2 {
        return;
    }
    let mut joined: Vec<Diagnostic> = Vec::with_capacity(findings.len());
    for finding in findings.drain(..) {
        match joined.last_mut().and_then(|before| both(before, &finding, head)) {
            Some(one) => {
                joined.pop();
                joined.push(one);
            }
            None => joined.push(finding),
        }
    }
    *findings = joined;
}

/// What a finding has to put in its place, if it is about a word of another language or, behind one, about a length of time.
fn meant(finding: &Diagnostic, second: bool) -> Option<(&Edit, bool)> {
    let begins = |words: &str| finding.message.starts_with(words);
    let [fix] = finding.fixes.as_slice() else { return None };
    let [edit] = fix.edits.as_slice() else { return None };
    let known = begins(IN_ENGLISH) || second && begins(LENGTH);
    (known && edit.span == finding.span).then_some((edit, fix.safe))
}

/// One finding in the place of two that stand side by side.
fn both(first: &Diagnostic, second: &Diagnostic, head: Head<'_>) -> Option<Diagnostic> {
    let ((one, sure), (two, also)) = (meant(first, false)?, meant(second, true)?);
    let at = |position: u32| (position as usize).checked_sub(head.offset);
    let between = head.text.get(at(one.span.end)?..at(two.span.start)?)?;
    let (from, to) = (at(one.span.start)?, at(two.span.end)?);
    if !between.chars().all(|c| c == ' ') {
        return None;
    }
    let (written, text) = (head.text.get(from..to)?, format!("{} {}", one.text, two.text));
    let message = format!("{IN_ENGLISH}: `{text}`, not `{written}`");
    let title = format!("change `{written}` to `{text}`");
    let span = head.span(from, to);
    let fixes = vec![Fix { title, safe: sure && also, edits: vec![Edit { span, text: text.clone() }] }];
    Some(Diagnostic { message, span, fixes, ..first.clone() }.label(format!("`{text}`")))
}
