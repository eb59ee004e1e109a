//! Conditions as statements of their own: what follows in a case, and the answers to questions.
//!
//! In: a condition. Out: a sentence with a subject, without its capital and its stop: "your request has the state “Closed”".

use super::test::{Family, is_question, negation};
use super::tree::{Claim, Says, Tree};
use crate::document::words::{Arg, Phrase, Wording};
use crate::hir::Cond;
use crate::value::Condition;

impl Wording<'_> {
    /// A condition as a statement. `None` when it always holds.
    pub fn statement(&self, cond: &Cond) -> Option<Phrase> {
        self.tree(cond).map(|tree| self.statement_of(&tree))
    }

    /// The same for a condition as it is written.
    pub fn statement_of_written(&self, written: &Condition) -> Phrase {
        self.statement_of(&self.arranged(Tree::written(written, false)))
    }

    /// Whether a condition is the answer to one question.
    pub fn asks(&self, written: &Condition) -> bool {
        match self.arranged(Tree::written(written, false)) {
            Tree::Test(claim) => self.answers(&claim),
            Tree::All(_) | Tree::Any(_) => false,
        }
    }

    fn statement_of(&self, tree: &Tree) -> Phrase {
        match tree {
            Tree::Test(claim) => self.statement_of_claim(claim),
            Tree::All(parts) => self.words.commas(parts.iter().map(|part| self.statement_of(part))),
            Tree::Any(parts) => {
                let parts = parts.iter().map(|part| self.statement_of(part));
                self.words.chain_by("list-label-or", "list-label-or", parts)
            }
        }
    }

    fn statement_of_claim(&self, claim: &Claim) -> Phrase {
        let words = self.words;
        let answer = |answer: bool| Arg::from(if answer { "yes" } else { "no" });
        if let Says::Holds(holds) = claim.says {
            if claim.fact == "covered" {
                return words.phrase("example-covered", &[("answer", answer(holds))]);
            }
            if self.answers(claim) {
                let word = words.word(if holds { "yes" } else { "no" });
                let args = [("fact", Arg::from(self.fact(&claim.fact))), ("values", word.into())];
                return words.phrase("label-question", &args);
            }
        }
        if matches!(claim.says, Says::Holds(_) | Says::Unsaid) {
            return self.label_of_claim(claim);
        }
        let values = || Arg::from(self.values(claim, true));
        let not = || ("not", Arg::from(negation(claim)));
        match self.family(&claim.fact) {
            Family::Process => words.phrase("example-state", &[("values", values()), not()]),
            Family::BuiltIn if !matches!(claim.fact.as_str(), "received" | "change") => {
                let subject = words.phrase(&format!("fact-{}-subject", claim.fact), &[]);
                words.phrase("example-is", &[("fact", subject.into()), ("values", values()), not()])
            }
            Family::BuiltIn | Family::Declared => {
                let args = [
                    ("fact", Arg::from(self.fact(&claim.fact))),
                    ("values", Arg::from(self.values(claim, false))),
                    not(),
                ];
                words.phrase("label-fact-not", &args)
            }
        }
    }

    /// Whether a claim says yes or no to something that is asked.
    fn answers(&self, claim: &Claim) -> bool {
        let asked = self.fact_title(&claim.fact);
        matches!(claim.says, Says::Holds(_)) && self.duty(&claim.fact).is_none() && is_question(&asked)
    }
}
