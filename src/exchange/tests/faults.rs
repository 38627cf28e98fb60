//! Files and rows that are not as they should be.

use super::*;
use proptest::prelude::*;
use rstest::rstest;

#[rstest]
#[case("1,Pumps,Nordwind,12x,2026-01-01", "Amount", "12x", "not_an_amount")]
#[case("1,Pumps,Nordwind,-5,2026-01-01", "Amount", "-5", "not_an_amount")]
#[case("1,Pumps,Nordwind,5,2026-02-30", "Close Date", "2026-02-30", "not_a_date")]
#[case("1,Pumps,Nordwind,5,soon", "Close Date", "soon", "not_a_date")]
fn a_row_is_refused_with_its_column_and_value(
    #[case] row: &str,
    #[case] column: &str,
    #[case] value: &str,
    #[case] code: &str,
) {
    let read = read(&format!(
        "Deal ID,Deal Name,Company,Amount,Close Date\n{row}\n2,Valves,Nordwind,5,2026-01-01\n"
    ));
    assert_eq!((read.records.len(), read.rejected.len()), (1, 1));
    let rejected = &read.rejected[0];
    assert_eq!((rejected.row, rejected.column.as_deref(), rejected.value.as_str()), (2, Some(column), value));
    assert_eq!(rejected.reason.code(), code);
}

#[rstest]
#[case("2,Valves", "too_few_cells")]
#[case("2,Valves,Nordwind,5,2026-01-01,more", "too_many_cells")]
#[case("2,\"Valves,Nordwind,5,2026-01-01", "unclosed_quote")]
#[case("2,,,5,2026-01-01", "no_name")]
fn a_row_without_sense_is_refused_and_the_rest_is_taken(#[case] row: &str, #[case] code: &str) {
    let rest = "3,Pumps,Nordwind,5,2026-01-01\n4,Pipes,Nordwind,5,2026-01-01\n";
    let read = read(&format!("Deal ID,Deal Name,Company,Amount,Close Date\n{row}\n{rest}"));
    assert_eq!((read.records.len(), read.rejected.len()), (2, 1));
    assert_eq!((read.rejected[0].row, read.rejected[0].reason.code()), (2, code));
}

#[test]
fn blank_rows_and_separators_at_line_ends_are_no_fault() {
    let read = read("Deal,Company,Amount,\n\nPumps,Nordwind,5,\n,,,\nValves,Nordwind,5,,\n");
    assert_eq!((read.records.len(), read.plan.columns.len()), (2, 3));
    assert_eq!(read.records[1].origin().row, 5);
}

#[test]
fn dates_of_both_orders_are_not_guessed() {
    let rows = "a,N,1,3/25/2026\nb,N,1,25/3/2026\nc,N,1,3/4/2026\nd,N,1,5/5/2026\n";
    let read = read(&format!("Deal,Company,Amount,Close date\n{rows}"));
    assert_eq!(read.records.len(), 3);
    assert_eq!((read.rejected[0].row, read.rejected[0].reason.clone()), (4, Reason::EitherDate));
}

#[test]
fn currencies_that_contradict_are_refused() {
    let read = read("Deal,Company,Amount,Currency\na,N,$5,EUR\nb,N,5,ZZZ\nc,N,5 EUR,EUR\n");
    let codes: Vec<&str> = read.rejected.iter().map(|row| row.reason.code()).collect();
    assert_eq!((codes, read.records.len()), (vec!["other_currency", "unknown_currency"], 1));
}

#[test]
fn hostile_text_is_cleaned_and_shortened() {
    let long = "x".repeat(5000);
    let read = read(&format!(
        "Deal,Company,Amount\n\x1b[31mPumps\u{202e},Nord\u{200b}wind,5\n\x1b]0;t\x07b,N,{long}\n"
    ));
    assert_eq!(
        (read.deal(0).name.as_str(), read.deal(0).account.name.as_deref()),
        ("Pumps", Some("Nordwind"))
    );
    assert!(read.rejected[0].value.chars().count() <= 61);
}

#[test]
fn a_giant_cell_costs_its_own_row_and_little_memory() {
    let giant = "y".repeat(3 << 20);
    let read = read(&format!("Deal,Company,Amount\na,N,5\nb,\"{giant}\",5\nc,N,5\n"));
    assert_eq!((read.records.len(), read.rejected.len()), (2, 1));
    assert_eq!(read.rejected[0].column.as_deref(), Some("Company"));
    assert!(matches!(read.rejected[0].reason, Reason::CellTooLong { .. }));
}

#[test]
fn files_of_which_nothing_can_be_taken_say_why() {
    assert!(matches!(refused(""), ReadError::Empty(_)));
    assert!(matches!(refused("\n \r\n"), ReadError::Empty(_)));
    assert!(matches!(refused("alpha,beta\n1,2\n3,4\n"), ReadError::NotRecognised { .. }));
    assert!(matches!(refused("PK\x03\x04"), ReadError::NotText { form: Form::Workbook, .. }));
    assert!(matches!(refused(&"\0\x01\x02".repeat(500)), ReadError::NotText { form: Form::Other, .. }));
    let forced = Options { kind: Some(Kind::Deals), ..Options::default() };
    let nameless = source(b"Amount,Stage\n5,demo\n", &forced).unwrap_err();
    assert!(matches!(nameless, ReadError::NoNameColumn { kind: Kind::Deals, .. }));
    let nowhere = "/nowhere/at/all.csv".as_ref();
    let missing = Source::open(nowhere, nowhere, &Options::default()).unwrap_err();
    assert!(matches!(missing, ReadError::Io { .. }));
}

#[test]
fn a_header_alone_is_a_file_without_rows() {
    let read = read("Deal Name,Deal Stage,Deal owner,Amount\n");
    assert_eq!((read.plan.kind, read.plan.rows, read.records.len()), (Kind::Deals, 0, 0));
}

#[test]
fn a_file_is_read_as_often_as_needed_with_its_progress() {
    let text = format!("Deal,Company,Amount\n{}", "Pumps,Nordwind,5\n".repeat(20_000));
    let (source, _path) = source(text.as_bytes(), &Options::default()).unwrap();
    for _ in 0..2 {
        let mut records = source.records().unwrap();
        let mut last = 0;
        while records.next().is_some() {
            assert!(records.bytes_read() >= last);
            last = records.bytes_read();
        }
        assert_eq!((last, source.bytes()), (text.len() as u64, text.len() as u64));
    }
}

/// Opens and reads, whatever comes of it.
fn attempt(bytes: &[u8]) {
    for kind in [None, Some(Kind::Contacts), Some(Kind::Activities)] {
        let options = Options { kind, ..Options::default() };
        if let Ok((source, _path)) = source(bytes, &options) {
            let taken: Vec<_> = source.records().unwrap().collect::<Result<_, _>>().unwrap();
            assert_eq!(taken.len() as u64, source.plan().rows);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn no_bytes_are_too_wild(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        attempt(&bytes);
    }

    #[test]
    fn no_table_is_too_wild(
        header in prop::sample::subsequence(vec!["Deal", "Company", "Email", "Amount", "Close date", "Stage", "Type", "Birthday", "日期", "\"x"], 1..8),
        rows in prop::collection::vec("[a-c0-9€\"'=@,;./:% \n-]{0,40}", 0..12),
    ) {
        attempt(format!("{}\n{}", header.join(","), rows.join("\n")).as_bytes());
    }
}

#[rstest]
#[case("Grand Totals (2 records),,,", "totals")]
#[case("合计,,1500,", "totals")]
#[case("Total,,\"1,500\",", "totals")]
fn the_line_of_totals_below_a_list_is_no_deal(#[case] row: &str, #[case] code: &str) {
    let read = read(&format!("Deal,Company,Amount,Close date\nPumps,Nordwind,5,2026-01-01\n{row}\n"));
    assert_eq!((read.records.len(), read.rejected.len()), (1, 1));
    assert_eq!((read.rejected[0].row, read.rejected[0].reason.code()), (3, code));
}

#[test]
fn a_client_called_total_is_a_client() {
    let deals = read("Deal,Company,Amount\nTotal,Nordwind,5\nPumps,Total,7\n");
    assert_eq!((deals.records.len(), deals.rejected.len()), (2, 0));
    let accounts = read("Company name,Industry,Employees\nTotal,,90000\n");
    assert_eq!((accounts.records.len(), accounts.rejected.len()), (1, 0));
}

#[test]
fn what_is_no_text_is_not_taken_for_a_table() {
    let noise: Vec<u8> = (0..9_000_u32).map(|at| (at.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
    let refused = source(&noise, &Options::default()).unwrap_err();
    assert!(matches!(refused, ReadError::NotText { .. }), "{refused:?}");
}

#[test]
fn json_that_is_nested_too_deeply_is_still_known_as_json() {
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    let refused = source(deep.as_bytes(), &Options::default()).unwrap_err();
    assert!(matches!(refused, ReadError::NotText { form: Form::Json, .. }), "{refused:?}");
}
