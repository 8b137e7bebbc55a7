//! Problems of what the record says of people: who bore whose voice, who sat when, whose name may stand there.

use crate::model::Period;

/// Problems of what the record says of people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum People {
    /// A voice given to somebody who was not there.
    ProxyAbsent {
        /// The member who gave it.
        giver: String,
        /// The member who should have borne it.
        bearer: String,
        /// The list that the bearer stands in, where it is not only missing among those present.
        list: Option<&'static str>,
    },
    /// Two terms of office of a member at once.
    MandatesOverlap {
        /// The member.
        member: String,
        /// The beginning of the later term, where it has one.
        since: Option<Period>,
        /// The end of the earlier one, where it has one.
        until: Option<Period>,
    },
    /// A resident named without consent.
    NameWithoutConsent {
        /// The member's id.
        member: String,
        /// Why there is none.
        lack: Lack,
    },
}

/// Why there is no consent to a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lack {
    /// Nobody wrote that it was given.
    NeverGiven,
    /// It was withdrawn.
    Withdrawn(Period),
}
