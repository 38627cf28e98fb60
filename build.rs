//! Packs the texts of both languages into one run of bytes, so that the program finds them where they lie and unpacks
//! nothing when it starts. Rebuilds when a text or a migration changes; the compiler alone does not watch them.

use std::collections::BTreeMap;
use std::path::Path;
use std::{env, fs};

/// The languages, in the order in which their texts follow the keys.
const LANGUAGES: [&str; 2] = ["en", "zh"];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("cargo:rerun-if-changed=assets/locales");
    println!("cargo:rerun-if-changed=assets/migrations");
    println!("cargo:rerun-if-changed=build.rs");
    let texts = rust_i18n_support::try_load_locales("assets/locales", |_| false, true)?;
    let (packed, ends) = pack(&texts)?;
    let out = env::var("OUT_DIR")?;
    fs::write(Path::new(&out).join("texts"), packed)?;
    fs::write(Path::new(&out).join("ends.rs"), format!("{ends:?}"))?;
    Ok(())
}

/// All keys in order, then their texts in one language after the other; and where each of them ends.
fn pack(texts: &BTreeMap<String, BTreeMap<String, String>>) -> Result<(String, Vec<usize>), String> {
    let [keys, others] = LANGUAGES.map(|language| texts.get(language).cloned().unwrap_or_default());
    let lacking = keys.keys().find(|key| !others.contains_key(*key));
    if let Some(key) = lacking.or_else(|| others.keys().find(|key| !keys.contains_key(*key))) {
        return Err(format!("`{key}` in assets/locales has not all of {LANGUAGES:?}"));
    }
    let mut packed = String::new();
    let mut ends = vec![];
    for text in keys.keys().chain(keys.values()).chain(others.values()) {
        packed.push_str(text);
        ends.push(packed.len());
    }
    Ok((packed, ends))
}
