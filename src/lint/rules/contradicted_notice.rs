//! Words about changes, maintenance or the end of a contract that state another notice than the one that is promised, or none.
//!
//! A sentence is about what the clause is about that it stands in, where it says nothing but that we tell of it: each of its words
//! is known, since a duration, a date or colleagues may be announced as well. Elsewhere it must say itself that it is about changes
//! of the policy, or about the end of a contract: with no more than little words between the two.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::hir::{Notice, Program, Quote, Rule};
use crate::lint::prose::{Compared, Kind, Little, Mark, Passage, Stated, Tag};
use crate::source::Span;
use crate::value::Duration;
use std::ops::Range;

/// Words that may stand between a length of time and what makes a notice of it.
const NEAR: usize = 3;

/// Looks at every length of time that is a notice, and at every "without notice".
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for passage in context.prose().perhaps_with(Tag::Ahead) {
        let lengths = passage.lengths();
        for stated in &lengths {
            let alone = lengths.iter().filter(|other| other.sentence == stated.sentence).count() == 1;
            if alone && is_notice(passage, stated) && !says(passage, stated.sentence, &[Tag::Not]) {
                findings.extend(stated_notice(context, passage, stated));
            }
        }
    }
    for passage in context.prose().perhaps_with(Tag::NoNotice) {
        findings.extend(without(context, passage));
    }
}

/// A notice that a sentence states, held against the one that it is about.
fn stated_notice(context: &Context<'_>, passage: &Passage<'_>, stated: &Stated) -> Option<Diagnostic> {
    let (program, sentence) = (context.program, stated.sentence);
    if let Some(rules) = own(program, passage) {
        let [rule] = rules else { return None };
        let told = is_told(passage, sentence, passage.place.keyword);
        return told.then(|| contradicted(context, passage, stated, rule)).flatten();
    }
    if is_of_changes(program, passage, sentence) {
        let [rule] = program.changes.as_ref()?.notices.rules.as_slice() else { return None };
        let told = is_told(passage, sentence, "changes");
        return told.then(|| contradicted(context, passage, stated, rule)).flatten();
    }
    let aside = passage.says_little(sentence, &[Little::Past, Little::Aside]);
    // That a contract can be ended is no hedge, though "can" may be one.
    let yours = is_done_to(passage, sentence, Tag::EndContract, Tag::Contract)
        && first_person(passage, sentence) != Some(Tag::We);
    (yours && !aside).then(|| other_ending(context, passage, stated)).flatten()
}

fn says(passage: &Passage<'_>, sentence: usize, tags: &[Tag]) -> bool {
    passage.tokens().says(sentence, tags)
}

/// The notices of the clause that a text stands in.
fn own<'a>(program: &'a Program, passage: &Passage<'_>) -> Option<&'a [Rule<Notice>]> {
    let name = &passage.place.owner.name;
    let notices = match passage.place.keyword {
        "changes" => &program.changes.as_ref()?.notices,
        "maintenance" => &program.maintenances.get(name)?.notices,
        "product" => &program.products.get(name)?.notices,
        _ => return None,
    };
    Some(&notices.rules)
}

/// Whether a sentence says that we tell of something so long before, and nothing else: every word is of the telling, of what such
/// a clause is about, or of the time.
fn is_told(passage: &Passage<'_>, sentence: usize, keyword: &str) -> bool {
    let tokens = passage.tokens();
    let of_changes = |tag: Tag| keyword == "changes" && matches!(tag, Tag::Change | Tag::ThisPolicy);
    let marks = tokens.marks_in(sentence).filter(|mark| mark.tag == Tag::Ahead || of_changes(mark.tag));
    let mut known: Vec<Range<usize>> = marks.map(Mark::tokens).collect();
    known.extend(passage.lengths().into_iter().map(|stated| stated.tokens));
    let range = tokens.sentence(sentence);
    if passage.place.keyword != keyword {
        // The title of the clause about changes.
        let gaps = range.clone().filter(|at| tokens.all[*at].kind == Kind::Gap);
        known.extend(gaps.map(|at| at..at + 1));
    }
    let kinds: &[Little] = match keyword {
        "maintenance" => &[Little::Announce, Little::Beside, Little::Upkeep],
        _ => &[Little::Announce, Little::Beside],
    };
    range.clone().any(|at| passage.little_at(at, &[Little::Announce]) > 0)
        && passage.says_only(sentence, kinds, &known)
}

/// Whether "in advance" or its like stands right before or behind a length of time.
fn is_notice(passage: &Passage<'_>, stated: &Stated) -> bool {
    let around = stated.tokens.start.saturating_sub(NEAR)..stated.tokens.end + NEAR;
    passage
        .tokens()
        .marks_in(stated.sentence)
        .any(|mark| mark.tag == Tag::Ahead && around.contains(&mark.tokens().start))
}

/// Whether a sentence is about changes of the policy: it says so, or quotes the title of the clause about them.
fn is_of_changes(program: &Program, passage: &Passage<'_>, sentence: usize) -> bool {
    if is_done_to(passage, sentence, Tag::Change, Tag::ThisPolicy) {
        return true;
    }
    let range = passage.tokens().range(passage.tokens().sentence(sentence));
    passage.piece.quotations.iter().any(|quotation| {
        let here = quotation.range.end > range.start && quotation.range.start <= range.end;
        let of = program.quotations.get(&quotation.span);
        here && matches!(of, Some(Quote::Title(to)) if to.keyword == "changes")
    })
}

/// Whether something is done to a thing: "change this policy", "this policy may change", and not "our prices in this policy may
/// change" nor "change the policy number".
fn is_done_to(passage: &Passage<'_>, sentence: usize, doing: Tag, thing: Tag) -> bool {
    let around = Around::of(passage, sentence);
    let doing = || passage.marks(doing).filter(|mark| mark.sentence() == sentence);
    let mut things = passage.marks(thing).filter(|mark| mark.sentence() == sentence);
    things.any(|thing| {
        let thing = &thing.tokens();
        doing().any(|doing| {
            let doing = &doing.tokens();
            if doing.end <= thing.start {
                (doing.end..thing.start).all(|at| around.is_little(at, &[Little::Joining]))
                    && around.ends(thing.end)
            } else {
                thing.end <= doing.start
                    && around.begins(thing.start)
                    && around.is_aside(thing.end..doing.start)
                    && around.ends(doing.end)
            }
        })
    })
}

/// What stands around two phrases of a sentence.
struct Around<'a> {
    passage: &'a Passage<'a>,
    sentence: Range<usize>,
    /// Lengths of time, and words about when and how something is done.
    asides: Vec<Range<usize>>,
}

impl<'a> Around<'a> {
    fn of(passage: &'a Passage<'_>, sentence: usize) -> Self {
        let marks = passage.tokens().marks_in(sentence);
        let when = marks.filter(|mark| matches!(mark.tag, Tag::Freely | Tag::NoNotice | Tag::Ahead));
        let mut asides: Vec<Range<usize>> = when.map(Mark::tokens).collect();
        let lengths = passage.lengths();
        asides.extend(lengths.iter().filter(|it| it.sentence == sentence).map(|it| it.tokens.clone()));
        Self { passage, sentence: passage.tokens().sentence(sentence), asides }
    }

    fn is_little(&self, at: usize, kinds: &[Little]) -> bool {
        let token = self.passage.tokens().all.get(at);
        let lexicon = self.passage.lexicon;
        token.zip(lexicon).is_some_and(|(token, lexicon)| lexicon.is_little(&token.text, kinds))
    }

    fn is_mark(&self, at: usize) -> bool {
        self.passage.tokens().all.get(at).is_some_and(|token| token.kind == Kind::Mark)
    }

    /// Whether tokens are no more than little words and asides: "may at any time and without notice be".
    fn is_aside(&self, tokens: Range<usize>) -> bool {
        let (mut at, mut behind) = (tokens.start, false);
        while at < tokens.end {
            let longest = self.asides.iter().filter(|aside| aside.start == at).map(|aside| aside.end).max();
            let and = || self.passage.marks(Tag::And).any(|mark| mark.tokens().start == at);
            match longest {
                Some(end) => (at, behind) = (end, true),
                None if self.is_little(at, &[Little::Helping, Little::Trailing]) || behind && and() => {
                    (at, behind) = (at + 1, false);
                }
                None => return false,
            }
        }
        at == tokens.end
    }

    /// Whether a thing that begins here is what the sentence is about, and not in or of something else.
    fn begins(&self, thing: usize) -> bool {
        let mut at = thing;
        while at > self.sentence.start && self.is_little(at - 1, &[Little::Joining]) {
            at -= 1;
        }
        let before = at.checked_sub(1).filter(|before| self.sentence.contains(before));
        before.is_none_or(|before| self.is_mark(before) || self.is_little(before, &[Little::Helping]))
    }

    /// Whether the last of two phrases ends here, and is not the beginning of another: "this policy number".
    fn ends(&self, at: usize) -> bool {
        !self.sentence.contains(&at)
            || self.is_mark(at)
            || self.asides.iter().any(|aside| aside.start == at)
            || self.is_little(at, &[Little::Helping, Little::Trailing])
            || self.passage.marks(Tag::And).any(|mark| mark.tokens().start == at)
    }
}

/// Which of us a sentence names first.
fn first_person(passage: &Passage<'_>, sentence: usize) -> Option<Tag> {
    let mut marks = passage.tokens().marks_in(sentence);
    marks.find(|mark| matches!(mark.tag, Tag::We | Tag::You)).map(|mark| mark.tag)
}

fn contradicted(
    context: &Context<'_>,
    passage: &Passage<'_>,
    stated: &Stated,
    rule: &Rule<Notice>,
) -> Option<Diagnostic> {
    let promised = ahead(rule)?;
    if !differs(stated, promised) {
        return None;
    }
    let written = passage.written(stated.tokens.clone());
    let promised = context.sources.slice(promised.span);
    Some(
        finding(
            passage.span(stated.tokens.clone()),
            format!("the text says {written}, and the notice is {promised}"),
            rule.span,
        )
        .help("quote it, as in `{changes notice}`, so that both always say the same"),
    )
}

fn ahead(rule: &Rule<Notice>) -> Option<&Duration> {
    let Notice::Ahead(length, _) = &rule.value else { return None };
    length.known()
}

fn differs(stated: &Stated, promised: &Duration) -> bool {
    matches!(stated.compare(promised), Compared::Shorter | Compared::Longer)
}

fn finding(span: Span, message: String, notice: Span) -> Diagnostic {
    Diagnostic::new(&registry::CONTRADICTED_NOTICE, span, message)
        .label("not what is promised")
        .related(notice, "the notice")
}

/// Another notice for the end of a contract than every plan has, or than the plan has in which it stands.
fn other_ending(context: &Context<'_>, passage: &Passage<'_>, stated: &Stated) -> Option<Diagnostic> {
    let place = &passage.place;
    let plans = context.program.plans.values();
    let here = plans.filter(|plan| place.keyword != "plan" || plan.clause.name == place.owner.name);
    let known: Vec<&Duration> =
        here.flat_map(|plan| &plan.runs).filter_map(|runs| runs.notice.as_ref()?.known()).collect();
    let first = known.first()?;
    if !known.iter().all(|promised| differs(stated, promised)) {
        return None;
    }
    let written = passage.written(stated.tokens.clone());
    let promised = context.sources.slice(first.span);
    let message = format!("the text says {written}, and the notice to end a contract is {promised}");
    Some(
        finding(passage.span(stated.tokens.clone()), message, first.span)
            .help("correct the one that is wrong"),
    )
}

/// Whether a sentence says nothing but that changes are made as one likes, and not of features or of what customers do.
fn is_freely_changed(passage: &Passage<'_>, sentence: usize) -> bool {
    const SAID: [Tag; 6] = [Tag::We, Tag::Change, Tag::ThisPolicy, Tag::Freely, Tag::NoNotice, Tag::And];
    let marks = passage.tokens().marks_in(sentence).filter(|mark| SAID.contains(&mark.tag));
    let known: Vec<Range<usize>> = marks.map(Mark::tokens).collect();
    let changed = says(passage, sentence, &[Tag::Change]);
    changed && passage.says_only(sentence, &[Little::Helping, Little::Joining, Little::Trailing], &known)
}

/// "We may change this policy at any time without notice", where a notice is promised.
fn without(context: &Context<'_>, passage: &Passage<'_>) -> Option<Diagnostic> {
    let changes = context.program.changes.as_ref()?;
    // Where some changes need no notice, the words may be about those.
    let all: Option<Vec<&Duration>> = changes.notices.rules.iter().map(ahead).collect();
    let promised = all?.into_iter().next()?;
    let mark = passage.marks(Tag::NoNotice).find(|mark| {
        let sentence = mark.sentence();
        let own = passage.place.keyword == "changes" && is_freely_changed(passage, sentence);
        let about = own || is_of_changes(context.program, passage, sentence);
        let freely = says(passage, sentence, &[Tag::Freely]);
        about && freely && !says(passage, sentence, &[Tag::Not, Tag::Limit])
    })?;
    let written = passage.written(mark.tokens());
    let notice = context.sources.slice(promised.span);
    let message = format!("the text says `{written}`, and changes have a notice of {notice}");
    let finding = finding(passage.span(mark.tokens()), message, promised.span);
    Some(finding.help("leave the words out, or say with `notice none when …` which changes need no notice"))
}
