//! The flags that every command shares.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use crate::i18n::Lang;
use crate::report::Format;

/// The heading that help gives to the flags of all commands.
pub(super) const HEADING: &str = "Everywhere";

/// Flags of all commands. Where one makes no sense for a command, it is refused.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = HEADING)]
pub(super) struct Global {
    /// The book: one file that holds everything
    #[arg(long, global = true, value_name = "FILE", env = "KEYBOOK_FILE", hide_env_values = true)]
    pub book: Option<PathBuf>,
    /// The language, if not that of this machine
    #[arg(long, global = true, value_enum, value_name = "LANGUAGE")]
    pub lang: Option<Lang>,
    /// How the answer is written
    #[arg(long, global = true, value_enum, value_name = "FORMAT")]
    pub format: Option<Format>,
    /// Writes the answer into a file
    #[arg(long, global = true, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// Whether tables are coloured
    #[arg(long, global = true, value_enum, value_name = "WHEN", default_value_t)]
    pub color: Color,
    /// It is this day, for what is read and for what is written
    #[arg(long, global = true, value_name = "DATE")]
    pub today: Option<String>,
    /// Figures as they stood at the end of this day
    #[arg(long, global = true, value_name = "DATE")]
    pub as_of: Option<String>,
    /// Only records that meet this, such as: stage>=design amount>50k close<30d #key !next
    #[arg(long, global = true, value_name = "EXPR")]
    pub filter: Option<String>,
    /// The period: 2026, 2026H2, 2026Q4 or 2026-11
    #[arg(long, global = true, value_name = "PERIOD")]
    pub period: Option<String>,
}

/// When tables are coloured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(super) enum Color {
    /// On a terminal, unless NO_COLOR is set.
    #[default]
    Auto,
    /// Also in a file or a pipe.
    Always,
    /// Nowhere.
    Never,
}

impl From<Color> for anstream::ColorChoice {
    fn from(color: Color) -> Self {
        match color {
            Color::Auto => anstream::ColorChoice::Auto,
            Color::Always => anstream::ColorChoice::Always,
            Color::Never => anstream::ColorChoice::Never,
        }
    }
}
