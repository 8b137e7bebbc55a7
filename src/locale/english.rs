//! English words for every problem, one file a family.

mod reading;
mod reference;
mod sense;

pub(super) use reading::reading;
pub(super) use reference::reference;
pub(super) use sense::sense;

/// "a, b, c", cut where it grows long.
fn listed(items: &[String]) -> String {
    const MOST: usize = 12;
    if items.len() > MOST {
        let shown = items.get(..MOST).unwrap_or(items).join(", ");
        return format!("{shown}… ({} in all)", items.len());
    }
    items.join(", ")
}

/// "Did you mean … ?", or nothing.
fn did_you_mean(nearest: Option<&String>) -> String {
    nearest.map_or_else(String::new, |nearest| format!("Did you mean “{nearest}”?"))
}

/// Sentences one after another, without the empty ones.
fn sentences(parts: &[String]) -> String {
    let parts: Vec<&str> = parts.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
    parts.join(" ")
}
