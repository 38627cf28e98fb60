//! The rules that most fields have in common, by the place of the value in the draft and in our row.

/// A text that lies the same in the file and in our row.
macro_rules! text {
    ($key:literal, $($told:ident).+, $ours:ident) => {
        Rule {
            key: $key,
            told: |draft| draft.$($told).+.clone(),
            ours: |row| row.$ours.clone(),
            put: |draft, row| row.$ours = draft.$($told).+.get(),
        }
    };
}

/// An id, a day, a number or a word: compared as it is written.
macro_rules! plain {
    ($key:literal, $($told:ident).+, $ours:ident) => {
        Rule {
            key: $key,
            told: |draft| draft.$($told).+.clone().map(|value| value.to_string()),
            ours: |row| row.$ours.map(|value| value.to_string()),
            put: |draft, row| row.$ours = draft.$($told).+.get(),
        }
    };
}

/// The record's name, with what it is matched by.
macro_rules! name {
    ($($told:ident).+) => {
        Rule {
            key: "name",
            told: |draft| Cell::text(draft.$($told).+.clone()),
            ours: |row| Some(row.name.clone()),
            put: |draft, row| {
                row.name.clone_from(&draft.$($told).+);
                row.name_key = name_key(&row.name);
            },
        }
    };
}

pub(super) use {name, plain, text};
