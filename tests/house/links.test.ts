import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { filesIn, lineAt, ROOT } from './source-files.ts';

// Taken over from elsewhere; their links belong to their authors.
const NOT_OUR_WORDS = /^(demo\/.+\/(feeds|knowledge)|tests\/fixtures)\//;

test('every link inside the repository leads somewhere', () => {
  const broken = filesIn('.', /\.md$/)
    .filter((file) => !NOT_OUR_WORDS.test(file.path))
    .flatMap(({ path, text }) =>
      [...text.matchAll(/\]\(<?([^)\s>]+)>?(?:\s+"[^"]*")?\)/g)]
        .filter(([, target]) => !/^([a-z]+:|\/\/|#|\/)/i.test(target!))
        .filter(([, target]) => !leadsSomewhere(path, target!))
        .map((match) => `${path}:${lineAt(text, match.index)} → ${match[1]}`),
    );
  expect(broken).toEqual([]);
});

function leadsSomewhere(from: string, target: string): boolean {
  const path = decodeURIComponent(target.split(/[#?]/, 1)[0]!);
  return path === '' || existsSync(join(ROOT, dirname(from), path));
}
