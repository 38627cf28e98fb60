//! The themes there are: those of the program, and a person's own in the folder beside their settings.

use std::borrow::Cow;
use std::fs;
use std::path::{Path, PathBuf};

use super::file::{self, ThemeError};
use super::{Theme, fits};
use crate::config;
use crate::tui::palette::Depth;

/// The themes of the program, each with its file.
pub(super) const FILES: [(&str, &str); 8] = [
    ("dark", include_str!("../../../assets/themes/dark.toml")),
    ("light", include_str!("../../../assets/themes/light.toml")),
    ("contrast-dark", include_str!("../../../assets/themes/contrast-dark.toml")),
    ("contrast-light", include_str!("../../../assets/themes/contrast-light.toml")),
    ("blue-orange-dark", include_str!("../../../assets/themes/blue-orange-dark.toml")),
    ("blue-orange-light", include_str!("../../../assets/themes/blue-orange-light.toml")),
    ("sixteen", include_str!("../../../assets/themes/sixteen.toml")),
    ("plain", include_str!("../../../assets/themes/plain.toml")),
];

/// A theme that can be chosen, or could be if its file were right.
#[derive(Debug, Clone)]
pub struct Offer {
    /// Its name.
    pub name: String,
    /// Whether it is a person's own.
    pub is_own: bool,
    /// The theme, or why there is none.
    pub theme: Result<Theme, ThemeError>,
}

/// Where themes are found.
#[derive(Debug, Clone, Default)]
pub struct Shelf {
    own: Option<PathBuf>,
}

impl Shelf {
    /// The themes of the program, and the files in the folder beside these settings.
    pub fn beside(settings: Option<&Path>) -> Shelf {
        Shelf { own: settings.and_then(config::themes_folder) }
    }

    /// The theme of a name: one's own before the program's.
    ///
    /// # Errors
    /// Why there is none.
    pub fn find(&self, name: &str, depth: Depth) -> Result<Theme, ThemeError> {
        let own = self.own.as_ref().map(|folder| config::theme_file(folder, name));
        match own.filter(|file| file.exists()) {
            Some(file) => read_own(name, &file, depth),
            None if fits(name, depth) => of_the_program(name, depth),
            None => Err(ThemeError::NoSuchTheme(name.to_owned())),
        }
    }

    /// All that this terminal can show: those of the program in their order, then one's own by name.
    pub fn all(&self, depth: Depth) -> Vec<Offer> {
        let own = if depth == Depth::None { Vec::new() } else { self.own_names() };
        let of_program = Theme::names().filter(|name| fits(name, depth));
        let of_program = of_program.filter(|name| !own.iter().any(|mine| mine == name)).map(str::to_owned);
        let offer = |name: String, is_own| Offer { theme: self.find(&name, depth), name, is_own };
        of_program
            .map(|name| offer(name, false))
            .chain(own.iter().cloned().map(|name| offer(name, true)))
            .collect()
    }

    /// The names of one's own. A folder that cannot be read has none, as one that is not there.
    fn own_names(&self) -> Vec<String> {
        let entries = self.own.as_ref().and_then(|folder| fs::read_dir(folder).ok()).into_iter().flatten();
        let paths = entries.filter_map(|entry| entry.ok().map(|entry| entry.path()));
        let themes = paths.filter(|path| path.extension().is_some_and(|end| end == "toml"));
        let mut names: Vec<String> =
            themes.filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned())).collect();
        names.sort();
        names
    }
}

/// The text of a theme of the program.
pub(super) fn text_of(name: &str) -> Option<&'static str> {
    FILES.iter().find(|(known, _)| *known == name).map(|(_, text)| *text)
}

/// A theme of the program.
pub(super) fn of_the_program(name: &str, depth: Depth) -> Result<Theme, ThemeError> {
    match FILES.iter().find(|(known, _)| *known == name) {
        Some((known, text)) => file::read(Cow::Borrowed(known), text, depth),
        None => Err(ThemeError::NoSuchTheme(name.to_owned())),
    }
}

fn read_own(name: &str, path: &Path, depth: Depth) -> Result<Theme, ThemeError> {
    let text = fs::read_to_string(path).map_err(|why| ThemeError::Unreachable(why.to_string()))?;
    file::read(Cow::Owned(name.to_owned()), &text, depth)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_settings_know_the_themes_of_the_program() {
        assert_eq!(Theme::names().collect::<Vec<_>>(), config::THEMES);
    }

    #[test]
    fn ones_own_stand_beside_those_of_the_program_and_before_them_where_they_share_a_name() {
        let folder = tempfile::tempdir().unwrap();
        let settings = folder.path().join("config.toml");
        fs::create_dir(folder.path().join("themes")).unwrap();
        for (name, text) in [
            ("dusk", "based_on = \"dark\""),
            ("light", "based_on = \"light\"\ndim = \"black\""),
            ("odd", "x"),
        ] {
            fs::write(folder.path().join("themes").join(format!("{name}.toml")), text).unwrap();
        }
        let shelf = Shelf::beside(Some(&settings));
        let all = shelf.all(Depth::True);
        let named = |wanted: &str| all.iter().filter(|offer| offer.name == wanted).collect::<Vec<_>>();
        assert_eq!(all.len(), FILES.len() + 2);
        assert!(named("dusk")[0].theme.is_ok());
        assert!(named("light").len() == 1 && named("light")[0].is_own);
        assert!(matches!(named("odd")[0].theme, Err(ThemeError::Malformed(_))));
        assert!(matches!(shelf.find("dawn", Depth::True), Err(ThemeError::NoSuchTheme(_))));
    }

    #[test]
    fn a_terminal_is_offered_what_it_can_show() {
        let names =
            |depth| Shelf::default().all(depth).into_iter().map(|offer| offer.name).collect::<Vec<_>>();
        assert_eq!(names(Depth::None), ["plain"]);
        assert_eq!(names(Depth::Sixteen), ["sixteen", "plain"]);
        assert_eq!(names(Depth::Indexed).len(), FILES.len());
    }
}
