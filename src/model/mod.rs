//! The kinds of file of a record, as plain typed structs, and the values they are made of.
//!
//! One file a kind of record (landlord, charter, coaching, council, session, plan, survey) and one a value. Methods
//! answer the domain's own questions; nothing here reads a file or knows a rule.

mod action;
mod attendance;
mod charter;
mod coaching;
mod council;
mod count;
mod date;
mod decimal;
mod described;
mod digits;
mod document_kind;
mod effort;
mod entries;
mod from_text;
mod id;
mod landlord;
mod language;
mod list;
mod meant;
mod money;
mod period;
mod plan;
mod residence;
mod session;
mod session_id;
mod survey;
mod text;
mod time;
mod topic;

pub use action::{Action, ActionState, Status, Update};
pub use attendance::{Attendance, Headcount, Invitation, Proxy, Quorum};
pub use charter::{Charter, Commitment, Measure, Signature, Validity};
pub use coaching::{
    Audience, Candidate, Coaching, Lesson, Level, Module, ModuleState, Sitting, Stage, StageName, StageStatus, Stages,
    Tender, Verdict,
};
pub use council::{
    Closure, Consent, Council, CouncilKind, FirstNumber, Group, Mandate, Member, NeighbourhoodCharter, Position,
    Publication, Reason, Role, Target,
};
pub use count::{Count, CountError};
pub use date::{Date, DateError};
pub use decimal::{Decimal, DecimalError};
pub use described::WrittenFile;
pub use document_kind::DocumentKind;
pub use effort::{Effort, Sum};
pub use entries::{Entries, Values};
pub(crate) use from_text::from_text;
pub use id::Id;
pub use landlord::{
    Asked, Association, CarriedOver, Contact, Engagement, Grant, GrantParts, Landlord, Means, Partner, Question, Theme,
    Unit, Year,
};
pub use language::{Language, LanguageError};
pub use list::{List, OneOrMany};
pub use meant::date_meant;
pub use money::{Euros, MoneyError};
pub use period::{Period, PeriodError, TypedPeriod};
pub use plan::{Axis, Cost, CostKind, Money, Plan, Priority, Works};
pub use residence::{Eligibility, Project, ProjectKind, Representation, Residence};
pub use session::{Approval, Diagnosis, Erratum, Mark, Next, Review, Session, SessionKind, SessionStatus, ToConfirm};
pub use session_id::{SessionId, SessionIdError};
pub use survey::{Answers, Method, Mode, Reported, ReportedFigure, Sampling, Survey};
pub use text::Text;
pub use time::{Time, TimeError};
pub use topic::{Outcome, OutcomeKind, Topic, VoteMode, VoteResult, Votes};
