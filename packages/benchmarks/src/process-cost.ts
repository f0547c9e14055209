import { readFileSync } from 'node:fs';
import { processesOf } from '@infinite-blob/e2e/processes';

/** What the shop's processes have used so far: CPU milliseconds and resident megabytes, by name. */
export type Usage = Map<string, { cpuMs: number; residentMb: number }>;

// Linux counts in hundredths of a second on every machine that runs Node.
const msPerTick = 10;
const bytesPerPage = 4096;

/** Reads /proc for every process that works on this data folder. */
export function usage(dataDir: string): Usage {
	const found: Usage = new Map();
	for (const { pid, command } of processesOf(dataDir)) {
		const name = nameOf(command);
		if (!name) continue;
		const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
		const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
		const [userTicks, systemTicks, pages] = [fields[11], fields[12], fields[21]].map(Number) as [
			number,
			number,
			number,
		];
		found.set(name, {
			cpuMs: (userTicks + systemTicks) * msPerTick,
			residentMb: (pages * bytesPerPage) / 2 ** 20,
		});
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
