/** Texts painted on canvases, which no look at the document finds: each canvas is made to tell what it paints. */
import type { Page } from 'playwright-core';
import type { PageCanvas, PageContext, PageWindow, PaintedText } from './dom.js';

/** To be called before the page is opened. */
export const watchCanvases = (page: Page): Promise<unknown> => page.addInitScript(watchInPage);

declare const window: PageWindow;
declare const CanvasRenderingContext2D: { prototype: Record<'fillText' | 'clearRect', (this: PageContext, ...args: unknown[]) => void> };

/** Runs in the page and must stand alone. */
function watchInPage(): void {
  const painted = (window.paintedTexts = new Map<PageCanvas, PaintedText[]>());
  const { fillText, clearRect } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.fillText = function (...args) {
    const [text, x] = args as [string, number];
    const { a, e } = this.getTransform();
    const ratio = this.canvas.width / (this.canvas.clientWidth || this.canvas.width);
    const { actualBoundingBoxLeft, actualBoundingBoxRight } = this.measureText(text);
    const at = (dx: number): number => (a * (x + dx) + e) / ratio;
    const px = (parseFloat(/[\d.]+px/.exec(this.font)?.[0] ?? '0') * a) / ratio;
    const texts = painted.get(this.canvas) ?? [];
    texts.push({ text, px, left: at(-actualBoundingBoxLeft), right: at(actualBoundingBoxRight) });
    painted.set(this.canvas, texts);
    fillText.apply(this, args);
  };
  CanvasRenderingContext2D.prototype.clearRect = function (...args) {
    painted.delete(this.canvas);
    clearRect.apply(this, args);
  };
}
