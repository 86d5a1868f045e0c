import { expect, test } from 'vitest';
import { readDeskFilter } from './filter.ts';

test('the address of a list says which reports the clerk wants; nonsense is left out', () => {
  expect(
    readDeskFilter(new URLSearchParams('liste=auswaerts&kategorie=laterne&ebene=district&ab=50'), 'open'),
  ).toEqual({
    list: 'elsewhere',
    category: 'laterne',
    q: null,
    level: 'district',
    cursor: 50,
  });
  expect(readDeskFilter(new URLSearchParams('liste=alles&ebene=mond&ab=-3'), 'new')).toEqual({
    list: 'new',
    category: null,
    q: null,
    level: null,
    cursor: 0,
  });
});
