//! Problems as people read them: the user's own line, underlined, and what to do.

use super::{Diagnostic, Place, Severity};
use crate::model::Language;
use annotate_snippets::{AnnotationKind, Element, Group, Level, Renderer, Snippet};

/// How problems are printed.
pub struct Style<'a> {
    /// The language of the words.
    pub language: Language,
    /// Whether colours are used.
    pub color: bool,
    /// Turns a path of the record into one from the current folder.
    pub shown_path: &'a dyn Fn(&str) -> String,
}

/// A problem in full, with a blank line after it.
pub fn render(diagnostic: &Diagnostic, style: &Style<'_>) -> String {
    let language = style.language;
    let words = diagnostic.problem.words(language);
    let (error, warning, help) = match language {
        Language::French => ("erreur", "attention", "aide\u{a0}"),
        Language::English => ("error", "warning", "help"),
    };
    let (level, name) = match diagnostic.severity {
        Severity::Error => (Level::ERROR, error),
        Severity::Warning => (Level::WARNING, warning),
    };
    let space = if language == Language::French { "\u{a0}" } else { "" };
    let level = level.with_name(format!("{name}[{}]{space}", diagnostic.rule));
    let mut group = Group::with_title(level.primary_title(words.message.as_str()));
    let path = (style.shown_path)(&diagnostic.path);
    group = match &diagnostic.place {
        Some(place) => group.element(snippet(place, path, &words.label, AnnotationKind::Primary)),
        None => group.element(annotate_snippets::Origin::path(path)),
    };
    if let Some((path, place)) = &diagnostic.related {
        let path = (style.shown_path)(path);
        group = group.element(snippet(place, path, &words.related, AnnotationKind::Context));
    }
    if let Some(remedy) = words.remedy() {
        group = group.element(Element::from(Level::HELP.with_name(help).message(remedy)));
    }
    let renderer = if style.color { Renderer::styled() } else { Renderer::plain() };
    let mut text = renderer.render(&[group]);
    text.push_str("\n\n");
    text
}

fn snippet<'a>(
    place: &'a Place,
    path: String,
    label: &'a str,
    kind: AnnotationKind,
) -> Snippet<'a, annotate_snippets::Annotation<'a>> {
    let (start, end) = place.underlined;
    let annotation = kind.span(start..end);
    let annotation = if label.is_empty() { annotation } else { annotation.label(label) };
    Snippet::source(place.line.as_str()).line_start(place.start.line).path(path).annotation(annotation)
}
