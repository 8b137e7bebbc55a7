//! Another word in the place of a key or a text that is known by its bytes: what mends a word that is misspelt.

use super::change::{Change, KeyOrder, edits};
use super::content::Content;
use super::edit::Edit;
use super::route::{Part, Route, Spot, Step};
use super::tree::{Kind, Node, Tree};
use std::ops::Range;

/// The edits that put what `new` makes of the key or the text at these bytes in its place, quoted as it was; `None` where
/// there is none, where nothing else is made of it, where its list has that already, or where more than that would change.
pub fn reword(text: &str, at: &Range<usize>, new: impl Fn(&str) -> Option<String>) -> Option<Vec<Edit>> {
    let tree = Tree::parse(text).ok()?;
    let (written, spot) = find(&tree.top, at, &Route::top())?;
    let word = new(written).filter(|word| word != written)?;
    let route = spot.route;
    let siblings = match route.parent().and_then(|holder| tree.find(&holder)).map(|holder| &holder.kind) {
        Some(Kind::List(items)) if spot.part == Part::Value => items.as_slice(),
        _ => &[],
    };
    if siblings.iter().any(|item| matches!(&item.kind, Kind::Scalar(known) if *known == word)) {
        return None;
    }
    let change = match spot.part {
        Part::Key => Change::Rename { route, key: word },
        Part::Value => Change::Set { route, content: Content::Text(word) },
    };
    // Nothing is added, so that there is no order to hold to.
    edits(text, &change, |_| KeyOrder::Of(&[])).ok()
}

/// The key or the text at these bytes, and the way to it.
fn find<'t>(node: &'t Node, at: &Range<usize>, route: &Route) -> Option<(&'t str, Spot)> {
    match &node.kind {
        Kind::Scalar(text) => (node.range == *at).then(|| (text.as_str(), route.clone().value())),
        Kind::Map(entries) => entries.iter().find_map(|entry| {
            let route = route.clone().then(&entry.key);
            if entry.key_range == *at {
                return Some((entry.key.as_str(), route.key()));
            }
            find(&entry.value, at, &route)
        }),
        Kind::List(items) => {
            let items = items.iter().filter(|item| !item.is_blank()).enumerate();
            items.into_iter().find_map(|(place, item)| find(item, at, &route.clone().then(Step::Index(place))))
        }
        Kind::Filler => None,
    }
}
