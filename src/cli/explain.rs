//! `avouch explain`: the page of a rule, or one line for each rule.

use clap::Args;
use pulldown_cmark::{Event, HeadingLevel, Parser, Tag, TagEnd};

use super::Outcome;
use super::failure::Failure;
use super::terminal::Terminal;
use crate::diagnostic::render::{self, Look, wrap};
use crate::diagnostic::{Code, nearest, registry};

#[derive(Args, Debug)]
pub struct Arguments {
    /// The name of the finding, as the finding itself gives it; all are listed when none is given
    rule: Option<String>,
}

pub fn run(arguments: &Arguments, terminal: &mut Terminal) -> Result<Outcome, Failure> {
    let text = match &arguments.rule {
        None => list(terminal.look),
        Some(name) => match registry::find(name) {
            Some(code) => page(code, terminal.look),
            None => return Err(unknown(name)),
        },
    };
    terminal.print(&text);
    Ok(Outcome::Clean)
}

fn unknown(name: &str) -> Failure {
    let failure = Failure::new(format!("there is no finding named `{name}`"));
    if let Some(near) = nearest(name, registry::ALL.iter().map(|code| code.name)) {
        failure.help(format!("did you mean `{near}`?"))
    } else {
        let parts: Vec<String> = registry::ALL
            .iter()
            .filter(|code| name.len() > 2 && code.name.contains(name))
            .take(4)
            .map(|code| format!("`{}`", code.name))
            .collect();
        if parts.is_empty() {
            failure.help("`avouch explain` lists all findings")
        } else {
            failure.help(format!("findings with such a name: {}", parts.join(", ")))
        }
    }
}

/// All findings by name, each with its usual level and the first sentence of its page.
fn list(look: Look) -> String {
    let mut codes: Vec<&Code> = registry::ALL.to_vec();
    codes.sort_by_key(|code| code.name);
    let longest = codes.iter().map(|code| code.name.len()).max().unwrap_or(0);
    let indent = longest + 2 + 7 + 2;
    let mut out = String::new();
    for code in codes {
        let start = format!("{:longest$}  {:7}  ", code.name, code.level.word());
        let lines = wrap(&summary(code), look.width.saturating_sub(indent).max(30));
        out.push_str(format!("{start}{}", lines.join(&format!("\n{:indent$}", ""))).trim_end());
        out.push('\n');
    }
    out
}

/// The first sentence of a page.
fn summary(code: &Code) -> String {
    let mut text = String::new();
    let mut inside = false;
    for event in Parser::new(code.page) {
        match event {
            Event::Start(Tag::Paragraph) => inside = true,
            Event::End(TagEnd::Paragraph) => break,
            Event::Text(words) if inside => text.push_str(&words),
            Event::Code(words) if inside => text.extend(["`", &words, "`"]),
            Event::SoftBreak | Event::HardBreak if inside => text.push(' '),
            _ => {}
        }
    }
    match text.find(". ") {
        Some(end) => text[..end].to_owned(),
        None => text.trim_end_matches('.').to_owned(),
    }
}

/// A page for the terminal: headings stand out, paragraphs are wrapped, examples are indented.
fn page(code: &Code, look: Look) -> String {
    let mut printer = Printer { out: String::new(), text: String::new(), indent: 0, item: None, look };
    for event in Parser::new(code.page) {
        printer.event(event);
    }
    let profile = code.profile.word();
    format!(
        "{}Usual level: {}, from the profile {profile} on\nIts page: {}\n",
        printer.out,
        code.level,
        render::page(code)
    )
}

struct Printer {
    out: String,
    /// The block being gathered.
    text: String,
    indent: usize,
    /// What stands before the next block: the mark of a list item.
    item: Option<String>,
    look: Look,
}

impl Printer {
    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::End(TagEnd::Heading(level)) => {
                let text = std::mem::take(&mut self.text);
                let code = if level == HeadingLevel::H1 { "1;4" } else { "1" };
                self.out.push_str(&self.paint(code, &text));
                self.out.push_str("\n\n");
            }
            Event::End(TagEnd::Paragraph) | Event::Start(Tag::List(_)) => self.block(),
            Event::End(TagEnd::Item) => {
                self.block();
                self.indent = self.indent.saturating_sub(2);
            }
            Event::Start(Tag::Item) => {
                self.block();
                self.item = Some(if self.look.ascii { "- " } else { "• " }.to_owned());
                self.indent += 2;
            }
            Event::End(TagEnd::List(_)) => self.blank(),
            Event::End(TagEnd::CodeBlock) => {
                let text = std::mem::take(&mut self.text);
                for line in text.lines() {
                    self.out.push_str(format!("{:1$}{line}", "", self.indent + 4).trim_end());
                    self.out.push('\n');
                }
                self.blank();
            }
            Event::Text(words) => self.text.push_str(&words),
            Event::Code(words) => self.text.extend(["`", &words, "`"]),
            Event::SoftBreak | Event::HardBreak => self.text.push(' '),
            // Emphasis, links and the like are read for their words; raw HTML and rules have none.
            _ => {}
        }
    }

    fn block(&mut self) {
        let text = std::mem::take(&mut self.text);
        let in_list = self.indent > 0;
        if !text.is_empty() {
            let mark = self.item.take().unwrap_or_default();
            let lines = wrap(&text, self.look.width.min(100).saturating_sub(self.indent).max(30));
            for (index, line) in lines.iter().enumerate() {
                let lead = if index == 0 {
                    format!("{mark:>width$}", width = self.indent)
                } else {
                    " ".repeat(self.indent)
                };
                self.out.push_str(&lead);
                self.out.push_str(line);
                self.out.push('\n');
            }
            if !in_list {
                self.blank();
            }
        }
    }

    fn blank(&mut self) {
        if !self.out.is_empty() && !self.out.ends_with("\n\n") {
            self.out.push('\n');
        }
    }

    fn paint(&self, code: &str, text: &str) -> String {
        if self.look.colour { format!("\u{1b}[{code}m{text}\u{1b}[0m") } else { text.to_owned() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Level, Profile};

    static SAMPLE: Code = Code {
        name: "sample",
        level: Level::Warning,
        profile: Profile::Recommended,
        page: "# sample\n\nA *promise* says `soon`. It could say when.\n\n**Why it matters.** Nobody\nknows when soon is, and a \
               reader who plans a day around it deserves to know.\n\nNot like this:\n\n```policy\ncommitment x {\n\n  within \
               soon\n}\n```\n\n## Exceptions\n\n- drafts\n- texts that quote others, which may be long enough to need \
               another line\n\nThat is all.\n",
    };
    const LOOK: Look = Look { colour: false, ascii: false, width: 60 };

    #[test]
    fn a_page_is_laid_out_for_a_terminal() {
        insta::assert_snapshot!(page(&SAMPLE, LOOK));
    }

    #[test]
    fn headings_stand_out_in_colour() {
        let shown = page(&SAMPLE, Look { colour: true, ..LOOK });
        assert!(shown.starts_with("\u{1b}[1;4msample\u{1b}[0m\n\n"), "{shown}");
        assert!(shown.contains("\u{1b}[1mExceptions\u{1b}[0m\n\n"));
    }

    #[test]
    fn the_first_sentence_sums_a_page_up() {
        assert_eq!(summary(&SAMPLE), "A promise says `soon`");
    }

    #[test]
    fn an_unknown_rule_names_the_nearest() {
        assert_eq!(unknown("unknown-wrod").help.unwrap(), "did you mean `unknown-word`?");
        assert_eq!(unknown("wombat").help.unwrap(), "`avouch explain` lists all findings");
    }

    #[test]
    fn the_list_has_a_line_for_each_rule() {
        let shown = list(Look { width: 200, ..LOOK });
        assert_eq!(shown.lines().count(), registry::ALL.len());
        assert!(shown.lines().any(|line| {
            line.split_whitespace().take(2).eq(["unknown-setting", "error"])
                && line.ends_with("`avouch.toml` names a setting or a finding that does not exist")
        }));
    }
}
