import { readFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { AxeBuilder } from '@axe-core/playwright';
import config from '../playwright.config.ts';
const product = JSON.parse(readFileSync('/tmp/p3-rules-run/out.json', 'utf8'));
const [who = '林晓岚', ...paths] = process.argv.slice(2);
const p = product.people.find((x: any) => x.name === who);
const browser = await chromium.launch(config.use?.launchOptions ?? {});
for (const [w, h] of [[1440, 900], [390, 844]] as const) {
  const context = await browser.newContext({ viewport: { width: w, height: h }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
  const page = await context.newPage();
  page.on('pageerror', (e) => console.log('PAGEERROR', e.message));
  page.on('console', (m) => m.type() === 'error' && console.log('CONSOLE', m.text().slice(0, 200)));
  await page.goto(product.console);
  await page.getByLabel('登录名').fill(p.login);
  await page.getByLabel('密码').fill(p.password);
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByRole('heading', { level: 1, name: '今天的职责' }).waitFor();
  for (const spec of paths) {
    const [name, path] = spec.split('=', 2).map((x, i) => (i ? spec.slice(spec.indexOf('=') + 1) : x));
    const t = Date.now();
    await page.goto(product.console + path);
    await page.waitForLoadState('networkidle');
    await page.waitForTimeout(400);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
    console.log(w, path, Date.now() - t, 'ms overflow', over, violations.map((v) => `${v.id}: ${v.nodes.slice(0, 3).map((n) => n.target.join(' ')).join(', ')}`));
    await page.screenshot({ path: `/tmp/p3-rules-run/${name}-${w}.png`, fullPage: process.env.FULL === '1' });
  }
  await context.close();
}
await browser.close();
