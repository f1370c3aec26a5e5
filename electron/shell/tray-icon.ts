import { nativeImage, type NativeImage } from 'electron';

export type TrayTone = 'calm' | 'atRisk' | 'breached';

type Colour = readonly [red: number, green: number, blue: number];
const COLOURS: Readonly<Record<TrayTone, Colour>> = {
  calm: [0x5b, 0x86, 0xe5],
  atRisk: [0xe0, 0x7a, 0x1f],
  breached: [0xd9, 0x2d, 0x20],
};

const SIZE = 32;
/** Shares of half the size: the sign's ring, its bright quarter, and the dot in its middle. */
const RING = { radius: 0.79, half: 0.11 };
const DOT = 0.3;

/** How much of a pixel lies within a distance of an edge. */
const within = (distance: number): number => Math.min(1, Math.max(0, 0.5 - distance));

const opacityAt = (x: number, y: number): number => {
  const half = SIZE / 2;
  const [dx, dy] = [x + 0.5 - half, y + 0.5 - half];
  const distance = Math.hypot(dx, dy);
  const ring = within(Math.abs(distance - RING.radius * half) - RING.half * half);
  const isQuarter = dx >= 0 && dy <= 0;
  return Math.max(ring * (isQuarter ? 1 : 0.45), within(distance - DOT * half));
};

const paint = (tone: TrayTone): NativeImage => {
  const [red, green, blue] = process.platform === 'darwin' ? [0, 0, 0] : COLOURS[tone];
  const bitmap = Buffer.alloc(SIZE * SIZE * 4);
  for (let y = 0; y < SIZE; y++) {
    for (let x = 0; x < SIZE; x++) {
      const opacity = opacityAt(x, y);
      // Blue first, and each multiplied by the opacity: the layout that Chromium keeps bitmaps in.
      const pixel = [blue, green, red, 255].map((part) => Math.round(part * opacity));
      bitmap.set(pixel, (y * SIZE + x) * 4);
    }
  }
  const scaleFactor = process.platform === 'linux' ? 1 : 2;
  const image = nativeImage.createFromBitmap(bitmap, { width: SIZE, height: SIZE, scaleFactor });
  image.setTemplateImage(process.platform === 'darwin');
  return image;
};

const painted = new Map<TrayTone, NativeImage>();

/** Vigie's sign in the colour of what is worst; the tooltip says it in words. */
export const trayIcon = (tone: TrayTone): NativeImage => {
  const image = painted.get(tone) ?? paint(tone);
  painted.set(tone, image);
  return image;
};
