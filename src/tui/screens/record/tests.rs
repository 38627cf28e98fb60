//! The sides of an account and a deal as a person sees them.

use rstest::rstest;

use crate::i18n::Lang;
use crate::tui::testkit::Interface;
use crate::tui::testkit::sample::plan::planned;

/// Keys that lead to the account with a plan, and to its deal.
const ACCOUNT: &str = "3 / a c m e enter enter";
const DEAL: &str = "5 / p a c k a g i n g enter enter";

/// Keys of each side, and its name.
const OF_ACCOUNT: [(&str, &str); 10] = [
    (", o", "overview"),
    (", l", "plan"),
    (", p", "people"),
    (", d", "deals"),
    (", f", "factors"),
    (", s", "swot"),
    (", c", "competitors"),
    (", a", "actions"),
    (", i", "intelligence"),
    (", h", "history"),
];
const OF_DEAL: [(&str, &str); 9] = [
    (", o", "overview"),
    (", n", "needs"),
    (", v", "value"),
    (", w", "path"),
    (", c", "rivals"),
    (", r", "receivables"),
    (", f", "factors"),
    (", p", "people"),
    (", h", "history"),
];

/// The interface with an account or a deal opened.
fn open(keys: &str) -> Interface {
    let mut interface = Interface::open(planned(), Lang::En, 80, 24);
    interface.press(keys);
    interface
}

#[rstest]
fn each_side_of_an_account(
    #[values("en", "zh")] lang: &str,
    #[values((80, 24), (120, 40))] size: (u16, u16),
) {
    let mut interface = Interface::open(planned(), lang.parse().unwrap(), size.0, size.1);
    interface.press(ACCOUNT);
    for (keys, name) in OF_ACCOUNT {
        interface.press(keys);
        insta::assert_snapshot!(format!("account_{name}_{lang}_{}x{}", size.0, size.1), interface.screen());
    }
}

#[rstest]
fn each_side_of_a_deal(
    #[values("en", "zh")] lang: &str,
    #[values((80, 24), (120, 40))] size: (u16, u16),
) {
    let mut interface = Interface::open(planned(), lang.parse().unwrap(), size.0, size.1);
    interface.press(DEAL);
    for (keys, name) in OF_DEAL {
        interface.press(keys);
        insta::assert_snapshot!(format!("deal_{name}_{lang}_{}x{}", size.0, size.1), interface.screen());
    }
}
