//! serde over a tree: the same types as the fast way, with faults that know their route. Every scalar is given as the
//! text that is written, so that no amount passes through a float.

use super::fault::{Fault, FaultKind, Found};
use super::route::Step;
use super::tree::{Entry, Kind, Node};
use serde::de::value::{BorrowedStrDeserializer, StrDeserializer};
use serde::de::{DeserializeSeed, Deserializer, Error, IntoDeserializer, MapAccess, SeqAccess, Unexpected, Visitor};

/// A place in a tree, to deserialize from.
#[derive(Clone, Copy)]
pub(super) struct Cursor<'t> {
    node: &'t Node,
}

/// What a filler reads as.
const FILLER: &str = "…";

impl<'t> Cursor<'t> {
    pub(super) fn new(node: &'t Node) -> Self {
        Self { node }
    }

    /// Says of a fault that this node raised itself what stands here.
    fn located<V>(self, result: Result<V, Fault>) -> Result<V, Fault> {
        result.map_err(|mut fault| {
            if let FaultKind::WrongType { found, .. } = &mut fault.kind
                && fault.spot.route.steps().is_empty()
            {
                *found = self.found();
            }
            missing_here(fault)
        })
    }

    fn found(self) -> Found {
        match &self.node.kind {
            _ if self.node.is_blank() => Found::Blank,
            Kind::Scalar(text) => Found::Text(text.clone()),
            Kind::Filler => Found::Blank,
            Kind::List(_) => Found::List,
            Kind::Map(_) => Found::Map,
        }
    }

    fn text(self) -> Option<&'t str> {
        match &self.node.kind {
            _ if self.node.is_blank() => Some(""),
            Kind::Scalar(text) => Some(text),
            Kind::Filler => Some(FILLER),
            Kind::List(_) | Kind::Map(_) => None,
        }
    }

    fn visit_map<V: Visitor<'t>>(self, fields: Option<&'static [&'static str]>, visitor: V) -> Result<V::Value, Fault> {
        let result = match &self.node.kind {
            Kind::Map(entries) => visitor.visit_map(Entries { rest: entries.iter(), value: None, fields }),
            _ if self.node.is_blank() => visitor.visit_map(Entries { rest: [].iter(), value: None, fields }),
            _ => Err(mismatch(&visitor)),
        };
        self.located(result)
    }
}

/// What stands here is not what the visitor wants; [`Cursor::located`] adds what it is.
fn mismatch<'t, V: Visitor<'t>>(visitor: &V) -> Fault {
    Fault::invalid_type(Unexpected::Other("value"), visitor)
}

/// A missing key is told at the place where it should be.
fn missing_here(fault: Fault) -> Fault {
    match &fault.kind {
        FaultKind::MissingKey { key } if fault.spot.route.steps().is_empty() => {
            let step = Step::from(key);
            fault.under(step).on_key()
        }
        _ => fault,
    }
}

impl<'t> Deserializer<'t> for Cursor<'t> {
    type Error = Fault;

    fn deserialize_any<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Fault> {
        let result = match &self.node.kind {
            _ if self.node.is_blank() => visitor.visit_unit(),
            Kind::Scalar(text) => visitor.visit_borrowed_str(text),
            Kind::Filler => visitor.visit_borrowed_str(FILLER),
            Kind::List(items) => visitor.visit_seq(Items { rest: items.iter(), index: 0 }),
            Kind::Map(_) => self.visit_map(None, visitor),
        };
        self.located(result)
    }

    fn deserialize_bool<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Fault> {
        let result = match self.text() {
            Some("true" | "True" | "TRUE") => visitor.visit_bool(true),
            Some("false" | "False" | "FALSE") => visitor.visit_bool(false),
            _ => Err(mismatch(&visitor)),
        };
        self.located(result)
    }

    fn deserialize_str<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Fault> {
        let result = match self.text() {
            Some(text) => visitor.visit_borrowed_str(text),
            None => Err(mismatch(&visitor)),
        };
        self.located(result)
    }

    fn deserialize_string<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Fault> {
        self.deserialize_str(visitor)
    }

    fn deserialize_identifier<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Fault> {
        self.deserialize_str(visitor)
    }

    fn deserialize_option<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Fault> {
        if self.node.is_blank() || self.node.lost { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_seq<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Fault> {
        let result = match &self.node.kind {
            Kind::List(items) => visitor.visit_seq(Items { rest: items.iter(), index: 0 }),
            _ if self.node.is_blank() => visitor.visit_seq(Items { rest: [].iter(), index: 0 }),
            _ => Err(mismatch(&visitor)),
        };
        self.located(result)
    }

    fn deserialize_map<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Fault> {
        self.visit_map(None, visitor)
    }

    fn deserialize_struct<V: Visitor<'t>>(
        self,
        _name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        self.visit_map(Some(fields), visitor)
    }

    fn deserialize_enum<V: Visitor<'t>>(
        self,
        _name: &'static str,
        _variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        let result = match self.text() {
            Some(text) => visitor.visit_enum(IntoDeserializer::<Fault>::into_deserializer(text)),
            None => Err(Fault::custom("text")),
        };
        self.located(result)
    }

    fn deserialize_newtype_struct<V: Visitor<'t>>(self, _name: &'static str, visitor: V) -> Result<V::Value, Fault> {
        visitor.visit_newtype_struct(self)
    }

    serde::forward_to_deserialize_any! {
        <V: Visitor<'t>>
        i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char bytes byte_buf unit unit_struct tuple tuple_struct
        ignored_any
    }
}

/// The items of a list that are not blank. A place counts those left out because of a fault.
struct Items<'t> {
    rest: std::slice::Iter<'t, Node>,
    index: usize,
}

impl<'t> SeqAccess<'t> for Items<'t> {
    type Error = Fault;

    fn next_element_seed<S: DeserializeSeed<'t>>(&mut self, seed: S) -> Result<Option<S::Value>, Fault> {
        for node in self.rest.by_ref().filter(|node| !node.is_blank()) {
            let index = self.index;
            self.index += 1;
            if !node.lost {
                let cursor = Cursor::new(node);
                let item = cursor.located(seed.deserialize(cursor));
                return item.map(Some).map_err(|fault| fault.under(index.into()));
            }
        }
        Ok(None)
    }
}

/// The entries of a map. A struct's own keys are passed over where they have no value.
struct Entries<'t> {
    rest: std::slice::Iter<'t, Entry>,
    value: Option<&'t Entry>,
    fields: Option<&'static [&'static str]>,
}

impl<'t> MapAccess<'t> for Entries<'t> {
    type Error = Fault;

    fn next_key_seed<S: DeserializeSeed<'t>>(&mut self, seed: S) -> Result<Option<S::Value>, Fault> {
        for entry in self.rest.by_ref() {
            let blank_field =
                entry.value.is_blank() && self.fields.is_some_and(|fields| fields.contains(&entry.key.as_str()));
            if entry.value.lost || blank_field {
                continue;
            }
            self.value = Some(entry);
            let key = seed.deserialize(BorrowedStrDeserializer::new(&entry.key)).map_err(|mut fault: Fault| {
                if let FaultKind::WrongType { found, .. } = &mut fault.kind {
                    *found = Found::Text(entry.key.clone());
                }
                fault.under(Step::from(&entry.key)).on_key()
            });
            return key.map(Some);
        }
        Ok(None)
    }

    fn next_value_seed<S: DeserializeSeed<'t>>(&mut self, seed: S) -> Result<S::Value, Fault> {
        match self.value.take() {
            Some(entry) => {
                let cursor = Cursor::new(&entry.value);
                cursor.located(seed.deserialize(cursor)).map_err(|fault| fault.under(Step::from(&entry.key)))
            }
            None => seed.deserialize(StrDeserializer::new("")),
        }
    }
}
