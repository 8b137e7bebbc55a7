//! The events of anybody's Markdown without what could run on a reader's machine or call elsewhere: HTML is text, so are
//! images, and so is a link to anything but a page, a mail address or a telephone.

use pulldown_cmark::{CowStr, Event, LinkType, Options, Parser, Tag, TagEnd};
use std::borrow::Cow;

/// What is understood besides plain Markdown.
pub(super) const OPTIONS: Options = Options::ENABLE_TABLES.union(Options::ENABLE_STRIKETHROUGH);

/// What a link may lead to.
const SCHEMES: [&str; 4] = ["http", "https", "mailto", "tel"];

/// The text without signs that are none of HTML, and that mail programs and terminals obey.
pub(super) fn readable(text: &str) -> Cow<'_, str> {
    // Signs that turn the direction of a text show another one than is there.
    let turns = |sign: char| matches!(sign, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let is_kept = |sign: char| (!sign.is_control() && !turns(sign)) || matches!(sign, '\n' | '\t');
    if text.chars().all(is_kept) {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.chars().filter(|sign| is_kept(*sign)).collect())
    }
}

/// The events of a text.
pub(super) fn events(markdown: &str) -> impl Iterator<Item = Event<'_>> {
    let mut refused: Vec<CowStr<'_>> = Vec::new();
    // What stands around a link or an image that is let through nests as they do.
    let mut kept: Vec<bool> = Vec::new();
    Parser::new_ext(markdown, OPTIONS).flat_map(move |event| match event {
        Event::Html(text) | Event::InlineHtml(text) => vec![Event::Text(text)],
        Event::Start(Tag::HtmlBlock) => vec![Event::Start(Tag::Paragraph)],
        Event::End(TagEnd::HtmlBlock) => vec![Event::End(TagEnd::Paragraph)],
        Event::Start(Tag::Link { dest_url, title, id, link_type }) => {
            let is_kept = link_type == LinkType::Email || may_lead(&dest_url);
            kept.push(is_kept);
            if is_kept {
                return vec![Event::Start(Tag::Link { dest_url, title, id, link_type })];
            }
            refused.push(dest_url);
            Vec::new()
        }
        Event::End(TagEnd::Link) => match kept.pop() {
            Some(true) | None => vec![Event::End(TagEnd::Link)],
            Some(false) => shown(refused.pop()),
        },
        Event::Start(Tag::Image { dest_url, .. }) => {
            refused.push(dest_url);
            Vec::new()
        }
        Event::End(TagEnd::Image) => shown(refused.pop()),
        other => vec![other],
    })
}

/// An address that leads nowhere, in brackets after what it was the address of.
fn shown(address: Option<CowStr<'_>>) -> Vec<Event<'_>> {
    address.map(|address| Event::Text(format!(" ({address})").into())).into_iter().collect()
}

/// Says whether a link may lead there: a path of the record leads nowhere from a page or a mail. Browsers overlook blanks
/// and control characters in a scheme, so none may be there.
fn may_lead(address: &str) -> bool {
    let scheme = address.split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase());
    scheme.is_some_and(|scheme| SCHEMES.contains(&scheme.as_str())) && !address.chars().any(char::is_control)
}
