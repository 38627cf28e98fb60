//! The examples: a line, and below it what is understood of it.

use super::names::{Shelf, told};

const ENGLISH: &str = include_str!("english.txt");
const CHINESE: &str = include_str!("chinese.txt");
const GUIDE: &str = include_str!("../../../../docs/capture.md");

/// The examples of a text: pairs of lines, apart from those that explain them.
fn examples(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let lines: Vec<&str> = text.lines().filter(|line| !line.is_empty() && !line.starts_with("# ")).collect();
    lines
        .chunks(2)
        .map(|pair| (pair[0], pair.get(1).copied().unwrap_or_default()))
        .collect::<Vec<_>>()
        .into_iter()
}

/// Where what is understood is not as it was written down.
fn differing<'a>(examples: impl Iterator<Item = (&'a str, &'a str)>) -> Vec<String> {
    let shelf = Shelf::stocked();
    let compared = examples.filter_map(|(line, expected)| {
        let understood = told(&shelf.understand(line));
        (understood != expected.trim()).then(|| format!("{line}\n  {understood}\n"))
    });
    compared.collect()
}

#[test]
fn a_line_in_english_is_understood() {
    let wrong = differing(examples(ENGLISH));
    assert!(wrong.is_empty(), "\n{}", wrong.concat());
}

#[test]
fn a_line_in_chinese_is_understood() {
    let wrong = differing(examples(CHINESE));
    assert!(wrong.is_empty(), "\n{}", wrong.concat());
}

/// The examples of the page for people: what stands between its fences.
#[test]
fn the_page_for_people_is_true() {
    let fenced = GUIDE.split("```capture\n").skip(1).filter_map(|rest| rest.split("```").next());
    let all: Vec<&str> = fenced.collect();
    assert!(all.len() > 5, "the page has lost its examples");
    let wrong = differing(all.iter().flat_map(|text| examples(text)));
    assert!(wrong.is_empty(), "\n{}", wrong.concat());
}

#[test]
fn there_are_examples_enough_of_both_languages() {
    let (english, chinese) = (examples(ENGLISH).count(), examples(CHINESE).count());
    assert!(english >= 120 && chinese >= 100, "{english} and {chinese}");
}
