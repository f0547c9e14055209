import type { Command } from '../../engine/command.ts';
import { array, nilArray, RedisError } from '../../protocol/reply.ts';

export const command: Command = {
	name: 'EXEC',
	arity: 1,
	immediate: true,
	run(_args, client) {
		const { queue, queueBroken, engine } = client;
		if (queue === undefined) throw new RedisError('ERR EXEC without MULTI');
		// A watched key whose time is over counts as touched: finding it removes it.
		for (const key of client.watched) client.db.find(key);
		const { touched } = client;
		client.endTransaction();
		if (queueBroken) throw new RedisError('EXECABORT Transaction discarded because of previous errors.');
		if (touched) return nilArray(client);
		client.inTransaction = true;
		try {
			return array(
				queue.map(({ command, args }) => engine.answer(() => engine.execute(command, args, client)) ?? ''),
			);
		} finally {
			client.inTransaction = false;
		}
	},
};
