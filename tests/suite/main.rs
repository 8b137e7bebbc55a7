//! All tests from outside the library, in one binary. `tests/README.md` teaches the harness.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stderr,
    reason = "a test that cannot go on has failed, and one that is skipped says so"
)]

mod architecture;
mod bad_input;
mod browsers;
mod calendars;
mod chance;
mod changes;
mod charts;
mod ci;
mod clones;
mod command_line;
mod commands;
mod commitments;
mod completions;
mod documents;
mod edits;
mod example;
mod exchange;
mod forms;
mod git;
mod kits;
mod landlord_sums;
mod language_server;
mod mending;
mod notices;
mod outlines;
mod pages;
mod papers;
mod privacy;
mod python;
mod readers;
mod reading;
mod readme;
mod record_page;
mod renders;
mod reports;
mod rules;
mod scaffolds;
mod scale;
mod schemas;
mod sending;
mod sent_keys;
mod sites;
mod statistics;
mod stopped;
mod tables;
mod templates;
mod tenders;
mod together;

mod typography;
mod values;
