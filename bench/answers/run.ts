// npm run bench -- answers [--update] [--quick]
// Measures the answer engine on questions it never learned from, beside the libraries, and compares with baseline.json.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { crossValidate } from './folds.ts';
import { townFigures, type Verdict } from './hagenow.ts';
import { libraries } from './libraries.ts';
import { interval, retrieval, sentences, silence, type Marked, type Ranked } from './metrics.ts';
import { readOmos } from './omos.ts';
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

const { ranked, marked, surest, verdicts } = crossValidate();
printRetrieval();
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
  console.log(
    `\nPage in its town (OMoS-QA train + dev, cross-validated by page, ${ranked.length} questions)`,
  );
  console.log('                            R@1                 R@3                 MRR');
  const line = (name: string, cells: string[]): void =>
    console.log(name.padEnd(26), cells.map((cell) => cell.padEnd(19)).join(' '));
  const keys = ['r1', 'r3', 'mrr'] as const;
  line(
    'Ortskern',
    keys.map((key) => note(`page.${key}`, ranked, (rows) => retrieval(rows)[key])),
  );
  for (const [name, make] of Object.entries(libraries)) {
    const rows = rankedBy(make);
    line(
      name,
      keys.map((key) => percent(retrieval(rows)[key])),
    );
  }
}

function rankedBy(make: (typeof libraries)[string]): Ranked[] {
  const { pages, questions } = readOmos();
  const towns = [...new Set(pages.map((page) => page.town))];
  const finders = new Map(towns.map((town) => [town, make(pages.filter((page) => page.town === town))]));
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
