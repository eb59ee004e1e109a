//! Workflow commands of GitHub Actions, which become annotations beside the lines of a pull request.

use super::{Found, escape};
use crate::diagnostic::Level;

/// One command, with its line end.
pub(super) fn github(found: Found<'_>) -> String {
    let finding = found.finding;
    let [start, end] = found.place(finding.span);
    let command = match finding.level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Advice => "notice",
    };
    // Columns are only understood within one line.
    let columns = if start.line == end.line {
        format!(",col={},endColumn={}", start.column, end.column)
    } else {
        String::new()
    };
    let label = Some(finding.label.as_str()).filter(|label| !label.is_empty());
    let case = finding.case_text.as_ref().map(|case| format!("case: {case}"));
    let help = finding.help.as_ref().map(|help| format!("help: {help}"));
    let more = format!("more: avouch explain {}", finding.code.name);
    let lines = [Some(finding.message.as_str()), label, case.as_deref(), help.as_deref(), Some(&more)];
    let text: Vec<String> = lines.into_iter().flatten().map(|line| data(&escape(line))).collect();
    format!(
        "::{command} title={},file={},line={},endLine={}{columns}::{}\n",
        property(&format!("avouch {}", finding.code.name)),
        property(&escape(found.path())),
        start.line,
        end.line,
        text.join("%0A")
    )
}

/// What stands behind the second `::`.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// What stands between the commas before it.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::super::fixture;
    use super::*;
    use crate::source::{Source, Sources};

    #[test]
    fn a_finding_is_a_command() {
        let sources = fixture::sources(fixture::CALENDAR);
        let finding = fixture::unknown_word(&sources);
        assert_eq!(
            github(Found { sources: &sources, finding: &finding }),
            "::error title=avouch unknown-word,file=support.policy,line=3,endLine=3,col=3,endColumn=8::\
             `clsed` is not a word of a calendar%0Adid you mean `closed`?%0Ahelp: change it to `closed on \
             holidays NL`%0Amore: avouch explain unknown-word\n"
        );
    }

    #[test]
    fn no_text_ends_a_command_or_begins_another() {
        let mut sources = Sources::default();
        sources.add(Source::new("a,b:c%.policy", fixture::CALENDAR));
        let mut finding = fixture::unknown_word(&sources);
        finding.message = "100%\n::error::x\u{202e}".to_owned();
        finding.level = Level::Advice;
        finding.span = fixture::span(&sources, "{\n  open", 0);
        let line = github(Found { sources: &sources, finding: &finding });
        assert!(line.starts_with("::notice title=avouch unknown-word,file=a%2Cb%3Ac%25.policy,line=1,endLine=2::100%25 ::error::x<U+202E>%0A"), "{line}");
        assert_eq!(line.matches('\n').count(), 1);
    }
}
