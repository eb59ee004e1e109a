//! What an excuse stands for: the statement, declaration, row or table behind it, the one at whose end it stands, or, above
//! everything else in a file, the whole of it.
//!
//! In: the outline of a text and the place of a comment. Out: the stretch of the text. The layout does not matter, so that
//! what is excused stays the same when `avouch fmt` moves lines.

use std::ops::Range;

use crate::syntax::outline::{Part, Table, TableLine};

/// All that an excuse can stand for in one text.
#[derive(Debug, Default)]
pub(super) struct Places {
    /// Clauses, tables and rows.
    things: Vec<Range<usize>>,
    /// What other things can stand in: bodies and tables.
    around: Vec<Range<usize>>,
}

impl Places {
    /// From the outline of a text.
    pub(super) fn of(parts: &[Part]) -> Self {
        let mut places = Self::default();
        places.add(parts);
        places
    }

    fn add(&mut self, parts: &[Part]) {
        for part in parts {
            match part {
                Part::Clause(clause) => {
                    self.things.push(clause.span());
                    if let Some(body) = &clause.body {
                        self.around.push(body.span.clone());
                        self.add(&body.parts);
                    }
                }
                Part::Table(Table { span, lines }) => {
                    self.things.push(span.clone());
                    self.around.push(span.clone());
                    self.things.extend(lines.iter().filter_map(|line| match line {
                        TableLine::Row(row) => Some(row.clone()),
                        TableLine::Comment(_) => None,
                    }));
                }
                Part::Comment(_) | Part::Stray(_) => {}
            }
        }
    }

    /// What a comment stands for; none where there is nothing.
    pub(super) fn reach(&self, text: &str, comment: &Range<usize>) -> Option<Range<usize>> {
        let line = text[..comment.start].rfind('\n').map_or(0, |end| end + 1);
        if text[line..comment.start].trim().is_empty() {
            self.behind(text, comment)
        } else {
            self.before(text, comment)
        }
    }

    /// What comes after a comment on its own line, in the same body.
    fn behind(&self, text: &str, comment: &Range<usize>) -> Option<Range<usize>> {
        if self.things.iter().all(|thing| thing.start > comment.start) {
            return Some(0..text.len());
        }
        let body = smallest(&self.around, comment.start);
        if let Some(thing) = smallest(&self.things, comment.start)
            && body.as_ref().is_none_or(|body| body.len() > thing.len())
        {
            // It stands between the words of a statement.
            return Some(thing);
        }
        let end = body.map_or(text.len(), |body| body.end);
        let next = self.things.iter().filter(|thing| thing.start >= comment.end && thing.start < end);
        next.min_by_key(|thing| (thing.start, std::cmp::Reverse(thing.end))).cloned()
    }

    /// What ends right before a comment at the end of a line, or is opened there.
    fn before(&self, text: &str, comment: &Range<usize>) -> Option<Range<usize>> {
        let next_to = |thing: &&Range<usize>| {
            let between = text.get(thing.end..comment.start);
            between.is_some_and(|between| between.bytes().all(|byte| matches!(byte, b' ' | b'\t' | b';')))
        };
        let ended = self.things.iter().filter(next_to).max_by_key(|thing| (thing.end, thing.start)).cloned();
        ended.or_else(|| smallest(&self.things, comment.start))
    }
}

fn smallest(ranges: &[Range<usize>], at: usize) -> Option<Range<usize>> {
    ranges.iter().filter(|range| range.contains(&at)).min_by_key(|range| range.len()).cloned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::outline::outline;

    /// The text that the comment `# x` stands for.
    fn reach(text: &str) -> Option<&str> {
        let at = text.find("# x").unwrap();
        let end = text[at..].find('\n').map_or(text.len(), |length| at + length);
        Places::of(&outline(text).unwrap()).reach(text, &(at..end)).map(|range| &text[range])
    }

    #[test]
    fn above_everything_else_it_is_for_the_whole_file() {
        let text = "# a title\n# x\n\npolicy a \"A\" {\n}\nplan b \"B\"\n";
        assert_eq!(reach(text), Some(text));
    }

    #[test]
    fn on_its_own_line_it_is_for_what_comes_next() {
        let text = |body: &str| format!("policy a \"A\" {{ }}\n{body}");
        assert_eq!(reach(&text("# x\nplan b \"B\" {\n  rank 1\n}\n")), Some("plan b \"B\" {\n  rank 1\n}"));
        assert_eq!(reach(&text("plan b \"B\" {\n  # x\n  # more\n\n  rank 1\n}\n")), Some("rank 1"));
        assert_eq!(reach(&text("plan b \"B\" {\n  rank 1\n  # x\n}\nplan c \"C\"\n")), None);
        assert_eq!(reach(&text("plan b \"B\"\n# x\n")), None);
    }

    #[test]
    fn at_the_end_of_a_line_it_is_for_what_ends_there() {
        let text = |body: &str| format!("policy a \"A\" {{ }}\n{body}");
        assert_eq!(
            reach(&text("plan b \"B\" { # x\n  rank 1\n}\n")),
            Some("plan b \"B\" { # x\n  rank 1\n}")
        );
        assert_eq!(reach(&text("plan b \"B\" {\n  rank 1 # x\n}\n")), Some("rank 1"));
        assert_eq!(reach(&text("plan b \"B\" { rank 1 } # x\n")), Some("plan b \"B\" { rank 1 }"));
        assert_eq!(reach(&text("plan b \"B\" {\n  rank 1\n} # x\n")), Some("plan b \"B\" {\n  rank 1\n}"));
        assert_eq!(reach(&text("plan b \"B\"; plan c \"C\" # x\n")), Some("plan c \"C\""));
    }

    #[test]
    fn in_a_table_it_is_for_a_row() {
        let table = |before: &str, within: &str, behind: &str| {
            format!(
                "commitment a \"A\" {{\n  from received\n{before}  | p | a |\n  |---|---|\n{within}  | b | 1 day |{behind}\n}}\n"
            )
        };
        assert_eq!(reach(&table("", "  # x\n", "")), Some("| b | 1 day |"));
        assert_eq!(reach(&table("", "", " # x")), Some("| b | 1 day |"));
        assert_eq!(reach(&table("  # x\n", "", "")), Some("| p | a |\n  |---|---|\n  | b | 1 day |"));
    }

    #[test]
    fn between_the_words_of_a_statement_it_is_for_that() {
        let text = "policy a \"A\" { }\ncalendar c \"C\" {\n  open Mon..Fri 09:00..17:00,\n    # x\n    Sat 09:00..12:00\n}\n";
        assert!(reach(text).unwrap().starts_with("open Mon..Fri"), "{:?}", reach(text));
    }
}
