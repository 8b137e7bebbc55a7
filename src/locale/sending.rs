//! What `council send` says: why it cannot send, what the server did, and what came of the recipients. They are told by
//! the lines of the contacts file; never by address or name.

mod problem;
mod trouble;

pub use problem::{FileFault, Secret, SendProblem};
pub use trouble::Trouble;

use super::{Language, counted, date, list_of};
use crate::model::{Date, DocumentKind};
use std::collections::BTreeSet;

/// Lines of the contacts file: all are counted, the first are told.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lines {
    first: Vec<usize>,
    count: usize,
    codes: BTreeSet<u16>,
}

impl Lines {
    /// How many are told.
    const TOLD: usize = 500;

    /// Adds one.
    pub fn add(&mut self, line: usize) {
        self.count += 1;
        if self.first.len() < Self::TOLD {
            self.first.push(line);
        }
    }

    /// Adds one of which the server said this.
    pub fn answered(&mut self, line: usize, code: u16) {
        self.add(line);
        // Nought is none of a server's.
        self.codes.extend(Some(code).filter(|code| *code > 0));
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.count
    }

    fn words(&self, language: Language) -> String {
        let mut told: Vec<String> = self.first.iter().map(ToString::to_string).collect();
        let more = self.count - told.len();
        if more > 0 {
            told.push(match language {
                Language::French => counted(more, "autre", "autres", language),
                Language::English => counted(more, "other", "others", language),
            });
        }
        let list = list_of(&told, language);
        match (language, self.count) {
            (Language::French, 1) => format!("ligne {list}"),
            (Language::French, _) => format!("lignes {list}"),
            (Language::English, 1) => format!("line {list}"),
            (Language::English, _) => format!("lines {list}"),
        }
    }
}

/// What came of the recipients.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tally {
    /// Sent now; in a trial, to be sent.
    pub sent: usize,
    /// Sent by an earlier run.
    pub already: usize,
    /// Written into an outbox by an earlier run.
    pub laid: usize,
    /// Sent or written by an earlier run, in another text.
    pub earlier: usize,
    /// Perhaps sent.
    pub doubtful: Lines,
    /// Refused by the server for good.
    pub refused: Lines,
    /// Put off by the server each time.
    pub later: Lines,
    /// Not sent, since the run had to stop.
    pub waiting: usize,
    /// Without an address.
    pub without: Lines,
    /// With what is no address that could be written to.
    pub bad: Lines,
    /// Of a council that is not in the record.
    pub unknown_council: Lines,
    /// Without a council, in a file that names them.
    pub no_council: Lines,
    /// The address of an earlier row.
    pub duplicate: Lines,
    /// Who wants no message.
    pub unsubscribed: Lines,
    /// Of another council, or of none.
    pub elsewhere: usize,
    /// Why the run had to stop.
    pub trouble: Option<Trouble>,
}

impl Tally {
    /// Says whether somebody could not be reached, or perhaps not.
    pub fn is_short(&self) -> bool {
        let lines = [&self.doubtful, &self.refused, &self.later, &self.bad, &self.unknown_council];
        self.trouble.is_some() || self.waiting > 0 || lines.iter().any(|lines| lines.count() > 0)
    }

    /// How many have the document, or will once what lies in an outbox is sent.
    pub fn reached(&self) -> usize {
        self.sent + self.already + self.laid
    }

    /// Says whether the document has left for all who can be reached, and nothing is to be tried again.
    pub fn has_left(&self) -> bool {
        let is_open = self.laid + self.waiting + self.later.count() + self.doubtful.count() > 0;
        self.sent + self.already > 0 && !is_open && self.trouble.is_none()
    }

    /// The lines of the contacts file that were not written to, and why; a line each.
    pub fn rows(&self, file: &str, language: Language) -> String {
        let codes = |lines: &Lines| {
            let codes: Vec<String> = lines.codes.iter().map(ToString::to_string).collect();
            list_of(&codes, language)
        };
        let (refused, later) = (codes(&self.refused), codes(&self.later));
        let told = match language {
            Language::French => [
                (&self.without, "sans adresse de courriel ; à prévenir autrement".to_owned()),
                (&self.bad, "adresse incorrecte ; rien n'est envoyé".to_owned()),
                (&self.unknown_council, "conseil inconnu du registre ; rien n'est envoyé".to_owned()),
                (&self.no_council, "conseil non indiqué ; rien n'est envoyé".to_owned()),
                (&self.duplicate, "adresse déjà vue plus haut ; un seul message part".to_owned()),
                (&self.unsubscribed, "ne veut pas de message ; rien n'est envoyé".to_owned()),
                (&self.refused, format!("le serveur refuse (réponse {refused})")),
                (&self.later, format!("le serveur remet à plus tard (réponse {later})")),
                (
                    &self.doubtful,
                    "envoi interrompu, peut-être reçu ; --retry-doubtful recommence, au risque d'un doublon".to_owned(),
                ),
            ],
            Language::English => [
                (&self.without, "no e-mail address; to be told some other way".to_owned()),
                (&self.bad, "no valid address; nothing is sent".to_owned()),
                (&self.unknown_council, "a council that is not in the record; nothing is sent".to_owned()),
                (&self.no_council, "no council is named; nothing is sent".to_owned()),
                (&self.duplicate, "an address seen above; one message is sent".to_owned()),
                (&self.unsubscribed, "wants no message; nothing is sent".to_owned()),
                (&self.refused, format!("refused by the server (it said {refused})")),
                (&self.later, format!("put off by the server (it said {later})")),
                (
                    &self.doubtful,
                    "doubtful, the sending was interrupted; --retry-doubtful sends it again, perhaps twice".to_owned(),
                ),
            ],
        };
        let rows = told.iter().filter(|(lines, _)| lines.count() > 0).map(|(lines, why)| match language {
            Language::French => format!("{file}, {} : {why}", lines.words(language)),
            Language::English => format!("{file}, {}: {why}", lines.words(language)),
        });
        rows.flat_map(|row| [super::no_break(&row, language), "\n".to_owned()]).collect()
    }

    /// How many of each, on a line.
    pub fn summary(&self, handing: Handing, language: Language) -> String {
        let [one, many] = handing.words(language);
        let first = counted(self.sent, one, many, language);
        let others =
            self.counts(handing).into_iter().filter(|(number, _, _)| *number > 0).map(|(number, french, english)| {
                let [one, many] = match language {
                    Language::French => french,
                    Language::English => english,
                };
                counted(number, one, many, language)
            });
        format!("{}.\n", std::iter::once(first).chain(others).collect::<Vec<_>>().join(", "))
    }

    /// Each number, and what it counts: one and several, in French and in English.
    fn counts(&self, handing: Handing) -> [(usize, [&'static str; 2], [&'static str; 2]); 14] {
        let laid = match handing {
            Handing::Server => [
                [
                    "écrit dans un dossier, pas envoyé (--again l'envoie)",
                    "écrits dans un dossier, pas envoyés (--again les envoie)",
                ],
                ["written into a folder, not sent (--again sends them)"; 2],
            ],
            Handing::Outbox | Handing::Trial => [
                [
                    "déjà écrit (--again l'écrit à nouveau s'il n'y est plus)",
                    "déjà écrits (--again écrit à nouveau ceux qui n'y sont plus)",
                ],
                ["already written (--again writes anew what is not there any more)"; 2],
            ],
        };
        [
            (self.already, ["déjà envoyé", "déjà envoyés"], ["already sent"; 2]),
            (self.laid, laid[0], laid[1]),
            (
                self.earlier,
                ["l'a déjà dans un autre texte", "l'ont déjà dans un autre texte"],
                ["has it already in another text", "have it already in another text"],
            ),
            (self.doubtful.count, ["incertain", "incertains"], ["doubtful"; 2]),
            (self.refused.count, ["refusé", "refusés"], ["refused"; 2]),
            (self.later.count, ["remis à plus tard", "remis à plus tard"], ["put off"; 2]),
            (self.waiting, ["en attente", "en attente"], ["waiting"; 2]),
            (self.without.count, ["sans adresse", "sans adresse"], ["without an address"; 2]),
            (self.bad.count, ["adresse incorrecte", "adresses incorrectes"], ["bad address", "bad addresses"]),
            (
                self.unknown_council.count,
                ["conseil inconnu", "conseils inconnus"],
                ["unknown council", "unknown councils"],
            ),
            (self.no_council.count, ["sans conseil", "sans conseil"], ["without a council"; 2]),
            (self.duplicate.count, ["doublon", "doublons"], ["duplicate", "duplicates"]),
            (self.unsubscribed.count, ["désabonné", "désabonnés"], ["unsubscribed"; 2]),
            (self.elsewhere, ["d'un autre conseil", "d'un autre conseil"], ["of another council"; 2]),
        ]
    }
}

/// Who takes the messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Handing {
    /// Nobody: it is only said what would be sent.
    Trial,
    /// A folder.
    Outbox,
    /// A server.
    Server,
}

impl Handing {
    const fn words(self, language: Language) -> [&'static str; 2] {
        match (self, language) {
            (Self::Trial, Language::French) => ["message à envoyer", "messages à envoyer"],
            (Self::Trial, Language::English) => ["message to send", "messages to send"],
            (Self::Outbox, Language::French) => ["message écrit", "messages écrits"],
            (Self::Outbox, Language::English) => ["message written", "messages written"],
            (Self::Server, Language::French) => ["message envoyé", "messages envoyés"],
            (Self::Server, Language::English) => ["message sent", "messages sent"],
        }
    }
}

impl Language {
    /// The subject of a message with a document about a day; minutes may be a draft.
    pub fn mail_subject(self, kind: DocumentKind, council: &str, day: Date, is_draft: bool) -> String {
        let day = date(day, self);
        let said = match (self, kind) {
            (Self::French, DocumentKind::Minutes) if is_draft => {
                format!("{council} : projet de relevé de discussions, séance du {day}")
            }
            (Self::French, DocumentKind::Minutes) => format!("{council} : relevé de discussions, séance du {day}"),
            (Self::French, DocumentKind::Agenda) => format!("{council} : convocation à la séance du {day}"),
            (Self::French, _) => format!("{council} : nouvelles du conseil, {day}"),
            (Self::English, DocumentKind::Minutes) if is_draft => {
                format!("{council}: draft minutes of the session of {day}")
            }
            (Self::English, DocumentKind::Minutes) => format!("{council}: minutes of the session of {day}"),
            (Self::English, DocumentKind::Agenda) => format!("{council}: invitation to the session of {day}"),
            (Self::English, _) => format!("{council}: news from the council, {day}"),
        };
        super::no_break(&said, self)
    }

    /// Which columns of a file of contacts are read, and which are not.
    pub fn columns(self, file: &str, read: &[String], unread: &[String]) -> String {
        let (all, others) = (read.join(", "), unread.join(", "));
        let said = match (self, unread) {
            (Self::French, []) => format!("{file} : colonnes lues : {all}"),
            (Self::French, _) => format!("{file} : colonnes lues : {all} ; pas lues : {others}"),
            (Self::English, []) => format!("{file}: columns that are read: {all}"),
            (Self::English, _) => format!("{file}: columns that are read: {all}; not read: {others}"),
        };
        super::no_break(&format!("{said}\n"), self)
    }

    /// What a trial would send, and from whom.
    pub fn would_send(self, subject: &str, sender: &str, address: &str) -> String {
        match self {
            Self::French => format!("Objet\u{a0}: {subject}\nDe\u{a0}: {sender} <{address}>\n"),
            Self::English => format!("Subject: {subject}\nFrom: {sender} <{address}>\n"),
        }
    }

    /// How many rows of the contacts are done.
    pub fn rows_done(self, rows: usize, of: usize) -> String {
        let percent = (rows * 100).checked_div(of).unwrap_or(100);
        match self {
            Self::French => format!("{rows} lignes sur {of} ({percent}\u{a0}%)"),
            Self::English => format!("{rows} rows of {of} ({percent}%)"),
        }
    }

    /// The server is left alone for a while.
    pub fn asks_again_in(self, seconds: u64) -> String {
        match self {
            Self::French => format!("Le serveur ne répond pas comme il faut, nouvel essai dans {seconds}\u{a0}s"),
            Self::English => format!("The server does not answer as it should, trying again in {seconds} s"),
        }
    }

    /// Another command sends something.
    pub fn waits_for_sending(self) -> &'static str {
        match self {
            Self::French => "Un autre envoi est en cours\u{a0}; celui-ci attend qu'il finisse.\n",
            Self::English => "Something else is being sent; this waits until it has ended.\n",
        }
    }

    /// The subject of a message by which somebody asks for no more messages: letters alone, as it stands in a link.
    pub const fn unsubscribing(self) -> &'static str {
        match self {
            Self::French => "desabonnement",
            Self::English => "unsubscribe",
        }
    }

    /// What was written into the session's file once its minutes had left.
    pub fn noted_as_published(self) -> &'static str {
        match self {
            Self::French => {
                "Le fichier de la séance dit maintenant que son relevé est publié (published). Ensuite\u{a0}: council commit, pour \
                 que les autres copies du registre le sachent\n"
            }
            Self::English => {
                "The session's file now says that its minutes are published. Next: council commit, so that other copies of the \
                 record know\n"
            }
        }
    }

    /// How to send a text to those who have another one of the document.
    pub fn sends_changed_text(self) -> &'static str {
        match self {
            Self::French => "Le texte a changé depuis\u{a0}: --again l'envoie aussi à ceux qui ont l'autre\n",
            Self::English => "The text has changed since: --again sends it to those who have the other one, too\n",
        }
    }

    /// What to do once all is sent, or a part: `to_note` is the session's file, and the day to write there.
    pub fn next_after_sending(self, tally: &Tally, handing: Handing, to_note: Option<(&str, Date)>) -> String {
        let is_unfinished = tally.waiting > 0 || tally.later.count > 0;
        let is_only_laid = handing == Handing::Server && tally.laid > 0;
        let to_note = to_note.filter(|_| tally.reached() > 0 && !is_unfinished && !is_only_laid);
        let is_to_be_mended = tally.trouble.is_some_and(Trouble::is_to_be_mended);
        match (self, handing, to_note) {
            (_, Handing::Trial, _) => String::new(),
            (Self::French, _, _) if is_to_be_mended => {
                "Ensuite\u{a0}: une fois cela réglé, la même commande envoie ce qui manque, et rien deux fois\n"
                    .to_owned()
            }
            (Self::English, _, _) if is_to_be_mended => {
                "Next: once that is settled, the same command sends what is missing, and nothing twice\n".to_owned()
            }
            (Self::French, _, _) if is_unfinished => {
                "Ensuite\u{a0}: la même commande, plus tard, envoie ce qui manque, et rien deux fois\n".to_owned()
            }
            (Self::English, _, _) if is_unfinished => {
                "Next: the same command, later, sends what is missing, and nothing twice\n".to_owned()
            }
            (Self::French, Handing::Outbox, Some((path, day))) if tally.sent > 0 => format!(
                "Ensuite\u{a0}: ouvrez les fichiers .eml avec votre logiciel de courriel et envoyez-les\u{a0}; puis écrivez \
                 «\u{a0}published: {day}\u{a0}» dans {path}, et council commit, pour que les autres copies du registre sachent que \
                 c'est parti\n"
            ),
            (Self::English, Handing::Outbox, Some((path, day))) if tally.sent > 0 => format!(
                "Next: open the .eml files with your mail program and send them; then write \"published: {day}\" in {path}, and \
                 council commit, so that other copies of the record know that it has left\n"
            ),
            (Self::French, Handing::Outbox, _) if tally.sent > 0 => {
                "Ensuite\u{a0}: ouvrez les fichiers .eml avec votre logiciel de courriel et envoyez-les\n".to_owned()
            }
            (Self::English, Handing::Outbox, _) if tally.sent > 0 => {
                "Next: open the .eml files with your mail program and send them\n".to_owned()
            }
            (Self::French, _, Some((path, day))) => format!(
                "Ensuite\u{a0}: écrivez «\u{a0}published: {day}\u{a0}» dans {path}, puis council commit, pour que les autres copies \
                 du registre sachent que c'est parti\n"
            ),
            (Self::English, _, Some((path, day))) => format!(
                "Next: write \"published: {day}\" in {path}, then council commit, so that other copies of the record know that it \
                 has left\n"
            ),
            (Self::French | Self::English, _, None) => String::new(),
        }
    }
}
