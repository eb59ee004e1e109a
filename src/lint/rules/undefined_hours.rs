//! "Business hours" in the text of a policy that says nowhere when those are.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::lint::prose::{Role, Tag};

/// Looks at the first word for working time in a policy without a calendar.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let program = context.program;
    let own = |name: &crate::value::Name| name != "always";
    if program.calendars.keys().any(own)
        || program.policy.business.is_some()
        || !program.policy.unfilled.is_empty()
    {
        return;
    }
    let tags = [Tag::BusinessHour, Tag::BusinessDay];
    let explained = |tag: &Tag| {
        let mut with = context.prose().with(*tag);
        with.any(|passage| {
            let defined = passage.place.keyword == "definition" && passage.place.role == Role::Title;
            defined || !passage.weekly_hours().is_empty() || passage.marks(Tag::Monday).next().is_some()
        })
    };
    if tags.iter().any(explained) {
        return;
    }
    // A title may name the hours that a text elsewhere explains.
    let mut places = tags.iter().flat_map(|tag| {
        let texts = context.prose().with(*tag).filter(|passage| passage.place.role != Role::Title);
        texts.flat_map(move |passage| passage.marks(*tag).map(move |mark| (passage, mark)))
    });
    let Some((passage, mark)) = places.next() else { return };
    let written = passage.written(mark.tokens());
    findings.push(
        Diagnostic::new(
            &registry::UNDEFINED_HOURS,
            passage.span(mark.tokens()),
            format!("nothing says what `{written}` means"),
        )
        .label("from when to when?")
        .help("declare a `calendar` with your hours, name it in the header (`business hours office`), and quote it as `{office}`"),
    );
}
