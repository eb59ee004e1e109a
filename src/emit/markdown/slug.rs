//! The names that GitHub gives to headings.
//!
//! In: the words of the headings, in order. Out: lower-case names of letters, digits, hyphens and underscores, with a
//! number after a name that was given before.

use std::collections::BTreeMap;

/// The names given so far, with how often each was asked for.
#[derive(Default)]
pub(super) struct Slugs {
    given: BTreeMap<String, usize>,
}

impl Slugs {
    /// The name of the next heading.
    pub(super) fn next(&mut self, words: &str) -> String {
        let plain: String = words
            .trim()
            .chars()
            .flat_map(char::to_lowercase)
            .filter_map(|character| match character {
                ' ' | '\u{a0}' => Some('-'),
                '-' | '_' => Some(character),
                other => other.is_alphanumeric().then_some(other),
            })
            .collect();
        let mut name = plain.clone();
        while self.given.contains_key(&name) {
            let count = self.given.entry(plain.clone()).or_insert(0);
            *count += 1;
            name = format!("{plain}-{count}");
        }
        self.given.insert(name.clone(), 0);
        name
    }
}

#[cfg(test)]
mod tests {
    use super::Slugs;

    #[test]
    fn names_are_those_of_github() {
        let mut slugs = Slugs::default();
        let names = ["5. Response times", "What’s “new”?", "A – b", "Notes", "Notes", "Notes-1", "Notes"];
        let found: Vec<String> = names.iter().map(|words| slugs.next(words)).collect();
        assert_eq!(
            found,
            ["5-response-times", "whats-new", "a--b", "notes", "notes-1", "notes-1-1", "notes-2"]
        );
    }
}
