//! `council completions`: the script that teaches a shell to complete commands, and the answers to that script, which asks
//! the program itself: options, councils, sessions, actions and rules, as the record has them at that moment. On a record
//! that is broken or missing it offers what it can, and says nothing.

use std::ffi::{OsStr, OsString};
use std::sync::Arc;

use clap::{Command, ValueEnum};
use clap_complete::engine::{ArgValueCandidates, CompletionCandidate};
use clap_complete::env::{EnvCompleter, Shells};
use council::check::RULES;
use council::model::{Id, Plan};
use council::record::File;
use council::store::{Layout, Store};

use super::opened::Opened;
use super::ui::{Color, Ui};
use super::{Outcome, help, preamble};

/// Set by the script, to its shell's name, where it asks.
const VARIABLE: &str = "COUNCIL_COMPLETE";

// Fields have no doc comments: clap would take them for help. The help is `council::locale::command_line::Completions`.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(value_name = "SHELL")]
    pub shell: Shell,
}

/// The shells that can be taught.
#[derive(Clone, Copy, Debug, Eq, PartialEq, ValueEnum)]
pub enum Shell {
    // Of most Linux systems, and of Git on Windows.
    Bash,
    // Of macOS.
    Zsh,
    // A friendlier one.
    Fish,
    // Of Windows.
    Powershell,
}

impl Shell {
    fn completer(self) -> &'static dyn EnvCompleter {
        match self {
            Self::Bash => &clap_complete::env::Bash,
            Self::Zsh => &clap_complete::env::Zsh,
            Self::Fish => &clap_complete::env::Fish,
            Self::Powershell => &clap_complete::env::Powershell,
        }
    }
}

/// Prints the script of a shell.
pub fn run(args: &Args, ui: &mut Ui) -> anyhow::Result<Outcome> {
    let mut script = Vec::new();
    args.shell.completer().write_registration(VARIABLE, "council", "council", "council", &mut script)?;
    ui.out(&String::from_utf8_lossy(&script))?;
    Ok(Outcome::Well)
}

/// Answers the script, where it is the one who asks: `council -- council minutes les-ti`. Nobody reads a complaint there.
pub fn answered(args: &[OsString], ui: &mut Ui) -> bool {
    let Some(shell) = std::env::var_os(VARIABLE).filter(|shell| !shell.is_empty()) else { return false };
    let Some(line) = args.iter().position(|word| word == "--").map(|end| args[end + 1..].to_vec()) else {
        return false;
    };
    if let Some(answer) = answer(&shell, line, ui) {
        let _ = ui.out(&answer);
    }
    true
}

fn answer(shell: &OsStr, line: Vec<OsString>, ui: &mut Ui) -> Option<String> {
    ui.listen(None, Color::Never, None, preamble::record(&line));
    let words = line.iter().skip(1).filter_map(|word| word.to_str()).map(str::to_owned).collect();
    let known = Arc::new(Known { store: Opened::store(ui).ok(), words });
    let mut command = knowing(help::command(ui.language().command_line()), &known);
    let here = std::env::current_dir().ok();
    let mut answer = Vec::new();
    let shells = Shells::builtins();
    let completer = shells.completer(shell.to_str()?)?;
    completer.write_complete(&mut command, line, here.as_deref(), &mut answer).ok()?;
    String::from_utf8(answer).ok()
}

/// What a value names.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Kind {
    Action,
    Council,
    Rule,
    Session,
}

impl Kind {
    fn of(command: &str, argument: &str) -> Option<Self> {
        match (command, argument) {
            ("update", "id") => Some(Self::Action),
            (_, "council") | ("actions", "only") | ("check", "paths") => Some(Self::Council),
            (_, "rule") => Some(Self::Rule),
            // The sender's address.
            ("send", "from") => None,
            (_, "session" | "sessions" | "at" | "decided" | "from") => Some(Self::Session),
            _ => None,
        }
    }
}

/// The command, with what is known for each argument that names something of the record.
fn knowing(command: Command, known: &Arc<Known>) -> Command {
    let name = command.get_name().to_owned();
    let with_candidates = |arg: clap::Arg| match Kind::of(&name, arg.get_id().as_str()) {
        Some(kind) => {
            let known = Arc::clone(known);
            arg.add(ArgValueCandidates::new(move || known.candidates(kind)))
        }
        None => arg,
    };
    command.mut_args(with_candidates).mut_subcommands(|command| knowing(command, known))
}

/// What the line says so far, and the record that it is about.
struct Known {
    store: Option<Store>,
    words: Vec<String>,
}

impl Known {
    fn candidates(&self, kind: Kind) -> Vec<CompletionCandidate> {
        match kind {
            Kind::Action => self.actions(),
            Kind::Council => self.councils().into_iter().map(|id| CompletionCandidate::new(id.as_str())).collect(),
            Kind::Rule => RULES.iter().map(|rule| CompletionCandidate::new(rule.name)).collect(),
            Kind::Session => self.sessions(),
        }
    }

    fn councils(&self) -> Vec<Id> {
        self.store.as_ref().map(|store| store.list_root().councils).unwrap_or_default()
    }

    /// The council that the line names, or the only one that there is.
    fn council(&self) -> Option<String> {
        let store = self.store.as_ref()?;
        let named = self.words.iter().find(|word| store.has_council(word)).cloned();
        named.or_else(|| match self.councils().as_slice() {
            [only] => Some(only.to_string()),
            _ => None,
        })
    }

    fn sessions(&self) -> Vec<CompletionCandidate> {
        let (Some(store), Some(council)) = (&self.store, self.council()) else { return Vec::new() };
        let sessions = store.list_council(&council).sessions;
        sessions.iter().map(|id| CompletionCandidate::new(id.to_string())).collect()
    }

    /// The actions of the plan, each with its title, as far as the plan can be read.
    fn actions(&self) -> Vec<CompletionCandidate> {
        let (Some(store), Some(council)) = (&self.store, self.council()) else { return Vec::new() };
        let path = Layout::council(&council).plan;
        let Ok(bytes) = store.read(&path) else { return Vec::new() };
        let file = File::<Plan>::of(path, bytes);
        let actions = file.value().into_iter().flat_map(|plan| &plan.actions);
        let titled = |(id, action): (&Id, &council::model::Action)| {
            CompletionCandidate::new(id.as_str()).help(Some(action.title.as_str().to_owned().into()))
        };
        actions.map(titled).collect()
    }
}
