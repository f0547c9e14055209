import { processesOf } from '@infinite-blob/e2e/processes';
import { type Reading, readProcess } from './process-reading.ts';

/** What the shop's processes have used so far: CPU milliseconds and resident megabytes, by name. */
export type Usage = Map<string, Reading>;

/** Reads /proc for every process that works on this data folder. */
export function usage(dataDir: string): Usage {
	const found: Usage = new Map();
	for (const { pid, command } of processesOf(dataDir)) {
		const name = nameOf(command);
		if (!name) continue;
		found.set(name, readProcess(pid));
	}
	return found;
}

/** CPU milliseconds per request of each process between two readings, dearest first, with its memory now. */
export function costPerRequest(before: Usage, after: Usage, requests: number) {
	return [...after]
		.map(([name, { cpuMs, residentMb }]) => ({
			name,
			cpuMs: (cpuMs - (before.get(name)?.cpuMs ?? 0)) / requests,
			residentMb,
		}))
		.filter(({ cpuMs }) => cpuMs > 0)
		.sort((a, b) => b.cpuMs - a.cpuMs);
}

function nameOf(command: string): string | undefined {
	const entry = /(?:subgraphs|workers|packages)\/([\w-]+)\/src\/main\.ts|\/(gateway|storefront)\//.exec(
		command,
	);
	return entry?.[1] ?? entry?.[2];
}
