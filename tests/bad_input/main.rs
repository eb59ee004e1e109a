//! What people see when what they give is bad: files that cannot be read or are no text, folders, links, settings and output
//! that stand in the way, and texts that nobody should have written.
//!
//! Each test shows the whole of what the program prints, in the order in which it prints it, and how it ends. Nothing here may
//! panic, hang, or leave a file half written.

#![allow(clippy::format_collect, reason = "texts are put together where a reader would read them")]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop where the tool may not")]

mod documents;
mod files;
mod folders;
mod names;
mod output;
mod program;
mod settings;
mod sizes;
mod texts;
mod uses;
