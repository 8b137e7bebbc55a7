//! Each kind of file as a JSON Schema, from the types that read it: the structs derive theirs, and the values, which
//! are read from the text that is typed, are described here. `schema` completes it for editors.

use super::charter::{Charter, Signature};
use super::coaching::Coaching;
use super::council::{Council, FirstNumber};
use super::count::Count;
use super::date::Date;
use super::decimal::Decimal;
use super::entries::{Entries, Values};
use super::id::Id;
use super::landlord::{CarriedOver, CarriedOverParts, Grant, GrantParts, Landlord, Year};
use super::language::Language;
use super::list::{List, OneOrMany};
use super::money::Euros;
use super::period::{Period, TypedPeriod};
use super::plan::Plan;
use super::session::Session;
use super::survey::Survey;
use super::text::Text;
use super::time::Time;
use super::topic::{CountedVotes, Votes};
use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use std::borrow::Cow;
use std::hash::Hash;

/// The kinds of file that people write.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WrittenFile {
    /// `landlord.yaml`
    Landlord,
    /// `charter.yaml`
    Charter,
    /// `coaching.yaml`
    Coaching,
    /// `<council>/council.yaml`
    Council,
    /// `<council>/plan.yaml`
    Plan,
    /// `<council>/sessions/<session>.yaml`
    Session,
    /// `<council>/surveys/<period>.yaml`
    Survey,
}

impl WrittenFile {
    /// All of them, those of the landlord first.
    pub const ALL: [Self; 7] =
        [Self::Landlord, Self::Charter, Self::Coaching, Self::Council, Self::Plan, Self::Session, Self::Survey];

    /// The English name of the kind.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Landlord => "landlord",
            Self::Charter => "charter",
            Self::Coaching => "coaching",
            Self::Council => "council",
            Self::Plan => "plan",
            Self::Session => "session",
            Self::Survey => "survey",
        }
    }

    /// What its types say of it, as JSON Schema with a definition a struct: `title`, `required`, `description`. Nothing
    /// in it says yet that a blank value is none.
    pub fn described(self) -> serde_json::Value {
        let mut settings = SchemaSettings::draft07();
        // References keep the description of the field beside them.
        settings.transforms.clear();
        let generator = SchemaGenerator::new(settings);
        match self {
            Self::Landlord => generator.into_root_schema_for::<Landlord>(),
            Self::Charter => generator.into_root_schema_for::<Charter>(),
            Self::Coaching => generator.into_root_schema_for::<Coaching>(),
            Self::Council => generator.into_root_schema_for::<Council>(),
            Self::Plan => generator.into_root_schema_for::<Plan>(),
            Self::Session => generator.into_root_schema_for::<Session>(),
            Self::Survey => generator.into_root_schema_for::<Survey>(),
        }
        .to_value()
    }
}

/// Spaces that people type or paste between thousands.
const SPACE: &str = "[ \\u00a0\\u202f]";
const CENTURY: &str = "(?:19|20|21)";

fn day() -> String {
    let long = "(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])";
    let short = "(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)";
    let february = "02-(?:0[1-9]|1\\d|2[0-8])";
    let leap = format!("(?:{CENTURY}(?:0[48]|[2468][048]|[13579][26])|2000)-02-29");
    format!("{CENTURY}\\d\\d-(?:{long}|{short}|{february})|{leap}")
}

fn period() -> String {
    let is_long = |year: &i32| format!("{year}-W53").parse::<Period>().is_ok();
    let long: Vec<String> = Date::YEARS.filter(is_long).map(|year| year.to_string()).collect();
    let part = "S[12]|[QT][1-4]|0[1-9]|1[0-2]|W(?:0[1-9]|[1-4]\\d|5[0-2])";
    format!("{CENTURY}\\d\\d(?:-(?:{part}))?|(?:{})-W53|{}", long.join("|"), day())
}

fn whole() -> String {
    format!("\\d{{1,3}}(?:{SPACE}\\d{{3}})+|\\d+")
}

/// Describes values that have a pattern, each with the format that names it.
macro_rules! value {
    ($($type:ty, $name:literal, $schema:expr;)+) => {$(
        impl JsonSchema for $type {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> Cow<'static, str> {
                $name.into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                let mut schema: Schema = $schema;
                schema.insert("format".to_owned(), $name.into());
                schema
            }
        }
    )+};
}

value! {
    Text, "text", json_schema!({
        "type": ["string", "number", "boolean"],
        "pattern": "^(?!(?:~|null|Null|NULL)$)[\\s\\S]*\\S",
    });
    Date, "date", json_schema!({
        "type": "string",
        "pattern": format!("^(?:{})$", day()),
        "examples": ["2023-05-10"],
    });
    Period, "period", json_schema!({
        "type": ["string", "integer"],
        "pattern": format!("^(?:{})$", period()),
        "minimum": Date::YEARS.start(),
        "maximum": Date::YEARS.end(),
        "examples": ["2023-05-10", "2023-10", "2023-Q4", "2023-S2", 2023],
    });
    TypedPeriod, "period", Period::json_schema(&mut SchemaGenerator::default());
    Time, "time", json_schema!({
        "type": "string",
        "pattern": format!("^(?:[01]?\\d|2[0-3])(?::[0-5]\\d|{SPACE}?h{SPACE}?(?:[0-5]\\d)?)$"),
        "examples": ["18:30", "18 h 30"],
    });
    Count, "count", json_schema!({
        "type": ["integer", "string"],
        "pattern": format!("^(?:{})$", whole()),
        "minimum": 0,
        "maximum": u32::MAX,
    });
    Euros, "amount", json_schema!({
        "type": ["number", "string"],
        "pattern": format!("^-?(?:{})(?:[.,]\\d{{1,2}})?(?:{SPACE}*€)?$", whole()),
        "minimum": -1_000_000_000_000_i64,
        "maximum": 1_000_000_000_000_i64,
        "multipleOf": 0.01,
        "examples": [1200, "1 200,50 €"],
    });
    Decimal, "decimal", json_schema!({
        "type": ["number", "string"],
        "pattern": "^[-+]?\\d+(?:[.,]\\d{1,6})?$",
    });
    Id, "id", json_schema!({ "type": "string", "pattern": "^[a-z0-9-]+$" });
    Year, "year", json_schema!({ "type": "string", "pattern": format!("^{CENTURY}\\d\\d$") });
}

impl JsonSchema for Language {
    fn schema_name() -> Cow<'static, str> {
        "Language".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "oneOf": [
            { "const": Self::French.code(), "description": "French." },
            { "const": Self::English.code(), "description": "English." },
        ]})
    }
}

/// Describes values of which there are two forms, by the name that their visitor gives them.
macro_rules! either {
    ($($type:ty, $name:literal, $first:expr, $second:ty;)+) => {$(
        impl JsonSchema for $type {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> Cow<'static, str> {
                stringify!($type).into()
            }

            fn json_schema(generator: &mut SchemaGenerator) -> Schema {
                let first: Schema = $first;
                json_schema!({
                    "title": stringify!($type),
                    "format": $name,
                    "anyOf": [first, generator.subschema_for::<$second>()],
                })
            }
        }
    )+};
}

fn amount() -> Schema {
    Euros::json_schema(&mut SchemaGenerator::default())
}

fn word(word: &str, meaning: &str) -> Schema {
    json_schema!({ "oneOf": [{ "const": word, "description": meaning }] })
}

either! {
    Grant, "grant", amount(), GrantParts;
    CarriedOver, "grant", amount(), CarriedOverParts;
    Votes, "votes", word("unanimous", "All voices the same way."), CountedVotes;
    Signature, "signature", word("undated", "On an unknown day."), Period;
    FirstNumber, "first-number", word("none", "Its sessions have no number."), Count;
}

/// Describes what holds others, by how it names them and what they are.
macro_rules! container {
    ($($container:ident<$item:ident $(, $key:ident)?>: $schema:expr;)+) => {$(
        impl<$item: JsonSchema $(, $key: JsonSchema + Hash + Eq)?> JsonSchema for $container<$item $(, $key)?> {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> Cow<'static, str> {
                format!("{}_of_{}", stringify!($container), $item::schema_name()).into()
            }

            fn json_schema(generator: &mut SchemaGenerator) -> Schema {
                let describe: fn(&mut SchemaGenerator) -> Schema = $schema;
                describe(generator)
            }
        }
    )+};
}

container! {
    List<T>: |generator| json_schema!({ "type": "array", "items": generator.subschema_for::<T>() });
    OneOrMany<T>: |generator| json_schema!({ "format": "list", "anyOf": [
        generator.subschema_for::<T>(),
        { "type": "array", "items": generator.subschema_for::<T>() },
    ]});
    Entries<T, K>: |generator| json_schema!({
        "type": "object",
        "propertyNames": K::json_schema(generator),
        "additionalProperties": generator.subschema_for::<T>(),
    });
    Values<T, K>: |generator| json_schema!({
        "type": "object",
        "propertyNames": K::json_schema(generator),
        "additionalProperties": generator.subschema_for::<T>(),
    });
}
