//! The known word that a person probably meant.

use std::borrow::Cow;

/// How many letters a word may have for others to be compared with it; that work grows with the square of the letters.
const LONGEST: usize = 100;

/// The candidate nearest to a word, if one is near enough to be worth naming; the first of equals. What differs only in its
/// place in a series is another thing and no slip: `p2` is not meant to be `p1`.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = word.to_lowercase();
    let length = word.chars().count();
    if length > LONGEST {
        return None;
    }
    // A third of the letters may be wrong, at least one; transposed neighbours count once.
    let limit = (length / 3).max(1);
    let mut best: Option<(usize, &str)> = None;
    for candidate in candidates {
        // A letter has at most four bytes, so this is never too strict.
        if candidate.len() > 4 * (length + limit) {
            continue;
        }
        if candidate.chars().count().abs_diff(length) > limit + 1 {
            continue;
        }
        let lower = if candidate.chars().any(char::is_uppercase) {
            Cow::Owned(candidate.to_lowercase())
        } else {
            Cow::Borrowed(candidate)
        };
        // Each letter that one word has more often than the other is a difference, and one change makes two of them.
        if other_letters(&word, &lower) > 2 * limit {
            continue;
        }
        if neighbours(&word, &lower) {
            continue;
        }
        let distance = strsim::damerau_levenshtein(&word, &lower);
        if distance <= limit && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// Whether two words are places of one series: they differ only in their numbers, or in the one letter at the end.
pub fn neighbours(one: &str, two: &str) -> bool {
    if one == two {
        return false;
    }
    let digit = |c: char| c.is_numeric();
    if one.contains(digit) && two.contains(digit) {
        return one
            .split(digit)
            .filter(|part| !part.is_empty())
            .eq(two.split(digit).filter(|part| !part.is_empty()));
    }
    let ((stem, last), (other_stem, other_last)) = (divided(one), divided(two));
    let one_letter = |part: &str| part.chars().count() == 1;
    stem == other_stem && one_letter(last) && one_letter(other_last)
}

/// A word at its last hyphen.
fn divided(word: &str) -> (&str, &str) {
    word.rsplit_once('-').unwrap_or(("", word))
}

/// How many letters stand in one of two words and not in the other, told by their last bits.
fn other_letters(one: &str, two: &str) -> usize {
    let mut counts = [0_i32; 64];
    let place = |letter: char| (u32::from(letter) % 64) as usize;
    one.chars().for_each(|letter| counts[place(letter)] += 1);
    two.chars().for_each(|letter| counts[place(letter)] -= 1);
    counts.iter().map(|count| count.unsigned_abs() as usize).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_finds_its_word_and_a_stranger_finds_none() {
        let words = ["closed", "open", "close"];
        assert_eq!(nearest("clsed", words), Some("closed"));
        assert_eq!(nearest("OPNE", words), Some("open"));
        assert_eq!(nearest("holiday", words), None);
        assert_eq!(nearest("x", words), None);
    }

    #[test]
    fn another_place_of_a_series_is_no_slip() {
        assert_eq!(nearest("p2", ["p1", "p3"]), None);
        assert_eq!(nearest("sev-12", ["sev-1", "sev-2", "serv-12"]), Some("serv-12"));
        assert_eq!(nearest("tier-b", ["tier-a"]), None);
        assert_eq!(nearest("b", ["a"]), None);
        assert_eq!(nearest("P1", ["p1"]), Some("p1"));
        assert_eq!(nearest("clas-b", ["class-b"]), Some("class-b"));
    }

    #[test]
    fn a_word_of_many_letters_is_not_compared() {
        let long = "x".repeat(1_000_000);
        let slip = format!("{long}y");
        assert_eq!(nearest(&long, [slip.as_str()]), None);
        assert_eq!(nearest("x", [long.as_str()]), None);
    }
}
