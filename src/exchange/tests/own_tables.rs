//! Tables that people make themselves, in several languages.

use super::*;
use encoding_rs::GB18030;

const CHINESE: &str = "销售机会,客户名称,金额（万元）,阶段,预计成交日期,负责人,区域
水泵采购,华锐科技,45,商务谈判,2026年11月21日,王伟,华北
阀门,上海贸易有限公司,3.5,赢单,2026/3/5,李娜,华东
";

#[test]
fn a_chinese_table_from_windows() {
    let read = read_with(&GB18030.encode(CHINESE).0, &options("CNY"));
    read.is(System::Csv, Kind::Deals);
    assert_eq!(read.plan.encoding, "gb18030");
    let deal = read.deal(0);
    assert_eq!((deal.account.name.as_deref(), amount(deal).as_str()), (Some("华锐科技"), "450000.00 CNY"));
    assert_eq!((day(&deal.close_date).as_str(), deal.stage.as_str()), ("2026-11-21", Some("商务谈判")));
    assert_eq!(amount(read.deal(1)), "35000.00 CNY");
    assert_eq!(read.unmapped(), ["区域"]);
}

#[test]
fn chinese_contacts_and_accounts() {
    let contacts = read("姓名,公司,职位,手机,邮箱\n王伟,华锐科技,采购经理,13800138000,wang@huarui.example\n");
    let contact = contacts.is(System::Csv, Kind::Contacts).contact(0);
    assert_eq!((contact.name.as_str(), contact.title.as_str()), ("王伟", Some("采购经理")));
    assert_eq!(contact.phones.value().unwrap()[0].label.as_deref(), Some("mobile"));
    let accounts = read("客户名称,行业,员工人数,城市\n华锐科技,能源,1200,北京\n");
    assert_eq!(accounts.is(System::Csv, Kind::Accounts).account(0).employees.get(), Some(1200));
    let log = read("日期,联系人,跟进方式,跟进内容\n2026-05-04,王伟,电话,要求报价\n");
    let activity = log.is(System::Csv, Kind::Activities).activity(0);
    assert_eq!((activity.kind.as_str(), activity.text.as_str()), ("call", Some("要求报价")));
}

#[test]
fn a_german_table_has_commas_in_its_numbers_and_the_day_first() {
    let text = "Projekt;Kunde;Betrag;Phase;Abschlussdatum;Wahrscheinlichkeit\nPumpen;Müller & Söhne GmbH;1.250,50 €;Angebot;03.04.2026;40 %\nVentile;Groß AG;2.500;Verhandlung;31.12.2026;60 %\n";
    let read = read_with(&encoding_rs::WINDOWS_1252.encode(text).0, &Options::default());
    read.is(System::Csv, Kind::Deals);
    assert_eq!((read.plan.encoding, read.plan.separator), ("windows-1252", ';'));
    let deal = read.deal(0);
    assert_eq!((amount(deal).as_str(), day(&deal.close_date).as_str()), ("1250.50 EUR", "2026-04-03"));
    assert_eq!(
        (deal.win_rate.get(), deal.account.name.as_deref()),
        (Some(4000), Some("Müller & Söhne GmbH"))
    );
    assert_eq!(amount(read.deal(1)), "2500.00 EUR");
}

#[test]
fn french_and_spanish_tables() {
    let french =
        read("Société;Nom;Prénom;Courriel;Téléphone\nNordwind;Vik;Jo;jo@n.example;+33 1 23 45 67 89\n");
    assert_eq!(french.is(System::Csv, Kind::Contacts).contact(0).name, "Jo Vik");
    let spanish = read(
        "Oportunidad,Cliente,Importe,Etapa,Fecha de cierre\nBombas,Nordwind,1200,Propuesta,2026-05-01\n",
    );
    assert_eq!(amount(spanish.is(System::Csv, Kind::Deals).deal(0)), "1200.00 EUR");
}

#[test]
fn tables_of_tabs_and_bars_and_from_excel() {
    for separator in ['\t', '|', ';', ','] {
        let text =
            "Deal,Company,Amount,Close date\nPumps,Nordwind,100,46188\n".replace(',', &separator.to_string());
        let read = read(&text);
        assert_eq!((read.plan.separator, day(&read.deal(0).close_date).as_str()), (separator, "2026-06-15"));
    }
    let told = read("sep=;\r\nDeal;Amount, net\r\nPumps;1,5\r\n");
    assert_eq!((told.plan.separator, told.plan.header_row), (';', Some(2)));
}

#[test]
fn a_table_without_header_is_known_by_its_content() {
    let read = read("Jo Vik,jo@n.example,+47 900 12 345\nLi Berg,li@b.example,+47 911 22 333\n");
    read.is(System::Csv, Kind::Contacts);
    assert_eq!((read.plan.header_row, read.records.len()), (None, 2));
    let contact = read.contact(0);
    assert_eq!((contact.name.as_str(), contact.origin.row), ("Jo Vik", 1));
    assert!(read.plan.columns.iter().all(|column| column.chosen == Chosen::ByContent));
}

#[test]
fn a_status_that_holds_stages_is_the_stage() {
    let read = read("Deal,Company,Value,Status\nPumps,Nordwind,100,Proposal\nValves,Nordwind,50,Won\n");
    let stages: Vec<_> = [0, 1].map(|at| read.deal(at).stage.get().unwrap_or_default()).into();
    assert_eq!(stages, ["Proposal", "Won"]);
    assert_eq!(read.deal(1).status.get().map(|status| status.as_str()), Some("won"));
}

#[test]
fn columns_are_put_right_by_hand() {
    let corrections = ["Wert X=amount", "Ort=skip", "Sparte=field.segment", "Nirgends=name"];
    let corrections = corrections.map(|text| parse_correction(text).unwrap()).to_vec();
    let options = Options { corrections, kind: Some(Kind::Deals), ..Options::default() };
    let read = read_with("Kunde,Wert_x,Ort,Sparte\nNordwind,\"1,000\",Bergen,Energie\n".as_bytes(), &options);
    let deal = read.deal(0);
    assert_eq!((deal.name.as_str(), amount(deal).as_str()), ("Nordwind", "1000.00 EUR"));
    assert_eq!(deal.origin.custom, [Custom { key: "segment".into(), value: "Energie".into() }]);
    assert_eq!(read.plan.unused.len(), 1);
    assert_eq!(read.unmapped(), [""; 0]);
}

#[test]
fn day_and_month_are_settled_for_the_whole_column() {
    let mut text = "Deal,Company,Amount,Close date\n".to_owned();
    text.push_str(&"Pumps,Nordwind,1,3/4/2026\n".repeat(1500));
    text.push_str("Valves,Nordwind,1,25/12/2026\n");
    let read = read(&text);
    assert_eq!(
        read.plan.columns[3].reading,
        Reading::Dates(DateOrder::Proved { order: Order::DayFirst, rows: 1 })
    );
    assert_eq!(day(&read.deal(0).close_date), "2026-04-03");
}

#[test]
fn a_row_says_what_it_does_not_say() {
    let read = read("Deal,Company,Amount,Next step\nPumps,Nordwind,,\n");
    let deal = read.deal(0);
    assert_eq!(
        (&deal.amount, &deal.next_step, &deal.close_date),
        (&Cell::Empty, &Cell::Empty, &Cell::Absent)
    );
    let seen = read.records[0].seen();
    assert_eq!(seen.get("amount").map(String::as_str), Some(""));
    assert_eq!(seen.get("close_date"), None);
}

#[test]
fn another_way_of_writing_is_no_change() {
    let one = read("Deal,Company,Amount,Close date\nPumps,Nordwind,1000.5,2026-06-15\n");
    let other = read("Deal;Company;Amount;Close date\nPumps;Nordwind;1.000,50;15.06.2026\n");
    assert_eq!(one.records[0].seen(), other.records[0].seen());
}
