import { Component, inject } from '@angular/core';
import type { HallSettings } from '../../../shared/commands/hall.js';
import { weekdays } from '../../../shared/glossary/choices.js';
import { Draft } from './draft';
import { Problem } from './problem';
import { t } from './words';

type Stretch = HallSettings['openingHours'][number];
type Weekday = (typeof weekdays)[number];

const OFFICE_HOURS: Stretch = { days: ['mon', 'tue', 'wed', 'thu', 'fri'], opens: '09:00', closes: '17:00' };

/** Opening hours 开放时间: stretches of a day, each on its days of the week. */
@Component({
  selector: 'hb-hours-section',
  imports: [Problem],
  templateUrl: './hours-section.html',
})
export class HoursSection {
  protected readonly draft = inject(Draft);
  protected readonly settings = this.draft.current;
  protected readonly t = t;
  protected readonly weekdays = weekdays;

  protected add(): void {
    this.draft.change({ openingHours: [...this.settings().openingHours, OFFICE_HOURS] });
  }

  protected change(index: number, part: Partial<Stretch>): void {
    this.draft.change({ openingHours: this.settings().openingHours.map((stretch, at) => (at === index ? { ...stretch, ...part } : stretch)) });
  }

  protected turn(index: number, day: Weekday): void {
    const days = this.settings().openingHours[index]?.days ?? [];
    this.change(index, { days: weekdays.filter((one) => (one === day ? !days.includes(one) : days.includes(one))) });
  }

  protected remove(index: number): void {
    this.draft.change({ openingHours: this.settings().openingHours.filter((_, at) => at !== index) });
  }
}
