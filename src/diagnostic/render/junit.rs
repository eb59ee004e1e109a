//! Findings as test results in the form of `JUnit`: each file is a suite, each finding a test. Those that make the run fail have
//! failed, others have passed with a remark; a file in which nothing was found is one test that passed.

use std::collections::BTreeMap;

use super::{Findings, Found, escape};

/// The whole report, with a line end.
pub(super) fn junit(all: &Findings<'_>) -> String {
    let mut suites: BTreeMap<&str, Vec<Found<'_>>> =
        all.asked.iter().map(|path| (*path, Vec::new())).collect();
    for found in &all.found {
        let path = found.sources.get(found.finding.span.file).path();
        suites.entry(path).or_default().push(*found);
    }
    let fails = |found: &Found<'_>| found.finding.level >= all.fails_at;
    let tests = |suite: &Vec<Found<'_>>| suite.len().max(1);
    let failures = |suite: &Vec<Found<'_>>| suite.iter().filter(|found| fails(found)).count();
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"avouch\" tests=\"{}\" failures=\"{}\" errors=\"0\">\n",
        suites.values().map(tests).sum::<usize>(),
        suites.values().map(failures).sum::<usize>()
    );
    for (path, suite) in &suites {
        let name = xml(path);
        let (tests, failures) = (tests(suite), failures(suite));
        out.push_str(&format!(
            "  <testsuite name=\"{name}\" tests=\"{tests}\" failures=\"{failures}\" errors=\"0\" skipped=\"0\">\n"
        ));
        if suite.is_empty() {
            out.push_str(&format!("    <testcase name=\"avouch check\" classname=\"{name}\"/>\n"));
        }
        for found in suite {
            out.push_str(&testcase(*found, &name, fails(found)));
        }
        out.push_str("  </testsuite>\n");
    }
    out.push_str("</testsuites>\n");
    out
}

fn testcase(found: Found<'_>, file: &str, fails: bool) -> String {
    let finding = found.finding;
    let [start, _] = found.place(finding.span);
    let place = format!("line {}, column {}", start.line, start.column);
    let help = finding.help.as_ref().map(|help| format!("\nhelp: {help}")).unwrap_or_default();
    let label = if finding.label.is_empty() { String::new() } else { format!("\n{}", finding.label) };
    let text = xml(&format!("{place}{label}{help}"));
    let (rule, level, message) = (finding.code.name, finding.level, xml(&finding.message));
    let inside = if fails {
        format!("<failure type=\"{rule}\" message=\"{message}\">{text}</failure>")
    } else {
        format!("<system-out>{level}: {message}\n{text}</system-out>")
    };
    let name = format!("{rule} ({}:{})", start.line, start.column);
    format!(
        "    <testcase name=\"{name}\" classname=\"{file}\" file=\"{file}\" line=\"{}\">\n      {inside}\n    </testcase>\n",
        start.line
    )
}

/// A text in an element or an attribute. XML knows no characters that steer, so they are shown by their numbers.
fn xml(text: &str) -> String {
    let lines: Vec<String> = text.split('\n').map(|line| escape(line).into_owned()).collect();
    let text = lines.join("\n");
    let text = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;");
    text.chars().map(|c| if matches!(c, '\u{fffe}' | '\u{ffff}') { '\u{fffd}' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::super::fixture;
    use super::*;
    use crate::diagnostic::Level;

    #[test]
    fn what_fails_the_run_has_failed_and_the_rest_has_passed() {
        let sources = fixture::sources(fixture::CALENDAR);
        let finding = fixture::unknown_word(&sources);
        let mut other = fixture::unknown_word(&sources);
        other.level = Level::Advice;
        other.message = "a < b & \"c\"\u{7}".to_owned();
        let found = [&finding, &other].map(|finding| Found { sources: &sources, finding });
        let mut all = Findings::new(found.to_vec(), vec![]);
        all.asked = vec!["support.policy", "clean.policy"];
        insta::assert_snapshot!(junit(&all));
    }
}
