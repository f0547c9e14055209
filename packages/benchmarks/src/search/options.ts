import { parseArgs } from 'node:util';
import { positive } from '../option-values.ts';

/** What to measure, and how much of it. */
export interface Options {
	/** Documents in the index. */
	sizes: readonly number[];
	/** Queries of each shape. */
	rounds: number;
	/** Shapes whose names contain this, or all. */
	only: string | undefined;
}

export const help = `npm run bench:search -- [options]

  --size N      documents in the index; may be given several times (1000, 10000, 100000)
  --rounds N    how often each query is asked, each time with other inputs (200)
  --only TEXT   only queries whose names contain it`;

/** @returns undefined when help was asked for. @throws when an option is unknown or has no fitting value */
export function readOptions(args: string[]): Options | undefined {
	const { values } = parseArgs({
		args,
		options: {
			size: { type: 'string', multiple: true, default: ['1000', '10000', '100000'] },
			rounds: { type: 'string', default: '200' },
			only: { type: 'string' },
			help: { type: 'boolean', default: false },
		},
	});
	if (values.help) return undefined;
	return {
		sizes: values.size.map((text) => positive('size', text)),
		rounds: positive('rounds', values.rounds),
		only: values.only,
	};
}
