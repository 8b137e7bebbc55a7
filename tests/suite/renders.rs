//! Markdown as a page and as plain text, from a text in which everything is twisted (`documents/render/`).

use super::example::project;
use council::locale::Language;
use council::render::{COLUMNS, fragment, text};
use proptest::prelude::*;
use snapbox::data::DataFormat;
use snapbox::{Assert, Data};

#[test]
fn markdown_is_a_piece_of_a_page_and_a_text() {
    let folder = project().join("tests/documents/render");
    let markdown = std::fs::read_to_string(folder.join("twisted.md")).unwrap();
    let assert = Assert::new().action_env("SNAPSHOTS");
    for (name, said) in [("twisted.html", fragment(&markdown, 1, Language::French)), ("twisted.txt", text(&markdown))] {
        assert.eq(said, Data::read_from(&folder.join(name), Some(DataFormat::Text)).raw());
    }
}

/// Where a tag begins that none of ours is.
fn stranger(html: &str) -> Option<&str> {
    const OWN: [&str; 29] = [
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "p",
        "ul",
        "ol",
        "li",
        "a",
        "em",
        "strong",
        "del",
        "code",
        "pre",
        "blockquote",
        "hr",
        "br",
        "div",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "ol start",
        "sup",
        "span",
    ];
    let tags = html.match_indices('<').map(|(place, _)| &html[place..]);
    tags.into_iter().find(|tag| {
        let name = tag[1..].trim_start_matches('/').split(['>', ' ', '\n', '/']).next().unwrap_or_default();
        !OWN.contains(&name)
    })
}

proptest! {
    #[test]
    fn no_text_brings_a_tag_of_its_own_nor_a_link_that_runs_something(
        pieces in prop::collection::vec(
            prop_oneof![
                Just("<script>".to_owned()), Just("</p>".to_owned()), Just("[a](javascript:b)".to_owned()),
                Just("![i](".to_owned()), Just("](data:x)".to_owned()), Just("<a href=\"JAVASCRIPT:x\">".to_owned()),
                Just("[x]: vbscript:y\n\n[x]".to_owned()), Just("<!-- ".to_owned()), Just("```\n".to_owned()),
                Just("| a | b |\n|---|---|\n".to_owned()), Just("\n- ".to_owned()), Just("&lt;".to_owned()),
                Just("<java\tscript:x>".to_owned()), Just("\n\n".to_owned()), Just("\u{0}\u{1b}[2J".to_owned()), "[ -~é]{0,12}",
            ],
            0..12,
        )
    ) {
        let markdown = pieces.concat();
        let html = fragment(&markdown, 1, Language::French);
        prop_assert_eq!(stranger(&html), None, "{}", markdown);
        let low = html.to_lowercase();
        for scheme in ["javascript", "data", "vbscript"] {
            let link = format!("<a href=\"{scheme}");
            prop_assert!(!low.contains(&link), "{}", markdown);
        }
        let obeyed = |text: &str| text.chars().any(|sign| sign.is_control() && !matches!(sign, '\n' | '\t'));
        prop_assert!(!obeyed(&html));
        let plain = text(&markdown);
        prop_assert!(!obeyed(&plain));
        let is_too_long = |line: &str| line.chars().count() > COLUMNS && line.trim_start_matches(['>', ' ', '-']).contains(' ');
        let longest_word = |line: &str| line.split(' ').map(|word| word.chars().count()).max().unwrap_or_default();
        prop_assert!(!plain.lines().any(|line| is_too_long(line) && longest_word(line) < COLUMNS / 2), "{}", plain);
    }
}
