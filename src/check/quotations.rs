//! Quotations: what `{name}`, `{name field}` and `{name when …}` in a text stand for.
//!
//! In: every text of the program with its readers, and the program whose rules are resolved. Out: what each quotation
//! stands for, by its place. A quotation stands for one thing: of several things of one name, one that has the field or
//! the value that is asked for is meant, declarations come before named statements, and sections come last; where that
//! leaves several, the author says which (`{price support}`).

use super::context::Context;
use super::fields::{fields, says};
use super::lookup::suggested;
use super::quoted::value;
use crate::diagnostic::{Diagnostic, nearest, registry};
use crate::hir::{Program, Quote, Ref, Section, SectionItem, Standard, join};
use crate::resolve::{Said, built_in};
use crate::source::Span;
use crate::value::{Condition, Name, Quotation, Quoted};
use std::collections::BTreeMap;

/// What has a value in some cases.
const VALUED: [&str; 4] = ["commitment", "entitlement", "price", "plan"];

/// What a policy has once, so that its keyword is its name.
const SINGLE: [&str; 4] = ["policy", "scope", "queue", "changes"];

/// Statements that have names, by which a quotation may call their kind.
const STATEMENTS: [&str; 6] = ["state", "check", "duty", "value", "coverage", "exclusion"];

/// What can stand between braces.
const CAN_STAND: &str = "between braces stands the name of something that is declared: `{name}`. Behind it can stand what it says, \
                         `{name field}`, or for whom, `{name when …}`. A brace of its own is written `\\{`";

/// Something that a quotation may mean, and how readily it does.
struct Candidate {
    of: Ref,
    rank: u8,
}

/// What of it is asked for.
#[derive(Clone, Copy)]
enum Asked<'q> {
    Title,
    Field(&'q Name),
    Value(&'q Condition),
}

/// What every quotation of the policy stands for, by its place; those that are wrong are reported and left out.
pub fn quotations(context: &mut Context<'_>, program: &Program) -> BTreeMap<Span, Quote> {
    let mut found = BTreeMap::new();
    let resolved = context.resolved;
    let quoting = |said: &&Said<'_>| said.text.pieces().any(|piece| !piece.quotations.is_empty());
    for said in resolved.parts.texts.iter().filter(quoting) {
        context.reading(said.audience.clone(), |context| of_text(context, program, said, &mut found));
    }
    found
}

fn of_text(context: &mut Context<'_>, program: &Program, said: &Said<'_>, found: &mut BTreeMap<Span, Quote>) {
    for quotation in said.text.pieces().flat_map(|piece| &piece.quotations) {
        if let Some(quote) = quote(context, program, quotation) {
            found.insert(quotation.span, quote);
        }
    }
}

fn quote(context: &mut Context<'_>, program: &Program, quotation: &Quotation) -> Option<Quote> {
    if let Quoted::Words = quotation.what {
        context.report(several_words(context, &quotation.target, inside(quotation.span)));
        return None;
    }
    let (kind, target, asked) = meant(context, quotation);
    let candidates = candidates(context, program, kind, target);
    let of = choose(context, &candidates, kind, target, asked)?;
    // Whatever exists by declaration must be open to the readers of the text.
    if context.symbols().get(of.keyword, of.name.as_str()).is_some() {
        context.known(&[of.keyword], &of.name);
    }
    match asked {
        Asked::Title => Some(Quote::Title(of)),
        Asked::Field(field) => {
            if !says(context, program, &of, field.as_str()) {
                let finding = Diagnostic::new(
                    &registry::UNKNOWN_QUOTATION,
                    field.span,
                    format!("`{}` does not say `{field}`", of.name),
                );
                let finding = finding
                    .label("nothing to quote")
                    .help(format!("add `{field}` to `{}`, or quote its title: `{{{}}}`", of.name, of.name));
                context.report(finding);
                return None;
            }
            Some(Quote::Field(of, field.to_string()))
        }
        Asked::Value(condition) => value(context, program, of, condition, quotation.span),
    }
}

/// What is asked for once words that stand in the place of a kind or of a field are told apart: `{policy version}`,
/// `{state closed}`.
fn meant<'q>(context: &Context<'_>, quotation: &'q Quotation) -> (Option<&'q Name>, &'q Name, Asked<'q>) {
    let (kind, target) = (quotation.kind.as_ref(), &quotation.target);
    match (&quotation.what, kind) {
        (Quoted::When(condition), _) => (kind, target, Asked::Value(condition)),
        (Quoted::Title, Some(single)) if SINGLE.contains(&single.as_str()) => {
            let named = context.symbols().get(single.as_str(), target.as_str()).is_some();
            if named { (kind, target, Asked::Title) } else { (None, single, Asked::Field(target)) }
        }
        (Quoted::Field(field), None)
            if STATEMENTS.contains(&target.as_str())
                && context.symbols().get(target.as_str(), field.as_str()).is_some() =>
        {
            (Some(target), field, Asked::Title)
        }
        (Quoted::Field(field), _) => (kind, target, Asked::Field(field)),
        (Quoted::Title | Quoted::Words, _) => (kind, target, Asked::Title),
    }
}

/// Everything that has this name, of this kind if one is said.
fn candidates(
    context: &Context<'_>,
    program: &Program,
    kind: Option<&Name>,
    target: &Name,
) -> Vec<Candidate> {
    let mut all: Vec<Candidate> = Vec::new();
    let mut add = |keyword: &'static str, rank: u8| {
        if kind.is_none_or(|kind| *kind == keyword) && all.iter().all(|known| known.of.keyword != keyword) {
            all.push(Candidate { of: Ref { keyword, name: target.clone() }, rank });
        }
    };
    for symbol in context.symbols().named(target.as_str()) {
        let rank = match symbol.keyword {
            "section" => 3,
            statement if STATEMENTS.contains(&statement) => 1,
            _ => 0,
        };
        add(symbol.keyword, rank);
    }
    if context.facts.contains_key(&target.text) {
        // A process, a check and a duty are facts too, and are meant as what they are.
        add("fact", 2);
    }
    for keyword in ["party", "event", "calendar"] {
        if built_in(keyword).contains(&target.as_str()) {
            add(keyword, 2);
        }
    }
    let declared = |keyword: &str| {
        context.resolved.declarations.iter().any(|placed| placed.declaration.keyword() == keyword)
    };
    for keyword in SINGLE {
        if *target == keyword && declared(keyword) {
            add(keyword, 0);
        }
    }
    if Standard::find(target.as_str()).is_some() && published(&program.layout, target) {
        add("section", 3);
    }
    for candidate in &mut all {
        if candidate.of.keyword == "policy" {
            candidate.of.name.text = program.policy.clause.name.text.clone();
        }
    }
    all
}

/// Whether the document has a section of this name.
fn published(sections: &[Section], name: &Name) -> bool {
    sections.iter().any(|section| {
        section.clause.name == *name
            || section.items.iter().any(|item| match item {
                SectionItem::Section(inner) => published(std::slice::from_ref(inner), name),
                SectionItem::Declaration(_)
                | SectionItem::Duty(_)
                | SectionItem::Prose(..)
                | SectionItem::Note(..) => false,
            })
    })
}

/// The one candidate that is meant, or a finding.
fn choose(
    context: &mut Context<'_>,
    candidates: &[Candidate],
    kind: Option<&Name>,
    target: &Name,
    asked: Asked<'_>,
) -> Option<Ref> {
    let Some(first) = candidates.first() else {
        let finding = joined(context, kind, target, asked).unwrap_or_else(|| unknown(context, kind, target));
        context.report_absent(target, finding);
        return None;
    };
    let fit = || candidates.iter().filter(|candidate| fits(&candidate.of, asked));
    let Some(best) = fit().map(|candidate| candidate.rank).min() else {
        context.report(refusal(&first.of, asked));
        return None;
    };
    let mut fit: Vec<&Candidate> = fit().filter(|candidate| candidate.rank == best).collect();
    if let [_, _, ..] = fit.as_slice() {
        let kinds: Vec<String> =
            fit.iter().map(|candidate| format!("`{{{} {target}}}`", candidate.of.keyword)).collect();
        let names: Vec<&str> = fit.iter().map(|candidate| candidate.of.keyword).collect();
        let finding = Diagnostic::new(
            &registry::AMBIGUOUS_QUOTATION,
            target.span,
            format!("several things are called `{target}`: {}", names.join(", ")),
        )
        .label("which of them?")
        .help(format!("say which: {}", join(&kinds)));
        context.report(finding);
        return None;
    }
    fit.pop().map(|candidate| candidate.of.clone())
}

fn fits(of: &Ref, asked: Asked<'_>) -> bool {
    match asked {
        Asked::Title => true,
        Asked::Field(field) => fields(of.keyword).any(|known| *field == known),
        Asked::Value(_) => VALUED.contains(&of.keyword),
    }
}

/// The finding about something that has not what is asked of it.
fn refusal(of: &Ref, asked: Asked<'_>) -> Diagnostic {
    let name = &of.name;
    match asked {
        Asked::Field(field) => {
            let finding = Diagnostic::new(
                &registry::UNKNOWN_QUOTATION,
                field.span,
                format!("`{field}` of `{name}` cannot be quoted"),
            );
            let there: Vec<&str> = fields(of.keyword).collect();
            let finding = suggested(finding, field, there.iter().copied());
            if finding.help.is_some() {
                return finding;
            }
            let there: Vec<String> = there.iter().map(|field| format!("`{{{name} {field}}}`")).collect();
            finding
                .label("not a field of it")
                .help(format!("it can be quoted as `{{{name}}}`, {}", join(&there)))
        }
        Asked::Title | Asked::Value(_) => Diagnostic::new(
            &registry::UNKNOWN_QUOTATION,
            name.span,
            format!("`{name}` has no value that depends on the case"),
        )
        .label(format!("a {}", of.keyword))
        .help(format!(
            "commitments, entitlements, prices and plans have one; quote its title as `{{{name}}}`"
        )),
    }
}

/// What stands between the braces of a quotation.
fn inside(span: Span) -> Span {
    Span { start: span.start + 1, end: span.end - 1, ..span }
}

/// `{third notice}` where something is called `third-notice`, or nearly so, and nothing `third`.
fn joined(context: &Context<'_>, kind: Option<&Name>, target: &Name, asked: Asked<'_>) -> Option<Diagnostic> {
    let (one, other) = match (kind, asked) {
        (None, Asked::Field(field)) => (target, field),
        (Some(kind), _) if context.symbols().of(kind.as_str()).next().is_none() && *kind != "section" => {
            (kind, target)
        }
        _ => return None,
    };
    let name = Name::new(format!("{one}-{other}"), one.span.to(other.span));
    let finding = several_words(context, &name, name.span);
    (!finding.fixes.is_empty()).then_some(finding)
}

/// The finding about several words in the place of a name, whose letters with hyphens between the words may be one.
fn several_words(context: &Context<'_>, name: &Name, span: Span) -> Diagnostic {
    let start = |words: String| Diagnostic::new(&registry::UNKNOWN_QUOTATION, span, words);
    if context.symbols().named(name.as_str()).is_empty() {
        let near = nearest(name.as_str(), context.sparingly(context.symbols().all_names()));
        let finding = start(format!("a name has no blank in it, and nothing is called `{name}`"));
        return match near {
            Some(near) => finding
                .label(format!("did you mean `{near}`?"))
                .help(format!("change it to `{near}`"))
                .fix(format!("change it to `{near}`"), false, span, near),
            None => finding.label("not declared").help(CAN_STAND),
        };
    }
    start(format!("a name has no blank in it: this is called `{name}`")).label(format!("`{name}`")).fix(
        format!("change it to `{name}`"),
        true,
        span,
        name.as_str(),
    )
}

fn unknown(context: &Context<'_>, kind: Option<&Name>, target: &Name) -> Diagnostic {
    let symbols = context.symbols();
    let Some(kind) = kind else {
        let finding = Diagnostic::new(
            &registry::UNKNOWN_QUOTATION,
            target.span,
            format!("nothing here is called `{target}`"),
        );
        let built_in =
            ["party", "event", "calendar"].into_iter().flat_map(|keyword| built_in(keyword).iter().copied());
        let finding = suggested(finding, target, context.sparingly(symbols.all_names().chain(built_in)));
        if finding.help.is_some() {
            return finding;
        }
        return finding.help(CAN_STAND);
    };
    let finding = Diagnostic::new(
        &registry::UNKNOWN_QUOTATION,
        target.span,
        format!("there is no {kind} called `{target}`"),
    );
    let mut names: Vec<&str> = symbols.of(kind.as_str()).map(|symbol| symbol.name.as_str()).collect();
    if *kind == "section" {
        names.extend(Standard::ALL.iter().map(|(_, name)| *name));
    }
    let near = nearest(target.as_str(), context.sparingly(names.iter().copied()));
    if near.is_none()
        && let Some(other) = symbols.named(target.as_str()).first()
    {
        return finding
            .label(format!("not a {kind}"))
            .related(other.name.span, format!("declared here as {}", crate::resolve::one(other.keyword)))
            .help(format!("quote it as `{{{} {target}}}`", other.keyword));
    }
    suggested(finding, target, near)
}

#[cfg(test)]
#[path = "quotations_tests.rs"]
mod tests;
