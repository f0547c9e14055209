import { readdirSync, readFileSync } from 'node:fs';

/** A running process of a shop. */
export interface ShopProcess {
	pid: number;
	command: string;
}

/** Every process that works on this data folder, as Linux lists them in /proc. */
export function processesOf(dataDir: string): ShopProcess[] {
	return readdirSync('/proc')
		.filter((name) => /^\d+$/.test(name))
		.flatMap((name) => {
			try {
				const environment = readFileSync(`/proc/${name}/environ`, 'utf8').split('\0');
				if (!environment.includes(`DATA_DIR=${dataDir}`)) return [];
				const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
				// A process that has ended but was not waited for yet has no command line.
				return command ? [{ pid: Number(name), command }] : [];
			} catch {
				// It ended while we looked.
				return [];
			}
		});
}

/** The pid of the one process of the shop that runs this part, by its path. @throws when none does */
export function processOf(dataDir: string, part: string): number {
	const found = processesOf(dataDir).find(({ command }) => command.includes(part));
	if (!found) throw new Error(`${part} does not run`);
	return found.pid;
}
