//! "Sie" in a policy that says "du", or the other way round: readers are strangers in one sentence and friends in the next.
//!
//! The header decides, since the fixed words of the document follow it: `written in de informal`. Only the first place of each
//! language is told.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::lint::prose::{Mark, Passage, Role, Tag};

/// Looks at every language that has two words for "you".
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for language in &context.program.policy.languages {
        let tag = language.tag.as_str();
        let (other, own) =
            if language.informal { (Tag::FormalYou, "informal") } else { (Tag::InformalYou, "formal") };
        let prose = context.prose();
        let passages = || prose.with(other).filter(|passage| passage.language == tag && says_you(passage));
        let first = passages()
            .find_map(|passage| Some((passage, passage.marks(other).find(|mark| is_meant(passage, mark))?)));
        let Some((passage, mark)) = first else { continue };
        let word = passage.written(mark.tokens());
        let help = if language.informal {
            format!("say it as the header does, or write `written in {tag}` there")
        } else {
            format!("say it as the rest of the page does, or write `written in {tag} informal` in the header")
        };
        findings.push(
            Diagnostic::new(
                &registry::MIXED_FORM_OF_ADDRESS,
                passage.span(mark.tokens()),
                format!("`{word}` in a policy that addresses its readers in the {own} way"),
            )
            .label("another form of address")
            .related(language.span, format!("the {own} one"))
            .help(help),
        );
    }
}

fn says_you(passage: &Passage<'_>) -> bool {
    // Titles may be those of other people's documents.
    !matches!(passage.place.role, Role::Title | Role::Header | Role::Address)
}

/// Whether a word is the "you" that it looks like. German tells the formal one by its capital, which a sentence begins with anyway.
fn is_meant(passage: &Passage<'_>, mark: &Mark) -> bool {
    let german = passage.language.starts_with("de");
    if mark.tag != Tag::FormalYou || !german {
        return true;
    }
    let capital = passage.written(mark.tokens()).starts_with(char::is_uppercase);
    capital && passage.tokens().sentence(mark.sentence()).start != mark.tokens().start
}
