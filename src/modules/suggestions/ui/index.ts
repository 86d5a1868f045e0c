export { default as EventFields } from './EventFields.svelte';
export { default as EventPreview } from './EventPreview.svelte';
