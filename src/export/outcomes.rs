//! `outcomes`: what came of each topic. What was said about it stays in the minutes.

use super::column::{Kind, Word, columns};
use super::words::{Came, all};
use super::{Reference, Table, View};
use crate::model::{Outcome, OutcomeKind, SessionId, Text, Topic, VoteMode, VoteResult, Votes};

pub(super) const TABLE: Table = Table {
    name: "outcomes",
    said: (
        ["Suites des points", "Une ligne par information, décision, action ou report d'une séance tenue ; jamais les discussions."],
        ["Outcomes", "A row an information, decision, action or postponement of a session held; never what was said."],
    ),
    own: COLUMNS,
    key: &["session", "topic", "outcome"],
    required: &["topic_title", "kind"],
    references: &[Reference { columns: &["session"], table: "sessions", there: &["session"] }],
    rows,
};

struct Item<'a> {
    view: &'a View<'a>,
    session: SessionId,
    topic: (usize, &'a Topic),
    outcome: (usize, &'a Outcome),
}

fn rows(view: &View<'_>) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    for (session, said) in view.held() {
        for (place, topic) in said.topics.iter().enumerate() {
            for (rank, outcome) in topic.outcomes.iter().enumerate() {
                rows.push(cells(&Item { view, session, topic: (place + 1, topic), outcome: (rank + 1, outcome) }));
            }
        }
    }
    rows
}

columns! {
    item: Item<'_>;
    session: Kind::Session, (
        ["Séance", "La séance."],
        ["Session", "The session."],
    ) => item.session;
    topic: Kind::Place, (
        ["Point", "Le rang du point traité dans la séance."],
        ["Topic", "The place of the topic in the session."],
    ) => item.topic.0;
    outcome: Kind::Place, (
        ["Rang", "Le rang de cette suite dans le point."],
        ["Outcome", "The place of this outcome in the topic."],
    ) => item.outcome.0;
    topic_title: Kind::Text, (
        ["Intitulé du point", "L'intitulé du point."],
        ["Topic's title", "The title of the topic."],
    ) => item.topic.1.title;
    axis: Kind::Id, (
        ["Axe", "L'axe du plan d'action dont relève le point, par son nom court."],
        ["Axis", "The axis of the plan that the topic belongs to, by identifier."],
    ) => item.topic.1.axis;
    asked_by: Kind::Id, (
        ["Demandé par", "Qui a demandé le point : residents (les résidents), landlord (l'organisme), un membre ou un partenaire."],
        ["Asked by", "Who asked for the topic: residents, landlord, a member or a partner."],
    ) => item.asked_by();
    kind: Kind::Word(all::<Came>), (
        ["Nature", "Information, décision, action ou report."],
        ["Kind", "An information, a decision, an action or a postponement."],
    ) => Word(item.kind());
    text: Kind::Text, (
        ["Texte", "L'information ou la décision, telle qu'elle est dans le relevé."],
        ["Text", "The information or decision, as it is in the minutes."],
    ) => item.text();
    result: Kind::Word(all::<VoteResult>), (
        ["Résultat", "Si la décision a été adoptée, si c'est noté."],
        ["Result", "Whether the decision was adopted, where it is recorded."],
    ) => item.outcome.1.result.map(Word);
    unanimous: Kind::Boolean, (
        ["Unanimité", "Si le vote était unanime ; vide si les voix ne sont pas notées."],
        ["Unanimous", "Whether the vote was unanimous; empty where votes are not recorded."],
    ) => item.outcome.1.votes.map(|votes| votes == Votes::Unanimous);
    votes_for: Kind::Count, (
        ["Voix pour", "Combien de voix pour, si elles ont été comptées."],
        ["Votes for", "How many voices for, where they were counted."],
    ) => item.votes().map(|votes| votes[0]);
    votes_against: Kind::Count, (
        ["Voix contre", "Combien de voix contre."],
        ["Votes against", "How many voices against."],
    ) => item.votes().map(|votes| votes[1]);
    votes_abstained: Kind::Count, (
        ["Abstentions", "Combien d'abstentions."],
        ["Abstentions", "How many abstained."],
    ) => item.votes().map(|votes| votes[2]);
    vote_mode: Kind::Word(all::<VoteMode>), (
        ["Mode de vote", "Comment les voix ont été données, si un vote est noté."],
        ["Vote mode", "How voices were given, where a vote is recorded."],
    ) => item.outcome.1.votes.map(|_| Word(item.outcome.1.vote_mode.unwrap_or_default()));
    asked: Kind::Amount, (
        ["Montant demandé", "Le montant demandé, en euros."],
        ["Amount asked", "The amount asked for, in euros."],
    ) => item.outcome.1.asked;
    amount: Kind::Amount, (
        ["Montant accordé", "Le montant accordé, en euros."],
        ["Amount granted", "The amount granted, in euros."],
    ) => item.outcome.1.amount;
    condition: Kind::Text, (
        ["Condition", "À quelle condition."],
        ["Condition", "On what condition."],
    ) => item.outcome.1.condition;
    action_council: Kind::Id, (
        ["Conseil de l'action", "Le conseil dont le plan porte l'action : celui-ci ou un autre."],
        ["Action's council", "The council whose plan has the action: this one or another."],
    ) => item.action().map(|(council, _)| council);
    action: Kind::Id, (
        ["Action", "L'action, par son nom court dans ce plan ; elle n'est dans la table des actions que si elle était décidée à la date de l'état."],
        ["Action", "The action, by its identifier in that plan; it is among the actions only if it was decided by the day of the state."],
    ) => item.action().map(|(_, action)| action);
    postponed_to: Kind::Name, (
        ["Reporté à", "À quoi le point est reporté : next (la prochaine séance), une date, un conseil, ou conseil/date."],
        ["Postponed to", "What the topic is put off to: next, a date, a council, or council/date."],
    ) => item.postponed();
}

impl Item<'_> {
    fn kind(&self) -> Came {
        match &self.outcome.1.kind {
            OutcomeKind::Information(_) => Came::Information,
            OutcomeKind::Decision(_) => Came::Decision,
            OutcomeKind::Action(_) => Came::Action,
            OutcomeKind::Postponed(_) => Came::Postponed,
        }
    }

    fn text(&self) -> Option<&Text> {
        match &self.outcome.1.kind {
            OutcomeKind::Information(text) | OutcomeKind::Decision(text) => Some(text),
            OutcomeKind::Action(_) | OutcomeKind::Postponed(_) => None,
        }
    }

    fn action(&self) -> Option<(&str, &str)> {
        match &self.outcome.1.kind {
            OutcomeKind::Action(action) => {
                Some(action.split_once('/').unwrap_or((self.view.files.id.as_str(), action.as_str())))
            }
            OutcomeKind::Information(_) | OutcomeKind::Decision(_) | OutcomeKind::Postponed(_) => None,
        }
    }

    fn postponed(&self) -> Option<&Text> {
        match &self.outcome.1.kind {
            OutcomeKind::Postponed(until) => Some(until),
            OutcomeKind::Information(_) | OutcomeKind::Decision(_) | OutcomeKind::Action(_) => None,
        }
    }

    fn votes(&self) -> Option<[u32; 3]> {
        match self.outcome.1.votes? {
            Votes::Unanimous => None,
            Votes::Counted { pro, against, abstained } => Some([pro.get(), against.get(), abstained.get()]),
        }
    }

    /// Who asked; nobody where it is none of those who can be named.
    fn asked_by(&self) -> Option<String> {
        let asker = self.topic.1.asked_by.as_deref()?;
        if asker == "residents" {
            return Some(asker.to_owned());
        }
        self.view.owners(std::slice::from_ref(self.topic.1.asked_by.as_ref()?)).pop()
    }
}
