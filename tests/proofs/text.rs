//! The small policies as an author would write them.

use std::fmt::Write;

use super::model::*;

fn clock(quarter: i64) -> String {
    format!("{:02}:{:02}", quarter / 4, quarter % 4 * 15)
}

fn when(cond: Option<&Cond>) -> String {
    cond.map_or_else(String::new, |cond| format!(" when {}", cond.text()))
}

fn plural(count: i64, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}

fn said(promise: Promise) -> String {
    let on = |clock: Option<usize>| clock.map_or_else(String::new, |clock| format!("k{clock} "));
    match promise {
        Promise::Quarters(count, clock) => {
            let minutes = count * 15;
            let unit = if minutes == 1 { "minute" } else { "minutes" };
            format!("{minutes} {}{unit}", on(clock))
        }
        Promise::Days(count, clock) => {
            format!("{count} {}day{}", on(clock), if count == 1 { "" } else { "s" })
        }
        Promise::Day(same, clock, time) => {
            let time = time.map_or_else(String::new, |time| format!(" {}", self::clock(time)));
            format!("{} k{clock} day{time}", if same { "same" } else { "next" })
        }
        Promise::Effort => "best effort".to_owned(),
        Promise::None => "none".to_owned(),
        Promise::No => "no".to_owned(),
        Promise::Agreed => "as agreed in eula".to_owned(),
    }
}

fn per(months: Option<i64>) -> &'static str {
    match months {
        None => "",
        Some(1) => " per month",
        Some(3) => " per quarter",
        Some(_) => " per year",
    }
}

const WEEKDAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/// What is said for a plan: in one line where both severities are alike.
fn lines(all: &[[Option<Grant>; 3]; 2], plan: usize, said: impl Fn(Grant) -> String) -> Vec<String> {
    let [grave, other] = [all[0][plan], all[1][plan]];
    if grave == other {
        return grave.map(said).into_iter().collect();
    }
    let each = [grave, other].into_iter().enumerate();
    each.filter_map(|(severity, one)| Some(format!("{} when severity is s{severity}", said(one?)))).collect()
}

/// The lines of the price.
fn prices(out: &mut String, policy: &Policy) {
    for plan in 0..3 {
        let prices = policy.prices.map(|row| row.map(Some));
        for line in lines(&prices, plan, |(amount, months)| format!("EUR {amount}{}", per(months))) {
            let join = if line.contains(" when ") { "and" } else { "when" };
            let _ = writeln!(out, "  {line} {join} plan is p{plan}");
        }
    }
}

/// A policy as an author writes it.
pub fn text(policy: &Policy) -> String {
    let mut out = String::from(
        "policy p \"P\" { timezone Europe/Amsterdam; business hours k0 }\n\
         plan p0 \"P0\"\nplan p1 \"P1\" { extends p0 }\nplan p2 \"P2\" { extends p1 }\n\
         severity s0 \"S0\"\nseverity s1 \"S1\"\nfact workaround \"Workaround\" { yes or no }\n\
         role r0 \"R0\"\nrole r1 \"R1\"\nentitlement visits \"Visits\"\n\
         document eula \"Agreement\" { address \"https://p.example/eula\" }\n",
    );
    for plan in 0..3 {
        let lines: Vec<String> =
            lines(&policy.grants, plan, |(count, months)| format!("grants {count} visits{}", per(months)));
        if !lines.is_empty() {
            let from = format!("plan p{plan} \"P{plan}\"");
            let grants = lines.join("; ");
            out = match plan {
                0 => out.replace(&from, &format!("{from} {{ {grants} }}")),
                _ => out.replace(
                    &format!("extends p{} }}", plan - 1),
                    &format!("extends p{}; {grants} }}", plan - 1),
                ),
            };
        }
    }
    let date = |day: i64| avouch::time::Date::from_number(day).unwrap().to_string();
    for (number, calendar) in policy.calendars.iter().enumerate() {
        let _ = writeln!(out, "calendar k{number} \"K{number}\" {{\n  open on holidays");
        for line in &calendar.lines {
            let days: Vec<&str> = line.days.iter().map(|day| WEEKDAYS[*day]).collect();
            let hours = format!("{}..{}", clock(line.hours.0), clock(line.hours.1));
            let _ = writeln!(out, "  open {} {hours}{}", days.join(", "), when(line.when.as_ref()));
        }
        if let Some(day) = calendar.closed {
            let _ = writeln!(out, "  closed {}", date(day));
        }
        if let Some(quarter) = calendar.cut_off {
            let _ = writeln!(out, "  cut-off {}", clock(quarter));
        }
        let _ = writeln!(out, "  business days {}\n}}", READINGS[calendar.reading]);
    }
    for (number, channel) in policy.channels.iter().enumerate() {
        let _ = writeln!(out, "channel c{number} \"C{number}\" {{\n  address \"c{number}@p.example\"");
        if let Some(exists) = &channel.exists {
            let _ = writeln!(out, "  only when {}", exists.text());
        }
        for (calendar, cond) in &channel.lines {
            let _ = writeln!(out, "  open k{calendar}{}", when(cond.as_ref()));
        }
        out.push_str(if channel.self_service { "  self-service\n}\n" } else { "}\n" });
    }
    for (number, matrix) in policy.commitments.iter().enumerate() {
        let _ = writeln!(out, "commitment m{number} \"M{number}\" {{\n  from received; until responded");
        for (severity, row) in matrix.iter().enumerate() {
            for (plan, cell) in row.iter().enumerate() {
                if let Some(promise) = cell {
                    let words = said(*promise);
                    let line = match promise {
                        Promise::Day(..) => format!("by {words}"),
                        Promise::Quarters(..) | Promise::Days(..) => format!("within {words}"),
                        Promise::Effort | Promise::None | Promise::No | Promise::Agreed => words,
                    };
                    let _ = writeln!(out, "  {line} when severity is s{severity} and plan is p{plan}");
                }
            }
        }
        if let (0, Some((promise, cond))) = (number, &policy.except) {
            let words = said(*promise);
            let line = match promise {
                Promise::Day(..) => format!("by {words}"),
                Promise::Quarters(..) | Promise::Days(..) => format!("within {words}"),
                Promise::Effort | Promise::None | Promise::No | Promise::Agreed => words,
            };
            let _ = writeln!(out, "  except {line}{}", when(Some(cond)));
        }
        out.push_str("}\n");
    }
    if let Some(covers) = &policy.covers {
        let _ = writeln!(out, "scope {{ covers help \"Help\" when {} }}", covers.text());
    }
    out.push_str("escalation path \"Path\" {\n");
    if let Some(domain) = &policy.domain {
        let _ = writeln!(out, "  only when {}", domain.text());
    }
    for rung in &policy.rungs {
        let moment = match &rung.step {
            Step::Share(share, of) => format!("at {share}% of m{of}"),
            Step::Before(hours, of) => format!("{} before breach of m{of}", plural(*hours, "hour")),
            Step::After(hours, of) => format!("{} after breach of m{of}", plural(*hours, "hour")),
            Step::Breach(of) => format!("on breach of m{of}"),
        };
        let _ = writeln!(out, "  {moment} notify r{}{}", rung.person, when(rung.when.as_ref()));
    }
    out.push_str("}\nprice fee \"Fee\" {\n");
    prices(&mut out, policy);
    out.push_str("}\n");
    for (number, (form, cond)) in policy.ensures.iter().enumerate() {
        let _ = writeln!(out, "ensure \"{number}\" {{ {}{} }}", sentence(form), when(cond.as_ref()));
    }
    out
}

fn sentence(form: &Form) -> String {
    match form {
        Form::SlowerPlan(of) => format!("m{of} never slower on a higher plan"),
        Form::SlowerSeverity(of) => format!("m{of} never slower on a graver severity"),
        Form::LessPlan => "visits never less on a higher plan".to_owned(),
        Form::LessSeverity => "visits never less on a graver severity".to_owned(),
        Form::DearerPlan => "fee never dearer on a higher plan".to_owned(),
        Form::DearerSeverity => "fee never dearer on a graver severity".to_owned(),
        Form::Within(of, hours) => format!("m{of} within {}", plural(*hours, "hour")),
        Form::WithinDays(of, days) => format!("m{of} within {}", plural(*days, "day")),
        Form::Before(one, other) => format!("m{one} due before m{other}"),
        Form::WhileOpen(of, calendar) => format!("m{of} due while k{calendar} is open"),
        Form::Every(of) => format!("every covered case has m{of}"),
        Form::NoCase(one, two) => format!("no case is both {} and {}", one.text(), two.text()),
        Form::Costs(amount) => format!("nothing costs more than EUR {amount} per month"),
        Form::Some => "some channel is open at all times".to_owned(),
        Form::OpenPromise => "every public promise has an open channel".to_owned(),
        Form::Overlaps => "k0 never overlaps k1".to_owned(),
        Form::Lies => "k0 lies within k1".to_owned(),
        Form::AtLeast(calendar, hours) => {
            format!("k{calendar} open at least {} each day", plural(*hours, "hour"))
        }
        Form::Notifies(person, of) => format!("path notifies r{person} before breach of m{of}"),
    }
}
