import type { Client } from '../../engine/client.ts';
import type { Command } from '../../engine/command.ts';
import { OK, RedisError } from '../../protocol/reply.ts';

export const command: Command = {
	name: 'DISCARD',
	arity: 1,
	immediate: true,
	run(_args, client) {
		if (client.queue === undefined) throw new RedisError('ERR DISCARD without MULTI');
		discard(client);
		return OK;
	},
};

/** Ends a client's transaction, and the watching for it. */
export function discard(client: Client): void {
	client.queue = undefined;
	client.queueBroken = false;
	client.engine.unwatch(client);
}
