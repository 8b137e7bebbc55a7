//! The part of a session's file about who was invited and who came.

use super::count::Count;
use super::entries::{Entries, Values};
use super::list::List;
use super::text::Text;
use schemars::JsonSchema;
use serde::Deserialize;
use std::collections::HashSet;

/// Who was invited, and how.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Invitation {
    /// How many people or dwellings were invited.
    pub invited: Option<Count>,
    /// In which ways, by their ids in landlord.yaml.
    #[serde(default)]
    pub channels: List<Text>,
}

/// Who came.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Attendance {
    /// Members who came, by id.
    #[serde(default)]
    pub present: List<Text>,
    /// Members who excused themselves, by id.
    #[serde(default)]
    pub excused: List<Text>,
    /// Members who neither came nor excused themselves, by id.
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

    /// How many members are listed as present, each once.
    pub fn members_present(&self) -> u32 {
        counted(self.present.iter().map(Text::as_str).collect::<HashSet<_>>().len())
    }

    /// How many voices are borne for members who are not listed as present themselves.
    pub fn voices_borne(&self) -> u32 {
        counted(self.proxies.keys().filter(|giver| !self.present.iter().any(|name| name.as_str() == **giver)).count())
    }

    /// Says whether the numbers are an estimate, so that nothing is added up.
    pub fn is_estimate(&self) -> bool {
        self.counts.as_ref().and_then(|counts| counts.about) == Some(true)
    }

    /// Says whether everybody who was there is listed, as far as the numbers tell; not where nobody is.
    pub fn lists_all_present(&self) -> bool {
        let residents = self.residents.map_or(0, Count::get);
        let listed =
            [residents, counted(self.guests.len())].into_iter().fold(self.members_present(), u32::saturating_add);
        let all = self.counts.as_ref().and_then(|counts| counts.present);
        !self.present.is_empty() && !self.is_estimate() && all.is_none_or(|all| all.get() <= listed)
    }

    /// How many of those present could vote, as far as is known: the voters, else all who were there, else the members
    /// and the residents; `None` where nobody says.
    pub fn voters_present(&self) -> Option<u32> {
        let listed = self.members_present().saturating_add(self.residents.map_or(0, Count::get));
        let counts = self.counts.as_ref();
        let voters = counts.and_then(|counts| counts.voters).map(Count::get);
        let present = counts.and_then(|counts| counts.present).map(|present| present.get().max(listed));
        let listed = (!self.present.is_empty() || self.residents.is_some()).then_some(listed);
        voters.or(present).or(listed)
    }
}

fn counted(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

/// A voice given to another member.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Proxy {
    /// The member who bears it.
    pub to: Text,
}

/// Attendance known as numbers.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Headcount {
    /// All who were there, those listed included.
    pub present: Option<Count>,
    /// Of those, who could vote.
    pub voters: Option<Count>,
    /// Who excused themselves.
    pub excused: Option<Count>,
    /// Whether it is an estimate: then nothing is added up.
    pub about: Option<bool>,
    /// Of those present, by group, in the users' own words.
    #[serde(default)]
    pub parts: Values<Count, String>,
}

/// Whether enough came to decide.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Quorum {
    /// Enough.
    Reached,
    /// Not enough.
    NotReached,
}
