import { and, eq, inArray } from 'drizzle-orm';
import { factLine, searchDocumentOf } from '#modules/publishing';
import type { ContentKind } from '#modules/publishing.server';
import { ARTICLE_SUBJECTS, articleDetails, AVAILABILITIES, CONFIDENCES, LEVELS } from './model.ts';
import type { ArticleDetails } from './model.ts';
import { article } from './tables.server.ts';

/** Knowledge articles as a kind of content. */
export const articleKind: ContentKind<ArticleDetails> = {
  kind: 'article',
  path: 'wissen',
  permission: 'knowledge',
  categories: [],
  details: articleDetails,
  fields: [
    { name: 'topic', input: 'text', label: 'knowledge.field.topic' },
    {
      name: 'contactRole',
      input: 'text',
      label: 'knowledge.field.contactRole',
      hint: 'knowledge.field.contactRole.hint',
    },
    { name: 'confidence', input: 'select', label: 'knowledge.field.confidence', options: CONFIDENCES },
    { name: 'level', input: 'select', label: 'knowledge.field.level', options: LEVELS },
    { name: 'levelName', input: 'text', label: 'knowledge.field.levelName' },
    { name: 'subject', input: 'select', label: 'knowledge.field.subject', options: ARTICLE_SUBJECTS },
    {
      name: 'abilities',
      input: 'textarea',
      label: 'knowledge.field.abilities',
      hint: 'knowledge.field.abilities.hint',
    },
    {
      name: 'availability',
      input: 'select',
      label: 'knowledge.field.availability',
      options: AVAILABILITIES,
    },
    { name: 'superseded', input: 'checkbox', label: 'knowledge.field.superseded' },
    { name: 'supersededBy', input: 'text', label: 'knowledge.field.supersededBy' },
  ],
  async loadDetails(store, tenantId, entryIds) {
    const rows = await store
      .select()
      .from(article)
      .where(and(eq(article.tenantId, tenantId), inArray(article.entryId, [...entryIds])));
    return new Map(rows.map(({ tenantId: _, entryId, ...details }) => [entryId, details]));
  },
  async saveDetails(store, tenantId, entryId, details) {
    await store
      .insert(article)
      .values({ tenantId, entryId, ...details })
      .onConflictDoUpdate({ target: [article.tenantId, article.entryId], set: details });
  },
  toSearchDocument(content) {
    const { topic, contactRole, confidence, level, levelName, superseded, supersededBy } = content.details;
    const document = searchDocumentOf(content, 'wissen');
    return {
      ...document,
      lines: content.details.abilities
        ? [...document.lines, factLine(content.details.abilities, 'Angebot')]
        : document.lines,
      // A fact is as old as its source says; when that is unknown, the day we took it over says nothing.
      date: content.sourceDate,
      topic: topic || null,
      contactRole,
      confidence,
      level,
      levelName,
      superseded,
      supersededBy,
    };
  },
};
