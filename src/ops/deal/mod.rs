//! What can be done with deals.

mod close;
mod input;
mod next;
mod stage;

pub use close::{Lost, Won, delete, lose, reopen, win};
pub(super) use close::{find_or_add_reason, reason_key};
pub(super) use input::blank_at;
pub use input::{DealInput, ProductLine, Somebody, add, edit};
pub use next::finish_step;
pub use stage::{Moved, advance, back};

use super::problem::Problem;
use crate::domain::word::Status;
use crate::store::table::deal::Deal;

/// Refuses what only an open deal can do.
fn must_be_open(deal: &Deal) -> Result<(), Problem> {
    match deal.status {
        Status::Open => Ok(()),
        status => Err(Problem::Closed { deal: deal.name.clone(), status }),
    }
}
