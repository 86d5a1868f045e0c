// Unpacks the Chromium that npm brought along below TMPDIR. A process of its own, because the package takes the folder
// from the environment, which everything else that runs at that moment reads too.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import packed, { inflate } from '@sparticuz/chromium';

await packed.executablePath();
const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
await inflate(join(dirname(entry), '../bin/al2023.tar.br'));
