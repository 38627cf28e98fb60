//! How long nobody has typed, by the clock on the wall: a machine that sleeps does not count that time otherwise.

use std::time::{Duration, SystemTime};

/// Since when nobody has typed, and how long that may last.
pub struct Idle {
    after: Option<Duration>,
    since: SystemTime,
}

impl Idle {
    /// From now on; it may last for ever where no time is told.
    pub fn new(after: Option<Duration>) -> Idle {
        Idle { after, since: SystemTime::now() }
    }

    /// Somebody types; tells how long nobody may do so from now on.
    pub fn stir(&mut self) -> Option<Duration> {
        self.since = SystemTime::now();
        self.after
    }

    /// Whether it has lasted too long. A clock that was set back tells nothing.
    pub fn is_over(&self) -> bool {
        self.after.is_some_and(|after| self.since.elapsed().is_ok_and(|passed| passed >= after))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_over_only_where_a_time_was_told_and_has_passed() {
        assert!(!Idle::new(None).is_over());
        assert!(Idle::new(Some(Duration::ZERO)).is_over());
        let mut idle = Idle { after: Some(Duration::from_secs(60)), since: SystemTime::UNIX_EPOCH };
        assert!(idle.is_over(), "the machine slept");
        assert_eq!(idle.stir(), Some(Duration::from_secs(60)));
        assert!(!idle.is_over());
        let tomorrow = SystemTime::now() + Duration::from_secs(86_400);
        assert!(!Idle { since: tomorrow, ..idle }.is_over(), "the clock was set back");
    }
}
