//! The segments as a person sees them, over values made by hand.

use chrono::{Days, NaiveDate};
use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};
use rstest::rstest;

use super::read::Known;
use super::{METHODS, SegmentsScreen};
use crate::domain::id::Id;
use crate::domain::segment::facts::{Orders, Strength};
use crate::domain::segment::tier::Relation;
use crate::domain::segment::{Class, Decision, Facts, Input, Method, Posture, Rules, Segments};
use crate::domain::word::Tier;
use crate::i18n::Lang;
use crate::store::view::segments::Named;
use crate::tui::action::Action;
use crate::tui::look::Look;
use crate::tui::screens::Screen;
use crate::tui::testkit::sample::TODAY;
use crate::tui::testkit::{look, text};

/// Name, potential, told share, sales and number of orders, attractiveness and strength; −1 is not known.
type Told = (&'static str, i128, i64, i128, u64, i64, i64);

const ACCOUNTS: [Told; 24] = [
    ("Nordwind Energie", 9_200, 18, 1_640, 6, 9, 3),
    ("北方重工", 8_100, 64, 5_200, 14, 9, 8),
    ("Acme Foods", 6_400, 58, 3_700, 11, 8, 7),
    ("Helvetia Pharma", 5_900, 8, 420, 2, 8, 2),
    ("华锐科技股份有限公司", 4_800, 31, 1_500, 5, 7, 4),
    ("Müller & Söhne", 4_100, 72, 2_950, 12, 6, 8),
    ("长江物流集团", 3_700, 22, 800, 4, 7, 5),
    ("Iberia Rail", 3_300, 50, 1_650, 3, 6, 5),
    ("Borealis Paper", 2_400, 61, 1_460, 9, 5, 7),
    ("Tamar Shipping", 2_200, 12, 260, 1, 6, 3),
    ("云帆电子", 1_900, 44, 830, 4, 5, 4),
    ("Castello Ceramics", 1_700, 68, 1_150, 8, 4, 8),
    ("Delta Mills", 1_500, 25, 370, 3, 4, 4),
    ("Polar Dairy", 1_300, 81, 1_050, 10, 3, 9),
    ("Orion Glass", 1_150, 35, 400, 2, 5, 5),
    ("华岭重工", 980, 15, 150, 1, 5, 2),
    ("Fjord Aqua", 760, 70, 530, 5, 3, 6),
    ("Quercus Timber", 620, 40, 250, 2, 2, 4),
    ("Pilgrim Tools", 450, 90, 400, 7, 2, 7),
    ("Sable Textiles", 320, 20, 64, 1, 3, 3),
    ("Vega Optics", 210, 55, 115, 2, 4, 5),
    ("Umber Paints", 90, -1, -1, 0, 1, -1),
    ("New prospect", -1, -1, -1, 0, 8, -1),
    ("Lumen Lighting", 1_400, -1, -1, 0, -1, -1),
];

fn orders(count: u64, thousands: i128, days: u64) -> Orders {
    let last_on = TODAY.checked_sub_days(Days::new(days)).filter(|_| count > 0);
    Orders { count, valued: count, amount: thousands.max(0) * 100_000, last_on, ..Orders::default() }
}

fn known() -> Known {
    let relations = Relation::ALL;
    let facts = ACCOUNTS.iter().enumerate().map(|(at, told)| {
        let (_, potential, share, sales, count, attractiveness, strength) = *told;
        let points = |points: i64, input: Input| Some(points).filter(|points| *points >= 0).ok_or(input);
        let strength = points(strength, Input::Strength);
        let strength = strength.map(|points| Strength { points, from_preferences: at % 3 == 0 });
        Facts {
            tier: [Some(Tier::Key), Some(Tier::Ordinary), Some(Tier::Prospective), None]
                .get(at / 3)
                .copied()
                .unwrap_or(Some(Tier::Ordinary)),
            potential: Some(potential * 100_000).filter(|amount| *amount >= 0).ok_or(Input::Potential),
            told_share: Some(share * 100).filter(|share| *share >= 0 && at % 2 == 0),
            recent: orders(count, sales, 11 * at as u64),
            ever: orders(count * 2, sales * 3, 11 * at as u64),
            attractiveness: points(attractiveness, Input::Attractiveness),
            strength,
            credit: points(attractiveness.min(7), Input::Credit),
            prospects: if at == 4 { Err(Input::Prospects) } else { Ok(at as i64 % 11) },
            relation: relations.get(at % 9).copied().ok_or(Input::Relation),
            minutes: (sales.max(0) / 9) as i64,
            ..Facts::unknown(Id(at as i64 + 1))
        }
    });
    let decided = |account: i64, class: Class, why: &str, on: &str| {
        let decided_on: Option<NaiveDate> = on.parse().ok();
        (Id(account), Decision { class, why: Some(why.to_owned()), decided_on })
    };
    let decisions = [
        decided(
            1,
            Class::Posture(Posture::Raid),
            "no capacity to serve four plants before spring",
            "2026-11-12",
        ),
        decided(3, Class::Posture(Posture::Retain), "the board wants it", "2026-10-01"),
    ];
    let names = ACCOUNTS.iter().zip(1..).map(|(told, code)| Named { name: told.0.to_owned(), code });
    let rules = Rules { usual_margin: Some(2_400), ..Rules::default() };
    Known { segments: Segments::new(facts.collect(), decisions, rules), names: names.collect() }
}

fn screen(method: Method, look: &Look, down: usize) -> SegmentsScreen {
    let mut screen = SegmentsScreen { known: Some(known()), is_stale: false, ..SegmentsScreen::default() };
    screen.turn_to(method, look);
    for _ in 0..down {
        screen.update(Action::Down, look);
    }
    screen
}

fn drawn(screen: &SegmentsScreen, look: &Look) -> Buffer {
    let mut buf = Buffer::empty(Rect::new(0, 0, look.size.width, look.size.height));
    screen.draw(look, look.room(), &mut buf);
    buf
}

fn sized(lang: Lang, (width, height): (u16, u16)) -> Look {
    Look { size: Size::new(width, height), ..look(lang) }
}

#[rstest]
fn a_method(
    #[values(0, 1, 2, 3, 4, 5)] method: usize,
    #[values("en", "zh")] lang: &str,
    #[values((80, 24), (120, 40), (200, 60))] size: (u16, u16),
) {
    let look = sized(lang.parse().unwrap(), size);
    let method = METHODS[method];
    let buf = drawn(&screen(method, &look, 2), &look);
    insta::assert_snapshot!(format!("{method}_{lang}_{}x{}", size.0, size.1), text(&buf));
}
