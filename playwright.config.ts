import { defineConfig } from '@playwright/test';
import { browserPath } from './journeys/browser.ts';

/** Debian's Chromium; nothing is fetched, neither by the tests nor by the browser on its own. */
const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export default defineConfig({
  testDir: 'journeys',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results/journeys',
  // One worker: two gain nothing on two cores, and a journey changes the county that the next one reads.
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  // The JSON report goes to PLAYWRIGHT_JSON_OUTPUT_FILE; without it only the list is printed.
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ? [['list'], ['json']] : [['list']],
  use: {
    launchOptions: { executablePath: browserPath, args: flags },
    viewport: { width: 1440, height: 900 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    screenshot: 'off',
    video: 'off',
    trace: 'off',
  },
});
