export { default as CollectionList } from './CollectionList.svelte';
export { default as MonthSheet } from './MonthSheet.svelte';
export { default as YearSheet } from './YearSheet.svelte';
