import { Component, DOCUMENT, effect, inject } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { lang } from './ui/lang';

/** The frame of every screen: it only holds the screen of the route and tells the browser the page's language. */
@Component({ selector: 'hb-root', imports: [RouterOutlet], template: '<router-outlet />' })
export class Root {
  constructor() {
    const page = inject(DOCUMENT).documentElement;
    effect(() => page.setAttribute('lang', lang() === 'zh' ? 'zh-CN' : 'en'));
  }
}
