//! Conditions as words.
//!
//! In: a condition as written, or the exact set of cases where nothing was written. Out: it as a clause ("your plan is
//! Premium"), with its conjunction ("if your plan is Premium", "unless …"), as a short remark ("on Premium"), or as a
//! label ("Critical, Premium"). What brackets say in the source, commas and "either" say here.

mod clause;
mod from_cases;
mod statement;
mod test;
mod tree;

use super::{Phrase, Wording};
use crate::cases::CaseSet;
use crate::hir::Cond;
use crate::value::Condition;
use tree::Tree;

impl Wording<'_> {
    /// A condition as a clause: `your plan is Premium`. `None` when it always holds.
    pub fn condition(&self, cond: &Cond) -> Option<Phrase> {
        self.tree(cond).map(|tree| self.clause_of(&tree))
    }

    /// A condition with its conjunction: `if your plan is Premium`, `unless the channel is Telephone`. `None` when it
    /// always holds.
    pub fn when(&self, cond: &Cond) -> Option<Phrase> {
        if let Some(Condition::Not(inner, _)) = cond.written.as_deref() {
            let clause = self.clause_of(&self.arranged(Tree::written(inner, false)));
            return Some(self.words.phrase("unless", &[("clause", clause.into())]));
        }
        let clause = self.condition(cond)?;
        Some(self.words.phrase("if", &[("clause", clause.into())]))
    }

    /// A condition as a remark: `on Standard and Premium`, `for Critical requests`, or with its conjunction where there is
    /// no shorter way to say it. `None` when it always holds.
    pub fn on(&self, cond: &Cond) -> Option<Phrase> {
        let tree = self.tree(cond)?;
        self.remark_of(&tree).or_else(|| self.when(cond))
    }

    /// A statement in its condition: `within 4 hours if your plan is Premium`. Whether the condition stands behind the
    /// statement or before it, and with which comma, is for the language.
    pub fn conditioned(&self, statement: Phrase, cond: &Cond) -> Phrase {
        let is_exception = matches!(cond.written.as_deref(), Some(Condition::Not(..)));
        let kind = if is_exception { "unless" } else { "if" };
        self.joined("statement-if", kind, statement, self.when(cond))
    }

    /// The same with a remark where there is one: `within 4 hours on Premium`.
    pub fn remarked(&self, statement: Phrase, cond: &Cond) -> Phrase {
        match self.tree(cond).and_then(|tree| self.remark_of(&tree)) {
            Some(remark) => self.joined("statement-on", "on", statement, Some(remark)),
            None => self.conditioned(statement, cond),
        }
    }

    /// Whether a condition has a short remark rather than a clause.
    pub fn has_remark(&self, cond: &Cond) -> bool {
        self.tree(cond).is_some_and(|tree| self.remark_of(&tree).is_some())
    }

    fn joined(&self, key: &str, kind: &'static str, statement: Phrase, when: Option<Phrase>) -> Phrase {
        match when {
            None => statement,
            Some(when) if statement.is_empty() => when,
            Some(when) => {
                let args = [("statement", statement.into()), ("when", when.into()), ("kind", kind.into())];
                self.words.phrase(key, &args)
            }
        }
    }

    /// A condition as a label, for captions and narrow tables: `Critical, Premium`. `None` when it always holds.
    pub fn label(&self, cond: &Cond) -> Option<Phrase> {
        self.tree(cond).map(|tree| self.label_of(&tree))
    }

    /// A condition that stands for itself, as in the case of an example, as a label.
    pub fn label_of_written(&self, written: &Condition) -> Phrase {
        self.label_of(&self.arranged(Tree::written(written, false)))
    }

    /// A set of cases as a clause. `None` when it holds every case that can exist.
    pub fn cases(&self, cases: &CaseSet) -> Option<Phrase> {
        self.condition(&Cond { written: None, cases: cases.clone() })
    }

    /// A set of cases as a label. `None` when it holds every case that can exist.
    pub fn label_of_cases(&self, cases: &CaseSet) -> Option<Phrase> {
        self.label(&Cond { written: None, cases: cases.clone() })
    }

    fn tree(&self, cond: &Cond) -> Option<Tree> {
        let tree = match &cond.written {
            Some(written) => Tree::written(written, false),
            None => self.tree_of_cases(&cond.cases),
        };
        let tree = self.arranged(tree);
        (!tree.is_always()).then_some(tree)
    }

    fn arranged(&self, tree: Tree) -> Tree {
        self.named_orders(tree).simplified()
    }
}
