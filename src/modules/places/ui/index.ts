export { default as HoursTable } from './HoursTable.svelte';
export { default as OpeningNow } from './OpeningNow.svelte';
export { default as PlaceEntry } from './PlaceEntry.svelte';
