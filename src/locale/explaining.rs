//! What is said around the pages of rules: their list, and where to read one. Used by `cli` alone.

use super::Language;

impl Language {
    /// What a rule's findings are called, by their severity.
    pub fn severity_name(self, is_error: bool) -> &'static str {
        match (self, is_error) {
            (Self::French, true) => "erreur",
            (Self::French, false) => "avertissement",
            (Self::English, true) => "error",
            (Self::English, false) => "warning",
        }
    }

    /// The heading of the rules of a severity.
    pub fn rules_of_severity(self, is_error: bool) -> &'static str {
        match (self, is_error) {
            (Self::French, true) => "Erreurs\u{a0}: le registre n'est pas sûr",
            (Self::French, false) => "Avertissements\u{a0}: quelqu'un devrait regarder",
            (Self::English, true) => "Errors: the record cannot be relied on",
            (Self::English, false) => "Warnings: somebody should look",
        }
    }

    /// Where to read the page of a rule; this one, where it is known which is wanted.
    pub fn how_to_explain(self, rule: &str) -> String {
        match self {
            Self::French => format!("Pour comprendre une règle\u{a0}: council explain {rule}\n"),
            Self::English => format!("To understand a rule: council explain {rule}\n"),
        }
    }

    /// A text in which what stands between backticks is in quotes instead, unless it is already.
    pub fn without_backticks(self, text: &str) -> String {
        let (open, close) = match self {
            Self::French => ("«\u{a0}", "\u{a0}»"),
            Self::English => ("“", "”"),
        };
        let parts: Vec<&str> = text.split('`').collect();
        let mut plain = String::with_capacity(text.len());
        for (index, part) in parts.iter().enumerate() {
            let is_code = index % 2 == 1;
            let is_quoted = parts[index.saturating_sub(1)].ends_with(open)
                && parts.get(index + 1).is_some_and(|after| after.starts_with(close));
            if is_code && !is_quoted {
                plain.push_str(open);
                plain.push_str(part);
                plain.push_str(close);
            } else {
                plain.push_str(part);
            }
        }
        plain
    }
}
