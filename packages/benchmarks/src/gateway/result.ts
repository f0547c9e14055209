import { percentile } from '../percentile.ts';
import type { Turn } from './turn.ts';

/** What a contestant did over all rounds. */
export interface Result {
	name: string;
	rps: number;
	p50: number;
	p99: number;
	/** CPU milliseconds of the gateway's process for each request: of the rounds' the median, since machines have neighbours. */
	cpuMs: number;
	/** The least and the most of a round. */
	cpuSpread: [number, number];
	residentMb: number;
}

export function resultOf(name: string, turns: readonly Turn[]): Result {
	const sum = (of: (turn: Turn) => number) => turns.reduce((total, turn) => total + of(turn), 0);
	const times = turns.flatMap((turn) => turn.times);
	const costs = turns.map((turn) => turn.cpuMs / turn.requests);
	return {
		name,
		rps: sum((turn) => turn.requests) / sum((turn) => turn.seconds),
		p50: percentile(times, 0.5),
		p99: percentile(times, 0.99),
		cpuMs: percentile(costs, 0.5),
		cpuSpread: [Math.min(...costs), Math.max(...costs)],
		residentMb: Math.max(...turns.map((turn) => turn.residentMb)),
	};
}

/** A share of another's cost that a contestant is to keep to. */
interface Goal {
	contestant: string;
	of: string;
	share: number;
}

const goals: readonly Goal[] = [
	{ contestant: 'bare', of: 'stock', share: 0.42 },
	{ contestant: 'full', of: 'stock', share: 0.6 },
	{ contestant: 'bare', of: 'hive', share: 0.55 },
	{ contestant: 'full', of: 'hive', share: 0.75 },
	{ contestant: 'full, warm cache', of: 'hive', share: 0.4 },
];

/** How the results stand to the goals, a line each; those about a contestant that took no part are left out. */
export function standings(results: readonly Result[]): string[] {
	const cost = (name: string) => results.find((result) => result.name === name)?.cpuMs;
	return goals.flatMap(({ contestant, of, share }) => {
		const [own, other] = [cost(contestant), cost(of)];
		if (own === undefined || other === undefined) return [];
		const ratio = own / other;
		const kept = ratio <= share ? '✓' : '✗';
		return [`${kept} ${contestant} takes ${ratio.toFixed(2)} of the CPU of ${of} (goal ${share.toFixed(2)})`];
	});
}

export function table(results: readonly Result[]): string[] {
	const head = ['', 'requests/s', 'p50 ms', 'p99 ms', 'CPU ms/request', 'of the rounds', 'MB'];
	const rows = results.map(({ name, rps, p50, p99, cpuMs, cpuSpread: [least, most], residentMb }) => [
		name,
		rps.toFixed(0),
		p50.toFixed(1),
		p99.toFixed(1),
		cpuMs.toFixed(3),
		`${least.toFixed(2)}–${most.toFixed(2)}`,
		residentMb.toFixed(0),
	]);
	const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]!.length)));
	return [head, ...rows].map((row) =>
		row
			.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!)))
			.join('  '),
	);
}
