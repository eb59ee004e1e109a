//! Policies with one name, and calendars and words that two policies of one publisher share.

use super::summary::{Hours, Said};
use super::{Difference, Summary};
use crate::diagnostic::registry;
use std::collections::BTreeMap;

/// Two policies with one name. Another version is another text, and another language another reader.
pub fn names(policies: &[&Summary], found: &mut Vec<Difference>) {
    let mut first: BTreeMap<_, &Summary> = BTreeMap::new();
    for (number, policy) in policies.iter().enumerate() {
        let key = (&policy.publisher, &policy.name.0, &policy.edition, &policy.languages);
        let Some(before) = first.get(&key) else {
            first.insert(key, policy);
            continue;
        };
        if before.name.1 != policy.name.1 {
            found.push(Difference {
                policy: number,
                code: &registry::DUPLICATE_POLICY,
                place: policy.name.1.clone(),
                message: format!("another policy of {} has the name `{}`", policy.publisher, policy.name.0),
                label: "the same name, version and language".to_owned(),
                other: (before.name.1.clone(), "the other policy".to_owned()),
                help: "give each policy a name of its own, or another version to the one that follows the other",
            });
        }
    }
}

/// Calendars of one name, title and zone with other hours, or another cut-off.
pub fn hours(policies: &[&Summary], found: &mut Vec<Difference>) {
    let mut first: BTreeMap<_, (&Summary, &Hours)> = BTreeMap::new();
    for (number, policy) in policies.iter().enumerate() {
        for hours in &policy.hours {
            let key = (&policy.publisher, &hours.key);
            let Some((owner, before)) = first.get(&key) else {
                first.insert(key, (policy, hours));
                continue;
            };
            // One file that both use says it once, and versions of one policy may differ.
            if before.place == hours.place || owner.name.0 == policy.name.0 {
                continue;
            }
            let title = &hours.key.0;
            let day = hours.days.iter().find_map(|(day, here)| {
                let there = before.days.get(day).filter(|there| *there != here)?;
                Some((day.split(' ').nth(1).unwrap_or(day), here, there))
            });
            let mut tell = |code, message, here: String, there: String, help| {
                found.push(Difference {
                    policy: number,
                    code,
                    place: hours.place.clone(),
                    message,
                    label: here,
                    other: (before.place.clone(), there),
                    help,
                });
            };
            if let Some((day, here, there)) = day {
                tell(
                    &registry::DIFFERING_HOURS,
                    format!(
                        "`{title}` is open on {day} from {} until {} here, and from {} until {} in `{}`",
                        here.0, here.1, there.0, there.1, owner.name.0
                    ),
                    format!("until {}", here.1),
                    format!("until {}", there.1),
                    "keep the hours in one file, and bring it in with `use`; or give the two desks two titles",
                );
            }
            if let (Some(here), Some(there)) = (&hours.cut_off, &before.cut_off)
                && here != there
            {
                tell(
                    &registry::DIFFERING_CUT_OFFS,
                    format!(
                        "the day of `{title}` is cut off at {here} here, and at {there} in `{}`",
                        owner.name.0
                    ),
                    format!("at {here}"),
                    format!("at {there}"),
                    "keep the calendar in one file, and bring it in with `use`",
                );
            }
        }
    }
}

/// Words that two policies in one language explain differently.
pub fn definitions(policies: &[&Summary], found: &mut Vec<Difference>) {
    let mut first: BTreeMap<_, (&Summary, &Said)> = BTreeMap::new();
    for (number, policy) in policies.iter().enumerate() {
        let Some(language) = policy.languages.first() else { continue };
        for said in &policy.definitions {
            let key = (&policy.publisher, language, &said.key.1);
            let Some((owner, before)) = first.get(&key) else {
                first.insert(key, (policy, said));
                continue;
            };
            let same = letters(&before.words) == letters(&said.words);
            if same || before.place == said.place || owner.name.0 == policy.name.0 {
                continue;
            }
            found.push(Difference {
                policy: number,
                code: &registry::DIFFERING_DEFINITIONS,
                place: said.place.clone(),
                message: format!("`{}` means something else in `{}`", said.key.0, owner.name.0),
                label: "the meaning here".to_owned(),
                other: (before.place.clone(), "the meaning there".to_owned()),
                help: "keep the definition in one file, and bring it in with `use`",
            });
        }
    }
}

/// The letters and figures of a text, so that commas and capitals make no difference.
fn letters(words: &[String]) -> String {
    words.concat().to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect()
}
