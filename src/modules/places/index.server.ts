export { writeBoundaries } from './commands.server.ts';
export { departmentsOf, houseOf } from './houses.server.ts';
export { placeKind } from './kind.server.ts';
export { createPlaceOwners } from './owners/owners.server.ts';
export type { PlaceOwners } from './owners/owners.server.ts';
export {
  countCategories,
  findPlace,
  listBoundaries,
  listPlaces,
  openingOf,
  townGround,
} from './queries.server.ts';
export type { PlaceFilter } from './queries.server.ts';
export { directoryDocuments, departureReader, directoryReader } from './directory-answers.server.ts';
export { openingReader, placeFactReader } from './typed-answers.server.ts';
export { tourKind } from './tours/kind.server.ts';
export { findTour, listTours, stopsOf } from './tours/queries.server.ts';
export { tourReader } from './tours/typed-answers.server.ts';
