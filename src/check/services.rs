//! Maintenance, availability, and how the policy itself changes.
//!
//! In: `maintenance`, `availability` and `changes` declarations. Out: their lines and rules, with every name looked up.

use super::calendars::{backwards, nth, ordered};
use super::commitments::{claim, title};
use super::context::{Context, repeated};
use super::rules::Draft;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::say;
use crate::hir::{
    Availability, CellValue, Changes, Column, Effect, KeptOut, Label, Line, Maintenance, MaintenanceLine,
    Notice, Ref, Row, RuleSet, Table, TableCell,
};
use crate::source::{Span, Spanned};
use crate::syntax::ast::{self, Decl, Statement};
use crate::syntax::cell;
use crate::value::{Clock, ClockSpan, Decimal, Name, Stated, Unit};

/// Planned maintenance.
pub fn maintenance<'a>(context: &mut Context<'a>, decl: &'a Decl<ast::Maintenance>) -> Option<Maintenance> {
    let name = decl.name.clone()?;
    let clause = context.declaration(decl);
    let mut maintenance = Maintenance {
        clause,
        zone: None,
        lines: Vec::new(),
        outside: Vec::new(),
        notices: RuleSet::default(),
    };
    let mut zone: Option<Span> = None;
    let mut notices = Draft::default();
    let mut number = 0;
    for statement in decl.body.own() {
        context.inside(statement.audience.as_ref(), |context| match &statement.kind {
            Some(ast::Maintenance::Timezone { zone: said }) => {
                context.bare(statement, "a zone");
                context.once(
                    &mut maintenance.zone,
                    said.value.clone(),
                    &mut zone,
                    statement.span,
                    "the zone",
                );
            }
            Some(ast::Maintenance::Weekly { weekdays, hours, season }) => {
                if let Some(season) = season
                    && !ordered(&season.value)
                {
                    backwards(context, season.span);
                    return;
                }
                let days = weekdays.iter().map(|days| days.value).collect();
                let season = season.as_ref().map(|season| season.value);
                let line = Line::Weekly { effect: Effect::Closed, days, hours: hours_of(hours), season };
                push(context, &name, statement, line, &mut maintenance, &mut number);
            }
            Some(ast::Maintenance::Monthly { which, day, hours }) => {
                let (which, hours) = (nth(which.value.as_str()), hours_of(hours));
                let line = Line::Monthly { effect: Effect::Closed, which, day: day.value, hours };
                push(context, &name, statement, line, &mut maintenance, &mut number);
            }
            Some(ast::Maintenance::Dates { dates, hours }) => {
                if !ordered(&dates.value) {
                    backwards(context, dates.span);
                    return;
                }
                let line = Line::Dates { effect: Effect::Closed, dates: dates.value, hours: hours_of(hours) };
                push(context, &name, statement, line, &mut maintenance, &mut number);
            }
            Some(ast::Maintenance::Outside { calendar, where_possible }) => {
                let calendars = context.names(&["calendar"], calendar);
                let own = own_name(statement, &mut number);
                let clause = context.statement("rule", own.clone(), &format!("{name}-{own}"), statement);
                if let Some(clause) = clause.filter(|_| !calendars.is_empty()) {
                    let where_possible = *where_possible;
                    maintenance.outside.push(KeptOut { calendars, where_possible, clause });
                }
            }
            Some(ast::Maintenance::Notice { duration, channel }) => {
                let notice = ahead(context, duration, channel);
                let rule = notice.and_then(|notice| {
                    context.line(&format!("{name}/notice"), statement, &mut number, notice)
                });
                notices.add(rule);
            }
            Some(ast::Maintenance::NoticeNone {}) => {
                let path = format!("{name}/notice");
                notices.add(context.line(&path, statement, &mut number, Notice::None));
            }
            None => notices.broken = true,
        });
    }
    let timed = maintenance.lines.iter().find(|line| matches!(&line.line, Line::Weekly { hours, .. } | Line::Monthly { hours, .. } | Line::Dates { hours, .. } if !hours.is_empty()));
    if let (Some(line), None) = (timed, zone) {
        context.missing.zone.get_or_insert(line.clause.span);
    }
    let what = || format!("the notice of {}", title(decl.title.as_deref(), &name));
    let domain = maintenance.clause.when.clone();
    maintenance.notices =
        context.resolve(&what, domain.as_ref(), notices, |a, b| a == b, say::notice, name.span);
    Some(maintenance)
}

fn hours_of(hours: &[Spanned<ClockSpan>]) -> Vec<ClockSpan> {
    hours.iter().map(|hours| hours.value).collect()
}

fn push<'a>(
    context: &mut Context<'a>,
    name: &Name,
    statement: &'a Statement<ast::Maintenance>,
    line: Line,
    maintenance: &mut Maintenance,
    number: &mut usize,
) {
    let own = own_name(statement, number);
    if let Some(clause) = context.statement("rule", own.clone(), &format!("{name}-{own}"), statement) {
        maintenance.lines.push(MaintenanceLine { line, clause });
    }
}

/// The name of a line, or its number.
fn own_name(statement: &Statement<ast::Maintenance>, number: &mut usize) -> Name {
    statement.name.clone().unwrap_or_else(|| {
        *number += 1;
        Name::new(number.to_string(), statement.span)
    })
}

/// How long ahead customers are told, and by which channels.
pub fn ahead(context: &mut Context<'_>, ahead: &Stated, channels: &[Name]) -> Option<Notice> {
    let good = context.stated(ahead);
    let known = context.names(&["channel"], channels);
    (good && known.len() == channels.len()).then(|| Notice::Ahead(ahead.clone(), known))
}

/// How much of the time a service works.
pub fn availability<'a>(
    context: &mut Context<'a>,
    decl: &'a Decl<ast::Availability>,
) -> Option<Availability> {
    let name = decl.name.clone()?;
    let clause = context.declaration(decl);
    let mut availability = Availability {
        clause,
        shares: RuleSet::default(),
        credits: Vec::new(),
        tables: Vec::new(),
        claimed: None,
    };
    let mut shares: Draft<(Decimal, Unit, Vec<Name>)> = Draft::default();
    let mut seen: Option<Span> = None;
    let mut number = 0;
    for statement in decl.body.own() {
        context.inside(statement.audience.as_ref(), |context| match &statement.kind {
            Some(ast::Availability::AtLeast { share, period, outside }) => {
                let share = context.share(share.0.value, share.0.span);
                let calendars = context.names(&["calendar", "maintenance"], outside);
                let whole = calendars.len() == outside.len();
                let rule = share.filter(|_| whole).and_then(|share| {
                    context.line(name.as_str(), statement, &mut number, (share, period.value, calendars))
                });
                shares.add(rule);
            }
            Some(ast::Availability::Claimed { duration, event }) => {
                context.bare(statement, "the time for a claim");
                if let Some(claim) = claim(context, duration, event.as_ref()) {
                    let what = "the time for a claim";
                    context.once(&mut availability.claimed, claim, &mut seen, statement.span, what);
                }
            }
            None => shares.broken = true,
        });
    }
    for table in decl.body.tables() {
        credits(context, &name, table, &mut availability);
    }
    // The highest share is the one that is missed first.
    availability.credits.sort_by_key(|credit| std::cmp::Reverse(credit.0));
    let what = || title(decl.title.as_deref(), &name);
    let domain = availability.clause.when.clone();
    let say = |(share, period, _): &(Decimal, Unit, Vec<Name>)| {
        format!("{}% of each {}", share.shortest(), period.word())
    };
    availability.shares = context.resolve(&what, domain.as_ref(), shares, |a, b| a == b, say, name.span);
    Some(availability)
}

/// The table with the columns `below` and `credit`.
fn credits<'a>(
    context: &mut Context<'a>,
    name: &Name,
    table: &'a ast::Table,
    availability: &mut Availability,
) {
    let [below, credit] = table.header.as_slice() else {
        not_credits(context, table);
        return;
    };
    if below.text != "below" || credit.text != "credit" {
        not_credits(context, table);
        return;
    }
    let mut rows = Vec::new();
    for cells in &table.rows {
        let [below, credit] = cells.as_slice() else { continue };
        let share = context.take(cell::share(below)).and_then(|share| context.share(share, below.span));
        let amount = context
            .take(cell::amount(credit))
            .and_then(|amount| context.amount(&amount, name.as_str(), &|_| false).map(|()| amount));
        let (Some(share), Some(amount)) = (share, amount) else { continue };
        if let Some((.., first)) = availability.credits.iter().find(|(known, ..)| *known == share) {
            let finding = Diagnostic::new(
                &registry::OVERLAPPING_LABELS,
                below.span,
                format!("there are two credits below {}%", share.shortest()),
            )
            .label("again")
            .related(*first, "the first one");
            context.report(finding);
            continue;
        }
        let path = context.path(&format!("{name}/below-{}", share.shortest()));
        let anchor = context.anchor(&path);
        availability.credits.push((share, amount.clone(), path.to_string(), below.span));
        let row_span = below.span.to(credit.span);
        let cells = vec![
            TableCell { value: CellValue::Share(share), anchor: anchor.clone(), span: below.span },
            TableCell {
                value: CellValue::Amount(Box::new(amount)),
                anchor: anchor.clone(),
                span: credit.span,
            },
        ];
        rows.push(Row { labels: Vec::<Label>::new(), cells, anchor, span: row_span });
    }
    let column =
        |word: &'static str, span: Span| Column::Sets(Ref { keyword: word, name: Name::new(word, span) });
    let columns = vec![column("below", below.span), column("credit", credit.span)];
    availability.tables.push(Table { keys: Vec::new(), by: None, columns, rows, span: table.span });
}

fn not_credits(context: &mut Context<'_>, table: &ast::Table) {
    let finding = Diagnostic::new(
        &registry::UNREADABLE_TABLE,
        table.header.first().map_or(table.span, |cell| cell.span),
        "the table of an availability has the columns `below` and `credit`",
    )
    .label("other columns")
    .help("write `| below | credit |`");
    context.report(finding);
}

/// How the policy changes.
pub fn changes<'a>(context: &mut Context<'a>, decl: &'a Decl<ast::Changes>) -> Changes {
    let clause = context.declaration(decl);
    let mut changes = Changes { clause, notices: RuleSet::default(), review: None, keep_version: None };
    let mut notices = Draft::default();
    let mut review: Option<Span> = None;
    let mut keep: Option<Span> = None;
    let mut number = 0;
    for statement in decl.body.own() {
        context.inside(statement.audience.as_ref(), |context| match &statement.kind {
            Some(ast::Changes::Notice { duration, channel }) => {
                let notice = ahead(context, duration, channel);
                let rule =
                    notice.and_then(|notice| context.line("changes/notice", statement, &mut number, notice));
                notices.add(rule);
            }
            Some(ast::Changes::NoticeNone {}) => {
                let rule = context.line("changes/notice", statement, &mut number, Notice::None);
                notices.add(rule);
            }
            Some(ast::Changes::Review { duration }) => {
                context.bare(statement, "a review");
                if !matches!(duration.clock, Clock::Elapsed) {
                    context.error(
                        &registry::WRONG_TYPE,
                        duration.span,
                        "a policy is looked at again after days, weeks, months or years as they pass",
                        "time on a calendar",
                    );
                } else if context.duration(duration) {
                    let what = "the review";
                    context.once(&mut changes.review, duration.clone(), &mut review, statement.span, what);
                }
            }
            Some(ast::Changes::KeepVersion {}) => {
                version(context, statement, true, &mut changes, &mut keep);
            }
            Some(ast::Changes::FollowVersion {}) => {
                version(context, statement, false, &mut changes, &mut keep);
            }
            None => notices.broken = true,
        });
    }
    let domain = changes.clause.when.clone();
    let mark = changes.clause.span;
    changes.notices = context.resolve(
        &|| "the notice of a change".to_owned(),
        domain.as_ref(),
        notices,
        |a, b| a == b,
        say::notice,
        mark,
    );
    changes
}

fn version<'a>(
    context: &mut Context<'a>,
    statement: &'a Statement<ast::Changes>,
    keep: bool,
    changes: &mut Changes,
    seen: &mut Option<Span>,
) {
    context.bare(statement, "the version of open requests");
    if let Some(first) = *seen {
        context.report(repeated("the version of open requests", statement.span, first));
        return;
    }
    changes.keep_version = Some(keep);
    *seen = Some(statement.span);
}

#[cfg(test)]
mod tests {
    use crate::check::trial::{BASE, codes, only};

    fn changed(lines: &str) -> Vec<String> {
        codes(&format!("{BASE}changes {{\n{lines}\n}}\n"))
    }

    #[test]
    fn notices_may_depend_on_the_change() {
        let lines = "notice 30 days via email when change is weaker\nnotice none when change is stronger\n\
                     review every 12 months\nopen requests keep their version";
        assert_eq!(changed(lines), Vec::<String>::new());
    }

    #[test]
    fn two_notices_for_one_change_conflict_and_the_case_is_named() {
        let lines = "notice 30 days when change is one of weaker, mixed\nnotice none when change is one of mixed, neutral";
        let finding = only(&format!("{BASE}changes {{\n{lines}\n}}\n"));
        assert_eq!(finding.code.name, "conflicting-rules");
        assert_eq!(finding.case, [("change".to_owned(), "mixed".to_owned())]);
    }

    #[test]
    fn open_requests_do_one_of_two_things() {
        let lines = "open requests keep their version\nopen requests follow the new version";
        assert_eq!(changed(lines), ["repeated-statement open requests follow the new version"]);
    }

    #[test]
    fn a_review_is_not_counted_in_business_days() {
        assert_eq!(changed("review every 20 business days"), ["wrong-type 20 business days"]);
    }

    fn maintained(lines: &str) -> Vec<String> {
        codes(&format!("{BASE}maintenance weekly \"Weekly\" {{\n{lines}\n}}\n"))
    }

    #[test]
    fn hours_and_a_notice_are_right() {
        assert_eq!(maintained("on Sun 02:00..04:00\nnotice 5 days via email"), Vec::<String>::new());
    }

    #[test]
    fn a_maintenance_can_keep_out_of_the_hours_of_calendars() {
        assert_eq!(maintained("outside office where possible"), Vec::<String>::new());
        assert_eq!(maintained("outside email"), ["wrong-kind email"]);
    }

    #[test]
    fn a_notice_names_channels() {
        assert_eq!(maintained("on Sun 02:00..04:00\nnotice 5 days via lead"), ["wrong-kind lead"]);
    }

    #[test]
    fn two_notices_for_one_case_conflict_unless_one_is_narrower() {
        let two = "notice 5 days via email\nnotice 3 days via email";
        assert_eq!(maintained(two), ["conflicting-rules notice 3 days via email"]);
        let narrower = "notice 5 days via email\nexcept notice 3 days via email when severity is high";
        assert_eq!(maintained(narrower), Vec::<String>::new());
    }
}
