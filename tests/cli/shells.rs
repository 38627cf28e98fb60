//! Completion in shells, and manual pages.

use crate::shelf::Shelf;

/// What is offered behind these words, the last of them begun.
fn offered(shelf: &Shelf, words: &[&str]) -> Vec<String> {
    let out = shelf.does(&[&["--lang", "en", "complete", "--"], words].concat());
    out.lines().map(|line| line.split('\t').next().unwrap().to_owned()).collect()
}

#[test]
fn commands_flags_words_and_records_are_offered_where_they_may_stand() {
    let shelf = Shelf::stocked();
    assert_eq!(offered(&shelf, &["dea"]), ["deal"]);
    assert_eq!(offered(&shelf, &["deal", "re"]), ["reopen"]);
    assert_eq!(offered(&shelf, &["deal", "lose", "D-1", "--rea"]), ["--reason"]);
    assert!(offered(&shelf, &["deal", "lose", "D-1", "--reason", ""]).contains(&"no_decision".to_owned()));
    assert_eq!(offered(&shelf, &["deal", "advance", "D-1", "--to", "des"]), ["design"]);
    assert_eq!(offered(&shelf, &["deal", "list", "--format", "c"]), ["csv"]);
    assert_eq!(offered(&shelf, &["deal", "show", "acm"]), ["Acme renewal"]);
    assert_eq!(offered(&shelf, &["deal", "show", "D-1", "old"]), ["Old machines"]);
    assert_eq!(offered(&shelf, &["deal", "show", "d-"]), ["D-1", "D-3", "D-2"]);
    assert_eq!(offered(&shelf, &["deal", "show", "数"]), ["数控机床二期"]);
    assert_eq!(offered(&shelf, &["deal", "add", "New one", "--account", "ac"]), ["Acme Corp"]);
    assert_eq!(offered(&shelf, &["deal", "add", "New one", "--account", "=", "ac"]), ["Acme Corp"]);
    assert_eq!(offered(&shelf, &["brief", "ja"]), ["Jane Doe"]);
    assert_eq!(offered(&shelf, &["nonsense", "x"]), [""; 0]);
    assert!(offered(&shelf, &[""]).contains(&"query".to_owned()));
    assert!(!offered(&shelf, &["comp"]).contains(&"complete".to_owned()));
}

#[test]
fn asking_what_may_be_typed_makes_no_book() {
    let shelf = Shelf::new();
    assert_eq!(offered(&shelf, &["deal", "show", "a"]), [""; 0]);
    assert!(!shelf.path("book.keybook").exists());
}

#[cfg(unix)]
#[test]
fn a_name_is_only_a_name_to_the_shell() {
    let shelf = Shelf::new();
    let hostile = "Zeta $(touch stolen); `x` & 'Sons'";
    shelf.does(&["account", "add", hostile]);
    let script = shelf.file("keybook.bash", &shelf.does(&["completions", "bash"]));
    let typed = |word: &str| {
        let program = shelf.program().get_program().to_str().unwrap().to_owned();
        let line = format!(
            "source {script}; COMP_WORDS=({program} account show {word}); COMP_CWORD=3; _keybook; \
             printf '%s\\n' \"${{COMPREPLY[@]}}\"; eval \"set -- ${{COMPREPLY[0]}}\"; printf '%s\\n' \"$#\" \"$1\""
        );
        let bash = std::process::Command::new("bash")
            .args(["--norc", "-c", &line])
            .env("KEYBOOK_FILE", shelf.path("book.keybook"))
            .env("KEYBOOK_CONFIG", shelf.path("config.toml"))
            .current_dir(shelf.path(""))
            .output();
        String::from_utf8(bash.unwrap().stdout).unwrap()
    };
    let lines = typed("zet");
    assert_eq!(lines.lines().skip(1).collect::<Vec<_>>(), ["1", hostile], "{lines}");
    assert!(!shelf.path("stolen").exists());
}

#[test]
fn there_is_a_manual_page_for_every_command() {
    let shelf = Shelf::new();
    let folder = shelf.path("man");
    shelf.does(&["man", "--into", folder.to_str().unwrap()]);
    let pages = std::fs::read_dir(&folder).unwrap().count();
    assert!(pages > 150, "{pages}");
    for (file, words) in [
        ("keybook.1", "funnel"),
        ("keybook-deal-advance.1", "next stage"),
        ("keybook-factor-add.1", "factor"),
    ] {
        let page = std::fs::read_to_string(folder.join(file)).unwrap();
        assert!(page.contains(words), "{file}: {page}");
    }
    assert!(!folder.join("keybook-complete.1").exists());
}
