export { taggedResponse } from './tagged.server.ts';
