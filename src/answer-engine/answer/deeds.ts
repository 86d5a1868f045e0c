import type { Query } from '../index/query.ts';
import { registers, registersOneself, tellsFault } from './cues.ts';
import { overlap } from './page.ts';
import type { CloseReading } from './reading.ts';

/** True when somebody tells what they want to do or what happened to them, and a page speaks of something else. */
export const lacksDeed = (query: Query, page: CloseReading): boolean =>
  lacksHome(query, page) ||
  lacksPapers(query, page) ||
  lacksRegistration(query, page) ||
  lacksApplication(query, page) ||
  lacksFault(query, page) ||
  lacksSubject(query, page);

const home = /wohnsitz|wohnung|einwohnermelde|meldebehörde|meldebescheinigung|umgezogen|zuzug/i;

// Who registers where he lives is helped neither by the report of a broken lamp nor by that of a business.
const lacksHome = (query: Query, { document }: CloseReading): boolean =>
  registersOneself.test(query.text) &&
  ![document.title, ...document.lines.map(({ text }) => text)].some((text) => home.test(text));

const asksForPapers =
  /(?<!\p{L})(?:(?:reise|kinder)?pass|perso(?:nalausweis)?|ausweis|passport|id card)(?!\p{L})/iu;
const papers = /(?<!\p{L})(?:reise|kinder)?p(?:a|ä)ss(?:e|es)?(?!\p{L})|ausweis/iu;

// A pass is no form of "passen".
const lacksPapers = (query: Query, { document }: CloseReading): boolean =>
  asksForPapers.test(query.text) &&
  ![document.title, ...document.lines.map(({ text }) => text)].some((text) => papers.test(text));

const asksForHelp = /(?<!\p{L})wer (?:hilft|berät|unterstützt|kümmert)(?!\p{L})/iu;
const helps = /^(?:hilft|helfen|berät|unterstütz|kümmer)/i;
const saysSo = 0.4;

// That somebody helps is not enough; the page must say with what.
function lacksSubject(query: Query, { reading }: CloseReading): boolean {
  if (!asksForHelp.test(query.text)) return false;
  const subjects = query.units.flatMap(({ word }, unit) => (helps.test(word) ? [] : [unit]));
  const said = [reading.title, ...reading.lines];
  return !subjects.some((unit) => said.some(({ any }) => any[unit]! > saysSo));
}

const registering =
  /(?:an|ab|um)(?:zu|ge)?meld|meld\p{L}* .{0,80}(?<!\p{L})(?:an|ab|um)(?!\p{L})|anzuzeigen|anzeig|registr|zulassung/iu;

// A page that only names the thing does not tell how to register for it.
const lacksRegistration = (query: Query, { document }: CloseReading): boolean =>
  registers.test(query.text) &&
  ![document.title, ...document.lines.map(({ text }) => text)].some((text) => registering.test(text));

const applies =
  /(?<!\p{L})bewerbe?n? (?:ich |wir |man )?(?:mich|uns|sich)(?!\p{L})|(?<!\p{L})(?:mich|uns|sich) .{0,40}bewerben/iu;

const lacksApplication = (query: Query, { document }: CloseReading): boolean =>
  applies.test(query.text) &&
  !document.lines.some(({ text }) => /bewerb|einschreib|aufruf|antrag|anträge/i.test(text));

const fault = /kaputt|defekt|beschädig|schaden|schäden|mängel|mangel|störung|ausfall|reparier|reparatur/i;

const tellsIt = 0.6;
const isStreet = /(?:stra(?:ß|ss)e|str|weg|allee|gasse|damm|ring|platz)$/;

// What a thing is helps nobody whose thing is broken; the page must speak of faults, and of this thing.
function lacksFault(query: Query, { document }: CloseReading): boolean {
  if (!tellsFault.test(query.text)) return false;
  if (![document.title, ...document.lines.map(({ text }) => text)].some((text) => fault.test(text)))
    return true;
  const things = query.units.flatMap(({ word, weight }, unit) =>
    (tellsFault.test(word) && !word.includes(' ')) || weight < 1 || isStreet.test(word) ? [] : [unit],
  );
  const told = [document.title, ...document.lines.map(({ text }) => text)].map((text) =>
    overlap(query, text),
  );
  return things.length > 0 && !things.some((unit) => told.some(({ any }) => any[unit]! > tellsIt));
}
