import type { Command } from '../../engine/command.ts';
import type { Engine } from '../../engine/engine.ts';
import { matchesGlob } from '../../engine/glob.ts';
import { bulkMap } from '../../protocol/reply.ts';

/** What CONFIG tells, and takes. */
export const settingsOf = (engine: Engine): Record<string, string> => ({
	'aof-use-rdb-preamble': 'no',
	appendonly: 'yes',
	databases: '1',
	maxmemory: String(engine.memory.limit),
	'maxmemory-policy': 'noeviction',
	'notify-keyspace-events': '',
	'proto-max-bulk-len': '536870912',
	save: '',
	'stream-node-max-entries': String(engine.streamNodeEntries),
	timeout: '0',
});

export const command: Command = {
	name: 'CONFIG GET',
	arity: -3,
	run(args, client) {
		const patterns = args.slice(2).map((pattern) => pattern.toLowerCase());
		const found = Object.entries(settingsOf(client.engine)).filter(([name]) =>
			patterns.some((p) => matchesGlob(p, name)),
		);
		return bulkMap(client, found);
	},
};
