//! Templates: the built-in ones and the landlord's own. A fault in one is told at its place, a misspelt variable too.

use super::engine::{FUEL, environment, tidy};
use super::facts::MinutesFacts;
use super::kind::Kind;
use super::native::{Writer, writer};
use super::prepared::Prepared;
use super::sample::{self, Sample};
use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::locale::no_break;
use crate::locale::problem::{Reading, TemplateFault};
use crate::model::{DocumentKind, Language};
use crate::record::{Record, TextFile};
use crate::store::Layout;
use crate::yaml::Source;
use minijinja::value::Serde;
use minijinja::{Environment, ErrorKind};
use serde::Serialize;
use serde_json::Value;
use std::fmt;
use std::ops::Range;

/// The wording of a document.
///
/// A line of nothing but `{% … %}` leaves no trace; every other line keeps its end.
#[derive(Debug, Clone)]
pub struct Template {
    /// What it is a template of.
    pub kind: DocumentKind,
    /// Its path, from the record's root; for a built-in one, its name.
    pub path: String,
    /// Its text, as it was written.
    pub text: String,
    /// The language it is in.
    pub language: Language,
    /// Where the build made Rust of it.
    native: Option<Writer>,
    prepared: Prepared,
    /// Holds it compiled, for all that is written with it.
    environment: Environment<'static>,
    /// Why it could not be compiled.
    refused: Option<TemplateError>,
}

/// Why a document cannot be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DocumentError {
    /// A file it is made of could not be read; `check` says why.
    Unreadable,
    /// The template is wrong.
    Template(TemplateError),
}

impl From<TemplateError> for DocumentError {
    fn from(error: TemplateError) -> Self {
        Self::Template(error)
    }
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
    /// The template that a kind of document is written with: the landlord's own, or the built-in one. `None` where its
    /// own cannot be read.
    pub fn of(record: &Record, kind: DocumentKind, language: Language) -> Option<Self> {
        Self::chosen(record.own_template(kind).as_ref(), kind, language)
    }

    /// The same, where the landlord's own is read already.
    pub fn chosen(own: Option<&TextFile>, kind: DocumentKind, language: Language) -> Option<Self> {
        match own {
            None => Some(Self::built_in(kind, language)),
            Some(file) => file.readable().map(|text| Self::own(kind, text, language)),
        }
    }

    /// The built-in template of a kind of document.
    pub fn built_in(kind: DocumentKind, language: Language) -> Self {
        let path = format!("templates/{}/{}.md", language.code(), kind.name());
        let mut template = Self::new(kind, path, Kind::from(kind).wording(language), language);
        template.native = writer(kind, language);
        template
    }

    /// The landlord's own template of a kind of document.
    pub fn own(kind: DocumentKind, text: &str, language: Language) -> Self {
        let mut template = Self::new(kind, Layout::template(kind), text, language);
        template.environment.set_fuel(Some(FUEL));
        template
    }

    fn new(kind: DocumentKind, path: String, text: &str, language: Language) -> Self {
        let text = text.to_owned();
        let prepared = Prepared::new(&text);
        let mut environment = environment(language);
        let compiled = environment.add_template_owned(path.clone(), prepared.text.clone());
        let mut template = Self { kind, path, text, language, native: None, prepared, environment, refused: None };
        template.refused = compiled.err().map(|error| template.error(&error));
        if template.refused.is_none() && writes_nothing(&template.text) {
            let range = Source::new(&template.text).line_range(1);
            let fault = TemplateFault::WritesNothing;
            template.refused = Some(TemplateError { path: template.path.clone(), range, fault });
        }
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
        Ok(self.finished(&text))
    }

    /// The same for minutes, by what the build made of the built-in template where it is that one.
    ///
    /// # Errors
    /// What is wrong with the template, at its place.
    pub(super) fn minutes(&self, facts: &MinutesFacts) -> Result<String, TemplateError> {
        let Some(write) = self.native else { return self.render(facts) };
        let mut text = String::with_capacity(8 * 1024);
        write(facts, &mut text);
        Ok(self.finished(&text))
    }

    fn finished(&self, text: &str) -> String {
        no_break(&tidy(text), self.language)
    }

    /// Looks for what is wrong without a record at hand: every variable on every way through the template, then a
    /// rendering over samples, from one in which everything is said to one in which hardly anything is.
    ///
    /// # Errors
    /// The first thing that is wrong.
    pub fn verify(&self) -> Result<(), TemplateError> {
        let compiled = self.compiled()?;
        let sample = self.sample(Sample::FULL);
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
            let nearest = sample::nearest(&sample, &name);
            return Err(self.unknown_variable(at..at + name.len(), name, nearest));
        }
        for sample in Sample::all() {
            compiled.render(Serde(&self.sample(sample))).map_err(|error| self.error(&error))?;
        }
        Ok(())
    }

    fn sample(&self, sample: Sample) -> Value {
        (Kind::from(self.kind).sample)(sample)
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
                let nearest = sample::nearest_field(&self.sample(Sample::FULL), &written);
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
        let known = sample::names(&self.sample(Sample::FULL));
        let fault = TemplateFault::UnknownVariable { name, nearest, known };
        TemplateError { path: self.path.clone(), range, fault }
    }
}

/// Says whether a template has nothing but comments, tags and blanks.
fn writes_nothing(text: &str) -> bool {
    let mut rest = text.trim_start();
    while let Some((_, end)) = [("{#", "#}"), ("{%", "%}")].into_iter().find(|(start, _)| rest.starts_with(start)) {
        let Some((_, after)) = rest.split_once(end) else { return false };
        rest = after.trim_start();
    }
    rest.is_empty()
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
