//! Words that are not known where they stand: the word that they are near to, or the declaration that does know them.

use super::{asides, found, habits, home, or_list, sentences, shown, topics};
use crate::diagnostic::{Diagnostic, nearest, registry};
use crate::source::Span;
use crate::syntax::ast::Declaration;
use crate::syntax::grammar::{R, whole};
use crate::syntax::head::Head;
use crate::syntax::schema::{self, Pattern, Schema};
use crate::syntax::slips;

/// What to do with prose.
const IN_QUOTES: &str =
    "free text stands between quotes, `\"…\"`, or between `\"\"\"` and `\"\"\"` if it has several lines";

/// The words that a statement can begin with in one body.
pub(super) struct Known {
    schema: &'static Schema,
    /// Those of the declaration or of the statement whose body it is, in the order of the schema.
    own: Vec<&'static str>,
    /// The same, with those of every body.
    pub(super) words: Vec<&'static str>,
    /// The body of a statement.
    inner: bool,
}

impl Known {
    pub(super) fn new(schema: &'static Schema, statement: Option<&'static Pattern>) -> Self {
        let mut own: Vec<&'static str> = Vec::new();
        for word in schema::own(schema, statement).into_iter().flat_map(Pattern::first_words) {
            if !own.contains(word) {
                own.push(word);
            }
        }
        let mut words = own.clone();
        words.extend(schema::common().iter().flat_map(Pattern::first_words));
        Self { schema, own, words, inner: statement.is_some() }
    }

    /// The known word that a word is near to; in a section, the keywords of declarations are known too.
    pub(super) fn near(&self, word: &str) -> Option<&'static str> {
        let holds = self.schema.holds_declarations && !self.inner;
        let keywords = if holds { Declaration::KEYWORDS } else { &[] };
        // `notwithin` is the opposite of `within`.
        let denied = |near: &str| {
            word.strip_suffix(near)
                .is_some_and(|before| matches!(before, "no" | "non" | "not" | "not-" | "un"))
        };
        // A word that denies is a misspelling of none, as `not` is none of `note`.
        if habits::denies(word) {
            return None;
        }
        nearest(word, self.words.iter().copied().chain(keywords.iter().copied()))
            .filter(|near| *near != word && word.chars().count() > 1 && !denied(near))
    }

    /// What the body is called.
    fn spoken(&self) -> String {
        if self.inner { "the lines between these braces".to_owned() } else { spoken(self.schema) }
    }
}

/// Whether a word is near to one that begins a statement of a declaration, without being it.
pub(in crate::syntax) fn is_near(word: &str, schema: &'static Schema) -> bool {
    let known = Known::new(schema, None);
    !known.words.contains(&word) && known.near(word).is_some()
}

/// Whether people write a word for one that begins a statement of a declaration, as `company` for `publisher`.
pub(in crate::syntax) fn is_other_word(word: &str, schema: &'static Schema) -> bool {
    // In a channel `hours "Office hours"` names a calendar.
    schema.keyword == "channel" && word == "hours"
        || Known::new(schema, None).words.iter().any(|known| slips::stands_for(word, known))
}

/// The first word of a statement that its declaration does not know.
pub(super) fn unknown_word(head: Head<'_>, known: &Known) -> Diagnostic {
    let word = found(head, 0);
    let span = head.span(0, word.len());
    let finding = Diagnostic::new(
        &registry::UNKNOWN_WORD,
        span,
        format!("`{}` is not a word of {}", shown(word), known.spoken()),
    );
    let homes: Vec<&str> = schema::that_know(word)
        .into_iter()
        .filter(|home| !matches!(*home, "body" | "inner") && (known.inner || *home != known.schema.keyword))
        .collect();
    if let Some((english, length)) =
        slips::english(head.text).filter(|(english, _)| known.words.contains(english))
    {
        return in_english(head, length, english);
    }
    // `url "…" open always`: another word for one that is known, in a line that is wrong further on as well.
    if homes.is_empty()
        && let Some(meant) = known.own.iter().find(|meant| slips::stands_for(word, meant))
    {
        return finding.label(format!("did you mean `{meant}`?")).fix(
            format!("change it to `{meant}`"),
            false,
            span,
            *meant,
        );
    }
    // A sentence that happens to begin like a statement lacks its quotes, whatever its first word is near to.
    if homes.is_empty() && is_sentence(head) {
        return finding.label("no statement begins with a capital").help(IN_QUOTES);
    }
    // `business-hours`, where two words belong.
    let apart = word.replace('-', " ");
    if apart != word && known.words.iter().any(|known| apart.split(' ').next() == Some(*known)) {
        return finding.label(format!("did you mean `{apart}`?")).fix(
            format!("change it to `{apart}`"),
            false,
            span,
            apart,
        );
    }
    // `time zone`, which is one word here.
    let second = head.word(head.skip(word.len()));
    let joined = format!("{word}{second}");
    if !second.is_empty() && known.words.contains(&joined.as_str()) {
        let place = head.span(0, head.skip(word.len()) + second.len());
        let message = format!("`{word} {second}` is written as one word");
        let finding = Diagnostic::new(&registry::UNKNOWN_WORD, place, message);
        return finding.label("one word").fix(format!("change it to `{joined}`"), true, place, joined);
    }
    if let "when" | "unless" | "if" = word {
        return finding.label("a condition stands behind what it is for").help(
            "put it at the end of its line, as `within 4 hours unless severity is low`; for all lines between two braces, write `only when …`",
        );
    }
    // A word that something else knows is rarely a misspelling of a word that is known here.
    if homes.is_empty()
        && let Some(near) = known.near(word)
    {
        return finding.label(format!("did you mean `{near}`?")).fix(
            format!("change it to `{near}`"),
            near.eq_ignore_ascii_case(word),
            span,
            near,
        );
    }
    if looks_like_prose(head) {
        let finding = finding.label("no statement begins with this");
        // In small letters it may as well be a statement in other words.
        let statement = head.text.starts_with(char::is_lowercase) && !known.own.is_empty();
        return finding.help(if statement {
            format!("a statement begins with {}; {IN_QUOTES}", or_list(&words_in_marks(&known.own)))
        } else {
            IN_QUOTES.to_owned()
        });
    }
    if known.own.contains(&"within")
        && (matches!(word, "guaranteed" | "guarantee" | "best-effort") || habits::is_aim(word))
    {
        return finding.label("how firm a promise is stands behind its figure").help(
            "write `target` or `guaranteed` behind each figure, as in `within 4 business hours target`",
        );
    }
    if Declaration::KEYWORDS.contains(&word) {
        return finding
            .label("this begins a declaration")
            .help(format!("{} is declared outside of these braces, or inside a section", home(word)));
    }
    not_here(head, known, &homes, finding)
}

/// A word that no statement here begins with: where it is known, and what can stand here.
fn not_here(head: Head<'_>, known: &Known, homes: &[&str], finding: Diagnostic) -> Diagnostic {
    let word = found(head, 0);
    let finding = match homes {
        // Several words that no other line has are hardly one wrong word.
        [] if !known.inner && is_phrase(head) => {
            let text = head.text.trim_end();
            let finding =
                asides::whole_line(head, known.schema).label(format!("no line begins with `{word}`"));
            let words = asides::in_words(known.schema, text);
            return finding.help(format!(
                "a line begins with {}; words for readers stand between quotes: {words}",
                or_list(&words_in_marks(&known.own))
            ));
        }
        [] => finding.label("no statement begins with this"),
        homes => {
            let homes: Vec<String> = homes.iter().take(4).map(|keyword| home(keyword)).collect();
            finding.label(format!("this is a word of {}", or_list(&homes)))
        }
    };
    let common: Vec<&str> = known.words[known.own.len()..].to_vec();
    finding.help(if known.own.is_empty() {
        format!("what can stand here is {}", quoted(&common))
    } else {
        format!("what can stand here is {}, and, as everywhere, {}", quoted(&known.own), quoted(&common))
    })
}

/// A word that another language has for one of ours.
fn in_english(head: Head<'_>, length: usize, english: &str) -> Diagnostic {
    let (place, written) = (head.span(0, length), &head.text[..length]);
    let message =
        format!("the words of a policy are English in every language: `{english}`, not `{written}`");
    let finding = Diagnostic::new(&registry::UNKNOWN_WORD, place, message).label(format!("`{english}`"));
    finding.fix(format!("change it to `{english}`"), false, place, english)
}

/// Whether a line of a body is prose that lacks its quotes.
pub(in crate::syntax) fn is_prose(
    head: Head<'_>,
    schema: &'static Schema,
    statement: Option<&'static Pattern>,
) -> bool {
    let known = Known::new(schema, statement);
    let word = found(head, 0);
    looks_like_prose(head)
        && !known.words.contains(&word)
        && (known.near(word).is_none() || is_sentence(head))
        && schema::that_know(word).is_empty()
}

/// Whether words begin with a capital and end as a sentence does, or are too many for a statement.
fn is_sentence(head: Head<'_>) -> bool {
    let ends = head.text.ends_with(['.', ':', '!', '?', '…']) || head.text.split_whitespace().count() > 4;
    ends && head.text.starts_with(char::is_uppercase) && looks_like_prose(head)
}

/// Whether a line is three or four plain words, in small letters.
fn is_phrase(head: Head<'_>) -> bool {
    let text = head.text.trim_end();
    // With a figure it is a promise or a price, and no remark.
    let plain = |c: char| c.is_lowercase() || matches!(c, ' ' | '-' | ',' | '.' | '\'' | '’');
    text.chars().all(plain)
        && text.starts_with(char::is_lowercase)
        && (3..=4).contains(&text.split_whitespace().count())
}

/// Whether words read as a sentence or as an item of a list, and not as a statement.
fn looks_like_prose(head: Head<'_>) -> bool {
    let begins = head.text.chars().next().is_some_and(|first| {
        first.is_uppercase() || matches!(first, '-' | '*' | '•' | '–' | '>') || first.is_ascii_digit()
    });
    let words = head.text.split_whitespace().count();
    !head.text.contains(['"', '“', '„', '{']) && (begins && words > 1 || words > 4)
}

/// A word at the top of a file that begins no declaration, and the keyword that it is near to.
///
/// `first` is the first word of its body: values of a fact do not begin as statements do.
pub(in crate::syntax) fn not_a_declaration(
    head: Head<'_>,
    first: Option<&str>,
) -> (Diagnostic, Option<&'static str>) {
    // `internal note …`: what is wrong is the word behind the audience.
    let behind = if head.word(0) == "internal" { head.skip("internal".len()) } else { 0 };
    let head = if behind < head.text.len() { head.from(behind) } else { head };
    let word = found(head, 0);
    if word.is_empty() {
        // What people call white space is more than what the language knows as such.
        let finding = Diagnostic::new(
            &registry::SYNTAX,
            head.span(0, 0),
            "a space or line end of an unusual kind stands here",
        );
        return (finding.label("not a space or line end").help("type it again as a usual one"), None);
    }
    let span = head.span(0, word.len().max(1));
    if word.starts_with('"') {
        let finding = Diagnostic::new(&registry::SYNTAX, span, "a text stands outside any declaration")
            .label("it belongs to nothing")
            .help("put it into a `section`, as in `section introduction { \"…\" }`");
        return (finding, None);
    }
    if ["<<<<<<<", "=======", ">>>>>>>", "|||||||"].iter().any(|mark| word.starts_with(mark)) {
        let finding = Diagnostic::new(
            &registry::SYNTAX,
            span,
            "two versions of this file were merged, and nobody chose",
        )
        .label("a mark of the merge")
        .help("keep one of the two versions, and take the lines with these marks out");
        return (finding, None);
    }
    let finding = Diagnostic::new(
        &registry::UNKNOWN_WORD,
        span,
        format!("`{}` does not begin a declaration", shown(word)),
    );
    let homes = schema::that_know(word);
    if homes.is_empty()
        && let Some((english, length)) = slips::english_declaration(head.text)
    {
        return (in_english(head, length, english), Some(english));
    }
    let keywords = Declaration::KEYWORDS.iter().copied().chain(["use"]);
    if homes.is_empty()
        && let Some(near) = nearest(word, keywords)
    {
        let finding = finding.label(format!("did you mean `{near}`?")).fix(
            format!("change it to `{near}`"),
            near.eq_ignore_ascii_case(word),
            span,
            near,
        );
        return (finding, Some(near));
    }
    if homes.contains(&"body") {
        let finding = finding
            .label("this says something of a declaration")
            .help("put it between the braces of the declaration that it speaks of");
        return (finding, None);
    }
    let second = head.word(head.skip(word.len()));
    if homes.is_empty() && matches!(second, "must" | "may" | "should" | "shall" | "will") {
        let finding = finding.label(format!("what `{word}` {second} do is a line of a section"));
        return (finding.help("put it between the braces of a `section`"), None);
    }
    if homes.is_empty() && has_values(head) && first.is_none_or(|word| schema::that_know(word).is_empty()) {
        let finding = finding.label("is this a fact with values?");
        return (finding.help(format!("write `fact {word} \"…\" {{ … }}` with a line for each value")), None);
    }
    let homes: Vec<String> =
        homes.into_iter().filter(|keyword| *keyword != "inner").take(4).map(home).collect();
    let finding = if homes.is_empty() {
        if let Some(finding) = sentences::elsewhere(head) {
            return (finding, None);
        }
        let finding = finding.label("no declaration begins with this");
        if let Some(help) = topics::meant(head.text) {
            return (finding.help(help), None);
        }
        finding.help("a file declares things such as `calendar`, `plan`, `commitment` or `section`; free text stands in a `section`")
    } else {
        finding
            .label(format!("this is a word of {}", or_list(&homes)))
            .help("put it between the braces of the declaration that it belongs to")
    };
    (finding, None)
}

/// A line that begins no declaration, under a heading as word processors and Markdown have it: `# Response times`.
pub(in crate::syntax) fn under_heading(text: &str, head: Head<'_>, finding: Diagnostic) -> Diagnostic {
    const LONGEST: usize = 60;
    let before = text[..head.offset].trim_end();
    let start = before.rfind('\n').map_or(0, |end| end + 1);
    let line = before[start..].trim_start();
    let words = line.trim_start_matches('#');
    let title = words.trim();
    let heading = words.len() < line.len()
        && words.starts_with(' ')
        && title.starts_with(char::is_alphabetic)
        && title.chars().count() <= LONGEST
        && !title.ends_with(['.', ':', ';', '{', '}']);
    // Many a remark stands above a line of which one word is wrong.
    if !heading || !is_sentence(head) || head.text.contains('"') || finding.code != &registry::UNKNOWN_WORD {
        return finding;
    }
    let place = Span::new(head.file, before.len() - line.len(), before.len());
    let help = topics::meant(title).map_or_else(
        || {
            let name = slips::short_name(title).unwrap_or_else(|| "some-name".to_owned());
            format!("a heading with text under it is written `section {name} \"{title}\" {{ \"…\" }}`")
        },
        str::to_owned,
    );
    let finding = finding.related(place, "`#` begins a comment, which is on no page");
    Diagnostic { help: Some(help), ..finding }
}

/// `environment production "Production"`: written as a severity is, of something that the policy has to declare.
fn has_values(head: Head<'_>) -> bool {
    let mut words = head.text.split_whitespace();
    let names = [words.next(), words.next()];
    let is_name = |word: &str| whole(R::name, word).is_some_and(|name| name.as_str() == word);
    names.into_iter().all(|word| word.is_some_and(is_name))
        && words.next().is_some_and(|text| text.starts_with('"'))
}

/// What the body of a schema is called in a message.
fn spoken(schema: &Schema) -> String {
    match schema.keyword {
        "policy" => "the header of a policy".to_owned(),
        keyword => home(keyword),
    }
}

fn quoted(words: &[&str]) -> String {
    words_in_marks(words).join(", ")
}

fn words_in_marks(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| format!("`{word}`")).collect()
}
