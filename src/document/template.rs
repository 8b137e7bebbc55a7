//! Templates: the built-in ones and the landlord's own. A fault in one is told at its place, a misspelt variable too.

use super::engine::{Prepared, environment, tidy};
use super::sample;
use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::locale::no_break;
use crate::locale::problem::{Reading, TemplateFault};
use crate::model::Language;
use crate::record::{Record, TextFile};
use crate::store::Layout;
use crate::yaml::Source;
use minijinja::value::Serde;
use minijinja::{Environment, ErrorKind};
use serde::Serialize;
use std::fmt;
use std::ops::Range;

/// The wording of a document.
///
/// A line of nothing but `{% … %}` leaves no trace; every other line keeps its end.
#[derive(Debug, Clone)]
pub struct Template {
    /// Its path, from the record's root; for a built-in one, its name.
    pub path: String,
    /// Its text, as it was written.
    pub text: String,
    /// The language it is in.
    pub language: Language,
    prepared: Prepared,
    /// Holds it compiled, for all that is written with it.
    environment: Environment<'static>,
    /// Why it could not be compiled.
    refused: Option<TemplateError>,
}

/// What is wrong with a template, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateError {
    /// The template's path.
    pub path: String,
    /// The bytes of its text.
    pub range: Range<usize>,
    /// What is wrong.
    pub fault: TemplateFault,
}

impl fmt::Display for TemplateError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} at byte {}: {:?}", self.path, self.range.start, self.fault)
    }
}

impl std::error::Error for TemplateError {}

impl TemplateError {
    /// The error as a problem of the record, at its place in the template's text.
    pub fn diagnostic(&self, text: &str) -> Diagnostic {
        Diagnostic {
            rule: "template-error",
            severity: Severity::Error,
            path: self.path.clone(),
            place: Some(Place::new(&Source::new(text), self.range.clone())),
            problem: Reading::Template(self.fault.clone()).into(),
            related: None,
            fix: None,
        }
    }
}

impl Template {
    /// The template that a record's minutes are written with: the landlord's own, or the built-in one. `None` where its
    /// own cannot be read.
    pub fn of(record: &Record, language: Language) -> Option<Self> {
        Self::chosen(record.own_template().as_ref(), language)
    }

    /// The same, where the landlord's own is read already.
    pub fn chosen(own: Option<&TextFile>, language: Language) -> Option<Self> {
        match own {
            None => Some(Self::built_in_minutes(language)),
            Some(file) => file.readable().map(|text| Self::own_minutes(text, language)),
        }
    }

    /// The built-in template of minutes.
    pub fn built_in_minutes(language: Language) -> Self {
        let (path, text) = match language {
            Language::French => ("templates/fr/minutes.md", include_str!("../../templates/fr/minutes.md")),
            Language::English => ("templates/en/minutes.md", include_str!("../../templates/en/minutes.md")),
        };
        Self::new(path, text, language)
    }

    /// The landlord's own template of minutes.
    pub fn own_minutes(text: &str, language: Language) -> Self {
        Self::new(Layout::MINUTES_TEMPLATE, text, language)
    }

    fn new(path: &str, text: &str, language: Language) -> Self {
        let (path, text) = (path.to_owned(), text.to_owned());
        let prepared = Prepared::new(&text);
        let mut environment = environment(language);
        let compiled = environment.add_template_owned(path.clone(), prepared.text.clone());
        let mut template = Self { path, text, language, prepared, environment, refused: None };
        template.refused = compiled.err().map(|error| template.error(&error));
        template
    }

    fn compiled(&self) -> Result<minijinja::Template<'_, '_>, TemplateError> {
        match &self.refused {
            Some(error) => Err(error.clone()),
            None => self.environment.get_template(&self.path).map_err(|error| self.error(&error)),
        }
    }

    /// Renders the template over these facts: LF line ends, no more than one blank line in a row, one at the end.
    ///
    /// # Errors
    /// What is wrong with the template, at its place.
    pub fn render(&self, facts: &impl Serialize) -> Result<String, TemplateError> {
        let text = self.compiled()?.render(Serde(facts)).map_err(|error| {
            // What is wrong whatever the session tells more than what was wrong with this one.
            self.verify().err().unwrap_or_else(|| self.error(&error))
        })?;
        Ok(no_break(&tidy(&text), self.language))
    }

    /// Looks for what is wrong without a session at hand: every variable on every way through the template, then a
    /// rendering over a sample in which everything is said, and over one in which hardly anything is.
    ///
    /// # Errors
    /// The first thing that is wrong.
    pub fn verify(&self) -> Result<(), TemplateError> {
        let compiled = self.compiled()?;
        let sample = sample::minutes();
        let mut unknown: Vec<(usize, String)> = compiled
            .undeclared_variables(true)
            .into_iter()
            .filter(|name| {
                !sample::knows(&sample, name) && self.environment.globals().all(|(global, _)| global != name)
            })
            .map(|name| (place_of(&self.text, &name).map_or(0, |place| place.start), name))
            .collect();
        unknown.sort();
        if let Some((at, name)) = unknown.into_iter().next() {
            let nearest = sample::nearest(&name);
            return Err(self.unknown_variable(at..at + name.len(), name, nearest));
        }
        for facts in [sample, sample::sparse()] {
            compiled.render(Serde(&facts)).map_err(|error| self.error(&error))?;
        }
        Ok(())
    }

    fn error(&self, error: &minijinja::Error) -> TemplateError {
        let range = error.range().map(|range| self.prepared.original(range));
        let range = range.filter(|range| self.text.get(range.clone()).is_some()).unwrap_or_else(|| {
            let line = error.line().unwrap_or(1);
            Source::new(&self.text).line_range(line)
        });
        let written = self.text.get(range.clone()).unwrap_or_default().to_owned();
        let fault = match error.kind() {
            ErrorKind::UndefinedError => {
                let nearest = sample::nearest_field(&written);
                return self.unknown_variable(range, written, nearest);
            }
            ErrorKind::UnknownFilter
            | ErrorKind::UnknownTest
            | ErrorKind::UnknownFunction
            | ErrorKind::UnknownMethod => TemplateFault::UnknownFunction { name: written },
            ErrorKind::OutOfFuel => TemplateFault::TooLong,
            ErrorKind::SyntaxError => TemplateFault::Malformed,
            ErrorKind::MissingArgument | ErrorKind::TooManyArguments => TemplateFault::WrongArguments { name: written },
            _ => TemplateFault::Impossible { name: written },
        };
        TemplateError { path: self.path.clone(), range, fault }
    }

    fn unknown_variable(&self, range: Range<usize>, name: String, nearest: Option<String>) -> TemplateError {
        TemplateError {
            path: self.path.clone(),
            range,
            fault: TemplateFault::UnknownVariable { name, nearest, known: sample::names() },
        }
    }
}

/// The bytes of a name inside `{{ … }}` or `{% … %}`, as a whole word.
fn place_of(text: &str, name: &str) -> Option<Range<usize>> {
    let is_part = |sign: char| sign.is_alphanumeric() || sign == '_';
    text.match_indices(name).map(|(at, _)| at).find_map(|at| {
        let (before, after) = (text.get(..at)?, text.get(at + name.len()..)?);
        let opened = before.rfind("{{").max(before.rfind("{%"));
        let closed = before.rfind("}}").max(before.rfind("%}"));
        let whole = !before.ends_with(|sign| is_part(sign) || sign == '.') && !after.starts_with(is_part);
        (whole && opened > closed).then(|| at..at + name.len())
    })
}
