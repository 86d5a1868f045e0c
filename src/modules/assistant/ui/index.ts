export { default as AnswerTools } from './AnswerTools.svelte';
export { default as AnswerView } from './AnswerView.svelte';
export { default as FoundPages } from './FoundPages.svelte';
export { default as QuestionBox } from './QuestionBox.svelte';
export { default as Talk } from './Talk.svelte';
