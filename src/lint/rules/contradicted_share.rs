//! A share of availability in prose that is not the one that is promised.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::lint::prose::{Kind, Little, Tag};

/// Looks at every share in sentences about availability, where one thing has an availability.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let mut all = context.program.availabilities.values();
    let (Some(promised), None) = (all.next(), all.next()) else { return };
    let [rule] = promised.shares.rules.as_slice() else { return };
    let number = |text: &str| text.replace(',', ".").parse::<f64>().ok();
    let Some(share) = number(&rule.value.0.to_string()) else { return };
    let credits: Vec<f64> =
        promised.credits.iter().filter_map(|(below, ..)| number(&below.to_string())).collect();
    for passage in context.prose().with(Tag::Availability) {
        for mark in passage.marks(Tag::Availability) {
            let tokens = passage.tokens();
            // How it was is no promise.
            if passage.says_little(mark.sentence(), &[Little::Past]) {
                continue;
            }
            if tokens.says(mark.sentence(), &[Tag::Not, Tag::Hedge, Tag::Limit]) {
                continue;
            }
            let range = tokens.sentence(mark.sentence());
            let stated = tokens.all[range.clone()].windows(2).enumerate().find_map(|(at, pair)| {
                let [one, sign] = pair else { return None };
                let stated = number(&one.text).filter(|_| one.kind == Kind::Number && sign.text == "%")?;
                Some((range.start + at, stated))
            });
            let Some((at, stated)) = stated else { continue };
            let same = |known: f64| (known - stated).abs() < 1e-9;
            // Smaller shares are of something else: of a fee, of requests.
            if stated < 95.0 || same(share) || credits.iter().any(|credit| same(*credit)) {
                continue;
            }
            let written = passage.written(at..at + 2);
            findings.push(
                Diagnostic::new(
                    &registry::CONTRADICTED_SHARE,
                    passage.span(at..at + 2),
                    format!("the text says {written}, and {}% is promised", rule.value.0),
                )
                .label("not what is promised")
                .related(rule.span, "the promise")
                .help(format!("quote the promise, as in `{{{} at least}}`", promised.clause.name)),
            );
        }
    }
}
