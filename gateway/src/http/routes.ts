import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { sendErrors } from '@infinite-blob/graphql-http/serve-graphql';
import type { Logger } from '@infinite-blob/service/logger';
import { type RequestHandler, sendJson } from '@infinite-blob/service/start-service';
import { anonymous } from '@infinite-blob/session/viewer';
import { continueTrace, SpanKind, traceHeadersIn } from '@infinite-blob/telemetry/trace';
import { createContext } from '../context.ts';
import type { Authenticator } from '../session/authenticate.ts';
import { clientAddress } from '../session/client-address.ts';
import { type AccessEntry, logAccess } from './access-log.ts';
import { applyCors } from './cors.ts';
import type { PassThroughs } from './pass-through.ts';
import { servePlayground } from './playground.ts';
import { type OperationServing, serveOperation } from './serve-operations.ts';
import { type Webhooks, webhookPath } from './webhooks.ts';

interface RouteOptions {
	serving: OperationServing;
	accessLogger: Logger;
	authenticator: Authenticator;
	serviceSecret: string;
	trustProxy: boolean;
	/** The origins whose pages may read answers. */
	corsOrigins: Set<string>;
	passThroughs: PassThroughs;
	webhooks: Webhooks;
	/** The folder of the bundled playground; undefined when it is off. */
	playground: string | undefined;
}

/** All that the gateway answers beside its health. */
export function createRoutes(options: RouteOptions): RequestHandler {
	const { serving, playground } = options;

	async function graphql(
		request: IncomingMessage,
		response: ServerResponse,
		search: string,
		{ requestId, address, entry }: { requestId: string; address: string; entry: AccessEntry },
	): Promise<void> {
		if (request.method !== 'GET' && request.method !== 'POST') {
			response.setHeader('allow', 'GET, POST');
			const extensions = { code: 'BAD_REQUEST', requestId };
			return sendErrors(request, response, 405, [{ message: 'Operations come by GET or POST.', extensions }]);
		}
		const { authorization, cookie } = request.headers;
		const found = await options.authenticator.authenticate({ authorization, cookie });
		if (!found) response.setHeader('www-authenticate', 'Bearer');
		const viewer = found?.viewer ?? anonymous;
		entry.viewer = viewer.kind;
		const asked = { search, asker: { viewer, address, requestId }, entry, isAuthentic: found !== undefined };
		const attributes = { 'http.request.method': request.method ?? '', 'url.path': '/graphql' };
		const description = { name: `${request.method} /graphql`, kind: SpanKind.SERVER, attributes };
		await continueTrace(traceHeadersIn(request.headers), description, async (span) => {
			await serveOperation(serving, request, response, asked);
			if (entry.operation) span?.updateName(entry.operation);
			span?.setAttribute('http.response.status_code', response.statusCode);
		});
	}

	return async (request, response, url) => {
		const requestId = randomUUID();
		response.setHeader('x-request-id', requestId);
		response.setHeader('x-content-type-options', 'nosniff');
		response.setHeader('referrer-policy', 'strict-origin-when-cross-origin');
		response.setHeader('content-security-policy', "frame-ancestors 'none'");
		if (applyCors(request, response, options.corsOrigins)) return true;
		const address = clientAddress(request, options.serviceSecret, options.trustProxy);
		const { pathname, search } = url;
		const entry = logAccess(request, response, { requestId, address, pathname }, options.accessLogger);

		if (pathname === '/graphql') {
			if (playground !== undefined && wantsPage(request, search)) return redirect(response, '/playground');
			await graphql(request, response, search, { requestId, address, entry });
			return true;
		}
		if (pathname === webhookPath) {
			await options.webhooks.serve(request, response);
			return true;
		}
		const passThrough = options.passThroughs.for(pathname);
		if (passThrough) {
			// Pictures are public and links are signed: a cookie says nothing here.
			const context = createContext({ viewer: anonymous, address, requestId }, options.serviceSecret);
			await passThrough.serve(request, response, context);
			return true;
		}
		if (pathname === '/') {
			if (playground !== undefined) return redirect(response, '/playground');
			sendJson(response, 200, { name: 'Infinite Blob', graphql: '/graphql' });
			return true;
		}
		return playground !== undefined && servePlayground(response, pathname, playground);
	};
}

/** Whether a person opened the address of the API. */
function wantsPage(request: IncomingMessage, search: string): boolean {
	return request.method === 'GET' && search === '' && (request.headers.accept ?? '').includes('text/html');
}

function redirect(response: ServerResponse, location: string): true {
	response.writeHead(302, { location }).end();
	return true;
}
