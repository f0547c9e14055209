import type { IncomingHttpHeaders } from 'node:http';
import type { Dispatcher, Pool } from 'undici';

interface JsonRequest {
	path: string;
	headers: Record<string, string>;
	body: string;
	/** Until the end of the answer, the time in which the request waits for a connection included. */
	timeoutMs: number;
	signal: AbortSignal | undefined;
}

interface JsonAnswer {
	status: number;
	headers: IncomingHttpHeaders;
	body: Buffer;
}

/**
 * Posts a JSON body and reads the answer whole. It goes to undici's dispatcher itself: `request` makes a stream of each
 * answer, which costs as much as all the rest of it.
 *
 * @throws undici's errors; the signal's reason; an Error when the time is over
 */
export function postJson(pool: Pool, request: JsonRequest): Promise<JsonAnswer> {
	const { path, headers, body, timeoutMs, signal } = request;
	if (signal?.aborted) return Promise.reject(signal.reason);
	return new Promise((resolve, reject) => {
		let status = 0;
		let answered: IncomingHttpHeaders = {};
		let controller: Dispatcher.DispatchController | undefined;
		let givenUpFor: Error | undefined;
		const chunks: Buffer[] = [];
		// It may wait for a connection still, and is ended then when it has one.
		const giveUp = (reason: Error) => {
			givenUpFor = reason;
			controller?.abort(reason);
			settle();
			reject(reason);
		};
		const abort = () => giveUp(signal?.reason);
		const timer = setTimeout(() => giveUp(new Error(`no answer within ${timeoutMs} ms`)), timeoutMs);
		signal?.addEventListener('abort', abort);
		const settle = () => {
			clearTimeout(timer);
			signal?.removeEventListener('abort', abort);
		};
		const handler: Dispatcher.DispatchHandler = {
			onRequestStart(started) {
				controller = started;
				if (givenUpFor) started.abort(givenUpFor);
			},
			onResponseStart(_controller, statusCode, responseHeaders) {
				status = statusCode;
				answered = responseHeaders;
			},
			onResponseData(_controller, chunk) {
				chunks.push(chunk);
			},
			onResponseEnd() {
				settle();
				const [only] = chunks;
				const whole = only && chunks.length === 1 ? only : Buffer.concat(chunks);
				resolve({ status, headers: answered, body: whole });
			},
			onResponseError(_controller, error) {
				settle();
				reject(error);
			},
		};
		pool.dispatch({ path, method: 'POST', headers, body, headersTimeout: 0, bodyTimeout: 0 }, handler);
	});
}
