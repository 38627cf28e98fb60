//! `keybook metrics`.

use clap::Args;

use super::desk::Desk;
use super::failure::Failure;
use super::name;
use super::span;
use crate::domain::metrics::Span;
use crate::domain::word::RecordKind;
use crate::report::{pages, rows};

/// Shows the measures of an account, or of the book: loyalty, lifetime value, growth, churn
///
/// Of the last twelve months, unless told otherwise. Each measure says what it was made of, or what is missing.
#[derive(Debug, Args)]
pub(super) struct Metrics {
    /// The account, if not the whole book: its code, id, or words of its name
    account: Option<String>,
    #[command(flatten)]
    span: span::Span,
}

impl Metrics {
    pub fn run(self, desk: &Desk) -> Result<(), Failure> {
        let (from, to) = self.span.days(desk)?;
        let span = Span { from, to };
        let book = desk.book()?;
        let account =
            self.account.map(|words| name::one(&book, &words, &[RecordKind::Account])).transpose()?;
        let of = account.as_ref().map(|named| named.id);
        let view = match desk.as_of()? {
            Some(day) => book.as_of(day)?.metrics(of, span)?,
            None => book.metrics(of, span)?,
        };
        let metrics = rows::metrics::metrics(desk.lang, account.as_ref(), &view);
        let name = metrics.account.as_deref();
        desk.give_rows(&metrics, &metrics.metrics, || pages::metrics::metrics(desk.lang, name, &view))
    }
}
