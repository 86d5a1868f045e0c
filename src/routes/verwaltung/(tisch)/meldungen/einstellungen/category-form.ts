import { QUESTION_TYPES } from '#modules/reports';
import type { CategoryDraft, Question, ReportKind } from '#modules/reports';

/** As many questions as the form has room for besides those there are. */
export const FREE_QUESTIONS = 2;

/** What the form of a category says, as a draft; faults are found by the command. */
export function readCategoryForm(form: FormData, of: { key?: string }): CategoryDraft {
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const name = text('name');
  return {
    key: of.key ?? keyOf(name),
    name,
    description: text('description'),
    groupName: text('groupName'),
    keywords: wordsOf(text('keywords')),
    translations: text('nameEn') ? { en: { name: text('nameEn'), description: text('descriptionEn') } } : {},
    kinds: form.getAll('kinds') as ReportKind[],
    dueDays: Number(text('dueDays')),
    nearbyMeters: Number(text('nearbyMeters')),
    bodyId: text('bodyId') || null,
    questions: readQuestions(form),
    isActive: text('isActive') === 'ja',
    position: Number(text('position')) || 0,
  };
}

/** `Straßenlaterne` → `strassenlaterne`: a key for addresses and interfaces. */
export function keyOf(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
}

export function wordsOf(typed: string): string[] {
  return typed
    .split(/[,;\n]/)
    .map((word) => word.trim())
    .filter(Boolean);
}

function readQuestions(form: FormData): Question[] {
  const count = Math.min(20, form.getAll('frage-text').length);
  const at = (name: string, place: number) => String(form.getAll(`frage-${name}`)[place] ?? '').trim();
  return Array.from({ length: count }, (_, place) => place).flatMap((place) => {
    const text = at('text', place);
    if (!text) return [];
    const type = QUESTION_TYPES.find((one) => one === at('art', place)) ?? 'string';
    const isList = type === 'singlevaluelist' || type === 'multivaluelist';
    const choices = wordsOf(at('auswahl', place));
    return [
      {
        code: at('code', place) || keyOf(text).toUpperCase().replaceAll('-', '_').slice(0, 40),
        text,
        type,
        isRequired: at('pflicht', place) === 'ja',
        ...(isList ? { values: choices.map((name) => ({ key: keyOf(name), name })) } : {}),
      },
    ];
  });
}
