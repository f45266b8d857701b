/** The dictionary's figures of devices: known time is divided, unknown time stands beside it. */
import { entry, type Pair } from './dictionary-entry.js';

const OPEN: Pair = ['只计大厅开放时间；没有开放时间的大厅计全天', 'within the hall\'s opening hours; all day where it says none'];
const KNOWN: Pair = ['未知时长不参与；已知不足应开时长一半时为空', 'unknown time takes no part; null where less than half of the opening hours is known'];

export const devices = [
  entry('devices.openMs', 'ms', { name: ['应开时长', 'Device hours'], formula: ['大厅开放时长', 'how long the hall was open'], boundaries: OPEN }),
  entry('devices.upMs', 'ms', { name: ['设备正常时长', 'Device up'], formula: ['心跳不断且无故障', 'beating, and not faulty'], boundaries: OPEN }),
  entry('devices.downMs', 'ms', { name: ['设备停用时长', 'Device down'], formula: ['故障至恢复；有过心跳后连续三次未到的，自最后一次消息起', 'from a fault to the recovery; and once it had beaten, from its last word before three missed beats'], boundaries: OPEN }),
  entry('devices.unknownMs', 'ms', { name: ['设备状态未知时长', 'Device unknown'], formula: ['应开 − 正常 − 停用：从不发心跳，或整个大厅超过 15 分钟没有任何消息', 'open − up − down: it never beats, or the hall heard of nothing for over 15 minutes'], boundaries: OPEN }),
  entry('devices.faults', 'count', { name: ['设备故障次数', 'Device faults'], formula: ['由正常变为故障的次数', 'how often it became faulty'] }),
  entry('devices.availability', 'share', { name: ['设备可用率', 'Device availability'], formula: ['正常 ÷ (正常 + 停用)', 'up ÷ (up + down)'], boundaries: KNOWN }),
];
