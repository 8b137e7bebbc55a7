//! An e-mail address that can be written into a message as it is.

/// An e-mail address in the plain form that every server takes: letters without accents, no quotes, no comment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    text: String,
    sign: usize,
}

impl Address {
    /// The address that a cell holds, alone or as `Name <name@example.fr>`; `None` where it is none, or several.
    pub fn new(typed: &str) -> Option<Self> {
        let typed = typed.trim();
        let (name, bare) = typed.strip_suffix('>').and_then(|rest| rest.rsplit_once('<')).unwrap_or(("", typed));
        let name = name.trim().trim_matches(['"', '\'']);
        if name.contains('@') && !name.eq_ignore_ascii_case(bare.trim()) {
            return None;
        }
        let bare = bare.strip_prefix("mailto:").unwrap_or(bare).trim();
        let sign = bare.find('@')?;
        let (mailbox, host) = (&bare[..sign], &bare[sign + 1..]);
        let is_mailbox =
            mailbox.len() <= 64 && mailbox.split('.').all(|part| !part.is_empty() && part.bytes().all(is_atom));
        let labels: Vec<&str> = host.split('.').collect();
        let ends_in_letters = labels.last().is_some_and(|last| last.bytes().any(|byte| byte.is_ascii_alphabetic()));
        let is_host =
            host.len() <= 253 && labels.len() > 1 && labels.iter().all(|label| is_label(label)) && ends_in_letters;
        (is_mailbox && is_host).then(|| Self { text: bare.to_owned(), sign })
    }

    /// As it was typed.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// What stands behind the sign.
    pub fn host(&self) -> &str {
        &self.text[self.sign + 1..]
    }

    /// What is the same for all ways of typing it: no server is known to tell capitals apart.
    pub fn folded(&self) -> String {
        self.text.to_ascii_lowercase()
    }

    /// As it stands in a `mailto:` link.
    pub(super) fn in_link(&self) -> String {
        let written = |byte: u8| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'@' | b'.' | b'-' | b'_' | b'+' => char::from(byte).to_string(),
            other => format!("%{other:02X}"),
        };
        self.text.bytes().map(written).collect()
    }
}

fn is_atom(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~".contains(&byte)
}

fn is_label(label: &str) -> bool {
    let is_inner = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
    (1..=63).contains(&label.len()) && label.bytes().all(is_inner) && !label.starts_with('-') && !label.ends_with('-')
}

#[cfg(test)]
mod tests {
    use super::Address;

    #[test]
    fn plain_addresses_are_taken() {
        for typed in [
            "a@b.fr",
            " Jean.O'Neil+cr@x-y.example ",
            "<a@b.fr>",
            "Marie, dite \"M\" <a@b.fr>",
            "mailto:a@b.fr",
            "\"a@b.fr\" <a@b.fr>",
        ] {
            assert!(Address::new(typed).is_some(), "{typed}");
        }
        assert_eq!(Address::new("A@B.fr").map(|address| address.folded()).as_deref(), Some("a@b.fr"));
        assert_eq!(Address::new("a%b@c.fr").map(|address| address.in_link()).as_deref(), Some("a%25b@c.fr"));
    }

    #[test]
    fn everything_else_is_refused() {
        let long = format!("{}@b.fr", "a".repeat(300));
        for typed in [
            "",
            "a",
            "a@",
            "@b.fr",
            "a@b",
            "a@b.1",
            "a..b@c.fr",
            ".a@c.fr",
            "a b@c.fr",
            "a@b@c.fr",
            "a@b.fr;c@d.fr",
            "a@b.fr <c@d.fr>",
            "a@b.fr\r\nBcc: x@y.fr",
            "a@b.fr>\r\nRCPT TO:<x@y.fr",
            "\"a b\"@c.fr",
            "é@b.fr",
            "a@é.fr",
            "😀@b.fr",
            "a@-b.fr",
            "a@[127.0.0.1]",
            "a@b.fr\0",
            &long,
        ] {
            assert_eq!(Address::new(typed), None, "{typed}");
        }
    }
}
