//! Large files in two halves, each on a processor of its own.
//!
//! In: the outline of a file with very many parts. Out: what they are, if nothing is wrong with any of them. Where something
//! is, the parts beside it may have to do with it, and the file is read again from its beginning to its end.

use super::super::ast::Item;
use super::super::blocks::Block;
use super::Lowering;
use crate::source::FileId;
use crate::together;

/// So many parts take some milliseconds, and a second processor some hundredths of one.
pub(super) const MANY: usize = 1_000;

/// What stands in a file; none where something in it is wrong.
pub(super) fn items(file: FileId, text: &str, mut parts: Vec<Block>) -> Option<Vec<Item>> {
    let rest = parts.split_off(parts.len() / 2);
    let read = |parts| {
        let mut lowering = Lowering::new(file, text, None);
        let items = lowering.items(parts);
        lowering.findings.is_empty().then_some(items)
    };
    let (first, second) = together::both(true, || read(parts), || read(rest));
    let mut items = first?;
    items.extend(second?);
    Some(items)
}

#[cfg(test)]
mod tests {
    use super::super::{Lowering, lowered};
    use super::MANY;
    use crate::source::FileId;
    use crate::syntax::blocks::blocks;

    /// As many events as make two halves, with something between them.
    fn text(between: &str) -> String {
        let events = |from: usize| {
            (from..=from + MANY / 2)
                .map(|at| format!("event e{at} \"It happens\" # {at}\n"))
                .collect::<String>()
        };
        format!("{}{between}{}", events(0), events(MANY))
    }

    #[test]
    fn a_large_file_reads_as_if_from_beginning_to_end() {
        let faulty = [
            "",
            "plan a \"A\"\n",
            "event \"no name\n",
            "plan a \"A\"\nextends b\nprice EUR 5\n",
            "}\n",
            "| a |\n",
            "event x \"X\" {\n",
        ];
        for between in faulty {
            let text = text(between);
            let (parsed, _) = lowered(FileId(0), &text, None);
            let mut whole = Lowering::new(FileId(0), &text, None);
            let items = whole.items(blocks(&text).unwrap().parts);
            whole.findings.sort_by_key(|finding| finding.span);
            assert_eq!(parsed.findings, whole.findings, "{between}");
            assert_eq!(format!("{:?}", parsed.file.items), format!("{items:?}"), "{between}");
            assert_eq!(parsed.file.comments.len(), 2 * (MANY / 2 + 1), "{between}");
        }
    }
}
