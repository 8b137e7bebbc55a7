//! `sessions`: the séances, with who came as numbers.

use super::column::{FIRST, Ids, Kind, LAST, Word, columns};
use super::view::{first, last};
use super::words::all;
use super::{Table, View};
use crate::model::{Attendance, Count, Date, Headcount, Period, Quorum, Session, SessionId, SessionKind, SessionStatus};
use std::collections::BTreeMap;

pub(super) const TABLE: Table = Table {
    name: "sessions",
    said: (
        ["Séances", "Une ligne par séance : celles qui ont eu lieu, ont été annulées, ou sont prévues."],
        ["Sessions", "A row a session: those held or cancelled, and those planned."],
    ),
    own: COLUMNS,
    key: &["session"],
    required: &["date", "status"],
    references: &[],
    rows,
};

struct Item<'a> {
    view: &'a View<'a>,
    id: SessionId,
    session: &'a Session,
    number: Option<u32>,
}

fn rows(view: &View<'_>) -> Vec<Vec<String>> {
    let numbers: BTreeMap<SessionId, u32> = view.files.numbers();
    let item = |(id, session)| cells(&Item { view, id, session, number: numbers.get(&id).copied() });
    view.sessions().map(item).collect()
}

columns! {
    item: Item<'_>;
    session: Kind::Session, (
        ["Séance", "La séance, par sa date ; avec un rang pour la deuxième d'un même jour."],
        ["Session", "The session, by its date; with a number for the second of a day."],
    ) => item.id;
    date: Kind::Date, (
        ["Date", "Le jour de la séance."],
        ["Date", "The day of the session."],
    ) => item.id.date;
    number: Kind::Count, (
        ["Numéro", "Le numéro de la séance dans son conseil ; une séance qui n'a pas eu lieu n'en a pas."],
        ["Number", "The number of the session in its body; one that was not held has none."],
    ) => item.number;
    status: Kind::Word(all::<SessionStatus>), (
        ["État", "Si la séance est prévue, a eu lieu, ou a été annulée."],
        ["Status", "Whether the session is planned, was held or was cancelled."],
    ) => Word(item.session.status);
    kind: Kind::Word(all::<SessionKind>), (
        ["Nature", "De quelle sorte de séance il s'agit."],
        ["Kind", "What kind of session it is."],
    ) => item.session.kind.map(Word);
    purpose: Kind::Text, (
        ["Objet", "Ce que la séance doit permettre."],
        ["Purpose", "What the session is for."],
    ) => item.session.purpose;
    time: Kind::Time, (
        ["Début", "L'heure du début."],
        ["Time", "When it begins."],
    ) => item.session.time;
    ends: Kind::Time, (
        ["Fin", "L'heure de la fin."],
        ["End", "When it ends."],
    ) => item.session.ends;
    place: Kind::Name, (
        ["Lieu", "Où se tient la séance."],
        ["Place", "Where it is held."],
    ) => item.session.place;
    reason: Kind::Text, (
        ["Motif", "Pourquoi la séance a été annulée."],
        ["Reason", "Why it was cancelled."],
    ) => item.session.reason;
    invited: Kind::Count, (
        ["Invités", "Combien de personnes ou de logements étaient invités."],
        ["Invited", "How many people or dwellings were invited."],
    ) => item.session.invitation.as_ref().and_then(|invitation| invitation.invited);
    channels: Kind::Ids, (
        ["Invitation", "Par quels moyens, par leur nom court, séparés par un espace."],
        ["Channels", "In which ways, by identifier, a space between them."],
    ) => Ids(item.session.invitation.iter().flat_map(|invitation| invitation.channels.iter()));
    members_present: Kind::Count, (
        ["Membres présents", "Combien de membres sont notés présents ; vide si aucun membre n'est noté de la séance."],
        ["Members present", "How many members are listed as present; empty where no member of the session is listed."],
    ) => item.listed().map(Attendance::members_present);
    members_represented: Kind::Count, (
        ["Membres représentés", "Combien de membres absents ont donné leur voix à un autre."],
        ["Members represented", "How many absent members gave another one their voice."],
    ) => item.listed().map(Attendance::voices_borne);
    members_excused: Kind::Count, (
        ["Membres excusés", "Combien de membres sont notés excusés, représentés ou non."],
        ["Members excused", "How many members are listed as excused, represented or not."],
    ) => item.listed().map(|came| came.excused.len());
    members_absent: Kind::Count, (
        ["Membres absents", "Combien de membres sont notés absents, représentés ou non."],
        ["Members absent", "How many members are listed as absent, represented or not."],
    ) => item.listed().map(|came| came.absent.len());
    guests: Kind::Count, (
        ["Personnes invitées", "Combien de personnes invitées sont venues ; jamais leur nom."],
        ["Guests", "How many guests came; never their names."],
    ) => item.came().map(|came| came.guests.len());
    residents: Kind::Count, (
        ["Habitants", "Combien d'habitants sont venus sans être membres."],
        ["Residents", "How many residents came without being members."],
    ) => item.came().and_then(|came| came.residents);
    counted_present: Kind::Count, (
        ["Présents comptés", "Combien de personnes étaient là en tout, si on les a comptées."],
        ["Counted present", "How many people were there in all, where they were counted."],
    ) => item.counted(|counts| counts.present);
    counted_voters: Kind::Count, (
        ["Votants comptés", "Parmi elles, combien pouvaient voter."],
        ["Counted voters", "Of those, how many could vote."],
    ) => item.counted(|counts| counts.voters);
    counted_excused: Kind::Count, (
        ["Excusés comptés", "Combien de personnes s'étaient excusées, si on les a comptées."],
        ["Counted excused", "How many people excused themselves, where they were counted."],
    ) => item.counted(|counts| counts.excused);
    counted_about: Kind::Boolean, (
        ["Estimation", "Si ces comptes sont une estimation, qui ne s'additionne pas."],
        ["Estimate", "Whether these counts are an estimate, which does not add up."],
    ) => item.came().map(Attendance::is_estimate);
    quorum: Kind::Word(all::<Quorum>), (
        ["Quorum", "Si assez de personnes étaient là pour décider."],
        ["Quorum", "Whether enough came to decide."],
    ) => item.session.quorum.map(Word);
    approved_in: Kind::Session, (
        ["Relevé approuvé le", "La séance qui a approuvé le relevé de celle-ci."],
        ["Approved in", "The session that approved this one's minutes."],
    ) => item.approved_in();
    published: Kind::Period, (
        ["Publication", "Quand le relevé a été envoyé ou affiché."],
        ["Published", "When the minutes were sent or posted."],
    ) => item.published();
    published_first: Kind::Date, FIRST => first(item.published());
    published_last: Kind::Date, LAST => last(item.published());
}

impl Item<'_> {
    fn came(&self) -> Option<&Attendance> {
        self.session.attendance.as_ref().filter(|attendance| self.session.is_held() && !attendance.is_blank())
    }

    /// Who came, where members are listed at all.
    fn listed(&self) -> Option<&Attendance> {
        self.came().filter(|came| {
            !(came.present.is_empty() && came.excused.is_empty() && came.absent.is_empty() && came.proxies.is_empty())
        })
    }

    fn counted(&self, of: fn(&Headcount) -> Option<Count>) -> Option<Count> {
        self.came().and_then(|came| came.counts.as_ref()).and_then(of)
    }

    /// When its minutes were sent or posted, as known on the day.
    fn published(&self) -> Option<Period> {
        self.session.published.filter(|published| published.first() <= self.view.day)
    }

    fn approved_in(&self) -> Option<SessionId> {
        let day: Date = self.view.day;
        self.view.files.approvals_of(self.id).map(|(by, _)| by).find(|by| by.date <= day)
    }
}
