// Loaded when the first photo is chosen: makes it small on the device and lets faces and number plates be covered.
import { coverParts } from './covering.ts';
import { shrink, toFile } from './shrink.ts';

interface Shot {
  name: string;
  /** Null when the browser cannot read the file; the server will say what it thinks of it. */
  picture: HTMLCanvasElement | null;
  file: File;
}

const field = document.querySelector<HTMLElement>('[data-photos]')!;
const inputs = [...field.querySelectorAll<HTMLInputElement>('input[type=file]')];
const [camera, gallery] = inputs as [HTMLInputElement, HTMLInputElement];
const list = field.querySelector<HTMLElement>('[data-shots]')!;
const told = field.querySelector<HTMLElement>('[data-told]')!;
const dialog = field.querySelector<HTMLDialogElement>('dialog')!;
const most = Number(field.dataset.most);

const styles = document.createElement('link');
styles.rel = 'stylesheet';
styles.href = field.dataset.scriptStyles!;
document.head.append(styles);

let shots: Shot[] = [];
let count = 0;

for (const input of inputs) input.addEventListener('change', () => void take(input));
// The ones whose choice brought this script here.
void (async () => {
  for (const input of inputs) if (input.files?.length) await take(input);
})();

async function take(input: HTMLInputElement): Promise<void> {
  const chosen = [...(input.files ?? [])].filter((file) => !shots.some((shot) => shot.file === file));
  field.setAttribute('aria-busy', 'true');
  for (const file of chosen) if (shots.length < most) shots.push(await shotOf(file));
  field.removeAttribute('aria-busy');
  const tooMany = chosen.length > 0 && shots.length >= most ? ` ${field.dataset.full}` : '';
  show(tooMany);
}

async function shotOf(file: File): Promise<Shot> {
  // The name on the device may hold a date, a place or a person.
  const name = `foto-${++count}.jpg`;
  try {
    const picture = await shrink(file);
    return { name, picture, file: await toFile(picture, name) };
  } catch {
    return { name, picture: null, file };
  }
}

/** The pictures below the buttons, and in the form what will be sent. */
function show(more = ''): void {
  const files = new DataTransfer();
  for (const { file } of shots) files.items.add(file);
  camera.value = '';
  gallery.files = files.files;
  list.replaceChildren(...shots.map(itemOf));
  list.hidden = shots.length === 0;
  const kilobytes = Math.ceil(shots.reduce((sum, { file }) => sum + file.size, 0) / 1000);
  told.textContent = shots.length
    ? `${field.dataset.chosen!.replace('#', String(shots.length)).replace('#', String(kilobytes))}${more}`
    : '';
}

function itemOf(shot: Shot, index: number): HTMLElement {
  const item = document.createElement('li');
  const number = `${field.dataset.photo} ${index + 1}`;
  if (shot.picture) {
    const thumbnail = document.createElement('canvas');
    const scale = 320 / Math.max(shot.picture.width, shot.picture.height);
    thumbnail.width = Math.round(shot.picture.width * scale);
    thumbnail.height = Math.round(shot.picture.height * scale);
    thumbnail.getContext('2d')!.drawImage(shot.picture, 0, 0, thumbnail.width, thumbnail.height);
    thumbnail.role = 'img';
    thumbnail.ariaLabel = number;
    item.append(
      thumbnail,
      button(field.dataset.cover!, number, () => void cover(shot)),
    );
  } else item.append(number);
  item.append(
    button(field.dataset.remove!, number, () => {
      shots = shots.filter((one) => one !== shot);
      show();
      gallery.focus();
    }),
  );
  return item;
}

function button(label: string, number: string, act: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = label;
  made.ariaLabel = `${label}: ${number}`;
  made.addEventListener('click', act);
  return made;
}

async function cover(shot: Shot): Promise<void> {
  const index = shots.indexOf(shot);
  const covered = await coverParts(dialog, shot.picture!);
  if (covered) {
    shots[index] = { ...shot, picture: covered, file: await toFile(covered, shot.name) };
    show();
  }
  list.children[index]?.querySelector('button')?.focus();
}
