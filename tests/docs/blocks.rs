//! The fenced blocks of a page, with the comments above them.

/// One fenced block.
#[derive(Clone, Debug)]
pub struct Block<'a> {
    /// What its fence says.
    pub language: &'a str,
    /// What is in it.
    pub text: &'a str,
    /// The line of its opening fence, from 1.
    pub line: usize,
    /// Where its text begins in the page.
    pub start: usize,
    comments: Vec<(&'a str, &'a str)>,
}

impl<'a> Block<'a> {
    /// What a comment above it says under a key.
    pub fn comment(&self, key: &str) -> Option<&'a str> {
        self.comments.iter().find(|(known, _)| *known == key).map(|(_, text)| *text)
    }
}

/// The blocks of a page, in order.
pub fn blocks(page: &str) -> impl Iterator<Item = Block<'_>> {
    let mut found = Vec::new();
    let mut comments = Vec::new();
    let (mut at, mut line) = (0, 1);
    while at < page.len() {
        let rest = &page[at..];
        let end = rest.find('\n').map_or(rest.len(), |end| end + 1);
        let mut taken = end;
        if rest.starts_with("<!--") {
            let close = rest.find("-->").expect("a comment is closed");
            if let Some((key, text)) = rest[4..close].split_once(':') {
                comments.push((key.trim(), text.trim()));
            }
            taken = close + rest[close..].find('\n').map_or(rest.len() - close, |end| end + 1);
        } else if let Some(info) = rest.strip_prefix("```") {
            let marks = 3 + info.bytes().take_while(|byte| *byte == b'`').count();
            let close = format!("\n{}\n", &rest[..marks]);
            let body = end - 1;
            let length = rest[body..].find(&close).expect("a fence is closed");
            let text = if length == 0 { "" } else { &rest[body + 1..=body + length] };
            found.push(Block {
                language: rest[marks..end].trim(),
                text,
                line,
                start: at + body + 1,
                comments: std::mem::take(&mut comments),
            });
            taken = body + length + close.len();
        } else if !rest[..end].trim().is_empty() {
            comments.clear();
        }
        line += page[at..at + taken].matches('\n').count();
        at += taken;
    }
    found.into_iter()
}

/// What the fragments of a page rely on, when the page says it.
pub fn preamble(page: &str) -> Option<&str> {
    let start = page.find("<!-- preamble\n")? + "<!-- preamble\n".len();
    page[start..].split("-->").next()
}

/// A page as its readers see it.
pub fn without_comments(page: &str) -> String {
    let mut out = String::new();
    let mut rest = page;
    while let Some(start) = rest.find("<!--") {
        out.push_str(&rest[..start]);
        rest = rest[start..].split_once("-->").map_or("", |(_, rest)| rest);
    }
    out + rest
}
