//! What can be done with deals.

mod close;
mod input;
mod next;
mod person;
mod sign;
mod stage;

pub use close::{Lost, Won, delete, lose, reopen, win};
pub(super) use close::{find_or_add_reason, mark_lost, mark_won, reason_key};
pub use input::{DealInput, ProductLine, add, edit};
pub(super) use input::{blank_at, change};
pub use next::finish_step;
pub use person::{PersonInput, SeatInput, Somebody, set_person};
pub(super) use sign::{leave as leave_stage, see_signs};
pub use stage::{Moved, advance, back};
pub(super) use stage::{move_back, move_on};

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
