//! The names that GitHub gives to headings.
//!
//! In: the words of the headings, in order. Out: lower-case names of letters, digits, hyphens and underscores, with a
//! number after a name that was given before.

use rustc_hash::FxHashMap;

/// The names given so far, with how often each was asked for.
#[derive(Default)]
pub(super) struct Slugs {
    given: FxHashMap<String, usize>,
}

impl Slugs {
    /// The name of the next heading.
    pub(super) fn next(&mut self, words: &str) -> String {
        let words = words.trim();
        let mut plain = String::with_capacity(words.len());
        for character in words.chars() {
            match character {
                ' ' | '\u{a0}' => plain.push('-'),
                '-' | '_' => plain.push(character),
                '\0'..='\u{7f}' => {
                    plain.extend(character.is_ascii_alphanumeric().then(|| character.to_ascii_lowercase()));
                }
                other => plain.extend(other.to_lowercase().filter(|small| small.is_alphanumeric())),
            }
        }
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
