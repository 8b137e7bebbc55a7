//! `<council>/sessions/<date>.yaml` for a session to come: what was announced, who may come, what waits.

use super::remark::remark;
use super::survey::{dwellings, title};
use super::{Choice, Wording, with_schema, wording};
use crate::document::{put_off, unapproved, unsolved};
use crate::locale::{date, date_with_weekday, words};
use crate::model::{
    Action, Council, Date, Landlord, Language, Member, Next, Period, Position, Publication, SessionId, Text,
    WrittenFile,
};
use crate::record::{CouncilRecord, Record};
use crate::yaml::scalar;
use serde::Serialize;

const WORDING: Wording = wording!("session.yaml");

/// How many days after a session the one that an example announces lies.
const NEXT_IN_DAYS: i64 = 90;

/// What a session that others have held already is begun with.
#[derive(Debug, Clone, Default)]
pub struct Preset {
    /// What is said at the head of the file.
    pub remarks: Vec<String>,
    /// What kind of session it is, as a record writes it.
    pub kind: Option<&'static str>,
    /// What for.
    pub purpose: Option<String>,
    /// What is to be treated.
    pub points: Vec<PresetPoint>,
}

/// A point of such a session, which the landlord asks for.
#[derive(Debug, Clone)]
pub struct PresetPoint {
    /// Its title.
    pub title: String,
    /// What is known of it: Markdown of several lines.
    pub discussion: Option<String>,
}

#[derive(Serialize)]
struct Facts {
    remarks: Vec<String>,
    kind: Option<&'static str>,
    purpose: Option<String>,
    points: Vec<PointFacts>,
    council: String,
    date: String,
    announced_by: Option<String>,
    to_confirm: Vec<&'static str>,
    time: Option<String>,
    place: Option<String>,
    last_time: Option<String>,
    last_place: Option<String>,
    chair: Option<String>,
    secretary: Option<String>,
    dwellings: Option<u32>,
    channels: Vec<Choice>,
    members: Vec<Choice>,
    approves_minutes: bool,
    approvals: Vec<Choice>,
    findings: Vec<Choice>,
    axes: Vec<String>,
    topics: Vec<TopicFacts>,
    partners: Vec<Choice>,
    next_date: String,
    next_week: String,
}

/// A point that is treated.
#[derive(Serialize)]
struct PointFacts {
    title: String,
    discussion: Vec<String>,
}

/// A point that waits to be treated, and why.
#[derive(Serialize)]
struct TopicFacts {
    why: String,
    title: String,
    axis: Option<String>,
    action: Option<String>,
}

/// The date that was announced for the next session: a single day, after the last one held, without a session yet.
pub fn announced_date(files: &CouncilRecord) -> Option<Date> {
    let last = files.held().last().map(|(id, _)| id.date);
    let (_, announced) = latest_announcement(files, None)?;
    let days = announced.into_iter().filter_map(|next| match next.date? {
        Period::Day(day) => Some(day),
        _ => None,
    });
    let is_free = |day: &Date| {
        last.is_none_or(|last| last < *day) && files.listing.sessions.iter().all(|session| session.date != *day)
    };
    days.filter(is_free).min()
}

/// The period, longer than a day, that was announced for the next session and is not over on this day.
pub fn announced_period(files: &CouncilRecord, day: Date) -> Option<Period> {
    let (_, announced) = latest_announcement(files, None)?;
    let spans = announced.into_iter().filter_map(|next| next.date);
    spans.filter(|span| !matches!(span, Period::Day(_)) && day <= span.last()).min()
}

/// What the latest session that announced anything of this council announced, and that session.
fn latest_announcement(files: &CouncilRecord, before: Option<Date>) -> Option<(SessionId, Vec<&Next>)> {
    let sessions: Vec<_> = files.readable_sessions().collect();
    let mut earlier = sessions.into_iter().rev().filter(|(id, _)| before.is_none_or(|before| id.date < before));
    earlier.find_map(|(id, session)| {
        let own: Vec<&Next> = session.next.iter().filter(|next| next.council.is_none()).collect();
        (!own.is_empty()).then_some((id, own))
    })
}

/// The text of a new session's file.
pub fn session(record: &Record, files: &CouncilRecord, id: SessionId) -> String {
    session_with(record, files, id, &Preset::default())
}

/// The same, begun with this.
pub fn session_with(record: &Record, files: &CouncilRecord, id: SessionId, preset: &Preset) -> String {
    let language = record.language();
    let landlord = record.landlord.value();
    let council = files.council.value();
    let announcement = latest_announcement(files, Some(id.date)).and_then(|(by, announced)| {
        let named = announced.iter().find(|next| next.date.is_some_and(|span| span.contains(id.date)));
        let next = named.or_else(|| announced.iter().find(|next| next.date.is_none()))?;
        Some((by, *next))
    });
    let next = announcement.map(|(_, next)| next);
    let last = files.held().filter(|(earlier, _)| *earlier < id).last().map(|(_, session)| session);
    let holder = |position| council.and_then(|council| holder(council, position, id.date));
    let facts = Facts {
        remarks: preset.remarks.iter().map(|text| remark(text)).collect(),
        kind: preset.kind,
        purpose: preset.purpose.as_deref().map(scalar),
        points: preset.points.iter().map(point).collect(),
        council: title(files),
        date: date_with_weekday(id.date, language),
        announced_by: announcement
            .filter(|(_, next)| next.date.is_some())
            .map(|(by, _)| date_with_weekday(by.date, language)),
        to_confirm: next
            .map(|next| next.to_confirm.iter().map(|what| words::to_settle(*what, language)).collect())
            .unwrap_or_default(),
        time: next.and_then(|next| next.time).map(|time| time.to_string()),
        place: next.and_then(|next| next.place.as_deref()).map(scalar),
        last_time: last.and_then(|last| last.time).map(|time| time.to_string()),
        last_place: last.and_then(|last| last.place.as_deref()).map(scalar),
        chair: holder(Position::Chair),
        secretary: holder(Position::Secretary),
        dwellings: landlord.and_then(|landlord| dwellings(landlord, files)),
        channels: landlord
            .map(|landlord| landlord.mobilisation.iter().map(|(id, means)| Choice::new(id, &means.name)).collect())
            .unwrap_or_default(),
        members: council.map(|council| members(council, landlord, id.date, language)).unwrap_or_default(),
        approves_minutes: council.is_none_or(Council::approves_minutes),
        approvals: approvals(files, id, language),
        findings: findings(files, id),
        axes: axes(files),
        topics: topics(files, id, language),
        partners: council.map(|council| partners(council, landlord)).unwrap_or_default(),
        next_date: id.date.plus_days(NEXT_IN_DAYS).to_string(),
        next_week: id.date.plus_days(7).to_string(),
    };
    with_schema(&record.store, WrittenFile::Session, &WORDING.filled(&facts, language))
}

/// A point, with what is said of it line by line: none begins with a blank, by which it would be read as another one.
fn point(point: &PresetPoint) -> PointFacts {
    let discussion = point.discussion.as_deref().unwrap_or_default().trim();
    PointFacts { title: scalar(&point.title), discussion: discussion.lines().map(str::to_owned).collect() }
}

fn holder(council: &Council, position: Position, day: Date) -> Option<String> {
    let mut members = council.members.iter();
    let holds = |member: &Member| member.position == Some(position) && member.sits_on(day);
    members.find(|(_, member)| holds(member)).map(|(id, _)| id.to_string())
}

/// The members who sit on this day, with who they are as far as their consent lets it stand there.
fn members(council: &Council, landlord: Option<&Landlord>, day: Date, language: Language) -> Vec<Choice> {
    let who = |member: &Member| {
        let role = words::role(member.role, 1, language);
        let mut who = member.public_name(Publication::Minutes, day).map_or(role, |name| name.as_str()).to_owned();
        if let Some(id) = &member.association {
            let known = landlord.and_then(|landlord| landlord.associations.get(id.as_str()));
            let name = known.map_or(id.as_str(), |association| association.name.as_str());
            who = format!("{who} ({name})");
        }
        match member.position {
            Some(position) => format!("{who}, {}", words::position(position, language)),
            None => who,
        }
    };
    let sitting = council.members.iter().filter(|(_, member)| member.sits_on(day));
    sitting.map(|(id, member)| Choice::new(id, &who(member))).collect()
}

fn partners(council: &Council, landlord: Option<&Landlord>) -> Vec<Choice> {
    let name = |id: &str| landlord.and_then(|landlord| landlord.partners.get(id)).map(|partner| &partner.name);
    council.partners.iter().map(|id| Choice::new(id, name(id).unwrap_or(id))).collect()
}

/// The held sessions whose minutes wait for approval.
fn approvals(files: &CouncilRecord, id: SessionId, language: Language) -> Vec<Choice> {
    let waiting = unapproved(files, id).into_iter();
    waiting.map(|held| Choice::new(&held, &date_with_weekday(held.date, language))).collect()
}

/// The earlier findings that are to be got over, and were not found to be so.
fn findings(files: &CouncilRecord, id: SessionId) -> Vec<Choice> {
    unsolved(files, id).into_iter().map(|(finding, _, text)| Choice::new(&finding, text)).collect()
}

fn axes(files: &CouncilRecord) -> Vec<String> {
    let axes = files.plan().into_iter().flat_map(|plan| &plan.axes);
    axes.map(|(id, axis)| format!("{id} ({})", remark(&axis.title))).collect()
}

/// What was put off to this session, then the actions to look at again.
fn topics(files: &CouncilRecord, id: SessionId, language: Language) -> Vec<TopicFacts> {
    let points = put_off(files, id).into_iter().map(|(by, topic)| TopicFacts {
        why: language.put_off_at(&date(by.date, language)),
        title: scalar(&topic.title),
        axis: topic.axis.as_ref().map(ToString::to_string),
        action: None,
    });
    let mut topics: Vec<TopicFacts> = points.collect();
    topics.extend(files.actions().filter_map(|(action_id, action)| {
        Some(TopicFacts {
            why: why_now(action, id.date, language)?,
            title: scalar(&action.title),
            axis: action.axis.as_ref().map(ToString::to_string),
            action: Some(action_id.to_string()),
        })
    }));
    topics
}

/// Why an open action is to be looked at on this day: its review has begun, or it is late; never before its review.
fn why_now(action: &Action, day: Date, language: Language) -> Option<String> {
    let state = action.state_on(day);
    if state.status.is_ended() {
        return None;
    }
    let owners: Vec<&str> = state.owner.iter().map(Text::as_str).collect();
    match action.review {
        Some(review) if review.first() > day => None,
        Some(review) => Some(language.to_review(review, &owners)),
        None => state.days_late_on(day).and(state.due).map(|due| language.is_overdue(due, &owners)),
    }
}
