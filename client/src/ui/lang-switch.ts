import { Component } from '@angular/core';
import { lang, setLang, t } from './lang';

/** The visible switch between the two languages; it says the other one's name. */
@Component({
  selector: 'hb-lang-switch',
  template: `<button class="plain" type="button" (click)="turn()" [attr.lang]="other">{{ t().switchLanguage }}</button>`,
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
