//! Sections, duties, and what the texts quote.

use super::super::RulesError;
use super::calendar::dates;
use super::cases::named;
use super::clause::{clause, plain, reference};
use super::context::Context;
use super::value::{length, stated};
use crate::emit::rules::types as out;
use crate::hir::{self, Cond, Duty, Quote, Section, SectionItem, Subject, Verb};
use crate::value::DateSpan;

/// The sections that the audience sees.
pub fn sections(cx: &Context<'_>) -> Result<Vec<out::Section>, RulesError> {
    let sections = cx.program.layout.iter().map(|said| section(cx, said));
    sections.filter_map(Result::transpose).collect()
}

/// A section; none if it is for others, or holds only what is for others and was not written by the author.
fn section(cx: &Context<'_>, said: &Section) -> Result<Option<out::Section>, RulesError> {
    if !cx.shows(&said.clause) {
        return Ok(None);
    }
    let mut items = Vec::new();
    for item in &said.items {
        items.extend(match item {
            SectionItem::Declaration(of) => {
                (!cx.hidden.reference(of)).then(|| out::SectionItem::Declaration(reference(of)))
            }
            SectionItem::Duty(duty) => cx.shows(&duty.clause).then(|| out::SectionItem::Duty(duty_id(duty))),
            SectionItem::Prose(audience, text) => cx.note(audience, text).map(out::SectionItem::Text),
            SectionItem::Note(audience, text) => cx.note(audience, text).map(out::SectionItem::Note),
            SectionItem::Section(inner) => {
                section(cx, inner)?.map(|inner| out::SectionItem::Section(Box::new(inner)))
            }
        });
    }
    if items.is_empty() && said.clause.title.is_none() {
        return Ok(None);
    }
    Ok(Some(out::Section {
        clause: clause(cx, &said.clause)?,
        standard: said.standard.map(|standard| standard.name().to_owned()),
        items,
    }))
}

/// The duties that the audience sees, in the order of the document.
pub fn duties(cx: &Context<'_>) -> Result<Vec<out::Duty>, RulesError> {
    let mut said = Vec::new();
    for section in &cx.program.layout {
        collect(cx, section, &mut said);
    }
    said.into_iter().map(|said| duty(cx, said)).collect()
}

fn collect<'p>(cx: &Context<'_>, section: &'p Section, duties: &mut Vec<&'p Duty>) {
    if !cx.shows(&section.clause) {
        return;
    }
    for item in &section.items {
        match item {
            SectionItem::Duty(duty) => {
                if cx.shows(&duty.clause) {
                    duties.push(duty);
                }
            }
            SectionItem::Section(inner) => collect(cx, inner, duties),
            SectionItem::Declaration(_) | SectionItem::Prose(..) | SectionItem::Note(..) => {}
        }
    }
}

/// A name that the author gave, or the anchor, which is unique as well.
fn duty_id(duty: &Duty) -> String {
    if duty.named { duty.clause.name.to_string() } else { duty.clause.anchor.to_string() }
}

fn duty(cx: &Context<'_>, said: &Duty) -> Result<out::Duty, RulesError> {
    let words = plain(cx, &said.clause, duty_id(said).into(), said.clause.span);
    let event = |name| cx.name(&["event", "state"], name);
    Ok(out::Duty {
        clause: out::Clause { cases: cx.view.cond(said.clause.when.as_ref())?, ..words },
        subject: match &said.subject {
            Subject::Us => "us".to_owned(),
            Subject::Party(name) => name.to_string(),
        },
        verb: match said.verb {
            Verb::Will => out::Verb::Will,
            Verb::Must => out::Verb::Must,
            Verb::May => out::Verb::May,
        },
        not: said.not.then_some(out::True),
        usually: said.usually.then_some(out::True),
        what: cx.texts(&said.text),
        on: said.on.as_ref().and_then(event),
        every: said.every.as_ref().map(|rhythm| length(cx, rhythm)),
        by: said.by.map(|day| dates(DateSpan { from: day, to: day }).from),
        within: said.within.as_deref().map(|(within, of)| out::WithinOf {
            length: stated(cx, within),
            of: of.as_ref().and_then(event),
        }),
        except: said.except.as_ref().map(|text| cx.texts(text)),
        items: items(cx, &said.items)?,
    })
}

fn items(cx: &Context<'_>, said: &[hir::DutyItem]) -> Result<Vec<out::DutyItem>, RulesError> {
    cx.each(
        said,
        |item| &item.clause,
        |item| Ok(out::DutyItem { clause: clause(cx, &item.clause)?, items: items(cx, &item.items)? }),
    )
}

/// What the quotations stand for that stand in the texts built so far.
pub fn quotations(cx: &Context<'_>) -> Result<Vec<out::Quotation>, RulesError> {
    let mut quotations = Vec::new();
    for (written, span) in cx.quotations_used() {
        let Some(quote) = cx.program.quotations.get(&span) else { continue };
        let (of, field, rule, cases) = match quote {
            Quote::Title(of) => (of, None, None, None),
            Quote::Field(of, field) => (of, Some(field.clone()), None, None),
            Quote::Value { of, cases, path } => {
                let cond = Cond { written: None, cases: cases.clone() };
                let cases = cx.view.list(cases, &named([&cond]))?;
                (of, None, Some(path.clone()), Some(cases))
            }
        };
        if !cx.hidden.reference(of) && !rule.as_ref().is_some_and(|path| cx.hidden.path(path)) {
            quotations.push(out::Quotation { quotation: written, of: reference(of), field, rule, cases });
        }
    }
    Ok(quotations)
}
