//! What lies in a record's folders: its files, in order, and what has no place there.

use super::layout::{Layout, misnamed_session, misnamed_survey};
use super::{FileKind, ReadError, Store};
use crate::model::{DocumentKind, Id, SessionId};
use std::collections::BTreeSet;

/// Something in a record that is none of its files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stray {
    /// Its path, from the record's root.
    pub path: String,
    /// What is the matter with it.
    pub reason: StrayReason,
}

/// What is the matter with something that is no file of a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StrayReason {
    /// It should bear this name.
    Misnamed(String),
    /// A folder without `council.yaml`.
    NoCouncil,
    /// Minutes of a session that is not there.
    NoSession(SessionId),
    /// A date that does not exist, such as 30 February.
    NoSuchDate,
    /// The folder itself cannot be listed.
    Unreadable(ReadError),
    /// Nothing that belongs here.
    Unknown,
}

/// What lies at the root of a record.
#[derive(Debug, Clone, Default)]
pub struct RootListing {
    /// The councils, by id.
    pub councils: Vec<Id>,
    /// What has no place there.
    pub strays: Vec<Stray>,
}

/// What lies in a council's folder.
#[derive(Debug, Clone, Default)]
pub struct CouncilListing {
    /// Whether there is a plan.
    pub plan: bool,
    /// The sessions, in order of date.
    pub sessions: Vec<SessionId>,
    /// The survey waves, in order of name.
    pub surveys: Vec<String>,
    /// The sessions that have minutes.
    pub minutes: BTreeSet<SessionId>,
    /// Whether each of its files is an ordinary one, as its folders tell: no link, no pipe. Else each is looked at before it
    /// is opened.
    pub ordinary: bool,
    /// What has no place there.
    pub strays: Vec<Stray>,
}

impl RootListing {
    /// Says whether a council is there under a wrong name, or its folder without its file; which is told.
    pub fn has_misnamed(&self, council: &str) -> bool {
        self.strays.iter().any(|stray| {
            let is_folder = stray.path.split('/').next() == Some(council);
            is_folder || matches!(&stray.reason, StrayReason::Misnamed(name) if name == council)
        })
    }
}

impl CouncilListing {
    /// Says whether a session's file is there under a wrong name.
    pub fn has_misnamed(&self, id: SessionId) -> bool {
        self.has_misnamed_file(&format!("{id}.yaml"))
    }

    /// Says whether the file of any session is there under a wrong name.
    pub fn has_misnamed_session(&self) -> bool {
        let is_session = |name: &str| name.strip_suffix(".yaml").is_some_and(|id| id.parse::<SessionId>().is_ok());
        self.strays.iter().any(|stray| matches!(&stray.reason, StrayReason::Misnamed(name) if is_session(name)))
    }

    /// Says whether the plan is there under a wrong name.
    pub fn has_misnamed_plan(&self) -> bool {
        self.has_misnamed_file("plan.yaml")
    }

    fn has_misnamed_file(&self, near: &str) -> bool {
        self.strays.iter().any(|stray| matches!(&stray.reason, StrayReason::Misnamed(name) if name == near))
    }
}

/// What stands under a name in a folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Entry {
    File,
    Folder,
    BrokenLink,
    /// A link to a file, a pipe, a device.
    Unusual,
}

/// Names that people and their programs leave anywhere.
fn is_ignored(name: &str) -> bool {
    name.starts_with(['.', '~'])
        || name.ends_with('~')
        || matches!(name, "README.md" | "attachments" | "Thumbs.db" | "desktop.ini")
}

impl Store {
    /// Lists a record's root.
    pub fn list_root(&self) -> RootListing {
        let mut listing = RootListing::default();
        for (name, kind) in self.names("", &mut listing.strays) {
            let is_folder = kind == Entry::Folder;
            match name.as_str() {
                Layout::TEMPLATES if is_folder => self.list_templates(&mut listing.strays),
                Layout::OUT if is_folder => {}
                _ if matches!(
                    Layout::kind(&name),
                    Some(FileKind::Landlord | FileKind::Charter | FileKind::Coaching)
                ) => {}
                _ if is_folder => match Id::new(&name) {
                    Some(id) if self.exists(&Layout::council(&name).council) => listing.councils.push(id),
                    _ => listing.strays.push(self.stray_folder(name)),
                },
                _ => {
                    let names = [Layout::LANDLORD, Layout::CHARTER, Layout::COACHING];
                    listing.strays.push(stray_file("", name, &names));
                }
            }
        }
        listing
    }

    /// Lists a council's folder.
    pub fn list_council(&self, id: &str) -> CouncilListing {
        let paths = Layout::council(id);
        let mut listing = CouncilListing { ordinary: true, ..CouncilListing::default() };
        let (mut has_council, mut has_minutes) = (false, false);
        for (name, kind) in self.names(&paths.folder, &mut listing.strays) {
            match name.as_str() {
                "council.yaml" => has_council = kind == Entry::File,
                "plan.yaml" => {
                    listing.plan = true;
                    listing.ordinary &= kind == Entry::File;
                }
                // Listed once the sessions are known.
                "minutes" => has_minutes = true,
                "sessions" => self.list_sessions(&paths.sessions, &mut listing),
                "surveys" => self.list_surveys(&paths.surveys, &mut listing),
                _ => {
                    let names = ["council.yaml", "plan.yaml", "sessions", "surveys", "minutes"];
                    listing.strays.push(stray_file(&paths.folder, name, &names));
                }
            }
        }
        if has_minutes {
            self.list_minutes(&paths.minutes, &mut listing);
        }
        // It is opened wherever the folder cannot be listed, too.
        listing.ordinary &= has_council;
        listing.sessions.sort_unstable();
        listing
    }

    fn list_sessions(&self, folder: &str, listing: &mut CouncilListing) {
        for (name, kind) in self.names(folder, &mut listing.strays) {
            let id = name.strip_suffix(".yaml").and_then(|stem| stem.parse().ok());
            match (id, misnamed_session(&name)) {
                (Some(id), _) => {
                    listing.sessions.push(id);
                    listing.ordinary &= kind == Entry::File;
                }
                (None, Some(near)) => listing.strays.push(misnamed(folder, &name, format!("{near}.yaml"))),
                (None, None) => {
                    let reason = if looks_dated(&name) { StrayReason::NoSuchDate } else { StrayReason::Unknown };
                    listing.strays.push(Stray { path: format!("{folder}/{name}"), reason });
                }
            }
        }
    }

    fn list_surveys(&self, folder: &str, listing: &mut CouncilListing) {
        for (name, kind) in self.names(folder, &mut listing.strays) {
            let path = format!("{folder}/{name}");
            match (Layout::kind(&path), misnamed_survey(&name)) {
                (Some(FileKind::Survey(wave)), _) => {
                    listing.surveys.push(wave);
                    listing.ordinary &= kind == Entry::File;
                }
                (_, Some(near)) => listing.strays.push(misnamed(folder, &name, format!("{near}.yaml"))),
                (_, None) => listing.strays.push(Stray { path, reason: StrayReason::Unknown }),
            }
        }
    }

    fn list_minutes(&self, folder: &str, listing: &mut CouncilListing) {
        for (name, kind) in self.names(folder, &mut listing.strays) {
            let path = format!("{folder}/{name}");
            let misplaced = match kind {
                Entry::File | Entry::Unusual => None,
                Entry::Folder => Some(StrayReason::Unknown),
                Entry::BrokenLink => Some(StrayReason::Unreadable(ReadError::BrokenLink)),
            };
            if let Some(reason) = misplaced {
                listing.strays.push(Stray { path, reason });
                continue;
            }
            let id = name.strip_suffix(".md").and_then(|stem| stem.parse().ok());
            let reason = match (id, misnamed_session(name.strip_suffix(".md").unwrap_or(&name))) {
                (Some(id), _) if listing.sessions.contains(&id) => {
                    listing.minutes.insert(id);
                    listing.ordinary &= kind == Entry::File;
                    continue;
                }
                // Its session is there under a wrong name, which is told.
                (Some(id), _) if listing.has_misnamed(id) => continue,
                (Some(id), _) => StrayReason::NoSession(id),
                (None, Some(near)) => StrayReason::Misnamed(format!("{near}.md")),
                (None, None) => StrayReason::Unknown,
            };
            listing.strays.push(Stray { path, reason });
        }
    }

    fn list_templates(&self, strays: &mut Vec<Stray>) {
        let known: Vec<String> = DocumentKind::ALL.iter().map(|kind| format!("{}.md", kind.name())).collect();
        let known: Vec<&str> = known.iter().map(String::as_str).collect();
        for (name, _) in self.names(Layout::TEMPLATES, strays) {
            if Layout::kind(&format!("{}/{name}", Layout::TEMPLATES)).is_none() {
                strays.push(stray_file(Layout::TEMPLATES, name, &known));
            }
        }
    }

    /// A folder at the root that is no council's: it has no council.yaml, or its name is no identifier.
    fn stray_folder(&self, name: String) -> Stray {
        let has_council = self.exists(&format!("{name}/council.yaml"));
        let suggestion = Id::suggestion(&name);
        if let Some(stray) = self.misnamed_council(&name).filter(|_| !has_council) {
            return stray;
        }
        let reason = match has_council {
            true if !suggestion.is_empty() => StrayReason::Misnamed(suggestion),
            true => StrayReason::Unknown,
            false => StrayReason::NoCouncil,
        };
        Stray { path: name, reason }
    }

    /// A folder's `Council.yaml`, `council.yml` and the like.
    fn misnamed_council(&self, folder: &str) -> Option<Stray> {
        let names = self.names(folder, &mut Vec::new()).into_iter().filter(|(_, kind)| *kind != Entry::Folder);
        let mut strays = names.map(|(name, _)| stray_file(folder, name, &["council.yaml"]));
        strays.find(|stray| matches!(stray.reason, StrayReason::Misnamed(_)))
    }

    /// The names in a folder, in order, without those that are ignored; a name that is no text is a stray.
    fn names(&self, folder: &str, strays: &mut Vec<Stray>) -> Vec<(String, Entry)> {
        let disk = self.staged.on_disk(folder).unwrap_or_else(|| folder.to_owned());
        let place = if disk.is_empty() { self.root().to_owned() } else { self.place(&disk) };
        let entries = match std::fs::read_dir(place) {
            Ok(entries) => entries,
            Err(error) => {
                let reason = match error.kind() {
                    std::io::ErrorKind::NotADirectory => StrayReason::Unknown,
                    kind => StrayReason::Unreadable(kind.into()),
                };
                strays.push(Stray { path: folder.to_owned(), reason });
                return Vec::new();
            }
        };
        let mut names = Vec::new();
        for entry in entries.flatten() {
            let name = self.name_to_be(&disk, &entry.file_name().to_string_lossy());
            if is_ignored(&name) {
                continue;
            }
            let kind = match entry.file_type() {
                Ok(kind) if kind.is_symlink() => entry
                    .path()
                    .metadata()
                    .map_or(Entry::BrokenLink, |there| if there.is_dir() { Entry::Folder } else { Entry::Unusual }),
                Ok(kind) if kind.is_dir() => Entry::Folder,
                Ok(kind) if kind.is_file() => Entry::File,
                Ok(_) | Err(_) => Entry::Unusual,
            };
            names.push((name, kind));
        }
        names.sort_unstable();
        names
    }
}

impl Store {
    /// The name that what lies in a folder of the disk has once the staged changes are made.
    fn name_to_be(&self, folder: &str, name: &str) -> String {
        if self.staged.is_empty() {
            return name.to_owned();
        }
        let path = if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") };
        let path = self.staged.to_be(&path);
        path.rsplit('/').next().unwrap_or(&path).to_owned()
    }

    /// The files on the disk at a path: itself, or all that lie in a folder, in order. Links are not followed.
    pub fn files_at(&self, path: &str) -> Vec<String> {
        let Ok(entries) = std::fs::read_dir(self.place(path)).and_then(Iterator::collect::<Result<Vec<_>, _>>) else {
            return vec![path.to_owned()];
        };
        if std::fs::symlink_metadata(self.place(path)).is_ok_and(|metadata| metadata.is_symlink()) {
            return vec![path.to_owned()];
        }
        let mut names: Vec<String> =
            entries.iter().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
        names.sort_unstable();
        names.iter().flat_map(|name| self.files_at(&format!("{path}/{name}"))).collect()
    }
}

fn misnamed(folder: &str, name: &str, near: String) -> Stray {
    Stray { path: format!("{folder}/{name}"), reason: StrayReason::Misnamed(near) }
}

fn stray_file(folder: &str, name: String, names: &[&str]) -> Stray {
    let lower = name.to_lowercase().replace(".yml", ".yaml");
    let near: Vec<&str> =
        names.iter().filter(|known| strsim::damerau_levenshtein(&lower, known) <= 2).copied().collect();
    // Between two names nobody but the writer can choose.
    let reason = match near.as_slice() {
        [known] => StrayReason::Misnamed((*known).to_owned()),
        _ => StrayReason::Unknown,
    };
    let path = if folder.is_empty() { name } else { format!("{folder}/{name}") };
    Stray { path, reason }
}

/// Four digits, two, two: a date in form, if not in fact.
fn looks_dated(name: &str) -> bool {
    let form: String = name.chars().take(10).map(|sign| if sign.is_ascii_digit() { '0' } else { sign }).collect();
    form == "0000-00-00"
}
