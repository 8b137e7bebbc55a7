//! The *bilan annuel* of a council: its sessions, who came, its actions, what was spent, how satisfied people are, and
//! which promises were kept.

mod promises;
mod spending;
mod turnout;

use super::facts::{
    ActionCountsFacts, CancelledFacts, DoneActionFacts, HeldFacts, OpenActionFacts, PlannedFacts, PublishedFacts,
    RefusedActionFacts, ReportFacts, ScoreFacts,
};
use super::markdown::line;
use super::people::People;
use super::scores::Scores;
use super::template::{DocumentError, Template};
use crate::locale::{Gender, date, ordinal, period, words};
use crate::model::{Action, Date, Period, Publication, Sampling, Session, SessionId, SessionStatus, Status, Update};
use crate::record::{CouncilRecord, Record};
use crate::satisfaction::{Wave, published, series};
use std::cmp::Reverse;

/// Writes the report of a council's year in Markdown, as far as the record knows on a day. The same record gives the same
/// bytes on every machine.
///
/// # Errors
/// When a file it is made of could not be read, or the template is wrong.
pub fn report(
    record: &Record,
    files: &CouncilRecord,
    year: i32,
    as_of: Date,
    template: &Template,
) -> Result<String, DocumentError> {
    let last = Period::Year(year).last();
    let people = People::of(record, files, as_of.min(last), template.language).ok_or(DocumentError::Unreadable)?;
    let report = Report { people: people.published_in(Publication::Report), year, as_of };
    Ok(template.render(&report.facts())?)
}

/// A council's year.
struct Report<'a> {
    /// The day is that whose state of the actions is told.
    people: People<'a>,
    year: i32,
    /// The day up to which the record is taken into account.
    as_of: Date,
}

impl<'a> Report<'a> {
    fn facts(&self) -> ReportFacts {
        let People { language, day, .. } = self.people;
        let (scores, published, notes) = self.satisfaction();
        let (charter, commitments) = self.commitments();
        ReportFacts {
            language: language.code().to_owned(),
            landlord: self.people.landlord(),
            council: self.people.council(),
            year: self.year.to_string(),
            is_over: Period::Year(self.year).last() < self.as_of,
            state_on: date(day, language),
            as_of: date(self.as_of, language),
            is_closed: self.people.is_closed(),
            held: self.held_facts(),
            cancelled: self.cancelled(),
            planned: self.planned(),
            attendance: self.turnout(),
            actions: self.action_counts(),
            done: self.done(),
            open: self.open_facts(),
            refused: self.refused(),
            spending: self.spending(),
            scores,
            published,
            notes,
            charter,
            commitments,
            engagements: self.engagements(),
        }
    }

    /// The sessions of the year.
    fn sessions(&self) -> impl Iterator<Item = (SessionId, &'a Session)> {
        let year = self.year;
        self.people.files.readable_sessions().filter(move |(id, _)| id.date.year() == year)
    }

    /// The sessions of the year that were held, in order.
    fn held(&self) -> impl Iterator<Item = (SessionId, &'a Session)> {
        let as_of = self.as_of;
        self.sessions().filter(move |(id, session)| session.is_held() && id.date <= as_of)
    }

    fn held_facts(&self) -> Vec<HeldFacts> {
        let language = self.people.language;
        let numbers = self.people.files.numbers();
        let held = self.held().map(|(id, session)| {
            let known = session.published.filter(|published| published.first() <= self.as_of);
            HeldFacts {
                date: self.people.session_date(id),
                number: numbers.get(&id).map(|number| ordinal(*number, Gender::Feminine, language)),
                purpose: session.purpose.as_deref().map(line),
                published: known.map(|published| period(published, language)),
            }
        });
        held.collect()
    }

    fn cancelled(&self) -> Vec<CancelledFacts> {
        let cancelled = self.sessions().filter(|(_, session)| session.status == SessionStatus::Cancelled);
        cancelled
            .map(|(id, session)| CancelledFacts {
                date: self.people.session_date(id),
                reason: session.reason.as_deref().map(line),
            })
            .collect()
    }

    fn planned(&self) -> Vec<PlannedFacts> {
        let planned = self.sessions().filter(|(_, session)| session.status == SessionStatus::Planned);
        planned
            .map(|(id, session)| PlannedFacts {
                date: self.people.session_date(id),
                purpose: session.purpose.as_deref().map(line),
            })
            .collect()
    }

    /// The actions that are there on the day.
    fn actions(&self) -> impl Iterator<Item = &'a Action> {
        let day = self.people.day;
        self.people.files.actions().map(|(_, action)| action).filter(move |action| action.is_decided_by(day))
    }

    /// The actions that are in such a state on the day and were not at the end of the year before, each with the update
    /// that says so.
    fn turned(&self, into: fn(Status) -> bool) -> Vec<(&'a Action, &'a Update)> {
        let before = Period::Year(self.year).first().plus_days(-1);
        let day = self.people.day;
        let turned = self.actions().filter(|action| {
            let was = action.is_decided_by(before) && into(action.state_on(before).status);
            into(action.state_on(day).status) && !was
        });
        let mut turned: Vec<(&Action, &Update)> = turned
            .filter_map(|action| {
                let updates = action.updates.iter().filter(|update| update.date <= day);
                Some((action, updates.rev().find(|update| update.status.is_some_and(into))?))
            })
            .collect();
        turned.sort_by_key(|(_, update)| update.date);
        turned
    }

    /// Those of them that are not ended: late ones first, then by due date.
    fn open(&self) -> Vec<&'a Action> {
        let day = self.people.day;
        let mut open: Vec<&Action> = self.actions().filter(|action| !action.state_on(day).status.is_ended()).collect();
        open.sort_by_key(|action| {
            let due = action.state_on(day).due.map(Period::last);
            (Reverse(self.people.days_late(action)), due.is_none(), due)
        });
        open
    }

    fn action_counts(&self) -> Option<ActionCountsFacts> {
        let count = |many: usize| i64::try_from(many).unwrap_or(i64::MAX);
        let is_of_the_year = |action: &&Action| {
            action.decided.parse::<SessionId>().is_ok_and(|decided| decided.date.year() == self.year)
        };
        let open = self.open();
        let late = open.iter().filter(|action| self.people.days_late(action).is_some()).count();
        let counts = ActionCountsFacts {
            decided: count(self.actions().filter(is_of_the_year).count()),
            done: count(self.turned(|status| status == Status::Done).len()),
            declined: count(self.turned(|status| status == Status::Declined).len()),
            dropped: count(self.turned(|status| status == Status::Dropped).len()),
            open: count(open.len()),
            late: count(late),
        };
        let ActionCountsFacts { decided, done, declined, dropped, open, .. } = counts;
        (decided + done + declined + dropped + open > 0).then_some(counts)
    }

    fn done(&self) -> Vec<DoneActionFacts> {
        let done = self.turned(|status| status == Status::Done).into_iter();
        done.map(|(action, update)| DoneActionFacts {
            title: line(&action.title),
            owners: self.people.owners(action.state_on(self.people.day).owner),
            when: period(update.happened.unwrap_or(Period::Day(update.date)), self.people.language),
        })
        .collect()
    }

    fn open_facts(&self) -> Vec<OpenActionFacts> {
        let People { day, language, .. } = self.people;
        let open = self.open().into_iter().map(|action| {
            let state = action.state_on(day);
            let due = state.due.map(|due| period(due, language));
            OpenActionFacts {
                title: line(&action.title),
                owners: self.people.owners(state.owner),
                due: due.or_else(|| action.due_note.as_deref().map(line)),
                status: words::status(state.status, language).to_owned(),
                days_late: self.people.days_late(action),
            }
        });
        open.collect()
    }

    fn refused(&self) -> Vec<RefusedActionFacts> {
        let refused = self.turned(Status::wants_reason).into_iter();
        refused
            .filter_map(|(action, update)| {
                Some(RefusedActionFacts {
                    title: line(&action.title),
                    status: words::status(update.status?, self.people.language).to_owned(),
                    reason: update.note.as_deref().map(line),
                })
            })
            .collect()
    }

    /// The scores of the year's waves, the figures published without their base, and what must be known of them.
    fn satisfaction(&self) -> (Vec<ScoreFacts>, Vec<PublishedFacts>, Vec<String>) {
        let language = self.people.language;
        let is_of_the_year = |wave: Period| wave.last().year() == self.year && wave.first() <= self.as_of;
        let mut scores = Vec::new();
        let mut notes = Vec::new();
        for series in series(self.people.landlord, self.people.files) {
            for (place, wave) in series.waves.iter().enumerate().filter(|(_, wave)| is_of_the_year(wave.period)) {
                let before = place.checked_sub(1).and_then(|before| series.waves.get(before));
                scores.push(self.score(series.question, wave, before));
                let note = Scores(language).about_volunteers().to_owned();
                if wave.sampling == Some(Sampling::Voluntary) && !notes.contains(&note) {
                    notes.push(note);
                }
            }
        }
        let figures = published(self.people.files).filter(|figure| figure.period.is_some_and(is_of_the_year));
        let figures = figures.map(|figure| PublishedFacts {
            question: figure.question.map(|id| self.question(id)),
            text: line(figure.text),
            base: Scores(language).unknown_base(),
        });
        (scores, figures.collect(), notes)
    }

    fn score(&self, question: &str, wave: &Wave<'_>, before: Option<&Wave<'_>>) -> ScoreFacts {
        let words = Scores(self.people.language);
        let change = before.and_then(|before| wave.change_from(before));
        ScoreFacts {
            question: wave.wording.map_or_else(|| self.question(question), line),
            wave: period(wave.period, self.people.language),
            score: words.score(wave).join(" "),
            answers: words.answers(wave).join(", "),
            change: change.map(|change| words.told(change)),
            since: before.map(|before| period(before.period, self.people.language)),
        }
    }

    fn question(&self, id: &str) -> String {
        let question = self.people.landlord.questions.get(id);
        question.map_or_else(|| line(id), |question| line(&question.text))
    }
}
