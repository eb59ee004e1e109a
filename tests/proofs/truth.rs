//! What a policy ensures, decided case by case and instant by instant: no sets, no laws.
//!
//! All hours and lengths are quarters of an hour, so that whatever changes does so at a quarter or a second beside it.

use super::model::{
    Calendar, Case, Cond, DAYS, FIRST, Form, Grant, Policy, Promise, READINGS, Rung, Step, combinations,
};
use avouch::time::{
    BusinessDays, ClockTime, Date, DateTime, Dates, Definition, Effect, Elapsed, Hours, Instant, Length,
    Line, Schedule, Wait, Weekday, What, Zone, ZoneClock,
};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

/// Schedules by the number of their calendar and the lines that count.
type Schedules = BTreeMap<(usize, Vec<bool>), Rc<Schedule>>;

/// The due instants of all receipts; a receipt beyond what can be said has none.
type Dues = Rc<Vec<i64>>;

pub struct Truth<'a> {
    policy: &'a Policy,
    clock: ZoneClock,
    wall: Rc<Schedule>,
    pub receipts: Vec<i64>,
    pub cases: Vec<Case>,
    schedules: RefCell<Schedules>,
    dues: RefCell<BTreeMap<(String, usize), Dues>>,
}

/// What is promised in a case, with its deadlines and clock.
#[derive(Clone)]
enum Said {
    Due(Dues, Rc<Schedule>, bool),
    Effort,
    Nothing,
    Absent,
    Agreed,
}

pub fn midnight(clock: &ZoneClock, day: i64) -> Instant {
    clock.instant(DateTime { date: Date::from_number(day).unwrap(), time: ClockTime::MIDNIGHT }).unwrap()
}

#[allow(clippy::match_same_arms, reason = "each line is one sentence of the language")]
impl<'a> Truth<'a> {
    pub fn new(policy: &'a Policy) -> Self {
        let zone = Zone::new("Europe/Amsterdam").unwrap();
        let clock = ZoneClock::new(&zone);
        let (from, to) = (midnight(&clock, FIRST).seconds(), midnight(&clock, FIRST + DAYS).seconds());
        let mut receipts: Vec<i64> = (0..=(to - from) / 900)
            .flat_map(|quarter| (-1..2).map(move |by| from + quarter * 900 + by))
            .collect();
        receipts.retain(|at| (from..to).contains(at));
        let exists = |case: &Case| {
            let exists = policy.channels[case.channel].exists.as_ref();
            exists.is_none_or(|exists| exists.holds(case))
        };
        Self {
            policy,
            clock,
            wall: Rc::new(Schedule::always(&zone)),
            receipts,
            cases: combinations().into_iter().filter(exists).collect(),
            schedules: RefCell::default(),
            dues: RefCell::default(),
        }
    }

    /// The same policy, of which only some cases and receipts are looked at.
    pub fn only(&self, cases: Vec<Case>, receipts: Option<i64>) -> Self {
        Self {
            policy: self.policy,
            clock: self.clock.clone(),
            wall: Rc::clone(&self.wall),
            receipts: receipts.map_or_else(|| self.receipts.clone(), |at| vec![at]),
            cases,
            schedules: RefCell::default(),
            dues: RefCell::default(),
        }
    }

    fn schedule(&self, number: usize, case: &Case) -> Rc<Schedule> {
        let calendar = &self.policy.calendars[number];
        let counts = calendar.lines.iter().map(|line| line.when.as_ref().is_none_or(|when| when.holds(case)));
        let key = (number, counts.collect::<Vec<bool>>());
        let made = || Rc::new(made(calendar, self.clock.zone(), &key.1));
        Rc::clone(self.schedules.borrow_mut().entry(key.clone()).or_insert_with(made))
    }

    fn promise(&self, of: usize, case: &Case) -> Option<Promise> {
        let except = self.policy.except.as_ref().filter(|(_, cond)| of == 0 && cond.holds(case));
        except.map(|(promise, _)| *promise).or(self.policy.commitments[of][case.severity][case.plan])
    }

    fn said(&self, of: usize, case: &Case) -> Said {
        let Some(promise) = self.promise(of, case) else { return Said::Nothing };
        let on = |clock: Option<usize>| {
            clock.map_or_else(|| Rc::clone(&self.wall), |clock| self.schedule(clock, case))
        };
        let (wait, schedule, wall) = match promise {
            Promise::Quarters(count, None) => {
                (Wait::Length(Length::Elapsed(Elapsed::Seconds(count * 900))), on(None), true)
            }
            Promise::Quarters(count, clock) => (Wait::Length(Length::Open(count * 900)), on(clock), false),
            Promise::Days(count, None) => {
                (Wait::Length(Length::Elapsed(Elapsed::Days(count))), on(None), true)
            }
            Promise::Days(count, clock) => (Wait::Length(Length::Days(count)), on(clock), false),
            Promise::Day(same, clock, time) => {
                let time = time.map(|quarter| ClockTime::from_seconds(quarter * 900));
                (Wait::Day { ahead: u32::from(!same), time }, on(Some(clock)), false)
            }
            Promise::Effort => return Said::Effort,
            Promise::None => return Said::Nothing,
            Promise::No => return Said::Absent,
            Promise::Agreed => return Said::Agreed,
        };
        let key = (format!("{wait:?}"), Rc::as_ptr(&schedule) as usize);
        let known = self.dues.borrow().get(&key).cloned();
        let dues = known.unwrap_or_else(|| {
            let due = |at: &i64| wait.due(&schedule, Instant::new(*at).unwrap()).unwrap().seconds();
            Rc::new(self.receipts.iter().map(due).collect::<Vec<i64>>())
        });
        self.dues.borrow_mut().insert(key, Rc::clone(&dues));
        Said::Due(dues, schedule, wall)
    }

    fn covered(&self, case: &Case) -> bool {
        self.policy.covers.as_ref().is_none_or(|covers| covers.holds(case))
    }

    /// The cases that a sentence is about.
    fn about(&self, covered: bool, when: Option<&Cond>) -> Vec<Case> {
        let about =
            |case: &&Case| when.is_none_or(|when| when.holds(case)) && (!covered || self.covered(case));
        self.cases.iter().filter(about).copied().collect()
    }

    /// Whether a sentence holds.
    pub fn holds(&self, form: &Form, when: Option<&Cond>) -> bool {
        let covered = self.about(true, when);
        let possible = self.about(false, when);
        let each = |of: usize, good: &dyn Fn(&Case, Said) -> bool| {
            covered.iter().all(|case| good(case, self.said(of, case)))
        };
        match form {
            Form::SlowerPlan(of) => {
                self.slower(*of, &covered, |one, two| one.plan > two.plan && same(one, two, true))
            }
            Form::SlowerSeverity(of) => {
                self.slower(*of, &covered, |one, two| one.severity < two.severity && same(one, two, false))
            }
            Form::LessPlan => pairs(&possible, |one, two| self.grants_as_much(one, two)),
            Form::LessSeverity => graver(&possible, |one, two| self.grants_as_much(one, two)),
            Form::DearerPlan => pairs(&possible, |one, two| self.costs_no_more(one, two)),
            Form::DearerSeverity => graver(&possible, |one, two| self.costs_no_more(one, two)),
            Form::Within(of, hours) => each(*of, &|_, said| match said {
                Said::Absent => true,
                Said::Due(dues, ..) => {
                    dues.iter().zip(&self.receipts).all(|(due, at)| due - at <= hours * 3600)
                }
                Said::Effort | Said::Nothing | Said::Agreed => false,
            }),
            Form::WithinDays(of, days) => each(*of, &|_, said| match said {
                Said::Absent => true,
                Said::Due(dues, ..) => dues.iter().zip(&self.receipts).all(|(due, at)| {
                    let end = self.clock.add(Instant::new(*at).unwrap(), Elapsed::Days(*days));
                    *due <= end.unwrap().seconds()
                }),
                Said::Effort | Said::Nothing | Said::Agreed => false,
            }),
            Form::Before(one, other) => {
                covered.iter().all(|case| match (self.said(*one, case), self.said(*other, case)) {
                    (Said::Absent, _) | (_, Said::Absent) => true,
                    (Said::Agreed, _) | (_, Said::Agreed) => false,
                    (_, Said::Effort | Said::Nothing) => true,
                    (Said::Due(one, ..), Said::Due(other, ..)) => {
                        one.iter().zip(other.iter()).all(|(one, two)| one < two)
                    }
                    (Said::Effort | Said::Nothing, Said::Due(..)) => false,
                })
            }
            Form::WhileOpen(of, calendar) => each(*of, &|case, said| match said {
                Said::Due(dues, ..) => {
                    let hours = self.schedule(*calendar, case);
                    dues.iter().all(|due| open(&hours, *due) || open(&hours, due - 1))
                }
                Said::Agreed => false,
                Said::Absent | Said::Effort | Said::Nothing => true,
            }),
            Form::Every(of) => covered.iter().all(|case| {
                let promise = self.promise(*of, case);
                promise.is_some_and(|promise| promise != Promise::No)
            }),
            Form::NoCase(one, two) => !possible.iter().any(|case| one.holds(case) && two.holds(case)),
            Form::Costs(most) => possible.iter().all(|case| {
                let (amount, months) = self.policy.prices[case.severity][case.plan];
                months.is_none_or(|months| amount <= most * months)
            }),
            Form::Some => covered.iter().all(|case| self.receipts.iter().all(|at| self.reached(case, *at))),
            Form::OpenPromise => (0..2).all(|of| {
                each(of, &|case, said| match said {
                    Said::Due(_, clock, _) => {
                        self.receipts.iter().all(|at| !open(&clock, *at) || self.reached(case, *at))
                    }
                    Said::Absent | Said::Effort | Said::Nothing | Said::Agreed => true,
                })
            }),
            Form::Overlaps | Form::Lies => possible.iter().all(|case| {
                let (one, two) = (self.schedule(0, case), self.schedule(1, case));
                let lies = matches!(form, Form::Lies);
                self.receipts.iter().all(|at| !open(&one, *at) || open(&two, *at) == lies)
            }),
            Form::AtLeast(calendar, hours) => possible.iter().all(|case| {
                let schedule = self.schedule(*calendar, case);
                (FIRST..FIRST + DAYS).all(|day| {
                    let (from, to) =
                        (midnight(&self.clock, day).seconds(), midnight(&self.clock, day + 1).seconds());
                    let quarters = (from..to).step_by(900).filter(|at| open(&schedule, *at)).count();
                    i64::try_from(quarters).unwrap() >= hours * 4
                })
            }),
            Form::Notifies(person, of) => covered.iter().all(|case| self.told(*person, *of, case)),
        }
    }

    fn slower(&self, of: usize, cases: &[Case], higher: impl Fn(&Case, &Case) -> bool) -> bool {
        cases.iter().all(|one| {
            cases.iter().filter(|two| higher(one, two)).all(|two| {
                if self.promise(of, one) == self.promise(of, two)
                    && self.promise(of, one) == Some(Promise::Agreed)
                {
                    return true;
                }
                match (self.said(of, one), self.said(of, two)) {
                    (Said::Absent, _) | (_, Said::Absent | Said::Nothing) => true,
                    (Said::Agreed, _) | (_, Said::Agreed) => false,
                    (Said::Due(one, ..), Said::Due(two, ..)) => {
                        one.iter().zip(two.iter()).all(|(one, two)| one <= two)
                    }
                    (Said::Due(..) | Said::Effort, Said::Effort) => true,
                    (Said::Effort | Said::Nothing, Said::Due(..)) | (Said::Nothing, Said::Effort) => false,
                }
            })
        })
    }

    /// What is granted in a case. A plan that grants some itself, in whichever severity, inherits nothing.
    fn grant(&self, case: &Case) -> Option<Grant> {
        let grants = &self.policy.grants;
        let own = (0..=case.plan).rev().find(|plan| grants.iter().any(|row| row[*plan].is_some()))?;
        grants[case.severity][own]
    }

    /// Whether the one case has all that the other has.
    fn grants_as_much(&self, one: &Case, two: &Case) -> bool {
        match (self.grant(one), self.grant(two)) {
            (_, None) => true,
            (None, Some(_)) => false,
            (Some((count, months)), Some((than, others))) => match (months, others) {
                (None, None) => count >= than,
                (Some(months), Some(others)) => count * others >= than * months,
                _ => false,
            },
        }
    }

    /// Whether the one case costs no more than the other.
    fn costs_no_more(&self, one: &Case, two: &Case) -> bool {
        let price = |case: &Case| self.policy.prices[case.severity][case.plan];
        let ((amount, months), (than, others)) = (price(one), price(two));
        match (months, others) {
            (None, None) => amount <= than,
            (Some(months), Some(others)) => amount * others <= than * months,
            _ => false,
        }
    }

    /// Whether somebody can be reached, by whichever channel.
    fn reached(&self, case: &Case, at: i64) -> bool {
        (0..2).any(|channel| {
            let said = &self.policy.channels[channel];
            let case = Case { channel, ..*case };
            let exists = said.exists.as_ref().is_none_or(|exists| exists.holds(&case));
            let opens = |(calendar, when): &(usize, Option<Cond>)| {
                when.as_ref().is_none_or(|when| when.holds(&case))
                    && open(&self.schedule(*calendar, &case), at)
            };
            exists && !said.self_service && said.lines.iter().any(opens)
        })
    }

    fn told(&self, person: usize, of: usize, case: &Case) -> bool {
        if self.policy.domain.as_ref().is_some_and(|domain| !domain.holds(case)) {
            return true;
        }
        let (dues, clock) = match self.said(of, case) {
            Said::Absent | Said::Effort | Said::Nothing => return true,
            Said::Agreed => return false,
            Said::Due(dues, clock, _) => (dues, clock),
        };
        let here =
            |rung: &&Rung| rung.person == person && rung.when.as_ref().is_none_or(|when| when.holds(case));
        let rungs: Vec<&Rung> = self.policy.rungs.iter().filter(here).collect();
        // One step has to be in time for everything that is received.
        rungs.iter().any(|rung| {
            (0..self.receipts.len()).all(|place| {
                let (at, due) =
                    (Instant::new(self.receipts[place]).unwrap(), Instant::new(dues[place]).unwrap());
                let told = match rung.step {
                    Step::Share(share, own) if own == of => {
                        let whole = clock.between(at, due).unwrap();
                        if share == 100 { due } else { clock.add(at, whole * share / 100).unwrap() }
                    }
                    Step::Before(hours, own) if own == of => clock.subtract(due, hours * 3600).unwrap(),
                    Step::After(hours, other) => match self.said(other, case) {
                        Said::Due(dues, _, true) => Instant::new(dues[place] + hours * 3600).unwrap(),
                        _ => return false,
                    },
                    Step::Breach(other) => match self.said(other, case) {
                        Said::Due(dues, ..) => Instant::new(dues[place]).unwrap(),
                        _ => return false,
                    },
                    // A step before another deadline is only counted on where that one comes first.
                    Step::Share(share, other) => match self.said(other, case) {
                        Said::Due(dues, ..) if share < 100 => Instant::new(dues[place] - 1).unwrap(),
                        Said::Due(dues, ..) if share == 100 => Instant::new(dues[place]).unwrap(),
                        _ => return false,
                    },
                    Step::Before(_, other) => match self.said(other, case) {
                        Said::Due(dues, ..) => Instant::new(dues[place] - 1).unwrap(),
                        _ => return false,
                    },
                };
                told < due
            })
        })
    }
}

fn open(schedule: &Schedule, at: i64) -> bool {
    schedule.is_open(Instant::new(at).unwrap()).unwrap()
}

fn same(one: &Case, two: &Case, severity: bool) -> bool {
    let others = if severity { one.severity == two.severity } else { one.plan == two.plan };
    others && one.workaround == two.workaround && one.channel == two.channel
}

/// Whether something holds for all pairs that differ in their plan only, the higher one first.
fn pairs(cases: &[Case], good: impl Fn(&Case, &Case) -> bool) -> bool {
    let higher = |one: &Case, two: &Case| one.plan > two.plan && same(one, two, true);
    cases.iter().all(|one| cases.iter().filter(|two| higher(one, two)).all(|two| good(one, two)))
}

/// The same for pairs that differ in their severity only, the graver one first.
fn graver(cases: &[Case], good: impl Fn(&Case, &Case) -> bool) -> bool {
    let graver = |one: &Case, two: &Case| one.severity < two.severity && same(one, two, false);
    cases.iter().all(|one| cases.iter().filter(|two| graver(one, two)).all(|two| good(one, two)))
}

fn made(calendar: &Calendar, zone: &Zone, counts: &[bool]) -> Schedule {
    let mut definition = Definition::new("made", zone.clone());
    for (line, _) in calendar.lines.iter().zip(counts).filter(|(_, counts)| **counts) {
        let days: Vec<Weekday> = line.days.iter().map(|day| Weekday::ALL[*day]).collect();
        let time = |quarter: i64| {
            if quarter == 96 { ClockTime::DAY_END } else { ClockTime::from_seconds(quarter * 900) }
        };
        definition = definition.open(&days, &[Hours { from: time(line.hours.0), to: time(line.hours.1) }]);
    }
    if let Some(day) = calendar.closed {
        let date = Date::from_number(day).unwrap();
        let what = What::Dates { dates: Dates::Full(date, date), hours: Vec::new() };
        definition = definition.line(Line::new(Effect::Closed, what));
    }
    definition.cut_off = calendar.cut_off.map(|quarter| ClockTime::from_seconds(quarter * 900));
    definition.business_days = [
        BusinessDays::EndAtClose,
        BusinessDays::KeepTime,
        BusinessDays::KeepTimeNextOpening,
        BusinessDays::KeepTimeUntilClose,
        BusinessDays::RollToOpening,
        BusinessDays::IncludeReceipt,
        BusinessDays::Seconds(8 * 3600),
        BusinessDays::ScheduleDay,
    ][calendar.reading.min(READINGS.len() - 1)];
    Schedule::new(definition)
}
