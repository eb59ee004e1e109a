//! A map with few keys, written in their order.
//!
//! In: pairs. Out: what a `BTreeMap` of them would be, in JSON and in the schema; its nodes have room for eleven, and a
//! rule set has a map of one for nearly every text and every rule.

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Serialize, Serializer};
use smol_str::SmolStr;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// Values by their keys, in the order of the keys.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SortedMap<V>(Vec<(SmolStr, V)>);

impl<V> Default for SortedMap<V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<V> FromIterator<(SmolStr, V)> for SortedMap<V> {
    /// Of two values with one key the last counts.
    fn from_iter<T: IntoIterator<Item = (SmolStr, V)>>(pairs: T) -> Self {
        let mut map = Self::default();
        for (key, value) in pairs {
            map.insert(key, value);
        }
        map
    }
}

impl<V> SortedMap<V> {
    /// Adds a value, in the place of an earlier one with the same key.
    pub fn insert(&mut self, key: SmolStr, value: V) {
        match self.0.binary_search_by(|(known, _)| known.cmp(&key)) {
            Ok(at) => self.0[at].1 = value,
            Err(at) => self.0.insert(at, (key, value)),
        }
    }

    /// The pairs, in order.
    pub fn iter(&self) -> impl Iterator<Item = (&SmolStr, &V)> {
        self.0.iter().map(|(key, value)| (key, value))
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<V: Serialize> Serialize for SortedMap<V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

impl<V: JsonSchema> JsonSchema for SortedMap<V> {
    fn schema_name() -> Cow<'static, str> {
        BTreeMap::<String, V>::schema_name()
    }

    fn inline_schema() -> bool {
        BTreeMap::<String, V>::inline_schema()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        BTreeMap::<String, V>::json_schema(generator)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_in_order_and_the_last_value_counts() {
        let pairs = [("nl", 1), ("en", 2), ("nl", 3)].map(|(key, value)| (SmolStr::new(key), value));
        let map: SortedMap<i32> = pairs.into_iter().collect();
        assert_eq!(serde_json::to_string(&map).unwrap(), r#"{"en":2,"nl":3}"#);
    }
}
