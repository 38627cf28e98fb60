//! Rows that one copy has taken out: alone they go; where the other has done something with them, both are to
//! be asked, for all that went together.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use rusqlite::Connection;

use super::compare::{Clash, Matter, Plan, Sides};
use super::shape::{Shape, number};
use super::touched::{Spot, Touched};
use crate::store::error::Result;

/// Columns that name another row without belonging to it.
const LOOSE: &[&str] = &["parent_id", "reports_to", "owner_id"];
/// Tables of what records are described with: what one copy still uses stays, and nobody is asked.
const USED: &[&str] = &["stage", "product", "lost_reason", "colleague", "tag", "custom_field"];

/// Rows taken out here that the other copy has changed, or hung something on.
pub(super) fn here(sides: &Sides<'_>, wanted: &BTreeSet<Spot>, plan: &mut Plan) -> Result<()> {
    if wanted.is_empty() {
        return Ok(());
    }
    let mut gone = BTreeSet::new();
    for (spot, touch) in &sides.by_us.rows {
        let shape = &sides.shapes[spot.0];
        if touch.gone && shape.has(sides.theirs, spot.1)? && !shape.has(sides.ours, spot.1)? {
            gone.insert(*spot);
        }
    }
    for together in together(&gone, sides.theirs, &sides.shapes)? {
        if together.iter().all(|spot| !wanted.contains(spot)) {
            continue;
        }
        let of = leading(&together);
        if USED.contains(&sides.shapes[of.0].name) {
            plan.back.extend(together);
            continue;
        }
        let (ours_at, theirs_at) = (last(&sides.by_us, &together), last(&sides.by_them, &together));
        // What was hung on it there is younger than the row itself.
        let theirs_at = theirs_at.max(newest_on(sides, &together, plan));
        plan.clashes.push(Clash { matter: Matter::GoneHere(together), of, ours_at, theirs_at });
    }
    Ok(())
}

/// Rows that the other copy has taken out.
pub(super) fn there(sides: &Sides<'_>, gone: &BTreeSet<Spot>, plan: &mut Plan) -> Result<()> {
    for together in together(gone, sides.ours, &sides.shapes)? {
        let of = leading(&together);
        let mut used_at = None;
        for spot in &together {
            used_at = used_at.max(used_here(sides, *spot, gone)?);
        }
        match used_at {
            None => plan.go.extend(together),
            Some(_) if USED.contains(&sides.shapes[of.0].name) => {}
            Some(ours_at) => {
                let theirs_at = last(&sides.by_them, &together);
                plan.clashes.push(Clash { matter: Matter::GoneThere(together), of, ours_at, theirs_at });
            }
        }
    }
    Ok(())
}

/// When something was last done here with a row that the other copy has taken out; none where nothing was.
fn used_here(sides: &Sides<'_>, spot: Spot, gone: &BTreeSet<Spot>) -> Result<Option<i64>> {
    let touch_of = |spot: Spot| sides.by_us.rows.get(&spot);
    let quiet = |column: &usize| sides.shapes[spot.0].is_quiet(*column);
    let mut used =
        touch_of(spot).filter(|touch| touch.made || !touch.before.keys().all(quiet)).map(|touch| touch.last);
    for (table, shape) in sides.shapes.iter().enumerate() {
        let named = shape.references.iter().filter(|reference| reference.table == spot.0);
        let record = shape.record.filter(|_| shape.name != "source");
        for column in named.map(|reference| reference.column).chain(record) {
            for id in shape.with(sides.ours, column, spot.1)? {
                let child = (table, id);
                if gone.contains(&child) {
                    continue;
                }
                // What the other copy knew when it took the row out does not keep it.
                let touch = touch_of(child);
                let touch = touch.filter(|touch| touch.made || touch.before.contains_key(&column));
                used = used.max(touch.map(|touch| touch.last));
            }
        }
    }
    Ok(used)
}

/// When the other copy last made something that refers to one of these rows.
fn newest_on(sides: &Sides<'_>, rows: &[Spot], plan: &Plan) -> i64 {
    let refers = |spot: &&Spot| {
        let shape = &sides.shapes[spot.0];
        let Ok(Some(row)) = shape.row(sides.theirs, spot.1) else { return false };
        let named = |spot: &Spot| {
            let mut to = shape.references.iter().filter(|reference| reference.table == spot.0);
            to.any(|reference| number(&row, reference.column) == Some(spot.1))
        };
        rows.iter().any(named)
    };
    let fresh = plan.come.iter().filter(refers).filter_map(|spot| sides.by_them.rows.get(spot));
    fresh.map(|touch| touch.last).max().unwrap_or_default()
}

fn last(side: &Touched, rows: &[Spot]) -> i64 {
    rows.iter().filter_map(|spot| side.rows.get(spot)).map(|touch| touch.last).max().unwrap_or_default()
}

/// The row that others belong to: the first in the order of tables, for what others refer to comes first.
fn leading(rows: &[Spot]) -> Spot {
    rows.iter().min().copied().unwrap_or_default()
}

/// Sorts rows into those that belong together, by what they refer to.
fn together(rows: &BTreeSet<Spot>, side: &Connection, shapes: &[Shape]) -> Result<Vec<Vec<Spot>>> {
    let places: HashMap<Spot, usize> = rows.iter().enumerate().map(|(n, spot)| (*spot, n)).collect();
    let by_id: HashMap<i64, usize> = rows.iter().enumerate().map(|(n, spot)| (spot.1, n)).collect();
    let mut roots: Vec<usize> = (0..rows.len()).collect();
    for (n, spot) in rows.iter().enumerate() {
        let shape = &shapes[spot.0];
        let Some(row) = shape.row(side, spot.1)? else { continue };
        let owners = shape.references.iter().filter_map(|reference| {
            let is_loose = LOOSE.contains(&shape.columns[reference.column].as_str())
                || USED.contains(&shapes[reference.table].name);
            let id = number(&row, reference.column).filter(|_| !is_loose)?;
            places.get(&(reference.table, id))
        });
        let record = shape.record.and_then(|column| by_id.get(&number(&row, column)?));
        for owner in owners.chain(record) {
            let (one, other) = (root(&roots, n), root(&roots, *owner));
            roots[one.max(other)] = one.min(other);
        }
    }
    let mut groups: BTreeMap<usize, Vec<Spot>> = BTreeMap::new();
    for (n, spot) in rows.iter().enumerate() {
        groups.entry(root(&roots, n)).or_default().push(*spot);
    }
    Ok(groups.into_values().collect())
}

fn root(roots: &[usize], mut of: usize) -> usize {
    while roots[of] != of {
        of = roots[of];
    }
    of
}
