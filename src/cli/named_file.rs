//! Generated files and folders that the user names: never among those that the record keeps.

use std::path::Path;

use council::locale::command_line::Failure;
use council::locale::exchange::ExchangeProblem;
use council::store::Layout;

use super::opened::Opened;
use super::ui::Ui;

/// Writes it, and prints its path.
pub fn write(opened: &Opened, file: &Path, text: &str, ui: &mut Ui) -> anyhow::Result<()> {
    let folder = file.parent().unwrap_or_else(|| Path::new(""));
    let target = Opened::at(folder)?;
    let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let place = target.record.store.root().join(&name);
    hold_outside(opened, &place)?;
    target.record.store.replace(&name, text).map_err(|error| target.unwritten(&name, error))?;
    ui.out(&format!("{}\n", target.shown_place(&place)))?;
    Ok(())
}

/// Holds that a place is none that git keeps with the record.
fn hold_outside(opened: &Opened, place: &Path) -> Result<(), Failure> {
    if !opened.keeps(place) {
        return Ok(());
    }
    let name = place.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let instead = opened.shown(&format!("{}/{name}", Layout::OUT));
    Err(ExchangeProblem::FileWithinRecord { file: opened.shown_place(place), instead }.into())
}

/// Holds that a folder of generated files does not lie among those that git keeps; `name` is what it could be called.
pub fn hold_folder_outside(opened: &Opened, target: &Opened, name: &str) -> Result<(), Failure> {
    let folder = target.record.store.root();
    if !opened.keeps(folder) {
        return Ok(());
    }
    let instead = opened.shown(&format!("{}/{name}", Layout::OUT));
    Err(ExchangeProblem::WithinRecord { folder: opened.shown_place(folder), instead }.into())
}
