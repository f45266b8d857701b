import { DOCUMENT, inject, Injectable, ɵSHARED_STYLES_HOST as STYLES_HOST, type Provider, type ɵSharedStylesHost as StylesHost } from '@angular/core';

interface Used {
  sheet: CSSStyleSheet;
  times: number;
}

/**
 * Component styles as sheets that a script makes. As `<style>` elements they would need 'unsafe-inline', or a nonce that a page kept by
 * the worker cannot have anew.
 */
@Injectable()
class Sheets implements StylesHost {
  private readonly document = inject(DOCUMENT);
  private readonly used = new Map<string, Used>();

  addStyles(styles: string[]): void {
    for (const style of styles) {
      const used = this.used.get(style);
      if (used) used.times++;
      else this.used.set(style, { sheet: this.adopt(style), times: 1 });
    }
  }

  removeStyles(styles: string[]): void {
    for (const style of styles) {
      const used = this.used.get(style);
      if (!used || --used.times > 0) continue;
      this.used.delete(style);
      this.document.adoptedStyleSheets = this.document.adoptedStyleSheets.filter((sheet) => sheet !== used.sheet);
    }
  }

  /** There are no shadow roots here: the document has them all. */
  addHost(): void {}
  removeHost(): void {}

  private adopt(style: string): CSSStyleSheet {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    this.document.adoptedStyleSheets.push(sheet);
    return sheet;
  }
}

export const provideSheets = (): Provider => ({ provide: STYLES_HOST, useClass: Sheets });
