//! All tests from outside the library, in one binary. `tests/README.md` teaches the harness.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on has failed")]

mod bad_input;
mod command_line;
mod commands;
mod documents;
mod forms;
mod reading;
mod rules;
mod typography;
mod values;
