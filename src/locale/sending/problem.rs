//! Why `council send` does not begin.

use crate::locale::{Language, list_of, no_break};
use crate::store::ReadError;

/// What is the matter with a file that is to be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileFault {
    /// It cannot be read.
    Unreadable(ReadError),
    /// It is a workbook.
    Workbook,
    /// It is no text.
    NotText,
    /// A quotation mark on this line, from 1, is never closed.
    OpenQuote(usize),
    /// No column is one of addresses; the cells of the first line that names any column.
    NoHeader(Vec<String>),
    /// It has a line of headers and no other.
    NoRow,
    /// git keeps it, or would.
    Tracked {
        /// What it holds that is for few eyes.
        holds: Secret,
        /// Whether it is the record's own git that would keep it.
        by_record: bool,
    },
    /// It holds no certificate.
    NoCertificate,
}

/// What is for few eyes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Secret {
    /// Residents' addresses.
    Addresses,
    /// A password.
    Password,
}

/// Why nothing can be sent, with all that is needed to say it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SendProblem {
    /// A file is not what it should be: the contacts, a login, certificates.
    File {
        /// As it was typed.
        path: String,
        /// What is the matter with it.
        fault: FileFault,
    },
    /// An option's value is no address.
    NotAnAddress {
        /// The option.
        option: &'static str,
        /// As it was typed.
        typed: String,
    },
    /// What the landlord's file has for one is no address.
    ContactNotAnAddress {
        /// As it stands there.
        written: String,
    },
    /// Neither a server nor an outbox is given.
    NoWay,
    /// An invitation to a session that is over.
    Over {
        /// The session.
        session: String,
    },
    /// Nobody is said to be the sender.
    NoSender,
    /// It is no address of a server.
    NotAServer {
        /// As it was typed.
        typed: String,
    },
    /// It holds a user or a password.
    CredentialsInUrl,
    /// A user without a password, a password without a user, or a file that has not both.
    HalfLogin,
    /// The session's minutes were published, and nothing is known here of their sending.
    Published {
        /// The session's file, as it is seen from the current folder.
        path: String,
    },
    /// The ledger cannot be understood.
    LedgerDamaged {
        /// The file, as it is seen from the current folder.
        path: String,
        /// The line, from 1.
        line: usize,
    },
    /// The ledger was made with another key.
    OtherKey {
        /// The file, as it is seen from the current folder.
        path: String,
    },
    /// The document is of no session, or no day.
    NotADay {
        /// As it was typed.
        typed: String,
    },
}

impl SendProblem {
    /// Says what is in the way and what to do, in one sentence.
    pub fn words(&self, language: Language) -> String {
        let said = match language {
            Language::French => self.french(),
            Language::English => self.english(),
        };
        no_break(&said, language)
    }

    fn french(&self) -> String {
        match self {
            Self::File { path, fault } => fault.french(path),
            Self::NotAnAddress { option, typed } => {
                format!("« {typed} » n'est pas une adresse de courriel : écrivez par exemple {option} accueil@exemple.fr")
            }
            Self::ContactNotAnAddress { written } => format!(
                "« {written} », le « mail » de « contact » dans landlord.yaml, n'est pas une adresse de courriel : corrigez-la, ou \
                 ajoutez --from accueil@exemple.fr"
            ),
            Self::NoWay => "par où envoyer ? Ajoutez --outbox DOSSIER, qui écrit des fichiers à envoyer avec votre logiciel de \
                            courriel, ou --smtp smtps://mail.exemple.fr, qui passe par un serveur ; --dry-run montre d'abord ce qui \
                            partirait"
                .to_owned(),
            Self::Over { session } => format!(
                "la séance {session} a déjà eu lieu, ou sa date est passée : il n'est plus temps d'y convoquer ; pour envoyer son \
                 relevé, écrivez --what minutes"
            ),
            Self::NoSender => "personne n'est indiqué comme expéditeur : ajoutez --from accueil@exemple.fr, ou « mail » sous \
                               « contact » dans landlord.yaml"
                .to_owned(),
            Self::NotAServer { typed } => format!(
                "« {typed} » n'est pas l'adresse d'un serveur de courriel : écrivez smtps://mail.exemple.fr (port 465) ou \
                 smtp://mail.exemple.fr:587"
            ),
            Self::CredentialsInUrl => {
                "l'utilisateur et le mot de passe n'ont pas leur place sur la ligne de commande, où d'autres peuvent les \
                 lire : mettez-les dans COUNCIL_SMTP_USER et COUNCIL_SMTP_PASSWORD, ou dans un fichier, avec --credentials"
                    .to_owned()
            }
            Self::HalfLogin => "il faut un utilisateur et un mot de passe : les deux variables COUNCIL_SMTP_USER et \
                                COUNCIL_SMTP_PASSWORD, ou un fichier dont la première ligne est l'utilisateur et la deuxième le \
                                mot de passe"
                .to_owned(),
            Self::Published { path } => format!(
                "{path} dit que ce relevé a été diffusé, et rien n'en est connu ici : il est peut-être parti d'une autre copie \
                 du registre ; --again l'envoie quand même"
            ),
            Self::LedgerDamaged { path, line } => format!(
                "le journal des envois est abîmé, ligne {line} de {path} : rien n'est envoyé, quelqu'un pourrait recevoir le \
                 document deux fois ; rétablissez le fichier, ou retirez-le si personne n'a rien reçu"
            ),
            Self::OtherKey { path } => format!(
                "le journal des envois {path} a été tenu avec une autre clé : rien n'est envoyé, quelqu'un pourrait recevoir \
                 le document deux fois ; rétablissez le dossier .council, ou retirez le fichier si personne n'a rien reçu"
            ),
            Self::NotADay { typed } => format!("« {typed} » n'est pas une date : écrivez par exemple 2023-05-10"),
        }
    }

    fn english(&self) -> String {
        match self {
            Self::File { path, fault } => fault.english(path),
            Self::NotAnAddress { option, typed } => {
                format!("\"{typed}\" is no e-mail address: write {option} office@example.com, say")
            }
            Self::ContactNotAnAddress { written } => format!(
                "\"{written}\", the \"mail\" of \"contact\" in landlord.yaml, is no e-mail address: correct it, or add --from \
                 office@example.com"
            ),
            Self::NoWay => "which way? Add --outbox FOLDER, which writes files to be sent with your mail program, or --smtp \
                            smtps://mail.example.com, which goes through a server; --dry-run shows first what would be sent"
                .to_owned(),
            Self::Over { session } => format!(
                "the session {session} was held, or its day is past: it is too late for an invitation; to send its minutes, write \
                 --what minutes"
            ),
            Self::NoSender => "nobody is said to be the sender: add --from office@example.com, or \"mail\" under \"contact\" in \
                               landlord.yaml"
                .to_owned(),
            Self::NotAServer { typed } => format!(
                "\"{typed}\" is no address of a mail server: write smtps://mail.example.com (port 465) or \
                 smtp://mail.example.com:587"
            ),
            Self::CredentialsInUrl => {
                "a user and a password have no place on the command line, where others can read them: put them into \
                 COUNCIL_SMTP_USER and COUNCIL_SMTP_PASSWORD, or into a file, with --credentials"
                    .to_owned()
            }
            Self::HalfLogin => "a user and a password are needed: the two variables COUNCIL_SMTP_USER and \
                                COUNCIL_SMTP_PASSWORD, or a file whose first line is the user and whose second is the password"
                .to_owned(),
            Self::Published { path } => format!(
                "{path} says that these minutes were published, and nothing is known of it here: perhaps they left from \
                 another copy of the record; --again sends them all the same"
            ),
            Self::LedgerDamaged { path, line } => format!(
                "the ledger of what was sent is damaged, on line {line} of {path}: nothing is sent, somebody could receive the \
                 document twice; restore the file, or take it away if nobody has received anything"
            ),
            Self::OtherKey { path } => format!(
                "the ledger of what was sent, {path}, was kept with another key: nothing is sent, somebody could receive the \
                 document twice; restore the folder .council, or take the file away if nobody has received anything"
            ),
            Self::NotADay { typed } => format!("\"{typed}\" is no date: write 2023-05-10, say"),
        }
    }
}

impl FileFault {
    fn french(&self, path: &str) -> String {
        match self {
            Self::Unreadable(error) => {
                let why = match error {
                    ReadError::Missing | ReadError::BrokenLink => "il est introuvable",
                    ReadError::IsFolder => "c'est un dossier",
                    ReadError::Forbidden => "l'accès est refusé",
                    ReadError::TooLarge(_) => "il est trop gros",
                    ReadError::NotAFile | ReadError::Other(_) => "ce n'est pas un fichier lisible",
                };
                format!("impossible de lire « {path} » : {why}")
            }
            Self::Workbook => format!(
                "« {path} » est un classeur Excel : dans Excel, Fichier, Enregistrer sous, choisissez « CSV UTF-8 (délimité par \
                 des virgules) », puis reprenez ce fichier-là"
            ),
            Self::NotText => {
                format!("« {path} » n'est pas un fichier CSV : dans Excel, Fichier, Enregistrer sous, choisissez CSV")
            }
            Self::OpenQuote(line) => format!(
                "« {path} » a un guillemet qui n'est jamais refermé, ligne {line} : refermez-le ou retirez-le ; rien n'est envoyé"
            ),
            Self::NoHeader(seen) => format!(
                "« {path} » n'a pas de ligne d'en-têtes avec une colonne « Courriel »{} : ajoutez une ligne telle que Courriel ; \
                 Nom ; Conseil",
                seen_in(seen, Language::French)
            ),
            Self::NoRow => format!("« {path} » n'a aucune ligne sous ses en-têtes : il n'y a personne à qui écrire"),
            Self::Tracked { holds, by_record } => {
                let what = match holds {
                    Secret::Addresses => "les adresses des habitants",
                    Secret::Password => "le mot de passe",
                };
                let of = if *by_record { "du registre" } else { "de ce dépôt git" };
                format!(
                    "« {path} » serait gardé par git, et {what} avec lui, pour toujours et dans chaque copie : déplacez-le hors {of}"
                )
            }
            Self::NoCertificate => {
                format!(
                    "« {path} » ne contient pas de certificat (format PEM) : demandez-le à votre service informatique"
                )
            }
        }
    }

    fn english(&self, path: &str) -> String {
        match self {
            Self::Unreadable(error) => {
                let why = match error {
                    ReadError::Missing | ReadError::BrokenLink => "it is not there",
                    ReadError::IsFolder => "it is a folder",
                    ReadError::Forbidden => "access is denied",
                    ReadError::TooLarge(_) => "it is too large",
                    ReadError::NotAFile | ReadError::Other(_) => "it is no file that can be read",
                };
                format!("cannot read \"{path}\": {why}")
            }
            Self::Workbook => format!(
                "\"{path}\" is an Excel workbook: in Excel, File, Save as, choose \"CSV UTF-8\", then give that file"
            ),
            Self::NotText => format!("\"{path}\" is no CSV file: in Excel, File, Save as, choose CSV"),
            Self::OpenQuote(line) => format!(
                "\"{path}\" has a quotation mark that is never closed, on line {line}: close it or take it away; nothing is sent"
            ),
            Self::NoHeader(seen) => format!(
                "\"{path}\" has no line of headers with a column \"E-mail\"{}: add a line such as E-mail; Name; Council",
                seen_in(seen, Language::English)
            ),
            Self::NoRow => format!("\"{path}\" has no line below its headers: there is nobody to write to"),
            Self::Tracked { holds, by_record } => {
                let what = match holds {
                    Secret::Addresses => "the residents' addresses",
                    Secret::Password => "the password",
                };
                let of = if *by_record { "the record" } else { "this git repository" };
                format!(
                    "git would keep \"{path}\", and {what} with it, for ever and in every copy: move it out of {of}"
                )
            }
            Self::NoCertificate => {
                format!("\"{path}\" holds no certificate (in PEM): ask your IT department for it")
            }
        }
    }
}

/// What stands in the first line instead. What could be of a person is not told.
fn seen_in(cells: &[String], language: Language) -> String {
    let is_title =
        |cell: &&str| !cell.is_empty() && !cell.contains('@') && !cell.chars().any(|sign| sign.is_ascii_digit());
    let cells: Vec<&str> = cells.iter().map(|cell| cell.trim()).filter(is_title).take(8).collect();
    match (cells.as_slice(), language) {
        ([], _) => String::new(),
        (cells, Language::French) => format!(" (sa première ligne dit : {})", list_of(cells, language)),
        (cells, Language::English) => format!(" (its first line says: {})", list_of(cells, language)),
    }
}
