//! All tests from outside the library, in one binary. `tests/README.md` teaches the harness.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on has failed")]

mod architecture;
mod bad_input;
mod command_line;
mod documents;
mod forms;
mod readme;
mod rules;
mod templates;
mod typography;
mod values;
