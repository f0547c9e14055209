import { nilArray } from '../protocol/reply.ts';
import type { Client } from './client.ts';

/**
 * Makes a client wait until a change of one of the keys has a reply for it, or for `timeout` milliseconds (0:
 * without end), after which it gets a null.
 */
export function block(
	client: Client,
	keys: readonly string[],
	timeout: number,
	attempt: (key: string) => string | undefined,
): undefined {
	const { engine } = client;
	const done = (reply: string) => {
		clearTimeout(timer);
		engine.waiting.remove(waiter);
		client.unblock = undefined;
		client.answer(reply);
		engine.awaitCommit(client);
		// Commands that came in the meantime run after the one that unblocked this client is through.
		setImmediate(client.resume);
	};
	const waiter = { keys, attempt, done };
	engine.waiting.add(waiter);
	client.unblock = (reply = nilArray(client)) => done(reply);
	const timer = timeout > 0 ? setTimeout(client.unblock, Math.min(timeout, 2 ** 31 - 1)) : undefined;
	return undefined;
}
