import type { Result } from '../gateway/result.ts';
import type { QueryName } from './queries.ts';

/** What p99 is to stay below, in milliseconds. */
const latencyGoals: Record<QueryName, number> = {
	list: 80,
	'text search': 80,
	'filtered search': 80,
	'product page': 80,
	suggestions: 20,
};

/**
 * A quarter and a tenth of what Vendure 3.7 takes on SQLite with 54 products, in CPU milliseconds a request: 6.6 for a
 * search with facets, 8 for a product.
 */
const costGoals: Partial<Record<QueryName, { cold: number; warm: number }>> = {
	list: { cold: 6.6 / 4, warm: 0.66 },
	'text search': { cold: 6.6 / 4, warm: 0.66 },
	'filtered search': { cold: 6.6 / 4, warm: 0.66 },
	'product page': { cold: 8 / 4, warm: 0.8 },
};

/** How the results of the largest shop stand to the goals, a line each, and what growing from 10,000 to it cost. */
export function standings(query: QueryName, results: readonly Result[]): string[] {
	const size = Math.max(...results.map(({ name }) => Number.parseInt(name, 10)));
	const find = (name: string) => results.find((result) => result.name === name);
	const lines: string[] = [];
	for (const cache of ['no cache', 'warm cache'] as const) {
		const result = find(`${size}, ${cache}`);
		if (!result) continue;
		lines.push(line(`p99 of ${result.name}`, result.p99, latencyGoals[query], 'ms'));
		const cost = costGoals[query]?.[cache === 'no cache' ? 'cold' : 'warm'];
		if (cost !== undefined) lines.push(line(`CPU of ${result.name}`, result.cpuMs, cost, 'ms a request'));
	}
	const [smaller, larger] = [find('10000, no cache'), find('100000, no cache')];
	if (smaller && larger)
		lines.push(line('CPU from 10000 to 100000, no cache', larger.cpuMs / smaller.cpuMs, 2, 'times'));
	return lines;
}

function line(what: string, value: number, goal: number, unit: string): string {
	return `${value < goal ? '✓' : '✗'} ${what}: ${value.toFixed(2)} ${unit} (goal below ${goal})`;
}
