//! Where declarations outside any section are published, and what files that are used add to the document.
//!
//! In: the files of a policy, its own first. Out: the sections of the document in their order.
//!
//! **The policy's own file.** The order of the file is the order of the document. A declaration outside any section is
//! published in its standard section. If that section is written, wherever it stands, the declaration joins it: what
//! stands before it in the file comes behind its opening words, what stands after it at its end. If not, the section
//! stands where its first declaration stands. A written section that is for fewer readers than the declaration is not a
//! place for it, and is passed over.
//!
//! **Used files.** A reader of the document does not know about files, and what a used file declares counts like all the
//! rest. So it is published too, at the end of its standard section; standard sections that the policy does not have
//! follow its own, in the order that readers expect, and then the other sections of the used files. What only serves to
//! be named (calendars, roles, parties, documents, events, definitions) is left out when nothing names it, since a file
//! that several policies share holds more of these than each of them needs.

use super::context::Context;
use super::layout::{reference, section};
use super::unused::{idle_calendars, keeps_hours};
use crate::hir::{Audience, Clause, Program, Quote, Ref, Section, SectionItem, Standard};
use crate::resolve::narrower;
use crate::source::{FileId, Span};
use crate::syntax::ast::{self, Declaration, Item};
use crate::value::Name;
use rustc_hash::FxHashSet;
use smol_str::SmolStr;
use std::collections::BTreeMap;

/// Declarations that mean something only where they are named.
const SERVING: [&str; 6] = ["calendar", "role", "party", "document", "event", "definition"];

/// A place in the document: that of the policy's own items, then that of what is added.
type Place = (usize, usize);

/// A declaration outside any section.
struct Loose {
    place: Place,
    standard: Standard,
    audience: Audience,
    of: Ref,
    span: Span,
}

/// The sections of the document.
pub fn arrange<'a>(context: &mut Context<'a>, files: &[(FileId, &'a ast::File)]) -> Vec<Section> {
    let behind = files.first().map_or(0, |(_, file)| file.items.len());
    let mut sections: Vec<(Place, Section)> = Vec::new();
    let mut loose: Vec<Loose> = Vec::new();
    let mut known = FxHashSet::default();
    for (at, (_, file)) in files.iter().enumerate() {
        for (number, item) in file.items.iter().enumerate() {
            let Item::Declaration(declaration) = item else { continue };
            if let Declaration::Section(decl) = declaration {
                let Some(written) = section(context, decl, &Audience::Everybody) else { continue };
                let last = Standard::ALL.len();
                let rank = written.standard.map_or(last, |standard| standard as usize);
                let place = if at == 0 { (number, 0) } else { (behind, rank) };
                sections.push((place, written));
                continue;
            }
            let Some(standard) = Standard::of(declaration.keyword()) else { continue };
            let of = reference(declaration);
            // A second one of the same name was reported, and there is only one to publish.
            if !known.insert((of.keyword, of.name.text.clone())) {
                continue;
            }
            let place = if at == 0 { (number, 0) } else { (behind, standard as usize) };
            let audience = narrower(&Audience::Everybody, declaration.audience());
            loose.push(Loose { place, standard, audience, of, span: declaration.mark() });
        }
    }
    beside_prices(context, &mut loose, behind);
    bring_forward(&mut sections, &loose, behind);
    publish(context, &mut sections, loose);
    sections.sort_by_key(|(place, _)| *place);
    sections.into_iter().map(|(_, section)| section).collect()
}

/// A fact that decides nothing but what something costs stands beside the prices.
fn beside_prices(context: &Context<'_>, loose: &mut [Loose], behind: usize) {
    for one in loose.iter_mut().filter(|loose| loose.of.keyword == "fact") {
        if context.facts.get(&one.of.name.text).is_some_and(|fact| fact.only_prices()) {
            one.standard = Standard::Prices;
            if one.place.0 == behind {
                one.place.1 = Standard::Prices as usize;
            }
        }
    }
}

/// A standard section of a used file stands where the policy's own first declaration of it stands.
fn bring_forward(sections: &mut [(Place, Section)], loose: &[Loose], behind: usize) {
    for (place, section) in sections.iter_mut().filter(|((at, _), _)| *at == behind) {
        let first =
            loose.iter().find(|loose| loose.place.0 < behind && section.standard == Some(loose.standard));
        if let Some(first) = first {
            *place = first.place;
        }
    }
}

/// Puts every loose declaration into its section.
fn publish(context: &mut Context<'_>, sections: &mut Vec<(Place, Section)>, loose: Vec<Loose>) {
    let mut early: BTreeMap<SmolStr, Vec<SectionItem>> = BTreeMap::new();
    // Declarations of one kind for the same readers have one home, which is looked for once.
    let mut homes: BTreeMap<(usize, Audience), usize> = BTreeMap::new();
    for Loose { place, standard, audience, of, span } in loose {
        let item = SectionItem::Declaration(of);
        let key = (standard as usize, audience.clone());
        let known = homes.get(&key).copied();
        let from = known.unwrap_or(0);
        let mut rest = sections.iter_mut().enumerate().skip(from);
        let home =
            rest.find_map(|(at, (place, section))| Some((at, *place, home(section, standard, &audience)?)));
        let home = home.map(|(at, place, section)| {
            homes.insert(key, at);
            (place, section)
        });
        match home {
            Some((at, section)) if place < at => {
                early.entry(section.clause.anchor.clone()).or_default().push(item);
            }
            Some((_, section)) => section.items.push(item),
            None => {
                let anchor = context.anchor(standard.name());
                let name = Name::new(standard.name(), span);
                let clause = Clause::silent("section", name, anchor, Audience::Everybody, span);
                sections.push((place, Section { clause, standard: Some(standard), items: vec![item] }));
            }
        }
    }
    for (_, section) in sections {
        open(section, &mut early);
    }
}

/// The section of this standard name, at any depth, that these readers see.
fn home<'s>(section: &'s mut Section, standard: Standard, audience: &Audience) -> Option<&'s mut Section> {
    if !open_to(&section.clause.audience, audience) {
        return None;
    }
    if section.standard == Some(standard) {
        return Some(section);
    }
    section.items.iter_mut().find_map(|item| match item {
        SectionItem::Section(inner) => home(inner, standard, audience),
        SectionItem::Declaration(_)
        | SectionItem::Duty(_)
        | SectionItem::Prose(..)
        | SectionItem::Note(..) => None,
    })
}

/// Whether all readers of a declaration see a section.
fn open_to(section: &Audience, declaration: &Audience) -> bool {
    *section == Audience::Everybody || section == declaration || *declaration == Audience::Internal
}

/// Puts what stands before a section in the file behind the words that it begins with.
fn open(section: &mut Section, early: &mut BTreeMap<SmolStr, Vec<SectionItem>>) {
    for item in &mut section.items {
        if let SectionItem::Section(inner) = item {
            open(inner, early);
        }
    }
    let Some(before) = early.remove(&section.clause.anchor) else { return };
    let words = |item: &SectionItem| matches!(item, SectionItem::Prose(..) | SectionItem::Note(..));
    let at = section.items.iter().position(|item| !words(item)).unwrap_or(section.items.len());
    section.items.splice(at..at, before);
}

/// Marks the hours by which nothing goes that others read.
pub fn inside(context: &Context<'_>, program: &mut Program) {
    if !keeps_hours(context) {
        return;
    }
    for calendar in program.calendars.values_mut() {
        calendar.inside = context.is_named_inside_only("calendar", &calendar.clause.name);
    }
}

/// Takes out what used files declare only to be named, where nothing names it, and hours that nobody keeps, wherever they are
/// declared: readers would rely on them. Once everything is understood.
pub fn leave_out_unnamed(context: &Context<'_>, files: &[(FileId, &ast::File)], program: &mut Program) {
    let used = files.iter().skip(1).flat_map(|(_, file)| &file.items);
    let lent = used.filter_map(|item| match item {
        Item::Declaration(declaration) => Some(reference(declaration)),
        Item::Use(_) => None,
    });
    let lent = lent.filter(|of| SERVING.contains(&of.keyword) && !context.is_named(of.keyword, &of.name));
    let idle = idle_calendars(context).into_iter();
    let unnamed: Vec<Ref> =
        lent.chain(idle.map(|name| Ref { keyword: "calendar", name: name.clone() })).collect();
    let quoted: Vec<&Name> = program
        .quotations
        .values()
        .filter_map(|quote| match quote {
            Quote::Title(of) if of.keyword == "section" => Some(&of.name),
            Quote::Title(_) | Quote::Field(..) | Quote::Value { .. } => None,
        })
        .collect();
    program.layout.retain_mut(|section| {
        // A link must lead somewhere.
        if quoted.contains(&&section.clause.name) {
            return true;
        }
        take_out(section, &unnamed);
        section.clause.title.is_some() || !section.items.is_empty()
    });
}

fn take_out(section: &mut Section, unnamed: &[Ref]) {
    section.items.retain_mut(|item| match item {
        SectionItem::Declaration(of) => !unnamed.contains(of),
        SectionItem::Section(inner) => {
            take_out(inner, unnamed);
            true
        }
        SectionItem::Duty(_) | SectionItem::Prose(..) | SectionItem::Note(..) => true,
    });
}

#[cfg(test)]
mod tests {
    use crate::check::trial::check_files;
    use crate::hir::{Section, SectionItem};

    const HEADER: &str = "policy p \"P\" { timezone Europe/Amsterdam }\n";

    fn outline(sections: &[Section]) -> String {
        let say = |item: &SectionItem| match item {
            SectionItem::Declaration(of) => of.name.to_string(),
            SectionItem::Duty(duty) => duty.clause.name.to_string(),
            SectionItem::Prose(_, text) | SectionItem::Note(_, text) => {
                format!("\"{}\"", text.original.content)
            }
            SectionItem::Section(inner) => format!("[{}]", outline(std::slice::from_ref(inner))),
        };
        let parts = sections.iter().map(|section| {
            let items: Vec<String> = section.items.iter().map(say).collect();
            format!("{}: {}", section.clause.name, items.join(" "))
        });
        parts.collect::<Vec<_>>().join("; ")
    }

    fn laid_out(files: &[&str]) -> String {
        outline(&check_files(files).program.expect("the first file has a header").layout)
    }

    #[test]
    fn the_order_of_the_file_is_the_order_of_the_document() {
        let text = format!(
            "{HEADER}role lead \"Lead\"\nsection about \"About\" {{ \"Words.\" }}\nplan basic \"Basic\"\nrole boss \"Boss\"\n"
        );
        assert_eq!(laid_out(&[&text]), "contact: lead boss; about: \"Words.\"; plans: basic");
    }

    #[test]
    fn a_written_standard_section_takes_in_what_stands_around_it() {
        let text = format!(
            "{HEADER}plan basic \"Basic\"\nsection plans \"Plans\" {{ \"Words.\"\n  plan more \"More\" {{ extends basic }} }}\n\
             plan most \"Most\" {{ extends more }}\n"
        );
        assert_eq!(laid_out(&[&text]), "plans: \"Words.\" basic more most");
    }

    #[test]
    fn a_fact_that_only_sets_a_price_stands_beside_the_prices() {
        let facts = "fact member \"Member\" { yes or no }\nfact late \"Late\" { yes or no }\n";
        let price = "price fee \"Fee\" { EUR 2; except EUR 1 when member; except EUR 3 when late }\n";
        let offer = "offer tour \"Tour\" { rate EUR 5 per hour; rate EUR 4 per hour when member }\n";
        let text = format!("{HEADER}{facts}{price}{offer}");
        assert_eq!(laid_out(&[&text]), "prices: member late fee tour");
        let also = "commitment reply \"Reply\" { from received; until responded; within 1 day; except within 2 days when late }\n";
        assert_eq!(laid_out(&[&format!("{text}{also}")]), "prices: member fee tour; response: late reply");
    }

    #[test]
    fn an_internal_section_does_not_hide_what_is_for_everybody() {
        let text =
            format!("{HEADER}internal section contact \"Contact\" {{ \"Ours.\" }}\nrole lead \"Lead\"\n");
        assert_eq!(laid_out(&[&text]), "contact: \"Ours.\"; contact: lead");
    }

    #[test]
    fn used_files_add_what_counts_and_what_is_named() {
        let own = format!(
            "{HEADER}section response \"Response\" {{ \"Ask {{lead}}.\" }}\nchannel phone \"Telephone\" {{ open always }}\n"
        );
        let used = "role lead \"Lead\"\nrole boss \"Boss\"\nchannel email \"E-mail\" { open always }\n\
                    section terms \"Terms\" { \"Small print.\" }\nseverity high \"High\"\nplan basic \"Basic\"\n";
        assert_eq!(
            laid_out(&[&own, used]),
            "response: \"Ask {lead}.\" high; channels: phone email; plans: basic; contact: lead; terms: \"Small print.\""
        );
    }
}
