//! `--filter`: what each term lets through, and where it points when it is wrong.

use crate::shelf::{Shelf, column};

fn found(shelf: &Shelf, noun: &str, filter: &str) -> Vec<String> {
    let list = shelf.json(&[noun, "list", "--filter", filter]);
    let mut codes: Vec<String> = column(&list, "code").into_iter().map(String::from).collect();
    codes.sort();
    codes
}

#[test]
fn deals_are_filtered_by_what_they_are() {
    let shelf = Shelf::stocked();
    shelf.does(&["rate", "set", "USD", "0.5"]);
    shelf.does(&["deal", "add", "Dollars", "--account", "A-1", "--amount", "USD 300k", "--close", "+10d"]);
    for (filter, codes) in [
        ("stage>=design", &["D-2"][..]),
        ("阶段＝比较", &["D-2"]),
        ("stage:interest amount>1k", &["D-1", "D-4"]),
        ("amount>=150k", &["D-4"]),
        ("amount>150k", &[]),
        ("amount>=\"USD 300k\"", &["D-4"]),
        ("!amount", &["D-3"]),
        ("close<2026-12-15", &["D-4"]),
        ("close:2026Q4", &["D-1", "D-4"]),
        ("close!=2026Q4", &["D-2", "D-3"]),
        ("!close", &["D-3"]),
        ("!next", &["D-2", "D-3", "D-4"]),
        ("next:jane", &["D-1"]),
        ("account:华东", &["D-2"]),
        ("machines", &["D-3"]),
        ("数控", &["D-2"]),
        ("\"acme renewal\"", &["D-1"]),
        ("!\"acme\"", &["D-2"]),
        ("contact:jane", &["D-1"]),
        ("product:pump", &["D-1"]),
        ("owner:nobody", &[]),
        ("rate>=30%", &["D-2"]),
        ("code:D-1,D-2", &["D-1", "D-2"]),
        ("attention:next_step_overdue", &["D-1"]),
        ("attention:amount_missing,close_date_missing", &["D-3"]),
        ("attention:no_decision_maker", &["D-2", "D-3", "D-4"]),
        ("currency:USD", &["D-4"]),
    ] {
        assert_eq!(found(&shelf, "deal", filter), codes, "{filter}");
    }
}

#[test]
fn accounts_and_contacts_are_filtered_too() {
    let shelf = Shelf::stocked();
    shelf.does(&["account", "edit", "A-2", "--field", "Size=12.5", "--potential", "1m"]);
    shelf.does(&["log", "jane", "--kind", "call", "hello", "--on", "2026-11-01"]);
    shelf.does(&["segments", "decide", "A-1", "retain"]);
    shelf.does(&["level", "add", "A-1", "vendor", "--decided", "2026-01-10"]);
    shelf.does(&["level", "add", "A-1", "partner", "--decided", "2026-06-10"]);
    shelf.does(&["phase", "add", "A-2", "growth"]);
    for (filter, codes) in [
        ("#north", &["A-1"][..]),
        ("!#north", &["A-2"]),
        ("tier:key", &["A-1"]),
        ("!tier", &["A-2"]),
        ("owner:me", &["A-1"]),
        ("parent:acme", &["A-2"]),
        ("deals>=2", &["A-1"]),
        ("open_amount>100k", &["A-1"]),
        ("open_amount<100k", &["A-2"]),
        ("potential>=1m", &["A-2"]),
        ("last>14d", &["A-1"]),
        ("has:last", &["A-1"]),
        ("posture:retain", &["A-1"]),
        ("!攻守", &["A-2"]),
        ("攻守：保留,获取 tier:key", &["A-1"]),
        ("level:partner", &["A-1"]),
        ("level:vendor", &[]), // what was decided before
        ("关系类型！=合作伙伴", &["A-2"]),
        ("phase:成长,收获", &["A-2"]),
        ("!phase", &["A-1"]),
        ("field.Size:12", &["A-2"]),
    ] {
        assert_eq!(found(&shelf, "account", filter), codes, "{filter}");
    }
    for (filter, codes) in [
        ("email:acme.example", &["P-1"][..]),
        ("account:华东", &["P-2"]),
        ("!email", &["P-2"]),
        ("李", &["P-2"]),
    ] {
        assert_eq!(found(&shelf, "contact", filter), codes, "{filter}");
    }
}

#[test]
fn a_wrong_filter_points_at_the_word() {
    let shelf = Shelf::stocked();
    let answer = shelf.run(&["deal", "list", "--filter", "stage>=design amuont>50k"]);
    assert_eq!(answer.code, 2);
    let lines: Vec<&str> = answer.err.lines().collect();
    assert_eq!(lines[1], "  stage>=design amuont>50k");
    assert_eq!(lines[2], "                ^^^^^^");
    assert_eq!(lines[3], "Did you mean amount?");
    for filter in ["stage>", "close:someday", "\"open", "amount>lots", "tier:key"] {
        assert_eq!(shelf.run(&["deal", "list", "--filter", filter]).code, 2, "{filter}");
    }
}

#[test]
fn all_deals_that_fit_are_changed_in_one_operation() {
    let shelf = Shelf::stocked();
    let open = found(&shelf, "deal", "").len();
    let done = shelf.json(&["deal", "edit", "--filter", "status:open", "--close", "2027-01-31"]);
    assert_eq!(done["changed"], open);
    assert_eq!(found(&shelf, "deal", "close:2027-01-31").len(), open);
    let again = shelf.json(&["deal", "edit", "--filter", "status:open", "--close", "2027-01-31"]);
    assert_eq!((&again["changed"], &again["same"]), (&0.into(), &open.into()));
    shelf.does(&["undo"]);
    assert_eq!(found(&shelf, "deal", "close:2027-01-31").len(), 0);
    for wrong in [
        &["deal", "edit", "--close", "+2w"][..],
        &["deal", "edit", "D-1", "--filter", "acme", "--close", "+2w"],
        &["deal", "edit", "--filter", "acme", "--close", "+2w", "--owner", "me"],
        &["deal", "edit", "--filter", "acme", "--amount", "1k"],
    ] {
        assert_eq!(shelf.run(wrong).code, 2, "{wrong:?}");
    }
}
