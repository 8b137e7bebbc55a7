//! Says whether a word of the lexicon is said of a person, by the words around it in the same sentence: « M. B. est
//! alcoolique », « elle ment », « Mme C., syndiquée », « les Roms », « on soupçonne M. K. ».

use super::Matter;
use super::lexicon::{Class, Classes, Expression, Manner, lexicon};
use super::sentence::Sentence;
use std::ops::Range;

/// What is named after peoples.
const STREETS: [&str; 8] = ["rue", "avenue", "place", "impasse", "allee", "boulevard", "square", "quai"];

/// How many words may stand between a verb and what is said with it.
const FARTHEST: usize = 7;

/// Articles before a group.
const MANY: [&str; 4] = ["les", "des", "aux", "ces"];

/// Articles before one of a group.
const ONE_OF_MANY: [&str; 6] = ["l", "le", "la", "cet", "cette", "ce"];

/// Articles and the like that single out one person.
const ONE: [&str; 12] = ["le", "la", "l", "ce", "cet", "cette", "mon", "ma", "son", "sa", "notre", "votre"];

/// Words after which a noun is not what the sentence is about: « la voiture du voisin ».
const OF: [&str; 14] =
    ["de", "d", "du", "des", "a", "au", "aux", "par", "chez", "pour", "avec", "sans", "sur", "contre"];

/// Functions: an elected or public person, of whom what is said is not private by itself.
const FUNCTIONS: [&str; 9] =
    ["maire", "depute", "deputee", "prefet", "prefete", "senateur", "senatrice", "ministre", "commissaire"];

const TITLES: [&str; 10] = ["m", "mm", "mr", "mme", "mmes", "mlle", "monsieur", "madame", "mademoiselle", "messieurs"];

/// What the first of these expressions that stands at this byte says of a person, and its bytes.
pub(super) fn said_of(sentence: &Sentence, at: usize, expressions: &[usize]) -> Option<(Matter, Range<usize>)> {
    let anchor = sentence.place_of(at)?;
    let around = Around(sentence);
    expressions.iter().map(|place| lexicon().expression(*place)).find_map(|expression| {
        let words = around.matched(anchor, expression)?;
        let is_said = match expression.manner {
            Manner::Said => {
                let is_of = around.is_linked(&words, expression.matter);
                is_of || around.stands_beside(&words, expression.matter)
            }
            Manner::Does => around.has_subject(words.start, false) && !around.is_suffered(words.start),
            Manner::Group => around.is_group(&words),
            Manner::Accuses => around.is_before_somebody(words.end),
        };
        is_said.then_some((expression.matter, sentence.bytes(&words)?))
    })
}

/// Says whether an expression said in this manner may follow a word, given without case or accents, and what stands between:
/// without one that [`said_of`] asks for there, nothing is said of anybody.
pub(super) fn may_follow(manner: Manner, word: &str, classes: Classes, gap: &str) -> bool {
    match manner {
        Manner::Said => {
            let asked_for = [Class::Person, Class::Link, Class::Have, Class::Between];
            let is_number = word.starts_with(|sign: char| sign.is_ascii_digit());
            gap.contains([',', '(']) || is_number || asked_for.into_iter().any(|class| classes.has(class))
        }
        Manner::Group => MANY.contains(&word) || ONE_OF_MANY.contains(&word),
        Manner::Does | Manner::Accuses => true,
    }
}

struct Around<'s>(&'s Sentence);

impl Around<'_> {
    fn word(&self, place: usize) -> &str {
        self.0.word(place)
    }

    fn has(&self, place: usize, class: Class) -> bool {
        self.0.has(place, class)
    }

    /// The words of an expression, where it stands around its anchor.
    fn matched(&self, anchor: usize, expression: &Expression) -> Option<Range<usize>> {
        let is = |place: usize, ways: &Vec<String>| {
            let word = self.word(place);
            ways.iter().any(|way| way == word || (way == "#" && self.0.is_number(place)))
        };
        let mut start = anchor;
        for ways in expression.words[..expression.anchor].iter().rev() {
            start = start.checked_sub(1).filter(|place| is(*place, ways))?;
            // « 2 300 » is one number.
            while ways.iter().any(|way| way == "#") && start > 0 && self.0.is_number(start - 1) {
                start -= 1;
            }
        }
        let mut end = anchor;
        for ways in &expression.words[expression.anchor..] {
            if end >= self.0.len() || !is(end, ways) {
                return None;
            }
            end += 1;
            while ways.iter().any(|way| way == "#") && self.0.is_number(end) {
                end += 1;
            }
        }
        Some(start..end)
    }

    /// Says whether a verb links these words with a person before it. What one has is no judgement: « il a un chat noir ».
    fn is_linked(&self, words: &Range<usize>, matter: Matter) -> bool {
        let may_be_had = matches!(matter, Matter::Health | Matter::Offence | Matter::Debt);
        for place in (words.start.saturating_sub(FARTHEST)..words.start).rev() {
            let links = self.has(place, Class::Link) || (may_be_had && self.has(place, Class::Have));
            if links && self.has_subject(place, place + 1 < words.start) {
                return !self.is_impersonal(place, words, matter);
            }
            let is_light = self.has(place, Class::Between) || self.0.is_number(place);
            if !is_light && !self.has(place, Class::Link) && !self.has(place, Class::Have) {
                return false;
            }
        }
        false
    }

    /// Says whether the person suffered what the verb says: « M. B. a été agressé », « elle a été souvent insultée ».
    fn is_suffered(&self, verb: usize) -> bool {
        let before = (0..verb).rev().take_while(|place| self.has(*place, Class::Between));
        before.into_iter().any(|place| self.word(place) == "ete")
    }

    /// Says whether nobody is meant: « il est dangereux de traverser »; or whether what is said goes on otherwise: « elle
    /// est étrangère à cette décision ».
    fn is_impersonal(&self, verb: usize, words: &Range<usize>, matter: Matter) -> bool {
        let next = self.word(words.end);
        let said = self.word(words.end - 1);
        let is_subject_it = verb > 0 && matches!(self.word(verb - 1), "il" | "ce" | "c");
        let goes_on = matches!(next, "de" | "d" | "que" | "qu");
        match matter {
            Matter::Judgement => is_subject_it && goes_on && !said.starts_with("incapable"),
            Matter::Origin => said.starts_with("etrang") && matches!(next, "a" | "au" | "aux"),
            _ => said.starts_with("malade") && matches!(next, "de" | "d" | "des"),
        }
    }

    /// Says whether a person is the subject of the verb here; « c'est » is one before an article.
    fn has_subject(&self, verb: usize, with_article: bool) -> bool {
        let mut end = verb;
        while end > 0 && self.has(end - 1, Class::Before) {
            end -= 1;
        }
        let Some(last) = end.checked_sub(1) else { return false };
        match self.word(last) {
            "il" | "elle" | "ils" | "elles" | "eux" => return true,
            // « M. C. est » names somebody.
            "c" | "ce" if !self.is_titled(last) => {
                return with_article && matches!(self.word(verb + 1), "un" | "une" | "des" | "le" | "la" | "les");
            }
            "qui" => return self.ends_with_person(last),
            _ => {}
        }
        self.begins_with_person(end) || self.ends_with_person(end)
    }

    /// Says whether a title stands before.
    fn is_titled(&self, place: usize) -> bool {
        place.checked_sub(1).is_some_and(|title| TITLES.contains(&self.word(title)))
    }

    fn parts(&self, place: usize) -> bool {
        self.0.is_sign(place) || self.has(place, Class::Joint)
    }

    /// Says whether the part of the sentence that ends here begins with a person: « la dame du 2e ».
    fn begins_with_person(&self, end: usize) -> bool {
        let mut end = end;
        while end > 0 && self.parts(end - 1) {
            end -= 1;
        }
        let start = (0..end).rev().find(|place| self.parts(*place)).map_or(0, |place| place + 1);
        let head = (start..end).find(|place| !self.has(*place, Class::Determiner) || self.is_person(*place));
        head.is_some_and(|head| self.is_person(head))
    }

    /// Says whether what ends here is a person with an article, that nothing else holds: « le gardien ».
    fn ends_with_person(&self, end: usize) -> bool {
        let Some(noun) = end.checked_sub(1).filter(|noun| self.is_person(*noun)) else { return false };
        let Some(article) = noun.checked_sub(1) else { return true };
        let held = article.checked_sub(1).is_some_and(|before| OF.contains(&self.word(before)));
        ONE.contains(&self.word(article)) && !held
    }

    /// Says whether a person is named here; a title before a function is none.
    fn is_person(&self, place: usize) -> bool {
        let is_function =
            matches!(self.word(place + 1), "le" | "la" | "l") && FUNCTIONS.contains(&self.word(place + 2));
        self.has(place, Class::Person) && !(TITLES.contains(&self.word(place)) && is_function)
    }

    /// Says whether these words stand beside a person: « Mme C., syndiquée », « ce voisin paranoïaque »; of origin or
    /// religion, « les locataires chinois » too.
    fn stands_beside(&self, words: &Range<usize>, matter: Matter) -> bool {
        let Some(last) = words.start.checked_sub(1) else { return false };
        if matches!(self.word(last), "," | "(") {
            return self.is_named_until(last);
        }
        let word = self.word(last);
        if !self.is_person(last) || TITLES.contains(&word) || word.starts_with("femme") || word.starts_with("personne")
        {
            return false;
        }
        let article = last.checked_sub(1).map_or("", |place| self.word(place));
        let any = matches!(matter, Matter::Origin | Matter::Religion);
        any || ONE.contains(&article)
    }

    /// Says whether a title and a name end here.
    fn is_named_until(&self, end: usize) -> bool {
        let start = end.saturating_sub(3);
        (start..end).any(|place| TITLES.contains(&self.word(place)) && self.is_person(place))
    }

    /// Says whether a people is meant that is there: « les Roms du hall 2 », « l'Algérien du troisième », but neither « une
    /// exposition sur les Tsiganes » nor « rue des Juifs ».
    fn is_group(&self, words: &Range<usize>) -> bool {
        let Some(article) = words.start.checked_sub(1) else { return false };
        let before = article.checked_sub(1).map_or("", |before| self.word(before));
        if matches!(before, "sur" | "pour") || STREETS.contains(&before) {
            return false;
        }
        let lives_there = matches!(self.word(words.end), "du" | "au");
        let article = self.word(article);
        MANY.contains(&article) && (self.0.is_capital(words.start) || lives_there)
            || ONE_OF_MANY.contains(&article) && lives_there
    }

    /// Says whether a person stands right after: « M. K. », « le voisin ».
    fn is_before_somebody(&self, end: usize) -> bool {
        let place = end + usize::from(self.has(end, Class::Determiner) && !self.is_person(end));
        self.is_person(place)
    }
}
