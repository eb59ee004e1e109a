//! The named values of a fact: in their order, each name once, and found by name however many there are.

use super::facts::Value;
use crate::value::Name;
use rustc_hash::FxHashMap;
use smol_str::SmolStr;
use std::ops::Deref;

/// So many values are looked through as quickly as they are looked up.
const FEW: usize = 16;

/// Named values in the order in which they were first named.
#[derive(Clone, Debug, Default)]
pub struct NamedValues<'a> {
    all: Vec<Value<'a>>,
    /// Where each stands, once there are more than a few.
    places: FxHashMap<SmolStr, usize>,
}

impl<'a> NamedValues<'a> {
    /// Adds a value unless there is one of its name.
    pub fn add(&mut self, value: Value<'a>) {
        if self.place(value.name.as_str()).is_some() {
            return;
        }
        self.all.push(value);
        let known = self.places.len();
        if self.all.len() > FEW {
            let new = self.all.iter().enumerate().skip(known);
            self.places.extend(new.map(|(at, value)| (value.name.text.clone(), at)));
        }
    }

    /// The place of the value of this name.
    pub fn place(&self, name: &str) -> Option<usize> {
        if self.all.len() > FEW {
            return self.places.get(name).copied();
        }
        self.all.iter().position(|value| value.name == *name)
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

    #[test]
    fn many_values_are_found_as_few_are() {
        let name = |at: usize| format!("value-{}", at % (3 * FEW));
        let values: NamedValues<'_> = (0..4 * FEW)
            .map(|at| Value::new(Name::new(name(at), Span::default()), None, Audience::Everybody))
            .collect();
        assert_eq!(values.len(), 3 * FEW);
        assert!((0..3 * FEW).all(|at| values.place(&name(at)) == Some(at)));
        assert_eq!(values.place("value"), None);
    }
}
