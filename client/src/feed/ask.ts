/** An answer of the server, or why there is none: `problem` in the server's own words, `away` when it did not answer at all. */
export type Answer<T> =
  | { kind: 'ok'; body: T }
  | { kind: 'problem'; status: number; code: string; detail: string; field: string | null }
  | { kind: 'away' };

/** What the server told; null where it refused or has not answered. */
export function answered<T>(answer: Answer<T> | null | undefined): T | null {
  return answer?.kind === 'ok' ? answer.body : null;
}

/** One plain question over HTTP; everything live comes by the socket. Asked by the pages that set things up. `code`: the server's name of the refusal; `field`: what in the body was refused. */
export function ask<T>(method: string, path: string, body?: unknown): Promise<Answer<T>> {
  return answerTo(path, {
    method,
    headers: body === undefined ? {} : { 'content-type': 'application/json' },
    body: body === undefined ? null : JSON.stringify(body),
  });
}

/** Sends a file as it is. */
export function send<T>(path: string, file: Blob): Promise<Answer<T>> {
  return answerTo(path, { method: 'POST', headers: { 'content-type': file.type }, body: file });
}

/** Reads with the key of a wall; without one as whoever is logged in here, or as nobody. */
export function readWithKey<T>(path: string, key: string | null): Promise<Answer<T>> {
  return answerTo(path, { headers: key === null ? {} : { authorization: `Bearer ${key}` } });
}

async function answerTo<T>(path: string, request: RequestInit): Promise<Answer<T>> {
  try {
    const response = await fetch(path, request);
    const text = await response.text();
    if (response.status === 504 && text === '') return { kind: 'away' }; // the page's worker says so where there is no line
    const read: unknown = text ? JSON.parse(text) : null;
    if (response.ok) return { kind: 'ok', body: read as T };
    const { code, detail, title, field } = (read ?? {}) as Record<string, unknown>;
    const why = [detail, title].find((text) => typeof text === 'string') ?? response.statusText;
    return { kind: 'problem', status: response.status, code: typeof code === 'string' ? code : '', detail: why, field: typeof field === 'string' ? field : null };
  } catch {
    return { kind: 'away' }; // no server there (TypeError), or one that does not speak JSON (SyntaxError)
  }
}
