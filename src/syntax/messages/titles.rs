//! What a file declares, by its titles: people call a calendar `"Office hours"` where its name belongs.
//!
//! In: a file, and a line with a title in the place of a name. Out: the name that is meant, and the finding that shows it.

use super::article;
use crate::diagnostic::{Diagnostic, registry};
use crate::source::Span;
use crate::syntax::ast::Declaration;
use crate::syntax::failure::{Expected, Failure};
use crate::syntax::grammar::{R, prefix, whole};
use crate::syntax::head::Head;
use crate::syntax::schema::SlotType;
use std::collections::BTreeMap;

/// The names of declarations by their keywords and titles, without quotes; none where several have the same title.
#[derive(Default)]
pub(in crate::syntax) struct Titles<'t>(BTreeMap<(&'t str, &'t str), Option<&'t str>>);

impl<'t> Titles<'t> {
    /// Those of a file, which is looked through once.
    pub(in crate::syntax) fn of(file: &'t str) -> Self {
        let mut found = BTreeMap::new();
        for (keyword, name, title) in file.lines().filter_map(declared) {
            let known = found.entry((keyword, title)).or_insert(Some(name));
            *known = known.filter(|known| *known == name);
        }
        Self(found)
    }

    /// The name of what is declared by this keyword with this title.
    pub(super) fn name(&self, keyword: &str, title: &str) -> Option<&'t str> {
        self.0.get(&(keyword, title)).copied().flatten()
    }
}

/// The keyword, the name and the title of a declaration that begins on this line.
fn declared(line: &str) -> Option<(&str, &str, &str)> {
    let (keyword, rest) = line.trim_start().split_once(' ')?;
    let (name, rest) = rest.trim_start().split_once(' ')?;
    let (title, _) = rest.trim_start().strip_prefix('"')?.split_once('"')?;
    let known = Declaration::KEYWORDS.contains(&keyword) && whole(R::name, name).is_some();
    known.then_some((keyword, name, title))
}

/// `business hours "Office hours"`, `extends "Standard"`: a title where the name of something that is declared belongs.
pub(super) fn in_place_of_name(
    head: Head<'_>,
    failure: &Failure,
    titles: Option<&Titles<'_>>,
) -> Option<Diagnostic> {
    let kinds = || {
        failure.expected.iter().filter_map(|what| match what {
            Expected::Value(SlotType::Ref(kind)) if Declaration::KEYWORDS.contains(kind) => Some(*kind),
            _ => None,
        })
    };
    let first = kinds().next()?;
    let title = title_at(head, failure.at)?;
    let (kind, name) = kinds().find_map(|kind| Some((kind, titles?.name(kind, title)?))).unzip();
    let place = head.span(failure.at, failure.at + title.len() + 2);
    Some(named(place, kind.unwrap_or(first), (title, name), str::to_owned))
}

/// The text in quotes at a position, on one line.
pub(super) fn title_at(head: Head<'_>, at: usize) -> Option<&str> {
    let rest = head.text.get(at..)?.strip_prefix('"')?;
    let title = &rest[..rest.find('"')?];
    prefix(R::text, &head.text[at..]).filter(|_| !title.contains('\n')).map(|_| title)
}

/// The finding about a title in the place of a name; `line` is what belongs into its place, with the name.
pub(super) fn named(
    place: Span,
    kind: &str,
    (title, name): (&str, Option<&str>),
    line: impl Fn(&str) -> String,
) -> Diagnostic {
    let message = format!("the name of {} belongs here, and not its title in quotes", article(kind));
    let finding = Diagnostic::new(&registry::SYNTAX, place, message);
    match name {
        Some(name) => {
            let meant = line(name);
            finding.label(format!("its name is `{name}`")).fix(
                format!("change it to `{meant}`"),
                true,
                place,
                meant,
            )
        }
        None => finding.label("which name has this title?").help(format!(
            "write the word that stands before the title where it is declared, as `{}` for `{kind} some-name \"{title}\"`",
            line("some-name")
        )),
    }
}
