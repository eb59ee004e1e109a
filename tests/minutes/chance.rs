//! Numbers that look random and are the same in every run.

/// A source of numbers, from a seed.
#[derive(Clone, Debug)]
pub struct Chance(u64);

impl Chance {
    /// The numbers of a seed.
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ 0x5DEE_CE66_D1CE_4E5B)
    }

    /// Any number (splitmix64).
    pub fn any(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number less than another.
    pub fn below(&mut self, end: i64) -> i64 {
        i64::try_from(self.any() % u64::try_from(end).unwrap()).unwrap()
    }

    /// Whether something of so many in a hundred happens.
    pub fn percent(&mut self, share: i64) -> bool {
        self.below(100) < share
    }

    /// One of some things.
    pub fn of<'a, T>(&mut self, things: &'a [T]) -> &'a T {
        &things[usize::try_from(self.below(i64::try_from(things.len()).unwrap())).unwrap()]
    }
}
