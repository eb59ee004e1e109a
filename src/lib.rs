//! Avouch, a compiler for support policies: one source, checked like code, published like a book, obeyed by machines.
//!
//! The rooms, in the order in which they may import one another (only upwards, see `docs/dev/architecture.md`):

pub mod cases;
pub mod source;
pub mod time;
mod together;

pub mod value;

pub mod diagnostic;

pub mod syntax;

pub mod format;

pub mod hir;

pub mod resolve;

pub mod check;

pub mod lint;

pub mod evaluate;

pub mod compare;

pub mod prove;

pub mod document;

pub mod emit;

pub mod config;

pub mod analysis;

pub mod cli;
