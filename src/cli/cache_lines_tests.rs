//! Lines of the cache, written and read again.

use super::super::trace::Read;
use super::*;

/// A policy of two files with a finding that can be mended and one that is excused.
fn checked(message: &str) -> (Analysis, Trace) {
    let counts = Counts { policies: 1, promises: 7, ..Counts::default() };
    let mut analysis = Analysis::unopened("a b.policy", counts, false);
    let own = analysis.sources.add(Source::new("a b.policy", "text"));
    let lent = analysis.sources.add(Source::new("lent.policy", "text"));
    let finding = |file| {
        Diagnostic::new(&registry::UNFILLED, Span::new(file, 1, 3), message).label("here").help("do that")
    };
    let by = Suppression::Excuse { reason: "later".to_owned(), span: Span::new(lent, 0, 1) };
    analysis.findings.push(finding(own).fix("change it", true, Span::new(own, 1, 3), "x"));
    analysis.suppressed.push(Suppressed { finding: finding(lent), by });
    let mut trace = Trace::default();
    for path in ["a b.policy", "lent.policy"] {
        let read = Read { stamp: Stamp::NONE, seen: Stamp::NONE, digest: format!("digest-of-{path}") };
        let read = Read { digest: read.digest.replace(' ', "-"), ..read };
        trace.paths.insert(path.to_owned(), format!("sub/{path}"));
        trace.files.insert(format!("sub/{path}"), read);
    }
    (analysis, trace)
}

#[test]
fn what_a_policy_came_to_is_read_as_it_was_written() {
    let (analysis, trace) = checked("`?` is not filled in");
    let written = line(&analysis, &trace).unwrap();
    let text = Lines::text("key", "one two", &[&written], 5);
    let lines = Lines::of(&text, "key").unwrap();
    assert_eq!((lines.silent, lines.policies.len(), lines.length), ("one two", 1, 5));
    let line = Line::of(lines.find("a b.policy", 1).unwrap()).unwrap();
    let inputs: Vec<Input<'_>> = line.inputs().map(|item| Input::of(item).unwrap()).collect();
    assert_eq!((inputs[0].path, inputs[0].place), ("a b.policy", "sub/a b.policy"));
    assert_eq!((inputs[1].digest, inputs[1].stamp), ("digest-of-lent.policy", Stamp::NONE));
    let brief = line.analysis(&inputs).unwrap();
    assert_eq!((line.texts(), line.analysis(&inputs[..1]).is_none()), (Some(2), true));
    assert_eq!(line.with(inputs.into_iter()), written);
    assert_eq!((brief.counts, brief.sources.iter().count()), (analysis.counts, 2));
    let shown = |one: &Diagnostic| (one.code, one.level, one.span, one.message.clone());
    assert_eq!(shown(&brief.findings[0]), shown(&analysis.findings[0]));
    assert_eq!(shown(&brief.suppressed[0].finding), shown(&analysis.suppressed[0].finding));
    assert!(fixes::of(&brief.findings[0], false).is_some() && brief.findings[0].label.is_empty());
}

#[test]
fn what_cannot_stand_in_a_line_is_not_remembered() {
    for message in ["a\u{1f}b", "a\u{1e}b", "a\tb"] {
        let (analysis, trace) = checked(message);
        assert!(line(&analysis, &trace).is_none(), "{message:?}");
    }
    let (analysis, mut trace) = checked("a");
    trace.lost = true;
    assert!(line(&analysis, &trace).is_none());
}

#[test]
fn a_text_that_is_not_whole_is_no_cache() {
    let (analysis, trace) = checked("a");
    let written = line(&analysis, &trace).unwrap();
    let text = Lines::text("key", "", &[&written], 0);
    assert!(Lines::of(&text, "key").is_some() && Lines::of(&text, "kex").is_none());
    for end in 0..text.len() {
        assert!(Lines::of(&text[..end], "key").is_none(), "{end}");
    }
    let twice = Lines::text("key", "", &[&written, &written], 0);
    assert!(Lines::of(&twice, "key").is_none());
}

#[test]
fn a_line_that_was_added_later_stands_for_the_one_before() {
    let lines = ["b", "d"].map(|path| format!("{path}\u{1f}old"));
    let text = Lines::text("key", "", &lines, 0);
    let added = ["d\u{1f}new\n", "c\u{1f}new\n", "c\u{1f}newer\n"].concat();
    let whole = format!("{text}{added}");
    let known = Lines::of(&whole, "key").unwrap();
    assert_eq!(known.policies, [("b", "b\u{1f}old"), ("c", "c\u{1f}newer"), ("d", "d\u{1f}new")]);
    assert_eq!((known.later, Lines::of(&text, "key").unwrap().later), (3, 0));
    for end in 1..added.len() {
        let broken = Lines::of(&whole[..text.len() + end], "key").is_none();
        assert_eq!(broken, !added[..end].ends_with('\n'), "{end}");
    }
}

#[test]
fn numbers_are_read_as_the_standard_library_reads_them() {
    let number = |text: &str| Words(text).number::<u64>();
    for text in ["0", "7", "18446744073709551615", "9999999999999999999", "007", "18446744073709551616"] {
        assert_eq!(number(text), text.parse().ok(), "{text}");
    }
    for text in ["", "-", "x", "1x", "-1", "1.0"] {
        assert_eq!(number(text), None, "{text}");
    }
    assert_eq!(Words("-5 6").number::<i64>(), Some(-5));
    assert_eq!(Words("256").number::<u8>(), None);
}
