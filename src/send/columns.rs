//! Which column of a file of contacts says what, by its title.

use super::contacts::one_line;
use crate::model::Id;

/// What a column may say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    Mail,
    Name,
    FirstName,
    Council,
    Unsubscribed,
    Agreed,
}

/// What each is called, without accents and signs; where several columns are called so, the first name of the list wins.
const NAMES: [(Field, &[&str]); 4] = [
    (
        Field::Mail,
        &[
            "courriel",
            "email",
            "e-mail",
            "mail",
            "adresse-mail",
            "adresse-email",
            "adresse-e-mail",
            "adresse-courriel",
            "adresse-de-courriel",
            "adresse-electronique",
            "adresse-de-messagerie",
            "messagerie",
            "mel",
            "adresse-mel",
            "email-address",
            "e-mail-address",
            "mail-principal",
            "courriel-principal",
            "email-principal",
        ],
    ),
    (
        Field::Name,
        &[
            "nom-complet",
            "nom-et-prenom",
            "nom-prenom",
            "prenom-et-nom",
            "prenom-nom",
            "name",
            "full-name",
            "destinataire",
            "nom-affiche",
            "nom",
            "nom-de-famille",
            "nom-usuel",
            "last-name",
            "surname",
            "locataire",
            "habitant",
        ],
    ),
    (Field::FirstName, &["prenom", "first-name", "given-name"]),
    (Field::Council, &["conseil", "council", "conseil-de-residents", "conseil-de-residence", "conseils"]),
];

/// Words of which one makes a title that of a column of addresses: « E-mail 1 », « Courriel du locataire ».
const MAIL: [&str; 6] = ["mail", "mails", "email", "courriel", "mel", "messagerie"];

/// How words begin with which a title is about mail, and none of addresses.
const ABOUT_MAIL: [&str; 8] = ["date", "envo", "nombre", "nb", "ok", "prefere", "recoit", "type"];

/// Titles of columns of who wants no message.
const UNSUBSCRIBED: [&str; 3] = ["opt-out", "ne-plus-ecrire", "ne-pas-contacter"];

/// How words begin of which one makes a title that of who agreed to messages, so that a plain no is one.
const AGREED: [&str; 9] =
    ["abonne", "accept", "accord", "autoris", "consent", "newsletter", "optin", "rgpd", "souhait"];

/// How words begin of which one makes a title that of who wants no message.
const UNWANTED: [&str; 7] = ["desabonn", "desinscri", "unsubscri", "opposition", "optout", "refus", "stop"];

/// Words that do so beside « ne » and one of mail: « Ne veut pas de mail ».
const NO: [&str; 2] = ["pas", "plus"];

/// The field of each column: of several that would say the same, the one with the plainest name; of those who want no
/// message, whichever says so counts. Where it is told `in_any_words`, a column of addresses may be called otherwise.
pub(super) fn fields(headers: &[String], in_any_words: bool) -> Vec<Option<Field>> {
    // An address is no title, nor is a whole line whose cells another sign parts.
    let is_title = |header: &&String| !header.contains(['@', ';', ',', '\t']);
    let name = |header| Some(header).filter(is_title).map(|header| Id::suggestion(header)).unwrap_or_default();
    let named: Vec<String> = headers.iter().map(name).collect();
    let no_message = |header: &String| {
        let agrees = begins(header, &AGREED).then_some(Field::Agreed);
        is_unwanted(header).then_some(Field::Unsubscribed).or(agrees)
    };
    let mut fields: Vec<Option<Field>> = named.iter().map(no_message).collect();
    for (field, names) in NAMES {
        let best = names.iter().find_map(|name| named.iter().position(|header| header == name));
        if let Some(place) = best {
            fields[place] = Some(field);
        }
    }
    let is_of_mail = |(header, field): (&String, &Option<Field>)| {
        field.is_none() && has(header, &MAIL) && !begins(header, &ABOUT_MAIL)
    };
    if in_any_words
        && !fields.contains(&Some(Field::Mail))
        && let Some(place) = named.iter().zip(&fields).position(is_of_mail)
    {
        fields[place] = Some(Field::Mail);
    }
    fields
}

fn is_unwanted(header: &str) -> bool {
    UNSUBSCRIBED.contains(&header)
        || begins(header, &UNWANTED)
        || (has(header, &["ne"]) && has(header, &NO) && has(header, &MAIL))
}

fn has(header: &str, words: &[&str]) -> bool {
    header.split('-').any(|word| words.contains(&word))
}

fn begins(header: &str, words: &[&str]) -> bool {
    header.split('-').any(|word| words.iter().any(|beginning| word.starts_with(beginning)))
}

/// How long a title may be, in characters.
const LONGEST: usize = 60;

/// Which columns are read, and which are not, by their titles.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Titles {
    /// Those that are read.
    pub read: Vec<String>,
    /// Those that are not.
    pub unread: Vec<String>,
}

/// The titles of the columns. One that holds what a title does not is left out: it may be somebody's.
pub(super) fn titles(headers: &[String], fields: &[Option<Field>]) -> Titles {
    let mut titles = Titles::default();
    for (header, field) in headers.iter().zip(fields) {
        let title = one_line(header, LONGEST);
        let is_title = !title.is_empty() && !title.contains('@') && !title.chars().any(|sign| sign.is_ascii_digit());
        match field {
            Some(_) => titles.read.push(title),
            None if is_title => titles.unread.push(title),
            None => {}
        }
    }
    titles
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(headers: &[&str]) -> Vec<Option<Field>> {
        fields(&headers.iter().map(ToString::to_string).collect::<Vec<_>>(), true)
    }

    #[test]
    fn titles_in_other_words_are_understood() {
        use Field::{Agreed, Mail, Name, Unsubscribed};
        assert_eq!(read(&["E-mail 1", "E-mail 2", "Nom"]), [Some(Mail), None, Some(Name)]);
        assert_eq!(read(&["Accord pour e-mail", "Courriel du locataire"]), [Some(Agreed), Some(Mail)]);
        assert_eq!(
            read(&["E-mail (le plus récent)", "Abonné", "Désabonné"]),
            [Some(Mail), Some(Agreed), Some(Unsubscribed)]
        );
        assert_eq!(read(&["Mail du locataire", "Courriel"]), [None, Some(Mail)]);
        assert_eq!(read(&["Ne veut pas de mail", "Mail"]), [Some(Unsubscribed), Some(Mail)]);
        assert_eq!(read(&["Refus", "Désabonné le", "email"]), [Some(Unsubscribed), Some(Unsubscribed), Some(Mail)]);
        assert_eq!(read(&["E-mail 1,Nom"]), [None]);
        assert_eq!(read(&["mail.martin@exemple.fr", "Paul"]), [None, None]);
        assert_eq!(read(&["Ne pas appeler", "Date d'envoi du mail"]), [None, None]);
    }

    #[test]
    fn a_title_that_may_be_somebody_s_is_not_shown() {
        let headers = ["Courriel", "Paul 0612345678", "x@y.fr", "Téléphone", ""].map(str::to_owned);
        let told = titles(&headers, &fields(&headers, false));
        assert_eq!((told.read, told.unread), (vec!["Courriel".to_owned()], vec!["Téléphone".to_owned()]));
    }
}
