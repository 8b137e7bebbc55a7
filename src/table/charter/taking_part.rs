//! Who took part in drafting the charter, who sits in councils, who signed: three things, of which none hangs on another.

use super::{Cell, Column, Look, Row, Table, TheCharter, Title, Width, WrittenFile};
use crate::document::one_line;
use crate::locale;
use crate::model::{Charter, Council, Date, Id, Language, Member, Role, Signature, Text};
use crate::record::CouncilRecord;
use serde::Serialize;

/// The landlord and each association: drafting, sitting, signing.
#[derive(Debug, Default)]
pub struct TakingPart(TheCharter);

#[derive(Serialize)]
struct Object<'a> {
    who: &'a str,
    name: &'a str,
    drafted: bool,
    councils: usize,
    of_councils: usize,
    signed: Option<String>,
    declined: Option<&'a str>,
}

/// One who may sign.
struct Party<'a> {
    id: &'a str,
    name: &'a str,
    is_landlord: bool,
}

impl Party<'_> {
    /// Says whether a member stands for it.
    fn is_of(&self, member: &Member) -> bool {
        if self.is_landlord {
            matches!(member.role, Role::Landlord | Role::Manager | Role::Caretaker)
        } else {
            member.association.as_ref().is_some_and(|association| association.as_str() == self.id)
        }
    }
}

impl Table for TakingPart {
    fn columns(&self, look: &Look<'_>) -> Vec<Column> {
        let [who, drafted, sits, signed, declined] = match look.language {
            Language::French => ["Qui", "A rédigé", "Siège dans", "A signé", "Pourquoi non"],
            Language::English => ["Who", "Drafted", "Sits in", "Signed", "Why not"],
        };
        vec![
            Column::text(who, Width::Share(2)),
            Column::text(drafted, Width::Fixed(8)),
            Column::text(sits, Width::Fixed(10)),
            Column::text(signed, Width::Fixed(11)),
            Column::text(declined, Width::Share(3)),
        ]
    }

    fn title(&self, look: &Look<'_>) -> Option<Title> {
        let text = match look.language {
            Language::French => "Qui participe, qui a signé",
            Language::English => "Who takes part, who signed",
        };
        Some(Title { name: "taking-part", text })
    }

    fn closing(&self, look: &Look<'_>, councils: &[Id]) -> Vec<Row> {
        let (Some(charter), Some(landlord)) = (self.0.of(look.record), look.record.landlord.value()) else {
            return Vec::new();
        };
        if look.one_council {
            return Vec::new();
        }
        let mut parties = vec![Party { id: "landlord", name: &landlord.name, is_landlord: true }];
        parties.extend(landlord.associations.iter().map(|(id, association)| Party {
            id: id.as_str(),
            name: &association.name,
            is_landlord: false,
        }));
        let mut sits = vec![0; parties.len()];
        let mut open = 0;
        let of_council = |files: &CouncilRecord| sitting(files, &parties, look.as_of);
        look.record.each_council(councils, of_council, |found| {
            if let Some(found) = found {
                open += 1;
                sits.iter_mut().zip(found).for_each(|(many, sits)| *many += usize::from(sits));
            }
        });
        parties.iter().zip(sits).map(|(party, sits)| row(look, charter, party, (sits, open))).collect()
    }

    fn shared_files(&self) -> &'static [WrittenFile] {
        &[WrittenFile::Charter]
    }

    fn notes(&self, look: &Look<'_>) -> Vec<&'static str> {
        match look.language {
            Language::French => vec![
                "Signer n'est une condition ni pour participer, ni pour être financé (Cour de cassation, 3e chambre \
                 civile, 16 octobre 2025)\u{a0}: qui n'a pas signé siège comme les autres.",
                "Siège dans\u{a0}: les conseils non clos où siège au moins un membre pour l'association\u{a0}; pour le \
                 bailleur, un représentant, un responsable ou un gardien.",
            ],
            Language::English => vec![
                "Signing conditions neither taking part nor funding (Cour de cassation, 3rd civil chamber, 16 October \
                 2025): those who did not sign sit like the others.",
                "Sits in: the councils not closed in which at least one member sits for the association; for the \
                 landlord, a representative, an estate manager or a caretaker.",
            ],
        }
    }
}

/// For each party, whether somebody sits for it in a council on a day; nothing of one that has ended.
fn sitting(files: &CouncilRecord, parties: &[Party<'_>], day: Date) -> Option<Vec<bool>> {
    let is_there = |council: &&Council| council.is_created_by(day) && !council.is_closed_on(day);
    let council = files.council.value().filter(is_there)?;
    let sits = |party: &Party<'_>| council.members.values().any(|member| party.is_of(member) && member.sits_on(day));
    Some(parties.iter().map(sits).collect())
}

fn row(look: &Look<'_>, charter: &Charter, party: &Party<'_>, (sits, open): (usize, usize)) -> Row {
    let language = look.language;
    let drafted = party.is_landlord || charter.drafted_with.iter().any(|id| id.as_str() == party.id);
    let is_known = |signature: &&Signature| match signature {
        Signature::In(period) => period.first() <= look.as_of,
        Signature::Undated => true,
    };
    let signature = charter.signatures.get(party.id).filter(is_known);
    let declined = charter.declined.get(party.id);
    let yes_no = |yes: bool| match (yes, language) {
        (true, Language::French) => "oui",
        (true, Language::English) => "yes",
        (false, Language::French) => "non",
        (false, Language::English) => "no",
    };
    let signed = match (signature, language) {
        (Some(Signature::In(period)), _) => locale::period(*period, language),
        (Some(Signature::Undated), Language::French) => "oui, sans date".to_owned(),
        (Some(Signature::Undated), Language::English) => "yes, undated".to_owned(),
        // Who has refused, or signs later, has not signed; of anybody else the charter says nothing.
        (None, _) if declined.is_some() || charter.signatures.contains_key(party.id) => yes_no(false).to_owned(),
        (None, Language::French) => "non dit".to_owned(),
        (None, Language::English) => "not said".to_owned(),
    };
    let councils = match language {
        Language::French => format!("{} sur {}", locale::integer(sits, language), locale::integer(open, language)),
        Language::English => format!("{} of {}", locale::integer(sits, language), locale::integer(open, language)),
    };
    let cells = vec![
        Cell::from(one_line(party.name)),
        Cell::from(yes_no(drafted)),
        Cell::from(councils),
        Cell::from(signed),
        Cell::from(declined.map(|why| one_line(why)).unwrap_or_default()),
    ];
    let object = Object {
        who: party.id,
        name: party.name,
        drafted,
        councils: sits,
        of_councils: open,
        signed: signature.map(|signature| match signature {
            Signature::In(period) => period.to_string(),
            Signature::Undated => "undated".to_owned(),
        }),
        declined: declined.map(Text::as_str),
    };
    Row::new(cells, &object)
}
