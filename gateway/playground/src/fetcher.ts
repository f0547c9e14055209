import { createGraphiQLFetcher, type Fetcher } from '@graphiql/toolkit';
import { fillIn, remember, sessionHeaders } from './remembered.ts';

const socketAddress = new URL('/graphql', location.href);
socketAddress.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:';

const send = createGraphiQLFetcher({
	url: '/graphql',
	subscriptionUrl: socketAddress.href,
	enableIncrementalDelivery: false,
});

/**
 * Sends an operation to the gateway. The session that createSession answered with goes along from then on, unless
 * the tab has an Authorization of its own; over a socket, GraphiQL puts the headers into connection_init.
 */
export const fetcher: Fetcher = async (params, options) => {
	const headers = { ...sessionHeaders(), ...options?.headers };
	const result = await send({ ...params, variables: fillIn(params.variables) }, { ...options, headers });
	if (!isStream(result)) remember(result);
	return result;
};

function isStream(result: unknown): boolean {
	return (
		typeof result === 'object' && result !== null && (Symbol.asyncIterator in result || 'subscribe' in result)
	);
}
