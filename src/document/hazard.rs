//! What in users' Markdown could run on a reader's machine, or call elsewhere. The rules ask.

use crate::locale::problem::Markdown;
use pulldown_cmark::{Event, Options, Parser, Tag};
use std::ops::Range;

/// Schemes that run something, or hold a whole file.
const DANGEROUS: [&str; 3] = ["javascript", "vbscript", "data"];

/// A quick look for a sign without which nothing can be wrong: `<`, or what may be a link or an image.
pub fn may_be_hazardous(text: &[u8]) -> bool {
    let may_lead = |at: usize| text.get(at + 1).is_some_and(|next| matches!(next, b'(' | b'[' | b':'));
    memchr::memchr(b'<', text).is_some() || memchr::memchr_iter(b']', text).any(may_lead)
}

/// What has no place in a text, each with the bytes it stands on: raw HTML, links that run something, images from
/// elsewhere. The end of an element goes without saying, as does the same one again.
pub fn hazards(text: &str) -> Vec<(Markdown, Range<usize>)> {
    let mut found: Vec<(Markdown, Range<usize>)> = Vec::new();
    if !may_be_hazardous(text.as_bytes()) {
        return found;
    }
    for (event, range) in Parser::new_ext(text, Options::ENABLE_TABLES).into_offset_iter() {
        let hazard = match event {
            Event::Start(Tag::HtmlBlock) | Event::InlineHtml(_) => html(text, range),
            Event::Start(Tag::Link { dest_url, .. }) => dangerous(&dest_url).map(|hazard| (hazard, range)),
            Event::Start(Tag::Image { dest_url, .. }) => {
                dangerous(&dest_url).or_else(|| remote(&dest_url)).map(|hazard| (hazard, range))
            }
            _ => None,
        };
        found.extend(hazard.filter(|(hazard, _)| found.iter().all(|(known, _)| known != hazard)));
    }
    found
}

/// A piece of HTML, cut to its first line; `None` for the end of an element and nothing more.
fn html(text: &str, range: Range<usize>) -> Option<(Markdown, Range<usize>)> {
    let block = text.get(range.clone())?;
    let start = range.start + (block.len() - block.trim_start().len());
    let tag = block.trim().lines().next()?.trim_end();
    let is_only_an_end = tag.starts_with("</") && !block.trim().trim_start_matches("</").contains('<');
    (!is_only_an_end).then(|| (Markdown::Html { tag: tag.to_owned() }, start..start + tag.len()))
}

fn dangerous(address: &str) -> Option<Markdown> {
    let scheme = scheme(address)?;
    DANGEROUS.contains(&scheme.as_str()).then_some(Markdown::Link { scheme })
}

fn remote(address: &str) -> Option<Markdown> {
    let is_remote = scheme(address).is_some() || address.replace('\\', "/").trim_start().starts_with("//");
    is_remote.then(|| Markdown::Image { address: address.to_owned() })
}

/// What stands before the colon of an address; browsers overlook blanks and control characters in it.
fn scheme(address: &str) -> Option<String> {
    let (scheme, _) = address.split_once(':')?;
    let is_read = |sign: &char| !sign.is_whitespace() && !sign.is_control();
    let scheme: String = scheme.chars().filter(is_read).map(|sign| sign.to_ascii_lowercase()).collect();
    let is_scheme = scheme.starts_with(|sign: char| sign.is_ascii_alphabetic())
        && scheme.chars().all(|sign| sign.is_ascii_alphanumeric() || matches!(sign, '+' | '-' | '.'));
    is_scheme.then_some(scheme)
}

#[cfg(test)]
mod tests {
    use super::hazards;
    use crate::locale::problem::Markdown;

    fn found(text: &str) -> Vec<String> {
        let told = |(hazard, range): (Markdown, std::ops::Range<usize>)| {
            let kind = match hazard {
                Markdown::Html { tag } => format!("html {tag}"),
                Markdown::Link { scheme } => format!("link {scheme}"),
                Markdown::Image { address } => format!("image {address}"),
            };
            assert!(text.get(range).is_some_and(|there| !there.is_empty()), "{text}");
            kind
        };
        hazards(text).into_iter().map(told).collect()
    }

    #[test]
    fn html_is_found_wherever_it_stands_and_each_once() {
        assert_eq!(found("un <b>mot</b> et <b>un autre</b>"), ["html <b>"]);
        assert_eq!(found("- point\n\n  <script>\n  alert(1)\n  </script>\n"), ["html <script>"]);
        assert_eq!(found("<!-- caché -->\n\nvu"), ["html <!-- caché -->"]);
        assert_eq!(found("la case <nom> du formulaire"), ["html <nom>"]);
    }

    #[test]
    fn what_only_looks_like_html_is_let_through() {
        for text in [
            "moins de 5 < 10 logements, et 3 <4",
            "voir <https://www.ville.example/plan> ou <mairie@ville.example>",
            "écrire `<b>` entre accents graves",
            "    <b>du code</b>\n",
            "\\<b> échappé",
            "j'ai <3 ce quartier",
        ] {
            assert!(found(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn links_that_run_something_are_found_however_they_are_disguised() {
        assert_eq!(found("[ici](javascript:alert(1))"), ["link javascript"]);
        assert_eq!(found("[ici](JaVaScRiPt:alert(1))"), ["link javascript"]);
        assert_eq!(found("[ici](java&Tab;script:alert(1))"), ["link javascript"]);
        assert_eq!(found("[ici][a]\n\n[a]: data:text/html,x\n"), ["link data"]);
        assert_eq!(found("<javascript:alert(1)>"), ["link javascript"]);
        assert!(found("[ici](https://a.example/javascript:x) [là](attachments/plan.pdf)").is_empty());
    }

    #[test]
    fn images_are_of_the_record_itself() {
        assert_eq!(found("![plan](https://a.example/p.png)"), ["image https://a.example/p.png"]);
        assert_eq!(found("![plan](//a.example/p.png)"), ["image //a.example/p.png"]);
        assert_eq!(found("![plan](data:image/png;base64,AA)"), ["link data"]);
        assert!(found("![plan](attachments/p.png)").is_empty());
    }
}
