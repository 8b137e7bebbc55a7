//! French words for what a careful secretary would look at.

use super::did_you_mean;
use crate::locale::oversight::{Differing, Oversight, Shortfall, UselessAllow, WrongYear};
use crate::locale::phrase::{sentences, words};
use crate::locale::problem::Words;
use crate::locale::words::status as status_word;
use crate::locale::{
    by_period, counted, date, date_with_weekday, euros, of_period, percent, period, plural, weekday_name,
};
use crate::model::{Date, Language, Period, SessionId};
use chrono::Weekday;

const FR: Language = Language::French;

pub(in crate::locale) fn oversight(problem: &Oversight) -> Words {
    match problem {
        Oversight::ActionSilent { title, days } => words(
            format!("rien n'a été noté de l'action « {title} » depuis {}", counted(*days, "jour", "jours", FR)),
            "sans nouvelles depuis",
            "dites sous « updates: » où elle en est, même si rien n'a bougé ; si elle attend, écrivez « status: on-hold », \
             ou « review: » avec le mois où la revoir.",
        ),
        Oversight::AxisWithoutAction { title, sessions } => Words {
            related: "dernière séance tenue".to_owned(),
            ..words(
                format!("l'axe « {title} » n'a aucune action, {} après", counted(*sessions, "séance", "séances", FR)),
                "aucune action",
                "rattachez-lui une action de plan.yaml avec « axis: », ou décidez-en une à la prochaine séance ; si l'axe n'a \
             plus d'objet, retirez-le.",
            )
        },
        Oversight::CharterExpired { until } => words(
            "la charte est arrivée à son terme",
            format!("terme : {}", period(*until, FR)),
            "si elle a été reconduite, corrigez la date de « until: » ; sinon, mettez son renouvellement à l'ordre du jour. La \
             loi ne fixe pas de durée : sans terme, retirez cette ligne.",
        ),
        Oversight::CommitmentBroken { text, year, shortfall } => commitment_broken(text, *year, shortfall),
        Oversight::CostOnEndedAction { title, status, amount } => Words {
            related: format!("{} ici", status_word(*status, FR)),
            ..words(
                format!(
                    "l'action « {title} » est {}, et {} y {}",
                    status_word(*status, FR),
                    euros(*amount, FR),
                    plural(amount.cents() / 100, "reste inscrit", "restent inscrits", FR)
                ),
                "toujours compté",
                "si la dépense est annulée, retirez ce montant ou ramenez-le à 0 ; si l'action continue, notez-le sous \
                 « updates: ».",
            )
        },
        Oversight::MandateEnding { member, last, days } => words(
            format!("le mandat de « {member} » se termine {}", ending(*last, *days)),
            "fin du mandat",
            "préparez son renouvellement ou son remplacement ; une fois décidé, ajoutez un mandat sous « mandates: » avec sa \
             date « since: ».",
        ),
        Oversight::NextBeforeSession { next, session } => next_before_session(*next, *session),
        Oversight::NextNotHeld { council, announced } => next_not_held(council, *announced),
        Oversight::NotComparable { question, differing, wave, before } => {
            not_comparable(question, *differing, *wave, *before)
        }
        Oversight::PostponedForgotten { title, session } => postponed_forgotten(title, *session),
        Oversight::SmallBase { question, base, others } => small_base(question, *base, *others),
        Oversight::UnusedAllow { rule, cause } => unused_allow(rule, cause),
        Oversight::WeekdayMismatch { date, written, language } => weekday_mismatch(*date, *written, *language),
        Oversight::WrongYear(cause) => wrong_year(cause),
    }
}

fn ending(last: Date, days: i64) -> String {
    let when = match days {
        0 => "aujourd'hui".to_owned(),
        1 => "demain".to_owned(),
        _ => format!("dans {}", counted(days, "jour", "jours", FR)),
    };
    format!("{when}, le {}", date(last, FR))
}

fn commitment_broken(text: &str, year: i32, shortfall: &Shortfall) -> Words {
    let fact = match shortfall {
        Shortfall::Minutes { within, late, sessions } => format!(
            "{late} {} sur {sessions} {} en {}",
            plural(*late, "relevé", "relevés", FR),
            plural(*late, "n'a pas été envoyé", "n'ont pas été envoyés", FR),
            counted(*within, "jour", "jours", FR)
        ),
        Shortfall::Sessions { held, wanted } => {
            format!("{} sur {wanted}", counted(*held, "séance tenue", "séances tenues", FR))
        }
        Shortfall::Score { percent: score, wanted } => {
            format!("{} de satisfaits au lieu de {}", percent(*score, FR), percent(*wanted, FR))
        }
        Shortfall::Actions { in_time, due, wanted } => format!(
            "{} à temps sur {due}, au lieu de {}",
            counted(*in_time, "action faite", "actions faites", FR),
            percent(*wanted, FR)
        ),
    };
    let help = match shortfall {
        Shortfall::Minutes { .. } => {
            "si un relevé est parti à temps, écrivez sa date sous « published: » de la séance ; sinon, dites-le au conseil."
        }
        Shortfall::Sessions { .. } => "s'il manque une séance, ajoutez-la ; sinon, dites-le au conseil.",
        Shortfall::Score { .. } => "mettez ce résultat à l'ordre du jour du conseil.",
        Shortfall::Actions { .. } => {
            "si une action a été faite à temps, notez-le sous « updates: » avec « happened: » ; sinon, dites-le au conseil."
        }
    };
    Words {
        related: "ce que promet la charte".to_owned(),
        ..words(format!("l'engagement « {text} » n'a pas été tenu en {year}"), fact, help)
    }
}

fn next_before_session(next: Period, session: SessionId) -> Words {
    Words {
        related: format!("séance du {}", date(session.date, FR)),
        ..words(
            format!(
                "la prochaine séance, annoncée {}, n'est pas après celle du {}",
                by_period(next, FR),
                date(session.date, FR)
            ),
            "pas après cette séance",
            "corrigez cette date, souvent l'année ; ou le nom du fichier, si c'est lui qui se trompe.",
        )
    }
}

fn next_not_held(council: &str, announced: Period) -> Words {
    let day = match announced {
        Period::Day(day) => day.to_string(),
        _ => "AAAA-MM-JJ".to_owned(),
    };
    Words {
        related: "séance tenue depuis".to_owned(),
        ..words(
            format!("une séance était annoncée {}, et le registre n'en dit rien", by_period(announced, FR)),
            "annoncée ici",
            format!(
                "ajoutez-la avec « council new-session {council} --date {day} » ; si elle n'a pas eu lieu, écrivez-y « status: \
                 cancelled », et une ligne « reason: » avec le motif."
            ),
        )
    }
}

fn not_comparable(question: &str, differing: Differing, wave: Period, before: Period) -> Words {
    let (what, help) = match differing {
        Differing::Mode => (
            format!("les enquêtes {} et {} ne sont pas comparables", named(before), named(wave)),
            "le moyen de réponse n'est pas le même : vérifiez « mode: » dans les deux fichiers. S'il a vraiment changé, dites-le \
             avec les résultats, et gardez-le la prochaine fois.",
        ),
        Differing::Sampling => (
            format!("les enquêtes {} et {} ne sont pas comparables", named(before), named(wave)),
            "les répondants n'ont pas été choisis de la même façon : vérifiez « sampling: » dans les deux fichiers. Si cela a \
             vraiment changé, dites-le avec les résultats.",
        ),
        Differing::Wording => (
            format!(
                "à la question « {question} », les enquêtes {} et {} ne sont pas comparables",
                named(before),
                named(wave)
            ),
            "elle n'a pas été posée avec les mêmes mots : vérifiez « wording: » dans les deux fichiers. Si elle a vraiment \
             changé, déclarez-la comme une autre question dans landlord.yaml.",
        ),
    };
    let label = match differing {
        Differing::Mode => "moyen différent",
        Differing::Sampling => "choix différent",
        Differing::Wording => "mots différents",
    };
    Words { related: "l'enquête précédente".to_owned(), ..words(what, label, help) }
}

/// An enquiry by its period: « d'octobre 2023 », « du 4e trimestre 2023 ».
fn named(wave: Period) -> String {
    of_period(wave, FR)
}

fn postponed_forgotten(title: &str, session: SessionId) -> Words {
    let day = date(session.date, FR);
    Words {
        related: format!("tenue le {day}, sans ce point"),
        ..words(
            format!("le point « {title} », remis à plus tard, n'est pas revenu à la séance du {day}"),
            "remis ici",
            format!(
                "s'il y a été traité, ajoutez-le à cette séance avec « title: {title} » ; sinon, mettez-le à l'ordre du jour \
                 de la prochaine."
            ),
        )
    }
}

fn small_base(question: &str, base: u32, others: usize) -> Words {
    let others = match others {
        0 => String::new(),
        _ => format!(", et {} aussi", counted(others, "autre question", "autres questions", FR)),
    };
    Words {
        related: "tout le monde n'a pas répondu".to_owned(),
        ..words(
            format!(
                "la question « {question} » n'a que {} ; il en faut au moins 30{others}",
                counted(base, "réponse", "réponses", FR)
            ),
            "peu de réponses",
            "montrez toujours ce résultat avec son intervalle. Si tout le monde a été interrogé, écrivez « sampling: census » \
         sous « method: ».",
        )
    }
}

fn unused_allow(rule: &str, cause: &UselessAllow) -> Words {
    match cause {
        UselessAllow::Idle => words(
            format!("ce commentaire autorise « {rule} », et cette règle ne trouve rien ici"),
            "sans objet",
            "retirez-le ; ou placez-le sur la ligne en question, ou juste au-dessus.",
        ),
        UselessAllow::Never => words(
            format!("la règle « {rule} » ne peut pas être passée sous silence"),
            "sans effet",
            "retirez ce commentaire, et corrigez ce que la règle trouve : ce qui ne peut pas être lu manquerait au registre.",
        ),
        UselessAllow::Unknown { nearest } => words(
            format!("il n'y a pas de règle « {rule} »"),
            "règle inconnue",
            sentences(&[
                "écrivez le nom d'une règle, tel qu'il est entre crochets dans les messages.".to_owned(),
                did_you_mean(nearest.as_ref()),
            ]),
        ),
    }
}

fn weekday_mismatch(day: Date, written: Weekday, language: Language) -> Words {
    let proposal = match language {
        Language::French => format!("« {} »", date_with_weekday(day, Language::French)),
        Language::English => format!("“{}”", date_with_weekday(day, Language::English)),
    };
    words(
        format!(
            "le {} est un {}, et non un {}",
            date(day, FR),
            weekday_name(day.weekday(), FR),
            weekday_name(written, FR)
        ),
        "autre jour",
        format!("écrivez {proposal}, ou corrigez la date."),
    )
}

fn wrong_year(cause: &WrongYear) -> Words {
    match cause {
        WrongYear::Announced { council, session, announced } => Words {
            related: "la séance annoncée".to_owned(),
            ..words(
                format!(
                    "cette séance est classée au {}, et c'est le {} qui était annoncé",
                    date(session.date, FR),
                    period(*announced, FR)
                ),
                "peut-être une autre année",
                format!(
                    "si l'année est fausse, lancez « council move-session {council} {session} {announced} » ; sinon, dites ce \
                     qu'est devenue la séance annoncée."
                ),
            )
        },
        WrongYear::FarNext { council, session, next } => Words {
            related: format!("séance du {}", date(session.date, FR)),
            ..words(
                format!(
                    "la séance suivante est annoncée {}, plus d'un an après celle du {}",
                    by_period(*next, FR),
                    date(session.date, FR)
                ),
                "plus d'un an après",
                format!(
                    "corrigez l'année de cette date ; ou celle de la séance, avec « council move-session {council} {session} \
                 AAAA-MM-JJ »."
                ),
            )
        },
    }
}
