export { default as AnswerView } from './AnswerView.svelte';
export { default as QuestionBox } from './QuestionBox.svelte';
