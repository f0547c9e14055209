import { parseArgs } from 'node:util';
import { oneOf, positive } from '../option-values.ts';

const partNames = ['scripts', 'rendering', 'lighthouse', 'interaction'] as const;
export type PartName = (typeof partNames)[number];

/** What to measure, and how much of it. */
export interface Options {
	parts: readonly PartName[];
	rounds: number;
	/** Of each page in each round. */
	seconds: number;
	connections: number;
}

export const help = `npm run bench:storefront -- [options]

  --only PART        one part alone: ${partNames.join(', ')}; may be given several times
  --rounds N         rounds, in each of which every page has its turn (3)
  --seconds N        how long a turn lasts (3)
  --connections N    (20)`;

/** @returns undefined when help was asked for. @throws when an option is unknown or has no fitting value */
export function readOptions(args: string[]): Options | undefined {
	const { values } = parseArgs({
		args,
		options: {
			only: { type: 'string', multiple: true, default: [] },
			rounds: { type: 'string', default: '3' },
			seconds: { type: 'string', default: '3' },
			connections: { type: 'string', default: '20' },
			help: { type: 'boolean', default: false },
		},
	});
	if (values.help) return undefined;
	return {
		parts: values.only.length === 0 ? partNames : values.only.map((text) => oneOf('only', partNames, text)),
		rounds: positive('rounds', values.rounds),
		seconds: positive('seconds', values.seconds),
		connections: positive('connections', values.connections),
	};
}
