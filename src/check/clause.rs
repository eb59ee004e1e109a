//! What every declaration and statement carries: from the tree to a clause of the program.
//!
//! In: a declaration or statement with the words about it. Out: a [`Clause`] with its anchor, its audience, its
//! condition and everything that its body says of it. What the statement itself says is left to whoever asked.

use super::context::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::{Clause, Cond, Note};
use crate::source::{Span, Spanned};
use crate::syntax::ast::{Body, Carried, Common, Decl, Inner, Statement};
use crate::value::{Name, Text};
use std::sync::Arc;
use thin_vec::ThinVec;

/// Declarations that people link to by their own name: `#first-response`. Values of facts and people have their kind before
/// it, `#plan-premium`, and so has the second of two things with one name.
const STANDS_ALONE: &[&str] = &[
    "section",
    "commitment",
    "escalation",
    "process",
    "calendar",
    "offer",
    "price",
    "product",
    "maintenance",
    "availability",
    "table",
];

/// A title as part of an anchor: its letters and digits in small letters, with hyphens between the words.
fn slug(title: &str) -> String {
    let mut slug = String::with_capacity(title.len());
    let words = title.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    for word in words.take(10) {
        if !slug.is_empty() {
            slug.push('-');
        }
        if word.is_ascii() {
            let start = slug.len();
            slug.push_str(word);
            slug[start..].make_ascii_lowercase();
        } else {
            slug.push_str(&word.to_lowercase());
        }
    }
    slug
}

impl<'a> Context<'a> {
    /// The clause of a declaration; it is understood for the readers that `outer` and the declaration itself have.
    pub fn declaration<S>(&mut self, decl: &'a Decl<S>) -> Clause {
        let mut clause = self.headed(decl.keyword, (decl.name.as_ref(), decl.title.as_ref()), decl.mark());
        keep_waiting(&decl.body, &mut clause);
        self.words(&mut decl.body.common(), &mut clause);
        self.former(&clause, decl.name.is_some());
        clause
    }

    /// The clause of a declaration with this head.
    fn headed(
        &mut self,
        keyword: Spanned<&'static str>,
        (named, title): (Option<&Name>, Option<&Arc<Text>>),
        mark: Span,
    ) -> Clause {
        let name = named.cloned().unwrap_or_else(|| Name::new(keyword.value, keyword.span));
        let keyword = keyword.value;
        let anchor = match (named, keyword) {
            (None, "example" | "test" | "ensure") => {
                let title = title.map_or("", |title| title.original.content.as_str());
                self.anchor(&[keyword, "-", &slug(title)].concat())
            }
            (None, _) => self.anchor(keyword),
            (Some(name), keyword) if STANDS_ALONE.contains(&keyword) && self.is_free(name.as_str()) => {
                self.anchor(name.as_str())
            }
            (Some(name), _) => self.anchor(&[keyword, "-", name.as_str()].concat()),
        };
        let mut clause = Clause::silent(keyword, name, anchor, self.audience.clone(), mark);
        clause.title = title.cloned();
        clause
    }

    /// Keeps the anchors that a clause had under earlier names; something without a name of its own has none.
    fn former(&mut self, clause: &Clause, named: bool) {
        let path = clause.anchor.strip_suffix(clause.name.as_str());
        for name in &clause.formerly {
            match path.filter(|_| named) {
                Some(path) => {
                    let place = self.former.entry(clause.anchor.to_string()).or_default();
                    place.push(format!("{path}{name}"));
                }
                None => self.error(
                    &registry::NOT_USED_HERE,
                    name.span,
                    "`formerly` has no meaning on what has no name",
                    "not used",
                ),
            }
        }
    }

    /// The clause of a statement; `None` when its condition is wrong, or its audience does not exist. `path` is what its anchor
    /// is made of.
    pub fn statement(
        &mut self,
        keyword: &'static str,
        name: Name,
        path: &str,
        statement: &'a Carried,
    ) -> Option<Clause> {
        // A value that is not known yet holds for its cases; a line of which nobody knows when it holds has none.
        if statement.unsaid {
            return None;
        }
        let anchor = self.anchor(path);
        self.inside(statement.audience.as_ref(), |context| {
            let when = context.when(statement.when.as_deref());
            let audience = context.audience.clone();
            let mut clause = Clause::silent(keyword, name, anchor, audience, statement.mark());
            if let Some(because) = &statement.because {
                add(&mut clause.because, Arc::new(Text::clone(because)));
            }
            for see in statement.see.iter().filter_map(|name| context.any(name)) {
                clause.see.push(see);
            }
            if let Some(body) = &statement.body {
                keep_waiting(body, &mut clause);
                context.words(&mut body.common(), &mut clause);
            }
            if let Some(own) = statement.name.as_ref().filter(|own| own.text != clause.name.text) {
                context.unused(own.span, "a name", "this line");
            }
            // A name of its own stands within the statement; others are numbers, or belong to what it is part of.
            let place = clause.name.span;
            context.former(&clause, place != statement.span && statement.span.contains(place));
            // What is wrong in the body is told even if the condition is wrong too.
            if let Some(when) = when.ok()? {
                clause.when = both(clause.when.take(), Some(when));
            }
            let readers = statement.audience.as_ref();
            readers.is_none_or(|name| context.symbols().is_audience(name.as_str())).then_some(clause)
        })
    }

    /// Reports what a statement carries that has no meaning on it: `what` has nothing to do with single cases.
    pub fn bare(&mut self, statement: &'a Carried, what: &str) {
        self.unconditional(statement, what);
        self.lone(statement, what);
    }

    /// The condition of a statement that becomes no clause of its own; outside `Err` when it is wrong. Everything else
    /// that the statement carries would be lost, so it is reported.
    pub fn limited(
        &mut self,
        statement: &'a Carried,
        what: &str,
    ) -> Result<Option<Cond>, super::condition::Wrong> {
        self.lone(statement, what);
        self.when(statement.when.as_deref())
    }

    /// Reports a name, a reason, other readers or a body where they have no meaning.
    fn lone(&mut self, statement: &'a Carried, what: &str) {
        if let Some(audience) = &statement.audience {
            self.unused(audience.span, "an audience of its own", what);
        }
        self.wordless(statement, what);
    }

    /// Reports a name, a reason or a body where they have no meaning.
    pub fn wordless(&mut self, statement: &'a Carried, what: &str) {
        let extra = statement
            .name
            .as_ref()
            .map(|name| (name.span, "a name"))
            .or_else(|| statement.because.as_ref().map(|text| (text.span, "a reason")))
            .or_else(|| statement.see.first().map(|name| (name.span, "`see`")));
        if let Some((span, extra)) = extra {
            self.unused(span, extra, what);
        }
        if let Some(body) = &statement.body {
            self.error(&registry::NOT_USED_HERE, body.span, format!("{what} has no braces"), "not used");
        }
    }

    fn unused(&mut self, span: Span, extra: &str, what: &str) {
        let finding =
            Diagnostic::new(&registry::NOT_USED_HERE, span, format!("{extra} has no meaning on {what}"))
                .label("not used")
                .help("leave it out, or say it of the whole declaration");
        self.report(finding);
    }

    /// Reports a condition, `except` or `usually` where they have no meaning.
    pub fn unconditional(&mut self, statement: &'a Carried, what: &str) {
        let extra = statement
            .when
            .as_ref()
            .map(|when| (when.span(), "a condition"))
            .or_else(|| statement.except.map(|span| (span, "`except`")))
            .or_else(|| statement.usually.map(|span| (span, "`usually`")));
        if let Some((span, extra)) = extra {
            let finding =
                Diagnostic::new(&registry::NOT_USED_HERE, span, format!("{extra} has no meaning on {what}"))
                    .label("not used")
                    .help("leave it out");
            self.report(finding);
        }
    }

    /// Reads the statements that every body knows.
    pub fn words(&mut self, common: &mut dyn Iterator<Item = &'a Statement<Common>>, clause: &mut Clause) {
        for statement in common {
            self.inside(statement.audience.as_ref(), |context| context.word(statement, clause));
        }
    }

    fn word(&mut self, statement: &'a Statement<Common>, clause: &mut Clause) {
        let Some(kind) = &statement.kind else { return };
        let narrow = self.audience != clause.audience;
        match kind {
            Common::Only {} => {
                if let Some(condition) = &statement.when
                    && let Some(cond) = self.cond(condition)
                {
                    clause.when = both(clause.when.take(), Some(cond));
                }
                self.lone(statement, "`only when`");
                return;
            }
            Common::Means { text } => add(&mut clause.means, text.clone()),
            Common::Note { text } => {
                add(&mut clause.notes, Note { audience: self.audience.clone(), text: text.clone() });
            }
            Common::Because { text } => add(&mut clause.because, text.clone()),
            Common::See { names } => {
                for name in names {
                    clause.see.extend(self.any(name));
                }
            }
            Common::Formerly { name } => add(&mut clause.formerly, name.clone()),
            Common::Prose { text } => {
                add(&mut clause.prose, Note { audience: self.audience.clone(), text: text.clone() });
            }
        }
        let own_audience = matches!(kind, Common::Note { .. } | Common::Prose { .. });
        if let (true, false, Some(audience)) = (narrow, own_audience, &statement.audience) {
            self.error(
                &registry::NOT_USED_HERE,
                audience.span,
                format!("`{}` has the readers of its clause", statement.tag),
                "say it in a `note`",
            );
        }
        // A translation without its text took over what belongs to the text, and was reported.
        let orphan = statement.audience.as_ref().is_some_and(|name| name.as_str().ends_with(':'));
        if !orphan {
            self.unconditional(statement, "words about a clause");
            self.wordless(statement, "words about a clause");
        }
    }

    /// The statements in the body of a statement, with the readers and the condition of each.
    pub fn inner(
        &mut self,
        body: Option<&'a Body<Inner>>,
        mut then: impl FnMut(&mut Self, &'a Statement<Inner>, &'a Inner),
    ) {
        for statement in body.into_iter().flat_map(Body::own) {
            let Some(kind) = &statement.kind else { continue };
            self.inside(statement.audience.as_ref(), |context| then(context, statement, kind));
        }
    }
}

/// Keeps which lines for all readers of a clause say nothing, or not all of it, because a `?` stands in them.
fn keep_waiting<S>(body: &Body<S>, clause: &mut Clause) {
    let own = body.own().filter(|line| waits_itself(line)).map(|line| line.tag);
    let common = body.common().filter(|line| waits_itself(line)).map(|line| line.tag);
    for tag in own.chain(common) {
        clause.waiting.push(tag);
        clause.unfilled = true;
    }
}

/// Whether one line does.
fn waits_itself<S>(statement: &Statement<S>) -> bool {
    (statement.kind.is_none() || statement.waits) && statement.audience.is_none()
}

/// Both conditions; none is no condition.
pub fn both(one: Option<Cond>, two: Option<Cond>) -> Option<Cond> {
    match (one, two) {
        (None, other) | (other, None) => other,
        (Some(one), Some(two)) => {
            let written = match (one.written, two.written) {
                (Some(a), Some(b)) => {
                    let span = if a.span().file == b.span().file { a.span().to(b.span()) } else { a.span() };
                    let parts = vec![Arc::unwrap_or_clone(a), Arc::unwrap_or_clone(b)];
                    Some(Arc::new(crate::value::Condition::All(parts, span)))
                }
                (None, other) | (other, None) => other,
            };
            Some(Cond { written, cases: one.cases.and(&two.cases) })
        }
    }
}

/// Adds to a list that mostly has one.
fn add<T>(list: &mut ThinVec<T>, one: T) {
    if list.is_empty() {
        list.reserve_exact(1);
    }
    list.push(one);
}

#[cfg(test)]
mod tests {
    use crate::check::trial::{BASE, codes};

    #[test]
    fn a_wrong_body_is_told_beside_a_wrong_condition() {
        let line = "scope { covers when severity is grave { only when severity is hihg } }\n";
        assert_eq!(codes(&format!("{BASE}{line}")), ["unknown-value grave", "unknown-value hihg"]);
    }

    #[test]
    fn a_body_whose_conditions_would_be_lost_is_reported() {
        let pause = "process work \"Work\" { state new \"New\" }\n\
            commitment reply \"Reply\" {\n  from received\n  until responded\n  within 4 hours\n  \
            paused while new { only when severity is high }\n}\n";
        assert_eq!(codes(&format!("{BASE}{pause}")), ["not-used-here { only when severity is high }"]);
    }

    #[test]
    fn what_words_about_a_clause_cannot_carry_is_reported() {
        let line = |line: &str| codes(&format!("{BASE}definition request \"Request\" {{ {line} }}\n"));
        assert_eq!(line("note \"One.\", because \"it is\""), ["not-used-here \"it is\""]);
        assert_eq!(line("means \"One.\" as one"), ["not-used-here one"]);
        assert_eq!(line("means \"One.\" { note \"Two.\" }"), ["not-used-here { note \"Two.\" }"]);
        assert_eq!(line("internal only when severity is high"), ["not-used-here internal"]);
        assert_eq!(line("internal note \"One.\""), Vec::<String>::new());
    }

    #[test]
    fn narrower_readers_of_a_part_of_a_channel_are_reported() {
        let channel = "channel phone \"Telephone\" { internal address \"+31 20 555 0100\"; open always }\n";
        assert_eq!(codes(&format!("{BASE}{channel}")), ["not-used-here internal"]);
    }
}
