import { assistant } from '#wiring/modules.server';
import type { PageServerLoad } from './$types';
import { readFigures } from './figures.ts';

// The figures the bench committed, read when the app is built; a build before the first measurement has none.
const [baseline] = Object.values(
  import.meta.glob('/bench/answers/baseline.json', { eager: true, import: 'default' }),
);

export const load: PageServerLoad = () => ({
  hasModel: assistant.hasModel(),
  hasMeaning: assistant.hasMeaning(),
  figures: readFigures(baseline),
});
