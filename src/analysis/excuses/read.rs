//! What a comment says to avouch: `# avouch: allow(rule, other) reason: why`, and what people write instead.
//!
//! In: the text of one comment. Out: the names and the reason, whether it is written as it should be, or why it cannot be
//! understood. A comment that only speaks of avouch says nothing to it.

use std::ops::Range;

use crate::diagnostic::{nearest, registry};

/// The one word that excuses.
const ALLOW: &str = "allow";

/// What other tools call it, without what follows a hyphen, as in `disable-next-line`.
const SAME: &[&str] = &[
    "accept", "allowed", "allows", "disable", "disabled", "excuse", "excused", "expect", "ignore", "ignored",
    "mute", "noqa", "nolint", "off", "permit", "silence", "skip", "suppress",
];

/// What can stand before a reason.
const BECAUSE: &[&str] = &["reason", "because", "since", "why"];

/// What a comment says.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Said {
    /// An excuse.
    Excuse(Excuse),
    /// It speaks to avouch and cannot be understood.
    Unclear {
        /// What is wrong, beside the comment.
        label: String,
    },
}

/// An excuse as it is written.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Excuse {
    /// The names of rules, each with its place in the comment.
    pub(super) names: Vec<(Range<usize>, String)>,
    /// Why, if it says.
    pub(super) reason: Option<String>,
    /// How it should be written, if it is written in another way.
    pub(super) form: Option<String>,
}

/// Whether a text can hold a comment that speaks to avouch. It is asked of every text, so it only looks for the name.
pub(super) fn may_speak(text: &str) -> bool {
    let bytes = text.as_bytes();
    memchr::memmem::find_iter(bytes, b"vouch").any(|at| {
        let line = memchr::memrchr(b'\n', &bytes[..at]).map_or(0, |end| end + 1);
        memchr::memchr(b'#', &bytes[line..at]).is_some()
    })
}

/// Reads a comment, from its `#` on.
pub(super) fn read(comment: &str) -> Option<Said> {
    let mut rest = Rest { text: comment, at: 0 };
    rest.skip(&['#', '!']);
    if !rest.word().eq_ignore_ascii_case("avouch") {
        return None;
    }
    rest.skip(&[]);
    let addressed = rest.left().starts_with([':', '=']);
    rest.skip(&[':', '=', '-', '/']);
    let verb = rest.word().to_ascii_lowercase();
    // What stands behind a hyphen, such as `next-line`, says where, which its place says here.
    let hyphen = rest.left().starts_with(['-', '_']);
    while rest.left().starts_with(['-', '_']) {
        rest.at += 1;
        rest.word();
    }
    if verb != ALLOW && !SAME.contains(&verb.as_str()) {
        return addressed.then(|| unknown(&verb));
    }
    rest.skip(&[]);
    let equal = rest.left().starts_with([':', '=']);
    rest.skip(&[':', '=']);
    let opened = rest.left().starts_with(['(', '[', '{']);
    let names = if opened { rest.within() } else { rest.listed() };
    if !addressed && !opened && !equal && !hyphen && !names.iter().any(|(_, name)| is_rule(name)) {
        return None;
    }
    if names.is_empty()
        || names.iter().any(|(_, name)| ["*", "all", "any", "everything"].contains(&name.as_str()))
    {
        let label = "each finding that is excused is named here".to_owned();
        return Some(Said::Unclear { label });
    }
    let reason = reason(rest.left());
    let listed: Vec<&str> = names.iter().map(|(_, name)| name.as_str()).collect();
    let form =
        reason.as_ref().map(|reason| format!("# avouch: allow({}) reason: {reason}", listed.join(", ")));
    let form = form.filter(|form| !same_but_for_blanks(form, comment));
    Some(Said::Excuse(Excuse { names, reason, form }))
}

fn unknown(verb: &str) -> Said {
    let label = match nearest(verb, [ALLOW]) {
        Some(near) => format!("did you mean `{near}`?"),
        None if verb.is_empty() => "nothing is said to avouch here".to_owned(),
        None => format!("`{verb}` says nothing to avouch"),
    };
    Said::Unclear { label }
}

fn is_rule(name: &str) -> bool {
    registry::find(name).is_some()
}

/// A name as rules are named, if that makes it one.
fn name(written: &str) -> String {
    let plain = written.to_ascii_lowercase().replace('_', "-");
    if is_rule(&plain) { plain } else { written.to_owned() }
}

fn reason(text: &str) -> Option<String> {
    let mut text = text.trim_matches(|c: char| c.is_whitespace() || ",;:-–—.".contains(c));
    let word = text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len());
    if BECAUSE.iter().any(|because| text[..word].eq_ignore_ascii_case(because)) {
        text = text[word..].trim_start_matches([' ', '\t', ':', '=', '-']);
    }
    (!text.is_empty()).then(|| text.to_owned())
}

fn same_but_for_blanks(one: &str, other: &str) -> bool {
    let bare = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    bare(one) == bare(other)
}

/// What is left of a comment.
struct Rest<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Rest<'t> {
    fn left(&self) -> &'t str {
        &self.text[self.at..]
    }

    /// Goes on behind white space and these signs.
    fn skip(&mut self, signs: &[char]) {
        let left = self.left().trim_start_matches(|c: char| c.is_whitespace() || signs.contains(&c));
        self.at = self.text.len() - left.len();
    }

    /// The letters that come next.
    fn word(&mut self) -> &'t str {
        let left = self.left();
        let end = left.find(|c: char| !c.is_alphabetic()).unwrap_or(left.len());
        self.at += end;
        &left[..end]
    }

    /// The names between brackets; what is not closed ends before the reason.
    fn within(&mut self) -> Vec<(Range<usize>, String)> {
        self.at += 1;
        let left = self.left();
        let reason = BECAUSE.iter().filter_map(|because| left.find(because)).min().unwrap_or(left.len());
        let end = left.find([')', ']', '}']);
        let inside = &left[..end.unwrap_or(reason)];
        let start = self.at;
        self.at += end.map_or(reason, |end| end + 1);
        let mut names = Vec::new();
        let mut at = 0;
        for part in inside.split_inclusive(|c: char| c.is_whitespace() || ",;|+&".contains(c)) {
            let blank = |c: char| c.is_whitespace() || ",;|+&\"'`".contains(c);
            let bare = part.trim_matches(blank);
            if !bare.is_empty() && bare != "and" {
                let from = start + at + part.len() - part.trim_start_matches(blank).len();
                names.push((from..from + bare.len(), name(bare)));
            }
            at += part.len();
        }
        names
    }

    /// The names of a list without brackets: one, and what follows a comma.
    fn listed(&mut self) -> Vec<(Range<usize>, String)> {
        let mut names = Vec::new();
        loop {
            self.skip(&['"', '\'', '`']);
            let left = self.left();
            let part = |c: char| c.is_ascii_alphanumeric() || "-_*".contains(c);
            let end = left.find(|c: char| !part(c)).unwrap_or(left.len());
            let written = left[..end].trim_end_matches('-');
            if written.is_empty() || BECAUSE.contains(&written) {
                return names;
            }
            names.push((self.at..self.at + written.len(), name(written)));
            self.at += written.len();
            let before = self.at;
            self.skip(&['"', '\'', '`']);
            if !self.left().starts_with(',') {
                self.at = before;
                return names;
            }
            self.at += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(comment: &str) -> (Vec<String>, Option<String>, Option<String>) {
        match read(comment) {
            Some(Said::Excuse(excuse)) => {
                for (place, name) in &excuse.names {
                    let there = comment[place.clone()].to_lowercase().replace('_', "-");
                    assert_eq!(&there, &name.to_lowercase());
                }
                (excuse.names.into_iter().map(|(_, name)| name).collect(), excuse.reason, excuse.form)
            }
            other => panic!("{comment} is {other:?}"),
        }
    }

    #[test]
    fn an_excuse_names_findings_and_a_reason() {
        let (names, reason, form) =
            names("# avouch: allow(unfilled, wombat) reason: the figure comes in May");
        assert_eq!(names, ["unfilled", "wombat"]);
        assert_eq!(reason.as_deref(), Some("the figure comes in May"));
        assert_eq!(form, None);
    }

    #[test]
    fn blanks_make_no_difference() {
        for comment in
            ["#avouch:allow(unfilled)reason:later", "#  avouch :  allow ( unfilled )  reason :  later"]
        {
            assert_eq!(
                names(comment),
                (vec!["unfilled".to_owned()], Some("later".to_owned()), None),
                "{comment}"
            );
        }
    }

    #[test]
    fn what_other_tools_write_is_understood() {
        let expected = "# avouch: allow(unfilled) reason: the figure comes in May";
        for comment in [
            "# avouch: disable(unfilled) reason: the figure comes in May",
            "# avouch: ignore unfilled because the figure comes in May",
            "# avouch-disable-next-line unfilled -- the figure comes in May",
            "# avouch disable=unfilled: the figure comes in May",
            "# Avouch: Allow(Unfilled) Reason: the figure comes in May",
            "# avouch: allow [unfilled], reason = the figure comes in May",
            "# avouch: allow(\"unfilled\") the figure comes in May",
            "## avouch: allow(unfilled reason: the figure comes in May",
            "# avouch allow unfilled since the figure comes in May",
            "# avouch: noqa: unfilled - the figure comes in May",
        ] {
            let (_, _, form) = names(comment);
            assert_eq!(form.as_deref(), Some(expected), "{comment}");
        }
        assert_eq!(names("# avouch: ignore holidays_unsaid, unfilled").0, ["holidays-unsaid", "unfilled"]);
    }

    #[test]
    fn an_excuse_without_a_reason_has_none() {
        for comment in
            ["# avouch: allow(unfilled)", "# avouch: allow(unfilled) reason:", "# avouch: ignore unfilled"]
        {
            let (_, reason, form) = names(comment);
            assert_eq!((reason, form), (None, None), "{comment}");
        }
    }

    #[test]
    fn what_speaks_to_avouch_without_sense_is_said_so() {
        for (comment, expected) in [
            ("# avouch: alow(unfilled) reason: x", "did you mean `allow`?"),
            ("# avouch: please", "`please` says nothing to avouch"),
            ("# avouch:", "nothing is said to avouch here"),
            ("# avouch: allow", "each finding that is excused is named here"),
            ("# avouch: allow() reason: x", "each finding that is excused is named here"),
            ("# avouch: allow(*) reason: x", "each finding that is excused is named here"),
            ("# avouch: ignore all", "each finding that is excused is named here"),
        ] {
            assert_eq!(read(comment), Some(Said::Unclear { label: expected.to_owned() }), "{comment}");
        }
    }

    #[test]
    fn a_comment_that_speaks_of_avouch_is_only_a_comment() {
        for comment in [
            "# avouch is a compiler for policies",
            "# avouch allows you to say why",
            "# avouch, allow me",
            "# see avouch: allow(unfilled)",
            "# avouches",
            "# the figures are from March",
            "#",
        ] {
            assert_eq!(read(comment), None, "{comment}");
        }
    }

    #[test]
    fn only_a_text_with_the_name_in_a_comment_is_looked_at() {
        assert!(may_speak("a\n  b # avouch: allow(x)\n") && may_speak("# Avouch: x"));
        assert!(!may_speak("section a \"made with avouch\"\n# none\n") && !may_speak("# a\navouch"));
    }
}
