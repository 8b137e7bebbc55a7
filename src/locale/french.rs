//! French words for every problem, one file a family. None says YAML, mapping, sequence or scalar: each says what to
//! write.

mod figures;
mod files;
mod glosses;
mod markdown;
mod oversight;
mod people;
mod pilot;
mod privacy;
mod reading;
mod reference;
mod sense;
mod syntax;
mod values;

pub(super) use figures::figures;
pub(super) use markdown::markdown;
pub(super) use oversight::oversight;
pub(super) use people::people;
pub(super) use pilot::pilot;
pub(super) use privacy::privacy;
pub(super) use reading::reading;
pub(super) use reference::reference;
pub(super) use sense::sense;
pub(super) use values::{example, wanted};

/// « a, b, c »: commas only. A long list is cut, with how many there are in all.
fn listed(items: &[String]) -> String {
    const MOST: usize = 30;
    if items.len() > MOST {
        let shown = items.get(..MOST).unwrap_or(items).join(", ");
        return format!("{shown}… ({} en tout)", items.len());
    }
    items.join(", ")
}

/// « vouliez-vous dire … ? », or nothing.
fn did_you_mean(nearest: Option<&String>) -> String {
    nearest.map_or_else(String::new, |nearest| format!("vouliez-vous dire « {nearest} » ?"))
}
