//! Where things stand in the document, and what quotations stand for.

use super::{PLANS, program};
use avouch::hir::{Quote, SectionItem};

#[test]
fn sections_stand_in_the_order_of_the_file() {
    let program = program(
        "role desk \"Desk\"
         section scope \"What we cover\" {
           \"First words.\"
           kind fault \"Fault\"
           scope { covers when kind is fault }
           we will \"be polite\" as courtesy
         }
         kind wish \"Wish\"
         section ours \"Our own section\" { event noticed \"You notice it\" { note \"At once.\" } }
         event seen \"You see it\" { note \"At once.\" }",
    );
    let shown: Vec<String> = program
        .layout
        .iter()
        .map(|section| {
            let items: Vec<String> = section
                .items
                .iter()
                .map(|item| match item {
                    SectionItem::Declaration(reference) => {
                        format!("{} {}", reference.keyword, reference.name)
                    }
                    SectionItem::Duty(duty) => format!("duty {}", duty.clause.name),
                    SectionItem::Prose(..) => "prose".to_owned(),
                    SectionItem::Note(..) => "note".to_owned(),
                    SectionItem::Section(section) => format!("section {}", section.clause.name),
                })
                .collect();
            format!("{}: {}", section.clause.name, items.join(", "))
        })
        .collect();
    assert_eq!(
        shown,
        [
            "channels: calendar office",
            "contact: role desk",
            "scope: prose, kind fault, scope scope, duty courtesy, kind wish",
            "ours: event noticed",
            "definitions: event seen",
        ]
    );
}

#[test]
fn quotations_are_resolved_to_what_they_stand_for() {
    let program = program(&format!(
        "{PLANS}commitment reply \"Reply\" {{
           from received; until responded
           | severity | basic  | standard | premium |
           |----------|--------|----------|---------|
           | critical | 1 day  | 4 hours  | 1 hour  |
           | other    | 2 days | 1 day    | 1 day   |
         }}
         section prices \"Prices\" {{
           \"See {{office open}}, {{section prices}}, {{reply}}: {{reply when severity is critical and plan is premium}}, or {{reply when severity is high and plan is more than basic}}.\"
         }}"
    ));
    let said: Vec<String> = program
        .quotations
        .values()
        .map(|quote| match quote {
            Quote::Title(of) => format!("{} {}", of.keyword, of.name),
            Quote::Field(of, field) => format!("{} {} {field}", of.keyword, of.name),
            Quote::Value { path, .. } => path.clone(),
        })
        .collect();
    assert_eq!(
        said,
        [
            "calendar office open",
            "section prices",
            "commitment reply",
            "reply/critical/premium",
            "reply/other/standard"
        ]
    );
}
