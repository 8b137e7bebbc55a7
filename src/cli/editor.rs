//! The user's editor, on a file just written.

use std::io;
use std::path::Path;
use std::process::Command;

use council::locale::command_line::Failure;

/// Tried in this order where neither `VISUAL` nor `EDITOR` names one.
const USUAL: &[&str] = if cfg!(windows) { &["notepad"] } else { &["nano", "vi"] };

/// Opens a file in the user's editor and waits until it is closed.
pub fn edit(place: &Path) -> Result<(), Failure> {
    let named =
        ["VISUAL", "EDITOR"].iter().find_map(|name| std::env::var(name).ok().filter(|text| !text.trim().is_empty()));
    let Some(editor) = named else {
        let mut failure = None;
        for editor in USUAL {
            match open(editor, &[], place) {
                Err(error) => failure = Some(Failure::Editor { editor: (*editor).to_owned(), error }),
                Ok(()) => return Ok(()),
            }
        }
        return failure.map_or(Ok(()), Err);
    };
    let words: Vec<&str> = editor.split_whitespace().collect();
    // A program's own path may hold spaces; otherwise what follows the first word is for the program, as in `code --wait`.
    let (program, args) = match words.split_first() {
        Some((program, args)) if !Path::new(&editor).is_file() => (*program, args),
        _ => (editor.as_str(), &[][..]),
    };
    open(program, args, place).map_err(|error| Failure::Editor { editor: editor.clone(), error })
}

fn open(program: &str, args: &[&str], place: &Path) -> io::Result<()> {
    // How it ends says nothing of the file, which is checked next.
    Command::new(program).args(args).arg(place).status().map(|_| ())
}
