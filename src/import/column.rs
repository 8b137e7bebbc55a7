//! Which column of a spreadsheet says what: headers in French or English, in any order, with their usual synonyms.

use crate::model::Id;
use crate::spreadsheet::{DELIMITERS, Line, lines, open_quote};

/// What a column may say of an action.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    Title,
    Owner,
    Due,
    Status,
    Priority,
    Axis,
    Note,
    Decided,
    Id,
    Cost,
}

/// What each is called, without accents and signs; where several columns are called so, the first name of the list wins.
const NAMES: [(Field, &[&str]); 10] = [
    (
        Field::Title,
        &[
            "action",
            "intitule",
            "intitule de l action",
            "libelle",
            "libelle de l action",
            "titre",
            "action a mener",
            "action prevue",
            "action proposee",
            "description de l action",
            "mesure",
            "tache",
            "quoi",
            "title",
            "task",
            "what",
            "objet",
            "description",
        ],
    ),
    (
        Field::Owner,
        &[
            "porteur",
            "porteur de l action",
            "responsable",
            "responsable de l action",
            "pilote",
            "chef de projet",
            "chef de file",
            "qui",
            "qui fait quoi",
            "acteur",
            "en charge",
            "referent",
            "owner",
            "who",
            "responsible",
            "lead",
        ],
    ),
    (
        Field::Due,
        &[
            "echeance",
            "date d echeance",
            "delai",
            "pour quand",
            "quand",
            "date butoir",
            "date limite",
            "date prevue",
            "date de realisation prevue",
            "echeancier",
            "calendrier",
            "date de fin",
            "due",
            "due date",
            "deadline",
            "when",
        ],
    ),
    (
        Field::Status,
        &[
            "etat",
            "statut",
            "avancement",
            "etat d avancement",
            "etat de l action",
            "ou en est on",
            "situation",
            "status",
            "state",
            "progress",
        ],
    ),
    (Field::Priority, &["priorite", "niveau de priorite", "degre de priorite", "urgence", "priority"]),
    (Field::Axis, &["axe", "axe de travail", "theme", "thematique", "domaine", "axis", "topic"]),
    (
        Field::Note,
        &[
            "observation",
            "remarque",
            "commentaire",
            "note",
            "suivi",
            "precision",
            "point d avancement",
            "comment",
            "remark",
        ],
    ),
    (
        Field::Decided,
        &[
            "decidee le",
            "decide le",
            "date de decision",
            "date de la decision",
            "decision",
            "seance",
            "seance du",
            "date de la seance",
            "conseil du",
            "reunion du",
            "decided",
            "decided on",
            "session",
            "meeting",
        ],
    ),
    (
        Field::Id,
        &[
            "identifiant",
            "id",
            "code",
            "reference",
            "ref",
            "n",
            "no",
            "numero",
            "num",
            "n action",
            "n d action",
            "n de l action",
            "identifier",
            "number",
        ],
    ),
    (
        Field::Cost,
        &[
            "cout prevu",
            "montant prevu",
            "budget prevu",
            "cout",
            "cout estime",
            "cout previsionnel",
            "montant",
            "montant estime",
            "budget",
            "budget previsionnel",
            "estimation",
            "planned cost",
            "cost",
            "planned",
            "amount",
        ],
    ),
];

/// How far down the headers may stand, below titles.
const FARTHEST: usize = 40;

/// A spreadsheet whose headers were found.
#[derive(Debug)]
pub(super) struct Sheet {
    /// The headers, as they are written.
    pub headers: Vec<String>,
    /// The field of each column; nothing where it is not understood.
    pub fields: Vec<Option<Field>>,
    /// The lines below the headers, without blank ones.
    pub lines: Vec<Line>,
    /// The line of a quotation mark that is never closed.
    pub open_quote: Option<usize>,
}

impl Sheet {
    /// Finds the headers in a text; where there are none, what stands in the first line that is not blank.
    pub(super) fn of(text: &str) -> Result<Self, Vec<String>> {
        let mut best: Option<(usize, Self)> = None;
        for delimiter in DELIMITERS {
            let lines = lines(text, delimiter);
            for (place, line) in lines.iter().take(FARTHEST).enumerate() {
                let fields = fields(&line.cells);
                let found = fields.iter().flatten().count();
                let written = line.cells.iter().filter(|cell| !cell.trim().is_empty()).count();
                let are_headers = fields.contains(&Some(Field::Title)) && (found > 1 || written == 1);
                if are_headers && best.as_ref().is_none_or(|(most, _)| found > *most) {
                    let below =
                        lines[place + 1..].iter().filter(|below| !below.is_blank() && below.cells != line.cells);
                    let headers = line.cells.iter().map(|cell| one_line(cell)).collect();
                    let lines = below.map(with_line_ends).collect();
                    best = Some((found, Self { headers, fields, lines, open_quote: open_quote(text, delimiter) }));
                }
            }
        }
        let first = || {
            let lines = lines(text, DELIMITERS[0]);
            let first = lines.iter().find(|line| !line.is_blank());
            first.map(|line| line.cells.iter().map(|cell| one_line(cell)).collect()).unwrap_or_default()
        };
        best.map(|(_, sheet)| sheet).ok_or_else(first)
    }

    /// The column of a field.
    pub(super) fn column(&self, field: Field) -> Option<usize> {
        self.fields.iter().position(|of| *of == Some(field))
    }
}

/// A line whose cells end their own lines as texts of a record do.
fn with_line_ends(line: &Line) -> Line {
    let cells = line.cells.iter().map(|cell| cell.replace("\r\n", "\n").replace('\r', "\n"));
    Line { number: line.number, cells: cells.collect() }
}

/// A text on one line.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The words of a text without capitals, accents, signs and the ends of plurals, a space between them.
pub(super) fn plain(text: &str) -> String {
    let slug = Id::suggestion(text);
    let singular = |word: &'_ str| if word.len() > 4 { word.trim_end_matches('s').to_owned() } else { word.to_owned() };
    slug.split('-').filter(|word| !word.is_empty()).map(singular).collect::<Vec<_>>().join(" ")
}

/// The field of each column: of several that would say the same, the one with the plainest name.
fn fields(headers: &[String]) -> Vec<Option<Field>> {
    let named: Vec<Option<(Field, usize)>> = headers.iter().map(|header| field(header)).collect();
    let is_best = |place: usize, (of, rank): (Field, usize)| {
        let others = named
            .iter()
            .enumerate()
            .filter_map(|(other, named)| Some((other, named.filter(|(field, _)| *field == of)?)));
        others.map(|(other, (_, rank))| (rank, other)).min() == Some((rank, place))
    };
    let chosen = named.iter().enumerate();
    chosen.map(|(place, named)| named.filter(|named| is_best(place, *named)).map(|(field, _)| field)).collect()
}

/// The field that a header names, and the place of that name in the list.
fn field(header: &str) -> Option<(Field, usize)> {
    // The unit may be thousands of euros, which nobody can tell from here.
    let written =
        ["(s)", "(e)", "(es)", "(nt)"].iter().fold(header.to_lowercase(), |header, end| header.replace(end, ""));
    let mut name = if written.contains("k€") { String::new() } else { plain(&written) };
    for unit in [" ttc", " ht", " en euro", " euro", " eur"] {
        name = name.strip_suffix(unit).unwrap_or(&name).to_owned();
    }
    NAMES.iter().find_map(|(field, names)| Some((*field, names.iter().position(|known| plain(known) == name)?)))
}
