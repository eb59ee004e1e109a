//! A definition of a severity whose conditions are joined by "and" here and by "or" there.
//!
//! "Production is down and there is no way around it" lets fewer requests in than the same words with "or". Held against each
//! other are a definition and its translations, and a definition and the texts that repeat its words on both sides of the
//! little one. Definitions of two severities may differ, and so may sentences about another one.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::FactValue;
use crate::lint::clauses::gravity;
use crate::lint::prose::{Kind, Mark, Passage, Role, Tag};
use smol_str::SmolStr;

/// How many words on each side must be the same; of scripts without spaces, characters.
const WORDS: usize = 2;
const CHARACTERS: usize = 4;

/// Words that lead up to a condition and say nothing of it: "means that".
const FILLING: [&str; 5] = ["that", "dass", "dat", "que", "qu"];

/// A little word between two conditions, with the words around it.
struct Joint<'m> {
    mark: &'m Mark,
    before: Vec<SmolStr>,
    behind: Vec<SmolStr>,
}

/// Looks at the definitions of all severities.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    let Some((_, fact)) = gravity(context.program) else { return };
    let passages = &context.prose().passages;
    let keyword = fact.clause.name.as_str();
    let defines = |passage: &&Passage<'_>| {
        passage.place.role == Role::Means
            && passage.place.keyword == keyword
            && (passage.has(Tag::And) || passage.has(Tag::Or))
    };
    for meaning in passages.iter().filter(defines) {
        translated(meaning, passages, findings);
        for joint in joints(meaning) {
            // Words are told apart in few texts: in most the other little word is not, or not the words beside it.
            let turned = if joint.mark.tag == Tag::And { Tag::Or } else { Tag::And };
            let beside = [joint.before.last(), joint.behind.first()];
            let elsewhere = passages.iter().filter(|other| {
                other.scanned.maybe & turned.bit() != 0
                    && other.place.keyword != keyword
                    && other.language == meaning.language
                    && beside.iter().flatten().all(|word| contains(&other.piece.content, word))
            });
            for other in elsewhere {
                repeated(meaning, &joint, other, fact.values(), findings);
            }
        }
    }
}

/// Whether a text has a word, whatever its case; letters beyond the first count as they are written.
fn contains(content: &str, word: &str) -> bool {
    let rest = word.char_indices().nth(1).map_or("", |(at, _)| &word[at..]);
    content.contains(if rest.is_empty() { word } else { rest })
}

/// A sentence that repeats the words of a definition with the other little word.
fn repeated(
    meaning: &Passage<'_>,
    joint: &Joint<'_>,
    other: &Passage<'_>,
    values: &[FactValue],
    findings: &mut Vec<Diagnostic>,
) {
    for there in joints(other) {
        let same = there.before == joint.before && there.behind == joint.behind;
        if !same
            || there.mark.tag == joint.mark.tag
            || names_another(meaning, other, there.mark.sentence(), values)
        {
            continue;
        }
        let (word, own) = (other.written(there.mark.tokens()), meaning.written(joint.mark.tokens()));
        let span = other.span(there.mark.tokens());
        let name = &meaning.place.owner.name;
        findings.push(
            Diagnostic::new(
                &registry::AND_BESIDE_OR,
                span,
                format!("`{word}` here, and `{own}` in the definition of `{name}`"),
            )
            .label("the same words, joined in another way")
            .related(meaning.span(joint.mark.tokens()), "the definition")
            .help(format!("say it in one way, or quote the definition as `{{{name} means}}`"))
            .fix(format!("change it to `{own}`"), false, span, own),
        );
    }
}

/// Whether a sentence speaks of another severity.
fn names_another(meaning: &Passage<'_>, other: &Passage<'_>, sentence: usize, values: &[FactValue]) -> bool {
    let words: Vec<&str> =
        other.tokens().sentence(sentence).map(|at| other.tokens().all[at].text.as_str()).collect();
    values.iter().filter(|value| value.clause.name != meaning.place.owner.name).any(|value| {
        let Some(title) = &value.clause.title else { return false };
        let title = title.in_language(other.language).content.to_lowercase();
        let first = title.split_whitespace().next();
        first.is_some_and(|first| words.contains(&first))
    })
}

/// A translation with the other little word in the place of the only one.
fn translated(meaning: &Passage<'_>, passages: &[Passage<'_>], findings: &mut Vec<Diagnostic>) {
    if meaning.piece.span != meaning.text.original.span {
        return;
    }
    let Some(own) = only(meaning) else { return };
    let same_text =
        |other: &&Passage<'_>| other.text.span == meaning.text.span && other.piece.span != meaning.piece.span;
    for other in passages.iter().filter(same_text) {
        let Some(mark) = only(other).filter(|mark| mark.tag != own.tag) else { continue };
        let (word, original) = (other.written(mark.tokens()), meaning.written(own.tokens()));
        findings.push(
            Diagnostic::new(
                &registry::AND_BESIDE_OR,
                other.span(mark.tokens()),
                format!("`{word}` in this translation, and `{original}` in the original"),
            )
            .label("joined in another way")
            .related(meaning.span(own.tokens()), "the original")
            .help("decide whether one of the conditions is enough or both are needed, and say so in each language"),
        );
    }
}

/// The only "and" or "or" of a text, with nothing denied before it.
fn only<'m>(passage: &'m Passage<'_>) -> Option<&'m Mark> {
    let mut all = passage.tokens().marks.iter().filter(|mark| matches!(mark.tag, Tag::And | Tag::Or));
    let (mark, None) = (all.next()?, all.next()) else { return None };
    let denied = passage
        .marks(Tag::Not)
        .any(|not| passage.language == "ja" || not.tokens().start < mark.tokens().start);
    (!denied).then_some(mark)
}

/// Every "and" and "or" with enough words on both sides.
fn joints<'m>(passage: &'m Passage<'_>) -> Vec<Joint<'m>> {
    let tokens = passage.tokens();
    let little = tokens.marks.iter().filter(|mark| matches!(mark.tag, Tag::And | Tag::Or));
    let joint = |mark: &'m Mark| {
        let sentence = tokens.sentence(mark.sentence());
        let count = if passage.language == "ja" { CHARACTERS } else { WORDS };
        let word = |at: &usize| {
            let token = &tokens.all[*at];
            matches!(token.kind, Kind::Word | Kind::Number) && !FILLING.contains(&token.text.as_str())
        };
        let text = |at: usize| tokens.all[at].text.clone();
        let mut before: Vec<SmolStr> =
            (sentence.start..mark.tokens().start).rev().filter(word).take(count).map(text).collect();
        before.reverse();
        let behind: Vec<SmolStr> =
            (mark.tokens().end..sentence.end).filter(word).take(count).map(text).collect();
        (before.len() == count && behind.len() == count).then_some(Joint { mark, before, behind })
    };
    little.filter_map(joint).collect()
}
