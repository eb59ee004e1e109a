//! Quotations in texts: `{name}`, `{kind name}`, `{name field}`, `{name when …}`.
//!
//! In: the texts of all declarations, and the program without its quotations. Out: what each quotation stands for. A
//! quoted value must be one value over all cases that the quotation names.

use super::context::{Context, suggested};
use super::say;
use crate::cases::CaseSet;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::{Program, Quote, Ref, RuleSet};
use crate::resolve::{Said, built_in};
use crate::source::Span;
use crate::value::{Amount, Condition, Name, Quotation, Quoted};

/// The kinds whose rules can be quoted.
const VALUES: [&str; 3] = ["commitment", "entitlement", "price"];

/// The kinds that give way to a declaration of the same name.
const MINOR: [&str; 7] = ["section", "value", "state", "coverage", "exclusion", "check", "duty"];

/// Resolves every quotation.
pub fn quotations(context: &mut Context<'_>, program: &mut Program) {
    let texts: &[Said<'_>] = &context.resolved.parts.texts;
    for said in texts {
        context.reading(said.audience.clone(), |context| {
            for quotation in said.text.pieces().flat_map(|piece| &piece.quotations) {
                if let Some(quote) = quote(context, program, quotation) {
                    program.quotations.insert(quotation.span, quote);
                }
            }
        });
    }
}

fn quote(context: &mut Context<'_>, program: &Program, quotation: &Quotation) -> Option<Quote> {
    let target = target(context, quotation)?;
    match &quotation.what {
        Quoted::Title => Some(Quote::Title(target)),
        Quoted::Field(field) => {
            self::field(context, &target, field).then(|| Quote::Field(target, field.to_string()))
        }
        Quoted::When(condition) => value(context, program, target, condition),
    }
}

fn target(context: &mut Context<'_>, quotation: &Quotation) -> Option<Ref> {
    let name = &quotation.target;
    let symbols = context.symbols();
    if let Some(kind) = &quotation.kind {
        if let Some(symbol) = symbols.get(kind.as_str(), name.as_str()) {
            let (keyword, audience, place) = (symbol.keyword, symbol.audience.clone(), symbol.name.span);
            context.reach(keyword, name, &audience, place);
            return Some(Ref { keyword, name: name.clone() });
        }
        let finding = Diagnostic::new(
            &registry::UNKNOWN_QUOTATION,
            name.span,
            format!("there is no {kind} called `{name}` to quote"),
        );
        let there = symbols.of(kind.as_str()).map(|symbol| symbol.name.as_str());
        let finding = suggested(finding, name, there);
        context.report_absent(name, finding);
        return None;
    }
    let mut found = symbols.named(name.as_str());
    if found.len() > 1 {
        let major: Vec<_> = found.iter().copied().filter(|symbol| !MINOR.contains(&symbol.keyword)).collect();
        if !major.is_empty() {
            found = major;
        }
    }
    if matches!(quotation.what, Quoted::When(_)) && found.len() > 1 {
        let valued: Vec<_> =
            found.iter().copied().filter(|symbol| VALUES.contains(&symbol.keyword)).collect();
        if !valued.is_empty() {
            found = valued;
        }
    }
    match found.as_slice() {
        [symbol] => {
            let (keyword, audience, place) = (symbol.keyword, symbol.audience.clone(), symbol.name.span);
            context.reach(keyword, name, &audience, place);
            Some(Ref { keyword, name: name.clone() })
        }
        [] => {
            if let Some(keyword) = ["party", "calendar", "event"]
                .into_iter()
                .find(|kind| built_in(kind).contains(&name.as_str()))
            {
                let _ = context.known(&[keyword], name);
                return Some(Ref { keyword, name: name.clone() });
            }
            let finding = Diagnostic::new(
                &registry::UNKNOWN_QUOTATION,
                name.span,
                format!("nothing here is called `{name}`, so it cannot be quoted"),
            );
            let finding = suggested(finding, name, symbols.all_names());
            let finding = if finding.help.is_none() {
                finding.help("a brace that is not a quotation is written `\\{`")
            } else {
                finding
            };
            context.report_absent(name, finding);
            None
        }
        [one, two, ..] => {
            let finding = Diagnostic::new(
                &registry::AMBIGUOUS_QUOTATION,
                name.span,
                format!("`{name}` is the name of a {} and of a {}", one.keyword, two.keyword),
            )
            .label("which of them?")
            .related(one.name.span, format!("the {}", one.keyword))
            .related(two.name.span, format!("the {}", two.keyword))
            .help(format!("write `{{{} {name}}}` or `{{{} {name}}}`", one.keyword, two.keyword));
            context.report(finding);
            None
        }
    }
}

/// The fields that can be quoted of a kind, besides those that every body knows.
fn fields(keyword: &str) -> &'static [&'static str] {
    match keyword {
        "calendar" => &["open", "closed", "timezone", "cut-off"],
        "commitment" => &["from", "until", "met", "credit", "claimed"],
        "channel" => &["address", "open"],
        "plan" => &["price", "runs"],
        "offer" => &["rate", "invoiced", "by"],
        "role" | "party" | "document" => &["address"],
        "product" => &["supports"],
        "maintenance" => &["on", "notice"],
        "availability" => &["at-least", "claimed"],
        "policy" => &["edition", "version", "effective", "publisher"],
        _ => &[],
    }
}

/// Whether a thing has a field and says something in it; reports when not.
fn field(context: &mut Context<'_>, target: &Ref, field: &Name) -> bool {
    let known = fields(target.keyword);
    let general = field.as_str() == "means";
    if !general && !known.contains(&field.as_str()) {
        let finding = Diagnostic::new(
            &registry::UNKNOWN_QUOTATION,
            field.span,
            format!("`{field}` of a {} cannot be quoted", target.keyword),
        );
        let there = known.iter().copied().chain(["means"]);
        let mut finding = suggested(finding, field, there.clone());
        if finding.help.is_none() {
            let names: Vec<String> = there.map(|name| format!("`{name}`")).collect();
            finding = finding.help(format!("what can be quoted of it is {}", crate::hir::join(&names)));
        }
        context.report(finding);
        return false;
    }
    let key = (target.keyword, target.name.text.clone());
    let tags = context.resolved.parts.tags.get(&key);
    let said = tags.is_some_and(|tags| tags.iter().any(|tag| says(tag, field.as_str())));
    // What is built in has fields without saying them.
    let built = tags.is_none();
    if !said && !built {
        let finding = Diagnostic::new(
            &registry::UNKNOWN_QUOTATION,
            field.span,
            format!("the {} `{}` does not say `{field}`", target.keyword, target.name),
        )
        .label("nothing to quote");
        context.report(finding);
    }
    said || built
}

fn says(tag: &str, field: &str) -> bool {
    match (field, tag) {
        ("open" | "closed", "calendars" | "instants") | ("on", "weekly" | "dates") => true,
        _ => tag == field || tag.strip_prefix(field).is_some_and(|rest| rest.starts_with('-')),
    }
}

fn value(context: &mut Context<'_>, program: &Program, of: Ref, condition: &Condition) -> Option<Quote> {
    let cond = context.cond(condition)?;
    let name = of.name.as_str();
    let declared = context.symbols().get(of.keyword, name).map(|symbol| symbol.name.span);
    if declared.is_some_and(|place| context.broken.contains(&place)) {
        return None;
    }
    let path = match of.keyword {
        "commitment" => {
            let rules = &program.commitments.get(name)?.rules;
            one(context, rules, &of, &cond.cases, condition.span(), |a, b| a == b, say::figure)
        }
        "entitlement" => {
            let rules = &program.entitlements.get(name)?.rules;
            one(context, rules, &of, &cond.cases, condition.span(), |a, b| a == b, say::grant)
        }
        "price" => {
            let rules = &program.prices.get(name)?.rules;
            one(context, rules, &of, &cond.cases, condition.span(), Amount::same_as, say::amount)
        }
        other => {
            let finding = Diagnostic::new(
                &registry::UNKNOWN_QUOTATION,
                of.name.span,
                format!("a {other} has no value that depends on the case"),
            )
            .label("nothing to quote `when` of")
            .help("commitments, entitlements and prices can be quoted so");
            context.report(finding);
            None
        }
    }?;
    Some(Quote::Value { of, cases: cond.cases, path })
}

/// The path of a rule that decides all of the cases; rules with the same value count as one.
fn one<V>(
    context: &mut Context<'_>,
    rules: &RuleSet<V>,
    of: &Ref,
    cases: &CaseSet,
    span: Span,
    same: impl Fn(&V, &V) -> bool,
    say: impl Fn(&V) -> String,
) -> Option<String> {
    let mut found: Option<usize> = None;
    for region in &rules.regions {
        let here = region.cases.and(cases);
        let Some(case) = here.witness(&context.space) else { continue };
        let rule = rules.rules.get(region.rule)?;
        let Some(first) = found.and_then(|at| rules.rules.get(at)) else {
            found = Some(region.rule);
            continue;
        };
        if same(&first.value, &rule.value) {
            continue;
        }
        let (names, words) = context.legend.case(&context.space, &case, &here);
        let finding = Diagnostic::new(
            &registry::AMBIGUOUS_QUOTATION,
            span,
            format!(
                "`{}` is not one value in these cases: {} and {}",
                of.name,
                say(&first.value),
                say(&rule.value)
            ),
        )
        .label("more than one value")
        .related(first.span, say(&first.value))
        .related(rule.span, say(&rule.value))
        .case(names, words)
        .help("narrow the condition until one value is left");
        context.report(finding);
        return None;
    }
    let gaps = rules.gaps.and(cases);
    if let Some(case) = gaps.witness(&context.space) {
        let (names, words) = context.legend.case(&context.space, &case, &gaps);
        let finding = Diagnostic::new(
            &registry::AMBIGUOUS_QUOTATION,
            span,
            format!("`{}` has no value in some of these cases", of.name),
        )
        .label("no value there")
        .case(names, words)
        .help("narrow the condition to cases that have a value");
        context.report(finding);
        return None;
    }
    let Some(rule) = found.and_then(|at| rules.rules.get(at)) else {
        context.error(
            &registry::AMBIGUOUS_QUOTATION,
            span,
            format!("`{}` has no value in these cases", of.name),
            "no value there",
        );
        return None;
    };
    let audience = rule.clause.audience.clone();
    context.reach("rule", &Name::new(rule.path.as_str(), span), &audience, rule.span);
    Some(rule.path.clone())
}
