export { default as PatentEntry } from './PatentEntry.svelte';
