import { Component } from '@angular/core';
import { lang, setLang, t } from './lang';

/** The visible switch between the two languages; it says the other one's name. */
@Component({
  selector: 'hb-lang-switch',
  template: `<button type="button" (click)="turn()" [attr.lang]="other">{{ t().switchLanguage }}</button>`,
  styles: `
    button {
      background: none;
      border: 0;
      border-bottom: 0.125rem solid var(--edge-strong);
      padding: 0 0.25rem;
      color: var(--text);
      cursor: pointer;
      white-space: nowrap;
    }
    button:hover {
      color: var(--figure);
    }
  `,
})
export class LangSwitch {
  protected readonly t = t;

  protected get other(): string {
    return lang() === 'zh' ? 'en' : 'zh-CN';
  }

  protected turn(): void {
    setLang(lang() === 'zh' ? 'en' : 'zh');
  }
}
