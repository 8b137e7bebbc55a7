//! What each way of mobilising people brought, with how little that proves.

use super::{Attendance, Cell, Channel, Look, number};
use crate::document::Scores;
use crate::locale::counted;
use crate::model::{Id, Language, Means};
use crate::statistics::rounded;
use crate::table::{Column, Row, Table, Title, Width};
use serde::Serialize;

/// The ways of mobilising that the landlord declares, each with the sessions that people were invited to so.
#[derive(Debug, Clone, Copy)]
pub struct Channels<'a>(pub &'a Attendance);

/// So many sessions at least, before they are said to hint at anything.
const SOME: u64 = 5;

#[derive(Serialize)]
struct Object<'a> {
    /// Nothing for the sessions that name none.
    channel: Option<&'a str>,
    name: Option<&'a str>,
    proposed: Option<&'a str>,
    sessions: u64,
    /// Those of which it is known how many were invited and how many residents came.
    measured: u64,
    invited: Option<u64>,
    residents: Option<u64>,
    rate: Option<f64>,
}

impl Table for Channels<'_> {
    fn title(&self, look: &Look<'_>) -> Option<Title> {
        let text = match look.language {
            Language::French => "Par façon de mobiliser",
            Language::English => "By way of mobilising",
        };
        Some(Title { name: "channels", text })
    }

    fn columns(&self, look: &Look<'_>) -> Vec<Column> {
        let [channel, sessions, invited, residents, rate, says] = match look.language {
            Language::French => ["Façon", "Séances", "Invités", "Résidents", "Taux", "Ce que cela dit"],
            Language::English => ["Way", "Sessions", "Invited", "Residents", "Rate", "What that says"],
        };
        vec![
            Column::text(channel, Width::Share(1)),
            Column::figure(sessions, 8),
            Column::figure(invited, 7),
            Column::figure(residents, 9),
            Column::figure(rate, 7),
            Column::text(says, Width::Share(1)),
        ]
    }

    fn closing(&self, look: &Look<'_>, councils: &[Id]) -> Vec<Row> {
        let sums = self.0.sums(look, councils);
        let declared = look.record.landlord.value().into_iter().flat_map(|landlord| &landlord.mobilisation);
        let sum = |id: Option<&str>| sums.channels.get(&id.map(str::to_owned)).copied().unwrap_or_default();
        let mut rows: Vec<Row> =
            declared.map(|(id, means)| row(look, Some((id.as_str(), means)), sum(Some(id.as_str())))).collect();
        let without = sum(None);
        if without.sessions > 0 && !rows.is_empty() {
            rows.push(row(look, None, without));
        }
        rows
    }

    fn notes(&self, look: &Look<'_>) -> Vec<&'static str> {
        vec![match look.language {
            Language::French => {
                "Invités et résidents venus : ceux des séances où les deux nombres sont exacts. Une séance annoncée de \
                 plusieurs façons compte pour chacune : rien ne dit laquelle a fait venir."
            }
            Language::English => {
                "Invited and residents who came: those of the sessions where both numbers are exact. A session announced in \
                 several ways counts for each: nothing tells which of them brought people."
            }
        }]
    }
}

fn row(look: &Look<'_>, means: Option<(&str, &Means)>, channel: Channel) -> Row {
    let language = look.language;
    let proposed = means.and_then(|(_, means)| means.proposed.as_deref());
    let name = match (means, language) {
        (Some((_, means)), _) => means.name.to_string(),
        (None, Language::French) => "non dit".to_owned(),
        (None, Language::English) => "not said".to_owned(),
    };
    let named = [Some(name), proposed.map(|place| format!("({place})"))].into_iter().flatten().collect::<Vec<_>>();
    let rate = channel.rate.percent().map(rounded);
    let measured = |many: u64| (channel.rate.sessions > 0).then_some(many);
    let [invited, residents] = [channel.rate.invited, channel.rate.residents].map(measured);
    let figure = |many: Option<u64>| many.map(|many| number(many, language)).unwrap_or_default();
    let cells = vec![
        Cell::from(named.join("\n")),
        number(channel.sessions, language),
        figure(invited),
        figure(residents),
        Cell::from(rate.map(|rate| Scores(language).percent(rate)).unwrap_or_default()),
        Cell::from(says(channel, means.is_some(), language)),
    ];
    let object = Object {
        channel: means.map(|(id, _)| id),
        name: means.map(|(_, means)| means.name.as_str()),
        proposed,
        sessions: channel.sessions,
        measured: channel.rate.sessions,
        invited,
        residents,
        rate,
    };
    Row::new(cells, &object)
}

/// What so many sessions prove: next to nothing.
fn says(channel: Channel, is_declared: bool, language: Language) -> String {
    let measured = channel.rate.sessions;
    match (channel.sessions, measured, language) {
        (0, _, Language::French) => "pas encore essayé".to_owned(),
        (0, _, Language::English) => "not tried yet".to_owned(),
        _ if !is_declared => String::new(),
        (_, 0, Language::French) => "rien n'est compté : rien à dire".to_owned(),
        (_, 0, Language::English) => "nothing counted: nothing to say".to_owned(),
        (_, 1, Language::French) => "une séance comptée ne prouve rien".to_owned(),
        (_, 1, Language::English) => "one session counted proves nothing".to_owned(),
        (_, few, Language::French) if few < SOME => {
            format!("{} ne prouvent rien", counted(few, "séance comptée", "séances comptées", language))
        }
        (_, few, Language::English) if few < SOME => {
            format!("{} prove nothing", counted(few, "session counted", "sessions counted", language))
        }
        (_, many, Language::French) => {
            format!("un indice, pas une preuve : {many} séances, dont les sujets diffèrent aussi")
        }
        (_, many, Language::English) => format!("a hint, no proof: {many} sessions, which differ in subject too"),
    }
}
