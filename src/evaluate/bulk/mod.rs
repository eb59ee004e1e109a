//! Many cases at once: rows of a table, each with what applies to it.
//!
//! In: a policy that can be asked, the names of columns, and rows as bytes. Out: for each row the same as one question would
//! give, in plain numbers, or what is wrong with the row. Rows with the same facts share what was found for the first of
//! them, so that only instants are worked out for each; what a shared answer cannot tell is asked as one case.
//!
//! Nothing here reads or writes files; `rows` knows how records stand in text, and `cli` moves the bytes.

mod attainment;
mod mapping;
mod profile;
pub mod rows;
mod simple;
mod worker;

pub use attainment::{Attained, Attainment};
pub use mapping::{Mapping, Role};
pub use worker::{Outcome, Worker};
