//! What is held against a policy that has a meaning: the lints, and the layout of its file.
//!
//! In: a program with its surroundings, and which findings are wanted. Out: these, the same whether one processor looked at
//! it or, where there is very much of it, two.

use super::load::Loaded;
use super::{Files, inquire, layout};
use crate::diagnostic::{Code, Diagnostic, registry};
use crate::hir::Program;
use crate::lint::{self, Lint};
use crate::source::{FileId, Sources};
use crate::together;

/// A policy of so many bytes takes tens of milliseconds, and a second processor a tenth of one.
const MUCH: usize = 1 << 18;

/// What is looked at.
#[derive(Clone, Copy)]
pub(super) struct Judged<'a> {
    pub(super) program: &'a Program,
    /// The file of the policy.
    pub(super) root: FileId,
    pub(super) sources: &'a Sources,
    pub(super) files: &'a dyn Files,
}

/// Looks at a policy, and lets go of its trees: the program says all that they say, and there may be many megabytes of them.
pub(super) fn judge(
    judged: Judged<'_>,
    trees: Vec<Loaded>,
    wanted: &(dyn Fn(&Code) -> bool + Sync),
) -> Vec<Diagnostic> {
    let written: usize = judged.sources.iter().map(|(_, source)| source.text().len()).sum();
    if written < MUCH {
        drop(trees);
        let mut found = judged.lints(|lint| wanted(lint.code));
        found.extend(judged.layout(wanted));
        return found;
    }
    let_go(trees);
    // Reading the words is done once, and is about half of all.
    let words = || judged.lints(|lint| lint.reads_words && wanted(lint.code));
    let (mut found, others) = together::both(true, words, || {
        let mut found = judged.lints(|lint| !lint.reads_words && wanted(lint.code));
        found.extend(judged.layout(wanted));
        found
    });
    found.extend(others);
    found
}

/// Lets go of trees before anything else asks for memory, each half on a processor of its own.
fn let_go(mut trees: Vec<Loaded>) {
    let halves: Vec<_> =
        trees.iter_mut().map(|tree| tree.file.items.split_off(tree.file.items.len() / 2)).collect();
    together::both(true, || drop(trees), || drop(halves));
}

impl Judged<'_> {
    fn lints(self, wanted: impl Fn(&Lint) -> bool) -> Vec<Diagnostic> {
        let lists = inquire::lists(self.sources, self.files);
        let context = lint::Context::new(self.program, self.sources, self.files.today(), &lists);
        lint::run_those(&context, wanted)
    }

    fn layout(self, wanted: &dyn Fn(&Code) -> bool) -> Option<Diagnostic> {
        wanted(&registry::UNTIDY_LAYOUT).then(|| layout::check(self.root, self.sources.get(self.root)))?
    }
}

#[cfg(test)]
mod tests {
    use super::MUCH;
    use crate::analysis::{Memory, analyse};
    use crate::config::{Choice, Levels, Settings};
    use crate::diagnostic::Level;

    #[test]
    fn two_processors_find_what_one_finds() {
        let faulty = "policy desk \"Desk\" {\n  effective 2026-01-01\n  publisher \"Desk\"\n  written in en\n  timezone UTC\n}\n\n\
            severity high \"High\"\nseverity low \"Low\"\nplan spare   \"Spare\"\n\n\
            section words \"Words\" {\n  \"We answer ASAP. \"\n}\n\n\
            commitment answer \"Answer\" {\n  from received\n  until responded\n  within 8 hours when severity is high\n  \
            within 4 hours when severity is low\n}\n";
        let levels = Levels::from([("untidy-layout", Choice::At(Level::Advice))]);
        let settings = Settings { levels, ..Settings::default() };
        let found = |padding: usize| {
            let mut files = Memory::default();
            files.insert("a.policy", format!("{faulty}\n{}", "# Nothing.\n".repeat(padding)));
            let analysis = analyse("a.policy", &files, &settings);
            let lines = analysis
                .findings
                .iter()
                .map(|found| format!("{} {:?} {}", found.code.name, found.span.start, found.message));
            lines.collect::<Vec<_>>()
        };
        let (alone, beside) = (found(1), found(MUCH / 10));
        assert_eq!(alone, beside);
        let told = |code: &str| alone.iter().any(|line| line.starts_with(code));
        for code in ["vague-promise", "slower-on-graver-severity", "untidy-layout"] {
            assert!(told(code), "{code}: {alone:#?}");
        }
    }
}
