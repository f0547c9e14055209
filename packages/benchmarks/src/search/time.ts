import { percentile } from '../percentile.ts';
import type { EngineUnderTest } from './engine-under-test.ts';
import type { Draw } from './shapes.ts';

/** Milliseconds of a command: on the clock, and of this thread on a core, where others who use the machine show less. */
export interface Timing {
	readonly p50: number;
	readonly p99: number;
	/** The mean: the system counts it too coarsely for a single command. */
	readonly cpu: number;
}

/** Times so many commands; a fifth as many before go untimed. */
export function time(redis: EngineUnderTest, draw: Draw, rounds: number): Timing {
	const commands = Array.from({ length: Math.ceil(rounds * 1.2) }, draw);
	const times: number[] = [];
	for (const args of commands.splice(rounds)) redis.run(args);
	const cpu = seconds(() => {
		for (const args of commands) {
			const began = performance.now();
			redis.run(args);
			times.push(performance.now() - began);
		}
	});
	return { p50: percentile(times, 0.5), p99: percentile(times, 0.99), cpu: (cpu * 1000) / rounds };
}

/** How long something takes of this thread's time on a core. */
export function seconds(action: () => void): number {
	const before = process.threadCpuUsage();
	action();
	const { user, system } = process.threadCpuUsage(before);
	return (user + system) / 1e6;
}
