//! What residents receive by e-mail: whom to write to, the message to each, handing it over, and the ledger of who has
//! it, so that nobody receives a document twice. Knows documents as texts that are ready. Used by the command line.

mod address;
mod columns;
mod contacts;
mod ledger;
mod message;
mod outbox;
mod run;
mod server;
mod smtp;

pub use address::Address;
pub use columns::Titles;
pub use contacts::{Contacts, ContactsError, Entry, Recipient, Wanted};
pub use ledger::{Key, Ledger, LedgerError, Mark, State};
pub use message::{Letter, Parcel};
pub use outbox::Outbox;
pub use run::{Carrier, End, Manner, Run, RunError, Watch};
pub use server::{Security, Server, ServerError};
pub use smtp::{Login, Smtp};
