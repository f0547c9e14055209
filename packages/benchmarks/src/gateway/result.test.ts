import { describe, expect, it } from 'vitest';
import { type Result, resultOf, standings, table } from './result.ts';

const result = (name: string, cpuMs: number): Result => ({
	name,
	rps: 100,
	p50: 1,
	p99: 2,
	cpuMs,
	cpuSpread: [cpuMs, cpuMs],
	residentMb: 90,
});

describe('the result of several turns', () => {
	it('is of all requests, and of the rounds’ costs the median', () => {
		const turns = [
			{ requests: 100, seconds: 1, cpuMs: 100, residentMb: 80, times: [1, 2] },
			{ requests: 300, seconds: 1, cpuMs: 150, residentMb: 90, times: [3, 4] },
			{ requests: 200, seconds: 1, cpuMs: 120, residentMb: 70, times: [] },
		];
		expect(resultOf('bare', turns)).toEqual({
			name: 'bare',
			rps: 200,
			p50: 3,
			p99: 4,
			cpuMs: 0.6,
			cpuSpread: [0.5, 1],
			residentMb: 90,
		});
	});
});

describe('the goals', () => {
	it('are told as kept or not, and only of those that took part', () => {
		const lines = standings([result('stock', 1), result('bare', 0.4), result('full', 0.7)]);
		expect(lines).toEqual([
			'✓ bare takes 0.40 of the CPU of stock (goal 0.42)',
			'✗ full takes 0.70 of the CPU of stock (goal 0.60)',
		]);
	});
});

it('a table has columns of one width', () => {
	const widths = table([result('stock', 1), result('full, warm cache', 0.4)]).map((line) => line.length);
	expect(new Set(widths).size).toBe(1);
});
