//! `diagnosis`: what was found, what became of it, and where the chain from finding to survey breaks. One file a table; this
//! one shows finding by finding.

mod axes;
mod chain;
mod themes;

pub use axes::Axes;
pub use themes::Themes;

use super::satisfaction::{ChangeObject, change_of, too_few};
use super::{Cell, Column, Look, Row, Table, Title, Tone, Width, listed};
use crate::document::{Scores, one_line};
use crate::locale::{self, words};
use crate::model::{Axis, Euros, Language, Mark};
use crate::record::CouncilRecord;
use crate::statistics::rounded;
use chain::{Break, Chain, Chains, Said, Stage, Step};
use serde::Serialize;

/// The findings of each council.
#[derive(Debug, Clone, Copy, Default)]
pub struct Findings;

#[derive(Serialize)]
struct Object<'a> {
    council: &'a str,
    finding: String,
    kind: &'static str,
    text: &'a str,
    reviews: Vec<ReviewObject>,
    axes: Vec<AxisObject<'a>>,
    breaks: Vec<BreakObject<'a>>,
}

#[derive(Serialize)]
struct ReviewObject {
    session: String,
    review: &'static str,
}

#[derive(Serialize)]
struct AxisObject<'a> {
    axis: &'a str,
    theme: Option<&'a str>,
    actions: Vec<&'a str>,
    done: usize,
    late: usize,
    open: usize,
    waiting: usize,
    given_up: usize,
    euros: f64,
    survey: Vec<SaidObject<'a>>,
}

#[derive(Serialize)]
struct SaidObject<'a> {
    question: &'a str,
    period: String,
    percent: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
    base: Option<u32>,
    change: Option<ChangeObject>,
}

#[derive(Serialize)]
struct BreakObject<'a> {
    at: &'static str,
    action: Option<&'a str>,
}

/// An amount for programs, in euros.
fn amount(euros: Euros) -> f64 {
    #[allow(clippy::cast_precision_loss, reason = "no amount comes near 2^53 cents")]
    let cents = euros.cents() as f64;
    cents / 100.0
}

impl Table for Findings {
    fn columns(&self, look: &Look<'_>) -> Vec<Column> {
        let [found, reviews, axis, survey, breaks] = match look.language {
            Language::French => ["Constat", "Suivi", "Axe et actions", "Enquête", "Maillon manquant"],
            Language::English => ["Finding", "Reviews", "Axis and actions", "Survey", "Missing link"],
        };
        look.with_council_below(vec![
            Column::text(found, Width::Share(5)),
            Column::text(reviews, Width::Fixed(13)),
            Column::text(axis, Width::Share(4)),
            Column::text(survey, Width::Fixed(14)),
            Column::text(breaks, Width::Share(4)),
        ])
    }

    fn title(&self, look: &Look<'_>) -> Option<Title> {
        let text = match look.language {
            Language::French => "Le diagnostic, constat par constat",
            Language::English => "The diagnosis, finding by finding",
        };
        Some(Title { name: "findings", text })
    }

    fn rows(&self, look: &Look<'_>, files: &CouncilRecord, _pass: usize) -> Vec<Row> {
        let Some(chains) = Chains::of(look.record, files, look.as_of) else { return Vec::new() };
        chains.findings().map(|chain| row(look, files, &chains, &chain)).collect()
    }

    fn is_of_all(&self) -> bool {
        true
    }

    fn notes(&self, look: &Look<'_>) -> Vec<&'static str> {
        vec![match look.language {
            Language::French => {
                "Maillon manquant\u{a0}: ce qui manque entre le constat, l'axe, les actions et l'enquête. Un point fort n'appelle \
                 pas d'axe, un constat réglé n'appelle plus rien, d'un conseil clos on n'attend plus rien."
            }
            Language::English => {
                "Missing link: what is missing between finding, axis, actions and survey. A strength needs no axis, what is \
                 solved nothing more, and nothing is expected of a council that has ended."
            }
        }]
    }
}

fn row(look: &Look<'_>, files: &CouncilRecord, chains: &Chains<'_>, chain: &Chain<'_>) -> Row {
    let language = look.language;
    let mark = chain.mark.sign();
    let found = format!("{mark} {}\n({})", one_line(chain.text), locale::date(chain.session.date, language));
    let mut reviews: Vec<String> = chain
        .reviews
        .iter()
        .map(|(session, review)| format!("{} ({session})", words::review(*review, language)))
        .collect();
    if reviews.is_empty() && chain.mark != Mark::Strength {
        reviews.push(say(language, "jamais revu", "never looked at again").to_owned());
    }
    let axes: Vec<String> =
        chain.axes.iter().map(|(id, axis)| summed(axis, chains.steps(Some(id)), language)).collect();
    let mut said: Vec<String> = Vec::new();
    for (_, axis) in &chain.axes {
        let of_theme = axis.theme.as_deref().map(|theme| chains.said_of(theme)).unwrap_or_default();
        said.extend(of_theme.iter().map(|said| told(said, language)));
    }
    said.dedup();
    let breaks: Vec<String> = chain.breaks.iter().map(|one| broken(one, language)).collect();
    let cells = vec![
        Cell::from(found),
        Cell::from(reviews.join(",\n")),
        Cell::from(listed(&axes, language)),
        Cell::from(listed(&said, language)),
        Cell::toned(listed(&breaks, language), Tone::Bad),
    ];
    let object = Object {
        council: files.id.as_str(),
        finding: format!("{}/{}", chain.session, chain.id),
        kind: kind(chain.mark),
        text: chain.text,
        reviews: chain
            .reviews
            .iter()
            .map(|(session, review)| ReviewObject { session: session.to_string(), review: review.key() })
            .collect(),
        axes: chain.axes.iter().map(|(id, axis)| axis_object(chains, id, axis)).collect(),
        breaks: chain.breaks.iter().map(|one| BreakObject { at: one.key(), action: one.action() }).collect(),
    };
    Row::new(look.with_council_cell_below(files, cells), &object)
}

/// The name of a mark in JSON.
fn kind(mark: Mark) -> &'static str {
    match mark {
        Mark::Strength => "strength",
        Mark::Mixed => "mixed",
        Mark::Weakness => "weakness",
    }
}

fn axis_object<'a>(chains: &'a Chains<'_>, id: &'a str, axis: &'a Axis) -> AxisObject<'a> {
    let steps = chains.steps(Some(id));
    let [done, late, open, waiting, given_up] = stages(steps);
    let of_theme = axis.theme.as_deref().map(|theme| chains.said_of(theme)).unwrap_or_default();
    AxisObject {
        axis: id,
        theme: axis.theme.as_deref(),
        actions: steps.iter().map(|step| step.id.as_str()).collect(),
        done,
        late,
        open,
        waiting,
        given_up,
        euros: amount(steps.iter().map(|step| step.euros).sum()),
        survey: of_theme.iter().map(said_object).collect(),
    }
}

fn said_object<'a>(said: &Said<'a>) -> SaidObject<'a> {
    let shown = Some(said.wave.proportion).filter(|_| said.is_shown());
    let interval = shown.and_then(crate::statistics::Proportion::interval);
    SaidObject {
        question: said.question,
        period: said.wave.period.to_string(),
        percent: shown.and_then(crate::statistics::Proportion::percent).map(rounded),
        low: interval.map(|interval| rounded(interval.low)),
        high: interval.map(|interval| rounded(interval.high)),
        base: shown.map(|shown| shown.base),
        change: said.change_since().map(|(from, change)| change_of(from.to_string(), change)),
    }
}

/// How many actions are done, late, open, waiting and given up.
fn stages(steps: &[Step]) -> [usize; 5] {
    Stage::ALL.map(|stage| steps.iter().filter(|step| step.stage() == stage).count())
}

/// An axis in short: its title, how many of its actions are how far, what they cost.
fn summed(axis: &Axis, steps: &[Step], language: Language) -> String {
    let title = one_line(&axis.title);
    let colon = say(language, "\u{a0}:", ":");
    if steps.is_empty() {
        return format!("{title}{colon}\n{}", say(language, "aucune action", "no action"));
    }
    let euros: Euros = steps.iter().map(|step| step.euros).sum();
    format!("{title}{colon}\n{},\n{}", counts(stages(steps), language), locale::euros(euros, language))
}

/// « 3 faites, 1 en retard ».
fn counts(stages: [usize; 5], language: Language) -> String {
    let parts = Stage::ALL.into_iter().zip(stages).filter(|(_, many)| *many > 0);
    let parts: Vec<String> = parts.map(|(stage, many)| counted(stage, many, language)).collect();
    parts.join(", ")
}

fn counted(stage: Stage, many: usize, language: Language) -> String {
    let (one, more) = match (stage, language) {
        (Stage::Done, Language::French) => ("faite", "faites"),
        (Stage::Done, Language::English) => ("done", "done"),
        (Stage::Late, Language::French) => ("en retard", "en retard"),
        (Stage::Late, Language::English) => ("late", "late"),
        (Stage::Open, Language::French) => ("ouverte", "ouvertes"),
        (Stage::Open, Language::English) => ("open", "open"),
        (Stage::Waiting, Language::French) => ("en attente", "en attente"),
        (Stage::Waiting, Language::English) => ("waiting", "waiting"),
        (Stage::GivenUp, Language::French) => ("sans suite", "sans suite"),
        (Stage::GivenUp, Language::English) => ("given up", "given up"),
    };
    locale::counted(many, one, more, language)
}

/// What a survey last said: score, interval, base, whose, when, change.
fn told(said: &Said<'_>, language: Language) -> String {
    let words = Scores(language);
    let asked = words::asked(said.wave.asked, language);
    let mut parts = if said.is_shown() {
        let base = said.wave.proportion.base;
        let opinions = match language {
            Language::French => locale::counted(base, "avis", "avis", language),
            Language::English => locale::counted(base, "opinion", "opinions", language),
        };
        vec![words.score(said.wave).join("\n"), opinions]
    } else {
        vec![too_few(language).to_owned()]
    };
    parts.push(asked.to_owned());
    parts.push(said.wave.period.to_string());
    parts.extend(said.change_since().map(|(_, change)| words.change(change).join("\n")));
    parts.join(",\n")
}

fn broken(one: &Break, language: Language) -> String {
    match (one, language) {
        (Break::NoAxis, Language::French) => "aucun axe n'y répond".to_owned(),
        (Break::NoAxis, Language::English) => "no axis takes it up".to_owned(),
        (Break::NoAction, Language::French) => "l'axe n'a aucune action".to_owned(),
        (Break::NoAction, Language::English) => "the axis has no action".to_owned(),
        (Break::AllEnded, Language::French) => "toutes les actions sont closes, le constat ne l'est pas".to_owned(),
        (Break::AllEnded, Language::English) => "all actions have ended, the finding has not".to_owned(),
        (Break::AllWaiting, Language::French) => "les actions qui restent sont en attente".to_owned(),
        (Break::AllWaiting, Language::English) => "the actions that are left wait".to_owned(),
        (Break::Late { action, days }, Language::French) => {
            let days = locale::counted(*days, "jour", "jours", language);
            format!("en retard de {days}\u{a0}: {}", action.title)
        }
        (Break::Late { action, days }, Language::English) => {
            format!("{} late: {}", locale::counted(*days, "day", "days", language), action.title)
        }
        (Break::NoOwner { action }, Language::French) => format!("sans porteur\u{a0}: {}", action.title),
        (Break::NoOwner { action }, Language::English) => format!("no owner: {}", action.title),
        (Break::NoDate { action }, Language::French) => format!("sans échéance\u{a0}: {}", action.title),
        (Break::NoDate { action }, Language::English) => format!("no due date: {}", action.title),
        (Break::NeverAsked, Language::French) => "aucune enquête n'en parle".to_owned(),
        (Break::NeverAsked, Language::English) => "no survey asks about it".to_owned(),
        (Break::NoTheme, Language::French) => {
            "l'axe n'a pas de thème\u{a0}: aucune enquête ne peut en parler".to_owned()
        }
        (Break::NoTheme, Language::English) => "the axis has no theme: no survey can speak of it".to_owned(),
        (Break::NeverReviewed, Language::French) => "aucune séance n'y est revenue".to_owned(),
        (Break::NeverReviewed, Language::English) => "no session came back to it".to_owned(),
    }
}

fn say<'t>(language: Language, french: &'t str, english: &'t str) -> &'t str {
    match language {
        Language::French => french,
        Language::English => english,
    }
}
