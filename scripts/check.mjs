// `npm run check`: lint and format, types, composition and generated code, unused code and dependencies, the lock;
// as many at a time as there are cores. Installs what is missing. Runs on any Node from 18 on.
import { execFile } from 'node:child_process';
import os from 'node:os';
import path from 'node:path';
import { install, root } from './install.mjs';

await install();
const { nodePath } = await import('./ensure-node.mjs');

const bin = path.join(root, 'node_modules', '.bin');
const env = { ...process.env, PATH: `${bin}${path.delimiter}${process.env.PATH}` };
const node = nodePath();

/** @typedef {[title: string, command: string, ...parameters: string[]]} Check */

/**
 * Before all others: it makes a part of the storefront's tsconfig.json, which several of them read.
 * @type {Check}
 */
const first = ['what SvelteKit generates', 'npm', 'run', '--silent', 'precheck', '-w', 'storefront'];

/**
 * The longest first.
 * @type {Check[]}
 */
const checks = [
	['types', node, path.join(bin, 'tsc'), '-p', '.'],
	['types of the storefront', 'npm', 'run', '--silent', '--ignore-scripts', 'check', '-w', 'storefront'],
	['types of what runs in browsers for tests', node, path.join(bin, 'tsc'), '-p', 'packages/e2e'],
	['types of the playground', node, path.join(bin, 'tsc'), '-p', 'gateway/playground'],
	['generated types', node, path.join(bin, 'graphql-codegen'), '--check'],
	[
		'generated types of the storefront',
		node,
		path.join(bin, 'graphql-codegen'),
		'--config',
		'storefront/codegen.ts',
		'--check',
	],
	['unused code', node, path.join(bin, 'knip')],
	['composition, what the API promised, its descriptions', node, 'scripts/compose.ts', '--check'],
	['lint and format', 'npm', 'run', '--silent', 'lint'],
	['the lock', node, 'scripts/check-lock.mjs'],
];

let failed = 0;

/** @param {Check} check */
async function run([title, command, ...parameters]) {
	const began = Date.now();
	const { error, output } = await new Promise((done) => {
		execFile(command, parameters, { cwd: root, env, maxBuffer: 2 ** 26 }, (error, stdout, stderr) =>
			done({ error, output: `${stdout}${stderr}`.trim() }),
		);
	});
	const seconds = ((Date.now() - began) / 1000).toFixed(1);
	console.log(`${error ? '✗' : '✓'} ${title} (${seconds} s)`);
	if (!error) return;
	failed++;
	console.log(output);
}

await run(first);
const waiting = checks.values();
await Promise.all(
	Array.from({ length: os.cpus().length }, async () => {
		for (const check of waiting) await run(check);
	}),
);
process.exit(failed ? 1 : 0);
