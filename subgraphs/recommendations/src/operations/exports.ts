import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { projectRoot } from '@infinite-blob/config/project-root';
import type { Exports } from '../rebuild/run-rebuild.ts';

/** An export ended before it had told everything; it has said why itself. */
class ExportFailed extends Error {
	override name = 'ExportFailed';
}

/** What other services know, by commands of their own: none reads what is not its own. */
export const exportsOfServices: Exports = {
	snapshots: () => linesOf('subgraphs/products/src/operations/export-snapshots.ts'),
	purchases: () => linesOf('subgraphs/orders/src/operations/main.ts', 'purchases'),
};

/** The lines that a command writes. @throws ExportFailed */
async function* linesOf(entry: string, ...args: string[]): AsyncGenerator<string> {
	const child = spawn(process.execPath, [path.join(projectRoot, entry), ...args], {
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	const ended = once(child, 'exit') as Promise<[number | null]>;
	try {
		yield* createInterface({ input: child.stdout });
		const [code] = await ended;
		if (code !== 0) throw new ExportFailed(`${entry} ended with exit code ${code}.`);
	} finally {
		child.kill();
	}
}
