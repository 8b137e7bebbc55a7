//! The part of minutes about who came, what was treated, and what came of it.

use super::facts::{AttendanceFacts, HeadcountFacts, OutcomeFact, OutcomeFacts, ProxyFacts, TopicFacts, VotesFacts};
use super::markdown::{line, nested};
use super::people::People;
use crate::locale::{date, euros, in_period, integer, of_the, words};
use crate::model::{
    Action, Attendance, Count, Headcount, Language, Outcome, OutcomeKind, Period, Session, SessionId, Topic, Votes,
};

impl People<'_> {
    /// Who came, as far as anything is known.
    pub(super) fn attendance(&self, session: &Session) -> Option<AttendanceFacts> {
        let invited = session.invitation.as_ref().and_then(|invitation| invitation.invited).map(number);
        let channels = session.invitation.iter().flat_map(|invitation| invitation.channels.iter());
        let channels: Vec<String> = channels.map(|id| self.channel(id)).collect();
        if session.attendance.as_ref().is_none_or(Attendance::is_blank) && invited.is_none() && channels.is_empty() {
            return None;
        }
        let mut facts = AttendanceFacts {
            present: Vec::new(),
            excused: Vec::new(),
            absent: Vec::new(),
            proxies: Vec::new(),
            guests: Vec::new(),
            residents: None,
            invited,
            channels,
            counts: None,
        };
        if let Some(attendance) = &session.attendance {
            facts.present = self.members(&attendance.present);
            facts.excused = self.members(&attendance.excused);
            facts.absent = self.members(&attendance.absent);
            let proxies = attendance.proxies.iter();
            facts.proxies = proxies
                .map(|(from, proxy)| ProxyFacts { from: self.member(from), to: self.member(&proxy.to) })
                .collect();
            facts.guests = attendance.guests.iter().map(|guest| line(guest)).collect();
            facts.residents = attendance.residents.map(number);
            facts.counts = attendance.counts.as_ref().map(|counts| self.headcount(counts));
        }
        Some(facts)
    }

    fn channel(&self, id: &str) -> String {
        self.landlord.mobilisation.get(id).map_or_else(|| id.to_owned(), |means| line(&means.name))
    }

    fn headcount(&self, counts: &Headcount) -> HeadcountFacts {
        let colon = match self.language {
            Language::French => "\u{a0}: ",
            Language::English => ": ",
        };
        let parts = counts.parts.iter();
        HeadcountFacts {
            present: counts.present.map(number),
            voters: counts.voters.map(number),
            excused: counts.excused.map(number),
            about: counts.about.unwrap_or(false),
            parts: parts
                .map(|(name, count)| format!("{}{colon}{}", line(name), integer(count.get(), self.language)))
                .collect(),
        }
    }

    /// A topic, with what came of it.
    pub(super) fn topic(&self, topic: &Topic) -> TopicFacts {
        TopicFacts {
            title: line(&topic.title),
            axis: topic.axis.as_deref().map(|id| self.axis(id)),
            asked_by: topic.asked_by.as_deref().map(|id| self.asker(id)),
            discussion: topic.discussion.as_deref().map(|text| nested(text, 4)),
            outcomes: topic.outcomes.iter().map(|outcome| self.outcome(outcome)).collect(),
        }
    }

    /// An axis of the plan.
    pub(super) fn axis(&self, id: &str) -> String {
        let axis = self.files.plan().and_then(|plan| plan.axes.get(id));
        axis.map_or_else(|| id.to_owned(), |axis| line(&axis.title))
    }

    fn outcome(&self, outcome: &Outcome) -> OutcomeFacts {
        let told = |text: String| Named { title: text, ..Named::default() };
        let (kind, named) = match &outcome.kind {
            OutcomeKind::Information(text) => (OutcomeFact::Information, told(line(text))),
            OutcomeKind::Decision(text) => (OutcomeFact::Decision, told(line(text))),
            OutcomeKind::Action(id) => (OutcomeFact::Action, self.action_named(id)),
            OutcomeKind::Postponed(until) => (OutcomeFact::Postponed, told(self.put_off_to(until))),
        };
        OutcomeFacts {
            kind,
            text: named.title,
            owners: named.owners,
            due: named.due,
            ended: named.ended,
            result: outcome.result.map(|result| words::vote_result(result, self.language).to_owned()),
            unanimous: outcome.votes == Some(Votes::Unanimous),
            votes: match outcome.votes {
                Some(Votes::Counted { pro, against, abstained }) => {
                    Some(VotesFacts { pro: number(pro), against: number(against), abstained: number(abstained) })
                }
                Some(Votes::Unanimous) | None => None,
            },
            vote_mode: outcome.vote_mode.and_then(|mode| words::vote_mode(mode, self.language)).map(str::to_owned),
            asked: outcome.asked.map(|amount| euros(amount, self.language)),
            amount: outcome.amount.map(|amount| euros(amount, self.language)),
            condition: outcome.condition.as_deref().map(line),
        }
    }

    /// An action that a topic refers to: of this body's plan, or of another's.
    fn action_named(&self, id: &str) -> Named {
        let unknown = Named { title: id.to_owned(), ..Named::default() };
        let Some((council, action)) = id.split_once('/') else {
            let action = self.files.plan().and_then(|plan| plan.actions.get(id));
            return action.map_or(unknown, |action| Named {
                owners: self.owners(action.state_on(self.day).owner),
                ..self.named(action)
            });
        };
        let plan = self.files.plan_of(self.record, council);
        let action = plan.as_ref().and_then(|plan| plan.value()).and_then(|plan| plan.actions.get(action));
        // Who does it there is for that body to say.
        Named { owners: vec![self.other_council(council)], ..action.map_or(unknown, |action| self.named(action)) }
    }

    fn named(&self, action: &Action) -> Named {
        let status = action.state_on(self.day).status;
        let ended = status.is_ended().then(|| words::status(status, self.language).to_owned());
        Named { title: line(&action.title), owners: Vec::new(), due: self.due(action), ended }
    }

    /// What a point was put off to, as it follows « reporté » or “postponed”.
    fn put_off_to(&self, until: &str) -> String {
        let (council, when) = match until.split_once('/') {
            Some((council, when)) => (Some(council), Some(when)),
            None if until == "next" || is_dated(until) => (None, Some(until)),
            None => (Some(until), None),
        };
        let when = when.map(|when| self.put_off_when(when));
        let body = council.map(|id| self.other_council(id));
        match (body, when) {
            (Some(body), Some(when)) => format!("{when} ({body})"),
            (Some(body), None) => match self.language {
                Language::French => format!("à la prochaine séance {}", of_the(&body, self.language)),
                Language::English => format!("to the next session {}", of_the(&body, self.language)),
            },
            (None, when) => when.unwrap_or_default(),
        }
    }

    fn put_off_when(&self, when: &str) -> String {
        let day = when.parse::<SessionId>().ok().map(|id| date(id.date, self.language));
        let span = when.parse::<Period>().ok().map(|span| in_period(span, self.language));
        match (self.language, day, span) {
            (Language::French, Some(day), _) => format!("à la séance du {day}"),
            (Language::English, Some(day), _) => format!("to the session of {day}"),
            (Language::French, None, Some(span)) => format!("à une séance {span}"),
            (Language::English, None, Some(span)) => format!("to a session {span}"),
            (Language::French, None, None) => "à la prochaine séance".to_owned(),
            (Language::English, None, None) => "to the next session".to_owned(),
        }
    }
}

/// What a topic says of an action it refers to; other outcomes have a title alone.
#[derive(Default)]
struct Named {
    title: String,
    owners: Vec<String>,
    due: Option<String>,
    ended: Option<String>,
}

fn is_dated(text: &str) -> bool {
    text.parse::<Period>().is_ok() || text.parse::<SessionId>().is_ok()
}

fn number(count: Count) -> i64 {
    i64::from(count.get())
}
