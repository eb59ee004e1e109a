//! Words: names, titles, explanations, for whom a clause is, and everything else that promises nothing.
//!
//! In: clauses of both versions. Out: changes that are neutral, but for the readers that something is shown to.

use super::change::{Change, Readers, Said, Subject};
use super::finder::{Finder, Item, subject, words};
use super::kinds::{self, Kind, Twin};
use crate::cases::TooComplex;
use crate::hir::{Audience, Clause, Note, Program};
use crate::value::{Name, Text};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What every clause has that is in both versions.
pub fn clauses(finder: &mut Finder<'_>, was: &Clause, is: &Clause) -> Result<(), TooComplex> {
    let of = subject(is);
    let readers = Readers::between(&was.audience, &is.audience);
    let place =
        |change: Change| Change { readers: readers.clone(), ..change.at(Some(was.span), Some(is.span)) };
    let renamed = is.formerly.contains(&was.name) || was.formerly.contains(&is.name);
    if was.name != is.name && renamed {
        let said = |name: &Name| Said::Plain(name.to_string());
        finder
            .add(place(Change::new(&kinds::RENAMED, of.clone()).from_to(said(&was.name), said(&is.name))))?;
    }
    let party = |audience: &Audience| match audience {
        Audience::Party(name) => Audience::Party(finder.common.names.new_of("party", name).into()),
        other @ (Audience::Everybody | Audience::Internal) => other.clone(),
    };
    let before = party(&was.audience);
    if before != is.audience {
        // Everybody is the widest and comes first; two parties see different things.
        let kind = if before < is.audience { &kinds::AUDIENCE.back } else { &kinds::AUDIENCE.forth };
        let said = |audience: &Audience| Said::Readers(audience.clone());
        finder.add(place(Change::new(kind, of.clone()).from_to(said(&was.audience), said(&is.audience))))?;
    }
    texts(finder, &kinds::TITLE, &of, was.title.as_deref(), is.title.as_deref(), &place)?;

    several(finder, &kinds::MEANING, &of, &all(&was.means), &all(&is.means), &place)?;
    let told = |clause: &Clause| -> Vec<(Audience, Arc<Text>)> {
        let notes = clause.notes.iter().chain(&clause.prose);
        let notes = notes.map(|note: &Note| (note.audience.clone(), note.text.clone()));
        let because = clause.because.iter().map(|text| (clause.audience.clone(), text.clone()));
        notes.chain(because).collect()
    };
    let (first, second) = (told(was), told(is));
    prose(finder, &of, &first, &second, &place)?;
    references(finder, &of, was, is, &place)
}

/// To what readers are referred, in any order.
fn references(
    finder: &mut Finder<'_>,
    of: &Subject,
    was: &Clause,
    is: &Clause,
    place: &dyn Fn(Change) -> Change,
) -> Result<(), TooComplex> {
    let mut before: Vec<String> = Vec::new();
    for to in &was.see {
        before.push(format!("{} {}", to.keyword, finder.common.names.new_of(to.keyword, &to.name)));
    }
    let after: Vec<String> = is.see.iter().map(|to| format!("{} {}", to.keyword, to.name)).collect();
    let sorted = |found: &[String]| found.iter().cloned().collect::<BTreeSet<String>>();
    if sorted(&before) == sorted(&after) {
        return Ok(());
    }
    let said = |clause: &Clause| {
        let names: Vec<Name> = clause.see.iter().map(|to| to.name.clone()).collect();
        (!names.is_empty()).then(|| Said::Words(format!("see {}", crate::hir::say::names(&names))))
    };
    let change = Change::new(&kinds::SEE, of.clone()).from_to(said(was), said(is));
    finder.add(place(change))
}

/// A text that may be there or not.
fn texts(
    finder: &mut Finder<'_>,
    kind: &'static Kind,
    of: &Subject,
    was: Option<&Text>,
    is: Option<&Text>,
    place: &dyn Fn(Change) -> Change,
) -> Result<(), TooComplex> {
    let (first, second): (Vec<&Text>, Vec<&Text>) = (was.into_iter().collect(), is.into_iter().collect());
    several(finder, kind, of, &first, &second, place)
}

fn several(
    finder: &mut Finder<'_>,
    kind: &'static Kind,
    of: &Subject,
    was: &[&Text],
    is: &[&Text],
    place: &dyn Fn(Change) -> Change,
) -> Result<(), TooComplex> {
    let originals = |texts: &[&Text]| texts.iter().map(|text| words(text)).collect::<Vec<String>>();
    let translations = |texts: &[&Text]| texts.iter().map(|text| translated(text)).collect::<Vec<_>>();
    let kind = if originals(was) != originals(is) {
        kind
    } else if translations(was) != translations(is) {
        &kinds::TRANSLATION
    } else {
        return Ok(());
    };
    let changed = || was.iter().zip(is).find(|(one, other)| words(one) != words(other));
    let (before, after) = match changed() {
        Some((before, after)) => (Some((*before).clone()), Some((*after).clone())),
        None if was.len() != is.len() => {
            let shorter = was.len().min(is.len());
            (was.get(shorter).map(|text| (*text).clone()), is.get(shorter).map(|text| (*text).clone()))
        }
        None => (None, None),
    };
    finder.add(place(Change::new(kind, of.clone()).from_to(before.map(Said::Text), after.map(Said::Text))))
}

fn translated(text: &Text) -> BTreeMap<String, String> {
    let translations = text.translations.iter();
    translations.map(|one| (one.language.to_string(), one.piece.content.to_string())).collect()
}

/// Notes and texts, each for its readers.
pub(super) fn prose(
    finder: &mut Finder<'_>,
    of: &Subject,
    was: &[(Audience, Arc<Text>)],
    is: &[(Audience, Arc<Text>)],
    place: &dyn Fn(Change) -> Change,
) -> Result<(), TooComplex> {
    let mut audiences: Vec<&Audience> = was.iter().chain(is).map(|(audience, _)| audience).collect();
    audiences.sort();
    audiences.dedup();
    for audience in audiences {
        let for_them = |change: Change| Change { readers: Readers::of(audience), ..place(change) };
        several(finder, &kinds::PROSE, of, &here(audience, was), &here(audience, is), &for_them)?;
    }
    Ok(())
}

fn all(texts: &[Arc<Text>]) -> Vec<&Text> {
    texts.iter().map(AsRef::as_ref).collect()
}

fn answers(notes: &[Note]) -> Vec<&Text> {
    notes.iter().map(|note| &*note.text).collect()
}

/// The texts for an audience.
fn here<'t>(audience: &Audience, texts: &'t [(Audience, Arc<Text>)]) -> Vec<&'t Text> {
    texts.iter().filter(|(known, _)| known == audience).map(|(_, text)| &**text).collect()
}

/// Compares what belongs to no other area.
pub fn compare(finder: &mut Finder<'_>) -> Result<(), TooComplex> {
    let (old, new) = (finder.common.old.program(), finder.common.new.program());
    clauses(finder, &old.policy.clause, &new.policy.clause)?;
    header(finder, old, new)?;
    let names = finder.common.names.clone();
    let pairs = names.pairs("definition", &old.definitions, &new.definitions);
    come(finder, &kinds::DEFINITION, &pairs.gone, &pairs.fresh, |clause| clause)?;
    for (was, is) in pairs.both {
        clauses(finder, was, is)?;
    }
    let pairs = names.pairs("event", &old.events, &new.events);
    for (was, is) in pairs.both {
        clauses(finder, &was.clause, &is.clause)?;
    }
    let pairs = names.pairs("table", &old.tables, &new.tables);
    for (was, is) in pairs.both {
        clauses(finder, &was.clause, &is.clause)?;
    }
    let pairs = names.pairs("question", &old.questions, &new.questions);
    come(finder, &kinds::QUESTION, &pairs.gone, &pairs.fresh, |question| &question.clause)?;
    for (was, is) in pairs.both {
        clauses(finder, &was.clause, &is.clause)?;
        let (before, after) = (answers(&was.answers), answers(&is.answers));
        let readers = Readers::between(&was.clause.audience, &is.clause.audience);
        let span = (Some(was.clause.span), Some(is.clause.span));
        several(finder, &kinds::QUESTION_TEXT, &subject(&is.clause), &before, &after, &|change| Change {
            readers: readers.clone(),
            ..change.at(span.0, span.1)
        })?;
    }
    people(finder, old, new)?;
    catalogues(finder, old, new)
}

/// Declarations that are in one version only.
pub fn come<T>(
    finder: &mut Finder<'_>,
    twin: &'static Twin,
    gone: &[&T],
    fresh: &[&T],
    clause: impl Fn(&T) -> &Clause,
) -> Result<(), TooComplex> {
    for one in gone {
        let clause = clause(one);
        let change = Change::new(&twin.back, subject(clause)).at(Some(clause.span), None);
        finder.add(Change { readers: Readers::of(&clause.audience), ..change })?;
    }
    for one in fresh {
        let clause = clause(one);
        let change = Change::new(&twin.forth, subject(clause)).at(None, Some(clause.span));
        finder.add(Change { readers: Readers::of(&clause.audience), ..change })?;
    }
    Ok(())
}

fn header(finder: &mut Finder<'_>, old: &Program, new: &Program) -> Result<(), TooComplex> {
    let lines = |program: &Program| -> [(&'static str, Option<String>); 6] {
        let policy = &program.policy;
        [
            ("edition", policy.edition.map(|edition| edition.to_string())),
            ("version", policy.version.as_ref().map(words)),
            ("effective", policy.effective.map(|date| date.to_string())),
            ("publisher", policy.publisher.as_ref().map(words)),
            ("timezone", policy.zone.as_ref().map(|zone| zone.name().to_owned())),
            ("address", policy.languages.iter().any(|one| one.informal).then(|| "informal".to_owned())),
        ]
    };
    let of = |part: &str| Subject { part: part.to_owned(), ..subject(&new.policy.clause) };
    let span = (Some(old.policy.clause.span), Some(new.policy.clause.span));
    for ((part, before), (_, after)) in lines(old).into_iter().zip(lines(new)) {
        if before != after {
            let change = Change::new(&kinds::HEADER, of(part));
            let change = change.from_to(before.map(Said::Plain), after.map(Said::Plain));
            finder.add(change.at(span.0, span.1))?;
        }
    }
    let languages = |program: &Program| -> Vec<Item<'static>> {
        let item = |language: &crate::hir::DocumentLanguage| Item {
            key: language.tag.to_string(),
            said: Said::Plain(language.tag.to_string()),
            when: None,
            audience: &Audience::Everybody,
            span: language.span,
        };
        program.policy.languages.iter().map(item).collect()
    };
    finder.held(&kinds::LANGUAGE, true, &subject(&new.policy.clause), &languages(old), &languages(new))
}

/// Roles, parties and documents.
fn people(finder: &mut Finder<'_>, old: &Program, new: &Program) -> Result<(), TooComplex> {
    let names = finder.common.names.clone();
    let roles = names.pairs("role", &old.roles, &new.roles);
    come(finder, &kinds::PERSON, &roles.gone, &roles.fresh, |role| &role.clause)?;
    let mut contacts: Vec<(&Clause, &Clause, &[Text], &[Text])> = Vec::new();
    contacts.extend(
        roles
            .both
            .iter()
            .map(|(was, is)| (&was.clause, &is.clause, was.addresses.as_slice(), is.addresses.as_slice())),
    );
    let parties = names.pairs("party", &old.parties, &new.parties);
    come(finder, &kinds::PERSON, &parties.gone, &parties.fresh, |party| &party.clause)?;
    contacts.extend(
        parties
            .both
            .iter()
            .map(|(was, is)| (&was.clause, &is.clause, was.addresses.as_slice(), is.addresses.as_slice())),
    );
    let documents = names.pairs("document", &old.documents, &new.documents);
    come(finder, &kinds::DOCUMENT, &documents.gone, &documents.fresh, |document| &document.clause)?;
    contacts.extend(
        documents
            .both
            .iter()
            .map(|(was, is)| (&was.clause, &is.clause, was.addresses.as_slice(), is.addresses.as_slice())),
    );
    for (was, is, before, after) in contacts {
        clauses(finder, was, is)?;
        let (before, after): (Vec<&Text>, Vec<&Text>) = (before.iter().collect(), after.iter().collect());
        let readers = Readers::between(&was.audience, &is.audience);
        several(finder, &kinds::CONTACT, &subject(is), &before, &after, &|change| Change {
            readers: readers.clone(),
            ..change.at(Some(was.span), Some(is.span))
        })?;
    }
    for (was, is) in documents.both {
        let rank = |precedence: Option<crate::hir::Precedence>| match precedence {
            Some(crate::hir::Precedence::Prevails) => 0,
            None => 1,
            Some(crate::hir::Precedence::Yields) => 2,
        };
        if rank(was.precedence) != rank(is.precedence) {
            let worse = rank(is.precedence) < rank(was.precedence);
            let kind = if worse { &kinds::PRECEDENCE.back } else { &kinds::PRECEDENCE.forth };
            let change = Change::new(kind, subject(&is.clause))
                .from_to(was.precedence.map(Said::Precedence), is.precedence.map(Said::Precedence))
                .at(Some(was.clause.span), Some(is.clause.span));
            let readers = Readers::between(&was.clause.audience, &is.clause.audience);
            finder.add(Change { readers, ..change })?;
        }
    }
    Ok(())
}

fn catalogues(finder: &mut Finder<'_>, old: &Program, new: &Program) -> Result<(), TooComplex> {
    let names = finder.common.names.clone();
    let pairs = names.pairs("catalogue", &old.catalogues, &new.catalogues);
    for one in pairs.gone.iter().chain(&pairs.fresh) {
        finder.add(Change::new(&kinds::CATALOGUE, subject(&one.clause)))?;
    }
    for (was, is) in pairs.both {
        clauses(finder, &was.clause, &is.clause)?;
        let lists = |catalogue: &crate::hir::Catalogue| {
            let groups = catalogue.groups.iter().map(|group| {
                let lists: Vec<&str> = group.lists.iter().map(Name::as_str).collect();
                format!("{} {} {:?}", group.clause.name, lists.join(" "), group.holds)
            });
            groups.collect::<Vec<String>>()
        };
        if lists(was) != lists(is) {
            let change = Change::new(&kinds::CATALOGUE, subject(&is.clause));
            finder.add(change.at(Some(was.clause.span), Some(is.clause.span)))?;
        }
    }
    Ok(())
}
