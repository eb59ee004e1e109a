//! Names that are looked up: what has them, and what is said where nothing does.
//!
//! In: a name as written, and which kinds of things it may mean. Out: what has it; or a finding that nothing has, with the
//! nearest name that there is, that something of another kind has it, or that it is for fewer readers than the clause that
//! relies on it.

use super::context::Context;
use crate::diagnostic::{Diagnostic, nearest, registry};
use crate::hir::{Audience, Ref};
use crate::resolve::{Symbol, built_in, difference, one, usual_name};
use crate::source::Span;
use crate::syntax::cell::{instead_of_amount, not_known_yet, says_no_hours};
use crate::value::Name;

impl Context<'_> {
    /// Whether there is something of one of these kinds with this name; reports when there is not.
    pub fn known(&mut self, kinds: &[&'static str], name: &Name) -> bool {
        self.find(kinds, name).is_some()
    }

    /// The kind of what has this name, among these kinds.
    pub fn find(&mut self, kinds: &[&'static str], name: &Name) -> Option<&'static str> {
        let symbols = self.symbols();
        if let Some(symbol) = symbols.first_of(kinds, name.as_str()) {
            self.names_symbol(symbol, name);
            return Some(symbol.keyword);
        }
        if let Some(kind) = kinds.iter().find(|kind| built_in(kind).contains(&name.as_str())) {
            self.always |= *kind == "calendar";
            return Some(kind);
        }
        if kinds.contains(&"event")
            && let Some((fact, _)) = name.as_str().split_once(' ')
        {
            return self.fact(&Name::new(fact, name.span)).map(|_| "event");
        }
        let finding = not_known_yet(name).unwrap_or_else(|| self.absent(kinds, name));
        if finding.code == &registry::UNKNOWN_NAME {
            self.report_absent(name, finding);
        } else {
            self.report(finding);
        }
        None
    }

    /// The names of a list that exist.
    pub fn names(&mut self, kinds: &[&'static str], names: &[Name]) -> Vec<Name> {
        names.iter().filter(|name| self.known(kinds, name)).cloned().collect()
    }

    /// The name, if it exists.
    pub fn name(&mut self, kinds: &[&'static str], name: &Name) -> Option<Name> {
        self.known(kinds, name).then(|| name.clone())
    }

    /// What has this name among these kinds, if it exists.
    pub fn one_of(&mut self, kinds: &[&'static str], name: &Name) -> Option<Ref> {
        self.find(kinds, name).map(|keyword| Ref { keyword, name: name.clone() })
    }

    /// What something of any kind is that has this name, sections last.
    pub fn any(&mut self, name: &Name) -> Option<Ref> {
        let named = self.symbols().named(name.as_str());
        let found = named.iter().find(|symbol| symbol.keyword != "section").or(named.first());
        if let Some(symbol) = found {
            self.names_symbol(symbol, name);
            return Some(Ref { keyword: symbol.keyword, name: name.clone() });
        }
        if let Some(slip) = not_known_yet(name) {
            self.report(slip);
            return None;
        }
        let finding =
            Diagnostic::new(&registry::UNKNOWN_NAME, name.span, format!("nothing here is called `{name}`"));
        let finding = suggested(finding, name, self.sparingly(self.symbols().all_names()));
        self.report_absent(name, finding);
        None
    }

    /// The finding about a name that nothing of these kinds has.
    fn absent(&self, kinds: &[&'static str], name: &Name) -> Diagnostic {
        let expected = kinds.first().copied().unwrap_or("name");
        let elsewhere = self.symbols().named(name.as_str());
        if let Some(other) = elsewhere.first() {
            return Diagnostic::new(
                &registry::WRONG_KIND,
                name.span,
                format!("`{name}` is {}, but {} is expected here", one(other.keyword), one(expected)),
            )
            .label(format!("not {}", one(expected)))
            .related(other.name.span, format!("declared here as {}", one(other.keyword)));
        }
        let there = kinds.iter().flat_map(|kind| {
            let declared = self.symbols().of(kind).map(|symbol| symbol.name.as_str());
            declared.chain(built_in(kind).iter().copied())
        });
        let finding = Diagnostic::new(
            &registry::UNKNOWN_NAME,
            name.span,
            format!("there is no {expected} called `{name}`"),
        );
        if let Some(meant) = kinds.iter().find_map(|kind| usual_name(kind, name.as_str())) {
            return offered(finding, name, meant);
        }
        let finding = suggested(finding, name, self.sparingly(there));
        if finding.help.is_some() {
            return finding;
        }
        if expected == "calendar" && says_no_hours(name.as_str()) {
            let words = name.as_str().replace('-', " ");
            let (first, rest) = words.split_at(words.chars().next().map_or(0, char::len_utf8));
            let help = format!(
                "name a calendar, `always` if there is no hour when it is closed, and say the rest in words: `note \"{}{rest}.\"`",
                first.to_uppercase()
            );
            return finding.label("this says how you answer, and not when").help(help);
        }
        if expected == "price"
            && let Some(help) = instead_of_amount(name.as_str())
        {
            return finding.label("who says how much?").help(help);
        }
        if expected == "event" && matches!(name.as_str(), "breach" | "breached" | "missed") {
            let of = self.symbols().of("commitment").map(|symbol| symbol.name.as_str()).next();
            let of = of.unwrap_or("first-response");
            return finding.help(format!("say which promise: `on breach of {of} …`"));
        }
        if expected == "state" {
            return finding.help(format!("put `state {name} \"…\"` into a `process`"));
        }
        // A state stands in a process, and is not declared on its own.
        let declared = kinds.iter().filter(|kind| **kind != "state");
        let forms: Vec<String> = declared.map(|kind| format!("`{kind} {name} \"…\"`")).collect();
        match forms.as_slice() {
            [all @ .., last] if (1..4).contains(&all.len()) => {
                finding.help(format!("declare it, as {} or {last}", all.join(", ")))
            }
            _ => finding.help(format!("declare it: `{expected} {name} \"…\"`")),
        }
    }

    /// Notes that a clause relies on what is declared.
    fn names_symbol(&mut self, symbol: &Symbol<'_>, name: &Name) {
        symbol.named.set();
        if self.audience != Audience::Internal {
            symbol.named_outside.set();
        }
        self.reach(symbol.keyword, name, &symbol.audience, symbol.name.span);
    }

    /// Reports when what a clause relies on is for fewer readers than the clause.
    pub fn reach(&mut self, keyword: &str, name: &Name, target: &Audience, declared: Span) {
        let seen = match (target, &self.audience) {
            (Audience::Everybody, _) | (_, Audience::Internal) => true,
            (Audience::Party(target), Audience::Party(reader)) => target == reader,
            (Audience::Party(_) | Audience::Internal, Audience::Everybody)
            | (Audience::Internal, Audience::Party(_)) => false,
        };
        // Readers that do not exist were reported.
        let known = |audience: &Audience| match audience {
            Audience::Everybody | Audience::Internal => true,
            Audience::Party(party) => {
                built_in("party").contains(&party.as_str())
                    || self.symbols().get("party", party.as_str()).is_some()
            }
        };
        if seen || !known(target) || !known(&self.audience) {
            return;
        }
        let readers = |audience: &Audience| match audience {
            Audience::Everybody => "everybody".to_owned(),
            Audience::Party(party) => format!("`{party}`"),
            Audience::Internal => "our own people".to_owned(),
        };
        let finding = Diagnostic::new(
            &registry::LEAK,
            name.span,
            format!(
                "a clause for {} relies on the {keyword} `{name}`, which is only for {}",
                readers(&self.audience),
                readers(target)
            ),
        )
        .label("its readers may not see this")
        .related(declared, format!("only for {}", readers(target)))
        .help("make both clauses for the same readers, or leave the name out");
        self.report(finding);
    }

    /// Whether something names what is declared with this keyword and name.
    pub fn is_named(&self, keyword: &str, name: &Name) -> bool {
        let declared = self.symbols().get(keyword, name.as_str()).is_some_and(|symbol| symbol.named.get());
        declared
            || self
                .facts
                .get(keyword)
                .is_some_and(|fact| fact.value(name).is_some_and(|value| value.named.get()))
    }

    /// Whether something names what is declared with this keyword and name, and all that does is for us alone.
    pub fn is_named_inside_only(&self, keyword: &str, name: &Name) -> bool {
        let symbol = self.symbols().get(keyword, name.as_str());
        symbol.is_some_and(|symbol| symbol.named.get() && !symbol.named_outside.get())
    }
}

/// Adds the nearest of the names that there are, as help and as a fix.
pub fn suggested<'n>(
    finding: Diagnostic,
    name: &Name,
    there: impl IntoIterator<Item = &'n str>,
) -> Diagnostic {
    // A few letters may also be the beginning of one name, `severity` for `sev`.
    let short = name.as_str();
    let (mut whole, mut others) = (None, 0);
    let there = there.into_iter().inspect(|longer| {
        if short.len() > 2 && longer.starts_with(short) {
            whole = Some(*longer);
            others += 1;
        }
    });
    match nearest(short, there).or(whole.filter(|_| others == 1)) {
        Some(near) => offered(finding, name, near),
        None => finding.label("not declared"),
    }
}

/// Offers a name in the place of one that is not declared.
fn offered(finding: Diagnostic, name: &Name, near: &str) -> Diagnostic {
    finding
        .label(difference(name.as_str(), near).unwrap_or_else(|| format!("did you mean `{near}`?")))
        .help(format!("change it to `{near}`"))
        .fix(format!("change it to `{near}`"), false, name.span, near)
}
