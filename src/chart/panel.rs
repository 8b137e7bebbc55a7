//! One question: the points over the years, their intervals, and their figures above, each led to its point.

use super::svg::{Anchor, Stroke, Svg};
use super::{Panel, WIDTH, Years, is_joined, is_shown};
use crate::document::Scores;
use crate::locale::{self, Language};
use crate::model::Period;
use crate::satisfaction::{FEWEST, Wave};
use crate::statistics::rounded;

/// Where the measures are: between the words of the axis and the margin.
const LEFT: f64 = 58.0;
const RIGHT: f64 = WIDTH - 16.0;
const HEIGHT: f64 = 160.0;

/// How wide a figure is, and how high with what it rests on.
const FIGURE: f64 = 51.0;
const FIGURES: f64 = 34.0;

/// How many waves have their figures written: the latest; more would not stand side by side.
const MOST_FIGURES: usize = 12;

/// How narrow the words of a year may stand, in pixels.
const YEAR: f64 = 36.0;

/// Draws a panel from this height on; the height below it.
pub(super) fn draw(svg: &mut Svg, panel: &Panel<'_>, years: Years, top: f64, language: Language) -> f64 {
    let top = svg.paragraph(panel.title, 14, "bold", top) + 10.0;
    let floor = top + FIGURES + 14.0 + HEIGHT;
    let across: Vec<f64> = panel.waves.iter().map(|wave| across(wave.period, years)).collect();
    let up = |percent: f64| floor - HEIGHT * percent / 100.0;
    axes(svg, years, floor, language);
    for (place, (before, wave)) in panel.waves.iter().zip(panel.waves.iter().skip(1)).enumerate() {
        if let (true, Some(from), Some(to)) =
            (is_joined(before, wave), before.proportion.percent(), wave.proportion.percent())
        {
            svg.line((across[place], up(from)), (across[place + 1], up(to)), Stroke::Course);
        }
    }
    let hidden = panel.waves.len().saturating_sub(MOST_FIGURES);
    let places = apart(across.get(hidden..).unwrap_or_default());
    for (index, (wave, x)) in panel.waves.iter().zip(&across).enumerate() {
        let peak = point(svg, wave, *x, up).unwrap_or(floor);
        let Some(place) = index.checked_sub(hidden).and_then(|index| places.get(index)) else { continue };
        let [score, base] = figure(wave, language);
        svg.text(&score, (*place, top + 12.0), Anchor::Middle, 12, "bold");
        svg.text(&base, (*place, top + 27.0), Anchor::Middle, 12, "normal");
        svg.line((*place, top + FIGURES), (*x, peak - 3.0), Stroke::Lead);
    }
    floor + 22.0
}

/// A wave's point with the bar of its interval; the height of its upper end. Nothing where no figure may be shown.
fn point(svg: &mut Svg, wave: &Wave<'_>, x: f64, up: impl Fn(f64) -> f64) -> Option<f64> {
    let percent = wave.proportion.percent().filter(|_| is_shown(wave))?;
    let interval = wave.proportion.interval();
    if let Some(interval) = interval.filter(|interval| interval.high > interval.low) {
        let (low, high) = (up(interval.low), up(interval.high));
        svg.line((x, low), (x, high), Stroke::Bar);
        for end in [low, high] {
            svg.line((x - 5.0, end), (x + 5.0, end), Stroke::Bar);
        }
    }
    svg.dot((x, up(percent)));
    Some(up(interval.map_or(percent, |interval| interval.high)).min(up(percent) - 4.5))
}

/// What stands above a wave: its score, and how many opinions that rests on.
fn figure(wave: &Wave<'_>, language: Language) -> [String; 2] {
    match wave.proportion.percent().filter(|_| is_shown(wave)) {
        Some(percent) => [
            Scores(language).percent(rounded(percent)),
            format!("n={}", locale::integer(wave.proportion.base, language)),
        ],
        None => ["–".to_owned(), format!("n<{FEWEST}")],
    }
}

/// The measures: per cent at the side, the years below.
fn axes(svg: &mut Svg, years: Years, floor: f64, language: Language) {
    for percent in [0_u32, 25, 50, 75, 100] {
        let y = floor - HEIGHT * f64::from(percent) / 100.0;
        svg.line((LEFT, y), (RIGHT, y), Stroke::Grid);
        let words = match language {
            Language::French => format!("{percent}\u{a0}%"),
            Language::English => format!("{percent}%"),
        };
        svg.text(&words, (LEFT - 8.0, y + 4.0), Anchor::End, 12, "normal");
    }
    let width = (RIGHT - LEFT) / f64::from(years.count());
    let mut free_from = f64::MIN;
    for year in 0..years.count() {
        let from = LEFT + width * f64::from(year);
        let middle = from + width / 2.0;
        if width >= 12.0 && year > 0 {
            svg.line((from, floor), (from, floor + 5.0), Stroke::Grid);
        }
        if middle - YEAR / 2.0 >= free_from {
            svg.text(&(years.first + year).to_string(), (middle, floor + 18.0), Anchor::Middle, 12, "normal");
            free_from = middle + YEAR / 2.0;
        }
    }
}

/// Where a period stands: at its middle.
fn across(period: Period, years: Years) -> f64 {
    let position = |year: i32, month: u32, day: u32| {
        f64::from(year - years.first) + f64::from(month - 1) / 12.0 + f64::from(day - 1) / 372.0
    };
    let (first, last) = (period.first(), period.last());
    let from = position(first.year(), first.month(), first.day());
    // To the end of the last day.
    let to = position(last.year(), last.month(), last.day() + 1);
    LEFT + (RIGHT - LEFT) * (from + to) / 2.0 / f64::from(years.count())
}

/// The same places, moved until figures stand side by side: pushed from the left, pushed from the right, and the middle of
/// both.
fn apart(wanted: &[f64]) -> Vec<f64> {
    let (least, most) = (FIGURE / 2.0, WIDTH - FIGURE / 2.0);
    let push_right = |places: &mut [f64]| {
        let mut free = least;
        for place in places {
            *place = place.max(free);
            free = *place + FIGURE;
        }
    };
    let push_left = |places: &mut [f64]| {
        let mut free = most;
        for place in places.iter_mut().rev() {
            *place = place.min(free);
            free = *place - FIGURE;
        }
    };
    let (mut one, mut other) = (wanted.to_vec(), wanted.to_vec());
    push_right(&mut one);
    push_left(&mut one);
    push_left(&mut other);
    push_right(&mut other);
    one.iter().zip(&other).map(|(one, other)| f64::midpoint(*one, *other)).collect()
}
