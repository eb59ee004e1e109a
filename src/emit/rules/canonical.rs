//! The canonical form of JSON after RFC 8785, put together from the parts of a value.
//!
//! In: a text whose parts are known, without fractions. Out: keys sorted by their UTF-16 code units, no white space between
//! tokens. The tokens are copied as they stand, since their escapes are the shortest already.

use super::json::{Inside, Json, Part};

/// The canonical form, without these fields of the outermost object.
pub(super) fn canonical_without(json: &Json, left_out: &[&str]) -> Vec<u8> {
    let out = Vec::with_capacity(json.text.len());
    let mut copy = Copy { json, out, entries: Vec::new(), left_out };
    copy.value(0);
    copy.out
}

struct Copy<'a> {
    json: &'a Json,
    out: Vec<u8>,
    /// The entries of all objects that are being copied.
    entries: Vec<Entry>,
    left_out: &'a [&'a str],
}

/// An entry of an object.
#[derive(Clone, Copy)]
struct Entry {
    /// The first eight bytes of the key, by which most keys are told apart.
    opening: u64,
    /// The part that is its key, which its value follows.
    key: usize,
}

impl Copy<'_> {
    /// Copies a value; the answer is the part after it.
    fn value(&mut self, at: usize) -> usize {
        match self.json.parts[at] {
            Part::Token { start, end, .. } => {
                self.token(start, end);
                at + 1
            }
            Part::List(Inside { after, .. }) => {
                self.out.push(b'[');
                let mut item = at + 1;
                while item < after {
                    if item > at + 1 {
                        self.out.push(b',');
                    }
                    item = self.value(item);
                }
                self.out.push(b']');
                after
            }
            Part::Object(Inside { after, .. }) => {
                self.object(at, after);
                after
            }
        }
    }

    fn token(&mut self, start: usize, end: usize) {
        self.out.extend_from_slice(&self.json.text.as_bytes()[start..end]);
    }

    fn object(&mut self, at: usize, after: usize) {
        let json = self.json;
        let first = self.entries.len();
        let mut key = at + 1;
        let mut plain = true;
        while key < after {
            let Part::Token { start, end, plain: plain_key } = json.parts[key] else { break };
            if at > 0 || !self.left_out.contains(&&json.text[start + 1..end - 1]) {
                plain &= plain_key;
                self.entries.push(Entry { opening: opening(json, start + 1, end - 1), key });
            }
            key = json.after(key + 1);
        }
        let entries = &mut self.entries[first..];
        if plain {
            entries.sort_unstable_by(|one, two| {
                let whole = || name(json, one.key).cmp(name(json, two.key));
                one.opening.cmp(&two.opening).then_with(whole)
            });
        } else {
            entries.sort_by_cached_key(|entry| units(name(json, entry.key)));
        }
        self.out.push(b'{');
        for index in first..self.entries.len() {
            if index > first {
                self.out.push(b',');
            }
            let key = self.entries[index].key;
            self.value(key);
            self.out.push(b':');
            self.value(key + 1);
        }
        self.out.push(b'}');
        self.entries.truncate(first);
    }
}

/// The first eight bytes of a key as a number, by which keys are in the order of their bytes.
fn opening(json: &Json, start: usize, end: usize) -> u64 {
    let text = json.text.as_bytes();
    let length = end - start;
    match text[start..].first_chunk() {
        Some(bytes) if length >= 8 => u64::from_be_bytes(*bytes),
        // What stands behind the key is left out.
        Some(bytes) => u64::from_be_bytes(*bytes) & !(u64::MAX >> (8 * length)),
        None => (0..8)
            .fold(0, |number, at| number << 8 | u64::from(text[start..end].get(at).copied().unwrap_or(0))),
    }
}

/// The UTF-16 code units of a key, by which keys are in order. Those of plain keys are in the order of their bytes.
fn units(name: &str) -> Vec<u16> {
    let key: String = serde_json::from_str(&format!("\"{name}\"")).unwrap_or_default();
    key.encode_utf16().collect()
}

/// A key as it is written, without its quotes.
fn name(json: &Json, key: usize) -> &str {
    match json.parts[key] {
        Part::Token { start, end, .. } => &json.text[start + 1..end - 1],
        Part::List(_) | Part::Object(_) => "",
    }
}
