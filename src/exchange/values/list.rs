//! Several values in one cell: HubSpot joins them with `;`, Google with ` ::: `.

use crate::domain::text::clean_line;

/// The values of a cell, clean, in order, each once.
pub fn split(text: &str) -> Vec<String> {
    parts(text, &[';', '；', '\n'])
}

/// Tags: also parted by commas.
pub fn split_tags(text: &str) -> Vec<String> {
    parts(text, &[';', '；', '\n', ',', '，', '、'])
}

/// E-mail addresses in lower case, out of `Jane Doe <jane@acme.com>; Joe (joe@acme.com)` too.
pub fn emails(text: &str) -> Vec<String> {
    parts(text, &[';', '；', '\n', ',', '，', '<', '>', '(', ')', '（', '）', '|', ' '])
        .into_iter()
        .map(|part| part.trim_start_matches("mailto:").to_lowercase())
        .filter(|part| is_email(part))
        .collect()
}

/// Whether a text is shaped like an e-mail address.
pub fn is_email(text: &str) -> bool {
    let Some((local, domain)) = text.rsplit_once('@') else { return false };
    let sound = |part: &str| {
        !part.is_empty() && !part.contains(|c: char| c.is_whitespace() || "@,;<>()\"".contains(c))
    };
    sound(local)
        && sound(domain)
        && domain.contains('.')
        && !domain.starts_with('.')
        && !domain.ends_with('.')
}

/// The bare domain of a web page, an e-mail address or a domain: `https://www.Acme.com/x` is `acme.com`.
pub fn domain(text: &str) -> Option<String> {
    let lower = clean_line(text).to_lowercase();
    let after = lower.split_once("://").map_or(lower.as_str(), |(_, rest)| rest);
    let host = after.split(['/', '?', '#', ' ']).next().unwrap_or_default();
    let host = host.rsplit('@').next().unwrap_or_default();
    let host = host.split(':').next().unwrap_or_default().trim_end_matches('.');
    let host = host.strip_prefix("www.").unwrap_or(host);
    let sound = host.contains('.') && host.split('.').all(|label| !label.is_empty()) && host.len() <= 253;
    let letters = host.chars().all(|c| c.is_alphanumeric() || c == '.' || c == '-' || c == '_');
    let named = host.rsplit('.').next().is_some_and(|last| !last.bytes().all(|byte| byte.is_ascii_digit()));
    (sound && letters && named).then(|| host.to_owned())
}

fn parts(text: &str, marks: &[char]) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for part in text.split(" ::: ").flat_map(|part| part.split(marks)) {
        let clean = clean_line(part);
        if !clean.is_empty() && !found.contains(&clean) {
            found.push(clean);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[test]
    fn cells_of_several_values_are_split() {
        assert_eq!(split("101;102; 101;"), ["101", "102"]);
        assert_eq!(split("* myContacts ::: Friends"), ["* myContacts", "Friends"]);
        assert_eq!(split_tags("key, 重点、new"), ["key", "重点", "new"]);
    }

    #[test]
    fn addresses_are_found_among_names() {
        assert_eq!(emails("Jane Doe <Jane@Acme.com>; joe@acme.com"), ["jane@acme.com", "joe@acme.com"]);
        assert_eq!(emails("Jane Doe (jane@acme.com)"), ["jane@acme.com"]);
        assert!(emails("n/a").is_empty());
    }

    #[rstest]
    #[case("https://www.Acme.com/about?x=1", Some("acme.com"))]
    #[case("jane@acme.co.uk", Some("acme.co.uk"))]
    #[case("acme.com:8080", Some("acme.com"))]
    #[case("华锐.中国", Some("华锐.中国"))]
    #[case("192.168.0.1", None)]
    #[case("Acme Inc.", None)]
    #[case("", None)]
    fn a_domain_is_bare(#[case] text: &str, #[case] expected: Option<&str>) {
        assert_eq!(domain(text).as_deref(), expected);
    }
}
