/**
 * Makes `pages.json` from the original pages of the Integreat portal of the county of Augsburg:
 *
 *   node demo/augsburg-land/prepare.ts <path to the original pages.json>
 *
 * Kept: pages with their place in the tree, text, links, addresses and numbers of offices. Left out: names of single
 * people, their own e-mail addresses and direct numbers, pictures, styles, other languages, pages without text.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sanitize from 'sanitize-html';
import { sentencesOf } from '../../src/platform/formats/markdown/sentences.ts';

interface Page {
  id: number;
  path: string;
  title: string;
  last_updated: string;
  content: string;
  parent: { id: number; path: string | null } | null;
  order: number;
}

// Two branches whose law and course dates are soon outdated; without them the file stays small.
const LEFT_OUT = ['/lkaugsburg/de/aufenthalt/', '/lkaugsburg/de/deutsch-lernen/'];

// Local parts of addresses that belong to an office, an association or a service, not to a person.
const OFFICE_MAIL =
  /^(info|kontakt|service|post(stelle)?|zab|eb|oba|gm|zsi|wir|help|babel|bsd|beratung|zentrale|sekretariat|team|mail|buero|international|abendrealschule|augsburg|radverkehr|schulamt|inklusion|fahrerlaubnis|fahrradwerkstatt|coaching|seniorenberatung|du-und-hier|gc_def|migration|jobcenter|fruehehilfen|jugend|schuldner|lk-augsburg|offene-hilfen|shg|wohn|studien|anerkennung|qualifizierung|gesundheit|schwangeren|bildung|deutschlernen|ukraine|abfallwirtschaft|auslaenderamt|frauenhaus|jugendmigrationsdienst)/i;

const GIVEN_NAMES =
  `Ahlam Alexandra Andrea Andreas Angelika Anja Anna Anne Annette Anton Armen Astrid Barbara Bernd Birgit Brigitte Carina Carolin Christian
  Christiane Christina Christine Claudia Cornelia Daniel Daniela David Diana Doris Elena Elisabeth Elrich Emilia Erich Eva Fatma Fernanda Florian
  Frank Franziska Gabriele Gerhard Günter Hans Heike Helga Helmut Herwig Ines Ingrid Irina Iris Jago Jan Jana Jasmin Jessica Johann Johanna
  Johannes Jonas Julia Jürgen Karin Katharina Kathrin Katja Katrin Kerstin Klaus Kristina Laura Lena Lisa Ludwig Manfred Manuela Marcos Margit Maria
  Marina Marion Markus Marlies Martin Martina Maryna Matthias Merima Michael Michaela Monika Mustafa Nadia Nadine Natalie Nicole Nina Olga Patricia
  Patrick Paul Peter Petra Pia Ralf Ramona Regina Renate Robert Roland Roswitha Sabine Sabrina Sandra Sarah Sevghin Silke Silvia Simon Simone Sofia Sonja
  Stefan Stefanie Stephan Stephanie Susanne Sven Sybille Tanja Tatjana Thomas Tobias Ufuk Ulrich Ulrike Ursula Ute Uwe Vanessa Veronika Verena
  Walter Waltraud Werner Wolfgang Yvonne`.split(/\s+/);
const PERSON = new RegExp(
  `\\b(Frau|Herrn?|Fr\\.|Hr\\.)\\s+(Dr\\.\\s+)?(?!und\\b|oder\\b)\\p{Lu}\\p{L}+|\\b(${GIVEN_NAMES.join('|')})\\s+(von\\s+)?\\p{Lu}\\p{L}+(-\\p{Lu}\\p{L}+)?`,
  'u',
);
// Streets, schools and houses carry names of people who are no contacts.
const NAMED_AFTER = /^[\s-]*(straße|str\.|platz|weg|schule|gymnasium|haus|kirche|zentrum|stiftung|allee|ring|heim|klinik|kolleg)/i;

const pages = (JSON.parse(readFileSync(process.argv[2]!, 'utf8')) as Page[]).map((page) => ({ ...page, content: prepare(page.content) }));
const withText = pages.filter((page) => page.content.length > 200 && !/existiert nicht in der ausgewählten Sprache/.test(page.content) && !LEFT_OUT.some((path) => page.path.startsWith(path)));
const needed = new Set(withText.flatMap((page) => branchOf(page)));
const kept = pages
  .filter((page) => needed.has(page.id))
  .map(({ id, path, title, last_updated, content, parent, order }) => ({
    id,
    path,
    title: title.trim(),
    last_updated: last_updated.slice(0, 10),
    parent: { path: parent?.path ?? null },
    order,
    content,
  }));
writeFileSync(join(import.meta.dirname, 'pages.json'), `[\n${kept.map((page) => JSON.stringify(page)).join(',\n')}\n]\n`);
process.stdout.write(`${kept.length} pages, ${surnames().size} names taken out\n`);

/** The page and those above it. */
function branchOf(page: Page): number[] {
  const above = pages.find((candidate) => candidate.path === page.parent?.path);
  return above ? [page.id, ...branchOf(above)] : [page.id];
}

/** Family names that the portal's personal e-mail addresses tell. */
function surnames(): Set<string> {
  return (known ??= new Set(
    [...readFileSync(process.argv[2]!, 'utf8').matchAll(/([\w.+-]+)@[\w.-]+/g)]
      .map((match) => match[1]!)
      .filter((local) => !OFFICE_MAIL.test(local))
      .flatMap((local) => local.toLowerCase().split(/[.+_]/))
      .filter((part) => part.length > 3 && !GIVEN_NAMES.some((name) => name.toLowerCase() === part)),
  ));
}
var known: Set<string> | undefined; // eslint-disable-line no-var -- filled on first use, above which the script runs

function prepare(html: string): string {
  const clean = sanitize(html.replace(/<img[^>]*>/g, ''), {
    allowedTags: ['p', 'br', 'h2', 'h3', 'h4', 'ul', 'ol', 'li', 'strong', 'em', 'a', 'table', 'tbody', 'tr', 'td', 'th'],
    allowedAttributes: { a: ['href'] },
    textFilter: (text) => text.replace(/\u00a0|&nbsp;/g, ' '),
  });
  const plain = clean.replace(/<a href="[^"]*(google\.|goo\.gl|maps\.app)[^"]*">([\s\S]*?)<\/a>/g, '$2').replace(/<p><em>Schlag(worte|wörter):[\s\S]*?<\/em><\/p>/g, '');
  const blocks = plain.split(/(<\/?(?:p|li|ul|ol|h[234]|table|tbody|tr|td|th)>)/);
  return blocks
    .map((block) => (block.startsWith('<') && /^<\/?(p|li|ul|ol|h[234]|table|tbody|tr|td|th)>$/.test(block) ? block : withoutPeople(block)))
    .join('')
    .replace(/\s+/g, ' ')
    .replace(/<(p|li|strong|em|h[234]|td|tr)>(\s|<br \/>)*<\/\1>/g, '')
    .replace(/<(ul|ol|table|tbody)>(\s|<tbody>|<\/tbody>)*<\/\1>/g, '')
    .replace(/<(p|li|strong|h[234])>(\s|<br \/>|<strong>|<\/strong>)*<\/\1>/g, '')
    .replace(/(<br \/>\s*){2,}/g, '<br />')
    .trim();
}

/** Takes out the lines about a person and, with them, the numbers beside. In running text only the sentence goes. */
function withoutPeople(block: string): string {
  const lines = block.split(/<br \/>/);
  if (!lines.some(namesPerson)) return block;
  if (lines.length === 1) {
    return sentencesOf(block)
      .filter((sentence) => !namesPerson(sentence))
      .join(' ');
  }
  return lines.filter((line) => !namesPerson(line) && !isPhone(line)).join('<br />');
}

function namesPerson(line: string): boolean {
  const text = line.replace(/<[^>]*>/g, ' ');
  const mails = [...line.matchAll(/([\w.+-]+)@[\w.-]+/g)].map((match) => match[1]!);
  if (mails.some((local) => !OFFICE_MAIL.test(local))) return true;
  const name = PERSON.exec(text);
  if (name && !NAMED_AFTER.test(text.slice(name.index + name[0].length))) return true;
  return [...text.matchAll(/\p{Lu}[\p{L}-]+/gu)].some((match) => surnames().has(asciiOf(match[0])) && !NAMED_AFTER.test(text.slice(match.index + match[0].length)));
}

/** As e-mail addresses spell a name. */
function asciiOf(word: string): string {
  return word.toLowerCase().replace(/ä/g, 'ae').replace(/ö/g, 'oe').replace(/ü/g, 'ue').replace(/ß/g, 'ss');
}

function isPhone(line: string): boolean {
  return /(tel:|\b0\d[\d\s/-]{5,})/.test(line) && line.replace(/<[^>]*>/g, '').replace(/[\d\s/()+-]/g, '').length < 25;
}
