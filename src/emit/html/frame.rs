//! What stands around the sections of a page: head, title block, contents, notes, colophon.

use super::inline::{note_anchor, reference_anchor};
use super::{Printer, STYLE_SHEET_NAME, escape, structured};
use crate::document::model::{Direction, LanguageLink, Section, Target, fill, plain_text};

/// What the page itself asks of browsers, should its server not: no script, nothing from elsewhere.
const SECURITY_POLICY: &str =
    "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'";

impl Printer<'_> {
    /// Prints the whole page.
    pub(super) fn page(&mut self) {
        let document = self.document;
        self.raw("<!DOCTYPE html>\n<html class=\"av-root\"");
        self.own_language();
        self.raw(">\n");
        self.head();
        self.raw("<body class=\"av-page\">\n<a class=\"av-skip\" href=\"#av-main\">");
        self.text(&document.labels.skip);
        self.raw("</a>\n<header class=\"av-title\">\n");
        self.title_block();
        self.raw("</header>\n<div class=\"av-body\">\n");
        self.contents();
        self.raw("<main class=\"av-main\" id=\"av-main\" tabindex=\"-1\">\n");
        self.sections_and_notes();
        self.raw("</main>\n</div>\n");
        self.colophon("<footer class=\"av-foot\">\n", "</footer>\n");
        self.raw("</body>\n</html>\n");
    }

    /// Prints the same without head and landmarks, which belong to the frame that the fragment is put into.
    pub(super) fn fragment(&mut self) {
        self.raw("<div class=\"av-page\"");
        self.own_language();
        self.raw(">\n<div class=\"av-title\">\n");
        self.title_block();
        self.raw("</div>\n<div class=\"av-body\">\n");
        self.contents();
        self.raw("<div class=\"av-main\">\n");
        self.sections_and_notes();
        self.raw("</div>\n</div>\n");
        self.colophon("<div class=\"av-foot\">\n", "</div>\n");
        self.raw("</div>\n");
    }

    fn own_language(&mut self) {
        let document = self.document;
        self.language(&document.language, document.direction);
    }

    /// The language of what stands in an element, and its direction.
    pub(super) fn language(&mut self, tag: &str, of: Direction) {
        self.attribute("lang", tag);
        self.attribute("dir", direction(of));
    }

    fn head(&mut self) {
        let document = self.document;
        self.raw("<head>\n<meta charset=\"utf-8\">\n");
        self.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        self.raw("<meta http-equiv=\"Content-Security-Policy\"");
        self.attribute("content", SECURITY_POLICY);
        self.raw(">\n<meta name=\"color-scheme\" content=\"light dark\">\n<title>");
        self.text(&document.window_title);
        self.raw("</title>\n");
        if let Some(description) = &document.description {
            self.raw("<meta name=\"description\"");
            self.attribute("content", description);
            self.raw(">\n");
        }
        self.raw("<link rel=\"stylesheet\"");
        self.attribute("href", STYLE_SHEET_NAME);
        self.raw(">\n");
        if let Some(canonical) = &document.metadata.canonical {
            self.raw("<link rel=\"canonical\"");
            self.attribute("href", &escape::address(canonical));
            self.raw(">\n");
        }
        self.alternates();
        self.raw("<script type=\"application/ld+json\">");
        self.raw(&structured::data(document));
        self.raw("</script>\n</head>\n");
    }

    /// The same document in other languages and in other forms.
    fn alternates(&mut self) {
        let title = &self.document.title;
        for language in title.languages.iter().filter(|language| !language.current) {
            self.raw("<link rel=\"alternate\"");
            self.attribute("hreflang", &language.tag);
            self.href(&language.target);
            self.attribute("title", &language.name);
            self.raw(">\n");
        }
        for form in &title.forms {
            if let Some(media_type) = &form.media_type {
                self.raw("<link rel=\"alternate\"");
                self.attribute("type", media_type);
                self.href(&form.target);
                self.attribute("title", &form.label);
                self.raw(">\n");
            }
        }
    }

    fn title_block(&mut self) {
        let title = &self.document.title;
        self.bar();
        if let Some(kicker) = &title.kicker {
            self.raw("<p class=\"av-kicker\">");
            self.text(kicker);
            self.raw("</p>\n");
        }
        self.raw("<h1>");
        self.text(&title.title);
        self.raw("</h1>\n");
        if !title.lead.is_empty() {
            self.raw("<p class=\"av-lead\">");
            self.inlines(&title.lead);
            self.raw("</p>\n");
        }
        if !title.facts.is_empty() {
            self.raw("<dl class=\"av-meta\">\n");
            for fact in &title.facts {
                self.raw("<div><dt>");
                self.text(&fact.name);
                self.raw("</dt><dd>");
                self.inlines(&fact.value);
                self.raw("</dd></div>\n");
            }
            self.raw("</dl>\n");
        }
        self.forms();
    }

    /// Who publishes it, and its other languages; nothing where neither is said.
    fn bar(&mut self) {
        let document = self.document;
        let title = &document.title;
        let (named, several) = (!title.publisher.name.is_empty(), title.languages.len() > 1);
        if !named && !several {
            return;
        }
        self.raw("<div class=\"av-bar\">\n");
        if named {
            self.raw("<p>");
            self.words_or_link(&title.publisher.name, title.publisher.link.as_ref());
            self.raw("</p>\n");
        }
        if several {
            self.raw("<ul");
            self.attribute("aria-label", &document.labels.languages);
            self.raw(">\n");
            for language in &title.languages {
                self.language_link(language);
            }
            self.raw("</ul>\n");
        }
        self.raw("</div>\n");
    }

    fn forms(&mut self) {
        let title = &self.document.title;
        if title.forms.is_empty() {
            return;
        }
        self.raw("<ul class=\"av-forms\">\n");
        for form in &title.forms {
            self.raw("<li><a");
            self.href(&form.target);
            if let Some(media_type) = &form.media_type {
                self.attribute("type", media_type);
            }
            self.raw(">");
            self.text(&form.label);
            self.raw("</a></li>\n");
        }
        self.raw("</ul>\n");
    }

    fn language_link(&mut self, language: &LanguageLink) {
        if language.current {
            self.raw("<li aria-current=\"true\">");
            self.text(&language.name);
            self.raw("</li>\n");
            return;
        }
        self.raw("<li><a");
        self.href(&language.target);
        self.attribute("hreflang", &language.tag);
        self.attribute("lang", &language.tag);
        if language.direction != self.document.direction {
            self.attribute("dir", direction(language.direction));
        }
        self.raw(">");
        self.text(&language.name);
        self.raw("</a></li>\n");
    }

    fn words_or_link(&mut self, words: &str, target: Option<&Target>) {
        match target.filter(|target| target.is_safe()) {
            Some(target) => {
                self.raw("<a");
                self.href(target);
                self.raw(">");
                self.text(words);
                self.raw("</a>");
            }
            None => self.text(words),
        }
    }

    /// The contents. The list follows the `details` as its sibling, so that the style sheet can show it without script.
    fn contents(&mut self) {
        let document = self.document;
        if document.sections.is_empty() {
            return;
        }
        self.raw("<nav class=\"av-toc\"");
        self.attribute("aria-label", &document.labels.contents);
        self.raw(">\n<details><summary>");
        self.text(&document.labels.contents);
        self.raw("</summary></details>\n<ol>\n");
        for section in document.glance.iter().chain(&document.sections) {
            self.contents_line(section);
        }
        self.raw("</ol>\n</nav>\n");
    }

    fn contents_line(&mut self, section: &Section) {
        self.raw("<li><a");
        self.attribute("href", &format!("#{}", section.anchor));
        self.raw(">");
        if let Some(number) = &section.number {
            self.raw("<span class=\"av-no\">");
            self.text(number);
            self.raw("</span> ");
        }
        self.raw("<span>");
        self.text(&plain_text(&section.title));
        self.raw("</span></a></li>\n");
    }

    fn sections_and_notes(&mut self) {
        let document = self.document;
        if let Some(glance) = &document.glance {
            self.section(glance, 2, Some("av-glance"));
        }
        for section in &document.sections {
            self.section(section, 2, None);
        }
        self.notes();
    }

    fn notes(&mut self) {
        let document = self.document;
        if document.notes.is_empty() {
            return;
        }
        self.raw("<section role=\"doc-endnotes\" aria-labelledby=\"av-notes\">\n");
        self.raw("<div class=\"av-h\"><h2 id=\"av-notes\">");
        self.text(&document.labels.notes);
        self.raw("</h2></div>\n<ol>\n");
        // References within notes lead on to other notes; they are counted before any way back is printed.
        let mut texts = Vec::with_capacity(document.notes.len());
        for note in &document.notes {
            let page = std::mem::take(&mut self.out);
            self.inlines(&note.content);
            texts.push(std::mem::replace(&mut self.out, page));
        }
        for (index, text) in texts.iter().enumerate() {
            self.raw("<li");
            self.attribute("id", &note_anchor(index));
            self.raw(">");
            self.raw(text);
            self.ways_back(index);
            self.raw("</li>\n");
        }
        self.raw("</ol>\n</section>\n");
    }

    /// One link for each place that refers to the note.
    fn ways_back(&mut self, index: usize) {
        let document = self.document;
        let number = (index + 1).to_string();
        let label = fill(&document.labels.back_to_text, &[("number", number.as_str())]);
        let count = self.references.get(index).copied().unwrap_or(0);
        for reference in 1..=count {
            self.raw(" <a");
            self.attribute("href", &format!("#{}", reference_anchor(index, reference)));
            self.raw(" role=\"doc-backlink\"");
            if count == 1 {
                self.attribute("aria-label", &label);
            } else {
                self.attribute("aria-label", &format!("{label} ({reference})"));
            }
            self.raw(">↩</a>");
        }
    }

    fn colophon(&mut self, open: &str, close: &str) {
        let document = self.document;
        if document.colophon.is_empty() {
            return;
        }
        self.raw(open);
        self.raw("<div>\n");
        for paragraph in &document.colophon {
            self.paragraph(paragraph);
        }
        self.raw("</div>\n");
        self.raw(close);
    }
}

fn direction(direction: Direction) -> &'static str {
    match direction {
        Direction::LeftToRight => "ltr",
        Direction::RightToLeft => "rtl",
    }
}
