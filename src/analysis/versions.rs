//! Two versions of policies: which belong together, and what changed between them.
//!
//! In: analyses of both versions, with their files. Out: pairs, and whatever is asked of the comparison of a pair. A pair is
//! compared once, with the calendars and lists of holidays that each version had.

use super::{Analysis, Files, inquire};
use crate::cases::TooComplex;
use crate::compare::{Comparison, Gate, compare, one_policy};
use crate::evaluate::{Context, Customer};
use crate::hir::Clause;
use crate::time::Date;

/// One version of a policy: what is known of it, where it stands within what was named, and how its files are read.
#[derive(Clone, Copy)]
pub struct Version<'a> {
    /// What is known of it.
    pub analysis: &'a Analysis,
    /// Its path from the folder that was named; the name of the file where a file was.
    pub path: &'a str,
    /// The files of its version.
    pub files: &'a dyn Files,
}

/// A policy in one version or in both.
#[derive(Clone, Copy)]
pub enum Pair<'a> {
    /// It is in both.
    Both(Version<'a>, Version<'a>),
    /// It is gone.
    Gone(Version<'a>),
    /// It is new.
    Fresh(Version<'a>),
}

/// Whether two versions are those of one policy.
type Same = fn(&Version<'_>, &Version<'_>) -> bool;

/// The name and the titles of a policy, if it is one.
fn header<'a>(version: &Version<'a>) -> Option<&'a Clause> {
    version.analysis.program.as_ref().map(|program| &program.policy.clause)
}

fn same_name(one: &Version<'_>, other: &Version<'_>) -> bool {
    header(one).zip(header(other)).is_some_and(|(one, other)| one.name == other.name)
}

fn once_named(one: &Version<'_>, other: &Version<'_>) -> bool {
    header(one).zip(header(other)).is_some_and(|(one, other)| one_policy(one, other))
}

fn same_path(one: &Version<'_>, other: &Version<'_>) -> bool {
    one.path == other.path
}

/// The policies of two versions, matched: by name, or by a name that one of them had, and then by path; a policy alone against
/// a policy alone is the same one. Files that only lend declarations are in the policies that use them.
pub fn pairs<'a>(old: &[Version<'a>], new: &[Version<'a>]) -> Vec<Pair<'a>> {
    fn policies<'a>(of: &[Version<'a>]) -> Vec<Version<'a>> {
        of.iter().filter(|version| version.analysis.program.is_some()).copied().collect()
    }
    let (mut left, mut fresh) = (policies(old), policies(new));
    if let ([one], [other]) = (left.as_slice(), fresh.as_slice()) {
        return vec![Pair::Both(*one, *other)];
    }
    let mut both: Vec<(Version<'a>, Version<'a>)> = Vec::new();
    // A name can stand in several files; then the path says which of them it is.
    let rules: [Same; 4] =
        [|was, is| same_name(was, is) && same_path(was, is), same_name, once_named, same_path];
    for same in rules {
        fresh.retain(|version| match left.iter().position(|known| same(known, version)) {
            Some(at) => {
                both.push((left.remove(at), *version));
                false
            }
            None => true,
        });
    }
    both.sort_by(|one, other| one.1.path.cmp(other.1.path));
    let both = both.into_iter().map(|(was, is)| Pair::Both(was, is));
    let gone = left.into_iter().map(Pair::Gone);
    both.chain(gone).chain(fresh.into_iter().map(Pair::Fresh)).collect()
}

/// Compares two versions and does something with what changed; none where one of them is no policy.
pub fn compared<T>(
    old: Version<'_>,
    new: Version<'_>,
    wanted: Wanted,
    with: impl FnOnce(&Comparison<'_>, &Gate) -> T,
) -> Option<Result<T, TooComplex>> {
    let answer = inquire(old.analysis, old.files, Customer::default(), |before| {
        inquire(new.analysis, new.files, Customer::default(), |after| {
            let comparison = compare(before, after, wanted.today, wanted.tests)?;
            let gate = Gate::of(&comparison.common, &comparison.changes, wanted.announced)?;
            Ok(with(&comparison, &gate))
        })
    });
    answer.flatten()
}

/// Asks one version alone.
pub fn alone<T>(version: Version<'_>, ask: impl FnOnce(&Context<'_>) -> T) -> Option<T> {
    inquire(version.analysis, version.files, Customer::default(), ask)
}

/// What a comparison is made for.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wanted {
    /// The day on which the versions are compared.
    pub today: Option<Date>,
    /// The day on which the changes are announced.
    pub announced: Option<Date>,
    /// Whether tests are compared, which only authors see.
    pub tests: bool,
}
