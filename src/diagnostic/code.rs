//! What a kind of finding is: its name for ever, its usual level, and the page that explains it.

use std::fmt;

use serde::{Deserialize, Serialize};

/// How grave a finding is. The order is from light to grave.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
pub enum Level {
    /// It could be better.
    Advice,
    /// It has a meaning that is probably not intended.
    Warning,
    /// The policy has no meaning here.
    Error,
}

impl Level {
    /// The word for it, in every output form.
    pub fn word(self) -> &'static str {
        match self {
            Self::Advice => "advice",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

/// How much a workspace wants to hear. Each profile reports what the ones before it report, and more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Profile {
    /// What leaves a policy without a meaning.
    Minimal,
    /// And what is probably not intended, or misleads readers; what holds when nothing is chosen.
    Recommended,
    /// The same, where what must not be published counts as an error; see [`Profile::level`]. No code names it.
    Publishable,
    /// And matters of taste and of completeness that many policies can do without.
    Strict,
}

/// What may stand in a draft and must not reach readers: what is not written yet, what is lost on the way, links that lead
/// nowhere or elsewhere, and pages of which a part is not in their language.
const NOT_TO_BE_PUBLISHED: &[&str] = &[
    "empty-link",
    "left-out",
    "misleading-link",
    "missing-translation",
    "placeholder",
    "unanswered-question",
    "unfilled",
    "untranslated-text",
    "wordless-language",
];

impl Profile {
    /// All of them, from the one that says least.
    pub const ALL: [Self; 4] = [Self::Minimal, Self::Recommended, Self::Publishable, Self::Strict];

    /// The word for it, in settings and on the command line.
    pub fn word(self) -> &'static str {
        match self {
            Self::Minimal => "minimal",
            Self::Recommended => "recommended",
            Self::Publishable => "publishable",
            Self::Strict => "strict",
        }
    }

    /// The level at which it reports a kind of finding; none where it does not report it.
    pub fn level(self, code: &Code) -> Option<Level> {
        if code.profile > self {
            None
        } else if self == Self::Publishable && NOT_TO_BE_PUBLISHED.contains(&code.name) {
            Some(Level::Error)
        } else {
            Some(code.level)
        }
    }
}

/// A kind of finding. Codes are statics in [`super::registry`] and are compared by name.
#[derive(Debug)]
pub struct Code {
    /// Kebab-case, unique, for ever.
    pub name: &'static str,
    /// The level unless settings say otherwise.
    pub level: Level,
    /// The first profile in which it is reported.
    pub profile: Profile,
    /// The page that explains it, in Markdown: what it finds, why it matters, a bad and a good example.
    pub page: &'static str,
}

impl PartialEq for Code {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Code {}

/// Codes in files that this tool writes for itself: their names.
pub(super) mod by_name {
    use serde::de::Error as _;
    use serde::{Deserialize as _, Deserializer, Serializer};

    use super::super::{Code, registry};

    /// Writes the name.
    pub fn serialize<S: Serializer>(code: &Code, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(code.name)
    }

    /// Reads a name that there is.
    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<&'static Code, D::Error> {
        let name = std::borrow::Cow::<str>::deserialize(from)?;
        registry::find(&name).ok_or_else(|| D::Error::custom("no such rule"))
    }
}

#[cfg(test)]
mod tests {
    use super::super::registry;
    use super::*;

    #[test]
    fn what_must_not_be_published_is_a_finding_of_publishable() {
        for name in NOT_TO_BE_PUBLISHED {
            let code = registry::find(name).unwrap();
            assert_eq!(Profile::Publishable.level(code), Some(Level::Error), "{name}");
            assert_ne!(Profile::Recommended.level(code), Some(Level::Error), "{name} is an error anyway");
        }
    }

    #[test]
    fn each_profile_reports_what_the_ones_before_it_report() {
        for code in registry::ALL {
            assert_ne!(code.profile, Profile::Publishable, "{}", code.name);
            let mut before = false;
            for profile in Profile::ALL {
                let reported = profile.level(code).is_some();
                assert!(reported || !before, "{} is lost in {}", code.name, profile.word());
                before = reported;
            }
            assert_eq!(code.level == Level::Error, code.profile == Profile::Minimal, "{}", code.name);
        }
    }
}
