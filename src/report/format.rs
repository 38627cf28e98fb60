//! The forms in which a command can answer.

/// How an answer is written. One list for all commands; each refuses those it lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, clap::ValueEnum)]
pub enum Format {
    /// Words and tables for a terminal.
    #[default]
    Table,
    /// One JSON document.
    Json,
    /// Comma-separated values, one line a record.
    Csv,
    /// Markdown.
    Md,
    /// One self-contained HTML page.
    Html,
    /// vCard, for contacts.
    Vcard,
    /// iCalendar, for dated things.
    Ics,
}

impl Format {
    /// The word after `--format`.
    pub fn word(self) -> &'static str {
        match self {
            Format::Table => "table",
            Format::Json => "json",
            Format::Csv => "csv",
            Format::Md => "md",
            Format::Html => "html",
            Format::Vcard => "vcard",
            Format::Ics => "ics",
        }
    }
}
