import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';

const types: Record<string, string> = {
	'.css': 'text/css; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.svg': 'image/svg+xml',
	'.ttf': 'font/ttf',
};

// The editor makes its styles as it runs, and a worker of its own from a blob.
const policy = [
	"default-src 'none'",
	"script-src 'self'",
	"style-src 'self' 'unsafe-inline'",
	"img-src 'self' data:",
	"font-src 'self' data:",
	"connect-src 'self'",
	"worker-src 'self' blob:",
	"base-uri 'none'",
	"form-action 'none'",
	"frame-ancestors 'none'",
].join('; ');

const notBuilt = `<!doctype html><html lang="en"><meta charset="utf-8"><title>GraphQL Playground</title>
<h1>GraphQL Playground</h1>
<p>The playground's pages are not built yet. Run <code>npm run build --workspace gateway</code> and load this again.</p>
</html>`;

/**
 * Serves the bundled playground: the page at /playground, its parts below /playground/assets for ever, since their
 * names change with their content.
 *
 * @returns false when there is nothing at the path
 */
export async function servePlayground(
	response: ServerResponse,
	pathname: string,
	folder: string,
): Promise<boolean> {
	if (pathname === '/playground' || pathname === '/playground/') {
		const page = await readFile(path.join(folder, 'index.html'), 'utf8').catch(() => undefined);
		response.writeHead(page === undefined ? 503 : 200, {
			'content-type': 'text/html; charset=utf-8',
			'content-security-policy': policy,
			'cache-control': 'no-cache',
		});
		response.end(page ?? notBuilt);
		return true;
	}
	const name = /^\/playground\/assets\/([\w-][\w.-]*)$/.exec(pathname)?.[1];
	const type = name && types[path.extname(name)];
	if (!type) return false;
	const file = path.join(folder, 'assets', name);
	const size = await stat(file).then(
		(found) => found.size,
		() => undefined,
	);
	if (size === undefined) return false;
	response.writeHead(200, {
		'content-type': type,
		'content-length': size,
		// A worker takes its policy from its own answer.
		'content-security-policy': policy,
		'cache-control': 'public, max-age=31536000, immutable',
	});
	await pipeline(createReadStream(file), response).catch(() => response.destroy());
	return true;
}
