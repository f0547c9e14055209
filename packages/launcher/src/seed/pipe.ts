import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { projectRoot } from '@infinite-blob/config/project-root';

/** A command of a service: its file from the project's root, and its arguments. */
export type Command = readonly [entry: string, ...args: string[]];

const endWithParent = new URL('end-with-parent.ts', import.meta.url).href;

/** A command of the pipe did not succeed; it has said why itself. */
export class CommandFailed extends Error {
	override name = 'CommandFailed';
}

/**
 * Runs commands side by side, the output of each the input of the next, and what they say of themselves on our standard
 * error.
 *
 * @throws CommandFailed
 */
export async function pipe(
	commands: readonly Command[],
	environment: Record<string, string | undefined>,
): Promise<void> {
	const running: ChildProcess[] = [];
	for (const [place, [entry, ...args]] of commands.entries()) {
		const isLast = place === commands.length - 1;
		const before = running.at(-1)?.stdout;
		const command = ['--import', endWithParent, path.join(projectRoot, entry), ...args];
		const child = spawn(process.execPath, command, {
			env: environment,
			stdio: [before ? 'pipe' : 'ignore', isLast ? 'inherit' : 'pipe', 'inherit', 'ipc'],
		});
		// Whoever reads may end before it has read everything, and says why.
		child.stdin?.on('error', () => {});
		if (before && child.stdin) before.pipe(child.stdin);
		running.push(child);
	}
	const codes = await Promise.all(
		running.map(async (child) => (await once(child, 'exit'))[0] as number | null),
	);
	const failed = codes.findIndex((code) => code !== 0);
	if (failed >= 0) throw new CommandFailed(`${commands[failed]?.[0]} ended with exit code ${codes[failed]}.`);
}
