//! Markdown as a piece of HTML: headings in order, tables whose heads say so and which scroll on a narrow screen.

use super::safe::{events, readable};
use crate::model::Language;
use pulldown_cmark::{CowStr, Event, HeadingLevel, Tag, TagEnd, html::push_html};

/// The Markdown as HTML, its first heading of this level at least.
pub fn fragment(markdown: &str, top: usize, language: Language) -> String {
    let mut result = String::with_capacity(markdown.len() * 2);
    push_html(&mut result, accessible(&readable(markdown), top, language).into_iter());
    // A head that says nothing is none.
    result.replace("<th scope=\"col\"></th>", "<td></td>")
}

/// A text as it stands in HTML and XML, in an attribute too.
pub fn escaped(text: &str) -> String {
    let mut result = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '&' => result.push_str("&amp;"),
            '<' => result.push_str("&lt;"),
            '>' => result.push_str("&gt;"),
            '"' => result.push_str("&quot;"),
            '\'' => result.push_str("&#39;"),
            // No character of HTML: what was typed there is lost for all readers alike.
            sign if (sign.is_control() && !matches!(sign, '\n' | '\t')) || matches!(sign, '\u{fffe}' | '\u{ffff}') => {
                result.push('\u{fffd}');
            }
            sign => result.push(sign),
        }
    }
    result
}

fn accessible(markdown: &str, top: usize, language: Language) -> Vec<Event<'_>> {
    let own = |text: String| Event::Html(CowStr::from(text));
    let mut levels = Levels { top, open: Vec::new() };
    let (mut heading, mut in_heading, mut in_head, mut tables) = (String::new(), false, false, 0);
    let mut result = Vec::new();
    for event in events(markdown) {
        result.push(match event {
            Event::Start(Tag::Heading { level, id, classes, attrs }) => {
                (heading, in_heading) = (String::new(), true);
                Event::Start(Tag::Heading { level: levels.begin(level), id, classes, attrs })
            }
            Event::End(TagEnd::Heading(_)) => {
                in_heading = false;
                Event::End(TagEnd::Heading(levels.current()))
            }
            Event::Start(Tag::Table(_)) => {
                tables += 1;
                let name = escaped(&language.table_name(&heading, tables));
                own(format!("<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"{name}\">\n<table>\n"))
            }
            Event::End(TagEnd::Table) => own("</tbody>\n</table>\n</div>\n".to_owned()),
            Event::Start(Tag::TableHead) => {
                in_head = true;
                own("<thead>\n<tr>".to_owned())
            }
            Event::End(TagEnd::TableHead) => {
                in_head = false;
                own("</tr>\n</thead>\n<tbody>\n".to_owned())
            }
            Event::Start(Tag::TableRow) => own("<tr>".to_owned()),
            Event::End(TagEnd::TableRow) => own("</tr>\n".to_owned()),
            Event::Start(Tag::TableCell) => own(if in_head { "<th scope=\"col\">" } else { "<td>" }.to_owned()),
            Event::End(TagEnd::TableCell) => own(if in_head { "</th>" } else { "</td>" }.to_owned()),
            Event::Text(text) | Event::Code(text) if in_heading => {
                heading.push_str(&text);
                Event::Text(text)
            }
            other => other,
        });
    }
    result
}

/// Levels of headings as they are written, none of which skips one that was not there.
struct Levels {
    top: usize,
    /// The levels as typed of those that are open, the outermost first.
    open: Vec<HeadingLevel>,
}

impl Levels {
    fn begin(&mut self, typed: HeadingLevel) -> HeadingLevel {
        while self.open.last().is_some_and(|last| *last >= typed) {
            self.open.pop();
        }
        self.open.push(typed);
        self.current()
    }

    fn current(&self) -> HeadingLevel {
        let level = (self.top + self.open.len()).saturating_sub(1).clamp(1, 6);
        HeadingLevel::try_from(level).unwrap_or(HeadingLevel::H6)
    }
}
