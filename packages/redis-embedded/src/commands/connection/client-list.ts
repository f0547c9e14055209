import { parseInteger, syntaxError } from '../../engine/arguments.ts';
import type { Client } from '../../engine/client.ts';
import type { Command } from '../../engine/command.ts';
import { describeClient, kindOf } from '../../engine/identity.ts';
import { RedisError, verbatim } from '../../protocol/reply.ts';

export const command: Command = {
	name: 'CLIENT LIST',
	arity: -2,
	run(args, client) {
		const lines = select(args, client.engine.clients).map((each) =>
			describeClient(each, each === client ? args : undefined),
		);
		return verbatim(client, lines.join(''));
	},
};

function select(args: readonly string[], clients: ReadonlyMap<number, Client>): Client[] {
	const filter = args[2]?.toUpperCase();
	if (filter === undefined) return [...clients.values()];
	if (filter === 'TYPE' && args.length === 4) {
		const kind = args[3]!.toLowerCase();
		if (!['normal', 'master', 'replica', 'slave', 'pubsub'].includes(kind)) {
			throw new RedisError(`ERR Unknown client type '${args[3]}'`);
		}
		return [...clients.values()].filter((client) => kindOf(client) === kind);
	}
	if (filter === 'ID' && args.length > 3) {
		return args.slice(3).flatMap((id) => clients.get(parseInteger(id, 'ERR Invalid client ID')) ?? []);
	}
	throw syntaxError();
}
