/** The errors of node-redis and ioredis for a connection that broke while a command was on its way. */
const names = new Set([
	'SocketClosedUnexpectedlyError',
	'ClientClosedError',
	'ClientOfflineError',
	'DisconnectsClientError',
	'MaxRetriesPerRequestError',
]);
const codes = new Set(['ECONNRESET', 'ECONNREFUSED', 'EPIPE', 'ETIMEDOUT', 'NR_CLOSED']);

/**
 * Whether an error tells of a Redis that went away: nothing is known of what the command did, and asking again in a
 * moment may go well.
 */
export function isConnectionLost(error: unknown): boolean {
	if (!(error instanceof Error)) return false;
	const { code } = error as NodeJS.ErrnoException;
	return (
		names.has(error.constructor.name) ||
		(code !== undefined && codes.has(code)) ||
		error.message === 'Connection is closed.'
	);
}
