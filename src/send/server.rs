//! Which server takes the messages: what is typed after `--smtp`.

/// A server, and how the way to it is kept from others' eyes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Server {
    /// Its name.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// How it is spoken to.
    pub security: Security,
}

/// How a server is spoken to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Security {
    /// In TLS from the first byte.
    Tls,
    /// In TLS from `STARTTLS` on, or not at all.
    StartTls,
}

/// Why an address of a server is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ServerError {
    /// It is none.
    Malformed,
    /// It holds a user or a password, which others could read.
    HasCredentials,
}

impl Server {
    /// Reads `smtp://host:port` or `smtps://host:port`.
    ///
    /// # Errors
    /// When it is no such address, or says who knocks.
    pub fn new(typed: &str) -> Result<Self, ServerError> {
        // Whatever else is wrong with it, a password is not said again.
        if typed.contains('@') {
            return Err(ServerError::HasCredentials);
        }
        let (scheme, rest) = typed.split_once("://").ok_or(ServerError::Malformed)?;
        let (security, usual) = match scheme.to_ascii_lowercase().as_str() {
            "smtp" => (Security::StartTls, 587),
            "smtps" => (Security::Tls, 465),
            _ => return Err(ServerError::Malformed),
        };
        let rest = rest.strip_suffix('/').unwrap_or(rest);
        let (host, port) = match rest.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
            Some((host, port)) => (host, port.strip_prefix(':').or(port.is_empty().then_some(""))),
            None => rest.rsplit_once(':').map_or((rest, Some("")), |(host, port)| (host, Some(port))),
        };
        let port = match port {
            Some("") if !rest.ends_with(':') => usual,
            Some(port) => port.parse().map_err(|_| ServerError::Malformed)?,
            None => return Err(ServerError::Malformed),
        };
        let is_name = |sign: char| sign.is_ascii_alphanumeric() || matches!(sign, '.' | '-' | ':' | '_');
        if host.is_empty() || port == 0 || !host.chars().all(is_name) {
            return Err(ServerError::Malformed);
        }
        Ok(Self { host: host.to_owned(), port, security })
    }

    /// Says whether it is this machine, so that nobody listens in between.
    pub fn is_here(&self) -> bool {
        let address = self.host.parse::<std::net::IpAddr>();
        self.host.eq_ignore_ascii_case("localhost") || address.is_ok_and(|address| address.is_loopback())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_read() {
        let server = |typed| Server::new(typed).map(|server| (server.host, server.port, server.security));
        assert_eq!(server("smtp://mail.exemple.fr"), Ok(("mail.exemple.fr".into(), 587, Security::StartTls)));
        assert_eq!(server("smtps://mail.exemple.fr/"), Ok(("mail.exemple.fr".into(), 465, Security::Tls)));
        assert_eq!(server("SMTP://[::1]:25"), Ok(("::1".into(), 25, Security::StartTls)));
        for wrong in [
            "",
            "mail.exemple.fr",
            "http://x",
            "smtp://",
            "smtp://x:",
            "smtp://x:0",
            "smtp://x:99999",
            "smtp://x/y",
            "smtp://x y",
        ] {
            assert_eq!(server(wrong), Err(ServerError::Malformed), "{wrong}");
        }
        assert_eq!(server("smtps://moi:secret@x"), Err(ServerError::HasCredentials));
    }

    #[test]
    fn this_machine_is_known() {
        let is_here = |typed| Server::new(typed).unwrap().is_here();
        assert!(is_here("smtp://localhost") && is_here("smtp://127.0.0.1:25") && is_here("smtp://[::1]"));
        assert!(!is_here("smtp://localhost.exemple.fr") && !is_here("smtp://10.0.0.1"));
    }
}
