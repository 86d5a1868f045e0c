import { sql } from 'drizzle-orm';
import sharp from 'sharp';
import { SMTPServer } from 'smtp-server';
import { expect, test } from 'vitest';
import { listAudit } from '#platform/audit.server';
import { createMailSender } from '#platform/mail.server';
import { newId } from '#platform/db.server';
import type { TenantIdentity } from '#platform/scope';
import { forEachReport } from './commands/bulk.server.ts';
import {
  hideReport,
  mergeReport,
  noteOnReport,
  publishReport,
  setStatus,
  showStep,
} from './commands/handling.server.ts';
import { receiveUpdate, takeBack } from './commands/passing.server.ts';
import { redactText } from './commands/redacting.server.ts';
import { eraseDue } from './commands/retention.server.ts';
import { sealForeignKeys } from './foreign-keys.server.ts';
import { letterWork } from './jobs.server.ts';
import { sendLetter } from '#platform/mail.server';
import type { Forwarded } from './parts.server.ts';
import { listBodies } from './queries/configuration.server.ts';
import { countDeskReports, findDeskReport, listDeskReports } from './queries/desk.server.ts';
import { findByLink, findByReferral, findPhotoFile } from './queries/link.server.ts';
import { findPublicReport, listPublicReports } from './queries/public.server.ts';
import { listForwarded } from './queries/referrals.server.ts';
import { listRepairTimes } from './queries/repair-times.server.ts';
import { sayHolder, sayStep } from './presenting.ts';
import { createTranslator } from '#platform/i18n';
import de from './messages/de.json' with { type: 'json' };
import { ADDRESS, at, BERND, DAY, KARLA, openWorkshop, ORIGIN, PICTURE } from './workshop.fixture.ts';

const forwarded: Forwarded[] = [];
let refusesForward = false;
const workshop = await openWorkshop({
  forward: async (_tenant, wish) => {
    forwarded.push(wish);
    return refusesForward ? { fault: 'service_code unknown' } : { externalId: 'K-4711' };
  },
});
const { parts, reports, kept, scope, countQueries, openTown, visitor, clerk, system, sent, deliver, count } =
  workshop;
const t = createTranslator({ de, en: {}, 'de-x-leicht': {} }, 'de');

async function published(town: TenantIdentity, more: object = {}, wish: { photos?: Uint8Array[] } = {}) {
  const made = await sent(town, more, wish);
  await confirm(town);
  await publishReport(clerk(town), { id: made.id, origin: ORIGIN });
  return made;
}

/** Opens the link of every receipt, as a reporter does. */
async function confirm(town: TenantIdentity) {
  for (const { text } of await deliver(town)) {
    const token = /\/meldung\/bestaetigen\/([\w-]{43})/.exec(text)?.[1];
    if (token) await reports.confirmMail(visitor(town), token);
  }
}

async function bodyOf(town: TenantIdentity, key: string) {
  return (await listBodies(clerk(town))).find((one) => one.key === key)!.id;
}

const historyOf = async (town: TenantIdentity, number: number) =>
  (await findPublicReport(visitor(town), number))!.steps.map(
    (step) => `${sayStep(t, step)}${step.text && `: ${step.text}`}`,
  );

test('a pothole goes to the Kreis, comes back done, and everybody can read who had it since when', async () => {
  const town = await openTown('kette');
  const { id, number, link } = await published(town, { category: 'schlagloch', 'frage.UMFANG': [] });
  await deliver(town);
  const passed = await reports.passOn(clerk(town, at(2 * DAY)), {
    id,
    bodyId: await bodyOf(town, 'kreis'),
    message: 'Kreisstraße 27, bitte prüfen.',
    origin: ORIGIN,
  });
  expect(passed).toMatchObject({ ok: true });
  const shown = (await findPublicReport(visitor(town), number))!;
  expect(sayHolder(t, shown)).toBe('Liegt seit 3. Mai 2026 bei: Landkreis, Straßenmeisterei');

  const mails = await deliver(town);
  const toBody = mails.find(({ to }) => to === 'strassen@kreis.example')!;
  expect(toBody.text).toContain('Kreisstraße 27, bitte prüfen.');
  expect(toBody.text).not.toMatch(/Erika|erika|12345/);
  expect(mails.map(({ to }) => to).sort()).toEqual(['erika@muster.example', 'strassen@kreis.example']);
  const bodyLink = /\/weitergabe\/([\w-]{43})/.exec(toBody.text)![1]!;
  expect(await findByReferral(visitor(town), bodyLink)).toMatchObject({
    bodyName: 'Landkreis, Straßenmeisterei',
    message: 'Kreisstraße 27, bitte prüfen.',
  });

  const answer = { link: bodyLink, origin: ORIGIN, address: ADDRESS };
  expect(
    await reports.answerReferral(visitor(town, at(3 * DAY)), { ...answer, status: 'planned', text: '' }),
  ).toMatchObject({ ok: true });
  expect(
    await reports.answerReferral(visitor(town, at(9 * DAY)), { ...answer, status: 'done', text: '' }),
  ).toMatchObject({ reason: 'invalid', details: { fields: { text: 'reports.fault.text' } } });
  expect(
    await reports.answerReferral(visitor(town, at(9 * DAY)), {
      ...answer,
      status: 'done',
      text: 'Mit Asphalt gefüllt.',
    }),
  ).toMatchObject({ ok: true });

  expect(await historyOf(town, number)).toEqual([
    'Eingegangen',
    'Geprüft und veröffentlicht',
    'Weitergegeben an Landkreis, Straßenmeisterei',
    'Eingeplant',
    'Erledigt: Mit Asphalt gefüllt.',
  ]);
  // The link of the body has done its work, the reporter is asked.
  expect(await findByReferral(visitor(town), bodyLink)).toBeNull();
  const last = (await deliver(town)).filter(({ to }) => to === 'erika@muster.example').at(-1)!;
  expect(last.text).toContain('Ist es aus Ihrer Sicht erledigt?');
  expect(last.text).toContain(`/meldung/${link}`);
});

test('the Kreis returns what is not its own; the town’s office has it again', async () => {
  const town = await openTown('zurueck');
  const { id, number } = await published(town, { category: 'schlagloch', 'frage.UMFANG': [] });
  await reports.passOn(clerk(town), { id, bodyId: await bodyOf(town, 'kreis'), message: '', origin: ORIGIN });
  const link = (await deliver(town))
    .map(({ text }) => /\/weitergabe\/([\w-]{43})/.exec(text)?.[1])
    .find(Boolean)!;
  await reports.answerReferral(visitor(town, at(DAY)), {
    link,
    status: null,
    text: 'Das ist eine Gemeindestraße.',
    isReturned: true,
    origin: ORIGIN,
    address: ADDRESS,
  });
  expect(await findPublicReport(visitor(town), number)).toMatchObject({
    status: 'checked',
    holder: { name: 'Bauhof', level: 'town' },
  });
  expect((await historyOf(town, number)).at(-1)).toBe(
    'Zurückgegeben, jetzt wieder bei: Bauhof: Das ist eine Gemeindestraße.',
  );
});

test('taken back and passed further on: each body is told, each link ends, the history names all', async () => {
  const town = await openTown('weiter');
  await reports.saveBody(scope(town), {
    draft: { key: 'strom', name: 'Netzbetreiber', level: 'utility', email: 'netz@strom.example' },
  });
  const { id, number } = await published(town);
  const pass = async (key: string, minutes: number) => {
    await reports.passOn(clerk(town, at(minutes)), {
      id,
      bodyId: await bodyOf(town, key),
      message: '',
      origin: ORIGIN,
    });
    return deliver(town);
  };
  const first = await pass('kreis', 100);
  const firstLink = first.map(({ text }) => /\/weitergabe\/([\w-]{43})/.exec(text)?.[1]).find(Boolean)!;
  const second = await pass('strom', 200);
  expect(second.map(({ to, subject }) => `${to} ${subject}`)).toContain(
    `strassen@kreis.example Meldung Nr. ${number} aus weiter: zurückgenommen`,
  );
  expect(await findByReferral(visitor(town), firstLink)).toBeNull();
  expect(
    await takeBack(clerk(town, at(300)), { id, reason: 'Wir machen es selbst.', origin: ORIGIN }),
  ).toMatchObject({
    ok: true,
  });
  expect(await takeBack(clerk(town, at(301)), { id, reason: '', origin: ORIGIN })).toMatchObject({
    reason: 'wrong-state',
  });
  expect((await historyOf(town, number)).slice(2)).toEqual([
    'Weitergegeben an Landkreis, Straßenmeisterei',
    'Weitergegeben an Netzbetreiber',
    'Zurückgenommen, jetzt wieder bei: Bauhof: Wir machen es selbst.',
  ]);
  expect((await findDeskReport(clerk(town), id))!.referrals.map(({ outcome }) => outcome)).toEqual([
    'passed-on',
    'taken-back',
  ]);
});

test('the key of another server lies sealed in the database, and who has another secret is told to enter it anew', async () => {
  const town = await openTown('schluessel');
  const draft = {
    key: 'geo',
    name: 'Kreis mit System',
    level: 'district' as const,
    email: 'geo@kreis.example',
    open311Url: 'https://kreis.example/v2',
  };
  await reports.saveBody(scope(town), { draft: { ...draft, open311ApiKey: 'unser-schluessel' } });
  const bodyId = await bodyOf(town, 'geo');
  const stored = async () => {
    const { rows } = await scope(town).write((store) =>
      store.execute<{ key: string }>(
        sql`select open311_api_key as key from reports.body where id = ${bodyId}`,
      ),
    );
    return rows[0]!.key;
  };
  const put = (key: string) =>
    scope(town).write((store) =>
      store.execute(sql`update reports.body set open311_api_key = ${key} where id = ${bodyId}`),
    );
  const passOn = async () => {
    const { id } = await published(town);
    forwarded.length = 0;
    await reports.passOn(clerk(town), { id, bodyId, message: '', origin: ORIGIN });
    const mails = await deliver(town);
    return { id, mails };
  };
  expect(await stored()).toMatch(/^sealed:/);
  expect(await stored()).not.toContain('unser-schluessel');

  // One from the time before is used as it is, until the next start seals it.
  await put('alter-schluessel');
  await passOn();
  expect(forwarded).toMatchObject([{ body: { open311ApiKey: 'alter-schluessel' } }]);
  expect(await sealForeignKeys(scope(town), parts.secret)).toBe(1);
  expect(await sealForeignKeys(scope(town), parts.secret)).toBe(0);
  expect(await stored()).toMatch(/^sealed:/);
  await passOn();
  expect(forwarded).toMatchObject([{ body: { open311ApiKey: 'alter-schluessel' } }]);

  await put('fremder-schluessel');
  await sealForeignKeys(scope(town), 'the secret of another installation 8Kq');
  const { id, mails } = await passOn();
  expect(forwarded).toEqual([]);
  expect(mails.map(({ to }) => to)).toContain('geo@kreis.example');
  const [referral] = (await findDeskReport(clerk(town), id))!.referrals;
  expect(referral).toMatchObject({ channel: 'email', fault: expect.stringContaining('neu eintragen') });
});

test('a body with an Open311 server gets the report under its own number, and its updates are taken once', async () => {
  const town = await openTown('schnittstelle');
  await reports.saveBody(scope(town), {
    draft: {
      key: 'geo',
      name: 'Kreis mit System',
      level: 'district',
      open311Url: 'https://kreis.example/v2',
      open311ApiKey: 'k',
    },
  });
  const { id, number } = await published(town);
  forwarded.length = 0;
  await reports.passOn(clerk(town), { id, bodyId: await bodyOf(town, 'geo'), message: '', origin: ORIGIN });
  await deliver(town);
  expect(forwarded).toMatchObject([{ body: { open311ApiKey: 'k' }, report: { number }, origin: ORIGIN }]);
  expect(JSON.stringify(forwarded)).not.toMatch(/Erika|erika|12345/);
  const [lying, ...more] = await listForwarded(system(town));
  expect(more).toEqual([]);
  expect(lying).toMatchObject({ externalId: 'K-4711', url: 'https://kreis.example/v2' });
  expect(await listForwarded(clerk(town))).toEqual([]);

  const update = {
    referralId: lying!.referralId,
    updateId: 'u1',
    status: 'in-progress' as const,
    text: 'Kolonne bestellt.',
  };
  const taken = await Promise.all(Array.from({ length: 10 }, () => receiveUpdate(system(town), update)));
  expect(taken.filter((one) => one.ok && one.value.isNew)).toHaveLength(1);
  expect((await historyOf(town, number)).filter((line) => line.startsWith('In Arbeit'))).toEqual([
    'In Arbeit: Kolonne bestellt.',
  ]);
  expect(await receiveUpdate(clerk(town), { ...update, updateId: 'u2' })).toMatchObject({
    reason: 'forbidden',
  });
});

test('what the other system does not take goes by mail, and the desk sees why', async () => {
  const town = await openTown('stoerung');
  await reports.saveBody(scope(town), {
    draft: {
      key: 'geo',
      name: 'Kreis',
      level: 'district',
      open311Url: 'https://kreis.example/v2',
      email: 'ersatz@kreis.example',
    },
  });
  const { id } = await published(town);
  refusesForward = true;
  await reports.passOn(clerk(town), { id, bodyId: await bodyOf(town, 'geo'), message: '', origin: ORIGIN });
  const mails = await deliver(town);
  refusesForward = false;
  expect(mails.map(({ to }) => to)).toContain('ersatz@kreis.example');
  expect((await findDeskReport(clerk(town), id))!.referrals).toMatchObject([{ channel: 'email' }]);
});

test('a case ends only with an answer; the reporter can say that it is not done, three times at most', async () => {
  const town = await openTown('ende');
  const { id, number, link } = await published(town);
  const close = (minutes: number, answer = 'Lampe getauscht.') =>
    setStatus(clerk(town, at(minutes)), { id, status: 'done', answer, origin: ORIGIN });
  expect(await close(100, ' ')).toMatchObject({ reason: 'invalid' });
  expect(await close(100)).toMatchObject({ ok: true });
  expect(await findByLink(visitor(town, at(101)), link)).toMatchObject({
    may: { update: false, confirm: true, reopen: true },
    deletion: { contactUntil: '2026-05-31', photosUntil: '2026-10-28', deleteOn: '2028-04-30' },
  });
  for (let round = 1; round <= 3; round++) {
    expect(
      await reports.reopen(visitor(town, at(200 * round)), {
        link,
        text: 'Sie ist wieder aus.',
        origin: ORIGIN,
      }),
    ).toMatchObject({ ok: true });
    expect(await close(200 * round + 50)).toMatchObject({ ok: true });
  }
  expect(
    await reports.reopen(visitor(town, at(900)), { link, text: 'Schon wieder.', origin: ORIGIN }),
  ).toMatchObject({
    reason: 'wrong-state',
  });
  expect(await reports.confirmDone(visitor(town, at(901)), { link, origin: ORIGIN })).toMatchObject({
    ok: true,
  });
  expect((await historyOf(town, number)).at(-1)).toBe('Von der meldenden Person bestätigt: ist erledigt');
  // What the reporter wrote waits for the desk: it is not public by itself.
  expect((await historyOf(town, number)).join()).not.toContain('wieder aus');
});

test('what a reporter adds is public once the desk has looked at it', async () => {
  const town = await openTown('zusatz');
  const { id, number, link } = await published(town);
  await reports.addUpdate(visitor(town, at(90)), {
    link,
    text: 'Jetzt ist auch die nächste aus.',
    photos: [PICTURE],
    origin: ORIGIN,
    address: ADDRESS,
  });
  expect(await historyOf(town, number)).toHaveLength(2);
  const step = (await findDeskReport(clerk(town), id))!.allSteps.find(({ kind }) => kind === 'update')!;
  expect(await countDeskReports(clerk(town))).toMatchObject({ waiting: 1 });
  expect(await listDeskReports(clerk(town), { list: 'waiting' })).toMatchObject({
    lines: [{ id, hasNews: true }],
  });
  await showStep(clerk(town), { id, number: step.number, isPublic: true });
  expect(await historyOf(town, number)).toContain('Ergänzt: Jetzt ist auch die nächste aus.');
  const shown = (await findPublicReport(visitor(town), number))!.steps.find(({ kind }) => kind === 'update')!;
  expect(await findPhotoFile(visitor(town), shown.photos[0]!.id)).toMatchObject({ isPublic: true });
});

test('two reports of one lamp become one, and both reporters hear of its end', async () => {
  const town = await openTown('doppelte');
  const first = await published(town);
  const second = await published(town, { email: 'zweite@muster.example', name: '' });
  await deliver(town);
  await mergeReport(clerk(town), { id: second.id, intoNumber: first.number, origin: ORIGIN });
  const told = await deliver(town);
  expect(told.map(({ to }) => to).sort()).toEqual(['erika@muster.example', 'zweite@muster.example']);
  expect(await findPublicReport(visitor(town), second.number)).toMatchObject({ mergedInto: first.number });
  expect(await findPublicReport(visitor(town), first.number)).toMatchObject({ followerCount: 1 });
  expect((await listPublicReports(visitor(town))).items.map(({ number }) => number)).toEqual([first.number]);

  await setStatus(clerk(town, at(200)), {
    id: first.id,
    status: 'done',
    answer: 'Beide Lampen getauscht.',
    origin: ORIGIN,
  });
  const ended = await deliver(town);
  expect(ended.map(({ to }) => to).sort()).toEqual(['erika@muster.example', 'zweite@muster.example']);
  // Each reads their own link, and nobody the other's.
  const toSecond = ended.find(({ to }) => to === 'zweite@muster.example')!;
  expect(toSecond.text).toContain(`/meldung/${second.link}`);
  expect(toSecond.text).not.toContain(first.link);
  // A circle cannot be made.
  expect(
    await mergeReport(clerk(town), { id: first.id, intoNumber: second.number, origin: ORIGIN }),
  ).toMatchObject({
    reason: 'invalid',
  });
});

test('two clerks who put two reports into each other at the same moment make no circle and get an answer', async () => {
  const town = await openTown('kreis');
  for (let round = 0; round < 8; round++) {
    const [first, second] = [await published(town), await published(town)];
    const into = (id: string, intoNumber: number) =>
      mergeReport(clerk(town), { id, intoNumber, origin: ORIGIN });
    const outcomes = await Promise.all([into(first.id, second.number), into(second.id, first.number)]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  }
});

test('a name in the text is taken out, the text as sent goes after two weeks', async () => {
  const town = await openTown('schwaerzen');
  const { id, number } = await published(town, { text: 'Herr Muster aus Nr. 3 hat die Laterne umgefahren.' });
  await redactText(clerk(town), { id, text: 'Jemand hat die Laterne umgefahren.' });
  expect((await findPublicReport(visitor(town), number))!.text).toBe('Jemand hat die Laterne umgefahren.');
  expect(await findDeskReport(clerk(town), id)).toMatchObject({
    originalText: 'Herr Muster aus Nr. 3 hat die Laterne umgefahren.',
    originalUntil: '2026-05-15',
  });
  await eraseDue(parts, system(town, at(13 * DAY)));
  expect((await findDeskReport(clerk(town), id))!.originalText).not.toBeNull();
  await eraseDue(parts, system(town, at(14 * DAY)));
  expect((await findDeskReport(clerk(town), id))!.originalText).toBeNull();
});

test('covered fields of a picture are painted over for good; the original is the desk’s for two weeks', async () => {
  const town = await openTown('abdecken');
  const { id } = await published(town, {}, { photos: [PICTURE] });
  const [photo] = (await findDeskReport(clerk(town), id))!.allPhotos;
  const photoId = photo!.id;
  expect(await reports.coverPhoto(clerk(town), { id, photoId, fields: ['0-0', '99-1', 'x'] })).toMatchObject({
    ok: true,
  });
  const colourAt = async (key: string, left: number, top: number) => [
    ...(await sharp(kept.get(key)!)
      .extract({ left, top, width: 1, height: 1 })
      .removeAlpha()
      .raw()
      .toBuffer()),
  ];
  const shown = (await findPhotoFile(visitor(town), photoId))!.key;
  const [covered, free] = [await colourAt(shown, 5, 5), await colourAt(shown, 500, 300)];
  // Grey above, the blue of the picture elsewhere, as far as WebP keeps it.
  expect(Math.abs(covered[0]! - 0x5a)).toBeLessThan(12);
  expect(Math.abs(free[0]! - 0x44)).toBeLessThan(12);
  const original = (await findPhotoFile(clerk(town), photoId, { original: true }))!.key;
  expect(await findPhotoFile(visitor(town), photoId, { original: true })).toBeNull();
  await eraseDue(parts, system(town, at(15 * DAY)));
  expect(kept.has(original)).toBe(false);
  expect(kept.has(shown)).toBe(true);
  expect(await reports.uncoverPhoto(clerk(town), { id, photoId })).toMatchObject({ reason: 'wrong-state' });
});

test('what is no report is hidden with a reason its sender reads, and goes after 90 days', async () => {
  const town = await openTown('unfug');
  const { id, number, link } = await sent(town, {}, { photos: [PICTURE] });
  await hideReport(clerk(town), { id, reason: 'Das ist Werbung.', origin: ORIGIN });
  expect(await findPublicReport(visitor(town), number)).toBeNull();
  expect(await findByLink(visitor(town), link)).toMatchObject({
    visibility: 'hidden',
    may: { update: false, confirm: false, reopen: false },
    deletion: { deleteOn: '2026-07-30' },
  });
  expect((await findByLink(visitor(town), link))!.steps.at(-1)).toMatchObject({ text: 'Das ist Werbung.' });
  await eraseDue(parts, system(town, at(90 * DAY)));
  expect(await count(scope(town), 'reports.report')).toBe(0);
  expect([...kept.keys()].filter((key) => key.startsWith(town.id))).toEqual([]);
});

test('contact data goes 30 days after the end, the link with it; the report stays for the town', async () => {
  const town = await openTown('loeschen');
  const { id, number, link } = await published(town);
  await setStatus(clerk(town, at(100)), {
    id,
    status: 'not-possible',
    answer: 'Das ist Privatgrund.',
    origin: ORIGIN,
  });
  await eraseDue(parts, system(town, at(29 * DAY)));
  expect(await findByLink(visitor(town), link)).not.toBeNull();
  expect(await eraseDue(parts, system(town, at(30 * DAY)))).toMatchObject({ contacts: 1 });
  expect(await findByLink(visitor(town), link)).toBeNull();
  expect(await findDeskReport(clerk(town), id)).toMatchObject({
    contact: { name: null, email: null, phone: null },
  });
  expect(await findPublicReport(visitor(town), number)).not.toBeNull();
  expect(await deliver(town)).toEqual([]);
});

test('nobody but those who may handle it, whom it was given to and who stands in for them gets to a report', async () => {
  const town = await openTown('rechte');
  const { id } = await sent(town);
  const bernd = (minutes: number) =>
    scope(town, { permissions: [], now: at(minutes), actor: { ...BERND, kind: 'staff' } });
  expect(await findDeskReport(bernd(70), id)).toBeNull();
  expect(await noteOnReport(bernd(70), { id, text: 'Ich schaue.' })).toMatchObject({ reason: 'forbidden' });
  expect(await noteOnReport(visitor(town), { id, text: 'Ich schaue.' })).toMatchObject({
    reason: 'forbidden',
  });
  await reports.assign(clerk(town), { id, to: KARLA.id, origin: ORIGIN });
  await reports.saveDeputy(clerk(town), {
    personId: KARLA.id,
    deputyId: BERND.id,
    fromDay: '2026-05-01',
    untilDay: '2026-05-02',
  });
  expect(await findDeskReport(bernd(80), id)).not.toBeNull();
  expect((await listDeskReports(bernd(80), { list: 'mine' })).lines).toMatchObject([{ id }]);
  expect(await noteOnReport(bernd(80), { id, text: 'Ich schaue.' })).toMatchObject({ ok: true });
  // The holiday is over.
  expect(await findDeskReport(bernd(3 * DAY), id)).toBeNull();
  await reports.assign(clerk(town), { id, to: BERND.id, origin: ORIGIN });
  expect(await findDeskReport(bernd(3 * DAY), id)).not.toBeNull();
  expect(
    (await deliver(town)).filter(({ to, subject }) => to === BERND.email && subject.startsWith('Für Sie'))
      .length,
  ).toBe(1);
  expect((await listAudit(clerk(town))).map(({ action }) => action)).toContain('reports.assigned');
});

test('the desk’s lists tell what is new, overdue, elsewhere and whose; counting asks the database as often for 1 as for 3', async () => {
  const town = await openTown('listen');
  const first = await sent(town);
  const one = await countQueries(() => listDeskReports(clerk(town), { list: 'open' }));
  const second = await published(town);
  const third = await published(town);
  const three = await countQueries(() => listDeskReports(clerk(town), { list: 'open' }));
  expect(three).toBe(one);
  await reports.passOn(clerk(town), {
    id: third.id,
    bodyId: await bodyOf(town, 'kreis'),
    message: '',
    origin: ORIGIN,
  });
  const later = clerk(town, at(30 * DAY));
  expect(await countDeskReports(later)).toMatchObject({
    new: 1,
    open: 3,
    overdue: 3,
    elsewhere: 1,
    mine: 1,
    waiting: 0,
    done: 0,
  });
  expect((await listDeskReports(later, { list: 'elsewhere' })).lines.map(({ id }) => id)).toEqual([third.id]);
  expect((await listDeskReports(later, { list: 'new' })).lines.map(({ id }) => id)).toEqual([first.id]);
  const closed = await forEachReport([second.id, third.id, second.id, newId()], (id) =>
    setStatus(later, { id, status: 'done', answer: 'Alle Laternen der Straße erneuert.', origin: ORIGIN }),
  );
  expect(closed).toEqual({ ok: true, value: { done: 2, refused: 1 } });
  expect(await countDeskReports(later)).toMatchObject({ open: 1, done: 2 });
});

test('repair times by category: median and ninetieth percentile of what was done', async () => {
  const town = await openTown('zeiten', { isCheckedFirst: false });
  for (const days of [1, 2, 10]) {
    const { id } = await sent(town);
    await setStatus(clerk(town, at(days * DAY + 1)), {
      id,
      status: 'done',
      answer: 'Erledigt.',
      origin: ORIGIN,
    });
  }
  await sent(town);
  expect(await listRepairTimes(visitor(town))).toEqual([
    {
      category: { key: 'laterne', name: 'Straßenlaterne', groupName: 'Straße' },
      received: 4,
      closed: 3,
      open: 1,
      medianDays: 2,
      p90Days: 8.4,
    },
  ]);
});

test('mails leave by a real mail server, once each, with the same id when delivered again', async () => {
  const received: string[] = [];
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        received.push(Buffer.concat(chunks).toString());
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as { port: number };
  const mail = createMailSender({
    smtpUrl: `smtp://127.0.0.1:${port}`,
    from: 'Stadt <stadt@example.org>',
    folder: '',
  });
  try {
    const town = await openTown('postweg');
    const { id } = await sent(town);
    const letter = { reportId: id, kind: 'receipt' as const, origin: ORIGIN };
    for (let again = 0; again < 2; again++)
      await sendLetter(
        letterWork({ ...parts, mail }),
        scope(town),
        letter,
        '0190b5a0-0000-7000-8000-000000000001',
      );
    expect(received).toHaveLength(2);
    const ids = received.map((text) => /^message-id: (.*)$/im.exec(text)?.[1]?.trim());
    expect(new Set(ids)).toEqual(new Set(['<0190b5a0-0000-7000-8000-000000000001@postweg.ortskern>']));
  } finally {
    mail.close();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  }
});
