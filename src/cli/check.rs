//! `council check`: every problem of the record in one run.

use std::path::PathBuf;

use clap::ValueEnum;
use council::check::{Checked, Scope, check};
use council::diagnostic::{Severity, json, text};

use super::Outcome;
use super::changed;
use super::fix;
use super::opened::Opened;
use super::ui::Ui;

// Neither fields nor variants have doc comments: clap would take them for help. The help is `council::locale::command_line::Check`.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    #[arg(long, value_name = "REV", num_args = 0..=1, default_missing_value = "HEAD", conflicts_with = "paths")]
    pub changed: Option<String>,
    #[arg(long)]
    pub fix: bool,
    #[arg(long, requires = "fix", conflicts_with = "format")]
    pub dry_run: bool,
    #[arg(long, value_name = "LEVEL")]
    pub deny: Option<Level>,
    #[arg(long, default_value_t, value_enum)]
    pub format: Format,
}

/// Problems that do not fail a check by themselves.
#[derive(Clone, Copy, Debug, Eq, PartialEq, ValueEnum)]
pub enum Level {
    // Those that a careful secretary would notice.
    Warnings,
}

/// How problems are laid out.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq, ValueEnum)]
pub enum Format {
    // For people.
    #[default]
    Text,
    // An object a line.
    Json,
}

/// How often `--fix` looks again: a mended line can bring another fault of the same file to light.
const MOST_ROUNDS: usize = 20;

/// Checks the record.
pub fn run(args: &Args, ui: &mut Ui) -> anyhow::Result<Outcome> {
    let (opened, lock) = if args.fix && !args.dry_run {
        let (opened, lock) = Opened::to_write(ui)?;
        (opened, Some(lock))
    } else {
        (Opened::find(ui)?, None)
    };
    let Some(scope) = scope(&opened, args)? else {
        if args.format == Format::Text {
            let said = ui.language().nothing_changed();
            ui.out(said)?;
        }
        return Ok(Outcome::Well);
    };
    let mut checked = check(&opened.record, &scope, ui.today());
    let mut mended = 0;
    if args.fix {
        for _ in 0..MOST_ROUNDS {
            let edits = fix::edits(&checked.diagnostics);
            if edits.is_empty() {
                break;
            }
            for (path, edits) in edits {
                mended += fix::mend(&opened, path, &edits, lock.as_ref(), ui)?;
            }
            if args.dry_run {
                break;
            }
            checked = check(&Opened::find(ui)?.record, &scope, ui.today());
        }
    }
    print(&opened, &checked, args.format, ui)?;
    if mended > 0 {
        let language = ui.language();
        ui.err(&language.mended(mended, args.dry_run));
    }
    let denied = args.deny == Some(Level::Warnings) && checked.count(Severity::Warning) > 0;
    Ok(if denied || checked.count(Severity::Error) > 0 { Outcome::RecordHasErrors } else { Outcome::Well })
}

/// What is to be checked; `None` where nothing has changed.
fn scope(opened: &Opened, args: &Args) -> anyhow::Result<Option<Scope>> {
    if let Some(revision) = &args.changed {
        return Ok(changed::scope_since(opened, revision)?);
    }
    let paths: Vec<String> = args.paths.iter().map(|path| opened.in_record(path)).collect::<Result<_, _>>()?;
    let whole = paths.is_empty() || paths.iter().any(String::is_empty);
    Ok(Some(if whole { Scope::Whole } else { Scope::Paths(paths) }))
}

fn print(opened: &Opened, checked: &Checked, format: Format, ui: &mut Ui) -> anyhow::Result<()> {
    let language = ui.language();
    match format {
        Format::Json => {
            for diagnostic in &checked.diagnostics {
                ui.out(&json::render(diagnostic, language))?;
            }
        }
        Format::Text => {
            let shown_path = |path: &str| opened.shown(path);
            let style = text::Style { language, color: ui.color_out(), shown_path: &shown_path };
            for diagnostic in &checked.diagnostics {
                ui.out(&text::render(diagnostic, &style))?;
            }
            let (errors, warnings) = (checked.count(Severity::Error), checked.count(Severity::Warning));
            ui.out(&language.checked(checked.files, errors, warnings, checked.partial))?;
            if let Some(first) = checked.diagnostics.first() {
                ui.out(&language.how_to_explain(first.rule))?;
            }
        }
    }
    Ok(())
}
