import { isClosedStatus } from '#modules/reports';
import type { ReportPoint, ReportStatus } from '#modules/reports';
import type { MapMarker, MapTone } from '#ui';

/** How far a report is, as a colour; the words beside it say the same. */
export function toneOf(status: ReportStatus): MapTone {
  if (status === 'done') return 'success';
  if (isClosedStatus(status)) return 'neutral';
  return status === 'received' || status === 'checked' ? 'accent' : 'warning';
}

/** The same for a badge in the text. */
export function badgeOf(status: ReportStatus): 'neutral' | 'info' | 'success' | 'warning' {
  const tone = toneOf(status);
  return tone === 'accent' ? 'info' : tone;
}

/** Reports on the map. */
export function markersOf(
  points: readonly ReportPoint[],
  wish: { address: (number: number) => string; say: (status: ReportStatus) => string },
): MapMarker[] {
  return points.map(({ latitude, longitude, number, categoryName, address, status }) => ({
    latitude,
    longitude,
    title: [categoryName, address].filter(Boolean).join(', ') + ` (${wish.say(status)})`,
    href: wish.address(number),
    tone: toneOf(status),
  }));
}
