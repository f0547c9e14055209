import { parseArgs } from 'node:util';
import { oneOf, positive } from '../option-values.ts';

export const parts = ['rate', 'highest', 'backlog', 'history'] as const;

type Part = (typeof parts)[number];

/** What to measure, and how much of it. */
export interface Options {
	parts: readonly Part[];
	/** Orders a second. */
	rate: number;
	seconds: number;
	stepSeconds: number;
	/** Orders that wait at the end of the outage. */
	backlog: number;
	/** Orders stored in the shop with the long history. */
	history: number;
}

export const help = `npm run bench:orders -- [options]

  --only PART      one part alone: ${parts.join(', ')}; may be given several times
  --rate N         orders a second in "rate" and "history" (10)
  --seconds N      how long "rate" lasts (30)
  --step N         seconds for each step of "highest" and each round of "history" (10)
  --backlog N      orders that wait at the end of the outage (5000)
  --history N      orders stored in the shop with the long history (100000)`;

/** @returns undefined when help was asked for. @throws when an option is unknown or has no fitting value */
export function readOptions(args: string[]): Options | undefined {
	const { values } = parseArgs({
		args,
		options: {
			only: { type: 'string', multiple: true, default: [] },
			rate: { type: 'string', default: '10' },
			seconds: { type: 'string', default: '30' },
			step: { type: 'string', default: '10' },
			backlog: { type: 'string', default: '5000' },
			history: { type: 'string', default: '100000' },
			help: { type: 'boolean', default: false },
		},
	});
	if (values.help) return undefined;
	return {
		parts: values.only.length === 0 ? parts : values.only.map((text) => oneOf('only', parts, text)),
		rate: positive('rate', values.rate),
		seconds: positive('seconds', values.seconds),
		stepSeconds: positive('step', values.step),
		backlog: positive('backlog', values.backlog),
		history: positive('history', values.history),
	};
}
