import type { Translator } from '#platform/i18n';

/** What a topic is called; a topic nobody has named yet is shown as its source writes it. */
export function topicName(t: Translator, topic: string): string {
  const key = `knowledge.topic.${topic}`;
  if (t.has(key)) return t(key);
  const words = topic.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
