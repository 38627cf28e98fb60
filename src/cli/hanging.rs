//! The flags for what hangs on records of any kind: tags and custom fields.

use clap::Args;

use super::desk::Desk;
use super::failure::Failure;
use super::value;

/// Tags and custom fields.
#[derive(Debug, Clone, Args)]
pub(super) struct Tags {
    /// Puts a tag on it
    #[arg(long = "tag", value_name = "TAG")]
    tags: Vec<String>,
    /// Takes a tag off it
    #[arg(long = "untag", value_name = "TAG")]
    untags: Vec<String>,
    /// Sets a field of your own; an empty value empties it
    #[arg(long = "field", value_name = "KEY=VALUE")]
    fields: Vec<String>,
}

/// Tags to put on, tags to take off, and custom values.
type Told = (Vec<String>, Vec<String>, Vec<(String, Option<String>)>);

impl Tags {
    /// What is told of them.
    pub fn told(self, desk: &Desk) -> Result<Told, Failure> {
        let pairs = self.fields.iter().map(|pair| value::pair(desk.lang, "--field", pair));
        Ok((self.tags, self.untags, pairs.collect::<Result<_, _>>()?))
    }
}
