//! Names of months and weekdays in the languages that files come in: English, German, French, Spanish.

/// For each month its names and abbreviations, in lower case.
#[rustfmt::skip]
const MONTHS: [&[&str]; 12] = [
    &["january", "januar", "janvier", "enero", "jan", "janv", "ene", "jän"],
    &["february", "februar", "février", "febrero", "feb", "févr", "fév"],
    &["march", "märz", "mars", "marzo", "mar", "mär", "mrz"],
    &["april", "avril", "abril", "apr", "avr", "abr"],
    &["may", "mai", "mayo"],
    &["june", "juni", "juin", "junio", "jun"],
    &["july", "juli", "juillet", "julio", "jul", "juil"],
    &["august", "août", "agosto", "aug", "ago", "aoû"],
    &["september", "septembre", "septiembre", "sep", "sept"],
    &["october", "oktober", "octobre", "octubre", "oct", "okt"],
    &["november", "novembre", "noviembre", "nov"],
    &["december", "dezember", "décembre", "diciembre", "dec", "dez", "déc", "dic"],
];

const WEEKDAYS: [&str; 4] = [
    "mon monday montag lundi lunes tue tues tuesday dienstag mardi martes wed wednesday mittwoch mercredi",
    "miércoles thu thur thurs thursday donnerstag jeudi jueves fri friday freitag vendredi viernes sat saturday",
    "samstag samedi sábado sun sunday sonntag dimanche domingo lun mer jeu ven sam dim mo di mi do fr sa so",
    "星期一 星期二 星期三 星期四 星期五 星期六 星期日 周一 周二 周三 周四 周五 周六 周日",
];

/// The month that a folded text begins with (1 to 12), and what follows it and its point.
pub fn named(text: &str) -> Option<(u32, &str)> {
    let length: usize = text.chars().take_while(|c| c.is_alphabetic()).map(char::len_utf8).sum();
    let (word, rest) = text.split_at(length);
    let at = MONTHS.iter().position(|names| names.contains(&word))?;
    Some((u32::try_from(at).ok()? + 1, rest.strip_prefix('.').unwrap_or(rest)))
}

/// Whether a folded word is a day of the week.
pub fn is_weekday(word: &str) -> bool {
    !word.is_empty() && WEEKDAYS.iter().any(|line| line.split(' ').any(|day| day == word))
}
