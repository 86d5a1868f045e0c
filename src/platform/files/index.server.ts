import { join } from 'node:path';
import { createLocalFiles } from './local.server.ts';
import { createS3Files } from './s3.server.ts';
import type { S3Access } from './s3.server.ts';
import type { FileStore } from './store.server.ts';

export type { FileStore } from './store.server.ts';
export { coverPicture } from './cover.server.ts';
export type { Part } from './cover.server.ts';
export { PICTURE_SIZES, pictureVariant, savePicture } from './picture.server.ts';

/** The file store of this installation: S3 when there is access to one, else a folder of the data folder. */
export function openFiles(wish: { dataFolder: string; s3: S3Access | null }): FileStore {
  return wish.s3 ? createS3Files(wish.s3) : createLocalFiles(join(wish.dataFolder, 'files'));
}
