//! The whole language, walked: every pattern of the schemas and every optional part of it stands in one of the small
//! policies under `tests/language/`, and what stands there is parsed, checked, and reaches the page, the Markdown and the
//! rule set. What is accepted is never ignored: taking a line away changes all that is published, and so does whatever
//! may be added to it, unless it is refused. What is not known yet is said to be so.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop where the tool may not")]

#[path = "walk/mod.rs"]
mod walk;

use avouch::format::format;
use avouch::syntax::Form;
use avouch::syntax::schema::{self, Element};
use std::collections::BTreeSet;
use walk::{Example, FORMER, NAME, Triple, examples};

/// What is never published, by design: a test and a proof speak to their author. Their lines are checked like others.
const UNPUBLISHED: &[&str] = &["test", "ensure"];

/// Words that only help a line to be read aloud.
const READ_ALOUD: &[&str] = &["of"];

/// The optional parts of a pattern, and those within them.
fn optional(elements: &[Element]) -> Vec<&'static str> {
    let of = |element: &Element| match element {
        Element::Optional { written, elements, .. } => {
            std::iter::once(*written).chain(optional(elements)).collect()
        }
        Element::Word(_) | Element::Comma | Element::Slot(_) | Element::Choice { .. } => Vec::new(),
    };
    elements.iter().flat_map(of).collect()
}

/// Every pattern of the schemas, and every optional part of it.
fn wanted() -> BTreeSet<Triple> {
    let mut wanted = BTreeSet::new();
    let mut add = |declaration: &'static str, form: Form, elements: &[Element]| {
        wanted.insert((declaration, form, ""));
        wanted.extend(optional(elements).into_iter().map(|written| (declaration, form, written)));
    };
    for schema in schema::names().filter_map(schema::of) {
        if ["body", "inner"].contains(&schema.keyword) {
            continue;
        }
        add(schema.keyword, Form::Head, &schema.head);
        for pattern in &schema.statements {
            add(schema.keyword, Form::Own(pattern.tag), pattern.elements());
            for inner in schema::own(schema, Some(pattern)) {
                add(schema.keyword, Form::Inner(inner.tag), inner.elements());
            }
        }
        if schema.table.is_some() {
            add(schema.keyword, Form::Table, &[]);
        }
    }
    wanted
}

#[test]
fn every_pattern_and_every_optional_part_of_it_is_exercised() {
    let seen: BTreeSet<Triple> = examples().iter().flat_map(Example::triples).collect();
    let missing: Vec<_> = wanted().into_iter().filter(|triple| !seen.contains(triple)).collect();
    assert!(missing.is_empty(), "no policy in tests/language uses {missing:#?}");
}

#[test]
fn every_word_of_a_choice_is_exercised() {
    let examples = examples();
    let mut missing = Vec::new();
    for schema in schema::names().filter_map(schema::of) {
        for pattern in &schema.statements {
            let words = pattern.elements().iter().filter_map(|element| match element {
                Element::Choice { words, .. } => Some(words),
                Element::Word(_) | Element::Comma | Element::Slot(_) | Element::Optional { .. } => None,
            });
            for word in words.flatten() {
                let used = examples.iter().any(|example| example.uses(schema.keyword, pattern.tag, word));
                if !used {
                    missing.push((schema.keyword, pattern.tag, *word));
                }
            }
        }
    }
    assert!(missing.is_empty(), "no policy in tests/language uses {missing:#?}");
}

#[test]
fn the_policies_of_the_walk_are_correct() {
    for example in examples() {
        for language in ["en", "nl"] {
            let found = example.findings(&example.text, language);
            assert_eq!(found, Vec::<String>::new(), "{} in {language}", example.name);
        }
    }
}

#[test]
fn the_layout_of_every_form_is_stable_and_says_the_same() {
    for example in examples() {
        let formatted = format(&example.text).expect("a layout").text;
        assert_eq!(format(&formatted).expect("a layout").text, formatted, "{}", example.name);
        let mut after = example.laid_out(&formatted);
        let mut before = example.triples();
        before.sort_unstable();
        after.sort_unstable();
        assert_eq!(before, after, "{}", example.name);
    }
}

#[test]
fn what_is_taken_away_is_missed_in_all_that_is_published() {
    let mut proved = BTreeSet::new();
    let mut ignored = Vec::new();
    for example in examples() {
        let before = example.published(&example.text, &["en", "nl"]).expect("a correct policy");
        for (triple, text) in example.without() {
            // What stands elsewhere only gives the others something to speak of.
            if !example.is_about(triple.0) {
                continue;
            }
            let Some(after) = example.published(&text, &["en", "nl"]) else { continue };
            let same = before.same_as(&after);
            let hidden = UNPUBLISHED.contains(&triple.0) || READ_ALOUD.contains(&triple.2);
            let right = if hidden { same.len() == before.len() } else { same.is_empty() };
            if right {
                proved.insert(triple);
            } else {
                ignored.push(format!("{}: {triple:?} is not seen in {same:?}", example.name));
            }
        }
    }
    assert!(ignored.is_empty(), "{}", ignored.join("\n"));
    // Without its header there is no policy, and without its table no declaration of one: the lines of the header and the
    // declaration are taken away instead.
    let needed = [("policy", Form::Head, ""), ("table", Form::Table, "")];
    let unproved: Vec<_> =
        wanted().into_iter().filter(|triple| !proved.contains(triple) && !needed.contains(triple)).collect();
    assert!(unproved.is_empty(), "nothing shows that these are published: {unproved:#?}");
}

#[test]
fn what_is_added_to_a_line_is_published_or_refused() {
    let mut ignored = BTreeSet::new();
    for example in examples() {
        let before = example.published(&example.grown(), &["en"]).expect("a correct policy");
        for (what, triple, text) in example.with_more() {
            let Some(after) = example.published(&text, &["en"]) else { continue };
            let mut same = before.same_as(&after);
            same.retain(|file| match (what, triple.1) {
                (FORMER, Form::Head) => !file.starts_with("md") && triple.0 != "policy",
                (NAME | FORMER, _) => file.starts_with("json"),
                _ => true,
            });
            if !same.is_empty() && !UNPUBLISHED.contains(&triple.0) {
                ignored.insert(format!("{what} on {:?} of {} is not seen in {same:?}", triple.1, triple.0));
            }
        }
    }
    let ignored: Vec<String> = ignored.into_iter().collect();
    assert!(ignored.is_empty(), "{}", ignored.join("\n"));
}

#[test]
fn what_is_not_known_yet_is_said_wherever_a_value_may_wait() {
    let mut silent = BTreeSet::new();
    for example in examples() {
        for (triple, text) in example.with_unknown() {
            let found = example.findings(&text, "en");
            if found.len() != 1 || !found.iter().all(|finding| finding.ends_with("(unfilled)")) {
                continue;
            }
            let published = example.published(&text, &["en"]).expect("a draft is a policy");
            let said = ["ot known yet", "\"unfilled\": true"];
            let mut without = published.without_any(&said);
            // A rule set has no value where a cell waits.
            without.retain(|file| triple.1 != Form::Table || !file.starts_with("json"));
            if !without.is_empty() && !UNPUBLISHED.contains(&triple.0) {
                silent.insert(format!(
                    "{:?} of {} is not said in {without:?}: {}",
                    triple.1, triple.0, found[0]
                ));
            }
        }
    }
    let silent: Vec<String> = silent.into_iter().collect();
    assert!(silent.is_empty(), "{}", silent.join("\n"));
}

/// Values in whose place no `?` stands, by declaration, the tag of the pattern and the slot, and why.
const NEVER_UNKNOWN: &[(&str, &str, &str, &str)] = &[
    ("", "", "as", "the author gives the name of a line, and need not give one"),
    ("fact", "value", "name", "the author gives the name of a value"),
    ("process", "state", "name", "the author gives the name of a state, by which other lines speak of it"),
    ("process", "check", "name", "the author gives the name of a check, by which other lines speak of it"),
    ("", "prose", "text", "a text that is not written yet is no line"),
];

#[test]
fn every_value_may_be_unknown_yet() {
    let mut wrong = Vec::new();
    let mut excepted = BTreeSet::new();
    for example in examples() {
        for ((declaration, form, slot), line, text) in example.with_unknown_values() {
            let found = example.findings(&text, "en");
            let right = found.len() == 1 && found.iter().all(|finding| finding.ends_with("(unfilled)"));
            let never = NEVER_UNKNOWN.iter().find(|(of, tag, name, _)| {
                (of.is_empty() || *of == declaration)
                    && (tag.is_empty() || form.tag() == Some(tag))
                    && *name == slot
            });
            match never {
                Some(never) if !right => _ = excepted.insert(never),
                Some(_) => {}
                None if right => {}
                None => wrong.push(format!("`{line}` in {declaration}, {slot}: {found:#?}")),
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let idle: Vec<_> = NEVER_UNKNOWN.iter().filter(|never| !excepted.contains(never)).collect();
    assert!(idle.is_empty(), "these take a `?` by now: {idle:?}");
}

#[test]
fn what_is_unknown_may_begin_a_line_or_be_all_that_is_left_of_it() {
    let lines = [
        ("calendar", "closed on ?"),
        ("calendar", "open on ?"),
        ("availability", "claimed within ? of walked"),
        ("escalation", "? before breach of first-response notify lead"),
        ("escalation", "at ? of first-response notify lead"),
        ("escalation", "every ? after breach of first-response notify lead"),
        ("escalation", "on breach of first-response notify lead when ?"),
        ("escalation", "on received notify lead, because ?"),
        ("escalation", "on received notify lead, see ?"),
    ];
    for (declaration, line) in lines {
        let examples = examples();
        let example = examples.iter().find(|example| example.is_about(declaration)).expect("an example");
        let text = example.with_line(declaration, line);
        let found = example.findings(&text, "en");
        let right = found.len() == 1 && found.iter().all(|finding| finding.ends_with("(unfilled)"));
        assert!(right, "`{line}`: {found:#?}");
    }
}
