//! Forms as they are filled in: every field, what is understood, what is refused, what is kept.

use rstest::rstest;

use crate::i18n::Lang;
use crate::tui::testkit::sample::sample;
use crate::tui::testkit::{Interface, has};

fn open(lang: Lang) -> Interface {
    Interface::open(sample(), lang, 120, 40)
}

fn has_not(interface: &Interface, words: &str) {
    let screen = interface.screen();
    assert!(!screen.contains(words), "{words}:\n{screen}");
}

/// Goes through a form, a text for each field from the first on; an empty one leaves it as it is.
fn fill(interface: &mut Interface, texts: &[&str]) {
    for text in texts {
        interface.type_text(text).press("tab");
    }
}

#[test]
fn every_field_of_an_account_is_kept() {
    let mut interface = open(Lang::En);
    interface.press("3 a a");
    let told = [
        "Zeta Works",
        "key",
        "machines",
        "acme",
        "Lena",
        "yes",
        "+49 40 1",
        "zeta.example",
        "",
        "Dock 4",
        "20457",
        "Hamburg",
        "HH",
        "Germany",
        "500k",
        "30%",
        "8m",
        "1,200",
        "USD",
        "vip, north",
        "first line",
    ];
    fill(&mut interface, &told);
    interface.press("ctrl-s");
    has(&interface, "Done: Add account Zeta Works");
    interface.press("e");
    for words in [
        "Part of      Acme Foods",
        "Collective   yes",
        "Lena Hoffmann",
        "Dock 4",
        "20457",
        "HH",
        "Germany",
        "Domain       zeta.example",
        "500000",
        "30 %",
        "8000000",
        "1200",
        "USD",
        "north, vip",
        "first line",
    ] {
        has(&interface, words);
    }
    interface.press("ctrl-s");
    has_not(&interface, "Done: Edit");
}

#[test]
fn every_field_of_a_person_is_kept() {
    let mut interface = open(Lang::Zh);
    interface.press("4 a p");
    let told = [
        "赵磊",
        "华锐",
        "采购经理",
        "a@x.cn 工作，b@x.cn",
        "138 0013 8000 手机",
        "支持",
        "决策人，使用者",
        "高",
        "拍板",
        "成就",
        "财务：降低库存\n绩效",
        "博格",
        "3",
        "采购部",
        "陈建国",
        "中层",
        "Lena",
        "博格：采购员，至2019年",
        "赵",
        "磊",
        "人民路1号",
        "200000",
        "上海",
        "上海市",
        "中国",
        "x.cn",
        "重点",
        "喜欢钓鱼",
    ];
    fill(&mut interface, &told);
    interface.press("ctrl-s");
    has(&interface, "已完成");
    interface.press("e");
    for words in [
        "华锐科技股份有限公司",
        "a@x.cn 工作",
        "b@x.cn",
        "138 0013 8000 手机",
        "博格：采购员，2019",
        "财务：降低库存",
        "绩效",
        "博格",
        "采购部",
        "陈建国",
        "中层",
        "Lena Hoffmann",
        "人民路1号",
        "上海市",
    ] {
        has(&interface, words);
    }
    interface.press("shift-tab");
    for words in ["重点", "喜欢钓鱼"] {
        has(&interface, words);
    }
    interface.press("ctrl-s");
    has_not(&interface, "已完成");
}

#[test]
fn an_address_has_its_label_and_an_employer_its_year() {
    let mut interface = open(Lang::En);
    interface.press("4 j e tab tab tab end").type_text(" wo").press("ctrl-n");
    has(&interface, "jane.miller@acmefoods.example work");
    interface.press("enter").type_text("jane at home").press("tab");
    has(&interface, "! There is no e-mail address in “jane at home”.");
    interface.press("shift-tab ctrl-u").type_text("j@home.example home").press("tab");
    interface.type_text("+49 40 1 手机");
    for _ in 0..13 {
        interface.press("tab");
    }
    interface.type_text("nordw").press("ctrl-n").type_text(": fitter, until 2019").press("ctrl-s");
    has(&interface, "Done: Edit contact");
    has(&interface, "acmefoods.example (work),");
    has(&interface, "j@home.example (home)");
    has(&interface, "+49 40 1 (mobile)");
    has(&interface, "Nordwind Energie: fitter,");
    interface.press("e ctrl-s");
    has_not(&interface, "Done: Edit contact");
}

#[test]
fn a_deal_takes_its_people_with_their_parts_and_its_products_with_their_prices() {
    let mut interface = open(Lang::En);
    interface
        .press("5 a d")
        .type_text("Pumps")
        .press("tab")
        .type_text("acme")
        .press("tab tab tab tab tab tab");
    interface.type_text("jane: dec").press("ctrl-n");
    has(&interface, "jane: decision maker");
    interface.type_text(", boss").press("ctrl-s");
    has(&interface, "! One of these: decision maker");
    interface
        .press("ctrl-w")
        .type_text("user")
        .press("enter")
        .type_text("Zoe Park: purchaser, opp, decides")
        .press("tab");
    interface.type_text("Pump X x 3 @ 1,200").press("enter").type_text("Service").press("ctrl-s");
    has(&interface, "! Nobody in the book is called “Zoe Park”. Save again to add");
    interface.press("ctrl-s");
    has(&interface, "! No product is called “Pump X · Service”");
    interface.press("ctrl-s");
    has(&interface, "Done: Add deal Pumps");
    interface.press("e");
    has(&interface, "Jane Miller: decision maker, user");
    has(&interface, "Zoe Park: purchaser, opponent, decides");
    interface.press("tab tab tab tab tab tab tab tab");
    has(&interface, "Pump X x 3 @ 1200");
    interface.press("up ctrl-u").type_text("Pump X x 2.5 @ dear").press("ctrl-s");
    has(&interface, "! Cannot be read: dear");
    interface.press("esc u 4");
    has_not(&interface, "Zoe Park");
}

#[test]
fn a_field_of_ones_own_says_yes_or_no_in_the_words_of_the_language() {
    let mut interface = open(Lang::Zh);
    interface
        .press("8 h i")
        .type_text("客户")
        .press("tab")
        .type_text("预付款")
        .press("tab")
        .type_text("是或否");
    interface.press("ctrl-s");
    has(&interface, "已完成");
    interface.press("3 e shift-tab").type_text("有");
    interface.press("ctrl-s");
    has(&interface, "只能是：是 · 否");
    interface.press("ctrl-u").type_text("是").press("ctrl-s");
    has(&interface, "已完成");
    has(&interface, "预付款");
    interface.press("/").type_text("字段.预付款:是").press("enter");
    has(&interface, "1 个客户");
    interface.press("/ ctrl-u").type_text("字段.预付款:没有").press("enter");
    has(&interface, "0 个客户");
}

#[test]
fn what_was_typed_is_said_as_it_was_understood() {
    let mut interface = open(Lang::En);
    interface.press("5 a d tab tab").type_text("120k");
    has(&interface, "→ 120,000.00 EUR");
    interface.press("tab").type_text("fri");
    has(&interface, "→ Fri 27 Nov 2026");
    let mut interface = open(Lang::Zh);
    interface.press("5 a d tab tab").type_text("3.5万");
    has(&interface, "→ 35,000.00 EUR");
    interface.press("tab").type_text("月底");
    has(&interface, "→ 2026年11月30日 周一");
}

#[test]
fn what_cannot_be_understood_is_said_when_it_is_left_and_stays() {
    let mut interface = open(Lang::En);
    interface.press("5 a d tab tab tab").type_text("someday").press("tab");
    has(&interface, "someday");
    has(&interface, "! Not a date");
}

#[test]
fn an_unknown_account_is_made_with_the_deal_when_asked_for_and_undone_with_it() {
    let mut interface = open(Lang::En);
    interface.press("5 a d").type_text("Spare parts").press("tab").type_text("Zeta Works");
    has(&interface, "Not in the book: Zeta Works");
    interface.press("ctrl-s");
    has(&interface, "! Nothing in the book is called “Zeta Works”.");
    interface.type_text("!").press("ctrl-s");
    has(&interface, "! Nothing in the book is called “Zeta Works!”.");
    interface.press("backspace ctrl-s ctrl-s");
    has(&interface, "Done: Add deal Spare parts");
    interface.press("3");
    has(&interface, "Zeta Works");
    interface.press("u");
    has(&interface, "Undone: Add deal Spare parts");
    has_not(&interface, "Zeta Works");
}

#[test]
fn what_an_operation_refuses_is_said_at_its_field() {
    let mut interface = open(Lang::En);
    interface.press("3 e tab tab").type_text("food!").press("tab").type_text("acme").press("ctrl-s");
    let screen = interface.screen();
    let lines: Vec<&str> = screen.lines().collect();
    let at = lines.iter().position(|line| line.contains("Part of")).unwrap();
    assert!(lines[at + 1].contains("! "), "{screen}");
    has(&interface, "food!");
}

#[test]
fn a_form_given_up_by_mistake_is_offered_again() {
    let mut interface = open(Lang::En);
    interface.press("5 a d").type_text("Spare parts").press("esc");
    has(&interface, "What you typed is kept");
    interface.press("a d");
    has(&interface, "You had typed something here: Spare parts. Ctrl-R brings it back.");
    interface.press("ctrl-r");
    has(&interface, "Deal        Spare parts");
    interface.press("ctrl-r");
    has_not(&interface, "Deal        Spare parts");
    interface.press("ctrl-r tab").type_text("acme").press("ctrl-s");
    has(&interface, "Done: Add deal Spare parts");
    interface.press("a d");
    has_not(&interface, "Ctrl-R");
}

#[test]
fn after_a_crash_the_next_start_offers_what_was_being_typed() {
    let mut interface = open(Lang::En);
    interface.press("5 e tab tab").type_text("777");
    let mut interface = interface.reopen();
    has(&interface, "You were typing in “Edit deal” when keybook ended:");
    has(&interface, "Energy monitoring · 777.");
    interface.press("y");
    has(&interface, "This is what you had typed here. Ctrl-R begins afresh.");
    interface.press("ctrl-s");
    has(&interface, "Done: Edit deal");
    let interface = interface.reopen();
    has_not(&interface, "You were typing");
}

#[test]
fn what_is_not_wanted_after_a_crash_is_not_asked_for_twice() {
    let mut interface = open(Lang::Zh);
    interface.press("4 a p").type_text("赵磊");
    let mut interface = interface.reopen();
    has(&interface, "“新联系人”还没有填完：赵磊");
    interface.press("n");
    let mut interface = interface.reopen();
    has_not(&interface, "赵磊");
    interface.press("4 a p");
    has(&interface, "您之前在这里输入过：赵磊");
}

#[test]
fn what_was_learned_from_a_lost_deal_is_not_lost_too() {
    let mut interface = open(Lang::En);
    interface.press("5 L").type_text("price").press("tab tab tab").type_text("Ask for the budget first.");
    let mut interface = interface.reopen();
    interface.press("y");
    has(&interface, "Ask for the budget first.");
    interface.press("ctrl-s");
    has(&interface, "Done: Lose deal");
}

#[test]
fn what_the_organisation_wants_begins_with_a_need_that_there_is() {
    let mut interface = open(Lang::En);
    interface.press("4 j e tab tab tab tab tab tab tab tab tab tab");
    interface.type_text("imagination").press("ctrl-s");
    has(&interface, "! “imagination” should begin with financial,");
    interface.press("ctrl-u").type_text("fin: lower stocks").press("ctrl-s");
    has(&interface, "financial (lower");
}

#[test]
fn the_person_at_the_keyboard_is_me() {
    let mut interface = open(Lang::En);
    interface.press("3 e tab tab tab tab").type_text("me").press("ctrl-s");
    has(&interface, "Done: Edit account");
    interface.press("e");
    has(&interface, "Owner        Lena Hoffmann");
}

#[rstest]
fn forms_new_filled_and_refused(
    #[values("en", "zh")] lang: &str,
    #[values((80, 24), (120, 40))] size: (u16, u16),
    #[values(("3 a a", "account"), ("4 a p", "person"), ("5 a d", "deal"))] form: (&str, &str),
) {
    let mut interface = Interface::open(sample(), lang.parse().unwrap(), size.0, size.1);
    let name = |state: &str| format!("{}_{state}_{lang}_{}x{}", form.1, size.0, size.1);
    interface.press(form.0);
    insta::assert_snapshot!(name("new"), interface.screen());
    interface.type_text("Zeta");
    interface.press("shift-tab").type_text("Met them at the fair.\nThey asked for a visit.");
    insta::assert_snapshot!(name("filled"), interface.screen());
    interface.press("tab ctrl-u ctrl-s");
    insta::assert_snapshot!(name("refused"), interface.screen());
}
