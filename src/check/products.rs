//! Products: their releases, and when each phase of a release runs.
//!
//! In: a `product` declaration. Out: the product; rules for the end of a phase stay rules.

use super::commitments::title;
use super::context::{Context, repeated};
use super::measure::label_name;
use super::rules::Draft;
use super::services;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::{Clause, Cond, PhaseEnd, Product, Release, RuleSet, say};
use crate::source::Span;
use crate::syntax::ast::{self, Decl};
use crate::syntax::cell;
use crate::value::{DateRule, Name, PhaseDates};
use std::collections::BTreeMap;

/// A product.
pub fn product<'a>(context: &mut Context<'a>, decl: &'a Decl<ast::Product>) -> Option<Product> {
    let name = decl.name.clone()?;
    let clause = context.declaration(decl);
    let mut product = Product {
        clause,
        releases: Vec::new(),
        supports: None,
        ends: Vec::new(),
        notices: RuleSet::default(),
    };
    let mut notices = Draft::default();
    let mut number = 0;
    let mut seen: Option<Span> = None;
    for (at, statement) in decl.body.own().enumerate() {
        context.inside(statement.audience.as_ref(), |context| match &statement.kind {
            Some(ast::Product::Supports { number }) => {
                let count = context.whole(*number, 1);
                let clause =
                    context.statement("supports", name.clone(), &format!("{name}-supports"), statement);
                if let (Some(count), Some(clause)) = (count, clause) {
                    let what = "how many releases are supported";
                    context.once(&mut product.supports, (count, clause), &mut seen, statement.span, what);
                }
            }
            Some(ast::Product::Ends { phase, date_rule }) => {
                let phase = context.name(&["phase"], phase);
                let good = rule(context, &date_rule.value, date_rule.span, name.as_str());
                let clause =
                    context.statement("ends", name.clone(), &format!("{name}-ends-{}", at + 1), statement);
                if let (Some(phase), true, Some(clause)) = (phase, good, clause) {
                    if let Some(first) =
                        product.ends.iter().find(|end| end.phase == phase && end.clause.when.is_none())
                        && clause.when.is_none()
                    {
                        let finding =
                            repeated(&format!("the end of `{phase}`"), statement.span, first.clause.span);
                        context.report(finding);
                        return;
                    }
                    product.ends.push(PhaseEnd { phase, rule: date_rule.value.clone(), clause });
                }
            }
            Some(ast::Product::Notice { duration, channel }) => {
                let notice = services::ahead(context, duration, channel);
                let rule = notice.and_then(|notice| {
                    context.line(&format!("{name}/notice"), statement, &mut number, notice)
                });
                notices.add(rule);
            }
            // A notice always has its figure; what else waits says nothing of one.
            None => {}
        });
    }
    let what = || format!("the notice of {}", title(decl.title.as_deref(), &name));
    let domain = context.value("product", name.as_str()).map(|cases| Cond { written: None, cases });
    product.notices = context.resolve(&what, domain.as_ref(), notices, |a, b| a == b, say::notice, name.span);
    let mut tables = decl.body.tables();
    if let Some(table) = tables.next() {
        releases(context, &name, table, &mut product);
        if let Some(second) = tables.next() {
            context.report(repeated("the table of releases", second.span, table.span));
        }
    }
    Some(product)
}

/// Whether the phases that a date rule names exist.
fn rule(context: &mut Context<'_>, rule: &DateRule, span: Span, what: &str) -> bool {
    match rule {
        DateRule::On(_) | DateRule::Release | DateRule::Later(_) => true,
        DateRule::StartOf(phase) | DateRule::EndOf(phase) => context.known(&["phase"], phase),
        DateRule::After(duration, after) => {
            context.duration(duration) && self::rule(context, after, span, what)
        }
        DateRule::FirstAfter(_, after) => self::rule(context, after, span, what),
        DateRule::Earlier(one, two) | DateRule::LaterOf(one, two) => {
            let one = self::rule(context, one, span, what);
            self::rule(context, two, span, what) && one
        }
        DateRule::Unfilled => {
            context.unfilled.push((span, what.to_owned()));
            true
        }
    }
}

fn releases<'a>(context: &mut Context<'a>, name: &Name, table: &'a ast::Table, product: &mut Product) {
    let Some((first, rest)) = table.header.split_first() else { return };
    if first.text != "release" {
        let finding = Diagnostic::new(
            &registry::UNREADABLE_TABLE,
            first.span,
            "the table of a product begins with the column `release`",
        )
        .label("write `release`");
        let same = ["version", "versions", "releases", "edition"]
            .contains(&first.text.to_lowercase().as_str())
            || first.text.eq_ignore_ascii_case("release");
        let title = format!("change `{}` to `release`", first.text);
        context.report(if same { finding.fix(title, false, first.span, "release") } else { finding });
        return;
    }
    let phases: Vec<Option<Name>> = rest
        .iter()
        .map(|cell| {
            let phase = Name::new(cell.text.as_str(), cell.span);
            context.name(&["phase"], &phase)
        })
        .collect();
    let known = product.releases.iter().map(|known| (known.clause.name.clone(), known.clause.span));
    let mut seen: BTreeMap<Name, Span> = known.collect();
    for row in &table.rows {
        let Some((label, cells)) = row.split_first() else { continue };
        let Some(words) = context.take(cell::labels(label)) else { continue };
        let names: Vec<Name> = words.iter().filter_map(label_name).collect();
        let ([release], 1) = (names.as_slice(), words.len()) else {
            context.error(
                &registry::UNREADABLE_TABLE,
                label.span,
                "each row of this table is about one release",
                "name one release, such as `\"7.0\"`",
            );
            continue;
        };
        let release = release.clone();
        if let Some(known) = seen.get(&release) {
            let finding = Diagnostic::new(
                &registry::OVERLAPPING_LABELS,
                label.span,
                format!("the release `{release}` has two rows"),
            )
            .label("again")
            .related(*known, "the first one");
            context.report(finding);
            continue;
        }
        let mut dates = Vec::new();
        for (cell, phase) in cells.iter().zip(&phases) {
            let mut read = cell::phase(cell);
            let mended = !read.findings.is_empty();
            if let Some(phase) = phase.as_ref().filter(|_| mended && is_first(&dates)) {
                ask_from_when(&mut read, phase);
            }
            let read = context.take(read);
            let Some(phase) = phase else { continue };
            let read = read
                .filter(|read| in_order(context, read, &dates, phase) && phase_dates(context, read, name));
            // Nobody knows when a phase ends whose dates could not be understood, or were not written to say that it does not.
            let read = read.filter(|read| !(mended && read.is_endless()));
            dates.push((phase.clone(), read.unwrap_or(PhaseDates::Unfilled(cell.span))));
        }
        let anchor = context.anchor(&format!("product-{name}-{release}"));
        let audience = context.audience.clone();
        seen.insert(release.clone(), label.span);
        let clause = Clause::silent("release", release, anchor, audience, label.span);
        product.releases.push(Release { clause, phases: dates });
    }
}

/// What to write where nothing says when the first phase begins.
const FROM_WHEN: &str = "write the day on which it begins, as `from 2026-01-01 on`";

/// Whether no phase runs before the next one.
fn is_first(before: &[(Name, PhaseDates)]) -> bool {
    before.iter().all(|(_, dates)| matches!(dates, PhaseDates::No(_)))
}

/// `forever` in the cell of the first phase: that it is written `from then on` would lead to another mistake.
fn ask_from_when(read: &mut cell::Read<PhaseDates>, phase: &Name) {
    if !matches!(read.value, Some(PhaseDates::From(None, _))) {
        return;
    }
    read.value = None;
    for finding in &mut read.findings {
        finding.message = format!("this does not say when `{phase}` begins");
        "from when?".clone_into(&mut finding.label);
        finding.help = Some(FROM_WHEN.to_owned());
        finding.fixes.clear();
    }
}

/// Whether a phase may stand behind those before it: one without an end is the last, and `then` is the end of another.
fn in_order(
    context: &mut Context<'_>,
    read: &PhaseDates,
    before: &[(Name, PhaseDates)],
    phase: &Name,
) -> bool {
    if matches!(read, PhaseDates::No(_) | PhaseDates::Unfilled(_)) {
        return true;
    }
    let endless = before.iter().find(|(_, dates)| dates.is_endless());
    let finding = if let Some((name, dates)) = endless {
        let message = format!("`{name}` has no end, so that `{phase}` never begins");
        Diagnostic::new(&registry::OUT_OF_RANGE, read.span(), message)
            .label("nothing comes after it")
            .related(dates.span(), "it has no end")
            .help("say when it ends, `until …`, or write `no` here")
    } else if is_first(before) && matches!(read, PhaseDates::From(None, _)) {
        let message = format!("no phase stands before `{phase}` at whose end it could begin");
        Diagnostic::new(&registry::OUT_OF_RANGE, read.span(), message).label("from when?").help(FROM_WHEN)
    } else {
        return true;
    };
    context.report(finding);
    false
}

fn phase_dates(context: &mut Context<'_>, dates: &PhaseDates, name: &Name) -> bool {
    match dates {
        PhaseDates::Span(dates, span) => {
            let good = super::calendars::ordered(dates);
            if !good {
                super::calendars::backwards(context, *span);
            }
            good
        }
        PhaseDates::Until(until, span) => rule(context, until, *span, name.as_str()),
        PhaseDates::From(..) | PhaseDates::No(_) => true,
        PhaseDates::Unfilled(span) => {
            context.unfilled.push((*span, name.to_string()));
            true
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::trial::{BASE, codes};

    fn product(header: &str, old: &str, new: &str) -> String {
        format!(
            "{BASE}phase full \"Full\"\nphase late \"Late\"\nproduct server \"Server\" {{\n  | {header} | full | late |\n  \
             |---|---|---|\n  | 5 | {old} |\n  | 6 | {new} |\n}}\n"
        )
    }

    #[test]
    fn what_could_not_be_read_of_a_release_says_nothing_of_when_it_ends() {
        let spans =
            ["2024-01-01..2025-12-31 | until 2026-06-30", "2026-01-01..2027-12-31 | until 2028-12-31"];
        assert_eq!(codes(&product("release", spans[0], spans[1])), Vec::<String>::new());
        let month = "2024-01-01..2025-12-31 | until June 2026";
        assert_eq!(codes(&product("release", month, spans[1])), ["slip June 2026"]);
        let open = "since the merger | for long";
        assert_eq!(
            codes(&product("release", spans[0], open)),
            ["wrong-cell since the merger", "wrong-cell for long"]
        );
        assert_eq!(codes(&product("version", spans[0], spans[1])), ["unreadable-table version"]);
    }

    #[test]
    fn a_phase_without_an_end_is_the_last_and_follows_another() {
        let found = |old: &str, new: &str| codes(&product("release", old, new));
        let right = "2024-04-01..2026-03-31 | from then on";
        assert_eq!(found(right, "from 2026-01-01 on | no"), Vec::<String>::new());
        assert_eq!(found(right, "from 2026-01-01 on | until 2027-03-31"), ["out-of-range until 2027-03-31"]);
        assert_eq!(found(right, "from then on | no"), ["out-of-range from then on"]);
        assert_eq!(found(right, "no | from then on"), ["out-of-range from then on"]);
        assert_eq!(found(right, "since 2026-01-01 | until 2027-03-31"), ["slip since 2026-01-01"]);
        // That it begins nowhere is said once, and not as a word for `from then on`.
        assert_eq!(found(right, "forever | no"), ["slip forever"]);
        assert_eq!(found(right, "2026-01-01..2026-12-31 | From then on"), ["slip From then on"]);
    }
}
