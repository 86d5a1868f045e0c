import { readFileSync } from 'node:fs';
import { sentencesOf } from '../../src/answer-engine/index.ts';
import type { SearchDocument, SearchLine } from '../../src/answer-engine/index.ts';

interface Fact {
  id: string;
  title: string;
  body: string;
  topic: string;
  source_url: string;
  source_date: string | null;
  contact_role: string | null;
  confidence: string;
  superseded: boolean;
  superseded_by: string | null;
}

const confidences: Record<string, SearchDocument['confidence']> = {
  hoch: 'high',
  mittel: 'medium',
  niedrig: 'low',
};

const blank: SearchDocument = {
  id: '',
  articleId: '',
  kind: 'article',
  title: '',
  url: '',
  source: '',
  sourceUrl: null,
  date: null,
  level: 'town',
  levelName: null,
  audience: 'all',
  confidence: 'high',
  superseded: false,
  supersededBy: null,
  contactRole: null,
  topic: null,
  example: false,
  lines: [],
};

export const line = (text: string, form: SearchLine['form'] = 'sentence'): SearchLine => ({
  text,
  heading: [],
  form,
});

/** The pages of the Hagenow demo as the product offers them to the engine, made from a folder of its data files. */
export function hagenowDocuments(folder: string): SearchDocument[] {
  const read = (file: string) => JSON.parse(readFileSync(`${folder}/${file}`, 'utf8'));
  return [
    ...read('knowledge/hagenow_business_facts.json').entries.map(factDocument),
    ...read('geo/hagenow_places.json').places.map(placeDocument),
    ...councilDocuments(read('knowledge/hagenow_council_facts.json')),
    ...programmeDocuments(read('programme/sccon2024_stand.json')),
  ];
}

function factDocument(fact: Fact): SearchDocument {
  return {
    ...blank,
    id: `article:${fact.id}`,
    articleId: fact.id,
    title: fact.title,
    url: `/wissen/${fact.id}`,
    source: hostOf(fact.source_url),
    sourceUrl: fact.source_url,
    date: fact.source_date,
    confidence: confidences[fact.confidence] ?? 'medium',
    superseded: fact.superseded,
    supersededBy: fact.superseded_by,
    contactRole: fact.contact_role,
    topic: fact.topic,
    lines: sentencesOf(fact.body).map((text) => line(text)),
  };
}

const hostOf = (url: string): string => /^https?:\/\/([^/]+)/.exec(url)?.[1] ?? url;
const days: Record<string, string> = {
  Mo: 'Montag',
  Tu: 'Dienstag',
  We: 'Mittwoch',
  Th: 'Donnerstag',
  Fr: 'Freitag',
  Sa: 'Samstag',
  Su: 'Sonntag',
};
const categories: Record<string, string> = {
  verwaltung: 'Verwaltung',
  kultur: 'Kultur',
  entsorgung: 'Entsorgung',
  mobilitaet: 'Mobilität',
  bildung: 'Bildung',
  versorgung: 'Versorgung',
  unternehmen: 'Unternehmen',
};

interface Place {
  id: string;
  name: string;
  category: string;
  street: string | null;
  postcode: string;
  city: string;
  phone: string | null;
  email: string | null;
  url: string | null;
  opening_hours: string | null;
  source: string;
}

function placeDocument(place: Place): SearchDocument {
  const lines = [
    line(`Adresse: ${place.street ? `${place.street}, ` : ''}${place.postcode} ${place.city}`, 'contact'),
  ];
  if (place.opening_hours) lines.push(line(`Öffnungszeiten: ${hoursInWords(place.opening_hours)}`, 'row'));
  const contact = [
    place.phone && `Telefon ${place.phone}`,
    place.email && `E-Mail ${place.email}`,
    place.url && `Internet ${place.url}`,
  ].filter(Boolean);
  if (contact.length) lines.push(line(contact.join(', '), 'contact'));
  return {
    ...blank,
    id: `place:${place.id}`,
    articleId: `place:${place.id}`,
    kind: 'place',
    title: place.name,
    url: `/orte/${place.id}`,
    source: hostOf(place.source),
    sourceUrl: place.source.startsWith('http') ? place.source : null,
    date: '2026-11-23',
    topic: categories[place.category] ?? place.category,
    lines,
  };
}

function hoursInWords(hours: string): string {
  return hours
    .split(';')
    .map((part) =>
      part
        .trim()
        .replace(/\b(Mo|Tu|We|Th|Fr|Sa|Su)\b/g, (day) => days[day]!)
        .replaceAll(',', ', '),
    )
    .join('; ');
}

interface Item {
  body: string;
  date: string;
  time: string | null;
  number?: string;
  title?: string;
  result?: string | null;
  room?: string;
  public: boolean;
  url?: string;
}

function councilDocuments(council: {
  bodies: { id: string; name: string }[];
  agenda_items: Item[];
  meetings_2018: Item[];
}): SearchDocument[] {
  const meetings = new Map<string, Item[]>();
  for (const item of [...council.agenda_items, ...council.meetings_2018]) {
    const key = `council:${item.body}@${item.date}`;
    meetings.set(key, [...(meetings.get(key) ?? []), item]);
  }
  return [...meetings].map(([id, items]) => {
    const first = items[0]!;
    const body = council.bodies.find((one) => one.id === first.body)?.name ?? first.body;
    return {
      ...blank,
      id,
      articleId: id,
      kind: 'council',
      title: `Sitzung ${body} am ${germanDate(first.date)}`,
      url: `/rat/${id}`,
      source: 'hagenow.sitzung-mv.de',
      sourceUrl: first.url ?? null,
      date: first.date,
      topic: 'verwaltung',
      contactRole: 'Sitzungsdienst',
      lines: items.flatMap((item) => councilLines(item, body)),
    };
  });
}

function councilLines(item: Item, body: string): SearchLine[] {
  const when = `${germanDate(item.date)}${item.time ? `, ${item.time} Uhr` : ''}${item.room ? `, ${item.room}` : ''}`;
  if (!item.title)
    return [line(`${body}: Sitzung am ${when} (${item.public ? 'öffentlich' : 'nicht öffentlich'}).`, 'row')];
  return [
    line(
      `${body}, ${when}, TOP ${item.number}: ${item.title}${item.result ? ` – ${item.result}` : ''}.`,
      'row',
    ),
  ];
}

const months = [
  'Januar',
  'Februar',
  'März',
  'April',
  'Mai',
  'Juni',
  'Juli',
  'August',
  'September',
  'Oktober',
  'November',
  'Dezember',
];

function germanDate(date: string): string {
  const [year, month, day] = date.split('-');
  return `${Number(day)}. ${months[Number(month) - 1]} ${year}`;
}

interface Session {
  id: string;
  title: string;
  type: string;
  daypart?: string | null;
  speakers: { name: string; role: string | null }[];
  organisations?: string[];
  moderators?: { name: string }[];
  topics: string[];
}

function programmeDocuments(stand: {
  event: string;
  place: string;
  days: { day: number; motto: string; sessions: Session[] }[];
  without_day: Session[];
}): SearchDocument[] {
  const one = (session: Session, where: string): SearchDocument => {
    const people = [
      ...session.speakers.map((speaker) =>
        speaker.role ? `${speaker.name} (${speaker.role})` : speaker.name,
      ),
      ...(session.organisations ?? []),
    ];
    const lines = [
      line(
        `${session.type} auf der Smart Country Convention (SCCON) 2024 in ${stand.place}, Stand Digitales MV${where}${session.daypart ? `, ${session.daypart}` : ''}.`,
      ),
    ];
    if (people.length) lines.push(line(`Mit: ${people.join(', ')}.`, 'row'));
    if (session.moderators?.length)
      lines.push(line(`Moderation: ${session.moderators.map((person) => person.name).join(', ')}.`, 'row'));
    lines.push(line(`Themen: ${session.topics.join(', ')}.`, 'row'));
    return {
      ...blank,
      id: `sccon:${session.id}`,
      articleId: `sccon:${session.id}`,
      kind: 'event',
      title: session.title,
      url: `/programm/${session.id}`,
      source: 'Digitales MV',
      date: '2024',
      topic: 'smart_city',
      contactRole: null,
      lines,
    };
  };
  return [
    ...stand.days.flatMap((day) =>
      day.sessions.map((session) => one(session, `, Tag ${day.day} „${day.motto}“`)),
    ),
    ...stand.without_day.map((session) => one(session, '')),
  ];
}
