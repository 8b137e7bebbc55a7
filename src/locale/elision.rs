//! What French does before a vowel: « d'habitants », « de l'Assemblée », but « de hausse ». For sentences into which a
//! name or a word of the record is put.

use super::Language;

/// Puts a short word before another text and elides it there: « d'évaluer », « l'Unité », « qu'un », but « de huit ».
///
/// It elides where its last word is de, le, la, ne, se, que, jusque, lorsque, puisque or quoique: « afin de », « parce
/// que » too. The apostrophe is U+0027, the record's own.
pub fn elide(word: &str, next: &str) -> String {
    if next.is_empty() {
        return word.to_owned();
    }
    let last = word.rsplit(' ').next().unwrap_or_default().to_lowercase();
    let elides = matches!(
        last.as_str(),
        "de" | "le" | "la" | "ne" | "se" | "que" | "jusque" | "lorsque" | "puisque" | "quoique"
    );
    match word.strip_suffix(['e', 'a', 'E', 'A']) {
        Some(stem) if elides && begins_with_vowel_sound(next) => format!("{stem}'{next}"),
        _ => format!("{word} {next}"),
    }
}

/// Says whose something is, by the body's name: « du Conseil de Résidence », « de l'Assemblée », « des Amis », « de la
/// Commission jardin »; "of the Tenants' Council", "of Gambetta".
///
/// French goes by the first word: a noun that names a body gets its article, an article that is already there
/// contracts, and any other word gets « de » or « d' ».
pub fn of_the(name: &str, language: Language) -> String {
    match language {
        Language::French => of_the_in_french(name),
        Language::English => of_the_in_english(name),
    }
}

fn of_the_in_french(name: &str) -> String {
    if let Some((article, rest)) = leading_article(name) {
        let lower = article.to_lowercase();
        return match lower.trim_end() {
            "le" => format!("du {rest}"),
            "les" => format!("des {rest}"),
            // « La Courneuve » keeps the capital of its article, « La Commission » does not.
            _ if body(&first_word(rest)).is_some() => format!("de {lower}{rest}"),
            _ => format!("de {name}"),
        };
    }
    match body(&first_word(name)) {
        Some(Body::Plural) => format!("des {name}"),
        Some(Body::Masculine | Body::Feminine) if begins_with_vowel_sound(name) => format!("de l'{name}"),
        Some(Body::Masculine) => format!("du {name}"),
        Some(Body::Feminine) => format!("de la {name}"),
        None => elide("de", name),
    }
}

fn of_the_in_english(name: &str) -> String {
    let names_a_body = name.split_whitespace().any(|word| {
        let word = first_word(word);
        ENGLISH_BODIES.contains(&word.as_str()) || body(&word).is_some()
    });
    let has_article = first_word(name) == "the" || leading_article(name).is_some();
    if names_a_body && !has_article { format!("of the {name}") } else { format!("of {name}") }
}

/// The article that a name begins with, as it is written, and the rest.
fn leading_article(name: &str) -> Option<(&str, &str)> {
    let end = name.find([' ', '\'', '’'])?;
    let mark = name[end..].chars().next()?;
    let (article, rest) = name.split_at(end + mark.len_utf8());
    let is_article = match mark {
        ' ' => matches!(name[..end].to_lowercase().as_str(), "le" | "la" | "les"),
        _ => matches!(&name[..end], "l" | "L"),
    };
    (is_article && !rest.is_empty()).then_some((article, rest))
}

/// How the noun that names a body takes its article.
#[derive(Clone, Copy)]
enum Body {
    Masculine,
    Feminine,
    Plural,
}

fn body(word: &str) -> Option<Body> {
    let singular = |word: &str| match word {
        _ if MASCULINE_BODIES.contains(&word) => Some(Body::Masculine),
        _ if FEMININE_BODIES.contains(&word) => Some(Body::Feminine),
        _ => None,
    };
    let plural = || word.strip_suffix(['s', 'x']).and_then(singular).map(|_| Body::Plural);
    let only_plural = || PLURAL_BODIES.contains(&word).then_some(Body::Plural);
    singular(word).or_else(plural).or_else(only_plural)
}

const MASCULINE_BODIES: &[&str] = &[
    "agenda",
    "atelier",
    "bureau",
    "ccl",
    "cercle",
    "club",
    "co-pilotage",
    "collectif",
    "comité",
    "conseil",
    "copil",
    "copilotage",
    "forum",
    "groupe",
    "groupement",
    "jury",
    "observatoire",
    "panel",
    "pôle",
    "relais",
    "réseau",
    "sous-comité",
    "syndicat",
];

const FEMININE_BODIES: &[&str] = &[
    "amicale",
    "assemblée",
    "association",
    "cellule",
    "commission",
    "concertation",
    "confédération",
    "conférence",
    "coordination",
    "délégation",
    "équipe",
    "fédération",
    "instance",
    "mission",
    "rencontre",
    "représentation",
    "réunion",
    "section",
    "sous-commission",
    "table",
    "union",
];

const PLURAL_BODIES: &[&str] =
    &["amies", "amis", "assises", "copropriétaires", "habitants", "locataires", "résidents", "voisins"];

const ENGLISH_BODIES: &[&str] =
    &["assembly", "board", "committee", "council", "federation", "group", "meeting", "panel", "team", "workshop"];

/// Tells whether French hears a vowel first, past opening quotes: « école », « Œuvre », « habitat », « Yvelines », but
/// not « hall », « onze », « yaourt » or a figure.
fn begins_with_vowel_sound(text: &str) -> bool {
    let word = first_word(text);
    let begins_with_one_of = |stems: &[&str]| stems.iter().any(|stem| word.starts_with(stem));
    let mut letters = word.chars();
    match letters.next() {
        Some('h') => !begins_with_one_of(ASPIRATED) || begins_with_one_of(MUTE_DESPITE_THEIR_STEM),
        Some('y') => !letters.next().is_some_and(is_vowel) || begins_with_one_of(VOWELS_IN_Y),
        Some('o') => !begins_with_one_of(&["onz", "oui"]),
        Some(letter) => is_vowel(letter),
        None => false,
    }
}

fn is_vowel(letter: char) -> bool {
    "aeiouàâäéèêëîïôöùûüæœ".contains(letter)
}

/// The first word in lower case, past quotes, brackets and emphasis.
fn first_word(text: &str) -> String {
    let start = text.trim_start_matches(|letter: char| !letter.is_alphanumeric());
    start.chars().take_while(|letter| letter.is_alphanumeric() || *letter == '-').flat_map(char::to_lowercase).collect()
}

/// How the words in h that do not elide begin: those that a residence has to speak of, not the whole dictionary's.
const ASPIRATED: &[&str] = &[
    "hach",
    "haie",
    "hain",
    "haïr",
    "halage",
    "hall",
    "halo",
    "halt",
    "hamac",
    "hameau",
    "hammam",
    "hamster",
    "hanch",
    "hand",
    "hangar",
    "hant",
    "harcel",
    "harcèl",
    "hard",
    "haricot",
    "harnais",
    "hasard",
    "hât",
    "hauss",
    "haut",
    "havre",
    "hayon",
    "hérisson",
    "héros",
    "hêtre",
    "heurt",
    "hiérarch",
    "hip-hop",
    "hiss",
    "hobby",
    "hockey",
    "holland",
    "hongr",
    "hont",
    "hors",
    "hotte",
    "houill",
    "hous",
    "houx",
    "hublot",
    "huit",
    "hurl",
    "hutte",
];

/// « l'haltère », « l'halogène », « l'huitre »: they begin like aspirated words.
const MUTE_DESPITE_THEIR_STEM: &[&str] = &["hallucin", "halog", "haltér", "haltèr", "huitr"];

/// Names and words in which y and a vowel elide all the same: Yerres, yeux, l'île d'Yeu, l'Yonne, York.
const VOWELS_IN_Y: &[&str] = &["yèbl", "yerr", "yeu", "yonn", "york"];
