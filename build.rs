//! Rebuilds when a language or a migration changes; the compiler alone does not watch them.
fn main() {
    println!("cargo:rerun-if-changed=assets/locales");
    println!("cargo:rerun-if-changed=assets/migrations");
    println!("cargo:rerun-if-changed=build.rs");
}
