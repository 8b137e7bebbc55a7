//! What `council send` says of itself, in English.

use crate::locale::command_line::Send;

pub(super) const SEND: Send = Send {
    about: "Send a document to residents by e-mail, to each of them once",
    examples: "  council send les-tilleuls --to ../contacts.csv --dry-run
                                           say what would be sent, and to how many
  council send les-tilleuls --to ../contacts.csv --outbox ../mail
                                           a file a message, to be sent with your mail program
  council send les-tilleuls --what agenda --to ../contacts.csv --smtp smtps://mail.example.com
                                           the invitation, through your organisation's server",
    council: "The council, by the name of its folder (not needed where there is only one)",
    session: "The session, by its date: by default the last held, the next one for the invitation; the day, for the notice",
    to: "The recipients: a CSV file outside the record, with a column E-mail; Name, First name, Council and Unsubscribed if \
         there are",
    outbox: "The folder to write an .eml file a message into, for who has no server",
    smtp: "The mail server: smtps://mail.example.com, or smtp://mail.example.com:587; the connection is encrypted, but to this \
           machine",
    what: "The document: minutes (the default), agenda or notice",
    dry_run: "Say what would be sent, without sending or writing anything",
    retry_doubtful: "Send again the doubtful messages of an interrupted run, perhaps twice",
    again: "Send minutes that were published from another copy of the record, or a changed text to who has the former one",
    from: "The sender (by default, the address of contact in landlord.yaml)",
    reply_to: "The address for answers (by default, the sender)",
    unsubscribe: "The address to write to for no more messages (by default, that for answers)",
    credentials: "A file outside the record: the user on its first line, the password on the second (by default, \
                  COUNCIL_SMTP_USER and COUNCIL_SMTP_PASSWORD)",
    ca: "The certificates (PEM) of the authority to trust, instead of the system's",
    timeout: "How long the server may take to answer (60 by default)",
    pause: "How long to wait before a busy server is asked again, twice as long each time (5 by default)",
};
