//! A message to one recipient: its headers, the text, the page, and what goes with them.

use super::address::Address;
use super::contacts::{Recipient, one_line};
use super::ledger::hex;
use crate::fingerprint::keyed;
use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::message::{Attachment, Mailbox, Message, MultiPart, MultiPartKind, SinglePart};
use std::time::SystemTime;

/// How long a subject or the sender's name may be, in characters.
const LONGEST: usize = 200;

/// What all recipients are sent.
#[derive(Debug, Clone)]
pub struct Letter {
    /// Which document it is: council, day and kind.
    pub document: String,
    /// Its subject.
    pub subject: String,
    /// What makes it another document: its text without what each day changes.
    pub version: String,
    /// Its text.
    pub text: String,
    /// The same as a page.
    pub page: String,
    /// The event for calendars, where it announces one.
    pub event: Option<String>,
    /// Who sends it.
    pub sender: String,
    /// From which address.
    pub from: Address,
    /// Where answers go.
    pub reply_to: Address,
    /// Where somebody writes who wants no more messages.
    pub unsubscribe: Address,
    /// The subject of such a message.
    pub farewell: &'static str,
    /// When it is sent.
    pub date: SystemTime,
    /// Whether a mail program is to show it as one that has not left yet.
    pub is_draft: bool,
}

/// A letter on its way to one recipient.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parcel {
    /// A name for it without anything of the recipient.
    pub name: String,
    /// From which address.
    pub from: Address,
    /// To which address.
    pub to: Address,
    /// The message as it travels.
    pub bytes: Vec<u8>,
}

impl Letter {
    /// The letter to a recipient; `None` where it cannot be written down. Whichever copy of the record it is sent from, the
    /// same version has the same `Message-ID`, so that a mail program shows it once.
    pub fn to(&self, recipient: &Recipient) -> Option<Parcel> {
        let parts = ["message", &self.document, &self.version, &recipient.address.folded()];
        let identity = hex(&keyed(&[0; 32], &parts)[..16]);
        let mailbox = |name: &str, address: &Address| {
            let name = one_line(name, LONGEST);
            Some(Mailbox::new((!name.is_empty()).then_some(name), address.as_str().parse().ok()?))
        };
        let unsubscribe = format!("<mailto:{}?subject={}>", self.unsubscribe.in_link(), self.farewell);
        let mut message = Message::builder()
            .from(mailbox(&self.sender, &self.from)?)
            .reply_to(mailbox("", &self.reply_to)?)
            .to(mailbox(&recipient.name, &recipient.address)?)
            .subject(one_line(&self.subject, LONGEST))
            .date(self.date)
            .message_id(Some(format!("<{identity}@{}>", self.from.host())))
            .raw_header(HeaderValue::new(HeaderName::new_from_ascii_str("List-Unsubscribe"), unsubscribe));
        if self.is_draft {
            let header = HeaderName::new_from_ascii_str("X-Unsent");
            message = message.raw_header(HeaderValue::new(header, "1".to_owned()));
        }
        let body = self.body(&identity)?;
        let name = format!("{}-{}", self.document, &identity[..16]);
        let bytes = message.multipart(body).ok()?.formatted();
        Some(Parcel { name, from: self.from.clone(), to: recipient.address.clone(), bytes })
    }

    /// The text first, then the page, which a mail program prefers; the event beside them.
    fn body(&self, identity: &str) -> Option<MultiPart> {
        let boundary = |name: &str| format!("{name}-{identity}");
        let plain = SinglePart::plain(self.text.clone());
        let page = SinglePart::html(self.page.clone());
        let alternative = MultiPart::builder().kind(MultiPartKind::Alternative).boundary(boundary("texts"));
        let alternative = alternative.singlepart(plain).singlepart(page);
        let Some(event) = &self.event else { return Some(alternative) };
        let kind = ContentType::parse("text/calendar; charset=utf-8; method=PUBLISH").ok()?;
        let event = Attachment::new(format!("{}.ics", self.document)).body(event.clone(), kind);
        let mixed = MultiPart::builder().kind(MultiPartKind::Mixed).boundary(boundary("whole"));
        Some(mixed.multipart(alternative).singlepart(event))
    }
}
