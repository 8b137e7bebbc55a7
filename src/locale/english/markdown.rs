//! English words for problems of users' Markdown.

use crate::locale::phrase::{short, words};
use crate::locale::problem::{Markdown, Words};

pub(in crate::locale) fn markdown(problem: &Markdown) -> Words {
    match problem {
        Markdown::Html { tag } => words(
            format!("this text holds the code of a web page: “{}”", short(tag)),
            "code of a web page",
            "remove what stands between “<” and “>”; if these signs belong to the text, put a space after “<”. To stress words: “**bold**”, “*italic*”.",
        ),
        Markdown::Link { scheme } => words(
            format!("this link begins with “{scheme}:”: it could run something where it is read"),
            "dangerous link",
            "give an address that begins with “https://”, or the text alone, without a link.",
        ),
        Markdown::Image { address } => words(
            format!("this image comes from elsewhere: “{}”", short(address)),
            "image of another site",
            "copy the image into the folder “attachments” and give that path, or make it an ordinary link, without “!” \
             before the bracket: the other site would know who reads, and could change the image.",
        ),
    }
}
