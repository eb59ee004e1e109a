//! A policy as its author would write it.
//!
//! In: the model. Out: text. Nothing is said that the model does not know.

use super::model::{
    Columns, Cond, Fact, Grid, Key, Kind, Label, Line, Op, Policy, TableDecl, Thing, What, When,
};
use super::values::{CALENDARS, Val};
use std::fmt::Write;

/// The policy as a file.
pub fn text(policy: &Policy) -> String {
    let mut out = String::from(
        "policy tried \"Tried\" {\n  publisher \"Us\"\n  written in en\n  timezone Europe/Amsterdam\n  business hours office\n}\n\n\
         calendar office \"Office\" { open Mon..Fri 09:00..17:00; closed on holidays NL }\n\
         calendar extended \"Extended\" { open Mon..Sat 07:00..20:00; closed on holidays NL }\n\n",
    );
    for (at, fact) in policy.facts.iter().enumerate() {
        declare(policy, at, fact, &mut out);
    }
    scope(policy, &mut out);
    for table in policy.tables.iter().filter(|table| table.first) {
        declared_table(policy, table, &mut out);
    }
    for thing in &policy.things {
        declared_thing(policy, thing, &mut out);
    }
    for table in policy.tables.iter().filter(|table| !table.first) {
        declared_table(policy, table, &mut out);
    }
    out
}

fn put(out: &mut String, line: &str) {
    out.push_str(line);
    out.push('\n');
}

fn declare(policy: &Policy, at: usize, fact: &Fact, out: &mut String) {
    let keyword = match fact.kind {
        Kind::Severity => Some("severity"),
        Kind::Plan => Some("plan"),
        Kind::Request => Some("kind"),
        Kind::Channel => Some("channel"),
        Kind::Named | Kind::YesNo | Kind::Number | Kind::Date => None,
    };
    let Some(keyword) = keyword else {
        let _ = writeln!(out, "fact {0} \"The {0}\" {{", fact.name);
        match fact.kind {
            Kind::YesNo => put(out, "  yes or no"),
            Kind::Number => put(out, "  is a number"),
            Kind::Date => put(out, "  is a date"),
            Kind::Severity | Kind::Plan | Kind::Request | Kind::Channel | Kind::Named => {
                for value in &fact.values {
                    let name = value.text.unwrap_or("?");
                    let only: String = value
                        .only
                        .iter()
                        .fold(String::new(), |all, cond| all + "only when " + &words(policy, cond) + "\n");
                    let body = if only.is_empty() { String::new() } else { format!(" {{\n{only}}}") };
                    let _ = writeln!(out, "  {name} \"{name}\"{body}");
                }
            }
        }
        if let Some(grid) = &fact.derived {
            written(policy, grid, fact.name, out, |cell| {
                policy.facts[at].values[cell.0].text.unwrap_or("?").to_owned()
            });
        }
        return put(out, "}\n");
    };
    if let Some(grid) = &fact.derived {
        let _ = writeln!(out, "fact {0} \"The {0}\" {{", fact.name);
        written(policy, grid, fact.name, out, |cell| {
            policy.facts[at].values[cell.0].text.unwrap_or("?").to_owned()
        });
        put(out, "}");
    }
    for (number, value) in fact.values.iter().enumerate() {
        let name = value.text.unwrap_or("?");
        let _ = writeln!(out, "{keyword} {name} \"{name}\" {{");
        if !value.extends.is_empty() {
            let names: Vec<&str> = value.extends.iter().filter_map(|plan| fact.values[*plan].text).collect();
            let _ = writeln!(out, "  extends {}", names.join(", "));
        }
        for cond in &value.only {
            let _ = writeln!(out, "  only when {}", words(policy, cond));
        }
        if fact.kind == Kind::Plan {
            for (_, thing, grant) in policy.grants.iter().filter(|(plan, ..)| *plan == number) {
                let said = grant.value.line(What::Entitlement).replace("{}", policy.things[*thing].name);
                put_line(policy, grant, &format!("grants {said}"), out);
            }
        }
        if fact.kind == Kind::Channel {
            for (_, calendars, when) in policy.openings.iter().filter(|(channel, ..)| *channel == number) {
                let names: Vec<&str> = calendars.iter().map(|at| CALENDARS[*at]).collect();
                let _ = writeln!(out, "  open {}{}", names.join(", "), clause(policy, when.as_ref()));
            }
        }
        put(out, "}");
    }
    put(out, "");
}

fn scope(policy: &Policy, out: &mut String) {
    let Some(scope) = &policy.scope else { return };
    put(out, "scope {");
    for when in &scope.covers {
        let _ = writeln!(out, "  covers{}", clause(policy, when.as_ref()));
    }
    for (number, (when, only)) in scope.excludes.iter().enumerate() {
        let body = only
            .as_ref()
            .map_or_else(String::new, |only| format!(" {{ only when {} }}", words(policy, only)));
        let _ =
            writeln!(out, "  excludes not-{number} \"Not {number}\"{}{body}", clause(policy, when.as_ref()));
    }
    put(out, "}\n");
}

fn declared_thing(policy: &Policy, thing: &Thing, out: &mut String) {
    let keyword = match thing.what {
        What::Commitment => "commitment",
        What::Price => "price",
        What::Entitlement => "entitlement",
    };
    let _ = writeln!(out, "{keyword} {0} \"The {0}\" {{", thing.name);
    if thing.what == What::Commitment {
        put(out, "  from received\n  until responded");
    }
    for cond in &thing.only {
        let _ = writeln!(out, "  only when {}", words(policy, cond));
    }
    let grids = |out: &mut String| {
        for grid in &thing.grids {
            written(policy, grid, thing.name, out, |cell| cell.cell(thing.what).to_owned());
        }
    };
    if thing.tables_first {
        grids(out);
    }
    for line in &thing.lines {
        put_line(policy, line, line.value.line(thing.what), out);
    }
    if !thing.tables_first {
        grids(out);
    }
    put(out, "}\n");
}

fn declared_table(policy: &Policy, table: &TableDecl, out: &mut String) {
    let _ = writeln!(out, "table {0} \"The {0}\" {{", table.name);
    if let Some(only) = &table.only {
        let _ = writeln!(out, "  only when {}", words(policy, only));
    }
    let what = policy.set_by(&table.grid);
    written(policy, &table.grid, table.name, out, |cell| match what {
        Some(what) => cell.cell(what).to_owned(),
        None if cell.0 == 0 => "no".to_owned(),
        None => cell.calendars().iter().map(|at| CALENDARS[*at]).collect::<Vec<_>>().join(", "),
    });
    put(out, "}\n");
}

/// A line that gives a value: `except within 4 hours as line-1 when … { only when … }`.
fn put_line(policy: &Policy, line: &Line, said: &str, out: &mut String) {
    let except = if line.except { "except " } else { "" };
    let name = line.name.as_ref().map_or_else(String::new, |name| format!(" as {name}"));
    let body = line
        .only
        .as_ref()
        .map_or_else(String::new, |only| format!(" {{ only when {} }}", words(policy, only)));
    let _ = writeln!(out, "  {except}{said}{name}{}{body}", clause(policy, line.when.as_ref()));
}

fn clause(policy: &Policy, when: Option<&When>) -> String {
    let Some(when) = when else { return String::new() };
    format!(" {} {}", if when.unless { "unless" } else { "when" }, words(policy, &when.cond))
}

/// A condition in words.
pub fn words(policy: &Policy, cond: &Cond) -> String {
    let inner = |cond: &Cond| match cond {
        Cond::All(_) | Cond::Any(_) => format!("({})", words(policy, cond)),
        Cond::Test { .. } | Cond::Covered | Cond::Not(_) => words(policy, cond),
    };
    let joined = |parts: &[Cond], with: &str| parts.iter().map(inner).collect::<Vec<_>>().join(with);
    match cond {
        Cond::Covered => "covered".to_owned(),
        Cond::All(parts) => joined(parts, " and "),
        Cond::Any(parts) => joined(parts, " or "),
        Cond::Not(part) => format!("not {}", inner(part)),
        Cond::Test { fact, op, values } => {
            let Fact { name, kind, values: known, .. } = &policy.facts[*fact];
            let texts: Vec<&str> = values.iter().filter_map(|value| known[*value].text).collect();
            let several = if texts.len() > 1 { "one of " } else { "" };
            let date = *kind == Kind::Date;
            let op = match op {
                Op::Holds => return (*name).to_owned(),
                Op::Is => "is",
                Op::IsNot => "is not",
                Op::AtLeast => "is at least",
                Op::AtMost => "is at most",
                Op::More => {
                    if date {
                        "is after"
                    } else {
                        "is more than"
                    }
                }
                Op::Less => {
                    if date {
                        "is before"
                    } else {
                        "is less than"
                    }
                }
            };
            format!("{name} {op} {several}{}", texts.join(", "))
        }
    }
}

/// A table; `owner` is what its last column is called if it sets one thing.
fn written(policy: &Policy, grid: &Grid, owner: &str, out: &mut String, cell: impl Fn(Val) -> String) {
    let mut heads: Vec<String> = grid.keys.iter().map(|key| key_name(policy, key)).collect();
    match &grid.columns {
        Columns::Matrix { fact, labels, by } => {
            if let (true, Some(last)) = (*by, heads.last_mut()) {
                let _ = write!(last, " by {}", policy.facts[*fact].name);
            }
            heads.extend(labels.iter().map(|name| label(policy, *fact, name)));
        }
        Columns::Sets(things) => {
            heads.extend(things.iter().map(|thing| policy.things[*thing].name.to_owned()));
        }
        Columns::Result => heads.push(owner.to_owned()),
    }
    let _ = writeln!(out, "  | {} |", heads.join(" | "));
    let _ = writeln!(out, "  |{}", "---|".repeat(heads.len()));
    for (row, cells) in grid.cells.iter().enumerate() {
        let labels = grid.keys.iter().map(|key| match key {
            Key::Fact(fact, labels) => label(policy, *fact, &labels[row]),
            Key::Things(rows) => {
                rows[row].iter().map(|at| policy.things[*at].name).collect::<Vec<_>>().join(", ")
            }
            Key::Channels(rows) => {
                let channels = policy.find(Kind::Channel).map_or(&[][..], |fact| &policy.facts[fact].values);
                rows[row].iter().filter_map(|at| channels[*at].text).collect::<Vec<_>>().join(", ")
            }
        });
        let all: Vec<String> = labels.chain(cells.iter().map(|value| cell(*value))).collect();
        let _ = writeln!(out, "  | {} |", all.join(" | "));
    }
}

fn key_name(policy: &Policy, key: &Key) -> String {
    match key {
        Key::Fact(fact, _) => policy.facts[*fact].name.to_owned(),
        Key::Things(_) => "entitlement".to_owned(),
        Key::Channels(_) => "channel".to_owned(),
    }
}

fn label(policy: &Policy, fact: usize, label: &Label) -> String {
    match label {
        Label::Any => "any".to_owned(),
        Label::Other => "other".to_owned(),
        Label::Values(values) => {
            let texts: Vec<&str> =
                values.iter().filter_map(|at| policy.facts[fact].values[*at].text).collect();
            texts.join(", ")
        }
    }
}
