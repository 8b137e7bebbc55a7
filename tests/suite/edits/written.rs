//! Texts as people write them: quotes, blocks, brackets, comments, blank lines, indentation, line ends; each with what it
//! says and where it says it.

use crate::chance::Dice;
use council::yaml::{Content, Route, Step};
use std::ops::Range;

/// How a value is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// On one line, bare or between quotes.
    Line,
    /// On several lines, bare or between quotes.
    Lines,
    /// Below `|` or `>`.
    Block,
    /// Not at all, or as `~`, `""`, `[]`, `{}`.
    Nothing,
    List,
    Map,
}

/// A value, and the bytes that it is written with.
#[derive(Debug, Clone)]
pub struct Spot {
    pub route: Route,
    pub form: Form,
    /// Its key; empty for an item of a list.
    pub key: Range<usize>,
    /// From behind the colon or the hyphen to its last byte.
    pub value: Range<usize>,
}

/// A text, what it says, and where.
#[derive(Debug)]
pub struct Written {
    pub text: String,
    pub content: Content,
    pub spots: Vec<Spot>,
}

pub const KEYS: [&str; 8] = ["alpha", "bravo", "charlie", "delta", "echo", "fox", "golf", "hotel"];
const BARE: [&str; 10] = [
    "Réparer l'éclairage",
    "Le square",
    "3 à 9, rue des Tilleuls",
    "2023-05-10",
    "18:30",
    "no",
    "1 200,50 €",
    "a#b",
    "d",
    "élu 😀",
];
const QUOTED: [&str; 8] = ["Point 1 : l'accès", "lot #12", "- tiret", "[x]", "é\u{a0}!", "a: b", "\\", "« oui »"];

struct Author<'d> {
    dice: &'d mut Dice,
    text: String,
    spots: Vec<Spot>,
    eol: &'static str,
    /// A text below `|+` would take in a blank line.
    keeps: bool,
}

impl Written {
    pub fn random(dice: &mut Dice) -> Self {
        let eol = if dice.one_in(3) { "\r\n" } else { "\n" };
        let mut author = Author { dice, text: String::new(), spots: Vec::new(), eol, keeps: false };
        let content = author.map(0, &Route::top(), 0);
        author.aside(0);
        let Author { mut text, spots, keeps, .. } = author;
        if dice.one_in(4) && !keeps {
            text.truncate(text.trim_end_matches(['\r', '\n']).len());
        }
        let spots = spots.into_iter().map(|mut spot| {
            spot.value.end = spot.value.end.min(text.len());
            spot
        });
        Self { spots: spots.collect(), text, content }
    }
}

impl Author<'_> {
    fn write(&mut self, text: impl AsRef<str>) {
        self.text.push_str(text.as_ref());
    }

    fn end_line(&mut self) {
        self.text.push_str(self.eol);
    }

    /// Blank lines and comments.
    fn aside(&mut self, indent: usize) {
        for _ in 0..2 {
            if self.dice.one_in(5) && !self.keeps {
                self.end_line();
            }
            if self.dice.one_in(6) {
                let margin = if self.dice.one_in(4) { 0 } else { indent };
                self.text.push_str(&" ".repeat(margin));
                let remark = self.dice.pick(&["# à voir", "#", "# title: \"ancien", "#x"]);
                self.text.push_str(remark);
                self.end_line();
                self.keeps = false;
            }
        }
    }

    fn remark(&mut self) {
        if self.dice.one_in(6) {
            self.text.push_str(self.dice.pick(&["  # voir lot #12", " #", " # : - |"]));
        }
    }

    fn map(&mut self, indent: usize, route: &Route, depth: usize) -> Content {
        let mut entries = Vec::new();
        let mut keys: Vec<&str> = KEYS.to_vec();
        for place in 0..=self.dice.below(4) {
            let key = keys.remove(self.dice.below(keys.len()));
            // The first key of an item stands behind its hyphen.
            if place > 0 || self.text.is_empty() || self.text.ends_with('\n') {
                self.aside(indent);
                self.text.push_str(&" ".repeat(indent));
            }
            let start = self.text.len();
            let written = match self.dice.below(8) {
                0 => format!("\"{key}\""),
                1 => format!("'{key}'"),
                _ => key.to_owned(),
            };
            self.write(written);
            let key_range = start..self.text.len();
            self.text.push_str(if self.dice.one_in(9) { " :" } else { ":" });
            let value = self.value(indent, &route.clone().then(key), key_range, depth, true);
            entries.push((key.to_owned(), value));
        }
        Content::Map(entries)
    }

    fn list(&mut self, indent: usize, route: &Route, depth: usize) -> Content {
        let items = (0..=self.dice.below(3)).map(|index| {
            self.aside(indent);
            self.text.push_str(&" ".repeat(indent));
            self.text.push('-');
            self.value(indent, &route.clone().then(index), 0..0, depth, false)
        });
        Content::List(items.collect())
    }

    /// What follows a colon or a hyphen, with the end of its line.
    fn value(&mut self, indent: usize, route: &Route, key: Range<usize>, depth: usize, in_map: bool) -> Content {
        self.keeps = false;
        let start = self.text.len();
        let at = self.spots.len();
        let spot = Spot { route: route.clone(), form: Form::Line, key, value: start..start };
        self.spots.push(spot);
        let (form, content) = match self.dice.below(if depth < 3 { 14 } else { 9 }) {
            0 => (Form::Lines, self.lines(indent)),
            1 | 2 => {
                let content = self.block(indent);
                (Form::Block, content)
            }
            3 if in_map => {
                self.text.push_str(self.dice.pick(&["", "", " ~", " \"\"", " []", " {}"]));
                (Form::Nothing, Content::text(""))
            }
            4 => self.flow(route),
            5..=8 | 3 => (Form::Line, self.line()),
            9..=11 if in_map => {
                self.remark();
                self.end_line();
                let deeper = if self.dice.one_in(4) { 0 } else { 2 };
                (Form::List, self.list(indent + deeper, route, depth + 1))
            }
            _ if in_map => {
                self.remark();
                self.end_line();
                let deeper = self.dice.pick(&[1, 2, 2, 2, 4]);
                (Form::Map, self.map(indent + deeper, route, depth + 1))
            }
            _ => {
                self.text.push(' ');
                (Form::Map, self.map(indent + 2, route, depth + 1))
            }
        };
        let spot = &mut self.spots[at];
        spot.form = form;
        spot.value.end = self.text.len();
        if !self.text.ends_with('\n') {
            self.remark();
        }
        if !self.text.ends_with('\n') {
            self.end_line();
        }
        content
    }

    fn line(&mut self) -> Content {
        self.text.push(' ');
        let (text, written) = match self.dice.below(3) {
            0 => {
                let text = self.dice.pick(&QUOTED);
                (text, format!("\"{}\"", text.replace('\\', "\\\\")))
            }
            1 => {
                let text = self.dice.pick(&QUOTED);
                (text, format!("'{}'", text.replace('\'', "''")))
            }
            _ => {
                let text = self.dice.pick(&BARE);
                (text, text.to_owned())
            }
        };
        self.text.push_str(&written);
        Content::text(text)
    }

    fn lines(&mut self, indent: usize) -> Content {
        let margin = " ".repeat(indent + 2);
        let quote = self.dice.pick(&["", "\"", "'"]);
        self.write(format!(" {quote}une{}{margin}suite{quote}", self.eol));
        Content::text("une suite")
    }

    fn block(&mut self, indent: usize) -> Content {
        let sign = self.dice.pick(&["|", "|-", "|+", ">", ">-"]);
        let comment = if self.dice.one_in(5) { "  # texte" } else { "" };
        let margin = " ".repeat(indent + self.dice.below(3) + 1);
        self.write(format!(" {sign}{comment}{}", self.eol));
        let words = self.dice.pick(&["Une ligne", "# pas un commentaire", "a: b", "- x"]);
        self.write(format!("{margin}{words}{}{margin}deux{}", self.eol, self.eol));
        let joint = if sign.starts_with('|') { "\n" } else { " " };
        let mut content = format!("{words}{joint}deux");
        if !sign.ends_with('-') {
            content.push('\n');
        }
        if sign.ends_with('+') {
            for _ in 0..self.dice.below(3) {
                self.end_line();
                content.push('\n');
            }
            self.keeps = true;
        }
        Content::Text(content)
    }

    fn flow(&mut self, route: &Route) -> (Form, Content) {
        let is_map = self.dice.one_in(2);
        self.text.push_str(if is_map { " {" } else { " [" });
        let mut entries = Vec::new();
        let most = 1 + self.dice.below(2);
        for (index, name) in KEYS.into_iter().enumerate().take(most) {
            if index > 0 {
                self.text.push_str(", ");
            }
            let key = self.text.len();
            let inner = if is_map {
                self.text.push_str(name);
                route.clone().then(name)
            } else {
                route.clone().then(index)
            };
            let key = key..self.text.len();
            if is_map {
                self.text.push(':');
            }
            let start = self.text.len();
            let text = self.dice.pick(&["a", "2023-Q4", "no"]);
            let quote = self.dice.pick(&["", "\"", "'"]);
            self.write(format!(" {quote}{text}{quote}"));
            let value = start..self.text.len();
            self.spots.push(Spot { route: inner, form: Form::Line, key, value });
            entries.push((name.to_owned(), Content::text(text)));
        }
        self.text.push_str(self.dice.pick(if is_map { &["}", " }", ",}"] } else { &["]", " ]", ", ]"] }));
        if is_map {
            (Form::Map, Content::Map(entries))
        } else {
            (Form::List, Content::List(entries.into_iter().map(|(_, item)| item).collect()))
        }
    }
}

/// The value where the steps lead, made where nothing stands.
fn at<'c>(content: &'c mut Content, steps: &[Step]) -> &'c mut Content {
    let Some((step, rest)) = steps.split_first() else { return content };
    match step {
        Step::Key(key) => {
            if *content == Content::text("") {
                *content = Content::Map(Vec::new());
            }
            let Content::Map(entries) = content else { panic!("no map") };
            if !entries.iter().any(|(entry, _)| entry == key) {
                entries.push((key.clone(), Content::text("")));
            }
            at(&mut entries.iter_mut().find(|(entry, _)| entry == key).unwrap().1, rest)
        }
        Step::Index(index) => match content {
            Content::List(items) => at(&mut items[*index], rest),
            one => at(one, rest),
        },
    }
}

pub fn put(content: &mut Content, route: &Route, value: Content) {
    *at(content, route.steps()) = value;
}

pub fn push(content: &mut Content, route: &Route, item: Content) {
    let list = at(content, route.steps());
    match list {
        Content::List(items) => items.push(item),
        nothing => *nothing = Content::List(vec![item]),
    }
}

pub fn rename(content: &mut Content, route: &Route, key: &str) {
    let (Step::Key(old), steps) = route.steps().split_last().unwrap() else { panic!("an item has no key") };
    let Content::Map(entries) = at(content, steps) else { panic!("no map") };
    key.clone_into(&mut entries.iter_mut().find(|(entry, _)| entry == old).unwrap().0);
}
