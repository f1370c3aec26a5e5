// The coaching calendar in the real window with 500 sessions in one week of ten experts: another week, keys, a move, scrolling.
import { _electron } from '@playwright/test';
import { join } from 'node:path';
import { root } from './bundle.mjs';
import { watch } from './input-bench.mjs';
import { median, percentile, result } from './measure.mjs';

const SESSIONS = 500;
const EXPERTS = 10;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** In the page: ten experts, and a week full of sessions of one hour from the Monday after next on. */
const fill = async ({ sessions, experts, mondayMs, hourMs, dayMs }) => {
  const call = async (name, input) => {
    const answer = await window.vigie.call(name, input);
    if (!answer.ok) throw new Error(`${name}: ${answer.error.message}`);
    return answer.value;
  };
  await call('app:set-preferences', { me: { name: 'Ada', role: 'lead', level: 'L3' } });
  const { rows } = await call('customer:list', { text: '', tier: null });
  const week = Object.fromEntries([1, 2, 3, 4, 5].map((day) => [day, [[420, 1_080]]]));
  const names = Array.from({ length: experts }, (_, i) => `Expert ${String(i + 1).padStart(2, '0')}`);
  for (const name of names) await call('expert:save', { name, week, isActive: true });
  const words = { askedId: null, assignment: 'advice', language: 'en', attendees: [], place: null, link: null };
  for (let i = 0; i < sessions; i++) {
    const perDay = sessions / experts / 5;
    const startMs = mondayMs + Math.floor((i / perDay) % 5) * dayMs + (i % perDay) * hourMs;
    const slot = { expert: names[Math.floor(i / perDay / 5)], startMs, endMs: startMs + hourMs };
    await call('coaching:plan', {
      ...{ ...words, ...slot, customerId: rows[i % rows.length].id, ticketId: null, objectives: null, checklist: null },
      ...{ note: null, recurrence: null, skipsBlocked: false, acceptsWarnings: true },
    });
  }
};

/** In the page: scrolls the grid one way and back, a frame at a time. */
const scroll = async (side) => {
  const grid = document.querySelector('.cal-scroll');
  const frames = [];
  let lastMs = performance.now();
  window.bench.tasks.length = 0;
  for (let i = 0; i < 240; i++) {
    grid[side] += i < 120 ? 14 : -14;
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const nowMs = performance.now();
    frames.push(nowMs - lastMs);
    lastMs = nowMs;
  }
  return { frames, tasks: [...window.bench.tasks] };
};

/** Presses keys with a pause after each; how long each took to the frame after it. */
const press = async (page, keys) => {
  await page.evaluate(() => void (window.bench.keys.length = 0));
  for (const key of keys) {
    await page.keyboard.press(key);
    await page.waitForTimeout(120);
  }
  return page.evaluate(() => [...window.bench.keys]);
};

export const measureCalendar = async (folder) => {
  const app = await _electron.launch({
    executablePath: process.env.VIGIE_ELECTRON,
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...[root, `--user-data=${join(folder, 'calendar')}`, '--sample', '--size=1440x900', '--language=en'],
    ],
  });
  try {
    const page = await app.firstWindow();
    await page.waitForSelector('html[data-app-state="ready"]');
    const today = Math.floor(Date.now() / DAY_MS) * DAY_MS;
    const mondayMs = today + (15 - (new Date(today).getUTCDay() || 7)) * DAY_MS + 7 * HOUR_MS;
    await page.evaluate(fill, { sessions: SESSIONS, experts: EXPERTS, mondayMs, hourMs: HOUR_MS, dayMs: DAY_MS });
    await page.getByTestId('coaching-button').click();
    await page.locator('[data-home]').waitFor();
    await page.evaluate(watch);
    await page.keyboard.press('PageDown');
    await page.keyboard.press('PageDown');
    await page.waitForFunction((count) => document.querySelectorAll('[data-session]').length >= count, SESSIONS);
    const weeks = await press(
      page,
      Array.from({ length: 20 }, (_, i) => (i % 2 === 0 ? 'PageUp' : 'PageDown')),
    );
    const drawn = await page.locator('[data-session]').count();
    await page.evaluate(() => document.querySelector('[data-session]').focus());
    const along = await press(page, [...Array(30).fill('j'), ...Array(20).fill('k')]);
    await page.keyboard.press('g');
    const moves = await press(page, [...Array(20).fill('ArrowDown'), ...Array(20).fill('ArrowUp')]);
    await page.keyboard.press('Escape');
    const down = await page.evaluate(scroll, 'scrollTop');
    const aside = await page.evaluate(scroll, 'scrollLeft');
    const of = (all, what) =>
      result({
        ours: percentile(all, 0.95),
        unit: 'ms',
        n: all.length,
        note: `${what}, ${drawn} sessions in view; p95, median ${median(all).toFixed(1)} ms`,
      });
    return {
      'calendar: another week, key to paint': of(weeks, 'to a week of few sessions and back'),
      'calendar: along sessions, key to paint': of(along, 'j and k'),
      'calendar: a session moved by keys, key to paint': of(moves, 'a quarter of an hour each; limit 50 ms'),
      'calendar: frames while it scrolls down and up': of(down.frames, `${down.tasks.length} tasks over 50 ms`),
      'calendar: frames while it scrolls aside and back': of(aside.frames, `${aside.tasks.length} tasks over 50 ms`),
    };
  } finally {
    await app.close();
  }
};
