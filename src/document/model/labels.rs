//! The words that printers add around a document.

/// Words in the language of the document. A name in braces is filled by the printer (see [`fill`]).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Labels {
    /// What follows a name and precedes what is said of it, where that is set in a line: ":".
    pub colon: String,
    /// What ends a sentence: ".".
    pub stop: String,
    /// Words in brackets behind others: " ({words})".
    pub aside: String,
    /// The first link of the page: "Skip to the policy".
    pub skip: String,
    /// The name of the list of languages: "Languages".
    pub languages: String,
    /// The heading of the contents: "Contents".
    pub contents: String,
    /// The name of a link to a numbered section: "Link to section {number}, {title}".
    pub link_to_section: String,
    /// The name of a link to a heading: "Link to {title}".
    pub link_to_heading: String,
    /// The name of a link to a clause: "Link to this clause: {name}".
    pub link_to_clause: String,
    /// Above a table that may be wider than the screen: "The table has {columns} columns; it scrolls sideways."
    pub scroll_hint: String,
    /// The name of a table that has no caption: "Table".
    pub table: String,
    /// The heading of the notes: "Notes".
    pub notes: String,
    /// The name of a reference to a note: "Note {number}".
    pub note: String,
    /// The name of the link from a note to its reference: "Back to the text of note {number}".
    pub back_to_text: String,
}

/// A label with its places filled. A place that `values` does not name is left as it stands.
pub fn fill(label: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(label.len());
    let mut rest = label;
    while let Some(open) = rest.find('{') {
        let (before, from) = rest.split_at(open);
        filled.push_str(before);
        let found = values.iter().find_map(|(name, value)| {
            let after = from.strip_prefix('{')?.strip_prefix(name)?.strip_prefix('}')?;
            Some((value, after))
        });
        if let Some((value, after)) = found {
            filled.push_str(value);
            rest = after;
        } else {
            filled.push('{');
            rest = &from[1..];
        }
    }
    filled.push_str(rest);
    filled
}

#[cfg(test)]
mod tests {
    use super::fill;

    #[test]
    fn places_are_filled_once_and_never_within_a_value() {
        let values = [("number", "1"), ("title", "{number} {")];
        assert_eq!(fill("Section {number}, {title}, {other}", &values), "Section 1, {number} {, {other}");
    }
}
