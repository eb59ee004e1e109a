//! The digest of a rule set, over a form that is the same whoever writes it.
//!
//! In: a document. Out: `sha256:` and the hash of its canonical form, which is JSON after RFC 8785: keys sorted by their
//! UTF-16 code units, no white space between tokens, the shortest escapes. A rule set holds no fractions, so whole numbers
//! are written as they are.

use super::RulesError;
use super::canonical::canonical_without;
use super::json::Json;
use serde_json::Value;
use sha2::{Digest, Sha256};

/// The fields that the digest does not cover: itself, and the tool, so that a newer tool that says the same gives the same
/// digest.
const NOT_COVERED: [&str; 2] = ["digest", "generator"];

/// The digest of a document, whatever stands in its field `digest`.
pub(super) fn digest(document: &Json) -> String {
    sha256(&canonical_without(document, &NOT_COVERED))
}

/// The digest of a document that was read back from JSON.
pub fn digest_of(document: &Value) -> Result<String, RulesError> {
    Ok(digest(&Json::new(document)?))
}

/// What stands in a document before its digest is known, as long as one.
pub(super) fn none_yet() -> String {
    format!("sha256:{}", "0".repeat(2 * <Sha256 as Digest>::output_size()))
}

/// `sha256:` and the hash of some bytes in hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    format!("sha256:{}", sha256_hex(bytes))
}

/// The hash of some bytes in hexadecimal.
pub fn sha256_hex(bytes: &[u8]) -> String {
    let digits =
        |byte: &u8| [byte >> 4, byte & 15].map(|digit| char::from_digit(digit.into(), 16).unwrap_or('0'));
    Sha256::digest(bytes).iter().flat_map(digits).collect()
}

/// The canonical form of a value.
pub fn canonical(value: &Value) -> Result<String, RulesError> {
    Ok(String::from_utf8_lossy(&canonical_without(&Json::new(value)?, &[])).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn the_canonical_form_sorts_keys_by_utf_16_and_has_no_white_space() {
        let value = json!({ "b": [1, true, null], "a": { "\u{1F600}": "é\n", "\u{FB33}": "" } });
        assert_eq!(
            canonical(&value).unwrap(),
            "{\"a\":{\"\u{1F600}\":\"é\\n\",\"\u{FB33}\":\"\"},\"b\":[1,true,null]}"
        );
    }

    #[test]
    fn the_digest_covers_everything_but_itself_and_the_tool() {
        let one = json!({ "digest": "x", "generator": { "version": "1" }, "policy": { "id": "a" } });
        let two = json!({ "policy": { "id": "a" }, "generator": { "version": "2" } });
        let other = json!({ "policy": { "id": "b" } });
        assert_eq!(digest_of(&one).unwrap(), digest_of(&two).unwrap());
        assert_ne!(digest_of(&one).unwrap(), digest_of(&other).unwrap());
    }

    #[test]
    fn the_hash_is_that_of_the_standard() {
        assert_eq!(sha256(b"abc"), "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
