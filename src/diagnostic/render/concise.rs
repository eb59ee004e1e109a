//! One line for each finding: `file:line:column: level[rule] message`, for people who search and for editors.

use super::{Found, escape};

/// The line, with its line end.
pub fn concise(found: Found<'_>) -> String {
    let Found { sources, finding } = found;
    let source = sources.get(finding.span.file);
    let at = source.line_column(finding.span.start);
    format!(
        "{}:{}:{}: {}[{}] {}\n",
        escape(source.path()),
        at.line,
        at.column,
        finding.level,
        finding.code.name,
        escape(&finding.message)
    )
}

#[cfg(test)]
mod tests {
    use super::super::fixture;
    use super::*;

    #[test]
    fn a_finding_is_one_line() {
        let sources = fixture::sources(fixture::CALENDAR);
        let finding = fixture::unknown_word(&sources);
        assert_eq!(
            concise(Found { sources: &sources, finding: &finding }),
            "support.policy:3:3: error[unknown-word] `clsed` is not a word of a calendar\n"
        );
    }

    #[test]
    fn a_message_cannot_break_the_line() {
        let sources = fixture::sources(fixture::CALENDAR);
        let mut finding = fixture::unknown_word(&sources);
        finding.message = "`a\nb\u{1b}[2J` is not known".to_owned();
        assert_eq!(
            concise(Found { sources: &sources, finding: &finding }),
            "support.policy:3:3: error[unknown-word] `a b<U+001B>[2J` is not known\n"
        );
    }
}
