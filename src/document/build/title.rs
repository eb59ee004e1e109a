//! The head of the page and its foot: who publishes the policy, which version it is, since when it holds.
//!
//! In: the header of the policy, and what the options say of the files beside the document. Out: title block and colophon.

use super::context::Context;
use super::line::{Line, capitalised, push_words, sentence, spaced};
use super::options::{DigestOf, FormKind, Options};
use super::{changes, clause, text};
use crate::document::model::{
    Direction, Fact, FormLink, Inline, LanguageLink, Paragraph, Publisher, TitleBlock, plain_text,
};
use crate::document::words::Words;
use crate::hir::{Audience, Program, Published};
use thin_vec::ThinVec;

/// The fields of the header that readers see below the title, in order.
const SHOWN_FIELDS: [&str; 3] = ["version", "effective", "timezone"];

/// The head of the page.
pub fn block(cx: &Context<'_>) -> TitleBlock {
    let policy = &cx.program.policy;
    let lead = lead(cx);
    TitleBlock {
        publisher: Publisher { name: publisher(cx), link: None },
        languages: languages(cx.program, cx.options),
        kicker: Some(kicker(cx)),
        title: plain_text(&cx.title(&policy.clause)),
        lead,
        facts: facts(cx),
        forms: forms(cx.words, cx.options),
    }
}

/// The publisher's name; a policy that names none is published under its own title.
pub fn publisher(cx: &Context<'_>) -> String {
    let policy = &cx.program.policy;
    policy.publisher.as_ref().map_or_else(String::new, |name| plain_text(&text::inline(cx, name)))
}

fn kicker(cx: &Context<'_>) -> String {
    let kicker = match cx.program.policy.edition {
        Some(edition) => {
            // An edition is often called by its year.
            let is_year = edition.scale == 0 && (1900..2200).contains(&edition.units);
            let kind = if is_year { "year" } else { "number" };
            let args = [("edition", edition.to_string().into()), ("kind", kind.into())];
            cx.words.say("page-kicker-edition", &args)
        }
        None => cx.words.word("page-kicker"),
    };
    match audience(cx) {
        Some(audience) => format!("{kicker} · {audience}"),
        None => kicker,
    }
}

/// For whom the document is, when not for everybody.
fn audience(cx: &Context<'_>) -> Option<String> {
    let Published { audience } = &cx.options.published;
    match audience {
        Audience::Everybody => None,
        Audience::Party(party) => {
            let title = cx.find("party", party.as_str()).map_or_else(Line::new, |clause| cx.title(clause));
            Some(cx.words.say("page-for-party", &[("party", plain_text(&title).into())]))
        }
        Audience::Internal => Some(cx.words.word("page-internal")),
    }
}

/// The words below the title: what the header means, or its first text.
fn lead(cx: &Context<'_>) -> Line {
    let clause = &cx.program.policy.clause;
    let prose = clause::shown(cx, &clause.prose).map(|note| text::inline(cx, &note.text));
    // A field of the header that waits is shown in its own place, where it has one.
    let waiting = cx.program.policy.unfilled.iter().filter(|field| !SHOWN_FIELDS.contains(field));
    let waiting: ThinVec<&str> = waiting.copied().collect();
    let mut shown = clause.clone();
    (shown.unfilled, shown.waiting) = (!waiting.is_empty(), waiting);
    let clause = &shown;
    let mut lead = spaced([clause::means(cx, clause), spaced(prose)]);
    for reason in &clause.because {
        let reason = cx.say("page-because", &[("reason", text::inline(cx, reason).into())]);
        lead = spaced([lead, sentence(reason)]);
    }
    lead = spaced([lead, clause::see(cx, clause)]);
    // A mark needs words that it stands behind; without any, the notes are what the header says.
    if lead.is_empty() {
        let notes = clause::shown(cx, &clause.notes);
        return spaced(notes.map(|note| super::line::sentence(text::inline(cx, &note.text))));
    }
    super::line::push_all(&mut lead, clause::marks(cx, &clause.notes));
    lead
}

fn facts(cx: &Context<'_>) -> Vec<Fact> {
    let policy = &cx.program.policy;
    let mut facts = Vec::new();
    let mut add = |name: String, value: Line| facts.push(Fact { name, value });
    let version = policy.version.as_ref().map(|version| text::inline(cx, version));
    let effective = policy.effective.map(|day| vec![cx.words.marked_date(day)]);
    let zone = policy.zone.as_ref().map(|zone| vec![Inline::text(cx.words.zone(zone))]);
    for (field, value) in SHOWN_FIELDS.into_iter().zip([version, effective, zone]) {
        let waits = policy.unfilled.contains(&field);
        let value = value.or_else(|| waits.then(|| capitalised(cx.say("not-known-yet", &[]))));
        if let Some(value) = value {
            add(cx.words.word(&format!("page-{field}")), value);
        }
    }
    let shows_changes = cx.program.changes.as_ref().is_some_and(|changes| cx.shows(&changes.clause));
    if let Some(review) = changes::next_review(cx.program).filter(|_| shows_changes) {
        add(cx.words.word("page-review"), vec![cx.words.marked_date(review)]);
    }
    facts
}

/// The document in all languages that have a file, when there are at least two.
pub fn languages(program: &Program, options: &Options) -> Vec<LanguageLink> {
    let listed = program.policy.languages.iter().zip(&options.language_files).enumerate();
    let links = listed.filter_map(|(index, (language, file))| {
        let words = Words::load(&language.tag, language.informal);
        let name = words.map_or_else(|| language.tag.to_string(), |words| words.word("language-own-name"));
        Some(LanguageLink {
            tag: language.tag.to_string(),
            direction: Direction::of(&language.tag),
            name,
            target: file.clone()?,
            current: index == options.language,
        })
    });
    links.collect()
}

/// The document in its other forms.
pub fn forms(words: Words, options: &Options) -> Vec<FormLink> {
    let forms = options.forms.iter().map(|form| {
        let (label, media_type) = match form.kind {
            FormKind::RulesJson => (words.word("page-rule-set"), "application/json"),
            FormKind::RulesYaml => (words.word("page-rule-set-yaml"), "application/yaml"),
            FormKind::Html => (words.word("page-html"), "text/html"),
            FormKind::Markdown => (words.word("page-markdown"), "text/markdown"),
        };
        FormLink { label, target: form.target.clone(), media_type: Some(media_type.to_owned()) }
    });
    forms.collect()
}

/// Where the document comes from.
pub fn colophon(cx: &Context<'_>) -> Vec<Paragraph> {
    let policy = &cx.program.policy;
    let mut line = Line::new();
    if policy.publisher.is_some() {
        line = cx.say("page-published-by", &[("publisher", unstopped(&publisher(cx)).into())]);
    }
    let source = ("source", Inline::Code(cx.options.source_name.clone()).into());
    let tool = ("tool", cx.options.generator.clone().into());
    let made = match &policy.version {
        Some(version) => {
            cx.say("page-generated", &[source, tool, ("version", text::inline(cx, version).into())])
        }
        None => cx.say("page-generated-no-version", &[source, tool]),
    };
    let mut paragraphs = vec![Paragraph::plain(spaced([line, made]))];
    if !cx.options.digests.is_empty() {
        let mut line = Line::new();
        for digest in &cx.options.digests {
            if !line.is_empty() {
                push_words(&mut line, ", ");
            }
            let key = match digest.of {
                DigestOf::Source => "page-digest-source",
                DigestOf::Rules => "page-digest-rules",
            };
            let words = cx.say(key, &[("digest", Inline::Code(digest.value.clone()).into())]);
            super::line::push_all(&mut line, words);
        }
        paragraphs.push(Paragraph::small(super::line::capitalised(line)));
    }
    paragraphs
}

/// A name that ends in a full stop, as "Inc.", does not end the sentence twice.
fn unstopped(name: &str) -> String {
    name.strip_suffix('.').unwrap_or(name).to_owned()
}
