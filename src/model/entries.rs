//! Maps by key, in the order of the file: of things with fields, and of plain values.

use indexmap::IndexMap;
use serde::de::value::MapDeserializer;
use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};
use std::fmt;
use std::hash::Hash;
use std::marker::PhantomData;
use std::ops::Deref;

use super::id::Id;

/// Things by key, in the order they are written. No key stands twice; a thing without a value is one without fields; a
/// blank map is an empty one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entries<T, K: Hash + Eq = Id>(IndexMap<K, T>);

/// Plain values by key, in the order they are written. No key stands twice; a key without a value is as if it were not
/// there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Values<T, K: Hash + Eq = Id>(IndexMap<K, T>);

macro_rules! map {
    ($name:ident, $entry:ident) => {
        impl<T, K: Hash + Eq> Default for $name<T, K> {
            fn default() -> Self {
                Self(IndexMap::new())
            }
        }

        impl<T, K: Hash + Eq> Deref for $name<T, K> {
            type Target = IndexMap<K, T>;

            fn deref(&self) -> &Self::Target {
                &self.0
            }
        }

        impl<'a, T, K: Hash + Eq> IntoIterator for &'a $name<T, K> {
            type Item = (&'a K, &'a T);
            type IntoIter = indexmap::map::Iter<'a, K, T>;

            fn into_iter(self) -> Self::IntoIter {
                self.0.iter()
            }
        }

        impl<'de, T: Deserialize<'de>, K: Deserialize<'de> + Hash + Eq> Deserialize<'de> for $name<T, K> {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_map(InOrder::<K, $entry<T>>(PhantomData)).map(Self)
            }
        }
    };
}

map!(Entries, Thing);
map!(Values, Value);

/// Reads one entry of a map.
trait ReadEntry {
    type Kept;

    fn kept(self) -> Option<Self::Kept>;
}

/// A thing; one without a value has no fields.
struct Thing<T>(T);

impl<T> ReadEntry for Thing<T> {
    type Kept = T;

    fn kept(self) -> Option<T> {
        Some(self.0)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Thing<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match Option::<T>::deserialize(deserializer)? {
            Some(thing) => Ok(Self(thing)),
            None => T::deserialize(MapDeserializer::new(std::iter::empty::<(&str, &str)>())).map(Self),
        }
    }
}

/// A value; a blank one is left out.
struct Value<T>(Option<T>);

impl<T> ReadEntry for Value<T> {
    type Kept = T;

    fn kept(self) -> Option<T> {
        self.0
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Value<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Option::deserialize(deserializer).map(Self)
    }
}

struct InOrder<K, E>(PhantomData<(K, E)>);

impl<'de, K, E> Visitor<'de> for InOrder<K, E>
where
    K: Deserialize<'de> + Hash + Eq,
    E: Deserialize<'de> + ReadEntry,
{
    type Value = IndexMap<K, E::Kept>;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("map")
    }

    fn visit_unit<X: Error>(self) -> Result<Self::Value, X> {
        Ok(IndexMap::new())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Self::Value, A::Error> {
        let mut entries = IndexMap::new();
        while let Some(key) = access.next_key::<K>()? {
            let value = access.next_value::<E>()?;
            if entries.contains_key(&key) {
                return Err(A::Error::duplicate_field("key"));
            }
            if let Some(kept) = value.kept() {
                entries.insert(key, kept);
            }
        }
        Ok(entries)
    }
}
