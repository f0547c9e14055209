import { syntaxError } from '../../engine/arguments.ts';
import type { Command } from '../../engine/command.ts';
import { matchesGlob } from '../../engine/glob.ts';
import { scanOptions } from '../../engine/scan.ts';
import { array, bulk, bulks } from '../../protocol/reply.ts';

export const command: Command = {
	name: 'SCAN',
	arity: -2,
	run(args, client) {
		const { cursor, count, pattern, rest } = scanOptions(args, 1);
		let type: string | undefined;
		if (rest.length > 0) {
			if (rest.length !== 2 || rest[0]!.toUpperCase() !== 'TYPE') throw syntaxError();
			type = rest[1]!.toLowerCase();
		}
		const [next, page] = client.engine.scans.page(client.db.entries.keys(), cursor, count);
		const keys: string[] = [];
		for (const key of page) {
			if (pattern !== undefined && !matchesGlob(pattern, key)) continue;
			const entry = client.db.find(key);
			if (entry && (type === undefined || entry.value.type.toLowerCase() === type)) keys.push(key);
		}
		return array([bulk(String(next)), bulks(keys)]);
	},
};
