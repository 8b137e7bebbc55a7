//! What is in the way of handing messages to a server, and what to do about it.

use crate::locale::{Language, no_break};

/// What is in the way of handing messages to a server.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// Nobody answers at this name and port.
    Unreachable,
    /// Its certificate cannot be trusted.
    Certificate,
    /// It does not speak TLS there.
    NotTls,
    /// It offers no TLS.
    NoStartTls,
    /// It does not let this user in, with its code; without one, it knows no way to let users in that is common.
    Login(Option<u16>),
    /// It does not want this sender, with its code.
    Sender(u16),
    /// It is busy or closing, with its code.
    Busy(u16),
    /// It has taken the connection and says nothing, as one does that waits for TLS.
    Mute,
    /// It says nothing any more.
    Silent,
    /// It has ended the connection.
    Dropped,
}

impl Trouble {
    /// Says whether asking again is of no use. A server that never answered is probably not there.
    pub fn is_final(self, is_reached: bool) -> bool {
        match self {
            Self::Certificate | Self::NotTls | Self::NoStartTls | Self::Login(_) | Self::Sender(_) => true,
            Self::Unreachable | Self::Mute | Self::Silent => !is_reached,
            Self::Busy(code) => code >= 500,
            Self::Dropped => false,
        }
    }

    /// Says whether time alone mends it not: something about the command or the server is to be set right.
    pub fn is_to_be_mended(self) -> bool {
        match self {
            Self::Unreachable
            | Self::Mute
            | Self::Certificate
            | Self::NotTls
            | Self::NoStartTls
            | Self::Login(_)
            | Self::Sender(_) => true,
            Self::Busy(code) => code >= 500,
            Self::Silent | Self::Dropped => false,
        }
    }

    /// Says what is in the way and what to do.
    pub fn words(self, server: &str, language: Language) -> String {
        let said = match language {
            Language::French => self.french(server),
            Language::English => self.english(server),
        };
        no_break(&said, language)
    }

    fn french(self, server: &str) -> String {
        match self {
            Self::Unreachable => {
                format!("le serveur de courriel {server} ne répond pas : vérifiez son nom, son port et votre connexion")
            }
            Self::Certificate => format!(
                "le certificat de {server} n'est pas digne de confiance : rien n'est envoyé par là ; vérifiez le nom du \
                 serveur, ou indiquez avec --ca le certificat de l'autorité de votre organisme"
            ),
            Self::NotTls => format!(
                "{server} ne parle pas TLS à ce port : essayez smtp:// (port 587) au lieu de smtps:// (port 465)"
            ),
            Self::NoStartTls => format!(
                "{server} ne propose pas de connexion chiffrée (STARTTLS) : rien n'est envoyé en clair ; essayez smtps://, ou \
                 un autre serveur"
            ),
            Self::Login(Some(code)) => format!(
                "{server} refuse l'utilisateur ou le mot de passe (réponse {code}) : vérifiez COUNCIL_SMTP_USER et \
                 COUNCIL_SMTP_PASSWORD, ou le fichier de --credentials"
            ),
            Self::Login(None) => {
                format!(
                    "{server} ne propose aucune manière de s'identifier qui soit connue : demandez à votre service informatique"
                )
            }
            Self::Sender(code) => format!(
                "{server} refuse l'expéditeur (réponse {code}) : vérifiez l'adresse de --from, et si ce serveur demande \
                 un utilisateur ou une connexion chiffrée (smtps://, ou --ca sur cette machine)"
            ),
            Self::Busy(code @ 500..) => format!(
                "{server} ne prend aucun message (réponse {code}) : demandez pourquoi à votre service informatique"
            ),
            Self::Busy(code) => format!("{server} ne prend plus de message pour l'instant (réponse {code})"),
            Self::Mute => format!(
                "{server} accepte la connexion, puis ne dit rien : si ce port est celui d'une connexion chiffrée (465), écrivez smtps:// \
                 au lieu de smtp://"
            ),
            Self::Silent => format!("{server} ne répond plus"),
            Self::Dropped => format!(
                "{server} a coupé la connexion plusieurs fois de suite, ou ne parle pas la langue des courriels : vérifiez le port"
            ),
        }
    }

    fn english(self, server: &str) -> String {
        match self {
            Self::Unreachable => {
                format!("the mail server {server} does not answer: check its name, its port and your connection")
            }
            Self::Certificate => format!(
                "the certificate of {server} cannot be trusted: nothing is sent that way; check the name of the server, or \
                 give the certificate of your organisation's authority with --ca"
            ),
            Self::NotTls => {
                format!(
                    "{server} does not speak TLS at this port: try smtp:// (port 587) instead of smtps:// (port 465)"
                )
            }
            Self::NoStartTls => format!(
                "{server} offers no encrypted connection (STARTTLS): nothing is sent in the clear; try smtps://, or another \
                 server"
            ),
            Self::Login(Some(code)) => format!(
                "{server} refuses the user or the password (it said {code}): check COUNCIL_SMTP_USER and \
                 COUNCIL_SMTP_PASSWORD, or the file of --credentials"
            ),
            Self::Login(None) => format!("{server} offers no way of logging in that is known: ask your IT department"),
            Self::Sender(code) => format!(
                "{server} refuses the sender (it said {code}): check the address of --from, and whether this server wants a \
                 user or an encrypted connection (smtps://, or --ca on this machine)"
            ),
            Self::Busy(code @ 500..) => {
                format!("{server} takes no message at all (it said {code}): ask your IT department why")
            }
            Self::Busy(code) => format!("{server} takes no more messages for now (it said {code})"),
            Self::Mute => format!(
                "{server} takes the connection and says nothing: if this port is one of encrypted connections (465), write smtps:// \
                 instead of smtp://"
            ),
            Self::Silent => format!("{server} says nothing any more"),
            Self::Dropped => format!(
                "{server} has ended the connection several times in a row, or does not speak as mail servers do: check the port"
            ),
        }
    }
}
