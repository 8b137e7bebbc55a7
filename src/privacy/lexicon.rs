//! The words of `lexicon.txt`, read once: what each word is in a sentence, expressions with their endings, and the
//! beginnings at which a text is looked at.

use super::Matter;
use super::person::may_follow;
use super::scan::Beginnings;
use super::word::{WordHasher, fold, fold_into, is_part, spellings, word_at};
use std::collections::HashMap;
use std::hash::BuildHasherDefault;
use std::ops::Range;
use std::sync::LazyLock;

const WORDS: &str = include_str!("lexicon.txt");

/// What stands for the sign of an address.
const AT: [&str; 2] = ["(at)", "[at]"];

/// How an expression is said of a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Manner {
    /// With a verb that links, or beside the person.
    Said,
    /// As the verb of which the person is the subject.
    Does,
    /// As a group, with an article.
    Group,
    /// Before the person.
    Accuses,
}

/// What a word may be in a sentence; one word may be several of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    /// A person.
    Person,
    /// What may stand before the name of a person.
    Determiner,
    /// A verb that links a person with what is said.
    Link,
    /// A verb by which a person has something.
    Have,
    /// What may stand between the verb and what is said.
    Between,
    /// What may stand between the person and the verb.
    Before,
    /// What begins a part of a sentence.
    Joint,
    /// What neighbours complain of.
    Complaint,
    /// An office or a firm, whose number is public.
    Office,
    /// A word by which a flat, a door or a floor is found.
    Door,
    /// A person whose door a number after `du` gives.
    Occupant,
}

/// The sections of `lexicon.txt` that give a class.
const CLASSES: [(&str, Class); 11] = [
    ("person", Class::Person),
    ("determiner", Class::Determiner),
    ("link", Class::Link),
    ("have", Class::Have),
    ("between", Class::Between),
    ("before", Class::Before),
    ("joint", Class::Joint),
    ("complaint", Class::Complaint),
    ("office", Class::Office),
    ("door", Class::Door),
    ("occupant", Class::Occupant),
];

/// The sections that give expressions.
const MATTERS: [(&str, Matter); 7] = [
    ("judgement", Matter::Judgement),
    ("health", Matter::Health),
    ("offence", Matter::Offence),
    ("debt", Matter::Debt),
    ("origin", Matter::Origin),
    ("religion", Matter::Religion),
    ("union", Matter::Union),
];

/// What a word is.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Classes(u16);

impl Classes {
    /// Says whether it is this, among others.
    pub fn has(self, class: Class) -> bool {
        self.0 & 1 << class as u16 != 0
    }

    fn add(&mut self, class: Class) {
        self.0 |= 1 << class as u16;
    }
}

/// One word of an expression: each way to write it, without case or accents.
type Ways = Vec<String>;

/// An expression.
#[derive(Debug)]
pub(super) struct Expression {
    /// What it is about.
    pub matter: Matter,
    /// How it is said.
    pub manner: Manner,
    /// Its words.
    pub words: Vec<Ways>,
    /// The place of the word by which it is found.
    pub anchor: usize,
}

impl Expression {
    /// Says whether it may be said of somebody here, by its words and the one before them: no sentence is taken apart for
    /// « cela ne sert à rien » or « les points noirs ».
    fn may_stand(&self, text: &str, anchor: &Range<usize>, lexicon: &Lexicon) -> bool {
        let (first, last) = (&self.words[..self.anchor], &self.words[self.anchor + 1..]);
        let mut before = words_before(&text[..anchor.start]);
        let after = text[anchor.end..].split(is_apart).filter(|word| !word.is_empty());
        if !may_be(first.iter().rev(), before.by_ref().map(|(word, _)| word)) || !may_be(last.iter(), after) {
            return false;
        }
        let has_number = first.iter().flatten().any(|way| way == "#");
        has_number
            || before.next().is_some_and(|(word, gap)| {
                let word = fold(word);
                may_follow(self.manner, &word, lexicon.classes(&word), gap)
            })
    }
}

/// Says whether these may be the words, as far as a number, which may be of several of them: « 2 300 ». Short ones are not
/// looked at.
fn may_be<'t>(ways: impl Iterator<Item = &'t Ways>, mut words: impl Iterator<Item = &'t str>) -> bool {
    for ways in ways {
        let word = words.next().unwrap_or_default();
        let has = |wanted: &str| ways.iter().any(|way| way == wanted);
        let is_number = has("#") && word.starts_with(|sign: char| sign.is_ascii_digit());
        let is_short = || ways.iter().any(|way| way.len() == 1 && way != "#");
        if !is_number && !has(&fold(word)) && !is_short() {
            return false;
        }
        if has("#") {
            return true;
        }
    }
    true
}

fn is_apart(sign: char) -> bool {
    !is_part(sign)
}

/// The words before a place, the nearest first, each with what stands between it and the one after it; then an empty one.
fn words_before(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let end = rest.trim_end_matches(is_apart);
        let word = end.rsplit(is_apart).next()?;
        let gap = &rest[end.len()..];
        rest = &end[..end.len() - word.len()];
        Some((word, gap))
    })
}

#[derive(Debug, Default)]
struct Known {
    classes: Classes,
    /// The expressions that are found by this word.
    expressions: Vec<usize>,
}

/// What may begin at a place of a text.
#[derive(Debug, Clone, Copy)]
pub(super) enum Anchor<'l> {
    /// An address, after a sign that is written otherwise.
    At,
    /// A flat, a door or a floor.
    Door,
    /// A person whose door may follow.
    Occupant,
    /// These expressions.
    Words(&'l [usize]),
}

/// The lexicon.
pub(super) struct Lexicon {
    known: HashMap<String, Known, BuildHasherDefault<WordHasher>>,
    expressions: Vec<Expression>,
    beginnings: Beginnings,
}

/// The lexicon, read when it is first asked for.
pub(super) fn lexicon() -> &'static Lexicon {
    static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::read);
    &LEXICON
}

impl Lexicon {
    /// What a word is, given without case or accents.
    pub fn classes(&self, word: &str) -> Classes {
        self.known.get(word).map(|known| known.classes).unwrap_or_default()
    }

    /// An expression.
    pub fn expression(&self, place: usize) -> &Expression {
        &self.expressions[place]
    }

    /// Goes through a text once, and hands on each word at which something may begin, with its bytes, in order.
    pub fn each_anchor(&self, text: &str, mut stop: impl FnMut(Range<usize>, Anchor<'_>)) {
        let mut folded = String::new();
        self.beginnings.each_place(text, |at| {
            let Some(word) = word_at(text, at) else {
                let sign = AT.iter().find(|sign| text.get(at..).is_some_and(|rest| rest.starts_with(**sign)));
                if let Some(sign) = sign {
                    stop(at..at + sign.len(), Anchor::At);
                }
                return;
            };
            folded.clear();
            fold_into(word, &mut folded);
            let Some(known) = self.known.get(&folded) else { return };
            let range = at..at + word.len();
            if known.classes.has(Class::Door) {
                stop(range.clone(), Anchor::Door);
            }
            if known.classes.has(Class::Occupant) {
                stop(range.clone(), Anchor::Occupant);
            }
            if known.expressions.iter().any(|place| self.expressions[*place].may_stand(text, &range, self)) {
                stop(range, Anchor::Words(&known.expressions));
            }
        });
    }

    fn read() -> Self {
        let mut lexicon = Self { known: HashMap::default(), expressions: Vec::new(), beginnings: Beginnings::new() };
        for sign in AT {
            lexicon.beginnings.add(sign);
        }
        let mut section = "";
        for line in WORDS.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
            if let Some(name) = line.strip_prefix('[') {
                section = name.trim_end_matches(']');
            } else if let Some((_, matter)) = MATTERS.iter().find(|(name, _)| *name == section) {
                lexicon.add_expression(*matter, line);
            } else if let Some((_, class)) = CLASSES.iter().find(|(name, _)| *name == section) {
                line.split_whitespace().flat_map(written).for_each(|word| lexicon.add_word(*class, &word));
            }
        }
        lexicon
    }

    fn stop_at(&mut self, word: &str) {
        for spelling in spellings(word) {
            self.beginnings.add(&spelling);
        }
    }

    fn add_word(&mut self, class: Class, word: &str) {
        self.known.entry(fold(word)).or_default().classes.add(class);
        if matches!(class, Class::Door | Class::Occupant) {
            self.stop_at(word);
        }
    }

    fn add_expression(&mut self, matter: Matter, line: &str) {
        let signs = [("> ", Manner::Does), ("* ", Manner::Group), ("! ", Manner::Accuses)];
        let signed = signs.iter().find_map(|(sign, manner)| Some((*manner, line.strip_prefix(sign)?)));
        let (manner, said) = signed.unwrap_or((Manner::Said, line));
        let parts: Vec<Vec<String>> = said.split(' ').map(written).collect();
        // The shortest way of the longest word says most.
        let length = |place: &usize| parts[*place].iter().map(|way| way.chars().count()).min();
        let anchor = (0..parts.len()).max_by_key(length).unwrap_or(0);
        for word in &parts[anchor] {
            self.known.entry(fold(word)).or_default().expressions.push(self.expressions.len());
            self.stop_at(word);
        }
        let words = parts.iter().map(|ways| ways.iter().map(|way| fold(way)).collect()).collect();
        self.expressions.push(Expression { matter, manner, words, anchor });
    }
}

/// A word with each of its endings.
fn written(word: &str) -> Vec<String> {
    match word.split_once('(') {
        Some((stem, endings)) => {
            endings.trim_end_matches(')').split(',').map(|ending| format!("{stem}{ending}")).collect()
        }
        None => vec![word.to_owned()],
    }
}

#[cfg(test)]
mod tests {
    use super::super::person::said_of;
    use super::super::sentence::Sentence;
    use super::*;

    #[test]
    fn nothing_that_is_said_of_a_person_is_passed_over() {
        let frames = [
            "M. B. est {}",
            "Mme C. est très {}, dit-on",
            "le voisin, {}, se plaint",
            "Mme C. ({})",
            "il a {} depuis un an",
            "elle {} tous les soirs",
            "on {} M. K.",
            "ce voisin {}",
            "les {} du hall 2",
            "l'{} du troisième",
            "les points {}",
        ];
        let lexicon = lexicon();
        let mut said = 0;
        for expression in &lexicon.expressions {
            let last = |word: &Ways| word.last().map(|way| way.replace('#', "2 300")).unwrap_or_default();
            let first = |word: &Ways| match word.first() {
                // A number beside a number in letters is passed over too.
                Some(way) if word.iter().any(|way| way == "#") => format!("3 {}", way.replace('#', "2 300")),
                way => way.cloned().unwrap_or_default(),
            };
            let firsts = expression.words.iter().map(first).collect::<Vec<_>>().join(" ");
            let lasts = expression.words.iter().map(last).collect::<Vec<_>>().join(" ");
            for text in frames.iter().flat_map(|frame| [frame.replace("{}", &firsts), frame.replace("{}", &lasts)]) {
                let starts =
                    text.char_indices().filter_map(|(at, _)| word_at(&text, at).map(|word| at..at + word.len()));
                for range in starts.filter(|range| lexicon.known.contains_key(&fold(&text[range.clone()]))) {
                    let sentence = Sentence::around(&text, range.start);
                    let places = &lexicon.known[&fold(&text[range.clone()])].expressions;
                    for place in places.iter().filter(|place| said_of(&sentence, range.start, &[**place]).is_some()) {
                        said += 1;
                        assert!(lexicon.expressions[*place].may_stand(&text, &range, lexicon), "{text}");
                    }
                }
            }
        }
        assert!(said > 2 * lexicon.expressions.len(), "{said} of {} expressions", lexicon.expressions.len());
    }
}
