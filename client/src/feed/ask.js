/** One plain question over HTTP; everything live comes by the socket. Asked by the pages that set things up. `field`: what in the body was refused. */
export async function ask(method, path, body) {
    try {
        const response = await fetch(path, {
            method,
            headers: body === undefined ? {} : { 'content-type': 'application/json' },
            body: body === undefined ? null : JSON.stringify(body),
        });
        const text = await response.text();
        const read = text ? JSON.parse(text) : null;
        if (response.ok)
            return { kind: 'ok', body: read };
        const { detail, title, field } = (read ?? {});
        const why = [detail, title].find((text) => typeof text === 'string') ?? response.statusText;
        return { kind: 'problem', status: response.status, detail: why, field: typeof field === 'string' ? field : null };
    }
    catch {
        return { kind: 'away' }; // no server there (TypeError), or one that does not speak JSON (SyntaxError)
    }
}
//# sourceMappingURL=ask.js.map