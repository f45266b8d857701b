/** Services or counters by how they were rated, the most rated first. */
import { Component, computed, input } from '@angular/core';
import type { Satisfaction } from '../../../../shared/rows/satisfaction.js';
import { percent } from '../../hall/format';
import { t } from '../../ui/lang';
import { shareText } from './share';

@Component({
  selector: 'hb-rating-table',
  template: `
    <h2>{{ title() }}</h2>
    <div class="scroll" tabindex="0" role="region" [attr.aria-label]="title()">
      <table>
        <thead>
          <tr>
            <th scope="col">{{ t().groupName }}</th>
            <th scope="col">{{ t().satisfactionGiven }}</th>
            <th scope="col">{{ t().figureSatisfied }}</th>
            <th scope="col">{{ t().satisfactionBad }}</th>
            <th scope="col">{{ t().satisfactionMean }}</th>
            <th scope="col">{{ t().figureRated }}</th>
          </tr>
        </thead>
        <tbody>
          @for (line of lines(); track line.id) {
            <tr>
              <th scope="row">{{ line.name }}</th>
              <td>{{ line.given }}</td>
              <td>{{ line.satisfied }}</td>
              <td>{{ line.bad }}</td>
              <td>{{ line.mean }}</td>
              <td>{{ line.rated }}</td>
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
})
export class RatingTable {
  readonly title = input.required<string>();
  readonly groups = input.required<Satisfaction['services']>();

  protected readonly t = t;
  protected readonly lines = computed(() => this.groups().map(({ id, name, rating: { given, satisfiedShare, badShare, mean, ratedShare } }) => (
    { id, name, given, satisfied: shareText(satisfiedShare, given), bad: percent(badShare), mean: mean?.toFixed(2) ?? '', rated: percent(ratedShare) })));
}
