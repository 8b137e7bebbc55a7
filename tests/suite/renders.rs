//! Markdown as a page and as plain text, from a text in which everything is twisted (`documents/render/`).

use super::example::project;
use council::locale::Language;
use council::render::{COLUMNS, fragment, pieces, text};
use proptest::prelude::*;
use snapbox::data::DataFormat;
use snapbox::{Assert, Data};

#[test]
fn markdown_is_a_piece_of_a_page_and_a_text() {
    let folder = project().join("tests/documents/render");
    let markdown = std::fs::read_to_string(folder.join("twisted.md")).unwrap();
    let assert = Assert::new().action_env("SNAPSHOTS");
    for (name, said) in
        [("twisted.html", fragment(&markdown, 1, Language::French)), ("twisted.txt", text(&markdown, Language::French))]
    {
        assert.eq(said, Data::read_from(&folder.join(name), Some(DataFormat::Text)).raw());
    }
}

#[test]
fn a_long_text_is_parted_between_rows_and_items_and_says_again_what_they_stand_under() {
    let rows =
        |from: usize| (from..from + 30).fold(String::new(), |rows, row| rows + &format!("| ligne {row} | x |\n"));
    let text = format!(
        "# Titre\n\nDébut\n\n## Tableau\n\n| A | B |\n|---|--:|\n{}\nFin\n\n- un\n- deux\n  - trois\n",
        rows(0)
    );
    let pieces = pieces(&text, 900, Language::French);
    assert!(pieces.len() > 1 && pieces[1].starts_with("## Tableau\n\n| A | B |\n|---|--:|\n| ligne "), "{pieces:#?}");
    assert!(pieces.iter().all(|piece| fragment(piece, 1, Language::French).len() < 1_200), "{pieces:#?}");
    let all = pieces.concat();
    assert!((0..30).all(|row| all.matches(&format!("| ligne {row} ")).count() == 1));
    assert!(all.starts_with("# Titre\n\nDébut\n") && all.ends_with("\nFin\n\n- un\n- deux\n  - trois\n"));
    let one = council::render::pieces("# Titre\n\n---\n", 100, Language::French);
    assert_eq!(one, ["# Titre\n\n---\n"]);
}

/// A block in which each number is a word of its own; the mark tells what is said again in another piece.
fn block(kind: u8, number: usize) -> String {
    match kind {
        0 => format!("# h{number}"),
        1 => format!("w{number} *w{number}0* `w{number}1`\nw{number}2"),
        2 => format!("- w{number}\n- w{number}0\n\n  w{number}1\n    1. w{number}2\n- w{number}3"),
        3 => format!(
            "| h{number} | h{number}0 |\n|---|---|\n| w{number} | w{number}1 |\n| w{number}2 | |\n| w{number}3 | x |"
        ),
        4 => format!("> w{number}\n> - w{number}0"),
        5 => format!("```\nw{number}\n\nw{number}0\n```"),
        6 => format!("| h{number} |\n|---|"),
        7 => (0..40).fold(String::new(), |words, place| words + &format!("w{number}p{place} ")),
        8 => (0..40).fold("```\n".to_owned(), |words, place| words + &format!("w{number}c{place}\n")) + "```",
        9 => (0..40).fold("> ".to_owned(), |words, place| words + &format!("w{number}q{place} ")),
        _ => "---".to_owned(),
    }
}

/// The words of a text that are no head's, in their order.
fn said(markdown: &str) -> Vec<String> {
    let plain = text(markdown, Language::French);
    let words = plain.split(|sign: char| !sign.is_alphanumeric());
    words.filter(|word| word.starts_with('w')).map(str::to_owned).collect()
}

proptest! {
    #[test]
    fn pieces_say_every_word_once_and_in_order(kinds in prop::collection::vec(0..11_u8, 1..20), most in 200..2_000_usize) {
        let blocks: Vec<String> = kinds.iter().enumerate().map(|(place, kind)| block(*kind, place + 100)).collect();
        let markdown = blocks.join("\n\n") + "\n";
        let pieces = pieces(&markdown, most, Language::French);
        let all: Vec<String> = pieces.iter().flat_map(|piece| said(piece)).collect();
        prop_assert_eq!(all, said(&markdown), "{:#?}", pieces);
        for piece in &pieces {
            let length = fragment(piece, 1, Language::French).len();
            prop_assert!(length <= most + 200, "{} of {}: {}", length, most, piece);
        }
        for piece in &pieces[..pieces.len() - 1] {
            let last = piece.trim_end().lines().last().unwrap_or_default();
            prop_assert!(!last.starts_with('#') || piece.lines().all(|line| line.is_empty() || line.starts_with('#')));
        }
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
        let plain = text(&markdown, Language::French);
        prop_assert!(!obeyed(&plain));
        let is_too_long = |line: &str| line.chars().count() > COLUMNS && line.trim_start_matches(['>', ' ', '-']).contains(' ');
        let longest_word = |line: &str| line.split(' ').map(|word| word.chars().count()).max().unwrap_or_default();
        prop_assert!(!plain.lines().any(|line| is_too_long(line) && longest_word(line) < COLUMNS / 2), "{}", plain);
    }
}
