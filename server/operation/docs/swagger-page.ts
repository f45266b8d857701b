/** What Swagger UI is put into. Addresses are relative, so that the pages also work behind a proxy's prefix. */
export const SWAGGER_PAGE = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Hallboard 明窗: HTTP interface</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="docs/swagger-ui.css"><link rel="stylesheet" href="docs/fonts/400.css">
<link rel="stylesheet" href="docs/swagger-page.css"></head>
<body>
<nav><a href="async-docs">Sockets: live rows and events 实时接口</a> <a href="openapi.json">openapi.json</a></nav>
<div id="page"></div>
<script src="docs/swagger-ui-bundle.js"></script>
<script src="docs/start.js"></script>
</body></html>
`;

export const SWAGGER_STYLE = `body { margin: 0; background: #fff; }
nav { max-width: 1460px; margin: 0 auto; padding: 1rem 20px 0; box-sizing: border-box; font: 16px/1.6 system-ui, "Noto Sans SC", sans-serif; }
nav a { color: #0b5cad; margin-right: 1.25rem; }
.swagger-ui :not(code, pre, code *, pre *, .opblock-summary-path, .opblock-summary-path *) { font-family: system-ui, "Noto Sans SC", sans-serif !important; }
.swagger-ui .info { margin: 24px 0; } .swagger-ui .scheme-container { box-shadow: none; border-bottom: 1px solid #dde3ea; }
`;

/** validatorUrl null: the document is not shown to anyone on the internet. */
export const SWAGGER_START = `SwaggerUIBundle({
  url: 'openapi.json', dom_id: '#page', deepLinking: true, validatorUrl: null,
  docExpansion: 'list', defaultModelsExpandDepth: 0, defaultModelExpandDepth: 3, tryItOutEnabled: false,
});
`;
