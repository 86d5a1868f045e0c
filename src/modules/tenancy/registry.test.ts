import { expect, test } from 'vitest';
import * as v from 'valibot';
import { townSettings } from './model.ts';
import type { Town } from './model.ts';
import { townOfHost } from './registry.server.ts';

const town = (slug: string, domains: string[], isDefault = false): Town => ({
  id: slug,
  slug,
  name: slug,
  ags: null,
  state: 'MV',
  isDefault,
  domains,
  settings: v.parse(townSettings, {}),
});
const towns = [town('boizenburg', ['boizenburg.example']), town('hagenow', ['app.hagenow.example'], true)];

test.each([
  ['app.hagenow.example', 'hagenow'],
  ['APP.Hagenow.Example:443', 'hagenow'],
  ['boizenburg.example.', 'boizenburg'],
  ['boizenburg.localhost:3000', 'boizenburg'],
  ['localhost:3000', 'hagenow'],
  ['127.0.0.1:3000', 'hagenow'],
  ['[::1]:3000', 'hagenow'],
])('%s is %s', (host, slug) => {
  expect(townOfHost(towns, host)?.slug).toBe(slug);
});

test.each(['ludwigslust.localhost', 'evil.example', 'app.hagenow.example.evil.example', ''])(
  'nobody answers to %s',
  (host) => {
    expect(townOfHost(towns, host)).toBeNull();
  },
);
