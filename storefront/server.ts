import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { readConfig } from './src/lib/server/config.ts';

const config = readSettingsOrExit();
const build = new URL('./build/handler.js', import.meta.url);
if (!existsSync(build)) exit('The storefront is not built: run `npm run build` in storefront first.');

// The visitor's protocol is the public address's: a proxy in front may speak plain http to this process.
process.env.PROTOCOL_HEADER = 'x-forwarded-proto';
const protocol = new URL(config.PUBLIC_STOREFRONT_URL).protocol.slice(0, -1);
const { handler } = await import(build.href);

let draining = false;
const server = createServer((request, response) => {
	request.headers['x-forwarded-proto'] = protocol;
	if (request.url === '/health/live') return response.end('ok\n');
	if (request.url === '/health/ready') {
		response.statusCode = draining ? 503 : 200;
		return response.end(draining ? 'stopping\n' : 'ok\n');
	}
	handler(request, response, () => response.writeHead(404).end());
});

server.on('error', (error: NodeJS.ErrnoException) => {
	const taken = `Port ${config.STOREFRONT_PORT} is taken: set STOREFRONT_PORT to a free one.`;
	exit(error.code === 'EADDRINUSE' ? taken : `The storefront cannot listen: ${error.message}`);
});
server.listen(config.STOREFRONT_PORT, config.HOST, () => {
	console.log(`The storefront listens on http://${config.HOST}:${config.STOREFRONT_PORT}`);
});

process.once('SIGTERM', stop);
process.once('SIGINT', stop);

function stop() {
	draining = true;
	server.close(() => process.exit(0));
	server.closeIdleConnections();
	setTimeout(() => server.closeAllConnections(), 3_000).unref();
}

function readSettingsOrExit() {
	try {
		return readConfig();
	} catch (error) {
		return exit((error as Error).message);
	}
}

function exit(message: string): never {
	console.error(message);
	process.exit(1);
}
