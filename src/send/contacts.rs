//! Whom to write to, from a file as an office exports it, row by row: never more than a row is held.

use super::address::Address;
use super::columns::{Field, Titles, fields, titles};
use crate::model::Id;
use crate::spreadsheet::{Alphabet, DELIMITERS, Line, Rows, StreamError, alphabet};
use std::io::Read;

/// Among how many rows the one that names the columns is looked for.
const HEADERS_WITHIN: usize = 20;

/// What a row is for a council.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Entry {
    /// Somebody to write to.
    Recipient(Recipient),
    /// Somebody who wants no message, whatever other rows say.
    Unsubscribed {
        /// The row's line.
        line: usize,
        /// The addresses, where there are any.
        addresses: Vec<Address>,
    },
    /// Its cell of an address is empty.
    Without {
        /// The row's line.
        line: usize,
    },
    /// It has no address that could be written to.
    Bad {
        /// The row's line.
        line: usize,
    },
    /// It names a council that is not in the record.
    UnknownCouncil {
        /// The row's line.
        line: usize,
    },
    /// It names no council, in a file that names them.
    NoCouncil {
        /// The row's line.
        line: usize,
    },
    /// It is another council's.
    Elsewhere,
}

/// Somebody to write to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recipient {
    /// The row's line.
    pub line: usize,
    /// The name, on one line; empty where there is none.
    pub name: String,
    /// The address.
    pub address: Address,
}

/// Why a file is none of contacts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ContactsError {
    /// No row names a column of addresses; the cells of the first that names any column.
    NoHeader(Vec<String>),
    /// It cannot be read as rows.
    Stream(StreamError),
}

impl From<StreamError> for ContactsError {
    fn from(error: StreamError) -> Self {
        Self::Stream(error)
    }
}

/// Which names a council goes by, among all of the record's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    own: Vec<String>,
    others: Vec<String>,
}

impl Wanted {
    /// The council of these names, among others.
    pub fn new<'n>(own: impl IntoIterator<Item = &'n str>, others: impl IntoIterator<Item = &'n str>) -> Self {
        let plain = |names: Vec<&str>| names.into_iter().map(Id::suggestion).collect();
        Self { own: plain(own.into_iter().collect()), others: plain(others.into_iter().collect()) }
    }
}

/// A file of contacts: how it is written, and which column says what.
#[derive(Debug, Clone)]
pub struct Contacts {
    alphabet: Alphabet,
    delimiter: u8,
    header: usize,
    fields: Vec<Option<Field>>,
    /// The titles of the columns that say something that is used, and of the others.
    titles: Titles,
}

impl Contacts {
    /// Finds out how a file is written; `open` opens it anew.
    ///
    /// # Errors
    /// When it is no text, or no row of its first ones names a column of addresses.
    pub fn of<R: Read>(mut open: impl FnMut() -> Result<R, StreamError>) -> Result<Self, ContactsError> {
        let alphabet = alphabet(open()?)?;
        let mut seen = Vec::new();
        // A plain title first: before its cells are parted by the right sign, a whole line could pass for one in other words.
        for (in_any_words, delimiter) in [false, true].into_iter().flat_map(|any| DELIMITERS.map(|sign| (any, sign))) {
            for line in Rows::new(open()?, alphabet, delimiter).take(HEADERS_WITHIN) {
                // Another sign may part its cells.
                let Ok(line) = line else { break };
                let fields = fields(&line.cells, in_any_words);
                if fields.contains(&Some(Field::Mail)) {
                    let titles = titles(&line.cells, &fields);
                    return Ok(Self { alphabet, delimiter, header: line.number, fields, titles });
                }
                // Of a row that may be somebody's, only what is the title of a column is shown.
                if seen.is_empty() {
                    let titles = line.cells.into_iter().zip(&fields).filter(|(_, field)| field.is_some());
                    seen = titles.map(|(title, _)| title).collect();
                }
            }
        }
        Err(ContactsError::NoHeader(seen))
    }

    /// Which columns are read, and which are not.
    pub fn titles(&self) -> &Titles {
        &self.titles
    }

    /// Says whether rows name councils.
    pub fn name_councils(&self) -> bool {
        self.fields.contains(&Some(Field::Council))
    }

    /// Goes through the rows below the header, blank ones left out.
    pub fn entries<R: Read>(&self, input: R, wanted: &Wanted) -> impl Iterator<Item = Result<Entry, StreamError>> {
        let below = Rows::new(input, self.alphabet, self.delimiter)
            .filter(|line| line.as_ref().map_or(true, |line| line.number > self.header && !line.is_blank()));
        below.map(|line| line.map(|line| self.entry(&line, wanted)))
    }

    fn entry(&self, line: &Line, wanted: &Wanted) -> Entry {
        let cell = |field| {
            let place = self.fields.iter().position(|of| *of == Some(field));
            place.and_then(|place| line.cells.get(place)).map_or("", |cell| cell.trim())
        };
        let (number, address) = (line.number, Address::new(cell(Field::Mail)));
        let columns = self.fields.iter().zip(&line.cells).filter(|(field, _)| **field == Some(Field::Unsubscribed));
        let agreed = self.fields.iter().zip(&line.cells).filter(|(field, _)| **field == Some(Field::Agreed));
        if columns.into_iter().any(|(_, cell)| is_yes(cell.trim())) || agreed.into_iter().any(|(_, cell)| is_no(cell)) {
            let each = cell(Field::Mail).split([',', ';', '/', ' ', '\n']).filter_map(Address::new);
            return Entry::Unsubscribed {
                line: number,
                addresses: address.map_or_else(|| each.collect(), |one| vec![one]),
            };
        }
        if self.name_councils() {
            let whole = Id::suggestion(cell(Field::Council));
            let is_one = wanted.own.contains(&whole) || wanted.others.contains(&whole);
            let parts = cell(Field::Council).split([',', ';', '/', '|', '\n']).map(Id::suggestion);
            // A council's own name may hold a comma.
            let named: Vec<String> = if is_one { vec![whole] } else { parts.filter(|name| !name.is_empty()).collect() };
            if named.is_empty() {
                return Entry::NoCouncil { line: number };
            }
            if !named.iter().any(|name| wanted.own.contains(name)) {
                let is_known = named.iter().all(|name| wanted.others.contains(name));
                return if is_known { Entry::Elsewhere } else { Entry::UnknownCouncil { line: number } };
            }
        }
        let Some(address) = address else {
            let is_without = WITHOUT.contains(&Id::suggestion(cell(Field::Mail)).as_str());
            return if is_without { Entry::Without { line: number } } else { Entry::Bad { line: number } };
        };
        let name = one_line(&format!("{} {}", cell(Field::FirstName), cell(Field::Name)), LONGEST_NAME);
        Entry::Recipient(Recipient { line: number, name, address })
    }
}

/// What people write where there is no address.
const WITHOUT: [&str; 8] = ["", "aucun", "aucune", "neant", "non", "none", "sans", "pas-de-mail"];

/// How long a name may be, in characters.
const LONGEST_NAME: usize = 60;

/// A text on one line, without any sign that commands a device, cut where it is too long.
pub(super) fn one_line(text: &str, longest: usize) -> String {
    let is_plain = |sign: char| {
        !sign.is_control()
            && !matches!(sign, '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{200e}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    let plain: String = text.chars().map(|sign| if is_plain(sign) { sign } else { ' ' }).collect();
    let line = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(longest) {
        Some((end, _)) => format!("{}…", line[..end].trim_end()),
        None => line,
    }
}

/// Whether somebody does not want to be written to: whatever is said there, but for a no.
fn is_yes(cell: &str) -> bool {
    !matches!(Id::suggestion(cell).as_str(), "" | "abonne" | "abonnee") && !is_no(cell)
}

/// Whether somebody has said no.
fn is_no(cell: &str) -> bool {
    matches!(Id::suggestion(cell).as_str(), "0" | "non" | "no" | "n" | "faux" | "false" | "refus" | "refuse" | "jamais")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entries(bytes: &[u8]) -> Result<Vec<Entry>, ContactsError> {
        let contacts = Contacts::of(|| Ok(bytes))?;
        let wanted = Wanted::new(["les-tilleuls", "Les Tilleuls"], ["le-parc"]);
        Ok(contacts.entries(bytes, &wanted).collect::<Result<_, _>>()?)
    }

    fn recipient(line: usize, name: &str, address: &str) -> Entry {
        Entry::Recipient(Recipient { line, name: name.into(), address: Address::new(address).unwrap() })
    }

    #[test]
    fn columns_stand_in_any_order_and_any_alphabet() {
        let utf8 = "Liste du 3 mars\r\n\r\nPrénom;Nom;Conseil;Courriel;Désabonné\r\nZoé;Le Bœuf;Les Tilleuls;zoe@exemple.fr;\r\nY;Y;le-parc;y@exemple.fr;non\r\n";
        let windows: Vec<u8> = utf8.chars().map(|sign| if sign == 'œ' { 0x9c } else { sign as u8 }).collect();
        let wanted = [recipient(4, "Zoé Le Bœuf", "zoe@exemple.fr"), Entry::Elsewhere];
        for bytes in [utf8.as_bytes(), &windows, format!("\u{feff}{utf8}").as_bytes()] {
            assert_eq!(entries(bytes).unwrap(), wanted);
            let tabs: Vec<u8> = bytes.iter().map(|byte| if *byte == b';' { b'\t' } else { *byte }).collect();
            assert_eq!(entries(&tabs).unwrap(), wanted);
        }
        let plain = "email,name\n\"a@b.fr\",\"Martin, Paul\"\nrien,x\n";
        assert_eq!(
            entries(plain.as_bytes()).unwrap(),
            [recipient(2, "Martin, Paul", "a@b.fr"), Entry::Bad { line: 3 }]
        );
        let in_other_words = "E-mail 1,Nom\na@b.fr,Paul\n";
        assert_eq!(entries(in_other_words.as_bytes()).unwrap(), [recipient(2, "Paul", "a@b.fr")]);
    }

    #[test]
    fn who_wants_no_message_and_what_names_no_council_is_told() {
        let text =
            "E-mail;Conseil;Désinscription\na@b.fr;les-tilleuls, le-parc;12/03/2024\nb@b.fr;Tilleul;\nc@b.fr;;\n";
        let addresses = vec![Address::new("a@b.fr").unwrap()];
        let unsubscribed = Entry::Unsubscribed { line: 2, addresses };
        assert_eq!(
            entries(text.as_bytes()).unwrap(),
            [unsubscribed, Entry::UnknownCouncil { line: 3 }, Entry::NoCouncil { line: 4 }]
        );
    }

    #[test]
    fn of_two_addresses_neither_is_written_to_and_a_no_is_one_for_both() {
        let addresses = ["a@b.fr", "c@d.fr"].map(|one| Address::new(one).unwrap()).to_vec();
        let text = "Courriel;Stop\na@b.fr, c@d.fr;oui\na@b.fr <c@d.fr>;\n";
        assert_eq!(
            entries(text.as_bytes()).unwrap(),
            [Entry::Unsubscribed { line: 2, addresses }, Entry::Bad { line: 3 }]
        );
    }

    #[test]
    fn a_name_is_one_line_whatever_it_holds() {
        let text = "Nom;Mail\n\"Paul\r\nBcc: x@y.fr\";a@b.fr\n";
        assert_eq!(entries(text.as_bytes()).unwrap(), [recipient(2, "Paul Bcc: x@y.fr", "a@b.fr")]);
        assert_eq!(one_line(&"é".repeat(300), 60).chars().count(), 61);
    }

    #[test]
    fn a_file_without_a_column_of_addresses_is_refused() {
        // A row that may be somebody's is shown only as far as it is the title of columns.
        for (text, seen) in [("Nom;Téléphone\nx;0\n", "Nom"), ("Martin Paul;0612345678;Locataire\n", "Locataire")] {
            assert_eq!(entries(text.as_bytes()), Err(ContactsError::NoHeader(vec![seen.to_owned()])));
        }
    }
}
