export { default as EventDates } from './EventDates.svelte';
export { default as EventEntry } from './EventEntry.svelte';
