//! A session in which everything is said: what templates are tried on when they are checked.

use super::facts::{
    ActionFacts, ApprovalFacts, AttendanceFacts, CouncilFacts, ErratumFacts, FindingFacts, HeadcountFacts,
    LandlordFacts, MinutesFacts, NextFacts, OutcomeFacts, ProxyFacts, ReviewFacts, SessionFacts, TopicFacts,
    VotesFacts, WorksFacts,
};
use serde_json::Value;

/// Facts in which nothing is missing, so that a template finds every variable it may name.
pub fn minutes() -> MinutesFacts {
    let text = || "texte".to_owned();
    let some = || Some(text());
    MinutesFacts {
        language: "fr".to_owned(),
        landlord: LandlordFacts { name: text(), group: some() },
        council: CouncilFacts {
            id: text(),
            name: text(),
            of_the: text(),
            short: text(),
            of_the_short: text(),
            residences: vec![text()],
        },
        session: session(),
        draft: true,
        approved_on: some(),
        findings: vec![FindingFacts { mark: "☺".to_owned(), text: text() }],
        partners: vec![text()],
        attendance: Some(attendance()),
        approvals: vec![ApprovalFacts { date: text(), corrections: some() }],
        reviews: vec![ReviewFacts { mark: "☹".to_owned(), text: text(), review: text() }],
        topics: vec![TopicFacts {
            title: text(),
            axis: some(),
            asked_by: some(),
            discussion: some(),
            outcomes: ["information", "decision", "action", "postponed"].map(outcome).into(),
        }],
        follow_up: vec![action()],
        new_actions: vec![action()],
        planning: vec![WorksFacts { title: text(), span: text() }],
        next: vec![NextFacts { date: some(), time: some(), place: some(), council: some(), to_confirm: vec![text()] }],
        errata: vec![ErratumFacts { of: some(), on: some(), text: text() }],
    }
}

/// Facts in which nothing is said that may be left out: what a template must not rely on.
pub(super) fn sparse() -> MinutesFacts {
    let mut facts = minutes();
    facts.landlord.group = None;
    facts.draft = false;
    facts.approved_on = None;
    facts.attendance = None;
    let SessionFacts { id, date, .. } = facts.session;
    facts.session = SessionFacts {
        id,
        date,
        number: None,
        purpose: None,
        of_purpose: None,
        time: None,
        ends: None,
        place: None,
        chair: None,
        secretary: None,
        quorum: None,
    };
    for topic in &mut facts.topics {
        (topic.axis, topic.asked_by, topic.discussion) = (None, None, None);
        for outcome in &mut topic.outcomes {
            outcome.owners.clear();
            outcome.unanimous = false;
            (outcome.due, outcome.ended, outcome.result, outcome.votes) = (None, None, None, None);
            (outcome.vote_mode, outcome.asked, outcome.amount, outcome.condition) = (None, None, None, None);
        }
    }
    for action in facts.follow_up.iter_mut().chain(&mut facts.new_actions) {
        action.owners.clear();
        (action.due, action.note, action.days_late) = (None, None, None);
        (action.high_priority, action.proposed) = (false, false);
    }
    for approval in &mut facts.approvals {
        approval.corrections = None;
    }
    for next in &mut facts.next {
        (next.date, next.time, next.place, next.council) = (None, None, None, None);
        next.to_confirm.clear();
    }
    facts
}

fn session() -> SessionFacts {
    let some = || Some("texte".to_owned());
    SessionFacts {
        id: "2011-04-06".to_owned(),
        date: "mercredi 6 avril 2011".to_owned(),
        number: some(),
        purpose: some(),
        of_purpose: some(),
        time: some(),
        ends: some(),
        place: some(),
        chair: some(),
        secretary: some(),
        quorum: Some("reached".to_owned()),
    }
}

fn attendance() -> AttendanceFacts {
    let texts = || vec!["texte".to_owned()];
    AttendanceFacts {
        present: texts(),
        excused: texts(),
        absent: texts(),
        proxies: vec![ProxyFacts { from: "texte".to_owned(), to: "texte".to_owned() }],
        guests: texts(),
        residents: Some(2),
        invited: Some(2),
        channels: texts(),
        counts: Some(HeadcountFacts {
            present: Some(2),
            voters: Some(2),
            excused: Some(2),
            about: true,
            parts: texts(),
        }),
    }
}

fn outcome(kind: &str) -> OutcomeFacts {
    let some = || Some("texte".to_owned());
    OutcomeFacts {
        kind: kind.to_owned(),
        text: "texte".to_owned(),
        owners: vec!["texte".to_owned()],
        due: some(),
        ended: some(),
        result: some(),
        unanimous: true,
        votes: Some(VotesFacts { pro: 2, against: 1, abstained: 0 }),
        vote_mode: some(),
        asked: some(),
        amount: some(),
        condition: some(),
    }
}

fn action() -> ActionFacts {
    ActionFacts {
        title: "texte".to_owned(),
        owners: vec!["texte".to_owned()],
        due: Some("texte".to_owned()),
        status: "texte".to_owned(),
        note: Some("texte".to_owned()),
        days_late: Some(2),
        high_priority: true,
        proposed: true,
    }
}

/// Says whether a template may name this variable: `session.number`.
pub(super) fn knows(sample: &MinutesFacts, name: &str) -> bool {
    let facts = serde_json::to_value(sample).unwrap_or_default();
    let mut parts = name.split('.');
    parts.try_fold(&facts, |value, part| value.get(part)).is_some()
}

/// The names that a template may use at its top.
pub(super) fn names() -> Vec<String> {
    let facts = serde_json::to_value(minutes()).unwrap_or_default();
    facts.as_object().into_iter().flat_map(|fields| fields.keys().cloned()).collect()
}

/// The variable that was meant by one that is not given: the part that is wrong becomes the nearest that stands there.
pub(super) fn nearest(name: &str) -> Option<String> {
    let facts = serde_json::to_value(minutes()).unwrap_or_default();
    let mut value = Some(&facts);
    let mut meant: Vec<String> = Vec::new();
    for part in name.split('.') {
        let next = value.and_then(|value| value.get(part));
        meant.push(match (next, value) {
            (None, Some(value)) => nearest_of(part, value.as_object()?.keys().cloned().collect())?,
            // Right, or behind the part that was wrong.
            (Some(_), _) | (None, None) => part.to_owned(),
        });
        value = next;
    }
    Some(meant.join("."))
}

/// The same for a field of an item of a list, such as `topic.title`, whatever the item is called.
pub(super) fn nearest_field(name: &str) -> Option<String> {
    let (item, field) = name.rsplit_once('.')?;
    let mut names = Vec::new();
    collect(&serde_json::to_value(minutes()).unwrap_or_default(), &mut names);
    nearest_of(field.trim(), names).map(|field| format!("{item}.{field}"))
}

fn nearest_of(word: &str, known: Vec<String>) -> Option<String> {
    let most = (word.chars().count() / 3).max(1);
    let near = known.into_iter().map(|known| (strsim::damerau_levenshtein(word, &known), known));
    near.filter(|(distance, _)| *distance > 0 && *distance <= most).min().map(|(_, known)| known)
}

fn collect(value: &Value, names: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                names.push(name.clone());
                collect(value, names);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| collect(item, names)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}
