//! Lines captured as they are said, in both languages.

use keybook::domain::capture::{Ground, Open, chosen, offered, understand};
use keybook::i18n::Lang;
use keybook::ops::capture::{CaptureInput, save};
use keybook::ops::{demo, history};
use keybook::report::{capture_words, pages, rows};
use keybook::store::table::activity::Activity;
use keybook::store::{Book, Clock};

use crate::import::TODAY;

/// What lines are made of.
pub const WORDS: &[&str] = &[
    "call ",
    "met ",
    "task ",
    "email from ",
    "拜访",
    "打电话给",
    "任务 ",
    "yesterday ",
    "昨天",
    "14:30 ",
    "30min ",
    "半小时",
    "pellegri ",
    "amber ",
    "Maple Court ",
    "银溪",
    "王总",
    "D-176 ",
    "P-2 ",
    "A-1 ",
    "no deal",
    "无机会",
    "\"",
    "“",
    "”",
    ": ",
    "：",
    ", ",
    "，",
    "; ",
    "。",
    ". ",
    "、",
    "next fri ",
    "by 15 dec ",
    "12月15日前",
    "月底",
    "in 2 weeks ",
    "proposal ",
    "方案",
    "45k",
    "45万",
    "¥1.2亿",
    "€999999999999999999",
    "1e99",
    "amount ",
    "金额",
    "stage ",
    "阶段",
    "design",
    "进入比较阶段",
    "closes ",
    "成交",
    "next: ",
    "下一步：",
    "send ",
    "99999-01-01",
    "// ",
    "\u{3000}",
    "\u{202e}",
    "\u{1b}[2J",
    "é",
    "e\u{301}",
    "👩\u{200d}🚀",
];

/// A line is understood in pieces that lie in it, one after the other; what is open can be told and chosen; and what is
/// clear is kept as it was understood, and taken back.
pub fn trial() -> impl FnMut(&[u8]) {
    let mut book = Book::in_memory(Clock::fixed(TODAY)).unwrap();
    demo::fill(&mut book, None).unwrap();
    let stages = book.stages_as_of(None).unwrap();
    let base = book.settings().unwrap().base_currency;
    move |bytes| {
        let text = String::from_utf8_lossy(bytes);
        // Nobody types more into a line.
        let line: String = text.chars().take(400).collect();
        let ground = Ground { today: TODAY, base, stages: &stages, at_hand: None };
        let understood = understand(&line, &ground, &book).unwrap();
        let mut end = 0;
        for mark in &understood.marks {
            assert!(mark.at.start >= end && line.get(mark.at.clone()).is_some(), "{mark:?} in {line:?}");
            end = mark.at.end;
        }
        for lang in [Lang::En, Lang::Zh] {
            pages::capture::sheet(lang, "", &understood, &stages, TODAY);
            rows::capture::captured(lang, &understood, None);
            understood.open.iter().for_each(|open| drop(capture_words::open(lang, open)));
        }
        if let Some((at, found)) = understood.open.iter().find_map(Open::choices) {
            let (line, end) = chosen(&line, at, &found[0], &ground, &book).unwrap();
            assert!(line.is_char_boundary(end), "{line:?}");
        }
        let cursor = line.char_indices().map(|(at, _)| at).nth(line.len() / 3).unwrap_or(line.len());
        let (at, _) = offered(&line, cursor, understood.head_end, &book).unwrap();
        assert!(line.get(at).is_some(), "{line:?}");
        let Some(input) = CaptureInput::of(&understood) else { return };
        let kept = save(&mut book, &input).unwrap_or_else(|problem| panic!("{problem:?}: {line:?}"));
        let activity: Activity = book.row(kept.value).unwrap();
        assert_eq!(activity.subject.unwrap_or_default(), understood.note, "{line:?}");
        assert_eq!(activity.next_step, understood.step.map(|step| step.words), "{line:?}");
        history::undo(&mut book, None).unwrap();
    }
}
