// `npm start`: installs what is missing, then opens the shop. Runs on any Node from 18 on, with nothing installed.
import { spawn } from 'node:child_process';
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
// npm does not pass SIGTERM on, it just ends: whoever is left without it ends too.
const { ppid } = process;
setInterval(() => {
	if (process.ppid !== ppid) shop.kill('SIGTERM');
}, 200).unref();
shop.once('exit', (code, signal) => process.exit(signal ? 1 : code));
