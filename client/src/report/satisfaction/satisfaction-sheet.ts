/** The body of the report: figures, levels, places, dimensions, causes, and what was mended. */
import { Component, computed, input } from '@angular/core';
import { caseCategories } from '../../../../shared/glossary/cases.js';
import { ratingDimensions } from '../../../../shared/glossary/ratings.js';
import { ratingLevels } from '../../../../shared/glossary/states.js';
import type { Satisfaction } from '../../../../shared/rows/satisfaction.js';
import { percent } from '../../hall/format';
import { localText } from '../../hall/local-time';
import { label, t } from '../../ui/lang';
import { RatingTable } from './rating-table';
import { shareText } from './share';

const LEVELS = [5, 4, 3, 2, 1] as const;

@Component({
  selector: 'hb-satisfaction-sheet',
  imports: [RatingTable],
  templateUrl: './satisfaction-sheet.html',
})
export class SatisfactionSheet {
  readonly report = input.required<Satisfaction>();

  protected readonly t = t;
  protected readonly figures = computed(() => {
    const { given, satisfiedShare, badShare, mean, ratedShare } = this.report().rating;
    return [
      { name: t().satisfactionGiven, value: String(given) },
      { name: t().figureSatisfied, value: shareText(satisfiedShare, given) },
      { name: t().figureRated, value: percent(ratedShare) },
      { name: t().satisfactionBad, value: shareText(badShare, given) },
      { name: t().satisfactionMean, value: mean?.toFixed(2) ?? '—' },
    ];
  });
  protected readonly levels = computed(() => {
    const { byLevel, given } = this.report().rating;
    return LEVELS.map((level) => ({ level, name: label(ratingLevels[level]), count: byLevel[level], share: given === 0 ? 0 : byLevel[level] / given, text: percent(given === 0 ? null : byLevel[level] / given) }));
  });
  protected readonly dimensions = computed(() => this.report().dimensions.filter(({ count }) => count > 0).map(({ id, count, mean, low }) => (
    { id, name: label(ratingDimensions[id]), count, mean: mean?.toFixed(2) ?? '', low })));
  protected readonly causes = computed(() => this.report().causes.map(({ id, cases, low }) => ({ id, name: label(caseCategories[id]), cases, low })));
  protected readonly improvements = computed(() => this.report().improvements.map(({ caseId, title, rectifiedAt, before, after }) => (
    { caseId, title, rectified: localText(rectifiedAt, this.report().timezone).slice(0, 10), before: aroundText(before), after: aroundText(after) })));
}

function aroundText({ satisfiedShare, given }: Satisfaction['improvements'][number]['before']): string {
  return shareText(satisfiedShare, given);
}
