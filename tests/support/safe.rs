//! What a page or a Markdown document must not have, whatever the policy says: tags, handlers and addresses that do something.

use pulldown_cmark::{Event, Options, Parser, Tag};

/// Tags that a page is made of have no handlers and no addresses that do something, and its only script is data.
pub fn page(page: &str) {
    const DATA: &str = "script type=\"application/ld+json\"";
    let mut rest = page;
    let mut scripts = 0;
    while let Some(start) = rest.find('<') {
        rest = &rest[start + 1..];
        if rest.starts_with('!') {
            assert!(rest.starts_with("!DOCTYPE html>"), "{}", shortened(rest));
            continue;
        }
        let end = tag_end(rest);
        let tag = &rest[..end];
        rest = &rest[end..];
        assert!(!tag.chars().any(|c| c.is_control() && c != '\n' && c != '\t'), "{tag:?}");
        let name = tag.trim_start_matches('/').split([' ', '\n']).next().unwrap_or("");
        assert!(
            !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric()),
            "{}",
            shortened(tag)
        );
        assert!(!["iframe", "object", "embed", "form", "img", "style", "base"].contains(&name), "{tag}");
        if name == "script" && !tag.starts_with('/') {
            scripts += 1;
            assert_eq!(tag, DATA);
            let (data, after) = rest[1..].split_once("</script>").expect("the data block ends");
            assert!(!data.to_lowercase().contains("<script") && !data.contains("<!--"));
            serde_json::from_str::<serde_json::Value>(data).expect("the data block is JSON");
            rest = after;
        }
        for (attribute, value) in attributes(tag) {
            assert!(!attribute.starts_with("on") && attribute != "style", "{tag}");
            let address: String = value.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect();
            let address = address.to_lowercase();
            for scheme in ["javascript:", "vbscript:", "data:"] {
                let harmless = ["content", "title", "aria-label", "id", "alt", "value"].contains(&attribute);
                assert!(harmless || !address.starts_with(scheme), "{}", shortened(tag));
            }
        }
    }
    assert!(scripts <= 1, "only the data block");
}

/// Where a tag ends, quotes observed.
fn tag_end(rest: &str) -> usize {
    let mut quoted = false;
    for (at, byte) in rest.bytes().enumerate() {
        match byte {
            b'"' => quoted = !quoted,
            b'>' if !quoted => return at,
            _ => {}
        }
    }
    panic!("a tag does not end: {}", shortened(rest));
}

fn attributes(tag: &str) -> Vec<(&str, &str)> {
    let mut found = Vec::new();
    let mut rest = tag;
    while let Some(start) = rest.find("=\"") {
        let name = rest[..start].rsplit([' ', '\n']).next().unwrap_or("");
        let value = &rest[start + 2..];
        let end = value.find('"').expect("a quote");
        found.push((name, &value[..end]));
        rest = &value[end + 1..];
    }
    found
}

/// A Markdown document has no tags but anchors, and no addresses that do something.
pub fn markdown(text: &str) {
    for event in Parser::new_ext(text, Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES) {
        match event {
            Event::Html(html) | Event::InlineHtml(html) => {
                // Anchors are the only tags that a document has.
                assert!(
                    html.trim().is_empty() || html.starts_with("<a id=\"") || html.starts_with("</a>"),
                    "{html}"
                );
            }
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                let address = dest_url.to_lowercase();
                assert!(!address.starts_with("javascript:") && !address.starts_with("data:"), "{dest_url}");
                assert!(!address.starts_with("vbscript:"), "{dest_url}");
            }
            _ => {}
        }
    }
}

fn shortened(text: &str) -> String {
    text.chars().take(200).collect()
}
