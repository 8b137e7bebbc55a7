//! What must be known before the arguments can be read: the language and the colours in which to say what is wrong
//! with them. The machine's own locale is never asked.

use std::ffi::{OsStr, OsString};
use std::path::PathBuf;

use clap::ValueEnum as _;
use council::locale::Language;

use super::ui::Color;

/// The language of `--lang`, else of `COUNCIL_LANG`, else French.
pub fn language(args: &[OsString]) -> Language {
    choose_language(args, std::env::var_os("COUNCIL_LANG").as_deref())
}

/// The colours of `--color`.
pub fn color(args: &[OsString]) -> Color {
    value_of("--color", args).and_then(|when| Color::from_str(when, false).ok()).unwrap_or_default()
}

/// The folder of `--record`.
pub fn record(args: &[OsString]) -> Option<PathBuf> {
    value_of("--record", args).map(PathBuf::from)
}

fn choose_language(args: &[OsString], preferred: Option<&OsStr>) -> Language {
    let preferred = || preferred.and_then(OsStr::to_str).and_then(|code| code.parse().ok());
    value_of("--lang", args).and_then(|code| code.parse().ok()).or_else(preferred).unwrap_or_default()
}

fn value_of<'a>(option: &str, args: &'a [OsString]) -> Option<&'a str> {
    let mut value = None;
    let mut words = args.iter().map_while(|word| (word != "--").then(|| word.to_str().unwrap_or("")));
    while let Some(word) = words.next() {
        match word.strip_prefix(option) {
            Some("") => value = words.next().or(value),
            Some(rest) => value = rest.strip_prefix('=').or(value),
            None => {}
        }
    }
    value
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_flag_goes_before_the_environment_and_that_before_french() {
        let cases = [
            ("council", None, Language::French),
            ("council", Some("en"), Language::English),
            ("council", Some("de"), Language::French),
            ("council --lang fr", Some("en"), Language::French),
            ("council --lang=en check", None, Language::English),
            ("council check --lang en --lang", None, Language::English),
            ("council --lang de", Some("en"), Language::English),
            ("council --language=en", None, Language::French),
            ("council check -- --lang en", None, Language::French),
        ];
        for (line, preferred, expected) in cases {
            let args: Vec<OsString> = line.split(' ').map(OsString::from).collect();
            assert_eq!(choose_language(&args, preferred.map(OsStr::new)), expected, "{line}");
        }
    }
}
