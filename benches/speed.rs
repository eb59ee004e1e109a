//! How long the compiler takes: parsing, checking and building one policy, and how each grows with the number of policies
//! and with the size of one. `cargo bench` runs all of it, `cargo bench -- parse` what has that name; figures and what they
//! are held against stand in `docs/dev/performance.md`.

#![expect(clippy::expect_used, reason = "a measurement that cannot go on has failed")]

mod workload;

use avouch::analysis::{Memory, analyse, artifacts};
use avouch::config::Settings;
use avouch::emit::{BuildOptions, Form};
use avouch::source::{FileId, Source};
use avouch::syntax;
use criterion::{BatchSize, BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use std::hint::black_box;
use std::path::Path;
use std::process::{Command, Stdio};

const NORTHWIND: &str = include_str!("../examples/northwind.policy");

fn parse(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("parse");
    for (name, text) in [
        ("desk", workload::policy(1)),
        ("northwind", NORTHWIND.to_owned()),
        ("1MB", workload::large(1_000_000)),
    ] {
        let source = Source::new("a.policy", text);
        group.throughput(Throughput::Bytes(source.text().len() as u64));
        group.bench_function(name, |b| b.iter(|| syntax::parse(FileId(0), black_box(&source))));
    }
    group.finish();
}

fn check(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("check");
    let settings = Settings::default();
    for (name, text) in [("desk", workload::policy(1)), ("northwind", NORTHWIND.to_owned())] {
        let mut files = Memory::default();
        files.insert("a.policy", text.clone());
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_function(name, |b| b.iter(|| analyse("a.policy", black_box(&files), &settings)));
    }
    group.finish();
}

fn build(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("build");
    let options = BuildOptions {
        forms: vec![Form::Html, Form::Markdown, Form::Rules],
        audiences: Vec::new(),
        languages: Vec::new(),
    };
    for (name, text) in [("desk", workload::policy(1)), ("northwind", NORTHWIND.to_owned())] {
        let mut files = Memory::default();
        files.insert("a.policy", text.clone());
        let analysis = analyse("a.policy", &files, &Settings::default());
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_function(name, |b| b.iter(|| artifacts(black_box(&analysis), &options)));
    }
    group.finish();
}

/// The whole program over a folder: into a folder that is not there, and once more when nothing has changed.
fn site(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().expect("a folder");
    let policies = folder.path().join("policies");
    std::fs::create_dir(&policies).expect("a folder");
    for number in 0..200 {
        std::fs::write(policies.join(format!("desk-{number}.policy")), workload::policy(number))
            .expect("a file");
    }
    let build = |site: &Path| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_avouch"));
        command.arg("build").arg(&policies).arg("-o").arg(site).stderr(Stdio::null());
        assert!(command.status().expect("the program runs").success());
    };
    let mut group = criterion.benchmark_group("site of 200 policies");
    group.sample_size(20);
    let mut number = 0;
    group.bench_function("first", |b| {
        let fresh = || {
            number += 1;
            folder.path().join(format!("site-{number}"))
        };
        b.iter_batched(fresh, |site| build(&site), BatchSize::PerIteration);
    });
    let site = folder.path().join("site");
    build(&site);
    group.bench_function("again", |b| b.iter(|| build(&site)));
    group.finish();
}

/// Twice the work must not take much more than twice the time.
fn growth(criterion: &mut Criterion) {
    let settings = Settings::default();
    let mut group = criterion.benchmark_group("growth of one policy");
    group.sample_size(10);
    for kilobytes in [100, 200, 400, 800] {
        let mut files = Memory::default();
        files.insert("a.policy", workload::large(kilobytes * 1000));
        group.throughput(Throughput::Bytes(kilobytes as u64 * 1000));
        group.bench_with_input(BenchmarkId::from_parameter(kilobytes), &files, |b, files| {
            b.iter(|| analyse("a.policy", files, &settings));
        });
    }
    group.finish();
    let mut group = criterion.benchmark_group("growth of many policies");
    group.sample_size(10);
    for count in [100_u64, 200, 400, 800] {
        let mut files = Memory::default();
        let names: Vec<String> = (0..count).map(|number| format!("desk-{number}.policy")).collect();
        for (number, name) in (0..).zip(&names) {
            files.insert(name, workload::policy(number));
        }
        group.throughput(Throughput::Elements(count));
        group.bench_with_input(BenchmarkId::from_parameter(count), &files, |b, files| {
            b.iter(|| names.iter().map(|name| analyse(name, files, &settings).findings.len()).sum::<usize>());
        });
    }
    group.finish();
}

criterion_group!(speed, parse, check, build, site, growth);
criterion_main!(speed);
