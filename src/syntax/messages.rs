//! What the findings about the form of a policy say.
//!
//! In: where matching failed and what would have fitted. Out: one finding, with the near word or the declaration that does
//! know it.

use super::ast::Declaration;
use super::matcher::{Expected, Failure, Head, RESERVED};
use super::schema::{self, Pattern, Schema, SlotType};
use crate::diagnostic::{Diagnostic, nearest, registry};
use crate::source::Span;

/// "a calendar", "an offer".
pub(super) fn article(keyword: &str) -> String {
    let an = keyword.starts_with(['a', 'e', 'i', 'o', 'u']);
    format!("{} {keyword}", if an { "an" } else { "a" })
}

/// What the body of a schema is called in a message.
fn spoken(schema: &Schema) -> String {
    match schema.keyword {
        "policy" => "the header of a policy".to_owned(),
        keyword => home(keyword),
    }
}

/// A declaration as the place where a word is known.
fn home(keyword: &str) -> String {
    match keyword {
        "changes" | "scope" | "queue" | "maintenance" | "availability" => format!("`{keyword}`"),
        keyword => article(keyword),
    }
}

/// A list with "or" before the last.
fn or_list(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [all @ .., last] => format!("{} or {last}", all.join(", ")),
    }
}

fn quoted(words: &[&str]) -> String {
    words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
}

fn shown(word: &str) -> String {
    if word.chars().count() > 40 {
        format!("{}…", word.chars().take(40).collect::<String>())
    } else {
        word.to_owned()
    }
}

impl Expected {
    /// What a message calls it.
    fn spoken(self) -> String {
        match self {
            Self::Word(word) => format!("`{word}`"),
            Self::Value(kind) => kind.spoken(),
            Self::Within(what) => what.to_owned(),
            Self::Another => "a comma and one more".to_owned(),
            Self::Qualifier(word) => format!("`, {word} …`"),
            Self::Condition => "a condition (`when …`)".to_owned(),
            Self::End => "the end of the line".to_owned(),
        }
    }
}

/// What stands at a place, as much of it as one thing: a whole text in quotes, or a word.
fn found(head: Head<'_>, at: usize) -> &str {
    let rest = &head.text[at..];
    if let Some(inner) = rest.strip_prefix('"') {
        let end = inner.find(['"', '\n']).map_or(rest.len(), |end| end + 2);
        return rest[..end.min(rest.len())].trim_end();
    }
    head.word(at)
}

/// A clause that no pattern of its declaration fits.
pub(super) fn no_fit(
    head: Head<'_>,
    schema: &'static Schema,
    statement: Option<&'static Pattern>,
    failure: &Failure,
) -> Diagnostic {
    if let Some((at, finding)) = &failure.bad
        && *at >= failure.at
    {
        return (**finding).clone();
    }
    let first = head.word(0);
    let known = Known::new(schema, statement);
    let second = head.skip(first.len());
    // Only patterns that begin with a name came as far as the second word: the first may be a misspelt word.
    if failure.at == 0
        || failure.at <= second && !known.words.contains(&first) && known.near(first).is_some()
        || head.text.is_empty()
    {
        return unknown_word(head, &known);
    }
    let finding = deepest(head, failure);
    if failure.expected.contains(&Expected::End)
        && known.words.contains(&found(head, failure.at))
        && failure.expected.iter().all(|what| !matches!(what, Expected::Word(_)))
    {
        return finding.help("a new statement begins on a line of its own, or behind `;`");
    }
    let forms: Vec<String> = schema::own(schema, statement)
        .into_iter()
        .chain(schema::common())
        .filter(|pattern| pattern.first_words().contains(&first) && pattern.elements.len() > 1)
        .map(|pattern| format!("`{}`", readable(pattern.written)))
        .collect();
    // The form of the statement says nothing about a mistake in its condition.
    let in_condition = failure
        .expected
        .iter()
        .any(|what| matches!(what, Expected::Within(_) | Expected::Value(SlotType::Condition)));
    if forms.is_empty() || forms.len() > 4 || finding.help.is_some() || in_condition {
        finding
    } else {
        finding.help(format!("the form is {}", or_list(&forms)))
    }
}

/// A declaration whose own words do not fit.
pub(super) fn bad_head(head: Head<'_>, schema: &'static Schema, failure: &Failure) -> Diagnostic {
    if let Some((at, finding)) = &failure.bad
        && *at >= failure.at
    {
        return (**finding).clone();
    }
    let finding = deepest(head, failure);
    if finding.help.is_some() {
        return finding;
    }
    let title = if schema.has_name() { " name \"Title\"" } else { " \"Title\"" };
    let title = if schema.keyword == "use" { " \"folder/file.policy\"" } else { title };
    finding.help(format!("the form is `{}{title}`", schema.keyword))
}

/// Where the patterns came to an end, what would have fitted there, and what stands there.
fn deepest(head: Head<'_>, failure: &Failure) -> Diagnostic {
    let at = failure.at;
    let mut expected = failure.expected.clone();
    expected.sort();
    let word = found(head, at);
    let (span, found_text) = if word.is_empty() {
        (head.span(0, head.text.len()).after(), "the line ends".to_owned())
    } else {
        (head.span(at, at + word.len()), format!("found `{}`", shown(word)))
    };
    let symbol = match word {
        "if" | "where" | "whenever" => Some("when").filter(|_| expected.contains(&Expected::Condition)),
        sign => symbol(sign).filter(|_| expected.iter().any(|what| matches!(what, Expected::Within(_)))),
    };
    let words = expected.iter().flat_map(|what| match what {
        Expected::Word(word) => std::slice::from_ref(word),
        Expected::Value(kind) => kind.words(),
        Expected::Within(_)
        | Expected::Another
        | Expected::Qualifier(_)
        | Expected::Condition
        | Expected::End => &[],
    });
    let words = words.copied();
    let near = nearest(word, words).filter(|near| *near != word && word.chars().count() > 1);
    let named: Vec<String> = match near.or(symbol) {
        Some(near) => vec![format!("`{near}`")],
        None => expected.iter().take(6).map(|what| what.spoken()).collect(),
    };
    let before: Vec<&str> = head.text[..at].split_whitespace().collect();
    let before = before.join(" ");
    let after = match head.word(0) {
        first if before.chars().count() > 60 => format!("`{first} …`"),
        _ => format!("`{before}`"),
    };
    let finding = Diagnostic::new(
        &registry::SYNTAX,
        span,
        format!("after {after} expected {}, but {found_text}", or_list(&named)),
    );
    if let Some(near) = near.or(symbol) {
        return finding.label(format!("did you mean `{near}`?")).fix(
            format!("change it to `{near}`"),
            near.eq_ignore_ascii_case(word),
            span,
            near,
        );
    }
    if word.is_empty() {
        return finding.label("something is missing here");
    }
    if expected.iter().any(|what| matches!(what, Expected::Within(_))) {
        return finding.label("this does not fit here").help(
            "a condition is written as `severity is critical and (plan is premium or channel is phone)`",
        );
    }
    let digits = word.find(|c: char| !c.is_ascii_digit()).unwrap_or(word.len());
    if digits > 0
        && word[digits..].chars().all(char::is_alphabetic)
        && expected.contains(&Expected::Value(SlotType::Number))
        && digits < word.len()
    {
        let apart = format!("{} {}", &word[..digits], &word[digits..]);
        return finding.label("a number stands apart from the next word").fix(
            format!("change it to `{apart}`"),
            true,
            span,
            apart,
        );
    }
    let wants_name = expected.iter().any(|what| matches!(what, Expected::Value(SlotType::Ref(_))))
        && !expected
            .iter()
            .any(|what| matches!(what, Expected::Value(kind) if !matches!(kind, SlotType::Ref(_))));
    if wants_name && let Some((label, help)) = why_no_name(word) {
        let finding = finding.label(label);
        return match help {
            Some(name) => finding.fix(format!("change it to `{name}`"), false, span, name),
            None => finding.help("write another name"),
        };
    }
    finding.label("this does not fit here")
}

/// What a sign stands for in a condition.
fn symbol(word: &str) -> Option<&'static str> {
    Some(match word {
        "=" | "==" | "equals" | "are" => "is",
        "!=" | "<>" | "≠" => "is not",
        ">=" | "=>" | "≥" => "is at least",
        "<=" | "=<" | "≤" => "is at most",
        ">" => "is more than",
        "<" => "is less than",
        "in" => "is one of",
        "&" | "&&" => "and",
        "|" | "||" => "or",
        _ => return None,
    })
}

/// Why a word is no name, and the name that it could be.
fn why_no_name(word: &str) -> Option<(String, Option<String>)> {
    if RESERVED.contains(&word) {
        return Some((format!("`{word}` is a word of the language and cannot be a name"), None));
    }
    if word.starts_with(['"', '“', '„', '«']) {
        let name = as_name(word).map(|name| format!("{name} {word}"));
        return Some(("the name comes first, then the title in quotes".to_owned(), name));
    }
    let label = if word.starts_with(char::is_uppercase) {
        "a name begins with a small letter"
    } else if word.starts_with(|c: char| c.is_ascii_digit()) {
        "a name begins with a letter"
    } else if word.contains(['_', '-']) && word.starts_with(char::is_alphabetic) {
        "the words of a name are joined by single hyphens"
    } else {
        return None;
    };
    Some((label.to_owned(), as_name(word)))
}

/// The name that a word or title was meant to be: `Premium` as `premium`, `a_b` as `a-b`.
fn as_name(word: &str) -> Option<String> {
    let lower = word.to_lowercase();
    let parts: Vec<&str> =
        lower.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()).collect();
    let name = parts.join("-");
    (name.starts_with(char::is_alphabetic) && name.chars().count() <= 30).then_some(name)
}

/// A pattern without the names of its slots: `notice <duration> [via <channel>]`.
fn readable(written: &str) -> String {
    let mut text = String::new();
    let mut rest = written;
    while let Some(start) = rest.find('<') {
        let Some(end) = rest[start..].find('>') else { break };
        text.push_str(&rest[..start]);
        let slot = &rest[start + 1..start + end];
        let kind = slot.split_once(':').map_or(slot, |(_, kind)| kind);
        text.push_str(&match kind.trim_end_matches('+') {
            kind if kind.contains('/') => kind.to_owned(),
            "lapse" | "duration" => "<length of time>".to_owned(),
            "cadence" => "<rhythm>".to_owned(),
            "no-figure" => "<best effort, none or no>".to_owned(),
            "date-rule" => "<date or rule>".to_owned(),
            "instant" => "<date and time>".to_owned(),
            "rule-path" => "<path of a rule>".to_owned(),
            "operand" | "expected" => "<value>".to_owned(),
            kind => format!("<{kind}>"),
        });
        rest = &rest[start + end + 1..];
    }
    text.push_str(rest);
    text
}

/// The words that a statement can begin with in one body.
struct Known {
    schema: &'static Schema,
    /// Those of the declaration or of the statement whose body it is, in the order of the schema.
    own: Vec<&'static str>,
    /// The same, with those of every body.
    words: Vec<&'static str>,
    /// The body of a statement.
    inner: bool,
}

impl Known {
    fn new(schema: &'static Schema, statement: Option<&'static Pattern>) -> Self {
        let mut own: Vec<&'static str> = Vec::new();
        for word in schema::own(schema, statement).into_iter().flat_map(Pattern::first_words) {
            if !own.contains(&word) {
                own.push(word);
            }
        }
        let mut words = own.clone();
        words.extend(schema::common().iter().flat_map(Pattern::first_words));
        Self { schema, own, words, inner: statement.is_some() }
    }

    /// The known word that a word is near to; in a section, the keywords of declarations are known too.
    fn near(&self, word: &str) -> Option<&'static str> {
        let holds = self.schema.holds_declarations && !self.inner;
        let keywords = if holds { Declaration::KEYWORDS } else { &[] };
        nearest(word, self.words.iter().copied().chain(keywords.iter().copied()))
            .filter(|near| *near != word && word.chars().count() > 1)
    }

    /// What the body is called.
    fn spoken(&self) -> String {
        if self.inner { "this body".to_owned() } else { spoken(self.schema) }
    }
}

/// The first word of a statement that its declaration does not know.
fn unknown_word(head: Head<'_>, known: &Known) -> Diagnostic {
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
    if Declaration::KEYWORDS.contains(&word) {
        return finding
            .label("this begins a declaration")
            .help(format!("{} is declared outside of these braces, or inside a section", home(word)));
    }
    let finding = match homes.as_slice() {
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

/// A word at the top of a file that begins no declaration.
pub(super) fn not_a_declaration(head: Head<'_>) -> Diagnostic {
    let word = found(head, 0);
    let span = head.span(0, word.len().max(1));
    if word.starts_with('"') {
        return Diagnostic::new(&registry::SYNTAX, span, "a text stands outside any declaration")
            .label("it belongs to nothing")
            .help("put it into a `section`, as in `section introduction { \"…\" }`");
    }
    let finding = Diagnostic::new(
        &registry::UNKNOWN_WORD,
        span,
        format!("`{}` does not begin a declaration", shown(word)),
    );
    let homes = schema::that_know(word);
    let keywords = Declaration::KEYWORDS.iter().copied().chain(["use"]);
    if homes.is_empty()
        && let Some(near) = nearest(word, keywords)
    {
        return finding.label(format!("did you mean `{near}`?")).fix(
            format!("change it to `{near}`"),
            near.eq_ignore_ascii_case(word),
            span,
            near,
        );
    }
    if homes.contains(&"body") {
        return finding
            .label("this is a word of every body")
            .help("put it between the braces of the declaration that it speaks of");
    }
    let homes: Vec<String> =
        homes.into_iter().filter(|keyword| *keyword != "inner").take(4).map(home).collect();
    if homes.is_empty() {
        finding
            .label("no declaration begins with this")
            .help("a file declares things such as `calendar`, `plan`, `commitment` or `section`; free text stands in a `section`")
    } else {
        finding
            .label(format!("this is a word of {}", or_list(&homes)))
            .help("put it between the braces of the declaration that it belongs to")
    }
}

/// A table where none belongs.
pub(super) fn stray_table(span: Span, keyword: Option<&str>) -> Diagnostic {
    let first = Span { end: span.start + 1, ..span };
    let message = keyword.map_or_else(
        || "a table stands outside any declaration".to_owned(),
        |keyword| format!("{} has no table", article(keyword)),
    );
    Diagnostic::new(&registry::SYNTAX, first, message)
        .label("the table begins here")
        .help("tables belong into a commitment, price, product, availability or derived fact, or into a `table` of their own")
}

/// Braces without words before them.
pub(super) fn orphan_body(span: Span) -> Diagnostic {
    Diagnostic::new(&registry::SYNTAX, span, "this brace opens a body that belongs to nothing")
        .label("no words stand before it")
        .help("say what it is the body of, as in `plan premium \"Premium\" { … }`")
}

/// A closing brace too many.
pub(super) fn stray_close(span: Span) -> Diagnostic {
    Diagnostic::new(&registry::SYNTAX, span, "this brace closes nothing")
        .label("no open brace belongs to it")
        .fix("take it out", false, span, "")
}

/// What the body of a declaration is called: "this plan", but "`scope`".
fn this(keyword: &str) -> String {
    match keyword {
        "changes" | "scope" | "queue" | "maintenance" | "availability" => format!("`{keyword}`"),
        keyword => format!("this {keyword}"),
    }
}

/// An opening brace without its end.
pub(super) fn unclosed(span: Span, schema: &Schema) -> Diagnostic {
    let message = format!("the body of {} does not end", this(schema.keyword));
    let finding =
        Diagnostic::new(&registry::UNCLOSED_BODY, span, message).label("no `}` belongs to this brace");
    finding.help("close it with `}` before the next declaration that begins in the first column")
}

/// A body that a declaration in the first column ended before its own brace came.
pub(super) fn interrupted(span: Span, keyword: &str, close: Span) -> Diagnostic {
    let message = format!("the body of {} ends before its closing brace", this(keyword));
    Diagnostic::new(&registry::UNCLOSED_BODY, span, message)
        .label("a declaration in the first column ends it")
        .related(close, "this brace comes too late")
        .help("close the body before that declaration, or indent the declaration if it belongs inside")
}

/// A text without its second quote.
pub(super) fn unclosed_text(span: Span, written: &str) -> Diagnostic {
    let block = written.starts_with("\"\"\"");
    let quote = if block { 3 } else { 1 };
    let place = Span { end: span.start + quote, ..span };
    let finding = Diagnostic::new(&registry::UNCLOSED_TEXT, place, "the text that begins here does not end");
    if block {
        finding.label("no `\"\"\"` follows").help("end it with `\"\"\"` on a line of its own")
    } else if written.contains(['”', '“', '„']) {
        finding.label("a curly quote does not end it").help("end it with a straight quote, `\"`")
    } else {
        finding
            .label("no second quote follows on this line")
            .help("end it with a quote, or write a text of several lines between `\"\"\"` and `\"\"\"`")
    }
}

/// A body behind something that has none.
pub(super) fn needless_body(span: Span, keyword: &str) -> Diagnostic {
    Diagnostic::new(
        &registry::SYNTAX,
        Span { end: span.start + 1, ..span },
        format!("`{keyword}` has no body"),
    )
    .label("this body belongs to nothing")
}

/// `except` or `usually` before something that it cannot change.
pub(super) fn misplaced_mark(span: Span, word: &str, before: &str) -> Diagnostic {
    Diagnostic::new(&registry::SYNTAX, span, format!("`{word}` belongs before {before}"))
        .label("this line gives none")
        .fix(format!("take `{word}` out"), false, span, "")
}

/// A figure that is not known yet.
pub(super) fn unfilled(span: Span) -> Diagnostic {
    Diagnostic::new(&registry::UNFILLED, span, "something is not filled in yet")
        .label("`?` stands for something that is not known")
        .help("write it once it is known")
}
