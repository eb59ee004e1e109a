//! The readings of business days, as `docs/language/time.md` works them.

use super::*;

/// Two business days from Thursday 15:00, Saturday 11:00 and Thursday 20:00.
fn check(reading: BusinessDays, due: [&str; 3]) {
    let mut definition = office();
    definition.business_days = reading;
    let schedule = Schedule::new(definition);
    let received = ["2026-06-04 15:00", "2026-06-06 11:00", "2026-06-04 20:00"];
    for (received, due) in received.into_iter().zip(due) {
        let at = at(schedule.clock(), received);
        let found = schedule.running().add_days(at, 2).unwrap();
        assert_eq!(shown(schedule.clock(), found), format!("2026-06-{due}"), "{reading:?} from {received}");
    }
}

#[test]
fn business_days_are_read_as_the_documentation_says() {
    check(BusinessDays::EndAtClose, ["08 17:00", "10 17:00", "09 17:00"]);
    check(BusinessDays::KeepTime, ["08 15:00", "09 11:00", "08 20:00"]);
    check(BusinessDays::KeepTimeNextOpening, ["08 15:00", "09 11:00", "09 09:00"]);
    check(BusinessDays::KeepTimeUntilClose, ["08 15:00", "09 11:00", "08 17:00"]);
    check(BusinessDays::RollToOpening, ["08 15:00", "10 09:00", "09 09:00"]);
    check(BusinessDays::IncludeReceipt, ["05 17:00", "09 17:00", "08 17:00"]);
    check(BusinessDays::Seconds(8 * 3600), ["08 15:00", "09 17:00", "08 17:00"]);
    check(BusinessDays::ScheduleDay, ["08 15:00", "09 17:00", "08 17:00"]);
}

#[test]
fn the_moment_of_closing_is_in_time() {
    let mut definition = office();
    definition.business_days = BusinessDays::KeepTimeNextOpening;
    let schedule = Schedule::new(definition);
    let due = schedule.running().add_days(at(schedule.clock(), "2026-06-04 17:00"), 2).unwrap();
    assert_eq!(shown(schedule.clock(), due), "2026-06-08 17:00");
}
