import { existsSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { constants } from 'node:zlib';
import { runService } from '@infinite-blob/service/run-service';
import { startService } from '@infinite-blob/service/start-service';
import { peerAddress } from '@infinite-blob/session/peer-address';
import compression from 'compression';
import { readConfig } from './src/lib/server/config.ts';

/** Where the pages read the visitor's address; whatever a visitor sends under this name is overwritten. */
const addressHeader = 'x-ib-peer-address';

/**
 * Compresses pages piece by piece: what is streamed later must not hold back what is there. A page fits into a small
 * window, and the default one, 4 MB for each page, costs more than rendering it.
 */
const compress = compression({
	level: 3,
	flush: constants.Z_SYNC_FLUSH,
	brotli: {
		params: { [constants.BROTLI_PARAM_QUALITY]: 2, [constants.BROTLI_PARAM_LGWIN]: 16 },
		flush: constants.BROTLI_OPERATION_FLUSH,
	},
}) as unknown as (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

await runService('storefront', async (logger) => {
	const config = readConfig();
	const handler = await builtPages();
	return startService({
		name: 'storefront',
		host: config.HOST,
		port: config.STOREFRONT_PORT,
		logger,
		handle: (request, response) => {
			request.headers['x-forwarded-proto'] = protocolOf(request, config);
			request.headers[addressHeader] = peerAddress(request, config.TRUST_PROXY);
			compress(request, response, () => handler(request, response));
			return true;
		},
	});
});

/**
 * The protocol that the visitor speaks, on which it depends whether cookies are Secure: a proxy in front may speak
 * plain http to this process. The public address tells it, and so does a proxy of ours.
 */
function protocolOf(
	{ headers }: IncomingMessage,
	{ PUBLIC_STOREFRONT_URL, TRUST_PROXY }: ReturnType<typeof readConfig>,
): string {
	const forwarded = TRUST_PROXY
		? headers['x-forwarded-proto']?.toString().split(',').at(-1)?.trim()
		: undefined;
	if (forwarded === 'https' || forwarded === 'http') return forwarded;
	return new URL(PUBLIC_STOREFRONT_URL).protocol.slice(0, -1);
}

async function builtPages() {
	const build = new URL('./build/handler.js', import.meta.url);
	if (!existsSync(build)) throw 'The pages are not built: run `npm run build` in the storefront first.';
	// biome-ignore lint/style/noProcessEnv: what the build reads when it is loaded
	Object.assign(process.env, { PROTOCOL_HEADER: 'x-forwarded-proto', ADDRESS_HEADER: addressHeader });
	const { handler } = await import(build.href);
	return handler;
}
