import type { costPerRequest } from './process-cost.ts';

/** Prints what each process took for one of these, with its memory, and all of them together. */
export function printCosts(costs: ReturnType<typeof costPerRequest>, unit: string): void {
	for (const { name, cpuMs, residentMb } of costs) {
		console.log(
			`  ${name.padEnd(16)} ${cpuMs.toFixed(2).padStart(6)} ms CPU/${unit} ${residentMb.toFixed(0).padStart(5)} MB`,
		);
	}
	const cpuMs = costs.reduce((sum, cost) => sum + cost.cpuMs, 0);
	const residentMb = costs.reduce((sum, cost) => sum + cost.residentMb, 0);
	console.log(
		`  ${'all processes'.padEnd(16)} ${cpuMs.toFixed(2).padStart(6)} ms CPU/${unit} ${residentMb.toFixed(0).padStart(5)} MB`,
	);
}

export const ms = (value: number): string => `${value.toFixed(1)} ms`;
