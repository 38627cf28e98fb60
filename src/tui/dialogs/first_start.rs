//! The first start: its welcome and its questions; and the one for a quota. Each can be left empty.

use super::choose::{Choose, Item};
use super::confirm::Confirm;
use super::form::{FormDialog, Refusal};
use crate::domain::amount;
use crate::domain::money::{Currency, Money};
use crate::domain::period::Period;
use crate::i18n::Lang;
use crate::ops::setup::Answers;
use crate::tr;
use crate::tui::action::Action;
use crate::tui::effect::Effect;
use crate::tui::look::Look;
use crate::tui::step::Step;
use crate::tui::widgets::form::Field;

/// What is said first of all: whether one is shown round, or begins at once.
pub fn welcome(look: &Look) -> Choose {
    let lang = look.lang;
    let item = |label: std::borrow::Cow<'_, str>, then| Item { label: label.into_owned(), then: vec![then] };
    let items = vec![
        item(tr!(lang, "welcome.tour"), Effect::OpenTour.into()),
        item(tr!(lang, "welcome.own"), Step::Open(Box::new(questions(look)))),
    ];
    let (title, foot) = (tr!(lang, "first_start.title"), tr!(lang, "welcome.foot"));
    let begin = || vec![Effect::Begin(Answers::default()).into()];
    Choose::numbered(title.into_owned(), foot.into_owned(), items).when_cancelled(begin)
}

/// Asks who one is, the currency of totals, the first month of the fiscal year, this quarter's quota.
pub fn questions(look: &Look) -> FormDialog {
    let lang = look.lang;
    let currency = home_currency(lang, sys_locale::get_locale().as_deref().unwrap_or_default());
    let fields = vec![
        Field::new(tr!(lang, "first_start.name"), tr!(lang, "first_start.name_hint"), ""),
        Field::new(
            tr!(lang, "first_start.currency"),
            tr!(lang, "first_start.currency_hint"),
            currency.code(),
        ),
        Field::new(tr!(lang, "first_start.month"), tr!(lang, "first_start.month_hint"), "1"),
        Field::new(tr!(lang, "first_start.quota"), tr!(lang, "first_start.quota_hint"), ""),
    ];
    FormDialog::new(tr!(lang, "first_start.title"), tr!(lang, "first_start.words"), fields, |texts, look| {
        Ok(vec![Effect::Begin(read(look.lang, texts)?).into()])
    })
    .when_cancelled(|| vec![Effect::Begin(Answers::default()).into()])
}

/// Asks whether one tells at once how one thinks oneself: what others are to one depends on it.
pub fn own_mind(look: &Look) -> Confirm {
    let (title, words) = (tr!(look.lang, "own_mind.title"), tr!(look.lang, "own_mind.words"));
    Confirm::new(title.into_owned(), words.into_owned(), vec![Step::Run(Action::ObserveMe)], Vec::new())
}

/// Asks for the quota of a period.
pub fn quota(look: &Look, period: Period) -> FormDialog {
    let lang = look.lang;
    let label = tr!(lang, "quota.label", period = period, currency = look.base);
    let fields = vec![Field::new(label, tr!(lang, "quota.hint"), "")];
    FormDialog::new(tr!(lang, "quota.title"), "", fields, move |texts, look| {
        let text = texts.first().map(String::as_str).unwrap_or_default();
        let money = amount_of(look.lang, 0, text, look.base)?;
        Ok(vec![Step::from(Effect::SetQuota(period, money))])
    })
    .about("quota")
}

fn read(lang: Lang, texts: &[String]) -> Result<Answers, Refusal> {
    let text = |index: usize| texts.get(index).map(|text| text.trim()).filter(|text| !text.is_empty());
    let refuse = |field, error: std::borrow::Cow<'_, str>| Refusal { field, error: error.into_owned() };
    let base_currency = match text(1) {
        None => None,
        Some(code) => {
            Some(code.parse::<Currency>().map_err(|_| refuse(1, tr!(lang, "first_start.no_currency")))?)
        }
    };
    let fiscal_first_month = match text(2) {
        None => None,
        Some(month) => Some(month_of(month).ok_or_else(|| refuse(2, tr!(lang, "first_start.no_month")))?),
    };
    let quota = match text(3) {
        None => None,
        Some(amount) => Some(amount_of(lang, 3, amount, base_currency.unwrap_or_default())?.minor),
    };
    Ok(Answers { name: text(0).map(str::to_owned), base_currency, fiscal_first_month, quota })
}

fn month_of(text: &str) -> Option<u8> {
    let digits = text.trim_end_matches('月').trim();
    digits.parse().ok().filter(|month| (1..=12).contains(month))
}

/// An amount as typed, in the base currency.
fn amount_of(lang: Lang, field: usize, text: &str, base: Currency) -> Result<Money, Refusal> {
    let refuse = |error: std::borrow::Cow<'_, str>| Refusal { field, error: error.into_owned() };
    match amount::parse(text, base) {
        Ok(money) if money.currency == base => Ok(money),
        Ok(_) => Err(refuse(tr!(lang, "form.other_currency", currency = base))),
        Err(_) => Err(refuse(tr!(lang, "form.no_amount"))),
    }
}

/// The currency that a locale's country pays in, for the countries where one can be sure.
fn home_currency(lang: Lang, locale: &str) -> Currency {
    const COUNTRIES: &[(&str, &[&str])] = &[
        ("CNY", &["CN"]),
        ("USD", &["US"]),
        ("GBP", &["GB"]),
        ("JPY", &["JP"]),
        ("CHF", &["CH", "LI"]),
        ("CAD", &["CA"]),
        ("AUD", &["AU"]),
        ("NZD", &["NZ"]),
        ("HKD", &["HK"]),
        ("TWD", &["TW"]),
        ("SGD", &["SG"]),
        ("INR", &["IN"]),
        ("KRW", &["KR"]),
        ("SEK", &["SE"]),
        ("NOK", &["NO"]),
        ("DKK", &["DK"]),
        ("PLN", &["PL"]),
        ("CZK", &["CZ"]),
        ("BRL", &["BR"]),
        ("MXN", &["MX"]),
    ];
    let parts = locale.split(['_', '-', '.', '@']).skip(1);
    let known = parts.filter_map(|part| {
        let (code, _) = COUNTRIES.iter().find(|(_, countries)| countries.contains(&part))?;
        code.parse().ok()
    });
    let usual = if lang == Lang::Zh { Currency::CNY } else { Currency::EUR };
    known.into_iter().next().unwrap_or(usual)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(all: [&str; 4]) -> Vec<String> {
        all.map(str::to_owned).to_vec()
    }

    #[test]
    fn every_answer_can_be_skipped() {
        assert!(read(Lang::En, &texts(["", "", "", ""])).is_ok_and(|answers| answers == Answers::default()));
    }

    #[test]
    fn a_quota_is_read_in_the_currency_chosen_with_it() {
        let answers = read(Lang::Zh, &texts(["王芳", "cny", "4月", "300万"])).ok().unwrap();
        assert_eq!(answers.base_currency, Some(Currency::CNY));
        assert_eq!(answers.fiscal_first_month, Some(4));
        assert_eq!(answers.quota, Some(300_000_000));
    }

    #[test]
    fn what_cannot_be_read_is_said_at_its_field() {
        let field = |all| read(Lang::En, &texts(all)).err().map(|refusal| refusal.field);
        assert_eq!(field(["", "euros", "", ""]), Some(1));
        assert_eq!(field(["", "", "13", ""]), Some(2));
        assert_eq!(field(["", "", "", "a lot"]), Some(3));
        assert_eq!(field(["", "EUR", "", "USD 300k"]), Some(3));
    }

    #[test]
    fn the_currency_follows_the_country_of_the_locale() {
        assert_eq!(home_currency(Lang::En, "en_US.UTF-8"), Currency::USD);
        assert_eq!(home_currency(Lang::En, "de-DE"), Currency::EUR);
        assert_eq!(home_currency(Lang::Zh, "zh-Hant-TW").code(), "TWD");
        assert_eq!(home_currency(Lang::Zh, "C"), Currency::CNY);
    }
}
