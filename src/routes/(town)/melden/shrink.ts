/** The longest side a report's picture needs; the server keeps no more. */
const LONGEST = 1600;
const QUALITY = 0.82;

/** A picture as it is shown and sent: upright, small, without a word about camera, place or time. */
export async function shrink(file: Blob): Promise<HTMLCanvasElement> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
  const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  const pencil = canvas.getContext('2d')!;
  // Transparent pictures would turn black.
  pencil.fillStyle = '#fff';
  pencil.fillRect(0, 0, canvas.width, canvas.height);
  pencil.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  return canvas;
}

/** The picture as a file that is sent; only what can be seen is in it. */
export async function toFile(canvas: HTMLCanvasElement, name: string): Promise<File> {
  const blob = await new Promise<Blob>((resolve, reject) =>
    canvas.toBlob((made) => (made ? resolve(made) : reject(new Error('no picture'))), 'image/jpeg', QUALITY),
  );
  return new File([blob], name, { type: 'image/jpeg' });
}
