//! Random small policies: calendars, promises, channels, people and sentences, and their text.

use crate::minutes::chance::Chance;

/// One case: plan 0 to 2 (a higher number is a higher plan), severity 0 (the graver) or 1, a workaround, a channel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Case {
    pub plan: usize,
    pub severity: usize,
    pub workaround: bool,
    pub channel: usize,
}

/// All combinations, whether they can exist or not.
pub fn combinations() -> Vec<Case> {
    let mut all = Vec::new();
    for plan in 0..3 {
        for severity in 0..2 {
            for workaround in [true, false] {
                all.extend((0..2).map(|channel| Case { plan, severity, workaround, channel }));
            }
        }
    }
    all
}

/// A condition.
#[derive(Clone, Debug)]
pub enum Cond {
    Plan(usize),
    PlanAtLeast(usize),
    Severity(usize),
    Workaround(bool),
    Channel(usize),
    Both(Box<Cond>, Box<Cond>),
}

impl Cond {
    pub fn holds(&self, case: &Case) -> bool {
        match self {
            Self::Plan(plan) => case.plan == *plan,
            Self::PlanAtLeast(plan) => case.plan >= *plan,
            Self::Severity(severity) => case.severity == *severity,
            Self::Workaround(there) => case.workaround == *there,
            Self::Channel(channel) => case.channel == *channel,
            Self::Both(one, two) => one.holds(case) && two.holds(case),
        }
    }

    pub fn text(&self) -> String {
        match self {
            Self::Plan(plan) => format!("plan is p{plan}"),
            Self::PlanAtLeast(plan) => format!("plan is at least p{plan}"),
            Self::Severity(severity) => format!("severity is s{severity}"),
            Self::Workaround(true) => "workaround".to_owned(),
            Self::Workaround(false) => "not workaround".to_owned(),
            Self::Channel(channel) => format!("channel is c{channel}"),
            Self::Both(one, two) => format!("{} and {}", one.text(), two.text()),
        }
    }
}

/// Opens on some weekdays (Monday is 0) between some quarters of an hour, perhaps in some cases only.
#[derive(Clone, Debug)]
pub struct Opens {
    pub days: Vec<usize>,
    pub hours: (i64, i64),
    pub when: Option<Cond>,
}

/// A calendar: its lines, a day on which it is closed, a cut-off in quarters, and the words for its business days.
#[derive(Clone, Debug)]
pub struct Calendar {
    pub lines: Vec<Opens>,
    pub closed: Option<i64>,
    pub cut_off: Option<i64>,
    pub reading: usize,
}

/// A promise; `clock` is none on the wall, or a calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Promise {
    Quarters(i64, Option<usize>),
    Days(i64, Option<usize>),
    /// On the same or the next business day of a calendar, perhaps at a quarter of it.
    Day(bool, usize, Option<i64>),
    Effort,
    None,
    No,
    Agreed,
}

/// A step of the escalation.
#[derive(Clone, Debug)]
pub enum Step {
    Share(i64, usize),
    Before(i64, usize),
    After(i64, usize),
    Breach(usize),
}

#[derive(Clone, Debug)]
pub struct Rung {
    pub step: Step,
    pub person: usize,
    pub when: Option<Cond>,
}

#[derive(Clone, Debug)]
pub struct Channel {
    pub exists: Option<Cond>,
    pub lines: Vec<(usize, Option<Cond>)>,
    pub self_service: bool,
}

/// So many, in all or in so many months.
pub type Grant = (i64, Option<i64>);

/// A sentence.
#[derive(Clone, Debug)]
pub enum Form {
    SlowerPlan(usize),
    SlowerSeverity(usize),
    LessPlan,
    LessSeverity,
    DearerPlan,
    DearerSeverity,
    Within(usize, i64),
    WithinDays(usize, i64),
    Before(usize, usize),
    WhileOpen(usize, usize),
    Every(usize),
    NoCase(Cond, Cond),
    Costs(i64),
    Some,
    OpenPromise,
    Overlaps,
    Lies,
    AtLeast(usize, i64),
    Notifies(usize, usize),
}

#[derive(Clone, Debug)]
pub struct Policy {
    pub calendars: Vec<Calendar>,
    /// Of each commitment, by severity and plan.
    pub commitments: [[[Option<Promise>; 3]; 2]; 2],
    pub except: Option<(Promise, Cond)>,
    pub covers: Option<Cond>,
    pub channels: Vec<Channel>,
    pub rungs: Vec<Rung>,
    pub domain: Option<Cond>,
    /// What each plan grants itself in a severity: so many, and in how many months; none in months is in all.
    pub grants: [[Option<Grant>; 3]; 2],
    /// What each plan costs in a severity, in all or for so many months.
    pub prices: [[Grant; 3]; 2],
    pub ensures: Vec<(Form, Option<Cond>)>,
}

pub const READINGS: [&str; 8] = [
    "end at close",
    "keep the time",
    "keep the time, then the next opening",
    "keep the time, at most until close",
    "roll to an opening first",
    "include the day of receipt",
    "are 8 hours",
    "are one schedule day",
];

/// The first day that is looked at, since 1970; the clocks are changed five days later.
pub const FIRST: i64 = 20_536;
/// How many days are looked at.
pub const DAYS: i64 = 9;

fn cond(chance: &mut Chance, channels: bool) -> Cond {
    let one = match chance.below(if channels { 6 } else { 5 }) {
        0 => Cond::Plan(index(chance, 3)),
        1 => Cond::PlanAtLeast(1 + index(chance, 2)),
        2 | 3 => Cond::Severity(index(chance, 2)),
        4 => Cond::Workaround(chance.percent(50)),
        _ => Cond::Channel(index(chance, 2)),
    };
    if chance.percent(80) {
        return one;
    }
    // Two that can hold together.
    match one {
        Cond::Workaround(_) => Cond::Both(Box::new(one), Box::new(Cond::Severity(index(chance, 2)))),
        other => Cond::Both(Box::new(other), Box::new(Cond::Workaround(chance.percent(50)))),
    }
}

fn index(chance: &mut Chance, end: i64) -> usize {
    usize::try_from(chance.below(end)).unwrap()
}

fn maybe(chance: &mut Chance, share: i64, channels: bool) -> Option<Cond> {
    chance.percent(share).then(|| cond(chance, channels))
}

fn calendar(chance: &mut Chance) -> Calendar {
    let hours = [(36, 68), (32, 48), (88, 24), (0, 96), (52, 68), (60, 88)];
    let lines = (0..=chance.below(2)).map(|line| {
        let days: Vec<usize> = if chance.percent(50) {
            (0..5).collect()
        } else {
            (0..7).filter(|_| chance.percent(60)).collect()
        };
        let days = if days.is_empty() { vec![index(chance, 7)] } else { days };
        Opens {
            days,
            hours: *chance.of(&hours),
            when: if line > 0 { maybe(chance, 50, false) } else { None },
        }
    });
    Calendar {
        lines: lines.collect(),
        closed: chance.percent(30).then(|| FIRST + chance.below(DAYS)),
        cut_off: chance.percent(20).then(|| 40 + chance.below(30)),
        reading: if chance.percent(50) { 0 } else { index(chance, 8) },
    }
}

fn promise(chance: &mut Chance) -> Promise {
    let clock = if chance.percent(35) { None } else { Some(index(chance, 2)) };
    match chance.below(20) {
        0 => Promise::Effort,
        1 => Promise::None,
        2 if chance.percent(50) => Promise::No,
        3 if chance.percent(40) => Promise::Agreed,
        4 | 5 => Promise::Day(chance.percent(30), index(chance, 2), chance.percent(50).then_some(48)),
        6..=10 => Promise::Days(1 + chance.below(2), clock),
        _ => Promise::Quarters(1 + chance.below(40), clock),
    }
}

pub fn policy(seed: u64) -> Policy {
    let mut chance = Chance::new(seed);
    let chance = &mut chance;
    let pool: Vec<Promise> = (0..3).map(|_| promise(chance)).collect();
    let mut matrix = |gaps: i64| {
        let mut all = [[None; 3]; 2];
        for cell in all.iter_mut().flatten() {
            *cell = (!chance.percent(gaps)).then(|| *chance.of(&pool));
        }
        all
    };
    let commitments = [matrix(0), matrix(15)];
    let except = chance.percent(30).then(|| (promise(chance), cond(chance, true)));
    let channel = |chance: &mut Chance, first: bool| Channel {
        exists: if first { None } else { maybe(chance, 40, false) },
        lines: (0..=chance.below(2)).map(|_| (index(chance, 2), maybe(chance, 30, false))).collect(),
        self_service: chance.percent(10),
    };
    let rung = |chance: &mut Chance| {
        let of = index(chance, 2);
        let step = match chance.below(4) {
            0 => Step::Share(25 * (1 + chance.below(5)), 0),
            1 => Step::Before(1 + chance.below(3), 0),
            2 => Step::After(1 + chance.below(3), of),
            _ => Step::Breach(of),
        };
        Rung { step, person: index(chance, 2), when: maybe(chance, 25, false) }
    };
    let forms = |chance: &mut Chance| {
        let mut all = vec![
            Form::SlowerPlan(0),
            Form::SlowerPlan(1),
            Form::SlowerSeverity(0),
            Form::SlowerSeverity(1),
            Form::LessPlan,
            Form::LessSeverity,
            Form::DearerPlan,
            Form::DearerSeverity,
            Form::Within(0, 1 + chance.below(100)),
            Form::WithinDays(1, 1 + chance.below(4)),
            Form::Before(0, 1),
            Form::Before(1, 0),
            Form::WhileOpen(0, index(chance, 2)),
            Form::WhileOpen(1, index(chance, 2)),
            Form::Every(0),
            Form::Every(1),
            Form::NoCase(cond(chance, true), cond(chance, true)),
            Form::Costs(50 + chance.below(600)),
            Form::Some,
            Form::OpenPromise,
            Form::Overlaps,
            Form::Lies,
            Form::AtLeast(index(chance, 2), 1 + chance.below(24)),
            Form::Notifies(0, 0),
            Form::Notifies(1, 0),
            Form::Notifies(0, 1),
        ];
        all.retain(|_| chance.percent(70));
        all.into_iter().map(|form| (form, maybe(chance, 50, true))).collect()
    };
    let months = [None, Some(1), Some(3), Some(12)];
    let usual = *chance.of(&months);
    let measure = |chance: &mut Chance| if chance.percent(80) { usual } else { *chance.of(&months) };
    Policy {
        calendars: vec![calendar(chance), calendar(chance)],
        commitments,
        except,
        covers: maybe(chance, 30, false),
        channels: vec![channel(chance, true), channel(chance, false)],
        rungs: (0..=chance.below(3)).map(|_| rung(chance)).collect(),
        domain: maybe(chance, 30, false),
        grants: by_severity(chance, |chance, plan| {
            let share = if plan == 0 { 60 } else { 40 };
            chance.percent(share).then(|| (1 + chance.below(6) + plan, measure(chance)))
        }),
        prices: by_severity(chance, |chance, plan| {
            (100 * (1 + chance.below(5) - plan.min(1)), measure(chance))
        }),
        ensures: forms(chance),
    }
}

/// Something for each severity and plan; most often severities are alike.
fn by_severity<T: Copy>(chance: &mut Chance, one: impl Fn(&mut Chance, i64) -> T) -> [[T; 3]; 2] {
    let mut all = [[0, 1, 2].map(|plan| one(chance, plan)); 2];
    for (plan, number) in [0, 1, 2].into_iter().enumerate() {
        if chance.percent(30) {
            all[1][plan] = one(chance, number);
        }
    }
    all
}
