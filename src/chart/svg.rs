//! The text of a picture, and what escapes.

use super::{Setting, WIDTH};
use crate::render::escaped;
use std::fmt::Write as _;

/// What is drawn so far.
#[derive(Debug, Default)]
pub(super) struct Svg {
    body: String,
}

/// Which side of its place a text stands on.
#[derive(Debug, Clone, Copy)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// How a line is drawn.
#[derive(Debug, Clone, Copy)]
pub(super) enum Stroke {
    /// What measures.
    Grid,
    /// From a figure to its point.
    Lead,
    /// From wave to wave.
    Course,
    /// An interval.
    Bar,
}

impl Stroke {
    fn attributes(self) -> &'static str {
        match self {
            Self::Grid => "stroke-width=\"1\" stroke-opacity=\"0.2\"",
            Self::Lead => "stroke-width=\"1\" stroke-opacity=\"0.5\" stroke-dasharray=\"2 3\"",
            Self::Course => "stroke-width=\"2\"",
            Self::Bar => "stroke-width=\"2\" stroke-opacity=\"0.65\"",
        }
    }
}

impl Svg {
    /// A line between two points.
    pub(super) fn line(&mut self, from: (f64, f64), to: (f64, f64), stroke: Stroke) {
        let attributes = stroke.attributes();
        let [x1, y1, x2, y2] = [from.0, from.1, to.0, to.1].map(number);
        let line =
            format!("<line x1=\"{x1}\" y1=\"{y1}\" x2=\"{x2}\" y2=\"{y2}\" stroke=\"currentColor\" {attributes}/>\n");
        self.body.push_str(&line);
    }

    /// A point.
    pub(super) fn dot(&mut self, (x, y): (f64, f64)) {
        let [x, y] = [x, y].map(number);
        // A `String` takes every text.
        let _ = writeln!(self.body, "<circle cx=\"{x}\" cy=\"{y}\" r=\"4.5\" fill=\"currentColor\"/>");
    }

    /// A text on one line.
    pub(super) fn text(&mut self, text: &str, (x, y): (f64, f64), anchor: Anchor, size: u32, weight: &str) {
        let [x, y] = [x, y].map(number);
        let anchor = match anchor {
            Anchor::Start => "start",
            Anchor::Middle => "middle",
            Anchor::End => "end",
        };
        let text = escaped(text);
        let _ = writeln!(
            self.body,
            "<text x=\"{x}\" y=\"{y}\" text-anchor=\"{anchor}\" font-size=\"{size}\" font-weight=\"{weight}\" \
             fill=\"currentColor\">{text}</text>"
        );
    }

    /// A text over as many lines as it takes; the place below it.
    pub(super) fn paragraph(&mut self, text: &str, size: u32, weight: &str, top: f64) -> f64 {
        let size_of = f64::from(size);
        // A letter is taken to be half as wide as the type is high, and a little more in bold.
        let letter = if weight == "bold" { 0.58 } else { 0.53 };
        let mut below = top;
        for line in lines(text, (WIDTH - 16.0) / (letter * size_of)) {
            below += size_of * 1.3;
            self.text(&line, (8.0, below - size_of * 0.3), Anchor::Start, size, weight);
        }
        below
    }

    /// The whole picture.
    pub(super) fn finish(self, title: &str, description: &str, height: f64, setting: Setting) -> String {
        let (title, description) = (escaped(title), escaped(description));
        let (width, height) = (number(WIDTH), number(height.ceil()));
        // A page styles itself; a file stands alone, on a screen that may be dark.
        let style = match setting {
            Setting::Page => "",
            Setting::File => {
                "<style>svg{color:#1b1b1b;background:#fff}@media(prefers-color-scheme:dark){svg{color:#eee;background:#1b1b1b}}</style>\n"
            }
        };
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" \
             height=\"{height}\" font-family=\"system-ui, sans-serif\">\n<title>{title}</title>\n\
             <desc>{description}</desc>\n{style}{}</svg>\n",
            self.body
        )
    }
}

/// A place, to a tenth of a pixel.
fn number(value: f64) -> String {
    let text = format!("{value:.1}");
    text.strip_suffix(".0").map_or(text.clone(), str::to_owned)
}

/// A text in lines of so many letters; a longer word is cut.
fn lines(text: &str, letters: f64) -> Vec<String> {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "some dozens")]
    let most = letters.max(1.0) as usize;
    let mut lines = vec![String::new()];
    let mut used = 0;
    let words = text.split(|sign: char| sign == ' ' || sign.is_control()).filter(|word| !word.is_empty());
    for word in words {
        let letters: Vec<char> = word.chars().collect();
        for part in letters.chunks(most) {
            let blank = usize::from(used > 0);
            if used + blank + part.len() > most {
                lines.push(String::new());
                used = 0;
            }
            let Some(line) = lines.last_mut() else { continue };
            if used > 0 {
                line.push(' ');
                used += 1;
            }
            line.extend(part);
            used += part.len();
        }
    }
    lines
}
