//! From trees to names: what the files of one policy declare, in order, and what each name is the name of.
//!
//! In: the trees of a policy and of every file that it uses, the policy first. Out: all declarations with the audience
//! of the place where they stand, the symbols by kind, and findings about names that are declared twice. The trees stay
//! as they are. What a name in a statement refers to is looked up where the statement is understood, in `check`.

mod audiences;
mod looks;
mod mark;
mod symbols;
mod unclear;
mod walk;
mod words;

pub use mark::Mark;
pub use symbols::{ALWAYS, CHANGES, EVENTS, FACTS, PARTIES, Symbol, Symbols, VALUED, built_in, usual_name};
pub use unclear::difference;
pub use walk::{Parts, Said, narrower};
pub use words::one;

use crate::diagnostic::{Diagnostic, registry};
use crate::hir::Audience;
use crate::source::FileId;
use crate::syntax::ast::{self, Body, Declaration, Entry, Item, Statement};
use crate::together;
use crate::value::{Name, Text};
use std::collections::BTreeMap;

/// A declaration and where it stands.
#[derive(Clone, Debug)]
pub struct Placed<'a> {
    /// The declaration.
    pub declaration: &'a Declaration,
    /// For whom the section is that it stands in.
    pub outer: Audience,
    /// Whether it stands in the file that was asked for, not in one that is used.
    pub entry: bool,
}

/// Everything that the files declare.
#[derive(Debug, Default)]
pub struct Resolved<'a> {
    /// All declarations in the order of the files, what stands in a section after that section.
    pub declarations: Vec<Placed<'a>>,
    /// The same by kind and name.
    pub symbols: Symbols<'a>,
    /// Texts, conditions and tables of all of them.
    pub parts: Parts<'a>,
    /// What is wrong with the names.
    pub findings: Vec<Diagnostic>,
}

/// Where so many declarations stand outside of sections, a second processor helps.
const MANY: usize = 512;

/// Collects what the files declare; the file that was asked for comes first.
pub fn resolve<'a>(files: &[(FileId, &'a ast::File)]) -> Resolved<'a> {
    let mut resolved = Resolved::default();
    // Sections and facts hold about as much as stands beside them.
    let items: usize = files.iter().map(|(_, file)| file.items.len()).sum();
    resolved.symbols.reserve(items * 2);
    resolved.declarations.reserve(items * 2);
    let ((), parts) = together::both(items > MANY, || names(&mut resolved, files), || parts(files));
    resolved.parts = parts;
    resolved.check_singles();
    resolved.check_audiences();
    resolved.findings.extend(unclear::unclear(&resolved.symbols));
    resolved
}

/// What the files declare, and what is called by which name.
fn names<'a>(resolved: &mut Resolved<'a>, files: &[(FileId, &'a ast::File)]) {
    for (at, (_, file)) in files.iter().enumerate() {
        for declaration in declarations(file) {
            resolved.place(declaration, &Audience::Everybody, at == 0);
        }
    }
}

/// What all declarations carry.
fn parts<'a>(files: &[(FileId, &'a ast::File)]) -> Parts<'a> {
    let mut parts = Parts::default();
    for declaration in files.iter().flat_map(|(_, file)| declarations(file)) {
        walk::walk(declaration, &Audience::Everybody, &mut parts);
    }
    parts
}

fn declarations(file: &ast::File) -> impl Iterator<Item = &Declaration> {
    file.items.iter().filter_map(|item| match item {
        Item::Declaration(declaration) => Some(declaration),
        Item::Use(_) => None,
    })
}

impl<'a> Resolved<'a> {
    fn place(&mut self, declaration: &'a Declaration, outer: &Audience, entry: bool) {
        self.declarations.push(Placed { declaration, outer: outer.clone(), entry });
        let audience = narrower(outer, declaration.audience());
        if let Some(name) = declaration.name() {
            self.add(declaration.keyword(), name, declaration.title(), &audience, None);
        }
        match declaration {
            Declaration::Section(section) => {
                for entry_ in &section.body.entries {
                    match entry_ {
                        Entry::Declaration(inner) => self.place(inner, &audience, entry),
                        Entry::Own(statement) => self.duty(statement, &audience),
                        Entry::Common(_) | Entry::Table(_) => {}
                    }
                }
            }
            Declaration::Fact(fact) => self.values(&fact.body, fact.name.as_ref(), &audience),
            Declaration::Process(process) => self.states(&process.body, process.name.as_ref(), &audience),
            Declaration::Scope(scope) => self.scope(&scope.body, &audience),
            Declaration::Policy(_)
            | Declaration::Calendar(_)
            | Declaration::Severity(_)
            | Declaration::Priority(_)
            | Declaration::Kind(_)
            | Declaration::Region(_)
            | Declaration::Language(_)
            | Declaration::Phase(_)
            | Declaration::Entitlement(_)
            | Declaration::Event(_)
            | Declaration::Definition(_)
            | Declaration::Plan(_)
            | Declaration::Channel(_)
            | Declaration::Offer(_)
            | Declaration::Commitment(_)
            | Declaration::Table(_)
            | Declaration::Escalation(_)
            | Declaration::Queue(_)
            | Declaration::Price(_)
            | Declaration::Product(_)
            | Declaration::Maintenance(_)
            | Declaration::Availability(_)
            | Declaration::Changes(_)
            | Declaration::Role(_)
            | Declaration::Party(_)
            | Declaration::Document(_)
            | Declaration::Question(_)
            | Declaration::Catalogue(_)
            | Declaration::Example(_)
            | Declaration::Test(_)
            | Declaration::Ensure(_) => {}
        }
    }

    fn add(
        &mut self,
        keyword: &'static str,
        name: &'a Name,
        title: Option<&'a Text>,
        audience: &Audience,
        owner: Option<&'a Name>,
    ) {
        let symbol = Symbol {
            keyword,
            name,
            title,
            audience: audience.clone(),
            owner,
            named: Mark::default(),
            named_outside: Mark::default(),
        };
        if let Err(first) = self.symbols.add(symbol) {
            let finding = twice(keyword, name, first.name);
            self.findings.push(finding);
        }
    }

    /// A duty with a name is a fact, so it shares the names of facts.
    fn duty(&mut self, statement: &'a Statement<ast::Section>, outer: &Audience) {
        let Some(name) = &statement.name else { return };
        let text = statement.kind.as_ref().map(|kind| match kind {
            ast::Section::DutyOfUs { text, .. } | ast::Section::Duty { text, .. } => &**text,
        });
        self.add("duty", name, text, &narrower(outer, statement.audience.as_ref()), None);
    }

    fn values(&mut self, body: &'a Body<ast::Fact>, owner: Option<&'a Name>, outer: &Audience) {
        let mut seen: BTreeMap<&str, &Name> = BTreeMap::new();
        for statement in body.own() {
            let Some(ast::Fact::Value { name, text }) = &statement.kind else { continue };
            if let Some(first) = seen.insert(name.as_str(), name) {
                self.findings.push(twice("value", name, first));
                continue;
            }
            let audience = narrower(outer, statement.audience.as_ref());
            // Two facts may have values of one name, so only the first is found by its name alone.
            let (title, named) = (text.as_ref(), Mark::default());
            let symbol = Symbol {
                keyword: "value",
                name,
                title,
                audience,
                owner,
                named,
                named_outside: Mark::default(),
            };
            let _ = self.symbols.add(symbol).is_ok();
        }
    }

    fn states(&mut self, body: &'a Body<ast::Process>, owner: Option<&'a Name>, outer: &Audience) {
        for statement in body.own() {
            let audience = narrower(outer, statement.audience.as_ref());
            match &statement.kind {
                Some(ast::Process::State { name, text }) => {
                    self.add("state", name, text.as_ref(), &audience, owner);
                }
                Some(ast::Process::Check { name, text, .. }) => {
                    self.add("check", name, text.as_ref(), &audience, owner);
                }
                Some(ast::Process::Becomes { .. } | ast::Process::Sends { .. }) | None => {}
            }
        }
    }

    fn scope(&mut self, body: &'a Body<ast::Scope>, outer: &Audience) {
        for statement in body.own() {
            let audience = narrower(outer, statement.audience.as_ref());
            match &statement.kind {
                Some(ast::Scope::Covers { name: Some(name), text }) => {
                    self.add("coverage", name, text.as_ref(), &audience, None);
                }
                Some(ast::Scope::Excludes { name, text }) => {
                    self.add("exclusion", name, Some(text), &audience, None);
                }
                Some(ast::Scope::Covers { name: None, .. }) | None => {}
            }
        }
    }

    /// What a policy has at most once: its header, scope, queue, the clause about changes, and one of two words.
    fn check_singles(&mut self) {
        for keyword in ["policy", "scope", "queue", "changes"] {
            let mut all = self.declarations.iter().filter(|placed| placed.declaration.keyword() == keyword);
            let Some(first) = all.next() else { continue };
            for again in all {
                self.findings.push(
                    Diagnostic::new(
                        &registry::REPEATED_DECLARATION,
                        again.declaration.mark(),
                        format!("a policy has one `{keyword}`"),
                    )
                    .label("the second one")
                    .related(first.declaration.mark(), "the first one")
                    .help("bring both together in one place"),
                );
            }
        }
        let first = |keyword: &str| self.symbols.declared().iter().find(|symbol| symbol.keyword == keyword);
        let (severity, priority) = (first("severity"), first("priority"));
        if let (Some(severity), Some(priority)) = (severity, priority) {
            let (first, second) = if severity.name.span <= priority.name.span {
                (severity, priority)
            } else {
                (priority, severity)
            };
            let finding = Diagnostic::new(
                &registry::SEVERITY_AND_PRIORITY,
                second.name.span,
                "a policy says either `severity` or `priority`, not both",
            )
            .label(format!("`{}` here", second.keyword))
            .related(first.name.span, format!("`{}` here", first.keyword))
            .help("choose one of the two words and use it everywhere");
            self.findings.push(finding);
        }
    }
}

/// The finding about a name that is declared twice.
pub fn twice(keyword: &str, name: &Name, first: &Name) -> Diagnostic {
    Diagnostic::new(
        &registry::DUPLICATE_NAME,
        name.span,
        format!("there is already {} called `{name}`", one(keyword)),
    )
    .label("declared again")
    .related(first.span, "first declared here")
    .help("give one of them another name")
}
