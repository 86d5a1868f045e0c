export * from './categories.ts';
export * from './model.ts';
export { placesPermissions } from './permissions.ts';
export { groundCollection } from './ground.ts';
export { placesToGeoJson, placeToVcard } from './exchange.ts';
export { closureOn, distanceKilometres, openingAt } from './rules.ts';
