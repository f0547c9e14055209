import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '@infinite-blob/config/project-root';

/** The names of the settings that a service's own config reads. */
export function settingsOf(workspace: string): Set<string> {
	return keysIn(`${workspace}/src/**/config.ts`);
}

/** The names of the settings that shared packages read on behalf of every service. */
export function sharedSettings(): Set<string> {
	const names = keysIn('packages/config/src/setting.ts');
	for (const source of sources('packages/{config,service}/src/*.ts')) {
		for (const [, name] of source.matchAll(/\b(?:process\.env|environment)\.([A-Z][A-Z_]+)\b/g))
			names.add(name!);
	}
	return names;
}

/** The names of the settings that any part of the shop reads. */
export function allSettings(): Set<string> {
	const own = ['subgraphs/*', 'workers/*', 'gateway', 'storefront', 'packages/*'].map((workspace) =>
		settingsOf(workspace),
	);
	return own.reduce((all, names) => all.union(names), sharedSettings());
}

function keysIn(pattern: string): Set<string> {
	const names = new Set<string>();
	for (const source of sources(pattern)) {
		for (const [, name] of source.matchAll(/(?:^\s*|\benv\.)([A-Z][A-Z_]+)\b/gm)) names.add(name!);
	}
	return names;
}

function sources(pattern: string): string[] {
	const files = globSync(pattern, { cwd: projectRoot, exclude: (name) => name === 'node_modules' });
	return files.map((file) => readFileSync(path.join(projectRoot, file), 'utf8'));
}
