export { default as ArticleEntry } from './ArticleEntry.svelte';
export { topicName } from './topics.ts';
export { default as ProviderFacts } from './ProviderFacts.svelte';
