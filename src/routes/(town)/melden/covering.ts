import { boxAfterKey, boxBetween, MIDDLE } from './boxes.ts';
import type { Box } from './boxes.ts';

/**
 * Lets a person cover parts of a picture by finger, mouse or keyboard.
 * @returns the covered picture, or null when they changed their mind.
 */
export async function coverParts(
  dialog: HTMLDialogElement,
  picture: HTMLCanvasElement,
): Promise<HTMLCanvasElement | null> {
  const stage = dialog.querySelector<HTMLElement>('[data-stage]')!;
  const shown = copyOf(picture);
  stage.replaceChildren(shown);
  const drawing = drawOn(dialog, stage, shown);
  for (const button of dialog.querySelectorAll<HTMLButtonElement>('[data-close]'))
    button.onclick = () => dialog.close(button.dataset.close);
  dialog.returnValue = '';
  dialog.showModal();
  await new Promise((resolve) => dialog.addEventListener('close', resolve, { once: true }));
  drawing.end();
  if (dialog.returnValue !== 'done' || drawing.boxes().length === 0) return null;
  return withBoxes(picture, drawing.boxes());
}

function copyOf(picture: HTMLCanvasElement): HTMLCanvasElement {
  const copy = document.createElement('canvas');
  copy.width = picture.width;
  copy.height = picture.height;
  copy.getContext('2d')!.drawImage(picture, 0, 0);
  return copy;
}

/** Nothing of what was covered is left: the boxes are part of the picture. */
function withBoxes(picture: HTMLCanvasElement, boxes: readonly Box[]): HTMLCanvasElement {
  const covered = copyOf(picture);
  const pencil = covered.getContext('2d')!;
  pencil.fillStyle = '#1b1b1b';
  for (const { left, top, width, height } of boxes)
    pencil.fillRect(
      Math.floor(left * covered.width),
      Math.floor(top * covered.height),
      Math.ceil(width * covered.width),
      Math.ceil(height * covered.height),
    );
  return covered;
}

function drawOn(dialog: HTMLDialogElement, stage: HTMLElement, shown: HTMLCanvasElement) {
  let boxes: Box[] = [];
  const before: Box[][] = [];
  const listening = new AbortController();
  const { signal } = listening;

  const show = (focused = -1) => {
    for (const old of stage.querySelectorAll('button')) old.remove();
    boxes.forEach((box, index) => stage.append(handleOf(box, index)));
    if (focused >= 0) stage.querySelectorAll('button')[focused]?.focus();
  };
  const change = (next: Box[], focused = -1) => {
    before.push(boxes);
    boxes = next;
    show(focused);
  };
  const handleOf = (box: Box, index: number) => {
    const handle = document.createElement('button');
    handle.type = 'button';
    handle.ariaLabel = `${dialog.dataset.box} ${index + 1}: ${dialog.dataset.boxHelp}`;
    place(handle, box);
    handle.addEventListener('keydown', (event) => {
      if (event.key === 'Delete' || event.key === 'Backspace')
        change(
          boxes.filter((_, at) => at !== index),
          Math.max(0, index - 1),
        );
      else {
        const next = boxAfterKey(box, event.key, event.shiftKey);
        if (!next) return;
        change(boxes.with(index, next), index);
      }
      event.preventDefault();
    });
    return handle;
  };

  shown.addEventListener(
    'pointerdown',
    (event) => follow(shown, event, stage, (box) => change([...boxes, box])),
    {
      signal,
    },
  );
  dialog
    .querySelector('[data-add]')!
    .addEventListener('click', () => change([...boxes, MIDDLE], boxes.length), {
      signal,
    });
  dialog.querySelector('[data-undo]')!.addEventListener(
    'click',
    () => {
      boxes = before.pop() ?? [];
      show();
    },
    { signal },
  );
  return { boxes: () => boxes, end: () => listening.abort() };
}

/** From where the finger goes down to where it is lifted. */
function follow(
  shown: HTMLCanvasElement,
  start: PointerEvent,
  stage: HTMLElement,
  drawn: (box: Box) => void,
): void {
  const spotOf = ({ clientX, clientY }: PointerEvent) => {
    const { left, top, width, height } = shown.getBoundingClientRect();
    return { x: (clientX - left) / width, y: (clientY - top) / height };
  };
  const from = spotOf(start);
  const sketch = document.createElement('div');
  sketch.className = 'sketch';
  stage.append(sketch);
  shown.setPointerCapture(start.pointerId);
  const move = (event: PointerEvent) => {
    const box = boxBetween(from, spotOf(event));
    if (box) place(sketch, box);
  };
  const end = (event: PointerEvent) => {
    shown.removeEventListener('pointermove', move);
    sketch.remove();
    const box = event.type === 'pointerup' ? boxBetween(from, spotOf(event)) : null;
    if (box) drawn(box);
  };
  shown.addEventListener('pointermove', move);
  shown.addEventListener('pointerup', end, { once: true });
  shown.addEventListener('pointercancel', end, { once: true });
  start.preventDefault();
}

function place(element: HTMLElement, { left, top, width, height }: Box): void {
  element.style.left = `${left * 100}%`;
  element.style.top = `${top * 100}%`;
  element.style.width = `${width * 100}%`;
  element.style.height = `${height * 100}%`;
}
