use super::*;
use proptest::prelude::*;
use rstest::rstest;

/// Rows joined with `|`, broken ones as `!row.cell fault`.
fn read_all(text: &[u8], separator: u8, limits: Limits, width: usize) -> Vec<String> {
    let mut rows = Rows::new(text, separator, limits);
    rows.expect_width(width);
    let mut cells = Cells::default();
    let mut all = Vec::new();
    loop {
        all.push(match rows.read(&mut cells).unwrap() {
            Step::Row(row) => format!("{row} {}", cells.iter().collect::<Vec<_>>().join("|")),
            Step::Broken(broken) => format!("!{}.{} {:?}", broken.row, broken.cell, broken.fault),
            Step::End => return all,
        });
    }
}

fn rows(text: &str) -> Vec<String> {
    read_all(text.as_bytes(), b',', Limits::default(), 3)
}

#[rstest]
#[case("a,b\nc,d", &["1 a|b", "2 c|d"])]
#[case("a,b\r\nc,d\r\n", &["1 a|b", "2 c|d"])]
#[case("a,b\rc,d\r", &["1 a|b", "2 c|d"])]
#[case("a\n\nb\n", &["1 a", "2 ", "3 b"])]
#[case("\"a,b\",c", &["1 a,b|c"])]
#[case("\"a\r\nb\",c\nd", &["1 a\r\nb|c", "2 d"])]
#[case("\"say \"\"hi\"\"\",c", &["1 say \"hi\"|c"])]
#[case("\"say \"hi\" now\",c", &["1 say \"hi\" now|c"])]
#[case("5\" pipe,c", &["1 5\" pipe|c"])]
#[case("a, \"b, c\" ,d", &["1 a|b, c|d"])]
#[case("a,\n,", &["1 a|", "2 |"])]
#[case("\"\"", &["1 "])]
fn cells_are_parted(#[case] text: &str, #[case] expected: &[&str]) {
    assert_eq!(rows(text), expected);
}

#[rstest]
#[case::at_the_end("1,\"open,x\n2,b,c\n3,d,e\n", &["!1.1 Unclosed", "2 2|b|c", "3 3|d|e"])]
#[case::before_another("1,\"open,x\n2,\"b\",c\n3,d,e", &["!1.1 Unclosed", "2 2|b|c", "3 3|d|e"])]
#[case::alone("1,b,\"open", &["!1.2 Unclosed"])]
fn an_unclosed_mark_costs_only_its_own_row(#[case] text: &str, #[case] expected: &[&str]) {
    assert_eq!(rows(text), expected);
}

#[test]
fn a_note_of_several_lines_may_hold_marks() {
    let text = "1,\"first line\nhe said \"yes\" to it\nlast\",c\n2,b,c";
    assert_eq!(rows(text), ["1 1|first line\nhe said \"yes\" to it\nlast|c", "2 2|b|c"]);
}

#[test]
fn a_cell_beyond_the_limit_costs_only_its_own_row() {
    let limits = Limits { cell: 10, row: 1000, cells: 10 };
    let quoted = |text: &str| format!("\"{}\",\"z\ny\"", text.repeat(25));
    for long in ["x".repeat(50), quoted("x\n"), quoted("\"\"")] {
        let text = format!("a,b,c\n1,{long}\n2,b,c\n");
        assert_eq!(read_all(text.as_bytes(), b',', limits, 3), ["1 a|b|c", "!2.1 Cell", "3 2|b|c"]);
    }
}

#[test]
fn an_unclosed_mark_in_a_long_file_costs_only_its_own_row() {
    let rest = "2,b,c\n".repeat(1000);
    let limits = Limits { cell: 100, row: 1000, cells: 10 };
    let all = read_all(format!("1,\"open,c\n{rest}").as_bytes(), b',', limits, 3);
    assert_eq!((all.len(), all[0].as_str(), all[1000].as_str()), (1001, "!1.1 Unclosed", "1001 2|b|c"));
}

#[test]
fn a_row_beyond_the_limits_costs_only_itself() {
    let limits = Limits { cell: 100, row: 20, cells: 5 };
    let text = format!("{}\n1,2\n{}\n3,4", "abcd,".repeat(10), ",".repeat(9));
    assert_eq!(read_all(text.as_bytes(), b',', limits, 2), ["!1.4 Row", "2 1|2", "!3.5 Row", "4 3|4"]);
}

#[test]
fn a_row_of_countless_quoted_cells_is_skipped_without_recursion() {
    let text = format!("\"{}\",{}\nb", "x".repeat(20), "\"y\",".repeat(200_000));
    let limits = Limits { cell: 10, ..Limits::default() };
    assert_eq!(read_all(text.as_bytes(), b',', limits, 2), ["!1.0 Cell", "2 b"]);
}

proptest! {
    #[test]
    fn any_text_is_read_to_its_end(text in "[a,\"\r\n ;]{0,120}") {
        let limits = Limits { cell: 12, row: 40, cells: 6 };
        let all = read_all(text.as_bytes(), b',', limits, 2);
        prop_assert!(all.len() <= text.len());
    }

    #[test]
    fn what_the_csv_writer_writes_is_read(table in prop::collection::vec(prop::collection::vec("[^\0]{0,12}", 2..4), 1..6)) {
        let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
        for row in &table {
            writer.write_record(row).unwrap();
        }
        let bytes = writer.into_inner().unwrap();
        let mut reader = Rows::new(&bytes[..], b',', Limits::default());
        let mut cells = Cells::default();
        for row in &table {
            prop_assert!(matches!(reader.read(&mut cells).unwrap(), Step::Row(_)));
            prop_assert_eq!(&cells.iter().collect::<Vec<_>>(), row);
        }
    }
}
