//! Problems of figures that cannot be true together: heads, voices, answers, euros.

use crate::model::{CostKind, Euros};

/// Problems of figures that cannot be true together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Figures {
    /// More voices than people who could vote.
    VotesExceedPresent {
        /// How many voices were counted.
        votes: u32,
        /// How many there could be at most.
        possible: u32,
        /// How many of those by proxy.
        proxies: u32,
    },
    /// More answers than there are dwellings.
    AnswersExceedDwellings {
        /// The question's id.
        question: String,
        /// How many answers.
        answers: u32,
        /// How many dwellings.
        dwellings: u32,
        /// Whether the dwellings are those of the landlord's file.
        of_residence: bool,
    },
    /// Two counts that do not fit.
    CountsDoNotAdd(Misfit),
    /// An amount larger than the one it should come to at most.
    CostShrinksUpward {
        /// What the expense is for.
        label: String,
        /// The key of the larger step: `invoiced`, `paid`.
        step: &'static str,
        /// Its amount.
        amount: Euros,
        /// The key of the step before: `committed`, `invoiced`.
        before: &'static str,
        /// Its amount.
        amount_before: Euros,
    },
    /// The expense that takes more from a grant than is left of it.
    GrantExceeded {
        /// The unit's id.
        unit: String,
        /// The grant's year.
        year: i32,
        /// The part of the grant; `None` for the whole.
        kind: Option<CostKind>,
        /// The grant, with what was carried over.
        granted: Euros,
        /// What all expenses of the year come to.
        spent: Euros,
    },
}

/// Two counts that do not fit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Misfit {
    /// Those present by group, against all who were present.
    Parts {
        /// The sum of the groups.
        sum: u64,
        /// All who were present.
        present: u32,
    },
    /// More voters than people present.
    Voters {
        /// The voters.
        voters: u32,
        /// All who were present.
        present: u32,
    },
    /// More people listed than were present in all.
    Listed {
        /// Those listed.
        listed: u32,
        /// All who were present.
        present: u32,
    },
    /// More answers to a question than forms.
    Answers {
        /// The question's id.
        question: String,
        /// Its answers.
        answers: u32,
        /// The key of the forms: `returned`, `questioned`.
        key: &'static str,
        /// How many there are.
        count: u32,
    },
    /// More forms at one step of a survey than at the one before.
    Forms {
        /// The key of the larger count: `returned`, `questioned`.
        key: &'static str,
        /// The larger count.
        count: u32,
        /// The key that it may not exceed: `questioned`, `dwellings`.
        most_key: &'static str,
        /// The smaller count.
        most: u32,
    },
}
