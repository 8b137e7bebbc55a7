//! Earlier minutes approved at a later session: their text, without the line that calls it a draft, and its fingerprint
//! in the later session's file.

use super::draft::{Draft, EditError, Rewrite};
use super::order::in_session;
use crate::document::{DocumentError, Template, approved_minutes};
use crate::fingerprint::fingerprint;
use crate::model::{Council, SessionId};
use crate::record::{CouncilRecord, Record};
use crate::route;
use crate::store::ReadError;

/// What is approved, and where.
#[derive(Debug, Clone, Copy)]
pub struct Approving<'a> {
    /// The sessions whose minutes are approved.
    pub sessions: &'a [SessionId],
    /// The later session that approves them.
    pub at: SessionId,
    /// What was corrected at the approval.
    pub corrections: Option<&'a str>,
}

/// Why minutes cannot be approved as asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ApprovalProblem {
    /// The body approves no minutes.
    NeverApproves,
    /// The session was not held before the one that approves it.
    NotBefore(SessionId),
    /// Another session approved these minutes.
    Approved {
        /// The session.
        session: SessionId,
        /// The one that approved it.
        by: SessionId,
        /// Whether it froze their text.
        is_frozen: bool,
    },
    /// One correction is said of several minutes.
    CorrectionsOfSeveral,
    /// The session that approves was approved itself, by this one: its file may no longer change.
    Closed {
        /// The session that approved it.
        by: SessionId,
    },
    /// The minutes cannot be written.
    Document(DocumentError),
    /// A file cannot be changed.
    File(EditError),
}

impl From<EditError> for ApprovalProblem {
    fn from(error: EditError) -> Self {
        Self::File(error)
    }
}

impl From<DocumentError> for ApprovalProblem {
    fn from(error: DocumentError) -> Self {
        Self::Document(error)
    }
}

/// Approves minutes. The texts come first and the session's file last, to be written in that order: whoever is stopped
/// in between has approved nothing yet, and can ask again.
///
/// # Errors
/// When the minutes cannot be approved at that session, or cannot be written.
pub fn approve(
    record: &Record,
    files: &CouncilRecord,
    template: &Template,
    asked: Approving<'_>,
) -> Result<Vec<Rewrite>, ApprovalProblem> {
    let Approving { sessions, at, corrections } = asked;
    if !files.council.value().is_some_and(Council::approves_minutes) {
        return Err(ApprovalProblem::NeverApproves);
    }
    if corrections.is_some() && sessions.len() > 1 {
        return Err(ApprovalProblem::CorrectionsOfSeveral);
    }
    let faulty = || EditError::Faulty { path: files.paths.session(at) };
    let file = files.session(at).ok_or_else(faulty)?;
    let mut draft = Draft::of(&file.path, file.bytes(), in_session)?;
    let mut texts = Vec::new();
    for session in sessions {
        if *session >= at {
            return Err(ApprovalProblem::NotBefore(*session));
        }
        let entry = route!["approves", session.to_string().as_str()];
        draft.set_text(entry.clone().then("corrections"), corrections)?;
        if let Some((by, approval)) = files.approvals_of(*session).find(|(by, _)| *by != at) {
            return Err(ApprovalProblem::Approved { session: *session, by, is_frozen: approval.freezes() });
        }
        if files.has_frozen(*session) {
            continue;
        }
        let behind = files.session(*session).ok_or(DocumentError::Unreadable)?;
        let text = approved_minutes(record, files, *session, template, at)?;
        let approved = fingerprint(text.as_bytes());
        draft.set_text(entry.clone().then("text"), Some(&approved))?;
        draft.set_text(entry.then("session"), Some(&fingerprint(behind.bytes())))?;
        let path = files.paths.minutes(*session);
        let before = match record.store.read(&path) {
            Ok(bytes) => Some(bytes),
            Err(ReadError::Missing) => None,
            Err(_) => return Err(EditError::Faulty { path }.into()),
        };
        if before.as_ref().is_none_or(|before| fingerprint(before) != approved) {
            texts.push(Rewrite { path, before, after: text });
        }
    }
    let approval = draft.done();
    if let (Some(_), Some(by)) = (&approval, files.frozen_by(at)) {
        return Err(ApprovalProblem::Closed { by });
    }
    texts.extend(approval);
    Ok(texts)
}
