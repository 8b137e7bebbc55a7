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
    let words = words(&editor);
    // A program's own path may hold spaces; otherwise what follows the first word is for the program, as in `code --wait`.
    let (program, args) = match words.split_first() {
        Some((program, args)) if !Path::new(&editor).is_file() => (program.as_str(), args),
        _ => (editor.as_str(), &[][..]),
    };
    open(program, args, place).map_err(|error| Failure::Editor { editor: editor.clone(), error })
}

/// The words of a command; quotes keep the blanks of one together, as in `"C:\Program Files\Editor\editor.exe" -wait`.
fn words(command: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut quote = None;
    for sign in command.chars() {
        match (sign, quote) {
            ('"' | '\'', None) => {
                quote = Some(sign);
                word.get_or_insert_default();
            }
            (_, Some(open)) if open == sign => quote = None,
            (_, None) if sign.is_whitespace() => words.extend(word.take()),
            _ => word.get_or_insert_default().push(sign),
        }
    }
    words.extend(word);
    words
}

fn open(program: &str, args: &[String], place: &Path) -> io::Result<()> {
    // How it ends says nothing of the file, which is checked next.
    Command::new(program).args(args).arg(place).status().map(|_| ())
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn quotes_keep_a_word_together() {
        assert_eq!(words("code --wait"), ["code", "--wait"]);
        let windows = r#""C:\Program Files\Notepad++\notepad++.exe" -multiInst"#;
        assert_eq!(words(windows), [r"C:\Program Files\Notepad++\notepad++.exe", "-multiInst"]);
        assert_eq!(words("'/opt/mon éditeur/ed' -x ''"), ["/opt/mon éditeur/ed", "-x", ""]);
        assert!(words("  ").is_empty());
    }
}
