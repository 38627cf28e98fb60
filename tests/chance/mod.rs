//! Numbers that look like chance, the same each time: for trials that must be repeatable.

/// A row of numbers.
pub struct Chance(u64);

impl Chance {
    /// The numbers that follow from this one.
    pub fn new(seed: u64) -> Chance {
        Chance(seed)
    }

    /// A number below this one; 0 where there is none.
    pub fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % end.max(1)
    }
}
