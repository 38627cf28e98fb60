//! The pictures of a plan, at several sizes.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use rstest::rstest;

use super::{FactorsPicture, Here, SwotPicture, path};
use crate::domain::entry::choice::Grid;
use crate::domain::entry::{Entry, EntryKind, Holder, Value};
use crate::domain::id::Id;
use crate::domain::plan::{Step, StepState};
use crate::i18n::Lang;
use crate::tui::testkit::{look, styled, text};

fn entry(id: i64, kind: EntryKind, values: &[(&str, Value)]) -> Entry {
    let mut entry = Entry {
        id: Id(id),
        kind,
        holder: Holder::Account(Id(1)),
        position: id,
        values: vec![None; kind.spec().fields.len()],
        created_at: 0,
        updated_on: "2026-11-20".parse().unwrap(),
    };
    for (key, value) in values {
        entry.set(key, Some(value.clone()));
    }
    entry
}

fn factor((id, told): (i64, &(&str, &str, &str, i64))) -> Entry {
    let (words, sign, control, stars) = *told;
    let mut values = vec![("text", words.into()), ("sign", sign.into()), ("control", control.into())];
    if stars > 0 {
        values.push(("stars", Value::Number(stars)));
    }
    entry(id, EntryKind::Factor, &values)
}

/// What is to be done about the factor that weighs most.
fn with_strategy(mut factors: Vec<Entry>, words: &str) -> Vec<Entry> {
    factors[0].set("micro_strategy", Some(words.into()));
    factors
}

fn factors(lang: Lang) -> Vec<Entry> {
    let told: &[(&str, &str, &str, i64)] = match lang {
        Lang::En => &[
            ("COO asks for our figures by name", "positive", "high", 3),
            ("Line 3 has run four months without a stop", "positive", "high", 3),
            ("Framework agreement makes ordering easy", "positive", "low", 2),
            ("Plant IT has not approved our gateways", "negative", "high", 3),
            ("Our last offer came five days late", "negative", "high", 2),
            ("Budget only in March and September", "negative", "low", 2),
            ("A new buyer from January on", "negative", "low", 0),
        ],
        Lang::Zh => &[
            ("安全新规要求在线监测", "positive", "low", 4),
            ("赵部长要赶在年度预算定稿前上报", "positive", "low", 2),
            ("七厂一期数据扎实", "positive", "high", 3),
            ("系统尚未与集团台账对接", "negative", "high", 3),
            ("上一轮压力机改造我方报价失误", "negative", "high", 2),
            ("睿衡科技与集团有股权往来", "negative", "low", 2),
        ],
    };
    let strategy = match lang {
        Lang::En => "One page on prevented stops, every month, in her words.",
        Lang::Zh => "把验收时间表做成一页纸，帮装备部向集团汇报。",
    };
    with_strategy((1..).zip(told).map(factor).collect(), strategy)
}

fn swot(lang: Lang) -> Vec<Entry> {
    let told: &[(&str, &str)] = match lang {
        Lang::En => &[
            ("strength", "Trusted by maintenance since 2014"),
            ("strength", "Stops prevented on line 3, with dates and what each of them would have cost"),
            ("weakness", "Unknown to the CFO and to plant IT"),
            ("opportunity", "The availability guarantee needs our figures"),
            ("threat", "Pulsgard offers the sensors for nothing"),
        ],
        Lang::Zh => &[
            ("strength", "七厂一期数据与口碑"),
            ("strength", "孙处长是我们的内线教练，愿意为我们的数据签字"),
            ("weakness", "与集团分管领导没有来往"),
            ("opportunity", "集团统一标准正在起草"),
            ("threat", "睿衡科技免费试装两条线"),
        ],
    };
    let item = |(id, (cell, words)): (i64, &(&str, &str))| {
        let values = [("text", (*words).into()), ("grid", "us".into()), ("cell", (*cell).into())];
        entry(id, EntryKind::Swot, &values)
    };
    let mut all: Vec<Entry> = (1..).zip(told).map(item).collect();
    let of_client = [("text", "theirs".into()), ("grid", "client".into()), ("cell", "threat".into())];
    all.push(entry(90, EntryKind::Swot, &of_client));
    all
}

/// One stands on this item, in this cell.
fn at(chosen: i64, cell: usize) -> Here<'static> {
    Here { cell: Some(cell), chosen: Some(Id(chosen)), typed: None }
}

fn steps() -> Vec<StepState> {
    let day = |text: &str| text.parse().ok();
    let state = |step, filled, of, touched| StepState { step, filled, of, touched };
    vec![
        state(Step::SetTarget, 6, 6, day("2026-11-20")),
        state(Step::TargetPeople, 2, 3, None),
        state(Step::ReviewFactors, 5, 11, day("2026-10-02")),
        state(Step::AlignStrategies, 1, 2, day("2026-11-12")),
        state(Step::TakeAction, 0, 5, None),
    ]
}

fn drawn<T>(width: u16, height: u16, draw: impl FnOnce(Rect, &mut Buffer) -> T) -> Buffer {
    let mut buf = Buffer::empty(Rect::new(0, 0, width, height));
    draw(buf.area, &mut buf);
    buf
}

#[rstest]
fn the_pictures(#[values("en", "zh")] lang: &str, #[values((60, 12), (76, 20), (118, 34))] size: (u16, u16)) {
    let lang: Lang = lang.parse().unwrap();
    let look = look(lang);
    let name = |picture: &str| format!("{picture}_{}_{}x{}", lang.code(), size.0, size.1);
    let (factors, swot) = (factors(lang), swot(lang));
    let picture = FactorsPicture { entries: &factors, here: at(2, 1) };
    let buf = drawn(size.0, size.1, |area, buf| picture.draw(&look, area, buf));
    insta::assert_snapshot!(name("factors"), styled(&buf));
    let picture = SwotPicture { entries: &swot, grid: Grid::Us, here: at(3, 0) };
    let buf = drawn(size.0, size.1, |area, buf| picture.draw(&look, area, buf));
    insta::assert_snapshot!(name("swot"), styled(&buf));
    let buf = drawn(size.0, 9, |area, buf| path(&look, &steps(), area, buf));
    insta::assert_snapshot!(name("path"), styled(&buf));
}

#[test]
fn a_tie_shows_every_strategy_that_it_leaves_open() {
    let told =
        [("one", "positive", "low", 4), ("two", "positive", "high", 2), ("three", "negative", "low", 2)];
    let factors: Vec<Entry> = (1..).zip(&told).map(factor).collect();
    let picture = FactorsPicture { entries: &factors, here: Here::default() };
    let shown = text(&drawn(80, 20, |area, buf| picture.draw(&look(Lang::En), area, buf)));
    for words in ["A tie leaves several", "Fast forward", "Take the risk", "◆ Use", "◆ Build", "◆ Reduce"]
    {
        assert!(shown.contains(words), "{words}:\n{shown}");
    }
    assert!(!shown.contains("◆ Remove"), "{shown}");
}

#[test]
fn with_stars_in_one_cell_it_is_too_early_to_say() {
    let told = [("one", "positive", "low", 4), ("two", "negative", "low", 0)];
    let factors: Vec<Entry> = (1..).zip(&told).map(factor).collect();
    let picture = FactorsPicture { entries: &factors, here: Here::default() };
    let shown = text(&drawn(60, 12, |area, buf| picture.draw(&look(Lang::En), area, buf)));
    assert!(shown.contains("Not yet enough to say") && !shown.contains('◆'), "{shown}");
}

/// However little room there is, the chosen factor is in view, and nothing is drawn outside.
#[rstest]
fn the_chosen_one_is_in_view(#[values(20, 43, 44, 60, 100)] width: u16, #[values(8, 12, 30)] height: u16) {
    let look = look(Lang::En);
    let all: Vec<_> = (1..30).map(|n| factor((n, &("f", "positive", "low", 1)))).collect();
    for chosen in [1, 15, 29] {
        let picture = FactorsPicture { entries: &all, here: at(chosen, 0) };
        let buf = drawn(width + 4, height + 4, |area, buf| {
            let inside = Rect { x: 2, y: 2, width: area.width - 4, height: area.height - 4 };
            picture.draw(&look, inside, buf);
        });
        let shown = text(&buf);
        assert!(shown.contains('›'), "{chosen}:\n{shown}");
        let outside =
            buf.area.positions().filter(|at| at.x < 2 || at.y < 2 || at.x >= width + 2 || at.y >= height + 2);
        assert!(outside.into_iter().all(|at| buf[at].symbol() == " "), "{shown}");
    }
}
