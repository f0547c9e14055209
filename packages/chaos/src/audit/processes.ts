import type { Clause } from './clause.ts';

/** No process ended but by the suite's hand, and none logged that it cannot go on. */
export const processes: Clause = {
	title: 'no process died by itself or logged a fatal error',
	check({ deaths, fatalLogs, faults }) {
		const died = deaths.map(
			({ name, how, at }) => `${name} ended by itself (${how}) at ${new Date(at).toISOString()}`,
		);
		const killed = faults.filter(({ kind }) => kind === 'kill').length;
		return { checked: killed + died.length, violations: [...died, ...fatalLogs] };
	},
};
