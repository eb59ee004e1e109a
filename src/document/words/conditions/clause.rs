//! Trees of tests as clauses and remarks.
//!
//! In: a tree as [`Tree::simplified`] leaves it. Out: one phrase in which no reader has to guess what belongs together:
//! "a and b", "a and either b or c", "a and b, or c".

use super::tree::{Says, Tree};
use crate::document::words::{Arg, Phrase, Wording};

impl Wording<'_> {
    /// The tree as a clause: `the severity is Critical and either the channel is Telephone or your plan is Premium`.
    pub(super) fn clause_of(&self, tree: &Tree) -> Phrase {
        match tree {
            Tree::Test(claim) => self.claim(claim),
            Tree::All(parts) => self.every_one(parts),
            Tree::Any(parts) => {
                let parts: Vec<(bool, Phrase)> =
                    parts.iter().map(|part| (matches!(part, Tree::Test(_)), self.clause_of(part))).collect();
                let key = if parts.iter().all(|(simple, _)| *simple) { "list-or" } else { "list-or-long" };
                let next = if key == "list-or" { "list-next" } else { key };
                self.words.chain_by(next, key, parts.into_iter().map(|(_, phrase)| phrase))
            }
        }
    }

    /// Parts that all hold; alternatives come last, so that nothing can be taken as one of them.
    fn every_one(&self, parts: &[Tree]) -> Phrase {
        let is_choice = |part: &&Tree| matches!(part, Tree::Any(_));
        let plain = parts.iter().filter(|part| !is_choice(part)).map(|part| self.clause_of(part));
        let choices: Vec<Phrase> = parts.iter().filter(is_choice).map(|part| self.either(part)).collect();
        let last = if choices.len() > 1 { "list-and-long" } else { "list-and" };
        self.words.chain(last, plain.collect::<Vec<_>>().into_iter().chain(choices))
    }

    fn either(&self, tree: &Tree) -> Phrase {
        let Tree::Any(parts) = tree else { return self.clause_of(tree) };
        let parts = parts.iter().map(|part| match part {
            Tree::Test(_) => self.clause_of(part),
            Tree::All(_) | Tree::Any(_) => {
                self.words.phrase("brackets", &[("clause", self.clause_of(part).into())])
            }
        });
        let choices = self.words.chain_by("list-either-next", "list-either", parts);
        self.words.phrase("either", &[("choices", choices.into())])
    }

    /// The tree as a remark, `on Premium, for Critical requests`, where every test in it has such a form.
    pub(super) fn remark_of(&self, tree: &Tree) -> Option<Phrase> {
        match tree {
            Tree::Test(claim) => self.remark(claim),
            Tree::All(parts) => {
                let parts: Option<Vec<Phrase>> = parts
                    .iter()
                    .map(|part| match part {
                        Tree::Test(claim) => self.remark(claim),
                        Tree::All(_) | Tree::Any(_) => None,
                    })
                    .collect();
                parts.map(|parts| self.words.commas(parts))
            }
            Tree::Any(_) => None,
        }
    }

    /// The tree as a label: `Critical, Premium`; alternatives that are more than a word are divided by semicolons.
    pub(super) fn label_of(&self, tree: &Tree) -> Phrase {
        match tree {
            Tree::Test(claim) => match &claim.says {
                Says::Unsaid => self.words.phrase("cases-unsaid", &[]),
                Says::Holds(_) | Says::OneOf { .. } | Says::Compare(..) | Says::Between(..) => {
                    self.label_of_claim(claim)
                }
            },
            Tree::All(parts) => self.words.commas(parts.iter().map(|part| match part {
                Tree::Any(_) => self.words.phrase("brackets", &[("clause", Arg::from(self.label_of(part)))]),
                Tree::All(_) | Tree::Test(_) => self.label_of(part),
            })),
            Tree::Any(parts) => {
                let simple = parts.iter().all(|part| matches!(part, Tree::Test(_)));
                let (next, last) =
                    if simple { ("list-next", "list-or") } else { ("list-label-or", "list-label-or") };
                self.words.chain_by(next, last, parts.iter().map(|part| self.label_of(part)))
            }
        }
    }
}
