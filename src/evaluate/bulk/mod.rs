//! Many cases at once: rows of a table, each with what applies to it.
//!
//! In: a policy that can be asked, the names of columns, and rows as bytes. Out: for each row the same as one question would
//! give, in plain numbers, or what is wrong with the row. Rows with the same facts share what was found for the first of
//! them, so that only instants are worked out for each; what a shared answer cannot tell is asked as one case.
//!
//! Nothing here reads or writes files; `records`, `rows` and `columnar` know how rows stand in them, and `cli` moves the bytes.

mod attainment;
mod batch;
mod cell;
pub mod columnar;
mod form;
mod head;
mod mapping;
mod object;
mod phases;
mod plan;
mod profile;
mod records;
mod rows;
mod sheet;
mod simple;
mod worker;

pub use attainment::{Attained, Attainment};
pub use batch::{one_value_each, work_batch};
pub use form::{Form, MAGIC};
pub use head::{Column, Content, Head, Survey, head};
pub use mapping::{Mapping, Role};
pub use plan::{Paper, Plan};
pub use records::{cut, is_begun};
pub use rows::{Count, Made, work};
pub use sheet::{Part, Row, Sheet};
pub use worker::{Outcome, Worker};
