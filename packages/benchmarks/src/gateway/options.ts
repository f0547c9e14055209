import { parseArgs } from 'node:util';
import { oneOf, positive } from '../option-values.ts';

const parts = ['queries', 'growth', 'subscriptions'] as const;

type Part = (typeof parts)[number];

/** What to measure, and how much of it. */
export interface Options {
	parts: readonly Part[];
	rounds: number;
	/** Of each contestant in each round. */
	seconds: number;
	connections: number;
	withHive: boolean;
	subscribers: number;
	/** Events a second, of all subscribers. */
	events: number;
}

export const help = `npm run bench:gateway -- [options]

  --only PART        one part alone: ${parts.join(', ')}; may be given several times
  --rounds N         rounds of "queries" and "growth", in each of which every contestant has its turn (5)
  --seconds N        how long a turn lasts (3)
  --connections N    of "queries" (50)
  --without-hive     leave Hive Gateway out, which is fetched from the npm registry (600 MB in a temporary folder)
  --subscribers N    (5000)
  --events N         order events a second (100)`;

/** @returns undefined when help was asked for. @throws when an option is unknown or has no fitting value */
export function readOptions(args: string[]): Options | undefined {
	const { values } = parseArgs({
		args,
		options: {
			only: { type: 'string', multiple: true, default: [] },
			rounds: { type: 'string', default: '5' },
			seconds: { type: 'string', default: '3' },
			connections: { type: 'string', default: '50' },
			'without-hive': { type: 'boolean', default: false },
			subscribers: { type: 'string', default: '5000' },
			events: { type: 'string', default: '100' },
			help: { type: 'boolean', default: false },
		},
	});
	if (values.help) return undefined;
	return {
		parts: values.only.length === 0 ? parts : values.only.map((text) => oneOf('only', parts, text)),
		rounds: positive('rounds', values.rounds),
		seconds: positive('seconds', values.seconds),
		connections: positive('connections', values.connections),
		withHive: !values['without-hive'],
		subscribers: positive('subscribers', values.subscribers),
		events: positive('events', values.events),
	};
}
