//! What holds of any line.

use proptest::prelude::*;

use super::names::{Shelf, told};
use crate::domain::capture::{Ground, Open};
use crate::domain::capture::{Sort, chosen, offered};
use crate::domain::money::Currency;
use crate::domain::text::clean_line;

/// Any text, and text of the grammar's own words in any order.
fn line() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "call",
        "met",
        "拜访",
        "打电话给",
        "jane",
        "Jane Doe",
        "acme",
        "foods",
        "globex",
        "pilot",
        "王伟",
        "王总",
        "华锐",
        "银溪造纸",
        "D-3",
        "P-4",
        "\"",
        "“",
        "：",
        ":",
        ": ",
        "，",
        ", ",
        "; ",
        "。",
        "next fri",
        "下周五",
        "12月15日前",
        "in 2 weeks",
        "15 dec",
        "月底",
        "proposal",
        "方案",
        "报价",
        "45k",
        "45万",
        "€1.2m",
        "450,000",
        "¥",
        "stage",
        "阶段",
        "design",
        "进入比较阶段",
        "closes",
        "成交",
        "send",
        "next:",
        "下一步：",
        "task",
        "待办",
        "30min",
        "半小时",
        "14:30",
        "from",
        "和",
        "的",
        "no deal",
        "无机会",
        "wants SOC2",
        "他们",
        "!",
        "?",
        "(",
        "\u{3000}",
        "🙂",
        "-",
        "→",
    ]);
    prop_oneof![
        any::<String>(),
        prop::collection::vec((word, prop::bool::ANY), 0..16).prop_map(|words| words
            .into_iter()
            .map(|(w, gap)| format!("{w}{}", if gap { " " } else { "" }))
            .collect()),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn every_piece_lies_within_the_line_and_none_over_another(line in line()) {
        let understood = Shelf::stocked().understand(&line);
        let mut end = 0;
        for mark in &understood.marks {
            prop_assert!(line.get(mark.at.clone()).is_some_and(|piece| !piece.is_empty()), "{mark:?}");
            prop_assert!(mark.at.start >= end, "{mark:?} in {line:?}");
            end = mark.at.end;
        }
        for open in &understood.open {
            let fits = open.choices().is_none_or(|(at, _)| line.get(at).is_some());
            prop_assert!(fits, "{open:?}");
        }
    }

    #[test]
    fn what_is_said_is_neither_lost_nor_made_up(line in line()) {
        let understood = Shelf::stocked().understand(&line);
        let words = |text: &str| -> Vec<String> {
            let text = clean_line(text);
            text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
        };
        let step = understood.step.as_ref().map(|step| step.words.as_str()).unwrap_or_default();
        let kept = words(&format!("{} {step}", understood.note));
        let is_said = |sort: Sort| matches!(sort, Sort::Note | Sort::Step);
        let said = understood.marks.iter().filter(|mark| is_said(mark.sort));
        let said: Vec<String> = said.flat_map(|mark| words(&line[mark.at.clone()])).collect();
        prop_assert_eq!(kept.concat().chars().count(), said.concat().chars().count(), "{:?}", line);
        for word in kept {
            prop_assert!(clean_line(&line).contains(&word), "{word:?} is not in {line:?}");
        }
    }

    #[test]
    fn the_same_line_says_the_same_twice(line in line()) {
        let shelf = Shelf::stocked();
        prop_assert_eq!(told(&shelf.understand(&line)), told(&shelf.understand(&line)));
    }

    #[test]
    fn a_choice_makes_one_thing_clear_that_was_open(line in line(), which in 0usize..9) {
        let shelf = Shelf::stocked();
        let understood = shelf.understand(&line);
        let open = understood.open.iter().find_map(Open::choices);
        if let Some((at, found)) = open {
            let stages = super::names::stages();
            let ground = Ground {
                today: super::names::today(), base: Currency::EUR, stages: &stages, at_hand: None,
            };
            let one = &found[which % found.len()];
            let (line, cursor) = match chosen(&line, at, one, &ground, &shelf) {
                Ok(chosen) => chosen,
                Err(never) => match never {},
            };
            prop_assert!(line.is_char_boundary(cursor));
            let after = shelf.understand(&line);
            let is_meant = after.records().any(|known| known.record.id == one.id);
            let is_second = after.open.iter().any(|open| matches!(open, Open::TooMany { .. } | Open::NoSuch { .. }));
            prop_assert!(is_meant || is_second || after.open.len() < understood.open.len(), "{line}: {}", told(&after));
        }
    }

    #[test]
    fn names_are_offered_wherever_the_cursor_stands(line in line(), place in any::<prop::sample::Index>()) {
        let shelf = Shelf::stocked();
        let understood = shelf.understand(&line);
        let places: Vec<usize> = (0..=line.len()).filter(|at| line.is_char_boundary(*at)).collect();
        let cursor = places[place.index(places.len())];
        let Ok((at, found)) = offered(&line, cursor, understood.head_end, &shelf);
        prop_assert!(line.get(at.clone()).is_some() && (found.is_empty() || !at.is_empty()));
    }
}
