//! The Python that has the packages that a test asks for: of `.ci/run`, which installs them under `target/tools`, else the
//! system's own.

use super::example::project;
use std::path::{Path, PathBuf};
use std::process::Command;

const PYTHONS: [&str; 4] =
    ["target/tools/python/bin/python", "target/tools/python/Scripts/python.exe", "python3", "python"];

/// Finds it; where there is none, says that what asked for it is skipped.
pub(super) fn with(packages: &[&str]) -> Option<PathBuf> {
    let imports: Vec<String> = packages.iter().map(|name| format!("import {name}")).collect();
    let has = |python: &PathBuf| {
        Command::new(python).args(["-c", &imports.join("; ")]).output().is_ok_and(|output| output.status.success())
    };
    let place = |name: &str| if name.contains('/') { project().join(name) } else { PathBuf::from(name) };
    let python = PYTHONS.map(place).into_iter().find(has);
    if python.is_none() {
        eprintln!("skipped: no Python has {}; .ci/run installs it", packages.join(", "));
    }
    python
}

/// Runs a script of `tests`, the program before its other arguments; it must find nothing wrong.
pub(super) fn assert_agrees(python: &Path, script: &str, args: &[&str]) {
    assert_runs(python, script, &[&[env!("CARGO_BIN_EXE_council")], args].concat());
}

/// Runs a script of `tests`; it must find nothing wrong.
pub(super) fn assert_runs(python: &Path, script: &str, args: &[&str]) {
    let script = project().join("tests").join(script);
    let output = Command::new(python).arg("-B").arg(script).args(args).output().unwrap();
    let said =
        [&output.stdout[..], &output.stderr[..]].map(|bytes| String::from_utf8_lossy(bytes).into_owned()).concat();
    assert!(output.status.success(), "{said}");
    eprintln!("{said}");
}
