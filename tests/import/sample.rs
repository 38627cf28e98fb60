//! Two sets of invented files, as two programs would write them: the same bytes on every machine.

use std::fmt::Write;

use crate::chance::Chance;

/// Files of one program.
pub struct Set {
    /// Name and text; accounts, contacts, deals.
    pub files: [(&'static str, String); 3],
    /// The deals' columns of stage, amount and close date.
    pub columns: [&'static str; 3],
    /// The format of its dates.
    pub dates: &'static str,
    /// Its stages and what each becomes: a stage's key, `won` or `lost`.
    pub stages: &'static [(&'static str, &'static str)],
}

fn pick<'a>(chance: &mut Chance, from: &[&'a str]) -> &'a str {
    from[chance.below(from.len())]
}

const WORDS: &[&str] = &[
    "Sørensen",
    "華銳",
    "Łódź",
    "Ñandú",
    "Ægir",
    "Übermut",
    "Čapek",
    "Grün",
    "青海",
    "Ørsted",
    "Kestrel",
    "Marl",
];
const FIRST: &[&str] = &["Zoë", "Jürgen", "Søren", "Anaïs", "Łukasz", "Inés", "Mei", "Tom"];
const LAST: &[&str] = &["Ångström", "Müller", "O’Neill", "Dvořák", "Nuñez", "Brontë", "Wu", "Day"];

fn day(chance: &mut Chance) -> (usize, usize, usize) {
    (2024 + chance.below(3), 1 + chance.below(12), 1 + chance.below(28))
}

/// 60 companies, 150 contacts and 500 deals that name them by domain and address.
pub fn hubspot() -> Set {
    let chance = &mut Chance::new(7);
    let mut companies =
        "Company ID,Company Name,Company Domain Name,Industry,Create Date,Company Owner\n".to_owned();
    for n in 0..60 {
        let (word, last) = (pick(chance, WORDS), pick(chance, LAST));
        let _ = writeln!(
            companies,
            "COMP-{n},\"{word}, {last} {n}\",firm{n}.example,Retail,2024-01-0{},kim.ode@example.com",
            1 + n % 9
        );
    }
    let mut contacts = "Contact ID,First Name,Last Name,Email,Phone Number,Job Title,Lead Status,Create Date,Associated Company Domain\n".to_owned();
    for n in 0..150 {
        let (first, last) = (pick(chance, FIRST), pick(chance, LAST));
        let company = if n % 7 == 0 { String::new() } else { format!("firm{}.example", n % 60) };
        let _ = writeln!(
            contacts,
            "CONT-{n},{first},{last},person{n}@example.org,+45 555 {n:04},Buyer,New,2024-02-11,{company}"
        );
    }
    let stages: &[(&str, &str)] = &[
        ("Appointment Scheduled", "design"),
        ("Qualified to Buy", "comparison"),
        ("Presentation Scheduled", "commitment"),
        ("Decision Maker Bought-In", "use"),
        ("Contract Sent", "use"),
        ("Closed Won", "won"),
        ("Closed Lost", "lost"),
    ];
    let mut deals = "Deal ID,Deal Name,Deal Stage,Pipeline,Amount,Close Date,Create Date,Deal Owner,Deal Type,Closed Lost Reason,Associated Company Domain,Associated Contact Email\n".to_owned();
    for n in 0..500 {
        let (stage, _) = stages[chance.below(stages.len())];
        let amount = format!("{}.{:02}", chance.below(300_000), chance.below(100));
        let (year, month, date) = day(chance);
        let reason = if stage == "Closed Lost" { "Budget" } else { "" };
        let owner = pick(chance, &["kim.ode@example.com", "lee.park@example.com"]);
        let _ = writeln!(
            deals,
            "DEAL-{n},{} – deal {n},{stage},Sales Pipeline,{amount},{year}-{month:02}-{date:02},2023-05-04,{owner},New Business,{reason},firm{}.example,person{}@example.org",
            pick(chance, WORDS),
            chance.below(60),
            chance.below(150)
        );
    }
    Set {
        files: [("companies.csv", companies), ("contacts.csv", contacts), ("deals.csv", deals)],
        columns: ["Deal Stage", "Amount", "Close Date"],
        dates: "%Y-%m-%d",
        stages,
    }
}

/// 12 accounts by letter, 80 contacts and 500 opportunities, dates with the month first.
pub fn salesforce() -> Set {
    let chance = &mut Chance::new(11);
    let letter = |n: usize| char::from(b'A' + u8::try_from(n).unwrap());
    let mut accounts = "id,telephone,email,billing_street,billing_city,Country,zip,company_name\n".to_owned();
    for n in 0..12 {
        let name = format!("{} {n}", pick(chance, WORDS));
        let _ = writeln!(
            accounts,
            "{},555-01{n:02},office{n}@example.net,Kirkegade,Århus,Denmark,{},{name}",
            letter(n),
            8000 + n
        );
    }
    let mut contacts = "id,first_name,last_name,email,telephone,company\n".to_owned();
    for n in 0..80 {
        let (first, last) = (pick(chance, FIRST), pick(chance, LAST));
        let _ = writeln!(
            contacts,
            "{},{first},{last},reach{n}@example.net,555-02{n:02},{}",
            n + 1,
            letter(n % 12)
        );
    }
    let stages: &[(&str, &str)] = &[
        ("lead", "interest"),
        ("qualification", "incubation"),
        ("demo", "comparison"),
        ("negotiation", "commitment"),
        ("won", "won"),
        ("lost", "lost"),
    ];
    let mut deals = "id,company,opportunity_name,opportunity_stage,close_date,product,amount,quantity_in_stock,manufacturer\n".to_owned();
    for n in 0..500 {
        let (stage, _) = stages[chance.below(stages.len())];
        let (year, month, date) = day(chance);
        // One name for many: only the id tells them apart.
        let name = format!("{} {}", pick(chance, WORDS), n % 90);
        let _ = writeln!(
            deals,
            "{},{},\"{name}, (smørrebrød)\",{stage},{month}/{date}/{year},ryby,{}.{:02},{},Agivu",
            n + 1,
            letter(chance.below(12)),
            chance.below(900),
            chance.below(100),
            chance.below(999)
        );
    }
    Set {
        files: [("accounts.csv", accounts), ("contacts.csv", contacts), ("opportunities.csv", deals)],
        columns: ["opportunity_stage", "amount", "close_date"],
        dates: "%m/%d/%Y",
        stages,
    }
}
