import { describe, expect, test } from 'vitest';
import { readCalendar } from './read.ts';

/** As a file comes: CRLF, with what stands around the events. */
function read(text: string) {
  const lines = text
    .trim()
    .split('\n')
    .map((line) => line.replace(/^ {4}/, ''));
  const outcome = readCalendar(new TextEncoder().encode(lines.join('\r\n')), {});
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  return outcome.value;
}

test('Outlook: Windows names of zones, a zone of its own making, whole days as midnight to midnight', () => {
  const { events, faults } = read(`
    BEGIN:VCALENDAR
    PRODID:-//Microsoft Corporation//Outlook 16.0 MIMEDIR//EN
    METHOD:PUBLISH
    BEGIN:VTIMEZONE
    TZID:Customized Time Zone
    BEGIN:STANDARD
    DTSTART:16011028T030000
    TZOFFSETFROM:+0200
    TZOFFSETTO:+0100
    END:STANDARD
    BEGIN:DAYLIGHT
    DTSTART:16010325T020000
    TZOFFSETFROM:+0100
    TZOFFSETTO:+0200
    END:DAYLIGHT
    END:VTIMEZONE
    BEGIN:VEVENT
    UID:040000008200E00074C5B7101A82E008
    SUMMARY:Sprechstunde
    DTSTART;TZID="W. Europe Standard Time":20260701T180000
    DTEND;TZID="W. Europe Standard Time":20260701T190000
    RRULE:FREQ=WEEKLY;COUNT=3;BYDAY=WE;WKST=MO
    EXDATE;TZID="W. Europe Standard Time":20260708T180000
    END:VEVENT
    BEGIN:VEVENT
    UID:2
    SUMMARY:Eigene Zone
    DTSTART;TZID=Customized Time Zone:20260701T180000
    END:VEVENT
    BEGIN:VEVENT
    UID:3
    SUMMARY:Stadtfest
    DTSTART;TZID="W. Europe Standard Time":20260703T000000
    DTEND;TZID="W. Europe Standard Time":20260706T000000
    X-MICROSOFT-CDO-ALLDAYEVENT:TRUE
    END:VEVENT
    BEGIN:VEVENT
    UID:4
    SUMMARY:Ruf aus London
    DTSTART;TZID=GMT Standard Time:20260701T180000
    END:VEVENT
    END:VCALENDAR`);
  expect(faults).toEqual([]);
  expect(
    events.map(({ startsAt, endsAt, allDay, excluded }) => [
      startsAt.toISOString(),
      endsAt?.toISOString() ?? null,
      allDay,
      excluded,
    ]),
  ).toEqual([
    ['2026-07-01T16:00:00.000Z', '2026-07-01T17:00:00.000Z', false, ['20260708T180000']],
    ['2026-07-01T16:00:00.000Z', null, false, []],
    ['2026-07-02T22:00:00.000Z', '2026-07-05T22:00:00.000Z', true, []],
    ['2026-07-01T17:00:00.000Z', null, false, []],
  ]);
});

test('Google: a series with one moved and one cancelled date, folded lines, times in UTC', () => {
  const { name, events, faults } = read(`
    BEGIN:VCALENDAR
    PRODID:-//Google Inc//Google Calendar 70.9054//EN
    X-WR-CALNAME:Chor
    X-WR-TIMEZONE:Europe/Berlin
    BEGIN:VEVENT
    UID:chor@google.com
    DTSTART;TZID=Europe/Berlin:20261005T180000
    DTEND;TZID=Europe/Berlin:20261005T193000
    RRULE:FREQ=WEEKLY;UNTIL=20261102T225959Z;BYDAY=MO
    SUMMARY:Probe im Gemeinde
     haus
    END:VEVENT
    BEGIN:VEVENT
    UID:chor@google.com
    RECURRENCE-ID;TZID=Europe/Berlin:20261012T180000
    DTSTART;TZID=Europe/Berlin:20261013T190000
    DTEND;TZID=Europe/Berlin:20261013T203000
    SUMMARY:Probe im Gemeindehaus
    END:VEVENT
    BEGIN:VEVENT
    UID:chor@google.com
    RECURRENCE-ID:20261019T160000Z
    DTSTART:20261019T160000Z
    DTEND:20261019T173000Z
    STATUS:CANCELLED
    SUMMARY:Probe im Gemeindehaus
    END:VEVENT
    BEGIN:VEVENT
    UID:einzeln@google.com
    DTSTART:20261224T150000Z
    SUMMARY:Singen
    END:VEVENT
    END:VCALENDAR`);
  expect([name, faults, events.length]).toEqual(['Chor', [], 2]);
  expect(events[0]!.summary).toBe('Probe im Gemeindehaus');
  expect(
    events[0]!.overrides.map(({ recurrenceId, startsAt, status }) => [
      recurrenceId,
      startsAt.toISOString(),
      status,
    ]),
  ).toEqual([
    ['20261012T180000', '2026-10-13T17:00:00.000Z', 'confirmed'],
    ['20261019T180000', '2026-10-19T16:00:00.000Z', 'cancelled'],
  ]);
  expect(events[1]!.startsAt).toEqual(new Date('2026-12-24T15:00:00Z'));
});

describe('times without a zone', () => {
  const floating = (head: string) =>
    read(`
    BEGIN:VCALENDAR
    ${head}
    BEGIN:VEVENT
    UID:1
    SUMMARY:Abfuhr
    DTSTART;VALUE=DATE-TIME:20260701T060000
    END:VEVENT
    END:VCALENDAR`).events[0]!.startsAt.toISOString();

  test('are of the town, or of the zone the calendar names', () => {
    expect(floating('VERSION:2.0')).toBe('2026-07-01T04:00:00.000Z');
    expect(floating('X-WR-TIMEZONE:Europe/Berlin')).toBe('2026-07-01T04:00:00.000Z');
    expect(floating('X-WR-TIMEZONE:UTC')).toBe('2026-07-01T06:00:00.000Z');
    expect(floating('X-WR-TIMEZONE:America/New_York')).toBe('2026-07-01T10:00:00.000Z');
    expect(floating('X-WR-TIMEZONE:Nirgendwo')).toBe('2026-07-01T04:00:00.000Z');
  });
});

test('a cancellation takes back what it names', () => {
  const { events } = read(`
    BEGIN:VCALENDAR
    METHOD:CANCEL
    BEGIN:VEVENT
    UID:1
    SUMMARY:Sitzung
    DTSTART:20260701T160000Z
    SEQUENCE:3
    END:VEVENT
    END:VCALENDAR`);
  expect(events.map(({ status, sequence }) => [status, sequence])).toEqual([['cancelled', 3]]);
});

test('days added as dates, times and periods; days excluded in one line or several, also without their time', () => {
  const { events, faults } = read(`
    BEGIN:VCALENDAR
    BEGIN:VEVENT
    UID:1
    SUMMARY:Markt
    DTSTART;TZID=Europe/Berlin:20261105T080000
    RRULE:FREQ=WEEKLY
    RDATE;TZID=Europe/Berlin:20261107T090000,20261108T090000
    RDATE;VALUE=PERIOD;TZID=Europe/Berlin:20261109T090000/PT2H
    EXDATE;VALUE=DATE:20261112
    EXDATE;TZID=Europe/Berlin:20261119T080000
    EXDATE:20261126T070000Z
    END:VEVENT
    END:VCALENDAR`);
  expect(faults).toEqual([]);
  expect(events[0]).toMatchObject({
    added: ['20261107T090000', '20261108T090000', '20261109T090000'],
    excluded: ['20261112', '20261119T080000', '20261126T080000'],
  });
});

test('a change of all later dates, and a rule by the hour, are named with their line', () => {
  const { events, faults } = read(`
    BEGIN:VCALENDAR
    BEGIN:VEVENT
    UID:1
    SUMMARY:Chor
    DTSTART;TZID=Europe/Berlin:20261105T180000
    RRULE:FREQ=WEEKLY
    END:VEVENT
    BEGIN:VEVENT
    UID:1
    SUMMARY:Chor, ab jetzt später
    RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Berlin:20261112T180000
    DTSTART;TZID=Europe/Berlin:20261112T190000
    END:VEVENT
    BEGIN:VEVENT
    UID:2
    SUMMARY:Läuten
    DTSTART;TZID=Europe/Berlin:20261105T180000
    RRULE:FREQ=HOURLY
    END:VEVENT
    BEGIN:VEVENT
    UID:3
    SUMMARY:Nur dieser Termin
    RECURRENCE-ID;TZID=Europe/Berlin:20261112T180000
    DTSTART;TZID=Europe/Berlin:20261112T190000
    END:VEVENT
    END:VCALENDAR`);
  expect(faults.map(({ line, reason }) => [line, reason])).toEqual([
    [8, 'range-not-supported'],
    [14, 'rule-not-supported'],
  ]);
  expect(events.map(({ externalId, rule }) => [externalId, rule])).toEqual([
    ['1', 'FREQ=WEEKLY'],
    ['2', null],
    ['3/20261112T180000', null],
  ]);
});
