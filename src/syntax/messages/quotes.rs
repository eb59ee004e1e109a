//! Quotes within a text: `"We say "hello" to you"`.
//!
//! In: a line that ends too early behind a text. Out: the finding with the quotes that a text can have within it; none where
//! nothing but a text can be missing.

use crate::diagnostic::{Diagnostic, Edit, Fix, registry};
use crate::syntax::head::Head;

/// What is wrong where words touch the end of a text.
pub(super) fn within_text(head: Head<'_>, at: usize) -> Option<Diagnostic> {
    let (before, behind) = head.text.split_at_checked(at)?;
    let inner = before.strip_suffix('"').filter(|inner| !inner.ends_with('"'))?;
    let touches = behind.starts_with(|c: char| c.is_alphanumeric() || c == '\\');
    if !touches || !behind.contains('"') || behind.contains('\n') {
        return None;
    }
    let start = inner.rfind('"')?;
    let place = head.span(inner.len(), before.len());
    let finding = Diagnostic::new(&registry::SYNTAX, place, "a text ends at the next straight quote")
        .label("the text ends here")
        .help("write quotes within a text as `“` and `”`, or put the text between `\"\"\"` and `\"\"\"`");
    let end = head.text.rfind('"')?;
    let quotes: Vec<usize> =
        head.text[start + 1..end].match_indices('"').map(|(quote, _)| start + 1 + quote).collect();
    // Where a translation or another text follows, nobody knows which quotes belong together.
    let apart = head.text[start + 1..end].contains([':', '{', ';']) || quotes.len() % 2 == 1;
    if apart || !head.text[end + 1..].trim().is_empty() {
        return Some(finding);
    }
    let edits = quotes.iter().enumerate().map(|(index, quote)| {
        let escaped = head.text[..*quote].ends_with('\\');
        let text = if index % 2 == 0 { "“" } else { "”" };
        Edit { span: head.span(*quote - usize::from(escaped), quote + 1), text: text.to_owned() }
    });
    let title = "write “ and ” within the text".to_owned();
    let fix = Fix { title, safe: false, edits: edits.collect() };
    Some(Diagnostic { fixes: vec![fix], ..finding })
}
