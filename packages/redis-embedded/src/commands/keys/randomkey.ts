import type { Command } from '../../engine/command.ts';
import { bulkOrNil } from '../../protocol/reply.ts';
import { pickRandom } from '../sets/srandmember.ts';

export const command: Command = {
	name: 'RANDOMKEY',
	arity: 1,
	run: (_args, client) =>
		bulkOrNil(
			client,
			pickRandom(
				[...client.db.entries.keys()].filter((key) => client.db.find(key)),
				1,
			)[0],
		),
};
