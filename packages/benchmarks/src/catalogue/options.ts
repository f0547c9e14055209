import { parseArgs } from 'node:util';
import { oneOf, positive } from '../option-values.ts';
import { type QueryName, queryNames } from './queries.ts';

/** What to measure, and how much of it. */
export interface Options {
	queries: readonly QueryName[];
	/** Artworks of each shop. */
	sizes: readonly number[];
	rounds: number;
	/** Of each shop and gateway in each round. */
	seconds: number;
	connections: number;
}

export const help = `npm run bench:catalogue -- [options]

  --only QUERY       one query alone: ${queryNames.join(', ')}; may be given several times
  --size N           artworks of a shop; may be given several times (1000, 10000 and 100000)
  --rounds N         rounds, in each of which every shop has its turn (3)
  --seconds N        how long a turn lasts (3)
  --connections N    (20)`;

/** @returns undefined when help was asked for. @throws when an option is unknown or has no fitting value */
export function readOptions(args: string[]): Options | undefined {
	const { values } = parseArgs({
		args,
		options: {
			only: { type: 'string', multiple: true, default: [] },
			size: { type: 'string', multiple: true, default: ['1000', '10000', '100000'] },
			rounds: { type: 'string', default: '3' },
			seconds: { type: 'string', default: '3' },
			connections: { type: 'string', default: '20' },
			help: { type: 'boolean', default: false },
		},
	});
	if (values.help) return undefined;
	return {
		queries:
			values.only.length === 0 ? queryNames : values.only.map((text) => oneOf('only', queryNames, text)),
		sizes: values.size.map((text) => positive('size', text)),
		rounds: positive('rounds', values.rounds),
		seconds: positive('seconds', values.seconds),
		connections: positive('connections', values.connections),
	};
}
