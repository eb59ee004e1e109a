//! The printers: each turns what was checked into bytes for somebody who has never seen the source.
//!
//! In: the resolved program or the document made of it. Out: texts, always the same for the same input. This room reads
//! and writes no file, and gives no rule a meaning that the program does not give it.

pub mod rules;
