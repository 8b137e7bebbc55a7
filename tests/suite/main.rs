//! All tests from outside the library, in one binary. `tests/README.md` teaches the harness.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on has failed")]

mod command_line;
mod forms;
mod rules;
mod scale;
mod typography;
mod values;
