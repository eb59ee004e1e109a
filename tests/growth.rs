//! Work grows with the size of a policy and not faster, whatever there is much of: twice the policy is about twice the work.
//!
//! Work is counted in bytes and pieces of memory that were asked for, which is the same in every run. `AVOUCH_LARGE=100`
//! multiplies the sizes, `AVOUCH_SHAPE` chooses one shape; `AVOUCH_LARGE_FOLDER` writes the policies there instead, for measuring instructions and time, see
//! `docs/dev/evidence.md`.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop where the tool may not")]

#[path = "support/large.rs"]
mod large;

use avouch::analysis::{self, Memory};
use avouch::config::Settings;
use avouch::emit::{BuildOptions, Form};
use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};
use std::alloc::System;
use std::path::Path;

#[global_allocator]
static COUNTED: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

/// The smaller of the two sizes that are compared.
const SIZE: usize = 40;

/// How much more work twice the size may be: twice, and a little for what is sorted and for sets of values, which have a
/// bit for each. Work that grows with the square of the size is four times as much.
const MOST: f64 = 2.8;

fn number(variable: &str) -> Option<usize> {
    std::env::var(variable).ok().and_then(|number| number.parse().ok())
}

/// The bytes and pieces of memory that it takes to check and build a shape at a size; or why it has no answer.
fn work(shape: &str, size: usize) -> Result<[usize; 2], String> {
    let mut files = Memory::default();
    for (path, text) in large::files(shape, size) {
        files.insert(&path, text);
    }
    let region = Region::new(COUNTED);
    let analysis = analysis::analyse("large.policy", &files, &Settings::default());
    if analysis.broken != large::is_wrong(shape) {
        let messages: Vec<&String> =
            analysis.findings.iter().map(|finding| &finding.message).take(3).collect();
        return Err(format!("{shape} at {size}: {messages:?}"));
    }
    if !analysis.broken {
        let forms = vec![Form::Html, Form::Markdown, Form::Rules, Form::Yaml];
        let options = BuildOptions { forms, audiences: vec![], languages: vec![] };
        let made = analysis::artifacts(&analysis, &options).map_err(|error| format!("{shape}: {error}"))?;
        assert_eq!(made.len(), 5, "{shape}");
    }
    let change = region.change();
    let bytes = change.bytes_allocated + change.bytes_reallocated.unsigned_abs();
    Ok([bytes, change.allocations + change.reallocations])
}

/// What grows faster than the policy of this shape does.
#[expect(clippy::cast_precision_loss, reason = "a ratio of amounts needs no more digits")]
fn growth(shape: &str, size: usize) -> Result<(), String> {
    // What is made once, such as schemas, is not counted.
    work(shape, 2)?;
    let (one, two, four) = (work(shape, size)?, work(shape, 2 * size)?, work(shape, 4 * size)?);
    for (what, at) in [("bytes", 0), ("pieces", 1)] {
        // What does not grow at all is taken out by comparing what is added.
        let (first, second) = (two[at].saturating_sub(one[at]), four[at].saturating_sub(two[at]));
        let ratio = second as f64 / first.max(1) as f64;
        if ratio > MOST {
            return Err(format!("{shape}: {ratio:.2} times the {what} ({one:?}, {two:?}, {four:?})"));
        }
    }
    Ok(())
}

#[test]
fn twice_the_policy_is_about_twice_the_work() {
    if let Ok(folder) = std::env::var("AVOUCH_LARGE_FOLDER") {
        write(Path::new(&folder));
        return;
    }
    let size = SIZE * number("AVOUCH_LARGE").unwrap_or(1);
    let only = std::env::var("AVOUCH_SHAPE").ok();
    let shapes = large::shapes().filter(|shape| only.as_deref().is_none_or(|only| only == *shape));
    let faults: Vec<String> = shapes.filter_map(|shape| growth(shape, size).err()).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Writes every shape at the sizes of `AVOUCH_LARGE` and twice that.
fn write(folder: &Path) {
    let size = SIZE * number("AVOUCH_LARGE").unwrap_or(1);
    for shape in large::shapes() {
        for size in [size, 2 * size] {
            let folder = folder.join(shape).join(size.to_string());
            std::fs::create_dir_all(&folder).expect("a folder");
            for (path, text) in large::files(shape, size) {
                std::fs::write(folder.join(path), text).expect("a file");
            }
        }
    }
}
