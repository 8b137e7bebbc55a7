//! Messages as files in a folder, for who has no server: any mail program opens and sends them.

use super::ledger::State;
use super::message::Parcel;
use super::run::{Carrier, End};
use crate::store::{Store, WriteError};

/// A folder of messages.
#[derive(Debug)]
pub struct Outbox {
    folder: Store,
}

impl Outbox {
    /// The folder, which is made with the first message.
    pub fn new(folder: Store) -> Self {
        Self { folder }
    }

    fn file(parcel: &Parcel) -> String {
        format!("{}.eml", parcel.name)
    }
}

impl Carrier for Outbox {
    fn carry(&mut self, parcel: &Parcel, handing: &mut dyn FnMut() -> Result<(), WriteError>) -> End {
        match handing().and_then(|()| self.folder.lay(&Self::file(parcel), &parcel.bytes)) {
            Ok(_) => End::Taken,
            Err(error) => End::Disk(error),
        }
    }

    fn taken(&self) -> State {
        State::Laid
    }

    fn has(&self, parcel: &Parcel) -> bool {
        self.folder.exists(&Self::file(parcel))
    }
}
