//! One run over the contacts: who is still to receive the letter, handing it over, and what came of each.

use super::contacts::{Contacts, Entry, Recipient, Wanted};
use super::ledger::{Key, Ledger, Mark, State};
use super::message::{Letter, Parcel};
use crate::locale::sending::{Tally, Trouble};
use crate::spreadsheet::StreamError;
use crate::store::WriteError;
use std::collections::HashSet;
use std::io::Read;
use std::time::Duration;

/// What takes messages.
pub trait Carrier {
    /// Takes a message; `handing` is called right before nobody could tell any more whether it was taken.
    fn carry(&mut self, parcel: &Parcel, handing: &mut dyn FnMut() -> Result<(), WriteError>) -> End;

    /// Says whether a message that was begun is known to be there.
    fn has(&self, _: &Parcel) -> bool {
        false
    }

    /// What is known of a message that it took.
    fn taken(&self) -> State {
        State::Sent
    }

    /// Ends the work.
    fn close(&mut self) {}
}

/// What came of a message.
#[derive(Debug)]
pub enum End {
    /// It was taken.
    Taken,
    /// It will never be taken, with the server's code.
    Refused(u16),
    /// It may be taken later, with the server's code.
    Later(u16),
    /// Nobody knows whether it was taken.
    Doubtful(Trouble),
    /// It was not taken, since nothing can be for now.
    Lost(Trouble),
    /// What is to be known of it cannot be written down.
    Disk(WriteError),
}

/// How to go about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Manner {
    /// Whether to send again what may have been received.
    pub retry_doubtful: bool,
    /// Whether to send to those, too, who have another text of the document.
    pub again: bool,
    /// How long to wait, at first, until a server is asked again.
    pub pause: Duration,
}

/// How often a server is asked again at most, longer and longer pauses in between.
const TRIES: u32 = 3;

/// Why a run cannot go on.
#[derive(Debug)]
pub enum RunError {
    /// The contacts cannot be read.
    Contacts(StreamError),
    /// The ledger or the outbox cannot be written.
    Disk(WriteError),
}

impl From<StreamError> for RunError {
    fn from(error: StreamError) -> Self {
        Self::Contacts(error)
    }
}

impl From<WriteError> for RunError {
    fn from(error: WriteError) -> Self {
        Self::Disk(error)
    }
}

/// What a run is told of: how long it waits, and how far it has come.
pub trait Watch {
    /// Waits.
    fn wait(&mut self, pause: Duration);

    /// Takes note of how many rows, of how many, are done.
    fn done(&mut self, rows: usize, of: usize);
}

/// A run over the contacts.
pub struct Run<'r> {
    contacts: &'r Contacts,
    wanted: &'r Wanted,
    open: &'r dyn Fn() -> Result<Box<dyn Read>, StreamError>,
    letter: &'r Letter,
    key: &'r Key,
    manner: Manner,
    ledger: Ledger,
    unsubscribed: HashSet<Mark>,
    rows: usize,
    tally: Tally,
    /// Who is to be asked for again in the next round.
    deferred: HashSet<Mark>,
    round: u32,
    /// How often nothing could be handed over, one time after another.
    streak: u32,
    /// Whether the server has answered at all.
    is_reached: bool,
}

impl<'r> Run<'r> {
    /// Goes through all contacts once, before anything is sent: who wants no message is known from the start.
    ///
    /// # Errors
    /// When they cannot be read to the end.
    pub fn prepare(
        (contacts, wanted): (&'r Contacts, &'r Wanted),
        open: &'r dyn Fn() -> Result<Box<dyn Read>, StreamError>,
        (letter, key): (&'r Letter, &'r Key),
        (ledger, manner): (Ledger, Manner),
    ) -> Result<Self, RunError> {
        let (mut unsubscribed, mut rows) = (HashSet::new(), 0);
        for entry in contacts.entries(open()?, wanted) {
            rows += 1;
            if let Entry::Unsubscribed { addresses, .. } = entry? {
                unsubscribed.extend(addresses.iter().map(|address| key.mark(address)));
            }
        }
        Ok(Self {
            contacts,
            wanted,
            open,
            letter,
            key,
            manner,
            ledger,
            unsubscribed,
            rows,
            tally: Tally::default(),
            deferred: HashSet::new(),
            round: 1,
            streak: 0,
            is_reached: false,
        })
    }

    /// How many rows there are, blank ones left out.
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// Sends the letter to all who are to receive it; without a carrier, only counts them. What came of them is told even
    /// where the run has to stop: the contacts cannot be read any more, or the disk is full.
    pub fn send(mut self, carrier: Option<&mut dyn Carrier>, watch: &mut dyn Watch) -> (Tally, Result<(), RunError>) {
        let ended = self.go_through(carrier, watch);
        (self.tally, ended)
    }

    fn go_through(&mut self, mut carrier: Option<&mut dyn Carrier>, watch: &mut dyn Watch) -> Result<(), RunError> {
        let mut seen = HashSet::new();
        for (place, entry) in self.contacts.entries((self.open)()?, self.wanted).enumerate() {
            match entry? {
                Entry::Without { line } => self.tally.without.add(line),
                Entry::Bad { line } => self.tally.bad.add(line),
                Entry::UnknownCouncil { line } => self.tally.unknown_council.add(line),
                Entry::Unsubscribed { line, .. } => self.tally.unsubscribed.add(line),
                Entry::NoCouncil { line } => self.tally.no_council.add(line),
                Entry::Elsewhere => self.tally.elsewhere += 1,
                Entry::Recipient(recipient) => {
                    let mark = self.key.mark(&recipient.address);
                    if self.unsubscribed.contains(&mark) {
                        self.tally.unsubscribed.add(recipient.line);
                    } else if seen.insert(mark) {
                        self.one(&recipient, &mark, &mut carrier, watch)?;
                    } else {
                        self.tally.duplicate.add(recipient.line);
                    }
                }
            }
            watch.done(place + 1, self.rows);
        }
        drop(seen);
        if let Some(carrier) = carrier {
            self.go_back(carrier, watch)?;
            carrier.close();
        }
        Ok(())
    }

    /// Asks again for those of whom the server said that it may take their message later.
    fn go_back(&mut self, carrier: &mut dyn Carrier, watch: &mut dyn Watch) -> Result<(), RunError> {
        while !self.deferred.is_empty() && self.tally.trouble.is_none() {
            watch.wait(self.pause(self.round));
            self.round += 1;
            let mut again = std::mem::take(&mut self.deferred);
            for entry in self.contacts.entries((self.open)()?, self.wanted) {
                if let Entry::Recipient(recipient) = entry? {
                    let mark = self.key.mark(&recipient.address);
                    if again.remove(&mark) {
                        self.hand_over(&recipient, &mark, carrier, watch)?;
                    }
                }
                if again.is_empty() {
                    break;
                }
            }
            // Somebody has changed the file in between.
            self.tally.waiting += again.len();
        }
        self.tally.waiting += self.deferred.len();
        Ok(())
    }

    /// Sends the letter to somebody who does not have it yet.
    fn one(
        &mut self,
        recipient: &Recipient,
        mark: &Mark,
        carrier: &mut Option<&mut dyn Carrier>,
        watch: &mut dyn Watch,
    ) -> Result<(), RunError> {
        match self.ledger.state(mark) {
            Some((State::Sent, true)) => self.tally.already += 1,
            Some((State::Laid, true)) if !self.manner.again || self.lies(recipient, carrier.as_deref()) => {
                self.tally.laid += 1;
            }
            Some((State::Sent | State::Laid, false)) if !self.manner.again => self.tally.earlier += 1,
            Some((State::Sending, _)) if !self.manner.retry_doubtful || carrier.is_none() => {
                if self.lies(recipient, carrier.as_deref()) {
                    self.ledger.note(mark, State::Laid)?;
                    self.tally.laid += 1;
                } else if self.manner.retry_doubtful {
                    self.tally.sent += 1;
                } else {
                    self.tally.doubtful.add(recipient.line);
                }
            }
            Some((State::Sending | State::Failed | State::Sent | State::Laid, _)) | None => match carrier {
                Some(carrier) => self.hand_over(recipient, mark, *carrier, watch)?,
                None => self.tally.sent += 1,
            },
        }
        Ok(())
    }

    /// Says whether the message lies where it would be laid.
    fn lies(&self, recipient: &Recipient, carrier: Option<&dyn Carrier>) -> bool {
        let parcel = self.letter.to(recipient);
        carrier.zip(parcel).is_some_and(|(carrier, parcel)| carrier.has(&parcel))
    }

    fn hand_over(
        &mut self,
        recipient: &Recipient,
        mark: &Mark,
        carrier: &mut dyn Carrier,
        watch: &mut dyn Watch,
    ) -> Result<(), RunError> {
        let Some(parcel) = self.letter.to(recipient) else {
            self.tally.bad.add(recipient.line);
            return Ok(());
        };
        while self.tally.trouble.is_none() {
            let mut is_handed = false;
            let ledger = &mut self.ledger;
            let end = carrier.carry(&parcel, &mut || {
                is_handed = true;
                ledger.note(mark, State::Sending)
            });
            if is_handed && matches!(end, End::Refused(_) | End::Later(_)) {
                self.ledger.note(mark, State::Failed)?;
            }
            match end {
                End::Taken => {
                    self.ledger.note(mark, carrier.taken())?;
                    self.tally.sent += 1;
                }
                End::Refused(code) => {
                    self.tally.refused.answered(recipient.line, code);
                }
                End::Later(code) => {
                    if self.round > TRIES {
                        self.tally.later.answered(recipient.line, code);
                    } else {
                        self.deferred.insert(*mark);
                    }
                }
                End::Doubtful(trouble) => {
                    self.tally.doubtful.add(recipient.line);
                    self.is_reached = true;
                    self.stumble(trouble, watch);
                    return Ok(());
                }
                End::Lost(trouble) => {
                    self.stumble(trouble, watch);
                    continue;
                }
                End::Disk(error) => {
                    // It has not left; where even that cannot be written down, it is doubtful.
                    let _ = self.ledger.note(mark, State::Failed);
                    return Err(error.into());
                }
            }
            self.streak = 0;
            self.is_reached = true;
            return Ok(());
        }
        self.tally.waiting += 1;
        Ok(())
    }

    /// Waits before the next try, or gives up.
    fn stumble(&mut self, trouble: Trouble, watch: &mut dyn Watch) {
        self.streak += 1;
        if trouble.is_final(self.is_reached) || self.streak > TRIES {
            self.tally.trouble = Some(trouble);
        } else {
            watch.wait(self.pause(self.streak));
        }
    }

    /// Twice as long each time.
    fn pause(&self, time: u32) -> Duration {
        self.manner.pause.saturating_mul(1 << (time.min(10) - 1))
    }
}
