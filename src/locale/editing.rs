//! What the commands that change files say: why one cannot, and what to do once one has.

use super::{Language, date};
use crate::model::{Date, SessionId};

/// Why a command cannot change the record as it was asked, with all that is needed to say it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EditProblem {
    /// A file cannot be read.
    Faulty {
        /// The file, as it is seen from the current folder.
        path: String,
    },
    /// A value is written in a way that only its writer can change.
    Unwritable {
        /// The file, as it is seen from the current folder.
        path: String,
        /// The way to the value: `actions.eclairage.works`.
        place: String,
    },
    /// The record would have errors that it does not have now; they were told.
    Worse,
    /// No change was asked for.
    NothingAsked,
    /// A new action cannot bear this id.
    BadActionName {
        /// As it was typed.
        typed: String,
        /// What it could be called instead.
        instead: Option<String>,
    },
    /// The plan has an action of this id.
    ActionExists {
        /// The council.
        council: String,
        /// The action.
        action: String,
    },
    /// The plan has no action of this id.
    UnknownAction {
        /// The council.
        council: String,
        /// As it was typed.
        action: String,
        /// The nearest one that there is.
        nearest: Option<String>,
        /// All that there are.
        known: Vec<String>,
    },
    /// A new line of expense does not say what it is for.
    CostWithoutLabel {
        /// Its id.
        cost: String,
    },
    /// A step of an expense was given a period that is no day.
    StepWithoutDay,
    /// An option was given a text without a letter.
    BlankText {
        /// The option: `--title`.
        option: &'static str,
    },
    /// Something would be recorded on a day to come.
    NotYet {
        /// The day.
        day: Date,
    },
    /// Works would end before they begin.
    WorksBackwards,
    /// A session cannot be approved or moved.
    Session(SessionProblem),
}

/// Why a session cannot be approved or moved as it was asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SessionProblem {
    /// The body approves no minutes.
    NeverApproves {
        /// The council.
        council: String,
    },
    /// Minutes would be approved at a session that is not later.
    NotBefore {
        /// The session of the minutes.
        session: SessionId,
        /// The session that approves.
        at: SessionId,
    },
    /// One correction is said of several minutes.
    CorrectionsOfSeveral,
    /// Minutes bear the name that those of a moved session are to have.
    MinutesExist {
        /// The file, as it is seen from the current folder.
        path: String,
    },
    /// A session that was held would be dated on a day to come.
    NotYet {
        /// The session.
        session: SessionId,
        /// Its new name.
        to: SessionId,
    },
    /// Another session approved these minutes.
    AlreadyApproved {
        /// The council.
        council: String,
        /// The session of the minutes.
        session: SessionId,
        /// The session that approved them.
        by: SessionId,
        /// Whether it froze their text.
        is_frozen: bool,
    },
    /// The file of a session may no longer change: its minutes were approved.
    Closed {
        /// The session.
        session: SessionId,
        /// The session that approved it, where that is why it is asked.
        by: Option<SessionId>,
    },
    /// A session bears the name that another is to have.
    SessionExists {
        /// The council.
        council: String,
        /// The session.
        session: SessionId,
    },
    /// A session would no longer lie between the ones it approves and the one that approves it.
    OutOfOrder {
        /// The other session.
        session: SessionId,
    },
}

impl From<SessionProblem> for EditProblem {
    fn from(problem: SessionProblem) -> Self {
        Self::Session(problem)
    }
}

impl EditProblem {
    /// Says what is in the way and what to do, in one sentence.
    pub fn words(&self, language: Language) -> String {
        let said = match language {
            Language::French => self.french(),
            Language::English => self.english(),
        };
        super::no_break(&said, language)
    }

    fn french(&self) -> String {
        match self {
            Self::Faulty { path } => format!(
                "{path} contient des erreurs qui empêchent de le changer sans risque : corrigez-les d'abord (council check)"
            ),
            Self::Unwritable { path, place } => format!(
                "« {place} » est écrit, dans {path}, d'une façon qui ne permet pas de le changer sans toucher au reste : \
                 changez-le vous-même dans le fichier"
            ),
            Self::Worse => "rien n'a été écrit : le registre aurait les erreurs ci-dessus".to_owned(),
            Self::NothingAsked => {
                "dites ce qui change, par exemple --status done, --note \"ce qui a été fait\" ou --due 2023-Q4"
                    .to_owned()
            }
            Self::BadActionName { typed, instead } => format!(
                "« {typed} » ne peut pas nommer une action : il faut un nom en minuscules, sans accent ni espace{}",
                instead.as_ref().map_or_else(String::new, |name| format!(" ; vouliez-vous dire « {name} » ?"))
            ),
            Self::ActionExists { council, action } => format!(
                "l'action « {action} » existe déjà dans le plan de « {council} » : pour la changer, council action update \
                 {council} {action}"
            ),
            Self::UnknownAction { council, action, nearest, known } => format!(
                "l'action « {action} » n'existe pas dans le plan de « {council} »{}{}",
                if known.is_empty() { String::new() } else { format!(" ; actions connues : {}", known.join(", ")) },
                nearest.as_ref().map_or_else(String::new, |name| format!(" ; vouliez-vous dire « {name} » ?"))
            ),
            Self::CostWithoutLabel { cost } => {
                format!("la dépense « {cost} » est nouvelle : dites par --label à quoi elle sert")
            }
            Self::StepWithoutDay => {
                "le jour d'un engagement, d'une facture ou d'un paiement est une date : --happened 2023-06-01"
                    .to_owned()
            }
            Self::BlankText { option } => format!("{option} veut un texte : il est vide"),
            Self::NotYet { day } => {
                format!("le {} n'est pas encore passé : rien ne peut y être noté", date(*day, Language::French))
            }
            Self::WorksBackwards => "la fin des travaux (--works-to) vient avant leur début (--works-from)".to_owned(),
            Self::Session(problem) => problem.french(),
        }
    }

    fn english(&self) -> String {
        match self {
            Self::Faulty { path } => {
                format!("{path} has errors that make it unsafe to change: mend them first (council check)")
            }
            Self::Unwritable { path, place } => format!(
                "\"{place}\" is written, in {path}, in a way that cannot be changed without touching the rest: change it in \
                 the file yourself"
            ),
            Self::Worse => "nothing was written: the record would have the errors above".to_owned(),
            Self::NothingAsked => {
                "say what changes, such as --status done, --note \"what was done\" or --due 2023-Q4".to_owned()
            }
            Self::BadActionName { typed, instead } => format!(
                "\"{typed}\" cannot name an action: it takes a name in lower case, without accents or spaces{}",
                instead.as_ref().map_or_else(String::new, |name| format!("; did you mean \"{name}\"?"))
            ),
            Self::ActionExists { council, action } => format!(
                "the plan of \"{council}\" has an action \"{action}\" already: to change it, council action update {council} \
                 {action}"
            ),
            Self::UnknownAction { council, action, nearest, known } => format!(
                "the plan of \"{council}\" has no action \"{action}\"{}{}",
                if known.is_empty() { String::new() } else { format!("; known actions: {}", known.join(", ")) },
                nearest.as_ref().map_or_else(String::new, |name| format!("; did you mean \"{name}\"?"))
            ),
            Self::CostWithoutLabel { cost } => {
                format!("the expense \"{cost}\" is new: say with --label what it is for")
            }
            Self::StepWithoutDay => "an order, an invoice and a payment have a day: --happened 2023-06-01".to_owned(),
            Self::BlankText { option } => format!("{option} wants a text: it is blank"),
            Self::NotYet { day } => {
                format!("{} has not come yet: nothing can be recorded on it", date(*day, Language::English))
            }
            Self::WorksBackwards => "works would end (--works-to) before they begin (--works-from)".to_owned(),
            Self::Session(problem) => problem.english(),
        }
    }
}

impl SessionProblem {
    fn french(&self) -> String {
        let day = |session: &SessionId| date(session.date, Language::French);
        match self {
            Self::NeverApproves { council } => {
                format!("« {council} » n'approuve pas ses relevés : council.yaml le dit (approves_minutes: false)")
            }
            Self::NotBefore { session, at } => format!(
                "le relevé du {} ne peut pas être approuvé le {} : il faut une séance plus tardive",
                day(session),
                day(at)
            ),
            Self::CorrectionsOfSeveral => {
                "--corrections ne concerne qu'un relevé : approuvez celui-ci à part, avec sa seule date".to_owned()
            }
            Self::MinutesExist { path } => {
                format!("{path} existe déjà : rien n'a été écrit ; déplacez ou supprimez ce fichier d'abord")
            }
            Self::NotYet { session, to } => format!(
                "la séance du {} a été tenue : elle ne peut pas être datée du {}, qui n'est pas encore passé",
                day(session),
                day(to)
            ),
            Self::AlreadyApproved { session, by, is_frozen: true, .. } => format!(
                "le relevé du {} a déjà été approuvé le {} : pour le corriger, notez un rectificatif (errata) dans une séance \
                 plus tardive",
                day(session),
                day(by)
            ),
            Self::AlreadyApproved { council, session, by, is_frozen: false } => format!(
                "le relevé du {} a déjà été approuvé le {} ; pour figer son texte : council approve {council} {session} --at {by}",
                day(session),
                day(by)
            ),
            Self::Closed { session, by: Some(by) } => format!(
                "le relevé du {} a été approuvé le {} : le fichier de cette séance ne doit plus changer",
                day(session),
                day(by)
            ),
            Self::Closed { session, by: None } => format!(
                "la séance du {} cite celle-ci, et son relevé est approuvé : son fichier ne doit plus changer",
                day(session)
            ),
            Self::SessionExists { council, session } => {
                format!("« {council} » a déjà une séance {session} : rien n'a été écrit")
            }
            Self::OutOfOrder { session } => format!(
                "à cette date, elle passerait de l'autre côté de la séance du {}, alors que l'une a approuvé le relevé de \
                 l'autre",
                day(session)
            ),
        }
    }

    fn english(&self) -> String {
        let day = |session: &SessionId| date(session.date, Language::English);
        match self {
            Self::NeverApproves { council } => {
                format!("\"{council}\" approves no minutes: council.yaml says so (approves_minutes: false)")
            }
            Self::NotBefore { session, at } => {
                format!("the minutes of {} cannot be approved on {}: that takes a later session", day(session), day(at))
            }
            Self::CorrectionsOfSeveral => {
                "--corrections is about one session's minutes: approve those apart, with their date alone".to_owned()
            }
            Self::MinutesExist { path } => {
                format!("{path} is there already: nothing was written; move or delete that file first")
            }
            Self::NotYet { session, to } => {
                format!(
                    "the session of {} was held: it cannot be dated {}, which has not come yet",
                    day(session),
                    day(to)
                )
            }
            Self::AlreadyApproved { session, by, is_frozen: true, .. } => format!(
                "the minutes of {} were approved on {} already: to correct them, write an erratum in a later session",
                day(session),
                day(by)
            ),
            Self::AlreadyApproved { council, session, by, is_frozen: false } => format!(
                "the minutes of {} were approved on {} already; to freeze their text: council approve {council} {session} --at {by}",
                day(session),
                day(by)
            ),
            Self::Closed { session, by: Some(by) } => format!(
                "the minutes of {} were approved on {}: the file of that session may no longer change",
                day(session),
                day(by)
            ),
            Self::Closed { session, by: None } => format!(
                "the session of {} refers to this one, and its minutes are approved: its file may no longer change",
                day(session)
            ),
            Self::SessionExists { council, session } => {
                format!("\"{council}\" has a session {session} already: nothing was written")
            }
            Self::OutOfOrder { session } => {
                format!(
                    "on that date, the session would be on the wrong side of that of {} for the approval of minutes",
                    day(session)
                )
            }
        }
    }
}

impl Language {
    /// Another command writes into the record, and this one waits for it.
    pub fn waiting(self) -> &'static str {
        match self {
            Self::French => "Une autre commande écrit dans le registre\u{a0}: celle-ci attend qu'elle ait fini.\n",
            Self::English => "Another command writes into the record: this one waits for it to end.\n",
        }
    }

    /// The record says already what was asked.
    pub fn already_said(self) -> &'static str {
        match self {
            Self::French => "C'est déjà noté\u{a0}: rien n'a changé.\n",
            Self::English => "That is recorded already: nothing changed.\n",
        }
    }

    /// What to do once the record has changed.
    pub fn next_after_change(self) -> &'static str {
        match self {
            Self::French => "Ensuite\u{a0}: council commit\n",
            Self::English => "Next: council commit\n",
        }
    }

    /// What to do once minutes are approved at a session.
    pub fn next_after_approval(self, council: &str, at: SessionId) -> String {
        match self {
            Self::French => format!("Ensuite\u{a0}: council minutes {council} {at}, puis council commit\n"),
            Self::English => format!("Next: council minutes {council} {at}, then council commit\n"),
        }
    }
}
