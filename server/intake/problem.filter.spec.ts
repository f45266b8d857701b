import { Logger, NotFoundException } from '@nestjs/common';
import { NotStoredError, OverloadedError } from '../live/committer.js';
import { Problem, problemBody } from '../problem.js';
import { problemOf } from './problem.filter.js';

describe('problemOf', () => {
  beforeEach(() => spyOn(Logger.prototype, 'error')); // it logs what it does not tell

  it('says when to come again, where the journal could not take the events', () => {
    const [overloaded, notStored] = [problemOf(new OverloadedError('full')), problemOf(new NotStoredError('disk full'))];
    expect([overloaded.status, overloaded.code, overloaded.more.retryAfterSeconds]).toEqual([503, 'overloaded', 1]);
    expect([notStored.status, notStored.code, notStored.more.retryAfterSeconds]).toEqual([503, 'notStored', 5]);
    const full = Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
    for (const error of [full, new NotStoredError('not stored', { cause: full })]) {
      const { status, code, more, message } = problemOf(error);
      expect([status, code, more.retryAfterSeconds, message]).toEqual([503, 'notStored', 5, jasmine.stringContaining('The disk of the server is full; nothing')]);
    }
  });

  it('keeps what others refused, and tells nothing of what is our fault', () => {
    const own = new Problem(409, 'usernameTaken', 'It is taken.');
    expect(problemOf(own)).toBe(own);
    expect(problemOf(new NotFoundException('Cannot GET /x')).status).toBe(404);
    expect(problemOf(Object.assign(new Error('too big'), { statusCode: 413 })).message).toContain('at most 8 MB');
    for (const error of [new Error('secret path /var/x'), Object.assign(new Error('x'), { statusCode: 500 }), 'a string', { statusCode: 200 }]) {
      const body = problemBody(problemOf(error));
      expect([body['status'], body['code']]).toEqual([500, 'internal']);
      expect(JSON.stringify(body)).not.toContain('secret');
    }
  });
});
