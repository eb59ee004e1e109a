//! Findings between policies, once all of a workspace are checked.
//!
//! In: analyses that kept a summary of what their policies say. Out: the same analyses with what differs between them, at the
//! levels of the settings and with the excuses of their texts. A text that was let go of is read again, where it is shown.

use super::{Analysis, Files, excuses};
use crate::config::Settings;
use crate::diagnostic::{Diagnostic, Level, Suppressed, sort};
use crate::lint::across::{Difference, Place, Summary, differences};
use crate::source::{Source, Sources, Span};

/// Holds the policies of one workspace against each other, and says whether they differ; `numbers` are their places in the list.
pub fn across(analyses: &mut [Analysis], numbers: &[usize], files: &dyn Files, settings: &Settings) -> bool {
    let of = |number: &usize| Some((*number, analyses.get(*number)?.summary.as_deref()?));
    let (numbers, summaries): (Vec<usize>, Vec<&Summary>) = numbers.iter().filter_map(of).unzip();
    if summaries.len() < 2 {
        return false;
    }
    let differences = differences(&summaries);
    for difference in &differences {
        let analysis = numbers.get(difference.policy).and_then(|number| analyses.get_mut(*number));
        if let Some(analysis) = analysis {
            add(analysis, difference, files, settings);
        }
    }
    !differences.is_empty()
}

/// Adds a difference to the policy at whose text it is shown; nothing where a text has changed since.
fn add(
    analysis: &mut Analysis,
    difference: &Difference,
    files: &dyn Files,
    settings: &Settings,
) -> Option<()> {
    let level = settings.level(difference.code, &files.key(&difference.place.path))?;
    read_again(&mut analysis.sources, files)?;
    let span = place(&mut analysis.sources, &difference.place, files)?;
    let other = place(&mut analysis.sources, &difference.other.0, files)?;
    let mut finding = Diagnostic::new(difference.code, span, difference.message.as_str())
        .label(difference.label.as_str())
        .related(other, difference.other.1.as_str())
        .help(difference.help);
    finding.level = level;
    if let Some(by) = excuses::excused(analysis, &finding) {
        analysis.suppressed.push(Suppressed { finding, by });
        analysis.suppressed.sort_by_key(|suppressed| suppressed.finding.span);
    } else {
        analysis.broken |= level == Level::Error;
        analysis.findings.push(finding);
        sort(&mut analysis.findings);
    }
    Some(())
}

/// Reads the texts again that nothing had to be shown in until now.
fn read_again(sources: &mut Sources, files: &dyn Files) -> Option<()> {
    if sources.iter().any(|(_, source)| !source.text().is_empty()) {
        return Some(());
    }
    let mut again = Sources::default();
    for (_, source) in sources.iter() {
        again.add(Source::new(source.path(), files.read(source.path()).ok()?));
    }
    *sources = again;
    Some(())
}

/// The span of a place; the text of another policy is read for it.
fn place(sources: &mut Sources, place: &Place, files: &dyn Files) -> Option<Span> {
    let file = match sources.find(&place.path) {
        Some(file) => file,
        None if sources.is_full() => return None,
        None => sources.add(Source::new(place.path.as_str(), files.read(&place.path).ok()?)),
    };
    let span = Span { file, start: place.start, end: place.end };
    sources.get(file).text().get(span.range())?;
    Some(span)
}
