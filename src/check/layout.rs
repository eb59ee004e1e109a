//! Sections: what stands in them, in order, and the duties among it.
//!
//! In: a `section` declaration. Out: the section with its prose, duties, declarations and inner sections. What stands
//! outside of sections is arranged elsewhere.

use super::context::Context;
use super::scope::misplaced;
use super::values::PEOPLE;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::{Audience, Duty, DutyItem, Ref, Section, SectionItem, Standard, Subject, Verb};
use crate::resolve::{narrower, twice};
use crate::source::Spanned;
use crate::syntax::ast::{self, Body, Common, Decl, Declaration, Entry, Inner, Statement};
use crate::value::{DatePoint, DateSpan, Name, Promise};
use std::sync::Arc;

/// A reference to a declaration; those without a name are known by their keyword.
pub fn reference(declaration: &Declaration) -> Ref {
    let keyword = declaration.keyword();
    let fallback = || match declaration {
        Declaration::Example(_) => {
            declaration.title().map_or("example", |title| title.original.content.as_str())
        }
        _ => keyword,
    };
    let name = declaration.name().cloned().unwrap_or_else(|| Name::new(fallback(), declaration.mark()));
    Ref { keyword, name }
}

/// A section with what stands in it; none when it has no name.
pub fn section<'a>(
    context: &mut Context<'a>,
    decl: &'a Decl<ast::Section>,
    outer: &Audience,
) -> Option<Section> {
    let name = decl.name.clone()?;
    let audience = narrower(outer, decl.audience.as_deref());
    context.reading(audience.clone(), |context| {
        let mut clause = context.declaration(decl);
        // Prose and notes stand among the other things of the section, in their order.
        let (mut prose, mut notes) = clause.take_texts();
        if let Some(domain) = &clause.when {
            let span = domain.written.as_deref().map_or(clause.span, crate::value::Condition::span);
            let what = "a section is there for every case, so `only when` has no meaning in it";
            context.error(&registry::NOT_USED_HERE, span, what, "say it of what stands in it");
        }
        let standard = Standard::find(name.as_str());
        let mut section = Section { clause, standard, items: Vec::new() };
        let mut number = 0;
        for entry in &decl.body.entries {
            match entry {
                Entry::Own(statement) => {
                    let inner = |context: &mut Context<'a>| duty(context, &name, statement, &mut number);
                    if let Some(duty) = context.inside(statement.audience.as_ref(), inner) {
                        section.items.push(SectionItem::Duty(Box::new(duty)));
                    }
                }
                Entry::Common(statement) => match &statement.kind {
                    Some(Common::Prose { .. }) => {
                        let prose = prose.next().map(|prose| SectionItem::Prose(prose.audience, prose.text));
                        section.items.extend(prose);
                    }
                    Some(Common::Note { .. }) => {
                        let note = notes.next().map(|note| SectionItem::Note(note.audience, note.text));
                        section.items.extend(note);
                    }
                    Some(
                        Common::Means { .. }
                        | Common::Only {}
                        | Common::Because { .. }
                        | Common::See { .. }
                        | Common::Formerly { .. },
                    )
                    | None => {}
                },
                Entry::Table(table) => {
                    context.error(
                        &registry::UNREADABLE_TABLE,
                        table.span,
                        "a table stands in a declaration that says what it sets",
                        "put it in a `table`, a commitment or a price",
                    );
                }
                Entry::Declaration(inner) => match &**inner {
                    Declaration::Section(inner) => {
                        section.items.extend(
                            self::section(context, inner, &audience).map(Box::new).map(SectionItem::Section),
                        );
                    }
                    other => {
                        if Standard::of(other.keyword()).is_some() {
                            section.items.push(SectionItem::Declaration(reference(other)));
                        }
                    }
                },
            }
        }
        Some(section)
    })
}

fn duty<'a>(
    context: &mut Context<'a>,
    section: &Name,
    statement: &'a Statement<ast::Section>,
    number: &mut usize,
) -> Option<Duty> {
    if let Some(span) = statement.except {
        context.error(&registry::NOT_USED_HERE, span, "a duty is not an exception", "say it after the text");
    }
    let kind = statement.kind.as_ref()?;
    let (subject, verb, not, text, on, every, by, within, of, except) = match kind {
        ast::Section::DutyOfUs { verb, not, text, event, every, by, within, of, except } => {
            (Some(Subject::Us), verb, not, text, event, every, by, within, of, except)
        }
        ast::Section::Duty { party, verb, not, text, event, every, by, within, of, except } => {
            let subject = context
                .name(&PEOPLE, party)
                .map(|party| if party.as_str() == "us" { Subject::Us } else { Subject::Party(party) });
            (subject, verb, not, text, event, every, by, within, of, except)
        }
    };
    let events = &super::commitments::EVENTS;
    let on = on.as_ref().and_then(|event| context.name(events, event));
    let of = of.as_ref().and_then(|event| context.name(events, event));
    let every = every.as_ref().and_then(|every| match &every.value {
        Promise::Every(rhythm) => context.duration(rhythm).then(|| rhythm.clone()),
        // A rhythm that is not known yet is reported where it stands.
        promise => context.promise(promise, every.span, "duty").and(None),
    });
    let by = by.as_ref().and_then(|by| day(context, by));
    if let (Some(within), None, None) = (within, &on, &of) {
        let finding = Diagnostic::new(
            &registry::NOT_USED_HERE,
            within.span(),
            "this time does not say from when on it runs",
        );
        let finding = finding.label("within this time of what?");
        context.report(finding.help("write `within … of received`, with the event, or `on` before it"));
    }
    let timed = within.as_ref().is_none_or(|within| context.stated(within));
    let (name, path) = if let Some(name) = &statement.name {
        (name.clone(), format!("duty-{name}"))
    } else {
        *number += 1;
        (Name::new(number.to_string(), statement.span), format!("{section}-{number}"))
    };
    let clause = context.statement("duty", name, &path, statement)?;
    let outer = clause.audience.clone();
    let items = context.reading(outer, |context| items(context, &path, statement.body.as_deref()));
    Some(Duty {
        clause,
        named: statement.name.is_some(),
        subject: subject?,
        verb: match verb.value.as_str() {
            "must" => Verb::Must,
            "may" => Verb::May,
            _ => Verb::Will,
        },
        not: *not,
        usually: statement.usually.is_some(),
        text: Arc::clone(text),
        on,
        every,
        by,
        within: within.as_deref().filter(|_| timed).map(|within| Box::new((within.clone(), of))),
        except: except.clone(),
        items,
    })
}

/// The day by which something is to be done.
fn day(context: &mut Context<'_>, by: &Spanned<DateSpan>) -> Option<DatePoint> {
    if by.value.from == by.value.to {
        return Some(by.value.from);
    }
    let message = "something is to be done by one day";
    context.error(&registry::WRONG_TYPE, by.span, message, "several days");
    None
}

/// The list of a duty, or of an item of it.
fn items<'a>(context: &mut Context<'a>, path: &str, body: Option<&'a Body<Inner>>) -> Vec<DutyItem> {
    let mut items: Vec<DutyItem> = Vec::new();
    context.inner(body, |context, inner, kind| match kind {
        Inner::Item { name, text } => {
            if let Some(first) = items.iter().find(|item| item.clause.name == *name) {
                let finding = twice("item", name, &first.clause.name);
                context.report(finding);
                return;
            }
            let path = [path, "-", name.as_str()].concat();
            let item = context.statement("item", name.clone(), &path, inner);
            if let Some(mut clause) = item {
                clause.title = text.clone().map(Arc::new);
                let within = self::items(context, &path, inner.body.as_deref());
                items.push(DutyItem { clause, items: within });
            }
        }
        Inner::Instead { .. } | Inner::Lists { .. } | Inner::Holds { .. } => misplaced(context, inner),
    });
    items
}
