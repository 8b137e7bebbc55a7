//! What `council send` says of itself, in French.

use crate::locale::command_line::Send;

pub(super) const SEND: Send = Send {
    about: "Envoyer un document aux habitants par courriel, à chacun une seule fois",
    examples: "  council send les-tilleuls --to ../contacts.csv --dry-run
                                           dire ce qui serait envoyé, et à combien de personnes
  council send les-tilleuls --to ../contacts.csv --outbox ../courrier
                                           un fichier par message, à envoyer avec votre logiciel de courriel
  council send les-tilleuls --what agenda --to ../contacts.csv --smtp smtps://mail.exemple.fr
                                           la convocation, par le serveur de votre organisme",
    council: "Le conseil, par le nom de son dossier (inutile s'il n'y en a qu'un)",
    session: "La séance, par sa date\u{a0}: par défaut la dernière tenue, la prochaine pour la convocation\u{a0}; le jour, pour \
              l'affiche",
    to: "Les destinataires\u{a0}: un fichier CSV hors du registre, avec une colonne Courriel\u{a0}; Nom, Prénom, Conseil et \
         Désabonné s'il y en a",
    outbox: "Le dossier où écrire un fichier .eml par message, pour qui n'a pas de serveur",
    smtp: "Le serveur de courriel\u{a0}: smtps://mail.exemple.fr, ou smtp://mail.exemple.fr:587\u{a0}; la connexion est \
           chiffrée, sauf vers cette machine",
    what: "Le document\u{a0}: minutes (relevé, par défaut), agenda (convocation) ou notice (affiche)",
    dry_run: "Dire ce qui serait envoyé, sans rien envoyer ni écrire",
    retry_doubtful: "Renvoyer les messages incertains d'un envoi interrompu, au risque d'un doublon",
    again: "Envoyer un relevé déjà diffusé depuis une autre copie du registre, ou un texte changé à qui a reçu l'ancien",
    from: "L'expéditeur (par défaut, l'adresse de contact de landlord.yaml)",
    reply_to: "L'adresse où vont les réponses (par défaut, l'expéditeur)",
    unsubscribe: "L'adresse où écrire pour ne plus rien recevoir (par défaut, celle des réponses)",
    credentials: "Un fichier hors du registre\u{a0}: l'utilisateur sur la première ligne, le mot de passe sur la deuxième (par \
                  défaut, COUNCIL_SMTP_USER et COUNCIL_SMTP_PASSWORD)",
    ca: "Les certificats (PEM) de l'autorité à laquelle se fier, au lieu de celles du système",
    timeout: "Le temps laissé au serveur pour répondre (par défaut, 60)",
    pause: "L'attente avant de redemander à un serveur occupé, doublée à chaque fois (par défaut, 5)",
};
