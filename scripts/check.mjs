// `npm run check`: lint and format, types, composition and generated code, unused code and dependencies, the lock.
// Installs what is missing. Runs on any Node from 18 on.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { install, root } from './install.mjs';

await install();
const { nodePath } = await import('./ensure-node.mjs');

const bin = path.join(root, 'node_modules', '.bin');
const env = { ...process.env, PATH: `${bin}${path.delimiter}${process.env.PATH}` };
const node = nodePath();

/** @type {[title: string, command: string, ...parameters: string[]][]} */
const checks = [
	['the lock', node, 'scripts/check-lock.mjs'],
	['lint and format', 'npm', 'run', '--silent', 'lint'],
	// First of those that read the storefront's tsconfig.json, which SvelteKit makes a part of here.
	['types of the storefront', 'npm', 'run', '--silent', 'check', '-w', 'storefront'],
	['composition, what the API promised, its descriptions', node, 'scripts/compose.ts', '--check'],
	['generated types', node, path.join(bin, 'graphql-codegen'), '--check'],
	[
		'generated types of the storefront',
		node,
		path.join(bin, 'graphql-codegen'),
		'--config',
		'storefront/codegen.ts',
		'--check',
	],
	['types', node, path.join(bin, 'tsc'), '-p', '.'],
	['types of what runs in browsers for tests', node, path.join(bin, 'tsc'), '-p', 'packages/e2e'],
	['types of the playground', node, path.join(bin, 'tsc'), '-p', 'gateway/playground'],
	['unused code', node, path.join(bin, 'knip')],
];

let failed = 0;
for (const [title, command, ...parameters] of checks) {
	const began = Date.now();
	const { status, stdout, stderr } = spawnSync(command, parameters, { cwd: root, env, encoding: 'utf8' });
	const seconds = ((Date.now() - began) / 1000).toFixed(1);
	console.log(`${status === 0 ? '✓' : '✗'} ${title} (${seconds} s)`);
	if (status === 0) continue;
	failed++;
	console.log(`${stdout}${stderr}`.trim());
}
process.exit(failed ? 1 : 0);
