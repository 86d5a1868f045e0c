import { INVITATION_HOURS, RESET_MINUTES } from './model.ts';

interface Mail {
  to: string;
  subject: string;
  text: string;
}

export function invitationMail(about: {
  email: string;
  name: string;
  link: string;
  town: string;
  invitedBy: string;
}): Mail {
  return {
    to: about.email,
    subject: `Einladung zur Verwaltung von ${about.town}`,
    text: [
      `Guten Tag ${about.name},`,
      `${about.invitedBy} lädt Sie ein, in der digitalen Ortsmitte von ${about.town} mitzuarbeiten.`,
      `Öffnen Sie diesen Link und legen Sie Ihr Passwort fest:\n${about.link}`,
      `Der Link funktioniert ein Mal und ${INVITATION_HOURS} Stunden lang. Wenn Sie nichts damit anfangen können, löschen Sie diese Nachricht.`,
    ].join('\n\n'),
  };
}

export function resetMail(about: { email: string; name: string; link: string; town: string }): Mail {
  return {
    to: about.email,
    subject: `Neues Passwort für die Verwaltung von ${about.town}`,
    text: [
      `Guten Tag ${about.name},`,
      `für Ihr Konto wurde ein neues Passwort angefordert. Hier legen Sie es fest:\n${about.link}`,
      `Der Link funktioniert ein Mal und ${RESET_MINUTES} Minuten lang. Wenn Sie das nicht waren, müssen Sie nichts tun: Ihr altes Passwort gilt weiter.`,
    ].join('\n\n'),
  };
}
