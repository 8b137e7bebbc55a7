//! The part of a session's file about who was invited and who came.

use super::count::Count;
use super::entries::{Entries, Values};
use super::list::List;
use super::text::Text;
use serde::Deserialize;

/// Who was invited.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Invitation {
    /// How many.
    pub invited: Option<Count>,
    /// In which ways, by id.
    #[serde(default)]
    pub channels: List<Text>,
}

/// Who came.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Attendance {
    /// Members who came.
    #[serde(default)]
    pub present: List<Text>,
    /// Members who excused themselves.
    #[serde(default)]
    pub excused: List<Text>,
    /// Members who did not.
    #[serde(default)]
    pub absent: List<Text>,
    /// Members who gave another one their voice.
    #[serde(default)]
    pub proxies: Entries<Proxy, String>,
    /// Guests, as they are to be named.
    #[serde(default)]
    pub guests: List<Text>,
    /// How many residents came without being members.
    pub residents: Option<Count>,
    /// What is known as numbers only.
    pub counts: Option<Headcount>,
}

impl Attendance {
    /// Says whether nothing of it is filled in.
    pub fn is_blank(&self) -> bool {
        let lists = [&self.present, &self.excused, &self.absent, &self.guests];
        lists.iter().all(|list| list.is_empty())
            && self.proxies.is_empty()
            && self.residents.is_none()
            && self.counts.is_none()
    }
}

/// A voice given to another member.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Proxy {
    /// The member who bears it.
    pub to: Text,
}

/// Attendance known as numbers.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Headcount {
    /// All who were there, those listed included.
    pub present: Option<Count>,
    /// Of those, who could vote.
    pub voters: Option<Count>,
    /// Who excused themselves.
    pub excused: Option<Count>,
    /// An estimate: nothing is added up.
    pub about: Option<bool>,
    /// Of those present, by group, in the users' own words.
    #[serde(default)]
    pub parts: Values<Count, String>,
}

/// Whether enough came to decide.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Quorum {
    /// Enough.
    Reached,
    /// Not enough.
    NotReached,
}
