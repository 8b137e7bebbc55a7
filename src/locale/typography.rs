//! French spacing in Markdown that people wrote, and lists in words. Used wherever text becomes a document.
//!
//! Only an ordinary space that is there becomes a no-break one: what Markdown gives a meaning to (code, tables, list
//! markers, links) stays byte for byte.

use super::Language;
use memchr::{memchr, memchr_iter, memchr2, memchr2_iter, memchr3_iter, memmem, memrchr};

/// The space that French puts before `: ; ! ? % €` and inside « »: U+00A0.
pub const NO_BREAK_SPACE: char = '\u{a0}';

/// Binds, in French, `: ; ! ? % € »` to the word before and `«` to the word after, where an ordinary space stands
/// between them; English text is given back as it is.
pub fn no_break(text: &str, language: Language) -> String {
    match language {
        Language::French => bind_blocks(text),
        Language::English => text.to_owned(),
    }
}

/// Lists things in words: « a, b et c »; "a, b and c".
pub fn list_of(items: &[impl AsRef<str>], language: Language) -> String {
    let and = match language {
        Language::French => " et ",
        Language::English => " and ",
    };
    let mut list = String::new();
    for (index, item) in items.iter().enumerate() {
        list.push_str(match index {
            0 => "",
            _ if index + 1 == items.len() => and,
            _ => ", ",
        });
        list.push_str(item.as_ref());
    }
    list
}

/// Copies fenced code and blank lines, and binds the paragraphs between them: inline code never reaches over either. Where
/// there is no code, each line is read by itself.
fn bind_blocks(text: &str) -> String {
    let bytes = text.as_bytes();
    if memchr(b'`', bytes).is_none() && memmem::find(bytes, b"~~~").is_none() {
        return bind_lines(text);
    }
    let mut written = String::with_capacity(text.len() + text.len() / 16);
    let mut fence: Option<Fence> = None;
    let mut paragraph = 0;
    let mut line_start = 0;
    for line in text.split_inclusive('\n') {
        let line_end = line_start + line.len();
        let in_fence = fence.is_some();
        match &fence {
            Some(open) if open.is_closed_by(line) => fence = None,
            Some(_) => {}
            None => fence = Fence::opened_by(line),
        }
        if in_fence || fence.is_some() || line.trim().is_empty() {
            bind_paragraph(&text[paragraph..line_start], &mut written);
            written.push_str(line);
            paragraph = line_end;
        }
        line_start = line_end;
    }
    bind_paragraph(&text[paragraph..], &mut written);
    written
}

/// Binds a text without code: what a space in it becomes depends on its own line alone.
fn bind_lines(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut written = String::with_capacity(text.len() + text.len() / 16);
    // What is written, and the line of the last space, with the end of its markers once it is asked for.
    let (mut done, mut line, mut prose) = (0, 0..0, None);
    for space in spaces_that_may_bind(text) {
        if space >= line.end {
            let start = memrchr(b'\n', &bytes[line.end..space]).map_or(line.end, |end| line.end + end + 1);
            let end = memchr(b'\n', &bytes[space..]).map_or(text.len(), |end| space + end + 1);
            (line, prose) = (start..end, None);
            if memchr2(b'\\', b'<', &bytes[start..end]).is_some() {
                written.push_str(&text[done..start]);
                bind_paragraph(&text[start..end], &mut written);
                done = end;
            }
        }
        if space >= done
            && binds(&text[line.start..space], &text[space + 1..line.end])
            && space >= *prose.get_or_insert_with(|| line.start + markers_length(&text[line.clone()]))
        {
            written.push_str(&text[done..space]);
            written.push(NO_BREAK_SPACE);
            done = space + 1;
        }
    }
    written.push_str(&text[done..]);
    written
}

/// The ordinary spaces beside a sign that [`binds`] knows, in order.
fn spaces_that_may_bind(text: &str) -> Vec<usize> {
    let bytes = text.as_bytes();
    let mut spaces = Vec::new();
    let mut add = |space: usize| {
        if bytes.get(space) == Some(&b' ') {
            spaces.push(space);
        }
    };
    for sign in memchr3_iter(b':', b';', b'!', bytes).chain(memchr2_iter(b'?', b'%', bytes)) {
        add(sign.wrapping_sub(1));
    }
    // The first bytes of « and », and of €.
    for sign in memchr2_iter(0xc2, 0xe2, bytes) {
        match bytes[sign..] {
            [0xc2, 0xab, ..] => add(sign + "«".len()),
            [0xc2, 0xbb, ..] | [0xe2, 0x82, 0xac, ..] => add(sign.wrapping_sub(1)),
            _ => {}
        }
    }
    spaces.sort_unstable();
    spaces
}

/// The line that opened fenced code: at least three backticks or tildes.
struct Fence {
    mark: char,
    length: usize,
}

impl Fence {
    fn opened_by(line: &str) -> Option<Self> {
        let content = &line[markers_length(line)..];
        let mark = content.chars().next().filter(|mark| matches!(mark, '`' | '~'))?;
        let length = run_length(content, mark);
        let inline = mark == '`' && content[length..].contains('`');
        (length >= 3 && !inline).then_some(Self { mark, length })
    }

    fn is_closed_by(&self, line: &str) -> bool {
        let content = line.trim_start_matches([' ', '\t', '>']);
        let length = run_length(content, self.mark);
        length >= self.length && content[length..].trim().is_empty()
    }
}

fn run_length(text: &str, mark: char) -> usize {
    text.len() - text.trim_start_matches(mark).len()
}

/// The length of what a line's block structure takes up: indentation, quotes, list items, headings, boxes to tick and
/// the first bar of a table, with the spaces after them.
fn markers_length(line: &str) -> usize {
    let mut rest = line;
    loop {
        rest = rest.trim_start_matches([' ', '\t']);
        match after_marker(rest) {
            Some(after) => rest = after,
            None => return line.len() - rest.len(),
        }
    }
}

fn after_marker(line: &str) -> Option<&str> {
    match line.as_bytes().first()? {
        b'>' | b'|' => return Some(&line[1..]),
        b'[' if line.starts_with("[ ] ") => return Some(&line["[ ] ".len()..]),
        b'-' | b'*' | b'+' | b'[' | b'#' | b'0'..=b'9' => {}
        _ => return None,
    }
    let end = memchr2(b' ', b'\t', line.as_bytes())?;
    let (word, after) = line.split_at(end);
    let numbered = || {
        let number = word.strip_suffix(['.', ')'])?;
        Some((1..=9).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit()))
    };
    let heading = || word.len() <= 6 && word.bytes().all(|byte| byte == b'#');
    let marks = matches!(word, "-" | "*" | "+" | "[x]" | "[X]") || heading() || numbered().unwrap_or(false);
    (marks && !word.is_empty()).then_some(after)
}

fn bind_paragraph(paragraph: &str, written: &mut String) {
    // Most paragraphs have no space that could be bound.
    if spaces_that_may_bind(paragraph).is_empty() {
        written.push_str(paragraph);
        return;
    }
    let mut rest = paragraph;
    while !rest.is_empty() {
        let before = &paragraph[..paragraph.len() - rest.len()];
        let length = match untouched_length(before, rest) {
            0 => prose_length(rest),
            length => length,
        };
        let (taken, after) = rest.split_at(length);
        if taken == " " && binds(before, after) {
            written.push(NO_BREAK_SPACE);
        } else {
            written.push_str(taken);
        }
        rest = after;
    }
}

/// The length of what is copied as a whole at this place, because Markdown reads it letter by letter; 0 for prose.
fn untouched_length(before: &str, rest: &str) -> usize {
    if before.is_empty() || before.ends_with('\n') {
        let markers = markers_length(rest);
        if markers > 0 {
            return markers;
        }
    }
    match rest.as_bytes() {
        [b'`', ..] => code_length(rest),
        [b'\\', escaped, ..] if escaped.is_ascii_punctuation() => 2,
        [b'<', ..] if before.ends_with("](") => rest.find(['>', '\n']).map_or(1, |end| end + 1),
        _ => 0,
    }
}

/// The length of the words or the one sign at the start of prose, up to what has to be looked at: of all spaces, one that
/// stands beside a sign that [`binds`] knows.
fn prose_length(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    if bytes.first().is_some_and(|first| *first == b' ' || has_meaning(*first)) {
        return 1;
    }
    let stop = |at: usize| match bytes[at] {
        byte if has_meaning(byte) => Some(at),
        CLOSES_OPENING_QUOTE => {
            (bytes[..=at].ends_with("«".as_bytes()) && bytes.get(at + 1) == Some(&b' ')).then_some(at + 1)
        }
        _ => (bytes[at - 1] == b' ').then_some(at - 1),
    };
    let mut signs = (1..bytes.len()).filter(|at| LOOKED_AT[usize::from(bytes[*at])]);
    signs.find_map(stop).unwrap_or(bytes.len())
}

/// Says whether Markdown may read on from this sign letter by letter.
fn has_meaning(byte: u8) -> bool {
    matches!(byte, b'\n' | b'`' | b'\\' | b'<')
}

/// The last byte of « in UTF-8.
const CLOSES_OPENING_QUOTE: u8 = 0xab;

/// The bytes at which prose is looked at: those with a meaning, the first of each sign that binds the space before it, and
/// the last of the one that binds the space after it.
const LOOKED_AT: [bool; 256] = {
    let mut looked_at = [false; 256];
    let signs = [b'\n', b'`', b'\\', b'<', b'%', b':', b';', b'!', b'?', 0xc2, 0xe2, CLOSES_OPENING_QUOTE];
    let mut index = 0;
    while index < signs.len() {
        looked_at[signs[index] as usize] = true;
        index += 1;
    }
    looked_at
};

/// The length of inline code, up to as many backticks as open it; of those backticks alone where nothing closes it.
fn code_length(text: &str) -> usize {
    let opening = run_length(text, '`');
    let mut from = opening;
    while let Some(found) = text[from..].find('`') {
        let start = from + found;
        let closing = run_length(&text[start..], '`');
        if closing == opening {
            return start + closing;
        }
        from = start + closing;
    }
    opening
}

/// Tells whether the space between these two may not be broken.
fn binds(before: &str, after: &str) -> bool {
    let mut following = after.chars();
    let (Some(previous), Some(sign)) = (before.chars().next_back(), following.next()) else {
        return false;
    };
    let next = following.next();
    if previous.is_whitespace() || previous == '|' || sign.is_whitespace() {
        return false;
    }
    let wanted = match sign {
        _ if previous == '«' => true,
        '»' | '€' => true,
        // `%}` and `%d` belong to a template, not to a figure.
        '%' => next.is_none_or(|next| !next.is_alphanumeric() && next != '}'),
        ':' | ';' | '!' | '?' => next.is_none_or(ends_a_sign),
        _ => false,
    };
    wanted && !ends_in_bare_url(before)
}

/// A text that begins with a capital letter.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Tells whether a letter may follow a sign of punctuation: `:-`, `:smile:`, `![`, `?page` are none.
fn ends_a_sign(next: char) -> bool {
    let closes = matches!(next, ')' | ']' | '}' | '»' | '"' | '\'' | '”' | '’' | '*' | '_' | '~' | '<' | '|' | '\\');
    next.is_whitespace() || closes || matches!(next, ':' | ';' | '!' | '?' | '.' | ',' | '…' | '–' | '—')
}

/// Tells whether a bare address stands last: programs that make links of such take a no-break space for part of it.
fn ends_in_bare_url(before: &str) -> bool {
    let word = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    let is_address =
        word.starts_with("www.") || memchr_iter(b':', word.as_bytes()).any(|at| word[at..].starts_with("://"));
    is_address && !word.ends_with(['>', ')'])
}
