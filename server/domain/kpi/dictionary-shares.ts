/** The dictionary's shares and rates, each with the rule that it is counted by. */
import { entry, type Pair } from './dictionary-entry.js';

const DIVIDED: Pair = ['分母为 0 时为空，不为 0', 'null, not zero, where there is nothing to divide by'];
const LIMIT: Pair = ['限时取该号票叫号或离开时生效的 ticket.wait 条款；等候未知的不参与', 'the limit is the ticket.wait clause in force for that ticket at its call or leaving; an unknown wait takes no part'];
const RATED: Pair = ['默认评价从不计入；须与主动评价率并列', 'defaulted ratings never count; shown beside the rated share'];
const CISCO = 'Cisco ICM (service level, abandoned negative)';
const GOV = '国办发〔2019〕51号 (GB/T 39735)';

const serviceLevel = [
  entry('serviceLevel.targetMs', 'ms', { name: ['等候限时', 'Wait limit'], formula: ['ticket.wait 条款的 breachAfter', 'breachAfter of the ticket.wait clause'], boundaries: ['各不相同或未承诺时为空', 'null where they differ or nothing was promised'] }),
  entry('serviceLevel.rule', 'text', { name: ['达标规则', 'Service level rule'], formula: ['哪些离开者计入分母', 'whose leaving counts against it'], source: CISCO, boundaries: LIMIT }),
  entry('serviceLevel.within', 'count', { name: ['限时内叫号', 'Called in time'], formula: ['等候 ≤ 限时的叫号数', 'called with a wait ≤ the limit'], source: CISCO, boundaries: LIMIT }),
  entry('serviceLevel.of', 'count', { name: ['达标分母', 'Judged'], formula: ['叫号 + 超过限时才弃号 + 超过限时仍在等候', 'called + abandoned after the limit + still waiting beyond it'], source: CISCO, boundaries: LIMIT }),
  entry('serviceLevel.share', 'share', { name: ['等候达标率', 'Service level'], formula: ['限时内叫号 ÷ 达标分母', 'called in time ÷ judged'], source: CISCO, boundaries: LIMIT }),
];

const rates = [
  entry('abandonmentRate', 'share', { name: ['弃号率', 'Abandonment rate'], formula: ['弃号 ÷ (叫号 + 弃号)', 'abandoned ÷ (called + abandoned)'], boundaries: DIVIDED }),
  entry('noShowRate', 'share', { name: ['过号率', 'No-show rate'], formula: ['过号 ÷ 叫号', 'no-shows ÷ called'], boundaries: DIVIDED }),
  entry('counter.occupancy', 'share', { name: ['饱和度', 'Occupancy'], formula: ['忙碌时长 ÷ 开窗时长', 'busy ÷ open time'], source: 'Genesys (handling ÷ logged-in time)', boundaries: DIVIDED }),
  entry('counter.adherence', 'share', { name: ['在岗率', 'Adherence'], formula: ['排班内的开窗时长 ÷ 排班时长', 'open within the roster ÷ rostered time'], boundaries: ['没有排班时为空', 'null where there is no roster'] }),
];

const ratings = [
  entry('rating.mean', 'level', { name: ['平均评价', 'Mean rating'], formula: ['Σ 级别 ÷ 主动评价', 'sum of levels ÷ ratings given'], source: GOV, boundaries: RATED }),
  entry('rating.satisfiedShare', 'share', { name: ['满意率', 'Satisfied share'], formula: ['级别 ≥ 3 的 ÷ 主动评价', 'given with level ≥ 3 ÷ given'], source: GOV, boundaries: RATED }),
  entry('rating.badShare', 'share', { name: ['差评率', 'Bad share'], formula: ['级别 ≤ 2 的 ÷ 主动评价', 'given with level ≤ 2 ÷ given'], source: GOV, boundaries: RATED }),
  entry('rating.ratedShare', 'share', { name: ['主动评价率', 'Rated share'], formula: ['主动评价 ÷ (办结 + 退办 + 转办)', 'given ÷ services ended'], boundaries: DIVIDED }),
];

export const shares = [...serviceLevel, ...rates, ...ratings];
