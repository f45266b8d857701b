import type { PutRecord } from '../../../shared/commands/records.js';
import type { demoHall } from '../../domain/golden/demo-hall.js';
import { addDays, formatLocal, localDate, localInstant } from '../../domain/golden/local-time.js';

/** The records of the demo hall: invented, and each says so in its title. One service has no guide and one person no certificate, so that this is seen too. */
const APPROVER = '演示';

type Guide = [serviceId: string, title: string, basis: string, materials: string, fees: string, workingDays?: number];
const guides: Guide[] = [
  ['ZH', '综合事项受理', '行政许可法', '身份证 申请表', '免费', 10],
  ['SB', '社保参保登记', '社会保险法', '身份证 申请表', '免费'],
  ['GJ', '住房公积金提取', '住房公积金管理条例', '身份证 提取申请表 房屋证明', '免费', 3],
  ['BD', '不动产转移登记', '不动产登记暂行条例', '身份证 权属证书 买卖合同 完税证明', '住宅每件 80 元', 5],
  ['QY', '企业开办', '市场主体登记管理条例', '身份证 章程 住所证明', '免费', 1],
  ['SW', '税务登记信息确认', '税收征收管理法', '营业执照 经办人身份证', '免费'],
  ['CR', '普通护照申请', '出境入境管理法', '身份证 照片 申请表', '每本 120 元', 7],
  ['HZ', '户口迁移', '户口登记条例', '身份证 户口簿 迁移申请', '免费', 3],
];
const notices = [
  ['channels', '监督渠道', '对服务有意见，可在窗口评价器上评价，向值班长当面反映，或拨打 12345。'],
  ['fees', '收费标准', '窗口收费以办事指南所列为准，未列明的一律不收费。'],
  ['procedure', '办事程序', '取号，等候叫号，到窗口办理，评价。材料不齐的，窗口一次告知。'],
] as const;
const UNCERTIFIED = 'S-B05';
const SOON = 'S-A02';

export function demoRecords({ counters, timezone }: Pick<typeof demoHall, 'counters' | 'timezone'>, now: number): [id: string, said: PutRecord][] {
  const inDays = (days: number): string => formatLocal(localInstant(addDays(localDate(now, timezone), days), '00:00', timezone), timezone);
  const put = (id: string, title: string, said: Pick<PutRecord, 'content' | 'expires'>): [string, PutRecord] => [id, { title: `${title}（演示）`, approvedBy: APPROVER, ...said }];
  const staff = counters.map(({ staffId }) => staffId).filter((staffId) => staffId !== UNCERTIFIED);
  return [
    ...guides.map(([serviceId, title, basis, materials, fees, workingDays]) => put(`guide-${serviceId}`, title, {
      content: { kind: 'guide', serviceId, basis, materials: materials.split(' '), steps: ['取号', '窗口提交材料', '受理', '领取结果'], fees, ...(workingDays ? { workingDays } : {}) },
    })),
    ...notices.map(([topic, title, text]) => put(`notice-${topic}`, title, { content: { kind: 'notice', topic, text } })),
    put('training-1', '窗口服务规范培训', { content: { kind: 'training', topic: '首问负责、一次告知、文明用语', hours: 8, staffIds: staff, passed: staff } }),
    ...staff.map((staffId, index) => put(`certificate-${staffId}`, `${staffId} 上岗证`, {
      content: { kind: 'certificate', staffId, number: `YS-${String(index + 1).padStart(4, '0')}`, issuer: '演示大厅' },
      expires: inDays(staffId === SOON ? 20 : 700),
    })),
  ];
}
