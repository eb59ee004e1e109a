//! What is understood of a line once nothing fits it as it stands: words and values in another form, each with its slip.
//!
//! A soft try follows a strict one that failed, so correct lines never come here, and all of it is marked as rare. What it passes
//! over is reported, and the rest of the line is read as if it had been written right.

use super::Attempt;
use crate::diagnostic::{Diagnostic, registry};
use crate::syntax::grammar::prefix;
use crate::syntax::schema::{Element, Slot, SlotType};
use crate::syntax::slips::{self, JOINERS, Understood, after_word};

/// The words behind a comma, the value that follows them, and what stands behind it: `, at most <times> times`.
fn qualifier(elements: &[Element]) -> Option<(Vec<&'static str>, &Slot, &[Element])> {
    let [Element::Comma, rest @ ..] = elements else { return None };
    let words: Vec<&str> = rest.iter().map_while(Element::as_word).collect();
    let [Element::Slot(slot), behind @ ..] = &rest[words.len()..] else { return None };
    let plain = behind.iter().all(|element| element.as_word().is_some());
    (plain && !words.is_empty()).then_some((words, slot, behind))
}

impl Attempt<'_, '_, '_> {
    /// A word of the language in another form: `Closed`, `grant` for `grants`, `each` for `every`.
    #[cold]
    pub(super) fn soft_word(&mut self, at: usize, word: &'static str) -> Option<usize> {
        if at == 0 && word == "within" && self.head.text.starts_with(|c: char| c.is_ascii_digit()) {
            return Some(self.without_within());
        }
        if word == "by"
            && let Some((_, length)) = after_word(&self.head.text[at..], &["at", "on"])
        {
            return self.expects_due(at).then(|| self.written_so(at, length, word, true));
        }
        if let Some((length, safe)) = slips::word(&self.head.text[at..], word) {
            return Some(self.written_so(at, length, word, safe));
        }
        let length = slips::of_word(&self.head.text[at..], word)?;
        Some(self.in_other_language(at, length, word))
    }

    /// Whether `expect` and a name that a promise can have stand before a position: no state, as in `expect solved at …`.
    fn expects_due(&self, at: usize) -> bool {
        let before: Vec<&str> = self.head.text[..at].split_whitespace().collect();
        let ["expect", name] = before.as_slice() else { return false };
        !matches!(*name, "open" | "closed") && (name.contains('-') || !name.ends_with("ed"))
    }

    /// Passes over what another language calls a word, and reports it.
    fn in_other_language(&mut self, at: usize, length: usize, word: &'static str) -> usize {
        let span = self.head.span(at, at + length);
        let written = &self.head.text[at..at + length];
        let message = format!("{}: `{word}`, not `{written}`", slips::IN_ENGLISH);
        let finding = Diagnostic::new(&registry::SLIP, span, message);
        self.filled.findings.push(slips::fixed(finding, span, written, word, true));
        at + length
    }

    /// Passes over another form of a word, and reports it.
    fn written_so(&mut self, at: usize, length: usize, word: &'static str, safe: bool) -> usize {
        let span = self.head.span(at, at + length);
        let written = &self.head.text[at..at + length];
        let message = format!("this is written `{word}`, not `{written}`");
        let finding = Diagnostic::new(&registry::SLIP, span, message);
        self.filled.findings.push(slips::fixed(finding, span, written, word, safe));
        at + length
    }

    /// A word of the language that goes on in another form: `effective date` for `effective`.
    #[cold]
    pub(super) fn soft_phrase(&mut self, at: usize, word: &'static str) -> Option<usize> {
        let (length, safe) = slips::phrase(&self.head.text[at..], word)?;
        Some(self.written_so(at, length, word, safe))
    }

    /// What stands behind a comma, without its comma or in other words: `minimum 1 hour` for `, at least 1 hour`.
    #[cold]
    pub(super) fn soft_qualifier(&mut self, elements: &[Element], at: usize) -> Option<usize> {
        let (words, slot, behind) = qualifier(elements)?;
        let right = words.join(" ");
        let place = self.head.skip(at);
        let comma = self.head.text[place..].starts_with(',');
        let start = if comma { self.head.skip(place + 1) } else { place };
        let (length, safe) = slips::qualifier(&self.head.text[start..], &right)?;
        let written = &self.head.text[start..start + length];
        if comma && written == right {
            return None;
        }
        let (saved, count) = (self.filled.captures.mark(), self.filled.findings.len());
        let finding = if written == right {
            Diagnostic::new(
                &registry::SLIP,
                self.head.span(start, start + length),
                format!("a comma stands before `{right}`"),
            )
            .label("`,` belongs before this")
        } else {
            let message = format!("this is written `, {right}`, not `{written}`");
            Diagnostic::new(&registry::SLIP, self.head.span(start, start + length), message)
                .label(format!("`, {right}`"))
        };
        let gap = self.head.span(at, start + length);
        self.filled.findings.push(finding.fix(format!("write `, {right}`"), safe, gap, format!(", {right}")));
        let value = self.value(slot, self.head.skip(start + length));
        let end = value.and_then(|value| behind.iter().try_fold(value, |end, word| self.element(word, end)));
        if end.is_none() {
            self.filled.captures.back_to(saved);
            self.filled.findings.truncate(count);
        }
        end
    }

    /// Whether words that follow a comma stand at a position in another form, with their value: no name of a list.
    #[cold]
    pub(super) fn soft_after_comma(&self, at: usize, elements: &[Element]) -> bool {
        elements.iter().any(|element| {
            let Element::Optional { elements, .. } = element else { return false };
            let begins = qualifier(elements).is_some_and(|(words, slot, _)| {
                let Some((length, _)) = slips::qualifier(&self.head.text[at..], &words.join(" ")) else {
                    return false;
                };
                let next = self.head.skip(at + length);
                prefix(slot.kind.rule(), &self.head.text[next..]).is_some()
                    || self.understand(slot, next).is_some()
            });
            begins || self.soft_after_comma(at, elements)
        })
    }

    /// A figure alone, as a cell has it and a line does not: `4 hours when …`.
    fn without_within(&mut self) -> usize {
        let figure = self.head.span(0, self.head.word(0).len());
        let finding = Diagnostic::new(&registry::SLIP, figure, "a deadline begins with `within`")
            .label("`within` belongs before this");
        self.filled.findings.push(finding.fix(
            "put `within` before it",
            true,
            self.head.span(0, 0),
            "within ",
        ));
        0
    }

    /// `and`, `or` or `&` between the values of a list, with or without a comma before it.
    #[cold]
    pub(super) fn soft_joiner(&mut self, slot: &Slot, at: usize) -> Option<usize> {
        let rest = &self.head.text[at..];
        let lead = rest.len() - rest.trim_start().len();
        let comma = usize::from(rest[lead..].starts_with(','));
        // `en` is a language as well.
        let dutch = || after_word(&rest[lead + comma..], &["en"]).filter(|_| slot.kind != SlotType::Language);
        let (tail, length) = after_word(&rest[lead + comma..], &JOINERS).or_else(dutch)?;
        let next = self.head.skip(at + rest.len() - tail.len());
        let word = rest[lead + comma..lead + comma + length].trim().to_owned();
        let (saved, count) = (self.filled.captures.mark(), self.filled.findings.len());
        let Some(end) = self.value(slot, next) else {
            self.filled.captures.back_to(saved);
            self.filled.findings.truncate(count);
            return None;
        };
        let start = at + lead + comma + length - word.len();
        let place = self.head.span(start, start + word.len());
        let message = format!("the values of a list are joined by a comma, not by `{word}`");
        let finding = Diagnostic::new(&registry::SLIP, place, message).label("`,`");
        let gap = self.head.span(at, next);
        self.filled.findings.push(finding.fix("put a comma in its place", word != "or", gap, ", "));
        Some(end)
    }

    /// A `?` for words and all that follows them: `closed on ?`.
    #[cold]
    pub(super) fn soft_rest(&mut self, next: &Element, at: usize) -> Option<usize> {
        let place = self.head.skip(at);
        let words = matches!(next, Element::Word(_) | Element::Choice { .. });
        if !words || at == 0 || self.optional > 0 || self.head.text[place..].trim_end() != "?" {
            return None;
        }
        self.filled.unfilled.push(self.head.span(place, place + 1));
        self.filled.tail.unsaid = true;
        Some(place + 1)
    }

    /// A value in another form; a month behind `by` is its last day.
    #[cold]
    pub(super) fn understand(&self, slot: &Slot, at: usize) -> Option<Understood> {
        let day = (slot.kind == SlotType::Dates && slot.name == "by").then(|| slips::by_month(self.head, at));
        day.flatten().or_else(|| slips::understand(slot.kind, self.head, at, self.filled.whole))
    }

    /// Whether a value ends where this one begins.
    fn is_behind_value(&self, at: usize) -> bool {
        let end = self.head.span(0, self.head.text[..at].trim_end().len()).end;
        self.filled.values.last().is_some_and(|value| value.span.end == end)
    }

    /// A name or a text in another form: `Premium`, `first_line`, `Office hours` without its quotes.
    #[cold]
    pub(super) fn soft_value(&mut self, slot: &Slot, at: usize) -> Option<usize> {
        let understood = match slot.kind {
            SlotType::Ref(kind) => slips::name(self.head, at, kind),
            SlotType::Text => slips::unquoted(self.head, at, self.optional > 0, self.is_behind_value(at)),
            SlotType::Strength => slips::strength(self.head, at),
            _ => None,
        }?;
        self.accept(slot, understood)
    }

    /// A value of which the beginning is right and the whole is not: `EUR 150 p.m.`, `Mon...Fri`, a condition with signs in
    /// the place of words.
    #[cold]
    pub(super) fn soft_first(&mut self, slot: &Slot, at: usize) -> Option<usize> {
        if let Some((end, finding)) = slips::holed(slot.kind, self.head, at) {
            self.unfilled(slot, at, end);
            self.filled.findings.push(finding);
            return Some(end);
        }
        let understood = match slot.kind {
            SlotType::Condition => slips::condition(self.head, at, slot.list),
            SlotType::Limit => slips::granted(self.head, at),
            SlotType::Lapse | SlotType::Duration => slips::in_business_time(slot.kind, self.head, at),
            SlotType::Weekdays
            | SlotType::Dates
            | SlotType::Amount
            | SlotType::Zone
            | SlotType::Ref("calendar") => self.understand(slot, at),
            _ => None,
        }?;
        self.accept(slot, understood)
    }

    /// `p.m.`, `/month` or `monthly` for `per month`.
    #[cold]
    pub(super) fn soft_per(&mut self, slot: &Slot, at: usize) -> Option<usize> {
        let place = self.head.skip(at);
        let right = self.head.has(place, "per").map(|end| self.head.skip(end));
        let fits = |next: usize| prefix(slot.kind.rule(), &self.head.text[next..]).is_some();
        // `calendar` is read as a thing that is counted, and a `calendar month` is a month.
        if right.is_some_and(|next| self.head.word(next) != "calendar" && fits(next)) {
            return None;
        }
        let understood = slips::per_measure(self.head, place)?;
        self.accept(slot, understood)
    }

    fn accept(&mut self, slot: &Slot, understood: Understood) -> Option<usize> {
        match understood {
            Understood::Value(end, capture, finding) => {
                self.filled.captures.push(slot.name, capture);
                self.filled.findings.push(finding);
                Some(end)
            }
            Understood::Unfilled(..) | Understood::Doubtful(_) => None,
        }
    }

    /// `if`, `When`, or a comma before `when`.
    #[cold]
    pub(super) fn soft_when(&mut self, at: usize) -> Option<(usize, bool)> {
        let rest = &self.head.text[at..];
        let comma = usize::from(rest.starts_with(','));
        let gap = comma + rest[comma..].len() - rest[comma..].trim_start().len();
        let forms: [(&str, &[&str]); 2] = [
            (
                "when",
                &[
                    "when", "if", "whenever", "only if", "in case", "cuando", "si", "wenn", "falls",
                    "wanneer", "indien", "als", "quand", "lorsque",
                ],
            ),
            ("unless", &["unless", "except if", "except when"]),
        ];
        let (word, length) = forms.into_iter().find_map(|(word, forms)| {
            let (_, length) = after_word(&rest[gap..], forms)?;
            Some((word, length))
        })?;
        let end = at + gap + length;
        let written = &self.head.text[at + gap..end];
        let finding = if written != word {
            let message = format!("a condition begins with `{word}`, not with `{written}`");
            let place = self.head.span(at + gap, end);
            let text = if comma > 0 { format!(" {word}") } else { word.to_owned() };
            Diagnostic::new(&registry::SLIP, place, message).label(format!("`{word}`")).fix(
                format!("change it to `{word}`"),
                true,
                self.head.span(at, end),
                text,
            )
        } else if comma > 0 {
            let place = self.head.span(at, at + 1);
            Diagnostic::new(&registry::SLIP, place, format!("no comma stands before `{word}`"))
                .label("it is left out")
                .fix("take the comma out", true, place, "")
        } else {
            return None;
        };
        self.filled.findings.push(finding);
        Some((end, word == "unless"))
    }

    /// Passes over a colon between the parts of a statement, as in `Mon..Fri: 09:00..17:00`.
    #[cold]
    pub(super) fn past_colon(&mut self, at: usize) -> usize {
        let rest = &self.head.text[at..];
        let before_text = |sign: &str| rest.strip_prefix(sign).is_some_and(|text| text.starts_with(" \""));
        if at > 0
            && let Some(sign) = ["-", "–", "—", "="].into_iter().find(|sign| before_text(sign))
        {
            let place = self.head.span(at, at + sign.len());
            let finding =
                Diagnostic::new(&registry::SLIP, place, format!("no `{sign}` stands before a text"))
                    .label("it is left out");
            let end = self.head.skip(at + sign.len());
            self.filled.findings.push(finding.fix("take it out", true, self.head.span(at, end), ""));
            return end;
        }
        if at == 0 || !rest.starts_with(": ") {
            return at;
        }
        let place = self.head.span(at, at + 1);
        let finding =
            Diagnostic::new(&registry::SLIP, place, "no colon stands between the parts of a statement")
                .label("it is left out");
        self.filled.findings.push(finding.fix("take it out", true, place, ""));
        self.head.skip(at + 1)
    }

    /// `en:` alone is a text in this language that is missing; without the colon it would be a name.
    fn lacks_text(&mut self, end: usize) -> bool {
        let (tag, rest) = self.head.text.split_at(end);
        let tag = tag.trim_end();
        if rest.trim_end() != ":" || slips::tag_of_language(tag).as_deref() != Some(tag) {
            return false;
        }
        let message = format!("after `{tag}:` comes a text in quotes, but the line ends");
        let finding = Diagnostic::new(&registry::SYNTAX, self.head.span(end, end + 1), message);
        let help = format!("write the text in this language, as `{tag}: \"…\"`, or leave `{tag}:` out");
        self.filled.findings.push(finding.label("something is missing here").help(help));
        true
    }

    /// Passes over a full stop, comma or colon at the end of a statement.
    #[cold]
    pub(super) fn past_stop(&mut self, at: usize) -> usize {
        let end = self.head.skip(at);
        if self.lacks_text(end) {
            return end + 1;
        }
        let (message, label) = match self.head.text[end..].trim_end() {
            "." => ("a statement ends with its line, without a full stop", "the full stop is left out"),
            "," => ("nothing follows this comma", "it is left out"),
            ":" => ("a colon does not belong at the end of a statement", "it is left out"),
            _ => return at,
        };
        let (place, gap) = (self.head.span(end, end + 1), self.head.span(at, end + 1));
        let finding = Diagnostic::new(&registry::SLIP, place, message).label(label);
        self.filled.findings.push(finding.fix("take it out", true, gap, ""));
        end + 1
    }
}
