import type { Client } from '../engine/client.ts';

/**
 * Makes a client wait until `attempt` has a reply for it, or for `timeout` milliseconds (0: without end), after
 * which it is answered with `otherwise`.
 */
export function block(
	client: Client,
	keys: readonly string[],
	timeout: number,
	attempt: () => string | undefined,
	otherwise: string,
): undefined {
	const { waiting, awaitCommit } = client.engine;
	let timer: NodeJS.Timeout | undefined;
	const finish = (reply: string) => {
		clearTimeout(timer);
		waiting.remove(waiter);
		client.unblock = undefined;
		if (reply !== '') client.reply(reply);
		awaitCommit.call(client.engine, client);
		// Commands that came in the meantime run after the one that unblocked this client is through.
		setImmediate(client.resume);
	};
	const waiter = { client, keys, attempt, done: finish };
	waiting.add(waiter);
	client.unblock = finish;
	if (timeout > 0) timer = setTimeout(finish, Math.min(timeout, 2 ** 31 - 1), otherwise);
	return undefined;
}
