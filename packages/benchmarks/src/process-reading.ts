import { readFileSync } from 'node:fs';

// Linux counts in hundredths of a second on every machine that runs Node.
const msPerTick = 10;
const bytesPerPage = 4096;

/** What a process has used so far. */
export interface Reading {
	/** User and system time. */
	cpuMs: number;
	residentMb: number;
}

/** Reads /proc. @throws when there is no such process */
export function readProcess(pid: number): Reading {
	const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
	const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
	const [userTicks, systemTicks, pages] = [fields[11], fields[12], fields[21]].map(Number) as [
		number,
		number,
		number,
	];
	return { cpuMs: (userTicks + systemTicks) * msPerTick, residentMb: (pages * bytesPerPage) / 2 ** 20 };
}
