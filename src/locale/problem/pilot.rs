//! Problems of what the record says of the coaching pilot.

use crate::model::{Period, StageStatus};

/// Problems of what the record says of the coaching pilot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pilot {
    /// Not two or three sites once they are chosen.
    TooManySites {
        /// How many there are.
        sites: usize,
    },
    /// A site that was never considered.
    SiteNotCandidate {
        /// The residence's id.
        site: String,
        /// The residences that were considered.
        candidates: Vec<String>,
    },
    /// A stage ahead of the one before it.
    StagesOutOfOrder {
        /// Its key.
        stage: &'static str,
        /// The key of the one it should follow; its own where it ends before it begins.
        before: &'static str,
        /// In what it is ahead.
        order: StageOrder,
    },
}

/// In what a stage is ahead of one that it should follow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StageOrder {
    /// It is further on.
    Status {
        /// How far it is.
        stage: StageStatus,
        /// How far the other one is.
        before: StageStatus,
    },
    /// It begins earlier.
    Begins {
        /// When it begins.
        stage: Period,
        /// When the other one does.
        before: Period,
    },
    /// It ends earlier.
    Ends {
        /// When it ends.
        stage: Period,
        /// When the other one does.
        before: Period,
    },
    /// It ends before it begins.
    Backwards {
        /// When it begins.
        from: Period,
        /// When it ends.
        to: Period,
    },
}
