//! The record of `examples/habitat-exemple`, and `council` run on its present day.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

pub(super) fn project() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

pub(super) fn example() -> PathBuf {
    project().join("examples/habitat-exemple")
}

pub(super) fn council(record: &Path, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_council"));
    command.arg("--record").arg(record).args(["--today", "2024-03-15"]).args(args).output().unwrap()
}
