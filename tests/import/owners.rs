//! One person's deals.

use keybook::ops::import::{Import, Stopped};
use rstest::rstest;

use crate::common::{Files, book, dump, files, rows, try_import};

const DEALS: &str = "Deal Name,Company,Stage,Amount,Deal Owner\n\
    One,Acme,Proposal,10,pam.hale@example.com\n\
    Two,Bolt,Proposal,20,Jim Orr\n\
    Three,Cask,Proposal,30,PAM.HALE@example.com\n\
    Four,Dune,Proposal,40,\n";

fn only(word: &str, path: &std::path::PathBuf) -> Import {
    Import { only_owner: Some(word.to_owned()), ..files(&[path]) }
}

#[rstest]
#[case("pam.hale@example.com", 2)]
#[case("Pam Hale", 2)]
#[case("pam  HALE", 2)]
#[case("jim orr", 1)]
#[case("jim.orr@example.com", 1)]
fn deals_of_others_are_left_out(#[case] word: &str, #[case] deals: u64) {
    let (mut book, folder) = (book(), Files::new());
    let report = try_import(&mut book, &only(word, &folder.write("deals.csv", DEALS))).unwrap();
    let tally = report.value[0].tally;
    assert_eq!((tally.created, tally.left_out, tally.rows()), (deals, 4 - deals, deals));
    assert_eq!(rows(&book, "accounts").len() as u64, deals, "accounts of other deals are not made");
    assert!(rows(&book, "colleagues").len() as u64 <= deals);
}

#[rstest]
#[case("Pam")]
#[case("nobody@example.com")]
#[case("me")]
#[case(" ")]
fn an_owner_who_is_in_no_file_stops_everything_and_the_others_are_named(#[case] word: &str) {
    let (mut book, folder) = (book(), Files::new());
    let path = folder.write("deals.csv", DEALS);
    let before = dump(&book);
    for dry_run in [true, false] {
        match try_import(&mut book, &Import { dry_run, ..only(word, &path) }) {
            Err(Stopped::NoOwner { word: told, known }) if !word.trim().is_empty() => {
                assert_eq!(told, word);
                assert_eq!(known, ["Jim Orr", "PAM.HALE@example.com", "pam.hale@example.com"]);
            }
            Err(Stopped::NoOwner { .. }) => {}
            other => panic!("{other:?}"),
        }
    }
    assert_eq!(dump(&book), before, "nobody was added");
}
