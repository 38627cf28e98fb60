//! Chosen columns, and what is remembered of them.

use ratatui::layout::Size;
use rstest::rstest;

use super::{chosen, open};
use crate::config::{Config, ListView, columns_of};
use crate::domain::word::{FieldKind, RecordKind};
use crate::i18n::Lang;
use crate::ops::Hanging;
use crate::ops::deal::{self, DealInput};
use crate::ops::field::{self, FieldInput};
use crate::tui::Rehearsal;
use crate::tui::screens::list::kind::Kind;
use crate::tui::screens::list::{Accounts, Deals, Log, People};
use crate::tui::testkit::sample::{Sample, sample};
use crate::tui::testkit::{Interface, has, text};

#[test]
fn settings_know_the_columns_of_every_list() {
    fn agree<K: Kind>() {
        let keys: Vec<&str> = K::COLUMNS.iter().map(|column| column.key).collect();
        assert_eq!(columns_of(K::NAME), Some(keys.as_slice()), "{}", K::NAME);
    }
    agree::<Accounts>();
    agree::<People>();
    agree::<Deals>();
    agree::<Log>();
}

#[test]
fn columns_are_ticked_and_moved() {
    let mut interface = open(Lang::En, "5 |");
    // The account goes, the amount comes before the stage.
    interface.press("j space j j j K K enter");
    let screen = interface.screen();
    let heads = screen.lines().find(|line| line.contains("Amount")).unwrap();
    assert!(!heads.contains("Account"), "{screen}");
    assert!(heads.find("Amount") < heads.find("Stage"), "{screen}");
    interface.press("| r enter");
    assert!(interface.screen().contains("Account"), "{}", interface.screen());
}

#[test]
fn the_last_column_stays() {
    let interface = open(Lang::En, "5 | space j space j space j space j space j space j space j space");
    assert!(interface.screen().contains("1 of 19 shown"), "{}", interface.screen());
}

fn with_columns(columns: &str, sort: Option<&str>, size: (u16, u16)) -> Rehearsal {
    let view = ListView {
        columns: columns.split(' ').map(str::to_owned).collect(),
        sort: sort.map(str::to_owned),
        ..ListView::default()
    };
    let config = Config { lists: [("deals".to_owned(), view)].into(), ..Config::default() };
    let mut rehearsal = Rehearsal::new(sample().book, Lang::En, &config, Size::new(size.0, size.1));
    rehearsal.press("5").unwrap();
    rehearsal
}

#[test]
fn a_list_opens_as_it_was_left() {
    let screen = text(&with_columns("code name updated tags", Some("-name"), (80, 24)).frame().0);
    assert!(screen.contains("Deal ↓"), "{screen}");
    assert!(chosen(&screen).contains("质量追溯系统"), "{screen}");
    assert!(!screen.contains("Stage"), "{screen}");
}

#[test]
fn a_column_that_there_is_not_is_told_and_left_out() {
    let config = with_columns("name colour amount", None, (80, 24));
    let screen = text(&config.frame().0);
    assert!(screen.contains("Amount") && !screen.contains("Stage"), "{screen}");
    let view = ListView { columns: vec!["colour".into()], ..ListView::default() };
    let config = Config { lists: [("deals".to_owned(), view)].into(), ..Config::default() };
    let told = Rehearsal::new(sample().book, Lang::En, &config, Size::new(120, 24));
    assert!(text(&told.frame().0).contains("“colour”"), "{}", text(&told.frame().0));
}

#[rstest]
fn choosing_columns(#[values("en", "zh")] lang: &str, #[values((80, 24), (120, 40))] size: (u16, u16)) {
    let mut interface = Interface::open(sample(), lang.parse().unwrap(), size.0, size.1);
    interface.press("5 | j j");
    insta::assert_snapshot!(format!("columns_{lang}_{}x{}", size.0, size.1), interface.screen());
}

#[test]
fn a_list_is_sorted_by_several_columns_which_are_numbered() {
    let mut interface = open(Lang::En, "5 | j o enter");
    has(&interface, "Account ↑");
    // The columns are gone through with the arrows; the amount is the fifth of those that are shown.
    interface.press("right right right right right S");
    let screen = interface.screen();
    assert!(screen.contains("Account ↑1") && screen.contains("Amount ↓2"), "{screen}");
    interface.press("S S");
    let screen = interface.screen();
    assert!(screen.contains("Account ↑ ") && !screen.contains("Amount ↓"), "{screen}");
}

#[test]
fn a_column_is_made_wider_where_one_stands_in_it() {
    let mut interface = open(Lang::En, "5 right");
    let account = |screen: &str| screen.lines().skip(2).find_map(|line| line.find("Account")).unwrap();
    let before = account(&interface.screen());
    interface.press(") )");
    assert_eq!(account(&interface.screen()), before + 2);
    interface.press("( ( (");
    assert_eq!(account(&interface.screen()), before - 1);
    // The way back: out of the columns, and then of the list's own narrowing.
    interface.press("esc |");
    has(&interface, "wide");
}

#[test]
fn fields_of_ones_own_are_columns() {
    let Sample { mut book, folder } = sample();
    let field = FieldInput {
        record_kind: RecordKind::Deal,
        key: "budget_code".into(),
        label: Some("Budget code of the plant".into()),
        kind: FieldKind::Text,
        choices: vec![],
    };
    field::define(&mut book, &field).unwrap();
    let found = book.beginning_with("Packaging line", RecordKind::Deal, 1).unwrap();
    let fields = vec![("budget_code".to_owned(), Some("K-77".to_owned()))];
    let hanging = Hanging { fields, ..Hanging::default() };
    deal::edit(&mut book, found[0].id, &DealInput { hanging, ..DealInput::default() }).unwrap();
    let view = ListView { columns: vec!["name".into(), "field.budget_code".into()], ..ListView::default() };
    let config = Config { lists: [("deals".to_owned(), view)].into(), ..Config::default() };
    let mut rehearsal = Rehearsal::new(book, Lang::En, &config, Size::new(80, 24));
    rehearsal.press("5").unwrap();
    let screen = text(&rehearsal.frame().0);
    assert!(screen.contains("Budget code"), "{screen}");
    assert!(screen.lines().any(|line| line.contains("Packaging line") && line.contains("K-77")), "{screen}");
    // The list is sorted by them as by any column: the deal that has a code comes before those without.
    rehearsal.press("right right S g g").unwrap();
    let screen = text(&rehearsal.frame().0);
    drop(folder);
    assert!(screen.contains("Budget code… ↑"), "a long head gives way to the sign: {screen}");
    let first = screen.lines().skip_while(|line| !line.contains("Budget code")).nth(1).unwrap_or_default();
    assert!(first.contains("Packaging line"), "{screen}");
}

#[test]
fn all_columns_on_a_wide_screen() {
    let all = columns_of("deals").unwrap().join(" ");
    insta::assert_snapshot!(text(&with_columns(&all, None, (200, 30)).frame().0));
}
