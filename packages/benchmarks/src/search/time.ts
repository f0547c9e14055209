import { percentile } from '../percentile.ts';
import type { EngineUnderTest } from './engine-under-test.ts';
import type { Draw } from './shapes.ts';

/**
 * Median and 99th percentile of so many commands, in milliseconds; a fifth as many before go untimed. Time is that of
 * this thread on a core, which others who use the machine make longer by far less than the time on the clock.
 */
export function time(redis: EngineUnderTest, draw: Draw, rounds: number): string {
	const times: number[] = [];
	for (let i = 0; i < rounds * 1.2; i++) {
		const args = draw();
		const took = seconds(() => redis.run(args)) * 1000;
		if (i >= rounds * 0.2) times.push(took);
	}
	return `${percentile(times, 0.5).toFixed(2)} ${percentile(times, 0.99).toFixed(2).padStart(8)}`;
}

/** How long something takes of this thread's time on a core. */
export function seconds(action: () => void): number {
	const before = process.threadCpuUsage();
	action();
	const { user, system } = process.threadCpuUsage(before);
	return (user + system) / 1e6;
}
