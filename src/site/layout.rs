//! What all pages of the site share: the head, the way back, what is said at the foot.

use super::feed::FEED;
use crate::model::Language;
use crate::render::{escaped, head};

/// A page of the site.
pub(super) struct Page<'a> {
    /// What its tab says.
    pub title: &'a str,
    /// The way from it to the site's folder: nothing, or `../`.
    pub up: &'a str,
    /// Where it leads back to, each with its words.
    pub ways: &'a [(String, String)],
    /// What stands in it, as HTML.
    pub main: &'a str,
    pub language: Language,
}

impl Page<'_> {
    pub fn html(&self) -> String {
        let name = match self.language {
            Language::French => "Relevés des Conseils de Résidents",
            Language::English => "Minutes of the residents' councils",
        };
        // People named in it agreed to be read by their neighbours, not to be found by anybody.
        let more = format!(
            "<meta name=\"robots\" content=\"noindex\">\n<link rel=\"alternate\" type=\"application/atom+xml\" \
             title=\"{name}\" href=\"{}{FEED}\">\n",
            self.up
        );
        let ways: Vec<String> = self
            .ways
            .iter()
            .map(|(address, words)| format!("<li><a href=\"{}\">{}</a></li>", escaped(address), escaped(words)))
            .collect();
        let label = match self.language {
            Language::French => "Vous êtes ici",
            Language::English => "You are here",
        };
        let nav = if ways.is_empty() {
            String::new()
        } else {
            format!("<header>\n<nav aria-label=\"{label}\">\n<ul>{}</ul>\n</nav>\n</header>\n", ways.concat())
        };
        format!(
            "{}<body class=\"site\">\n{nav}<main>\n{}</main>\n</body>\n</html>\n",
            head(self.title, self.language, &more),
            self.main
        )
    }
}
