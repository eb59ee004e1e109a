//! The canonical form of what can be serialised: JSON after RFC 8785, written at once.
//!
//! In: anything that serialises without fractions. Out: keys sorted by their UTF-16 code units, no white space between tokens,
//! the shortest escapes. The entries of an object are written as they come and put in order when the object ends.

use std::cmp::Ordering;

use serde::ser::{self, Serialize};
use serde_json::Error;

/// The canonical form, without these fields of the outermost object.
pub(super) fn canonical_without(value: &impl Serialize, left_out: &[&str]) -> Result<Vec<u8>, Error> {
    let mut writer = Writer { out: Vec::with_capacity(1024), scratch: Vec::new(), depth: 0, left_out };
    value.serialize(&mut writer)?;
    Ok(writer.out)
}

struct Writer<'a> {
    out: Vec<u8>,
    /// Room for putting entries in order.
    scratch: Vec<u8>,
    /// How many objects and lists are open.
    depth: usize,
    left_out: &'a [&'a str],
}

/// An open list.
struct Items<'w, 'a> {
    writer: &'w mut Writer<'a>,
    first: bool,
    /// Whether the list is the value of the one key of an object that ends with it.
    inside: bool,
}

/// An open object.
struct Fields<'w, 'a> {
    writer: &'w mut Writer<'a>,
    entries: Vec<Entry>,
    start: usize,
    inside: bool,
}

/// Where an entry of an object stands: where it begins, where its key ends, and where its comma ends.
#[derive(Clone, Copy)]
struct Entry {
    start: usize,
    colon: usize,
    end: usize,
    /// Whether the bytes of the key are in the order of its code units.
    plain: bool,
}

impl Entry {
    fn key(self, out: &[u8]) -> Vec<u16> {
        let key: String = serde_json::from_slice(&out[self.start..self.colon]).unwrap_or_default();
        key.encode_utf16().collect()
    }

    /// The order of keys: that of their UTF-16 code units.
    fn order(self, other: Self, out: &[u8]) -> Ordering {
        if self.plain && other.plain {
            let [one, two] = [self, other].map(|entry| &out[entry.start + 1..entry.colon - 1]);
            one.cmp(two)
        } else {
            self.key(out).cmp(&other.key(out))
        }
    }
}

impl<'a> Writer<'a> {
    fn text(&mut self, text: &str) -> Result<(), Error> {
        serde_json::to_writer(&mut self.out, text)
    }

    fn plain(&mut self, token: impl ToString) {
        self.out.extend_from_slice(token.to_string().as_bytes());
    }

    fn items(&mut self, inside: bool) -> Items<'_, 'a> {
        self.out.push(b'[');
        self.depth += 1;
        Items { writer: self, first: true, inside }
    }

    fn fields(&mut self, inside: bool) -> Fields<'_, 'a> {
        self.out.push(b'{');
        self.depth += 1;
        let start = self.out.len();
        Fields { writer: self, entries: Vec::new(), start, inside }
    }

    /// Opens the object that says which variant its one value is.
    fn variant(&mut self, variant: &str) -> Result<(), Error> {
        self.out.push(b'{');
        self.text(variant)?;
        self.out.push(b':');
        Ok(())
    }
}

impl Items<'_, '_> {
    fn item<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        if !self.first {
            self.writer.out.push(b',');
        }
        self.first = false;
        value.serialize(&mut *self.writer)
    }

    fn close(self) {
        self.writer.depth -= 1;
        self.writer.out.extend_from_slice(if self.inside { b"]}" } else { b"]" });
    }
}

impl Fields<'_, '_> {
    fn key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Error> {
        let start = self.writer.out.len();
        key.serialize(&mut *self.writer)?;
        let colon = self.writer.out.len();
        if self.writer.out.get(start) != Some(&b'"') {
            return Err(ser::Error::custom("a key is no text"));
        }
        self.writer.out.push(b':');
        let plain = self.writer.out[start..colon].iter().all(|byte| byte.is_ascii() && *byte != b'\\');
        self.entries.push(Entry { start, colon, end: colon, plain });
        Ok(())
    }

    fn value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        value.serialize(&mut *self.writer)?;
        self.writer.out.push(b',');
        if let Some(entry) = self.entries.last_mut() {
            entry.end = self.writer.out.len();
        }
        Ok(())
    }

    fn field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Result<(), Error> {
        if self.writer.depth == 1 && self.writer.left_out.contains(&key) {
            return Ok(());
        }
        self.key(key)?;
        self.value(value)
    }

    fn close(self) {
        let Self { writer, mut entries, start, inside } = self;
        let Writer { out, scratch, .. } = &mut *writer;
        if !entries.is_sorted_by(|one, two| one.order(*two, out) != Ordering::Greater) {
            entries.sort_by(|one, two| one.order(*two, out));
            scratch.clear();
            for entry in &entries {
                scratch.extend_from_slice(&out[entry.start..entry.end]);
            }
            out.truncate(start);
            out.extend_from_slice(scratch);
        }
        if !entries.is_empty() {
            // The comma behind the last entry.
            out.pop();
        }
        out.extend_from_slice(if inside { b"}}" } else { b"}" });
        writer.depth -= 1;
    }
}

impl<'w, 'a> ser::Serializer for &'w mut Writer<'a> {
    type Ok = ();
    type Error = Error;
    type SerializeSeq = Items<'w, 'a>;
    type SerializeTuple = Items<'w, 'a>;
    type SerializeTupleStruct = Items<'w, 'a>;
    type SerializeTupleVariant = Items<'w, 'a>;
    type SerializeMap = Fields<'w, 'a>;
    type SerializeStruct = Fields<'w, 'a>;
    type SerializeStructVariant = Fields<'w, 'a>;

    fn serialize_bool(self, value: bool) -> Result<(), Error> {
        self.plain(value);
        Ok(())
    }

    fn serialize_i8(self, value: i8) -> Result<(), Error> {
        self.plain(value);
        Ok(())
    }

    fn serialize_i16(self, value: i16) -> Result<(), Error> {
        self.plain(value);
        Ok(())
    }

    fn serialize_i32(self, value: i32) -> Result<(), Error> {
        self.plain(value);
        Ok(())
    }

    fn serialize_i64(self, value: i64) -> Result<(), Error> {
        self.plain(value);
        Ok(())
    }

    fn serialize_u8(self, value: u8) -> Result<(), Error> {
        self.plain(value);
        Ok(())
    }

    fn serialize_u16(self, value: u16) -> Result<(), Error> {
        self.plain(value);
        Ok(())
    }

    fn serialize_u32(self, value: u32) -> Result<(), Error> {
        self.plain(value);
        Ok(())
    }

    fn serialize_u64(self, value: u64) -> Result<(), Error> {
        self.plain(value);
        Ok(())
    }

    fn serialize_f32(self, _: f32) -> Result<(), Error> {
        Err(ser::Error::custom("a fraction has no canonical form here"))
    }

    fn serialize_f64(self, _: f64) -> Result<(), Error> {
        Err(ser::Error::custom("a fraction has no canonical form here"))
    }

    fn serialize_char(self, value: char) -> Result<(), Error> {
        self.text(value.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, value: &str) -> Result<(), Error> {
        self.text(value)
    }

    fn serialize_bytes(self, value: &[u8]) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_none(self) -> Result<(), Error> {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Error> {
        self.plain("null");
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Error> {
        self.serialize_unit()
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<(), Error> {
        self.text(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<(), Error> {
        self.variant(variant)?;
        self.depth += 1;
        value.serialize(&mut *self)?;
        self.depth -= 1;
        self.out.push(b'}');
        Ok(())
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Items<'w, 'a>, Error> {
        Ok(self.items(false))
    }

    fn serialize_tuple(self, _: usize) -> Result<Items<'w, 'a>, Error> {
        Ok(self.items(false))
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Items<'w, 'a>, Error> {
        Ok(self.items(false))
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Items<'w, 'a>, Error> {
        self.variant(variant)?;
        Ok(self.items(true))
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Fields<'w, 'a>, Error> {
        Ok(self.fields(false))
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Fields<'w, 'a>, Error> {
        Ok(self.fields(false))
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Fields<'w, 'a>, Error> {
        self.variant(variant)?;
        Ok(self.fields(true))
    }
}

/// The kinds of lists differ only in what serde calls their parts.
macro_rules! items {
    ($($kind:ident $part:ident),*) => { $(
        impl ser::$kind for Items<'_, '_> {
            type Ok = ();
            type Error = Error;

            fn $part<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
                self.item(value)
            }

            fn end(self) -> Result<(), Error> {
                self.close();
                Ok(())
            }
        }
    )* };
}
items! {
    SerializeSeq serialize_element, SerializeTuple serialize_element,
    SerializeTupleStruct serialize_field, SerializeTupleVariant serialize_field
}

/// So do the kinds of objects whose keys are names of fields.
macro_rules! fields {
    ($($kind:ident),*) => { $(
        impl ser::$kind for Fields<'_, '_> {
            type Ok = ();
            type Error = Error;

            fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Result<(), Error> {
                self.field(key, value)
            }

            fn end(self) -> Result<(), Error> {
                self.close();
                Ok(())
            }
        }
    )* };
}
fields! { SerializeStruct, SerializeStructVariant }

impl ser::SerializeMap for Fields<'_, '_> {
    type Ok = ();
    type Error = Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Error> {
        self.key(key)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.value(value)
    }

    fn end(self) -> Result<(), Error> {
        self.close();
        Ok(())
    }
}
