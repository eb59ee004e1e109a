//! What a kind of finding is: its name for ever, its usual level, and the page that explains it.

use std::fmt;

/// How grave a finding is. The order is from light to grave.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
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
    /// And matters of taste and of completeness that many policies can do without.
    Strict,
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
