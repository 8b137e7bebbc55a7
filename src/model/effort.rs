//! What the sittings of the coaching pilot came to, added up: people and hours, with how many sittings say so.

use super::coaching::Sitting;
use super::count::Count;
use super::decimal::Decimal;

/// A sum over sittings, some of which may say nothing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Sum {
    /// The sum of what is said.
    pub total: Decimal,
    /// How many sittings say it.
    pub known: usize,
}

impl Sum {
    fn add(&mut self, number: Option<Decimal>) {
        let Some(number) = number else { return };
        // No pilot comes near the largest number there is.
        self.total = self.total.plus(number).unwrap_or(self.total);
        self.known += 1;
    }
}

/// What some sittings came to together.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Effort {
    /// How many there were.
    pub sittings: usize,
    /// The residents who came; one who came twice counts twice.
    pub residents: Sum,
    /// The staff who came; likewise.
    pub staff: Sum,
    /// The hours of staff time.
    pub hours: Sum,
}

impl Effort {
    /// Adds these sittings up.
    pub fn of<'a>(sittings: impl IntoIterator<Item = &'a Sitting>) -> Self {
        let mut effort = Self::default();
        for sitting in sittings {
            effort.sittings += 1;
            effort.residents.add(sitting.residents.and_then(whole));
            effort.staff.add(sitting.staff.and_then(whole));
            effort.hours.add(sitting.staff_hours);
        }
        effort
    }
}

fn whole(count: Count) -> Option<Decimal> {
    Decimal::new(i64::from(count.get()), 0)
}
