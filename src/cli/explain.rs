//! `council explain`: what a rule finds, why it matters and how to mend it; without a rule, all of them, a line each. No
//! record is needed.

use std::fmt::Write as _;

use clap::builder::{StyledStr, Styles};
use council::check::{RULES, Rule, Section};
use council::diagnostic::Severity;
use council::locale::Language;

use super::ui::Ui;
use super::wrap::wrapped;
use super::{Outcome, chosen};

// Fields have no doc comments: clap would take them for help. The help is `council::locale::command_line::Explain`.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(value_name = "RULE")]
    pub rule: Option<String>,
}

/// How many columns a text takes at most, however wide the terminal.
const WIDEST: usize = 100;

/// How many columns it takes at least.
const NARROWEST: usize = 24;

/// Explains a rule, or lists them.
pub fn run(args: &Args, ui: &mut Ui) -> anyhow::Result<Outcome> {
    let width = ui.width().map_or(WIDEST, |width| usize::from(width).min(WIDEST));
    let text = match &args.rule {
        Some(name) => page(chosen::rule(name)?, ui.language(), width),
        None => list(ui.language(), width),
    };
    ui.out_styled(&StyledStr::from(text))?;
    Ok(Outcome::Well)
}

fn is_error(rule: &Rule) -> bool {
    rule.severity == Severity::Error
}

fn heading(text: &str) -> String {
    let styles = Styles::styled();
    let style = styles.get_header();
    format!("{style}{text}{style:#}\n")
}

/// A rule's page for a terminal: its files as they are, its paragraphs in lines that fit.
fn page(rule: &Rule, language: Language, width: usize) -> String {
    let page = rule.page(language);
    let mut text = heading(&format!("{} ({})", rule.name, language.severity_name(is_error(rule))));
    for section in Section::ALL {
        text.push('\n');
        text.push_str(&heading(section.heading(language)));
        let blocks: Vec<String> = page
            .section(section)
            .split("```")
            .enumerate()
            .flat_map(|(place, part)| blocks(place, part, language, width))
            .collect();
        text.push_str(&blocks.join("\n"));
    }
    text
}

/// What stands between two fences: inside, a file after the word that says its kind; outside, paragraphs.
fn blocks(place: usize, part: &str, language: Language, width: usize) -> Vec<String> {
    if place % 2 == 1 {
        return part.split_once('\n').map(|(_, file)| indented(file, 4)).into_iter().collect();
    }
    let paragraphs = part.split("\n\n").map(str::trim).filter(|paragraph| !paragraph.is_empty());
    let lines = paragraphs.map(|paragraph| {
        let plain = language.without_backticks(&paragraph.replace('\n', " "));
        indented(&wrapped(&plain, fitting(width, 2)), 2)
    });
    lines.collect()
}

/// How many columns are left beside an indentation, on a terminal that is not absurdly narrow.
fn fitting(width: usize, indentation: usize) -> usize {
    width.saturating_sub(indentation).max(NARROWEST)
}

fn indented(text: &str, columns: usize) -> String {
    let mut moved = String::new();
    for line in text.lines() {
        let _ = writeln!(moved, "{:columns$}{line}", "");
    }
    moved
}

/// Every rule with what it finds, by severity.
fn list(language: Language, width: usize) -> String {
    let longest = RULES.iter().map(|rule| rule.name.len()).max().unwrap_or(0);
    let column = longest + 4;
    let mut text = String::new();
    for severity in [Severity::Error, Severity::Warning] {
        text.push_str(&heading(language.rules_of_severity(severity == Severity::Error)));
        for rule in RULES.iter().filter(|rule| rule.severity == severity) {
            let gist = language.without_backticks(&rule.page(language).gist());
            let gist = wrapped(&gist, fitting(width, column));
            for (index, line) in gist.lines().enumerate() {
                let name = if index == 0 { rule.name } else { "" };
                let _ = writeln!(text, "  {name:longest$}  {line}");
            }
        }
        text.push('\n');
    }
    text.push_str(&language.how_to_explain(RULES.first().map_or("", |rule| rule.name)));
    text
}
