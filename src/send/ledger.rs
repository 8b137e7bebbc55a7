//! Who was sent what, as keyed hashes: what is on the disk before a message leaves, and once the server has it.

use crate::fingerprint::keyed;
use crate::store::{Journal, Lock, Store, WriteError};
use std::collections::HashMap;
use std::fmt::Write as _;

/// A recipient, as the ledger knows one.
pub type Mark = [u8; 16];

/// What is known of a recipient.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// The message was about to be handed over; nobody knows whether it was.
    Sending,
    /// The server has it.
    Sent,
    /// It lies in an outbox, whatever became of it there.
    Laid,
    /// The server has refused it.
    Failed,
}

impl State {
    const ALL: [Self; 4] = [Self::Sending, Self::Sent, Self::Laid, Self::Failed];

    const fn word(self) -> &'static str {
        match self {
            Self::Sending => "sending",
            Self::Sent => "sent",
            Self::Laid => "laid",
            Self::Failed => "failed",
        }
    }
}

/// The line of a document that was sent to the end.
const PUBLISHED: &str = "published";

/// What makes the hashes; without it nobody finds out from the ledger who received anything.
#[derive(Clone, PartialEq, Eq)]
pub struct Key([u8; 32]);

impl std::fmt::Debug for Key {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Key")
    }
}

impl Key {
    /// A new one.
    ///
    /// # Errors
    /// When the system gives no random bytes.
    pub fn random() -> std::io::Result<Self> {
        let mut bytes = [0; 32];
        getrandom::fill(&mut bytes).map_err(|error| std::io::Error::other(error.to_string()))?;
        Ok(Self(bytes))
    }

    /// The one of this machine, where there is one.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn of(store: &Store) -> Result<Option<Self>, WriteError> {
        Ok(store.own_key()?.map(Self))
    }

    /// Makes it the one of this machine.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn keep(&self, store: &Store, lock: &Lock) -> Result<(), WriteError> {
        store.keep_own_key(lock, &self.0)
    }

    /// The hash of texts.
    pub fn hash(&self, parts: &[&str]) -> [u8; 32] {
        keyed(&self.0, parts)
    }

    /// The mark of an address.
    pub fn mark(&self, address: &super::Address) -> Mark {
        let mut mark = Mark::default();
        mark.copy_from_slice(&self.hash(&["recipient", &address.folded()])[..16]);
        mark
    }

    fn short(&self, parts: &[&str]) -> u64 {
        let hash = self.hash(parts);
        hash[..8].iter().fold(0, |number, byte| number << 8 | u64::from(*byte))
    }
}

/// Why a ledger cannot be relied upon.
#[derive(Debug)]
pub enum LedgerError {
    /// This line of it, from 1, cannot be understood.
    Damaged(usize),
    /// It was made with another key.
    OtherKey,
    /// It cannot be read or written.
    Disk(WriteError),
}

impl From<WriteError> for LedgerError {
    fn from(error: WriteError) -> Self {
        Self::Disk(error)
    }
}

/// What is known of the recipients of a document.
#[derive(Debug)]
pub struct Ledger {
    known: HashMap<Mark, (State, u64)>,
    text: u64,
    check: u64,
    has_header: bool,
    /// Whether it was noted here that the document is published.
    is_published: bool,
    journal: Option<Journal>,
}

impl Ledger {
    /// The path of a document's ledger in the hidden folder.
    pub fn path(document: &str) -> String {
        format!("sent/{document}.txt")
    }

    /// Reads what is known of a document, and of this text of it.
    ///
    /// # Errors
    /// When it cannot be read or understood.
    pub fn read(store: &Store, document: &str, text: &str, key: &Key) -> Result<Self, LedgerError> {
        let mut ledger = Self {
            known: HashMap::new(),
            text: key.short(&["text", text]),
            check: key.short(&["key"]),
            has_header: false,
            is_published: false,
            journal: None,
        };
        let (mut number, mut wrong) = (0, None);
        store.own_lines(&Self::path(document), |line| {
            number += 1;
            if wrong.is_none() {
                wrong = ledger.take(line, number).err();
            }
        })?;
        wrong.map_or(Ok(ledger), Err)
    }

    fn take(&mut self, line: &[u8], number: usize) -> Result<(), LedgerError> {
        let damaged = || LedgerError::Damaged(number);
        let line = std::str::from_utf8(line).map_err(|_| damaged())?;
        let parts: Vec<&str> = line.split(' ').collect();
        let hex = |text: &str, digits: usize| u128::from_str_radix(text, 16).ok().filter(|_| text.len() == digits);
        match (parts.as_slice(), number) {
            (["key", check], 1) => match hex(check, 16) {
                Some(check) if check == u128::from(self.check) => {
                    self.has_header = true;
                    Ok(())
                }
                Some(_) => Err(LedgerError::OtherKey),
                None => Err(damaged()),
            },
            ([PUBLISHED], 2..) => {
                self.is_published = true;
                Ok(())
            }
            ([word, mark, text], 2..) => {
                let state = State::ALL.into_iter().find(|state| state.word() == *word);
                let text = hex(text, 16).and_then(|text| u64::try_from(text).ok());
                let known = hex(mark, 32).zip(state.zip(text)).ok_or_else(damaged)?;
                self.known.insert(known.0.to_be_bytes(), known.1);
                Ok(())
            }
            _ => Err(damaged()),
        }
    }

    /// Opens it to be written.
    ///
    /// # Errors
    /// When it cannot be.
    pub fn open(&mut self, store: &Store, document: &str, lock: &Lock) -> Result<(), WriteError> {
        let mut journal = store.own_journal(lock, &Self::path(document))?;
        if !self.has_header {
            journal.append(&format!("key {:016x}", self.check))?;
            self.has_header = true;
        }
        self.journal = Some(journal);
        Ok(())
    }

    /// Says whether it may be known here that the document was published: it was sent from here to the end, or laid into an
    /// outbox, after which people write so themselves.
    pub fn knows_of_publication(&self) -> bool {
        self.is_published || self.known.values().any(|(state, _)| *state == State::Laid)
    }

    /// Writes down that the document was sent to the end, and that the session's file says so.
    ///
    /// # Errors
    /// When the disk is full, or the like.
    pub fn note_published(&mut self) -> Result<(), WriteError> {
        self.is_published = true;
        self.journal.as_mut().map_or(Ok(()), |journal| journal.append(PUBLISHED))
    }

    /// What is known of a recipient, and whether it is of the text that is to be sent.
    pub fn state(&self, mark: &Mark) -> Option<(State, bool)> {
        self.known.get(mark).map(|(state, text)| (*state, *text == self.text))
    }

    /// Writes down a recipient's state.
    ///
    /// # Errors
    /// When the disk is full, or the like.
    pub fn note(&mut self, mark: &Mark, state: State) -> Result<(), WriteError> {
        if let Some(journal) = &mut self.journal {
            journal.append(&format!("{} {} {:016x}", state.word(), hex(mark), self.text))?;
        }
        self.known.insert(*mark, (state, self.text));
        Ok(())
    }
}

/// Bytes in hexadecimal.
pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        // A `String` takes whatever is written into it.
        let _ = write!(text, "{byte:02x}");
        text
    })
}
