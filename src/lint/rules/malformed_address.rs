//! An address that looks like an e-mail, web or telephone address and cannot be used as one.
//!
//! Anything else is words ("the desk by the door") and left alone.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::source::Span;
use crate::value::Text;

/// Ways to reach somebody: alone they are no address.
const WAYS: &[&str] =
    &["e-mail", "email", "fax", "mail", "online", "phone", "telephone", "url", "web", "web site", "website"];

/// Looks at the addresses of channels, roles, parties and documents.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for text in context.program.addresses() {
        look(text, findings);
    }
}

fn look(text: &Text, findings: &mut Vec<Diagnostic>) {
    for piece in text.pieces() {
        let written = piece.content.trim();
        if is_bare_web(written) {
            findings.push(bare(piece.span, written));
            continue;
        }
        let Some(fault) = fault(written) else { continue };
        findings.push(
            Diagnostic::new(&registry::MALFORMED_ADDRESS, piece.span, format!("`{written}` is not an address that works"))
                .label(fault)
                .help("write it as people would type it, as `support@northwind.example`, `https://northwind.example` or `+31 20 555 0100`"),
        );
    }
}

/// A web address without its beginning, which is published as words and leads nowhere.
fn bare(place: Span, written: &str) -> Diagnostic {
    let whole = format!("https://{written}");
    Diagnostic::new(
        &registry::MALFORMED_ADDRESS,
        place,
        format!("`{written}` is a web address without its beginning"),
    )
    .label("no link is made of this")
    .fix(format!("write `{whole}`"), false, place, format!("\"{whole}\""))
}

/// Whether this is a host, perhaps with a path behind it, and nothing else: `www.northwind.example`, `northwind.example/help`.
fn is_bare_web(written: &str) -> bool {
    let (host, path) = written.split_once('/').map_or((written, false), |(host, _)| (host, true));
    let plain = !written.contains(|c: char| c.is_whitespace() || matches!(c, '@' | ':' | ','));
    let labels: Vec<&str> = host.split('.').collect();
    let last = labels.last().copied().unwrap_or("");
    let letters = |label: &str| label.len() > 1 && label.chars().all(|c| c.is_ascii_lowercase());
    // Two words with a dot between them may be anything: a name of somebody, a file.
    let sure = path || labels.len() > 2 || TOP.contains(&last);
    plain && sure && host_works(host) && letters(last) && host.contains(char::is_alphabetic)
}

/// Ends of addresses that are nothing else.
const TOP: [&str; 16] = [
    "com", "org", "net", "example", "io", "dev", "app", "cloud", "support", "help", "de", "nl", "fr", "es",
    "eu", "jp",
];

/// What keeps an address from working; `None` for good ones and for words.
fn fault(written: &str) -> Option<&'static str> {
    if WAYS.iter().any(|way| way.eq_ignore_ascii_case(written)) {
        return Some("this says which way it is, and not where it leads");
    }
    if is_spoken(written) {
        return Some("the sign `@` is written in words");
    }
    let one_word = !written.contains(char::is_whitespace);
    if written.contains('@') && one_word {
        return mail_fault(written);
    }
    let lower = written.contains("://").then(|| written.to_lowercase());
    let web = |lower| str::strip_prefix(lower, "http://").or_else(|| str::strip_prefix(lower, "https://"));
    if let Some(rest) = lower.as_deref().and_then(web) {
        let host = rest.split(['/', '?', '#']).next().unwrap_or("");
        return (!one_word || !host_works(host)).then_some("this is not a web address");
    }
    if written.starts_with('+') {
        let digits = written.chars().filter(char::is_ascii_digit).count();
        let others = written.chars().skip(1).any(|c| !(c.is_ascii_digit() || " -().\u{a0}".contains(c)));
        return (others || !(7..=15).contains(&digits))
            .then_some("a number with its country code has 7 to 15 digits");
    }
    None
}

/// Whether an address says its signs in words.
fn is_spoken(written: &str) -> bool {
    // The words stand between blanks or brackets.
    if !written.contains([' ', '(', '[']) {
        return false;
    }
    let lower = written.to_lowercase();
    ["(at)", "[at]", " at ", "(dot)", "[dot]"].iter().any(|word| lower.contains(word))
        && lower.split([' ', '(', '[', ')', ']']).any(|part| part.contains('.'))
        && lower.split_whitespace().count() <= 5
}

fn mail_fault(written: &str) -> Option<&'static str> {
    let (local, host) = written.rsplit_once('@')?;
    if local.is_empty() || local.contains('@') {
        return Some("an e-mail address has one `@` with a name before it");
    }
    if local.contains(',') || host.contains(',') {
        return Some("a comma stands where a dot belongs");
    }
    (!host_works(host)).then_some("behind the `@` stands no domain such as `northwind.example`")
}

/// A host with its optional port: labels of letters, digits and hyphens, at least two of them.
fn host_works(host: &str) -> bool {
    let host = host.split(':').next().unwrap_or("");
    let labels: Vec<&str> = host.split('.').collect();
    labels.len() >= 2
        && labels.iter().all(|label| {
            !label.is_empty()
                && !label.starts_with('-')
                && !label.ends_with('-')
                && label.chars().all(|c| c.is_alphanumeric() || c == '-')
        })
}

#[cfg(test)]
mod tests {
    use super::{fault, is_bare_web};

    #[test]
    fn hosts_alone_are_web_addresses_and_other_words_with_dots_are_not() {
        for web in ["www.harbour.example", "support.harbour.example", "harbour.example/help", "harbour.com"] {
            assert!(is_bare_web(web), "{web}");
        }
        for other in [
            "j.smith",
            "20.555.0199",
            "help@harbour.com",
            "https://harbour.com",
            "Main St. 5",
            "floor 2/3",
            "a/b",
        ] {
            assert!(!is_bare_web(other), "{other}");
        }
    }

    #[test]
    fn addresses_that_work_and_words_are_left_alone() {
        for good in [
            "support@northwind.example",
            "https://northwind.example/eula?x=1",
            "https://localhost.example:8080/",
            "+31 20 555 0100",
            "the desk by the door",
            "ask for Jo at the desk on floor 2.",
        ] {
            assert_eq!(fault(good), None, "{good}");
        }
    }

    #[test]
    fn addresses_that_cannot_work_say_why() {
        assert_eq!(fault("support (at) harbour.example"), Some("the sign `@` is written in words"));
        assert_eq!(fault("sales@harbour,example"), Some("a comma stands where a dot belongs"));
        assert_eq!(fault("https://harbour"), Some("this is not a web address"));
        let way = Some("this says which way it is, and not where it leads");
        assert_eq!([fault("web"), fault("E-mail"), fault("chat")], [way, way, None]);
        assert_eq!(fault("+31 20"), Some("a number with its country code has 7 to 15 digits"));
        assert_eq!(fault("@harbour.example"), Some("an e-mail address has one `@` with a name before it"));
    }
}
