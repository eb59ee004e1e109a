//! Trees of tests as clauses and remarks.
//!
//! In: a tree as [`Tree::simplified`] leaves it. Out: one phrase in which no reader has to guess what belongs together:
//! "a and b", "a and either b or c", "a and b, or c".

use super::tree::{Says, Tree};
use crate::document::words::{Arg, Phrase, Wording};

/// What follows on a clause, which languages with the verb at the end write into that verb.
#[derive(Clone, Copy)]
pub(super) enum Joint {
    /// Nothing: the condition ends here.
    End,
    /// A further clause that holds as well.
    And,
    /// An alternative.
    Or,
}

impl Joint {
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::End => "end",
            Self::And => "and",
            Self::Or => "or",
        }
    }
}

/// The joint behind each of some clauses: this one, and that of the whole behind the last.
fn joints(count: usize, inner: Joint, last: Joint) -> impl Iterator<Item = Joint> {
    (1..=count).map(move |at| if at == count { last } else { inner })
}

impl Wording<'_> {
    /// The tree as a clause: `the severity is Critical and either the channel is Telephone or your plan is Premium`.
    pub(super) fn clause_of(&self, tree: &Tree) -> Phrase {
        self.clause_before(tree, Joint::End)
    }

    fn clause_before(&self, tree: &Tree, joint: Joint) -> Phrase {
        match tree {
            Tree::Test(claim) => self.claim(claim, joint),
            Tree::All(parts) => self.every_one(parts, joint),
            Tree::Any(parts) => {
                let (parts, open) = self.open_ended_last(parts.iter());
                let joints = joints(parts.len(), Joint::Or, joint);
                let simple = open < 2 && parts.iter().all(|part| matches!(part, Tree::Test(_)));
                let phrases = parts.iter().zip(joints).map(|(part, joint)| self.clause_before(part, joint));
                let key = if simple { "clauses-or" } else { "clauses-or-long" };
                let next = if simple { "clauses-next" } else { key };
                self.words.chain_by(next, key, phrases.collect::<Vec<_>>())
            }
        }
    }

    /// Parts that all hold; alternatives come late, so that nothing can be taken as one of them, and behind them what is
    /// denied as a whole, so that nothing else can be taken as denied.
    fn every_one(&self, parts: &[Tree], joint: Joint) -> Phrase {
        let is_choice = |part: &&Tree| matches!(part, Tree::Any(_));
        let (choices, plain): (Vec<&Tree>, Vec<&Tree>) = parts.iter().partition(is_choice);
        let (ordered, choices) = (plain.into_iter().chain(choices.clone()), choices.len());
        let (ordered, open) = self.open_ended_last(ordered);
        let last = match (choices, open) {
            (1, 0) => "clauses-and-either",
            (0, 0 | 1) => "clauses-and",
            _ => "clauses-and-long",
        };
        let phrases = ordered.into_iter().zip(joints(parts.len(), Joint::And, joint));
        let phrases = phrases.map(|(part, joint)| match part {
            Tree::Any(_) => self.either(part, joint),
            Tree::All(_) | Tree::Test(_) => self.clause_before(part, joint),
        });
        self.words.chain_by("clauses-next", last, phrases.collect::<Vec<_>>())
    }

    /// Parts with those at the end to which all that follows would be taken to belong, and how many these are.
    fn open_ended_last<'t>(&self, parts: impl Iterator<Item = &'t Tree>) -> (Vec<&'t Tree>, usize) {
        let is_open = |part: &&Tree| matches!(part, Tree::Test(claim) if self.is_open_ended(claim));
        let (open, mut ordered): (Vec<&Tree>, Vec<&Tree>) = parts.partition(is_open);
        let count = open.len();
        ordered.extend(open);
        (ordered, count)
    }

    fn either(&self, tree: &Tree, joint: Joint) -> Phrase {
        let Tree::Any(parts) = tree else { return self.clause_before(tree, joint) };
        let (parts, _) = self.open_ended_last(parts.iter());
        let parts = parts.iter().zip(joints(parts.len(), Joint::Or, joint)).map(|(part, joint)| match part {
            Tree::Test(_) => self.clause_before(part, joint),
            Tree::All(_) | Tree::Any(_) => {
                self.words.phrase("brackets", &[("clause", self.clause_before(part, joint).into())])
            }
        });
        let choices = self.words.chain_by("list-either-next", "list-either", parts.collect::<Vec<_>>());
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
