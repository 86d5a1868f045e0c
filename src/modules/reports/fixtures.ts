import type { BodyDraft, CategoryDraft } from './drafts.ts';

export const LAMP: CategoryDraft = {
  key: 'laterne',
  name: 'Straßenlaterne',
  description: 'Eine Laterne ist aus, flackert oder ist beschädigt.',
  groupName: 'Straße',
  keywords: ['Straßenlaterne', 'Laterne', 'Licht', 'dunkel'],
  dueDays: 10,
  nearbyMeters: 40,
  questions: [
    {
      code: 'UMFANG',
      text: 'Wie viele Lampen sind betroffen?',
      type: 'singlevaluelist',
      isRequired: true,
      values: [
        { key: '1', name: 'eine Lampe' },
        { key: '2', name: 'mehrere Lampen' },
      ],
    },
  ],
};

export const POTHOLE: CategoryDraft = {
  key: 'schlagloch',
  name: 'Schlagloch',
  keywords: ['Schlagloch', 'Fahrbahn', 'Straßenschaden'],
  groupName: 'Straße',
  dueDays: 15,
  kinds: ['defect', 'wish'],
};

export const YARD: BodyDraft = {
  key: 'bauhof',
  name: 'Bauhof',
  level: 'town',
  email: 'bauhof@rathaus.example',
};

export const DISTRICT: BodyDraft = {
  key: 'kreis',
  name: 'Landkreis, Straßenmeisterei',
  level: 'district',
  email: 'strassen@kreis.example',
  categoryKeys: ['schlagloch'],
  areas: ['Kreisstraße'],
};
