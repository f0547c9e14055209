import { parseArgs } from 'node:util';
import { positive } from '../option-values.ts';

export interface Options {
	/** How long each turn of a command takes, about. */
	seconds: number;
	/** Turns of each server, alternating. */
	turns: number;
	/** Commands whose names contain this, or all. */
	only: string | undefined;
}

export const help = `npm run bench:redis -- [options]

  --seconds N   length of a turn (1)
  --turns N     turns of each server for each command, one after the other (5)
  --only TEXT   only commands whose names contain it

Needs redis-server and redis-benchmark on the PATH (Debian: redis-server, redis-tools).`;

/** @returns undefined when help was asked for. @throws when an option is unknown or has no fitting value */
export function readOptions(args: string[]): Options | undefined {
	const { values } = parseArgs({
		args,
		options: {
			seconds: { type: 'string', default: '1' },
			turns: { type: 'string', default: '5' },
			only: { type: 'string' },
			help: { type: 'boolean', default: false },
		},
	});
	if (values.help) return undefined;
	return {
		seconds: positive('seconds', values.seconds),
		turns: positive('turns', values.turns),
		only: values.only,
	};
}
