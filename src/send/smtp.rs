//! Handing messages to a server, all through one connection as long as it holds. What the server says is understood here
//! and nowhere else.

use super::message::Parcel;
use super::run::{Carrier, End};
use super::server::{Security, Server};
use crate::locale::sending::Trouble;
use crate::store::WriteError;
use lettre::transport::smtp::authentication::{Credentials, DEFAULT_MECHANISMS};
use lettre::transport::smtp::client::{Certificate, CertificateStore, SmtpConnection, TlsParameters};
use lettre::transport::smtp::commands::{Data, Mail, Rcpt, Rset};
use lettre::transport::smtp::extension::ClientId;
use lettre::transport::smtp::{Error, client};
use std::error::Error as _;
use std::io::ErrorKind;
use std::time::Duration;

/// Who knocks at a server.
#[derive(Clone, PartialEq, Eq)]
pub struct Login {
    /// The user.
    pub user: String,
    /// The password.
    pub password: String,
}

impl std::fmt::Debug for Login {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Login")
    }
}

/// A server, and the connection to it.
pub struct Smtp {
    server: Server,
    login: Option<Login>,
    authorities: Vec<Certificate>,
    timeout: Duration,
    connection: Option<SmtpConnection>,
}

impl std::fmt::Debug for Smtp {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Smtp").field("server", &self.server).finish_non_exhaustive()
    }
}

impl Smtp {
    /// A server that is knocked at with the first message. `authorities` is a file of certificates (PEM) that are trusted
    /// instead of the system's; `None` is returned where it holds none.
    pub fn new(server: Server, login: Option<Login>, authorities: Option<&[u8]>, timeout: Duration) -> Option<Self> {
        let authorities = authorities.map_or(Some(Vec::new()), certificates)?;
        Some(Self { server, login, authorities, timeout, connection: None })
    }

    /// Nobody listens in on what stays on this machine; who trusts an authority, or shows a password, wants TLS there, too.
    fn is_plain(&self) -> bool {
        let asks_nothing = self.login.is_none() && self.authorities.is_empty();
        self.server.is_here() && self.server.security == Security::StartTls && asks_nothing
    }

    fn connect(&self) -> Result<SmtpConnection, Trouble> {
        let tls = if self.is_plain() { None } else { Some(self.tls()?) };
        let wrapped = tls.as_ref().filter(|_| self.server.security == Security::Tls);
        let (address, hello) = ((self.server.host.as_str(), self.server.port), ClientId::default());
        let connected = SmtpConnection::connect(address, Some(self.timeout), &hello, wrapped, None);
        let mut connection = connected.map_err(|error| match trouble(&error, Trouble::Unreachable) {
            Trouble::Silent if self.server.security == Security::StartTls => Trouble::Mute,
            other => other,
        })?;
        if let Some(tls) = tls.filter(|_| self.server.security == Security::StartTls) {
            if !connection.can_starttls() {
                connection.abort();
                return Err(Trouble::NoStartTls);
            }
            connection.starttls(&tls, &hello).map_err(|error| trouble(&error, Trouble::Dropped))?;
        }
        if let Some(login) = &self.login {
            let credentials = Credentials::new(login.user.clone(), login.password.clone());
            connection.auth(DEFAULT_MECHANISMS, &credentials).map_err(|error| match error.status() {
                Some(code) if error.is_permanent() => Trouble::Login(Some(u16::from(code))),
                None if error.is_client() => Trouble::Login(None),
                Some(_) | None => trouble(&error, Trouble::Dropped),
            })?;
        }
        Ok(connection)
    }

    fn tls(&self) -> Result<TlsParameters, Trouble> {
        let mut tls = TlsParameters::builder(self.server.host.clone());
        if !self.authorities.is_empty() {
            tls = tls.certificate_store(CertificateStore::None);
        }
        for authority in &self.authorities {
            tls = tls.add_root_certificate(authority.clone());
        }
        tls.build().map_err(|_| Trouble::Certificate)
    }

    /// The connection as it stands, or a new one.
    fn connected(&mut self) -> Result<&mut SmtpConnection, Trouble> {
        let connection = match self.connection.take() {
            Some(connection) => connection,
            None => self.connect()?,
        };
        Ok(self.connection.insert(connection))
    }

    /// What it means that a command was not answered well. A connection that cannot go on is given up.
    fn refused(&mut self, error: &Error) -> End {
        let code = error.status().map(u16::from);
        match code {
            Some(code) if code != CLOSING => {
                let begun_anew = self.connection.as_mut().map(|connection| connection.command(Rset));
                if !matches!(begun_anew, Some(Ok(_))) {
                    self.connection = None;
                }
                if error.is_permanent() { End::Refused(code) } else { End::Later(code) }
            }
            Some(_) | None => {
                self.connection = None;
                End::Lost(trouble(error, Trouble::Dropped))
            }
        }
    }
}

/// A message as it travels after `DATA`, in one piece: a server may keep who hands over the end by itself waiting.
struct Content<'m>(&'m [u8]);

impl std::fmt::Display for Content<'_> {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let text = String::from_utf8_lossy(self.0);
        for line in text.trim_end_matches("\r\n").split("\r\n") {
            // A line of one dot would end it.
            write!(out, "{}{line}\r\n", if line.starts_with('.') { "." } else { "" })?;
        }
        out.write_str(".\r\n")
    }
}

/// The code with which a server says that it closes.
const CLOSING: u16 = 421;

impl Carrier for Smtp {
    fn carry(&mut self, parcel: &Parcel, handing: &mut dyn FnMut() -> Result<(), WriteError>) -> End {
        let addresses = [&parcel.from, &parcel.to].map(|address| address.as_str().parse().ok());
        let [Some(from), Some(to)] = addresses else { return End::Refused(0) };
        let connection = match self.connected() {
            Ok(connection) => connection,
            Err(trouble) => return End::Lost(trouble),
        };
        if let Err(error) = connection.command(Mail::new(Some(from), vec![])) {
            return match self.refused(&error) {
                // It is the sender whom the server does not want.
                End::Refused(code) => End::Lost(Trouble::Sender(code)),
                other => other,
            };
        }
        let asked = connection.command(Rcpt::new(to, vec![])).and_then(|_| connection.command(Data));
        if let Err(error) = asked {
            return self.refused(&error);
        }
        // From here on, nobody could tell whether the server has the message.
        if let Err(error) = handing() {
            self.connection = None;
            return End::Disk(error);
        }
        match connection.command(Content(&parcel.bytes)) {
            Ok(_) => End::Taken,
            Err(error) if error.status().is_some() => match self.refused(&error) {
                End::Lost(_) => End::Later(CLOSING),
                other => other,
            },
            Err(error) => {
                self.connection = None;
                End::Doubtful(trouble(&error, Trouble::Dropped))
            }
        }
    }

    fn close(&mut self) {
        if let Some(mut connection) = self.connection.take() {
            // The messages are there, whatever it answers.
            let _ = connection.quit();
        }
    }
}

/// What a failure means, and what it means where nothing else is known.
fn trouble(error: &Error, otherwise: Trouble) -> Trouble {
    if let Some(code) = error.status() {
        return Trouble::Busy(u16::from(code));
    }
    let mut cause = error.source();
    while let Some(error) = cause {
        let said = error.to_string();
        if said.contains("certificate") || said.contains("UnknownIssuer") {
            return Trouble::Certificate;
        }
        if said.contains("corrupt message") || said.contains("InvalidContentType") {
            return Trouble::NotTls;
        }
        if let Some(error) = error.downcast_ref::<std::io::Error>() {
            return match error.kind() {
                ErrorKind::TimedOut | ErrorKind::WouldBlock => Trouble::Silent,
                _ => otherwise,
            };
        }
        cause = error.source();
    }
    // The answer has ended before it was whole, or is none.
    if error.is_response() { Trouble::Dropped } else { otherwise }
}

/// The certificates of a file; `None` where there is none.
fn certificates(pem: &[u8]) -> Option<Vec<Certificate>> {
    const END: &str = "-----END CERTIFICATE-----";
    let text = std::str::from_utf8(pem).ok()?;
    let each = text.split_inclusive(END).filter(|part| part.trim_end().ends_with(END));
    let certificates: Vec<_> =
        each.map(|part| client::Certificate::from_pem(part.as_bytes()).ok()).collect::<Option<_>>()?;
    (!certificates.is_empty()).then_some(certificates)
}
