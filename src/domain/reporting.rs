//! Reporting lines: who reports to whom, as a tree that folds. Nobody stands above themselves, by however
//! long a line.

use std::collections::{HashMap, HashSet};

use super::id::Id;

/// A person in the tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Node {
    /// Who.
    pub id: Id,
    /// How many stand above them in the tree.
    pub depth: usize,
    /// How many report to them directly.
    pub reports: usize,
    /// How many stand below them in all.
    pub below: usize,
    /// Whether they are the last of those who report to the same person.
    pub is_last: bool,
}

/// Whether somebody would stand above themselves if they reported to `above`.
///
/// # Errors
/// Those of `above_of`, which tells whom a person reports to.
pub fn would_loop<E>(
    person: Id,
    above: Id,
    mut above_of: impl FnMut(Id) -> Result<Option<Id>, E>,
) -> Result<bool, E> {
    let (mut next, mut passed) = (Some(above), HashSet::from([person]));
    while let Some(id) = next {
        if !passed.insert(id) {
            return Ok(true);
        }
        next = above_of(id)?;
    }
    Ok(false)
}

/// The tree of people, each with whom they report to, from the top down; those of one person in the order
/// in which they are given. Whoever reports to somebody who is not among them stands at the top.
pub fn tree(people: &[(Id, Option<Id>)]) -> Vec<Node> {
    let known: HashSet<Id> = people.iter().map(|(id, _)| *id).collect();
    let mut under: HashMap<Option<Id>, Vec<Id>> = HashMap::new();
    for (id, above) in people {
        under.entry(above.filter(|above| known.contains(above))).or_default().push(*id);
    }
    let mut nodes = vec![];
    let mut placed = HashSet::new();
    let mut waiting: Vec<(Id, usize, bool)> = vec![];
    // The last one waiting comes next, so each group waits in reverse.
    let push = |waiting: &mut Vec<(Id, usize, bool)>, group: &[Id], depth: usize| {
        let each = group.iter().enumerate().rev();
        waiting.extend(each.map(|(place, id)| (*id, depth, place + 1 == group.len())));
    };
    push(&mut waiting, under.get(&None).map(Vec::as_slice).unwrap_or_default(), 0);
    while let Some((id, depth, is_last)) = waiting.pop() {
        placed.insert(id);
        let reports = under.get(&Some(id)).map(Vec::as_slice).unwrap_or_default();
        nodes.push(Node { id, depth, reports: reports.len(), below: 0, is_last });
        push(&mut waiting, reports, depth + 1);
    }
    // A loop cannot be entered; if a book held one all the same, nobody of it would be lost.
    let lost = people.iter().filter(|(id, _)| !placed.contains(id));
    nodes.extend(lost.map(|(id, _)| Node { id: *id, depth: 0, reports: 0, below: 0, is_last: true }));
    for place in 0..nodes.len() {
        let depth = nodes[place].depth;
        nodes[place].below = nodes[place + 1..].iter().take_while(|node| node.depth > depth).count();
    }
    nodes
}

/// The people to show where some are folded: nobody below them.
pub fn unfolded<'a>(nodes: &'a [Node], folded: &HashSet<Id>) -> Vec<&'a Node> {
    let (mut shown, mut place) = (vec![], 0);
    while let Some(node) = nodes.get(place) {
        shown.push(node);
        place += if folded.contains(&node.id) { node.below + 1 } else { 1 };
    }
    shown
}

/// Whom a merged person reports to: the one that stays keeps their own superior, else takes that of the
/// one that goes; never somebody who stood below either of the two.
///
/// # Errors
/// Those of `above_of`.
pub fn above_after_merge<E>(
    (stays, own): (Id, Option<Id>),
    (goes, theirs): (Id, Option<Id>),
    mut above_of: impl FnMut(Id) -> Result<Option<Id>, E>,
) -> Result<Option<Id>, E> {
    for above in [own, theirs].into_iter().flatten() {
        let below = above == stays
            || above == goes
            || would_loop(stays, above, &mut above_of)?
            || would_loop(goes, above, &mut above_of)?;
        if !below {
            return Ok(Some(above));
        }
    }
    Ok(None)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn lines(pairs: &[(i64, i64)]) -> Vec<(Id, Option<Id>)> {
        pairs.iter().map(|(id, above)| (Id(*id), (*above != 0).then_some(Id(*above)))).collect()
    }

    fn above(pairs: &[(i64, i64)]) -> impl FnMut(Id) -> Result<Option<Id>, ()> {
        let lines: HashMap<Id, Option<Id>> = lines(pairs).into_iter().collect();
        move |id| Ok(lines.get(&id).copied().flatten())
    }

    #[test]
    fn a_tree_lists_everybody_below_the_one_they_report_to() {
        // 1 leads 2 and 3; 2 leads 4; 5 reports to somebody of another firm.
        let nodes = tree(&lines(&[(1, 0), (2, 1), (3, 1), (4, 2), (5, 9)]));
        let shape: Vec<_> =
            nodes.iter().map(|node| (node.id.0, node.depth, node.reports, node.below)).collect();
        assert_eq!(shape, [(1, 0, 2, 3), (2, 1, 1, 1), (4, 2, 0, 0), (3, 1, 0, 0), (5, 0, 0, 0)]);
        assert_eq!(
            nodes.iter().map(|node| node.is_last).collect::<Vec<_>>(),
            [false, false, true, true, true]
        );
    }

    #[test]
    fn who_is_folded_hides_all_below() {
        let nodes = tree(&lines(&[(1, 0), (2, 1), (3, 1), (4, 2)]));
        let shown = |folded: &[i64]| {
            let folded = folded.iter().map(|id| Id(*id)).collect();
            unfolded(&nodes, &folded).iter().map(|node| node.id.0).collect::<Vec<_>>()
        };
        assert_eq!(shown(&[]), [1, 2, 4, 3]);
        assert_eq!(shown(&[2]), [1, 2, 3]);
        assert_eq!(shown(&[1, 2]), [1]);
    }

    #[test]
    fn nobody_reports_to_themselves_by_however_long_a_line() {
        let pairs = [(1, 0), (2, 1), (3, 2)];
        assert_eq!(would_loop(Id(1), Id(3), above(&pairs)), Ok(true));
        assert_eq!(would_loop(Id(1), Id(1), above(&pairs)), Ok(true));
        assert_eq!(would_loop(Id(3), Id(1), above(&pairs)), Ok(false));
    }

    #[test]
    fn a_merged_person_reports_to_nobody_who_stood_below() {
        let merged = |pairs: &[(i64, i64)], stays: i64, goes: i64| {
            let of = |id: i64| lines(pairs).into_iter().find(|(one, _)| one.0 == id).unwrap();
            above_after_merge(of(stays), of(goes), above(pairs)).unwrap().map(|id| id.0)
        };
        // 4 is below 1 by way of 2: merged, they stand in 1's place.
        assert_eq!(merged(&[(9, 0), (1, 9), (2, 1), (4, 2)], 4, 1), Some(9));
        // 1 is the top; 4, far below, goes into it.
        assert_eq!(merged(&[(1, 0), (2, 1), (4, 2)], 1, 4), None);
        // Strangers: one's own superior first, then the other's.
        assert_eq!(merged(&[(1, 0), (2, 0), (3, 1), (4, 2)], 3, 4), Some(1));
        assert_eq!(merged(&[(2, 0), (3, 0), (4, 2)], 3, 4), Some(2));
    }

    proptest! {
        #[test]
        fn a_tree_holds_everybody_once_even_in_a_loop(above in prop::collection::vec(0i64..12, 1..12)) {
            let pairs: Vec<(i64, i64)> = above.iter().zip(1..).map(|(above, id)| (id, *above)).collect();
            let nodes = tree(&lines(&pairs));
            let mut ids: Vec<i64> = nodes.iter().map(|node| node.id.0).collect();
            ids.sort_unstable();
            prop_assert_eq!(ids, (1..=above.len() as i64).collect::<Vec<_>>());
        }

        #[test]
        fn lines_set_one_by_one_never_loop(asked in prop::collection::vec((1i64..9, 1i64..9), 1..30)) {
            let mut lines: HashMap<Id, Option<Id>> = (1..9).map(|id| (Id(id), None)).collect();
            for (person, above) in asked {
                let of = |id: Id| Ok::<_, ()>(lines.get(&id).copied().flatten());
                if !would_loop(Id(person), Id(above), of).unwrap() {
                    lines.insert(Id(person), Some(Id(above)));
                }
            }
            let people: Vec<_> = lines.iter().map(|(id, above)| (*id, *above)).collect();
            let roots = people.iter().filter(|(_, above)| above.is_none()).count();
            prop_assert_eq!(tree(&people).iter().filter(|node| node.depth == 0).count(), roots);
        }
    }
}
