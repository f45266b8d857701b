import { credentialsOfHandshake, credentialsOfRequest } from './credentials.js';

describe('Credentials', () => {
  const requests: [title: string, headers: Record<string, string>, expected: object][] = [
    ['nothing', {}, {}],
    ['a key', { authorization: 'Bearer abc.def' }, { bearer: 'abc.def' }],
    ['a key whatever the case of the scheme', { authorization: 'bearer  abc.def ' }, { bearer: 'abc.def' }],
    ['a wrong key where Bearer stands alone', { authorization: 'Bearer' }, { bearer: '' }],
    ['a wrong key where there are two', { authorization: 'Bearer a b' }, { bearer: '' }],
    ['nothing in the scheme of a proxy', { authorization: 'Basic abc', cookie: 'hallboard_session=t' }, { session: 't' }],
    ['a session', { cookie: 'hallboard_session=tok-en_1' }, { session: 'tok-en_1' }],
    ['a session among other cookies', { cookie: 'a=1; b="x=y";hallboard_session=t ; c' }, { session: 't' }],
    ['the first of two sessions', { cookie: 'hallboard_session=one; hallboard_session=two' }, { session: 'one' }],
    ['no session in a cookie of a longer name', { cookie: 'xhallboard_session=t; hallboard_sessionx=t; Hallboard_session=t' }, {}],
    ['no session in an empty cookie', { cookie: 'hallboard_session=; ;=;' }, {}],
    ['over TLS the session that this host alone can have given', { 'x-forwarded-proto': 'https', cookie: 'hallboard_session=planted; __Host-hallboard_session=t' }, { session: 't' }],
    ['over TLS no session that a neighbour may have given', { 'x-forwarded-proto': 'https', cookie: 'hallboard_session=planted' }, {}],
    ['both', { authorization: 'Bearer k', cookie: 'hallboard_session=t' }, { bearer: 'k', session: 't' }],
  ];
  for (const [title, headers, expected] of requests) {
    it(`of a request are ${title}: ${JSON.stringify(headers)}`, () => {
      expect(credentialsOfRequest({ headers })).toEqual(expected);
    });
  }

  const cookie = 'hallboard_session=t';
  const handshakes: [title: string, auth: unknown, expected: object][] = [
    ['the key and the session', { key: 'k' }, { bearer: 'k', session: 't' }],
    ['the session where there is no key', {}, { session: 't' }],
    ['the session where the key is null', { key: null }, { session: 't' }],
    ['a wrong key where it is no text', { key: { toString: 'k' } }, { bearer: '', session: 't' }],
    ['the session where auth is no object', 'k', { session: 't' }],
  ];
  for (const [title, auth, expected] of handshakes) {
    it(`of a handshake are ${title}: ${JSON.stringify(auth)}`, () => {
      expect(credentialsOfHandshake({ auth, headers: { cookie } })).toEqual(expected);
    });
  }
});
