//! iCalendar: events and tasks in, as activities; what is due and what happened out, as events.

mod read;
#[cfg(test)]
mod tests;
mod write;

pub use read::Component;
pub use write::{Event, begin, end, write_event};
