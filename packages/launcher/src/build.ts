import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Something that must be built before it can be served: the storefront's pages, the playground. */
export interface Bundle {
	title: string;
	/** The workspace, from the project's root. */
	workspace: string;
	/** What the bundle is made from, as globs below the workspace. */
	sources: string[];
	/** Where the bundle goes, below the workspace. */
	output: string;
}

export const bundles: Bundle[] = [
	{
		title: 'Building the storefront',
		workspace: 'storefront',
		sources: ['src/**/*', 'static/**/*', '*.{ts,js,json}'],
		output: 'build',
	},
	{
		title: 'Building the playground',
		workspace: 'gateway',
		sources: ['playground/src/**/*', 'playground/*.{ts,html}', 'package.json'],
		output: 'playground/dist',
	},
];

/** Whether a bundle is missing or older than its sources. */
export function isStale(bundle: Bundle, root: string): boolean {
	const stamp = stampFile(bundle, root);
	return !existsSync(stamp) || readFileSync(stamp, 'utf8') !== fingerprint(bundle, root);
}

/** Builds a bundle. @throws with what the build printed, when it fails */
export async function build(bundle: Bundle, root: string): Promise<void> {
	try {
		await run('npm', ['run', '--silent', 'build'], {
			cwd: path.join(root, bundle.workspace),
			// A bundle is what visitors get, whatever the services run as.
			env: { ...process.env, NODE_ENV: 'production' },
			maxBuffer: 64 * 1024 * 1024,
		});
	} catch (error) {
		const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
		throw new Error(`${bundle.title} failed:\n${stdout}${stderr}`);
	}
	writeFileSync(stampFile(bundle, root), fingerprint(bundle, root));
}

function stampFile({ workspace, output }: Bundle, root: string): string {
	return path.join(root, workspace, output, '.sources');
}

function fingerprint({ workspace, sources }: Bundle, root: string): string {
	const cwd = path.join(root, workspace);
	const hash = createHash('sha256').update(readFileSync(path.join(root, 'package-lock.json')));
	for (const entry of globSync(sources, { cwd, withFileTypes: true })
		.filter((found) => found.isFile())
		.map((found) => path.join(found.parentPath, found.name))
		.sort()) {
		hash.update(path.relative(cwd, entry)).update(readFileSync(entry));
	}
	return hash.digest('hex');
}
