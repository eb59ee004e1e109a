//! What each column of a table says.
//!
//! In: the names of the columns, and what the caller says of some of them. Out: a role for each; names that are spelt a little
//! differently are understood, and what was understood can be said. Columns without a role are kept as they are.

use super::super::context::Context;
use super::super::problem::Problem;
use super::super::read::{self, EVENTS};
use crate::cases::Dim;
use crate::diagnostic::nearest;
use crate::source::Span;
use crate::value::Name;

/// What a column says of each case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Role {
    /// The value of a fact.
    Fact(Dim),
    /// When the request was received.
    Received,
    /// When an event happened, or a state was entered.
    Event(Name),
    /// When a fact got this value.
    Becomes {
        /// The fact.
        dim: Dim,
        /// The value, by name.
        value: String,
    },
    /// The instant that states are asked for.
    At,
    /// Nothing that the policy knows.
    Kept,
}

/// The roles of all columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mapping {
    columns: Vec<String>,
    roles: Vec<Role>,
    /// The roles that were given by the caller.
    said: Vec<Role>,
}

/// Other names that a column for the receipt has in exports of help desks.
const RECEIVED: [&str; 9] = [
    "received",
    "received-at",
    "created",
    "created-at",
    "create-date",
    "created-date",
    "opened",
    "opened-at",
    "submitted-at",
];

impl Mapping {
    /// Gives each column a role: what is said of it (`COLUMN=ROLE`), otherwise what its name says.
    pub fn of(context: &Context<'_>, columns: &[String], said: &[String]) -> Result<Self, Problem> {
        let mut roles: Vec<Option<Role>> = vec![None; columns.len()];
        let mut given = Vec::new();
        for words in said {
            let (column, role) = told(context, columns, words)?;
            if roles[column].is_some() {
                let name = &columns[column];
                return Err(Problem::new(format!("column `{name}` is given two roles"))
                    .help("say of each column once what it is"));
            }
            given.push(role.clone());
            roles[column] = Some(role);
        }
        for (column, name) in columns.iter().enumerate() {
            if roles[column].is_some() {
                continue;
            }
            // Who says which column it is has chosen among those that could be.
            roles[column] = guessed(context, name).filter(|role| !given.contains(role));
        }
        let roles: Vec<Role> = roles.into_iter().map(|role| role.unwrap_or(Role::Kept)).collect();
        for (at, role) in roles.iter().enumerate() {
            if *role != Role::Kept && roles[..at].contains(role) {
                let first = roles.iter().position(|one| one == role).unwrap_or(at);
                return Err(both(context, &columns[first], &columns[at], role));
            }
        }
        Ok(Self { columns: columns.to_vec(), roles, said: given })
    }

    /// Whether another column of this name would say something of the case.
    pub(super) fn would_say(&self, context: &Context<'_>, name: &str) -> bool {
        guessed(context, name).is_some_and(|role| !self.said.contains(&role))
    }

    /// The names of the columns.
    pub fn columns(&self) -> &[String] {
        &self.columns
    }

    /// The role of each column.
    pub fn roles(&self) -> &[Role] {
        &self.roles
    }

    /// Whether some column is one that the policy knows.
    pub fn says_something(&self) -> bool {
        self.roles.iter().any(|role| *role != Role::Kept)
    }

    /// What was understood, a line for each column that has a role, and one for all others.
    pub fn lines(&self, context: &Context<'_>) -> Vec<String> {
        let pairs = || self.columns.iter().zip(&self.roles);
        let mut lines: Vec<String> = pairs()
            .filter(|(_, role)| **role != Role::Kept)
            .map(|(column, role)| format!("`{column}` is {}", words(context, role)))
            .collect();
        let kept: Vec<String> = pairs()
            .filter(|(_, role)| **role == Role::Kept)
            .take(MOST_NAMED)
            .map(|(column, _)| format!("`{column}`"))
            .collect();
        let count = pairs().filter(|(_, role)| **role == Role::Kept).count();
        if count > kept.len() {
            lines.push(format!("{} and {} more are kept as they are", kept.join(", "), count - kept.len()));
        } else if !kept.is_empty() {
            let are = if count == 1 { "is kept as it is" } else { "are kept as they are" };
            lines.push(format!("{} {are}", kept.join(", ")));
        }
        lines
    }
}

/// The problem that two columns say the same of each case.
fn both(context: &Context<'_>, first: &str, second: &str, role: &Role) -> Problem {
    let words = words(context, role);
    if first == second {
        return Problem::new(format!("two columns are called `{first}`, and each would be {words}"))
            .help("give one of them another name");
    }
    Problem::new(format!("columns `{first}` and `{second}` both are {words}"))
        .help(format!("say which one is not, as in `--map \"{second}=-\"`"))
}

/// How many columns without a role are named.
const MOST_NAMED: usize = 8;

fn words(context: &Context<'_>, role: &Role) -> String {
    let fact = |dim: &Dim| context.names(&[*dim]).join("");
    match role {
        Role::Fact(dim) => format!("the fact `{}`", fact(dim)),
        Role::Received => "when the request was received".to_owned(),
        Role::Event(name) => format!("when `{name}` happened"),
        Role::Becomes { dim, value } => format!("when `{}` became `{value}`", fact(dim)),
        Role::At => "the time at which states are asked for".to_owned(),
        Role::Kept => "kept as it is".to_owned(),
    }
}

/// Reads `COLUMN=ROLE`; a name of a column may hold equals signs.
fn told(context: &Context<'_>, columns: &[String], words: &str) -> Result<(usize, Role), Problem> {
    let splits = words.match_indices('=').map(|(at, _)| (&words[..at], &words[at + 1..]));
    for (column, role) in splits {
        if let Some(column) = columns.iter().position(|known| known == column.trim()) {
            let name = &columns[column];
            if columns[column + 1..].contains(name) {
                return Err(Problem::new(format!("two columns are called `{name}`"))
                    .help("give one of them another name, so that it is clear which is meant"));
            }
            return Ok((column, spelt(context, role.trim())?));
        }
    }
    let Some((column, _)) = words.split_once('=') else {
        return Err(Problem::new(format!("`{words}` does not say what the column is"))
            .help("write `--map COLUMN=FACT`, as in `--map Priority=severity`"));
    };
    Err(Problem::new(format!("there is no column `{column}`"))
        .near(column, columns.iter().map(String::as_str)))
}

fn spelt(context: &Context<'_>, role: &str) -> Result<Role, Problem> {
    match role {
        "-" => return Ok(Role::Kept),
        "received" => return Ok(Role::Received),
        "at" => return Ok(Role::At),
        _ => {}
    }
    if let Some((fact, value)) = role.split_once('=') {
        let dim = context.program.space.dim(fact);
        if let Some((dim, known)) = dim.and_then(|dim| Some((dim, context.fact(dim)?))) {
            let (_, _, value) = read::value_of(context, dim, known, value)?;
            return Ok(Role::Becomes { dim, value });
        }
    }
    if let Some(role) = exact(context, role) {
        return Ok(role);
    }
    let problem = Problem::new(format!("`{role}` is no fact and no event of this policy"));
    Err(match nearest(role, names(context)) {
        Some(near) => problem.help(format!("did you mean `{near}`?")),
        None => problem.help("a column is a fact, an event, `received`, `at`, or `-` for none of them"),
    })
}

fn names<'a>(context: &Context<'a>) -> impl Iterator<Item = &'a str> {
    let program = context.program;
    let states = program.processes.values().flat_map(|process| &process.states);
    let facts = program.facts.keys().map(Name::as_str);
    facts
        .chain(EVENTS)
        .chain(program.events.keys().map(Name::as_str))
        .chain(states.map(|state| state.clause.name.as_str()))
}

/// The fact or event of exactly this name. A process is a fact, its states are events.
fn exact(context: &Context<'_>, name: &str) -> Option<Role> {
    if let Some(dim) = context.program.space.dim(name).filter(|_| context.program.facts.contains_key(name)) {
        return Some(Role::Fact(dim));
    }
    names(context).any(|known| known == name).then(|| Role::Event(Name::new(name, Span::default())))
}

/// What a name says by itself, however it is spelt: `Created At`, `first_responded_at`, `Severity`.
fn guessed(context: &Context<'_>, column: &str) -> Option<Role> {
    let plain: String = column
        .trim()
        .chars()
        .map(|c| if c.is_alphanumeric() { c } else { '-' })
        .flat_map(char::to_lowercase)
        .collect();
    let plain = plain.trim_matches('-');
    if RECEIVED.contains(&plain) {
        return Some(Role::Received);
    }
    if matches!(plain, "at" | "as-of" | "now") {
        return Some(Role::At);
    }
    let without = plain.strip_suffix("-at").or_else(|| plain.strip_suffix("-time"));
    let titled =
        |title: &crate::value::Text| title.pieces().any(|piece| piece.content.to_lowercase() == plain);
    exact(context, plain)
        .or_else(|| exact(context, without?).filter(|role| matches!(role, Role::Event(_))))
        .or_else(|| {
            let facts = context.program.facts.values();
            let fact = facts.into_iter().find(|fact| fact.clause.title.as_deref().is_some_and(titled))?;
            context.program.space.dim(fact.clause.name.as_str()).map(Role::Fact)
        })
}
