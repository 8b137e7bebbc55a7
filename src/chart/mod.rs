//! Satisfaction over the years as a picture (SVG): each wave's score with its 95 % interval, a panel a question. Used by
//! `satisfaction --chart`, and by pages, in which it may stand as it is: it has no id, no script, and loads nothing.
//!
//! All that it shows it also says, in its `<desc>`.

mod panel;
mod said;
mod svg;

use crate::locale::Language;
use crate::model::Landlord;
use crate::satisfaction::{FEWEST, Series, Wave};
use svg::Svg;

/// Its width, in pixels.
const WIDTH: f64 = 640.0;

/// A question over its waves.
#[derive(Debug, Clone, Copy)]
pub struct Panel<'a> {
    /// The question, as it is put.
    pub title: &'a str,
    /// Its waves, the earliest first.
    pub waves: &'a [Wave<'a>],
}

impl<'a> Panel<'a> {
    /// A council's series, under the question as the landlord puts it.
    pub fn of(series: &'a Series<'a>, landlord: &'a Landlord) -> Self {
        let declared = landlord.questions.get(series.question);
        Self { title: declared.map_or(series.question, |question| question.text.as_str()), waves: &series.waves }
    }
}

/// Where the picture is to stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Setting {
    /// In a page, whose colours it takes. The page says what it is about.
    Page,
    /// In a file of its own: with its title, and colours for a light and a dark screen.
    File,
}

/// Draws the questions of this council one below another, over the same years. Of fewer than [`FEWEST`] opinions no figure is shown.
pub fn chart(council: &str, panels: &[Panel<'_>], setting: Setting, language: Language) -> String {
    let title = said::title(council, language);
    let mut svg = Svg::default();
    let years = Years::of(panels);
    let mut top = 8.0;
    if setting == Setting::File {
        top = svg.paragraph(&title, 18, "bold", top);
        top += 8.0;
    }
    for panel in panels {
        top = panel::draw(&mut svg, panel, years, top, language) + 20.0;
    }
    let notes = said::notes(panels, language);
    for note in &notes {
        top = svg.paragraph(note, 12, "normal", top) + 2.0;
    }
    svg.finish(&title, &said::description(panels, language), top + 8.0, setting)
}

/// Says whether a wave has opinions enough for its figure to be shown.
fn is_shown(wave: &Wave<'_>) -> bool {
    wave.proportion.base >= FEWEST && wave.proportion.percent().is_some()
}

/// Says whether a line may be drawn from a wave to the one after it.
fn is_joined(before: &Wave<'_>, wave: &Wave<'_>) -> bool {
    is_shown(before) && is_shown(wave) && wave.change_from(before).is_some_and(|change| change.verdict().is_some())
}

/// The years that all panels span, whole ones.
#[derive(Debug, Clone, Copy)]
struct Years {
    first: i32,
    last: i32,
}

impl Years {
    fn of(panels: &[Panel<'_>]) -> Self {
        let waves = || panels.iter().flat_map(|panel| panel.waves);
        let first = waves().map(|wave| wave.period.first().year()).min().unwrap_or_default();
        let last = waves().map(|wave| wave.period.last().year()).max().unwrap_or_default();
        Self { first, last }
    }

    fn count(self) -> i32 {
        self.last - self.first + 1
    }
}
