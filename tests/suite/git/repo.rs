//! A repository with a record, in a folder of its own and out of reach of the machine's settings.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::Arc;
use tempfile::TempDir;

/// What a command said: on stdout, on stderr, and its exit status. No-break spaces are ordinary ones, to be read.
pub type Said = (String, String, i32);

/// A clone of a record, and the person who works in it.
pub struct Repo {
    /// What is shared by all clones of a test: the place, and the settings.
    home: Arc<TempDir>,
    /// The repository's folder.
    pub root: PathBuf,
    /// The record's folder.
    pub record: PathBuf,
    author: String,
}

const LANDLORD: &str = "name: Habitat des Deux Rives\n";
const COUNCIL: &str = "name: Conseil de Résidents des Tilleuls\nscope: le quartier\n";
pub const PLAN: &str = "actions:
  bancs:
    title: Remettre les bancs en état
    decided: 2023-05-03
    owner: landlord
    due: 2024
";
/// Names that nobody would choose; a line end cannot stand in one on Windows.
pub const ODD_FOLDER: &str = if cfg!(windows) { "l'été ici" } else { "l'été\nici" };
pub const ODD_FILE: &str = if cfg!(windows) { "devis — 2.pdf" } else { "devis\n— 2.pdf" };
pub const SESSION: &str = "status: held\npurpose: faire connaissance\n";

impl Repo {
    /// A record with two councils, committed by plain git, in a repository of its own.
    pub fn new() -> Self {
        Self::below("")
    }

    /// The same, in a folder of the repository.
    pub fn below(folder: &str) -> Self {
        let repo = Self::bare_folder(folder);
        repo.git("init --quiet -b main");
        repo.put("landlord.yaml", LANDLORD);
        repo.put("les-tilleuls/council.yaml", COUNCIL);
        repo.put("les-tilleuls/plan.yaml", PLAN);
        repo.put("les-tilleuls/sessions/2023-05-03.yaml", SESSION);
        repo.put("le-parc/council.yaml", "name: Conseil du Parc\nscope: le parc\n");
        repo.git("add .");
        repo.git("commit --quiet -m début");
        repo
    }

    /// A folder that nothing is in yet.
    pub fn bare_folder(folder: &str) -> Self {
        let home = tempfile::tempdir().unwrap();
        let root = home.path().join("registre");
        let record = if folder.is_empty() { root.clone() } else { root.join(folder) };
        std::fs::create_dir_all(&record).unwrap();
        let repo = Self { home: Arc::new(home), root, record, author: "Anne".to_owned() };
        repo.settings("[user]\n\tname = Anne\n\temail = anne@example.org\n");
        repo
    }

    /// Somebody else's clone of what is shared at `shared.git`.
    pub fn clone_for(&self, author: &str) -> Self {
        let root = self.home.path().join(author);
        let repo = Self { home: Arc::clone(&self.home), record: root.clone(), root, author: author.to_owned() };
        let shared = self.shared();
        let output = repo
            .command("git", self.home.path())
            .arg("clone")
            .args(["--quiet", "-b", "main"])
            .arg(shared)
            .arg(&repo.root)
            .output();
        assert!(output.as_ref().is_ok_and(|output| output.status.success()), "{output:?}");
        repo
    }

    /// The bare repository that clones share.
    pub fn shared(&self) -> PathBuf {
        self.home.path().join("shared.git")
    }

    /// Makes the shared repository, and pushes to it.
    pub fn share(&self) {
        let shared = self.shared();
        let init = self
            .command("git", self.home.path())
            .args(["init", "--quiet", "--bare", "-b", "main"])
            .arg(&shared)
            .output();
        assert!(init.unwrap().status.success());
        self.git(&format!("remote add origin {}", shared.display()));
        self.git("push --quiet --set-upstream origin main");
    }

    /// Writes the user's own `~/.gitconfig`.
    pub fn settings(&self, text: &str) {
        std::fs::write(self.home.path().join(".gitconfig"), text).unwrap();
    }

    /// Where nothing is shared with other tests.
    pub fn home(&self) -> &Path {
        self.home.path()
    }

    pub fn put(&self, path: &str, text: &str) {
        put(&self.record.join(path), text);
    }

    pub fn remove(&self, path: &str) {
        std::fs::remove_file(self.record.join(path)).unwrap();
    }

    pub fn rename(&self, from: &str, to: &str) {
        std::fs::rename(self.record.join(from), self.record.join(to)).unwrap();
    }

    pub fn text(&self, path: &str) -> String {
        std::fs::read_to_string(self.record.join(path)).unwrap()
    }

    /// Writes after the end of a file.
    pub fn append(&self, path: &str, text: &str) {
        self.put(path, &format!("{}{text}", self.text(path)));
    }

    /// A program in a folder, with settings of its own and the `council` that is tested first in its path.
    pub fn command(&self, program: &str, folder: &Path) -> Command {
        let mut command = Command::new(program);
        for (name, _) in std::env::vars_os() {
            if name.to_string_lossy().starts_with("GIT_") || name.to_string_lossy().starts_with("COUNCIL_") {
                command.env_remove(name);
            }
        }
        let tested = Path::new(env!("CARGO_BIN_EXE_council")).parent().unwrap();
        let path = std::env::var_os("PATH").unwrap_or_default();
        let paths = [tested.to_owned()].into_iter().chain(std::env::split_paths(&path));
        command
            .current_dir(folder)
            .env("PATH", std::env::join_paths(paths).unwrap())
            .env("HOME", self.home.path())
            .env("GIT_CONFIG_GLOBAL", self.home.path().join(".gitconfig"))
            .env("GIT_CONFIG_NOSYSTEM", "1")
            .env("GIT_CEILING_DIRECTORIES", self.home.path())
            .env("GIT_TERMINAL_PROMPT", "0")
            .env("no_proxy", "127.0.0.1")
            .env("GIT_AUTHOR_NAME", &self.author)
            .env("GIT_AUTHOR_DATE", "2023-05-10T18:30:00+0200");
        command
    }

    /// `council`, with these arguments, in the record.
    pub fn council_command(&self, args: &[&str]) -> Command {
        let mut command = self.command(env!("CARGO_BIN_EXE_council"), &self.record);
        command.args(["--today", "2023-05-15"]).args(args);
        command
    }

    pub fn council(&self, line: &str) -> Said {
        said(&self.council_command(&line.split_whitespace().collect::<Vec<_>>()).output().unwrap())
    }

    /// Runs git in the repository, which must work; gives what it prints.
    #[track_caller]
    pub fn git(&self, line: &str) -> String {
        let output = self.try_git(line);
        assert!(output.status.success(), "git {line}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    pub fn try_git(&self, line: &str) -> Output {
        self.command("git", &self.root).args(line.split_whitespace()).output().unwrap()
    }

    /// The whole message of the latest commit, without its last line end.
    pub fn message(&self) -> String {
        self.git("log -1 --format=%B").trim_end().replace('\u{a0}', " ")
    }

    /// The files of the latest commit, as `M path`.
    pub fn committed(&self) -> Vec<String> {
        let shown = self.git("-c core.quotepath=false show --no-renames --name-status --format= HEAD");
        shown.lines().map(|line| line.replace('\t', " ")).collect()
    }

    /// How many commits there are.
    pub fn commits(&self) -> usize {
        self.git("rev-list --count HEAD").trim().parse().unwrap()
    }

    /// Writes a hook that runs this.
    #[cfg(unix)]
    pub fn hook(&self, name: &str, script: &str) {
        use std::os::unix::fs::PermissionsExt as _;
        let path = self.root.join(".git/hooks").join(name);
        put(&path, &format!("#!/bin/sh\n{script}\n"));
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o755)).unwrap();
    }
}

pub fn put(place: &Path, text: &str) {
    std::fs::create_dir_all(place.parent().unwrap()).unwrap();
    std::fs::write(place, text).unwrap();
}

pub fn said(output: &Output) -> Said {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    let (out, err) = (text(&output.stdout), text(&output.stderr));
    // What is quoted of a file has its own spaces.
    for line in out.lines().chain(err.lines()).filter(|line| !line.contains(" |") && !line.contains(" ::: ")) {
        let breaking = [" :", " ;", " ?", " !", "« ", " »"].into_iter().find(|breaking| line.contains(breaking));
        assert_eq!(breaking, None, "{line}");
    }
    (out.replace('\u{a0}', " "), err.replace('\u{a0}', " "), output.status.code().unwrap())
}
