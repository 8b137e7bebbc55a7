//! The record of residents' councils: what it holds, how it is checked, and what is written from it.
//!
//! The map, in reading order. Data travels one way, from [`store`] and [`yaml`] through [`model`] and [`record`] to
//! [`check`] and [`document`]; the command line is in the binary alone.

#[macro_use]
pub mod yaml;
pub mod check;
pub mod diagnostic;
pub mod document;
pub mod locale;
pub mod model;
pub mod record;
pub mod store;
