//! Products, their releases, and how long each is supported.
//!
//! In: the products that stand together in a section. Out: a table of releases by phase, with where each stands on the day
//! on which the policy takes effect, and sentences for the rules behind the dates.

use std::borrow::Cow;

use super::context::Context;
use super::line::{Line, capitalised, joined, push_all, push_words, sentence, spaced};
use super::values;
use super::{changes, clause};
use crate::cases::CaseSet;
use crate::document::model::{Anchor, Block, Cell, Inline, Item, Row, Table, TableStyle, plain_text};
use crate::hir::life::{self, Stand};
use crate::hir::{Product, Release};
use crate::time::Date;
use crate::value::{DateRule, Name, PhaseDates};

/// Products as blocks.
pub fn blocks(cx: &Context<'_>, names: &[&Name]) -> Vec<Block> {
    let products: Vec<&Product> = names.iter().filter_map(|name| cx.program.products.get(*name)).collect();
    let (with, without): (Vec<&Product>, Vec<&Product>) =
        products.into_iter().partition(|product| !product.releases.is_empty());
    let mut blocks = Vec::new();
    let mut groups: Vec<(Vec<Name>, Vec<&Product>)> = Vec::new();
    for product in with {
        let phases = phases(product);
        match groups.iter_mut().find(|(known, _)| *known == phases) {
            Some((_, group)) => group.push(product),
            None => groups.push((phases, vec![product])),
        }
    }
    for (phases, group) in &groups {
        blocks.push(releases(cx, phases, group));
    }
    let products = groups.iter().flat_map(|(_, group)| group.iter().copied()).chain(without.iter().copied());
    let described = products.filter(|product| !is_bare(cx, product));
    let items: Vec<Item> = described.filter_map(|product| item(cx, product)).collect();
    if !items.is_empty() {
        blocks.push(Block::bullets(items));
    }
    blocks
}

/// The products that the policy only names, in a sentence; `others` says whether it has told of others before.
pub fn named(cx: &Context<'_>, names: &[&Name], others: bool) -> Option<Block> {
    let products = names.iter().filter_map(|name| cx.program.products.get(*name));
    let bare: Vec<&Product> = products.filter(|product| is_bare(cx, product)).collect();
    let first = bare.first()?;
    let titles: Vec<Line> = bare.iter().map(|product| cx.title_within(&product.clause)).collect();
    let count = titles.len();
    for product in &bare {
        cx.stand_in(&product.clause.anchor, &first.clause.anchor);
    }
    let others = if others { "some" } else { "none" };
    let args = [("others", others.into()), ("count", count.into()), ("products", cx.and(titles).into())];
    Some(clause::paragraph(&first.clause.anchor, cx.say("product-named", &args)))
}

/// Whether the policy only names a product.
fn is_bare(cx: &Context<'_>, product: &Product) -> bool {
    product.releases.is_empty()
        && product.supports.is_none()
        && product.ends.is_empty()
        && !product.notices.rules.iter().any(|rule| cx.shows(&rule.clause))
        && clause::descriptions(cx, &product.clause).is_empty()
}

/// The phases of a product's table, in its order.
fn phases(product: &Product) -> Vec<Name> {
    let mut names: Vec<Name> = Vec::new();
    for (phase, _) in product.releases.iter().flat_map(|release| &release.phases) {
        if !names.contains(phase) {
            names.push(phase.clone());
        }
    }
    names
}

fn releases(cx: &Context<'_>, phases: &[Name], products: &[&Product]) -> Block {
    let effective = cx.program.policy.effective;
    let mut columns = vec![cx.say("product-release", &[]), cx.say("product-since", &[])];
    columns.extend(phases.iter().map(|phase| {
        let title = phase_title(cx, phase);
        cx.say("product-until", &[("phase", title.into())])
    }));
    if let Some(date) = effective {
        columns.push(cx.say("product-on", &[("date", cx.words.date(date).into())]));
    }
    let mut rows = Vec::new();
    for product in products {
        let told = as_told(cx, product);
        let releases = told.releases.iter().enumerate();
        for (at, release) in releases.filter(|(_, release)| cx.shows(&release.clause)) {
            rows.push(row(cx, (&told, at), release, phases, effective));
        }
    }
    if let [product] = products {
        cx.stand_in(&product.clause.anchor, "product-releases");
    }
    Block::Table(Table {
        anchor: None,
        caption: cx.say("product-caption", &[]),
        style: TableStyle::Plain,
        columns,
        rows,
    })
}

fn row(
    cx: &Context<'_>,
    (product, at): (&Product, usize),
    release: &Release,
    phases: &[Name],
    effective: Option<Date>,
) -> Row {
    let mut head = capitalised(cx.title(&product.clause));
    push_words(&mut head, " ");
    push_words(&mut head, &release_name(cx, release));
    push_all(&mut head, clause::marks(cx, &release.clause.notes));
    cx.stand_in(&product.clause.anchor, &release.clause.anchor);
    let date =
        |date: Option<Date>| date.map(|date| vec![Inline::time(date.to_string(), cx.words.short_date(date))]);
    let unknown = || cx.say("product-unknown", &[]);
    let mut cells = vec![Cell::header(head), Cell::data(date(life::out(release)).unwrap_or_else(unknown))];
    for phase in phases {
        let written = release.phases.iter().find(|(name, _)| name == phase).map(|(_, dates)| dates);
        let end = life::ends(product, at, phase);
        cells.push(Cell::data(match (written, end) {
            (None | Some(PhaseDates::No(_)), _) => cx.say("product-no-phase", &[]),
            (Some(_), Some(end)) => date(Some(end)).unwrap_or_default(),
            (Some(dates), None) => phase_cell(cx, dates),
        }));
    }
    if let Some(day) = effective {
        cells.push(Cell::data(status(cx, (product, at), release, day)));
    }
    Row::named(&release.clause.anchor, cells)
}

fn release_name(cx: &Context<'_>, release: &Release) -> String {
    let title = release.clause.title.as_ref().map(|_| plain_text(&cx.title(&release.clause)));
    title.unwrap_or_else(|| release.clause.name.as_str().to_owned())
}

/// Where a release stands on a day.
fn status(cx: &Context<'_>, (product, at): (&Product, usize), release: &Release, day: Date) -> Line {
    let hidden = |phase: &Name| cx.find("phase", phase.as_str()).is_some_and(|clause| !cx.shows(clause));
    match life::stand(cx.program, product, at, day, &CaseSet::everything()) {
        Stand::In(phase) if !hidden(&phase) => phase_title(cx, &phase),
        Stand::Over(..) => cx.say("product-ended", &[]),
        Stand::Unfilled | Stand::Unsaid if life::out(release).is_some_and(|first| day < first) => {
            cx.say("product-announced", &[])
        }
        Stand::In(_) | Stand::Unfilled | Stand::Unsaid => cx.say("product-unknown", &[]),
    }
}

fn phase_title(cx: &Context<'_>, phase: &Name) -> Line {
    cx.find("phase", phase.as_str()).map_or_else(|| cx.named("phase", phase), |clause| cx.title(clause))
}

/// A product as its readers know it: of a phase whose end is told to others alone, nobody knows when it ends.
fn as_told<'a>(cx: &Context<'_>, product: &'a Product) -> Cow<'a, Product> {
    if product.ends.iter().all(|end| cx.shows(&end.clause)) {
        return Cow::Borrowed(product);
    }
    let mut told = product.clone();
    for end in told.ends.iter_mut().filter(|end| !cx.shows(&end.clause)) {
        end.rule = DateRule::Unfilled;
    }
    Cow::Owned(told)
}

/// The dates of a phase as they were written.
pub fn phase_cell(cx: &Context<'_>, dates: &PhaseDates) -> Line {
    match dates {
        PhaseDates::Span(..) | PhaseDates::No(_) | PhaseDates::Unfilled(_) => {
            capitalised(cx.wording().phase_dates(dates).into())
        }
        PhaseDates::From(..) => capitalised(cx.say("phase-endless", &[])),
        // The column already says "until".
        PhaseDates::Until(rule, _) => capitalised(values::date_rule(cx, rule)),
    }
}

/// A product with what is said of it besides its dates; one without a word about it is only named.
fn item(cx: &Context<'_>, product: &Product) -> Option<Item> {
    let mut parts = clause::descriptions_without_notes(cx, &product.clause);
    if let Some((count, clause)) = &product.supports
        && cx.shows(clause)
    {
        parts.push(clause::statement(cx, clause, cx.say("product-supports", &[("count", (*count).into())])));
    }
    for end in product.ends.iter().filter(|end| cx.shows(&end.clause)) {
        let title = cx.named("phase", &end.phase);
        let args = [("phase", title.into()), ("date", values::date_rule(cx, &end.rule).into())];
        parts.push(clause::statement(cx, &end.clause, cx.say("product-ends", &args)));
    }
    for rule in product.notices.rules.iter().filter(|rule| cx.shows(&rule.clause)) {
        let notice = changes::notice(cx, &rule.value, "product", rule.clause.when.as_ref());
        parts.push(clause::around(cx, &rule.clause, notice));
    }
    let mut words = spaced(parts);
    push_all(&mut words, clause::marks(cx, &product.clause.notes));
    if words.is_empty() && !product.releases.is_empty() {
        return None;
    }
    let title = capitalised(cx.title(&product.clause));
    let name = plain_text(&title);
    let title = vec![clause::strong(title)];
    let line = if words.is_empty() { title } else { joined([title, sentence(words)], ": ") };
    let mut item = Item::clause(&product.clause.anchor, name, line);
    if !product.releases.is_empty() {
        item.anchor = Some(Anchor::new(&product.clause.anchor));
    }
    Some(item)
}
