import { divIcon, marker } from 'leaflet';
import type { LatLng, Map as LeafletMap, Marker } from 'leaflet';

type Texts = Readonly<Record<string, string>>;

/** A tap, or Enter on the middle of the map, fills the two fields the frame names. */
export function pickOn(map: LeafletMap, frame: HTMLElement, texts: Texts): void {
  const [latitude, longitude] = frame.dataset.pick!.split(' ').map((name) => fieldOf(frame, name));
  const status = frame.querySelector<HTMLElement>('[role=status]')!;
  let mark: Marker | null = null;

  const choose = (at: LatLng) => {
    mark ??= marker(at, {
      interactive: false,
      keyboard: false,
      icon: divIcon({ className: 'moving-mark accent', html: '', iconSize: [28, 28] }),
    }).addTo(map);
    mark.setLatLng(at);
    set(latitude, at.lat);
    set(longitude, at.lng);
    status.textContent = `${texts.chosen}: ${at.lat.toFixed(5)}, ${at.lng.toFixed(5)}`;
  };

  if (latitude?.value && longitude?.value)
    choose(map.unproject(map.project([Number(latitude.value), Number(longitude.value)])));
  map.getContainer().classList.add('is-picking');
  map.on('click', ({ latlng }) => choose(latlng));
  map.getContainer().addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.target !== map.getContainer()) return;
    event.preventDefault();
    choose(map.getCenter());
  });
  const row = frame.querySelector('.row')!;
  row.append(button(texts.take!, () => choose(map.getCenter())));
  if ('geolocation' in navigator)
    row.append(button(texts.here!, () => map.locate({ setView: true, maxZoom: 17 })));
  map.on('locationfound', ({ latlng }) => choose(latlng));
  map.on('locationerror', () => (status.textContent = texts['here.failed']!));
}

function fieldOf(frame: HTMLElement, name: string): HTMLInputElement | null {
  const field = frame.closest('form')?.elements.namedItem(name);
  return field instanceof HTMLInputElement ? field : null;
}

function set(field: HTMLInputElement | null | undefined, value: number): void {
  if (!field) return;
  field.value = value.toFixed(6);
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
}

function button(text: string, act: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'moving-button';
  made.textContent = text;
  made.addEventListener('click', act);
  return made;
}
