//! What all pages of the site share: the head, the way back, what is said at the foot; and one thing on several pages.

use super::SiteFile;
use super::feed::FEED;
use crate::locale::site::SiteWord;
use crate::model::Language;
use crate::render::{escaped, head};

/// How much a page has room for besides what all pages share, in bytes, so that none is larger than 100 KB.
pub(super) const ROOM: usize = 85_000;

/// A page of the site.
pub(super) struct Page<'a> {
    /// What its tab says.
    pub title: &'a str,
    /// The way from it to the site's folder: nothing, or `../`.
    pub up: &'a str,
    /// Where it leads back to, each with its words.
    pub ways: &'a [Way],
    /// What stands in it, as HTML.
    pub main: &'a str,
    pub language: Language,
}

/// Where a page leads to, and the words of the link.
pub(super) type Way = (String, String);

/// The way from a council's pages to the index.
pub(super) fn way_home(language: Language) -> Way {
    ("../index.html".to_owned(), SiteWord::AllCouncils.words(language).to_owned())
}

impl Page<'_> {
    pub fn html(&self) -> String {
        let name = SiteWord::Site.words(self.language);
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
        let label = SiteWord::YouAreHere.words(self.language);
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

/// One thing on as many pages as it wants: `name.html`, `name-page-2.html`.
pub(super) struct Pages<'a> {
    /// The folder of all of them, with `/` at its end; nothing for the site's own.
    pub folder: &'a str,
    pub name: &'a str,
    pub title: &'a str,
    /// Whose it is.
    pub of: &'a str,
    /// Where each leads back to.
    pub ways: &'a [Way],
    pub language: Language,
}

impl Pages<'_> {
    /// The pages; `main` makes what stands on one, from its title and its part.
    pub fn of<T>(&self, parts: &[T], main: impl Fn(&str, &T) -> String) -> Vec<SiteFile> {
        let page = |(place, part): (usize, &T)| {
            let title = match parts.len() {
                1 => self.title.to_owned(),
                count => self.language.page_of(self.title, place + 1, count),
            };
            let mut ways = self.ways.to_vec();
            let way = |place: usize, word: SiteWord| (self.file(place), word.words(self.language).to_owned());
            ways.extend(place.checked_sub(1).map(|before| way(before, SiteWord::PreviousPage)));
            ways.extend((place + 1 < parts.len()).then(|| way(place + 1, SiteWord::NextPage)));
            let page = Page {
                title: &format!("{title} – {}", self.of),
                up: if self.folder.is_empty() { "" } else { "../" },
                ways: &ways,
                main: &main(&title, part),
                language: self.language,
            };
            SiteFile { path: format!("{}{}", self.folder, self.file(place)), text: page.html() }
        };
        parts.iter().enumerate().map(page).collect()
    }

    fn file(&self, place: usize) -> String {
        match place {
            0 => format!("{}.html", self.name),
            place => format!("{}-page-{}.html", self.name, place + 1),
        }
    }
}

/// Pieces of HTML in as many parts as pages want: as many in each as there is room for, one at least.
pub(super) fn parts(pieces: &[String]) -> Vec<&[String]> {
    let (mut parts, mut from, mut size) = (Vec::new(), 0, 0);
    for (place, piece) in pieces.iter().enumerate() {
        if place > from && size + piece.len() > ROOM {
            parts.push(&pieces[from..place]);
            (from, size) = (place, 0);
        }
        size += piece.len();
    }
    parts.push(&pieces[from..]);
    parts
}
