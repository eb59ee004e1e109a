//! The schemas: which statements each declaration knows, in which form, with a comment and an example each.
//!
//! In: the files of `grammar/declarations/`, embedded. Out: patterns to match clauses against, loaded only for the
//! declarations that a file uses. Messages, suggestions, completion, the reference and the formatter read them too.

mod pattern;
mod slot;

pub use pattern::{Element, Slot};
pub use slot::SlotType;

use smallvec::SmallVec;
use std::sync::OnceLock;

/// The schema of one declaration.
#[derive(Debug)]
pub struct Schema {
    /// Its keyword.
    pub keyword: &'static str,
    /// The lines of the comment that says what it is for.
    comment: &'static str,
    /// The pattern of its head.
    pub head: Vec<Element>,
    /// The indented lines of its example.
    example: &'static str,
    /// Its statements, in the order of the reference.
    pub statements: Vec<Pattern>,
    /// What its tables hold; `None` when it has none.
    pub table: Option<&'static str>,
    /// Whether declarations may stand in its body.
    pub holds_declarations: bool,
    /// What a line of its body is tried as, in order.
    tried: OnceLock<Vec<&'static Pattern>>,
    /// Whether its statements are fields, whose names may have several words (`written in`) and stand in one column.
    pub has_fields: bool,
}

/// The pattern of one statement.
#[derive(Debug)]
pub struct Pattern {
    /// Its tag, which the typed statement has too.
    pub tag: &'static str,
    /// The lines of the comment that says what it says.
    comment: &'static str,
    /// The pattern as it was written.
    pub written: &'static str,
    first_words: SmallVec<[&'static str; 2]>,
    /// The first letters of these words, each as a bit; all bits when it can begin with a value.
    letters: u32,
    /// The pattern; read when a line is tried as it, as few of a file are.
    elements: OnceLock<Vec<Element>>,
    /// Whether it gives a value, so that `except` may stand before it.
    pub gives_value: bool,
    /// Whether `usually` may stand before it.
    pub hedged: bool,
    /// The statements that its body knows.
    pub inner: Vec<&'static str>,
    /// What a line of its body is tried as, in order.
    tried: OnceLock<Vec<&'static Pattern>>,
}

macro_rules! schemas {
    ($($name:literal),* $(,)?) => {
        const TEXTS: &[(&str, &str)] =
            &[$(($name, include_str!(concat!("../../../grammar/declarations/", $name, ".schema")))),*];
    };
}

schemas! {
    "availability", "body", "calendar", "catalogue", "changes", "channel", "commitment", "definition", "document", "ensure",
    "entitlement", "escalation", "event", "example", "fact", "inner", "kind", "language", "maintenance", "offer", "party",
    "phase", "plan", "policy", "price", "priority", "process", "product", "question", "queue", "region", "role", "scope",
    "section", "severity", "table", "test", "use",
}

/// Where the names with each first letter begin among the texts, which are in order.
const LETTERS: [usize; 27] = {
    let mut letters = [0; 27];
    let mut index = 0;
    while index < TEXTS.len() {
        // Each name moves the beginnings of all letters behind its own.
        let mut letter = (TEXTS[index].0.as_bytes()[0] - b'a') as usize + 1;
        while letter < letters.len() {
            letters[letter] += 1;
            letter += 1;
        }
        index += 1;
    }
    letters
};

/// The place of a schema among the texts.
fn index(name: &str) -> Option<usize> {
    let letter = usize::from(name.bytes().next()?.checked_sub(b'a')?);
    let (start, end) = (*LETTERS.get(letter)?, *LETTERS.get(letter + 1)?);
    TEXTS[start..end].iter().position(|(known, _)| *known == name).map(|index| start + index)
}

/// The keyword of a declaration that a word is.
pub(super) fn keyword(word: &str) -> Option<&'static str> {
    let (name, _) = TEXTS[index(word)?];
    (!matches!(name, "body" | "inner" | "use")).then_some(name)
}

/// The schema of a keyword, of `body` (what every body knows) or of `inner` (bodies of statements).
pub fn of(keyword: &str) -> Option<&'static Schema> {
    static LOADED: [OnceLock<Option<Schema>>; TEXTS.len()] = [const { OnceLock::new() }; TEXTS.len()];
    let index = index(keyword)?;
    let (name, text) = TEXTS[index];
    LOADED[index].get_or_init(|| parse(name, text).ok()).as_ref()
}

/// The names of all schemas, in order.
pub fn names() -> impl Iterator<Item = &'static str> {
    TEXTS.iter().map(|(name, _)| *name)
}

/// The declarations whose statements begin with this word, for "this is a word of a calendar".
pub fn that_know(word: &str) -> Vec<&'static str> {
    names()
        .filter_map(of)
        .filter(|schema| schema.statements.iter().any(|pattern| pattern.first_words().contains(&word)))
        .map(|schema| schema.keyword)
        .collect()
}

/// The statements that a body knows beside those that every body knows: those of its declaration, or, in the body of a
/// statement, those that its pattern lists.
pub fn own(schema: &'static Schema, statement: Option<&Pattern>) -> Vec<&'static Pattern> {
    match statement {
        None => schema.statements.iter().collect(),
        Some(pattern) => of("inner")
            .map_or(&[][..], |inner| &inner.statements)
            .iter()
            .filter(|known| pattern.inner.contains(&known.tag))
            .collect(),
    }
}

/// Whether a statement of a body begins with this word.
pub fn knows(schema: &'static Schema, statement: Option<&'static Pattern>, word: &str) -> bool {
    tried(schema, statement).iter().any(|pattern| pattern.first_words().contains(&word))
}

/// Every statement that a body knows, in the order in which a line is tried as them: a word wins over a name in the same
/// place.
pub(super) fn tried(
    schema: &'static Schema,
    statement: Option<&'static Pattern>,
) -> &'static [&'static Pattern] {
    let order = statement.map_or(&schema.tried, |pattern| &pattern.tried);
    order.get_or_init(|| {
        let all = own(schema, statement).into_iter().chain(common());
        let (words, values): (Vec<_>, Vec<_>) = all.partition(|pattern| !pattern.first_words().is_empty());
        words.into_iter().chain(values).collect()
    })
}

/// Whether a pattern is one of those that every body knows.
pub(super) fn is_common(pattern: &'static Pattern) -> bool {
    common().as_ptr_range().contains(&std::ptr::from_ref(pattern))
}

/// The statements that every body knows.
pub fn common() -> &'static [Pattern] {
    static COMMON: OnceLock<&'static [Pattern]> = OnceLock::new();
    COMMON.get_or_init(|| of("body").map_or(&[], |body| &body.statements))
}

impl Schema {
    /// What it is for, in Markdown.
    pub fn description(&self) -> String {
        described(self.comment)
    }

    /// An example of it, laid out.
    pub fn example(&self) -> String {
        self.example.lines().map(|line| format!("{}\n", line.get(2..).unwrap_or(""))).collect()
    }

    /// Whether what it declares has a name of its own.
    pub fn has_name(&self) -> bool {
        self.head.iter().any(|element| matches!(element, Element::Slot(slot) if slot.name == "name"))
    }
}

impl Pattern {
    /// Whether its statement gives a name to something.
    pub fn names(&self) -> bool {
        let names =
            |element: &Element| matches!(element, Element::Slot(slot) if slot.kind == SlotType::Ref("name"));
        self.elements().iter().any(names)
    }

    /// What it says, in Markdown.
    pub fn description(&self) -> String {
        described(self.comment)
    }

    /// The words that a statement of this pattern can begin with; none when it begins with a value.
    pub fn first_words(&self) -> &[&'static str] {
        &self.first_words
    }

    /// Whether a line that begins so may fit, as far as its first letter and its first word say.
    #[inline]
    pub(super) fn may_begin(&self, letter: u32, text: &str) -> bool {
        self.letters & letter != 0
            && (self.first_words.is_empty() || self.first_words.iter().any(|word| text.starts_with(word)))
    }

    /// The pattern.
    pub fn elements(&self) -> &[Element] {
        // A test reads the patterns of all schemas.
        self.elements.get_or_init(|| pattern::parse(self.written).unwrap_or_default())
    }
}

/// The first letter of a line as a bit of those that patterns can begin with: one for each small letter of ASCII, and one
/// for all that is something else.
pub(super) fn letter(text: &str) -> u32 {
    match text.as_bytes().first() {
        Some(first) if first.is_ascii_lowercase() => 1 << (first - b'a'),
        _ => 1 << 31,
    }
}

/// The first letters of some words.
fn letters(words: &[&str]) -> u32 {
    if words.is_empty() { u32::MAX } else { words.iter().fold(0, |letters, word| letters | letter(word)) }
}

/// The text of comment lines.
fn described(comment: &str) -> String {
    let lines = comment.lines().filter_map(|line| line.strip_prefix('#'));
    lines.map(str::trim).collect::<Vec<&str>>().join(" ")
}

/// Reads a schema: a description, the head, an example, and statements, each under its comment.
fn parse(name: &'static str, text: &'static str) -> Result<Schema, String> {
    let mut schema = Schema {
        keyword: name,
        comment: "",
        head: Vec::new(),
        example: "",
        statements: Vec::new(),
        table: None,
        holds_declarations: false,
        tried: OnceLock::new(),
        has_fields: false,
    };
    let (mut start, mut comment, mut example) = (0, 0..0, 0..0);
    for end in memchr::memchr_iter(b'\n', text.as_bytes()) {
        let line = &text[start..end];
        if line.starts_with('#') {
            comment = if comment.is_empty() { start..end } else { comment.start..end };
        } else if line.starts_with("  ") {
            example.end = end;
        } else if line.is_empty() {
            if schema.comment.is_empty() {
                schema.comment = &text[std::mem::take(&mut comment)];
            }
        } else if schema.head.is_empty() {
            schema.head = pattern::parse(line)?;
        } else if let Some(what) = line.strip_prefix("table: ") {
            schema.table = Some(what);
        } else {
            match line {
                "example" => example = end + 1..end + 1,
                "holds declarations" => schema.holds_declarations = true,
                "has fields" => schema.has_fields = true,
                _ => schema.statements.push(statement(line, &text[std::mem::take(&mut comment)])?),
            }
        }
        start = end + 1;
    }
    schema.example = &text[example];
    Ok(schema)
}

fn statement(line: &'static str, comment: &'static str) -> Result<Pattern, String> {
    let (tag, written) = line.split_once(": ").ok_or_else(|| format!("`{line}` has no tag"))?;
    let (tag, gives_value) = tag.strip_suffix(" (value)").map_or((tag, false), |tag| (tag, true));
    let (tag, hedged) = tag.strip_suffix(" (hedge)").map_or((tag, false), |tag| (tag, true));
    let (written, inner) = match written.strip_suffix('}').and_then(|rest| rest.split_once('{')) {
        Some((written, inner)) => (written.trim(), inner.split(',').map(str::trim).collect()),
        None => (written, Vec::new()),
    };
    let first_words = pattern::first_words(written);
    Ok(Pattern {
        tag,
        comment,
        written,
        letters: letters(&first_words),
        first_words,
        elements: OnceLock::new(),
        gives_value,
        hedged,
        inner,
        tried: OnceLock::new(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::ast::{self, Declaration, Lower};

    #[test]
    fn every_schema_reads_and_names_itself() {
        for (name, text) in TEXTS {
            let schema = parse(name, text).unwrap_or_else(|problem| panic!("{name}: {problem}"));
            assert!(!schema.description().is_empty(), "{name} says what it is for");
            for Pattern { comment, written, first_words, .. } in &schema.statements {
                assert!(!described(comment).is_empty(), "{name}: {written}: a comment");
                let elements = pattern::parse(written).unwrap_or_else(|problem| panic!("{name}: {problem}"));
                let begins = match elements.first() {
                    Some(Element::Word(word)) => vec![*word],
                    Some(Element::Choice { words, .. }) => words.clone(),
                    Some(Element::Slot(_) | Element::Optional { .. } | Element::Comma) | None => Vec::new(),
                };
                assert_eq!(first_words.as_slice(), begins, "{name}: {written}");
            }
            assert_eq!(schema.head.first(), Some(&Element::Word(name)), "{name} begins with its keyword");
        }
    }

    #[test]
    fn schemas_are_in_the_order_that_search_needs() {
        assert!(TEXTS.is_sorted_by_key(|(name, _)| *name));
        assert!(names().enumerate().all(|(place, name)| index(name) == Some(place)));
    }

    #[test]
    fn every_declaration_has_a_schema_and_an_example() {
        assert_eq!(names().filter_map(keyword).count(), Declaration::KEYWORDS.len());
        for keyword in Declaration::KEYWORDS {
            assert!(!of(keyword).expect("a schema").example().is_empty(), "{keyword}");
        }
    }

    fn agree<S: Lower>(keyword: &str) {
        let tags: Vec<_> =
            of(keyword).expect("a schema").statements.iter().map(|pattern| pattern.tag).collect();
        let mut sorted = tags.clone();
        sorted.sort_unstable();
        let mut known = S::TAGS.to_vec();
        known.sort_unstable();
        assert_eq!(sorted, known, "the schema and the statements of `{keyword}`");
    }

    #[test]
    fn statements_and_schemas_agree() {
        agree::<ast::Common>("body");
        agree::<ast::Inner>("inner");
        agree::<ast::Policy>("policy");
        agree::<ast::Calendar>("calendar");
        agree::<ast::Fact>("fact");
        agree::<ast::Plan>("plan");
        agree::<ast::Channel>("channel");
        agree::<ast::Scope>("scope");
        agree::<ast::Offer>("offer");
        agree::<ast::Commitment>("commitment");
        agree::<ast::Escalation>("escalation");
        agree::<ast::Process>("process");
        agree::<ast::Queue>("queue");
        agree::<ast::Price>("price");
        agree::<ast::Product>("product");
        agree::<ast::Maintenance>("maintenance");
        agree::<ast::Availability>("availability");
        agree::<ast::Changes>("changes");
        agree::<ast::Role>("role");
        agree::<ast::Party>("party");
        agree::<ast::Document>("document");
        agree::<ast::Section>("section");
        agree::<ast::Question>("question");
        agree::<ast::Catalogue>("catalogue");
        agree::<ast::Example>("example");
        agree::<ast::Example>("test");
        agree::<ast::Ensure>("ensure");
        for keyword in [
            "severity",
            "priority",
            "kind",
            "region",
            "language",
            "phase",
            "entitlement",
            "event",
            "definition",
        ] {
            agree::<ast::Plain>(keyword);
        }
    }
}
