//! The stages among the book's settings: `stages` is the set of them, `stage.design.win_rate` one value.

use super::desk::Desk;
use super::failure::Failure;
use super::value;
use crate::domain::money::decimal;
use crate::domain::settings::SettingError;
use crate::domain::stage::Template;
use crate::ops::stage::{self, StageInput};
use crate::ops::{Field, Problem};
use crate::report::model::SettingOut;
use crate::store::Book;

/// What of a stage can be set.
const FIELDS: &[&str] = &["win_rate", "name", "step", "sign", "limit_days"];

/// Changes the stages, where the setting is one of theirs; tells whether it is.
pub(super) fn set(desk: &Desk, book: &mut Book, setting: &str, text: &str) -> Result<bool, Failure> {
    let refused = || {
        let (key, value) = (setting.to_owned(), text.to_owned());
        Failure::from(Problem::Setting(SettingError::Value { key, value }))
    };
    if setting == "stages" {
        stage::use_template(book, text.parse::<Template>().map_err(|_| refused())?)?;
        return Ok(true);
    }
    let Some((key, field)) = setting.strip_prefix("stage.").and_then(|rest| rest.rsplit_once('.')) else {
        return Ok(false);
    };
    let words: Field<String> = Some(Some(text.to_owned()).filter(|text| text != "auto"));
    let days = || words.clone().flatten().map(|text| text.parse().map_err(|_| refused())).transpose();
    let input = match field {
        "win_rate" => {
            StageInput { win_rate: Some(value::rate(desk.lang, setting, text)?), ..StageInput::default() }
        }
        "name" => StageInput { buyer_name: words, ..StageInput::default() },
        "step" => StageInput { seller_name: words, ..StageInput::default() },
        "sign" => StageInput { exit_sign: words, ..StageInput::default() },
        "limit_days" => StageInput { limit_days: Some(days()?), ..StageInput::default() },
        _ => return Ok(false),
    };
    stage::edit(book, key, &input)?;
    Ok(true)
}

/// What the stages are set to; a name that is none is the method's own.
pub(super) fn settings(book: &Book) -> Result<Vec<SettingOut>, Failure> {
    let mut all = vec![];
    for stage in book.stages()? {
        let rate = format!("{} %", decimal(i128::from(stage.win_rate), 2));
        let rate = rate.replace(".00 %", " %");
        let limit = stage.limit_days.map(|days| days.to_string());
        let values = [Some(rate), stage.buyer_name, stage.seller_name, stage.exit_sign, limit];
        for (field, value) in FIELDS.iter().zip(values) {
            let setting = format!("stage.{}.{field}", stage.key);
            all.push(SettingOut { setting, value, place: "book".to_owned() });
        }
    }
    Ok(all)
}
