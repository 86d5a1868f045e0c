export * from './categories.ts';
export { confirmationOn, valuesOf as ownerFields } from './owners/rules.ts';
export * from './model.ts';
export { placesPermissions } from './permissions.ts';
export { groundCollection } from './ground.ts';
export { placesToGeoJson, placeToVcard } from './exchange.ts';
export { distanceKilometres, openingAt } from './rules.ts';
export { lengthOf, tourToGeoJson, tourToGpx, wayOf } from './tours/exchange.ts';
export * from './tours/model.ts';
