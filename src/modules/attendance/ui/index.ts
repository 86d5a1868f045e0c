export { default as SeatsCard } from './SeatsCard.svelte';
export { default as SeatsLine } from './SeatsLine.svelte';
