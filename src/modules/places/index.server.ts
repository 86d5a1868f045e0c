export { writeBoundaries } from './commands.server.ts';
export { placeKind } from './kind.server.ts';
export { findPlace, listBoundaries, listPlaces, openingOf, townGround } from './queries.server.ts';
export type { PlaceFilter } from './queries.server.ts';
export { openingReader } from './typed-answers.server.ts';
