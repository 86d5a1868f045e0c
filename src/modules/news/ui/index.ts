export { default as NewsEntry } from './NewsEntry.svelte';
