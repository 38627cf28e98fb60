//! The README is true where a test can hold it.

use crate::shelf::Shelf;

#[test]
fn the_key_table_of_the_readme_is_the_programs_own() {
    let readme = std::fs::read_to_string("README.md").unwrap();
    let told = readme.split("<!-- keys").nth(1).and_then(|rest| rest.split("-->").nth(1)).unwrap();
    let told = told.split("<!--").next().unwrap().trim();
    assert!(told.starts_with("| Keys"), "the README lost its table of keys");
    let own = Shelf::new().does(&["--lang", "en", "keys", "--format", "md"]);
    assert_eq!(told, own.trim(), "put the output of `keybook keys --format md` into the README");
}
