import { randomBytes } from 'node:crypto';
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

const pagePolicy = (nonce: string) =>
	[
		"default-src 'none'",
		"script-src 'self'",
		`style-src-elem 'self' 'nonce-${nonce}'`,
		// The editor writes each line as HTML that says in its style attribute where the line is.
		"style-src-attr 'unsafe-inline'",
		"img-src 'self' data:",
		"font-src 'self'",
		// In current browsers this is the socket of the same origin too.
		"connect-src 'self'",
		"worker-src 'self'",
		"base-uri 'none'",
		"form-action 'none'",
		"frame-ancestors 'none'",
	].join('; ');

// A worker takes its policy from its own answer.
const partPolicy = "default-src 'none'; script-src 'self'";

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
		await servePage(response, folder);
		return true;
	}
	const name = /^\/playground\/assets\/([\w-][\w.-]*)$/.exec(pathname)?.[1];
	return name !== undefined && servePart(response, path.join(folder, 'assets', name));
}

async function servePage(response: ServerResponse, folder: string): Promise<void> {
	const nonce = randomBytes(16).toString('base64');
	const page = await readFile(path.join(folder, 'index.html'), 'utf8').catch(() => undefined);
	response.writeHead(page === undefined ? 503 : 200, {
		'content-type': 'text/html; charset=utf-8',
		'content-security-policy': pagePolicy(nonce),
		'cache-control': 'no-store',
	});
	response.end(page?.replaceAll('__NONCE__', nonce) ?? notBuilt);
}

async function servePart(response: ServerResponse, file: string): Promise<boolean> {
	const type = types[path.extname(file)];
	if (!type) return false;
	const takesGzip = /\bgzip\b/.test(String(response.req.headers['accept-encoding']));
	const zipped = takesGzip ? await sizeOf(`${file}.gz`) : undefined;
	const size = zipped ?? (await sizeOf(file));
	if (size === undefined) return false;
	response.appendHeader('vary', 'accept-encoding');
	if (zipped !== undefined) response.setHeader('content-encoding', 'gzip');
	response.writeHead(200, {
		'content-type': type,
		'content-length': size,
		'content-security-policy': partPolicy,
		'cache-control': 'public, max-age=31536000, immutable',
	});
	const stream = createReadStream(zipped === undefined ? file : `${file}.gz`);
	await pipeline(stream, response).catch(() => response.destroy());
	return true;
}

function sizeOf(file: string): Promise<number | undefined> {
	return stat(file).then(
		({ size }) => size,
		() => undefined,
	);
}
