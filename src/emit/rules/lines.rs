//! JSON for people: what fits on a line stands on one, all else on lines of its own, two spaces further in.
//!
//! In: a value whose parts are known. Out: its text. A list of names, a title or a place in the source is one thing to a
//! reader, and a rule set is two thirds as long as with a line for each brace.

use super::json::{Inside, Json, Part};

/// The longest line, in bytes, unless one token is longer.
const WIDTH: usize = 100;

/// A comma and a line end, with the spaces of sixteen levels behind it.
const LINE: &str = ",\n                                ";

/// The text of a value, with a line end.
pub(super) fn lines(json: &Json) -> String {
    let mut lines = Lines { json, text: String::with_capacity(json.text.len() * 3 / 2), line: 0 };
    lines.value(0, 0);
    lines.text.push('\n');
    lines.text
}

struct Lines<'a> {
    json: &'a Json,
    text: String,
    /// Where the line begins.
    line: usize,
}

impl Lines<'_> {
    fn value(&mut self, at: usize, depth: usize) {
        match self.json.parts[at] {
            Part::Token { start, end, .. } => self.copy(start, end),
            Part::List(inside) | Part::Object(inside) if self.fits(inside) => {
                self.copy(inside.start, inside.end);
            }
            Part::List(inside) => {
                let mut item = at + 1;
                self.text.push('[');
                while item < inside.after {
                    self.begin(item > at + 1, depth + 1);
                    self.value(item, depth + 1);
                    item = self.json.after(item);
                }
                self.begin(false, depth);
                self.text.push(']');
            }
            Part::Object(inside) => {
                let mut key = at + 1;
                self.text.push('{');
                while key < inside.after {
                    self.begin(key > at + 1, depth + 1);
                    self.value(key, depth + 1);
                    self.text.push_str(": ");
                    self.value(key + 1, depth + 1);
                    key = self.json.after(key + 1);
                }
                self.begin(false, depth);
                self.text.push('}');
            }
        }
    }

    /// Whether there is room for it on the line, with a comma behind it; or nothing in it to begin a line with.
    fn fits(&self, inside: Inside) -> bool {
        let length = inside.end - inside.start;
        self.text.len() - self.line + length < WIDTH || length == "{}".len()
    }

    fn copy(&mut self, start: usize, end: usize) {
        self.text.push_str(&self.json.text[start..end]);
    }

    /// Begins a line, with a comma at the end of the one before where something stands there.
    fn begin(&mut self, comma: bool, depth: usize) {
        let wanted = 2 + 2 * depth;
        let end = wanted.min(LINE.len());
        self.text.push_str(&LINE[usize::from(!comma)..end]);
        (end..wanted).for_each(|_| self.text.push(' '));
        self.line = self.text.len() - 2 * depth;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    fn text(value: &Value) -> String {
        lines(&Json::new(value).unwrap())
    }

    #[test]
    fn what_fits_stands_on_one_line() {
        let value = json!({
            "title": { "en": "Fault" },
            "text": [{ "en": "The software does not do what its manual says, or not as quickly." }],
            "none": [],
            "levels": [1, -2, true],
            "x".repeat(100): {},
        });
        let expected = format!(
            "{{\n  \"title\": {{ \"en\": \"Fault\" }},\n  \"text\": [{{ \"en\": \"The software does not do what its manual says, \
             or not as quickly.\" }}],\n  \"none\": [],\n  \"levels\": [1, -2, true],\n  \"{}\": {{}}\n}}\n",
            "x".repeat(100)
        );
        assert_eq!(text(&value), expected);
        assert_eq!(text(&json!([])), "[]\n");
    }

    #[test]
    fn a_line_with_its_comma_is_as_wide_as_it_may_be() {
        // Two spaces, a key and its colon, the brackets and quotes, and a comma.
        let room = WIDTH - "  \"a\": [\"\"],".len();
        for (length, count) in [(room, 4), (room + 1, 6)] {
            let said = text(&json!({ "a": ["x".repeat(length)], "b": 1 }));
            assert_eq!(said.lines().count(), count, "{said}");
        }
    }

    #[test]
    fn the_value_is_the_same_however_deep_it_is() {
        let mut deep = json!({ "a": [], "b": {} });
        for level in 0..40 {
            deep =
                json!([{ "level": level, "inside": deep, "empty": {}, "text": "Ünïcödé \u{1F600} \"\\\n" }]);
        }
        let said = text(&deep);
        assert_eq!(serde_json::from_str::<Value>(&said).unwrap(), deep);
        // Each line begins two spaces further in than the one that opens what it stands in.
        let mut depth = 0;
        for line in said.lines() {
            let begins = line.trim_start_matches(' ');
            depth -= usize::from(begins.starts_with([']', '}']));
            assert_eq!(line.len() - begins.len(), 2 * depth, "{line}");
            depth += usize::from(begins.ends_with(['[', '{']));
        }
    }
}
