/** The two icons of the Teams app, drawn: quotation marks over lines of text. */
import { crc32, deflateSync } from 'node:zlib';

/** Samples along each side of a pixel, for smooth edges. */
const SAMPLES = 4;

/** A PNG of size × size pixels; `colorAt(x, y)` gives red, green, blue and opacity, 0 to 255, at 0 ≤ x, y < 1. */
function png(size, colorAt) {
  const rows = [];
  for (let y = 0; y < size; y++) {
    const row = Buffer.alloc(1 + size * 4);
    for (let x = 0; x < size; x++) row.set(pixel(x, y, size, colorAt), 1 + x * 4);
    rows.push(row);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  // Eight bits a channel, colours with opacity.
  header.set([8, 6], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const image = deflateSync(Buffer.concat(rows), { level: 9 });
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', image), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(type, data) {
  const content = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(content.length + 8);
  framed.writeUInt32BE(data.length, 0);
  content.copy(framed, 4);
  framed.writeUInt32BE(crc32(content), content.length + 4);
  return framed;
}

/** The mean colour of a pixel's samples, weighted by their opacity. */
function pixel(x, y, size, colorAt) {
  const sum = [0, 0, 0, 0];
  for (let sample = 0; sample < SAMPLES * SAMPLES; sample++) {
    const [red, green, blue, opacity] = colorAt(
      (x + ((sample % SAMPLES) + 0.5) / SAMPLES) / size,
      (y + (Math.floor(sample / SAMPLES) + 0.5) / SAMPLES) / size,
    );
    sum[0] += red * opacity;
    sum[1] += green * opacity;
    sum[2] += blue * opacity;
    sum[3] += opacity;
  }
  const [red, green, blue, opacity] = sum;
  return opacity === 0
    ? [0, 0, 0, 0]
    : [red, green, blue].map((channel) => Math.round(channel / opacity)).concat(Math.round(opacity / SAMPLES ** 2));
}

const isInBox = (x, y, [left, top, right, bottom]) => x >= left && x < right && y >= top && y < bottom;
const isInDisc = (x, y, [centreX, centreY, radius]) => (x - centreX) ** 2 + (y - centreY) ** 2 < radius ** 2;

/** An opening quotation mark: a disc with a tail that bends up to the right. */
const isInMark = (x, y, left) =>
  isInDisc(x, y, [left + 0.075, 0.4, 0.075]) ||
  (isInDisc(x, y, [left + 0.15, 0.4, 0.15]) &&
    !isInDisc(x, y, [left + 0.19, 0.41, 0.13]) &&
    x < left + 0.15 &&
    y < 0.41);

/** True where the drawing is: two marks, and two lines of text below them. */
const isDrawn = (x, y) =>
  isInMark(x, y, 0.27) ||
  isInMark(x, y, 0.53) ||
  isInBox(x, y, [0.24, 0.56, 0.76, 0.61]) ||
  isInBox(x, y, [0.24, 0.68, 0.6, 0.73]);

/** 192 × 192, full colour to the edges: Teams rounds the corners. */
export const colorIcon = () => png(192, (x, y) => (isDrawn(x, y) ? [255, 255, 255, 255] : [11, 85, 99, 255]));

/** 32 × 32, white on nothing, larger in its frame: Teams puts it on colours of its own. */
export const outlineIcon = () =>
  png(32, (x, y) => [255, 255, 255, isDrawn((x - 0.5) * 0.62 + 0.5, (y - 0.5) * 0.62 + 0.5) ? 255 : 0]);
