import { readFileSync } from 'node:fs';
import { plainDocument, type SearchDocument } from '../../src/answer-engine/index.ts';
import { sentencesOf } from '../../src/answer-engine/text/sentences.ts';

export interface Paragraph {
  id: string;
  subject: string;
  text: string;
  questions: string[];
  /** Of the kept half only figures are looked at, never which questions fail. */
  kept: boolean;
}

/** Encyclopaedic paragraphs with their questions, written for this project (see README). */
export function readEncyclopaedia(): Paragraph[] {
  const file = readFileSync(new URL('./data/encyclopaedia.txt', import.meta.url), 'utf8');
  let subject = '';
  const paragraphs: Paragraph[] = [];
  for (const line of file.split('\n').filter(Boolean)) {
    const at = paragraphs.length;
    if (line.startsWith('## ')) subject = line.slice(3);
    else if (line.startsWith('? ')) paragraphs[at - 1]!.questions.push(line.slice(2));
    else paragraphs.push({ id: `p${at}`, subject, text: line, questions: [], kept: at % 2 === 1 });
  }
  return paragraphs;
}

/** A paragraph as the engine reads it: its sentences, without a title unless one is given. */
export function paragraphDocument({ id, text }: Paragraph, title = ''): SearchDocument {
  return plainDocument({ id, title, lines: sentencesOf(text) });
}
