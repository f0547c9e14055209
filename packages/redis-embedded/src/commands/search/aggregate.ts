import type { Command } from '../../engine/command.ts';
import { array, bulk, EMPTY_ARRAY, integer, map, toBytes, toText } from '../../protocol/reply.ts';
import { runAggregation } from '../../search/aggregate/aggregation.ts';
import { readAggregation } from '../../search/aggregate/aggregation-options.ts';
import { print } from '../../search/aggregate/row.ts';
import { resultMap } from '../../search/result-map.ts';
import { Words } from '../../search/words.ts';

export const command: Command = {
	name: 'FT.AGGREGATE',
	arity: -3,
	run(args, client) {
		const index = client.engine.search.get(args[1]!);
		const aggregation = readAggregation(new Words(args, 3));
		const { columns, rows, totals, warning } = runAggregation(
			client.db,
			index,
			toText(args[2]!),
			aggregation,
		);
		const names = columns
			.filter((name) => !index.hidden.has(toBytes(name)))
			.map((name) => ({ name, encoded: bulk(toBytes(name)) }));
		const flat = rows.map((row) => {
			const cells: string[] = [];
			for (const { name, encoded } of names) {
				const value = row.get(name);
				if (value !== undefined) cells.push(encoded, print(client, value));
			}
			return cells;
		});
		if (client.protocol === 2) return array([integer(totals[0]), ...flat.map(array)]);
		const results = flat.map((row) =>
			map(client, [bulk('extra_attributes'), map(client, row), bulk('values'), EMPTY_ARRAY]),
		);
		return resultMap(client, totals[1], results, warning);
	},
};
