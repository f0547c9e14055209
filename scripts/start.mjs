// `npm start`: installs what is missing, then opens the shop. Runs on any Node from 18 on, with nothing installed.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { install, root } from './install.mjs';

await install();
const { nodePath } = await import('./ensure-node.mjs');

const bin = path.join(root, 'node_modules', '.bin');
const shop = spawn(
	nodePath(),
	['--disable-warning=ExperimentalWarning', path.join(root, 'packages/launcher/src/main.ts')],
	{
		stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
		env: { ...process.env, PATH: `${bin}${path.delimiter}${process.env.PATH}` },
	},
);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => shop.kill(signal));
// npm does not pass every signal on, it just ends: whoever is left without it, or the shell it ran us in, ends too.
const ancestors = [process.ppid, ...(isShell(process.ppid) ? [parentOf(process.ppid)] : [])];
setInterval(() => {
	if (process.ppid !== ancestors[0] || (ancestors[1] && parentOf(ancestors[0]) !== ancestors[1]))
		shop.kill('SIGTERM');
}, 200).unref();

/** Whether npm runs us through a shell: what Linux tells of it; elsewhere npm's shell gives way to us. */
function isShell(pid) {
	return 'npm_lifecycle_event' in process.env && /^(ba|da|z|k)?sh$/.test(stat(pid)?.name ?? '');
}

function parentOf(pid) {
	return stat(pid)?.parent;
}

function stat(pid) {
	try {
		const [, name, parent] = /\((.*)\) \S+ (\d+)/.exec(fs.readFileSync(`/proc/${pid}/stat`, 'utf8'));
		return { name, parent: Number(parent) };
	} catch {
		return undefined;
	}
}
shop.once('exit', (code, signal) => process.exit(signal ? 1 : code));
