//! A link whose words are an address, and which leads to another one.

use super::Context;
use crate::diagnostic::{Diagnostic, registry};
use crate::lint::prose::FeatureKind;

/// Looks at every link.
pub fn check(context: &Context<'_>, findings: &mut Vec<Diagnostic>) {
    for (passage, feature) in context.prose().features() {
        let FeatureKind::Link { address, words } = &feature.kind else { continue };
        let (Some(said), Some(meant)) = (host(words), host(address)) else { continue };
        if said != meant {
            findings.push(
                Diagnostic::new(
                    &registry::MISLEADING_LINK,
                    passage.piece.place(feature.range.clone()),
                    format!("the words say `{said}`, and the link leads to `{meant}`"),
                )
                .label("two addresses")
                .help("name the address that the link leads to, or say in words what is there"),
            );
        }
    }
}

/// The host of a web or mail address, without `www`; `None` for words.
fn host(text: &str) -> Option<String> {
    let text = text.trim();
    if text.contains(char::is_whitespace) {
        return None;
    }
    let lower = text.to_lowercase();
    let rest = ["https://", "http://", "mailto:"].iter().find_map(|scheme| lower.strip_prefix(scheme));
    let known = rest.is_some() || lower.starts_with("www.") || lower.contains('@');
    if !known {
        return None;
    }
    let rest = rest.unwrap_or(&lower);
    let rest = rest.split(['/', '?', '#']).next().unwrap_or("");
    let rest = rest.rsplit('@').next().unwrap_or(rest);
    let host = rest.strip_prefix("www.").unwrap_or(rest);
    (!host.is_empty() && host.contains('.')).then(|| host.to_owned())
}
