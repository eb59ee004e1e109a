//! The name that was probably meant.
//!
//! In: a name that nothing has, and the names that there are. Out: the nearest of them, if one is near enough to be a
//! slip of the finger. Nothing is looked up here.

/// The nearest candidate, the first of equals; none when a third of the letters or more would have to change.
pub fn nearest<'n>(wanted: &str, candidates: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    let most = (wanted.chars().count() / 3).max(1);
    candidates
        .into_iter()
        .filter(|candidate| *candidate != wanted)
        .map(|candidate| (distance(wanted, candidate), candidate))
        .filter(|(distance, _)| *distance <= most)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// How many letters differ; a name in the plural or cut short is one step away.
fn distance(one: &str, two: &str) -> usize {
    let changed = strsim::damerau_levenshtein(one, two);
    let (short, long) = if one.len() < two.len() { (one, two) } else { (two, one) };
    let begins = short.chars().count() >= 4 && long.starts_with(short);
    if begins { changed.min(1) } else { changed }
}

/// The word for a kind with its article: "a plan", "an offer".
pub fn one(kind: &str) -> String {
    let article = if kind.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
    format!("{article} {kind}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn suggests_the_nearest_and_nothing_that_is_far() {
        assert_eq!(nearest("premum", ["basic", "premium"]), Some("premium"));
        assert_eq!(nearest("emial", ["email", "phone"]), Some("email"));
        assert_eq!(nearest("resp", ["responded", "resolved"]), Some("responded"));
        assert_eq!(nearest("gold", ["basic", "premium"]), None);
    }

    #[test]
    fn kinds_have_their_article() {
        assert_eq!((one("plan"), one("offer")), ("a plan".into(), "an offer".into()));
    }
}
