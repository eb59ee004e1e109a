//! Tables in columns: what a Parquet file says is kept with its types, and a file that is not whole is told of.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop where the tool may not")]

use parquet::basic::Compression;
use parquet::data_type::{ByteArray, ByteArrayType, DataType, Int32Type, Int64Type};
use parquet::file::properties::WriterProperties;
use parquet::file::reader::{FileReader as _, SerializedFileReader};
use parquet::file::writer::{SerializedFileWriter, SerializedRowGroupWriter};
use parquet::schema::parser::parse_message_type;
use std::fs::{self, File};
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::sync::Arc;
use tempfile::TempDir;

const POLICY: &str = r#"policy desk "Desk" {
  written in en
  timezone   Europe/Amsterdam
  business hours office
}
calendar office "Office hours" { open Mon..Fri 09:00..17:00; open on holidays }
severity high "High"
severity low "Low"
fact bought "Day of the purchase" { is a date }
commitment first-response "First response" {
  from  received
  until responded
  | severity | first-response   |
  |----------|------------------|
  | high     | 2 business hours |
  | low      | 2 business days  |
}
"#;

/// A folder with the policy, and the tables that another program wrote.
fn desk() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("desk.policy"), POLICY).unwrap();
    for entry in fs::read_dir("tests/tables").unwrap() {
        let path = entry.unwrap().path();
        fs::copy(&path, folder.path().join(path.file_name().unwrap())).unwrap();
    }
    folder
}

fn evaluate(folder: &TempDir, words: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_avouch"));
    let command = command.current_dir(folder.path()).args(["evaluate", "desk.policy"]).args(words);
    command.stdin(Stdio::null()).output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

fn read(folder: &TempDir, name: &str) -> String {
    fs::read_to_string(folder.path().join(name)).unwrap()
}

fn open(folder: &TempDir, name: &str) -> SerializedFileReader<File> {
    SerializedFileReader::new(File::open(folder.path().join(name)).unwrap()).unwrap()
}

/// The columns and rows of a file, and what is said of it.
fn shown(folder: &TempDir, name: &str) -> String {
    let file = open(folder, name);
    let about = file.metadata().file_metadata();
    let mut out = Vec::new();
    parquet::schema::printer::print_schema(&mut out, about.schema());
    let mut out = text(&out);
    for said in about.key_value_metadata().into_iter().flatten() {
        out.push_str(&format!("{} = {}\n", said.key, said.value.clone().unwrap_or_default()));
    }
    for row in file.get_row_iter(None).unwrap() {
        out.push_str(&format!("{}\n", row.unwrap()));
    }
    out
}

fn put<T: DataType>(
    group: &mut SerializedRowGroupWriter<'_, File>,
    values: &[T::T],
    defined: Option<&[i16]>,
) {
    let mut column = group.next_column().unwrap().unwrap();
    column.typed::<T>().write_batch(values, defined, None).unwrap();
    column.close().unwrap();
}

/// Groups of rows of a severity, a receipt and a number.
fn write(path: &Path, groups: &[usize]) {
    let schema = "message table {
        required binary severity (STRING);
        optional int64 received (TIMESTAMP(MILLIS,true));
        required int32 id (INTEGER(32,true));
    }";
    let properties = WriterProperties::builder().set_compression(Compression::SNAPPY).build();
    let schema = Arc::new(parse_message_type(schema).unwrap());
    let mut file =
        SerializedFileWriter::new(File::create(path).unwrap(), schema, Arc::new(properties)).unwrap();
    let mut number = 0;
    for rows in groups {
        let ids: Vec<i32> = (number..).take(*rows).collect();
        number += i32::try_from(*rows).unwrap();
        let word = |id: &i32| ["high", "low", "odd", "high", "low"][usize::try_from(id % 5).unwrap()];
        let words: Vec<ByteArray> = ids.iter().map(|id| word(id).into()).collect();
        let defined: Vec<i16> = ids.iter().map(|id| i16::from(id % 7 != 0)).collect();
        let times: Vec<i64> = ids
            .iter()
            .filter(|id| *id % 7 != 0)
            .map(|id| 1_780_000_000_000 + i64::from(*id) * 61_000)
            .collect();
        let mut group = file.next_row_group().unwrap();
        put::<ByteArrayType>(&mut group, &words, None);
        put::<Int64Type>(&mut group, &times, Some(&defined));
        put::<Int32Type>(&mut group, &ids, None);
        group.close().unwrap();
    }
    file.close().unwrap();
}

#[test]
fn columns_of_another_program_keep_their_types_and_values() {
    let folder = desk();
    let output = evaluate(&folder, &["cases.parquet", "-o", "out.parquet"]);
    assert_eq!(output.status.code(), Some(1), "{}", text(&output.stderr));
    insta::assert_snapshot!("columns", shown(&folder, "out.parquet"));
    insta::assert_snapshot!("columns_rejected", shown(&folder, "out.rejected.parquet"));
    let compressed = |name: &str| {
        let group = open(&folder, name).metadata().row_group(0).clone();
        group.columns().iter().all(|column| matches!(column.compression(), Compression::ZSTD(_)))
    };
    assert!(compressed("cases.parquet") && compressed("out.parquet"));
}

#[test]
fn times_of_twelve_bytes_are_instants() {
    let folder = desk();
    let output = evaluate(&folder, &["int96.parquet", "--output-form", "csv", "--rejected", "bad.csv"]);
    assert_eq!(output.status.code(), Some(1), "{}", text(&output.stderr));
    insta::assert_snapshot!("long_times", text(&output.stdout));
    insta::assert_snapshot!("long_times_rejected", read(&folder, "bad.csv"));
}

#[test]
fn every_form_becomes_every_other() {
    let folder = desk();
    let rows = "id,severity,received,price\n1,high,2026-11-20T16:00,0.5\n2,low,2026-11-20T16:00,\n";
    fs::write(folder.path().join("cases.csv"), rows).unwrap();
    let lines = "{\"id\":1,\"severity\":\"high\",\"received\":\"2026-11-20T16:00\",\"price\":0.5}\n\
                 {\"id\":2,\"severity\":\"low\",\"received\":\"2026-11-20T16:00\",\"tags\":[1],\"paid\":true,\"price\":2}\n";
    fs::write(folder.path().join("cases.jsonl"), lines).unwrap();
    let form = |from: &str, to: &str| {
        let output = evaluate(&folder, &[from, "-o", to]);
        assert_eq!(output.status.code(), Some(0), "{from} to {to}: {}", text(&output.stderr));
    };
    form("cases.csv", "of_csv.parquet");
    insta::assert_snapshot!("of_csv", shown(&folder, "of_csv.parquet"));
    form("cases.jsonl", "of_lines.parquet");
    insta::assert_snapshot!("of_lines", shown(&folder, "of_lines.parquet"));
    // The answers of answers have names of their own, and say the same.
    form("of_lines.parquet", "again.jsonl");
    insta::assert_snapshot!("again", read(&folder, "again.jsonl"));
    form("of_csv.parquet", "again.csv");
    insta::assert_snapshot!("again_csv", read(&folder, "again.csv"));
}

#[test]
fn neither_threads_nor_groups_of_rows_show() {
    let folder = desk();
    let path = |name: &str| folder.path().join(name);
    write(&path("one.parquet"), &[140_000]);
    write(&path("many.parquet"), &[1, 0, 59_999, 50_000, 30_000]);
    let mut seen = Vec::new();
    for (name, threads) in [("one", "1"), ("one", "4"), ("many", "2")] {
        let table = format!("{name}.parquet");
        let output = evaluate(&folder, &[&table, "-o", "out.parquet", "--threads", threads]);
        assert_eq!(output.status.code(), Some(1), "{}", text(&output.stderr));
        seen.push(["out.parquet", "out.rejected.parquet"].map(|name| fs::read(path(name)).unwrap()));
    }
    assert!(seen.windows(2).all(|pair| pair[0] == pair[1]));
    let rows = |name: &str| open(&folder, name).metadata().file_metadata().num_rows();
    assert_eq!((rows("out.parquet"), rows("out.rejected.parquet")), (112_000, 28_000));
    // Those that are kept are all others, in order.
    let file = open(&folder, "out.parquet");
    let ids: Vec<String> =
        file.into_iter().map(|row| row.unwrap().get_column_iter().nth(2).unwrap().1.to_string()).collect();
    let kept = (0..140_000).filter(|id| id % 5 != 2).map(|id| id.to_string());
    assert!(ids.into_iter().eq(kept));
}

#[test]
fn the_same_rows_say_the_same_in_text_and_in_columns() {
    let folder = desk();
    write(&folder.path().join("cases.parquet"), &[500, 500]);
    let words = ["cases.parquet", "-o", "cases.csv", "--rejected", "bad.csv"];
    assert_eq!(evaluate(&folder, &words).status.code(), Some(1));
    let first = read(&folder, "cases.csv");
    let plain: String =
        first.lines().map(|line| line.splitn(4, ',').take(3).collect::<Vec<_>>().join(",") + "\n").collect();
    fs::write(folder.path().join("plain.csv"), plain).unwrap();
    assert_eq!(evaluate(&folder, &["plain.csv", "-o", "second.csv"]).status.code(), Some(0));
    assert_eq!(first, read(&folder, "second.csv"));
    assert_eq!(first.lines().count(), 801);
}

#[test]
fn a_table_without_rows_is_a_table() {
    let folder = desk();
    write(&folder.path().join("none.parquet"), &[]);
    let output = evaluate(&folder, &["none.parquet", "-o", "out.parquet"]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    assert_eq!(open(&folder, "out.parquet").metadata().file_metadata().schema_descr().num_columns(), 9);
    assert!(!folder.path().join("out.rejected.parquet").exists());
}

#[test]
fn a_day_stored_as_its_midnight_is_a_day() {
    let folder = desk();
    let schema = "message table { required int64 bought (TIMESTAMP(MICROS,false)); required binary severity (STRING); }";
    let schema = Arc::new(parse_message_type(schema).unwrap());
    let file = File::create(folder.path().join("days.parquet")).unwrap();
    let mut file = SerializedFileWriter::new(file, schema, Arc::default()).unwrap();
    let mut group = file.next_row_group().unwrap();
    put::<Int64Type>(&mut group, &[1_780_012_800_000_000, 1_780_012_800_000_001], None);
    put::<ByteArrayType>(&mut group, &["high".into(), "high".into()], None);
    group.close().unwrap();
    file.close().unwrap();
    let output = evaluate(&folder, &["days.parquet", "--output-form", "csv", "--rejected", "bad.csv"]);
    assert_eq!(output.status.code(), Some(1), "{}", text(&output.stderr));
    assert!(text(&output.stdout).contains("2026-05-29T00:00:00,high,yes"), "{}", text(&output.stdout));
    assert!(read(&folder, "bad.csv").contains("`bought` is a date such as 2026-12-24"));
}

#[test]
fn what_is_no_whole_file_of_columns_is_told_and_leaves_nothing() {
    let folder = desk();
    let put = |name: &str, bytes: &[u8]| fs::write(folder.path().join(name), bytes).unwrap();
    let good = fs::read("tests/tables/cases.parquet").unwrap();
    put("cut.parquet", &good[..good.len() / 2]);
    put("cut_little.parquet", &good[..good.len() - 1]);
    put("empty.parquet", b"");
    put("text.parquet", b"severity,received\nhigh,2026-11-20T16:00\n");
    put("secret.parquet", &[b"PARE", &good[4..good.len() - 4], b"PARE"].concat());
    // The pages are there no more, but the end of the file still tells of them.
    let mut holed = good.clone();
    holed[4..400].fill(0xff);
    put("holed.parquet", &holed);
    put("out.parquet", b"what an earlier run wrote");
    let schema = Arc::new(
        parse_message_type("message t { required boolean severity; required boolean severity; }").unwrap(),
    );
    let file = File::create(folder.path().join("twice.parquet")).unwrap();
    SerializedFileWriter::new(file, schema, Arc::default()).unwrap().close().unwrap();
    let mut told = String::new();
    for words in [
        &["cut.parquet"][..],
        &["cut_little.parquet"],
        &["empty.parquet"],
        &["text.parquet"],
        &["secret.parquet"],
        &["twice.parquet"],
        &["cases.parquet", "--map", "tags=severity", "--map", "Severity=-"],
        &["cases.parquet", "--output-form", "csv"],
        &["cases.parquet", "--form", "csv"],
        &["cases.parquet", "-o", "cases.parquet"],
    ] {
        let all: Vec<&str> =
            if words.contains(&"-o") { words.to_vec() } else { [words, &["-o", "out.parquet"]].concat() };
        let output = evaluate(&folder, &all);
        assert_eq!(output.status.code(), Some(2), "{words:?}: {}", text(&output.stderr));
        told.push_str(&format!("> {}\n{}\n", words.join(" "), text(&output.stderr)));
    }
    insta::assert_snapshot!("not_whole", told);
    let output = evaluate(&folder, &["holed.parquet", "-o", "out.parquet"]);
    assert_eq!(output.status.code(), Some(2), "{}", text(&output.stderr));
    assert!(
        text(&output.stderr).contains("`holed.parquet` cannot be read: it is"),
        "{}",
        text(&output.stderr)
    );
    assert_eq!(read(&folder, "out.parquet"), "what an earlier run wrote");
    assert_eq!(fs::read(folder.path().join("cases.parquet")).unwrap(), good);
    let left = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name());
    assert_eq!(left.filter(|name| name.to_string_lossy().ends_with(".partial")).count(), 0);
}

#[test]
fn columns_come_from_standard_input_and_go_to_standard_output() {
    let folder = desk();
    let mut command = Command::new(env!("CARGO_BIN_EXE_avouch"));
    let output = command
        .current_dir(folder.path())
        .args(["evaluate", "desk.policy", "-", "--rejected", "bad.parquet"])
        .stdin(File::open("tests/tables/cases.parquet").unwrap())
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1), "{}", text(&output.stderr));
    evaluate(&folder, &["cases.parquet", "-o", "out.parquet"]);
    assert_eq!(output.stdout, fs::read(folder.path().join("out.parquet")).unwrap());
    let bad = |name: &str| fs::read(folder.path().join(name)).unwrap();
    assert_eq!(bad("bad.parquet"), bad("out.rejected.parquet"));
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_told() {
    let folder = desk();
    let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_avouch"));
    let command = command.current_dir(folder.path()).args(["evaluate", "desk.policy", "cases.parquet"]);
    let output = command.stdout(full).stdin(Stdio::null()).output().unwrap();
    assert_eq!(output.status.code(), Some(2), "{}", text(&output.stderr));
    assert!(text(&output.stderr).contains("standard output cannot be written: no space left on device"));
}
