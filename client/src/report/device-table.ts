/** Device by device: how much of the opening hours it was up, down and unknown; the least available first. */
import { Component, computed, inject, input } from '@angular/core';
import type { DeviceDay } from '../../../shared/rows/daily.js';
import { percent, UNKNOWN } from '../hall/format';
import { natural } from '../hall/natural';
import { t } from '../ui/lang';
import { Definitions } from './definitions';
import { valueText } from './measures';

@Component({
  selector: 'hb-device-table',
  host: { class: 'screen-only' },
  template: `
    @if (lines().length > 0) {
      <h3><button class="plain" type="button" (click)="definitions.open('devices')" [attr.aria-label]="t().whatIsThis(t().devicesUp)">{{ t().devicesUp }}</button></h3>
      <div class="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">{{ t().deviceId }}</th>
              <th scope="col">{{ t().deviceAvailability }}</th>
              <th scope="col">{{ t().deviceDown }} <small>{{ t().unitMinutes }}</small></th>
              <th scope="col">{{ t().deviceUnknown }} <small>{{ t().unitMinutes }}</small></th>
              <th scope="col">{{ t().deviceFaults }}</th>
            </tr>
          </thead>
          <tbody>
            @for (line of lines(); track line.id) {
              <tr>
                <th scope="row">{{ line.id }}</th>
                <td>{{ line.share }}</td>
                <td>{{ line.down }}</td>
                <td>{{ line.unknown }}</td>
                <td>{{ line.faults }}</td>
              </tr>
            }
          </tbody>
        </table>
      </div>
    }
  `,
})
export class DeviceTable {
  readonly devices = input.required<Record<string, DeviceDay>>();

  protected readonly definitions = inject(Definitions);
  protected readonly t = t;
  protected readonly lines = computed(() => (
    Object.entries(this.devices())
      .sort(([a, one], [b, other]) => (one.availability ?? Infinity) - (other.availability ?? Infinity) || natural(a, b))
      .map(([id, { availability, downMs, unknownMs, faults }]) => (
        { id, share: availability === null ? UNKNOWN : percent(availability), down: valueText('minutes', downMs), unknown: valueText('minutes', unknownMs), faults: valueText('count', faults) }))));
}
