import type { IncomingHttpHeaders } from 'node:http';
import type { Dispatcher, Pool } from 'undici';

interface JsonRequest {
	path: string;
	headers: Record<string, string>;
	body: string;
	/** Until the answer's head, and between parts of its body. */
	timeoutMs: number;
	signal: AbortSignal | undefined;
}

interface JsonAnswer {
	status: number;
	headers: IncomingHttpHeaders;
	text: string;
}

/**
 * Posts a JSON body and reads the answer whole. It goes to undici's dispatcher itself: `request` makes a stream of each
 * answer, which costs as much as all the rest of it.
 *
 * @throws undici's errors; the signal's reason
 */
export function postJson(pool: Pool, request: JsonRequest): Promise<JsonAnswer> {
	const { path, headers, body, timeoutMs, signal } = request;
	if (signal?.aborted) return Promise.reject(signal.reason);
	return new Promise((resolve, reject) => {
		let status = 0;
		let answered: IncomingHttpHeaders = {};
		let abort: (() => void) | undefined;
		const chunks: Buffer[] = [];
		const forget = () => {
			if (abort) signal?.removeEventListener('abort', abort);
		};
		const handler: Dispatcher.DispatchHandler = {
			onRequestStart(controller) {
				abort = () => controller.abort(signal?.reason);
				if (signal?.aborted) abort();
				else signal?.addEventListener('abort', abort);
			},
			onResponseStart(_controller, statusCode, responseHeaders) {
				status = statusCode;
				answered = responseHeaders;
			},
			onResponseData(_controller, chunk) {
				chunks.push(chunk);
			},
			onResponseEnd() {
				forget();
				const [only] = chunks;
				const whole = only && chunks.length === 1 ? only : Buffer.concat(chunks);
				resolve({ status, headers: answered, text: whole.toString() });
			},
			onResponseError(_controller, error) {
				forget();
				reject(error);
			},
		};
		pool.dispatch(
			{ path, method: 'POST', headers, body, headersTimeout: timeoutMs, bodyTimeout: timeoutMs },
			handler,
		);
	});
}
