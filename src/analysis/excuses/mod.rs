//! Findings that are excused where they stand: `# avouch: allow(name-of-finding) reason: why`.
//!
//! In: what was found in a policy, at the levels of the settings. Out: what is left, what is excused and why, and findings
//! about the excuses themselves. A finding by which a policy has no meaning is never excused, whatever level it is set to.

mod reach;
mod read;

use std::ops::Range;

use super::Analysis;
use crate::config::Settings;
use crate::diagnostic::{Code, Diagnostic, Edit, Fix, Level, Suppressed, Suppression, nearest, registry};
use crate::source::{FileId, Source, Span};
use crate::syntax::outline;
use reach::Places;
use read::{Said, may_speak, read};

/// The form of an excuse, as help names it.
const FORM: &str = "an excuse is written `# avouch: allow(rule) reason: why`";

/// How most of them begin.
const SPOKEN: &str = "# avouch: allow(";

/// An excuse in a text.
struct Standing {
    /// The comment.
    span: Span,
    /// The comment and the blanks before it.
    whole: Span,
    /// What it stands for.
    reach: Option<Range<usize>>,
    names: Vec<Name>,
    reason: Option<String>,
}

/// A finding that an excuse names.
struct Name {
    span: Span,
    code: &'static Code,
    used: bool,
}

/// Takes out what is excused and adds what is to be said of the excuses. `keys` are the paths of the files by which settings
/// speak of them.
pub(super) fn apply(analysis: &mut Analysis, keys: &[String], settings: &Settings) {
    let mut excuses: Vec<Standing> = Vec::new();
    let mut findings = Vec::new();
    for (file, source) in analysis.sources.iter().filter(|(_, source)| may_speak(source.text())) {
        excuses.extend(standing(file, source, &mut findings));
    }
    if excuses.is_empty() && findings.is_empty() {
        return;
    }
    analysis.findings.extend(leveled(findings, keys, settings));
    for finding in std::mem::take(&mut analysis.findings) {
        match excuse_of(&finding, &mut excuses) {
            Some(by) => analysis.suppressed.push(Suppressed { finding, by }),
            None => analysis.findings.push(finding),
        }
    }
    if judged(analysis) {
        let unused =
            excuses.iter().flat_map(|excuse| unused(excuse, &analysis.findings, keys, settings)).collect();
        analysis.findings.extend(leveled(unused, keys, settings));
    }
    analysis.suppressed.sort_by_key(|suppressed| suppressed.finding.span);
}

/// Why a finding is excused that is made when all policies are known.
pub(super) fn excused(analysis: &Analysis, finding: &Diagnostic) -> Option<Suppression> {
    let source = analysis.sources.get(finding.span.file);
    if !may_speak(source.text()) {
        return None;
    }
    // What is wrong with the excuses themselves was said before.
    excuse_of(finding, &mut standing(finding.span.file, source, &mut Vec::new()))
}

/// Whether it is known of each rule what it finds: an error keeps some from looking.
fn judged(analysis: &Analysis) -> bool {
    let natural = |finding: &Diagnostic| finding.code.level == Level::Error;
    analysis.program.as_ref().is_some_and(|program| program.complete)
        && !analysis.findings.iter().any(natural)
}

fn leveled(findings: Vec<Diagnostic>, keys: &[String], settings: &Settings) -> Vec<Diagnostic> {
    let at_level = |mut finding: Diagnostic| {
        finding.level = settings.level(finding.code, key(keys, finding.span.file))?;
        Some(finding)
    };
    findings.into_iter().filter_map(at_level).collect()
}

fn key(keys: &[String], file: FileId) -> &str {
    keys.get(usize::from(file.0)).map_or("", String::as_str)
}

/// The excuses of a text, and what is wrong with them.
fn standing(file: FileId, source: &Source, findings: &mut Vec<Diagnostic>) -> Vec<Standing> {
    let text = source.text();
    let Some((parts, comments)) = outline::with_comments(text) else { return Vec::new() };
    findings.extend(published(file, text, &comments));
    let mut places = None;
    let mut found = Vec::new();
    for comment in comments {
        let span = Span::new(file, comment.start, comment.end);
        let words = text[..comment.start].trim_end_matches([' ', '\t']).len();
        let whole = Span::new(file, words, comment.end);
        let excuse = match read(&text[comment.clone()]) {
            None => continue,
            Some(Said::Unclear { label }) => {
                let message = "this says something to avouch that it does not understand";
                findings.push(Diagnostic::new(&registry::EXCUSE_FORM, span, message).label(label).help(FORM));
                continue;
            }
            Some(Said::Excuse(excuse)) => excuse,
        };
        if let Some(form) = excuse.form {
            let finding = Diagnostic::new(
                &registry::EXCUSE_FORM,
                span,
                "this excuse is written in another way than others",
            )
            .label("it is understood")
            .help(FORM);
            findings.push(finding.fix(format!("change it to `{form}`"), true, span, form));
        } else if excuse.reason.is_none() {
            let finding = Diagnostic::new(
                &registry::EXCUSE_WITHOUT_REASON,
                span,
                "this excuse gives no reason, so it does not count",
            )
            .label("why is it right as it is?")
            .help("write `reason:` and a few words behind it");
            findings.push(finding.fix("take the excuse out", false, whole, ""));
        }
        let places = places.get_or_insert_with(|| Places::of(&parts));
        let mut names = Vec::new();
        for (at, name) in &excuse.names {
            let place = Span::new(file, comment.start + at.start, comment.start + at.end);
            match registry::find(name) {
                None => findings.push(unknown(name, place)),
                Some(code) if code.level == Level::Error => findings.push(of_error(code, place)),
                Some(code) => names.push(Name { span: place, code, used: false }),
            }
        }
        let reach = places.reach(text, &comment);
        found.push(Standing { span, whole, reach, names, reason: excuse.reason });
    }
    found
}

/// Excuses that stand in a text of the policy, where they are no comments.
fn published(file: FileId, text: &str, comments: &[Range<usize>]) -> Vec<Diagnostic> {
    let inside = |at: usize| comments.iter().any(|comment| comment.contains(&at));
    let written = text.match_indices(SPOKEN).filter(|(at, _)| !inside(*at));
    let finding = |(at, _)| {
        let line = text[at..].find('\n').map_or(text.len(), |length| at + length);
        let end = at + text[at..line].trim_end().trim_end_matches('"').len();
        let message = "this excuse stands within a text, so readers see it and it excuses nothing";
        Diagnostic::new(&registry::EXCUSE_FORM, Span::new(file, at, end), message)
            .label("not a comment here")
            .help("put it on a line of its own before the text, or behind its closing quotes")
    };
    written.map(finding).collect()
}

fn unknown(name: &str, place: Span) -> Diagnostic {
    let finding =
        Diagnostic::new(&registry::UNKNOWN_EXCUSE, place, format!("there is no finding named `{name}`"));
    match nearest(name, registry::ALL.iter().map(|code| code.name)) {
        Some(near) => finding.label(format!("did you mean `{near}`?")).fix(
            format!("change it to `{near}`"),
            false,
            place,
            near,
        ),
        None => finding.label("not known").help("`avouch explain` lists all findings"),
    }
}

fn of_error(code: &Code, place: Span) -> Diagnostic {
    let message = format!("`{}` cannot be excused: where it is found, the policy has no meaning", code.name);
    Diagnostic::new(&registry::EXCUSE_OF_ERROR, place, message)
        .label("this excuse does not count")
        .help(format!("mend what it is about (`avouch explain {}`)", code.name))
}

/// Why a finding is excused, if it is: by the narrowest of the excuses around it, which is used by that.
fn excuse_of(finding: &Diagnostic, excuses: &mut [Standing]) -> Option<Suppression> {
    if finding.code.level == Level::Error {
        return None;
    }
    let at = finding.span.start as usize;
    let covers = |excuse: &&mut Standing| {
        excuse.span.file == finding.span.file
            && excuse.reason.is_some()
            && excuse
                .reach
                .as_ref()
                .is_some_and(|reach| reach.contains(&at) || (at == reach.end && reach.start == 0))
            && excuse.names.iter().any(|name| name.code == finding.code)
    };
    let narrowest =
        excuses.iter_mut().filter(covers).min_by_key(|excuse| excuse.reach.as_ref().map_or(0, Range::len))?;
    for name in narrowest.names.iter_mut().filter(|name| name.code == finding.code) {
        name.used = true;
    }
    Some(Suppression::Excuse { reason: narrowest.reason.clone().unwrap_or_default(), span: narrowest.span })
}

/// The findings about what an excuse names without need. Of a file that others use only they know what is found in it.
fn unused<'a>(
    excuse: &'a Standing,
    findings: &'a [Diagnostic],
    keys: &'a [String],
    settings: &'a Settings,
) -> impl Iterator<Item = Diagnostic> + 'a {
    let own = excuse.span.file == FileId::default() && excuse.reason.is_some();
    // What is found between policies is found later.
    let alone = |code: &Code| !crate::lint::across::CODES.contains(&code);
    let idle = excuse.names.iter().filter(move |name| {
        own && !name.used
            && alone(name.code)
            && settings.level(name.code, key(keys, name.span.file)).is_some()
    });
    idle.map(|name| {
        let rule = name.code.name;
        let message = format!("`{rule}` is not found here, so this excuses nothing");
        let finding = Diagnostic::new(&registry::UNUSED_EXCUSE, name.span, message);
        let elsewhere =
            findings.iter().find(|other| other.code == name.code && other.span.file == name.span.file);
        let finding = match elsewhere {
            Some(other) => finding
                .label("not before what it is to excuse, nor at its end")
                .related(other.span, "it is found here")
                .help("put the excuse on the line before, or at the end of the line"),
            None => finding.label("not needed, or no longer").help("take it out"),
        };
        Diagnostic { fixes: vec![without(excuse, name)], ..finding }
    })
}

/// The excuse without one of its names, or nothing where it has no other.
fn without(excuse: &Standing, name: &Name) -> Fix {
    let left: Vec<&str> =
        excuse.names.iter().filter(|other| other.span != name.span).map(|other| other.code.name).collect();
    if left.is_empty() {
        let edits = vec![Edit { span: excuse.whole, text: String::new() }];
        return Fix { title: "take the excuse out".to_owned(), safe: false, edits };
    }
    let reason = excuse.reason.as_deref().unwrap_or_default();
    let text = format!("# avouch: allow({}) reason: {reason}", left.join(", "));
    let title = format!("take `{}` out of it", name.code.name);
    Fix { title, safe: false, edits: vec![Edit { span: excuse.span, text }] }
}
