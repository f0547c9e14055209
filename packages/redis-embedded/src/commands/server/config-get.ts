import type { Command } from '../../engine/command.ts';
import type { Engine } from '../../engine/engine.ts';
import { matchesGlob } from '../../engine/glob.ts';
import { MAX_BULK } from '../../protocol/parser.ts';
import { bulkMap } from '../../protocol/reply.ts';

/** What CONFIG tells, and takes. */
export const settingsOf = (engine: Engine): Record<string, string> => ({
	'aof-use-rdb-preamble': 'no',
	appendonly: 'yes',
	databases: '1',
	maxmemory: String(engine.memory.limit),
	'maxmemory-policy': 'noeviction',
	'notify-keyspace-events': '',
	'proto-max-bulk-len': String(MAX_BULK),
	save: '',
	'stream-node-max-entries': String(engine.streamNodeEntries),
	timeout: '0',
});

export const command: Command = {
	name: 'CONFIG GET',
	arity: -3,
	run(args, client) {
		const settings = settingsOf(client.engine);
		const found = new Map<string, string>();
		for (const given of args.slice(2)) {
			const pattern = given.toLowerCase();
			// A name is answered as it was spelt.
			if (!/[[*?]/.test(pattern)) {
				if (Object.hasOwn(settings, pattern)) found.set(given, settings[pattern]!);
			} else {
				for (const [name, value] of Object.entries(settings))
					if (matchesGlob(pattern, name)) found.set(name, value);
			}
		}
		return bulkMap(client, found);
	},
};
