import type { Command } from '../../engine/command.ts';
import { checkCursor, scanOptions } from '../../engine/scan.ts';
import { array, bulk, bulks } from '../../protocol/reply.ts';

export const command: Command = {
	name: 'SCAN',
	arity: -2,
	run(args, { db, engine }) {
		checkCursor(args[1]!);
		const { count, matches, type } = scanOptions(args, 2);
		const [next, page] = engine.scans.page(db.entries.keys(), args[1]!, count);
		const found = page.filter((key) => {
			const entry = matches(key) && db.find(key);
			return entry && (type === undefined || entry.value.type.toLowerCase() === type);
		});
		return array([bulk(next), bulks(found)]);
	},
};
