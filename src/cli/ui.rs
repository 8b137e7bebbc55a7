//! The only door to the terminal, and what was said to every command: the language, the colours, the day, the folder.
//! Once the reader has gone (`council … | head -1`) what is printed is dropped, so that the work and the exit status
//! stay the same.

use std::io::{self, IsTerminal, Write as _};
use std::path::{Path, PathBuf};

use chrono::Local;
use clap::ValueEnum;
use clap::builder::{StyledStr, Styles};
use council::locale::Language;
use council::locale::command_line::Failure;
use council::model::Date;

// Variants have no doc comments: clap would take them for help.
/// When to print in colour.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq, ValueEnum)]
pub enum Color {
    // On a terminal, unless `NO_COLOR` says otherwise.
    #[default]
    Auto,
    // Everywhere, `NO_COLOR` or not.
    Always,
    // Nowhere.
    Never,
}

impl Color {
    fn on(self, stream: &impl IsTerminal) -> bool {
        match self {
            Self::Always => true,
            Self::Never => false,
            Self::Auto => !no_color() && stream.is_terminal(),
        }
    }
}

fn no_color() -> bool {
    std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty())
}

/// The terminal, and what was said to every command.
#[derive(Debug)]
pub struct Ui {
    stdout: io::Stdout,
    stderr: io::Stderr,
    language: Language,
    asked_language: Option<Language>,
    color: Color,
    today: Option<Date>,
    record: Option<PathBuf>,
}

impl Ui {
    /// Opens the door with what is known before the arguments are read.
    pub fn new(language: Language, color: Color) -> Self {
        Self {
            stdout: io::stdout(),
            stderr: io::stderr(),
            language,
            asked_language: None,
            color,
            today: None,
            record: None,
        }
    }

    /// Takes over what the arguments, once read, say to every command.
    pub fn listen(&mut self, language: Option<Language>, color: Color, today: Option<Date>, record: Option<PathBuf>) {
        self.asked_language = language;
        self.language = language.unwrap_or(self.language);
        self.color = color;
        self.today = today;
        self.record = record;
    }

    /// The language to speak.
    pub fn language(&self) -> Language {
        self.language
    }

    /// The day of `--today`, or the machine's.
    pub fn today(&self) -> Date {
        self.today.unwrap_or_else(|| Date::clamped(Local::now().date_naive()))
    }

    /// The language of `--lang`, where it was said: what is printed of a document is then in it.
    pub fn asked_language(&self) -> Option<Language> {
        self.asked_language
    }

    /// The folder of `--record`.
    pub fn record(&self) -> Option<&Path> {
        self.record.as_deref()
    }

    /// Whether what was asked for is printed in colour.
    pub fn color_out(&self) -> bool {
        self.color.on(&self.stdout)
    }

    /// How many characters a line of the terminal has; nothing where what was asked for goes elsewhere.
    pub fn width(&self) -> Option<u16> {
        let size = terminal_size::terminal_size().filter(|_| self.stdout.is_terminal());
        size.map(|(width, _)| width.0)
    }

    /// Whether messages are printed in colour.
    pub fn color_err(&self) -> bool {
        self.color.on(&self.stderr)
    }

    /// Prints what was asked for, as it is.
    pub fn out(&mut self, text: &str) -> Result<(), Failure> {
        unless_reader_gone(self.stdout.write_all(text.as_bytes()))
    }

    /// Prints a page of clap's.
    pub fn out_styled(&mut self, page: &StyledStr) -> Result<(), Failure> {
        if self.color_out() { self.out(&page.ansi().to_string()) } else { self.out(&page.to_string()) }
    }

    /// Prints everything else, as it is. Where nobody can be told, nobody is.
    pub fn err(&mut self, text: &str) {
        let _ = self.stderr.write_all(text.as_bytes());
    }

    /// Shows how far the work has come, in place of what was shown before; on a terminal only. `None` takes it away.
    pub fn progress(&mut self, text: Option<&str>) {
        if self.stderr.is_terminal() {
            self.err(&format!("\r\x1b[K{}", text.unwrap_or_default()));
        }
    }

    /// Prints one line that says why the program stops.
    pub fn error(&mut self, message: &str) {
        let title = self.language.command_line().headings.error;
        if self.color_err() {
            let styles = Styles::styled();
            let style = styles.get_error();
            self.err(&format!("{style}{title}:{style:#} {message}\n"));
        } else {
            self.err(&format!("{title}: {message}\n"));
        }
    }

    /// Makes sure that all that was printed has left.
    pub fn flush(&mut self) -> Result<(), Failure> {
        unless_reader_gone(self.stdout.flush())
    }
}

fn unless_reader_gone(written: io::Result<()>) -> Result<(), Failure> {
    match written {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(Failure::Output(error)),
        Err(_) | Ok(()) => Ok(()),
    }
}
