import { civilDate } from '#platform/formats';
import { writeTable } from '#platform/formats.server';

interface Guest {
  name: string;
  seats: number;
  state: string;
  answer: string;
  isConfirmed: boolean;
  attendedSeats: number | null;
  email?: string;
  phone?: string;
}

interface GuestTable {
  startsAt: Date;
  question: string;
  guests: readonly Guest[];
  hasAddresses: boolean;
}

/** The list of one date as a table to take along, kept by nobody on the way. */
export function guestTable(
  t: (key: string) => string,
  { startsAt, question, guests, hasAddresses }: GuestTable,
): Response {
  const columns = ['person', 'person.seats', 'person.state', 'person.present'];
  if (hasAddresses) columns.push('person.email', 'person.phone');
  const table = writeTable(
    [...columns.map((name) => t(`attendance.desk.${name}`)), question || t('attendance.desk.person.answer')],
    guests.map((guest) => [
      guest.name,
      guest.seats,
      t(`attendance.desk.state.${guest.isConfirmed ? guest.state : 'unconfirmed'}`),
      guest.attendedSeats,
      ...(hasAddresses ? [guest.email ?? '', guest.phone ?? ''] : []),
      guest.answer,
    ]),
  );
  return new Response(table, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="anmeldungen-${civilDate(startsAt)}.csv"`,
      'cache-control': 'no-store',
      'referrer-policy': 'same-origin',
    },
  });
}
