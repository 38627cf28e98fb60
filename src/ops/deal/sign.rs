//! Exit signs: a deal may go on without the sign of the stage it leaves, and that is remembered.

use crate::domain::entry::{Entry, EntryKind, Holder, Value};
use crate::domain::id::Id;
use crate::domain::stage::Stage;
use crate::ops::Problem;
use crate::ops::entry::{self, EntryInput};
use crate::store::Writer;

/// Remembers that a deal leaves a stage for a later one without its sign; whether that is so. Only the
/// stage that it stood at is asked for: what lies between was never entered.
pub(in crate::ops) fn leave(writer: &Writer<'_>, deal: Id, left: &Stage) -> Result<bool, Problem> {
    if !left.has_exit_sign() {
        return Ok(false);
    }
    let holder = Holder::Deal(deal);
    let known = writer.entries(EntryKind::ExitSign, holder)?;
    match known.iter().find(|sign| sign.refers_to("stage") == Some(left.id)) {
        Some(sign) => Ok(sign.day("seen").is_none()),
        None => {
            let input = EntryInput::default()
                .with("stage", Value::Id(left.id))
                .with("skipped", writer.today)
                .without("seen");
            entry::create(writer, EntryKind::ExitSign, holder, &input)?;
            Ok(true)
        }
    }
}

/// Tells that the signs were seen today without which a deal went on.
///
/// # Errors
/// [`Problem::Store`] where it went on without none.
pub(in crate::ops) fn see_signs(writer: &Writer<'_>, deal: Id) -> Result<(), Problem> {
    let known = writer.entries(EntryKind::ExitSign, Holder::Deal(deal))?;
    let unseen = |sign: &Entry| sign.day("skipped").is_some() && sign.day("seen").is_none();
    let unseen: Vec<Entry> = known.into_iter().filter(unseen).collect();
    if unseen.is_empty() {
        return Err(crate::store::Error::NoRecord.into());
    }
    for sign in unseen {
        entry::change(writer, sign, &EntryInput::default().with("seen", writer.today))?;
    }
    Ok(())
}
