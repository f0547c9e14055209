import { percentile } from '../percentile.ts';
import type { EngineUnderTest } from './engine-under-test.ts';
import type { Draw } from './shapes.ts';

/** Median and 99th percentile of so many commands, in milliseconds; a fifth as many before go untimed. */
export function time(redis: EngineUnderTest, draw: Draw, rounds: number): string {
	const times: number[] = [];
	for (let i = 0; i < rounds * 1.2; i++) {
		const args = draw();
		const began = performance.now();
		redis.run(args);
		if (i >= rounds * 0.2) times.push(performance.now() - began);
	}
	return `${percentile(times, 0.5).toFixed(2)} ${percentile(times, 0.99).toFixed(2).padStart(8)}`;
}

/** How long something takes. */
export function seconds(action: () => void): number {
	const began = performance.now();
	action();
	return (performance.now() - began) / 1000;
}
