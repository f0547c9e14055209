import type { Fetcher } from '@graphiql/toolkit';
import { type ExecutionResult, GraphQLError } from 'graphql';
import { createClient } from 'graphql-ws/client';
import { operationOf } from './operation-of.ts';
import { fillIn, forgetSession, remember, remembered } from './remembered.ts';

type Headers = Record<string, string>;

const socketAddress = new URL('/graphql', location.href);
socketAddress.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:';

/**
 * Sends an operation to the gateway: a subscription over a socket, the others over HTTP. The session that createSession
 * answered with goes along from then on, unless the tab's headers name another.
 */
export const fetcher: Fetcher = async (params, options) => {
	const operation = operationOf(params.query, params.operationName);
	const own: Headers = options?.headers ?? {};
	try {
		const request = {
			query: params.query,
			operationName: operation?.name?.value,
			variables: fillIn(params.variables),
		};
		if (operation?.operation === 'subscription') return watch(request, own);
		const result = await post(request, own);
		remember(result);
		return result;
	} catch (error) {
		return { errors: [new GraphQLError((error as Error).message)] };
	}
};

async function post(request: object, own: Headers): Promise<ExecutionResult> {
	const token = sessionToken(own);
	const response = await fetch('/graphql', {
		method: 'POST',
		headers: {
			'content-type': 'application/json',
			accept: 'application/graphql-response+json, application/json;q=0.9',
			...bearer(token),
			...own,
		},
		body: JSON.stringify(request),
	}).catch((error: Error) => {
		throw new Error(`The gateway cannot be reached: ${error.message}.`);
	});
	if (response.status === 401 && token) {
		// Expired, or of a shop that has begun anew since.
		forgetSession(token);
		return post(request, own);
	}
	return response.json().catch(() => {
		throw new Error(`The answer is not GraphQL's: HTTP ${response.status} ${response.statusText}`);
	});
}

function watch(request: { query: string }, own: Headers): AsyncIterable<ExecutionResult> {
	const token = sessionToken(own);
	const events = createClient({
		url: socketAddress.href,
		connectionParams: { ...bearer(token), ...own },
		shouldRetry: (problem) => problem instanceof CloseEvent && problem.code !== 4403,
	}).iterate(request) as AsyncIterableIterator<ExecutionResult>;
	const explain = (problem: unknown) => {
		if (!(problem instanceof CloseEvent)) throw problem;
		if (problem.code !== 4403 || !token) {
			throw [{ message: `The socket was closed: ${problem.code} ${problem.reason}`.trim() }];
		}
		forgetSession(token);
		throw [{ message: 'The session has ended and is forgotten. Run CreateSession for another one.' }];
	};
	const iterator = { next: () => events.next().catch(explain), return: () => events.return!() };
	return { [Symbol.asyncIterator]: () => iterator };
}

/** The session to send along; none when the tab has a header of its own for it. */
function sessionToken(own: Headers): string | undefined {
	const hasOwn = Object.keys(own).some((name) => name.toLowerCase() === 'authorization');
	return hasOwn ? undefined : remembered().token;
}

function bearer(token: string | undefined): Headers {
	return token ? { authorization: `Bearer ${token}` } : {};
}
