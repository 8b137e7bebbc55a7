//! The part of minutes about who came, what was treated, and what came of it.

use super::facts::{
    AttendanceFacts, HeadcountFacts, OutcomeFact, OutcomeFacts, ProxyFacts, Said, TopicFacts, VotesFacts,
};
use super::markdown::{line, nested};
use super::people::People;
use crate::locale::{date, euros, in_period, integer, of_the, words};
use crate::model::{
    Action, Attendance, Count, Headcount, Language, Outcome, OutcomeKind, Period, Session, SessionId, Topic, Votes,
};

impl<'a> People<'a> {
    /// Who came, as far as anything is known.
    pub(super) fn attendance(&self, session: &'a Session) -> Option<AttendanceFacts<'a>> {
        let invited = session.invitation.as_ref().and_then(|invitation| invitation.invited).map(number);
        let channels = session.invitation.iter().flat_map(|invitation| invitation.channels.iter());
        let channels: Vec<Said<'_>> = channels.map(|id| self.channel(id)).collect();
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

    fn channel(&self, id: &'a str) -> Said<'a> {
        self.landlord.mobilisation.get(id).map_or(id.into(), |means| line(&means.name))
    }

    fn headcount(&self, counts: &Headcount) -> HeadcountFacts<'a> {
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
                .map(|(name, count)| format!("{}{colon}{}", line(name), integer(count.get(), self.language)).into())
                .collect(),
        }
    }

    /// A topic, with what came of it.
    pub(super) fn topic(&self, topic: &'a Topic) -> TopicFacts<'a> {
        TopicFacts {
            title: line(&topic.title),
            axis: topic.axis.as_deref().map(|id| self.axis(id)),
            asked_by: topic.asked_by.as_deref().map(|id| self.asker(id)),
            discussion: topic.discussion.as_deref().map(|text| nested(text, 4)),
            outcomes: topic.outcomes.iter().map(|outcome| self.outcome(outcome)).collect(),
        }
    }

    /// An axis of the plan.
    pub(super) fn axis(&self, id: &'a str) -> Said<'a> {
        let axis = self.files.plan().and_then(|plan| plan.axes.get(id));
        axis.map_or(id.into(), |axis| line(&axis.title))
    }

    fn outcome(&self, outcome: &'a Outcome) -> OutcomeFacts<'a> {
        let told = |text: Said<'a>| Named { title: text, ..Named::default() };
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
            result: outcome.result.map(|result| words::vote_result(result, self.language).into()),
            unanimous: outcome.votes == Some(Votes::Unanimous),
            votes: match outcome.votes {
                Some(Votes::Counted { pro, against, abstained }) => {
                    Some(VotesFacts { pro: number(pro), against: number(against), abstained: number(abstained) })
                }
                Some(Votes::Unanimous) | None => None,
            },
            vote_mode: outcome.vote_mode.and_then(|mode| words::vote_mode(mode, self.language)).map(Into::into),
            asked: outcome.asked.map(|amount| euros(amount, self.language).into()),
            amount: outcome.amount.map(|amount| euros(amount, self.language).into()),
            condition: outcome.condition.as_deref().map(line),
        }
    }

    /// An action that a topic refers to: of this body's plan, or of another's.
    fn action_named(&self, id: &'a str) -> Named<'a> {
        let unknown = Named { title: id.into(), ..Named::default() };
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
        Named {
            owners: vec![self.other_council(council)],
            ..action.map_or(unknown, |action| self.named(action).into_owned())
        }
    }

    /// The action may be another body's.
    fn named<'t>(&self, action: &'t Action) -> Named<'t> {
        let status = action.state_on(self.day).status;
        let ended = status.is_ended().then(|| words::status(status, self.language).into());
        Named { title: line(&action.title), owners: Vec::new(), due: self.due(action), ended }
    }

    /// What a point was put off to, as it follows « reporté » or “postponed”.
    fn put_off_to(&self, until: &'a str) -> Said<'a> {
        let (council, when) = match until.split_once('/') {
            Some((council, when)) => (Some(council), Some(when)),
            None if until == "next" || is_dated(until) => (None, Some(until)),
            None => (Some(until), None),
        };
        let when = when.map(|when| self.put_off_when(when));
        let body = council.map(|id| self.other_council(id));
        match (body, when) {
            (Some(body), Some(when)) => format!("{when} ({body})").into(),
            (Some(body), None) => match self.language {
                Language::French => format!("à la prochaine séance {}", of_the(&body, self.language)).into(),
                Language::English => format!("to the next session {}", of_the(&body, self.language)).into(),
            },
            (None, when) => when.unwrap_or_default(),
        }
    }

    fn put_off_when(&self, when: &str) -> Said<'a> {
        let day = when.parse::<SessionId>().ok().map(|id| date(id.date, self.language));
        let span = when.parse::<Period>().ok().map(|span| in_period(span, self.language));
        match (self.language, day, span) {
            (Language::French, Some(day), _) => format!("à la séance du {day}").into(),
            (Language::English, Some(day), _) => format!("to the session of {day}").into(),
            (Language::French, None, Some(span)) => format!("à une séance {span}").into(),
            (Language::English, None, Some(span)) => format!("to a session {span}").into(),
            (Language::French, None, None) => "à la prochaine séance".into(),
            (Language::English, None, None) => "to the next session".into(),
        }
    }
}

/// What a topic says of an action it refers to; other outcomes have a title alone.
#[derive(Default)]
struct Named<'a> {
    title: Said<'a>,
    owners: Vec<Said<'a>>,
    due: Option<Said<'a>>,
    ended: Option<Said<'a>>,
}

impl Named<'_> {
    /// The same of another body's action: its plan is shared, and cannot be borrowed for as long as the facts live.
    fn into_owned(self) -> Named<'static> {
        let owned = |text: Said<'_>| Said::Owned(text.into_owned());
        Named {
            title: owned(self.title),
            owners: self.owners.into_iter().map(owned).collect(),
            due: self.due.map(owned),
            ended: self.ended.map(owned),
        }
    }
}

fn is_dated(text: &str) -> bool {
    text.parse::<Period>().is_ok() || text.parse::<SessionId>().is_ok()
}

fn number(count: Count) -> i64 {
    i64::from(count.get())
}
