//! Cases in which a fact has no value, since each of its values says `only when`.
//!
//! In: where values exist. Out: findings with the cases that are left. Such a case cannot exist for the rest of the
//! checker, so that nothing else would ever be said of it.

use super::context::Context;
use super::derived::Tables;
use super::facts::Values;
use super::space::Limits;
use crate::cases::{CaseSet, Space, TooComplex};
use crate::diagnostic::{Diagnostic, registry};
use crate::value::Name;

/// Looks at every fact; `whole` is the space in which every case exists.
pub fn absent(context: &mut Context<'_>, whole: &Space, limits: &Limits, tables: &Tables) {
    let facts: Vec<_> = context.facts.values().cloned().collect();
    for fact in facts {
        let Values::Named(values) = &fact.values else { continue };
        let domains: Vec<&(_, Name, CaseSet)> =
            limits.domains.iter().filter(|(of, ..)| *of == fact.name.text).collect();
        let (Some((_, first, _)), true) = (domains.first(), limited(values.len(), &domains)) else {
            continue;
        };
        let own: Vec<_> = domains.iter().map(|(_, value, _)| value.span).collect();
        let others =
            limits.constraints.iter().filter(|(_, span)| !own.contains(span)).map(|(cases, _)| cases);
        // What is too much to look at is not missed.
        let Ok(gap) = left(whole, others, tables, domains.iter().map(|(.., domain)| domain)) else {
            continue;
        };
        let gap = gap.forget(fact.dim);
        let Some(case) = gap.witness(whole) else { continue };
        let (names, words) = context.legend.case(whole, &case, &gap);
        let words = context.legend.summary(whole, &gap).map_or(words, |(_, text)| text);
        let what = &fact.name;
        let finding = Diagnostic::new(
            &registry::CASE_WITHOUT_VALUE,
            first.span,
            format!("every `{what}` says `only when`, and some cases are left without one"),
        )
        .label("this one is for other cases")
        .cases(names, words)
        .help(format!("give one more `{what}` for them, or take an `only when` out"));
        context.report(finding);
    }
}

/// What can exist but for these domains.
fn left<'s>(
    whole: &Space,
    others: impl Iterator<Item = &'s CaseSet>,
    tables: &Tables,
    domains: impl Iterator<Item = &'s CaseSet>,
) -> Result<CaseSet, TooComplex> {
    let mut space = whole.narrowed(&CaseSet::try_union(domains)?.not())?;
    for cases in others {
        space = space.narrowed(cases)?;
    }
    for (name, derived) in tables {
        let Some(dim) = whole.dim(name) else { continue };
        let rows: Vec<CaseSet> =
            derived.values.iter().map(|(class, cases)| whole.is(dim, [*class]).and(cases)).collect();
        space = space.narrowed(&CaseSet::try_union(&rows)?)?;
    }
    Ok(space.possible().clone())
}

/// Whether each of the values is limited.
fn limited(values: usize, domains: &[&(smol_str::SmolStr, Name, CaseSet)]) -> bool {
    let mut names: Vec<&str> = domains.iter().map(|(_, value, _)| value.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    names.len() == values
}

#[cfg(test)]
mod tests {
    use crate::check::trial::{BASE, codes};

    const CURRENT: &str =
        "fact cover \"Cover\" { current; lapsed }\nplan care \"Care\" { only when cover is current }\n";

    #[test]
    fn a_lone_plan_with_only_when_hides_the_other_cases_aloud() {
        assert_eq!(codes(&format!("{BASE}{CURRENT}")), ["case-without-value care"]);
        let second = "plan none-held \"No contract\" { only when cover is lapsed }\n";
        assert_eq!(codes(&format!("{BASE}{CURRENT}{second}")), Vec::<String>::new());
        assert_eq!(codes(&format!("{BASE}{CURRENT}plan basic \"Basic\"\n")), Vec::<String>::new());
    }

    #[test]
    fn cases_that_cannot_exist_anyway_are_not_missed() {
        let kinds = "kind fault \"Fault\" { only when cover is current }\n\
            kind question \"Question\" { only when plan is care }\n";
        assert_eq!(codes(&format!("{BASE}{CURRENT}{kinds}")), ["case-without-value care"]);
    }

    #[test]
    fn values_of_a_fact_that_follows_from_others_do_not_count_where_they_cannot_be() {
        let facts = "fact cover \"Cover\" { current; lapsed }\n\
            fact level \"Level\" {\n  full \"Full\"\n  none-left \"None left\"\n  | cover | level |\n  |---|---|\n  \
            | current | full |\n  | lapsed | full |\n}\n\
            plan care \"Care\" { only when level is full }\n";
        assert_eq!(codes(&format!("{BASE}{facts}")), Vec::<String>::new());
    }
}
