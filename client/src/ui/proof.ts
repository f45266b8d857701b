import { Component, input } from '@angular/core';
import { t } from './lang';

/** A file as a case names it. */
export interface Proof {
  id: string;
  name: string;
}

export function isPicture({ name }: Pick<Proof, 'name'>): boolean {
  return /\.(jpe?g|png|webp)$/i.test(name);
}

/** One file: a picture in little, a document by its name; either leads to the whole. */
@Component({
  selector: 'hb-proof',
  template: `
    <a [href]="address()" target="_blank" rel="noopener" [attr.aria-label]="t().attachNew(one().name)" [title]="one().name">
      @if (picture(one())) {
        <img [src]="address()" alt="" loading="lazy" width="96" height="96" />
      } @else {
        <span>{{ one().name }}</span>
      }
    </a>
  `,
  styles: `
    a {
      display: block;
      min-height: 2.75rem;
      border: 0.0625rem solid var(--edge-strong);
      border-radius: var(--radius);
      background: var(--tile);
      color: var(--figure);
    }
    img {
      display: block;
      width: 6rem;
      height: 6rem;
      object-fit: cover;
    }
    span {
      display: block;
      max-width: 16rem;
      padding: 0.625rem 0.75rem;
      overflow-wrap: anywhere;
    }
  `,
})
export class ProofView {
  readonly one = input.required<Proof>();
  readonly address = input.required<string>();

  protected readonly t = t;
  protected readonly picture = isPicture;
}
