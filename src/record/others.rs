//! What a council refers to of the others: each file is read once while the council is looked at, and dropped with it.

use super::{File, Record};
use crate::model::{Council, Plan};
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

/// The files read so far, by council; `None` for one that is not there.
type Read<T> = RefCell<HashMap<String, Option<Rc<File<T>>>>>;

/// The other councils' files that references named so far.
#[derive(Debug, Default)]
pub(super) struct Others {
    plans: Read<Plan>,
    councils: Read<Council>,
}

impl Others {
    pub fn plan(&self, record: &Record, council: &str) -> Option<Rc<File<Plan>>> {
        once(&self.plans, council, || record.plan_of(council))
    }

    pub fn council(&self, record: &Record, council: &str) -> Option<Rc<File<Council>>> {
        once(&self.councils, council, || record.council_of(council))
    }
}

fn once<T>(read: &Read<T>, council: &str, load: impl FnOnce() -> Option<File<T>>) -> Option<Rc<File<T>>> {
    if let Some(known) = read.borrow().get(council) {
        return known.clone();
    }
    let file = load().map(Rc::new);
    read.borrow_mut().insert(council.to_owned(), file.clone());
    file
}
