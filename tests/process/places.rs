//! Places in which a book cannot be written.
#![cfg(target_os = "linux")]

use std::process::Command;

/// Whether this user may mount things for a while, where nobody else sees them.
fn may_make_places() -> bool {
    let tried = Command::new("unshare").args(["--map-root-user", "--mount", "true"]).output();
    tried.is_ok_and(|done| done.status.success())
}

#[test]
fn a_read_only_file_or_folder_and_a_full_disk_are_told_by_name_and_lose_nothing() {
    if !may_make_places() {
        eprintln!("not tried: this user may not make namespaces (run .ci/places as one who may)");
        return;
    }
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/.ci/places");
    let done = Command::new(script).arg(env!("CARGO_BIN_EXE_keybook")).output().unwrap();
    let said = String::from_utf8_lossy(&done.stdout).into_owned() + &String::from_utf8_lossy(&done.stderr);
    assert!(done.status.success(), "{said}");
}
