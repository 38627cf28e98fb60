//! Countries as people name them, and how telephones are dialled there. Only those whose numbers the program
//! can tell apart are listed; a number of any other country is known by its `+`.

use super::money::Currency;
use super::text::fold;

/// A country.
#[derive(Debug, PartialEq, Eq)]
pub struct Country {
    /// Its two letters of ISO 3166: DE.
    pub code: &'static str,
    /// What stands after the `+`: 49.
    pub calling: &'static str,
    /// What is dialled before a number within the country, and not from abroad; empty for nothing.
    pub trunk: &'static str,
    /// Its currency, where it is its alone.
    currency: &'static str,
    /// Names by which it is written, folded.
    names: &'static [&'static str],
}

impl Country {
    /// The country that a text names: its code, or one of its names, in any case and width.
    pub fn called(text: &str) -> Option<&'static Country> {
        let wanted = fold(text.trim()).replace('.', "");
        let wanted = wanted.strip_prefix("the ").unwrap_or(&wanted);
        let is_meant =
            |country: &&Country| country.code.eq_ignore_ascii_case(wanted) || country.names.contains(&wanted);
        COUNTRIES.iter().find(is_meant)
    }

    /// The country whose currency this is; none where several share it.
    pub fn of_currency(currency: Currency) -> Option<&'static Country> {
        let code = currency.to_string();
        COUNTRIES.iter().find(|country| country.currency == code)
    }
}

type Names = &'static [&'static str];

const fn country(
    code: &'static str,
    calling: &'static str,
    trunk: &'static str,
    currency: &'static str,
    names: Names,
) -> Country {
    Country { code, calling, trunk, currency, names }
}

#[rustfmt::skip]
const COUNTRIES: &[Country] = &[
    country("AE", "971", "0", "AED", &["united arab emirates", "uae", "阿联酋", "阿拉伯联合酋长国"]),
    country("AR", "54", "0", "ARS", &["argentina", "阿根廷"]),
    country("AT", "43", "0", "", &["austria", "österreich", "oesterreich", "奥地利"]),
    country("AU", "61", "0", "AUD", &["australia", "澳大利亚", "澳洲"]),
    country("BE", "32", "0", "", &["belgium", "belgië", "belgie", "belgique", "belgien", "比利时"]),
    country("BG", "359", "0", "BGN", &["bulgaria", "保加利亚"]),
    country("BR", "55", "0", "BRL", &["brazil", "brasil", "巴西"]),
    country("CA", "1", "1", "CAD", &["canada", "加拿大"]),
    country("CH", "41", "0", "CHF", &["switzerland", "schweiz", "suisse", "svizzera", "瑞士"]),
    country("CL", "56", "", "CLP", &["chile", "智利"]),
    country("CN", "86", "0", "CNY", &["china", "pr china", "prc", "people's republic of china", "mainland china",
        "中国", "中国大陆", "中华人民共和国"]),
    country("CO", "57", "", "COP", &["colombia", "哥伦比亚"]),
    country("CZ", "420", "", "CZK", &["czechia", "czech republic", "česko", "捷克"]),
    country("DE", "49", "0", "", &["germany", "deutschland", "allemagne", "德国"]),
    country("DK", "45", "", "DKK", &["denmark", "danmark", "丹麦"]),
    country("EE", "372", "", "", &["estonia", "eesti", "爱沙尼亚"]),
    country("EG", "20", "0", "EGP", &["egypt", "埃及"]),
    country("ES", "34", "", "", &["spain", "españa", "espana", "spanien", "西班牙"]),
    country("FI", "358", "0", "", &["finland", "suomi", "芬兰"]),
    country("FR", "33", "0", "", &["france", "frankreich", "法国"]),
    country("GB", "44", "0", "GBP", &["united kingdom", "uk", "great britain", "england", "scotland", "wales",
        "northern ireland", "britain", "英国"]),
    country("GR", "30", "", "", &["greece", "hellas", "希腊"]),
    country("HK", "852", "", "HKD", &["hong kong", "hong kong sar", "香港", "中国香港"]),
    country("HR", "385", "0", "", &["croatia", "hrvatska", "克罗地亚"]),
    country("HU", "36", "06", "HUF", &["hungary", "magyarország", "匈牙利"]),
    country("ID", "62", "0", "IDR", &["indonesia", "印度尼西亚", "印尼"]),
    country("IE", "353", "0", "", &["ireland", "republic of ireland", "éire", "爱尔兰"]),
    country("IL", "972", "0", "ILS", &["israel", "以色列"]),
    country("IN", "91", "0", "INR", &["india", "印度"]),
    country("IS", "354", "", "ISK", &["iceland", "冰岛"]),
    // The zero of an Italian number is dialled from abroad as well.
    country("IT", "39", "", "", &["italy", "italia", "italien", "意大利"]),
    country("JP", "81", "0", "JPY", &["japan", "日本"]),
    country("KE", "254", "0", "KES", &["kenya", "肯尼亚"]),
    country("KR", "82", "0", "KRW", &["south korea", "korea", "republic of korea", "韩国"]),
    country("KZ", "7", "8", "KZT", &["kazakhstan", "哈萨克斯坦"]),
    country("LT", "370", "0", "", &["lithuania", "lietuva", "立陶宛"]),
    country("LU", "352", "", "", &["luxembourg", "luxemburg", "卢森堡"]),
    country("LV", "371", "", "", &["latvia", "latvija", "拉脱维亚"]),
    country("MA", "212", "0", "MAD", &["morocco", "maroc", "摩洛哥"]),
    country("MO", "853", "", "MOP", &["macau", "macao", "澳门", "中国澳门"]),
    country("MX", "52", "", "MXN", &["mexico", "méxico", "墨西哥"]),
    country("MY", "60", "0", "MYR", &["malaysia", "马来西亚"]),
    country("NG", "234", "0", "NGN", &["nigeria", "尼日利亚"]),
    country("NL", "31", "0", "", &["netherlands", "holland", "nederland", "niederlande", "荷兰"]),
    country("NO", "47", "", "NOK", &["norway", "norge", "挪威"]),
    country("NZ", "64", "0", "NZD", &["new zealand", "新西兰"]),
    country("PE", "51", "0", "PEN", &["peru", "perú", "秘鲁"]),
    country("PH", "63", "0", "PHP", &["philippines", "菲律宾"]),
    country("PK", "92", "0", "PKR", &["pakistan", "巴基斯坦"]),
    country("PL", "48", "", "PLN", &["poland", "polska", "polen", "波兰"]),
    country("PT", "351", "", "", &["portugal", "葡萄牙"]),
    country("RO", "40", "0", "RON", &["romania", "românia", "罗马尼亚"]),
    country("RS", "381", "0", "RSD", &["serbia", "srbija", "塞尔维亚"]),
    country("RU", "7", "8", "RUB", &["russia", "russian federation", "россия", "俄罗斯"]),
    country("SA", "966", "0", "SAR", &["saudi arabia", "沙特阿拉伯", "沙特"]),
    country("SE", "46", "0", "SEK", &["sweden", "sverige", "schweden", "瑞典"]),
    country("SG", "65", "", "SGD", &["singapore", "新加坡"]),
    country("SI", "386", "0", "", &["slovenia", "slovenija", "斯洛文尼亚"]),
    country("SK", "421", "0", "", &["slovakia", "slovensko", "斯洛伐克"]),
    country("TH", "66", "0", "THB", &["thailand", "泰国"]),
    country("TR", "90", "0", "TRY", &["turkey", "türkiye", "turkiye", "土耳其"]),
    country("TW", "886", "0", "TWD", &["taiwan", "台湾", "中国台湾"]),
    country("UA", "380", "0", "UAH", &["ukraine", "україна", "乌克兰"]),
    country("US", "1", "1", "USD", &["united states", "united states of america", "usa", "us of a", "america", "美国"]),
    country("VN", "84", "0", "VND", &["vietnam", "viet nam", "越南"]),
    country("ZA", "27", "0", "ZAR", &["south africa", "南非"]),
];

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("Deutschland", "DE")]
    #[case("de", "DE")]
    #[case(" GERMANY ", "DE")]
    #[case("U.S.A.", "US")]
    #[case("The Netherlands", "NL")]
    #[case("中国", "CN")]
    #[case("ＣＮ", "CN")]
    fn a_country_is_known_by_its_names(#[case] text: &str, #[case] code: &str) {
        assert_eq!(Country::called(text).map(|country| country.code), Some(code));
    }

    #[test]
    fn no_name_stands_for_two_countries() {
        let mut names: Vec<&str> =
            COUNTRIES.iter().flat_map(|country| country.names.iter().copied()).collect();
        assert!(names.iter().all(|name| fold(name) == *name));
        let all = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), all);
    }

    #[test]
    fn a_currency_of_several_countries_names_none() {
        assert_eq!(Country::of_currency(Currency::EUR), None);
        assert_eq!(Country::of_currency("CNY".parse().unwrap()).map(|country| country.code), Some("CN"));
        assert_eq!(Country::called("Atlantis"), None);
    }
}
