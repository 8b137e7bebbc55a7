//! Which file of a record is where, and what a path is.

use crate::model::{DocumentKind, Id, Period, SessionId, WrittenFile, date_meant};

/// The kinds of file in a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileKind {
    /// `landlord.yaml`
    Landlord,
    /// `charter.yaml`
    Charter,
    /// `coaching.yaml`
    Coaching,
    /// `templates/<kind>.md`
    Template(DocumentKind),
    /// `<council>/council.yaml`
    Council,
    /// `<council>/plan.yaml`
    Plan,
    /// `<council>/sessions/<session>.yaml`
    Session(SessionId),
    /// `<council>/surveys/<period>.yaml`
    Survey(String),
    /// `<council>/minutes/<session>.md`
    Minutes(SessionId),
}

/// The paths of a record, from its root.
#[derive(Debug, Clone, Copy)]
pub struct Layout;

impl Layout {
    /// The landlord's file.
    pub const LANDLORD: &'static str = "landlord.yaml";
    /// The charter's.
    pub const CHARTER: &'static str = "charter.yaml";
    /// The coaching pilot's.
    pub const COACHING: &'static str = "coaching.yaml";
    /// The folder of the landlord's own templates.
    pub const TEMPLATES: &'static str = "templates";
    /// The folder of what is written anew whenever it is asked for; git ignores it.
    pub const OUT: &'static str = "out";
    /// The name of the survey file of figures whose period is unknown.
    pub const REPORTED: &'static str = "reported";

    /// The folder of what editors know the files by; hidden, and kept in the history for every copy to have it.
    pub const SCHEMAS: &'static str = ".schemas";
    /// The settings of Visual Studio Code for this folder.
    pub const EDITOR_SETTINGS: &'static str = ".vscode/settings.json";
    /// What Visual Studio Code proposes to install for this folder.
    pub const EDITOR_EXTENSIONS: &'static str = ".vscode/extensions.json";

    /// What the schema of a kind of file is called.
    pub fn schema_name(file: WrittenFile) -> String {
        format!("{}.schema.json", file.name())
    }

    /// The schema of a kind of file, in the record.
    pub fn schema(file: WrittenFile) -> String {
        format!("{}/{}", Self::SCHEMAS, Self::schema_name(file))
    }

    /// Says whether the record's history is to keep a file: the record's own, what `init` writes beside it, and the
    /// README and the attachments that people add.
    pub fn keeps(path: &str) -> bool {
        let name =
            path.split_once('/').filter(|(council, _)| Id::new(council).is_some()).map_or(path, |(_, name)| name);
        let is_beside = matches!(
            path,
            ".gitignore" | ".gitattributes" | ".editorconfig" | Self::EDITOR_SETTINGS | Self::EDITOR_EXTENSIONS
        ) || WrittenFile::ALL.into_iter().any(|file| Self::schema(file) == path);
        is_beside || name == "README.md" || name.starts_with("attachments/") || Self::kind(path).is_some()
    }

    /// Says whether a council's folder cannot have this name: the record keeps it for something else at its root, or
    /// Windows keeps it for a device and could not check the folder out.
    pub fn is_reserved(name: &str) -> bool {
        let port = name.strip_prefix("com").or_else(|| name.strip_prefix("lpt"));
        matches!(name, Self::TEMPLATES | Self::OUT | "attachments" | "con" | "prn" | "aux" | "nul")
            || port.is_some_and(|number| matches!(number.as_bytes(), [b'1'..=b'9']))
    }

    /// The landlord's own template of a kind of document.
    pub fn template(kind: DocumentKind) -> String {
        format!("{}/{}.md", Self::TEMPLATES, kind.name())
    }

    /// A document about the whole record; `of` is the day or the year that it is about.
    pub fn document(kind: DocumentKind, of: &str) -> String {
        format!("{}/{}-{of}.md", Self::OUT, kind.name())
    }

    /// The paths of a council.
    pub fn council(id: &str) -> CouncilPaths {
        CouncilPaths {
            council: format!("{id}/council.yaml"),
            plan: format!("{id}/plan.yaml"),
            sessions: format!("{id}/sessions"),
            surveys: format!("{id}/surveys"),
            minutes: format!("{id}/minutes"),
            folder: id.to_owned(),
        }
    }

    /// What a file's path makes it, from its parts; `None` where it is no file of a record.
    pub fn kind(path: &str) -> Option<FileKind> {
        let parts: Vec<&str> = path.split('/').collect();
        match parts.as_slice() {
            [Self::LANDLORD] => Some(FileKind::Landlord),
            [Self::CHARTER] => Some(FileKind::Charter),
            [Self::COACHING] => Some(FileKind::Coaching),
            [Self::TEMPLATES, name] => DocumentKind::named(name.strip_suffix(".md")?).map(FileKind::Template),
            [council, rest @ ..] if Id::new(council).is_some() => match rest {
                ["council.yaml"] => Some(FileKind::Council),
                ["plan.yaml"] => Some(FileKind::Plan),
                ["sessions", name] => Some(FileKind::Session(name.strip_suffix(".yaml")?.parse().ok()?)),
                ["minutes", name] => Some(FileKind::Minutes(name.strip_suffix(".md")?.parse().ok()?)),
                ["surveys", name] => {
                    let name = name.strip_suffix(".yaml")?;
                    let canonical = name.parse::<Period>().is_ok_and(|period| period.to_string() == name);
                    (canonical || name == Self::REPORTED).then(|| FileKind::Survey(name.to_owned()))
                }
                _ => None,
            },
            _ => None,
        }
    }
}

/// The paths of one council, from the record's root.
#[derive(Debug, Clone)]
pub struct CouncilPaths {
    /// The council's folder.
    pub folder: String,
    /// `council.yaml`
    pub council: String,
    /// `plan.yaml`
    pub plan: String,
    /// The folder of sessions.
    pub sessions: String,
    /// The folder of survey waves.
    pub surveys: String,
    /// The folder of minutes.
    pub minutes: String,
}

impl CouncilPaths {
    /// A session's file.
    pub fn session(&self, id: SessionId) -> String {
        format!("{}/{id}.yaml", self.sessions)
    }

    /// A session's minutes.
    pub fn minutes(&self, id: SessionId) -> String {
        format!("{}/{id}.md", self.minutes)
    }

    /// A document about this council; `of` is the day, the period or the year that it is about.
    pub fn document(&self, kind: DocumentKind, of: &str) -> String {
        format!("{}/{}/{}-{of}.md", Layout::OUT, self.folder, kind.name())
    }

    /// A survey wave's file.
    pub fn survey(&self, name: &str) -> String {
        format!("{}/{name}.yaml", self.surveys)
    }
}

/// The name a session's file should bear, where its own is near to one: `2023-5-10.yml`, `10-05-2023.yaml`.
pub fn misnamed_session(name: &str) -> Option<SessionId> {
    let stem = stem(name);
    if let Ok(id) = stem.parse() {
        return Some(id);
    }
    if let Some(date) = date_meant(stem) {
        return Some(SessionId { date, rank: 1 });
    }
    let (day, rank) = stem.rsplit_once(['-', '_', ' '])?;
    Some(SessionId { date: date_meant(day)?, rank: rank.parse().ok().filter(|rank| *rank > 0)? })
}

/// The name a survey wave's file should bear, where its own is near to one: `2023-10.yml`, `2023-T4.yaml`.
pub fn misnamed_survey(name: &str) -> Option<String> {
    let stem = stem(name);
    if stem.eq_ignore_ascii_case(Layout::REPORTED) {
        return Some(Layout::REPORTED.to_owned());
    }
    let upper = stem.to_ascii_uppercase().replace('_', "-");
    let period: Option<Period> = upper.parse().ok();
    period.map(|period| period.to_string()).or_else(|| {
        let (year, month) = upper.split_once('-')?;
        let padded: Period = format!("{year}-{month:0>2}").parse().ok()?;
        Some(padded.to_string())
    })
}

fn stem(name: &str) -> &str {
    let extension = [".yaml", ".yml", ".YAML", ".YML", ".yaml.txt", ".yml.txt", ".txt"];
    extension.iter().find_map(|end| name.strip_suffix(end)).unwrap_or(name)
}
