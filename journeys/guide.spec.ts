/** The guide is walked as it says, by its people; its pictures come from here, and its words stand on the screen. */

import { newPage, test } from './fixture.ts';
import { Album, expectInStep } from './guide.ts';
import {
  approver,
  type Cast,
  firstQuarter,
  inside,
  registers,
  suggest,
  writer,
  writerFinds,
  writerMore,
} from './guide-walk.ts';
import { person } from './writing.ts';

/** Wide enough for the whole menu; smaller than a desk, so that the pictures can be read on a page. */
const size = { width: 1280, height: 1000 };

test('the guide: each step can be walked, each picture is made, and each word in 「」 stands on the screen', async ({
  browser,
  product,
  reports,
  seat,
}) => {
  // Whoever takes pictures waits for each page to be still.
  test.setTimeout(process.env.MENHU_PICTURES ? 900_000 : 300_000);
  const sit = async (name: string) => {
    const { page } = await seat(person(product, name), size);
    page.setDefaultTimeout(60_000);
    return page;
  };
  const cast: Cast = {
    lin: await sit('林晓岚'),
    zhang: await sit('张伟明'),
    he: await sit('何静宜'),
  };
  const album = new Album();
  const stranger = await newPage(browser, size, reports);
  await stranger.goto(product.console);
  await stranger.getByLabel('登录名').waitFor();
  await album.look(stranger, 'first-sign-in');
  await stranger.context().close();
  await firstQuarter(cast, album);
  await writer(cast, album);
  await writerMore(cast, album);
  await writerFinds(cast, album);
  await approver(cast, album);
  await inside(await sit('冯远'), await sit('邬帆'), '周末有雾，出行请慢', album);
  await suggest(await sit('柯文'), await sit('姚静'), '三所小学开了木工课', album);
  await registers(cast, album);
  expectInStep(album);
});
