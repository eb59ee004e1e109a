//! Signs that belong to no language of policies: those of lists before lines, and a `#` that makes a comment of what was meant.
//!
//! In: a clause as the outline gives it. Out: the clause without the sign, or the finding about what is wrong with it.

use super::{Clause, Lowering};
use crate::diagnostic::Diagnostic;
use crate::source::{FileId, Span};
use crate::syntax::ast::Comment;
use crate::syntax::failure::Failure;
use crate::syntax::head::Head;
use crate::syntax::matcher::Filled;
use crate::syntax::messages;
use crate::syntax::schema::{self, Pattern, Schema};
use crate::syntax::statement::{Marks, keyword_of, statement, without_bullet};

/// What is wrong with a comment that took the body of a declaration with it.
pub(super) fn commented_out(id: FileId, text: &str, comment: &Comment) -> Option<Diagnostic> {
    let (start, end) = (comment.span.start as usize, comment.span.end as usize);
    let line = text[..start].rfind('\n').map_or(0, |end| end + 1);
    messages::commented_out(Head { file: id, text: &text[line..end], offset: line }, start - line)
}

impl<'t> Lowering<'t> {
    /// Whether what follows the words of a declaration on its line is a comment that should be none.
    pub(super) fn is_commented_out(&self, place: Span) -> bool {
        let end = place.end as usize;
        let rest = self.text.get(end..).unwrap_or_default();
        let line = rest.split('\n').next().unwrap_or_default();
        let start = end + line.len() - line.trim_start().len();
        let comment = Comment { span: Span::new(self.file, start, end + line.trim_end().len()) };
        line.trim_start().starts_with('#') && commented_out(self.file, self.text, &comment).is_some()
    }

    /// A declaration that stands as an item of a list, `• calendar office …`, without its sign.
    pub(super) fn unlisted(&mut self, mut clause: Clause<'t>) -> Clause<'t> {
        let head = clause.head;
        // Nearly every line begins with a word.
        if head
            .text
            .as_bytes()
            .first_chunk::<2>()
            .is_some_and(|first| first.iter().all(u8::is_ascii_lowercase))
        {
            return clause;
        }
        let begins = |head: Head<'_>| keyword_of(head).is_some() || head.begins("use");
        // Prose may go on with such a word as well, and has neither a title nor a body.
        let declares = clause.body.is_some() || head.text.contains('"');
        if declares
            && !begins(head)
            && let Some((behind, slip)) = without_bullet(head, "a declaration")
            && begins(behind)
        {
            self.findings.push(slip);
            clause.head = behind;
        }
        clause
    }

    /// What is wrong with a line that nothing fits; what stands in its body cannot be judged without it.
    pub(super) fn no_fit(
        &mut self,
        clause: &Clause<'t>,
        at: usize,
        schema: &'static Schema,
        allowed: Option<&'static Pattern>,
        failure: &Failure,
    ) -> Diagnostic {
        let (head, consumed) = (clause.head, at - clause.head.offset);
        let before = head.text[..consumed].trim_end();
        let text = self.text;
        let asked = head.text.contains(" hours");
        let hours = asked.then(|| *self.hours.get_or_insert_with(|| messages::NamedHours::of(text)));
        let hours = hours.unwrap_or_default();
        let titled = head.text.contains('"');
        let titles = titled.then(|| &*self.titles.get_or_insert_with(|| messages::Titles::of(text)));
        let around = messages::Around { before, body: clause.body.is_some(), hours, titles };
        let rest = head.from(consumed);
        if rest.text.is_empty() {
            return messages::lone_mark(head);
        }
        // The sign of a list is the smaller fault where a statement stands behind it.
        if let Some((behind, _)) = without_bullet(rest, "")
            && schema::knows(schema, allowed, behind.word(0))
            && let Err((failure, at)) =
                statement(behind, schema, allowed, &mut Marks::default(), &mut Filled::default())
            && at == behind.offset
        {
            return messages::no_fit(behind, around, schema, allowed, &failure);
        }
        messages::no_fit(rest, around, schema, allowed, failure)
    }
}
