//! A full name without a title, of somebody whom the record does not know: « Amina Belkacem », a first name that many
//! bear and a capital behind it. The namesake of a street or of a school is no resident.

use super::title::word_length;
use std::collections::HashSet;
use std::sync::LazyLock;

/// First names that many bear in France, of all ages and origins; not those that are words, such as « Rose ».
const FIRST_NAMES: &str = "
    Abdel Abdelkader Abdallah Adama Adam Adèle Adrien Agathe Agnès Ahmed Aïcha Aïssa Aïssatou Alain Albert Alex Alexandra
    Alexandre Alexis Ali Alice Aline Amadou Amélie Amina Amine Amir Ana André Andrée Angèle Anita Anna Anne Annick Annie
    Anthony Antoine Antonio Arnaud Arthur Assia Audrey Aurélie Aurélien Awa Axel Aziz Bakary Baptiste Béatrice Benjamin
    Benoît Bernadette Bernard Bertrand Boris Brahim Brigitte Bruno Carine Carlos Carmen Caroline Catherine Cécile Cédric
    Céline Chantal Charles Charlotte Chloé Christelle Christian Christiane Christine Christophe Claire Clara Claude
    Claudine Clément Colette Corinne Cyril Damien Daniel Daniela Danièle David Delphine Denis Denise Diane Didier Djamila
    Dominique Dylan Edith Édith Édouard Elena Éliane Élisabeth Élise Élodie Émile Émilie Emma Emmanuel Emmanuelle Enzo
    Éric Erwan Estelle Esther Étienne Eugène Ève Évelyne Fabien Fabienne Fabrice Farid Farida Fatima Fatiha Fatou
    Fatoumata Félix Fernand Fernando Florence Florent Florian Francine Francis Francisco Franck François Françoise
    Frédéric Frédérique Gabriel Gabrielle Gaël Gaëlle Geneviève Georges Gérald Gérard Germaine Ghislaine Gilbert Gilles
    Ginette Gisèle Grégory Guillaume Gustave Guy Habib Hakim Halima Hamid Hamza Hanane Hassan Hélène Henri Henriette
    Hervé Hicham Houria Hubert Hugo Ibrahim Inès Irène Isabelle Ismaël Jacqueline Jacques Jamel Jamila Janine Jean Jeanne
    Jeannine Jennifer Jérémie Jérémy Jérôme Jessica Joao João Joël Joëlle Johanna Jonathan Jordan José Joseph Josette
    Josiane Juan Jules Julia Julie Julien Juliette Justine Kader Kamel Karim Karima Karine Kenza Kévin Khadija Khaled
    Lætitia Laetitia Laila Laurence Laurent Leïla Léa Léo Léon Leïla Lila Liliane Lina Linda Lionel Loïc Louis Louise
    Luc Lucas Lucette Lucie Lucien Lucienne Ludovic Lydia Lydie Madeleine Magali Malika Mamadou Manon Manuel Marc Marcel
    Marcelle Margaux Margot Maria Mariam Marianne Marie Marine Marion Marius Marta Martine Maryse Mathieu Mathilde
    Matthieu Maurice Maxime Mehdi Mélanie Mélissa Michaël Michel Michèle Micheline Mireille Mohamed Mohammed Monique
    Morgane Mouloud Mourad Moussa Mustapha Myriam Nabil Nadège Nadia Nadine Naïma Nasser Natacha Nathalie Nathan Nicolas
    Nicole Noah Noëlle Nora Nordine Odette Odile Olga Olivier Omar Oumar Ousmane Pascal Pascale Patrice Patricia Patrick
    Paul Paula Paulette Pauline Paulo Pedro Philippe Pierre Pierrette Quentin Rachel Rachid Rachida Raphaël Raymond
    Raymonde Rébecca Rémi Rémy René Renée Richard Robert Roger Roland Romain Rosa Roselyne Sabine Sabrina Said Saïd Salah
    Salim Salima Samia Samir Samira Samuel Sandra Sandrine Sara Sarah Sébastien Serge Séverine Simon Simone Sofia Sofiane
    Solange Sonia Sophie Souad Stéphane Stéphanie Suzanne Sylvain Sylvie Tatiana Théo Thérèse Thibault Thierry Thomas
    Tiphaine Valentin Valérie Vanessa Véronique Victor Vincent Virginie Viviane Wafa Walid Xavier Yacine Yamina Yann
    Yannick Yasmina Yasmine Youssef Yves Yvette Yvonne Zahra Zohra Zoé
";

/// What is called after somebody, by its last word: « centre social », « salle polyvalente ».
const NAMESAKES: [&str; 47] = [
    "allée",
    "avenue",
    "bibliothèque",
    "boulevard",
    "bâtiment",
    "centre",
    "chemin",
    "cité",
    "clinique",
    "collège",
    "cours",
    "crèche",
    "culturel",
    "cour",
    "esplanade",
    "école",
    "élémentaire",
    "espace",
    "foyer",
    "gymnase",
    "hall",
    "hôpital",
    "impasse",
    "immeuble",
    "lycée",
    "maison",
    "maternelle",
    "médiathèque",
    "municipale",
    "parc",
    "passage",
    "place",
    "polyvalente",
    "pont",
    "primaire",
    "quai",
    "résidence",
    "rue",
    "saint",
    "sainte",
    "salle",
    "scolaire",
    "social",
    "square",
    "stade",
    "théâtre",
    "tour",
];

/// What may stand between it and the name: « rue du Docteur Brousse ».
const BETWEEN: [&str; 11] = [
    "du",
    "docteur",
    "dr",
    "général",
    "maréchal",
    "président",
    "professeur",
    "colonel",
    "capitaine",
    "abbé",
    "commandant",
];

/// What may stand within a surname.
const PARTICLES: [&str; 10] = ["de", "du", "des", "le", "la", "ben", "el", "al", "da", "van"];

/// How long the full name is that begins here.
pub(super) fn full_name(letters: &[char], at: usize) -> Option<usize> {
    let rest = letters.get(at..)?;
    let mut end = word(rest);
    if !is_first_name(rest.get(..end)?) || is_namesake(letters, at) {
        return None;
    }
    let mut is_named = false;
    while rest.get(end).is_some_and(|sign| matches!(sign, ' ' | '\u{a0}')) {
        let behind = rest.get(end + 1..)?;
        let length = word(behind);
        let text: String = behind.get(..length)?.iter().collect();
        let is_capital = text.chars().next().is_some_and(char::is_uppercase);
        let next = behind.get(length + 1).is_some_and(|sign| sign.is_uppercase());
        let is_particle = next && PARTICLES.contains(&text.as_str());
        if !is_capital && !is_particle {
            break;
        }
        is_named |= is_capital;
        end += 1 + length;
    }
    is_named.then_some(end)
}

/// How long the word is that begins here, without the sign that ends a sentence.
fn word(rest: &[char]) -> usize {
    let length = word_length(rest);
    let ends = rest.get(..length).unwrap_or_default().iter().rev();
    length - ends.take_while(|sign| matches!(sign, '.' | ':' | '!' | '?' | '…')).count()
}

/// « Amina », « AMINA », « Jean-Paul ».
fn is_first_name(letters: &[char]) -> bool {
    static KNOWN: LazyLock<HashSet<String>> =
        LazyLock::new(|| FIRST_NAMES.split_whitespace().map(str::to_lowercase).collect());
    let first = letters.iter().take_while(|sign| !matches!(sign, '-' | '\u{2011}'));
    letters.first().is_some_and(|first| first.is_uppercase())
        && KNOWN.contains(&first.flat_map(|sign| sign.to_lowercase()).collect::<String>())
}

/// How many signs before a name may say what is called so.
const FAR: usize = 60;

/// « rue Jean Jaurès », « collège Louise Michel », « rue du Docteur Brousse », « rue Pierre et Marie Curie ».
pub(super) fn is_namesake(letters: &[char], at: usize) -> bool {
    let text: String = letters.get(at.saturating_sub(FAR)..at).unwrap_or_default().iter().collect();
    let is_over = |sign: char| !(sign.is_alphabetic() || sign.is_whitespace());
    let clause = text.rsplit(is_over).next().unwrap_or_default();
    let words: Vec<&str> = clause.split_whitespace().rev().collect();
    let is_of = |list: &[&str], word: &&str| list.contains(&word.to_lowercase().as_str());
    // Behind « et », another name of the same place stands before.
    let behind = match words.as_slice() {
        ["et", first, rest @ ..] if first.starts_with(char::is_uppercase) => rest,
        all => all,
    };
    behind.iter().find(|word| !is_of(&BETWEEN, word)).is_some_and(|word| is_of(&NAMESAKES, word))
}
