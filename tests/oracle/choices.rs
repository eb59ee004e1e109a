//! A stream of numbers that a generator draws its choices from.
//!
//! In: numbers that proptest drew. Out: choices, of which 0 is the simplest and what is left when the numbers run out; so
//! that a failing policy becomes smaller when proptest takes numbers away or makes them smaller.

/// The numbers that are left.
#[derive(Clone, Debug)]
pub struct Choices {
    numbers: Vec<u16>,
    at: usize,
}

impl Choices {
    pub fn new(numbers: Vec<u16>) -> Self {
        Self { numbers, at: 0 }
    }

    /// A number below `count`.
    pub fn below(&mut self, count: usize) -> usize {
        let number = self.numbers.get(self.at).copied().unwrap_or(0);
        self.at += 1;
        usize::from(number) % count.max(1)
    }

    /// Yes in so many of a hundred draws.
    pub fn chance(&mut self, percent: usize) -> bool {
        self.below(100) >= 100 - percent
    }

    /// One of the items.
    pub fn one<'x, T>(&mut self, items: &'x [T]) -> &'x T {
        let at = self.below(items.len());
        &items[at]
    }

    /// The items in an order of chance.
    pub fn shuffled<T>(&mut self, mut items: Vec<T>) -> Vec<T> {
        for at in 0..items.len().saturating_sub(1) {
            let other = at + self.below(items.len() - at);
            items.swap(at, other);
        }
        items
    }
}
