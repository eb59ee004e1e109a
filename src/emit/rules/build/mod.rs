//! From the resolved program to the rule set of one audience.
//!
//! In: a program without errors (a leak is one), the audience, and the sources for lines and digests. Out: the document,
//! its digest in place. One file for each area, named as in the resolved program. Nothing here decides which rule wins;
//! where a rule is not for the audience, the rest is resolved again by the same means as before.

mod amount;
mod calendar;
mod cases;
mod clause;
mod commitment;
mod context;
mod cover;
mod example;
mod facts;
mod hidden;
mod layout;
mod product;
mod rules;
mod scope;
mod service;
mod value;

#[cfg(test)]
pub use self::cases::View;
use self::clause::clause;
use self::context::Context;
use super::RulesError;
use super::digest::{digest, none_yet, sha256};
use super::json::Json;
use super::types::{Business, Generator, Language, People, Policy, Routing, RuleSetDocument, SourceFile};
use crate::hir::{self, Program, Published};
use crate::source::Sources;

/// The version of the format, for `formatVersion`.
pub const FORMAT_VERSION: u32 = 1;

/// The rule set of a program for one audience.
///
/// Fails only for conditions that cannot be listed within the limits of [`crate::cases`].
pub fn rules(
    program: &Program,
    published: &Published,
    sources: &Sources,
) -> Result<RuleSetDocument, RulesError> {
    written(program, published, sources).map(|(document, _)| document)
}

/// The same with its JSON, of which the digest is made.
pub fn written(
    program: &Program,
    published: &Published,
    sources: &Sources,
) -> Result<(RuleSetDocument, Json), RulesError> {
    let cx = &Context::new(program, published, sources)?;
    let mut document = RuleSetDocument {
        format: "avouch/rules".to_owned(),
        format_version: FORMAT_VERSION,
        generator: Generator {
            name: env!("CARGO_PKG_NAME").to_owned(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
        },
        digest: none_yet(),
        sources: Vec::new(),
        audience: clause::audience(&published.audience),
        policy: policy(cx)?,
        facts: facts::facts(cx)?,
        calendars: calendar::calendars(cx)?,
        plans: cover::plans(cx)?,
        entitlements: cover::entitlements(cx)?,
        channels: cover::channels(cx)?,
        scope: scope::scope(cx)?,
        offers: scope::offers(cx)?,
        commitments: commitment::commitments(cx)?,
        tables: cx.each(program.tables.values(), |table| &table.clause, |table| clause(cx, &table.clause))?,
        routing: routing(cx)?,
        escalations: commitment::escalations(cx)?,
        processes: service::processes(cx)?,
        queue: service::queue(cx)?,
        prices: service::prices(cx)?,
        products: product::products(cx)?,
        maintenances: service::maintenances(cx)?,
        availabilities: service::availabilities(cx)?,
        changes: service::changes(cx)?,
        events: cx.each(program.events.values(), |event| &event.clause, |event| clause(cx, &event.clause))?,
        roles: service::roles(cx)?,
        parties: service::parties(cx)?,
        documents: service::documents(cx)?,
        definitions: cx.each(program.definitions.values(), |word| word, |word| clause(cx, word))?,
        duties: layout::duties(cx)?,
        questions: service::questions(cx)?,
        catalogues: service::catalogues(cx)?,
        examples: example::examples(cx)?,
        sections: layout::sections(cx)?,
        quotations: Vec::new(),
    };
    document.quotations = layout::quotations(cx)?;
    document.sources = source_files(cx);
    let mut json = Json::new(&document)?;
    document.digest = digest(&json);
    json.set("digest", &document.digest);
    Ok((document, json))
}

fn policy(cx: &Context<'_>) -> Result<Policy, RulesError> {
    let hir::Policy {
        clause: said,
        edition,
        version,
        effective,
        publisher,
        languages,
        zone,
        business,
        unfilled: _,
    } = &cx.program.policy;
    Ok(Policy {
        clause: clause(cx, said)?,
        edition: edition.map(value::decimal),
        version: version.as_ref().map(|text| cx.texts(text)),
        effective: effective.map(|date| date.to_string()),
        publisher: publisher.as_ref().map(|text| cx.texts(text)),
        languages: languages
            .iter()
            .map(|language| Language { language: language.tag.to_string(), informal: language.informal })
            .collect(),
        zone: zone.as_ref().map(ToString::to_string),
        business: business.as_ref().map(|business| Business {
            word: business.word.word().to_owned(),
            calendar: business.calendar.to_string(),
        }),
    })
}

fn routing(cx: &Context<'_>) -> Result<Vec<Routing>, RulesError> {
    let mut routing = Vec::new();
    for (id, set) in &cx.program.routing {
        let people = |names: &Vec<_>| People { people: cx.people(names) };
        let rules = rules::rules(cx, set, None, |one, two| one == two, people)?;
        // A routing that is for others altogether is not even named.
        if !rules.entries.is_empty() {
            routing.push(Routing { id: id.to_string(), rules });
        }
    }
    Ok(routing)
}

/// The files that something in the document came from, with their digests, in the order in which they were read.
fn source_files(cx: &Context<'_>) -> Vec<SourceFile> {
    cx.files_used()
        .into_iter()
        .map(|id| {
            let file = cx.sources.get(id);
            SourceFile { file: file.path().to_owned(), digest: sha256(file.text().as_bytes()) }
        })
        .collect()
}
