//! Which deal comes next, once something was decided or taken back.

use crate::domain::word::Status;
use crate::store::view::review::Stop;

/// Where the review stands after it has been read again: past the deal of which something was decided
/// meanwhile, at the deal of which a decision was taken back, else where it stood.
pub fn follow(before: &[Stop], now: &[Stop], at: usize) -> usize {
    let differs =
        |(one, other): (&Stop, &Stop)| (one.verdict, one.decided_at) != (other.verdict, other.decided_at);
    match std::iter::zip(before, now).position(differs) {
        Some(place) if now[place].decided_at > before[place].decided_at => next(now, place),
        Some(place) => place,
        None => at,
    }
}

/// The next deal of which nothing was said yet, from a place on and then from the first; the end, when
/// all were seen.
fn next(stops: &[Stop], from: usize) -> usize {
    let waits = |stop: &Stop| stop.verdict.is_none() && stop.status == Some(Status::Open);
    let after = stops.iter().skip(from + 1).position(waits).map(|place| from + 1 + place);
    after.or_else(|| stops.iter().position(waits)).unwrap_or(stops.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::Id;
    use crate::domain::review::Verdict;

    fn stops(verdicts: &[Option<Verdict>]) -> Vec<Stop> {
        let stop = |(place, verdict): (usize, &Option<Verdict>)| Stop {
            deal: Id(place as i64),
            reasons: vec![],
            verdict: *verdict,
            decided_at: verdict.map(|_| 10),
            status: Some(Status::Open),
        };
        verdicts.iter().enumerate().map(stop).collect()
    }

    #[test]
    fn a_decision_moves_on_and_undo_comes_back_to_it() {
        let kept = Some(Verdict::Kept);
        let before = stops(&[kept, None, None, None]);
        let after = stops(&[kept, kept, None, None]);
        assert_eq!(follow(&before, &after, 1), 2);
        assert_eq!(follow(&after, &before, 2), 1);
        assert_eq!(follow(&after, &after, 3), 3, "nothing was decided");
    }

    #[test]
    fn what_was_left_out_before_comes_once_the_rest_is_done() {
        let (kept, skipped) = (Some(Verdict::Kept), Some(Verdict::Skipped));
        let before = stops(&[None, skipped, None]);
        let after = stops(&[None, skipped, kept]);
        assert_eq!(follow(&before, &after, 2), 0);
        let done = stops(&[kept, skipped, kept]);
        assert_eq!(follow(&after, &done, 0), 3, "what was passed over is not asked again and again");
    }
}
