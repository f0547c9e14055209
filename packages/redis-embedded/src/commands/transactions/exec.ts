import { constants } from 'node:buffer';
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
		let length = 0;
		try {
			const replies = queue.map(({ command, args }) => {
				const reply = engine.answer(() => engine.execute(command, args, client)) ?? '';
				length += reply.length;
				// Of more than a string can hold nothing is kept: that alone could take all memory.
				return length > constants.MAX_STRING_LENGTH ? '' : reply;
			});
			if (length > constants.MAX_STRING_LENGTH)
				throw new RedisError('ERR the transaction was executed, but its replies are too large');
			return array(replies);
		} finally {
			client.inTransaction = false;
		}
	},
};
