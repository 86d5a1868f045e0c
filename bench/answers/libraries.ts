import { createRequire } from 'node:module';
import { DatabaseSync } from 'node:sqlite';
import MiniSearch from 'minisearch';
import { functionWords } from '../../src/answer-engine/text/function-words.ts';
import { foldUmlauts } from '../../src/answer-engine/text/stem.ts';

/** What a library is given of a page; it may weigh the title by itself. */
export interface PlainPage {
  id: string;
  title: string;
  text: string;
}

export type Find = (question: string) => string[];

const require = createRequire(import.meta.url);
const stemmer = require('snowball-stemmers').newStemmer('german') as { stem(word: string): string };
const ten = 10;

/** The libraries a town would otherwise use, each at its best known setting for German. */
export const libraries: Record<string, (pages: readonly PlainPage[]) => Find> = {
  'lunr + German': lunrFinder,
  'MiniSearch + Snowball': miniSearchFinder,
  'SQLite FTS5 + Snowball': fts5Finder,
};

function stems(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.filter((word) => !functionWords.has(foldUmlauts(word))).map((word) => stemmer.stem(word));
}

function lunrFinder(pages: readonly PlainPage[]): Find {
  const lunr = require('lunr');
  require('lunr-languages/lunr.stemmer.support')(lunr);
  require('lunr-languages/lunr.de')(lunr);
  // lunr configures its builder through `this`.
  const index = lunr(function (this: {
    use(plugin: unknown): void;
    ref(name: string): void;
    field(name: string): void;
    add(page: object): void;
  }) {
    this.use(lunr.de);
    this.ref('id');
    this.field('title');
    this.field('text');
    for (const page of pages) this.add(page);
  });
  return (question) =>
    index
      .search(question.replace(/[^\p{L}\p{N}]+/gu, ' ').trim())
      .slice(0, ten)
      .map((hit: { ref: string }) => hit.ref);
}

function miniSearchFinder(pages: readonly PlainPage[]): Find {
  const index = new MiniSearch({ fields: ['title', 'text'], processTerm: (word) => stems(word)[0] ?? null });
  index.addAll(pages);
  return (question) =>
    index
      .search(question)
      .slice(0, ten)
      .map((hit) => hit.id as string);
}

function fts5Finder(pages: readonly PlainPage[]): Find {
  const database = new DatabaseSync(':memory:');
  database.exec(
    "create virtual table page using fts5(id unindexed, title, text, tokenize='unicode61 remove_diacritics 0')",
  );
  const insert = database.prepare('insert into page values (?, ?, ?)');
  for (const { id, title, text } of pages) insert.run(id, stems(title).join(' '), stems(text).join(' '));
  const select = database.prepare('select id from page where page match ? order by bm25(page) limit 10');
  return (question) => {
    const words = stems(question).map((word) => `"${word}"`);
    return words.length ? select.all(words.join(' OR ')).map((row) => String(row['id'])) : [];
  };
}
