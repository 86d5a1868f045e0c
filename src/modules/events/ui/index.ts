export { default as EventEntry } from './EventEntry.svelte';
