//! Where the deadlines of a promise begin to follow another law.
//!
//! In: a calendar, a promise, and the receipts that matter. Out: all seconds at which that may be, in order: those at which the
//! calendar opens or closes, a midnight or a cut-off passes, or the clocks are changed, and those whose deadline lies at such a
//! second. Between two of them a deadline either stays the same or moves with the receipt. Too many of them cost time, one too
//! few would cost the proof; a test holds them against going from second to second.

use super::definition::BusinessDays;
use super::elapsed::{Elapsed, months_later};
use super::extremes::Wait;
use super::instant::{DAY, Instant};
use super::length::Length;
use super::pieces::Piece;
use super::schedule::Schedule;

/// The first second of a law, and whether the law holds just after the second before, however little after.
pub(super) type Break = (i64, bool);

/// The seconds at which the law may change for receipts from one second to another, whose deadlines lie before `last`.
pub(super) fn breaks(schedule: &Schedule, wait: &Wait, (from, until): (i64, i64), last: i64) -> Vec<Break> {
    let mut found = Breaks { schedule, from, until, pieces: Vec::new(), list: vec![(from, false)] };
    match wait {
        Wait::Length(Length::Elapsed(length)) => found.civil(*length, false, last),
        Wait::Length(Length::Open(seconds)) => {
            found.edges(last);
            found.images(*seconds);
        }
        Wait::Length(Length::Days(count)) => {
            found.edges(last);
            found.receipts();
            match schedule.definition().business_days {
                BusinessDays::EndAtClose | BusinessDays::IncludeReceipt => {}
                BusinessDays::Seconds(each) => found.images(each.saturating_mul(*count)),
                BusinessDays::ScheduleDay => found.day_images(*count),
                BusinessDays::KeepTime
                | BusinessDays::KeepTimeNextOpening
                | BusinessDays::KeepTimeUntilClose
                | BusinessDays::RollToOpening => found.business_days(*count),
            }
        }
        Wait::CivilThenOpen(length) => {
            found.edges(last);
            found.civil(*length, true, last);
        }
        Wait::Day { .. } => {
            found.edges(last);
            found.receipts();
        }
    }
    let Breaks { mut list, .. } = found;
    list.retain(|(at, _)| (from..until).contains(at));
    list.sort_unstable();
    // What holds at a second does so however it came about.
    list.dedup_by_key(|(at, _)| *at);
    list
}

struct Breaks<'a> {
    schedule: &'a Schedule,
    from: i64,
    until: i64,
    /// The open pieces of receipts and deadlines.
    pieces: Vec<Piece>,
    list: Vec<Break>,
}

impl Breaks<'_> {
    fn at(&mut self, at: i64) {
        self.list.push((at, false));
    }

    fn after(&mut self, at: i64) {
        self.list.push((at + 1, true));
    }

    /// At a second or after it.
    fn both(&mut self, at: i64) {
        self.at(at);
        self.after(at);
    }

    /// Openings and closings, and where one business day goes over into the next.
    fn edges(&mut self, last: i64) {
        // What ends before the receipts, or begins after all deadlines, decides nothing; a day more is no harm.
        self.pieces = self.schedule.pieces_between(self.from, last.max(self.until) + 2 * DAY);
        let edges = self.pieces.iter().flat_map(|piece| [piece.from, piece.to]);
        let edges: Vec<Break> = edges.filter(|at| *at < self.until).map(|at| (at, false)).collect();
        self.list.extend(edges);
    }

    /// The first and the last local day of the receipts, with one more on each side, as a clock may show a day twice.
    fn days(&self) -> std::ops::RangeInclusive<i64> {
        let day = |at: i64| self.schedule.clock().shown(at).div_euclid(DAY);
        day(self.from) - 1..=day(self.until) + 1
    }

    /// Where what is received counts for another day: changes of clocks, and cut-offs.
    fn receipts(&mut self) {
        self.changes();
        if let Some(cut_off) = self.schedule.definition().cut_off {
            for day in self.days() {
                for at in self.schedule.clock().shows(day * DAY + i64::from(cut_off.seconds())) {
                    self.after(at);
                }
            }
        }
    }

    fn changes(&mut self) {
        let changes: Vec<i64> =
            self.schedule.clock().changes(self.from, self.until).map(|change| change.0).collect();
        for at in changes {
            self.at(at);
        }
    }

    /// Receipts from which so many open seconds end at a closing: the next second ends after the next opening.
    fn images(&mut self, seconds: i64) {
        if seconds > 0 {
            for index in 0..self.pieces.len() {
                self.image(self.pieces[index].to, seconds);
            }
        }
    }

    fn image(&mut self, closing: i64, seconds: i64) {
        let begin = Instant::new(closing).and_then(|at| self.schedule.subtract(at, seconds).ok());
        if let Some(begin) = begin {
            self.after(begin.seconds());
        }
    }

    /// The same where the day of receipt says how long the wait is.
    fn day_images(&mut self, count: i64) {
        let running = self.schedule.running();
        let mut at = 0;
        while let Some(first) = self.pieces.get(at).filter(|piece| piece.from < self.until) {
            let day = first.day;
            let own = self.pieces[at..].iter().take_while(|piece| piece.day == day).count();
            let (opens, closes) = (first.from, self.pieces[at + own - 1].to);
            at += own;
            let Ok(seconds) = running.schedule_days(day, count) else { continue };
            let due = |from: i64| running.forward(from, seconds).ok();
            let (Some(earliest), Some(latest)) = (due(opens), due(closes)) else { continue };
            // A later day of receipt may be a shorter one, so that none of these is the last deadline of all.
            for piece in self.schedule.pieces_between(earliest - 1, latest + 1) {
                self.image(piece.to, seconds);
            }
        }
    }

    /// Midnights, and times of the day at which something happens on the business day on which the wait ends.
    fn business_days(&mut self, count: i64) {
        let schedule = self.schedule;
        let late = schedule.definition().cut_off.is_some();
        for day in self.days() {
            let ends = |from: i64| schedule.day_after(from, count).map(|day| day.number);
            let later = || schedule.day_after(day, 1).and_then(|next| ends(next.number));
            let (first, second) = (ends(day), if late { later() } else { None });
            for end in [first, second].into_iter().flatten() {
                self.kept(day, end, true);
            }
        }
    }

    /// Clock changes and midnights for waits in days or months on the clock on the wall; openings and closings of the day on
    /// which they end where the calendar matters then.
    fn civil(&mut self, length: Elapsed, edges: bool, last: i64) {
        self.changes();
        let clock = self.schedule.clock();
        let changes: Vec<(i64, i64, i64)> = clock.changes(self.from, last + 2 * DAY).collect();
        match length {
            Elapsed::Seconds(seconds) if edges => {
                for index in 0..self.pieces.len() {
                    let Piece { from, to, .. } = self.pieces[index];
                    self.both(from - seconds);
                    self.both(to - seconds);
                }
            }
            Elapsed::Seconds(_) => {}
            // Without a calendar only the days matter on which the clocks are changed.
            Elapsed::Days(count) if !edges => {
                let locals = changes.iter().flat_map(|(at, before, after)| [at + before, at + after]);
                let mut days: Vec<i64> = locals.map(|local| local.div_euclid(DAY)).collect();
                days.sort_unstable();
                days.dedup();
                for day in days {
                    self.kept(day - count, day, false);
                }
            }
            Elapsed::Days(count) => {
                for day in self.days() {
                    self.kept(day, day + count, edges);
                }
            }
            Elapsed::Months(count) => {
                for day in self.days() {
                    if let Some(end) = months_later(day * DAY, count) {
                        self.kept(day, end.div_euclid(DAY), edges);
                    }
                }
            }
        }
    }

    /// The midnight of a day of receipts, and the times of that day at which something happens on the day on which what is
    /// received on it ends.
    fn kept(&mut self, day: i64, end: i64, edges: bool) {
        let clock = self.schedule.clock();
        let (begins, ends) = (clock.reached(end * DAY), clock.reached((end + 1) * DAY));
        let (first, last) = (clock.offset_at(begins - 1), clock.offset_at(ends));
        // Where the clocks are changed, times are counted from both sides.
        let mut times = vec![0];
        for (at, before, after) in clock.changes(begins - 1, ends + 1) {
            times.extend([at + before, at + after].map(|local| local - end * DAY));
        }
        if edges {
            let next = self.pieces.partition_point(|piece| piece.to < begins);
            for piece in self.pieces[next..].iter().take_while(|piece| piece.from <= ends) {
                for at in [piece.from, piece.to] {
                    times.extend([at + first - end * DAY, at + last - end * DAY]);
                }
            }
        }
        times.sort_unstable();
        times.dedup();
        for time in times.into_iter().filter(|time| (0..DAY).contains(time)) {
            for at in clock.shows(day * DAY + time) {
                self.both(at);
            }
        }
    }
}
