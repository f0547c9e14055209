import type { Clause } from './clause.ts';
import type { World } from './world.ts';

/** For how long after the trouble a process that starts waits for Redis, and some time to get there. */
const patienceMs = 20_000;

/**
 * No process ended but by the suite's hand, and none logged that it cannot go on. One that meets no Redis at its start
 * says so in a line and ends, which is as it should be while Redis is down or stalled.
 */
export const processes: Clause = {
	title: 'no process died by itself or logged a fatal error',
	check(world) {
		const { deaths, fatalLogs, faults } = world;
		const unexcused = deaths.filter((death) => !metNoRedis(world, death));
		const died = unexcused.map(({ name, how, lastWords, at }) => {
			return `${name} ended by itself (${how}) at ${new Date(at).toISOString()}: ${lastWords.slice(0, 200)}`;
		});
		const killed = faults.filter(({ kind }) => kind === 'kill').length;
		return {
			checked: killed + deaths.length,
			violations: [...died, ...fatalLogs],
			note: `${deaths.length - unexcused.length} met no Redis at their start`,
		};
	},
};

function metNoRedis({ faults }: World, { how, lastWords, at }: World['deaths'][number]): boolean {
	if (how !== 'exit code 1' || !/Redis at \S+ cannot be reached/.test(lastWords)) return false;
	return faults.some(
		({ target, from, until }) => target === 'redis' && from <= at && at - until < patienceMs,
	);
}
