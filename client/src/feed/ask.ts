/** An answer of the server, or why there is none: `problem` in the server's own words, `away` when it did not answer at all. */
export type Answer<T> =
  | { kind: 'ok'; body: T }
  | { kind: 'problem'; status: number; detail: string }
  | { kind: 'away' };

/** One plain question over HTTP; everything live comes by the socket. Asked by the chooser and the set-up page. */
export async function ask<T>(method: string, path: string, body?: unknown): Promise<Answer<T>> {
  try {
    const response = await fetch(path, {
      method,
      headers: body === undefined ? {} : { 'content-type': 'application/json' },
      body: body === undefined ? null : JSON.stringify(body),
    });
    const text = await response.text();
    const read: unknown = text ? JSON.parse(text) : null;
    if (response.ok) return { kind: 'ok', body: read as T };
    return { kind: 'problem', status: response.status, detail: detailOf(read) ?? response.statusText };
  } catch {
    return { kind: 'away' }; // no server there (TypeError), or one that does not speak JSON (SyntaxError)
  }
}

function detailOf(body: unknown): string | null {
  if (typeof body !== 'object' || body === null) return null;
  const { detail, title } = body as { detail?: unknown; title?: unknown };
  return typeof detail === 'string' ? detail : typeof title === 'string' ? title : null;
}
