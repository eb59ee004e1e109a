//! Filling the places of a text without Fluent's own machinery, which most texts of a catalogue do not need.
//!
//! In: a text as Fluent read it, and what fills it. Out: the pieces of a line, the same as Fluent would give, or nothing where
//! only Fluent knows: functions, terms, escapes, and whatever is missing.

use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement, Variant, VariantKey};

use intl_pluralrules::{PluralCategory, PluralRules};

use super::numbers::Style;
use super::{Arg, Phrase};

/// What a text is filled with.
pub(super) struct Filling<'a> {
    pub(super) args: &'a [(&'a str, Arg)],
    /// How the reader is addressed.
    pub(super) address: &'a str,
    pub(super) style: &'a Style,
    /// Which form of the plural goes with which number.
    pub(super) plurals: Option<&'a PluralRules>,
    /// Other texts of the catalogue, by their keys.
    pub(super) other: &'a dyn Fn(&str) -> Option<&'a Pattern<&'a str>>,
}

/// How deep texts may refer to one another.
const DEEPEST: usize = 8;

/// The largest number that Fluent holds exactly.
const LARGEST: u64 = 1 << 53;

impl Filling<'_> {
    /// The text with its places filled, if it is one of the plain kind.
    pub(super) fn fill(&self, pattern: &Pattern<&str>) -> Option<Phrase> {
        let mut line = Phrase::default();
        self.pattern(pattern, DEEPEST, &mut line)?;
        Some(line)
    }

    fn pattern(&self, pattern: &Pattern<&str>, depth: usize, line: &mut Phrase) -> Option<()> {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => line.push_words(value),
                PatternElement::Placeable { expression } => {
                    self.expression(expression, depth.checked_sub(1)?, line)?;
                }
            }
        }
        Some(())
    }

    fn expression(&self, expression: &Expression<&str>, depth: usize, line: &mut Phrase) -> Option<()> {
        match expression {
            Expression::Select { selector: InlineExpression::VariableReference { id }, variants } => {
                self.pattern(self.chosen(id.name, variants)?, depth, line)
            }
            Expression::Inline(InlineExpression::VariableReference { id }) => self.variable(id.name, line),
            Expression::Inline(InlineExpression::MessageReference { id, attribute: None }) => {
                self.pattern((self.other)(id.name)?, depth, line)
            }
            Expression::Inline(InlineExpression::StringLiteral { value }) if !value.contains('\\') => {
                line.push_words(value);
                Some(())
            }
            Expression::Inline(InlineExpression::Placeable { expression }) => {
                self.expression(expression, depth.checked_sub(1)?, line)
            }
            Expression::Select { .. } | Expression::Inline(_) => None,
        }
    }

    fn variable(&self, name: &str, line: &mut Phrase) -> Option<()> {
        match self.arg(name)? {
            Arg::Number(number) if number.unsigned_abs() < LARGEST => {
                line.push_words(&self.style.write(&number.to_string()));
            }
            Arg::Number(_) => return None,
            Arg::Text(text) => line.push_words(text),
            Arg::Inlines(pieces) => pieces.iter().for_each(|piece| line.push(piece.clone())),
        }
        Some(())
    }

    /// The variant for what fills a place.
    fn chosen<'p, 's>(&self, name: &str, variants: &'p [Variant<&'s str>]) -> Option<&'p Pattern<&'s str>> {
        let found = match self.arg(name) {
            Some(Arg::Number(number)) => {
                let form = plural(self.plurals?.select(number.unsigned_abs()).ok()?);
                variants.iter().find(|variant| match variant.key {
                    VariantKey::NumberLiteral { value } => value.parse() == Ok(*number),
                    VariantKey::Identifier { name } => name == form,
                })
            }
            Some(Arg::Text(text)) => named(variants, text),
            // Pieces are no word that a catalogue could choose by.
            Some(Arg::Inlines(_)) => None,
            None if name == "address" => named(variants, self.address),
            None => return None,
        };
        found.or_else(|| variants.iter().find(|variant| variant.default)).map(|variant| &variant.value)
    }

    fn arg(&self, name: &str) -> Option<&Arg> {
        self.args.iter().rev().find(|(known, _)| *known == name).map(|(_, arg)| arg)
    }
}

fn named<'p, 's>(variants: &'p [Variant<&'s str>], word: &str) -> Option<&'p Variant<&'s str>> {
    variants.iter().find(|variant| match variant.key {
        VariantKey::Identifier { name } => name == word,
        VariantKey::NumberLiteral { .. } => false,
    })
}

fn plural(category: PluralCategory) -> &'static str {
    match category {
        PluralCategory::ZERO => "zero",
        PluralCategory::ONE => "one",
        PluralCategory::TWO => "two",
        PluralCategory::FEW => "few",
        PluralCategory::MANY => "many",
        PluralCategory::OTHER => "other",
    }
}
