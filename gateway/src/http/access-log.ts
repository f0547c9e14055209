import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from '@infinite-blob/service/logger';
import type { Viewer } from '@infinite-blob/session/viewer';
import type { Outcome } from '../context.ts';

/** What is found out about a request while it is served. */
export interface AccessEntry extends Outcome {
	viewer?: Viewer['kind'];
	/** The name of the operation that was run. */
	operation?: string | undefined;
}

/**
 * Logs a request once it is answered, or its client has gone: a line each at level info. Of the address there is the
 * first part alone, since links to files carry what opens them.
 */
export function logAccess(
	request: IncomingMessage,
	response: ServerResponse,
	about: { requestId: string; address: string; pathname: string },
	logger: Logger,
): AccessEntry {
	const entry: AccessEntry = {};
	if (!logger.isLevelEnabled('info')) return entry;
	const began = performance.now();
	const { requestId, address, pathname } = about;
	response.once('close', () => {
		const { statusCode: status, writableFinished } = response;
		const ms = Math.round((performance.now() - began) * 10) / 10;
		const path = `/${pathname.split('/', 2)[1] ?? ''}`;
		const { method } = request;
		const line = { requestId, method, path, status, ms, address, ...entry };
		logger.info(writableFinished ? line : { ...line, aborted: true }, 'request');
	});
	return entry;
}
