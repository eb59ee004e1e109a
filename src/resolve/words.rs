//! Small words for findings about names.

/// The word for a kind with its article: "a plan", "an offer".
pub fn one(kind: &str) -> String {
    let article = if kind.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
    format!("{article} {kind}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_have_their_article() {
        assert_eq!((one("plan"), one("offer")), ("a plan".to_owned(), "an offer".to_owned()));
    }
}
