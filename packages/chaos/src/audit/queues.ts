import { type Clause, holdEach } from './clause.ts';

/** Nothing is left to do: no group lags, nothing is pending, no dead letter lies around. */
export const queues: Clause = {
	title: 'no dead letters, nothing pending, no group behind',
	check({ groups, deadLettersReplayed }) {
		const held = holdEach(groups, ({ stream, group, lag, pending, deadLetters }) => {
			const left = Object.entries({ lag, pending, deadLetters }).filter(([, count]) => count > 0);
			return left.map(([what, count]) => `${group} on ${stream}: ${what} ${count}`);
		});
		return { ...held, note: `${deadLettersReplayed} dead letters replayed` };
	},
};
