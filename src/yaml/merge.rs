//! Two texts that come from one: what the one says anew is said in the other, where nobody said otherwise there.

use super::change::{Change, KeyOrder, change, same};
use super::content::Content;
use super::route::Route;
use super::tree::Tree;

/// A text that says what both say, in theirs: with what ours says anew, as changes of its own. `None` where the two speak
/// of the same thing differently, where ours took something away, or wrote a comment: then only people can tell.
pub fn merge(base: &str, ours: &str, theirs: &str, order: fn(&Route) -> KeyOrder) -> Option<String> {
    let read = |text: &str| Tree::parse(text).ok().filter(|tree| tree.faults.is_empty());
    let (base_tree, ours_tree, theirs_tree) = (read(base)?, read(ours)?, read(theirs)?);
    if comments(base, &base_tree) != comments(ours, &ours_tree) {
        return None;
    }
    let [base, ours, content] = [&base_tree, &ours_tree, &theirs_tree].map(|tree| Content::of(&tree.top));
    let mut changes = Vec::new();
    collect(Some(&base), &ours, Some(&content), &Route::top(), &mut changes)?;
    changes.iter().try_fold(theirs.to_owned(), |text, asked| change(&text, asked, order).ok())
}

fn comments<'t>(text: &'t str, tree: &Tree) -> Vec<&'t str> {
    tree.comments.iter().map(|range| text.get(range.clone()).unwrap_or_default().trim_end()).collect()
}

/// Gathers what ours says anew below a route.
fn collect(
    base: Option<&Content>,
    ours: &Content,
    theirs: Option<&Content>,
    route: &Route,
    changes: &mut Vec<Change>,
) -> Option<()> {
    let said = |content: Option<&'_ Content>| content.is_some_and(|content| !content.is_nothing());
    let is_ours = |content: Option<&'_ Content>| content.is_some_and(|content| same(content, ours));
    if is_ours(base) || is_ours(theirs) {
        return Some(());
    }
    match (ours, base, theirs) {
        _ if !said(base) && !said(theirs) => {
            changes.push(Change::Set { route: route.clone(), content: ours.clone() });
            Some(())
        }
        (Content::Text(_), Some(old), Some(other)) if same(old, other) => {
            changes.push(Change::Set { route: route.clone(), content: ours.clone() });
            Some(())
        }
        (Content::Map(entries), _, Some(Content::Map(_))) => {
            let kept = |key: &str| ours.entry(key).is_some();
            if let Some(Content::Map(old)) = base
                && !old.iter().all(|(key, _)| kept(key))
            {
                return None;
            }
            let below =
                |content: Option<&'_ Content>, key: &str| content.and_then(|content| content.entry(key)).cloned();
            entries.iter().try_for_each(|(key, value)| {
                let (base, theirs) = (below(base, key), below(theirs, key));
                collect(base.as_ref(), value, theirs.as_ref(), &route.clone().then(key), changes)
            })
        }
        (Content::List(items), _, Some(Content::List(known))) => {
            let old: &[Content] = match base {
                Some(Content::List(old)) => old,
                _ => &[],
            };
            let begins =
                |list: &[Content]| list.len() >= old.len() && list.iter().zip(old).all(|(item, old)| same(item, old));
            let is_told = |item: &&Content| known.iter().skip(old.len()).any(|other| same(other, item));
            // What both recorded is there once.
            for item in items.iter().skip(old.len()).filter(|item| !is_told(item)) {
                changes.push(Change::Append { route: route.clone(), item: item.clone() });
            }
            (begins(items) && begins(known)).then_some(())
        }
        _ => None,
    }
}
