//! An action plan from a spreadsheet: from its text to the actions that it means, and to what is wrong in which row. Writes
//! nothing; `council import` does, by way of `edit`.

mod cell;
mod column;
mod due;
mod names;

use crate::edit::{ActionChange, CostChange, NewAction};
use crate::locale::importing::{CellProblem, RowProblem};
use crate::model::{Date, Id, Language, Period, SessionId, Text, TypedPeriod};
use crate::record::{CouncilRecord, Record};
use crate::spreadsheet::Line;
use column::{Field, Sheet, one_line, plain};
use due::{Due, NOTHING, due};
use names::{Names, NoName};
use std::collections::BTreeMap;

/// What an action may be called at most, where its id is made of its title.
const LONGEST: usize = 40;

/// What was read.
#[derive(Debug, Default)]
pub struct Reading {
    /// The actions of the rows in which nothing is wrong, each with the number of its line.
    pub actions: Vec<(usize, NewAction)>,
    /// What is wrong, in order of line.
    pub problems: Vec<RowProblem>,
    /// The columns that no field of an action holds; what they say is kept in notes.
    pub kept_in_notes: Vec<String>,
    /// The lines of totals, which are no actions.
    pub totals: Vec<usize>,
    /// The line of a quotation mark that is never closed: what follows it is one cell.
    pub open_quote: Option<usize>,
    /// Whether a row does not say which session took its action.
    pub has_default_session: bool,
}

/// Into what an action plan is read.
#[derive(Debug, Clone, Copy)]
pub struct Target<'a> {
    /// The record.
    pub record: &'a Record,
    /// The council's files.
    pub files: &'a CouncilRecord,
    /// The session that took the actions of which the spreadsheet does not say it.
    pub decided: SessionId,
    /// The day.
    pub today: Date,
}

/// Reads an action plan.
///
/// # Errors
/// Where no line names the columns: the cells of the first that is not blank.
pub fn read(text: &str, target: Target<'_>) -> Result<Reading, Vec<String>> {
    let sheet = Sheet::of(text)?;
    let (Some(landlord), Some(council)) = (target.record.landlord.value(), target.files.council.value()) else {
        return Ok(Reading::default());
    };
    let rows = Rows {
        target,
        sheet: &sheet,
        owners: Names::of_owners(landlord, target.files, council, target.today),
        axes: Names::of_axes(landlord, target.files.plan()),
        language: target.record.language(),
    };
    let mut reading = Reading { open_quote: sheet.open_quote, ..Reading::default() };
    let mut taken: BTreeMap<Id, usize> = BTreeMap::new();
    for line in &sheet.lines {
        let mut row = Row { rows: &rows, line, problems: Vec::new() };
        if row.is_total() {
            reading.totals.push(line.number);
            continue;
        }
        let action = row.action(&mut taken);
        reading.has_default_session |= row.cell(Field::Decided).is_none();
        reading.problems.append(&mut row.problems);
        reading.actions.extend(action.map(|action| (line.number, action)));
    }
    let unknown = sheet.headers.iter().enumerate().filter(|(place, _)| sheet.fields[*place].is_none());
    let is_filled =
        |place: usize| sheet.lines.iter().any(|line| line.cells.get(place).is_some_and(|cell| !cell.trim().is_empty()));
    let kept = unknown.filter(|(place, _)| is_filled(*place)).map(|(place, _)| sheet.name(place));
    reading.kept_in_notes = kept.collect();
    Ok(reading)
}

impl Sheet {
    /// What a column is called; by its place where it has no header.
    fn name(&self, place: usize) -> String {
        self.headers.get(place).filter(|name| !name.is_empty()).cloned().unwrap_or_else(|| (place + 1).to_string())
    }
}

/// What all rows are read with.
struct Rows<'a> {
    target: Target<'a>,
    sheet: &'a Sheet,
    owners: Names,
    axes: Names,
    language: Language,
}

struct Row<'a> {
    rows: &'a Rows<'a>,
    line: &'a Line,
    problems: Vec<RowProblem>,
}

impl<'a> Row<'a> {
    /// What stands in the column of a field; nothing where it is blank.
    fn cell(&self, field: Field) -> Option<&'a str> {
        let place = self.rows.sheet.column(field)?;
        self.line.cells.get(place).map(|cell| cell.trim()).filter(|cell| !cell.is_empty())
    }

    fn wrong(&mut self, field: Field, problem: CellProblem) {
        let column = self.rows.sheet.column(field).map(|place| self.rows.sheet.name(place));
        let value = self.cell(field).map(one_line);
        self.problems.push(RowProblem { line: self.line.number, column, value, problem });
    }

    /// Says whether the row adds up the others.
    fn is_total(&self) -> bool {
        let title = self.cell(Field::Title).map(plain).unwrap_or_default();
        matches!(title.as_str(), "total" | "sous total" | "total general" | "subtotal" | "grand total")
    }

    /// The action that the row means; nothing where something is wrong in it.
    fn action(&mut self, taken: &mut BTreeMap<Id, usize>) -> Option<NewAction> {
        let title = self.cell(Field::Title).map(one_line).filter(|title| Text::new(title).is_some());
        if title.is_none() {
            self.wrong(Field::Title, CellProblem::NoTitle);
        }
        let mut asked = ActionChange { title: title.clone(), ..ActionChange::default() };
        let mut notes: Vec<String> = self.cell(Field::Note).map(str::to_owned).into_iter().collect();
        self.owner(&mut asked);
        self.due(&mut asked);
        self.status(&mut asked, &mut notes);
        self.priority(&mut asked);
        self.axis(&mut asked);
        self.cost(&mut asked);
        let decided = self.decided();
        notes.extend(self.others());
        asked.note = Some(notes.join("\n")).filter(|note| Text::new(note).is_some());
        if asked.note.is_none() && asked.status.is_some_and(crate::model::Status::wants_reason) {
            self.wrong(Field::Status, CellProblem::WantsNote);
        }
        let id = self.id(&title?, taken);
        if self.problems.is_empty() { Some(NewAction { id: id?, decided: decided?, asked }) } else { None }
    }

    fn owner(&mut self, asked: &mut ActionChange) {
        let Some(cell) = self.cell(Field::Owner) else { return };
        match self.rows.owners.several(cell) {
            Ok(owner) => asked.owner = owner,
            Err(NoName::Unknown(part, nearest)) => {
                let known = self.rows.owners.all();
                self.wrong(Field::Owner, CellProblem::UnknownOwner { part, nearest, known });
            }
            Err(NoName::Several(part, ids)) => self.wrong(Field::Owner, CellProblem::Ambiguous { part, ids }),
        }
    }

    fn due(&mut self, asked: &mut ActionChange) {
        let Some(cell) = self.cell(Field::Due) else { return };
        let typed = |period: Period| Some(TypedPeriod { period, typed: period.to_string() });
        match due(cell) {
            Due::Nothing => {}
            Due::Exact(period) => asked.due = typed(period),
            Due::About(period) => {
                asked.due = typed(period);
                asked.due_note = Some(one_line(cell));
            }
            Due::Words => asked.due_note = Some(one_line(cell)),
            Due::Unreadable(instead) => self.wrong(Field::Due, CellProblem::NotAPeriod { instead }),
        }
    }

    fn status(&mut self, asked: &mut ActionChange, notes: &mut Vec<String>) {
        let Some(cell) = self.cell(Field::Status).filter(|cell| !NOTHING.contains(&plain(cell).as_str())) else {
            return;
        };
        match cell::status(cell) {
            None => self.wrong(Field::Status, CellProblem::UnknownStatus),
            Some((status, is_exact)) => {
                // What nothing was recorded of is planned.
                asked.status = Some(status).filter(|status| *status != crate::model::Status::Planned);
                if !is_exact {
                    notes.push(one_line(cell));
                }
            }
        }
    }

    fn priority(&mut self, asked: &mut ActionChange) {
        let Some(cell) = self.cell(Field::Priority).filter(|cell| !NOTHING.contains(&plain(cell).as_str())) else {
            return;
        };
        match cell::priority(cell) {
            None => self.wrong(Field::Priority, CellProblem::UnknownPriority),
            // What nobody says is normal.
            Some(priority) => {
                asked.priority = Some(priority).filter(|priority| *priority != crate::model::Priority::Normal);
            }
        }
    }

    fn axis(&mut self, asked: &mut ActionChange) {
        let Some(cell) = self.cell(Field::Axis).filter(|cell| !NOTHING.contains(&plain(cell).as_str())) else { return };
        match self.rows.axes.one(cell) {
            Ok(axis) => asked.axis = Some(axis),
            Err(NoName::Unknown(_, nearest)) => {
                let known = self.rows.axes.all();
                self.wrong(Field::Axis, CellProblem::UnknownAxis { nearest, known });
            }
            Err(NoName::Several(part, ids)) => self.wrong(Field::Axis, CellProblem::Ambiguous { part, ids }),
        }
    }

    fn cost(&mut self, asked: &mut ActionChange) {
        let Some(cell) = self.cell(Field::Cost) else { return };
        match cell::amount(cell) {
            Ok(None) => {}
            Ok(Some(amount)) => {
                let title = asked.title.clone().unwrap_or_default();
                let label = amount.tax.map_or(title.clone(), |tax| format!("{title} ({tax})"));
                let (id, planned) = ("cout".to_owned(), Some(amount.euros));
                asked.cost = Some(CostChange { id, label: Some(label), planned, ..CostChange::default() });
            }
            Err(()) => self.wrong(Field::Cost, CellProblem::NotAnAmount),
        }
    }

    /// The session that took the action.
    fn decided(&mut self) -> Option<SessionId> {
        let Some(cell) = self.cell(Field::Decided) else { return Some(self.rows.target.decided) };
        let (files, today) = (self.rows.target.files, self.rows.target.today);
        let held: Vec<SessionId> = files.held().map(|(id, _)| id).filter(|id| id.date <= today).collect();
        let mut meant = match (cell.parse::<SessionId>(), due(cell)) {
            (Ok(session), _) => held.iter().copied().filter(|id| *id == session).collect::<Vec<_>>(),
            (Err(_), Due::Exact(period)) => held.iter().copied().filter(|id| period.contains(id.date)).collect(),
            (Err(_), Due::Nothing) => return Some(self.rows.target.decided),
            (Err(_), Due::About(_) | Due::Words | Due::Unreadable(_)) => {
                let numbers = files.numbers().into_iter().filter(|(id, _)| held.contains(id));
                numbers.filter(|(_, number)| session_number(cell) == Some(*number)).map(|(id, _)| id).collect()
            }
        };
        let session = meant.pop().filter(|_| meant.is_empty());
        if session.is_none() {
            let known = held.iter().map(ToString::to_string).collect();
            self.wrong(Field::Decided, CellProblem::UnknownSession { known });
        }
        session
    }

    /// What the columns say that no field holds, and cells beyond the last column.
    fn others(&self) -> Vec<String> {
        let sheet = self.rows.sheet;
        let colon = match self.rows.language {
            Language::French => " : ",
            Language::English => ": ",
        };
        let unknown = |place: &usize| sheet.fields.get(*place).is_none_or(Option::is_none);
        let cells =
            self.line.cells.iter().enumerate().filter(|(place, cell)| unknown(place) && !cell.trim().is_empty());
        cells.map(|(place, cell)| format!("{}{colon}{}", sheet.name(place), cell.trim())).collect()
    }

    /// The action's id: its own, else one made of its title.
    fn id(&mut self, title: &str, taken: &mut BTreeMap<Id, usize>) -> Option<Id> {
        let is_known = |id: &Id| self.rows.target.files.actions().any(|(known, _)| known == id);
        let given = self.cell(Field::Id);
        let field = if given.is_some() { Field::Id } else { Field::Title };
        let wanted = match given {
            // The number of a row would say little as a name.
            Some(number) if number.parse::<u32>().is_ok() => format!("action-{number}"),
            Some(given) => Id::suggestion(given),
            None => shortened(&Id::suggestion(title)),
        };
        let Some(wanted) = Id::new(&wanted) else {
            self.wrong(field, CellProblem::NoId);
            return None;
        };
        let titled = self.rows.target.files.actions().find(|(_, action)| action.title.trim() == title.trim());
        if let (Some((known, _)), true) = (titled, given.is_none()) {
            self.wrong(field, CellProblem::ActionExists { action: known.to_string() });
            return None;
        }
        if is_known(&wanted) {
            self.wrong(field, CellProblem::ActionExists { action: wanted.to_string() });
            return None;
        }
        if let (Some(line), true) = (taken.get(&wanted), given.is_some()) {
            let (action, line) = (wanted.to_string(), *line);
            self.wrong(field, CellProblem::SameId { action, line });
            return None;
        }
        // Two actions of the same title are told apart by a number.
        let numbered = (2..).map(|number| Id::new(&format!("{wanted}-{number}")));
        let id = std::iter::once(Some(wanted.clone())).chain(numbered).flatten();
        let id = id.into_iter().find(|id| !taken.contains_key(id) && !is_known(id))?;
        taken.insert(id.clone(), self.line.number);
        Some(id)
    }
}

/// What may stand before the number of a session.
const LABELS: [&str; 10] = ["n", "n°", "nº", "no", "numéro", "séance", "seance", "session", "réunion", "reunion"];

/// The number of a session, where a cell says nothing else: « 3 », « n° 3 », « séance 3 »; not the 3 of « 3 juin ».
fn session_number(cell: &str) -> Option<u32> {
    let words = cell.split(|sign: char| !sign.is_alphanumeric() && sign != '°' && sign != 'º');
    let words: Vec<String> = words.filter(|word| !word.is_empty()).map(str::to_lowercase).collect();
    let (numbers, labels): (Vec<_>, Vec<_>) = words.iter().partition(|word| word.parse::<u32>().is_ok());
    let is_label = |word: &&String| LABELS.contains(&word.as_str());
    match numbers.as_slice() {
        [number] if labels.iter().all(is_label) => number.parse().ok(),
        _ => None,
    }
}

/// An id of a bearable length, cut between words.
fn shortened(slug: &str) -> String {
    if slug.len() <= LONGEST {
        return slug.to_owned();
    }
    let cut = slug.get(..LONGEST).unwrap_or(slug);
    cut.rsplit_once('-').map_or(cut, |(whole, _)| whole).to_owned()
}
