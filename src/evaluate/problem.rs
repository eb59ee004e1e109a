//! Why a question has no answer, in words.
//!
//! A problem is what is wrong with what was asked, not with the policy: a fact that there is not, a value that is unknown, a
//! case that cannot exist, a time that no clock shows.

use crate::diagnostic::nearest;

/// What stands in the way of an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// What is wrong, in one line, as in findings.
    pub message: String,
    /// What to do.
    pub help: Option<String>,
    /// The fact that must be said before there can be an answer, if that is the problem.
    pub missing: Option<Missing>,
}

/// A fact that was not said and that decides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing {
    /// Its name.
    pub fact: String,
    /// What it is called for people.
    pub title: String,
    /// The values that it can have, by name and title; none for what is measured.
    pub values: Vec<(String, String)>,
}

impl Problem {
    /// A problem without advice.
    pub fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), help: None, missing: None }
    }

    /// Says what to do.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Advice about a name that is not known: the nearest one, or all of them if they are few.
    #[must_use]
    pub fn near<'a>(self, name: &str, known: impl IntoIterator<Item = &'a str>) -> Self {
        let known: Vec<&str> = known.into_iter().collect();
        if let Some(near) = nearest(name, known.iter().copied()) {
            return self.help(format!("did you mean `{near}`?"));
        }
        match listed(&known) {
            Some(list) => self.help(format!("it can be {list}")),
            None => self,
        }
    }
}

/// Up to a dozen names as "`a`, `b` or `c`"; nothing where there are none.
pub fn listed(names: &[&str]) -> Option<String> {
    const MOST: usize = 12;
    let quoted: Vec<String> = names.iter().take(MOST).map(|name| format!("`{name}`")).collect();
    match quoted.as_slice() {
        [] => None,
        [one] => Some(one.clone()),
        all if names.len() > MOST => Some(format!("{} and {} more", all.join(", "), names.len() - MOST)),
        [all @ .., last] => Some(format!("{} or {last}", all.join(", "))),
    }
}
