//! The grants of each year and unit: what was given, what was spent, what is left, by part.

use super::{Budget, Cell, Column, Look, Sums, Width, column, note, number, year};
use crate::budget::{Amounts, PARTS};
use crate::locale;
use crate::model::{Euros, Grant, Id, Language, Year};
use crate::table::{Row, Table, Title, Tone};
use serde::Serialize;
use std::collections::BTreeSet;

/// The grants, a block of lines each; of a year in which several units have one, all together as well.
#[derive(Debug, Clone, Copy)]
pub struct Grants<'a>(pub &'a Budget);

#[derive(Serialize)]
struct Object<'a> {
    year: Option<i32>,
    /// Nothing for the sum of all units, and for what is spent by councils of none.
    unit: Option<&'a str>,
    all_units: bool,
    line: &'static str,
    upkeep: Option<f64>,
    investment: Option<f64>,
    /// What is granted, carried over or spent without a kind.
    whole: Option<f64>,
    total: f64,
}

impl Table for Grants<'_> {
    fn title(&self, look: &Look<'_>) -> Option<Title> {
        let text = match look.language {
            Language::French => "Dotations",
            Language::English => "Grants",
        };
        Some(Title { name: "grants", text })
    }

    fn columns(&self, look: &Look<'_>) -> Vec<Column> {
        let ([year, unit, line], parts) = match look.language {
            Language::French => (["Année", "Unité", "En euros"], ["Entretien", "Travaux", "Commun", "Total"]),
            Language::English => (["Year", "Unit", "In euros"], ["Upkeep", "Works", "Common", "Total"]),
        };
        let mut columns = vec![
            Column::text(year, Width::Fixed(5)),
            Column::text(unit, Width::Share(2)),
            Column::text(line, Width::Fixed(12)),
        ];
        columns.extend(parts.map(column));
        columns
    }

    fn closing(&self, look: &Look<'_>, councils: &[Id]) -> Vec<Row> {
        let sums = self.0.sums(look, councils);
        let blocks = self.blocks(look, sums);
        let years: BTreeSet<Option<i32>> = blocks.iter().map(|block| block.year).collect();
        let of_year = |year| {
            let units: Vec<&Block<'_>> = blocks.iter().filter(|block| block.year == year).collect();
            let all = (units.len() > 1).then(|| Block::all(year, &units));
            units.into_iter().flat_map(|block| block.rows(look)).chain(all.into_iter().flat_map(|all| all.rows(look)))
        };
        // Expenses without a year come last.
        let (none, some): (Vec<_>, Vec<_>) = years.iter().copied().partition(Option::is_none);
        some.into_iter().chain(none).flat_map(|year| of_year(year).collect::<Vec<_>>()).collect()
    }

    fn notes(&self, look: &Look<'_>) -> Vec<&'static str> {
        vec![
            note(look.language),
            match look.language {
                Language::French => {
                    "Reste : accordé et reporté, moins compté. Commun : ce qui n'est réservé ni à l'entretien courant ni \
                     aux petits travaux d'investissement."
                }
                Language::English => {
                    "Left: granted and carried over, less counted. Common: what is earmarked neither for upkeep nor for \
                     small investment works."
                }
            },
        ]
    }
}

impl Grants<'_> {
    /// A block for each grant that is declared, and for what is spent without one; in order of year, then of units as the
    /// landlord declares them.
    fn blocks<'a>(self, look: &'a Look<'_>, sums: &Sums) -> Vec<Block<'a>> {
        let units = look.record.landlord.value().into_iter().flat_map(|landlord| &landlord.units);
        let mut blocks = Vec::new();
        for (id, unit) in units.map(|(id, unit)| (Some(id), Some(unit))).chain([(None, None)]) {
            let declared = unit.into_iter().flat_map(|unit| unit.grants.iter().map(|(Year(year), _)| Some(*year)));
            let spent = sums.keys().filter(|(_, of)| of.as_ref() == id).map(|(year, _)| *year);
            // What is given for later years was hardly known on that day; whoever asks for a year sees it.
            let is_known = |year: &Option<i32>| self.0.year.is_some() || *year <= Some(look.as_of.year() + 1);
            let declared = declared.filter(is_known);
            let years: BTreeSet<Option<i32>> = declared.chain(spent).filter(|year| self.0.takes(*year, id)).collect();
            for year in years {
                let grant = unit.zip(year).and_then(|(unit, year)| unit.grants.get(&Year(year)));
                let amounts = sums.get(&(year, id.cloned())).copied().unwrap_or_default();
                blocks.push(Block::of(year, id, grant, amounts));
            }
        }
        blocks
    }
}

/// Amounts by part, in the order of [`PARTS`]; nothing where there is no such part.
type ByPart = [Option<Euros>; 3];

/// The lines of a grant.
struct Block<'a> {
    year: Option<i32>,
    unit: Option<&'a str>,
    is_all: bool,
    granted: ByPart,
    carried_over: ByPart,
    amounts: [Amounts; 3],
    /// Nothing where no grant is declared.
    left: Option<ByPart>,
}

impl<'a> Block<'a> {
    fn of(year: Option<i32>, unit: Option<&'a Id>, grant: Option<&Grant>, amounts: [Amounts; 3]) -> Self {
        Self {
            year,
            unit: unit.map(Id::as_str),
            is_all: false,
            granted: PARTS.map(|kind| grant.and_then(|grant| grant.granted(kind))),
            carried_over: PARTS.map(|kind| grant.and_then(|grant| grant.carried_over(kind))),
            amounts,
            left: grant.map(|grant| left(grant, amounts)),
        }
    }

    /// All units of a year together. What is left is told where each of them has a grant.
    fn all(year: Option<i32>, units: &[&Block<'a>]) -> Self {
        let sum = |parts: fn(&Block<'_>) -> ByPart| {
            units
                .iter()
                .map(|block| parts(block))
                .fold([None; 3], |sum, parts| [0, 1, 2].map(|at| or_both(sum[at], parts[at])))
        };
        let left: Option<Vec<ByPart>> = units.iter().map(|block| block.left).collect();
        Self {
            year,
            unit: None,
            is_all: true,
            granted: sum(|block| block.granted),
            carried_over: sum(|block| block.carried_over),
            amounts: [0, 1, 2].map(|at| units.iter().map(|block| block.amounts[at]).sum()),
            left: left.map(|_| sum(|block| block.left.unwrap_or_default())),
        }
    }

    fn rows(&self, look: &Look<'_>) -> Vec<Row> {
        let french = look.language == Language::French;
        let say = |in_french, in_english| if french { in_french } else { in_english };
        let amounts = |amount: fn(&Amounts) -> Euros| {
            self.amounts.map(|part| Some(amount(&part)).filter(|one| *one != Euros::ZERO))
        };
        let mut lines = vec![
            ("granted", say("accordé", "granted"), self.granted),
            ("carried-over", say("reporté", "carried over"), self.carried_over),
            ("committed", say("engagé", "committed"), amounts(|of| of.committed)),
            ("invoiced", say("facturé", "invoiced"), amounts(|of| of.invoiced)),
            ("paid", say("payé", "paid"), amounts(|of| of.paid)),
            ("counted", say("compté", "counted"), amounts(|of| of.counted)),
        ];
        lines.retain(|(_, _, parts)| parts.iter().any(Option::is_some));
        lines.extend(self.left.map(|left| ("left", say("reste", "left"), left)));
        let more = [
            ("conditional", say("conditionnel", "conditional"), amounts(|of| of.conditional)),
            ("planned", say("prévu", "planned"), amounts(|of| of.planned)),
        ];
        lines.extend(more.into_iter().filter(|(_, _, parts)| parts.iter().any(Option::is_some)));
        lines.into_iter().map(|line| self.row(line, look)).collect()
    }

    fn row(&self, (key, word, parts): (&'static str, &'static str, ByPart), look: &Look<'_>) -> Row {
        let unit = match (self.unit, self.is_all, look.language) {
            (Some(unit), _, _) => unit,
            (None, true, Language::French) => "toutes",
            (None, true, Language::English) => "all",
            (None, false, Language::French) => "sans unité",
            (None, false, Language::English) => "no unit",
        };
        let total: Euros = parts.iter().flatten().sum();
        let amount = |amount: Euros| {
            let tone = if amount < Euros::ZERO { Tone::Bad } else { Tone::Plain };
            Cell::toned(locale::amount(amount, look.language), tone)
        };
        let mut cells = vec![year(self.year), Cell::from(unit), Cell::from(word)];
        cells.extend(parts.map(|part| part.map(amount).unwrap_or_default()));
        cells.push(amount(total));
        let [upkeep, investment, whole] = parts.map(|part| part.map(number));
        let object = Object {
            year: self.year,
            unit: self.unit,
            all_units: self.is_all,
            line: key,
            upkeep,
            investment,
            whole,
            total: number(total),
        };
        Row::new(cells, &object)
    }
}

/// What is left of each part. Of a grant in one amount, all that was spent is taken from that amount.
fn left(grant: &Grant, amounts: [Amounts; 3]) -> ByPart {
    let counted = amounts.map(|part| part.counted);
    match grant {
        Grant::Whole(amount) => [None, None, Some(*amount - counted.iter().sum())],
        Grant::Parts(_) => [0, 1, 2].map(|at| {
            let given = grant.part(PARTS[at]);
            let spent = Some(counted[at]).filter(|spent| *spent != Euros::ZERO);
            (given.is_some() || spent.is_some()).then(|| given.unwrap_or_default() - spent.unwrap_or_default())
        }),
    }
}

fn or_both(one: Option<Euros>, other: Option<Euros>) -> Option<Euros> {
    one.into_iter().chain(other).reduce(|sum, amount| sum + amount)
}
