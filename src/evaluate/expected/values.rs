//! Expectations of things with a value: channels, promises, grants, limits, prices, and what work costs.
//!
//! In: the name and the value that is expected. Out: nothing where every case has it, otherwise what came instead.

use super::{Held, Verdict, parts, told};
use crate::evaluate::amounts::{Worth, worth, worth_of};
use crate::evaluate::channels::{Doors, doors};
use crate::evaluate::context::Context;
use crate::evaluate::grants::counted;
use crate::evaluate::known::Known;
use crate::evaluate::look::{Look, look_up};
use crate::evaluate::offers::cost;
use crate::evaluate::process::recent_course;
use crate::evaluate::question::Question;
use crate::evaluate::say;
use crate::hir::{Grant, Price};
use crate::value::{Amount, Duration, Figure, Name, Promise, Quantity};

/// Whether a channel is open, or closed.
pub fn open(context: &Context<'_>, question: &Question, name: &Name, open: bool) -> Held {
    let Some(channel) = context.program.channels.get(name) else { return Ok(()) };
    let course = recent_course(context, question);
    let expected = format!("`{name}` to be {}", if open { "open" } else { "closed" });
    let (right, got) = match doors(context, channel, course.known(question.at), question.at) {
        Doors::Open(until) => (
            open,
            match until {
                Some(until) => format!("it is open until {}", say::instant(context, until)),
                None => "it is open".to_owned(),
            },
        ),
        Doors::Closed(Some(opens)) => (!open, format!("it is closed until {}", say::instant(context, opens))),
        Doors::Closed(None) => (!open, "it is closed".to_owned()),
        Doors::Absent => (!open, "there is no such channel in this case".to_owned()),
        Doors::Decided(who) => (false, format!("it is open as decided by `{who}`")),
        Doors::Depends(facts) => (false, format!("that depends on `{}`", facts.join("`, `"))),
        Doors::Unfilled => return Err(Verdict::unknown(expected)),
        Doors::Untimed => (false, "no instant is given".to_owned()),
        Doors::Unknown(error) => (false, error.to_string()),
    };
    if right { Ok(()) } else { Err(Verdict::new(expected, got.clone(), got)) }
}

/// Whether a commitment has this promise.
pub fn promised(context: &Context<'_>, question: &Question, name: &Name, promise: &Promise) -> Held {
    let Some(said) = context.program.commitments.get(name) else { return Ok(()) };
    let course = recent_course(context, question);
    let known = course.known(question.at);
    let office = context.program.policy.business_calendar();
    let plain = |figure: &Figure| Figure { strength: None, ..figure.clone() };
    let wanted = Figure { promise: promise.clone(), strength: None, span: name.span };
    let expected = format!("`{name}` {}", say::promise(promise));
    let wrong = |rule: &crate::hir::Rule<Figure>| !plain(&rule.value).same_as(&wanted, office);
    let same = |one: &Figure, two: &Figure| plain(one).same_as(&plain(two), office);
    match look_up(context.program, &said.rules, known, same) {
        Look::Decided(rules) => match rules.into_iter().find(|rule| wrong(rule)) {
            None => Ok(()),
            Some(rule) if rule.value.promise == Promise::Unfilled => Err(Verdict::unknown(expected)),
            Some(rule) => {
                let figure = say::figure(&rule.value);
                let mut verdict = Verdict::new(expected, format!("the promise is {figure}"), figure);
                verdict.rule = Some((rule.span, format!("by `{}`", rule.path)));
                Err(verdict)
            }
        },
        Look::Outside | Look::Gap if *promise == Promise::No => Ok(()),
        Look::Outside | Look::Gap => {
            Err(Verdict::new(expected, "nothing is promised in this case", "nothing is promised"))
        }
        Look::Depends(facts) => {
            let names = context.names(&facts).join("`, `");
            Err(Verdict::new(expected, format!("that depends on `{names}`"), "it depends"))
        }
        Look::Waits(_) => Err(Verdict::unknown(expected)),
    }
}

/// Whether something is granted.
pub fn granted(context: &Context<'_>, question: &Question, name: &Name, grant: &Grant) -> Held {
    let yes = !matches!(grant, Grant::No);
    let expected = format!("`{name}` {}", if yes { "yes" } else { "no" });
    grant_of(context, question, name, expected, |said| match said {
        Some(Grant::Yes | Grant::Limit { .. }) => yes,
        Some(Grant::No) | None => !yes,
        Some(Grant::Unfilled) => false,
    })
}

/// Whether an entitlement has this limit.
pub fn limited(context: &Context<'_>, question: &Question, name: &Name, wanted: &Quantity) -> Held {
    let course = recent_course(context, question);
    let known = course.known(question.at).clone();
    grant_of(context, question, name, format!("`{name}` {}", say::quantity(wanted)), |said| match said {
        Some(Grant::Limit { quantity, .. }) => {
            let worked = counted(context, quantity, &known);
            *quantity == *wanted || worked == *wanted
        }
        Some(Grant::Yes | Grant::No | Grant::Unfilled) | None => false,
    })
}

/// Whether a test holds for what is granted in all cases.
fn grant_of(
    context: &Context<'_>,
    question: &Question,
    name: &Name,
    expected: String,
    right: impl Fn(Option<&Grant>) -> bool,
) -> Held {
    let Some(said) = context.program.entitlements.get(name) else { return Ok(()) };
    let parts = parts(context, question, &said.rules);
    let several = parts.len() > 1;
    for part in &parts {
        let course = recent_course(context, part);
        let known = course.known(part.at);
        let cases = known.left(context.program);
        let (grant, rule) = match look_up(context.program, &said.rules, known, |one, two| one == two) {
            Look::Decided(rules) => match rules.first() {
                Some(rule) => (Some(&rule.value), Some((rule.span, format!("by `{}`", rule.path)))),
                None => (None, None),
            },
            Look::Outside | Look::Gap => (None, None),
            Look::Depends(facts) => {
                let names = context.names(&facts).join("`, `");
                return Err(Verdict::new(expected, format!("that depends on `{names}`"), "it depends"));
            }
            Look::Waits(_) => return Err(Verdict::unknown(expected)),
        };
        if right(grant) {
            continue;
        }
        let got = match grant {
            Some(Grant::Yes) => "it is granted without a limit".to_owned(),
            Some(Grant::No) | None => "it is not granted".to_owned(),
            Some(Grant::Limit { quantity, .. }) => {
                format!("it is {}", say::quantity(&counted(context, quantity, known)))
            }
            Some(Grant::Unfilled) => return Err(Verdict::unknown(expected)),
        };
        let mut verdict = Verdict::new(expected, got.clone(), got);
        verdict.rule = rule;
        verdict.case = told(context, &cases).filter(|_| several);
        return Err(verdict);
    }
    Ok(())
}

/// Whether a price comes to this.
pub fn costs(context: &Context<'_>, question: &Question, name: &Name, amount: &Amount) -> Held {
    let Some(price): Option<&Price> = context.program.prices.get(name) else { return Ok(()) };
    let known_of = |part: &Question| recent_course(context, part).known(part.at).clone();
    for part in parts(context, question, &price.rules) {
        let known: Known = known_of(&part);
        let wanted = worth(context, amount, price, &known, 0);
        let (found, _) = worth_of(context, price, &known);
        let got = match found {
            Some(found) if found == wanted => continue,
            Some(found) => format!("it is {}", found.words()),
            None => "that depends on what is not given".to_owned(),
        };
        let expected = format!("`{name}` to be {}", wanted.words());
        return Err(Verdict::new(expected, got.clone(), got));
    }
    Ok(())
}

/// Whether so much work costs this.
pub fn charged(
    context: &Context<'_>,
    question: &Question,
    name: &Name,
    amount: &Amount,
    length: &Duration,
) -> Held {
    let Some(offer) = context.program.offers.get(name) else { return Ok(()) };
    let course = recent_course(context, question);
    let known = course.known(question.at);
    let found = cost(context, offer, known, question.at, length);
    let wanted = match amount {
        Amount::Rate(rate, _) => Worth::Money {
            currency: rate.money.currency.to_string(),
            amount: rate.money.amount,
            per: rate.per.clone(),
        },
        Amount::None(_) => Worth::None,
        Amount::No(_) => Worth::No,
        Amount::Included(name, _) => Worth::Included(name.clone()),
        Amount::AsAgreed(name, _) => Worth::Agreed(name.clone()),
        Amount::AsDecided(name, _) => Worth::Decided(name.clone()),
        Amount::Share { .. }
        | Amount::Times(..)
        | Amount::Pick { .. }
        | Amount::Named(_)
        | Amount::Term(_)
        | Amount::Unfilled(_) => Worth::Open,
    };
    let got = match found {
        Some(found) if found == wanted => return Ok(()),
        Some(found) => format!("it costs {}", found.words()),
        None => "no rate is known for it".to_owned(),
    };
    let expected = format!("{} for {} of `{name}`", wanted.words(), say::duration(length));
    Err(Verdict::new(expected, got.clone(), got))
}
