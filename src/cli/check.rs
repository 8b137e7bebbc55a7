//! `council check`: every problem of the record in one run.

use std::path::PathBuf;

use clap::ValueEnum;
use council::check::{Checked, Scope, Told, check, grouped};
use council::diagnostic::{Diagnostic, Severity, json, text};
use council::locale::Language;
use council::locale::command_line::Failure;
use council::mend::offered;

use super::Outcome;
use super::changed;
use super::chosen;
use super::fix::fix;
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
    #[arg(long, value_name = "RULE")]
    pub rule: Vec<String>,
    #[arg(long, value_name = "SEVERITY")]
    pub severity: Option<Only>,
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

/// The problems that are told, by their severity.
#[derive(Clone, Copy, Debug, Eq, PartialEq, ValueEnum)]
pub enum Only {
    // Those that make the record unreliable.
    Error,
    // Those that somebody should look at.
    Warning,
}

impl Only {
    fn severity(self) -> Severity {
        match self {
            Self::Error => Severity::Error,
            Self::Warning => Severity::Warning,
        }
    }
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

/// Checks the record.
pub fn run(args: &Args, ui: &mut Ui) -> anyhow::Result<Outcome> {
    let wanted = Wanted::of(args)?;
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
    let (fixed, scope) =
        if args.fix { fix(&opened, lock.as_ref(), scope, &|found| wanted.includes(found), ui)? } else { (0, scope) };
    // What was written is read again.
    let opened = if fixed > 0 && lock.is_some() { Opened::find(ui)? } else { opened };
    let checked = wanted.of_those(check(&opened.record, &scope, ui.today()));
    print(&opened, &checked, &wanted, args.format, ui)?;
    let language = ui.language();
    if !args.fix && args.format == Format::Text {
        ui.out(&language.may_be_mended(offered(&opened.record, &checked.diagnostics)))?;
    }
    if fixed > 0 {
        ui.err(&language.mended(fixed, args.dry_run));
    }
    let denied = args.deny == Some(Level::Warnings) && checked.count(Severity::Warning) > 0;
    Ok(if denied || checked.count(Severity::Error) > 0 { Outcome::RecordHasErrors } else { Outcome::Well })
}

/// What was asked to be told; all else is neither told nor mended, and does not count.
struct Wanted {
    rules: Vec<&'static str>,
    severity: Option<Severity>,
}

impl Wanted {
    fn of(args: &Args) -> Result<Self, Failure> {
        let rules = args.rule.iter().map(|name| chosen::rule(name).map(|rule| rule.name)).collect::<Result<_, _>>()?;
        Ok(Self { rules, severity: args.severity.map(Only::severity) })
    }

    // Every rule has run all the same: what one finds can depend on what others did.
    fn of_those(&self, mut checked: Checked) -> Checked {
        checked.diagnostics.retain(|diagnostic| self.includes(diagnostic));
        checked
    }

    fn includes(&self, diagnostic: &Diagnostic) -> bool {
        let is_severe = self.severity.is_none_or(|severity| severity == diagnostic.severity);
        is_severe && (self.rules.is_empty() || self.rules.contains(&diagnostic.rule))
    }

    /// Says what was left out, where something may have been.
    fn words(&self, language: Language) -> String {
        language.only_told(&self.rules, self.severity.map(|severity| severity == Severity::Error))
    }
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

fn print(opened: &Opened, checked: &Checked, wanted: &Wanted, format: Format, ui: &mut Ui) -> anyhow::Result<()> {
    let language = ui.language();
    match format {
        Format::Json => {
            for diagnostic in &checked.diagnostics {
                ui.out(&json::render(diagnostic, language))?;
            }
        }
        Format::Text => {
            tell(opened, checked, wanted, ui)?;
            let (errors, warnings) = (checked.count(Severity::Error), checked.count(Severity::Warning));
            ui.out(&language.checked(checked.files, errors, warnings, checked.partial))?;
            ui.out(&wanted.words(language))?;
            if let Some(first) = checked.diagnostics.first() {
                ui.out(&language.how_to_explain(first.rule))?;
            }
        }
    }
    Ok(())
}

/// Prints the problems for people. Whoever asks for a rule wants all that it finds.
fn tell(opened: &Opened, checked: &Checked, wanted: &Wanted, ui: &mut Ui) -> anyhow::Result<()> {
    let language = ui.language();
    let shown_path = |path: &str| opened.shown(path);
    let style = text::Style { language, color: ui.color_out(), shown_path: &shown_path };
    let told = if wanted.rules.is_empty() {
        grouped(&checked.diagnostics)
    } else {
        checked.diagnostics.iter().map(Told::Problem).collect()
    };
    for part in told {
        match part {
            Told::Problem(diagnostic) => ui.out(&text::render(diagnostic, &style))?,
            Told::Others { rule, council, count } => ui.out(&language.and_others(rule, council, count))?,
        }
    }
    Ok(())
}
