import { existsSync } from 'node:fs';
import { runService } from '@infinite-blob/service/run-service';
import { startService } from '@infinite-blob/service/start-service';
import { readConfig } from './src/lib/server/config.ts';

await runService('storefront', async (logger) => {
	const config = readConfig();
	const handler = await builtPages();
	// The visitor's protocol is the public address's: a proxy in front may speak plain http to this process.
	const protocol = new URL(config.PUBLIC_STOREFRONT_URL).protocol.slice(0, -1);
	return startService({
		name: 'storefront',
		host: config.HOST,
		port: config.STOREFRONT_PORT,
		logger,
		handle: (request, response) => {
			request.headers['x-forwarded-proto'] = protocol;
			handler(request, response);
			return true;
		},
	});
});

async function builtPages() {
	const build = new URL('./build/handler.js', import.meta.url);
	if (!existsSync(build)) throw 'The pages are not built: run `npm run build` in the storefront first.';
	// biome-ignore lint/style/noProcessEnv: what the build reads when it is loaded
	process.env.PROTOCOL_HEADER = 'x-forwarded-proto';
	const { handler } = await import(build.href);
	return handler;
}
