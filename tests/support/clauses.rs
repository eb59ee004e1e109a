//! Where a clause of a document stands in a policy.
//!
//! In: the source of a policy, and a place as the tables of clauses name it. Out: whether the policy has that place. It reads
//! the source as text and must not use the compiler, so that a table is held against what an author wrote.

/// The stretch between the braces that follow a declaration, or the rest of its line when it has none.
fn body<'t>(text: &'t str, words: &str) -> Option<&'t str> {
    let at = text.match_indices(words).map(|(at, _)| at).find(|at| {
        let line = text[..*at].rsplit('\n').next().unwrap_or("");
        let after = text[at + words.len()..].chars().next();
        // Only an audience may stand before the keyword of a declaration.
        line.split_whitespace().count() <= 1 && after.is_none_or(char::is_whitespace)
    })?;
    let rest = &text[at + words.len()..];
    let line_end = rest.find('\n').unwrap_or(rest.len());
    let Some(open) = rest[..line_end].find('{') else { return Some(&rest[..line_end]) };
    let mut depth = 0;
    for (index, c) in rest[open..].char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some(&rest[open..=open + index]);
        }
    }
    None
}

/// Whether a clause of this name stands in a body: after `as`, after the word that declares it, or as a value.
fn names(body: &str, clause: &str) -> bool {
    let forms = ["as", "state", "check", "group", "item", "covers", "excludes"];
    let words: Vec<&str> =
        body.split(|c: char| c.is_whitespace() || "{};,".contains(c)).filter(|w| !w.is_empty()).collect();
    words.windows(2).any(|pair| pair[1] == clause && forms.contains(&pair[0])) || words.contains(&clause)
}

/// Whether what a table names, in one of the forms that `tests/seeds/README.md` lists, is in the source of a policy.
pub fn expressed(text: &str, what: &str) -> bool {
    if let Some(words) = what.strip_prefix("text: ") {
        let flat = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        return flat(text).contains(&flat(words));
    }
    let mut parts = what.split(" / ");
    let declaration = parts.next().unwrap_or("");
    let Some(body) = body(text, declaration) else { return false };
    parts.all(|clause| names(body, clause))
}
