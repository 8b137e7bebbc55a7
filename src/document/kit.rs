//! The guide of the *pack coaching*: what a pilot taught, for whoever begins in another residence. The names that the record
//! knows are replaced in it.

mod limits;

use super::facts::{
    EffortFacts, KitFacts, KitLessonFacts, KitLimitFacts, KitModuleFacts, KitPointFacts, KitQuestionFacts,
    KitSessionFacts, KitStageFacts, KitSteeringFacts, KitThemeFacts, LandlordFacts, LessonVerdictFact, PackFacts,
};
use super::markdown::{line, nested};
use super::nameless::Nameless;
use super::people::by_role;
use super::template::{DocumentError, Template};
use crate::locale::{self, date, date_with_weekday, piloting};
use crate::model::{
    Coaching, Effort, Id, Landlord, Language, Lesson, Module, ModuleState, OutcomeKind, Question, Session, SessionId,
    Sitting, StageName, Sum, Text, Verdict, VoteResult,
};
use crate::record::{CouncilRecord, Record};
use crate::store::Layout;
use crate::yaml::quoted;

/// Writes the guide of a pack that holds this. The same record gives the same bytes on every machine and every day.
///
/// # Errors
/// When a file it is made of could not be read, or the template is wrong.
pub fn kit(
    record: &Record,
    pack: PackFacts,
    nameless: &Nameless,
    template: &Template,
) -> Result<String, DocumentError> {
    let facts = facts(record, pack, nameless, template.language).ok_or(DocumentError::Unreadable)?;
    Ok(template.render(&facts)?)
}

fn facts(record: &Record, pack: PackFacts, nameless: &Nameless, language: Language) -> Option<KitFacts> {
    let landlord = record.landlord.value()?;
    let file = record.coaching()?;
    let coaching = file.value()?;
    let steering = coaching.steering.as_deref().and_then(Id::new).filter(|id| record.store.has_council(id.as_str()));
    let steering = steering.map(|id| record.council(&id));
    let pilot = Pilot { coaching, landlord, nameless, steering: steering.as_ref(), language };
    let modules = |state| coaching.modules_in(state).into_iter().map(|(id, module)| pilot.module(id, module)).collect();
    let held = !coaching.sittings.is_empty();
    let in_language = match language {
        Language::French => "ensemble",
        Language::English => "together",
    };
    Some(KitFacts {
        language: language.code().to_owned(),
        landlord: LandlordFacts { name: line(&landlord.name), group: landlord.group.as_deref().map(line) },
        goal: pilot.said(coaching.goal.trim_end_matches(['.', ' '])),
        pack,
        stages: StageName::ALL.into_iter().map(|name| pilot.stage(name)).collect(),
        steering: steering.as_ref().and_then(|files| pilot.steering(files)),
        modules: modules(ModuleState::Kept),
        dropped: modules(ModuleState::Dropped),
        untried: modules(ModuleState::Untried),
        lessons: pilot.lessons(),
        by_module: pilot.by_module(),
        by_site: pilot.by_site(),
        total: held.then(|| effort_facts(in_language, Effort::of(coaching.sittings.values()), language)),
        limits: pilot
            .limits()
            .into_iter()
            .map(|(limit, sources)| KitLimitFacts { text: limit.words(language), sources })
            .collect(),
        themes: themes(landlord),
        questions: landlord.questions.iter().map(|(id, question)| self::question(id, question)).collect(),
    })
}

/// The themes that questions are of.
fn themes(landlord: &Landlord) -> Vec<KitThemeFacts> {
    let is_asked = |id: &Id| landlord.questions.values().any(|question| question.theme.as_deref() == Some(id.as_str()));
    let themes = landlord.themes.iter().filter(|(id, _)| is_asked(id));
    themes.map(|(id, theme)| KitThemeFacts { id: id.to_string(), name: quoted(&theme.name) }).collect()
}

fn question(id: &Id, question: &Question) -> KitQuestionFacts {
    KitQuestionFacts {
        id: id.to_string(),
        text: quoted(&question.text),
        theme: question.theme.as_ref().map(ToString::to_string),
        asked: question.asked.unwrap_or_default().key().to_owned(),
    }
}

/// A pilot, and how to speak of it without naming anybody.
struct Pilot<'a> {
    coaching: &'a Coaching,
    landlord: &'a Landlord,
    nameless: &'a Nameless,
    steering: Option<&'a CouncilRecord>,
    language: Language,
}

impl Pilot<'_> {
    /// A text of the record on one line, without names.
    fn said(&self, text: &str) -> String {
        line(&self.nameless.text(text))
    }

    /// The name of a residence.
    fn residence(&self, id: &str) -> String {
        self.landlord.residences.get(id).map_or_else(|| id.to_owned(), |residence| line(&residence.name))
    }

    /// The title of a module.
    fn title(&self, id: &str) -> String {
        self.coaching.modules.get(id).map_or_else(|| id.to_owned(), |module| self.said(&module.title))
    }

    fn stage(&self, name: StageName) -> KitStageFacts {
        let stage = self.coaching.stage(name);
        KitStageFacts {
            id: name.key().to_owned(),
            name: piloting::stage(name, self.language).to_owned(),
            when: stage.and_then(|stage| locale::span(stage.from, stage.to, self.language)),
            status: stage
                .and_then(|stage| stage.status)
                .map(|status| piloting::stage_status(status, self.language).to_owned()),
            note: stage.and_then(|stage| stage.note.as_deref()).map(|note| self.said(note)),
        }
    }

    fn steering(&self, files: &CouncilRecord) -> Option<KitSteeringFacts> {
        let council = files.council.value()?;
        let mut sources = vec![in_coaching("steering"), files.paths.council.clone()];
        sources.extend(files.held().map(|(id, _)| files.paths.session(id)));
        Some(KitSteeringFacts {
            name: self.said(&council.name),
            members: by_role(council, None, self.language),
            sessions: files.held().map(|(id, session)| self.session(id, session)).collect(),
            sources,
        })
    }

    fn session(&self, id: SessionId, session: &Session) -> KitSessionFacts {
        let outcomes = session.topics.iter().flat_map(|topic| topic.outcomes.iter());
        let decisions = outcomes.filter_map(|outcome| match (&outcome.kind, outcome.result) {
            (OutcomeKind::Decision(text), Some(VoteResult::Adopted) | None) => Some(self.said(text)),
            (OutcomeKind::Decision(_), Some(VoteResult::Rejected | VoteResult::NoQuorum))
            | (OutcomeKind::Information(_) | OutcomeKind::Action(_) | OutcomeKind::Postponed(_), _) => None,
        });
        KitSessionFacts {
            date: date_with_weekday(id.date, self.language),
            purpose: session.purpose.as_deref().map(|purpose| self.said(purpose)),
            decisions: decisions.collect(),
        }
    }

    fn module(&self, id: &Id, module: &Module) -> KitModuleFacts {
        let sittings = self.coaching.sittings_of(id.as_str());
        let lessons: Vec<(&Id, &Lesson)> = self.coaching.lessons_of(id.as_str()).collect();
        let of = |verdict: Verdict| {
            let some = lessons.iter().filter(move |(_, lesson)| lesson.verdict == verdict);
            some.map(|(_, lesson)| KitPointFacts {
                text: self.said(&lesson.text),
                site: lesson.site.as_deref().map(|site| self.residence(site)),
                date: None,
            })
        };
        let adjusted = sittings.iter().filter_map(|(_, sitting)| {
            Some(KitPointFacts {
                text: self.said(sitting.adjusted.as_deref()?),
                site: Some(self.residence(&sitting.site)),
                date: Some(date(sitting.date, self.language)),
            })
        });
        let mut sources = vec![in_coaching(&format!("modules.{id}"))];
        sources.extend(sittings.iter().map(|(id, _)| format!("sittings.{id}")));
        sources.extend(lessons.iter().map(|(id, _)| format!("lessons.{id}")));
        let held = sittings.iter().map(|(_, sitting)| *sitting);
        KitModuleFacts {
            id: id.to_string(),
            title: self.title(id.as_str()),
            audience: piloting::audience(&module.audience, self.language).map(str::to_owned),
            content: module.content.as_deref().map(|content| nested(&self.nameless.text(content), 3)),
            changes: adjusted.chain(of(Verdict::Change)).collect(),
            keep: of(Verdict::Keep).collect(),
            drop: of(Verdict::Drop).collect(),
            effort: (!sittings.is_empty())
                .then(|| effort_facts(&self.title(id.as_str()), Effort::of(held), self.language)),
            sources,
        }
    }

    /// The lessons by module, in the order of the guide, then by site; those of no module last.
    fn lessons(&self) -> Vec<KitLessonFacts> {
        let states = [ModuleState::Kept, ModuleState::Dropped, ModuleState::Untried];
        let order: Vec<&Id> =
            states.into_iter().flat_map(|state| self.coaching.modules_in(state)).map(|(id, _)| id).collect();
        let place = |module: Option<&Text>| {
            module.and_then(|module| order.iter().position(|id| id.as_str() == module.as_str())).unwrap_or(order.len())
        };
        let mut lessons: Vec<(&Id, &Lesson)> = self.coaching.lessons.iter().collect();
        lessons.sort_by_key(|(_, lesson)| (place(lesson.module.as_ref()), lesson.site.clone()));
        let facts = |(id, lesson): (&Id, &Lesson)| KitLessonFacts {
            text: self.said(&lesson.text),
            verdict: match lesson.verdict {
                Verdict::Keep => LessonVerdictFact::Keep,
                Verdict::Change => LessonVerdictFact::Change,
                Verdict::Drop => LessonVerdictFact::Drop,
            },
            module: lesson.module.as_deref().map(|module| self.title(module)),
            site: lesson.site.as_deref().map(|site| self.residence(site)),
            source: format!("lessons.{id}"),
        };
        lessons.into_iter().map(facts).collect()
    }

    fn by_module(&self) -> Vec<EffortFacts> {
        let held =
            [ModuleState::Kept, ModuleState::Dropped].into_iter().flat_map(|state| self.coaching.modules_in(state));
        let of = |id: &Id| Effort::of(self.coaching.sittings_of(id.as_str()).into_iter().map(|(_, sitting)| sitting));
        let efforts = held.map(|(id, _)| (id, of(id))).filter(|(_, effort)| effort.sittings > 0);
        efforts.map(|(id, effort)| effort_facts(&self.title(id.as_str()), effort, self.language)).collect()
    }

    fn by_site(&self) -> Vec<EffortFacts> {
        let sites = self.sites_tried();
        sites
            .iter()
            .map(|site| effort_facts(&self.residence(site), Effort::of(self.sittings_at(site)), self.language))
            .collect()
    }

    /// The residences in which a sitting was held, in order of the first.
    fn sites_tried(&self) -> Vec<&str> {
        let mut sites: Vec<&str> = Vec::new();
        for (_, sitting) in self.coaching.sittings_by_date() {
            if !sites.contains(&sitting.site.as_str()) {
                sites.push(sitting.site.as_str());
            }
        }
        sites
    }

    fn sittings_at(&self, site: &str) -> impl Iterator<Item = &Sitting> {
        self.coaching.sittings.values().filter(move |sitting| sitting.site.as_str() == site)
    }
}

fn effort_facts(name: &str, effort: Effort, language: Language) -> EffortFacts {
    let told = |sum: Sum| piloting::sum(sum, effort.sittings, language);
    EffortFacts {
        name: name.to_owned(),
        sittings: locale::integer(effort.sittings, language),
        residents: told(effort.residents),
        staff: told(effort.staff),
        hours: told(effort.hours),
    }
}

/// A key of the coaching's file, with the file.
fn in_coaching(key: &str) -> String {
    format!("{}, {key}", Layout::COACHING)
}
