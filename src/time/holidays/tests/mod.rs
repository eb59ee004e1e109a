//! The tests of holidays that need no country: feasts, rules, lists and `.ics` files.

mod calendar_files;
mod easter;
mod lists;
mod rules;
