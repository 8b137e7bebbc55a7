//! The record that a command works on, and how its paths look from where the user stands.

use std::path::{Component, Path, PathBuf};

use council::diagnostic::{Diagnostic, text};
use council::locale::command_line::Failure;
use council::record::Record;
use council::store::{DiscoverError, Layout, Lock, Store, WriteError, discover};

use super::ui::Ui;

/// The record that a command works on.
pub struct Opened {
    /// The record.
    pub record: Record,
    here: PathBuf,
}

impl Opened {
    /// Opens the record of `--record`, else of `COUNCIL_RECORD`, else the nearest one upwards.
    pub fn find(ui: &Ui) -> anyhow::Result<Self> {
        let here = std::env::current_dir()?;
        Ok(Self { record: Record::open(Self::store_from(&here, ui)?), here })
    }

    /// The same record's folder, of which nothing is read.
    pub fn store(ui: &Ui) -> anyhow::Result<Store> {
        Self::store_from(&std::env::current_dir()?, ui)
    }

    fn store_from(here: &Path, ui: &Ui) -> anyhow::Result<Store> {
        let named = ui.record().map(Path::to_owned);
        let named =
            named.or_else(|| std::env::var_os("COUNCIL_RECORD").filter(|value| !value.is_empty()).map(PathBuf::from));
        let root = discover(named.as_deref(), here).map_err(|error| match error {
            DiscoverError::NoRecord(_) => Failure::NoRecord,
            DiscoverError::NotAFolder(folder) | DiscoverError::NoLandlord(folder) => {
                Failure::NotARecord { folder: folder.display().to_string() }
            }
        })?;
        let root = normal(&here.join(root));
        Ok(Store::open(root))
    }

    /// The same to write into: once no other command does, so that what is read is what is written over.
    pub fn to_write(ui: &mut Ui) -> anyhow::Result<(Self, Lock)> {
        let lock = Self::find(ui)?.lock(ui)?;
        Ok((Self::find(ui)?, lock))
    }

    /// Waits until no other command writes into the record.
    pub fn lock(&self, ui: &mut Ui) -> anyhow::Result<Lock> {
        let said = ui.language().waiting();
        let lock = self.record.store.lock(|| ui.err(said));
        let unlocked = |error: WriteError| Failure::Write {
            path: self.record.store.root().display().to_string(),
            error: error.error,
        };
        Ok(lock.map_err(unlocked)?)
    }

    /// Takes this folder for a record's, whatever lies in it.
    pub fn at(folder: &Path) -> anyhow::Result<Self> {
        let here = std::env::current_dir()?;
        let root = normal(&here.join(folder));
        Ok(Self { record: Record::open(Store::open(root)), here })
    }

    /// Says whether a place lies in the record, where git keeps what is written: anywhere but in its folder for that.
    pub fn keeps(&self, place: &Path) -> bool {
        let path = self.record.store.path_within(place);
        path.is_some_and(|path| path.split('/').next() != Some(Layout::OUT))
    }

    /// A path of the record, as it is seen from the current folder; with `/` on every system.
    pub fn shown(&self, path: &str) -> String {
        self.shown_place(&self.record.store.place(path))
    }

    /// Any place, as it is seen from the current folder.
    pub fn shown_place(&self, place: &Path) -> String {
        // A name may hold a line end; what is shown of it may not.
        self.relative(place).replace(char::is_control, "\u{fffd}")
    }

    fn relative(&self, place: &Path) -> String {
        let mut above = String::new();
        for folder in self.here.ancestors() {
            if let Ok(below) = place.strip_prefix(folder) {
                let parts: Vec<_> = below.iter().map(|part| part.to_string_lossy()).collect();
                let shown = format!("{above}{}", parts.join("/"));
                return if shown.is_empty() { ".".to_owned() } else { shown };
            }
            above.push_str("../");
        }
        place.display().to_string()
    }

    /// A path that the user typed, from the record's root: seen from the current folder, else from the record's.
    pub fn in_record(&self, typed: &Path) -> Result<String, Failure> {
        let root = self.record.store.root();
        let from_here = self.path_at(&normal(&self.here.join(typed)));
        let found = from_here.or_else(|| self.path_at(&normal(&root.join(typed))));
        found.ok_or_else(|| Failure::UnknownPath { path: typed.display().to_string() })
    }

    /// The path, from the record's root, of something that stands in it.
    fn path_at(&self, place: &Path) -> Option<String> {
        let below = place.strip_prefix(self.record.store.root()).ok()?;
        let parts: Vec<&str> = below.iter().map(|part| part.to_str()).collect::<Option<_>>()?;
        let path = parts.join("/");
        self.record.store.exists(&path).then_some(path)
    }

    /// Prints problems of the record on stderr.
    pub fn tell(&self, problems: &[Diagnostic], ui: &mut Ui) {
        let shown_path = |path: &str| self.shown(path);
        let style = text::Style { language: ui.language(), color: ui.color_err(), shown_path: &shown_path };
        for problem in problems {
            ui.err(&text::render(problem, &style));
        }
    }

    /// The failure of a write, with its path as the user sees it.
    pub fn unwritten(&self, path: &str, error: WriteError) -> Failure {
        Failure::Write { path: self.shown(path), error: error.error }
    }
}

/// A path without `.` and `..`; links are left as they are.
pub fn normal(path: &Path) -> PathBuf {
    let mut result = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                result.pop();
            }
            other => result.push(other),
        }
    }
    result
}
