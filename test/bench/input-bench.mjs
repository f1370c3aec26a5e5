// Keys and scrolling in the real window on 100,000 tickets: from the key's own instant to the frame after it, and tasks over 50 ms.
import { _electron } from '@playwright/test';
import { join } from 'node:path';
import { root } from './bundle.mjs';
import { median, percentile, result } from './measure.mjs';

const KEYS = [
  ...Array(60).fill('ArrowDown'),
  ...Array(30).fill('ArrowUp'),
  ...Array(20).fill('j'),
  ...Array(20).fill('PageDown'),
  'End',
  'Home',
];

/** In the page: notes for each key how long it took to the frame after the next paint, and every long task. */
export const watch = () => {
  window.bench = { keys: [], tasks: [] };
  new PerformanceObserver((list) =>
    window.bench.tasks.push(...list.getEntries().map(({ duration }) => duration)),
  ).observe({
    type: 'longtask',
  });
  const channel = new MessageChannel();
  let waiting = [];
  channel.port1.addEventListener('message', () => {
    for (const since of waiting) window.bench.keys.push(performance.now() - since);
    waiting = [];
  });
  channel.port1.start();
  window.addEventListener(
    'keydown',
    ({ timeStamp }) => {
      // The message is handled once the frame that the animation callback belongs to has been painted.
      requestAnimationFrame(() => {
        waiting.push(timeStamp);
        channel.port2.postMessage(null);
      });
    },
    { capture: true },
  );
};

/** In the page: scrolls through the whole list, a frame at a time, then in jumps. */
const scroll = async () => {
  const table = document.querySelector('[data-testid="queue-table"]');
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  window.bench.tasks.length = 0;
  const frames = [];
  let lastMs = performance.now();
  const step = async (top) => {
    table.scrollTop = top;
    await frame();
    const nowMs = performance.now();
    frames.push(nowMs - lastMs);
    lastMs = nowMs;
  };
  for (let i = 0; i < 400; i++) await step(table.scrollTop + 220);
  const end = table.scrollHeight - table.clientHeight;
  for (let i = 0; i < 200; i++) await step((end * i) / 200);
  for (let i = 0; i < 100; i++) await step(end - i * 700);
  await new Promise((resolve) => setTimeout(resolve, 500));
  const isDrawn = document.querySelectorAll('[data-testid="queue-row"]').length > 5;
  return { frames, tasks: [...window.bench.tasks], isDrawn, heightPx: table.scrollHeight };
};

/** In the page: how long from the next key that opens or sends to the frame in which `selector` is there, or gone. */
const timeTo = ({ selector, isThere }) =>
  new Promise((resolve) => {
    let since = 0;
    const check = () => {
      if ((document.querySelector(selector) !== null) !== isThere) return;
      observer.disconnect();
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - since)));
    };
    const observer = new MutationObserver(check);
    observer.observe(document.body, { childList: true, subtree: true });
    window.addEventListener('keydown', ({ timeStamp }) => (since ||= timeStamp), { capture: true, once: true });
  });

const NOTES = 25;

/** A form by its key, and a note sent from it: until it is painted, and until it is on disk, told and the form gone. */
const measureForms = async (page) => {
  const times = { open: [], send: [] };
  const form = '[data-testid="form-note"]';
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await page.getByTestId('ticket-facts').waitFor();
  for (let i = 0; i <= NOTES; i++) {
    const opened = page.evaluate(timeTo, { selector: form, isThere: true });
    await page.waitForTimeout(40);
    await page.keyboard.press('d');
    const openMs = await opened;
    await page.keyboard.type('x');
    await page.waitForTimeout(40);
    const sent = page.evaluate(timeTo, { selector: form, isThere: false });
    await page.waitForTimeout(40);
    await page.keyboard.press('Control+Enter');
    const sendMs = await sent;
    // The first one loads the form's code.
    if (i > 0) times.open.push(openMs);
    if (i > 0) times.send.push(sendMs);
    await page.waitForTimeout(150);
  }
  const of = (all, what) =>
    result({
      ours: percentile(all, 0.95),
      unit: 'ms',
      n: all.length,
      note: `${what}; p95, median ${median(all).toFixed(1)} ms; limit 50 ms`,
    });
  return {
    'key to form, painted': of(times.open, 'a note beside 100,000 tickets'),
    'command sent, on disk and shown': of(times.send, 'the note, from the key to the frame without its form'),
  };
};

export const measureInput = async (folder, database) => {
  const app = await _electron.launch({
    executablePath: process.env.VIGIE_ELECTRON,
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...[root, `--user-data=${join(folder, 'input')}`, `--db=${database}`, '--size=1440x900', '--language=en'],
    ],
  });
  try {
    const page = await app.firstWindow();
    await page.waitForSelector('html[data-app-state="ready"]');
    await page.getByTestId('view-tab-all').click();
    await page.getByTestId('queue-row').first().waitFor();
    await page.evaluate(watch);
    await page.keyboard.press('Home');
    const selected = () =>
      page.locator('[data-testid="queue-row"][aria-selected="true"]').getAttribute('data-reference');
    const first = await selected();
    await page.keyboard.press('ArrowDown');
    if ((await selected()) === first) throw new Error('a key did not move the selection');
    await page.evaluate(() => void (window.bench.keys.length = 0));
    for (const key of KEYS) {
      await page.keyboard.press(key);
      await page.waitForTimeout(30);
    }
    const keys = await page.evaluate(() => window.bench.keys);
    const { frames, tasks, isDrawn, heightPx } = await page.evaluate(scroll);
    if (!isDrawn) throw new Error('no rows after scrolling');
    const longest = tasks.length === 0 ? 0 : Math.max(...tasks);
    const note = `p95 of ${KEYS.length} keys, median ${median(keys).toFixed(1)} ms; limit 50 ms`;
    const scrolled = `over ${heightPx} px; longest frame ${Math.max(...frames).toFixed(0)} ms, p95 ${percentile(frames, 0.95).toFixed(1)} ms`;
    const forms = await measureForms(page);
    return {
      ...forms,
      'key to paint, 100,000 rows': result({ ours: percentile(keys, 0.95), unit: 'ms', n: keys.length, note }),
      'long tasks over 50 ms while scrolling 100,000 rows': result({
        ours: tasks.length,
        unit: 'tasks',
        n: 700,
        note: `${scrolled}; longest task ${longest.toFixed(0)} ms; limit 0`,
      }),
    };
  } finally {
    await app.close();
  }
};
