//! Daily work as a person does it: keys, short questions, forms.

use rstest::rstest;

use crate::i18n::Lang;
use crate::tui::testkit::sample::{fresh, sample};
use crate::tui::testkit::{Interface, has};

/// The list of deals with one deal chosen by its name.
fn at_deal(lang: Lang, name: &str) -> Interface {
    let mut interface = Interface::open(sample(), lang, 80, 24);
    interface.press("5 /").type_text(name).press("enter");
    interface
}

#[test]
fn a_deal_is_advanced_and_taken_back_from_any_list() {
    let mut interface = at_deal(Lang::En, "Renewal");
    interface.press(">");
    has(&interface, "Done: Advance deal Renewal and extension to Comparison");
    interface.press("<");
    has(&interface, "to Design");
    interface.press("1 j j j j >");
    has(&interface, "Done: Advance deal");
}

#[test]
fn a_deal_is_won_at_an_amount_on_a_day_and_opened_again() {
    let mut interface = at_deal(Lang::En, "Packaging");
    interface.press("W").type_text("1.1m").press("enter").type_text("tomorrow").press("enter");
    has(&interface, "! This day is still to come.");
    interface.press("ctrl-u").type_text("yesterday").press("enter");
    has(&interface, "Done: Win deal Packaging line");
    interface.press("/ ctrl-u").type_text("packaging status:won").press("enter");
    has(&interface, "1,100,000");
    has(&interface, "yesterday");
    interface.press("R");
    has(&interface, "Done: Reopen deal Packaging line");
    interface.press("u u");
    has(&interface, "Undone: Win deal Packaging line");
}

#[test]
fn a_deal_is_lost_for_a_reason_of_the_list_to_a_competitor() {
    let mut interface = at_deal(Lang::Zh, "Pilot");
    interface.press("L").type_text("价").press("enter").type_text("Borg").press("enter enter enter");
    has(&interface, "已完成");
    interface.press("/ ctrl-u").type_text("pilot status:lost reason:price competitor:borg").press("enter");
    has(&interface, "1 个机会");
}

#[test]
fn a_reason_that_is_not_on_the_list_is_asked_for_before_it_joins_it() {
    let mut interface = at_deal(Lang::En, "Pilot");
    interface.press("L").type_text("prise").press("ctrl-s");
    has(&interface, "No reason is called “prise”");
    interface.press("ctrl-u").type_text("merged").press("ctrl-s ctrl-s");
    has(&interface, "Done: Lose deal");
    interface.press("/ ctrl-u").type_text("pilot status:lost reason:merged").press("enter");
    has(&interface, "1 deal");
}

#[test]
fn saving_says_all_that_cannot_be_read_each_beside_its_field() {
    let mut interface = Interface::open(sample(), Lang::En, 120, 40);
    interface.press("a d tab tab").type_text("much");
    interface.press("tab").type_text("31 feb").press("ctrl-s");
    has(&interface, "! This is needed.");
    has(&interface, "! Not an amount");
    has(&interface, "! Not a date");
}

#[test]
fn a_sign_not_seen_is_told_to_its_end() {
    let mut interface = at_deal(Lang::En, "Renewal");
    interface.press(">");
    let told: String = interface.screen().split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(told.contains("exit sign not seen (Enter , w x ticks it):"), "{told}");
}

#[test]
fn a_next_step_takes_its_date_in_words_and_says_when_it_cannot() {
    let mut interface = at_deal(Lang::Zh, "备件框架");
    interface.press("n").type_text("发合同").press("enter").type_text("什么时候").press("enter");
    has(&interface, "! 看不懂这个日期");
    has(&interface, "发合同");
    interface.press("ctrl-u").type_text("下周五").press("enter");
    has(&interface, "已完成");
    interface.press("enter");
    has(&interface, "11月27日");
}

#[test]
fn an_amount_and_a_close_date_are_changed() {
    let mut interface = at_deal(Lang::En, "Pilot");
    interface.press("m").type_text("3.5万").press("enter d").type_text("eoy").press("enter");
    has(&interface, "35,000");
    has(&interface, "31 Dec");
}

#[test]
fn a_contact_is_noted_in_one_key_and_with_a_word_in_two() {
    let mut interface = Interface::open(sample(), Lang::En, 120, 40);
    interface.press("4 j j c");
    has(&interface, "message");
    interface.press("C").type_text("visit: saw the line").press("enter");
    has(&interface, "visit: saw the line");
    has(&interface, "today");
}

#[test]
fn what_is_deleted_comes_back() {
    let mut interface = Interface::open(sample(), Lang::En, 80, 24);
    interface.press("3 X");
    has(&interface, "Delete account Acme Foods. u brings it back.");
    has(&interface, "6 accounts");
    interface.press("u");
    has(&interface, "7 accounts");
}

#[rstest]
fn a_newcomer_adds_an_account_a_person_and_a_deal(#[values("en", "zh")] lang: &str) {
    let mut interface = Interface::open(fresh(), lang.parse().unwrap(), 80, 24);
    interface.press("esc a a").type_text("Acme").press("tab").type_text("key").press("ctrl-s");
    has(&interface, "Acme");
    interface.press("a p").type_text("Jane").press("tab tab").type_text("CEO").press("ctrl-s");
    has(&interface, "Jane");
    interface.press("a d").type_text("Renewal").press("enter enter").type_text("120k").press("ctrl-s");
    has(&interface, "120,000");
    interface.press("u u u 3");
    assert!(!interface.screen().contains("Acme"), "{}", interface.screen());
}

#[rstest]
fn the_forms(
    #[values("en", "zh")] lang: &str,
    #[values((80, 24), (120, 40))] size: (u16, u16),
    #[values(("3 e", "account"), ("4 e", "person"), ("5 e", "deal"))] form: (&str, &str),
) {
    let mut interface = Interface::open(sample(), lang.parse().unwrap(), size.0, size.1);
    interface.press(form.0);
    insta::assert_snapshot!(format!("{}_{lang}_{}x{}", form.1, size.0, size.1), interface.screen());
}

#[rstest]
#[case("W", "win")]
#[case("L", "lose")]
#[case("n", "next_step")]
#[case("C", "contacted")]
fn the_short_questions(#[case] key: &str, #[case] name: &str, #[values("en", "zh")] lang: &str) {
    let mut interface = at_deal(lang.parse().unwrap(), "Renewal");
    interface.press(key);
    insta::assert_snapshot!(format!("{name}_{lang}"), interface.screen());
}

#[test]
fn a_field_offers_what_there_is_and_refuses_what_there_is_not() {
    let mut interface = Interface::open(sample(), Lang::En, 80, 24);
    interface.press("5 a d").type_text("Spare parts").press("tab").type_text("b");
    has(&interface, "Borealis Paper");
    interface.press("ctrl-n");
    has(&interface, "Borealis Paper");
    interface.press("ctrl-u").type_text("Zeta").press("ctrl-s");
    has(&interface, "! Nothing in the book is called");
    has(&interface, "Spare parts");
    interface.press("ctrl-u").type_text("nordw").press("ctrl-s");
    has(&interface, "Done: Add deal Spare parts");
    has(&interface, "Nordwind");
}

#[test]
fn only_what_was_changed_in_a_form_is_changed() {
    let mut interface = Interface::open(sample(), Lang::En, 120, 40);
    interface.press("4 j e tab tab").type_text("Plant manager").press("ctrl-s");
    has(&interface, "Plant manager");
    has(&interface, "acmefoods.example");
    interface.press("e ctrl-s");
    assert!(!interface.screen().contains("Done: Edit"), "{}", interface.screen());
}

#[rstest]
fn the_forms_of_what_is_due(
    #[values("en", "zh")] lang: &str,
    #[values((80, 24), (120, 40))] size: (u16, u16),
    #[values(("4 a c", "commitment"), ("4 a s", "special_day"), ("4 a t", "task"), ("4 a l", "activity"))]
    form: (&str, &str),
) {
    let mut interface = Interface::open(sample(), lang.parse().unwrap(), size.0, size.1);
    interface.press(form.0);
    insta::assert_snapshot!(format!("{}_{lang}_{}x{}", form.1, size.0, size.1), interface.screen());
}

#[test]
fn a_promise_is_noted_to_the_chosen_person_and_stands_in_the_day() {
    let mut interface = Interface::open(sample(), Lang::En, 100, 40);
    interface.press("4 /").type_text("jane").press("enter t");
    has(&interface, "Jane Miller");
    interface.type_text("send the drawings").press("enter").type_text("us").press("enter tab");
    interface.type_text("someday").press("ctrl-s");
    has(&interface, "!");
    has(&interface, "send the drawings");
    interface.press("ctrl-u").type_text("tomorrow").press("ctrl-s");
    has(&interface, "Done: Note a commitment: send the drawings");
    interface.press("1");
    has(&interface, "tomorrow      we promised      send the drawings");
    has(&interface, "Jane Miller · Acme Foods");
}

#[test]
fn a_lunar_birthday_is_told_as_one_says_it() {
    let mut interface = Interface::open(sample(), Lang::Zh, 100, 40);
    interface.press("4 /").type_text("陈建国").press("enter a s");
    interface.type_text("生日").press("tab tab").type_text("十月十四").press("ctrl-s");
    has(&interface, "看不懂这个日子");
    interface.press("tab").type_text("农历").press("ctrl-s");
    has(&interface, "已完成");
    interface.press("1");
    has(&interface, "明天");
    has(&interface, "特别的日子       生日");
}

#[test]
fn an_activity_is_logged_with_every_field_and_names_that_nobody_has_are_said() {
    let mut interface = Interface::open(sample(), Lang::En, 100, 40);
    interface.press("5 /").type_text("cold chain").press("enter a l");
    interface.type_text("visit").press("tab").type_text("out").press("tab").type_text("saw the cold store");
    interface
        .press("tab tab")
        .type_text("yesterday")
        .press("tab tab tab")
        .type_text("a while")
        .press("tab tab");
    interface.type_text("Jane, Nobody").press("ctrl-s");
    has(&interface, "! Not a whole number.");
    has(&interface, "! Nothing in the book is called “Nobody”");
    has(&interface, "saw the cold store");
    interface.press("ctrl-w").type_text("Tom").press("shift-tab").type_text("12.50");
    interface.press("shift-tab ctrl-u").type_text("90");
    interface.press("tab tab tab tab tab").type_text("they want it cheaper");
    interface.press("tab").type_text("send the offer").press("tab").type_text("+3d").press("ctrl-s");
    has(&interface, "Done: Log: saw the cold store");
    has(&interface, "24 Nov  send");
    interface.press("1");
    has(&interface, "24 Nov        next step        send the offer");
}

#[test]
fn a_task_has_its_day_and_is_done_when_it_is_done() {
    let mut interface = Interface::open(sample(), Lang::En, 100, 40);
    interface
        .press("3 a t")
        .type_text("send the catalogue")
        .press("tab tab")
        .type_text("today")
        .press("ctrl-s");
    has(&interface, "Done: Log: send the catalogue");
    interface.press("1");
    has(&interface, "today         task             send the catalogue");
}
