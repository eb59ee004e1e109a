//! Stretches of numbers, and the bits of words that they are.
//!
//! In: numbers of classes, as stretches or as words of 64 bits. Out: the one as the other, and two lists of stretches as one. Of
//! what they are classes is for the sets that are made of them.

/// So many bits has a word.
pub(super) const WORD: usize = 64;

/// A stretch from a number up to another, which is not in it.
pub(super) type Run = (u32, u32);

/// How two sets are put together, bit by bit.
pub(super) type Bits = fn(u64, u64) -> u64;

/// The number of a class, as it is kept.
pub(super) fn narrow(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// The bits of a word from one place up to another.
pub(super) fn bits(from: usize, to: usize) -> u64 {
    let below = |end: usize| if end >= WORD { u64::MAX } else { (1 << end) - 1 };
    below(to) & !below(from)
}

/// The words that a stretch lies in, each with the bits that are meant.
pub(super) fn places((from, to): Run, words: usize) -> impl Iterator<Item = (usize, u64)> {
    let (from, to) = (from as usize, to as usize);
    let of = from / WORD..to.div_ceil(WORD).min(words);
    of.map(move |at| (at, bits(from.saturating_sub(at * WORD), to - at * WORD)))
}

/// The same with the words themselves.
pub(super) fn within(words: &[u64], run: Run) -> impl Iterator<Item = (u64, u64)> {
    places(run, words.len()).map(|(at, mask)| (words[at], mask))
}

/// Adds a stretch to words.
pub(super) fn fill(words: &mut [u64], run: Run) {
    for (at, mask) in places(run, words.len()) {
        words[at] |= mask;
    }
}

/// Adds the stretches of a word behind others.
pub(super) fn stretches(runs: &mut Vec<Run>, at: usize, word: u64) {
    let mut rest = word;
    while rest != 0 {
        let from = rest.trailing_zeros();
        let long = (rest >> from).trailing_ones();
        let base = narrow(at * WORD) + from;
        join(runs, (base, base + long));
        rest &= !bits(from as usize, (from + long) as usize);
    }
}

/// Adds a stretch behind others, as one with the last where the two touch.
pub(super) fn join(runs: &mut Vec<Run>, (from, to): Run) {
    match runs.last_mut() {
        Some((_, end)) if *end >= from => *end = to.max(*end),
        Some(_) | None => runs.push((from, to)),
    }
}

/// Two sets of stretches as one.
pub(super) fn merged(one: &[Run], two: &[Run], with: Bits) -> Vec<Run> {
    let ends = |runs: &[Run]| runs.iter().flat_map(|(from, to)| [*from, *to]).collect::<Vec<u32>>();
    let mut ends = [ends(one), ends(two)].concat();
    ends.sort_unstable();
    ends.dedup();
    let mut found = Vec::new();
    let (mut first, mut second) = (0, 0);
    for pair in ends.windows(2) {
        let [from, to] = [pair[0], pair[1]];
        let holds = |runs: &[Run], next: &mut usize| {
            while runs.get(*next).is_some_and(|(_, end)| *end <= from) {
                *next += 1;
            }
            u64::from(runs.get(*next).is_some_and(|(start, _)| *start <= from))
        };
        let both = with(holds(one, &mut first), holds(two, &mut second));
        if both & 1 == 1 {
            join(&mut found, (from, to));
        }
    }
    found
}
