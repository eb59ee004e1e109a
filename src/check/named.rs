//! The named values of a fact: in their order, each name once, and found by name however many there are.

use super::facts::Value;
use crate::value::Name;
use rustc_hash::FxHashMap;
use smol_str::SmolStr;
use std::ops::Deref;

/// Named values in the order in which they were first named.
#[derive(Clone, Debug, Default)]
pub struct NamedValues<'a> {
    all: Vec<Value<'a>>,
    places: FxHashMap<SmolStr, usize>,
}

impl<'a> NamedValues<'a> {
    /// Adds a value unless there is one of its name.
    pub fn add(&mut self, value: Value<'a>) {
        let next = self.all.len();
        if *self.places.entry(value.name.text.clone()).or_insert(next) == next {
            self.all.push(value);
        }
    }

    /// The place of the value of this name.
    pub fn place(&self, name: &str) -> Option<usize> {
        self.places.get(name).copied()
    }

    /// The value of this name.
    pub fn called(&self, name: &Name) -> Option<&Value<'a>> {
        self.all.get(self.place(name.as_str())?)
    }
}

impl<'a> FromIterator<Value<'a>> for NamedValues<'a> {
    fn from_iter<I: IntoIterator<Item = Value<'a>>>(values: I) -> Self {
        let mut named = Self::default();
        values.into_iter().for_each(|value| named.add(value));
        named
    }
}

impl<'a> Deref for NamedValues<'a> {
    type Target = [Value<'a>];

    fn deref(&self) -> &[Value<'a>] {
        &self.all
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hir::Audience;
    use crate::source::{FileId, Span};

    #[test]
    fn the_first_value_of_a_name_counts_and_keeps_its_place() {
        let value = |name: &str, at: usize| {
            Value::new(Name::new(name, Span::new(FileId::default(), at, at)), None, Audience::Everybody)
        };
        let values: NamedValues<'_> =
            ["high", "low", "high", "none"].iter().enumerate().map(|(at, name)| value(name, at)).collect();
        let names: Vec<&str> = values.iter().map(|value| value.name.as_str()).collect();
        assert_eq!(names, ["high", "low", "none"]);
        assert_eq!((values.place("none"), values.place("some")), (Some(2), None));
        let high = values.called(&Name::new("high", Span::default()));
        assert_eq!(high.map(|value| value.name.span.start), Some(0));
    }
}
