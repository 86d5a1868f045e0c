export { default as AfterAnswer } from './AfterAnswer.svelte';
export { default as HandoverOffer } from './HandoverOffer.svelte';
