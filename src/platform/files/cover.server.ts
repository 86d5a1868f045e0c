import sharp from 'sharp';

/** A part of a picture, in shares of its width and height from the top left. */
export interface Part {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Paints parts of a picture over, for good: nothing below can be made visible again. */
export async function coverPicture(bytes: Uint8Array, parts: readonly Part[]): Promise<Uint8Array> {
  const { width = 0, height = 0 } = await sharp(bytes).metadata();
  const boxes = parts.map((part) => {
    const x = Math.floor(part.left * width);
    const y = Math.floor(part.top * height);
    return `<rect x="${x}" y="${y}" width="${Math.ceil(part.width * width)}" height="${Math.ceil(part.height * height)}"/>`;
  });
  const paint = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" fill="#5a6472">${boxes.join('')}</svg>`;
  return sharp(bytes)
    .composite([{ input: Buffer.from(paint) }])
    .png()
    .toBuffer();
}
