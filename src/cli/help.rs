//! The help pages in the user's language: one pass over the commands as clap has built them, its own `help` included,
//! that puts `locale`'s words in place of all of clap's English.

use clap::builder::{Resettable, StyledStr, Styles};
use clap::{Arg, Command, CommandFactory as _};
use council::locale::command_line::{CommandLine, Texts};

use super::Cli;

const WIDEST: usize = 100;

/// All the commands, ready to read arguments and to print help.
pub fn command(words: &CommandLine) -> Command {
    let mut command = Cli::command().max_term_width(WIDEST);
    command.build();
    worded(command, words)
}

fn worded(command: Command, words: &CommandLine) -> Command {
    let texts = words.command(command.get_name());
    let styles = Styles::styled();
    let (usage, header) = (styles.get_usage(), styles.get_header());
    let headings = &words.headings;
    let template =
        format!("{{about-with-newline}}\n{usage}{}:{usage:#} {{usage}}\n\n{{all-args}}{{after-help}}", headings.usage);
    let examples = texts
        .and_then(|texts| texts.get("examples"))
        .map(|text| StyledStr::from(format!("{header}{}:{header:#}\n{text}", headings.examples)));
    command
        .about(texts.and_then(|texts| texts.get("about")))
        .long_about(None)
        .after_help(Resettable::from(examples))
        .help_template(template)
        .subcommand_help_heading(headings.commands)
        .subcommand_value_name(words.value_names.command)
        .mut_args(|arg| worded_arg(arg, texts, words))
        .mut_subcommands(|command| worded(command, words))
}

fn worded_arg(arg: Arg, texts: Option<&dyn Texts>, words: &CommandLine) -> Arg {
    let id = arg.get_id().as_str();
    let general = words.general.get(id);
    let own = texts.and_then(|texts| texts.get(id));
    let heading = if arg.is_positional() {
        words.headings.arguments
    } else if own.is_some() && own != general {
        words.headings.options
    } else {
        words.headings.general
    };
    let value_name = arg
        .get_value_names()
        .filter(|_| arg.get_action().takes_values())
        .and_then(|names| words.value_names.get(&names.first()?.to_lowercase()));
    let arg = arg
        .help(own.or(general))
        .long_help(None)
        .help_heading(heading)
        .hide_default_value(true)
        .hide_possible_values(true);
    match value_name {
        Some(name) => arg.value_name(name),
        None => arg,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use council::locale::Language;

    const LANGUAGES: [Language; 2] = [Language::French, Language::English];

    fn walk(command: &Command, visit: &mut impl FnMut(&Command)) {
        visit(command);
        for inner in command.get_subcommands() {
            walk(inner, visit);
        }
    }

    #[test]
    fn every_command_and_argument_has_its_help() {
        for language in LANGUAGES {
            walk(&command(language.command_line()), &mut |command| {
                let name = command.get_name();
                assert!(command.get_about().is_some(), "{language:?}: {name} has no text `about`");
                for arg in command.get_arguments() {
                    let id = arg.get_id();
                    assert!(arg.get_help().is_some(), "{language:?}: {name} has no text `{id}`");
                }
            });
        }
    }

    #[test]
    fn every_value_name_is_translated() {
        for language in LANGUAGES {
            let words = language.command_line();
            let mut original = Cli::command();
            original.build();
            walk(&original, &mut |command| {
                for arg in command.get_arguments().filter(|arg| arg.get_action().takes_values()) {
                    for name in arg.get_value_names().unwrap_or_default() {
                        let translated = words.value_names.get(&name.to_lowercase());
                        assert!(translated.is_some(), "{language:?}: no value name `{name}`");
                    }
                }
            });
        }
    }

    #[test]
    fn no_page_in_french_has_a_word_of_clap() {
        let english = ["Usage", "Commands", "Print", "default", "possible values", "help of", "[COMMAND]"];
        let spaced = [" :", " ;", " ?", " !", "« ", " »"];
        let mut pages = Vec::new();
        walk(&command(Language::French.command_line()), &mut |command| {
            pages.push(command.clone().render_help().to_string());
            pages.push(command.clone().render_long_help().to_string());
        });
        for page in pages {
            for word in english.into_iter().chain(spaced) {
                assert!(!page.contains(word), "« {word} » in:\n{page}");
            }
            assert!(page.contains("Utilisation\u{a0}: council"), "{page}");
        }
    }

    #[test]
    fn the_arguments_do_not_contradict_each_other() {
        Cli::command().debug_assert();
    }
}
