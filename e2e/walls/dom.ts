/** The little of a page's own world that `survey` reads; the server's program knows no DOM. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}
export interface PageElement {
  tagName: string;
  className: unknown;
  parentElement: PageElement | null;
  clientLeft: number;
  clientTop: number;
  clientWidth: number;
  clientHeight: number;
  scrollWidth: number;
  scrollHeight: number;
  isConnected: boolean;
  getBoundingClientRect(): Box & { width: number; height: number };
  contains(other: PageElement | null): boolean;
  checkVisibility(how: { opacityProperty: boolean; visibilityProperty: boolean }): boolean;
  getAttribute(name: string): string | null;
}
export interface PageCanvas extends PageElement {
  width: number;
  height: number;
}
interface PageNode {
  data: string;
  parentElement: PageElement;
}
interface PageRange {
  selectNodeContents(node: PageNode): void;
  getClientRects(): Iterable<Box & { width: number; height: number }>;
}
export interface Style {
  fontStyle: string;
  fontWeight: string;
  fontSize: string;
  fontFamily: string;
  overflowX: string;
  overflowY: string;
  textOverflow: string;
  clipPath: string;
}
export interface PageContext {
  font: string;
  canvas: PageCanvas;
  getTransform(): { a: number; e: number; f: number };
  measureText(text: string): {
    width: number;
    fontBoundingBoxAscent: number;
    fontBoundingBoxDescent: number;
    actualBoundingBoxAscent: number;
    actualBoundingBoxDescent: number;
    actualBoundingBoxLeft: number;
    actualBoundingBoxRight: number;
  };
}
export interface PageDocument {
  body: PageElement;
  documentElement: PageElement;
  createTreeWalker(root: PageElement, what: number): { nextNode(): PageNode | null };
  createRange(): PageRange;
  createElement(name: 'canvas'): { getContext(kind: '2d'): PageContext };
  elementFromPoint(x: number, y: number): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
}
export interface PageWindow {
  innerWidth: number;
  innerHeight: number;
  /** What was painted as text on each canvas: kept by `watchCanvases`. */
  paintedTexts?: Map<PageCanvas, PaintedText[]>;
}
export interface PaintedText {
  text: string;
  px: number;
  left: number;
  right: number;
}
