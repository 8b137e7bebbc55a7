//! Changes to a text: the value asked for, and no other byte. Tried by the tens of thousands on texts written in every
//! way that people write them.

pub mod written;

use crate::chance::Dice;
use council::route;
use council::yaml::{Change, ChangeError, Content, KeyOrder, Route, Tree, change, merge};
use std::ops::Range;
use written::{Form, KEYS, Spot, Written};

/// How many random changes are tried.
///
/// `COUNCIL_CHANGES` asks for another number.
const CHANGES: u64 = 20_000;

/// Texts that ask for care when they are written.
const ASKED: [&str; 33] = [
    "Réparer",
    "2023-Q4",
    "18:30",
    "1200.50",
    "no",
    "~",
    "null",
    "",
    "  autour  ",
    "- tiret",
    "* étoile",
    "#dièse",
    "a #b",
    "a: b",
    "a:",
    "[x]",
    "{",
    "\"q\"",
    "'",
    "\\",
    "|",
    "> y",
    "!",
    "% z",
    "@",
    "`",
    "?",
    "é\u{a0}: 😀",
    "\u{7}",
    "ligne\nautre",
    "fin\n",
    "\n début",
    "un\n\n  # deux\ntrois",
];

fn order(_: &Route) -> KeyOrder {
    KeyOrder::Of(&KEYS)
}

fn alphabetical(_: &Route) -> KeyOrder {
    KeyOrder::Alphabetical { apart: true }
}

#[test]
fn what_cannot_be_changed_alone_is_refused() {
    let refused = |text: &str, route: Route, content: Content| {
        let error = change(text, &Change::Set { route: route.clone(), content }, order).unwrap_err();
        assert!(matches!(&error, ChangeError::Nowhere(at) | ChangeError::Unwritable(at) if *at == route), "{error}");
    };
    // A list is no text; an item is not made out of nothing; a text holds no entry.
    refused("owner:\n  - r1\n  - g1\n", route!["owner"], Content::text("r1"));
    refused("answers:\n  - a\n", route!["answers", 3], Content::text("b"));
    refused("works: bientôt\n", route!["works", "from"], Content::text("2023"));
    // The key of an entry may stand on a line of its own.
    refused("? due\n:\n", route!["due"], Content::text("2023"));
    let asked = Change::Set { route: route!["a"], content: Content::text("b") };
    for unreadable in ["a: \"b\n", "a: 1\na: 2\n", "a: &x 1\n"] {
        assert_eq!(change(unreadable, &asked, order), Err(ChangeError::Unreadable), "{unreadable}");
    }
}

#[test]
fn a_random_change_says_what_was_asked_and_touches_no_other_byte() {
    let tries = std::env::var("COUNCIL_CHANGES").ok().and_then(|number| number.parse().ok()).unwrap_or(CHANGES);
    for seed in 0..tries {
        let mut dice = Dice::new(seed);
        let written = Written::random(&mut dice);
        let (asked, spot) = random_change(&written, &mut dice);
        let orders = [order, alphabetical];
        match change(&written.text, &asked, orders[dice.below(2)]) {
            Ok(changed) => hold(&written, spot, &asked, &changed, seed),
            Err(error) => panic!("seed {seed}: {error}\n{asked:?}\n{}", written.text),
        }
    }
}

#[test]
fn two_changes_of_one_text_go_together_or_not_at_all() {
    let (mut together, mut apart) = (0, 0);
    for seed in 0..4_000 {
        let mut dice = Dice::new(seed);
        let written = Written::random(&mut dice);
        let (one, _) = random_change(&written, &mut dice);
        let (other, _) = random_change(&written, &mut dice);
        let is_rename = |asked: &Change| matches!(asked, Change::Rename { .. });
        if route(&one).meets(route(&other)) && one != other || is_rename(&one) || is_rename(&other) {
            continue;
        }
        let texts = [&one, &other].map(|asked| change(&written.text, asked, order).unwrap());
        let [ours, theirs] = &texts;
        match merge(&written.text, ours, theirs, order) {
            None => apart += 1,
            Some(both) => {
                together += 1;
                let read = Content::of(&Tree::parse(&both).unwrap().top);
                let asked = |first: &Change, second: &Change| {
                    let mut content = written.content.clone();
                    make(&mut content, first);
                    make(&mut content, second);
                    content
                };
                let is_both = one == other && like(&asked_once(&written, &one), &read)
                    || like(&asked(&one, &other), &read)
                    || like(&asked(&other, &one), &read);
                assert!(is_both, "seed {seed}\n{one:?}\n{other:?}\n--- base\n{}\n--- both\n{both}", written.text);
            }
        }
    }
    assert!(together > 1_200 && apart > 0, "{together} together, {apart} apart");
}

fn route(asked: &Change) -> &Route {
    match asked {
        Change::Set { route, .. } | Change::Append { route, .. } | Change::Rename { route, .. } => route,
    }
}

fn asked_once(written: &Written, change: &Change) -> Content {
    let mut content = written.content.clone();
    make(&mut content, change);
    content
}

fn make(content: &mut Content, change: &Change) {
    match change {
        Change::Set { route, content: asked } => written::put(content, route, asked.clone()),
        Change::Append { route, item } => written::push(content, route, item.clone()),
        Change::Rename { route, key } => written::rename(content, route, key),
    }
}

fn random_content(dice: &mut Dice, depth: usize) -> Content {
    let some = |dice: &mut Dice| (0..=dice.below(2)).map(|_| random_content(dice, depth + 1)).collect::<Vec<_>>();
    match dice.below(if depth < 2 { 4 } else { 2 }) {
        0 | 1 => Content::text(dice.pick(&ASKED)),
        2 => Content::List(some(dice)),
        _ => Content::Map(KEYS.iter().map(|key| (*key).to_owned()).zip(some(dice)).collect()),
    }
}

fn random_change<'w>(written: &'w Written, dice: &mut Dice) -> (Change, Option<&'w Spot>) {
    let new_key = ["india", "aaa", "2023-05-10", "a/b", "été", "x y"];
    let any = |dice: &mut Dice, fits: &dyn Fn(&Spot) -> bool| {
        let fitting: Vec<&Spot> = written.spots.iter().filter(|spot| fits(spot)).collect();
        (!fitting.is_empty()).then(|| dice.pick(&fitting))
    };
    loop {
        match dice.below(5) {
            0 | 1 => {
                let is_text = |spot: &Spot| !matches!(spot.form, Form::List | Form::Map);
                if let Some(spot) = any(dice, &is_text) {
                    let content = Content::text(dice.pick(&ASKED));
                    return (Change::Set { route: spot.route.clone(), content }, Some(spot));
                }
            }
            2 => {
                let spot = any(dice, &|spot| matches!(spot.form, Form::Map | Form::Nothing));
                let holder = spot.map_or_else(Route::top, |spot| spot.route.clone());
                let mut route = holder.then(dice.pick(&new_key));
                if dice.one_in(3) {
                    route = route.then("deeper");
                }
                return (Change::Set { route, content: random_content(dice, 0) }, spot);
            }
            3 => {
                if let Some(spot) = any(dice, &|spot| matches!(spot.form, Form::List | Form::Nothing)) {
                    let item = random_content(dice, 0);
                    return (Change::Append { route: spot.route.clone(), item }, Some(spot));
                }
            }
            _ => {
                if let Some(spot) = any(dice, &|spot| !spot.key.is_empty()) {
                    let key = (dice.pick(&new_key)).to_owned();
                    return (Change::Rename { route: spot.route.clone(), key }, Some(spot));
                }
            }
        }
    }
}

/// What of the text that was there a change may touch; where it only adds, nothing.
fn touchable(spot: Option<&Spot>, asked: &Change) -> Option<Range<usize>> {
    match (spot, asked) {
        (Some(spot), Change::Rename { .. }) => Some(spot.key.clone()),
        (Some(spot), Change::Set { route, .. }) if *route == spot.route => Some(spot.value.clone()),
        (Some(spot), _) if spot.form == Form::Nothing => Some(spot.value.clone()),
        _ => None,
    }
}

fn hold(written: &Written, spot: Option<&Spot>, asked: &Change, changed: &str, seed: u64) {
    let old = &written.text;
    let say = |what: &str| format!("seed {seed}: {what}\n{asked:?}\n--- before\n{old}\n--- after\n{changed}");
    let expected = asked_once(written, asked);
    let read = Content::of(&Tree::parse(changed).unwrap().top);
    assert!(like(&expected, &read), "{}", say("it says something else"));
    let other_parser: Result<serde_yaml::Value, _> = serde_yaml::from_str(changed);
    assert!(other_parser.is_ok_and(|value| like_value(&expected, &value)), "{}", say("the other parser disagrees"));
    let may = touchable(spot, asked);
    let only_that = match &may {
        None => {
            let before = old.bytes().zip(changed.bytes()).take_while(|(one, other)| one == other).count();
            let after = old.bytes().rev().zip(changed.bytes().rev()).take_while(|(one, other)| one == other).count();
            before + after >= old.len()
        }
        Some(may) => {
            // New lines may stand below the line in which something was put.
            let (head, tail) = (&old[..may.start], &old[may.end..]);
            let (beside, below) = tail.split_at(tail.find(['\r', '\n']).unwrap_or(tail.len()));
            let put = changed.strip_prefix(head).and_then(|rest| rest.strip_suffix(below));
            put.is_some_and(|put| put.contains(beside))
        }
    };
    assert!(only_that, "{}", say(&format!("more than the bytes {may:?} is gone")));
    let ends = |text: &str| (text.matches("\r\n").count(), text.matches('\n').count());
    let (crlf, lf) = ends(changed);
    assert!(ends(old).0 == 0 && crlf == 0 || ends(old).0 == ends(old).1 && crlf == lf, "{}", say("line ends mixed"));
    if !matches!(asked, Change::Set { content: Content::Text(_), .. }) || old.ends_with('\n') {
        assert_eq!(old.ends_with('\n'), changed.ends_with('\n'), "{}", say("the last line end"));
    }
}

/// The same, whatever the order of keys; the end of the file may have taken a line end away.
fn like(one: &Content, other: &Content) -> bool {
    match (one, other) {
        (Content::Text(nothing), Content::List(items)) => nothing.is_empty() && items.is_empty(),
        (Content::Text(nothing), Content::Map(entries)) => nothing.is_empty() && entries.is_empty(),
        (Content::Text(one), Content::Text(other)) => {
            one == other
                || one.strip_suffix('\n') == Some(other)
                || other.strip_suffix('\n') == Some(one)
                || one.trim().is_empty() && other.trim().is_empty()
        }
        (Content::List(one), Content::List(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| like(one, other))
        }
        (Content::Map(one), Content::Map(other)) => {
            one.len() == other.len()
                && one.iter().all(|(key, value)| other.iter().any(|(name, other)| name == key && like(value, other)))
        }
        _ => false,
    }
}

/// The same, as another parser reads it: numbers and words lose their letters there.
fn like_value(content: &Content, value: &serde_yaml::Value) -> bool {
    match (content, value) {
        (Content::Text(text), serde_yaml::Value::String(read)) => {
            text == read || text.strip_suffix('\n') == Some(read) || read.strip_suffix('\n') == Some(text)
        }
        (Content::Text(text), serde_yaml::Value::Null) => {
            text.trim().is_empty() || matches!(text.as_str(), "~" | "null")
        }
        (Content::Text(text), serde_yaml::Value::Number(_) | serde_yaml::Value::Bool(_)) => {
            text.starts_with(|letter: char| letter.is_ascii_digit()) || text == "no"
        }
        (Content::Text(text), serde_yaml::Value::Sequence(items)) => text.is_empty() && items.is_empty(),
        (Content::Text(text), serde_yaml::Value::Mapping(entries)) => text.is_empty() && entries.is_empty(),
        (Content::List(items), serde_yaml::Value::Sequence(read)) => {
            items.len() == read.len() && items.iter().zip(read).all(|(one, other)| like_value(one, other))
        }
        (Content::Map(entries), serde_yaml::Value::Mapping(read)) => {
            entries.len() == read.len()
                && entries.iter().all(|(key, one)| read.get(key.as_str()).is_some_and(|other| like_value(one, other)))
        }
        _ => false,
    }
}
