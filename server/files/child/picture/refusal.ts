/** The refusals that several readers of pictures share. */
import { Refused } from '../not-taken.ts';

export const truncated = (): Refused =>
  new Refused(
    'picture_truncated',
    '图片不完整，后面缺了一部分（可能没有传完，或者拷贝时中断了）。请找到原图，重新上传',
  );

export const broken = (): Refused =>
  new Refused('picture_broken', '图片打不开，文件已损坏。请用看图软件打开原图，另存为 JPG 或 PNG 再上传');
