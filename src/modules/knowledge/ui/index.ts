export { default as ArticleEntry } from './ArticleEntry.svelte';
export { topicName } from './topics.ts';
