//! The day on which a session's minutes were published, in its file.

use super::draft::{Draft, EditError, Rewrite};
use super::order::in_session;
use crate::model::{Date, SessionId};
use crate::record::CouncilRecord;
use crate::route;
use crate::yaml::Content;

/// Says in a session's file that its minutes were published on a day, where it says nothing of that yet. Approved sessions
/// may be published later, too.
///
/// # Errors
/// When the file cannot be changed.
pub fn publish(files: &CouncilRecord, session: SessionId, day: Date) -> Result<Option<Rewrite>, EditError> {
    let Some(file) = files.session(session) else { return Ok(None) };
    if file.value().is_none_or(|session| session.published.is_some()) {
        return Ok(None);
    }
    let mut draft = Draft::of(&files.paths.session(session), file.bytes(), in_session)?;
    draft.set(route!["published"], Content::text(&day))?;
    Ok(draft.done())
}
