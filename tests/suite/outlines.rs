//! Places found by indentation: they are those of the tree, for whatever stands in files that are read without a fault.

use crate::chance::Dice;
use crate::edits::written::Written;
use crate::reading::files;
use council::yaml::{Kind, Node, Outline, Part, Route, Spot, Tree};
use std::collections::HashSet;
use std::path::Path;

/// How many texts have an outline, how many have none, and at how many places it told what the tree tells, or nothing.
#[derive(Debug, Default)]
struct Compared {
    outlined: usize,
    hidden: usize,
    told: usize,
    untold: usize,
}

impl Compared {
    /// Every place of a text, and some that are not in it.
    fn text(&mut self, name: &str, text: &str) {
        let is_read = serde_yaml::from_str::<serde_yaml::Value>(text).is_ok();
        let Some(tree) = Tree::parse(text).ok().filter(|_| is_read) else { return };
        let Some(outline) = Outline::of(text) else {
            self.hidden += 1;
            return;
        };
        self.outlined += 1;
        let mut routes = vec![Route::top()];
        routes_below(&tree.top, &Route::top(), &mut routes);
        for route in routes {
            for part in [Part::Key, Part::Value] {
                let spot = Spot { route: route.clone(), part };
                let Ok(range) = outline.range(text, &spot) else {
                    self.untold += 1;
                    continue;
                };
                assert_eq!(range, tree.range(&spot), "{name}: {route} {part:?}\n{text}");
                self.told += 1;
            }
        }
    }
}

fn routes_below(node: &Node, route: &Route, routes: &mut Vec<Route>) {
    match &node.kind {
        Kind::Map(entries) => {
            for entry in entries {
                let below = route.clone().then(entry.key.as_str());
                routes.push(below.clone());
                routes_below(&entry.value, &below, routes);
            }
        }
        Kind::List(items) => {
            for (place, item) in items.iter().filter(|item| !item.is_blank()).enumerate() {
                let below = route.clone().then(place);
                routes.push(below.clone());
                routes_below(item, &below, routes);
            }
        }
        Kind::Scalar(_) | Kind::Filler => {}
    }
    routes.extend([route.clone().then("nowhere"), route.clone().then(0), route.clone().then(99)]);
}

#[test]
fn they_are_those_of_the_tree_in_every_record_here() {
    let mut paths = Vec::new();
    for folder in ["councils", "examples", "tests"] {
        files(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), &mut paths);
    }
    let mut compared = Compared::default();
    let mut seen = HashSet::new();
    for path in &paths {
        if let Ok(text) = std::fs::read_to_string(path)
            && seen.insert(text.clone())
        {
            compared.text(&path.display().to_string(), text.trim_start_matches('\u{feff}'));
        }
    }
    let Compared { outlined, hidden, told, untold } = compared;
    assert!(outlined > 500 && hidden < outlined / 20, "{compared:?}");
    // An item of a map, which is asked for by nobody, is most of what is not told.
    assert!(told > 20_000 && untold < told / 3, "{compared:?}");
}

#[test]
fn they_are_those_of_the_tree_however_a_text_is_written() {
    let mut compared = Compared::default();
    for seed in 0..20_000 {
        compared.text(&format!("seed {seed}"), &Written::random(&mut Dice::new(seed)).text);
    }
    assert!(compared.outlined > 1_000 && compared.told > 20_000, "{compared:?}");
}

#[test]
fn values_that_go_on_over_a_line_hide_what_indentation_tells() {
    for text in [
        "a: \"x\nb: y\"\nb: z\n",
        "a:\n  c: 'x\n  b: y'\n  b: z\n",
        "a: [x,\nb, c]\nb: z\n",
        "a: {b: x,\nb: y}\n",
        "\"a\": x\nb: z\n",
        "a: [\"x ]\nb: y\"]\nb: z\n",
        "a: [l'eau, 'x ]\nb: y']\nb: z\n",
        "a: {b: x, # }\nc: y}\nc: z\n",
        "top:\n  a:\t\"x\nb: y\"\nb: z\n",
        "a: x\rb: y\r",
    ] {
        assert!(Outline::of(text).is_none(), "{text}");
    }
}

#[test]
fn what_indentation_does_not_tell_is_left_to_the_tree() {
    let mut compared = Compared::default();
    for text in [
        "? a\n: x\nb: z\n",
        "a : x\nb:\ty\n",
        "a: |\n  b: x\nb: z\n",
        "a: x\n  y\nb: z\n",
        "---\na: x\n",
        "a:\n- x\n- \n- y\nb: z\n",
        "a:\n- null\n- ''\n- b: x\n  c:\n  - y\n  - z\n",
        "a:\n  - - x\n    - y\n  -\n    b: z\n",
        "a:\n  - b: |2\n        x\n    c: y\n",
        "a:\n    b: |2\n        x\n    c: >-\n     y\n",
        "a:\n    - b:\n      c: y\n    - b: \"x\"\n      c: y\n",
        "t:\n  foo\u{a0}: x\n  foo: y\n",
        "t:\n  foo:\u{a0}\n",
        "t: \u{a0}\n  - suite\n",
        "t:\n  b: |2\n        code\n      t\n  c: x\n",
        "t:\n  note: |\n  # x\n  b: x\n",
        "k:\n  - note: |\n    # x\n    b: x\n",
        "k:\n  - a:\t# c\n    b: y\n",
        "k:\n- null\t# c\n- b: x\n",
        "a:\n  x\t#: y\n",
        "a:\n  \"x : y\"\n",
        "a:\n  'x: y'\nb: z\n",
        "a:\n  {b: x}\n",
        "a:\n  [b: x]\n",
        "a:\n  _b: x\n",
        "a:\n  |\n  b: x\n",
        "a:\n# c\n  \"x: y\"\n",
        "a:\n  x y\nb:\n  - x\n    y\n",
        "a: x y\r\nb:\r\n  x y\r\n",
        "# seul\n",
        "",
        "x\n",
        "- x\n- y\n",
    ] {
        compared.text(text, text);
    }
    assert!(compared.hidden == 0 && compared.told > 100, "{compared:?}");
}
