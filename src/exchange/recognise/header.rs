//! Headers of columns, brought to a form in which the spellings of one header are the same.

use std::collections::{HashMap, HashSet};

use unicode_normalization::UnicodeNormalization;

use crate::domain::text::{clean_line, fold};

/// The header of one column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    /// As it is shown: clean, and unlike those of the other columns.
    pub shown: String,
    /// Letters and digits only, in lower case, without accents: `Deal owner` and `deal_owner` are one.
    pub key: String,
    /// The same without what stands in brackets: `Probability (%)`, `金额（万元）`.
    pub bare: String,
}

impl Header {
    /// The header in a cell, whatever the other columns are called.
    pub fn of(cell: &str) -> Header {
        let shown = clean_line(cell);
        Header { key: key(&shown), bare: key(before_bracket(&shown)), shown }
    }
}

/// The headers of a file's columns; those without a header are called by their number.
pub fn headers<'a>(cells: impl Iterator<Item = &'a str>) -> Vec<Header> {
    let mut headers: Vec<Header> = Vec::new();
    let mut taken: HashSet<String> = HashSet::new();
    let mut next: HashMap<String, usize> = HashMap::new();
    for (at, cell) in cells.enumerate() {
        let mut header = Header::of(cell);
        if header.shown.is_empty() {
            header.shown = format!("Column {}", at + 1);
        }
        let named = header.shown.clone();
        while !taken.insert(header.shown.clone()) {
            let number = next.entry(named.clone()).or_insert(1);
            *number += 1;
            header.shown = format!("{named} ({number})");
        }
        headers.push(header);
    }
    headers
}

/// A header as it is compared.
pub fn key(header: &str) -> String {
    fold(header).nfd().filter(|c| c.is_alphanumeric()).collect()
}

fn before_bracket(header: &str) -> &str {
    match header.find(['(', '（', '[', '【']) {
        Some(at) if at > 0 => &header[..at],
        _ => header,
    }
}

/// Whether a header speaks of a telephone that one can call a person on, and which.
pub fn phone_label(key: &str) -> Option<&'static str> {
    let has = |words: &[&str]| words.iter().any(|word| key.contains(word));
    match key {
        _ if has(&["mobile", "cell", "handy", "portable", "movil", "手机", "移动", "携帯"]) => {
            Some("mobile")
        }
        _ if has(&["home", "private", "privat", "家庭", "住宅"]) => Some("home"),
        _ if has(&["work", "business", "office", "company", "办公", "工作", "单位"]) => Some("work"),
        _ if has(&["other"]) => Some("other"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_a_header_are_one() {
        for spelling in ["Deal owner", "deal_owner", "DealOwner", " DEAL-OWNER ", "Ｄｅａｌ　Ｏｗｎｅｒ"]
        {
            assert_eq!(key(spelling), "dealowner");
        }
        assert_eq!(key("Téléphone"), "telephone");
        assert_eq!(key("预计 成交日期"), "预计成交日期");
    }

    #[test]
    fn columns_of_one_name_are_told_apart() {
        let all = headers(["Email", "", "Email", "Email (2)", "Email"].into_iter());
        let shown: Vec<&str> = all.iter().map(|header| header.shown.as_str()).collect();
        assert_eq!(shown, ["Email", "Column 2", "Email (2)", "Email (2) (2)", "Email (3)"]);
    }

    #[test]
    fn what_stands_in_brackets_is_set_aside() {
        let all = headers(["Probability (%)", "金额（万元）", "(blank)"].into_iter());
        let bare: Vec<&str> = all.iter().map(|header| header.bare.as_str()).collect();
        assert_eq!(bare, ["probability", "金额", "blank"]);
    }
}
