//! French and English as they are written: one table for each thing that is generated.

use council::locale::Gender::{Feminine, Masculine};
use council::locale::Language::{English, French};
use council::locale::{self, Language};
use council::model::{Date, Decimal, Euros, Period, Time};
use proptest::prelude::*;
use std::fmt::Debug;
use std::str::FromStr;

fn read<T: FromStr<Err: Debug>>(text: &str) -> T {
    match text.parse() {
        Ok(value) => value,
        Err(error) => unreachable!("{text:?}: {error:?}"),
    }
}

/// Holds what each text becomes against what is expected of it.
fn table(rows: &[(&str, &str)], write: impl Fn(&str) -> String) {
    for (text, expected) in rows {
        assert_eq!(write(text), *expected, "{text:?}");
    }
}

/// Holds a value's French and English against what is expected of them.
fn in_both<T: FromStr<Err: Debug> + Copy>(rows: &[(&str, &str, &str)], write: impl Fn(T, Language) -> String) {
    for (text, french, english) in rows {
        let value = read::<T>(text);
        assert_eq!([write(value, French), write(value, English)], [*french, *english], "{text:?}");
    }
}

#[test]
fn signs_are_bound_to_the_word_before() {
    let bound = [
        ("Les points forts : le square", "Les points forts\u{a0}: le square"),
        ("des équipes ; des résidents", "des équipes\u{a0}; des résidents"),
        ("Merci pour votre attention !", "Merci pour votre attention\u{a0}!"),
        ("Êtes-vous satisfait ?\nOui !\n", "Êtes-vous satisfait\u{a0}?\nOui\u{a0}!\n"),
        ("Êtes-vous satisfait ?\r\n", "Êtes-vous satisfait\u{a0}?\r\n"),
        ("Vraiment ?!", "Vraiment\u{a0}?!"),
        ("Quoi ! ? Rien", "Quoi\u{a0}!\u{a0}? Rien"),
        ("68,2 % des locataires", "68,2\u{a0}% des locataires"),
        ("80 %, puis 90 %.", "80\u{a0}%, puis 90\u{a0}%."),
        ("1200,50 € par an", "1200,50\u{a0}€ par an"),
        ("12 €/mois", "12\u{a0}€/mois"),
        ("un « pack coaching » reproductible", "un «\u{a0}pack coaching\u{a0}» reproductible"),
        ("« Venez ! » dit-elle : oui", "«\u{a0}Venez\u{a0}!\u{a0}» dit-elle\u{a0}: oui"),
        ("**Attention :** le hall", "**Attention\u{a0}:** le hall"),
        ("**Lieu** : *hall*", "**Lieu**\u{a0}: *hall*"),
        ("Loge du hall :\\\nouverte", "Loge du hall\u{a0}:\\\nouverte"),
        ("(pourquoi ?)", "(pourquoi\u{a0}?)"),
        ("Voir [le site](https://example.org) : ouvert", "Voir [le site](https://example.org)\u{a0}: ouvert"),
        ("Voir <https://example.org> : ouvert", "Voir <https://example.org>\u{a0}: ouvert"),
        ("https://example.org\u{a0}voir : ouvert", "https://example.org\u{a0}voir\u{a0}: ouvert"),
        ("- Le square : bruit le soir\n- 50 % de lampes", "- Le square\u{a0}: bruit le soir\n- 50\u{a0}% de lampes"),
        ("> Le hall : propre !", "> Le hall\u{a0}: propre\u{a0}!"),
        ("| Coût : 12 € | Fait ? |", "| Coût\u{a0}: 12\u{a0}€ | Fait\u{a0}? |"),
        ("Le code `a : b` : utile", "Le code `a : b`\u{a0}: utile"),
        ("Un ` seul : oui", "Un ` seul\u{a0}: oui"),
        ("Un \\` échappé : oui ` non", "Un \\` échappé\u{a0}: oui ` non"),
        ("Un `\n\nautre : oui `", "Un `\n\nautre\u{a0}: oui `"),
        ("```\na : b\n```\nAprès : oui", "```\na : b\n```\nAprès\u{a0}: oui"),
        ("~~~~ txt\n~~~\na : b\n~~~~\nc : d", "~~~~ txt\n~~~\na : b\n~~~~\nc\u{a0}: d"),
        ("# Axe 1 : le square", "# Axe 1\u{a0}: le square"),
        ("1. Sujet : l'accès", "1. Sujet\u{a0}: l'accès"),
    ];
    table(&bound, |text| locale::no_break(text, French));
    table(&bound.map(|(text, _)| (text, text)), |text| locale::no_break(text, English));
}

#[test]
fn what_markdown_reads_stays() {
    let kept = [
        "",
        "déjà fait\u{a0}: oui\u{202f}!",
        "collé: oui! non?",
        "deux  : espaces",
        "fin « \nde ligne",
        "« ",
        " : en tête",
        "- ! important",
        "1) ? question",
        "> : cité",
        "## ! titre",
        "* - : imbriqué",
        "- [ ] ? à faire",
        "- [x] ! fait",
        "| :--- | ---: | :-: |",
        "a | b\n:--- | ---:\n",
        "|---| :---|",
        "une image ![plan](plan.png)",
        "une humeur :-) ou ;-)",
        "un :smile: et un :8080",
        "`a : b ; c ! d ?`",
        "``un ` puis : deux``",
        "`sur\ndeux : lignes`",
        "```\nnom : valeur\n```",
        "```yaml\nouvert : jamais refermé\n\n« x »",
        "- liste\n\n  ```\n  a : b\n  ```\n",
        "> ```\n> a : b\n> ```\n",
        "[plan](<mon plan ?.pdf>)",
        "https://example.org/a?b=c:d;e!f",
        "https://example.org :",
        "www.example.org :",
        "Voir\twww.example.org :",
        "www.example.org ?",
        "{% if x %}",
        "printf %d %20",
    ];
    table(&kept.map(|text| (text, text)), |text| locale::no_break(text, French));
}

#[test]
fn lists() {
    let rows: [(&[&str], &str, &str); 4] = [
        (&[], "", ""),
        (&["la CGL"], "la CGL", "la CGL"),
        (&["la CGL", "la CNL"], "la CGL et la CNL", "la CGL and la CNL"),
        (&["a", "b", "c"], "a, b et c", "a, b and c"),
    ];
    for (items, french, english) in rows {
        assert_eq!([locale::list_of(items, French), locale::list_of(items, English)], [french, english]);
    }
}

#[test]
fn short_words_elide() {
    for (word, next, expected) in [
        ("de", "évaluer l'entretien", "d'évaluer l'entretien"),
        ("de", "réaliser un diagnostic", "de réaliser un diagnostic"),
        ("afin de", "améliorer", "afin d'améliorer"),
        ("la", "Unité de Gestion", "l'Unité de Gestion"),
        ("De", "Œuvrer", "D'Œuvrer"),
        ("que", "un locataire", "qu'un locataire"),
        ("parce que", "il pleut", "parce qu'il pleut"),
        ("de", "« accompagnement »", "d'« accompagnement »"),
        ("de", "«\u{a0}coaching\u{a0}»", "de «\u{a0}coaching\u{a0}»"),
        ("de", "habitants", "d'habitants"),
        ("le", "habitat", "l'habitat"),
        ("le", "hiver", "l'hiver"),
        ("de", "HLM", "d'HLM"),
        ("le", "haltère", "l'haltère"),
        ("le", "hall", "le hall"),
        ("la", "hausse", "la hausse"),
        ("de", "Hausse des charges", "de Hausse des charges"),
        ("le", "handicap", "le handicap"),
        ("le", "harcèlement", "le harcèlement"),
        ("la", "Haute-Savoie", "la Haute-Savoie"),
        ("de", "huit", "de huit"),
        ("le", "huître", "l'huître"),
        ("de", "onze", "de onze"),
        ("que", "oui", "que oui"),
        ("le", "ouest", "l'ouest"),
        ("de", "11 locataires", "de 11 locataires"),
        ("de", "yaourt", "de yaourt"),
        ("de", "Yvelines", "d'Yvelines"),
        ("de", "Yerres", "d'Yerres"),
        ("une", "école", "une école"),
        ("de", "", "de"),
    ] {
        assert_eq!(locale::elide(word, next), expected);
    }
}

#[test]
fn bodies_take_their_article() {
    let rows = [
        ("Conseil de Résidence de Gambetta", "du Conseil de Résidence de Gambetta"),
        ("Conseils de Résidents", "des Conseils de Résidents"),
        ("Comité de concertation", "du Comité de concertation"),
        ("Co-pilotage de la démarche", "du Co-pilotage de la démarche"),
        ("Bureaux réunis", "des Bureaux réunis"),
        ("Commission jardin", "de la Commission jardin"),
        ("la commission jardin", "de la commission jardin"),
        ("La Commission jardin", "de la Commission jardin"),
        ("Assemblée des locataires", "de l'Assemblée des locataires"),
        ("L'Assemblée des locataires", "de l'Assemblée des locataires"),
        ("Agenda 21 de Montgeron La Forêt", "de l'Agenda 21 de Montgeron La Forêt"),
        ("Équipe de gérance", "de l'Équipe de gérance"),
        ("Table ronde", "de la Table ronde"),
        ("Amis de Gambetta", "des Amis de Gambetta"),
        ("Locataires du square", "des Locataires du square"),
        ("Les Tilleuls", "des Tilleuls"),
        ("Le Parc", "du Parc"),
        ("La Courneuve", "de La Courneuve"),
        ("L'Haÿ-les-Roses", "de L'Haÿ-les-Roses"),
        ("Gambetta", "de Gambetta"),
        ("Allende", "d'Allende"),
        ("« Groupe vert »", "du « Groupe vert »"),
        ("", "de"),
    ];
    table(&rows, |name| locale::of_the(name, French));
    let rows = [
        ("Tenants' Council of Gambetta", "of the Tenants' Council of Gambetta"),
        ("Conseil de Résidence", "of the Conseil de Résidence"),
        ("The Garden Committee", "of The Garden Committee"),
        ("la commission jardin", "of la commission jardin"),
        ("Gambetta", "of Gambetta"),
    ];
    table(&rows, |name| locale::of_the(name, English));
}

#[test]
fn whole_numbers_and_plurals() {
    for (number, french, english) in [
        (0, "0 action", "0 actions"),
        (1, "1 action", "1 action"),
        (-1, "-1 action", "-1 actions"),
        (2, "2 actions", "2 actions"),
        (999, "999 actions", "999 actions"),
        (1234, "1\u{a0}234 actions", "1,234 actions"),
        (-1_234_567, "-1\u{a0}234\u{a0}567 actions", "-1,234,567 actions"),
    ] {
        let counted = |language| locale::counted(number, "action", "actions", language);
        assert_eq!([counted(French), counted(English)], [french, english]);
    }
    assert_eq!(locale::integer(u64::MAX, English), "18,446,744,073,709,551,615");
    assert_eq!(locale::plural(["a", "b"].len(), "séance", "séances", French), "séances");
}

#[test]
fn amounts_and_rates() {
    in_both::<Euros>(
        &[
            ("0", "0,00\u{a0}€", "€0.00"),
            ("999,9", "999,90\u{a0}€", "€999.90"),
            ("1234.50", "1\u{a0}234,50\u{a0}€", "€1,234.50"),
            ("-12345.05", "-12\u{a0}345,05\u{a0}€", "-€12,345.05"),
        ],
        locale::euros,
    );
    in_both::<Decimal>(&[("78.60", "78,6", "78.6"), ("-1234.5", "-1\u{a0}234,5", "-1,234.5")], locale::decimal);
    in_both::<Decimal>(&[("68.2", "68,2\u{a0}%", "68.2%"), ("100", "100\u{a0}%", "100%")], locale::percent);
}

#[test]
fn ordinals() {
    for (rank, masculine, feminine, english) in [
        (1, "1er", "1re", "1st"),
        (2, "2e", "2e", "2nd"),
        (3, "3e", "3e", "3rd"),
        (4, "4e", "4e", "4th"),
        (11, "11e", "11e", "11th"),
        (13, "13e", "13e", "13th"),
        (21, "21e", "21e", "21st"),
        (112, "112e", "112e", "112th"),
    ] {
        assert_eq!(locale::ordinal(rank, Masculine, French), masculine);
        assert_eq!(locale::ordinal(rank, Feminine, French), feminine);
        assert_eq!(locale::ordinal(rank, Feminine, English), english);
    }
}

#[test]
fn days_and_times() {
    let days = [
        ("2011-04-01", "vendredi 1er avril 2011", "Friday 1 April 2011"),
        ("2011-04-02", "samedi 2 avril 2011", "Saturday 2 April 2011"),
        ("2011-04-06", "mercredi 6 avril 2011", "Wednesday 6 April 2011"),
        ("2023-08-21", "lundi 21 août 2023", "Monday 21 August 2023"),
    ];
    in_both::<Date>(&days, locale::date_with_weekday);
    let without_name = |text| str::split_once(text, ' ').map_or(text, |(_, date)| date);
    let days = days.map(|(day, french, english)| (day, without_name(french), without_name(english)));
    in_both::<Date>(&days, locale::date);
    in_both::<Time>(
        &[
            ("18:30", "18\u{a0}h\u{a0}30", "18:30"),
            ("18:00", "18\u{a0}h", "18:00"),
            ("9h05", "9\u{a0}h\u{a0}05", "09:05"),
        ],
        locale::time,
    );
}

#[test]
fn periods() {
    in_both::<Period>(
        &[
            ("2023", "2023", "2023"),
            ("2023-S1", "1er semestre 2023", "1st half of 2023"),
            ("2023-S2", "2e semestre 2023", "2nd half of 2023"),
            ("2023-T4", "4e trimestre 2023", "4th quarter of 2023"),
            ("2023-10", "octobre 2023", "October 2023"),
            ("2023-W15", "semaine 15 de 2023", "week 15 of 2023"),
            ("2024-04-01", "1er avril 2024", "1 April 2024"),
        ],
        locale::period,
    );
    in_both::<Period>(
        &[
            ("2023", "pour 2023", "by the end of 2023"),
            ("2023-S2", "pour le 2e semestre 2023", "by the end of the 2nd half of 2023"),
            ("2023-Q4", "pour le 4e trimestre 2023", "by the end of the 4th quarter of 2023"),
            ("2023-10", "pour octobre 2023", "by the end of October 2023"),
            ("2023-W15", "pour la semaine 15 de 2023", "by the end of week 15 of 2023"),
            ("2024-04-01", "pour le 1er avril 2024", "by 1 April 2024"),
        ],
        locale::by_period,
    );
    in_both::<Period>(
        &[
            ("2023", "en 2023", "in 2023"),
            ("2023-S2", "au 2e semestre 2023", "in the 2nd half of 2023"),
            ("2023-Q4", "au 4e trimestre 2023", "in the 4th quarter of 2023"),
            ("2023-10", "en octobre 2023", "in October 2023"),
            ("2023-W15", "la semaine 15 de 2023", "in week 15 of 2023"),
            ("2024-04-01", "le 1er avril 2024", "on 1 April 2024"),
        ],
        locale::in_period,
    );
    for (text, french) in [
        ("2023-Q4", "4e trimestre 2023"),
        ("réglé (2023-03-14), 2 faites", "réglé (14 mars 2023), 2 faites"),
        (
            "séance 2023-03-14-2, 12023-03-14, 84 logements en 2023",
            "séance 2023-03-14-2, 12023-03-14, 84 logements en 2023",
        ),
        ("é2", "é2"),
    ] {
        assert_eq!(locale::in_words(text, French), french);
    }
}

proptest! {
    #[test]
    fn binding_changes_spaces_alone_and_once(text in "([a-z0-9«»:;!?%€`~|<>()\\[\\]\\\\#*é.-]| |\n|\u{a0}|```\n|\\PC){0,60}") {
        let bound = locale::no_break(&text, French);
        prop_assert_eq!(locale::no_break(&bound, French), bound.clone());
        prop_assert_eq!(bound.chars().count(), text.chars().count());
        for (before, after) in text.chars().zip(bound.chars()) {
            let spaced = before == ' ' && after == locale::NO_BREAK_SPACE;
            prop_assert!(before == after || spaced);
        }
        // Code further on, which has every paragraph read as a whole, makes nothing else of what stands before it.
        if !text.contains('`') && !text.contains("~~~") {
            prop_assert_eq!(locale::no_break(&format!("{text}\n\n`"), French), format!("{bound}\n\n`"));
        }
        let _ = (locale::in_words(&text, French), locale::elide("de", &text), locale::of_the(&text, French), locale::of_the(&text, English));
    }
}
