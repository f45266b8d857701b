/** A server to which something can be said, wherever it runs. */
export abstract class Answering {
  abstract readonly url: string;
  /** An administrator's key, as it lies in the data folder. */
  abstract readonly operatorKey: string;

  /** A request below /api/v1 by a key, the operator's where none is said. */
  ask(path: string, { method = 'GET', key = this.operatorKey, type = 'application/json', body }: { method?: string; key?: string | undefined; type?: string; body?: string } = {}): Promise<Response> {
    const headers = { authorization: `Bearer ${key}`, ...(body === undefined ? {} : { 'content-type': type }) };
    return fetch(`${this.url}/api/v1/${path}`, { method, headers, ...(body === undefined ? {} : { body }) });
  }
}
