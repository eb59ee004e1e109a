//! From text to tree: the grammar, the schemas, the typed tree, comments and recovery.
//!
//! In: a source. Out: a [`ast::File`] and the mistakes of its form; there is always a tree. This is the only room that knows pest.

pub mod ast;
