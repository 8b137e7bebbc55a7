//! What `check` costs over the floor of DESIGN §9, on a generated record: `COUNCIL_BENCH_COUNCILS=10000 cargo bench`.
//!
//! The floor reads the same bytes and parses them into the same structs with the same parser, on the same cores. All are
//! timed in turn, on a warm cache; a ratio is that of two times of one round, since a machine is not as quick in each.
//! No time is asserted.

#![allow(clippy::print_stdout, clippy::expect_used, reason = "a bench prints, and stops where it cannot go on")]

mod generate;

use council::check::{Scope, check};
use council::diagnostic::Severity;
use council::model::{Council, Date, Landlord, Plan, Session, Survey};
use council::record::Record;
use council::store::Store;
use rayon::prelude::*;
use serde::de::DeserializeOwned;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// How often each is timed.
const ROUNDS: usize = 15;

/// A day before all that is generated: nothing is late yet, so that check has nothing to say and no place to find.
const EARLY: &str = "2023-01-01";

fn main() {
    let councils = std::env::var("COUNCIL_BENCH_COUNCILS").ok().and_then(|text| text.parse().ok()).unwrap_or(1000);
    let folder = tempfile::tempdir().expect("a folder for the record");
    let root = folder.path();
    generate::record(root, councils, 2023).expect("a record");
    let resident = peak_memory();
    let today: Date = generate::TODAY.parse().expect("a date");
    let early: Date = EARLY.parse().expect("a date");
    let (mut floors, mut checks, mut silent) = (Vec::new(), Vec::new(), Vec::new());
    let (mut size, mut files, mut warnings) = (Size::default(), 0, 0);
    for _ in 0..ROUNDS {
        floors.push(timed(|| size = floor(root)));
        checks.push(timed(|| {
            let checked = check(&Record::open(Store::open(root.to_owned())), &Scope::Whole, today);
            assert_eq!(checked.count(Severity::Error), 0, "{:#?}", checked.diagnostics.first());
            (files, warnings) = (checked.files, checked.count(Severity::Warning));
        }));
        silent.push(timed(|| {
            let checked = check(&Record::open(Store::open(root.to_owned())), &Scope::Whole, early);
            assert_eq!(checked.diagnostics.len(), 0, "{:#?}", checked.diagnostics.first());
        }));
    }
    println!("{councils} councils, {} files, {} MB, {} cores", size.files, size.bytes / 1_000_000, cores());
    println!("floor                     {}", told(&floors));
    println!("check, {warnings:>6} warnings    {}, {}; {files} files opened", told(&checks), over(&checks, &floors));
    println!("check, nothing to report  {}, {}", told(&silent), over(&silent, &floors));
    if let (Some(before), Some(after)) = (resident, peak_memory()) {
        println!("peak memory               {after} kB; {before} kB once the record was generated");
    }
}

/// What was read.
#[derive(Debug, Default, Clone, Copy)]
struct Size {
    files: usize,
    bytes: usize,
}

impl std::ops::Add for Size {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self { files: self.files + other.files, bytes: self.bytes + other.bytes }
    }
}

/// Reads and parses every file, a council after another on each core; keeps a council's values until it is done, as
/// `check` does.
fn floor(root: &Path) -> Size {
    let (_landlord, size) = parse::<Landlord>(&root.join("landlord.yaml"));
    let councils: Vec<PathBuf> = paths(root).into_iter().filter(|path| path.is_dir()).collect();
    // Split down to one, as `check` splits them: no core waits for the others.
    councils
        .par_iter()
        .with_max_len(1)
        .map(|folder| floor_of_council(folder))
        .reduce(Size::default, |one, other| one + other)
        + size
}

fn floor_of_council(folder: &Path) -> Size {
    let (council, mut size) = parse::<Council>(&folder.join("council.yaml"));
    let (plan, of_plan) = parse::<Plan>(&folder.join("plan.yaml"));
    size = size + of_plan;
    let sessions: Vec<(Session, Size)> = paths(&folder.join("sessions")).iter().map(|path| parse(path)).collect();
    let surveys: Vec<(Survey, Size)> = paths(&folder.join("surveys")).iter().map(|path| parse(path)).collect();
    size = sessions.iter().map(|(_, size)| *size).fold(size, std::ops::Add::add);
    size = surveys.iter().map(|(_, size)| *size).fold(size, std::ops::Add::add);
    for path in paths(&folder.join("minutes")) {
        let bytes = std::fs::read(path).expect("minutes");
        size = size + Size { files: 1, bytes: black_box(bytes).len() };
    }
    black_box((council, plan, sessions, surveys));
    size
}

fn parse<T: DeserializeOwned>(path: &Path) -> (T, Size) {
    let text = std::fs::read_to_string(path).expect("a file of the record");
    let value = serde_yaml::from_str(&text).expect("a file that the fast reader takes");
    (value, Size { files: 1, bytes: text.len() })
}

fn paths(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).expect("a folder of the record");
    entries.map(|entry| entry.expect("an entry of a folder").path()).collect()
}

fn timed<T>(work: impl FnOnce() -> T) -> Duration {
    let start = Instant::now();
    black_box(work());
    start.elapsed()
}

/// The least and the median of these times.
fn told(times: &[Duration]) -> String {
    let ms: Vec<f64> = times.iter().map(|time| time.as_secs_f64() * 1000.0).collect();
    let [least, _, median, _] = quartiles(ms);
    format!("min {least:7.1} ms, median {median:7.1} ms")
}

/// How often the time of the floor goes into that of the same round: the median, and the quartiles around it.
fn over(times: &[Duration], floors: &[Duration]) -> String {
    let ratios = times.iter().zip(floors).map(|(time, floor)| time.as_secs_f64() / floor.as_secs_f64());
    let [_, low, median, high] = quartiles(ratios.collect());
    format!("{median:.2} × the floor ({low:.2} to {high:.2})")
}

/// The least, the lower quartile, the median and the upper quartile.
fn quartiles(mut figures: Vec<f64>) -> [f64; 4] {
    figures.sort_unstable_by(f64::total_cmp);
    let at = |quarter: usize| figures[(figures.len() - 1) * quarter / 4];
    [at(0), at(1), at(2), at(3)]
}

fn cores() -> usize {
    rayon::current_num_threads()
}

/// The most memory this process held so far, in kilobytes, where the system tells.
fn peak_memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?.split_whitespace().next()?.parse().ok()
}
