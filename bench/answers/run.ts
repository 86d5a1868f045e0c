// npm run bench -- answers [--update] [--quick]
// Measures the answer engine on questions it never learned from, beside the libraries, and compares with baseline.json.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { crossValidate } from './folds.ts';
import { townFigures, type Verdict } from './hagenow.ts';
import { readEncyclopaedia } from './encyclopaedia.ts';
import { libraries, type PlainPage } from './libraries.ts';
import { interval, retrieval, sentences, silence, type Marked, type Ranked } from './metrics.ts';
import { readOmos, type OmosPage } from './omos.ts';
import { growth, sizes, townPack } from './speed.ts';

interface Figure {
  value: number;
  low: number;
  high: number;
}

const baselineFile = new URL('./baseline.json', import.meta.url);
const update = process.argv.includes('--update');
const quick = process.argv.includes('--quick');
const figures: Record<string, Figure> = {};

const { ranked, paragraphs, marked, surest, verdicts } = crossValidate();
printRetrieval();
printParagraphs();
printSentences();
printTown();
printSpeed();
process.exitCode = compare();

function note<Row>(name: string, rows: readonly Row[], figure: (rows: readonly Row[]) => number): string {
  const [low, high] = interval(rows, figure);
  figures[name] = { value: rounded(figure(rows)), low: rounded(low), high: rounded(high) };
  return `${percent(figure(rows))} [${percent(low)}–${percent(high)}]`;
}

function printRetrieval(): void {
  printRanked(
    `Page in its town (OMoS-QA train + dev, cross-validated by page, ${ranked.length} questions)`,
    'page',
    ranked,
    rankedInTowns,
  );
}

function printParagraphs(): void {
  const plain = readEncyclopaedia().map(({ id, text }) => ({ id, title: '', text }));
  for (const [half, name] of [
    ['open', 'paragraph'],
    ['kept', 'paragraph.kept'],
  ] as const) {
    const own = paragraphs[half];
    printRanked(
      `Encyclopaedic paragraph among ${plain.length} (${half} half, ${own.length} questions)`,
      name,
      own,
      (make) => {
        const find = make(plain);
        return own.map(({ question, relevant }) => ({ relevant, ranked: find(question) }));
      },
    );
  }
}

type MakeFind = (typeof libraries)[string];

function printRanked(
  title: string,
  name: string,
  own: readonly Ranked[],
  rankedBy: (make: MakeFind) => Ranked[],
): void {
  console.log(`\n${title}`);
  console.log('                            R@1                 R@3                 MRR');
  const line = (label: string, cells: string[]): void =>
    console.log(label.padEnd(26), cells.map((cell) => cell.padEnd(19)).join(' '));
  const keys = ['r1', 'r3', 'mrr'] as const;
  line(
    'Ortskern',
    keys.map((key) => note(`${name}.${key}`, own, (rows) => retrieval(rows)[key])),
  );
  const others = Object.entries(libraries).map(([library, make]) => ({ library, rows: rankedBy(make) }));
  for (const { library, rows } of others)
    line(
      library,
      keys.map((key) => percent(retrieval(rows)[key])),
    );
  line(
    'above the best of them',
    keys.map((key) =>
      lead(
        own,
        others.map(({ rows }) => rows),
        key,
      ),
    ),
  );
}

// Question by question against the library that is best by this figure.
function lead(own: readonly Ranked[], others: Ranked[][], key: 'r1' | 'r3' | 'mrr'): string {
  const figure = (rows: readonly Ranked[]): number => retrieval(rows)[key];
  const best = others.reduce((a, b) => (figure(b) > figure(a) ? b : a));
  const pairs = own.map((mine, i) => ({ mine, theirs: best[i]! }));
  const above = (some: readonly (typeof pairs)[number][]): number =>
    figure(some.map(({ mine }) => mine)) - figure(some.map(({ theirs }) => theirs));
  const [low, high] = interval(pairs, above);
  return `+${percent(above(pairs))} [${percent(low)}–${percent(high)}]`;
}

function rankedInTowns(make: MakeFind): Ranked[] {
  const { pages, questions } = readOmos();
  const towns = [...new Set(pages.map((page) => page.town))];
  const plain = ({ id, lines }: OmosPage): PlainPage => ({
    id,
    title: lines[0] ?? '',
    text: lines.join('\n'),
  });
  const finders = new Map(
    towns.map((town) => [town, make(pages.filter((page) => page.town === town).map(plain))]),
  );
  const answerable = questions.filter((question) => question.answers.length > 0);
  return answerable.map(({ page, question }) => ({
    relevant: page,
    ranked: finders.get(page.split(':')[0]!)!(question),
  }));
}

function printSentences(): void {
  console.log(`\nSentences of a given page (cross-validated, ${marked.length} questions)`);
  console.log(
    'F                          ',
    note('sentences.f', marked, (rows: readonly Marked[]) => sentences(rows).f),
  );
  console.log(
    'answered                   ',
    note('sentences.answered', marked, (rows: readonly Marked[]) => sentences(rows).answered),
  );
  console.log(
    'precision over answered    ',
    note('sentences.precision', marked, (rows: readonly Marked[]) => sentences(rows).precisionAnswered),
  );
  console.log(
    'at least one right         ',
    note('sentences.hit', marked, (rows: readonly Marked[]) => sentences(rows).hit),
  );
  console.log(
    'surest lines, precision    ',
    note('surest.precision', surest, (rows: readonly Marked[]) => sentences(rows).precisionAnswered),
  );
  console.log(
    'surest lines, one right    ',
    note('surest.hit', surest, (rows: readonly Marked[]) => sentences(rows).hit),
  );
  console.log(
    'unanswerable F             ',
    note('silence.f', marked, (rows: readonly Marked[]) => silence(rows).f),
  );
  console.log(
    'unanswerable AUC           ',
    note('silence.auc', marked, (rows: readonly Marked[]) => silence(rows).auc),
  );
}

function printTown(): void {
  console.log(
    `\nOwn questions to the Hagenow demo (cross-validated by question, ${verdicts.length} questions)`,
  );
  const shown = {
    outcome: 'right outcome',
    source: 'right source cited',
    fact: 'required fact quoted',
    role: 'right contact on refusal',
    refused: 'foreign or abusive refused',
  } as const;
  for (const [key, name] of Object.entries(shown) as [keyof typeof shown, string][]) {
    console.log(
      name.padEnd(27),
      note(`town.${key}`, verdicts, (rows: readonly Verdict[]) => townFigures(rows)[key]),
    );
  }
  console.log('forbidden text shown       ', townFigures(verdicts).forbidden, 'times');
}

function printSpeed(): void {
  const { kilobytes, decodeMs } = townPack();
  console.log(`\nDemo town: pack ${kilobytes.toFixed(1)} kB brotli, opened in ${decodeMs.toFixed(1)} ms`);
  console.log('pages     build ms   answer p50/p95 ms   decode ms   pack MB   memory MB');
  for (const size of quick ? sizes.slice(0, 2) : sizes) {
    const one = growth(size);
    const cells = [
      one.buildMs.toFixed(0).padStart(11),
      `${one.p50Ms.toFixed(1)} / ${one.p95Ms.toFixed(1)}`.padStart(19),
      (one.decodeMs?.toFixed(0) ?? '–').padStart(11),
      (one.packedMb?.toFixed(1) ?? '–').padStart(9),
      one.memoryMb.toFixed(0).padStart(11),
    ];
    console.log(String(size).padEnd(7), cells.join(' '));
  }
}

// A figure has dropped when it is below the lower end of the baseline's interval.
function compare(): number {
  if (update || !existsSync(baselineFile)) {
    writeFileSync(baselineFile, `${JSON.stringify(figures, null, 2)}\n`);
    console.log('\nbaseline.json written');
    return 0;
  }
  const baseline = JSON.parse(readFileSync(baselineFile, 'utf8')) as Record<string, Figure>;
  const dropped = Object.entries(baseline).filter(([name, { low }]) => (figures[name]?.value ?? 0) < low);
  for (const [name, { value, low }] of dropped) {
    console.error(
      `${name} dropped to ${percent(figures[name]?.value ?? 0)} (baseline ${percent(value)}, noise down to ${percent(low)})`,
    );
  }
  if (!dropped.length) console.log('\nno figure below the noise of baseline.json');
  return dropped.length ? 1 : 0;
}

function percent(value: number): string {
  return (100 * value).toFixed(1);
}

function rounded(value: number): number {
  return Number(value.toFixed(4));
}
