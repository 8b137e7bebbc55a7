//! The words of the record, as the files write them: what a column's values are chosen from.

use crate::model::{
    Asked, CostKind, CouncilKind, Mark, Mode, Position, Priority, Quorum, Reason, Review, Role, Sampling, SessionKind,
    SessionStatus, Status, VoteMode, VoteResult,
};

/// A value that is one of some words.
pub(super) trait Key: Copy + 'static {
    /// All of them, in their order.
    const ALL: &'static [Self];

    /// The word it is typed as.
    fn key(self) -> &'static str;
}

/// All the words of a kind of value.
pub(super) fn all<T: Key>() -> Vec<&'static str> {
    T::ALL.iter().map(|value| value.key()).collect()
}

macro_rules! keys {
    ($($of:ident { $($value:ident: $key:literal),+ $(,)? })+) => {$(
        impl Key for $of {
            const ALL: &'static [Self] = &[$(Self::$value),+];

            fn key(self) -> &'static str {
                match self {
                    $(Self::$value => $key,)+
                }
            }
        }
    )+};
}

keys! {
    Asked { Tenants: "tenants", Members: "members", Staff: "staff" }
    CostKind { Upkeep: "upkeep", Investment: "investment" }
    CouncilKind {
        ResidentsCouncil: "residents-council", Ccl: "ccl", Steering: "steering", Agenda21: "agenda-21", Other: "other",
    }
    Mark { Strength: "strength", Mixed: "mixed", Weakness: "weakness" }
    Mode { Paper: "paper", Phone: "phone", Online: "online", DoorToDoor: "door-to-door", Mixed: "mixed" }
    Position { Chair: "chair", Secretary: "secretary" }
    Priority { High: "high", Normal: "normal", Low: "low" }
    Quorum { Reached: "reached", NotReached: "not-reached" }
    Reason {
        NoRepresentation: "no-representation", UnconstructiveRepresentation: "unconstructive-representation",
        PlannedWorks: "planned-works", ChangedPractice: "changed-practice",
    }
    Review { Solved: "solved", Better: "better", Same: "same", Worse: "worse" }
    Role {
        Resident: "resident", Association: "association", Caretaker: "caretaker", Manager: "manager",
        Landlord: "landlord", Partner: "partner", Elected: "elected",
    }
    Sampling { Census: "census", Random: "random", Voluntary: "voluntary" }
    SessionKind {
        Diagnosis: "diagnosis", FollowUp: "follow-up", Works: "works", Evaluation: "evaluation", Other: "other",
    }
    SessionStatus { Planned: "planned", Held: "held", Cancelled: "cancelled" }
    Status {
        Proposed: "proposed", Planned: "planned", InProgress: "in-progress", OnHold: "on-hold", Done: "done",
        Declined: "declined", Dropped: "dropped",
    }
    VoteMode { Room: "room", Online: "online", Mail: "mail" }
    VoteResult { Adopted: "adopted", Rejected: "rejected", NoQuorum: "no-quorum" }
}

/// How a member stands towards a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Presence {
    Present,
    Excused,
    Absent,
    Represented,
}

/// What came of a topic.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Came {
    Information,
    Decision,
    Action,
    Postponed,
}

keys! {
    Presence { Present: "present", Excused: "excused", Absent: "absent", Represented: "represented" }
    Came { Information: "information", Decision: "decision", Action: "action", Postponed: "postponed" }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

    use super::*;
    use serde::de::DeserializeOwned;

    fn read_back<T: Key + DeserializeOwned>() {
        for value in T::ALL {
            let read: T = serde_json::from_value(value.key().into()).unwrap();
            assert_eq!(read.key(), value.key());
        }
    }

    #[test]
    fn every_word_is_read_as_the_value_it_is_written_for() {
        read_back::<Asked>();
        read_back::<CostKind>();
        read_back::<CouncilKind>();
        read_back::<Mode>();
        read_back::<Position>();
        read_back::<Priority>();
        read_back::<Quorum>();
        read_back::<Reason>();
        read_back::<Review>();
        read_back::<Role>();
        read_back::<Sampling>();
        read_back::<SessionKind>();
        read_back::<SessionStatus>();
        read_back::<Status>();
        read_back::<VoteMode>();
        read_back::<VoteResult>();
    }
}
