/** The panel a wall hangs on, from its address: `?inch=86&dist=5`, the diagonal in inches and the farthest reader in metres. */
export interface Panel {
  inch: number;
  dist: number;
}

export function panelIn(search: string): Panel | null {
  const asked = new URLSearchParams(search);
  const [inch, dist] = [Number(asked.get('inch')), Number(asked.get('dist'))];
  return inch > 0 && dist > 0 && Number.isFinite(inch * dist) ? { inch, dist } : null;
}

const MM_PER_INCH = 25.4;
const PICTURE = { wide: 16, high: 9, lines: 1080 };
/** Nothing on a wall is set smaller, in px of 1080 lines. */
const SMALLEST_PX = 24;
const ARC_MINUTE = Math.PI / 180 / 60;
/** Digits are read from 20′ of arc and are 0.73 of the font's size (NUREG-0700, FAA); Han from 24′, 0.9 of it (local). */
const SCRIPTS = [{ arcMinutes: 20, em: 0.73 }, { arcMinutes: 24, em: 0.9 }];
/** So many mm of font for every metre that the reader stands away. */
const MM_PER_METRE = Math.max(...SCRIPTS.map(({ arcMinutes, em }) => (1000 * Math.tan(arcMinutes * ARC_MINUTE)) / em));
const MM_PER_PX_OF_INCH = (MM_PER_INCH * PICTURE.high) / Math.hypot(PICTURE.wide, PICTURE.high) / PICTURE.lines;

/** The least font that the farthest reader can read, in px of 1080 lines. */
export function leastFontPx({ inch, dist }: Panel): number {
  return Math.round((dist * MM_PER_METRE) / (inch * MM_PER_PX_OF_INCH));
}

export interface SmallestText {
  mm: number;
  /** Metres from which it can still be read. */
  from: number;
  /** The diagonal on which the farthest reader could read it. */
  inchNeeded: number;
}

/** What becomes of the smallest text of a wall on this panel. */
export function smallestText({ inch, dist }: Panel): SmallestText {
  const mm = SMALLEST_PX * inch * MM_PER_PX_OF_INCH;
  return { mm, from: mm / MM_PER_METRE, inchNeeded: (dist * MM_PER_METRE) / (SMALLEST_PX * MM_PER_PX_OF_INCH) };
}
