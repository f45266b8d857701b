import type { Silence } from '../../../shared/commands/alert.js';
import { counterRow, NOW, serviceRow } from '../spec-rows';
import { scopeOf } from './silence-scope';

const rows = { services: { s1: serviceRow({ name: '社保' }) }, counters: { A01: counterRow({ name: '一号窗口' }) } };
const silence = (over: Partial<Silence>): Silence => (
  { id: 'x', clauseIds: null, counterIds: null, serviceIds: null, subject: null, fromAt: NOW, untilAt: NOW, reason: 'r', author: 'li', ...over });

describe('what a silence lies on', () => {
  for (const [over, words] of [
    [{}, ''],
    [{ clauseIds: ['wait-20'], serviceIds: ['s1'], counterIds: ['A01', 'Z9'] }, 'wait-20 社保 一号窗口 Z9'],
    [{ clauseIds: ['away'], subject: 'counter:A01' }, 'away 一号窗口'],
    [{ subject: 'source:urn:kiosk:1' }, 'urn:kiosk:1'],
  ] as const) {
    it(`reads “${words}”`, () => {
      expect(scopeOf(silence(over as Partial<Silence>), rows).join(' ')).toBe(words);
    });
  }
});
