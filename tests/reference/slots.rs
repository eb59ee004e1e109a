//! What may stand in the slots of a pattern, in words, with a link.

use avouch::syntax::schema::{Element, SlotType};

use super::page::file;

/// One line for each slot and choice of a pattern, those of its optional parts too.
pub fn lines(elements: &[Element]) -> Vec<String> {
    let mut lines = Vec::new();
    for element in elements {
        match element {
            Element::Word(_) | Element::Comma => {}
            Element::Choice { name, words } => {
                let words: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
                lines.push(format!("- *{name}* is {}", either(&words)));
            }
            Element::Slot(slot) => {
                let several = if slot.list { "; several are joined by commas" } else { "" };
                lines.push(format!("- *{}* is {}{several}", slot.name, words(slot.kind)));
            }
            Element::Optional { elements, .. } => lines.extend(self::lines(elements)),
        }
    }
    let mut seen = Vec::new();
    lines.retain(|line| {
        !seen.contains(line) && {
            seen.push(line.clone());
            true
        }
    });
    lines
}

fn either(words: &[String]) -> String {
    match words {
        [first @ .., last] if !first.is_empty() => format!("{} or {last}", first.join(", ")),
        _ => words.concat(),
    }
}

fn words(kind: SlotType) -> String {
    match kind {
        SlotType::Ref("name") => "a name".to_owned(),
        SlotType::Ref("priced") => {
            "the name of a [price](price.md), a [plan](plan.md) or an [offer](offer.md)".to_owned()
        }
        SlotType::Ref(kind @ "state") => format!("a [{kind}](process.md)"),
        SlotType::Ref(kind) => {
            let article =
                if kind.starts_with(['a', 'e', 'i', 'o', 'u']) && kind != "use" { "an" } else { "a" };
            format!("the name of {article} [{kind}]({}.md)", file(kind))
        }
        SlotType::Text => "a text in quotes ([texts](../language/texts.md))".to_string(),
        _ => format!("{} ([{}](../language/{}))", kind.spoken(), about(kind).0, about(kind).1),
    }
}

/// The page that explains a type.
fn about(kind: SlotType) -> (&'static str, &'static str) {
    match kind {
        SlotType::Duration | SlotType::Period => ("durations", "values.md#durations"),
        SlotType::Lapse | SlotType::Day | SlotType::Cadence | SlotType::NoFigure | SlotType::Strength => {
            ("promises", "values.md#promises")
        }
        SlotType::Amount | SlotType::Frequency => ("money", "values.md#money"),
        SlotType::Limit | SlotType::Measure => ("limits", "values.md#limits"),
        SlotType::Date
        | SlotType::Time
        | SlotType::Weekday
        | SlotType::Weekdays
        | SlotType::Hours
        | SlotType::Dates
        | SlotType::Instant
        | SlotType::Instants
        | SlotType::Zone
        | SlotType::Area => ("dates and times", "values.md#dates-and-times"),
        SlotType::DateRule => ("date rules", "values.md#dates-that-follow-from-others"),
        SlotType::Condition | SlotType::Operand => ("conditions", "conditions.md"),
        SlotType::RulePath => ("rules", "conditions.md#which-rule-wins"),
        SlotType::Path | SlotType::Language => ("files and settings", "files.md"),
        _ => ("values", "values.md"),
    }
}
