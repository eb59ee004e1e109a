//! The feasts of other calendars that several countries keep on the same day, listed in `data/feasts.txt`.
//!
//! In: the name of a feast. Out: its dates. What country keeps which feast is said in the country's own file.

use super::read::{self, Problem};
use crate::time::Date;
use smol_str::SmolStr;
use std::sync::OnceLock;

/// The name of a feast, and its dates in order.
pub type Feast = (SmolStr, Vec<Date>);

const TEXT: &str = include_str!("data/feasts.txt");

fn listed() -> &'static [Feast] {
    static FEASTS: OnceLock<Vec<Feast>> = OnceLock::new();
    // That the list can be read is a test of `read`; a line that cannot is left out.
    FEASTS.get_or_init(|| read_all().unwrap_or_default())
}

/// Reads the list.
pub fn read_all() -> Result<Vec<Feast>, Problem> {
    read::feasts(TEXT)
}

/// The dates of a feast in order; none if it is not listed.
pub fn dates(name: &str) -> &'static [Date] {
    listed().iter().find(|(known, _)| known == name).map_or(&[], |(_, dates)| dates)
}
