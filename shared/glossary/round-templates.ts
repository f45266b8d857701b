import type { Word } from './word.js';

interface TemplateItem extends Word {
  photo?: true;
  group?: Word;
}

export interface RoundTemplate {
  name: Word;
  /** When it is usually done, and within how many minutes. */
  at: string;
  minutes: number;
  items: readonly TemplateItem[];
}

/** Items under one heading. */
function under(group: Word, items: readonly Word[]): TemplateItem[] {
  return items.map((item) => ({ ...item, group }));
}

/** The four checks 四查 of dispensing, and the ten things that are compared 十对. */
const fourChecks = [
  ...under({ zh: '查处方', en: 'Check the prescription' }, [{ zh: '对科别', en: 'Compare the department' }, { zh: '对姓名', en: 'Compare the name' }, { zh: '对年龄', en: 'Compare the age' }]),
  ...under({ zh: '查药品', en: 'Check the medicine' }, [{ zh: '对药名', en: 'Compare its name' }, { zh: '对剂型', en: 'Compare its form' }, { zh: '对规格', en: 'Compare its strength' }, { zh: '对数量', en: 'Compare the quantity' }]),
  ...under({ zh: '查配伍禁忌', en: 'Check incompatibilities' }, [{ zh: '对药品性状', en: 'Compare how the medicine looks' }, { zh: '对用法用量', en: 'Compare use and dose' }]),
  ...under({ zh: '查用药合理性', en: 'Check that it is the right treatment' }, [{ zh: '对临床诊断', en: 'Compare with the diagnosis' }]),
];

/** Rounds 巡检 as halls walk them, to begin from: whoever adopts one changes what is different in their hall. */
export const roundTemplates = {
  inspection: {
    name: { zh: '日常巡查', en: 'Daily inspection' }, at: '09:30', minutes: 60,
    items: [
      { zh: '窗口人员在岗，不做与工作无关的事', en: 'Staff are at their counters and do nothing else there' },
      { zh: '窗口人员佩戴工作牌', en: 'Staff wear their badges' },
      { zh: '用语文明，耐心解答', en: 'Staff speak politely and explain with patience' },
      { zh: '取号、叫号有序，无人滞留', en: 'Tickets and calls go in order, nobody is left over' },
      { zh: '导办台有人引导', en: 'Somebody guides people at the reception desk' },
      { zh: '通道和安全出口畅通', en: 'Ways and emergency exits are clear', photo: true },
    ],
  },
  maintenance: {
    name: { zh: '设备巡检', en: 'Maintenance' }, at: '08:15', minutes: 45,
    items: [
      { zh: '取号机能取号，纸张充足', en: 'The ticket kiosk prints and has paper' },
      { zh: '叫号屏和语音正常', en: 'Call displays and voice work' },
      { zh: '评价器能评价', en: 'The rating pads take a rating' },
      { zh: '自助机正常', en: 'The self-service machines work' },
      { zh: '网络和打印机正常', en: 'Network and printers work' },
      { zh: '电源线路无裸露、无过热', en: 'No bare or hot wiring', photo: true },
    ],
  },
  cleaning: {
    name: { zh: '卫生清洁', en: 'Cleaning' }, at: '12:00', minutes: 60,
    items: [
      { zh: '地面和座椅清洁', en: 'Floor and seats are clean', photo: true },
      { zh: '柜台和填单台整洁', en: 'Counters and writing desks are tidy' },
      { zh: '卫生间清洁，用品齐全', en: 'Washrooms are clean and supplied' },
      { zh: '垃圾及时清理', en: 'Bins are emptied' },
      { zh: '饮水和便民用品可用', en: 'Drinking water and visitors\' supplies are there' },
    ],
  },
  dress: {
    name: { zh: '着装仪表', en: 'Dress' }, at: '08:45', minutes: 30,
    items: [
      { zh: '统一着装', en: 'Uniform dress' },
      { zh: '工作牌佩戴规范', en: 'Badges are worn as they should be' },
      { zh: '仪表端庄整洁', en: 'Neat appearance' },
      { zh: '桌面标牌与本人一致', en: 'The name plate is that of the person' },
    ],
  },
  signage: {
    name: { zh: '标识标牌', en: 'Signs' }, at: '09:00', minutes: 120,
    items: [
      { zh: '单位、窗口、事项名称齐全一致', en: 'Names of hall, counters and services are there and agree', photo: true },
      { zh: '导向标识一眼可见', en: 'The ways are found at a glance' },
      { zh: '收费标准和办理流程在醒目处公开', en: 'Fees and procedures are shown where people see them', photo: true },
      { zh: '监督电话和意见箱可见、可用', en: 'Complaint line and box are seen and work' },
      { zh: '无破损、过期的告示', en: 'No torn or outdated notice' },
    ],
  },
  pharmacy: { name: { zh: '药房四查十对', en: 'Pharmacy: four checks, ten comparisons' }, at: '10:00', minutes: 120, items: fourChecks },
} as const satisfies Record<string, RoundTemplate>;
