import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '@infinite-blob/config/project-root';
import { expect, test } from 'vitest';

interface Import {
	/** The importing file, from the project's root. */
	from: string;
	/** The workspace of the importing file, such as `subgraphs/cart`. */
	workspace: string;
	/** The workspace that is imported, if it is one of the project's. */
	target: string;
}

const workspaces = globSync(['packages/*', 'subgraphs/*', 'workers/*', 'gateway', 'storefront'], {
	cwd: projectRoot,
	exclude: (name) => name === 'node_modules',
});
const byName = new Map(
	workspaces.map((folder) => {
		const { name } = JSON.parse(readFileSync(path.join(projectRoot, folder, 'package.json'), 'utf8'));
		return [name as string, folder];
	}),
);
const imports = workspaces.flatMap(importsOf);

test('the imports of every workspace are found', () => {
	expect(new Set(imports.map(({ workspace }) => workspace)).size).toBeGreaterThan(20);
	expect(imports).toContainEqual({
		from: path.join('subgraphs', 'cart', 'src', 'main.ts'),
		workspace: path.join('subgraphs', 'cart'),
		target: path.join('packages', 'service'),
	});
});

test('services meet through federation and events: none imports another, nor does a package', () => {
	const services = imports.filter(
		({ workspace, target }) => target !== workspace && !target.startsWith('packages'),
	);
	expect(services).toEqual([]);
});

test('workspaces reach each other by name, and name whom they depend on', () => {
	const undeclared = imports.filter(({ workspace, target }) => {
		if (workspace === target) return false;
		const manifest = readFileSync(path.join(projectRoot, workspace, 'package.json'), 'utf8');
		const { dependencies = {}, devDependencies = {} } = JSON.parse(manifest);
		return !Object.keys({ ...dependencies, ...devDependencies }).some((name) => byName.get(name) === target);
	});
	expect(undeclared).toEqual([]);
});

function importsOf(workspace: string): Import[] {
	const files = globSync('**/*.{ts,svelte}', {
		cwd: path.join(projectRoot, workspace),
		exclude: (name) => ['node_modules', 'build', 'dist', '.svelte-kit'].includes(path.basename(name)),
	});
	return files.flatMap((file) => {
		const from = path.join(workspace, file);
		const text = readFileSync(path.join(projectRoot, from), 'utf8');
		const specifiers = Array.from(
			text.matchAll(/\b(?:from|import\(?)\s*['"]([^'"\n]+)['"]/g),
			([, name]) => name!,
		);
		return specifiers.flatMap((specifier) => {
			const target = workspaceOf(specifier, path.dirname(from));
			return target === undefined ? [] : [{ from, workspace, target }];
		});
	});
}

function workspaceOf(specifier: string, folder: string): string | undefined {
	if (!specifier.startsWith('.')) return byName.get(specifier.split('/', 2).join('/'));
	const file = path.join(folder, specifier);
	return workspaces.find((workspace) => file.startsWith(workspace + path.sep));
}
