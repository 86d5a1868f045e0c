import { expect, test } from 'vitest';
import { qrModules } from './qr.ts';

test('a code has its three eyes and grows with its text', () => {
  const small = qrModules('a');
  const large = qrModules('otpauth://totp/Ortskern?secret='.padEnd(425, 'A'));
  expect([small.length, large.length]).toEqual([21, 69]);
  const eye = [0, 1, 2, 3, 4, 5, 6].map((y) => small[y]!.slice(0, 7).map(Number).join(''));
  expect(eye).toEqual(['1111111', '1000001', '1011101', '1011101', '1011101', '1000001', '1111111']);
});

// Read back once with jsQR 1.4.0; a change of the drawing must be read by a camera again.
test('the code of a known text stays as a camera has read it', () => {
  const rows = qrModules('Hallo Welt').map((row) => parseInt(row.map(Number).join(''), 2).toString(36));
  expect(rows).toMatchInlineSnapshot(`
    [
      "18mm7",
      "mxxd",
      "ws4d",
      "wnz1",
      "wtwd",
      "mzb5",
      "18prz",
      "35s",
      "1137a",
      "rmez",
      "k86l",
      "sva3",
      "xp9s",
      "3bo",
      "18q4e",
      "mujn",
      "wnwi",
      "wtbz",
      "wqj9",
      "my9s",
      "18oq2",
    ]
  `);
});

test('a text that fits no code is refused', () => {
  expect(() => qrModules('x'.repeat(426))).toThrow(RangeError);
});
