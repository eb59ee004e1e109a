//! The known name that is most like one that is not known.

/// The nearest of some names, if it is near enough that it may have been meant: at most a third of its letters differ, and
/// a swap of two neighbours counts once.
pub fn nearest<'n>(written: &str, known: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    let limit = (written.chars().count() / 3).max(1);
    let lower = written.to_lowercase();
    known
        .into_iter()
        .filter(|name| *name != written)
        .map(|name| (strsim::damerau_levenshtein(&lower, &name.to_lowercase()), name))
        .filter(|(distance, name)| *distance <= limit && *distance < name.chars().count().max(2))
        .min()
        .map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_was_meant_and_nothing_far_off() {
        assert_eq!(nearest("clsed", ["open", "closed"]), Some("closed"));
        assert_eq!(nearest("premuim", ["basic", "premium"]), Some("premium"));
        assert_eq!(nearest("gold", ["basic", "premium"]), None);
    }
}
