/** Small enough for a line that is busy with the hall: writing in the picture stays legible. */
const LONGEST_EDGE = 2_560;
const LARGE = 1024 * 1024;
const QUALITY = 0.85;
const TAKEN = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'];

/** A large photograph, or one of a kind that is not taken, as a smaller JPEG; anything else as it is, for the server to judge. */
export async function smallPicture(file: Blob): Promise<Blob> {
  if (!file.type.startsWith('image/') || (TAKEN.includes(file.type) && file.size <= LARGE)) return file;
  const picture = await createImageBitmap(file).catch(() => null);
  if (!picture) return file;
  const scale = Math.min(1, LONGEST_EDGE / Math.max(picture.width, picture.height));
  const canvas = new OffscreenCanvas(Math.round(picture.width * scale), Math.round(picture.height * scale));
  canvas.getContext('2d')!.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const small = await canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY });
  return TAKEN.includes(file.type) && small.size >= file.size ? file : small;
}
