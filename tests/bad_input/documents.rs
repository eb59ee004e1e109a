//! Texts that would do harm in a document: tags, scripts, addresses that do something, and Markdown without end.

use crate::program::{folder, shown};
use insta::assert_snapshot;
use std::fs;
use std::path::Path;

const HEAD: &str = "policy small \"Small\" {\n  written in en\n  version \"1\"\n  effective 2026-01-01\n  publisher \"We\"\n}\n";

/// What is printed, and the pages that are built, of a section with this text.
fn built(text: &str) -> (String, String, String) {
    let text = text.lines().map(|line| format!("  {line}\n")).collect::<String>();
    let folder =
        folder([("a.policy", format!("{HEAD}section s \"Section\" {{\n  \"\"\"\n{text}  \"\"\"\n}}\n"))]);
    let run = shown(folder.path(), "build --emit html,markdown");
    (run, page(folder.path()), read(&folder.path().join("site/small.md")))
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_default()
}

/// The section of the page.
fn page(folder: &Path) -> String {
    let page = read(&folder.join("site/small.html"));
    let body = page.split_once("<main").map_or(page.as_str(), |(_, body)| body);
    body.split_once("</main>").map_or(body, |(body, _)| body).to_owned()
}

#[test]
fn tags_and_scripts_are_words() {
    let (run, page, markdown) = built(
        "<script>alert(1)</script>\n\n<img src=x onerror=alert(1)> and <b onclick=\"x\">bold</b>\n\n<!-- a comment\n\n</section></main></html>\n\n\
         <style>body \\{ display: none }</style>\n\n&lt;script&gt; &#60;script&#62; &amp;lt;\n\n<div>\n\ntext\n\n</div>",
    );
    assert_snapshot!(run);
    assert!(!page.contains("<script>") && !page.contains("<img") && !page.contains("<style"), "{page}");
    assert_snapshot!(page);
    assert_snapshot!(markdown);
}

#[test]
fn addresses_that_do_something_are_words() {
    let (run, page, markdown) = built(
        "[a](javascript:alert(1)) [b](JaVaScRiPt:alert(1)) [c](java&#115;cript:alert(1)) [d](&#x6a;avascript:alert(1))\n\n\
         [e]( javascript:alert(1)) [f](<java\tscript:alert(1)>) [g](data:text/html,x) [h](vbscript:x) [i](DATA:text/html;base64,AAAA)\n\n\
         <javascript:alert(1)> ![j](javascript:alert(1)) ![k](data:image/svg+xml,x) [l](\\javascript:x) [m](javascript&colon;alert(1))\n\n\
         [n][n] [o](//evil.example/x) [p](file:///etc/passwd) [q](https://good.example/?a=1&b=\"2\") [r](mailto:a@good.example)\n\n[n]: javascript:alert(1)",
    );
    assert_snapshot!(run);
    let lower = page.to_lowercase();
    for scheme in ["javascript:", "vbscript:", "data:", "file:"] {
        assert!(
            !lower.contains(&format!("href=\"{scheme}")) && !lower.contains(&format!("src=\"{scheme}")),
            "{page}"
        );
    }
    assert_snapshot!(page);
    assert_snapshot!(markdown);
}

#[test]
fn fences_and_emphasis_that_do_not_end() {
    let (run, page, markdown) = built("```html\n<script>alert(1)</script>\n\nnever closed");
    assert_snapshot!(run);
    assert_snapshot!(page);
    assert_snapshot!(markdown);
    let (run, page, _) = built("**bold that *never _ends\n\n~~~\ncode\n\n`` ` ``` [link](never");
    assert_snapshot!(run);
    assert_snapshot!(page);
}

#[test]
fn markdown_that_nests_without_end() {
    for (name, text) in [
        ("quotes", "> ".repeat(2_000) + "deep"),
        ("lists", (0..200).map(|depth| format!("{}- deep\n", "  ".repeat(depth))).collect()),
        ("brackets", "[".repeat(5_000) + "x" + &"](y)".repeat(5_000)),
        ("emphasis", "*a **b ".repeat(5_000)),
        ("stars", "*".repeat(20_000)),
        ("backticks", (1..300).map(|length| "`".repeat(length) + " ").collect()),
        ("tags", "<a ".repeat(5_000)),
        ("quotations", "{".repeat(5_000)),
    ] {
        let (run, ..) = built(&text);
        insta::with_settings!({ snapshot_suffix => name }, { assert_snapshot!(run) });
    }
}

#[test]
fn an_enormous_table() {
    let row = |cell: &str| format!("|{}\n", format!(" {cell} |").repeat(100));
    let (run, ..) = built(&(row("head") + &row("---") + &row("cell").repeat(200)));
    assert_snapshot!(run);
}

#[test]
fn a_title_of_five_thousand_characters_in_a_document() {
    let title = "A very long title. ".repeat(263);
    let folder = folder([("a.policy", format!("{HEAD}section s \"{title}\" {{ \"Text.\" }}\n"))]);
    assert_snapshot!(shown(folder.path(), "build --emit html,markdown"));
    let page = page(folder.path());
    assert!(page.contains(title.trim()) && page.contains("id=\"s\""), "{page}");
}

#[test]
fn titles_with_tags_and_quotes() {
    let title = "</title><script>alert(1)</script> ' & < > \u{202e}x";
    let folder = folder([(
        "a.policy",
        HEAD.replace("\"Small\"", &format!("\"{title}\""))
            + &format!("section s \"{title}\" {{ \"Text.\" }}\n"),
    )]);
    assert_snapshot!(shown(folder.path(), "build --emit html,markdown"));
    let page = read(&folder.path().join("site/small.html"));
    assert!(!page.contains("<script>alert"), "{page}");
    assert_snapshot!(page.lines().take(30).collect::<Vec<_>>().join("\n"));
}
