export interface TownColours {
  primary: string;
  accent: string;
}

/** As WCAG 2.2 asks for text (1.4.3). */
export const READABLE_CONTRAST = 4.5;

// A little darker than any light surface, a little lighter than any dark one: what is readable here is readable everywhere.
const LIGHT_GROUND = '#e6ebf0';
const DARK_GROUND = '#2c3244';
const WHITE = '#ffffff';
const BLACK = '#000000';
const STEP = 0.03;

/** The style sheet of one town: its colours, moved just as far as text on them and in them stays readable. */
export function townTheme(colours: TownColours): string {
  const light = variables(colours, LIGHT_GROUND, BLACK);
  const dark = variables(colours, DARK_GROUND, WHITE);
  return `:root{${light}}@media screen and (prefers-color-scheme:dark){:root{${dark}}}`;
}

function variables(colours: TownColours, ground: string, towards: string): string {
  const primary = readableOn(ground, colours.primary, towards);
  const accent = readableOn(ground, colours.accent, towards);
  return (
    `--town-primary:${primary};--town-on-primary:${textOn(primary)};` +
    `--town-accent:${accent};--town-on-accent:${textOn(accent)}`
  );
}

/** The colour itself if it can be read on the ground, else the same hue, darker or lighter, just until it can. */
export function readableOn(ground: string, colour: string, towards: string): string {
  const target = towards === WHITE ? 1 : 0;
  const { hue, saturation, lightness } = toHsl(colour);
  if (contrast(colour, ground) >= READABLE_CONTRAST) return colour;
  for (let share = STEP; share < 1; share += STEP) {
    const shade = fromHsl({ hue, saturation, lightness: lightness + (target - lightness) * share });
    if (contrast(shade, ground) >= READABLE_CONTRAST) return shade;
  }
  return towards;
}

/** White or black, whichever reads better on a colour. */
export function textOn(colour: string): string {
  return contrast(WHITE, colour) >= contrast(BLACK, colour) ? WHITE : BLACK;
}

/** Contrast of two colours as WCAG 2.2 defines it, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red, green, blue] = channels(colour).map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

interface Hsl {
  hue: number;
  saturation: number;
  lightness: number;
}

function toHsl(colour: string): Hsl {
  const [red, green, blue] = channels(colour).map((value) => value / 255) as [number, number, number];
  const most = Math.max(red, green, blue);
  const spread = most - Math.min(red, green, blue);
  const lightness = most - spread / 2;
  if (spread === 0) return { hue: 0, saturation: 0, lightness };
  const sixth =
    most === red
      ? (green - blue) / spread
      : most === green
        ? 2 + (blue - red) / spread
        : 4 + (red - green) / spread;
  return { hue: (sixth * 60 + 360) % 360, saturation: spread / (1 - Math.abs(2 * lightness - 1)), lightness };
}

function fromHsl({ hue, saturation, lightness }: Hsl): string {
  const reach = saturation * Math.min(lightness, 1 - lightness);
  const values = [0, 8, 4].map((turn) => {
    const place = (turn + hue / 30) % 12;
    return lightness - reach * Math.max(-1, Math.min(place - 3, 9 - place, 1));
  });
  return `#${values
    .map((value) =>
      Math.round(value * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}

function channels(colour: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}
