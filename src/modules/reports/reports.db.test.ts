import sharp from 'sharp';
import { expect, test } from 'vitest';
import { newId } from '#platform/db.server';
import { askedAlone } from '#platform/scope';
import { listCategories } from './queries/configuration.server.ts';
import { findByLink, findPhotoFile } from './queries/link.server.ts';
import { findNearbyOpenReports, findPublicReport, listPublicReports } from './queries/public.server.ts';
import { reportReader } from './typed-answers.server.ts';
import { ADDRESS, at, DAY, FRIDAY, openWorkshop, ORIGIN, PICTURE } from './workshop.fixture.ts';

const { reports, kept, scope, openTown, visitor, lamp, send, sent, deliver, count } = await openWorkshop();

test('fifty submissions of one report at once are one report with one number, one link and one picture', async () => {
  const town = await openTown('doppelt');
  const key = newId();
  const outcomes = await Promise.all(
    Array.from({ length: 50 }, () => send(town, {}, { key, photos: [PICTURE] })),
  );
  expect(outcomes.every((one) => one.ok)).toBe(true);
  expect(new Set(outcomes.map((one) => one.ok && one.value.link)).size).toBe(1);
  expect(outcomes.filter((one) => one.ok && !one.value.isRepeated)).toHaveLength(1);
  expect(await count(scope(town), 'reports.report')).toBe(1);
  expect(await count(scope(town), 'reports.step')).toBe(1);
  expect(await count(scope(town), 'reports.photo')).toBe(1);
  expect(await count(scope(town), 'jobs.announcement')).toBe(2);
  // Three sizes and the JPEG of one picture; the others went again.
  expect([...kept.keys()].filter((name) => name.startsWith(town.id))).toHaveLength(4);
  // Numbers have no gaps.
  expect(await sent(town)).toMatchObject({ number: 2, isRepeated: false });
});

test('a report goes to its office, is due in ten working days, and waits until somebody has looked at it', async () => {
  const town = await openTown('eingang');
  const { number, link, isPublic } = await sent(town);
  expect({ number, isPublic }).toEqual({ number: 1, isPublic: false });
  expect(await findPublicReport(visitor(town), 1)).toBeNull();
  expect(await findByLink(visitor(town), link)).toMatchObject({
    visibility: 'waiting',
    contact: { name: 'Erika Muster', email: 'erika@muster.example', phone: '03883 12345' },
    report: {
      // Ten working days after the first of May, without Ascension Day.
      dueOn: '2026-05-18',
      holder: { name: 'Bauhof', level: 'town' },
      answers: [{ question: 'Wie viele Lampen sind betroffen?', text: 'eine Lampe' }],
    },
    may: { update: true, confirm: false, reopen: false },
    deletion: { contactUntil: '2027-05-01', photosUntil: null, deleteOn: null },
  });
});

test('nothing of the reporter is public: no name, no address, no number, no link', async () => {
  const town = await openTown('oeffentlich', { isCheckedFirst: false });
  const { number, link } = await sent(town, {}, { photos: [PICTURE] });
  const shown = JSON.stringify([
    await findPublicReport(visitor(town), number),
    await listPublicReports(visitor(town)),
    await findNearbyOpenReports(visitor(town), { category: 'laterne', latitude: 53.431, longitude: 11.193 }),
  ]);
  expect(shown).toContain('seit gestern aus');
  expect(shown).not.toMatch(/Erika|erika|12345/);
  expect(shown).not.toContain(link);
});

test('of a photo only the picture is kept: no place, no name', async () => {
  const town = await openTown('foto', { isCheckedFirst: false });
  const { number, link } = await sent(town, {}, { photos: [PICTURE] });
  const [photo] = (await findPublicReport(visitor(town), number))!.photos;
  const file = (await findPhotoFile(visitor(town), photo!.id))!;
  const { exif } = await sharp(kept.get(file.key)!).metadata();
  expect(exif).toBeUndefined();
  expect(Buffer.from(kept.get(file.key)!).includes('Erika')).toBe(false);
  expect(await findPhotoFile(visitor(town), photo!.id, { link })).toMatchObject({ isPublic: true });
});

test('a picture of a report nobody has checked is seen by the reporter only', async () => {
  const town = await openTown('verborgen');
  const { link } = await sent(town, {}, { photos: [PICTURE] });
  const [photo] = (await findByLink(visitor(town), link))!.report.photos;
  expect(await findPhotoFile(visitor(town), photo!.id)).toBeNull();
  expect(await findPhotoFile(visitor(town), photo!.id, { link: 'made-up' })).toBeNull();
  expect(await findPhotoFile(visitor(town), photo!.id, { link })).toMatchObject({ isPublic: false });
});

test('what is no picture is refused by its content, and nothing half-written stays', async () => {
  const town = await openTown('kein-bild');
  const html = Buffer.from('<html><script>alert(1)</script></html>');
  const before = kept.size;
  expect(await send(town, {}, { photos: [PICTURE, html] })).toMatchObject({
    ok: false,
    reason: 'picture-not-readable',
  });
  expect(kept.size).toBe(before);
  expect(await count(scope(town), 'reports.report')).toBe(0);
});

test('a report that lacks something says what, field by field', async () => {
  const town = await openTown('maengel');
  const outcome = await send(town, {
    text: 'x',
    email: 'kein',
    'frage.UMFANG': '7',
    latitude: '53,43',
    longitude: '',
  });
  expect(outcome).toMatchObject({
    ok: false,
    reason: 'invalid',
    details: {
      fields: {
        text: 'reports.fault.text',
        email: 'reports.fault.email',
        'frage.UMFANG': 'reports.fault.choice',
      },
    },
  });
});

test('machines are refused: a filled decoy, a form of this second, a made-up or foreign form', async () => {
  const [town, other] = [await openTown('automat'), await openTown('fremd')];
  const { ticket } = reports.issueTicket(visitor(town, FRIDAY));
  const post = (wish: { ticket: string; decoy?: string; now?: Date }) =>
    reports.create(visitor(town, wish.now), {
      fields: lamp(),
      idempotencyKey: newId(),
      origin: ORIGIN,
      address: ADDRESS,
      ...wish,
    });
  expect(await post({ ticket, decoy: 'x' })).toMatchObject({ reason: 'not-accepted' });
  expect(await post({ ticket, now: at(0) })).toMatchObject({ reason: 'too-fast' });
  expect(await post({ ticket: `${newId()}.abc.def` })).toMatchObject({ reason: 'form-expired' });
  const foreign = reports.issueTicket(visitor(other, FRIDAY)).ticket;
  expect(await post({ ticket: foreign })).toMatchObject({ reason: 'form-expired' });
  // A phone without network for two weeks is no machine.
  expect(await post({ ticket, now: at(14 * DAY) })).toMatchObject({ ok: true });
});

test('near reports of the same category are offered, by distance or by street; far and closed ones are not', async () => {
  const town = await openTown('nahe', { isCheckedFirst: false });
  const near = await sent(town, { latitude: '53.43110', longitude: '11.19310' });
  await sent(town, { latitude: '53.4400', longitude: '11.1930', address: 'Lange Straße 3' });
  await sent(town, { category: 'schlagloch', latitude: '53.43100', longitude: '11.19300' });
  const byPoint = await findNearbyOpenReports(visitor(town), {
    category: 'laterne',
    latitude: 53.431,
    longitude: 11.193,
  });
  expect(byPoint.map(({ number, distanceMeters }) => ({ number, distanceMeters }))).toEqual([
    { number: near.number, distanceMeters: 13 },
  ]);
  const byStreet = await findNearbyOpenReports(visitor(town), {
    category: 'laterne',
    address: 'Bahnhofstr. 99',
  });
  expect(byStreet.map(({ number }) => number)).toEqual([near.number]);
});

test('who asks what is reported in a street hears of it, whatever it is; of another street nothing is said', async () => {
  const town = await openTown('strassen', { isCheckedFirst: false });
  const { number } = await sent(town, {});
  const said = await reportReader.read(visitor(town), 'Was wurde in der Bahnhofstraße gemeldet?');
  expect(said?.sentences.map(({ values }) => values)).toMatchObject([{ number: String(number) }]);
  expect(await reportReader.read(visitor(town), 'Was wurde in der Hagenstraße gemeldet?')).toBeNull();
});

test('who asks how a report stands hears it of a public one, and is led to the secret link otherwise', async () => {
  const town = await openTown('stand', { isCheckedFirst: false });
  const { number } = await sent(town, {});
  const told = await reportReader.read(visitor(town), `Was ist mit Meldung ${number}?`);
  expect(told?.sentences).toMatchObject([
    { key: 'reports.answer.state', values: { number: String(number) } },
  ]);
  for (const question of ['Was ist mit Meldung 4711?', 'Wie ist der Stand meiner Meldung?'])
    expect(await reportReader.read(visitor(town), question)).toMatchObject({
      id: 'meldungen',
      sentences: [{ key: 'reports.answer.own' }],
    });
});

test('a fault told in other words leads to the category the search thinks of, an odd find to the one for all else', async () => {
  const town = await openTown('worte', { isCheckedFirst: false });
  const categories = await listCategories(visitor(town));
  const lamp = categories.find(({ key }) => key === 'laterne')!;
  const led = await reportReader.read(visitor(town), 'Funzel in der Gasse ist aus', {
    ...askedAlone,
    ids: ['nichts', lamp.id],
  });
  expect(led).toMatchObject({ id: lamp.id, sentences: [{ key: 'reports.answer.how' }] });
  expect(await reportReader.read(visitor(town), 'falschparker melden')).toBeNull();
  expect(
    await reportReader.read(visitor(town), 'Wo melde ich meine Geburt?', { ...askedAlone, ids: [lamp.id] }),
  ).toBeNull();
});

test('who noticed it too is counted once a form, and written to only once the address is proved', async () => {
  const town = await openTown('folgen', { isCheckedFirst: false });
  const { number } = await sent(town, { email: '', wantsMail: '' });
  await deliver(town);
  const { key } = reports.issueTicket(visitor(town));
  const follow = () =>
    reports.follow(visitor(town), {
      number,
      email: 'f@x.example',
      followKey: key,
      origin: ORIGIN,
      address: ADDRESS,
    });
  expect(await Promise.all([follow(), follow(), follow()])).toMatchObject([
    { value: { followerCount: 1 } },
    { value: { followerCount: 1 } },
    { value: { followerCount: 1 } },
  ]);
  const [mail, ...more] = await deliver(town);
  expect(more).toEqual([]);
  expect(mail).toMatchObject({ to: 'f@x.example' });
  const token = /\/meldung\/bestaetigen\/([\w-]{43})/.exec(mail!.text)![1]!;
  expect(await reports.confirmMail(visitor(town), token)).toEqual({
    ok: true,
    value: { number, isReporter: false },
  });
  expect(await reports.confirmMail(visitor(town), token)).toMatchObject({ reason: 'unknown' });
});

test('the reporter gets one receipt with the link; the office gets the report without the reporter', async () => {
  const town = await openTown('quittung');
  const { link } = await sent(town);
  const [receipt, office, ...more] = (await deliver(town)).sort((a, b) => b.to.localeCompare(a.to));
  expect(more).toEqual([]);
  expect(receipt).toMatchObject({
    to: 'erika@muster.example',
    subject: 'Ihre Meldung Nr. 1 ist eingegangen',
  });
  expect(receipt!.text).toContain(`${ORIGIN}/meldung/${link}`);
  expect(office!.to).toBe('bauhof@rathaus.example');
  expect(office!.text).toContain('Die Laterne vor dem Haus');
  expect(office!.text).not.toMatch(/Erika|erika|12345/);
});
