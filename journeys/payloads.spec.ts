/** Every payload of the lists, through the one cleaning profile, in every view: none runs. The same ones raw do. */
import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { client } from '../server/contract/client.ts';
import { table } from '../server/contract/table.ts';
import { expect, newPage, signIn, test } from './fixture.ts';
import { counter, payloads } from './payloads.ts';
import type { Product } from './start.ts';
import { person, publicPageOf, textOf } from './writing.ts';

const ran = (page: Page): Promise<number> => page.evaluate(() => (window as { menhuRan?: number }).menhuRan ?? 0);
const { all, material } = payloads();

/** The console's own client over this page's session. */
const apiOf = (page: Page, { console: origin }: Product) =>
  client(table, async (method, path, data) => {
    const answer = await page.request.fetch(origin + path, {
      method,
      headers: { origin },
      ...(data === undefined ? {} : { data }),
    });
    return { status: answer.status(), json: await answer.json() };
  });
type Api = ReturnType<typeof apiOf>;

/** What the profile makes of each payload alone: an unclosed one must not hide the next. Left-out pictures are taken out, or the text would not be sent. */
async function cleanedAll(api: Api): Promise<string[]> {
  const cleaned: string[] = [];
  for (const html of all.filter((one) => one.length < 200_000)) {
    const one = await api.content.clean({ html }).catch((refused: { problem: { code: string } }) => {
      // Too deep or too long is an answer too.
      expect(refused.problem.code).toMatch(/^text_too_/);
      return { html: '' };
    });
    cleaned.push(one.html.replace(/<p class="missing">[^<]*<\/p>/g, ''));
  }
  return cleaned.filter((html) => html.trim() !== '');
}

const facets = { reach: 'section', weight: 'general', sensitive: 'no' } as const;
const title = '<img src=x onerror=alert(1)>"><svg onload=alert(1)> {{constructor}}';

async function submit(api: Api, html: string): Promise<string> {
  const id = randomUUID();
  const { sites } = await api.content.compose({});
  const columnId = sites[0]?.columns.find((column) => column.name === '通知公告')?.id ?? '';
  const body = { kind: 'notice', title, source: '<b onclick=alert(1)>', author: "';alert(1)//" } as const;
  const whole = {
    ...body,
    reprint: true,
    link: 'https://example.org/"onmouseover=alert(1)',
    html,
    original: null,
    facets,
  };
  await api.content.submit({ id, version: 0, key: randomUUID(), columnId, body: whole });
  return id;
}

async function approve(api: Api, id: string): Promise<void> {
  const { version, run, shown } = await api.content.placement({ id });
  await api.content.approve({ id, version, key: randomUUID(), step: run?.step ?? 0, hash: shown.hash });
}

test('G3 no payload of the lists runs in any view: preview, editor, source, comparison, lists, public page, print', async ({
  browser,
  product,
  reports,
}) => {
  test.setTimeout(600_000);
  const open = async (name: string) => {
    const page = await newPage(browser, { width: 1280, height: 900 }, reports);
    await page.context().addInitScript(counter);
    await signIn(page, product, person(product, name));
    return { page, api: apiOf(page, product) };
  };
  const [writer, head, secrecy] = [await open('林晓岚'), await open('张伟明'), await open('何静宜')];
  const html = (await cleanedAll(writer.api)).join('\n').slice(0, 1_500_000);
  const id = await submit(writer.api, html);

  await head.page.goto(`${product.console}/review/${id}`);
  await expect(publicPageOf(head.page).getByRole('article')).toContainText('alert');
  await head.page.getByText('手机预览').click();
  await expect(publicPageOf(head.page).getByRole('article')).toContainText('alert');
  expect(await ran(head.page)).toBe(0);

  for (const { api } of [head, secrecy]) await approve(api, id);
  const { version, shown } = await writer.api.content.placement({ id });
  await writer.api.content.publish({ id, version, key: randomUUID(), hash: shown.hash });
  await expect
    .poll(async () => (await writer.api.content.placement({ id })).servedAt ?? '', { timeout: 20_000 })
    .not.toBe('');
  const { address = '' } = await writer.api.content.placement({ id });
  for (const view of [address, product.public, new URL('.', address).href]) {
    await writer.page.goto(view);
    await expect(
      writer.page
        .getByRole('link', { name: title })
        .or(writer.page.getByRole('heading', { name: title }))
        .first(),
    ).toBeVisible();
    await writer.page.emulateMedia({ media: 'print' });
    expect([view, await ran(writer.page)]).toEqual([view, 0]);
    await writer.page.emulateMedia({ media: 'screen' });
  }

  await writer.page.goto(`${product.console}/write/${id}`);
  await expect(textOf(writer.page)).toContainText('alert', { timeout: 30_000 });
  await writer.page.getByRole('button', { name: '源代码' }).click();
  expect(await ran(writer.page)).toBe(0);
  await writer.page.goto(`${product.console}/mine?tab=published`);
  await expect(writer.page.getByRole('link', { name: title, exact: true })).toBeVisible();
  expect(await ran(writer.page)).toBe(0);
  await Promise.all([writer, head, secrecy].map(({ page }) => page.context().close()));
});

test('G3 no payload of the lists runs when it is pasted, whatever the clipboard says it comes from', async ({
  browser,
  product,
}) => {
  test.setTimeout(300_000);
  // Chromium reports what its policy would stop also for a document that can't run anything: these reports are no fault.
  const page = await newPage(browser, { width: 1280, height: 900 }, []);
  await page.context().addInitScript(counter);
  await signIn(page, product, person(product, '林晓岚'));
  await page.getByRole('button', { name: '新建稿件' }).click();
  await textOf(page).click();
  for (let from = 0; from < all.length; from += 100)
    await textOf(page).evaluate(
      (element, given) => {
        for (const [i, one] of given.entries()) {
          const office = i % 2 === 0 ? '<html xmlns:w="urn:schemas-microsoft-com:office:word"><body>' : '';
          const clipboardData = new DataTransfer();
          clipboardData.setData('text/html', office + one);
          element.ownerDocument.getSelection()?.selectAllChildren(element);
          element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
        }
      },
      all.slice(from, from + 100).filter((one) => one.length < 100_000),
    );
  await page.waitForTimeout(1_000);
  expect(await ran(page)).toBe(0);
  await page.context().close();
});

/** Sandboxed against leaving the page and against dialogs, never against scripts: these do what they want to do. */
/** More than 50 must run; MENHU_ALL_RAW goes through the whole lists, for the figure. */
const ENOUGH = process.env.MENHU_ALL_RAW ? Number.POSITIVE_INFINITY : 50;
const RAW_SANDBOX = 'allow-scripts allow-same-origin';

test('G3 the control: the same payloads, raw and without a policy, do run', async ({ browser }) => {
  test.skip(!material, 'the lists of ../shared/material are not here');
  test.setTimeout(300_000);
  const context = await browser.newContext();
  let total = 0;
  await context.exposeBinding('menhuCount', () => {
    total += 1;
  });
  await context.addInitScript(
    "for (const name of ['alert', 'confirm', 'prompt', 'print']) window[name] = () => void window.menhuCount();",
  );
  // From where most of them wait for nobody's click. A few at a time: some of them take their page down with them.
  const begin = Math.floor(all.length / 5);
  const inTurn = [...all.slice(begin), ...all.slice(0, begin)];
  for (let from = 0; from < inTurn.length && total <= ENOUGH; from += 6) {
    const page = await context.newPage();
    await page.evaluate(
      ([given, sandbox]) => {
        for (const one of given) {
          const frame = document.createElement('iframe');
          frame.setAttribute('sandbox', sandbox);
          frame.srcdoc = one;
          document.body.append(frame);
        }
      },
      [inTurn.slice(from, from + 6), RAW_SANDBOX] as const,
    );
    await page.waitForTimeout(500);
    await page.close();
  }
  await context.close();
  test.info().annotations.push({ type: 'ran raw', description: String(total) });
  expect(total).toBeGreaterThan(50);
});
