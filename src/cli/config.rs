//! `keybook config`.

use clap::Subcommand;

use super::desk::Desk;
use super::failure::Failure;
use super::stage_setting as stage;
use crate::config;
use crate::domain::settings::{SettingError, Settings};
use crate::ops::{Problem, settings};
use crate::report::model::SettingOut;
use crate::report::page::Page;
use crate::report::pages;
use crate::store::Book;
use crate::tr;

/// Shows and changes settings: of this machine, and of the book
///
/// Looks, language and keys belong to this machine. What changes a figure belongs to the book: it goes
/// where the book goes, and keybook undo takes a change back.
#[derive(Debug, Subcommand)]
pub(super) enum Config {
    /// Says where the settings of this machine are kept
    Path,
    /// Lists all settings
    Show,
    /// Changes a setting
    Set {
        /// Its name, as in the list; a key of the interface is keys.ACTION
        setting: String,
        /// Its new value; auto goes back to the default
        value: String,
    },
}

impl Config {
    pub fn run(self, desk: &Desk) -> Result<(), Failure> {
        let lang = desk.lang;
        match self {
            Config::Path => {
                let path = config::path()?;
                desk.give_bytes(format!("{}\n", path.display()).as_bytes())
            }
            Config::Show => {
                let mut all = of_machine(&desk.config);
                if desk.book_path()?.exists() {
                    all.extend(of_book(&*desk.book()?)?);
                }
                desk.give_list(&all, || Page::of_table(lang, "", pages::setting::list(lang, &all)))
            }
            Config::Set { setting, value } => {
                let kept = if Settings::KEYS.contains(&setting.as_str()) {
                    let mut book = desk.book()?;
                    settings::set(&mut book, &setting, &value)?;
                    of_book(&book)?
                } else if setting == "stages" || setting.starts_with("stage.") {
                    let mut book = desk.book()?;
                    if !stage::set(desk, &mut book, &setting, &value)? {
                        return Err(Problem::Setting(SettingError::Unknown(setting)).into());
                    }
                    of_book(&book)?
                } else {
                    let path = config::path()?;
                    config::set(&path, &setting, &value)?;
                    of_machine(&config::Config::load(&path)?)
                };
                // What is not among the kept settings was set all the same: a default, or a whole set of stages.
                let given = Some(value.clone()).filter(|_| setting == "stages");
                let unset = || SettingOut { setting: setting.clone(), value: given, ..SettingOut::default() };
                let now = kept.into_iter().find(|kept| kept.setting == setting).unwrap_or_else(unset);
                let shown = now.value.clone().unwrap_or_else(|| "auto".to_owned());
                let line = tr!(lang, "done.setting", setting = setting, value = shown);
                desk.give(&now, || Page::of_line(lang, line))
            }
        }
    }
}

/// The settings of this machine; one without a value is as the program finds best.
fn of_machine(config: &config::Config) -> Vec<SettingOut> {
    let one = |setting: &str, value: Option<String>| SettingOut {
        setting: setting.to_owned(),
        value,
        place: "machine".to_owned(),
    };
    let ambiguous = match config.ambiguous {
        config::Ambiguous::Narrow => "narrow",
        config::Ambiguous::Wide => "wide",
    };
    let mouse = match config.mouse {
        config::Mouse::On => "on",
        config::Mouse::Off => "off",
    };
    let motion = match config.motion {
        config::Motion::On => "on",
        config::Motion::Off => "off",
    };
    let mut all = vec![
        one("language", config.language.map(|lang| lang.code().to_owned())),
        one("theme", config.theme.clone()),
        one("ambiguous", Some(ambiguous.to_owned())),
        one("mouse", Some(mouse.to_owned())),
        one("motion", Some(motion.to_owned())),
        one("lock_after", config.lock_after.map(|minutes| minutes.to_string())),
    ];
    for (list, view) in &config.lists {
        let columns = Some(view.columns.join(",")).filter(|columns| !columns.is_empty());
        all.extend(columns.map(|columns| one(&format!("lists.{list}.columns"), Some(columns))));
        all.extend(view.sort.clone().map(|sort| one(&format!("lists.{list}.sort"), Some(sort))));
        let widths: Vec<String> = view.widths.iter().map(|(key, cells)| format!("{key}={cells}")).collect();
        if !widths.is_empty() {
            all.push(one(&format!("lists.{list}.widths"), Some(widths.join(","))));
        }
    }
    all.extend(config.keys.iter().map(|(action, keys)| one(&format!("keys.{action}"), Some(keys.join(" ")))));
    all
}

/// The settings of a book.
fn of_book(book: &Book) -> Result<Vec<SettingOut>, Failure> {
    let settings = book.settings()?;
    let one = |key: &&str| SettingOut {
        setting: (*key).to_owned(),
        value: settings.get(key),
        place: "book".to_owned(),
    };
    let mut all: Vec<SettingOut> = Settings::KEYS.iter().map(one).collect();
    all.extend(stage::settings(book)?);
    Ok(all)
}
