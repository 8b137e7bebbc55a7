//! Promises of the charter and of the landlord, measured on a council's year: *tenu*, *non tenu* or *non mesurable*.
//!
//! What counts, and when a year can be judged, is said at each measure of [`measured`]. Reports and tables are made from
//! it.

mod promise;

pub use promise::{Origin, Promise, promises};

use crate::model::{
    Action, Charter, Date, Decimal, Engagement, Landlord, Measure, Period, Session, SessionId, Signature, Status,
};
use crate::record::CouncilRecord;
use crate::satisfaction::series;
use crate::statistics::Proportion;

/// What may be said of a promise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// It was kept.
    Kept,
    /// It was broken.
    Broken,
    /// Neither can be said.
    Unmeasured(Why),
}

/// Why a promise cannot be measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Why {
    /// Nothing to measure it by is declared.
    NoMeasure,
    /// No session was held, no question asked, no action due: it never came to the test.
    NothingToMeasure,
    /// It can still go either way.
    NotOver,
    /// It held for a part of the year only, or the council was there for a part of it.
    PartOfTheYear,
    /// A date that decides is only known to a month or so.
    Imprecise,
}

/// The figure that a verdict rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Figure {
    /// Of the sessions held, those whose minutes were published in time.
    Minutes {
        /// The days promised.
        within: u32,
        /// How they fared.
        tally: Tally,
    },
    /// The sessions held.
    Sessions {
        /// How many.
        held: u32,
        /// How many were promised.
        wanted: u32,
    },
    /// The score of the year's last wave.
    Score {
        /// The wave.
        wave: Period,
        /// The score's numbers.
        proportion: Proportion,
        /// The score promised, in per cent.
        wanted: Decimal,
    },
    /// Of the actions due, those that were done in time.
    Actions {
        /// How they fared.
        tally: Tally,
        /// The share promised, in per cent.
        wanted: Decimal,
    },
}

/// How the cases of a promise fared.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// In time.
    pub kept: u32,
    /// Too late, or not at all and the time is over.
    pub missed: u32,
    /// The time is not over.
    pub pending: u32,
    /// A date is not known to the day, and could be on either side.
    pub unsure: u32,
}

/// A promise, measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Measured {
    /// What may be said of it.
    pub verdict: Verdict,
    /// The figure; nothing where there is none.
    pub figure: Option<Figure>,
}

/// The days of a year that a promise is measured on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// The year.
    pub year: i32,
    /// The first of its days that count.
    first: Date,
    /// The last of them; before the first where none counts.
    last: Date,
}

impl Span {
    /// The whole year.
    pub fn year(year: i32) -> Self {
        let span = Period::Year(year);
        Self { year, first: span.first(), last: span.last() }
    }

    /// The days from a period's first to another's last; without one, that end is left as it is.
    #[must_use]
    pub fn within(self, from: Option<Period>, until: Option<Period>) -> Self {
        let first = from.map_or(self.first, |from| self.first.max(from.first()));
        let last = until.map_or(self.last, |until| self.last.min(until.last()));
        Self { first, last, ..self }
    }

    /// Says whether no day counts: the promise did not hold that year.
    pub fn is_empty(self) -> bool {
        self.last < self.first
    }

    fn is_whole(self) -> bool {
        self == Self::year(self.year)
    }

    fn contains(self, day: Date) -> bool {
        self.first <= day && day <= self.last
    }

    /// Says whether its last day has passed.
    fn is_over(self, day: Date) -> bool {
        self.last < day
    }
}

impl Tally {
    fn add(&mut self, case: Case) {
        let count = match case {
            Case::Kept => &mut self.kept,
            Case::Missed => &mut self.missed,
            Case::Pending => &mut self.pending,
            Case::Unsure => &mut self.unsure,
        };
        *count = count.saturating_add(1);
    }

    /// All the cases.
    pub fn total(self) -> u32 {
        self.kept.saturating_add(self.missed).saturating_add(self.pending).saturating_add(self.unsure)
    }
}

/// How one case of a promise fared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Case {
    Kept,
    Missed,
    Pending,
    Unsure,
}

impl Case {
    /// Something that was to be done by the end of a day, and was done in this period: one that holds days on both sides
    /// says nothing.
    fn done(in_period: Period, by: Date) -> Self {
        if in_period.last() <= by {
            Self::Kept
        } else if in_period.first() > by {
            Self::Missed
        } else {
            Self::Unsure
        }
    }

    /// Something that was to be done by the end of a day, and is not.
    fn open(by: Date, day: Date) -> Self {
        if by < day { Self::Missed } else { Self::Pending }
    }
}

/// The days of a year on which a charter's commitments hold: its term, `valid`; where it has none, from the landlord's
/// dated signature on.
pub fn charter_span(charter: &Charter, year: i32) -> Span {
    let (from, until) = charter_term(charter);
    Span::year(year).within(from, until)
}

/// Since when and until when the charter's commitments hold.
pub fn charter_term(charter: &Charter) -> (Option<Period>, Option<Period>) {
    let signed = match charter.signatures.get("landlord") {
        Some(Signature::In(period)) => Some(*period),
        Some(Signature::Undated) | None => None,
    };
    let term = charter.valid.as_ref();
    (term.and_then(|term| term.from).or(signed), term.and_then(|term| term.until))
}

/// The days of a year on which an engagement of the landlord's holds: those since it was made.
pub fn engagement_span(engagement: &Engagement, year: i32) -> Span {
    Span::year(year).within(engagement.since, None)
}

/// Measures a promise on a council, as far as the record knows on a day.
///
/// Only days on which both the promise and the council were there count: a council is there from `created` (from its last
/// day, where that is a month or a year), else from its first session, until it was closed. What was recorded after `day`
/// is not known yet.
///
/// - `minutes_within_days: d`: the sessions held on these days. One is in time when it was `published` on the d-th day
///   after its own or earlier; missed when later, or when that day is over and nothing is published. Kept: all in time
///   and the span over. Broken: one missed, be the year over or not.
/// - `sessions_per_year: n`: the sessions held on these days. Kept as soon as there are n. Broken: fewer, the year over,
///   and the span the whole year.
/// - `question` with `at_least: p`: the last wave that ends on these days and has answers to it. Kept where the score,
///   unrounded, is p or more, else broken. Figures whose base is unknown are no answers.
/// - `actions_on_time: p`: the actions that came due on these days. Judged once the span is over: kept where the share done
///   in time is p or more, cases that are unsure or pending counted against it; broken where it is less with these
///   counted for it. An action comes due once, on the last day of its first due date that was still in force when that
///   day was over, or when the action was done. A date that was moved in time, recorded on its last day or before, is
///   not held against anybody; one that was moved once it had passed is. An action that was on hold, only proposed,
///   refused or given up on that day was not due then: the next date counts, if there is one. It is done in the period
///   in which it `happened`, else on the day that was recorded; the first time counts.
pub fn measured(
    measure: Option<&Measure>,
    span: Span,
    landlord: &Landlord,
    files: &CouncilRecord,
    day: Date,
) -> Measured {
    let Some(measure) = measure else { return Measured { verdict: Verdict::Unmeasured(Why::NoMeasure), figure: None } };
    let there = presence(span, files);
    match measure {
        Measure::MinutesWithinDays(days) => minutes(there, files, days.get(), day),
        Measure::SessionsPerYear(sessions) => sessions_held(there, files, sessions.get(), day),
        Measure::Question { question, at_least } => score(span, landlord, files, (question, *at_least), day),
        Measure::ActionsOnTime(share) => actions(there, files, *share, day),
    }
}

/// The days of a span on which a council was there.
fn presence(span: Span, files: &CouncilRecord) -> Span {
    let (created, until) = lifetime(files);
    span.within(created.map(Period::Day), until.map(Period::Day))
}

/// The first and the last day of a council, as far as the record tells.
fn lifetime(files: &CouncilRecord) -> (Option<Date>, Option<Date>) {
    let council = files.council.value();
    let mut held = files.held().map(|(id, _)| id.date);
    let created = council.and_then(|council| council.created).map(Period::last).or_else(|| held.next());
    let closed = council.and_then(|council| council.closed.as_ref());
    let until = closed.and_then(|closed| match closed.date {
        Some(date) => Some(date.first().plus_days(-1)),
        None => files.held().last().map(|(id, _)| id.date),
    });
    (created, until)
}

fn minutes(span: Span, files: &CouncilRecord, within: u32, day: Date) -> Measured {
    let mut tally = Tally::default();
    for (id, session) in files.held().filter(|(id, _)| span.contains(id.date) && id.date <= day) {
        tally.add(publication(session, id.date.plus_days(i64::from(within)), day));
    }
    let verdict = match tally {
        Tally { missed: 1.., .. } => Verdict::Broken,
        Tally { unsure: 1.., .. } => Verdict::Unmeasured(Why::Imprecise),
        Tally { pending: 1.., .. } => Verdict::Unmeasured(Why::NotOver),
        _ if !span.is_empty() && !span.is_over(day) => Verdict::Unmeasured(Why::NotOver),
        Tally { kept: 1.., .. } => Verdict::Kept,
        Tally { kept: 0, .. } => Verdict::Unmeasured(Why::NothingToMeasure),
    };
    Measured { verdict, figure: (tally.total() > 0).then_some(Figure::Minutes { within, tally }) }
}

/// The first session of a span whose minutes were not published within so many days.
pub fn first_late(span: Span, files: &CouncilRecord, within: u32, day: Date) -> Option<SessionId> {
    let there = presence(span, files);
    let mut counted = files.held().filter(|(id, _)| there.contains(id.date) && id.date <= day);
    let is_late = |(id, session): &(SessionId, &Session)| {
        publication(session, id.date.plus_days(i64::from(within)), day) == Case::Missed
    };
    counted.find(is_late).map(|(id, _)| id)
}

/// How a session's minutes fared. Those that are said to be published after `day` are not yet.
fn publication(session: &Session, by: Date, day: Date) -> Case {
    match session.published.filter(|published| published.first() <= day) {
        Some(published) => Case::done(published, by),
        None => Case::open(by, day),
    }
}

fn sessions_held(span: Span, files: &CouncilRecord, wanted: u32, day: Date) -> Measured {
    let held = files.held().filter(|(id, _)| span.contains(id.date) && id.date <= day).count();
    let held = u32::try_from(held).unwrap_or(u32::MAX);
    let verdict = if held >= wanted {
        Verdict::Kept
    } else if span.is_empty() {
        Verdict::Unmeasured(Why::NothingToMeasure)
    } else if !span.is_over(day) {
        Verdict::Unmeasured(Why::NotOver)
    } else if span.is_whole() {
        Verdict::Broken
    } else {
        Verdict::Unmeasured(Why::PartOfTheYear)
    };
    Measured { verdict, figure: (!span.is_empty()).then_some(Figure::Sessions { held, wanted }) }
}

fn score(
    span: Span,
    landlord: &Landlord,
    files: &CouncilRecord,
    (question, wanted): (&str, Decimal),
    day: Date,
) -> Measured {
    let series = series(landlord, files).into_iter().find(|series| series.question == question);
    let waves = series.map(|series| series.waves).unwrap_or_default().into_iter();
    let wave = waves
        .filter(|wave| span.contains(wave.period.last()) && wave.period.first() <= day)
        .filter_map(|wave| Some((wave.proportion.percent()?, wave)))
        .next_back();
    let Some((percent, wave)) = wave else {
        let why = if span.is_over(day) { Why::NothingToMeasure } else { Why::NotOver };
        return Measured { verdict: Verdict::Unmeasured(why), figure: None };
    };
    // Both are the floating-point numbers nearest to the exact ones, so that equal scores compare as equal.
    let verdict = if percent >= wanted.as_f64() { Verdict::Kept } else { Verdict::Broken };
    let figure = Figure::Score { wave: wave.period, proportion: wave.proportion, wanted };
    Measured { verdict, figure: Some(figure) }
}

fn actions(span: Span, files: &CouncilRecord, wanted: Decimal, day: Date) -> Measured {
    let mut tally = Tally::default();
    for (_, action) in files.actions().filter(|(_, action)| action.is_decided_by(day)) {
        if let Some((_, case)) = due(action, day).filter(|(by, _)| span.contains(*by)) {
            tally.add(case);
        }
    }
    let share = |kept: u32| 100.0 * f64::from(kept) / f64::from(tally.total());
    let most = tally.kept.saturating_add(tally.unsure).saturating_add(tally.pending);
    let verdict = if !span.is_empty() && !span.is_over(day) {
        Verdict::Unmeasured(Why::NotOver)
    } else if tally.total() == 0 {
        Verdict::Unmeasured(Why::NothingToMeasure)
    } else if share(tally.kept) >= wanted.as_f64() {
        Verdict::Kept
    } else if share(most) < wanted.as_f64() {
        Verdict::Broken
    } else if tally.pending > 0 {
        Verdict::Unmeasured(Why::NotOver)
    } else {
        Verdict::Unmeasured(Why::Imprecise)
    };
    Measured { verdict, figure: (tally.total() > 0).then_some(Figure::Actions { tally, wanted }) }
}

/// The day by which an action came due, and how it fared.
fn due(action: &Action, day: Date) -> Option<(Date, Case)> {
    let updates = action.updates.iter().filter(|update| update.date <= day);
    let done = updates.clone().find(|update| update.status == Some(Status::Done));
    let done = done.map(|update| update.happened.unwrap_or(Period::Day(update.date)));
    let later: Vec<(Date, Period)> =
        updates.filter_map(|update| Some((update.date, update.due.as_ref()?.period))).collect();
    let first = action.due.as_ref().map(|due| due.period);
    let dates = first.into_iter().chain(later.iter().map(|(_, due)| *due));
    let skipped = usize::from(first.is_none());
    dates.enumerate().find_map(|(place, period)| {
        let by = period.last();
        let moved = later.get(place + skipped).map(|(moved, _)| *moved);
        let is_done = |until: Date| done.is_some_and(|done| done.last() <= until);
        if moved.is_some_and(|moved| moved <= by && !is_done(moved)) {
            return None;
        }
        let case = match done {
            Some(done) => Case::done(done, by),
            None => Case::open(by, day),
        };
        let was_expected = match case {
            Case::Kept | Case::Unsure => true,
            Case::Missed => action.state_on(by).is_pending(),
            Case::Pending => action.state_on(day).is_pending(),
        };
        was_expected.then_some((by, case))
    })
}
