//! Which facts there are: all that are declared, built in or made by what is declared, each with its values.
//!
//! In: the declarations of a policy, and the headers of its tables. Out: the facts in the order in which they were met, which
//! is the order of their dimensions; and findings about declarations that say no values or too many. A fact that is built in
//! is there only if something asks for it.

use super::facts::{ByName, FactInfo, Origin, Value, Values, answer};
use super::measure::{Measure, label_name, thresholds};
use super::named::NamedValues;
use super::table::Headers;
use crate::cases::{Cuts, Dim};
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::Audience;
use crate::resolve::{CHANGES, Mark, Resolved, VALUED, narrower, twice};
use crate::source::Span;
use crate::syntax::ast::{self, Decl, Declaration};
use crate::syntax::cell::{self, LabelWord};
use crate::value::{Name, Operand};
use rustc_hash::{FxBuildHasher, FxHashSet};
use smol_str::SmolStr;
use std::collections::{BTreeMap, BTreeSet};

/// Finds all facts with their values.
pub fn collect<'a>(
    resolved: &Resolved<'a>,
    headers: &Headers,
    findings: &mut Vec<Diagnostic>,
) -> ByName<FactInfo<'a>> {
    let mut search = Search { facts: ByName::default(), tested: tested(resolved, headers), findings };
    for placed in &resolved.declarations {
        let audience = narrower(&placed.outer, placed.declaration.audience());
        search.declaration(placed.declaration, &audience);
    }
    search.releases(resolved);
    for name in ["term", "received", "change"] {
        if search.tested.contains(name) && !search.facts.contains_key(name) {
            let values = match name {
                "term" => cut(Measure::Duration),
                "received" => cut(Measure::Date),
                _ => Values::Named(
                    CHANGES.iter().map(|value| plain(Name::new(*value, Span::default()))).collect(),
                ),
            };
            search.insert(Name::new(name, Span::default()), values, Origin::BuiltIn, Audience::Everybody);
        }
    }
    let mut facts = search.facts;
    thresholds(resolved, headers, &mut facts);
    for (at, fact) in facts.values_mut().enumerate() {
        fact.dim = Dim(u16::try_from(at).unwrap_or(u16::MAX));
    }
    facts
}

/// The named values of a declaration, and what else it says that the fact is.
fn said<'a>(decl: &'a Decl<ast::Fact>, audience: &Audience) -> (Vec<Value<'a>>, Option<Values<'a>>) {
    let mut values = Vec::new();
    let mut other = None;
    for statement in decl.body.own() {
        match &statement.kind {
            Some(ast::Fact::YesOrNo {}) => other = Some(Values::YesNo),
            Some(ast::Fact::Type { r#type }) => {
                other = Some(cut(match r#type.value.as_str() {
                    "date" => Measure::Date,
                    "number" => Measure::Number,
                    _ => Measure::Duration,
                }));
            }
            Some(ast::Fact::Value { name, text }) => {
                let audience = narrower(audience, statement.audience.as_ref());
                values.push(Value::new(name.clone(), text.as_ref(), audience));
            }
            Some(ast::Fact::Decided { .. }) | None => {}
        }
    }
    (values, other)
}

/// What is meant by the only value of a fact if it is called so.
fn called_like_a_type(name: &Name) -> Option<(&'static str, Measure)> {
    Some(match name.as_str() {
        "number" | "integer" | "amount" | "quantity" => ("number", Measure::Number),
        "date" => ("date", Measure::Date),
        "duration" => ("duration", Measure::Duration),
        _ => return None,
    })
}

/// The finding about a fact of which nothing says what it can be.
fn without_values(decl: &Decl<ast::Fact>, name: &Name) -> Diagnostic {
    Diagnostic::new(&registry::PARTIAL_FACT, name.span, format!("`{name}` has no values"))
        .label("what can it be?")
        .help(if decl.body.own().any(|statement| statement.tag == "decided") {
            "name its values; who sets a severity or priority is said in `fact severity` or `fact priority`"
        } else {
            "name its values, or write `yes or no`, `is a date`, `is a number` or `is a duration`"
        })
}

fn cut<'a>(measure: Measure) -> Values<'a> {
    Values::Cut(measure, Cuts::new([]), BTreeMap::new())
}

fn plain<'a>(name: Name) -> Value<'a> {
    Value::new(name, None, Audience::Everybody)
}

/// The names that some condition, example or table asks for.
fn tested(resolved: &Resolved<'_>, headers: &Headers) -> FxHashSet<SmolStr> {
    let conditions = resolved.parts.conditions.iter().flat_map(|condition| condition.tests());
    let mut names = FxHashSet::with_capacity_and_hasher(resolved.declarations.len(), FxBuildHasher);
    for test in conditions {
        names.insert(test.fact.text.clone());
        // In a list of facts, `channel is email, call` ends with a yes/no fact.
        names.extend(test.operands.iter().filter_map(|operand| match operand {
            Operand::Name(name) => Some(name.text.clone()),
            Operand::Text(..)
            | Operand::Number(..)
            | Operand::Duration(_)
            | Operand::Date(..)
            | Operand::Instant(..)
            | Operand::Bool(..) => None,
        }));
    }
    names.extend(resolved.parts.becomes.iter().map(|(fact, _)| fact.text.clone()));
    for header in headers.values().flat_map(|cells| cells.iter()).filter_map(|cell| cell.value.as_ref()) {
        names.extend(header.by.as_ref().map(|by| by.text.clone()));
        names.extend(header.words.iter().filter_map(|word| match word {
            LabelWord::Name(name) => Some(name.text.clone()),
            LabelWord::Text(..)
            | LabelWord::Duration(_)
            | LabelWord::Number(..)
            | LabelWord::Any(_)
            | LabelWord::Other(_)
            | LabelWord::Bool(..) => None,
        }));
    }
    names
}

struct Search<'a, 'f> {
    facts: ByName<FactInfo<'a>>,
    tested: FxHashSet<SmolStr>,
    findings: &'f mut Vec<Diagnostic>,
}

impl<'a> Search<'a, '_> {
    fn declaration(&mut self, declaration: &'a Declaration, audience: &Audience) {
        match declaration {
            Declaration::Fact(decl) => self.fact(decl, audience),
            Declaration::Process(decl) => self.process(decl, audience),
            Declaration::Section(decl) => {
                for statement in decl.body.own() {
                    let Some(name) = &statement.name else { continue };
                    if self.tested.contains(&name.text) {
                        let audience = narrower(audience, statement.audience.as_ref());
                        self.add_once(name.clone(), Values::YesNo, Origin::Duty(statement), audience);
                    }
                }
            }
            other => {
                let keyword = other.keyword();
                let (true, Some(name)) = (VALUED.contains(&keyword), other.name()) else { return };
                let fact = Name::new(keyword, name.span);
                self.insert(
                    fact,
                    Values::Named(NamedValues::default()),
                    Origin::BuiltIn,
                    Audience::Everybody,
                );
                let value = Value::new(name.clone(), other.title(), audience.clone());
                self.add_value(keyword, value);
            }
        }
    }

    /// Adds a fact unless there is one of that name.
    fn insert(&mut self, name: Name, values: Values<'a>, origin: Origin<'a>, audience: Audience) {
        self.facts.entry(name.text.clone()).or_insert_with(|| FactInfo {
            name,
            dim: Dim(0),
            values,
            origin,
            declared: None,
            audience,
            asked: Mark::default(),
            weighs: Mark::default(),
        });
    }

    /// Adds a fact whose name must be new.
    fn add_once(&mut self, name: Name, values: Values<'a>, origin: Origin<'a>, audience: Audience) {
        match self.facts.get(&name.text) {
            // Two duties of one name were reported already, and so were two processes.
            Some(first) => match (&first.origin, &origin) {
                (Origin::Duty(_), Origin::Duty(_))
                | (Origin::Process(_), Origin::Process(_))
                | (Origin::Check(_), Origin::Check(_)) => {}
                (
                    Origin::BuiltIn
                    | Origin::Declared
                    | Origin::Process(_)
                    | Origin::Check(_)
                    | Origin::Duty(_),
                    Origin::BuiltIn
                    | Origin::Declared
                    | Origin::Process(_)
                    | Origin::Check(_)
                    | Origin::Duty(_),
                ) => self.findings.push(twice("fact", &name, &first.name)),
            },
            None => self.insert(name, values, origin, audience),
        }
    }

    fn add_value(&mut self, fact: &str, value: Value<'a>) {
        if let Some(FactInfo { values: Values::Named(values), .. }) = self.facts.get_mut(fact) {
            values.add(value);
        }
    }

    fn fact(&mut self, decl: &'a Decl<ast::Fact>, audience: &Audience) {
        let Some(name) = &decl.name else { return };
        if name.as_str() == "covered" {
            self.findings.push(
                Diagnostic::new(
                    &registry::DUPLICATE_NAME,
                    name.span,
                    "there is already a fact called `covered`",
                )
                .label("this fact is what the scope says")
                .help("give it another name, or say what is covered in `scope`"),
            );
            return;
        }
        let built_in = VALUED.contains(&name.as_str());
        let (mut values, mut other) = said(decl, audience);
        let known = match name.as_str() {
            "term" => Some(cut(Measure::Duration)),
            "received" => Some(cut(Measure::Date)),
            _ => None,
        };
        if let ([value], None) = (values.as_slice(), &other)
            && let Some((kind, measure)) = called_like_a_type(&value.name)
        {
            let place = value.title.map_or(value.name.span, |title| value.name.span.to(title.span));
            let message = format!("a fact that is a {kind} says so");
            self.findings.push(
                Diagnostic::new(&registry::WRONG_TYPE, value.name.span, message)
                    .label(format!("this is a value called `{}`", value.name))
                    .fix(format!("write `is a {kind}`"), false, place, format!("is a {kind}")),
            );
            (other, values) = (Some(cut(measure)), Vec::new());
        }
        let derived = decl.body.tables().next();
        if let (Some(_), Some(first)) = (&other, values.first()) {
            self.findings.push(
                Diagnostic::new(
                    &registry::WRONG_TYPE,
                    first.name.span,
                    format!("`{name}` has named values, and is said to be something else as well"),
                )
                .label("a named value")
                .help("keep one of the two"),
            );
        }
        if values.is_empty() && other.is_none() && !built_in {
            values = derived.map(result_names).unwrap_or_default();
            // A table that answers with yes and no makes a yes/no fact, whether that is said or not.
            if !values.is_empty() && values.iter().all(|value| answer(&value.name).is_some()) {
                values.clear();
                other = Some(Values::YesNo);
            }
        }
        let nothing = values.is_empty() && other.is_none() && known.is_none() && !built_in;
        if nothing && derived.is_none() {
            self.findings.push(without_values(decl, name));
        }
        let kind = other.or(known).unwrap_or(Values::Named(NamedValues::default()));
        if let Some(first) = self.facts.get(&name.text)
            && !built_in
        {
            if !matches!(first.origin, Origin::Declared) {
                self.findings.push(twice("fact", name, &first.name));
            }
            return;
        }
        self.insert(name.clone(), kind, Origin::Declared, audience.clone());
        if let Some(info) = self.facts.get_mut(&name.text) {
            info.declared = Some((decl, audience.clone()));
            info.name = name.clone();
            if built_in {
                info.origin = Origin::BuiltIn;
                info.audience = Audience::Everybody;
            }
        }
        for value in values {
            self.add_value(name.as_str(), value);
        }
    }

    fn process(&mut self, decl: &'a Decl<ast::Process>, audience: &Audience) {
        let Some(name) = &decl.name else { return };
        self.add_once(
            name.clone(),
            Values::Named(NamedValues::default()),
            Origin::Process(decl),
            audience.clone(),
        );
        for statement in decl.body.own() {
            let audience = narrower(audience, statement.audience.as_ref());
            match &statement.kind {
                Some(ast::Process::State { name: state, text }) => {
                    self.add_value(name.as_str(), Value::new(state.clone(), text.as_ref(), audience));
                }
                // The check of this name is the scope's answer.
                Some(ast::Process::Check { name, .. }) if name.as_str() != "covered" => {
                    self.add_once(name.clone(), Values::YesNo, Origin::Check(statement), audience);
                }
                Some(
                    ast::Process::Check { .. } | ast::Process::Becomes { .. } | ast::Process::Sends { .. },
                )
                | None => {}
            }
        }
    }

    /// Releases are values when something depends on them: those of all products, in the order of their tables.
    fn releases(&mut self, resolved: &Resolved<'a>) {
        if !self.tested.contains("release") {
            return;
        }
        let mut names: Vec<Name> = Vec::new();
        let mut seen: BTreeSet<Name> = BTreeSet::new();
        let mut some_without = false;
        for placed in &resolved.declarations {
            let Declaration::Product(product) = placed.declaration else { continue };
            let mut any = false;
            for name in product.body.tables().flat_map(release_names) {
                any = true;
                if seen.insert(name.clone()) {
                    names.push(name);
                }
            }
            some_without |= !any;
        }
        if names.is_empty() {
            return;
        }
        if some_without {
            names.push(Name::new(NO_RELEASE, Span::default()));
        }
        let values = names.into_iter().map(plain).collect();
        self.insert(
            Name::new("release", Span::default()),
            Values::Named(values),
            Origin::BuiltIn,
            Audience::Everybody,
        );
    }
}

/// The value of `release` for a product that has no releases.
pub const NO_RELEASE: &str = "none";

/// The names in the first column of a product's table.
pub fn release_names(table: &ast::Table) -> Vec<Name> {
    let first = table.rows.iter().filter_map(|row| row.first());
    first
        .flat_map(|cell| cell::labels(cell).value.unwrap_or_default())
        .filter_map(|word| label_name(&word))
        .collect()
}

/// The values of a derived fact that names none itself: what its table says, in the order of the rows.
fn result_names(table: &ast::Table) -> Vec<Value<'_>> {
    let matrix =
        table.header.iter().any(|cell| cell::header(cell).value.is_some_and(|header| header.by.is_some()));
    let keys = if matrix { 1 } else { table.header.len().saturating_sub(1) };
    let mut names: Vec<Name> = Vec::new();
    for cell in table.rows.iter().flat_map(|row| row.iter().skip(keys)) {
        for name in cell::names(cell).value.unwrap_or_default() {
            if !names.contains(&name) {
                names.push(name);
            }
        }
    }
    names.into_iter().map(plain).collect()
}
