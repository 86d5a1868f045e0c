export { default as NoticeEntry } from './NoticeEntry.svelte';
